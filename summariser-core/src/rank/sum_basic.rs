//! SumBasic: a sentence matters if its words are frequent, but what was said once need not be said again (A. Nenkova and
//! L. Vanderwende, "The impact of frequency on summarization", MSR-TR-2005-101). Sentences are taken one by one: of those
//! that hold the most probable word the one with the highest mean probability of its words, and the probability of every
//! word that was said is squared. The salience is the order in which they are taken.
//!
//! A round looks at the holders of one word alone. Squared a dozen times, a probability is 0 in floating point (a few
//! times more if a text has little but that word), so no word is looked up often, and the whole is near-linear.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::bag::Bags;
use super::{Ranker, in_order};
use crate::Document;

/// Ranks sentences by the order in which SumBasic takes them.
#[derive(Clone, Copy, Debug, Default)]
pub struct SumBasic;

/// A probability that can be compared: it is never NaN.
#[derive(Clone, Copy, PartialEq)]
struct Probability(f64);

impl Eq for Probability {}

impl Ord for Probability {
    fn cmp(&self, other: &Probability) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Probability {
    fn partial_cmp(&self, other: &Probability) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ranker for SumBasic {
    fn name(&self) -> &'static str {
        "sum-basic"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let bags = Bags::new(document);
        let (totals, all) = bags.totals();
        let mut probability: Vec<f64> = totals.iter().map(|total| if all > 0.0 { total / all } else { 0.0 }).collect();
        // The sentences that hold each term and are not taken yet.
        let mut holders: Vec<Vec<usize>> = vec![Vec::new(); bags.vocabulary];
        for sentence in 0..bags.len() {
            bags.of(sentence).for_each(|(term, _)| holders[term].push(sentence));
        }
        // Of words that are as probable the one that came first.
        let mut words: BinaryHeap<(Probability, Reverse<usize>)> =
            probability.iter().enumerate().map(|(term, value)| (Probability(*value), Reverse(term))).collect();
        let mut taken = vec![false; bags.len()];
        let mut order = Vec::with_capacity(bags.len());
        while let Some((Probability(value), Reverse(word))) = words.pop() {
            if value == 0.0 {
                break;
            }
            if value > probability[word] {
                words.push((Probability(probability[word]), Reverse(word)));
                continue;
            }
            holders[word].retain(|sentence| !taken[*sentence]);
            let mean = |sentence: usize| bags.product(sentence, &probability) / bags.size(sentence);
            let scored = holders[word].iter().map(|sentence| (mean(*sentence), *sentence));
            let Some((_, best)) = scored.reduce(|best, other| if other.0 > best.0 { other } else { best }) else {
                continue;
            };
            taken[best] = true;
            order.push(best);
            bags.of(best).for_each(|(term, _)| probability[term] *= probability[term]);
            words.push((Probability(probability[word]), Reverse(word)));
        }
        order.extend((0..bags.len()).filter(|sentence| !taken[*sentence]));
        in_order(&order)
    }
}
