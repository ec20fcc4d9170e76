//! Familiarity: how like a text is to those that the forest has learnt from. A forest asked about a kind of text it never
//! saw answers as firmly as ever, and is often wrong; so its voice counts as far as the text is of a kind that it knows,
//! and what has learnt nothing speaks for the rest. A kind is a set of means and spreads of what the [features] say of
//! whole documents; the distance is that of a naive Gaussian, to the nearest kind.
//!
//! [features]: super::feature

use super::feature::Features;

/// How many measures a document has.
pub const MEASURES: usize = 12;

/// Texts no farther than the first from the nearest kind are wholly familiar, those beyond the second not at all.
/// Both were chosen by how genres fare that are left out of training.
const NEAR: f32 = 0.8;
const FAR: f32 = 1.0;
/// One measure makes no text stranger than this.
const MOST: f32 = 16.0;

/// One kind of text: for each measure its mean and its spread, which is above 0.
pub type Kind = [(f32, f32); MEASURES];

/// The measures of a document; none if it has no sentence. Counts by their logarithm and shares by their root, so that
/// they spread more evenly.
#[must_use]
pub fn measures(features: &Features) -> Option<[f32; MEASURES]> {
    let [
        sentences,
        _,
        words,
        paragraphs,
        numbers,
        capitalised,
        quotes,
        question,
        speaker,
        unfinished,
        person,
        once,
        weight,
        _,
    ] = features.common()?;
    Some([
        log(sentences),
        log(words),
        paragraphs,
        numbers.sqrt(),
        capitalised.sqrt(),
        quotes.sqrt(),
        question.sqrt(),
        speaker.sqrt(),
        unfinished.sqrt(),
        person.sqrt(),
        once,
        weight,
    ])
}

fn log(value: f32) -> f32 {
    libm::logf(value.max(1.0))
}

/// How far a measure is from that of a kind.
fn apart(value: f32, (mean, spread): (f32, f32)) -> f32 {
    let apart = (value - mean) / spread;
    (apart * apart).min(MOST)
}

/// Whether a text is too far from a kind for the number of its sentences alone: no other measure can bring it nearer.
pub(super) fn is_strange(kind: &Kind, sentences: usize) -> bool {
    apart(log(sentences as f32), kind[0]) / MEASURES as f32 >= FAR
}

/// How familiar a document is, 0..=1, to whoever knows these kinds.
#[must_use]
pub fn familiarity(kinds: &[Kind], features: &Features) -> f32 {
    let Some(measures) = measures(features) else { return 0.0 };
    let distance = |kind: &Kind| {
        measures.iter().zip(kind).map(|(value, kind)| apart(*value, *kind)).sum::<f32>() / MEASURES as f32
    };
    let nearest = kinds.iter().map(distance).fold(f32::INFINITY, f32::min);
    ((FAR - nearest) / (FAR - NEAR)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::{MEASURES, familiarity, measures};
    use crate::Document;
    use crate::rank::feature::Features;

    #[test]
    fn a_text_is_familiar_to_whoever_knows_its_like() {
        let of = |text: &str| Features::of(&Document::parse(text));
        let news =
            of("The council of Holm closed the bridge on Monday. It will cost 4 million crowns, the mayor said.");
        let talk = of("A: Did you see it?\n\nB: I did!\n\nA: And?\n\nB: Well, you know me.");
        let mut kind = [(0.0, 0.1); MEASURES];
        let own = measures(&news).expect("it has sentences");
        kind.iter_mut().zip(own).for_each(|((mean, _), value)| *mean = value);
        assert_eq!(familiarity(&[kind], &news), 1.0);
        assert_eq!(familiarity(&[kind], &talk), 0.0);
        assert_eq!(familiarity(&[], &news), 0.0);
        assert_eq!(familiarity(&[kind], &of("")), 0.0);
    }
}
