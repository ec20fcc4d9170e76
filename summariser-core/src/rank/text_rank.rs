//! TextRank: a sentence matters if sentences that matter share words with it. PageRank on the graph of overlaps
//! (R. Mihalcea and P. Tarau, "TextRank: bringing order into texts", EMNLP 2004), damping 0.85.

use super::bag::{Bags, Overlap};
use super::{Ranker, scaled};
use crate::Document;

const DAMPING: f64 = 0.85;
/// So many rounds bring the ranks of texts of any length closer than what orders two sentences.
const ROUNDS: usize = 30;

/// Ranks sentences by PageRank over shared terms.
#[derive(Clone, Copy, Debug, Default)]
pub struct TextRank;

impl Ranker for TextRank {
    fn name(&self) -> &'static str {
        "text-rank"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let bags = Bags::new(document);
        let overlap = Overlap::new(&bags);
        let degrees = overlap.sums(&vec![1.0; bags.len()]);
        let mut ranks = vec![1.0; bags.len()];
        for _ in 0..ROUNDS {
            let shares: Vec<f64> = ranks
                .iter()
                .zip(&degrees)
                .map(|(rank, degree)| if *degree > 1e-12 { rank / degree } else { 0.0 })
                .collect();
            ranks = overlap.sums(&shares).into_iter().map(|sum| 1.0 - DAMPING + DAMPING * sum).collect();
        }
        scaled(&ranks)
    }
}
