//! Examples: a text's features, and for each sentence how much of it people kept. The label is seven tenths whether the
//! sentence is in the choice that comes closest to a human summary, found greedily, and three tenths how close it comes
//! alone: the first says what to take, the second orders what was not taken.

use summariser_core::Document;
use summariser_core::rank::feature::Features;

use crate::rouge::{Numbers, Reference};
use crate::seed::Seed;
use crate::set::{Sample, Set};

/// How many sentences of one text are learnt from, and how many of those are the closest to the summaries.
const ROWS: usize = 100;
const CLOSEST: usize = 30;

/// One text, ready to learn from and to measure on.
#[derive(Clone, Debug)]
pub struct Example {
    /// The number of its set.
    pub set: usize,
    /// Which half of its set it is in.
    pub fold: usize,
    /// What the forest sees.
    pub features: Features,
    /// For each sentence how much it should be chosen, 0..=1.
    pub labels: Vec<f64>,
    /// The sentences to learn from.
    pub rows: Vec<usize>,
    /// The sentences' words, as numbers.
    pub sentences: Vec<Vec<u32>>,
    /// The summaries.
    pub references: Vec<Reference>,
    /// The mean length of the summaries, in words.
    pub reference_words: f64,
}

impl Example {
    /// The example of a text.
    #[must_use]
    pub fn new(sample: &Sample, set: usize, of: &Set) -> Example {
        let document = Document::parse(&sample.text);
        let mut numbers = Numbers::default();
        let sentences: Vec<Vec<u32>> =
            document.sentences().map(|sentence| numbers.of(sentence.text(), of.english)).collect();
        let references: Vec<Reference> =
            sample.references.iter().map(|text| Reference::new(&numbers.of(text, of.english))).collect();
        let count = references.len().max(1) as f64;
        let alone: Vec<f64> = sentences
            .iter()
            .map(|sentence| references.iter().map(|reference| reference.choice().with(sentence)).sum::<f64>() / count)
            .collect();
        let mut chosen = vec![false; sentences.len()];
        for (reference, text) in references.iter().zip(&sample.references) {
            greedy(reference, &sentences, text.lines().count().max(3), &mut chosen);
        }
        let most = alone.iter().copied().fold(1e-9, f64::max);
        let labels = alone.iter().zip(&chosen).map(|(alone, chosen)| 0.7 * f64::from(*chosen) + 0.3 * alone / most);
        let number = crate::seed::number(&sample.id);
        Example {
            set,
            fold: (Seed(number).bits() & 1) as usize,
            labels: labels.collect(),
            rows: rows(&alone, &chosen, &mut Seed(number ^ 0x5EED)),
            features: Features::of(&document),
            sentences,
            references,
            reference_words: sample.references.iter().map(|text| summariser_core::length::words(text)).sum::<usize>()
                as f64
                / count,
        }
    }

    /// ROUGE-1 F of a choice of sentences, in per cent; the mean over the summaries.
    #[must_use]
    pub fn rouge(&self, chosen: &[usize]) -> f64 {
        let of = |reference: &Reference| {
            let mut choice = reference.choice();
            chosen.iter().filter_map(|at| self.sentences.get(*at)).for_each(|sentence| choice.add(sentence));
            choice.words_f()
        };
        100.0 * self.references.iter().map(of).sum::<f64>() / self.references.len().max(1) as f64
    }
}

/// Marks the sentences that, one by one, most raise ROUGE, until none does.
fn greedy(reference: &Reference, sentences: &[Vec<u32>], most: usize, chosen: &mut [bool]) {
    let mut choice = reference.choice();
    let mut score = 0.0;
    let mut taken = vec![false; sentences.len()];
    for _ in 0..most {
        let mut best = None;
        for (at, sentence) in sentences.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            let with = choice.with(sentence);
            if with > score + 1e-12 {
                (score, best) = (with, Some(at));
            }
        }
        let Some(best) = best else { break };
        choice.add(&sentences[best]);
        taken[best] = true;
        chosen[best] = true;
    }
}

fn rows(alone: &[f64], chosen: &[bool], seed: &mut Seed) -> Vec<usize> {
    let mut order: Vec<usize> = (0..alone.len()).collect();
    if order.len() > ROWS {
        order.sort_by(|a, b| chosen[*b].cmp(&chosen[*a]).then(alone[*b].total_cmp(&alone[*a])).then(a.cmp(b)));
        let sure = chosen.iter().filter(|chosen| **chosen).count().clamp(CLOSEST, ROWS);
        for at in sure..ROWS {
            let other = at + seed.below(order.len() - at);
            order.swap(at, other);
        }
        order.truncate(ROWS);
        order.sort_unstable();
    }
    order
}
