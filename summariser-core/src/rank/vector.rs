//! Sentence vectors: what a sentence is about, as weights of terms. The weights need no background table: a term counts
//! the more, the fewer sentences of this very text have it, and very short terms count less.

use std::ops::Range;

use crate::Document;
use crate::document::{Columns, NO_TERM, STOP_WORD};

/// Terms that weigh no more than this are noise and are left out.
const LEAST_WEIGHT: f64 = 0.12;

/// What [`Vectors::damped`] adds to the square of a vector's length: as much as four terms that no other sentence has.
const DAMPING: f64 = 4.0;

/// What makes the vectors of sentences, one at a time: a long text has no room for all of them at once, and it takes less
/// time to make them again than to bring them from memory.
pub(super) struct Weighing<'d> {
    columns: &'d Columns<'d>,
    known: Vec<Weighed>,
    /// What is added to the square of a vector's length.
    damping: f64,
    /// Few terms are said more than a handful of times in a sentence, so their logarithms are taken once.
    logs: [f64; 8],
    /// The words of the sentence that was read last that are no stop words, and more that mean nothing.
    content: Vec<u32>,
    /// The terms of sentences that were read, and how often each is there or, once that is known, what it weighs.
    terms: Vec<u32>,
    weights: Vec<f64>,
}

/// What is known of a term.
#[derive(Clone, Copy, Default)]
pub(super) struct Weighed {
    /// Its weight, 0..=1.
    pub(super) weight: f64,
    /// How many sentences have it.
    pub(super) holders: u32,
    /// Its place among those of the sentence that was read last, if it is there: otherwise another one stands there.
    place: u32,
}

impl<'d> Weighing<'d> {
    /// What makes [damped](Vectors::damped) vectors.
    pub(super) fn damped(document: &'d Document<'_>) -> Weighing<'d> {
        let mut weighing = Weighing::new(document, DAMPING);
        for sentence in 0..weighing.len() {
            weighing.forget();
            weighing.hold(sentence);
        }
        weighing.weigh_terms();
        weighing
    }

    /// Before anything is known of terms.
    fn new(document: &'d Document<'_>, damping: f64) -> Weighing<'d> {
        Weighing {
            columns: document.columns(),
            known: vec![Weighed::default(); document.terms()],
            damping,
            logs: std::array::from_fn(|k| 1.0 + libm::log(k.max(1) as f64)),
            content: Vec::new(),
            terms: Vec::new(),
            weights: Vec::new(),
        }
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.columns.sentence_spans.len()
    }

    /// The terms of a sentence and their weights.
    pub(super) fn of(&mut self, sentence: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.forget();
        self.read(sentence);
        let end = self.weigh(0..self.terms.len(), 0);
        self.terms[..end].iter().map(|term| *term as usize).zip(self.weights.iter().copied())
    }

    /// Forgets the sentences that were read.
    fn forget(&mut self) {
        self.terms.clear();
        self.weights.clear();
    }

    /// Reads a sentence behind those that were read: its terms, stop words left out, in the order in which they come, and
    /// how often each is there. Returns where they begin.
    fn read(&mut self, sentence: usize) -> usize {
        let start = self.terms.len();
        let range = self.columns.sentence_words.get(sentence).copied().unwrap_or_default().range();
        let terms = self.columns.word_terms.get(range.clone()).unwrap_or_default();
        let flags = self.columns.word_flags.get(range).unwrap_or_default();
        // Every other word is a stop word, which no processor foresees: so all are written down, and few of them kept.
        if self.content.len() < terms.len() {
            self.content.resize(terms.len(), NO_TERM);
        }
        let mut kept = 0;
        for (term, flags) in terms.iter().zip(flags) {
            self.content[kept] = *term;
            kept += usize::from(*term != NO_TERM && flags & STOP_WORD == 0);
        }
        for term in &self.content[..kept] {
            let Some(known) = self.known.get_mut(*term as usize) else { continue };
            let place = known.place as usize;
            if place >= start && self.terms.get(place) == Some(term) {
                self.weights[place] += 1.0;
            } else {
                known.place = u32::try_from(self.terms.len()).unwrap_or(u32::MAX);
                self.terms.push(*term);
                self.weights.push(1.0);
            }
        }
        start
    }

    /// Reads a sentence, and says of its terms that it has them.
    fn hold(&mut self, sentence: usize) {
        for at in self.read(sentence)..self.terms.len() {
            self.known[self.terms[at] as usize].holders += 1;
        }
    }

    /// A term's weight is `c · ln(1 + N / n) / ln(1 + N)`, of `N` sentences with the term in `n`, where `c` is 0.15 for
    /// up to 2 characters, 0.5 for 3 and 1 for more, and 1 wherever characters are words.
    fn weigh_terms(&mut self) {
        let (pool, offsets) = (self.columns.term_pool.as_ref(), self.columns.term_offsets.as_ref());
        let sentences = self.len();
        let all = libm::log(1.0 + sentences as f64);
        let rarity = |holders: u32| libm::log(1.0 + sentences as f64 / f64::from(holders)) / all;
        // Most terms are in one sentence or a few, so the logarithms of these are taken once.
        let few: [f64; 16] = std::array::from_fn(|holders| if holders == 0 { 0.0 } else { rarity(holders as u32) });
        for (term, ends) in self.known.iter_mut().zip(offsets.windows(2)) {
            let rarity = few.get(term.holders as usize).copied().unwrap_or_else(|| rarity(term.holders));
            let text = pool.get(ends[0] as usize..ends[1] as usize).unwrap_or_default();
            term.weight = rarity * if text.is_ascii() { of_length(text.len()) } else { of_letters(text) };
        }
    }

    /// Makes a vector of the terms of a sentence that was read, which lie at a place, and puts it at another one before
    /// that; returns where it ends. A term counts `weight · (1 + ln k)` for `k` occurrences.
    fn weigh(&mut self, from: Range<usize>, to: usize) -> usize {
        let (mut kept, mut square) = (to, self.damping);
        for at in from {
            let (term, occurrences) = (self.terms[at], self.weights[at]);
            let weight = self.known[term as usize].weight;
            if weight <= LEAST_WEIGHT {
                continue;
            }
            let often = self.logs.get(occurrences as usize).copied();
            let weight = weight * often.unwrap_or_else(|| 1.0 + libm::log(occurrences));
            (self.terms[kept], self.weights[kept]) = (term, weight);
            square += weight * weight;
            kept += 1;
        }
        let norm = square.sqrt();
        self.weights[to..kept].iter_mut().for_each(|weight| *weight /= norm);
        kept
    }
}

/// The vectors of all sentences, one after the other.
pub(super) struct Vectors {
    terms: Vec<u32>,
    weights: Vec<f64>,
    ends: Vec<usize>,
    known: Vec<Weighed>,
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

    fn with(document: &Document<'_>, damping: f64) -> Vectors {
        let mut weighing = Weighing::new(document, damping);
        let words = weighing.columns.word_terms.len();
        weighing.terms.reserve(words);
        weighing.weights.reserve(words);
        let hold = |sentence| {
            weighing.hold(sentence);
            weighing.terms.len()
        };
        let mut ends: Vec<usize> = (0..document.columns().sentence_spans.len()).map(hold).collect();
        weighing.weigh_terms();
        let (mut start, mut kept) = (0, 0);
        for end in &mut ends {
            kept = weighing.weigh(start..*end, kept);
            (start, *end) = (*end, kept);
        }
        let Weighing { mut terms, mut weights, known, .. } = weighing;
        terms.truncate(kept);
        weights.truncate(kept);
        Vectors { terms, weights, ends, known }
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// What is known of each term.
    pub(super) fn known(&self) -> &[Weighed] {
        &self.known
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
