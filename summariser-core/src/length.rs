//! [`Length`]: how long a summary may be, and how text is measured. One notation and one definition of a word for every
//! plugin, so that `"80 words"` means the same wherever it is said.

use std::fmt;
use std::str::FromStr;

/// How long a summary may be: `"5 sentences"`, `"80 words"`, `"280 chars"`, `"75 bytes"` or `"20%"` (of the words).
///
/// ```
/// use summariser_core::Length;
/// assert_eq!("80 words".parse(), Ok(Length::Words(80)));
/// assert_eq!("20 %".parse(), Ok(Length::Percent(20.0)));
/// assert_eq!(Length::Sentences(1).to_string(), "1 sentence");
/// assert!("80 pages".parse::<Length>().unwrap_err().to_string().contains("sentences, words, chars"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// So many sentences.
    Sentences(u32),
    /// So many words, as [`words`] counts them.
    Words(u32),
    /// So many characters (Unicode scalar values).
    Chars(u32),
    /// So many bytes of UTF-8. Only headlines take it.
    Bytes(u32),
    /// So many per cent of the words of the text; above 0 and at most 100.
    Percent(f64),
}

impl Length {
    /// What `text` weighs in the unit of this length; sentences and per cent are not a matter of one piece of text and
    /// are measured in sentences (1) and words.
    #[must_use]
    pub fn measure(self, text: &str) -> usize {
        match self {
            Length::Sentences(_) => 1,
            Length::Words(_) | Length::Percent(_) => words(text),
            Length::Chars(_) => text.chars().count(),
            Length::Bytes(_) => text.len(),
        }
    }

    /// The name of its unit, as options write it: `sentences`, `words`, `chars`, `bytes` or `%`.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Length::Sentences(_) => "sentences",
            Length::Words(_) => "words",
            Length::Chars(_) => "chars",
            Length::Bytes(_) => "bytes",
            Length::Percent(_) => "%",
        }
    }

    /// The limit in the unit that [`measure`](Length::measure) uses, for a text of `words` words; at least 1.
    #[must_use]
    pub fn limit(self, words: usize) -> usize {
        match self {
            Length::Sentences(n) | Length::Words(n) | Length::Chars(n) | Length::Bytes(n) => (n as usize).max(1),
            // A product of a count below 2^32 and a share up to 1 is exact enough, and never negative.
            Length::Percent(share) => ((words as f64 * share / 100.0) as usize).max(1),
        }
    }
}

/// Why a text is no [`Length`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LengthError {
    given: String,
}

impl fmt::Display for LengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is no length; write a whole number above 0 and a unit (sentences, words, chars or bytes), or a \
             percentage above 0 and up to 100, such as \"5 sentences\", \"80 words\" or \"20%\"",
            self.given
        )
    }
}

impl std::error::Error for LengthError {}

impl FromStr for Length {
    type Err = LengthError;

    fn from_str(given: &str) -> Result<Length, LengthError> {
        let error = || LengthError { given: given.to_owned() };
        let given_trimmed = given.trim();
        let digits = given_trimmed.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(given_trimmed.len());
        let (number, unit) = given_trimmed.split_at(digits);
        if unit.trim() == "%" {
            let share: f64 = number.parse().map_err(|_| error())?;
            return if share > 0.0 && share <= 100.0 { Ok(Length::Percent(share)) } else { Err(error()) };
        }
        let number: u32 = number.parse().ok().filter(|n| *n > 0).ok_or_else(error)?;
        match unit.trim() {
            "sentence" | "sentences" => Ok(Length::Sentences(number)),
            "word" | "words" => Ok(Length::Words(number)),
            "char" | "chars" | "character" | "characters" => Ok(Length::Chars(number)),
            "byte" | "bytes" => Ok(Length::Bytes(number)),
            _ => Err(error()),
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted =
            |f: &mut fmt::Formatter<'_>, n: u32, unit: &str| write!(f, "{n} {unit}{}", if n == 1 { "" } else { "s" });
        match *self {
            Length::Sentences(n) => counted(f, n, "sentence"),
            Length::Words(n) => counted(f, n, "word"),
            Length::Chars(n) => counted(f, n, "char"),
            Length::Bytes(n) => counted(f, n, "byte"),
            Length::Percent(share) => write!(f, "{share}%"),
        }
    }
}

/// Counts words: runs of characters that are no white space, each Han, Kana or Thai character counting as one.
///
/// Punctuation that touches a Han, Kana or Thai character belongs to it; elsewhere a run counts whatever it is made of,
/// as `wc -w` has it.
///
/// ```
/// use summariser_core::length::words;
/// assert_eq!(words("The well-kept olive tree -- 71,500 of them."), 8);
/// assert_eq!(words("橄榄树。"), 3);
/// assert_eq!(words("2024年、リオで"), 5);
/// ```
#[must_use]
pub fn words(text: &str) -> usize {
    // A word ends where its line does, and most texts, or else most of their lines, have no character that is more than a
    // byte to this count.
    let of = |text: &str| is_plain(text).then(|| plain_words(text.as_bytes()));
    of(text).unwrap_or_else(|| text.split('\n').map(|line| of(line).unwrap_or_else(|| decoded_words(line))).sum())
}

/// Whether neither white space beyond ASCII nor a character that counts alone is in a text.
fn is_plain(text: &str) -> bool {
    if text.is_ascii() {
        return true;
    }
    let mut rest = text;
    loop {
        // By pieces, which is faster than byte by byte where most is ASCII.
        let ascii = rest.as_bytes().chunks(32).take_while(|piece| piece.is_ascii()).map(<[u8]>::len).sum();
        let other = rest.as_bytes().get(ascii..).and_then(|bytes| bytes.iter().position(|byte| !byte.is_ascii()));
        let Some(tail) = other.and_then(|other| rest.get(ascii + other..)) else { return true };
        let mut others = tail.chars();
        if others.next().is_some_and(|c| c.is_whitespace() || counts_alone(c)) {
            return false;
        }
        rest = others.as_str();
    }
}

/// The bytes that begin a run, without decoding. Those of a chunk are summed up in one byte, so that the compiler takes
/// many at a time.
fn plain_words(text: &[u8]) -> usize {
    const CHUNK: usize = 240;
    // The vertical tab is white space to Unicode and not to ASCII's own test.
    let is_space = |byte: u8| byte == b' ' || byte.wrapping_sub(b'\t') < 5;
    let begins = |before: &[u8], bytes: &[u8]| -> usize {
        let pairs = before.chunks(CHUNK).zip(bytes.chunks(CHUNK));
        let sum = |(before, bytes): (&[u8], &[u8])| {
            let begins = before.iter().zip(bytes).map(|(before, byte)| u8::from(is_space(*before) & !is_space(*byte)));
            usize::from(begins.fold(0, u8::wrapping_add))
        };
        pairs.map(sum).sum()
    };
    match text {
        [] => 0,
        [first, rest @ ..] => usize::from(!is_space(*first)) + begins(text, rest),
    }
}

fn decoded_words(text: &str) -> usize {
    text.split_whitespace()
        .map(|run| {
            let (mut singles, mut rest, mut between) = (0, 0, false);
            for c in run.chars() {
                if counts_alone(c) {
                    singles += 1;
                    between = false;
                } else if c.is_alphanumeric() && !between {
                    rest += 1;
                    between = true;
                }
            }
            if singles == 0 { 1 } else { singles + rest }
        })
        .sum()
}

/// Whether a character is a word of its own: Han, Kana and Thai are written without spaces.
fn counts_alone(c: char) -> bool {
    matches!(c,
        '\u{0E01}'..='\u{0E4E}'                              // Thai
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{309F}' // iteration marks, Hiragana
        | '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' // Katakana
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' // Han
        | '\u{FF66}'..='\u{FF9D}'                              // half-width Katakana
        | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_and_print() {
        for (given, length, printed) in [
            ("5 sentences", Length::Sentences(5), "5 sentences"),
            (" 1sentence ", Length::Sentences(1), "1 sentence"),
            ("80 words", Length::Words(80), "80 words"),
            ("280 chars", Length::Chars(280), "280 chars"),
            ("75 bytes", Length::Bytes(75), "75 bytes"),
            ("12.5%", Length::Percent(12.5), "12.5%"),
            ("100 %", Length::Percent(100.0), "100%"),
        ] {
            assert_eq!(given.parse(), Ok(length), "{given}");
            assert_eq!(length.to_string(), printed);
        }
        for bad in
            ["", "5", "words", "0 words", "-1 words", "1.5 words", "0%", "101%", "5 pages", "nan%", "99999999999 words"]
        {
            assert!(bad.parse::<Length>().is_err(), "{bad}");
        }
    }

    #[test]
    fn words_are_runs_but_where_there_are_no_spaces() {
        for (text, count) in [
            ("", 0),
            (" \n\t ", 0),
            ("one", 1),
            ("don't stop -- ever", 4),
            ("café crème", 2),
            ("两个 words", 3),
            ("（两个）", 2),
            ("ไทย", 3),
            ("no\u{a0}break", 2),
        ] {
            assert_eq!(words(text), count, "{text}");
        }
        // However long, and whatever stands in it: counted without decoding or with, it is the same.
        let words_of = |text: &str| text.split_whitespace().count();
        for size in [1, 31, 32, 33, 239, 240, 241, 480, 700] {
            for piece in ["a b\tc", "it’s – née\r\n", " ", "x\u{b}y\u{c} z", "два слова\n", "a\u{2009}b\u{85}c d"]
            {
                let text: String = piece.chars().cycle().take(size).collect();
                assert_eq!(words(&text), words_of(&text), "{size} of {piece:?}");
            }
        }
    }
}
