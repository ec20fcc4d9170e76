//! Blend: the salience that documents carry. Centrality says what the text dwells on, position what its writer put first;
//! each alone loses on some kind of text, their sum on fewer. The weights are a first guess that was kept: of seven settings
//! compared on news, abstracts, dialogues, stories and calls none was better on all. On long meetings it is far below the
//! lead (`docs/quality.md`).

use super::{Centroid, Graph, Ranker, scaled};
use crate::Document;

/// How much each part counts, and how fast the bonus for an early place fades (sentences).
const GRAPH: f64 = 1.0;
const CENTROID: f64 = 0.5;
const LEAD: f64 = 0.8;
const FADE: f64 = 2.0;

/// Ranks sentences by the sum of graph, centroid and an early place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Blend;

impl Ranker for Blend {
    fn name(&self) -> &'static str {
        "blend"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let graph = Graph.rank(document);
        let centroid = Centroid.rank(document);
        scaled(&sum(&graph, &centroid))
    }
}

/// The sum of the parts, from graph and centroid as their rankers give them.
pub(super) fn sum(graph: &[f32], centroid: &[f32]) -> Vec<f64> {
    let sum = |(place, (graph, centroid)): (usize, (&f32, &f32))| {
        let lead = libm::exp(-(place as f64) / FADE);
        GRAPH * f64::from(*graph) + CENTROID * f64::from(*centroid) + LEAD * lead
    };
    graph.iter().zip(centroid).enumerate().map(sum).collect()
}
