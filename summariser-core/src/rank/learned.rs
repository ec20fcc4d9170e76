//! Learned: the judgement of a forest that has seen what people kept of some nine thousand texts, over features that hold
//! no words. On a genre it never saw, a forest may be worse than counting; so its score is one voice beside the blend's
//! and the early place's, all brought to one scale over the document. `docs/salience.md` says what it was learnt from.

use super::feature::Features;
use super::tree::Forest;
use super::{Ranker, blend, scaled};
use crate::Document;

/// How much each voice counts beside the forest's 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Voices {
    /// An early place: this much for the first sentence, fading by the distance of two sentences.
    pub lead: f64,
    /// The classical [`Blend`](super::Blend).
    pub blend: f64,
}

impl Voices {
    /// What cross-validation and genres left out of training agree on.
    pub const DEFAULT: Voices = Voices { lead: 0.0, blend: 0.5 };
}

impl Default for Voices {
    fn default() -> Voices {
        Voices::DEFAULT
    }
}

/// Over how many sentences the bonus for an early place fades.
const FADE: f64 = 2.0;

/// Ranks sentences by what a forest has learnt, beside blend and lead.
#[derive(Clone, Copy, Debug, Default)]
pub struct Learned {
    /// How the voices are weighed.
    pub voices: Voices,
}

impl Learned {
    /// The salience that the scores of a forest give the sentences they are for.
    #[must_use]
    pub fn mix(&self, scores: &[i32], features: &Features) -> Vec<f32> {
        let forest = standardised(&scores.iter().map(|score| f64::from(*score)).collect::<Vec<_>>());
        let blend = standardised(&blend::sum(&scaled(&features.graph), &scaled(&features.centroid)));
        let voices = forest.iter().zip(&blend).enumerate();
        let sum = |(place, (forest, blend)): (usize, (&f64, &f64))| {
            forest + self.voices.blend * blend + self.voices.lead * libm::exp(-(place as f64) / FADE)
        };
        scaled(&voices.map(sum).collect::<Vec<_>>())
    }
}

impl Ranker for Learned {
    fn name(&self) -> &'static str {
        "learned"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let features = Features::of(document);
        self.mix(&Forest::shipped().scores(&features), &features)
    }
}

/// Brings values to mean 0 and deviation 1; all alike become 0.
fn standardised(values: &[f64]) -> Vec<f64> {
    let count = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / count;
    let deviation = (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count).sqrt();
    let scale = if deviation > 1e-9 { 1.0 / deviation } else { 0.0 };
    values.iter().map(|value| (value - mean) * scale).collect()
}

#[cfg(test)]
mod tests {
    use super::{Features, Learned, Voices, standardised};
    use crate::Document;
    use crate::rank::{Blend, Ranker};

    const TEXT: &str = "It was cold. The council of Holm voted on Monday to close the old bridge over the Lind. Repairs of \
        the bridge will cost 4 million crowns, the council said. Ducks were seen. Nobody knows what the ducks want.";

    #[test]
    fn the_same_text_has_the_same_salience() {
        let rank = || Learned::default().rank(&Document::parse(TEXT));
        assert_eq!(rank(), rank());
    }

    #[test]
    fn a_forest_that_says_nothing_leaves_the_order_to_the_blend() {
        let document = Document::parse(TEXT);
        let features = Features::of(&document);
        let learned =
            Learned { voices: Voices { lead: 0.0, blend: 1.0 } }.mix(&vec![7; features.sentences()], &features);
        for (learned, blend) in learned.iter().zip(Blend.rank(&document)) {
            assert!((learned - blend).abs() < 1e-5, "{learned} and {blend}");
        }
    }

    #[test]
    fn standard_values_have_mean_0_and_deviation_1() {
        assert_eq!(standardised(&[1.0, 3.0]), [-1.0, 1.0]);
        assert_eq!(standardised(&[2.0, 2.0]), [0.0, 0.0]);
        assert_eq!(standardised(&[]), []);
    }
}
