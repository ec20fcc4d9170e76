//! Blend: what can be known of salience without having learnt anything. Centrality says what the text dwells on, position
//! what its writer put first, and two signs what he would underline: that he says what he does ("we propose"), and, in a
//! text that is dense with amounts, the amounts. Each alone loses on some kind of text, their sum on fewer.

use super::surface::Surface;
use super::vector::Vectors;
use super::{Ranker, graph, scaled};
use crate::Document;

/// How much each part counts where the graph counts 1, and by what share a place counts less than the one before it.
const LEAD: f64 = 0.4;
const FADE: f64 = 0.606_530_659_712_633_4; // exp(-1/2)
const ANNOUNCEMENT: f64 = 0.5;
const AMOUNT: f64 = 0.35;
/// Amounts count in texts with more than the first number of them a sentence, and fully from the second on: reports of
/// results and calls about them, hardly ever news.
const DENSE: (f64, f64) = (0.6, 1.0);
/// More amounts in a sentence than this are no more telling.
const MOST_AMOUNTS: f64 = 4.0;

/// Ranks sentences by graph, an early place, announcements and, where there are many, amounts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Blend;

impl Ranker for Blend {
    fn name(&self) -> &'static str {
        "blend"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let graph = graph::degrees(&Vectors::damped(document), document.terms());
        scaled(&Parts::new(&graph, &Surface::all(document)).sums())
    }
}

/// What each part gives each sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Parts {
    pub(super) likeness: Vec<f64>,
    pub(super) place: Vec<f64>,
    pub(super) amounts: Vec<f64>,
    pub(super) announcement: Vec<f64>,
}

impl Parts {
    /// The parts of the sentences with these degrees and surfaces.
    pub(super) fn new(graph: &[f64], surfaces: &[Surface]) -> Parts {
        let mean = surfaces.iter().map(|it| f64::from(it.figures)).sum::<f64>() / surfaces.len().max(1) as f64;
        let dense = ((mean - DENSE.0) / (DENSE.1 - DENSE.0)).clamp(0.0, 1.0);
        let amounts = |it: &Surface| AMOUNT * dense * f64::from(it.figures).min(MOST_AMOUNTS);
        Parts {
            likeness: scaled(graph).into_iter().map(f64::from).collect(),
            place: std::iter::successors(Some(LEAD), |lead| Some(lead * FADE)).take(surfaces.len()).collect(),
            amounts: surfaces.iter().map(amounts).collect(),
            announcement: surfaces.iter().map(|it| ANNOUNCEMENT * f64::from(it.announces)).collect(),
        }
    }

    /// Their sum for each sentence.
    pub(super) fn sums(&self) -> Vec<f64> {
        let part = |at: usize| self.likeness[at] + self.place[at] + self.amounts[at] + self.announcement[at];
        (0..self.likeness.len()).map(part).collect()
    }
}
