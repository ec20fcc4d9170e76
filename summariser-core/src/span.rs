//! [`Span`]: which bytes of the text something came from. A span is sacred: whatever is decoded, piped or trimmed
//! on the way, every span that a user sees indexes the original text.

use std::fmt;
use std::ops::Range;

/// A half-open range of bytes, `start..end`, of a text of less than 4 GiB.
///
/// Spans made by this crate lie on character boundaries of their text; spans that cross the plugin boundary are
/// checked before anything is done with them.
///
/// ```
/// use summariser_core::Span;
/// let span = Span::new(4, 9);
/// assert_eq!(span.of("The olive tree"), Some("olive"));
/// assert_eq!(span.len(), 5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(C)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The span `start..end`; `end` below `start` gives an empty span at `start`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Span {
        Span { start, end: if end < start { start } else { end } }
    }

    /// The span of a byte range in a text of less than 4 GiB; offsets beyond that are held at the limit.
    #[must_use]
    pub fn of_range(range: Range<usize>) -> Span {
        let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span::new(at(range.start), at(range.end))
    }

    /// How many bytes it covers.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether it covers nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The same bytes as a range of `usize`, for slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The piece of `text` it covers; `None` if it ends beyond the text or cuts a character.
    #[must_use]
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether every byte of `other` lies within this span.
    #[must_use]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The bytes that both spans cover; `None` if they share none.
    #[must_use]
    pub fn intersection(self, other: Span) -> Option<Span> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Span { start, end })
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Range<usize> {
        span.range()
    }
}
