//! Reduction: a sentence matters as much as all its overlaps with other sentences weigh together; the graph of TextRank
//! without the walk (K. S. Jones, "Automatic summarising: factors and directions", 1999, describes reduction of a source
//! to its central part; the measure is that of the sumy library of the same name).

use super::bag::{Bags, Overlap};
use super::{Ranker, scaled};
use crate::Document;

/// Ranks sentences by the sum of their overlaps with all others.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reduction;

impl Ranker for Reduction {
    fn name(&self) -> &'static str {
        "reduction"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let bags = Bags::new(document);
        scaled(&Overlap::new(&bags).sums(&vec![1.0; bags.len()]))
    }
}
