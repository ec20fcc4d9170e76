//! Centroid: a sentence matters if it is about what the whole text is about. The cosine between the sentence's terms and
//! the text's, weighted by rarity (D. R. Radev et al., "Centroid-based summarization of multiple documents", Information
//! Processing & Management 40(6), 2004).

use super::vector::Vectors;
use super::{Ranker, scaled};
use crate::Document;

/// Ranks sentences by their likeness to the centroid of the text's term weights.
#[derive(Clone, Copy, Debug, Default)]
pub struct Centroid;

impl Ranker for Centroid {
    fn name(&self) -> &'static str {
        "centroid"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let vectors = Vectors::new(document);
        let counts = &document.columns().term_counts;
        let count = |term: usize| f64::from(counts.get(term).copied().unwrap_or_default());
        let known = vectors.known().iter().enumerate();
        let centroid: Vec<f64> = known.map(|(term, known)| count(term) * known.weight).collect();
        scaled(&(0..vectors.len()).map(|sentence| vectors.product(sentence, &centroid)).collect::<Vec<_>>())
    }
}
