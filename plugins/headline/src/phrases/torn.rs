//! Whether a phrase is none for what stands at its ends or beside it: program text, what papers refer to, a verb that looks
//! like a noun, half of a date or of a score. It is asked of whole phrases, however they were found.

use super::words::Words;
use crate::MONTHS;
use summariser_core::document::{CAPITALISED, NUMBER};
use summariser_core::prelude::*;

/// What TeX and markup have beside words.
const PROGRAM: [char; 6] = ['{', '}', '\\', '$', '^', '_'];
/// What has a number in papers and books.
const REFERENCES: [&str; 9] =
    ["Appendix", "Box", "Chapter", "Equation", "Fig", "Figure", "Section", "Table", "Theorem"];
/// How long something is, which ends what `last` begins: `Last year members of the club ..`.
const TIMES: [&str; 12] = [
    "afternoon",
    "decade",
    "evening",
    "fall",
    "month",
    "morning",
    "night",
    "season",
    "spring",
    "summer",
    "week",
    "year",
];
/// What no phrase has: pronouns, and verbs that are written as they are spoken.
const SPOKEN: [&str; 7] = ["c'mon", "em", "gonna", "gotta", "it", "us", "wanna"];
/// What a verb stands behind: `don't scoop`, `it can cause death`.
#[rustfmt::skip]
const BEFORE_VERBS: [&str; 27] = [
    "can", "can't", "cannot", "can’t", "could", "couldn't", "couldn’t", "didn't", "didn’t", "doesn't", "doesn’t", "don't",
    "don’t", "gonna", "might", "must", "please", "should", "shouldn't", "shouldn’t", "they", "we", "will", "won't",
    "won’t", "would", "you",
];
/// What an -ing form stands behind that has an object.
const BEFORE_GERUNDS: [&str; 7] = ["after", "before", "both", "by", "when", "while", "without"];
/// What opens the object of a verb.
#[rustfmt::skip]
const DETERMINERS: [&str; 16] = [
    "a", "an", "another", "any", "her", "his", "its", "my", "our", "some", "that", "the", "their", "these", "this", "your",
];
/// What begins no phrase, also where a line of verse begins, and stands behind an adverb that tells how something is done:
/// `behaves differently from ..`.
const PREPOSITIONS: [&str; 10] = ["across", "at", "for", "from", "in", "on", "than", "to", "under", "with"];

impl Words<'_, '_> {
    /// Whether a phrase is torn from something, or is none.
    pub(super) fn is_torn(&self, span: Span) -> bool {
        let (first, last) = (self.at(span.start), self.at(span.end).saturating_sub(1));
        self.is_glued(span)
            || self.is_reference(first, last)
            || self.is_half(first, last)
            || self.is_verb(first, last)
            || PREPOSITIONS.iter().any(|it| it.eq_ignore_ascii_case(self.word(first)))
            || (first..=last).map(|word| self.word(word)).any(is_of_page)
    }

    /// `SA` of `\frac{SA}{\epsilon}`, `U.S.` of `U.S.-born`.
    fn is_glued(&self, span: Span) -> bool {
        let text = self.text;
        let (before, behind) = (text.get(..span.range().start), text.get(span.range().end..));
        let letter = |mark: &str| mark.starts_with(char::is_alphanumeric);
        let glued = |rest: &str| rest.strip_prefix(['-', '/']).is_some_and(letter);
        span.of(text).is_some_and(|phrase| phrase.contains(PROGRAM))
            || before.is_some_and(|before| before.ends_with(PROGRAM) || before.ends_with(['-', '/']))
            || behind.is_some_and(|behind| behind.starts_with(PROGRAM) || glued(behind))
    }

    /// `Figure 2.1`, `Holm et al`, `Holm and Tarn (2014)`.
    fn is_reference(&self, first: usize, last: usize) -> bool {
        let counted = last > first && self.word(last).starts_with(|c: char| c.is_ascii_digit());
        let cited =
            self.is(first, CAPITALISED) && self.text.get(self.span(last).range().end..).is_some_and(is_citation);
        counted && REFERENCES.contains(&self.word(first)) || self.word(last) == "al" || self.word(last) == "et" || cited
    }

    /// `October 11th Holm` of `On October 11th Holm confirmed`, `Pell 28-21`, `year club members` of `Last year club members`.
    fn is_half(&self, first: usize, last: usize) -> bool {
        let numeric = |word: usize| self.word(word).starts_with(|c: char| c.is_ascii_digit());
        let dated = last > first + 1 && MONTHS.contains(&self.word(first)) && numeric(first + 1);
        let is_score = |word: &str| word.contains(['-', '–']) && !word.contains(char::is_alphabetic);
        let scored = last > first && (self.is(last, NUMBER) || numeric(last)) && is_score(self.word(last));
        let recent = |word: &str| {
            ["each", "every", "last", "next", "this"].iter().any(|recent| recent.eq_ignore_ascii_case(word))
        };
        let timed = last > first
            && TIMES.contains(&self.word(first))
            && self.before(first).is_some_and(|before| recent(self.word(before)));
        dated || scored || timed
    }

    /// `scoop` of `don't scoop your bagel`, `network scales` of `a network scales poorly with its depth`.
    fn is_verb(&self, first: usize, last: usize) -> bool {
        if self.is(first, CAPITALISED) {
            return false;
        }
        let before = self.before(first).map_or("", |word| self.word(word));
        let is = |list: &[&str], word: &str| list.iter().any(|it| it.eq_ignore_ascii_case(word));
        let behind = if self.joined(last) { self.word(last + 1) } else { "" };
        let governs = first == last && is(&["to"], before) && DETERMINERS.contains(&behind);
        let gerund = self.word(first).ends_with("ing") && is(&BEFORE_GERUNDS, before) && last > first;
        let manner = behind.ends_with("ly")
            && self.word(last).ends_with('s')
            && (!self.joined(last + 1) || PREPOSITIONS.contains(&self.word(last + 2)));
        // "infectious means it is .."
        let means = self.word(last) == "means" && !behind.is_empty();
        means || is(&BEFORE_VERBS, before) || governs || gerund || manner
    }

    /// The word before one, if nothing but a space is between them.
    fn before(&self, word: usize) -> Option<usize> {
        word.checked_sub(1).filter(|before| self.gap(*before) == " ")
    }
}

/// Whether a word is spoken, or what a page says of itself.
fn is_of_page(word: &str) -> bool {
    matches!(word, "UPDATE" | "UPDATES") || SPOKEN.iter().any(|spoken| spoken.eq_ignore_ascii_case(word))
}

/// Whether what stands behind a name is a second one and a year: ` & Tarn, 2014`, ` and Tarn (2014)`.
fn is_citation(behind: &str) -> bool {
    let second = [" & ", " and "].iter().find_map(|and| behind.strip_prefix(and)).unwrap_or(behind);
    let name = second.find(|c: char| !c.is_alphabetic()).map_or("", |end| &second[end..]);
    let rest = if second.len() < behind.len() { name } else { behind };
    let year = [" (", ", "].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or_default().as_bytes();
    let digits = year.iter().take_while(|byte| byte.is_ascii_digit()).count();
    second.len() < behind.len() && digits == 4 && year.starts_with(b"1") | year.starts_with(b"20")
}
