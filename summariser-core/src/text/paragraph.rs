//! [`Paragraph`]: what a text is divided into, and how one is added. A heading that only looks like one is added as a
//! guess, because no block can know what follows it.

use super::character::trimmed;
use crate::{ParagraphKind, Span};

/// What a line break means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Newlines {
    /// Lines that were wrapped are joined; lines that are whole paragraphs stay apart.
    #[default]
    Auto,
    /// Every line is a paragraph of its own.
    Preserve,
    /// Paragraphs as in `Auto`, but a line break also ends a sentence.
    Sentence,
}

/// One paragraph: where it is and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its bytes, without the marks of its kind (`- `, `## `, `> `).
    pub span: Span,
    /// What it is.
    pub kind: ParagraphKind,
    /// The level of a heading or list item, 1 the highest or outermost; 0 for everything else.
    pub level: u8,
}

/// The level of a heading that is only guessed: when the whole text is read, it becomes 1 or is taken back.
pub(super) const GUESSED: u8 = u8::MAX;

/// Appends the paragraph of a range that may have white space at its ends.
pub(super) fn push(
    out: &mut Vec<Paragraph>,
    text: &str,
    range: std::ops::Range<usize>,
    kind: ParagraphKind,
    level: u8,
) {
    let kept = trimmed(text.get(range.clone()).unwrap_or_default());
    if !kept.is_empty() {
        out.push(Paragraph { span: Span::of_range(range.start + kept.start..range.start + kept.end), kind, level });
    }
}
