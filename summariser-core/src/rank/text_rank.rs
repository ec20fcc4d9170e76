//! TextRank: a sentence matters if sentences that matter share words with it. PageRank on the graph of overlaps
//! (R. Mihalcea and P. Tarau, "TextRank: bringing order into texts", EMNLP 2004), damping 0.85.

use super::bag::{Bags, Overlap};
use super::page_rank::page_rank;
use super::{Ranker, scaled};
use crate::Document;

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
        scaled(&page_rank(bags.len(), |weights| overlap.sums(weights)))
    }
}
