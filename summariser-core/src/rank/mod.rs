//! Salience: how much each sentence matters. A ranker reads a document's columns and gives every sentence a value in
//! 0..=1; rankers differ in what they look at, so each has a file and its paper, and all share one trait.
//!
//! Every ranker here is linear or near-linear in the number of words (sorting aside) or says where it is capped; adds in
//! the order of the text; and takes its logarithms and exponentials from `libm`, so that every machine gives the same
//! bits.

mod bag;
mod blend;
mod centroid;
mod edmundson;
pub mod explain;
pub mod familiarity;
pub mod feature;
mod graph;
mod kl_sum;
mod lead;
pub mod learned;
mod lex_rank;
mod lsa;
mod luhn;
mod page_rank;

mod reduction;
mod sum_basic;
mod surface;
mod text_rank;
pub mod tree;
mod vector;

pub use blend::Blend;
pub use centroid::Centroid;
pub use edmundson::Edmundson;
pub use graph::Graph;
pub use kl_sum::KlSum;
pub use lead::Lead;
pub use learned::Learned;
pub use lex_rank::LexRank;
pub use lsa::Lsa;
pub use luhn::Luhn;
pub use reduction::Reduction;
pub use sum_basic::SumBasic;
pub use text_rank::TextRank;

use crate::Document;

/// Gives salience to the sentences of a document.
pub trait Ranker {
    /// Its name, as options and documentation write it.
    fn name(&self) -> &'static str;

    /// One value in 0..=1 for each sentence, in the order of the text. Reads the columns of sentences, words and terms.
    fn rank(&self, document: &Document<'_>) -> Vec<f32>;
}

/// Every ranker, by name; the first is the salience that documents carry.
#[must_use]
pub fn rankers() -> [&'static dyn Ranker; 17] {
    [
        &Learned,
        &Blend,
        &Lead,
        &Centroid,
        &Graph,
        &LexRank,
        &TextRank,
        &Luhn,
        &Edmundson::BEST,
        &Edmundson::CUE,
        &Edmundson::KEY,
        &Edmundson::TITLE,
        &Edmundson::LOCATION,
        &Lsa,
        &SumBasic,
        &KlSum,
        &Reduction,
    ]
}

/// The ranker of a name.
#[must_use]
pub fn ranker(name: &str) -> Option<&'static dyn Ranker> {
    rankers().into_iter().find(|ranker| ranker.name() == name)
}

/// Brings raw scores to 0..=1, least to most; all alike become 1.
fn scaled(scores: &[f64]) -> Vec<f32> {
    let range = Range::of(scores.iter().copied());
    scores.iter().map(|score| range.apply(*score)).collect()
}

/// What brings scores to 0..=1.
#[derive(Clone, Copy)]
struct Range {
    least: f64,
    width: f64,
}

impl Range {
    fn of(scores: impl Iterator<Item = f64>) -> Range {
        let (least, most) =
            scores.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), it| (least.min(it), most.max(it)));
        Range { least, width: most - least }
    }

    fn apply(self, score: f64) -> f32 {
        if self.width > 0.0 { ((score - self.least) / self.width) as f32 } else { 1.0 }
    }
}

/// Salience from an order, best first: evenly from 1 down to 0.
fn in_order(order: &[usize]) -> Vec<f32> {
    let mut salience = vec![1.0; order.len()];
    let last = order.len().saturating_sub(1).max(1) as f64;
    for (place, sentence) in order.iter().enumerate() {
        salience[*sentence] = (1.0 - place as f64 / last) as f32;
    }
    salience
}

#[cfg(test)]
mod tests;
