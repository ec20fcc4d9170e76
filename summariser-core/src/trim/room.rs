//! [`Room`]: how long a line may be, and what a line of some length is worth. Who names a length gets the fullest line that
//! fits it. Where nobody does, a line may be longer than usual if a shorter one would lack what tells which thing is meant:
//! losing that is worse than a long line.

use crate::Length;

/// How long a line may be.
///
/// ```
/// use summariser_core::{Length, Span, trim::{Lead, Room, lowered}};
/// let text = "Leaders of both towns met the ferrymen on Friday at a summit on the closure of the northern lock.";
/// let sentence = Span::of_range(0..text.len());
/// let small = lowered(text, sentence);
/// let lead = Lead::new(text, sentence, "en", &small);
/// let line = |room| lead.headline(room).unwrap().text;
/// assert_eq!(line(Room::Within(Length::Chars(75))), "Leaders of both towns met the ferrymen on Friday at a summit");
/// assert_eq!(
///     line(Room::Near(Length::Chars(75))),
///     "Leaders of both towns met the ferrymen at a summit on the closure of the northern lock"
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Room {
    /// As much of the sentence as fits; more, up to 160 % of it, only where no such line is whole.
    Within(Length),
    /// About so much: more, up to 213 % of it, where the line would otherwise lack what matters more than its length, and up
    /// to 267 % only where no such line is whole.
    Near(Length),
}

/// What a line may weigh, in per cent of the limit; a torn line is worse than a long one.
pub(super) const TIERS: [usize; 3] = [100, 125, 160];
/// The same where nobody named a length: 160 characters of 75, if each beyond 120 is worth much, or else 200.
const NEAR: [usize; 2] = [213, 267];

/// How many bytes a line has that costs are made for.
const USUAL: f32 = 75.0;
/// So much of it is enough; what each byte is worth between this and the usual length, and what each one beyond costs. A
/// time (0.5) goes for less than a word, a phrase (7) stays if it has up to 58 bytes.
const ENOUGH: f32 = 0.75;
const MORE: f32 = 0.1;
const BYTE: f32 = 0.12;
/// What each one costs beside that beyond 120 bytes, where a line is too long for most.
const LONG: f32 = 120.0;
const FAR: f32 = 0.4;

impl Room {
    /// The length that it is about.
    #[must_use]
    pub const fn length(self) -> Length {
        match self {
            Room::Within(length) | Room::Near(length) => length,
        }
    }

    /// The same with another length.
    pub(super) const fn with(self, length: Length) -> Room {
        match self {
            Room::Within(_) => Room::Within(length),
            Room::Near(_) => Room::Near(length),
        }
    }

    /// So many per cent of the length.
    pub(super) fn percent(self, percent: usize) -> usize {
        self.length().limit(0).saturating_mul(percent) / 100
    }

    /// The tier of a line of some weight, the lowest the best; `None` if it is too long.
    pub(super) fn tier(self, weight: usize) -> Option<usize> {
        let tiers: &[usize] = if matches!(self, Room::Near(_)) { &NEAR } else { &TIERS };
        tiers.iter().position(|&percent| weight <= self.percent(percent))
    }

    /// Whether a line of some weight may end on who said so. Who names a length is told more of the news instead.
    pub(super) fn has_source(self, weight: usize) -> bool {
        matches!(self, Room::Near(_)) && weight <= self.percent(NEAR[0])
    }

    /// What a line of a tier is worth, beside others of the same one: by its weight, and by what it lacks, which `cost`
    /// tells in bytes of text.
    pub(super) fn worth(self, tier: usize, weight: usize, cost: f32) -> f32 {
        match self {
            Room::Near(length) => {
                // Costs are those of a usual line, whatever its length is counted in.
                let weight = weight as f32 * USUAL / length.limit(0) as f32;
                let (enough, usual) = (weight.min(USUAL * ENOUGH), weight.min(USUAL));
                let far = FAR * (weight - LONG).max(0.0);
                enough + MORE * (usual - enough) - BYTE * (weight - usual) - far - cost
            }
            Room::Within(length) => {
                // A unit of the limit in bytes, so that costs mean the same for words.
                let weight = weight as f32 * if matches!(length, Length::Words(_)) { 6.0 } else { 1.0 };
                if tier == 0 { weight - cost } else { -weight - cost }
            }
        }
    }
}
