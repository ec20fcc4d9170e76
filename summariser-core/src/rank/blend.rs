//! Blend: what can be known of salience without having learnt anything. Centrality says what the text dwells on, position
//! what its writer put first, and two signs what he would underline: that he says what he does ("we propose"), and, in a
//! text that is dense with amounts, the amounts. Each alone loses on some kind of text, their sum on fewer.

use super::graph::{Sides, sides};
use super::surface::{Signs, Surface};
use super::vector::Vectors;
use super::{Range, Ranker, scaled};
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
        let signs: Vec<Signs> = Surface::all(document).map(|it| it.signs()).collect();
        scaled(&Shares::of(signs.iter().copied()).sums(sides, &signs))
    }
}

/// How much the parts count in a document.
pub(super) struct Shares {
    /// The even degree beside the leaning one.
    even: f64,
    /// The first place.
    lead: f64,
    /// Amounts.
    dense: f64,
    /// Announcements.
    written: f64,
}

impl Shares {
    /// The shares in a document whose sentences have these signs.
    pub(super) fn of(signs: impl Iterator<Item = Signs>) -> Shares {
        let (mut sentences, mut spoken, mut figures, mut announced) = (0_usize, 0.0, 0.0, 0.0);
        for it in signs {
            sentences += 1;
            spoken += f64::from(u8::from(it.speaker));
            figures += f64::from(it.figures);
            announced += f64::from(u8::from(it.announces));
        }
        let mean = |sum: f64| sum / sentences.max(1) as f64;
        let spoken = mean(spoken);
        Shares {
            even: part_of(sentences as f64, LONG) * (1.0 - (spoken / TALK).min(1.0)),
            lead: LEAD * (1.0 - (mean(announced) / ANNOUNCED).min(1.0) * (1.0 - spoken)),
            dense: part_of(mean(figures), DENSE),
            // Who speaks says "I think" and "we propose" of what he does at that moment, not of what the text is about.
            written: 1.0 - spoken,
        }
    }

    /// What each place is worth, one after the other.
    fn places(&self) -> impl Iterator<Item = f64> + use<> {
        std::iter::successors(Some(self.lead), |lead| Some(lead * FADE))
    }

    fn amounts(&self, signs: Signs) -> f64 {
        AMOUNT * self.dense * f64::from(signs.figures).min(MOST_AMOUNTS)
    }

    fn announcement(&self, signs: Signs) -> f64 {
        ANNOUNCEMENT * self.written * f64::from(u8::from(signs.announces))
    }

    /// The sum of the parts for each sentence, as that of [`Parts`].
    pub(super) fn sums(&self, sides: Vec<Sides>, signs: &[Signs]) -> Vec<f64> {
        let mut sums = likeness(sides, self.even);
        for ((sum, place), signs) in sums.iter_mut().zip(self.places()).zip(signs) {
            *sum = *sum + place + self.amounts(*signs) + self.announcement(*signs);
        }
        sums
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
    /// The parts of the sentences with these sides and signs.
    pub(super) fn new(sides: Vec<Sides>, signs: impl Iterator<Item = Signs> + Clone) -> Parts {
        let shares = Shares::of(signs.clone());
        Parts {
            place: shares.places().take(sides.len()).collect(),
            likeness: likeness(sides, shares.even),
            amounts: signs.clone().map(|it| shares.amounts(it)).collect(),
            announcement: signs.map(|it| shares.announcement(it)).collect(),
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

/// The leaning degree, and beside it so much of the even one; in the place of the sides.
fn likeness(sides: Vec<Sides>, even: f64) -> Vec<f64> {
    let range = |of: fn(&Sides) -> f64| Range::of(sides.iter().map(of));
    let leaning = range(Sides::leaning);
    let both = (even > 0.0).then(|| range(Sides::even));
    let like = |sides: Sides| {
        let leaning = f64::from(leaning.apply(sides.leaning()));
        both.map_or(leaning, |both| leaning + even * f64::from(both.apply(sides.even())))
    };
    sides.into_iter().map(like).collect()
}

#[cfg(test)]
mod tests {
    use super::{LEAD, Parts, Shares, Sides, Signs};

    #[test]
    fn parts_count_as_far_as_the_kind_of_text_lets_them() {
        let said = Signs { announces: true, ..Signs::default() };
        let spoken = Signs { speaker: true, ..said };
        let plain = Signs::default();
        // The sentences, and what the place and the announcement of the first are worth.
        let cases: [(&[Signs], f64, f64); 4] = [
            (&[plain, plain], LEAD, 0.0),
            (&[said, plain], 0.0, 0.5),
            (&[spoken, spoken], LEAD, 0.0),
            (&[said, plain, plain, plain, plain, plain, plain, plain], LEAD / 2.0, 0.5),
        ];
        for (signs, place, announcement) in cases {
            let sides = vec![Sides { later: 1.0, earlier: 0.0 }; signs.len()];
            let parts = Parts::new(sides.clone(), signs.iter().copied());
            assert_eq!((parts.place[0], parts.announcement[0]), (place, announcement), "{signs:?}");
            assert_eq!(parts.sums(), Shares::of(signs.iter().copied()).sums(sides, signs), "{signs:?}");
        }
    }

    #[test]
    fn in_long_texts_that_nobody_speaks_looking_back_counts_as_looking_ahead() {
        let first = |sentences: usize, spoken: usize| {
            let mut sides = vec![Sides { later: 0.0, earlier: 0.0 }; sentences];
            sides[0] = Sides { later: 0.0, earlier: 1.0 };
            sides[1] = Sides { later: 1.0, earlier: 0.0 };
            let signs = (0..sentences).map(|at| Signs { speaker: at < spoken, ..Signs::default() });
            Parts::new(sides, signs).likeness[0]
        };
        let cases = [(20, 0, 0.3), (200, 0, 0.3), (300, 0, 0.8), (500, 0, 1.3), (500, 250, 0.3)];
        for (sentences, spoken, wanted) in cases {
            let got = first(sentences, spoken);
            assert!((got - wanted).abs() < 1e-6, "{sentences} sentences, {spoken} spoken: {got}");
        }
    }
}
