//! [`window`]: the part of a sentence that is looked at. It has an end, because nobody reads more as one sentence, and
//! a file without a full stop must not cost more than a line does.

use crate::Span;

/// How many bytes of a sentence are looked at.
const WINDOW: usize = 2048;

/// The part of the text that is looked at: where it starts, its characters, and whether the sentence goes on behind it.
pub(super) fn window(text: &str, sentence: Span) -> (usize, &str, bool) {
    let start = boundary(text, sentence.range().start);
    let end = boundary(text, sentence.range().end.max(start));
    if end - start <= WINDOW {
        return (start, &text[start..end], false);
    }
    let cut = boundary(text, start + WINDOW);
    let cut = text[start..cut].rfind(char::is_whitespace).filter(|&at| at > 0).map_or(cut, |at| start + at);
    (start, &text[start..cut], true)
}

/// The last character boundary at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}
