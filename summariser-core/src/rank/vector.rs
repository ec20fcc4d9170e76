//! Sentence vectors: what a sentence is about, as weights of terms. The weights need no background table: a term counts
//! the more, the fewer sentences of this very text have it, and very short terms count less.

use std::ops::Range;

use crate::Document;

/// Terms that weigh no more than this are noise and are left out.
const LEAST_WEIGHT: f64 = 0.12;

/// The vectors of all sentences, one after the other, each of length 1.
pub(super) struct Vectors {
    terms: Vec<u32>,
    weights: Vec<f64>,
    ends: Vec<usize>,
    /// The weight of each term, 0..=1.
    pub(super) term_weights: Vec<f64>,
}

impl Vectors {
    /// The vectors of a document. A term's weight is `c · ln(1 + N / n) / ln(1 + N)`, of `N` sentences with the term in
    /// `n`, where `c` is 0.15 for up to 2 characters, 0.5 for 3 and 1 for more, and 1 wherever characters are words. In
    /// a sentence it counts `weight · (1 + ln k)` for `k` occurrences.
    pub(super) fn new(document: &Document<'_>) -> Vectors {
        let sentences = document.sentences().len();
        let mut holders = vec![0_u32; document.terms()];
        let mut last_seen = vec![u32::MAX; document.terms()];
        for sentence in document.sentences() {
            let number = u32::try_from(sentence.index()).unwrap_or(u32::MAX - 1);
            for term in sentence.words().filter(|word| !word.is_stop_word()).filter_map(|word| word.term()) {
                if let Some(seen) = last_seen.get_mut(term as usize).filter(|seen| **seen != number) {
                    *seen = number;
                    holders[term as usize] += 1;
                }
            }
        }
        let all = libm::log(1.0 + sentences as f64);
        let term_weight = |(term, holders): (usize, &u32)| {
            if *holders == 0 {
                return 0.0;
            }
            let text = document.term(u32::try_from(term).unwrap_or(u32::MAX));
            let length = match text.chars().take(4).count() {
                _ if !text.is_ascii() && text.chars().all(|c| c >= '\u{0E00}') => 1.0,
                0..=2 => 0.15,
                3 => 0.5,
                _ => 1.0,
            };
            length * libm::log(1.0 + sentences as f64 / f64::from(*holders)) / all
        };
        let term_weights: Vec<f64> = holders.iter().enumerate().map(term_weight).collect();

        let mut vectors = Vectors { terms: Vec::new(), weights: Vec::new(), ends: Vec::new(), term_weights };
        let mut place = vec![usize::MAX; document.terms()];
        for sentence in document.sentences() {
            let start = vectors.terms.len();
            for term in sentence.words().filter(|word| !word.is_stop_word()).filter_map(|word| word.term()) {
                let weight = vectors.term_weights.get(term as usize).copied().unwrap_or_default();
                if weight <= LEAST_WEIGHT {
                    continue;
                }
                let at = place[term as usize];
                if at >= start && at != usize::MAX {
                    vectors.weights[at] += 1.0;
                } else {
                    place[term as usize] = vectors.terms.len();
                    vectors.terms.push(term);
                    vectors.weights.push(1.0);
                }
            }
            let mut square = 0.0;
            for at in start..vectors.terms.len() {
                let occurrences = vectors.weights[at];
                let weight = vectors.term_weights[vectors.terms[at] as usize] * (1.0 + libm::log(occurrences));
                vectors.weights[at] = weight;
                square += weight * weight;
            }
            let norm = square.sqrt();
            for weight in &mut vectors.weights[start..] {
                *weight /= norm;
            }
            vectors.ends.push(vectors.terms.len());
        }
        vectors
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    fn range(&self, sentence: usize) -> Range<usize> {
        let start = if sentence == 0 { 0 } else { self.ends[sentence - 1] };
        start..self.ends[sentence]
    }

    /// The terms of a sentence and their weights.
    pub(super) fn of(&self, sentence: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.range(sentence).map(|at| (self.terms[at] as usize, self.weights[at]))
    }

    /// The inner product of a sentence with a vector over all terms.
    pub(super) fn product(&self, sentence: usize, with: &[f64]) -> f64 {
        self.of(sentence).map(|(term, weight)| weight * with[term]).sum()
    }

    /// Adds a sentence, so many times, to a vector over all terms.
    pub(super) fn add(&self, sentence: usize, times: f64, to: &mut [f64]) {
        for (term, weight) in self.of(sentence) {
            to[term] += times * weight;
        }
    }
}
