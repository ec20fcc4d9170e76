//! Lead: what is said first matters most. The lead is the baseline that summarisers of news rarely beat, for
//! reporters put what matters into the first sentences (P. B. Baxendale, "Machine-made index for technical literature",
//! IBM Journal 2(4), 1958; H. P. Edmundson, "New methods in automatic extracting", JACM 16(2), 1969).

use super::{Ranker, scaled};
use crate::Document;

/// Ranks sentences by their place: the first one most.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lead;

impl Ranker for Lead {
    fn name(&self) -> &'static str {
        "lead"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        // 1 / (1 + i) falls for ever, so that no two sentences tie however long the text is.
        scaled(&(0..document.sentences().len()).map(|place| 1.0 / (1.0 + place as f64)).collect::<Vec<_>>())
    }
}
