//! [`unmarked`]: a line as its readers see it. Nothing else is changed, because a title says what its author chose to say.

use super::Trimmed;
use super::window::window;
use crate::summary::single_spaced;
use crate::{Span, markup};

/// A title without what Markdown and HTML have beside it: addresses of links, pictures, marks of emphasis, tags; `None`
/// where it has nothing such, or nothing else.
///
/// ```
/// use summariser_core::{Span, trim};
/// let unmarked = |text: &str| trim::unmarked(text, Span::of_range(0..text.len()));
/// let line = unmarked("The **mill** of [Holm](https://holm.example) ![a mill](mill.png)").unwrap();
/// assert_eq!(line.text, "The mill of Holm");
/// assert_eq!(line.spans, [Span::new(0, 3), Span::new(6, 10), Span::new(13, 15), Span::new(17, 21)]);
/// assert_eq!(unmarked("The mill of Holm"), None);
/// ```
#[must_use]
pub fn unmarked(text: &str, title: Span) -> Option<Trimmed> {
    let (start, source, torn) = window(text, title);
    if torn || !markup::may_be_in(source) {
        return None;
    }
    let unseen = markup::unseen(source);
    let (mut seen, mut spans, mut from) = (String::new(), Vec::new(), 0);
    for range in unseen.iter().cloned().chain(std::iter::once(source.len()..source.len())) {
        let piece = source.get(from..range.start).unwrap_or_default();
        seen.push_str(piece);
        let (lead, kept) = (piece.len() - piece.trim_start().len(), piece.trim());
        if !kept.is_empty() {
            let at = start + from + lead;
            spans.push(Span::of_range(at..at + kept.len()));
        }
        from = range.end;
    }
    let text = single_spaced(seen.trim()).into_owned();
    (!unseen.is_empty() && !spans.is_empty()).then_some(Trimmed { spans, text, clipped: false, over_length: false })
}
