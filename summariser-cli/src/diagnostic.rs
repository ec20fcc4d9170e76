//! What messages are made of: the place with a caret beneath it, the nearest valid name, the system's reason in our words,
//! and nothing that steers a terminal.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::ops::Range;

use unicode_width::UnicodeWidthStr;

/// A mistake in a line that somebody wrote, shown where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What the line is: `--chain`, `summariser.toml, chain brief`.
    pub source: String,
    /// The line.
    pub line: String,
    /// Which bytes of the line; an empty range is a place between characters.
    pub at: Range<usize>,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line: String = self.line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let before = self.line.get(..self.at.start).unwrap_or_default().width();
        let under = self.line.get(self.at.clone()).map_or(1, UnicodeWidthStr::width).max(1);
        write!(f, "{}: {}\n  {line}\n  {}{}", self.source, self.message, " ".repeat(before), "^".repeat(under))
    }
}

/// `; did you mean …?` for the candidate that is most like a name, or nothing if none is.
#[must_use]
pub fn did_you_mean<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    nearest(name, candidates).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}

/// The candidate that is most like a name, if one is.
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_lowercase();
    let scored = candidates.into_iter().map(|candidate| {
        let starts = name.chars().count() >= 3 && candidate.starts_with(&name);
        (if starts { 1.0 } else { strsim::jaro_winkler(&name, candidate) }, candidate)
    });
    // Ties go to the name that comes first in the alphabet, so that the answer depends on nothing else.
    let best = scored.max_by(|(a, x), (b, y)| a.total_cmp(b).then_with(|| y.cmp(x)));
    best.filter(|(likeness, _)| *likeness > 0.8).map(|(_, candidate)| candidate)
}

/// What the system says of an error, without its number.
#[must_use]
pub fn io_reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A text with nothing in it that steers a terminal: tabs are spaces, other control characters but line breaks U+FFFD.
///
/// So are the two overrides of the writing direction (U+202D, U+202E): no prose needs them, and they show letters in an
/// order in which they are not written. Embeddings, isolates and marks stay, because prose that mixes Hebrew or Arabic
/// with Latin reads wrongly without them; they end with the line.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    let steers = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202D}' | '\u{202E}');
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let unix = text.replace("\r\n", "\n");
    let show = |c| match c {
        '\t' => ' ',
        c if steers(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    Cow::Owned(unix.chars().map(show).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_points_at_its_place_whatever_the_width() {
        let mistake = |line: &str, at: Range<usize>| Mistake {
            message: "what is this".to_owned(),
            source: "--chain".to_owned(),
            line: line.to_owned(),
            at,
        };
        assert_eq!(mistake("ab, cd", 4..6).to_string(), "--chain: what is this\n  ab, cd\n      ^^");
        assert_eq!(mistake("日本 x", 7..8).to_string(), "--chain: what is this\n  日本 x\n       ^");
        assert_eq!(mistake("ab", 2..2).to_string(), "--chain: what is this\n  ab\n    ^");
    }

    #[test]
    fn only_what_is_near_is_suggested() {
        let ids = ["bullets", "headline", "statistics"];
        for (name, near) in [
            ("bulets", Some("bullets")),
            ("stats", Some("statistics")),
            ("zebra", None),
            ("Headlines", Some("headline")),
        ] {
            assert_eq!(nearest(name, ids), near, "{name}");
        }
    }
}
