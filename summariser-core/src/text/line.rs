//! [`Line`]: one line of a text, and what can be said of it by looking at it alone. A line is where it stands and no copy,
//! so that any number of lines costs nothing but their places.

use memchr::{memchr2, memchr3};
use std::borrow::Cow;

use super::character::{columns, is_blank, is_closer, is_opener, trimmed};

/// One line of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its content, without white space at its ends.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the next one begins.
    pub(super) next: usize,
    /// The columns of white space before its content.
    pub(super) indent: usize,
}

impl Line {
    pub(super) fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.start >= self.end
    }
}

/// The lines of a text, whichever way they end.
#[derive(Clone)]
pub(super) struct Lines<'t> {
    text: &'t str,
    at: usize,
    ends: Ends,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Lines<'t> {
        Lines { text, at: 0, ends: Ends { common: NOT_SOUGHT, rare: NOT_SOUGHT } }
    }

    /// Goes on with the line that begins at `next`.
    pub(super) fn skip_to(&mut self, next: usize) {
        self.at = next;
    }

    pub(super) fn next(&mut self) -> Option<Line> {
        let start = self.at;
        if start >= self.text.len() {
            return None;
        }
        let (end, len) = self.ends.next(self.text.as_bytes(), start);
        self.at = end + len;
        let line = self.text.get(start..end)?;
        let kept = trimmed(line);
        let mut indent = 0;
        for c in line.chars().take_while(|c| is_blank(*c)) {
            indent += match c {
                '\t' => 4 - indent % 4,
                '\u{FEFF}' | '\0'..='\u{1F}' => 0,
                _ => 1,
            };
        }
        Some(Line { start: start + kept.start, end: start + kept.end, next: self.at, indent })
    }
}

/// Finds the ends of lines. Each of the two searches goes on where it found something last, so that all lines together
/// cost one pass of each, however lines end.
#[derive(Clone)]
struct Ends {
    /// The next line feed, carriage return or first byte of a separator of lines, from `at` on; the end if there is none.
    common: usize,
    /// The next of the marks that hardly any text has.
    rare: usize,
}

impl Ends {
    /// Where the line at `at` ends, and how long the mark of its end is.
    fn next(&mut self, bytes: &[u8], mut at: usize) -> (usize, usize) {
        loop {
            let found = |from: usize, at: Option<usize>| at.map_or(bytes.len(), |at| from + at);
            let rest = bytes.get(at..).unwrap_or_default();
            if self.common < at || self.common == NOT_SOUGHT {
                self.common = found(at, memchr3(b'\n', b'\r', 0xE2, rest));
            }
            if self.rare < at || self.rare == NOT_SOUGHT {
                self.rare = found(at, memchr3(0x0B, 0x0C, 0xC2, rest));
            }
            let end = self.common.min(self.rare);
            let len = match bytes.get(end..).unwrap_or_default() {
                [] => return (end, 0),
                [b'\r', b'\n', ..] | [0xC2, 0x85, ..] => 2,
                [0x0A..=0x0D, ..] => 1,
                [0xE2, 0x80, 0xA8 | 0xA9, ..] => 3,
                _ => 0,
            };
            if len > 0 {
                return (end, len);
            }
            at = end + 1;
        }
    }
}

/// Nothing was looked for yet.
const NOT_SOUGHT: usize = usize::MAX;

/// How many columns a line takes.
pub(super) fn width(line: &str) -> usize {
    if line.is_ascii() { line.len() } else { line.chars().map(columns).sum() }
}

/// Whether a line takes no more columns than that; of a long one not all of it is looked at.
pub(super) fn fits(line: &str, columns: usize) -> bool {
    // A character takes a column or more, and four bytes or fewer.
    line.len() <= 4 * columns && width(line) <= columns
}

/// How many columns its first word takes, as far as that matters.
pub(super) fn first_word_width(line: &str) -> usize {
    line.chars().take_while(|c| !is_blank(*c)).take(40).map(columns).sum()
}

/// A piece of a paragraph with a space for each end of a line, so that every byte stays where it is.
pub(super) fn on_one_line(piece: &str) -> Cow<'_, str> {
    if memchr2(b'\n', b'\r', piece.as_bytes()).is_none() {
        return Cow::Borrowed(piece);
    }
    Cow::Owned(piece.replace(['\n', '\r'], " "))
}

/// A mark of the end of a sentence.
pub(super) fn is_final(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '॥' | '።' | '។' | '။' | '։' | '｡')
}

/// Whether a line ends like a sentence.
pub(super) fn is_ended(line: &str) -> bool {
    let bare = line.trim_end_matches(|c: char| is_closer(c) || is_blank(c));
    bare.ends_with(is_final) || (bare.len() < line.len() && bare.ends_with([':', ';']))
}

/// Whether a line begins like a sentence: with a capital, a digit, or a letter that has no case.
pub(super) fn begins_upper(line: &str) -> bool {
    let first = line.chars().find(|c| !(is_opener(*c) || matches!(c, '-' | '–' | '—' | ' ')));
    first.is_some_and(|c| c.is_alphanumeric() && !c.is_lowercase())
}
