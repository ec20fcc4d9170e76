//! `trim`: one sentence made short enough for a headline, by deleting and never by inventing or reordering. The
//! decision behind it: the guards weigh more than the operations. A line is whole and grammatical, or it says that it
//! is clipped.
//!
//! [`headline`] lists what may be deleted from the sentence (`heads`, `english`, `tails`: operations at its beginning,
//! inside and at its end; `plain`: the few of other languages), tries the combinations that fit the limit, keeps
//! the longest one that no guard objects to, and tells where in the source each kept piece lies.

mod awkward;
mod brackets;
mod clip;
mod complements;
mod dateline;
mod english;
mod gentle;
mod guards;
mod heads;
mod joining;
mod lead;
mod noun_phrase;
mod plain;
mod presented;
mod room;
mod tails;
#[cfg(test)]
mod tests;
mod times;
mod tokens;
mod tongues;
mod unmarked;
mod unspaced;
mod verbs;
mod window;
mod words;

use crate::part_of_speech::part_of;
use crate::{Length, Span};
use joining::Line;

pub use gentle::gentle;
pub use lead::{Lead, lowered};
pub use room::Room;
pub use unmarked::unmarked;

/// A shortened sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trimmed {
    /// The kept pieces of the source text: absolute offsets, in order, none empty, on character boundaries.
    pub spans: Vec<Span>,
    /// The kept pieces joined: white space collapsed, the first letter a capital, no final full stop.
    pub text: String,
    /// No whole line fits: words were cut off at the end as the last resort.
    pub clipped: bool,
    /// The line weighs more than the limit, because no shorter one was whole (or one word alone weighs more).
    pub over_length: bool,
}

/// Shortens the sentence at `sentence` of `text` to `limit`; `language` is a BCP-47 code such as `en`, `pt-BR` or
/// `und`.
///
/// A sentence that fits stays as it is, but for its dateline and its full stop. A whole line of up to 160 % of the
/// limit is preferred to a torn one and says so in [`Trimmed::over_length`]. A limit in sentences keeps the sentence
/// whole, one in per cent is of its words. `None` means that there is no word in the sentence.
///
/// ```
/// use summariser_core::{Length, Span, trim};
/// let text = "The mill, which had stood empty for years, burnt to the ground on Friday as villagers looked on.";
/// let sentence = Span::of_range(0..text.len());
/// let line = trim::headline(text, sentence, "en", Length::Chars(40)).unwrap();
/// assert_eq!(line.text, "The mill burnt to the ground on Friday");
/// assert_eq!(line.spans, [Span::new(0, 8), Span::new(43, 72)]);
/// assert!(!line.clipped && !line.over_length);
/// ```
#[must_use]
pub fn headline(text: &str, sentence: Span, language: &str, limit: Length) -> Option<Trimmed> {
    Lead::new(text, sentence, language, &lowered(text, sentence)).headline(Room::Within(limit))
}

/// As [`headline`], in headlinese: English articles are left out where nothing hangs on them (not in names, quotations,
/// `a few` and their like), and weigh nothing. In other languages it is the same as [`headline`].
///
/// ```
/// use summariser_core::{Length, Span, trim};
/// let text = "A storm swept the old mill of The Hague into the canal on Friday night, and a few boats with it.";
/// let line = trim::headlinese(text, Span::of_range(0..text.len()), "en", Length::Chars(90)).unwrap();
/// assert_eq!(line.text, "Storm swept old mill of The Hague into canal on Friday night, and a few boats with it");
/// ```
#[must_use]
pub fn headlinese(text: &str, sentence: Span, language: &str, limit: Length) -> Option<Trimmed> {
    Lead::new(text, sentence, language, &lowered(text, sentence)).headlinese(Room::Within(limit))
}

/// How much speaks against the sentence at `sentence` of `text` as a headline: 0 is good, higher is worse.
///
/// ```
/// use summariser_core::{Span, trim::awkwardness};
/// let of = |text: &str| awkwardness(text, Span::of_range(0..text.len()), "en");
/// assert_eq!(of("The ferry to the islands stops running next winter."), 0.0);
/// assert!(of("But they were not told why.") > of("They were not told the reason by anyone."));
/// assert!(of("Who would want to live on an island in winter?") > 0.0);
/// ```
#[must_use]
pub fn awkwardness(text: &str, sentence: Span, language: &str) -> f32 {
    Lead::new(text, sentence, language, &lowered(text, sentence)).awkwardness()
}

/// How much more speaks against a sentence that is not the first one of its text: one that opens on *The move* or *Both
/// men* means what was said before. ([`Lead::hanging`] is also told what that was.)
///
/// ```
/// use summariser_core::{Span, trim::hanging};
/// let of = |text: &str| hanging(text, Span::of_range(0..text.len()), "en");
/// assert!(of("The move was welcomed by the ferrymen.") > of("The mayor of Pell welcomed the ferrymen."));
/// ```
#[must_use]
pub fn hanging(text: &str, sentence: Span, language: &str) -> f32 {
    Lead::new(text, sentence, language, &lowered(text, sentence)).hanging(&[])
}

/// What the sentence says that a paper presents (`we propose [a method for ..]`), or the clause that it shows, as a
/// title: `None` where it says no such thing, what it presents points back at another sentence, or the language is not
/// English.
///
/// ```
/// use summariser_core::{Length, Span, trim};
/// let text = "In this paper, we present a cheap method for counting eels under ice, which needs no nets.";
/// let line = trim::presented(text, Span::of_range(0..text.len()), "en", Length::Chars(75)).unwrap();
/// assert_eq!(line.text, "Cheap method for counting eels under ice");
/// ```
#[must_use]
pub fn presented(text: &str, sentence: Span, language: &str, limit: Length) -> Option<Trimmed> {
    Lead::new(text, sentence, language, &lowered(text, sentence)).presented(Room::Within(limit))
}

/// Whether a word can be what speaks where a sentence [`presents`](Lead::presents) something: *we*, *paper*, *study*. A sentence without
/// one need not be asked.
#[must_use]
pub fn speaks(word: &str) -> bool {
    presented::is_speaker(word.as_bytes())
}

/// Whether an English word, in whatever case, may be a noun or a name: it is none of the few thousand that are hardly ever one.
///
/// ```
/// use summariser_core::trim::may_be_noun;
/// assert!(may_be_noun("Harbour") && !may_be_noun("Suppose") && !may_be_noun("similar"));
/// ```
#[must_use]
pub fn may_be_noun(word: &str) -> bool {
    let small = word.to_ascii_lowercase();
    part_of(&small).is_none() && !(small.len() > "early".len() && small.ends_with("ly"))
}

/// Whether an English line has a pronoun that means something outside of it: a line may lack what its sentence had.
///
/// ```
/// use summariser_core::trim::points_away;
/// assert!(points_away("Nora Vale painted them"));
/// assert!(!points_away("Nora Vale sold the horses and painted them"));
/// ```
#[must_use]
pub fn points_away(line: &str) -> bool {
    awkward::points_away(&tokens::tokens(line, &tokens::lowered(line)))
}

fn trimmed(line: Line, start: usize, limit: Length, clipped: bool) -> Trimmed {
    let over_length = limit.measure(&line.text) > limit.limit(0);
    let spans = line.pieces.iter().map(|piece| Span::of_range(start + piece.start..start + piece.end)).collect();
    Trimmed { spans, text: line.text, clipped, over_length }
}
