//! What one stage said, as the next one's document: the blocks' texts, and for every byte of them the way back to the
//! source. However many pipes there are, it leads to the original in one step.

use summariser_core::analysis::Outline;
use summariser_core::text::{Language, Paragraph};
use summariser_core::{Block, BlockKind, Document, ParagraphKind, Span};

use crate::source_map::SourceMap;

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
                piped.map.push_derived(at, origin);
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
                self.map.push_through(at, from, map);
            } else {
                self.map.push_derived(at, map.map_or_else(|| vec![from], |map| map.origin(from, original)));
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
                    self.map.push_through(moved.0, moved.1, map);
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
}

#[cfg(test)]
mod tests;
