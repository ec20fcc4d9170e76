//! [`Analyser`]: turns a text into the columns of a [`Document`], once, for all plugins of a run. Only the columns that
//! somebody reads are made, and what was learnt about words is kept for the next text.

use std::borrow::Cow;

use crate::document::Columns;
use crate::rank::{Learned, Ranker};
use crate::text::{self, Language, Newlines, Terms, WordFlags};
use crate::{Document, ParagraphKind, Reads, Span, length};

/// The structure of a text as a reader knows it: what its paragraphs are and, where that is settled, its sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The paragraphs, trimmed, in order, disjoint.
    pub paragraphs: Vec<text::Paragraph>,
    /// For each paragraph its sentences, trimmed, in order, tiling it; none where they are still to be found. May be
    /// shorter than the list of paragraphs.
    pub sentences: Vec<Vec<Span>>,
    /// The language, where it is known.
    pub language: Option<Language>,
}

impl Outline {
    /// The structure of plain text, as far as it shows.
    #[must_use]
    pub fn of_plain(text: &str, newlines: Newlines) -> Outline {
        let mut outline = Outline::default();
        text::paragraphs(text, newlines, &mut outline.paragraphs);
        outline
    }
}

/// Analyses one text after the other. What it keeps in between saves time and changes nothing.
#[derive(Clone, Debug, Default)]
pub struct Analyser {
    terms: Terms,
}

/// The columns of one text.
#[derive(Clone, Debug)]
pub struct Analysis {
    language: Language,
    title: Span,
    words_in_text: u32,
    columns: Columns<'static>,
}

impl Analyser {
    /// Analyses a text of less than 4 GiB: makes the columns that are in `reads`, over the paragraphs of `outline`.
    ///
    /// Takes time in proportion to the text.
    pub fn analyse(&mut self, text: &str, outline: &Outline, newlines: Newlines, reads: Reads) -> Analysis {
        let language = outline.language.unwrap_or_else(|| Language::detect(text));
        let mut columns = Columns::default();
        let paragraphs = &outline.paragraphs;
        columns.paragraph_spans = paragraphs.iter().map(|paragraph| paragraph.span).collect();
        columns.paragraph_kinds = paragraphs.iter().map(|paragraph| paragraph.kind as u8).collect();
        columns.paragraph_levels = paragraphs.iter().map(|paragraph| paragraph.level).collect();
        // Salience is made from terms; if only salience is read, they are dropped again.
        let needs = if reads.contains(Reads::SALIENCE) { reads | Reads::TERMS } else { reads };
        if needs.contains(Reads::SENTENCES) {
            find_sentences(text, outline, newlines, language, &mut columns);
        }
        if needs.contains(Reads::WORDS) {
            let terms = needs.contains(Reads::TERMS).then_some(&mut self.terms);
            find_words(text, language, terms, &mut columns);
        }
        if reads.contains(Reads::SALIENCE) {
            let salience = {
                let document = Document::new(text, columns.clone_borrowed()).with_language(language.code());
                Learned.rank(&document)
            };
            columns.salience = salience.into();
        }
        Analysis {
            language,
            title: title(paragraphs),
            words_in_text: u32::try_from(length::words(text)).unwrap_or(u32::MAX),
            columns,
        }
    }
}

impl Analysis {
    /// The language that the text was taken to be in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The document over `text`, which must be the text that was analysed.
    #[must_use]
    pub fn document<'a>(&'a self, text: &'a str) -> Document<'a> {
        Document::new(text, self.columns.clone_borrowed())
            .with_language(self.language.code())
            .with_title(self.title)
            .with_origin_words(self.words_in_text)
    }

    /// The columns themselves, for whoever moves them elsewhere.
    #[must_use]
    pub fn into_columns(self) -> Columns<'static> {
        self.columns
    }
}

impl<'a> Document<'a> {
    /// Analyses plain text: paragraphs, sentences, words, terms, salience, language. For tests and small tools; a host
    /// makes only what its plugins read.
    ///
    /// ```
    /// use summariser_core::Document;
    /// let document = Document::parse("Dr. Orr came at 5 p.m. Nobody saw her.");
    /// let sentences: Vec<&str> = document.sentences().map(|sentence| sentence.text()).collect();
    /// assert_eq!(sentences, ["Dr. Orr came at 5 p.m.", "Nobody saw her."]);
    /// ```
    #[must_use]
    pub fn parse(text: &'a str) -> Document<'a> {
        let outline = Outline::of_plain(text, Newlines::Auto);
        let analysis = Analyser::default().analyse(text, &outline, Newlines::Auto, Reads::ALL);
        Document::new(text, analysis.columns)
            .with_language(analysis.language.code())
            .with_title(analysis.title)
            .with_origin_words(analysis.words_in_text)
    }
}

impl<'a> Columns<'a> {
    /// The same columns, lent.
    fn clone_borrowed(&self) -> Columns<'_> {
        Columns {
            paragraph_spans: Cow::Borrowed(&self.paragraph_spans),
            paragraph_kinds: Cow::Borrowed(&self.paragraph_kinds),
            paragraph_levels: Cow::Borrowed(&self.paragraph_levels),
            sentence_spans: Cow::Borrowed(&self.sentence_spans),
            sentence_paragraphs: Cow::Borrowed(&self.sentence_paragraphs),
            sentence_words: Cow::Borrowed(&self.sentence_words),
            word_spans: Cow::Borrowed(&self.word_spans),
            word_terms: Cow::Borrowed(&self.word_terms),
            word_flags: Cow::Borrowed(&self.word_flags),
            term_offsets: Cow::Borrowed(&self.term_offsets),
            term_counts: Cow::Borrowed(&self.term_counts),
            term_pool: Cow::Borrowed(&self.term_pool),
            salience: Cow::Borrowed(&self.salience),
        }
    }
}

/// The title of a text: the heading that it begins with, if it does.
fn title(paragraphs: &[text::Paragraph]) -> Span {
    let first = paragraphs.iter().find(|paragraph| paragraph.kind != ParagraphKind::Furniture);
    first
        .filter(|paragraph| paragraph.kind == ParagraphKind::Heading)
        .map(|paragraph| paragraph.span)
        .unwrap_or_default()
}

fn find_sentences(text: &str, outline: &Outline, newlines: Newlines, language: Language, columns: &mut Columns<'_>) {
    let (mut spans, mut owners) = (Vec::new(), Vec::new());
    for (index, paragraph) in outline.paragraphs.iter().enumerate().filter(|(_, p)| p.kind.has_sentences()) {
        match outline.sentences.get(index).filter(|known| !known.is_empty()) {
            Some(known) => spans.extend_from_slice(known),
            None => text::sentences(text, paragraph.span, language, newlines, &mut spans),
        }
        owners.resize(spans.len(), u32::try_from(index).unwrap_or(u32::MAX));
    }
    columns.sentence_spans = spans.into();
    columns.sentence_paragraphs = owners.into();
}

fn find_words(text: &str, language: Language, terms: Option<&mut Terms>, columns: &mut Columns<'_>) {
    let (mut spans, mut flags, mut numbers, mut ranges) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    // A word of English and the space behind it have six bytes.
    let likely = text.len() / 6;
    spans.reserve(likely);
    flags.reserve(likely);
    for sentence in columns.sentence_spans.iter() {
        let start = spans.len();
        text::for_each_word(text, *sentence, |word| {
            spans.push(word.span);
            flags.push(word.flags.bits());
        });
        ranges.push(Span::of_range(start..spans.len()));
    }
    let words = spans.iter().zip(&mut flags);
    if let Some(terms) = terms {
        terms.clear();
        numbers.extend(words.map(|(span, flags): (&Span, &mut u8)| {
            let (number, is_stop) = terms.meet(text, span.range(), language);
            *flags |= if is_stop { WordFlags::STOP.bits() } else { 0 };
            number
        }));
        let (pool, offsets, counts) = terms.columns();
        columns.term_pool = pool.into();
        columns.term_offsets = offsets.into();
        columns.term_counts = counts.into();
    } else {
        for (span, flags) in words {
            let is_stop = span.of(text).is_some_and(|word| text::is_stop_word(word, language));
            *flags |= if is_stop { WordFlags::STOP.bits() } else { 0 };
        }
    }
    columns.sentence_words = ranges.into();
    columns.word_spans = spans.into();
    columns.word_flags = flags.into();
    columns.word_terms = numbers.into();
}
