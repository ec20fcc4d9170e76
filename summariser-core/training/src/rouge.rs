//! ROUGE: how many words, and pairs of neighbouring words, a choice of sentences shares with a summary (C.-Y. Lin,
//! "ROUGE: a package for automatic evaluation of summaries", 2004). Words are lower-case runs of letters and digits,
//! stemmed in English; texts become numbers once, so that trying many choices costs little.

use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};

/// Gives words numbers.
#[derive(Default)]
pub struct Numbers {
    known: HashMap<String, u32>,
}

impl Numbers {
    /// The words of a text, as numbers.
    pub fn of(&mut self, text: &str, english: bool) -> Vec<u32> {
        let stemmer = Stemmer::new(Algorithm::English);
        let mut numbers = Vec::new();
        for word in text.split(|c: char| !c.is_alphanumeric() && !is_mark(c)).filter(|word| !word.is_empty()) {
            let lower = word.to_lowercase();
            let stem = if english && lower.len() > 3 { stemmer.stem(&lower).into_owned() } else { lower };
            let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
            numbers.push(*self.known.entry(stem).or_insert(next));
        }
        numbers
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// The counts of one summary's words and pairs.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    words: HashMap<u32, u32>,
    pairs: HashMap<(u32, u32), u32>,
    size: usize,
}

impl Reference {
    /// The counts of a text.
    #[must_use]
    pub fn new(text: &[u32]) -> Reference {
        let mut reference = Reference { size: text.len(), ..Reference::default() };
        text.iter().for_each(|word| *reference.words.entry(*word).or_default() += 1);
        text.windows(2).for_each(|pair| *reference.pairs.entry((pair[0], pair[1])).or_default() += 1);
        reference
    }

    /// A choice of nothing, to be compared with this.
    #[must_use]
    pub fn choice(&self) -> Choice<'_> {
        Choice {
            reference: self,
            left: self.words.clone(),
            left_pairs: self.pairs.clone(),
            hits: 0,
            pair_hits: 0,
            size: 0,
            pairs: 0,
        }
    }
}

/// Sentences chosen so far and how they compare with one summary.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    reference: &'a Reference,
    left: HashMap<u32, u32>,
    left_pairs: HashMap<(u32, u32), u32>,
    hits: usize,
    pair_hits: usize,
    size: usize,
    pairs: usize,
}

impl Choice<'_> {
    /// Chooses one more sentence.
    pub fn add(&mut self, sentence: &[u32]) {
        (self.hits, self.pair_hits) = self.hits_with(sentence);
        self.size += sentence.len();
        self.pairs += sentence.len().saturating_sub(1);
        for word in sentence {
            self.left.entry(*word).and_modify(|left| *left = left.saturating_sub(1));
        }
        for pair in sentence.windows(2) {
            self.left_pairs.entry((pair[0], pair[1])).and_modify(|left| *left = left.saturating_sub(1));
        }
    }

    fn hits_with(&self, sentence: &[u32]) -> (usize, usize) {
        let (mut hits, mut pair_hits) = (self.hits, self.pair_hits);
        for (at, word) in sentence.iter().enumerate() {
            let used = sentence[..at].iter().filter(|other| *other == word).count();
            hits += usize::from(self.left.get(word).is_some_and(|left| *left as usize > used));
        }
        for (at, pair) in sentence.windows(2).enumerate() {
            let Some(left) = self.left_pairs.get(&(pair[0], pair[1])) else { continue };
            let used = sentence.windows(2).take(at).filter(|other| *other == pair).count();
            pair_hits += usize::from(*left as usize > used);
        }
        (hits, pair_hits)
    }

    /// ROUGE-1 F of what is chosen, 0..=1.
    #[must_use]
    pub fn words_f(&self) -> f64 {
        f(self.hits, self.size, self.reference.size)
    }

    /// ROUGE-1 F and ROUGE-2 F together, if this sentence were chosen too.
    #[must_use]
    pub fn with(&self, sentence: &[u32]) -> f64 {
        let (hits, pair_hits) = self.hits_with(sentence);
        let pairs = self.pairs + sentence.len().saturating_sub(1);
        f(hits, self.size + sentence.len(), self.reference.size)
            + f(pair_hits, pairs, self.reference.size.saturating_sub(1))
    }
}

fn f(hits: usize, chosen: usize, wanted: usize) -> f64 {
    if hits == 0 { 0.0 } else { 2.0 * hits as f64 / (chosen + wanted) as f64 }
}

#[cfg(test)]
mod tests {
    use super::{Numbers, Reference};

    #[test]
    fn shared_words_and_pairs_are_counted_once_each() {
        let mut numbers = Numbers::default();
        let reference = Reference::new(&numbers.of("The bridge closed on Monday", true));
        let sentence = numbers.of("The bridge, the bridge closes!", true);
        let mut choice = reference.choice();
        // the, bridge, close of 5 and 5; the-bridge, bridge-close of 4 and 4.
        assert!((choice.with(&sentence) - (0.6 + 0.5)).abs() < 1e-12);
        choice.add(&sentence);
        assert!((choice.words_f() - 0.6).abs() < 1e-12);
    }
}
