//! Sentence vectors: what a sentence is about, as weights of terms. The weights need no background table: a term counts
//! the more, the fewer sentences of this very text have it, and very short terms count less.

use std::ops::Range;

use crate::Document;
use crate::document::{NO_TERM, STOP_WORD};

/// Terms that weigh no more than this are noise and are left out.
const LEAST_WEIGHT: f64 = 0.12;

/// What [`Vectors::damped`] adds to the square of a vector's length: as much as four terms that no other sentence has.
const DAMPING: f64 = 4.0;

/// The vectors of all sentences, one after the other.
pub(super) struct Vectors {
    terms: Vec<u32>,
    weights: Vec<f64>,
    ends: Vec<usize>,
    /// The weight of each term, 0..=1.
    pub(super) term_weights: Vec<f64>,
    /// How many sentences have each term.
    pub(super) holders: Vec<u32>,
}

impl Vectors {
    /// Vectors of length 1, so that their inner product is the cosine.
    pub(super) fn new(document: &Document<'_>) -> Vectors {
        Vectors::with(document, 0.0)
    }

    /// Vectors that are the shorter, the less a sentence says: of length `sqrt(s / (s + 4))`, where `s` is the square of
    /// its terms' weights. "Yeah, okay." is all about `okay`; by cosine it would be the centre of a meeting in which
    /// everybody says so.
    pub(super) fn damped(document: &Document<'_>) -> Vectors {
        Vectors::with(document, DAMPING)
    }

    /// A term's weight is `c · ln(1 + N / n) / ln(1 + N)`, of `N` sentences with the term in `n`, where `c` is 0.15 for
    /// up to 2 characters, 0.5 for 3 and 1 for more, and 1 wherever characters are words. In a sentence it counts
    /// `weight · (1 + ln k)` for `k` occurrences.
    fn with(document: &Document<'_>, damping: f64) -> Vectors {
        let mut vectors = Vectors::count(document);
        vectors.term_weights = term_weights(document, &vectors.holders, vectors.len());
        // Few terms are said more than a handful of times in a sentence, so their logarithms are taken once.
        let logs: [f64; 8] = std::array::from_fn(|k| 1.0 + libm::log(k.max(1) as f64));
        let mut kept = 0;
        let mut start = 0;
        for end in &mut vectors.ends {
            let (first, mut square) = (kept, damping);
            for at in start..*end {
                let (term, occurrences) = (vectors.terms[at], vectors.weights[at]);
                let weight = vectors.term_weights[term as usize];
                if weight <= LEAST_WEIGHT {
                    continue;
                }
                let often = logs.get(occurrences as usize).copied().unwrap_or_else(|| 1.0 + libm::log(occurrences));
                let weight = weight * often;
                (vectors.terms[kept], vectors.weights[kept]) = (term, weight);
                square += weight * weight;
                kept += 1;
            }
            let norm = square.sqrt();
            vectors.weights[first..kept].iter_mut().for_each(|weight| *weight /= norm);
            (start, *end) = (*end, kept);
        }
        vectors.terms.truncate(kept);
        vectors.weights.truncate(kept);
        vectors
    }

    /// How often each sentence has which term, stop words left out, in place of the weights; and the sentences of a term.
    fn count(document: &Document<'_>) -> Vectors {
        let columns = document.columns();
        let words = columns.word_terms.len();
        let mut vectors = Vectors {
            terms: Vec::with_capacity(words),
            weights: Vec::with_capacity(words),
            ends: Vec::with_capacity(columns.sentence_words.len()),
            term_weights: Vec::new(),
            holders: vec![0; document.terms()],
        };
        // Where a term stands in the sentence that is read; what stands before the sentence is of an earlier one.
        let mut places = vec![u32::MAX; document.terms()];
        for sentence in 0..columns.sentence_spans.len() {
            let start = vectors.terms.len();
            let range = columns.sentence_words.get(sentence).copied().unwrap_or_default().range();
            let terms = columns.word_terms.get(range.clone()).unwrap_or_default();
            let flags = columns.word_flags.get(range).unwrap_or_default();
            for (term, flags) in terms.iter().zip(flags) {
                if *term == NO_TERM || flags & STOP_WORD != 0 {
                    continue;
                }
                let Some(place) = places.get_mut(*term as usize) else { continue };
                if *place != u32::MAX && *place as usize >= start {
                    vectors.weights[*place as usize] += 1.0;
                } else {
                    *place = u32::try_from(vectors.terms.len()).unwrap_or(u32::MAX);
                    vectors.holders[*term as usize] += 1;
                    vectors.terms.push(*term);
                    vectors.weights.push(1.0);
                }
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
        let range = self.range(sentence);
        self.terms[range.clone()].iter().map(|term| *term as usize).zip(self.weights[range].iter().copied())
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

fn term_weights(document: &Document<'_>, holders: &[u32], sentences: usize) -> Vec<f64> {
    let all = libm::log(1.0 + sentences as f64);
    let rarity = |holders: u32| libm::log(1.0 + sentences as f64 / f64::from(holders)) / all;
    // Most terms are in one sentence or a few, so the logarithms of these are taken once.
    let few: [f64; 16] = std::array::from_fn(|holders| if holders == 0 { 0.0 } else { rarity(holders as u32) });
    let (pool, offsets) = (document.columns().term_pool.as_ref(), &document.columns().term_offsets);
    let weigh = |(holders, ends): (&u32, &[u32])| {
        let rarity = few.get(*holders as usize).copied().unwrap_or_else(|| rarity(*holders));
        let text = pool.get(ends[0] as usize..ends[1] as usize).unwrap_or_default();
        rarity * if text.is_ascii() { of_length(text.len()) } else { of_letters(text) }
    };
    holders.iter().zip(offsets.windows(2)).map(weigh).collect()
}

fn of_length(characters: usize) -> f64 {
    match characters {
        0..=2 => 0.15,
        3 => 0.5,
        _ => 1.0,
    }
}

fn of_letters(text: &str) -> f64 {
    if text.chars().all(|c| c >= '\u{0E00}') { 1.0 } else { of_length(text.chars().take(4).count()) }
}
