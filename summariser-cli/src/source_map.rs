//! [`SourceMap`]: for every byte of a text that was made of another one the way back. The way is kept as pieces that are
//! equal byte for byte, so a span is either mapped exactly or known not to be exact.

use summariser_core::summary::quote;
use summariser_core::{Block, Span};

/// The way from a text back to the original one.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    /// In the order of the text, disjoint. What lies between them, the joints, comes from nowhere.
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it lies in the text.
    at: Span,
    origin: Origin,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Origin {
    /// The same bytes, from here on in the original.
    Exact(u32),
    /// Another wording of these spans of the original.
    Derived(Vec<Span>),
}

impl SourceMap {
    /// The spans of the original that a span of the text comes from, in the order of the original.
    #[must_use]
    pub fn origin(&self, span: Span, original: &str) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let start = self.pieces.partition_point(|piece| piece.at.end <= span.start);
        for piece in self.pieces[start..].iter().take_while(|piece| piece.at.start < span.end) {
            match &piece.origin {
                Origin::Exact(from) => {
                    let Some(part) = piece.at.intersection(span) else { continue };
                    let from = from + (part.start - piece.at.start);
                    spans.push(Span::new(from, from + (part.end - part.start)));
                }
                Origin::Derived(from) => spans.extend_from_slice(from),
            }
        }
        joined(spans, original)
    }

    /// A block that speaks of the text, as one that speaks of the original.
    #[must_use]
    pub fn home(&self, mut block: Block, original: &str) -> Block {
        block.spans = block.spans.iter().flat_map(|span| self.origin(*span, original)).collect();
        block.spans = joined(block.spans, original);
        block.verbatim = block.verbatim && block.text.as_deref() == Some(&quote(original, &block.spans));
        block
    }

    /// Remembers that `at`, which follows all that is known, is what stands in the original from `from` on.
    pub fn push_exact(&mut self, at: Span, from: u32) {
        // Words with one space between them, here and there, are one piece.
        if let Some(Piece { at: last, origin: Origin::Exact(first) }) = self.pieces.last_mut()
            && at.start - last.start == from.wrapping_sub(*first)
            && from >= *first
            && at.start - last.end <= 1
        {
            last.end = at.end;
            return;
        }
        self.pieces.push(Piece { at, origin: Origin::Exact(from) });
    }

    /// Remembers that `at`, which follows all that is known, is another wording of these spans of the original.
    pub fn push_derived(&mut self, at: Span, from: Vec<Span>) {
        self.pieces.push(Piece { at, origin: Origin::Derived(from) });
    }

    /// Remembers that `at`, which follows all that is known, is what stands at `from` of another text, from which `map` is
    /// the way to the original; without one it is the original.
    pub fn push_through(&mut self, at: Span, from: Span, map: Option<&SourceMap>) {
        let Some(map) = map else {
            self.push_exact(at, from.start);
            return;
        };
        let start = map.pieces.partition_point(|piece| piece.at.end <= from.start);
        for piece in map.pieces[start..].iter().take_while(|piece| piece.at.start < from.end) {
            let Some(part) = piece.at.intersection(from) else { continue };
            let moved = at.start + (part.start - from.start);
            let here = Span::new(moved, moved + (part.end - part.start));
            match &piece.origin {
                Origin::Exact(origin) => self.push_exact(here, origin + (part.start - piece.at.start)),
                Origin::Derived(origin) => self.push_derived(here, origin.clone()),
            }
        }
    }
}

/// Spans sorted and without overlap; neighbours with nothing but white space between them are one.
fn joined(mut spans: Vec<Span>, text: &str) -> Vec<Span> {
    spans.sort_unstable();
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match merged.last_mut() {
            Some(last)
                if span.start <= last.end
                    || Span::new(last.end, span.start).of(text).is_some_and(|gap| gap.trim().is_empty()) =>
            {
                last.end = last.end.max(span.end);
            }
            _ => merged.push(span),
        }
    }
    merged
}
