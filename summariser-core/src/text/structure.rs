//! [`paragraphs`]: the structure of plain text. The text is read block by block (lines without a blank one between
//! them), so that memory does not grow with it; what a block cannot know, headings, is settled at the end.

use super::block::Block;
use super::character::is_blank;
use super::code;
use super::letter;
use super::line::{Lines, is_final};
use super::mail;
use super::newsroom;
use super::paragraph::{GUESSED, Newlines, Paragraph, push};
use crate::ParagraphKind;

/// Appends the paragraphs of `text` to `out`, in order. Whatever is not blank belongs to a paragraph or is the mark of
/// one; what no rule knows is prose.
pub fn paragraphs(text: &str, newlines: Newlines, out: &mut Vec<Paragraph>) {
    let first = out.len();
    let mut block = Block::new(text, newlines == Newlines::Preserve);
    let mut lines = Lines::new(text);
    let mut fences = code::Fences::new();
    let mut heads = mail::Heads::new();
    let mut head = Vec::new();
    while let Some(line) = lines.next() {
        if line.is_blank() {
            block.finish(out);
        } else if let Some(end) = fences.opened_by(text, &line, &lines) {
            block.finish(out);
            let inside = line.next..end.start;
            // Where nothing is fenced, the fence's own line is all there is.
            let is_empty = text.get(inside.clone()).is_none_or(|inside| inside.chars().all(is_blank));
            push(out, text, if is_empty { line.start..line.end } else { inside }, ParagraphKind::Code, 0);
            lines.skip_to(end.next);
        } else if let Some(end) = heads.read(text, &line, &mut head) {
            block.finish(out);
            out.append(&mut head);
            lines.skip_to(end);
        } else {
            block.push(line);
        }
    }
    block.finish(out);
    mail::mark_replies(text, first, heads.found, out);
    letter::mark_endings(text, first, out);
    newsroom::mark(text, first, out);
    settle_headings(text, first, out);
}

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
        ParagraphKind::Prose => next.span.of(text).is_some_and(|prose| prose.contains(is_final)),
        ParagraphKind::Heading => false,
        _ => true,
    }
}
