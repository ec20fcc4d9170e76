//! [`sentences`]: the sentences of a paragraph. One pass stops at the few bytes that may end a sentence and asks, in a
//! fixed order, what speaks against it; everything else is skipped by a table of bytes.

use super::abbreviation::{Abbreviations, Follow, has_vowel};
use super::character::{is_blank, is_closer, is_complex, is_dash, is_opener, is_space, is_word_part, trimmed};
use super::continuation::{is_conjunction, names_speaker};
use super::glue::Joint;
use super::language::Language;
use super::marker::{Marker, Style};
use super::paragraph::Newlines;
use super::terminator::{THAI_ENDERS, THAI_SPEECH, THAI_STARTERS, THAI_THAT, begins_thai, is_stop, is_strong, is_wide};
use crate::Span;
use crate::line_break::joins_unspaced;
use crate::note;
use memchr::memchr2;

/// Appends the sentences of `paragraph` to `out`, in order. They are trimmed and cover everything but white space;
/// a paragraph that is not blank has at least one.
pub fn sentences(text: &str, paragraph: Span, language: Language, newlines: Newlines, out: &mut Vec<Span>) {
    let Some(body) = paragraph.of(text) else { return };
    let kept = trimmed(body);
    let Some(body) = body.get(kept.clone()).filter(|body| !body.is_empty()) else { return };
    let base = paragraph.start.saturating_add(Span::of_range(kept).start);
    let first = out.len();
    // Where lines were wrapped means nothing: they are read as the one line that they were.
    let joined = if newlines == Newlines::Auto { Joined::of(body) } else { None };
    divide(joined.as_ref().map_or(body, |joined| &joined.text), base, language, newlines, out);
    if let Some(joined) = joined {
        joined.place(base, out.get_mut(first..).unwrap_or_default());
    }
}

/// Appends the sentences of a text that is not blank and begins at `base`.
fn divide(body: &str, base: u32, language: Language, newlines: Newlines, out: &mut Vec<Span>) {
    let mut scan = Scan {
        body,
        bytes: body.as_bytes(),
        base,
        language,
        lines: newlines != Newlines::Auto,
        abbreviations: Abbreviations::of(language),
        start: 0,
        depth: 0,
        opened: 0,
        next_closer: 0,
        barren: 0,
        closed: (0, false),
        next_word: body.find(char::is_alphanumeric).unwrap_or(usize::MAX),
        item: None,
        glued: false,
        out,
    };
    scan.begin(0);
    scan.run();
    scan.end(body.len());
}

/// Wrapped lines as one, and what of them was left out.
struct Joined {
    text: String,
    /// Up to where in the joined text how many bytes had been left out before: in order.
    left_out: Vec<(u32, u32)>,
}

impl Joined {
    /// Joins the lines of `body`, by single spaces where there are any; nothing if it has only one.
    fn of(body: &str) -> Option<Joined> {
        let breaks = |body: &str| memchr2(b'\n', b'\r', body.as_bytes());
        let mut found = breaks(body)?;
        let mut joined = Joined { text: String::with_capacity(body.len()), left_out: Vec::new() };
        let (mut rest, mut gone) = (body, 0_usize);
        let number = |at| u32::try_from(at).unwrap_or(u32::MAX);
        loop {
            let (line, after) = rest.split_at_checked(found)?;
            let line = line.trim_end_matches(is_blank);
            let next = after.trim_start_matches(is_blank);
            let space = if joins_unspaced(line, next) { "" } else { " " };
            joined.text.push_str(line);
            joined.text.push_str(space);
            joined.left_out.push((number(joined.text.len()), number(gone)));
            gone += rest.len() - next.len() - line.len() - space.len();
            rest = next;
            match breaks(rest) {
                Some(at) => found = at,
                None => break,
            }
        }
        joined.text.push_str(rest);
        joined.left_out.push((u32::MAX, number(gone)));
        Some(joined)
    }

    /// Moves spans, in order, to where they are in the text itself.
    fn place(&self, base: u32, spans: &mut [Span]) {
        let mut parts = self.left_out.iter().peekable();
        let mut placed = |at: u32| {
            while parts.next_if(|(end, _)| *end <= at - base).is_some() {}
            at + parts.peek().map_or(0, |(_, gone)| *gone)
        };
        for span in spans {
            // A span is trimmed, so that its last character is of a line and no break.
            let start = placed(span.start);
            *span = Span::new(start, placed(span.end - 1) + 1);
        }
    }
}

/// What a byte may mean for the end of a sentence.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Plain,
    /// `.`, `!`, `?`
    Stop,
    Open,
    Close,
    Newline,
    /// A space; only looked at in languages that have no stops.
    Space,
    /// `:` and `;`, stops in Armenian and Greek.
    Colon,
    /// The first byte of a character that may be any of these.
    Lead,
}

const CLASS: [Class; 256] = {
    let mut classes = [Class::Plain; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'.' | b'!' | b'?' => Class::Stop,
            b'(' | b'[' => Class::Open,
            b')' | b']' => Class::Close,
            b'\n' | b'\r' | 0x0B | 0x0C => Class::Newline,
            b' ' => Class::Space,
            b':' | b';' => Class::Colon,
            0xC2 | 0xCD | 0xD6 | 0xD8 | 0xDB | 0xE0..=0xE3 | 0xEF => Class::Lead,
            _ => Class::Plain,
        };
        byte += 1;
    }
    classes
};

/// The bytes that have a class, but for the space, and with it.
const LOOKED_AT: [bool; 256] = {
    let mut looked_at = LOOKED_AT_WITH_SPACES;
    looked_at[b' ' as usize] = false;
    looked_at
};
const LOOKED_AT_WITH_SPACES: [bool; 256] = {
    let mut looked_at = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        looked_at[byte] = !matches!(CLASS[byte], Class::Plain);
        byte += 1;
    }
    looked_at
};

/// How many bytes are passed over at once.
const CHUNK: usize = 16;

/// Whether nothing that is looked at is in a chunk; some that have no class are not told from what has one.
#[inline]
fn is_plain(chunk: &[u8; CHUNK]) -> bool {
    let within = |byte: &u8, first: u8, last: u8| u8::from(byte.wrapping_sub(first) <= last - first);
    let found = |byte: &u8| {
        let marks =
            within(byte, b':', b'?') | within(byte, b'(', b')') | within(byte, b'.', b'.') | within(byte, b'!', b'!');
        marks | within(byte, b'[', b']') | within(byte, 0, b' ' - 1) | within(byte, 0x80, 0xFF)
    };
    chunk.iter().map(found).fold(0, |all, one| all | one) == 0
}

/// A bracket that is not closed within so many bytes brackets nothing.
const LONGEST_BRACKET: usize = 400;
/// A word in small letters of so many is no abbreviation, unless it is listed.
const CERTAIN_WORD: usize = 5;
/// A clause that an Italian colon ends like a sentence has at least so many spaces, and the next so many bytes.
const SHORTEST_CLAUSE: usize = 5;
const SHORTEST_SENTENCE: usize = 16;
/// No word before a full stop is looked at further back than this.
const LONGEST_TOKEN: usize = 48;
/// How many characters are passed over in search of the letter that begins a sentence.
const MOST_OPENERS: usize = 8;
/// In languages without stops a sentence ends at a space: after this many bytes before a subject,
const THAI_SHORTEST: usize = 54;
///  after this many bytes before a word that likes to begin one,
const THAI_SHORT: usize = 150;
/// and after so many in any case.
const THAI_LONG: usize = 900;

/// Turkish numbers as words, which are written together.
const TURKISH_NUMBERS: [&str; 20] = [
    "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz", "on", "yirmi", "otuz", "kırk", "elli",
    "altmış", "yetmiş", "seksen", "doksan", "yüz", "bin",
];

/// How many bytes behind a mark that began no list none is looked for.
const BARREN: usize = 60;

struct Scan<'t, 'o> {
    body: &'t str,
    bytes: &'t [u8],
    base: u32,
    language: Language,
    lines: bool,
    abbreviations: Abbreviations,
    /// Where the sentence begins.
    start: usize,
    /// How many brackets are open, and where the outermost was opened.
    depth: u32,
    opened: usize,
    /// The next closing bracket, and the next letter or digit: found once, used until passed.
    next_closer: usize,
    next_word: usize,
    /// Before this no list within the line begins.
    barren: usize,
    /// One more than where a bracket was opened, and whether it is closed again.
    closed: (usize, bool),
    /// The mark of the list item that was begun last in this paragraph.
    item: Option<Marker>,
    /// Two sentences of this paragraph had no space between them.
    glued: bool,
    out: &'o mut Vec<Span>,
}

/// A full stop with everything that belongs to it.
#[derive(Clone, Copy, Default)]
struct Stop {
    /// Where it begins and ends, with closing quotes, brackets and footnote marks.
    at: usize,
    end: usize,
    /// `!` or `?` is part of it.
    strong: bool,
    /// It has more than one dot.
    ellipsis: bool,
    /// It is of a script without capitals, where it needs no space after it.
    wide: bool,
    /// A quote or a bracket closes after it.
    quoted: bool,
}

impl<'t> Scan<'t, '_> {
    fn run(&mut self) {
        let spaced = matches!(self.language, Language::THAI | Language::LAO);
        let colons = matches!(self.language, Language::ARMENIAN | Language::GREEK);
        let looked_at = if spaced { &LOOKED_AT_WITH_SPACES } else { &LOOKED_AT };
        let mut at = 0;
        loop {
            let rest = self.bytes.get(at..).unwrap_or_default();
            // Most of a text is what nobody looks at: passed over many bytes at a time.
            let plain = if spaced { 0 } else { rest.as_chunks().0.iter().take_while(|chunk| is_plain(chunk)).count() };
            let rest = rest.get(CHUNK * plain..).unwrap_or_default();
            let Some(near) = rest.iter().position(|byte| looked_at[usize::from(*byte)]) else { break };
            at += CHUNK * plain + near;
            let Some(&byte) = self.bytes.get(at) else { break };
            at = match CLASS[usize::from(byte)] {
                Class::Plain => at + 1,
                Class::Space => {
                    if spaced {
                        self.thai_space(at);
                    }
                    at + 1
                }
                Class::Stop => self.stop(at, char::from(byte)),
                Class::Open => self.open(at, 1),
                Class::Close if self.is_smile(at) => self.stop(at, '!'),
                Class::Close => {
                    self.depth = self.depth.saturating_sub(1);
                    if byte == b')' {
                        self.item_before(at + 1);
                    }
                    at + 1
                }
                Class::Newline => {
                    if self.lines {
                        self.split(at, at);
                    }
                    at + 1
                }
                Class::Colon => {
                    let stop = if self.language == Language::ARMENIAN { b':' } else { b';' };
                    if colons && byte == stop && self.char_at(at + 1).is_none_or(is_blank) {
                        self.stop(at, '։')
                    } else {
                        if self.ends_at_pause(at, byte) {
                            self.split(at + 1, at + 1);
                        }
                        at + 1
                    }
                }
                Class::Lead => self.lead(at),
            };
        }
    }

    /// Whether a semicolon, or an Italian colon, ends a sentence as a stop does: behind a clause, before a function word
    /// that has a capital only because it begins something. German has capitals within sentences, English after colons.
    fn ends_at_pause(&mut self, at: usize, mark: u8) -> bool {
        let dividing =
            if mark == b';' { self.language != Language::GERMAN } else { self.language == Language::ITALIAN };
        let Some(rest) = self.body.get(at + 1..).filter(|rest| dividing && rest.starts_with(' ')) else { return false };
        // `…; 12. The board`: the number of an item.
        let item = Marker::at(rest.trim_start_matches(is_space)).filter(|item| item.style == Style::Digit);
        if let Some(item) = item.filter(|_| mark == b';') {
            let text =
                rest.trim_start_matches(is_space).get(item.len..).unwrap_or_default().trim_start_matches(is_space);
            return text.starts_with(char::is_uppercase) && !self.is_bracketed(at);
        }
        let word = leading_word(rest.trim_start_matches(is_space));
        let capital = word.starts_with(char::is_uppercase) && word.split(['\'', '’']).next() != Some("I");
        if !capital || !self.abbreviations.begins_clause(word) || self.is_bracketed(at) {
            return false;
        }
        let after = rest.trim_start_matches(is_space).get(word.len()..).unwrap_or_default();
        let elided = word.contains(['\'', '’']);
        let goes_on = elided || after.trim_start_matches(is_space).starts_with(char::is_lowercase);
        // Labels are shorter.
        let shortest = if mark == b';' { 2 } else { SHORTEST_CLAUSE };
        let near = self.bytes.get(self.start..at).unwrap_or_default();
        let words = near.iter().filter(|byte| **byte == b' ').take(shortest).count();
        goes_on && words >= shortest && self.next_mark_is_stop(at + 1)
    }

    /// Whether what follows `at` is a sentence of some length: no other pause or stop comes within a few words.
    fn next_mark_is_stop(&self, at: usize) -> bool {
        let near = self.bytes.get(at..).unwrap_or_default();
        let mark =
            near.iter().take(SHORTEST_SENTENCE).position(|byte| matches!(byte, b'.' | b'!' | b'?' | b';' | b':'));
        mark.is_none() && near.len() >= SHORTEST_SENTENCE
    }

    /// Whether the bracket at `at` is the mouth of `:)` or `;-)`, which ends a sentence as a stop does.
    fn is_smile(&self, at: usize) -> bool {
        let head = self.bytes.get(at.saturating_sub(3)..at).unwrap_or_default();
        self.depth == 0 && matches!(head, [.., b' ' | b'.' | b'!', b':' | b';'] | [.., b':' | b';', b'-'])
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.bytes.get(at)? {
            byte if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.body.get(at..)?.chars().next(),
        }
    }

    /// A character beyond ASCII that may be a stop or a bracket.
    fn lead(&mut self, at: usize) -> usize {
        let Some(c) = self.char_at(at) else { return at + 1 };
        match c {
            '「' | '『' | '《' | '〈' | '（' | '【' | '〔' | '［' => self.open(at, 3),
            '」' | '』' | '》' | '〉' | '）' | '】' | '〕' | '］' => {
                self.depth = self.depth.saturating_sub(1);
                at + 3
            }
            '•' | '⁃' | '▪' | '●' if self.item.is_some_and(|item| item.style == Style::Bullet) => {
                self.split(at, at);
                at + 3
            }
            '\u{2028}' | '\u{2029}' | '\u{85}' => {
                if self.lines {
                    self.split(at, at);
                }
                at + c.len_utf8()
            }
            _ if is_stop(c) => self.stop(at, c),
            _ => at + c.len_utf8(),
        }
    }

    fn open(&mut self, at: usize, len: usize) -> usize {
        if self.depth == 0 || at - self.opened > LONGEST_BRACKET {
            self.depth = 0;
            self.opened = at;
        }
        self.depth += 1;
        at + len
    }

    /// Whether a bracket is open around `at` that will be closed soon.
    fn is_bracketed(&mut self, at: usize) -> bool {
        if self.depth == 0 || at - self.opened > LONGEST_BRACKET {
            return false;
        }
        if self.next_closer < at {
            let rest = self.body.get(at..).unwrap_or_default();
            let closer = |c| matches!(c, ')' | ']' | '」' | '』' | '》' | '〉' | '）' | '】' | '〕' | '］');
            self.next_closer = rest.find(closer).map_or(usize::MAX, |found| at + found);
        }
        self.next_closer <= self.opened.saturating_add(LONGEST_BRACKET) && self.is_closed()
    }

    /// Whether the outermost bracket is closed soon: in `a (b. Then (c) d` the closer is that of another.
    fn is_closed(&mut self) -> bool {
        let (from, known) = self.closed;
        if from == self.opened + 1 {
            return known;
        }
        let near = self.bytes.get(self.opened..).unwrap_or_default();
        let mut depth = 0_u32;
        let mut wide = false;
        let closed = near.iter().take(LONGEST_BRACKET).any(|byte| {
            match byte {
                b'(' | b'[' => depth += 1,
                b')' | b']' => {
                    depth = depth.saturating_sub(1);
                    return depth == 0;
                }
                // East Asian brackets are believed as they are.
                0xE3 | 0xEF => wide = true,
                _ => {}
            }
            false
        });
        self.closed = (self.opened + 1, closed || wide);
        closed || wide
    }

    /// The first letter or digit from `at` on.
    fn word_from(&mut self, at: usize) -> usize {
        if self.next_word < at {
            let rest = self.body.get(at..).unwrap_or_default();
            self.next_word = rest.find(char::is_alphanumeric).map_or(usize::MAX, |found| at + found);
        }
        self.next_word
    }

    /// Begins a sentence.
    fn begin(&mut self, at: usize) {
        self.start = at;
        if let Some(marker) = self.body.get(at..).and_then(Marker::at) {
            self.item = Some(marker);
        }
    }

    /// Ends the sentence.
    fn end(&mut self, at: usize) {
        let Some(sentence) = self.body.get(self.start..at) else { return };
        let kept = trimmed(sentence);
        if kept.is_empty() {
            return;
        }
        let span = Span::of_range(self.start + kept.start..self.start + kept.end);
        self.out.push(Span::new(self.base.saturating_add(span.start), self.base.saturating_add(span.end)));
    }

    /// Ends the sentence at `end` and begins the next one, if there are words before and after.
    fn split(&mut self, end: usize, next: usize) -> bool {
        if self.word_from(self.start) >= end || self.word_from(next) == usize::MAX {
            return false;
        }
        self.end(end);
        let rest = self.body.get(next..).unwrap_or_default();
        let next = next + rest.len() - rest.trim_start_matches(is_blank).len();
        self.depth = 0;
        self.begin(next);
        true
    }

    /// Splits before a mark that continues the list of this paragraph and ends at `end`: `1) one 2) two`.
    fn item_before(&mut self, end: usize) -> bool {
        let Some(item) = self.item else { return false };
        let head = self.body.get(end.saturating_sub(6)..end).or_else(|| self.body.get(end.saturating_sub(1)..end));
        let Some(head) = head else { return false };
        let from = end - head.len() + head.rfind([' ', '\n', '\t']).map_or(0, |space| space + 1);
        if from <= self.start {
            return false;
        }
        let Some(marker) = self.body.get(from..).and_then(Marker::at).filter(|marker| from + marker.len == end) else {
            return false;
        };
        // Another list may begin behind one.
        let again = |rest: &str| {
            let upper = rest.trim_start_matches(is_space).starts_with(char::is_uppercase);
            let initial = self.bytes.get(from).is_some_and(u8::is_ascii_uppercase);
            item.ordinal > 1 && upper && !initial && marker.is_first() && marker.goes_on_in(rest)
        };
        if !marker.follows(item) && !self.body.get(end..).is_some_and(again) {
            return false;
        }
        let after = self.char_at(end + 1).filter(|c| c.is_alphabetic());
        let small = marker.style == Style::Letter && self.bytes.get(from).is_some_and(u8::is_ascii_lowercase);
        let upper = after.is_some_and(|c| !c.is_lowercase() || small);
        let dotted = matches!(marker.style, Style::Digit | Style::Letter);
        // `Der 2. Weltkrieg`: nouns have capitals there.
        if dotted && (!upper || matches!(self.language, Language::GERMAN | Language::TURKISH)) {
            return false;
        }
        self.split(from, from)
    }

    /// A space in a language without stops.
    fn thai_space(&mut self, at: usize) {
        // A space right behind a split lies before what comes next.
        let Some(len) = at.checked_sub(self.start).filter(|len| *len >= THAI_SHORTEST) else { return };
        if self.is_bracketed(at) {
            return;
        }
        let rest = self.body.get(at + 1..).unwrap_or_default();
        let head = self.body.get(self.start..at).unwrap_or_default();
        let long = len >= THAI_SHORT;
        let begins = begins_thai(rest) || (long && THAI_STARTERS.iter().any(|starter| rest.starts_with(starter)));
        let ends = long && THAI_ENDERS.iter().any(|ender| head.ends_with(ender));
        let goes_on = (head.ends_with(THAI_THAT) && len < THAI_LONG)
            || head.ends_with('ๆ')
            || (head.ends_with(['"', '”']) && THAI_SPEECH.iter().any(|speech| rest.starts_with(speech)));
        if !goes_on && (begins || ends || len >= THAI_LONG) {
            self.split(at, at + 1);
        }
    }

    /// Reads a stop and what belongs to it, and splits there if nothing speaks against it.
    fn stop(&mut self, at: usize, c: char) -> usize {
        let stop = self.read_stop(at, c);
        // One dot may end the mark of a list item.
        let mark = if self.bytes.get(at + 1) == Some(&b')') { at + 2 } else { at + 1 };
        if c == '.' && stop.end == mark && self.item.is_some() && self.item_before(mark) {
            return mark;
        }
        let Some(next) = self.char_at(stop.end) else { return self.bytes.len() };
        if is_blank(next) {
            let rest = self.body.get(stop.end..).unwrap_or_default();
            let from = stop.end + rest.len() - rest.trim_start_matches(is_blank).len();
            if self.ends_before(stop, from) {
                self.split(stop.end, from);
            }
            return stop.end;
        }
        if stop.wide || (stop.strong && is_complex(next)) {
            if self.ends_wide(stop, stop.end, next) {
                self.split(stop.end, stop.end);
            }
            return stop.end;
        }
        if let Some(end) = self.glued(stop, next) {
            self.split(end, end);
            return end;
        }
        stop.end
    }

    /// Everything from the first stop on that belongs to the end of the sentence.
    fn read_stop(&mut self, at: usize, first: char) -> Stop {
        let mut stop = Stop { at, end: at + first.len_utf8(), ..Stop::default() };
        if first == '։' && self.bytes.get(at).is_some_and(u8::is_ascii) {
            stop.end = at + 1;
        }
        let mut dots = 0;
        let mut c = first;
        loop {
            stop.strong |= is_strong(c);
            stop.wide |= is_wide(c);
            dots += usize::from(c == '.');
            stop.ellipsis |= c == '…' || dots > 1;
            let Some(next) = self.char_at(stop.end) else { break };
            c = next;
            if is_stop(c) {
                stop.end += c.len_utf8();
            } else if is_closer(c) && !self.opens(stop.end, c) {
                if matches!(c, ')' | ']' | '」' | '』' | '》' | '〉' | '）' | '】' | '〕' | '］') {
                    self.depth = self.depth.saturating_sub(1);
                }
                stop.quoted = true;
                stop.end += c.len_utf8();
            } else if c == '[' {
                let Some(len) = self.footnote(stop.end) else { break };
                stop.end += len;
            } else if matches!(c, '¹' | '²' | '³' | '⁰'..='⁹') {
                stop.end += c.len_utf8();
            } else if is_space(c) {
                let Some(len) = self.after_space(stop, c.len_utf8()) else { break };
                stop.end += len;
                c = self.char_at(stop.end - 1).unwrap_or(' ');
            } else {
                break;
            }
        }
        stop
    }

    /// Whether a quote at `at` that closes in some languages opens here: a letter follows it.
    fn opens(&self, at: usize, quote: char) -> bool {
        matches!(quote, '“' | '‘' | '«' | '‹')
            && self.char_at(at + quote.len_utf8()).is_some_and(|c| c.is_alphanumeric() || matches!(c, '¿' | '¡'))
    }

    /// `[12]`, `[a]` or `[note 3]` after a stop: its length.
    fn footnote(&self, at: usize) -> Option<usize> {
        let mark = self.bytes.get(at + 1..(at + 2 + note::LONGEST).min(self.bytes.len()))?;
        let len = mark.iter().position(|byte| *byte == b']')?;
        let inside = self.body.get(at + 1..at + 1 + len)?;
        let number = len <= 4 && inside.bytes().all(|byte| byte.is_ascii_digit());
        (len > 0 && (number || len == 1 || note::is_mark(inside))).then_some(len + 2)
    }

    /// What belongs to a stop although a space stands between: `. . .`, `! !`, ` »`. Its length with the space.
    fn after_space(&self, stop: Stop, space: usize) -> Option<usize> {
        let next = self.char_at(stop.end + space)?;
        let after = self.char_at(stop.end + space + next.len_utf8());
        let alone = after.is_none_or(|c| is_blank(c) || c == '.' || c == ',');
        match next {
            // The number of a source, `city. [4] Marbles`, unless each sentence begins with one.
            '[' if self.bytes.get(self.start) != Some(&b'[') => {
                let len = self.footnote(stop.end + space)?;
                let number = self.bytes.get(stop.end + space + 1).is_some_and(u8::is_ascii_digit);
                let end = stop.end + space + len;
                (number && self.char_at(end).is_none_or(is_blank)).then_some(space + len)
            }
            // `Done. ...and then`
            '.' if self
                .body
                .get(stop.end + space..)?
                .strip_prefix("...")
                .is_some_and(|rest| rest.starts_with(char::is_alphabetic)) =>
            {
                None
            }
            '.' | '!' | '?' if alone => Some(space + 1),
            // `Why ? " . Then`: a text whose marks were set apart.
            '"' | '”' | '`' => {
                let rest = self.body.get(stop.end + space..)?;
                let marks = rest.trim_start_matches(['"', '”', '`']);
                let ended = marks.trim_start_matches(is_space).strip_prefix('.')?;
                let end = space + rest.len() - ended.len();
                ended.chars().next().is_none_or(is_blank).then_some(end)
            }
            '»' | '›' if alone => Some(space + next.len_utf8()),
            _ => None,
        }
    }

    /// Whether the sentence ends at a stop before the word at `from`, to which white space leads.
    fn ends_before(&mut self, stop: Stop, from: usize) -> bool {
        let Some(first) = self.char_at(from) else { return false };
        if self.is_bracketed(stop.end) {
            return false;
        }
        if first == '(' && self.goes_on_after_bracket(from) {
            return false;
        }
        // The first letter, behind quotes and dashes.
        let rest = self.body.get(from..).unwrap_or_default();
        if stop.quoted && stop.strong && names_speaker(rest, self.language) {
            // `And I thought` begins a sentence.
            let word = leading_word(rest);
            return self.abbreviations.is_english() && word != "I" && self.abbreviations.is_starter(word);
        }
        let passed: usize = rest
            .chars()
            .take(MOST_OPENERS)
            .take_while(|c| is_opener(*c) || is_dash(*c) || is_space(*c))
            .map(char::len_utf8)
            .sum();
        let word = leading_word(rest.get(passed..).unwrap_or_default());
        let Some(letter) = word.chars().next() else { return stop.strong && !is_closer(first) };
        if stop.ellipsis && is_conjunction(word, self.language) {
            return false;
        }
        if stop.wide {
            return self.ends_wide(stop, from, letter);
        }
        // `[...]` stands for words that were left out.
        if stop.ellipsis && matches!(self.bytes.get(stop.at.wrapping_sub(1)), Some(b'[' | b'(')) {
            return false;
        }
        let token = self.token_before(stop.at);
        // Thai and Lao have stops in abbreviations only.
        if !stop.strong && is_complex(letter) && matches!(self.language, Language::THAI | Language::LAO) {
            return false;
        }
        if letter.is_lowercase() && !begins_like_upper(rest, word, self.language) {
            return self.ends_before_lower(stop, token, rest, passed);
        }
        let opened = is_opener(first) && !matches!(first, '#' | '§' | '$' | '€' | '£' | '@' | '(' | '[');
        let after = rest.get(passed + word.len()..).unwrap_or_default();
        if stop.strong {
            // Names that end in a mark of exclamation; `Zing! Inc., which`.
            if let Some(after) = after.strip_prefix('.').filter(|_| self.abbreviations.is_known(word)) {
                return !after.trim_start_matches(is_space).starts_with(|c: char| c == ',' || c.is_lowercase());
            }
            return !(token.eq_ignore_ascii_case("yahoo") && !stop.quoted && !self.abbreviations.is_starter(word));
        }
        if stop.ellipsis && !token.contains('.') {
            return true;
        }
        let follow = Follow { word, letter, opened, dot: after.starts_with('.') };
        let head = self.body.get(self.start..stop.at).unwrap_or_default();
        !self.abbreviations.shortens(token, head, stop.quoted, &follow)
    }

    /// Whether the sentence goes on behind the bracket that opens at `at`: `Stop! (he said), and`.
    fn goes_on_after_bracket(&self, at: usize) -> bool {
        let near = self.bytes.get(at + 1..).unwrap_or_default();
        let Some(end) = near.iter().take(LONGEST_BRACKET).position(|byte| matches!(byte, b'(' | b')' | b'.')) else {
            return false;
        };
        let after = self.body.get(at + 1 + end..).and_then(|after| after.strip_prefix(')')).unwrap_or_default();
        after.starts_with([',', ';']) || after.trim_start_matches(is_space).starts_with(char::is_lowercase)
    }

    /// Whether a sentence ends although the next word begins with a small letter.
    fn ends_before_lower(&mut self, stop: Stop, token: &str, rest: &str, passed: usize) -> bool {
        if stop.ellipsis || stop.quoted {
            return false;
        }
        // `Done. a. first b. second`
        if self.begins_list(rest) {
            return true;
        }
        if passed > 0 {
            // Behind a whole word a quotation may begin with a small letter, and so may what was left out.
            let opens = rest.starts_with(['“', '«', '(']) || (rest.starts_with('"') && self.quotes_are_closed(stop.at));
            let left_out = ["...", "…"]
                .iter()
                .any(|mark| rest.strip_prefix(mark).is_some_and(|rest| rest.starts_with(char::is_alphabetic)));
            let plain = token.len() >= 3 && token.chars().all(char::is_lowercase) && has_vowel(token);
            let plain = plain && !self.abbreviations.is_known(token);
            return !stop.strong && ((opens || left_out) && self.is_whole_word(token, stop.at) || (left_out && plain));
        }
        // `onyedi. yüzyıl`: number words are ordinals before a small letter, too.
        if self.language == Language::TURKISH && TURKISH_NUMBERS.iter().any(|number| token.ends_with(number)) {
            return false;
        }
        // In texts that begin their sentences like that, or after a long word; never after an abbreviation.
        let first = self.word_from(self.start);
        let informal = self.char_at(first).is_some_and(char::is_lowercase);
        if stop.strong {
            return informal;
        }
        let plain = token.len() >= 3 && token.chars().all(char::is_lowercase);
        let plain = plain || (informal && token.len() == 2 && self.abbreviations.is_starter(token));
        // A whole word of this length is hardly ever shortened by its stop; so somebody forgot the capital.
        let certain = token.chars().count() >= CERTAIN_WORD;
        ((informal || certain) && plain && !self.abbreviations.is_known(token) && has_vowel(token))
            // English texts have stops inside their sentences, where lines of a page were joined.
            || (!token.is_empty() && !self.abbreviations.is_english() && self.is_whole_word(token, stop.at))
    }

    /// Whether a list within the line begins at `rest`. Where none was found, none is looked for again right behind.
    fn begins_list(&mut self, rest: &str) -> bool {
        let at = self.body.len() - rest.len();
        let Some(marker) = Marker::at(rest).filter(|marker| marker.style != Style::Dash && marker.is_first()) else {
            return false;
        };
        if at < self.barren {
            return false;
        }
        let begins = marker.goes_on_in(rest);
        if !begins {
            self.barren = at + BARREN;
        }
        begins
    }

    /// Whether a stop can hardly shorten the word before it: words are cut behind a consonant. Set apart, it shortens none.
    fn is_whole_word(&self, token: &str, at: usize) -> bool {
        if token.is_empty() {
            let before = self.body.get(self.start..at).unwrap_or_default().trim_end_matches(is_space);
            let mut last = before.chars().rev();
            return before.len() < at - self.start && last.by_ref().take(2).all(char::is_alphanumeric);
        }
        // Brackets and quotes divide the stop from the word.
        if token.ends_with(|c| is_closer(c) && !matches!(c, '\'' | '’')) {
            return true;
        }
        let amount = token.len() >= 3 && token.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b','));
        if amount && !self.abbreviations.has_ordinals() {
            return true;
        }
        let accented = token.ends_with(['à', 'è', 'é', 'ì', 'í', 'ò', 'ó', 'ù', 'ú', 'á']);
        let open = accented || token.ends_with(['a', 'e', 'i', 'o', 'u']);
        let small = token.chars().skip(1).all(char::is_lowercase);
        let shortest = if accented { CERTAIN_WORD - 1 } else { CERTAIN_WORD };
        open && small && token.chars().count() >= shortest && !self.abbreviations.is_known(token)
    }

    /// Whether no straight quote of the sentence so far is open.
    fn quotes_are_closed(&self, at: usize) -> bool {
        let near = self.bytes.get(self.start..at).unwrap_or_default().iter().rev().take(2 * LONGEST_BRACKET);
        near.filter(|byte| **byte == b'"').count() % 2 == 0
    }

    /// Whether the sentence ends at a stop of a script without capitals, before `next`.
    fn ends_wide(&mut self, stop: Stop, from: usize, next: char) -> bool {
        if self.is_bracketed(stop.end) || (next.is_lowercase() && !matches!(self.language, Language::GREEK)) {
            return false;
        }
        if matches!(next, ',' | '，' | '、' | '；' | ';' | '：') {
            return false;
        }
        let continues = match self.language {
            // `「…。」と言った`: what is said goes on with a particle.
            Language::JAPANESE => matches!(next, 'ぁ'..='ゖ') && (stop.quoted || stop.ellipsis),
            Language::CHINESE => stop.quoted && stop.strong && from == stop.end,
            _ => false,
        };
        // An ellipsis alone does not end anything, nor does the stop of a number.
        let number = self.bytes.get(stop.at.wrapping_sub(1)).is_some_and(u8::is_ascii_digit) && next.is_ascii_digit();
        !(continues || number)
    }

    /// Where the sentence ends if the next one follows without a space.
    fn glued(&mut self, stop: Stop, next: char) -> Option<usize> {
        let pause = stop.ellipsis && self.language == Language::ARMENIAN;
        if pause || self.is_bracketed(stop.end) {
            return None;
        }
        let token = self.token_before(stop.at);
        let before = self.body.get(..stop.at).and_then(|head| head.chars().next_back())?;
        let rest = self.body.get(stop.end..)?;
        if next.is_ascii_digit() && !stop.strong && !stop.ellipsis {
            // The numbers of footnotes: `consultation.11 12 Take`.
            let len = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b' ').count();
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let after = self.char_at(stop.end + len)?;
            let note = digits <= 3 && len > digits && len <= 12 && after.is_uppercase();
            let word =
                stop.quoted || before == ')' || (before.is_lowercase() && token.len() >= 3 && !token.contains('.'));
            return (note && word && !self.abbreviations.is_known(token)).then_some(stop.end + len);
        }
        let marks: usize =
            self.body.get(stop.at..stop.end)?.chars().take_while(|c| is_stop(*c)).map(char::len_utf8).sum();
        let joint = Joint {
            text: self.body.get(..stop.at)?,
            head: self.body.get(self.start..stop.at)?,
            closers: self.body.get(stop.at + marks..stop.end)?,
            rest,
            again: self.glued,
            strong: stop.strong,
        };
        let back = joint.ends(&self.abbreviations)?;
        self.glued = true;
        Some(stop.end - back)
    }

    /// What stands before a stop, back to white space, without opening quotes and brackets.
    fn token_before(&self, at: usize) -> &'t str {
        let head = self.body.get(self.start..at).unwrap_or_default();
        let plain = head.bytes().rev().take(LONGEST_TOKEN).take_while(u8::is_ascii_alphabetic).count();
        if plain > 0 && head.len() > plain && head.as_bytes().get(head.len() - plain - 1) == Some(&b' ') {
            return head.get(head.len() - plain..).unwrap_or_default();
        }
        let divides = |c: char| c <= ' ' || is_space(c) || matches!(c, '(' | '"' | '[' | '/');
        let word = head.char_indices().rev().take(LONGEST_TOKEN).take_while(|(_, c)| !divides(*c));
        let from = self.start + word.last().map_or(head.len(), |(at, _)| at);
        let token = self.body.get(from..at).unwrap_or_default();
        token.trim_start_matches(|c| is_opener(c) || is_dash(c))
    }
}

/// Whether a sentence may begin with the small letter of `word`: `'s Morgens` in Dutch, `iGlow` anywhere.
fn begins_like_upper(rest: &str, word: &str, language: Language) -> bool {
    let brand = word.is_ascii() && word.chars().nth(1).is_some_and(char::is_uppercase) && word.len() > 2;
    let dutch = language == Language::DUTCH && rest.starts_with(['\'', '’', '‘']) && {
        let after = rest.trim_start_matches(['\'', '’', '‘']).strip_prefix(['s', 't', 'n', 'k', 'r', 'm']);
        after.is_some_and(|after| after.trim_start_matches(is_space).starts_with(char::is_uppercase))
    };
    brand || dutch
}

/// The letters and digits that `text` begins with, as far as they matter.
fn leading_word(text: &str) -> &str {
    const MOST: usize = 24;
    let apostrophe = |c| c == '\'' || c == '’';
    let plain = text.bytes().take(MOST).take_while(u8::is_ascii_alphanumeric).count();
    if plain < MOST && matches!(text.as_bytes().get(plain), Some(b' ' | b',' | b'.')) {
        return text.get(..plain).unwrap_or_default();
    }
    let len = text.chars().take(MOST).take_while(|c| is_word_part(*c) || apostrophe(*c)).map(char::len_utf8).sum();
    text.get(..len).unwrap_or_default()
}
