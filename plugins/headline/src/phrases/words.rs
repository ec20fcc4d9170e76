//! [`Words`]: the words of a text and what stands between them, wherever its lines end; and where its phrases are.

use std::borrow::Cow;

use crate::leads::Leads;
use summariser_core::keyphrase::Keyphrase;
use summariser_core::prelude::*;

/// In how many words, and how often, a phrase is looked for where it stands whole.
const BEGINNING: usize = 1 << 14;
pub(super) const PLACES: usize = 8;
/// What stands in lines about pictures.
const CREDITS: [&str; 8] = ["hoto", "hotograph", "flickr", "Flickr", "via ", "Via ", "Getty", "ourtesy"];

/// The words of a text, and what stands between them.
pub(super) struct Words<'d, 'l> {
    pub(super) document: &'d Document<'d>,
    pub(super) leads: &'d Leads<'l>,
    pub(super) text: &'d str,
    spans: &'d [Span],
    flags: &'d [u8],
    terms: &'d [u32],
    /// For each term that a phrase begins with its first places; and of each term which of these are its own.
    places: Vec<Vec<u32>>,
    numbers: Vec<u8>,
    /// The lines that say who took a picture: `Umbrellas on Canal Street by Ann Lee/AP`.
    credits: Vec<Span>,
}

impl<'d, 'l> Words<'d, 'l> {
    pub(super) fn of(document: &'d Document<'d>, leads: &'d Leads<'l>, found: &[Keyphrase]) -> Words<'d, 'l> {
        let columns = document.columns();
        let mut words = Words {
            document,
            leads,
            text: document.text(),
            spans: &columns.word_spans,
            flags: &columns.word_flags,
            terms: &columns.word_terms,
            places: Vec::with_capacity(found.len()),
            numbers: vec![0; document.terms()],
            credits: credits(document),
        };
        for phrase in found {
            let term = words.terms.get(words.at(phrase.span.start)).map_or(usize::MAX, |term| *term as usize);
            if let Some(number) = words.numbers.get_mut(term).filter(|number| **number == 0) {
                words.places.push(Vec::with_capacity(PLACES));
                *number = words.places.len() as u8;
            }
        }
        for (word, term) in (0..).zip(words.terms.iter().take(BEGINNING)) {
            let number = words.numbers.get(*term as usize).map_or(0, |number| usize::from(*number));
            let places = number.checked_sub(1).and_then(|number| words.places.get_mut(number));
            if let Some(places) = places.filter(|places| places.len() < PLACES) {
                places.push(word);
            }
        }
        words
    }

    /// Where a phrase stands, its own place first: the first and the last word of each place, and its bytes.
    pub(super) fn places(&self, phrase: &Keyphrase) -> Option<impl Iterator<Item = (usize, usize, Span)>> {
        let first = self.at(phrase.span.start);
        let number = usize::from(*self.numbers.get(*self.terms.get(first)? as usize)?).checked_sub(1)?;
        let more = self.at(phrase.span.end).checked_sub(first + 1)?;
        let in_last = phrase.span.end.checked_sub(self.span(first + more).start)?;
        let same = move |word: &u32| {
            let from = *word as usize;
            let span = Span::new(self.span(from).start, self.span(from + more).start + in_last);
            self.reads_as(span, phrase.span).then_some(span)
        };
        let others = self.places.get(number)?.iter().filter_map(same);
        let places = std::iter::once(phrase.span).chain(others);
        Some(places.filter_map(move |span| {
            let first = self.at(span.start);
            let last = self.at(span.end).saturating_sub(1);
            let is_whole = !self.is_credited(span.start)
                && first <= last
                && self.span(first).start == span.start
                && self.tail(last, span).is_some();
            is_whole.then_some((first, last, span))
        }))
    }

    /// Whether a sentence or a paragraph begins at a place, so that its capital says nothing.
    pub(super) fn begins(&self, at: u32) -> bool {
        let opens = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '(');
        let before = self.text.get(self.paragraph(at).start as usize..at as usize).unwrap_or_default();
        let before = before.trim_end_matches(opens);
        before.is_empty() || before.ends_with(['.', '!', '?', ':', ')'])
    }

    /// The paragraph that a place is in.
    pub(super) fn paragraph(&self, at: u32) -> Span {
        let paragraphs = &self.document.columns().paragraph_spans;
        paragraphs.get(paragraphs.partition_point(|it| it.end <= at)).copied().unwrap_or_default()
    }

    /// The first word that does not begin before a place.
    pub(super) fn at(&self, place: u32) -> usize {
        self.spans.partition_point(|word| word.start < place)
    }

    /// The bytes of some words.
    pub(super) fn bytes(&self, from: usize, to: usize) -> Span {
        Span::new(self.span(from).start, self.span(to).end)
    }

    pub(super) fn span(&self, word: usize) -> Span {
        self.spans.get(word).copied().unwrap_or_default()
    }

    pub(super) fn word(&self, word: usize) -> &'d str {
        self.span(word).of(self.text).unwrap_or_default()
    }

    /// Whether a word is any of that.
    pub(super) fn is(&self, word: usize, flags: u8) -> bool {
        self.flags.get(word).is_some_and(|it| it & flags != 0)
    }

    /// What is left of the last word of a span: nothing, or a possessive; `None` where it is another word.
    pub(super) fn tail(&self, last: usize, span: Span) -> Option<&'d str> {
        let tail = Span::new(span.end, self.span(last).end).of(self.text)?;
        matches!(tail, "" | "'" | "’" | "'s" | "’s").then_some(tail)
    }

    /// Whether a word ends without a possessive.
    pub(super) fn is_plain(&self, word: usize) -> bool {
        !self.word(word).contains(['\'', '’'])
    }

    /// Whether nothing but a space is between a word and the next one.
    pub(super) fn joined(&self, word: usize) -> bool {
        self.is_plain(word) && self.gap(word) == " "
    }

    /// What is between a word and the next one of its sentence, with a space for what divides lines; nothing behind the last.
    pub(super) fn gap(&self, word: usize) -> Cow<'d, str> {
        let next = self.spans.get(word + 1).map(|next| Span::new(self.span(word).end, next.start));
        let gap = next.and_then(|gap| gap.of(self.text)).unwrap_or_default();
        if !gap.contains(['\n', '\r']) {
            return Cow::Borrowed(gap);
        }
        let words = &self.document.columns().sentence_words;
        if words.get(words.partition_point(|it| it.end as usize <= word)).is_none_or(|it| it.end as usize == word + 1) {
            return Cow::Borrowed("");
        }
        let mut spaced = String::with_capacity(gap.len());
        for c in gap.chars().map(|c| if c.is_whitespace() { ' ' } else { c }) {
            if c != ' ' || !spaced.ends_with(' ') {
                spaced.push(c);
            }
        }
        Cow::Owned(spaced)
    }

    /// Whether two spans have the same words, wherever their lines end.
    pub(super) fn reads_as(&self, span: Span, other: Span) -> bool {
        let (span, other) = (span.of(self.text).unwrap_or_default(), other.of(self.text).unwrap_or_default());
        span == other || span.split_whitespace().eq(other.split_whitespace())
    }

    /// Whether a place is on a line that says who took a picture.
    pub(super) fn is_credited(&self, at: u32) -> bool {
        self.credits.iter().any(|line| line.start <= at && at < line.end)
    }
}

/// What says in the beginning who took a picture: paragraphs, each with what was cut off it behind: `Holm in May. (Ann Lee)`.
fn credits(document: &Document) -> Vec<Span> {
    const LONGEST: usize = 200;
    const BYTES: u32 = 1 << 13;
    let text = document.text();
    let mut found: Vec<Span> = Vec::new();
    for &paragraph in document.columns().paragraph_spans.iter().take_while(|paragraph| paragraph.start < BYTES) {
        let divided = |gap: Span| gap.of(text).is_none_or(|gap| gap.contains(['\n', '\r']));
        match found.last_mut().filter(|before| !divided(Span::new(before.end, paragraph.start))) {
            Some(before) => before.end = paragraph.end,
            None => found.push(paragraph),
        }
    }
    found.retain(|paragraph| {
        let line = paragraph.of(text).unwrap_or_default();
        let is_stopped = || line.ends_with(['.', '!', '?', '"', '”', ':']);
        let is_signed =
            || line.ends_with(')') || line.contains('/') || CREDITS.iter().any(|credit| line.contains(credit));
        line.len() < LONGEST && !is_stopped() && is_signed()
    });
    found
}
