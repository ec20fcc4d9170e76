//! The tokens that figures are read from. They are smaller than words: `$1,250-a-day` is seven, so that a scanner can
//! look at each digit run, sign and word on its own.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of decimal digits of any script.
    Digits,
    /// A run of letters.
    Word,
    /// One character of Han or Hiragana.
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
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
    /// Where it is looked up, whatever its case; some tokens share a slot.
    pub(crate) slot: u16,
}

/// How many slots there are; a power of two, several times as many as a language has words about numbers.
pub(crate) const SLOTS: usize = 1024;

/// Appends the tokens of a piece of text that begins at the byte `base`.
pub(crate) fn read(piece: &str, base: u32, out: &mut Vec<Token>) {
    let bytes = piece.as_bytes();
    let is = |at: usize, class: u8| bytes.get(at).is_some_and(|byte| CLASSES[usize::from(*byte)] == class);
    let (mut at, mut spaced) = (0, false);
    while let Some(&byte) = bytes.get(at) {
        let start = at;
        at += 1;
        let class = CLASSES[usize::from(byte)];
        let (mut kind, mut plain) = (Some(Kind::Mark), true);
        match class {
            SPACE => kind = None,
            MARK => {}
            LETTER | DIGIT => {
                while is(at, class) {
                    at += 1;
                }
                kind = Some(if class == LETTER { Kind::Word } else { Kind::Digits });
                if is(at, BEYOND) {
                    at = if class == LETTER { run(piece, start, is_letter) } else { run(piece, start, is_digit) };
                    plain = false;
                }
            }
            _ => {
                (kind, at) = beyond(piece, start);
                plain = false;
            }
        }
        if let (Some(kind), Some(token)) = (kind, bytes.get(start..at)) {
            let slot = if plain { plain_slot(token) } else { slot(piece.get(start..at).unwrap_or_default()) };
            out.push(Token { start: base + start as u32, end: base + at as u32, kind, spaced, slot });
        }
        spaced = kind.is_none();
    }
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

/// The slot of a token: its first two characters and its last one in lower case, and their number, hashed.
fn slot(token: &str) -> u16 {
    if token.is_ascii() {
        return plain_slot(token.as_bytes());
    }
    let lower = |c: Option<char>| c.and_then(|c| c.to_lowercase().next()).map_or(0, u32::from);
    let mut chars = token.chars();
    let (first, second) = (lower(chars.next()), lower(chars.next()));
    hash(first, second, lower(token.chars().next_back()), token.chars().count())
}

/// The slot of a token of ASCII.
fn plain_slot(token: &[u8]) -> u16 {
    let byte = |byte: Option<&u8>| byte.map_or(0, |byte| u32::from(*byte));
    hash(byte(token.first()), byte(token.get(1)), byte(token.last()), token.len())
}

fn hash(first: u32, second: u32, last: u32, len: usize) -> u16 {
    // The bit makes small letters of ASCII's capitals.
    let key = (first | 0x20) ^ (second | 0x20) << 8 ^ (last | 0x20) << 16 ^ (len as u32) << 24;
    (key.wrapping_mul(0x9E37_79B1) >> 22) as u16
}

/// The token of a character beyond ASCII, and where it ends; none for white space.
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
    indic
        || matches!(c, '²' | '³' | '\u{300}'..='\u{36F}')
        || (c.is_alphabetic() && !is_sign(c) && !matches!(c, 'º' | 'ª'))
}

/// Han and Hiragana, where no space divides words.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309F}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
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
