//! LexRank: a sentence matters if sentences that matter resemble it. PageRank on the graph of cosines (G. Erkan and
//! D. R. Radev, "LexRank: graph-based lexical centrality as salience in text summarization", JAIR 22, 2004), in its
//! continuous form, which weighs every likeness instead of cutting at a threshold: so a step of the walk is two products
//! with the sentences' vectors, and no pair of sentences is looked at.

use super::page_rank::page_rank;
use super::vector::Vectors;
use super::{Ranker, scaled};
use crate::Document;

/// Ranks sentences by PageRank over cosines.
#[derive(Clone, Copy, Debug, Default)]
pub struct LexRank;

impl Ranker for LexRank {
    fn name(&self) -> &'static str {
        "lex-rank"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let vectors = Vectors::new(document);
        let sums = |weights: &[f64]| -> Vec<f64> {
            let mut sum = vec![0.0; document.terms()];
            weights.iter().enumerate().for_each(|(sentence, weight)| vectors.add(sentence, *weight, &mut sum));
            (0..vectors.len()).map(|sentence| vectors.product(sentence, &sum)).collect()
        };
        scaled(&page_rank(vectors.len(), sums))
    }
}
