//! [`paragraphs`]: the structure of plain text. The text is read block by block (lines without a blank one between
//! them), so that memory does not grow with it; what a block cannot know, headings, is settled at the end.

use super::block::{Block, Line};
use super::character::{is_blank, trimmed};
use super::code;
use super::newsroom;
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

/// Appends the paragraphs of `text` to `out`, in order. Whatever is not blank belongs to a paragraph or is the mark of
/// one; what no rule knows is prose.
pub fn paragraphs(text: &str, newlines: Newlines, out: &mut Vec<Paragraph>) {
    let first = out.len();
    let mut block = Block::new(text, newlines == Newlines::Preserve);
    let mut lines = Lines { text, at: 0 };
    let mut fences = code::Fences::new(text);
    while let Some(line) = lines.next() {
        if line.is_blank() {
            block.finish(out);
        } else if let Some(end) = fences.opened_by(text, &line) {
            block.finish(out);
            push(out, text, line.next..end.start, ParagraphKind::Code, 0);
            lines.at = end.next;
        } else {
            block.push(line);
        }
    }
    block.finish(out);
    newsroom::mark(text, first, out);
    settle_headings(text, first, out);
}

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

/// The level of a heading that is only guessed: `settle_headings` makes it 1 or takes it back.
pub(super) const GUESSED: u8 = u8::MAX;
/// No more guessed headings than this follow each other: more are a list of lines.
const MOST_IN_A_ROW: usize = 2;

/// A guessed heading stands if text follows that it can head.
fn settle_headings(text: &str, first: usize, out: &mut [Paragraph]) {
    let Some(own) = out.get_mut(first..) else { return };
    let mut row = 0;
    for at in 0..own.len() {
        let guessed = own.get(at).is_some_and(|paragraph| paragraph.level == GUESSED);
        if guessed {
            row += 1;
            continue;
        }
        if row > 0 {
            let heads = own.get(at).is_some_and(|next| can_be_headed(text, next));
            settle(own.get_mut(at - row..at), heads && row <= MOST_IN_A_ROW);
        }
        row = 0;
    }
    let end = own.len();
    settle(own.get_mut(end - row..end), false);
}

fn settle(row: Option<&mut [Paragraph]>, heads: bool) {
    for paragraph in row.into_iter().flatten() {
        paragraph.level = u8::from(heads);
        paragraph.kind = if heads { ParagraphKind::Heading } else { ParagraphKind::Prose };
    }
}

fn can_be_headed(text: &str, next: &Paragraph) -> bool {
    match next.kind {
        ParagraphKind::Prose => next.span.of(text).is_some_and(|prose| prose.contains(super::block::is_final)),
        ParagraphKind::Heading => false,
        _ => true,
    }
}

/// The lines of a text, whichever way they end.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl Lines<'_> {
    fn next(&mut self) -> Option<Line> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        let feed = rest.find('\n');
        let (mut end, mut len) = feed.map_or((rest.len(), 0), |at| (at, 1));
        // Most lines end like that; the other ends are looked for only where one of their bytes is.
        let odd = |odd: bool, byte: &u8| odd | matches!(*byte, 0x0B | 0x0C | b'\r' | 0x85 | 0xA8 | 0xA9);
        let bytes = rest.as_bytes();
        if bytes.get(..end).unwrap_or_default().iter().fold(false, odd) {
            for (at, byte) in bytes.iter().enumerate().take(end) {
                len = match byte {
                    0x0B | 0x0C => 1,
                    b'\r' => 1 + usize::from(bytes.get(at + 1) == Some(&b'\n')),
                    0xE2 if matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xA8 | 0xA9])) => 3,
                    0xC2 if bytes.get(at + 1) == Some(&0x85) => 2,
                    _ => continue,
                };
                end = at;
                break;
            }
        }
        self.at = start + end + len;
        let line = rest.get(..end)?;
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
