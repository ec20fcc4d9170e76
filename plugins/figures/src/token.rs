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
}

/// Appends the tokens of a piece of text that begins at the byte `base`.
pub(crate) fn read(piece: &str, base: u32, out: &mut Vec<Token>) {
    let bytes = piece.as_bytes();
    let mut at = 0;
    let mut spaced = false;
    while let Some(&byte) = bytes.get(at) {
        let (kind, end) = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => (Some(Kind::Word), letters(piece, at)),
            b'0'..=b'9' => (Some(Kind::Digits), run(piece, at, |c| digit(c).is_some())),
            b' ' | b'\n' | b'\r' | b'\t' => (None, at + 1),
            0..=0x7F => (Some(Kind::Mark), at + 1),
            _ => beyond(piece, at),
        };
        if let Some(kind) = kind {
            out.push(Token { start: base + at as u32, end: base + end as u32, kind, spaced });
        }
        spaced = kind.is_none();
        at = end.max(at + 1);
    }
}

/// The token of a character beyond ASCII, and where it ends; none for white space.
fn beyond(piece: &str, at: usize) -> (Option<Kind>, usize) {
    let Some(c) = piece.get(at..).and_then(|rest| rest.chars().next()) else { return (None, at + 1) };
    let end = at + c.len_utf8();
    if c.is_whitespace() || is_format(c) {
        (None, end)
    } else if digit(c).is_some() {
        (Some(Kind::Digits), run(piece, at, |c| digit(c).is_some()))
    } else if is_sign(c) {
        (Some(Kind::Sign), end)
    } else if is_letter(c) {
        (Some(Kind::Word), letters(piece, at))
    } else {
        (Some(Kind::Mark), end)
    }
}

/// Where the run of letters ends that begins at a byte.
fn letters(piece: &str, at: usize) -> usize {
    let bytes = piece.as_bytes();
    let plain = bytes.iter().skip(at).take_while(|byte| byte.is_ascii_alphabetic()).count();
    match bytes.get(at + plain) {
        Some(byte) if *byte >= 0x80 => run(piece, at, is_letter),
        _ => at + plain,
    }
}

/// Where the run of characters ends that are what is wanted.
fn run(piece: &str, at: usize, is: impl Fn(char) -> bool) -> usize {
    let rest = piece.get(at..).unwrap_or_default();
    at + rest.find(|c| !is(c)).unwrap_or(rest.len())
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
