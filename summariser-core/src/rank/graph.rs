//! Graph: a sentence matters if many others resemble it. Degree centrality in the graph of cosine similarities (G. Erkan
//! and D. R. Radev, "LexRank: graph-based lexical centrality as salience in text summarization", JAIR 22, 2004), counting
//! what comes later more than what came before: a sentence that the rest of the text takes up is its topic (H. Zheng and
//! M. Lapata, "Sentence centrality revisited for unsupervised summarization", ACL 2019).
//!
//! The likeness is the cosine, but for sentences that say little: their vectors are [damped](Vectors::damped), for in
//! speech the filler words of short sentences would otherwise be the centre of everything.
//!
//! No matrix of similarities is ever made: the sum of the cosines of one sentence with many is its inner product with
//! the sum of their vectors, so that the cost is that of reading the words twice.

use super::vector::Vectors;
use super::{Ranker, scaled};
use crate::Document;

/// How much a likeness to an earlier sentence counts, where one to a later sentence counts 1.
const BACKWARD: f64 = 0.3;

/// Ranks sentences by how much of the text resembles them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Graph;

impl Ranker for Graph {
    fn name(&self) -> &'static str {
        "graph"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let sides = sides(&Vectors::damped(document), document.terms());
        scaled(&sides.iter().map(Sides::leaning).collect::<Vec<_>>())
    }
}

/// How much of the text after a sentence and before it is like it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sides {
    pub(super) later: f64,
    pub(super) earlier: f64,
}

impl Sides {
    /// The degree that leans on what comes later.
    pub(super) fn leaning(&self) -> f64 {
        self.later + BACKWARD * self.earlier
    }

    /// The degree of either side alike.
    pub(super) fn even(&self) -> f64 {
        self.later + self.earlier
    }
}

/// Both sides of each sentence, over so many terms.
pub(super) fn sides(vectors: &Vectors, terms: usize) -> Vec<Sides> {
    let mut later = vec![0.0; terms];
    for sentence in 0..vectors.len() {
        vectors.add(sentence, 1.0, &mut later);
    }
    let mut earlier = vec![0.0; terms];
    let sides = |sentence: usize| {
        vectors.add(sentence, -1.0, &mut later);
        let sides = Sides { later: vectors.product(sentence, &later), earlier: vectors.product(sentence, &earlier) };
        vectors.add(sentence, 1.0, &mut earlier);
        sides
    };
    (0..vectors.len()).map(sides).collect()
}
