//! What says something as a phrase of its own, in English: nouns do, and `nuclear`, `hidden`, `see` and `least` do not.
//! The places decide where a word stands, beside a short list of what stands in them and is none: a noun ends a row of words,
//! and before it stands an article, a preposition or what describes it.

use super::candidate::{Candidate, Candidates};
use super::lexicon::{BEFORE_VERB, DETERMINER, JOIN, Lexicon, PREPOSITION};
use crate::part_of_speech::{Part, part_of};
use crate::{Document, Span};

/// Words that stand where nouns do and name nothing, alone with a capital neither, sorted; beside what [`part_of`] knows.
#[rustfmt::skip]
const NO_NOUNS: [&str; 125] = [
    "aboard", "above", "aged", "alone", "along", "alongside", "amok", "anyone", "anyways", "atop", "bad", "below",
    "beneath", "beside", "besides", "big", "black", "blue", "brown", "comedic", "common", "complete", "corrupt",
    "cultural", "cute", "dead", "deep", "definitely", "downstairs", "due", "east", "eastern", "empty", "entire",
    "except", "extra", "finally", "former", "free", "fresh", "frozen", "full", "gray", "green", "grey", "half", "happy",
    "hard", "highest", "hot", "huge", "hurt", "incase", "inside", "invited", "lack", "latest", "learned", "learnt",
    "least", "led", "like", "live", "live-action", "longer", "lots", "lower", "lucky", "mad", "moody", "most", "next",
    "nice", "north", "northern", "off-limits", "old", "ones", "online", "outside", "overshot", "past", "pink",
    "political", "postural", "pretty", "proud", "purple", "red", "rest", "sad", "sake", "see", "short", "slow", "slung",
    "smart", "south", "southern", "still", "strange", "such", "sugary", "sure", "th", "til", "toughest", "towards",
    "true", "upstairs", "upto", "uptown", "versus", "well-known", "west", "western", "wet", "white", "whole", "worth",
    "wrong", "year-round", "yellow", "young", "younger",
];
/// How adjectives end, and some nouns: these say something alone where they mostly stand as nouns do.
const ADJECTIVES: [&str; 9] = ["able", "al", "ar", "ary", "ible", "ic", "ive", "ous", "less"];
/// What is left of a word that stands where nouns do, but less often than elsewhere.
const DOUBTFUL: f32 = 0.5;
/// What is left of one that never stands as a whole, but behind an article, as if a verb followed.
const LIKELY: f32 = 0.75;
/// Participles are longer than these: `bed`, `king`.
const SHORT_ED: usize = 5;
const SHORT_ING: usize = 5;

/// Where a candidate stands in the text.
#[derive(Clone, Copy, Default)]
struct Places {
    all: u32,
    /// Where it is whole: no more of the phrase or the name follows.
    whole: u32,
    /// Of these, behind an article; behind what describes it; behind a preposition, and behind `of`.
    determined: u32,
    described: u32,
    introduced: u32,
    governed: u32,
    /// Where verbs stand.
    verbal: u32,
    /// Whether it stands as no whole, but where nouns begin.
    is_behind_article: bool,
}

impl Candidates<'_> {
    /// What is left of the worth of a candidate of an English text that is a piece of a phrase, or no noun.
    pub(super) fn alone(&self, document: &Document<'_>, it: &Candidate, followers: &[u32]) -> f32 {
        let mut places = Places::default();
        for start in self.places(it, followers) {
            self.note(document, it, start + it.words - 1, &mut places);
        }
        self.share(document, it, places)
    }

    fn note(&self, document: &Document<'_>, it: &Candidate, word: u32, places: &mut Places) {
        let start = word + 1 - it.words;
        places.all += 1;
        let text = self.span(word).of(document.text()).unwrap_or_default();
        let before = self.class_before(document, start);
        places.verbal += u32::from(before & BEFORE_VERB != 0 || is_past(text));
        let next = word + 1;
        let is_part = if it.is_name { self.is_of_name(next) } else { self.is_content(next) };
        // `Hell's Kitchen`: two halves of a name.
        let halved = it.is_name && it.words == 1 && self.is_halved(document, word);
        if is_part && self.is_joined(next) || halved {
            places.is_behind_article |=
                self.is_initial(start) && text.ends_with('s') || self.is_determined(before, start);
            return;
        }
        places.whole += 1;
        if self.is_determined(before, start) {
            places.determined += 1;
        } else if self.is_described(start) {
            places.described += 1;
        } else if before & PREPOSITION != 0 {
            places.introduced += 1;
            places.governed += u32::from(before & JOIN != 0);
        }
    }

    /// Whether an article or a possessive stands right before a word, behind a word of such a class.
    fn is_determined(&self, before: u8, word: u32) -> bool {
        let is_owned = |owner: u32| !self.is_initial(word) && self.possessive(self.span(owner)) > 0;
        before & DETERMINER != 0 || word.checked_sub(1).is_some_and(is_owned)
    }

    /// Whether an adjective or a noun stands right before a word; behind a name or several things there may be a verb.
    fn is_described(&self, word: u32) -> bool {
        let Some(before) = word.checked_sub(1).filter(|_| !self.is_initial(word)) else { return false };
        let is_plural = self.bytes.get(self.span(before).end.saturating_sub(1) as usize) == Some(&b's');
        self.is_content(before) && !self.is_of_name(before) && !is_plural && self.is_joined(word)
    }

    /// Whether a possessive is between a word and a name before or behind it.
    fn is_halved(&self, document: &Document<'_>, word: u32) -> bool {
        let gap = |before: u32| {
            let (before, after) = (self.span(before), self.span(before + 1));
            let gap = Span::new(before.end, after.start).of(document.text());
            self.possessive(before) > 0 && gap.is_some_and(|gap| gap.trim_start().is_empty())
        };
        self.is_of_name(word + 1) && gap(word) || word > 0 && self.is_of_name(word - 1) && gap(word - 1)
    }

    /// The class of what stands right before a word.
    fn class_before(&self, document: &Document<'_>, word: u32) -> u8 {
        if word == 0 || self.is_initial(word) || !self.is_joined(word) {
            return 0;
        }
        let stem = document.term(self.number(word - 1));
        Lexicon::of(document.language()).map_or(0, |lexicon| lexicon.class(stem.as_bytes()))
    }

    /// What is left of the worth of a candidate that stands so.
    fn share(&self, document: &Document<'_>, it: &Candidate, places: Places) -> f32 {
        let word = |at: u32| self.span(at).of(document.text()).unwrap_or_default();
        let (first, last) = (word(it.start), word(it.start + it.words - 1));
        let is_lower = !first.starts_with(char::is_uppercase);
        let is_address = last.contains('.') && last.ends_with(char::is_lowercase);
        let is_piece = places.whole == 0 && (it.is_name || it.words > 1) && (it.words == 1 || it.count > 1);
        if is_address || is_piece {
            return 0.0;
        }
        match it.words {
            1 if is_lower || !it.is_name => nominal(last, places),
            1 => f32::from(u8::from(!is_one_of(&NO_NOUNS, last))),
            // "to provide material support" begins with a verb.
            _ if it.is_name => 1.0,
            _ if is_no_noun(last) || it.range().any(|at| is_verb(word(at))) => 0.0,
            _ if it.count == 1 && (places.verbal > 0 || last.ends_with("ing") && places.determined == 0) => 0.0,
            _ => 1.0,
        }
    }
}

/// How much of a noun a word is that stands so.
fn nominal(text: &str, places: Places) -> f32 {
    if is_no_noun(text) || places.verbal * 3 > places.all || is_past(text) {
        return 0.0;
    }
    let beside = places.determined + places.described;
    let (nouns, is_sure) = if text.len() > SHORT_ING && text.ends_with("ing") {
        (beside + places.governed, places.determined * 2 >= places.all)
    } else if ADJECTIVES.iter().any(|ending| text.ends_with(ending)) {
        (beside + places.introduced, (beside + places.introduced) * 2 > places.all)
    } else {
        (beside + places.introduced + u32::from(text.ends_with('s') && !text.ends_with("ss")), true)
    };
    match (nouns, is_sure) {
        // What follows may be a verb, or what it describes: `the whale left`, `the nuclear plant`.
        _ if places.whole == 0 && places.is_behind_article => LIKELY,
        (0, _) => 0.0,
        (_, true) => 1.0,
        _ => DOUBTFUL,
    }
}

/// Whether a word stands where nouns do and names nothing.
fn is_no_noun(text: &str) -> bool {
    is_one_of(&NO_NOUNS, text) || part_of(text).is_some()
}

/// Whether a word is a verb or an adverb, which no phrase holds.
fn is_verb(text: &str) -> bool {
    matches!(part_of(text), Some(Part::Adverb | Part::Verb))
}

/// Whether a word looks like a past participle.
fn is_past(text: &str) -> bool {
    text.len() > SHORT_ED && text.ends_with("ed")
}

fn is_one_of(words: &[&str], word: &str) -> bool {
    let small = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    words.binary_search_by(|it| it.bytes().cmp(small())).is_ok()
}
