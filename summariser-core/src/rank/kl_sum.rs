//! KL-Sum: sentences are taken one by one so that the words of the summary are distributed as those of the text, by the
//! Kullback-Leibler divergence (A. Haghighi and L. Vanderwende, "Exploring content models for multi-document
//! summarization", NAACL 2009). The salience is the order in which they are taken.
//!
//! Each round looks at every candidate, so both are capped: sentences are chosen among the [`CANDIDATES`] that come closest
//! alone, until [`LOOKS`] looks are spent, which is enough to order some 138 sentences; all others follow in that order.

use super::bag::Bags;
use super::{Ranker, in_order};
use crate::Document;

const CANDIDATES: usize = 400;
const LOOKS: usize = 9600;
/// What a word that the summary lacks counts for, so that the divergence stays finite.
const SMOOTHING: f64 = 1e-3;

/// Ranks sentences by the order in which KL-Sum takes them.
#[derive(Clone, Copy, Debug, Default)]
pub struct KlSum;

impl Ranker for KlSum {
    fn name(&self) -> &'static str {
        "kl-sum"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let bags = Bags::new(document);
        let (totals, all) = bags.totals();
        if all == 0.0 {
            return in_order(&(0..bags.len()).collect::<Vec<_>>());
        }
        // sum p ln(p/q) = const - sum p ln q; the greater the sum of p ln q, the closer. Only the words of a candidate
        // change when it is added, and the size of the summary, which all words share.
        let text: Vec<f64> = totals.iter().map(|total| total / all).collect();
        let base = SMOOTHING * bags.vocabulary as f64;
        let mut summary = vec![0.0; bags.vocabulary];
        let mut size = 0.0;
        let gain = |sentence: usize, summary: &[f64], size: f64| {
            let mut gain = 0.0;
            for (term, count) in bags.of(sentence) {
                gain +=
                    text[term] * (libm::log(summary[term] + count + SMOOTHING) - libm::log(summary[term] + SMOOTHING));
            }
            gain - libm::log((size + bags.size(sentence) + base) / (size + base))
        };
        let mut order: Vec<usize> = (0..bags.len()).collect();
        let alone: Vec<f64> = order.iter().map(|sentence| gain(*sentence, &summary, 0.0)).collect();
        order.sort_by(|a, b| alone[*b].total_cmp(&alone[*a]).then(a.cmp(b)));
        let candidates = order.len().min(CANDIDATES);
        let mut looks = LOOKS;
        for round in 0..candidates {
            let Some(left) = looks.checked_sub(candidates - round) else { break };
            looks = left;
            let scored = (round..candidates).map(|place| (gain(order[place], &summary, size), place));
            let best = scored.reduce(|best, other| if other.0 > best.0 { other } else { best });
            let Some((_, place)) = best else { break };
            // What was passed over keeps its order.
            order[round..=place].rotate_right(1);
            bags.of(order[round]).for_each(|(term, count)| summary[term] += count);
            size += bags.size(order[round]);
        }
        in_order(&order)
    }
}
