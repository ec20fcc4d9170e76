//! The tokens that figures are read from. They are smaller than words: `$1,250-a-day` is seven, so that a scanner can
//! look at each digit run, sign and word on its own.

use summariser_core::line_break::joins_unspaced;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of decimal digits of any script.
    Digits,
    /// A run of letters.
    Word,
    /// One character of Han, Hiragana, Hangul or Thai.
    Sign,
    /// One character of anything else but white space.
    Mark,
}

/// One token, by its bytes in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: Kind,
    /// The character of a mark; NUL for anything else.
    pub(crate) mark: char,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
    /// Where it is looked up, whatever its case; some tokens share a slot.
    pub(crate) slot: u16,
}

/// How many slots there are; a power of two, several times as many as a language has words about numbers.
pub(crate) const SLOTS: usize = 4096;

/// Room for so many tokens is made at once: most sentences have fewer.
const LEAST: usize = 256;

/// Appends the tokens of a piece of text that begins at the byte `base`.
pub(crate) fn read(piece: &str, base: u32, out: &mut Vec<Token>) {
    let bytes = piece.as_bytes();
    out.reserve(bytes.len() / 4 + LEAST);
    // Behind white space, and an end of a line in it.
    let (mut start, mut spaced, mut broken) = (0, false, false);
    while let Some((first, others)) = bytes.get(start..).and_then(<[u8]>::split_first) {
        let first_class = class(first);
        if first_class == SPACE {
            (start, spaced, broken) = (start + 1, true, broken || matches!(first, b'\n' | b'\r'));
            continue;
        }
        let further = if first_class == LETTER || first_class == DIGIT { run_of(others, first_class) } else { 0 };
        let mut end = start + 1 + further;
        let mut kind = match first_class {
            LETTER => Some(Kind::Word),
            DIGIT => Some(Kind::Digits),
            _ => Some(Kind::Mark),
        };
        let mut mark = if first_class == MARK { char::from(*first) } else { '\0' };
        let goes_beyond = first_class != MARK && others.get(further).is_some_and(|byte| class(byte) == BEYOND);
        let slot = if first_class == BEYOND || goes_beyond {
            (kind, end) = beyond(piece, start);
            let token = piece.get(start..end).unwrap_or_default();
            if kind == Some(Kind::Mark) {
                mark = token.chars().next().unwrap_or_default();
            }
            slot(token)
        } else {
            bytes.get(start..end).map_or(0, ascii_slot)
        };
        if broken {
            let (before, next) = piece.split_at_checked(start).unwrap_or_default();
            spaced &= !joins_unspaced(before.trim_end(), next);
            broken = false;
        }
        if let Some(kind) = kind {
            out.push(Token { start: base + start as u32, end: base + end as u32, kind, mark, spaced, slot });
        }
        (start, spaced) = (end, kind.is_none());
    }
}

/// The slot of the word of ASCII letters that some bytes begin with; none where more than ASCII touches it.
pub(crate) fn word_slot(bytes: &[u8]) -> Option<u16> {
    let (word, rest) = bytes.split_at_checked(run_of(bytes, LETTER))?;
    (!word.is_empty() && rest.first().is_none_or(|byte| class(byte) != BEYOND)).then(|| ascii_slot(word))
}

/// How many bytes are of one class.
fn run_of(bytes: &[u8], wanted: u8) -> usize {
    bytes.iter().position(|byte| class(byte) != wanted).unwrap_or(bytes.len())
}

/// The slot of a token of ASCII.
fn ascii_slot(token: &[u8]) -> u16 {
    let [first, ..] = token else { return 0 };
    let (middle, last) = (token[token.len() / 2], token[token.len() - 1]);
    hash(u32::from(*first), u32::from(middle), u32::from(last), token.len())
}

fn class(byte: &u8) -> u8 {
    CLASSES[usize::from(*byte)]
}

/// What a byte is.
const CLASSES: [u8; 256] = {
    let mut classes = [BEYOND; 256];
    let mut byte = 0;
    while byte < 0x80 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b' ' | b'\n' | b'\r' | b'\t' => SPACE,
            _ => MARK,
        };
        byte += 1;
    }
    classes
};
const SPACE: u8 = 0;
const MARK: u8 = 1;
const LETTER: u8 = 2;
const DIGIT: u8 = 3;
/// Of a byte: it is part of a character beyond ASCII.
const BEYOND: u8 = 4;

/// The slot of a token.
fn slot(token: &str) -> u16 {
    let lower = |c: Option<char>| c.and_then(|c| c.to_lowercase().next()).map_or(0, u32::from);
    let (mut chars, len) = (token.chars(), token.chars().count());
    hash(lower(chars.clone().next()), lower(chars.clone().nth(len / 2)), lower(chars.next_back()), len)
}

/// The slot of what begins with a character, has another one in its middle, ends with a third and is so many long, all in
/// lower case, save that ASCII may be in either.
fn hash(first: u32, middle: u32, last: u32, len: usize) -> u16 {
    // The bit makes ASCII's small letters of capitals.
    let key = (first ^ middle << 8 ^ last << 16 | 0x0020_2020) ^ (len as u32) << 24;
    (key.wrapping_mul(0x9E37_79B1) >> 20) as u16
}

/// The token of more than ASCII, and where it ends; none for white space.
fn beyond(piece: &str, at: usize) -> (Option<Kind>, usize) {
    let Some(c) = piece.get(at..).and_then(|rest| rest.chars().next()) else { return (None, at + 1) };
    let end = at + c.len_utf8();
    if c.is_whitespace() || is_format(c) {
        (None, end)
    } else if digit(c).is_some() {
        (Some(Kind::Digits), run(piece, at, is_digit))
    } else if is_sign(c) {
        (Some(Kind::Sign), end)
    } else if is_letter(c) {
        (Some(Kind::Word), run(piece, at, is_letter))
    } else {
        (Some(Kind::Mark), end)
    }
}

/// Where the run of characters ends that are what is wanted.
fn run(piece: &str, at: usize, is: impl Fn(char) -> bool) -> usize {
    let rest = piece.get(at..).unwrap_or_default();
    at + rest.find(|c| !is(c)).unwrap_or(rest.len())
}

fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// Letters, the marks that belong to them, and the small digits of `m²`.
fn is_letter(c: char) -> bool {
    let indic = matches!(c, '\u{900}'..='\u{DFF}') && !matches!(c, '\u{964}' | '\u{965}') && digit(c).is_none();
    // The points of Hebrew and Arabic, and the vowels and tones of Lao, Burmese and Khmer.
    let pointed = matches!(c, '\u{591}'..='\u{5BD}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{EB1}'..='\u{ECD}'
        | '\u{102B}'..='\u{103E}' | '\u{17B6}'..='\u{17D3}');
    indic
        || pointed
        || matches!(c, '²' | '³' | '\u{300}'..='\u{36F}')
        || (c.is_alphabetic() && !is_sign(c) && !matches!(c, 'º' | 'ª'))
}

/// Han, Hiragana and Thai, where no space divides words, and Hangul, where particles follow what is counted.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{E01}'..='\u{E3A}' | '\u{E40}'..='\u{E4E}' | '\u{AC00}'..='\u{D7A3}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309F}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3134F}')
}

/// Characters that nobody sees.
fn is_format(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

/// The value of a decimal digit of the scripts of the languages here.
pub(crate) fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        '\u{9E6}'..='\u{9EF}' => '\u{9E6}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}
