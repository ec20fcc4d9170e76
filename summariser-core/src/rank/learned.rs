//! Learned: the salience that documents carry. A forest that has seen what people kept of some nine thousand texts judges
//! features that hold no words; its voice counts as far as the text is of a [kind that it knows](super::familiarity), and
//! beside it speaks the blend, which has learnt nothing and speaks alone of all other texts. `docs/salience.md` is the
//! model card: what it was learnt from, how good it is, where it fails.

use super::feature::{Features, blended};
use super::tree::Forest;
use super::{Ranker, scaled};
use crate::Document;

/// How much the blend counts where the forest counts 1.
pub(super) const BLEND: f64 = 0.3;

/// Ranks sentences by what a forest has learnt, beside the blend.
#[derive(Clone, Copy, Debug, Default)]
pub struct Learned;

impl Learned {
    /// The salience of sentences of these features, as a forest and the blend see them together.
    #[must_use]
    pub fn salience(forest: &Forest, features: &Features) -> Vec<f32> {
        scaled(&voices(forest, features).sums())
    }
}

impl Ranker for Learned {
    fn name(&self) -> &'static str {
        "learned"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let forest = Forest::shipped();
        if forest.knows_nothing_of(document.columns().sentence_spans.len()) {
            return alone(blended(document));
        }
        Learned::salience(forest, &Features::of(document))
    }
}

/// The salience where the blend speaks alone.
fn alone(mut blend: Vec<f64>) -> Vec<f32> {
    let scale = Scale::of(&blend, BLEND);
    blend.iter_mut().for_each(|value| *value = scale.apply(*value));
    scaled(&blend)
}

/// What both voices say, and the scales that bring each to mean 0 and deviation 1 over the document.
pub(super) struct Voices {
    forest: Vec<f64>,
    blend: Vec<f64>,
    pub(super) forest_scale: Scale,
    pub(super) blend_scale: Scale,
}

/// What both say of these sentences.
pub(super) fn voices(forest: &Forest, features: &Features) -> Voices {
    let familiarity = f64::from(forest.familiarity(features));
    let blend = features.parts.sums();
    // What would count nothing is not asked.
    let scores = if familiarity > 0.0 { forest.scores(features) } else { vec![0; blend.len()] };
    let forest: Vec<f64> = scores.into_iter().map(f64::from).collect();
    let (forest_scale, blend_scale) = (Scale::of(&forest, familiarity), Scale::of(&blend, BLEND));
    Voices { forest, blend, forest_scale, blend_scale }
}

impl Voices {
    fn sums(&self) -> Vec<f64> {
        let sum = |(forest, blend): (&f64, &f64)| self.forest_scale.apply(*forest) + self.blend_scale.apply(*blend);
        self.forest.iter().zip(&self.blend).map(sum).collect()
    }
}

/// What brings the values of a document to mean 0 and some deviation; all alike become 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    mean: f64,
    pub(super) factor: f64,
}

impl Scale {
    fn of(values: &[f64], deviation: f64) -> Scale {
        let count = values.len().max(1) as f64;
        let mean = values.iter().sum::<f64>() / count;
        let own = (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count).sqrt();
        Scale { mean, factor: if own > 1e-9 { deviation / own } else { 0.0 } }
    }

    fn apply(self, value: f64) -> f64 {
        (value - self.mean) * self.factor
    }
}

#[cfg(test)]
mod tests {
    use super::{Features, Learned, Scale};
    use crate::Document;
    use crate::rank::tree::Forest;
    use crate::rank::{Blend, Ranker};

    const TEXT: &str = "It was cold. The council of Holm voted on Monday to close the old bridge over the Lind. Repairs of \
        the bridge will cost 4 million crowns, the council said. Ducks were seen. Nobody knows what the ducks want.";

    #[test]
    fn the_same_text_has_the_same_salience() {
        let rank = || Learned.rank(&Document::parse(TEXT));
        assert_eq!(rank(), rank());
    }

    #[test]
    fn a_forest_that_knows_nothing_leaves_the_word_to_the_blend() {
        let document = Document::parse(TEXT);
        let learned = Learned::salience(&Forest::default(), &Features::of(&document));
        for (learned, blend) in learned.iter().zip(Blend.rank(&document)) {
            assert!((learned - blend).abs() < 1e-5, "{learned} and {blend}");
        }
    }

    #[test]
    fn where_the_blend_speaks_alone_nothing_else_is_made() {
        // Sentences of all kinds, and more of them than the forest has seen in any text.
        let said = ["We paid $4 million.", "Grad G: Why?", "Here we propose a dam.", "The dam of Holm", "Yes."];
        let line = |at: usize| format!("{} {at}", said[at % said.len()]);
        let text = (0..6000).map(line).collect::<Vec<_>>().join("\n\n");
        let document = Document::parse(&text);
        let forest = Forest::shipped();
        assert!(forest.knows_nothing_of(6000) && !forest.knows_nothing_of(600));
        let features = Features::of(&document);
        assert_eq!(forest.familiarity(&features), 0.0);
        assert_eq!(Learned.rank(&document), Learned::salience(forest, &features));
    }

    #[test]
    fn standard_values_have_mean_0_and_the_deviation_asked_for() {
        let apply =
            |values: &[f64]| -> Vec<f64> { values.iter().map(|it| Scale::of(values, 2.0).apply(*it)).collect() };
        assert_eq!(apply(&[1.0, 3.0]), [-2.0, 2.0]);
        assert_eq!(apply(&[2.0, 2.0]), [0.0, 0.0]);
        assert_eq!(apply(&[]), []);
    }
}
