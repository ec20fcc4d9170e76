//! Blend: what can be known of salience without having learnt anything. Centrality says what the text dwells on, position
//! what its writer put first, and two signs what he would underline: that he says what he does ("we propose"), and, in a
//! text that is dense with amounts, the amounts. Each alone loses on some kind of text, their sum on fewer.

use super::graph::{Sides, sides};
use super::surface::Surface;
use super::vector::Vectors;
use super::{Ranker, scaled};
use crate::Document;

/// How much each part counts where the graph counts 1, and by what share a place counts less than the one before it.
const LEAD: f64 = 0.5;
const FADE: f64 = 0.670_320_046_035_639_3; // exp(-2/5)
const ANNOUNCEMENT: f64 = 0.5;
const AMOUNT: f64 = 0.35;
/// Amounts count in texts with more than the first number of them a sentence, and fully from the second on: reports of
/// results and calls about them, hardly ever news.
const DENSE: (f64, f64) = (0.6, 1.0);
/// More amounts in a sentence than this are no more telling.
const MOST_AMOUNTS: f64 = 4.0;
/// Where this share of the sentences announces, places count nothing: an abstract says itself what matters in it.
const ANNOUNCED: f64 = 0.25;
/// In a text of more sentences than the first number the even degree counts beside the one that leans on what comes
/// later, and as much as that from the second on: a story does not take up its beginning to the end.
const LONG: (f64, f64) = (200.0, 400.0);
/// Not so where this share of the sentences begins with a speaker: talk comes to the point and leaves it.
const TALK: f64 = 1.0 / 3.0;

/// Ranks sentences by graph, an early place, announcements and, where there are many, amounts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Blend;

impl Ranker for Blend {
    fn name(&self) -> &'static str {
        "blend"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let sides = sides(&Vectors::damped(document), document.terms());
        scaled(&Parts::new(&sides, &Surface::all(document)).sums())
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
    /// The parts of the sentences with these sides and surfaces.
    pub(super) fn new(sides: &[Sides], surfaces: &[Surface]) -> Parts {
        let mean = |of: fn(&Surface) -> f32| {
            surfaces.iter().map(|it| f64::from(of(it))).sum::<f64>() / surfaces.len().max(1) as f64
        };
        let spoken = mean(|it| it.speaker);
        let dense = part_of(mean(|it| it.figures), DENSE);
        let lead = LEAD * (1.0 - (mean(|it| it.announces) / ANNOUNCED).min(1.0) * (1.0 - spoken));
        let amounts = |it: &Surface| AMOUNT * dense * f64::from(it.figures).min(MOST_AMOUNTS);
        // Who speaks says "I think" and "we propose" of what he does at that moment, not of what the text is about.
        let announcement = |it: &Surface| ANNOUNCEMENT * (1.0 - spoken) * f64::from(it.announces);
        Parts {
            likeness: likeness(sides, part_of(surfaces.len() as f64, LONG) * (1.0 - (spoken / TALK).min(1.0))),
            place: std::iter::successors(Some(lead), |lead| Some(lead * FADE)).take(surfaces.len()).collect(),
            amounts: surfaces.iter().map(amounts).collect(),
            announcement: surfaces.iter().map(announcement).collect(),
        }
    }

    /// Their sum for each sentence.
    pub(super) fn sums(&self) -> Vec<f64> {
        let part = |at: usize| self.likeness[at] + self.place[at] + self.amounts[at] + self.announcement[at];
        (0..self.likeness.len()).map(part).collect()
    }
}

/// How far a value is between two bounds, 0..=1.
fn part_of(value: f64, (from, to): (f64, f64)) -> f64 {
    ((value - from) / (to - from)).clamp(0.0, 1.0)
}

/// The leaning degree, and beside it so much of the even one.
fn likeness(sides: &[Sides], even: f64) -> Vec<f64> {
    let degrees = |of: fn(Sides) -> f64| scaled(&sides.iter().copied().map(of).collect::<Vec<_>>());
    let mut likeness: Vec<f64> = degrees(Sides::leaning).into_iter().map(f64::from).collect();
    if even > 0.0 {
        let add = |(sum, degree): (&mut f64, f32)| *sum += even * f64::from(degree);
        likeness.iter_mut().zip(degrees(Sides::even)).for_each(add);
    }
    likeness
}

#[cfg(test)]
mod tests {
    use super::{LEAD, Parts, Sides};
    use crate::rank::surface::Surface;

    #[test]
    fn parts_count_as_far_as_the_kind_of_text_lets_them() {
        let said = Surface { announces: 1.0, ..Surface::default() };
        let spoken = Surface { speaker: 1.0, ..said };
        let plain = Surface::default();
        // The sentences, and what the place and the announcement of the first are worth.
        let cases: [(&[Surface], f64, f64); 4] = [
            (&[plain, plain], LEAD, 0.0),
            (&[said, plain], 0.0, 0.5),
            (&[spoken, spoken], LEAD, 0.0),
            (&[said, plain, plain, plain, plain, plain, plain, plain], LEAD / 2.0, 0.5),
        ];
        for (surfaces, place, announcement) in cases {
            let parts = Parts::new(&vec![Sides { later: 1.0, earlier: 0.0 }; surfaces.len()], surfaces);
            assert_eq!((parts.place[0], parts.announcement[0]), (place, announcement), "{surfaces:?}");
        }
    }

    #[test]
    fn in_long_texts_that_nobody_speaks_looking_back_counts_as_looking_ahead() {
        let first = |sentences: usize, speaker: f32| {
            let mut sides = vec![Sides { later: 0.0, earlier: 0.0 }; sentences];
            sides[0] = Sides { later: 0.0, earlier: 1.0 };
            sides[1] = Sides { later: 1.0, earlier: 0.0 };
            Parts::new(&sides, &vec![Surface { speaker, ..Surface::default() }; sentences]).likeness[0]
        };
        let cases = [(20, 0.0, 0.3), (200, 0.0, 0.3), (300, 0.0, 0.8), (500, 0.0, 1.3), (500, 0.5, 0.3)];
        for (sentences, speaker, wanted) in cases {
            let got = first(sentences, speaker);
            assert!((got - wanted).abs() < 1e-6, "{sentences} sentences, {speaker} spoken: {got}");
        }
    }
}
