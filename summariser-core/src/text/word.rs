//! [`words`]: the words of a sentence. A word is a run of letters and digits, with what joins two of them in one word
//! (`don't`, `80,000-seat`, `R&B`, `U.S.`); scripts without spaces go to a dictionary, which no other script ever loads.

use super::character::{is_blank, is_complex, is_mark, is_word_part};
use super::language::Language;
use super::stop_word;
use crate::Span;
use crate::line_break::{broken_word, joins_unspaced};
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use std::ops::Range;

/// What is known of a word by looking at it: a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(transparent)]
pub struct WordFlags(u8);

impl WordFlags {
    /// Nothing is known.
    pub const NONE: WordFlags = WordFlags(0);
    /// A stop word of the language.
    pub const STOP: WordFlags = WordFlags(1);
    /// It begins with a digit: `3.14`, `71,500`, `80,000-seat`, `21st`.
    pub const NUMBER: WordFlags = WordFlags(2);
    /// It begins with an upper-case letter.
    pub const CAPITALISED: WordFlags = WordFlags(4);

    /// The bits as they cross the plugin boundary.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// The flags of bits that crossed the boundary; unknown ones are dropped.
    #[must_use]
    pub const fn from_bits(bits: u8) -> WordFlags {
        WordFlags(bits & 7)
    }

    /// Whether all flags of `other` are set.
    #[must_use]
    pub const fn contains(self, other: WordFlags) -> bool {
        self.0 & other.0 == other.0
    }

    /// The flags of both.
    #[must_use]
    pub const fn with(self, other: WordFlags) -> WordFlags {
        WordFlags(self.0 | other.0)
    }
}

/// One word: where it is and what is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the text.
    pub span: Span,
    /// What is known of it.
    pub flags: WordFlags,
}

/// Appends the words of `sentence` to `out`, in order. Punctuation and symbols are no words.
pub fn words(text: &str, sentence: Span, language: Language, out: &mut Vec<Word>) {
    for_each_word(text, sentence, |mut word| {
        if word.span.of(text).is_some_and(|word| stop_word::is_stop_word(word, language)) {
            word.flags = word.flags.with(WordFlags::STOP);
        }
        out.push(word);
    });
}

/// Gives the words of `sentence` to `out`, in order, without asking which are stop words.
pub(crate) fn for_each_word(text: &str, sentence: Span, mut out: impl FnMut(Word)) {
    let Some(body) = sentence.of(text) else { return };
    let bytes = body.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match CLASS[usize::from(byte)] {
            Class::Other => at += 1,
            Class::Word => {
                let end = at + run(bytes, at);
                if ends_at(bytes, end) {
                    out(Word { span: placed(sentence.start, at..end), flags: FLAGS[usize::from(byte)] });
                    // What divides it from the next one.
                    at = end + 1;
                } else {
                    at = word(body, at, sentence.start, &mut out);
                }
            }
            Class::Beyond => {
                let c = char_at(body, at).unwrap_or(' ');
                if is_complex(c) {
                    at = complex(body, at, sentence.start, &mut out);
                } else if c.is_alphanumeric() {
                    at = word(body, at, sentence.start, &mut out);
                } else {
                    at += c.len_utf8();
                }
            }
        }
    }
}

/// Calls `each` with every plain run of letters and digits.
pub(super) fn for_each_run<'t>(text: &'t str, mut each: impl FnMut(&'t str)) {
    let bytes = text.as_bytes();
    let (mut at, mut start) = (0, 0);
    let mut give = |range: Range<usize>| {
        let run = text.get(range).unwrap_or_default();
        let bare = |end: Option<&u8>| end.is_some_and(u8::is_ascii_alphanumeric);
        let is_bare = bare(run.as_bytes().first()) && bare(run.as_bytes().last());
        let run = if is_bare { run } else { run.trim_matches(['\'', '’']) };
        if !run.is_empty() {
            each(run);
        }
    };
    while let Some(&byte) = bytes.get(at) {
        let len = match CLASS[usize::from(byte)] {
            Class::Word => {
                at += run(bytes, at);
                continue;
            }
            Class::Other if byte == b'\'' => {
                at += 1;
                continue;
            }
            Class::Other => 1,
            Class::Beyond => match char_at(text, at) {
                Some(c) if is_word_part(c) || c == '’' => {
                    at += c.len_utf8();
                    continue;
                }
                c => c.map_or(1, char::len_utf8),
            },
        };
        if at > start {
            give(start..at);
        }
        at += len;
        start = at;
    }
    give(start..at);
}

/// What a byte says at the place where a word may begin.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Other,
    /// An ASCII letter or digit.
    Word,
    /// Part of a character beyond ASCII.
    Beyond,
}

const CLASS: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        if byte >= 128 {
            classes[byte] = Class::Beyond;
        } else if (byte as u8).is_ascii_alphanumeric() {
            classes[byte] = Class::Word;
        }
        byte += 1;
    }
    classes
};

/// What the first byte of a word of ASCII says of it.
const FLAGS: [WordFlags; 256] = {
    let mut flags = [WordFlags::NONE; 256];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_uppercase() {
            flags[byte] = WordFlags::CAPITALISED;
        } else if (byte as u8).is_ascii_digit() {
            flags[byte] = WordFlags::NUMBER;
        }
        byte += 1;
    }
    flags
};

/// How many ASCII letters and digits there are from `at` on: eight at a time, because most words are no longer, and
/// where a word ends is what no processor foresees.
#[inline]
fn run(bytes: &[u8], at: usize) -> usize {
    let mut len = 0;
    while let Some(chunk) = bytes.get(at + len..).and_then(<[u8]>::first_chunk) {
        let other = others(u64::from_le_bytes(*chunk));
        if other != 0 {
            return len + other.trailing_zeros() as usize / 8;
        }
        len += 8;
    }
    let rest = bytes.get(at + len..).unwrap_or_default();
    len + rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count()
}

/// The high bit of each of eight bytes that is no ASCII letter or digit. No sum overflows its byte.
#[inline]
fn others(eight: u64) -> u64 {
    const fn all(byte: u8) -> u64 {
        0x0101_0101_0101_0101 * byte as u64
    }
    let bytes = eight & all(0x7F);
    let small = bytes | all(0x20);
    let letters = (small + all(0x80 - b'a')) & !(small + all(0x7F - b'z'));
    let digits = (bytes + all(0x80 - b'0')) & !(bytes + all(0x7F - b'9'));
    (!(letters | digits) | eight) & all(0x80)
}

/// Whether a word that began with letters and digits up to `at` ends there beyond doubt: with what joins nothing, or
/// nothing that could be joined behind it.
#[inline]
fn ends_at(bytes: &[u8], at: usize) -> bool {
    let Some(&byte) = bytes.get(at) else { return true };
    let joiner = matches!(byte, b'\'' | b'-' | b'&' | b'_' | b'.' | b',');
    let joined = |next: &u8| CLASS[usize::from(*next)] != Class::Other || byte == b'-' && matches!(next, b'\n' | b'\r');
    byte < 128 && !(joiner && bytes.get(at + 1).is_some_and(joined))
}

/// A range of a sentence that begins at `base`, as a span of the text, in which the sentence itself has one.
#[inline]
fn placed(base: u32, range: Range<usize>) -> Span {
    Span { start: base.wrapping_add(range.start as u32), end: base.wrapping_add(range.end as u32) }
}

fn char_at(body: &str, at: usize) -> Option<char> {
    body.get(at..).and_then(|rest| rest.chars().next())
}

/// Reads the word that begins at `start` and returns where to go on.
#[inline]
fn word(body: &str, start: usize, base: u32, out: &mut impl FnMut(Word)) -> usize {
    let bytes = body.as_bytes();
    let mut at = start;
    // Where the last run of letters and digits began, and whether the word is letters divided by full stops (`U.S.`).
    let mut run = start;
    let mut dotted = false;
    loop {
        at += self::run(bytes, at);
        let Some(&byte) = bytes.get(at) else { break };
        if byte >= 128 {
            let Some(c) = char_at(body, at) else { break };
            if matches!(c, '\u{2010}' | '\u{AD}')
                && let Some(next) = broken_word(body, at + c.len_utf8())
            {
                at = next;
                run = at;
                continue;
            }
            if matches!(c, '’' | '\u{2010}' | '\u{2011}') {
                if !joins(body, at, 3) {
                    break;
                }
            } else if is_complex(c) || !(c.is_alphanumeric() || is_mark(c)) {
                break;
            } else {
                at += c.len_utf8();
                continue;
            }
            at += 3;
            run = at;
            continue;
        }
        if byte == b'-'
            && let Some(next) = broken_word(body, at + 1)
        {
            at = next;
            run = at;
            continue;
        }
        let joined = match byte {
            b'\'' | b'-' | b'&' | b'_' => joins(body, at, 1),
            b'.' => {
                let single = at - run == 1 && bytes.get(run).is_some_and(u8::is_ascii_alphabetic);
                let digits = between_digits(bytes, at);
                let letters = single && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
                // `U.S.Army` is glued; in an abbreviation every part is one letter.
                let part = letters && !bytes.get(at + 2).is_some_and(|byte| CLASS[usize::from(*byte)] == Class::Word);
                // The last stop belongs to it.
                if dotted && single && !part {
                    at += 1;
                    break;
                }
                dotted |= part;
                let name = !single && !digits && at > start && is_name_dot(bytes, at);
                part || digits || name
            }
            b',' => between_digits(bytes, at),
            _ => false,
        };
        if !joined {
            break;
        }
        at += 1;
        run = at;
    }
    push(body, start, at, base, out);
    at
}

/// Whether a letter or digit follows the connector of `len` bytes at `at`.
fn joins(body: &str, at: usize, len: usize) -> bool {
    match body.as_bytes().get(at + len) {
        Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
        Some(_) => char_at(body, at + len).is_some_and(|c| c.is_alphanumeric() && !is_complex(c)),
        None => false,
    }
}

fn between_digits(bytes: &[u8], at: usize) -> bool {
    at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_digit) && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// A full stop inside a name of the net or of a file: `example.com`, `notes.txt`.
fn is_name_dot(bytes: &[u8], at: usize) -> bool {
    let lower = |at: usize| bytes.get(at).is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    lower(at - 1) && bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase) && lower(at + 2)
}

#[inline]
fn push(body: &str, start: usize, end: usize, base: u32, out: &mut impl FnMut(Word)) {
    let Some(word) = body.get(start..end) else { return };
    let mut flags = WordFlags::NONE;
    match word.as_bytes().first() {
        Some(byte) if byte.is_ascii() => flags = FLAGS[usize::from(*byte)],
        _ => {
            if let Some(first) = word.chars().next() {
                if first.is_uppercase() {
                    flags = WordFlags::CAPITALISED;
                } else if first.is_numeric() && !is_complex(first) {
                    flags = WordFlags::NUMBER;
                }
            }
        }
    }
    out(Word { span: placed(base, start..end), flags });
}

/// No piece longer than this goes to the dictionary at once: its work area stays small, whatever the text.
const PIECE: usize = 1536;

/// Reads the run of characters that are written without spaces, by the dictionary; returns where to go on.
fn complex(body: &str, start: usize, base: u32, out: &mut impl FnMut(Word)) -> usize {
    let rest = body.get(start..).unwrap_or_default();
    let len = complex_len(rest);
    let run = rest.get(..len).unwrap_or_default();
    if let Some(lines) = Lines::of(body, start, run) {
        by_dictionary(&lines.joined, |from, to| push(body, lines.place(from), lines.place(to - 1) + 1, base, out));
        return lines.end;
    }
    by_dictionary(run, |from, to| push(body, start + from, start + to, base, out));
    start + len.max(rest.chars().next().map_or(1, char::len_utf8))
}

/// How many bytes of characters without spaces a text begins with, as far as they are read at once.
fn complex_len(rest: &str) -> usize {
    let mut len = 0;
    for c in rest.chars() {
        if len >= PIECE || !(is_complex(c) || (is_mark(c) && c != '\u{AD}')) {
            break;
        }
        len += c.len_utf8();
    }
    len
}

/// Gives the words of a run, where they begin and end.
fn by_dictionary(run: &str, mut word: impl FnMut(usize, usize)) {
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let mut from = 0;
    for to in segmenter.segment_str(run) {
        let wordy = run.get(from..to).is_some_and(|piece| piece.chars().any(char::is_alphanumeric));
        if to > from && wordy {
            word(from, to);
        }
        from = to;
    }
}

/// A run that goes on behind the ends of lines, which a word may lie across.
struct Lines {
    joined: String,
    /// Where each line begins, in the run and in the body.
    lines: Vec<(usize, usize)>,
    /// Where the last one ends in the body.
    end: usize,
}

impl Lines {
    /// The lines from `start` on, of which the first is `run`; nothing if it is the only one.
    fn of(body: &str, start: usize, run: &str) -> Option<Lines> {
        body.get(start + run.len()..).filter(|rest| rest.starts_with(['\n', '\r']))?;
        let mut found = Lines { joined: String::new(), lines: vec![(0, start)], end: start + run.len() };
        while found.end - start < PIECE {
            let rest = body.get(found.end..).filter(|rest| rest.starts_with(['\n', '\r']));
            let next = rest.map(|rest| rest.trim_start_matches(is_blank)).unwrap_or_default();
            let len = complex_len(next);
            if len == 0 || !joins_unspaced(if found.joined.is_empty() { run } else { &found.joined }, next) {
                break;
            }
            if found.joined.is_empty() {
                found.joined.push_str(run);
            }
            let at = body.len() - next.len();
            found.lines.push((found.joined.len(), at));
            found.joined.push_str(next.get(..len).unwrap_or_default());
            found.end = at + len;
        }
        (found.lines.len() > 1).then_some(found)
    }

    /// Where a byte of the run is in the body.
    fn place(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|(from, _)| *from <= at).saturating_sub(1);
        self.lines.get(line).map_or(at, |(from, place)| place + at - from)
    }
}
