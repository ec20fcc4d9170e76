//! Marks of list items: `1.`, `2)`, `(c)`, `•`. Lists in plain text (`paragraph`) and lists inside a line (`sentence`)
//! are both known by marks that follow each other, so one reading serves both.

/// How a mark is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `-`, which may also open a line of dialogue.
    Dash,
    /// `*`, `•` and the like.
    Bullet,
    /// `1.`
    Digit,
    /// `1)`, `1.)`, `(1)`
    DigitBracket,
    /// `a.`
    Letter,
    /// `a)`, `a.)`, `(a)`, `(iv)`
    LetterBracket,
}

/// The number of `A`.
const FIRST_CAPITAL: u32 = 101;

/// A mark at the beginning of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub(super) style: Style,
    /// Its number; `b` is 2, `B` is 102; a bullet has 0.
    pub(super) ordinal: u32,
    /// Its number if its letters are a Roman one, or 0: `i` is the ninth letter, and the first.
    pub(super) roman: u32,
    /// How many bytes it has, without the space after it.
    pub(super) len: usize,
}

/// The length of the box that `text` begins with: `[ ]`, `[x]`.
fn check_box(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let boxed = matches!(bytes, [b'[', b' ' | b'x' | b'X' | b'-', b']', ..]);
    (boxed && is_gap(bytes, 3)).then_some(3)
}

impl Marker {
    /// The mark that `text` begins with.
    pub(super) fn at(text: &str) -> Option<Marker> {
        let bytes = text.as_bytes();
        let first = *bytes.first()?;
        match first {
            b'-' | b'*' | b'+' if is_gap(bytes, 1) => {
                let style = if first == b'-' { Style::Dash } else { Style::Bullet };
                let boxed = text.get(2..).and_then(check_box).map_or(0, |len| 1 + len);
                return Some(Marker { style, ordinal: 0, roman: 0, len: 1 + boxed });
            }
            b'[' => return check_box(text).map(|len| Marker { style: Style::Bullet, ordinal: 0, roman: 0, len }),
            b'0'..=b'9' | b'(' | b'A'..=b'Z' | b'a'..=b'z' => {}
            0xC2 | 0xE2 => {
                let c = text.chars().next()?;
                let len = c.len_utf8();
                return match c {
                    '•' | '◦' | '▪' | '‣' | '⁃' | '●' | '■' | '○' | '□' | '►' | '➤' | '✓' => {
                        Some(Marker { style: Style::Bullet, ordinal: 0, roman: 0, len })
                    }
                    '·' if is_gap(bytes, len) => Some(Marker { style: Style::Bullet, ordinal: 0, roman: 0, len }),
                    '–' if is_gap(bytes, len) => Some(Marker { style: Style::Dash, ordinal: 0, roman: 0, len }),
                    _ => None,
                };
            }
            _ => return None,
        }
        let open = usize::from(first == b'(');
        let digits = bytes.iter().skip(open).take(4).take_while(|byte| byte.is_ascii_digit()).count();
        let letter = bytes.get(open).copied().filter(u8::is_ascii_alphabetic);
        let romans = bytes.iter().skip(open).take(6).take_while(|byte| matches!(byte, b'i' | b'v' | b'x')).count();
        let roman = text.get(open..open + romans).map_or(0, roman);
        let (ordinal, mut at) = match (digits, letter) {
            (1..=3, _) => (text.get(open..open + digits)?.parse().ok()?, open + digits),
            (_, Some(_)) if roman > 0 && romans > 1 && bytes.get(open + romans) == Some(&b')') => (0, open + romans),
            // `A` is no neighbour of `b`.
            (_, Some(letter)) if letter.is_ascii_uppercase() => (u32::from(letter - b'A') + FIRST_CAPITAL, open + 1),
            (_, Some(letter)) => (u32::from(letter - b'a') + 1, open + 1),
            _ => return None,
        };
        let bracket = match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b')'), _) => {
                at += 1;
                true
            }
            (Some(b'.'), Some(b')')) if open == 0 => {
                at += 2;
                true
            }
            (Some(b'.'), _) if open == 0 => {
                at += 1;
                false
            }
            _ => return None,
        };
        // `1)fish` and `3.14` are no items.
        if !is_gap(bytes, at) {
            return None;
        }
        let style = match (digits > 0, bracket) {
            (true, true) => Style::DigitBracket,
            (true, false) => Style::Digit,
            (false, true) => Style::LetterBracket,
            (false, false) => Style::Letter,
        };
        Some(Marker { style, ordinal, roman, len: at })
    }

    /// Whether a mark that continues this one's list stands inside `text`. A plus sign there adds.
    pub(super) fn goes_on_in(self, text: &str) -> bool {
        const FAR: usize = 400;
        let spaces = text.bytes().take(FAR).enumerate().filter(|(_, byte)| *byte == b' ');
        spaces
            .filter_map(|(at, _)| Marker::at(text.get(at + 1..).filter(|rest| !rest.starts_with('+'))?))
            .any(|other| other.follows(self) && other.style != Style::Dash)
    }

    /// Whether it may be the first of a list.
    pub(super) fn is_first(self) -> bool {
        matches!(self.ordinal, 1 | FIRST_CAPITAL) || self.roman == 1
    }

    /// Whether this mark continues the list that `before` belongs to.
    pub(super) fn follows(self, before: Marker) -> bool {
        self.style == before.style
            && (matches!(self.style, Style::Dash | Style::Bullet)
                || self.ordinal == before.ordinal + 1
                || (self.roman > 0 && self.roman == before.roman + 1))
    }
}

/// Whether a space or tab stands at `at`.
fn is_gap(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at), Some(b' ' | b'\t')) || bytes.get(at..at + 2) == Some(&[0xC2, 0xA0])
}

/// The value of a Roman number of `i`, `v` and `x`; 0 if it is none.
fn roman(letters: &str) -> u32 {
    const NUMBERS: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
        "xviii", "xix", "xx",
    ];
    NUMBERS.iter().position(|number| *number == letters).and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(0)
}
