//! Salience: how much each sentence matters. A ranker reads a document's columns and gives every sentence a value in
//! 0..=1; rankers differ in what they look at, so each has a file and its paper, and all share one trait.
//!
//! Every ranker here is linear in the number of words (sorting aside), adds in the order of the text, and takes its
//! logarithms and exponentials from `libm`, so that every machine gives the same bits.

mod blend;
mod centroid;
mod graph;
mod position;
mod vector;

pub use blend::Blend;
pub use centroid::Centroid;
pub use graph::Graph;
pub use position::Position;

use crate::Document;

/// Gives salience to the sentences of a document.
pub trait Ranker {
    /// Its name, as options and documentation write it.
    fn name(&self) -> &'static str;

    /// One value in 0..=1 for each sentence, in the order of the text. Reads the columns of sentences, words and terms.
    fn rank(&self, document: &Document<'_>) -> Vec<f32>;
}

/// Every ranker, by name.
#[must_use]
pub fn rankers() -> [&'static dyn Ranker; 4] {
    [&Blend, &Position, &Centroid, &Graph]
}

/// Brings raw scores to 0..=1, least to most; all alike become 1.
fn scaled(scores: &[f64]) -> Vec<f32> {
    let least = scores.iter().copied().fold(f64::INFINITY, f64::min);
    let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let range = most - least;
    let scale = |score: f64| if range > 0.0 { ((score - least) / range) as f32 } else { 1.0 };
    scores.iter().map(|score| scale(*score)).collect()
}

#[cfg(test)]
mod tests;
