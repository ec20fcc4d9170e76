//! What one stage said, as the next one's document: the blocks' texts, and for every byte of them the way back to the
//! source. The way is kept as pieces that are equal byte for byte, so a span of a piped text is either mapped exactly or
//! known not to be exact; however many pipes there are, it leads to the original in one step.

use summariser_core::analysis::Outline;
use summariser_core::summary::quote;
use summariser_core::text::{Language, Paragraph};
use summariser_core::{Block, BlockKind, Document, ParagraphKind, Span};

/// The way from a piped text back to the original one.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    /// In the order of the piped text, disjoint. What lies between them, the joints, comes from nowhere.
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// Where it lies in the piped text.
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
    /// The spans of the original that a span of the piped text comes from, in the order of the original.
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

    /// A block that speaks of the piped text, as one that speaks of the original.
    #[must_use]
    pub fn home(&self, mut block: Block, original: &str) -> Block {
        block.spans = block.spans.iter().flat_map(|span| self.origin(*span, original)).collect();
        block.spans = joined(block.spans, original);
        block.verbatim = block.verbatim && block.text.as_deref() == Some(&quote(original, &block.spans));
        block
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

/// A text made of blocks, for the next stage.
#[derive(Clone, Debug, Default)]
pub struct Piped {
    /// The text.
    pub text: String,
    /// Its paragraphs, and the sentences that are known from the document that the blocks speak of.
    pub outline: Outline,
    /// The way back to the original.
    pub map: SourceMap,
}

impl Piped {
    /// The texts of blocks that `document` gave rise to, one paragraph each, joined by blank lines. `map` is the way
    /// from `document` to the original, or `None` where it is the original. Figures and keywords are left out.
    #[must_use]
    pub fn new(blocks: &[Block], document: &Document<'_>, map: Option<&SourceMap>, original: &str) -> Piped {
        let mut piped = Piped::default();
        piped.outline.language = Some(Language::from_code(document.language()));
        let body = blocks.iter().any(|block| block.kind.is_text() && block.kind != BlockKind::Headline);
        for block in blocks.iter().filter(|block| block.kind.is_text()) {
            let Some(text) = block.text.as_deref().filter(|text| !text.is_empty()) else { continue };
            if !piped.text.is_empty() {
                piped.text.push_str("\n\n");
            }
            let start = piped.text.len();
            let sentences = if block.verbatim {
                piped.add_verbatim(block, document, map)
            } else if piped.add_trimmed(text, &block.spans, document, map, original) {
                Vec::new()
            } else {
                piped.text.push_str(text);
                let origin = map.map_or_else(
                    || block.spans.clone(),
                    |map| block.spans.iter().flat_map(|span| map.origin(*span, original)).collect(),
                );
                let at = Span::of_range(start..piped.text.len());
                piped.map.pieces.push(Piece { at, origin: Origin::Derived(origin) });
                Vec::new()
            };
            // A headline over other blocks is the title of the next text; alone it is the text.
            let (kind, level) = match block.kind {
                BlockKind::Headline if body => (ParagraphKind::Heading, 1),
                BlockKind::Bullet => (ParagraphKind::ListItem, 1),
                _ => (ParagraphKind::Prose, 0),
            };
            piped.outline.paragraphs.push(Paragraph { span: Span::of_range(start..piped.text.len()), kind, level });
            piped.outline.sentences.push(sentences);
        }
        piped
    }

    /// Adds a text that is what lies at the spans but for white space, cut stops and the case of letters, so that all of it
    /// keeps its exact origin but letters that were changed; says whether it is such a text.
    fn add_trimmed(
        &mut self,
        text: &str,
        spans: &[Span],
        document: &Document<'_>,
        map: Option<&SourceMap>,
        original: &str,
    ) -> bool {
        let source = spans.iter().flat_map(|span| {
            let chars = span.of(document.text()).unwrap_or_default().char_indices();
            chars.map(move |(at, c)| (Span::of_range(0..at).end + span.start, c))
        });
        let mut source = source.filter(|(_, c)| !c.is_whitespace()).peekable();
        let mut found = Vec::new();
        for (at, said) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let same =
                |c: char| c == said || (c.len_utf8() == said.len_utf8() && c.to_lowercase().eq(said.to_lowercase()));
            // Only marks are cut off without a gap in the spans.
            while source.next_if(|(_, c)| !same(*c) && !c.is_alphanumeric()).is_some() {}
            let Some((from, c)) = source.next_if(|(_, c)| same(*c)) else { return false };
            found.push((at, from, c, said));
        }
        if source.any(|(_, c)| c.is_alphanumeric()) {
            return false;
        }
        let first = self.text.len();
        self.text.push_str(text);
        for (at, from, c, said) in found {
            let at = Span::of_range(first + at..first + at + said.len_utf8());
            let from = Span::new(from, from + (at.end - at.start));
            if c == said {
                self.add_pieces(at, from, map);
            } else {
                let origin = map.map_or_else(|| vec![from], |map| map.origin(from, original));
                self.map.pieces.push(Piece { at, origin: Origin::Derived(origin) });
            }
        }
        true
    }

    /// Adds the text at a block's spans, single-spaced; gives the sentences of `document` in it.
    fn add_verbatim(&mut self, block: &Block, document: &Document<'_>, map: Option<&SourceMap>) -> Vec<Span> {
        let first = self.text.len();
        let known = &document.columns().sentence_spans;
        let mut sentences: Vec<Span> = Vec::new();
        for span in &block.spans {
            // Where each word went, and where it was in the document.
            let mut words: Vec<(Span, Span)> = Vec::new();
            let mut from = span.start as usize;
            for run in span.of(document.text()).unwrap_or_default().split_inclusive(char::is_whitespace) {
                let word = run.trim_end();
                if !word.is_empty() {
                    if self.text.len() > first {
                        self.text.push(' ');
                    }
                    let start = self.text.len();
                    self.text.push_str(word);
                    let moved = (Span::of_range(start..self.text.len()), Span::of_range(from..from + word.len()));
                    self.add_pieces(moved.0, moved.1, map);
                    words.push(moved);
                }
                from += run.len();
            }
            let start = known.partition_point(|sentence| sentence.end <= span.start);
            for sentence in known[start..].iter().take_while(|sentence| sentence.start < span.end) {
                let Some(part) = sentence.intersection(*span) else { continue };
                let begin = words.partition_point(|(_, from)| from.end <= part.start);
                let end = words.partition_point(|(_, from)| from.start < part.end);
                let (Some((at, from)), Some((last_at, last_from))) = (words.get(begin), words.get(end.wrapping_sub(1)))
                else {
                    continue;
                };
                // A sentence may begin or end inside a word where a script has no spaces.
                let start = at.start + part.start.saturating_sub(from.start);
                let end = last_at.end - last_from.end.saturating_sub(part.end);
                sentences.push(Span::new(start, end));
            }
        }
        sentences
    }

    /// Remembers that `at` of the piped text is `from` of the document before it.
    fn add_pieces(&mut self, at: Span, from: Span, map: Option<&SourceMap>) {
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
                derived @ Origin::Derived(_) => self.map.pieces.push(Piece { at: here, origin: derived.clone() }),
            }
        }
    }

    fn push_exact(&mut self, at: Span, origin: u32) {
        // Words with one space between them, here and there, are one piece.
        if let Some(Piece { at: last, origin: Origin::Exact(from) }) = self.map.pieces.last_mut()
            && at.start - last.start == origin.wrapping_sub(*from)
            && origin >= *from
            && at.start - last.end <= 1
        {
            last.end = at.end;
            return;
        }
        self.map.pieces.push(Piece { at, origin: Origin::Exact(origin) });
    }
}

#[cfg(test)]
mod tests;
