//! [`Block`] and [`Summary`]: what a summariser says. A block points at the bytes it came from; without a text of its own
//! its text is made from those bytes and nothing else, so that a quotation cannot be altered.

use std::borrow::Cow;
use std::fmt;

use crate::line_break::joins_unspaced;
use crate::{Document, Span};

/// What a block is. The numbers cross the plugin boundary and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[repr(u32)]
pub enum BlockKind {
    /// One line that could stand over the text.
    Headline = 1,
    /// Running text.
    Paragraph = 2,
    /// One point of a list.
    Bullet = 3,
    /// A key and its value; see [`Attribute`].
    Figure = 4,
    /// A word or phrase that the text is about.
    Keyword = 5,
    /// One sentence, as it stands.
    Sentence = 6,
    /// A remark about the summary and no part of it, such as a sentence that was left, and why. It is never piped on, nor
    /// counted among a summary's words. Hosts of ABI 1.0 do not know it.
    Note = 7,
}

impl BlockKind {
    /// Every kind, in the order of its number.
    pub const ALL: [BlockKind; 7] = [
        BlockKind::Headline,
        BlockKind::Paragraph,
        BlockKind::Bullet,
        BlockKind::Figure,
        BlockKind::Keyword,
        BlockKind::Sentence,
        BlockKind::Note,
    ];

    /// The kind of a number that crossed the boundary, if there is one.
    #[must_use]
    pub fn from_code(code: u32) -> Option<BlockKind> {
        Self::ALL.into_iter().find(|kind| *kind as u32 == code)
    }

    /// The kind of a name, as manifests and JSON write it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<BlockKind> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its name, as manifests and JSON write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            BlockKind::Headline => "headline",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Bullet => "bullet",
            BlockKind::Figure => "figure",
            BlockKind::Keyword => "keyword",
            BlockKind::Sentence => "sentence",
            BlockKind::Note => "note",
        }
    }

    /// Whether a block of this kind is text that a following stage of a pipe reads.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(self, BlockKind::Headline | BlockKind::Paragraph | BlockKind::Bullet | BlockKind::Sentence)
    }
}

/// What the attributes begin with that say why a block is there.
const BECAUSE: &str = "because_";

/// What else is to be known of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    /// Its name: lower case, words joined by `_`.
    pub key: String,
    /// What it is.
    pub value: Value,
    /// What the number counts: `words`, `minutes`, `%`.
    pub unit: Option<String>,
}

/// The value of an [`Attribute`].
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A finite number.
    Number(f64),
    /// Nothing, and why: a formula that does not apply, a text that is too short.
    Null {
        /// Why there is none.
        reason: String,
    },
}

/// One thing that a summariser says.
///
/// ```
/// use summariser_core::{Block, BlockKind, Span};
/// let bullet = Block::new(BlockKind::Bullet).span(Span::new(0, 152)).score(0.81);
/// let figure = Block::figure("words", 542.0, "words");
/// assert_eq!(figure.text.as_deref(), Some("542"));
/// # let _ = bullet;
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text; `None` is the bytes at its spans, joined by one space, every run of white space as one space.
    pub text: Option<String>,
    /// Where it comes from, in the order of the source.
    pub spans: Vec<Span>,
    /// Whether the text was made from the spans and nothing else was changed. Set by the host alone.
    pub verbatim: bool,
    /// How much it matters, as a rule 0..=1.
    pub score: Option<f64>,
    /// It is longer than asked for, because nothing shorter would have said anything.
    pub over_length: bool,
    /// Words were cut off to make it fit, so that it may not be a whole sentence.
    pub clipped: bool,
    /// What else is to be known of it. A figure's first attribute is the figure itself.
    pub attributes: Vec<Attribute>,
}

impl Block {
    /// A block of a kind, with nothing in it yet.
    #[must_use]
    pub fn new(kind: BlockKind) -> Block {
        Block {
            kind,
            text: None,
            spans: Vec::new(),
            verbatim: false,
            score: None,
            over_length: false,
            clipped: false,
            attributes: Vec::new(),
        }
    }

    /// A figure: a key, a finite number and what it counts. Its text is the number, to at most two decimals.
    #[must_use]
    pub fn figure(key: &str, value: f64, unit: &str) -> Block {
        let mut block = Block::new(BlockKind::Figure).text(number(value));
        block.attributes.push(Attribute {
            key: key.to_owned(),
            value: Value::Number(value),
            unit: (!unit.is_empty()).then(|| unit.to_owned()),
        });
        block
    }

    /// A figure that there is none of, and why.
    #[must_use]
    pub fn no_figure(key: &str, reason: impl Into<String>) -> Block {
        let mut block = Block::new(BlockKind::Figure).text("n/a");
        block.attributes.push(Attribute {
            key: key.to_owned(),
            value: Value::Null { reason: reason.into() },
            unit: None,
        });
        block
    }

    /// Gives it a text of its own.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Block {
        self.text = Some(text.into());
        self
    }

    /// Adds a span that it comes from.
    #[must_use]
    pub fn span(mut self, span: Span) -> Block {
        self.spans.push(span);
        self
    }

    /// Says how much it matters.
    #[must_use]
    pub fn score(mut self, score: f64) -> Block {
        self.score = Some(score);
        self
    }

    /// Adds an attribute.
    #[must_use]
    pub fn attribute(mut self, key: &str, value: Value, unit: Option<&str>) -> Block {
        self.attributes.push(Attribute { key: key.to_owned(), value, unit: unit.map(str::to_owned) });
        self
    }

    /// Says what spoke for it (above 0) or against it: an attribute `because_`, then the name with `_` for spaces, to two
    /// decimals.
    ///
    /// ```
    /// # use summariser_core::{Block, BlockKind, Value};
    /// let block = Block::new(BlockKind::Bullet).because("key words", 0.7512);
    /// assert_eq!((block.attributes[0].key.as_str(), &block.attributes[0].value), ("because_key_words", &Value::Number(0.75)));
    /// ```
    #[must_use]
    pub fn because(self, name: &str, weight: f64) -> Block {
        let weight = (weight * 100.0).round() / 100.0;
        self.attribute(&format!("{BECAUSE}{}", name.replace(' ', "_")), Value::Number(weight), None)
    }

    /// What spoke for it or against it, each with its name and weight, as [`because`](Block::because) said it.
    pub fn reasons(&self) -> impl Iterator<Item = (String, f64)> {
        self.attributes.iter().filter_map(|attribute| match (attribute.key.strip_prefix(BECAUSE), &attribute.value) {
            (Some(name), Value::Number(weight)) => Some((name.replace('_', " "), *weight)),
            _ => None,
        })
    }

    /// Checks the block against the document it speaks of, and gives it its text: what a host does with every block.
    ///
    /// # Errors
    /// A [`Refusal`] where a span is empty, out of order, out of bounds or cuts a character, where there is neither text
    /// nor span, or where a number is not finite.
    pub fn complete(mut self, document: &Document<'_>) -> Result<Block, Refusal> {
        let text = document.text();
        let mut end = 0;
        for span in &self.spans {
            let why = if span.is_empty() {
                Some("is empty".to_owned())
            } else if span.end as usize > text.len() {
                Some(format!("ends beyond the text of {} bytes", text.len()))
            } else if span.start < end {
                Some("overlaps or comes before the one before it".to_owned())
            } else if span.of(text).is_none() {
                Some("cuts a character in two".to_owned())
            } else {
                None
            };
            if let Some(why) = why {
                return Err(Refusal(format!("its span {}..{} {why}", span.start, span.end)));
            }
            end = span.end;
        }
        if self.score.is_some_and(|score| !score.is_finite()) {
            return Err(Refusal("its score is not a finite number".to_owned()));
        }
        for attribute in &self.attributes {
            if matches!(attribute.value, Value::Number(value) if !value.is_finite()) {
                return Err(Refusal(format!("its attribute `{}` is not a finite number", attribute.key)));
            }
        }
        if self.kind == BlockKind::Figure && self.attributes.is_empty() {
            return Err(Refusal("it is a figure without an attribute".to_owned()));
        }
        self.verbatim = self.text.is_none();
        if self.text.is_none() {
            if self.spans.is_empty() {
                return Err(Refusal("it has neither a text nor a span".to_owned()));
            }
            self.text = Some(quote(text, &self.spans));
        }
        Ok(self)
    }
}

/// Why a block was refused: the end of a sentence that begins with the block's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub(crate) String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

/// The text at some spans, joined by one space, every run of white space as one space; none where a line was broken
/// behind a word's hyphen or between characters of scripts without spaces. A span that is not in the text adds nothing.
///
/// ```
/// use summariser_core::{Span, summary::quote};
/// assert_eq!(quote("An olive\n  tree, old.", &[Span::new(0, 15), Span::new(17, 21)]), "An olive tree old.");
/// assert_eq!(quote("well-\nknown", &[Span::new(0, 11)]), "well-known");
/// ```
#[must_use]
pub fn quote(text: &str, spans: &[Span]) -> String {
    let mut quoted = String::with_capacity(spans.iter().map(|span| span.len() + 1).sum());
    for piece in spans.iter().filter_map(|span| span.of(text)) {
        if is_plain(piece) {
            if !quoted.is_empty() {
                quoted.push(' ');
            }
            quoted.push_str(piece);
            continue;
        }
        let mut rest = piece.trim_start();
        let mut spaced = !quoted.is_empty();
        while !rest.is_empty() {
            let (run, gap) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
            if spaced {
                quoted.push(' ');
            }
            quoted.push_str(run);
            rest = gap.trim_start();
            let gap = &gap[..gap.len() - rest.len()];
            spaced = !(gap.contains(['\n', '\r']) && joins_unspaced(run, rest));
        }
    }
    quoted
}

/// The text as [`quote`] gives it, borrowed where nothing changes.
#[must_use]
pub fn single_spaced(text: &str) -> Cow<'_, str> {
    let is_single = || {
        !text.starts_with(char::is_whitespace)
            && !text.ends_with(char::is_whitespace)
            && !text.contains("  ")
            && !text.contains(|c: char| c.is_whitespace() && c != ' ')
    };
    if is_plain(text) || is_single() {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(quote(text, &[Span::of_range(0..text.len())]))
    }
}

/// Whether a text is printable ASCII with single spaces only between words, as most are: told without a look at each
/// character in turn.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let inner = bytes.get(1..).unwrap_or_default();
    bytes.iter().fold(!bytes.is_empty(), |plain, byte| plain & (0x20..0x7F).contains(byte))
        && !bytes.iter().zip(inner).fold(false, |double, (one, other)| double | (*one == b' ') & (*other == b' '))
        && !bytes.starts_with(b" ")
        && !bytes.ends_with(b" ")
}

/// A number as people write it: at most two decimals, none where they are zero.
#[must_use]
pub fn number(value: f64) -> String {
    let hundredths = (value * 100.0).round();
    // Nearly all are whole or rounded already, and then their digits are those of a whole number, which is faster.
    if hundredths.abs() < 1e15 && hundredths / 100.0 == value {
        let (sign, hundredths) = (if hundredths < 0.0 { "-" } else { "" }, hundredths.abs() as u64);
        let whole = hundredths / 100;
        return match hundredths % 100 {
            0 if sign.is_empty() => whole.to_string(),
            0 => format!("{sign}{whole}"),
            part if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
            part => format!("{sign}{whole}.{part:02}"),
        };
    }
    let mut text = format!("{value:.2}");
    if text.contains('.') {
        text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    }
    if text == "-0" { "0".to_owned() } else { text }
}

/// What a summariser said of a document: its blocks, in the order in which it said them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// The blocks.
    pub blocks: Vec<Block>,
}

impl Summary {
    /// The blocks' texts, one a line; notes are none of it.
    #[must_use]
    pub fn text(&self) -> String {
        let said = self.blocks.iter().filter(|block| block.kind != BlockKind::Note);
        let lines: Vec<&str> = said.filter_map(|block| block.text.as_deref()).collect();
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_have_two_decimals_at_most() {
        for (value, expected) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.001, "0"),
            (0.004, "0"),
            (0.005, "0.01"),
            (12.0, "12"),
            (-12.0, "-12"),
            (0.5, "0.5"),
            (-0.25, "-0.25"),
            (1.05, "1.05"),
            (64.71, "64.71"),
            (2.675, "2.67"),
            (1e15, "1000000000000000"),
            (f64::NAN, "NaN"),
            (f64::NEG_INFINITY, "-inf"),
        ] {
            assert_eq!(number(value), expected);
        }
        // As the standard library writes them, whatever they are.
        for part in (-30_000..30_000).map(|part| f64::from(part) * 0.37) {
            for value in [part, (part * 100.0).round() / 100.0, part.trunc() * 1e9 + 0.01] {
                let expected = format!("{value:.2}");
                let expected = expected.trim_end_matches('0').trim_end_matches('.');
                assert_eq!(number(value), if expected == "-0" { "0" } else { expected });
            }
        }
    }
}
