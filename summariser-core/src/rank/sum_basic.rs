//! SumBasic: a sentence matters if its words are frequent, but what was said once need not be said again (A. Nenkova and
//! L. Vanderwende, "The impact of frequency on summarization", MSR-TR-2005-101). Sentences are taken one by one, the one
//! with the highest mean probability of its words first, and the probability of every word that was said is squared; the
//! salience is the order in which they are taken.
//!
//! Probabilities only fall, so a score that was computed earlier is never too low, and only the sentences at the top of a
//! heap are computed again: near-linear in practice, where the plain method looks at every sentence in every round.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::bag::Bags;
use super::{Ranker, in_order};
use crate::Document;

/// Ranks sentences by the order in which SumBasic takes them.
#[derive(Clone, Copy, Debug, Default)]
pub struct SumBasic;

/// A sentence and what it scored when so many had been taken.
struct Scored {
    score: f64,
    sentence: usize,
    round: usize,
}

impl Ord for Scored {
    fn cmp(&self, other: &Scored) -> Ordering {
        self.score.total_cmp(&other.score).then_with(|| other.sentence.cmp(&self.sentence))
    }
}

impl PartialOrd for Scored {
    fn partial_cmp(&self, other: &Scored) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Scored {
    fn eq(&self, other: &Scored) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Scored {}

impl Ranker for SumBasic {
    fn name(&self) -> &'static str {
        "sum-basic"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let bags = Bags::new(document);
        let (totals, all) = bags.totals();
        let mut probability: Vec<f64> = totals.iter().map(|total| if all > 0.0 { total / all } else { 0.0 }).collect();
        let mean = |sentence: usize, probability: &[f64]| {
            let (mut sum, mut size) = (0.0, 0.0);
            for (term, count) in bags.of(sentence) {
                sum += count * probability[term];
                size += count;
            }
            if size > 0.0 { sum / size } else { 0.0 }
        };
        let mut heap: BinaryHeap<Scored> = (0..bags.len())
            .map(|sentence| Scored { score: mean(sentence, &probability), sentence, round: 0 })
            .collect();
        let mut order = Vec::with_capacity(bags.len());
        while let Some(top) = heap.pop() {
            if top.round < order.len() {
                let score = mean(top.sentence, &probability);
                heap.push(Scored { score, round: order.len(), ..top });
                continue;
            }
            order.push(top.sentence);
            bags.of(top.sentence).for_each(|(term, _)| probability[term] *= probability[term]);
        }
        in_order(&order)
    }
}
