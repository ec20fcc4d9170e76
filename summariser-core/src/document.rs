//! [`Document`]: the analysed text, as read-only columns over one string. The host makes the columns once; plugins read
//! the same memory across the boundary, so nothing is copied and two plugins can never disagree about what sentence 4 is.

use std::borrow::Cow;
use std::ops::BitOr;

use crate::{ParagraphKind, Span};

/// The columns: one array for each fact, all indices in range of each other, all spans on character boundaries.
///
/// Each is either lent (by the host, across the boundary) or owned (by a test). A column that no stage of the run
/// declared to read is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns<'a> {
    /// The paragraphs, trimmed, in order, disjoint.
    pub paragraph_spans: Cow<'a, [Span]>,
    /// A [`ParagraphKind`] for each paragraph, by number.
    pub paragraph_kinds: Cow<'a, [u8]>,
    /// The level of each paragraph: of a heading (1 the highest) or list item (1 the outermost), otherwise 0.
    pub paragraph_levels: Cow<'a, [u8]>,
    /// The sentences, trimmed, in order, disjoint; those of a paragraph tile it.
    pub sentence_spans: Cow<'a, [Span]>,
    /// The paragraph of each sentence.
    pub sentence_paragraphs: Cow<'a, [u32]>,
    /// The words of each sentence: a range of indices into the word columns.
    pub sentence_words: Cow<'a, [Span]>,
    /// The words, in order.
    pub word_spans: Cow<'a, [Span]>,
    /// The term of each word; [`NO_TERM`] where it has none.
    pub word_terms: Cow<'a, [u32]>,
    /// What is to be known of each word: [`STOP_WORD`], [`NUMBER`], [`CAPITALISED`].
    pub word_flags: Cow<'a, [u8]>,
    /// Where each term begins in the pool, and where the last one ends: one more than there are terms.
    pub term_offsets: Cow<'a, [u32]>,
    /// How often each term occurs in the sentences.
    pub term_counts: Cow<'a, [u32]>,
    /// The terms' texts.
    pub term_pool: Cow<'a, str>,
    /// How much each sentence matters, 0..=1.
    pub salience: Cow<'a, [f32]>,
}

/// The term of a word that has none.
pub const NO_TERM: u32 = u32::MAX;
/// Flag of a word: one of the commonest words of the language, which say nothing about the text.
pub const STOP_WORD: u8 = 1;
/// Flag of a word: it begins with a digit.
pub const NUMBER: u8 = 2;
/// Flag of a word: it begins with a capital letter.
pub const CAPITALISED: u8 = 4;

/// Which columns somebody reads. Paragraphs are always there; salience implies sentences, words imply sentences, terms
/// imply words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reads(u8);

impl Reads {
    /// Only the text and its paragraphs.
    pub const PARAGRAPHS: Reads = Reads(0);
    /// Sentences.
    pub const SENTENCES: Reads = Reads(1);
    /// Words, and the sentences that they are in.
    pub const WORDS: Reads = Reads(1 | 2);
    /// Terms and their counts, and the words that they belong to.
    pub const TERMS: Reads = Reads(1 | 2 | 4);
    /// Salience, and the sentences that have it.
    pub const SALIENCE: Reads = Reads(1 | 8);
    /// Everything.
    pub const ALL: Reads = Reads(1 | 2 | 4 | 8);
    /// The names that manifests use, each with what it stands for.
    pub const NAMES: [(&'static str, Reads); 5] = [
        ("paragraphs", Reads::PARAGRAPHS),
        ("sentences", Reads::SENTENCES),
        ("words", Reads::WORDS),
        ("terms", Reads::TERMS),
        ("salience", Reads::SALIENCE),
    ];

    /// Whether all of `other` is among these.
    #[must_use]
    pub const fn contains(self, other: Reads) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Reads {
    type Output = Reads;

    fn bitor(self, other: Reads) -> Reads {
        Reads(self.0 | other.0)
    }
}

/// A text and what is known of it. See the [crate's introduction](crate) for how a plugin reads it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document<'a> {
    text: Cow<'a, str>,
    language: Cow<'a, str>,
    source: Cow<'a, str>,
    title: Span,
    columns: Columns<'a>,
    origin_words: u32,
    summary_words: u32,
}

impl<'a> Document<'a> {
    /// A document of a text and the columns over it. Whoever calls this answers for the columns fitting the text and each
    /// other; a reader of columns that do not fit finds less than there is, never an error.
    pub fn new(text: impl Into<Cow<'a, str>>, columns: Columns<'a>) -> Document<'a> {
        Document { text: text.into(), columns, language: Cow::Borrowed("und"), ..Document::default() }
    }

    /// Sets the language, a BCP-47 code such as `en`.
    #[must_use]
    pub fn with_language(mut self, language: impl Into<Cow<'a, str>>) -> Document<'a> {
        self.language = language.into();
        self
    }

    /// Sets where the text is from: a file name, `-`, or nothing.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Cow<'a, str>>) -> Document<'a> {
        self.source = source.into();
        self
    }

    /// Sets where in the text its title stands; an empty span is none.
    #[must_use]
    pub fn with_title(mut self, title: Span) -> Document<'a> {
        self.title = title;
        self
    }

    /// Sets how many words the text at the beginning of the pipe has.
    #[must_use]
    pub fn with_origin_words(mut self, words: u32) -> Document<'a> {
        self.origin_words = words;
        self
    }

    /// Sets how many words the sections before this one have said.
    #[must_use]
    pub fn with_summary_words(mut self, words: u32) -> Document<'a> {
        self.summary_words = words;
        self
    }

    /// The text that all spans index.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The language as a BCP-47 code (`en`, `zh`); `und` where it is not known.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// Where the text is from: a file name, `-` for standard input, or empty.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Where the text's own title stands, if it has one.
    #[must_use]
    pub fn title(&self) -> Option<Span> {
        (!self.title.is_empty()).then_some(self.title)
    }

    /// How many words the text at the beginning of the pipe has: this text's own, where nothing was piped into it.
    #[must_use]
    pub fn origin_words(&self) -> usize {
        self.origin_words as usize
    }

    /// How many words the sections that stand before this one in the chain have said of the same document.
    #[must_use]
    pub fn summary_words(&self) -> usize {
        self.summary_words as usize
    }

    /// The columns themselves, for those who go through all of a document at once.
    #[must_use]
    pub fn columns(&self) -> &Columns<'a> {
        &self.columns
    }

    /// The paragraphs: every block of the text, of whatever kind.
    pub fn paragraphs(&self) -> impl ExactSizeIterator<Item = Paragraph<'_>> + DoubleEndedIterator + Clone {
        (0..self.columns.paragraph_spans.len()).map(|index| Paragraph { document: self, index })
    }

    /// The sentences of prose, quotes and list items, in order.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Sentence<'_>> + DoubleEndedIterator + Clone {
        (0..self.columns.sentence_spans.len()).map(|index| Sentence { document: self, index })
    }

    /// The sentence of an index, if there is one.
    #[must_use]
    pub fn sentence(&self, index: usize) -> Option<Sentence<'_>> {
        (index < self.columns.sentence_spans.len()).then_some(Sentence { document: self, index })
    }

    /// How much each sentence matters, 0..=1; empty if this was not asked for.
    #[must_use]
    pub fn salience(&self) -> &[f32] {
        &self.columns.salience
    }

    /// How many distinct terms there are. Their numbers are `0..terms()`.
    #[must_use]
    pub fn terms(&self) -> usize {
        self.columns.term_offsets.len().saturating_sub(1)
    }

    /// The text of a term: lower case, without its ending. Empty if there is no such term.
    #[must_use]
    pub fn term(&self, term: u32) -> &str {
        let offsets = self.columns.term_offsets.get(term as usize..).unwrap_or_default();
        match offsets {
            [start, end, ..] => Span::new(*start, *end).of(&self.columns.term_pool).unwrap_or_default(),
            _ => "",
        }
    }

    /// How often a term occurs in the sentences.
    #[must_use]
    pub fn term_count(&self, term: u32) -> usize {
        self.columns.term_counts.get(term as usize).copied().unwrap_or_default() as usize
    }

    fn slice(&self, span: Span) -> &str {
        span.of(&self.text).unwrap_or_default()
    }
}

/// One paragraph of a [`Document`].
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'a> {
    document: &'a Document<'a>,
    index: usize,
}

impl<'a> Paragraph<'a> {
    /// Its place among the paragraphs, from 0.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.document.columns.paragraph_spans.get(self.index).copied().unwrap_or_default()
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> ParagraphKind {
        self.document
            .columns
            .paragraph_kinds
            .get(self.index)
            .map_or_else(Default::default, |code| ParagraphKind::from_code(*code))
    }

    /// The level of a heading (1 the highest) or list item (1 the outermost), otherwise 0.
    #[must_use]
    pub fn level(&self) -> u8 {
        self.document.columns.paragraph_levels.get(self.index).copied().unwrap_or_default()
    }

    /// Its text, line breaks and all.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.document.slice(self.span())
    }

    /// Its sentences; none if its kind has none.
    pub fn sentences(&self) -> impl ExactSizeIterator<Item = Sentence<'a>> + DoubleEndedIterator + Clone + use<'a> {
        let (document, paragraph) = (self.document, u32::try_from(self.index).unwrap_or(u32::MAX));
        let owners = &document.columns.sentence_paragraphs;
        let start = owners.partition_point(|owner| *owner < paragraph);
        let end = owners.partition_point(|owner| *owner <= paragraph);
        (start..end).map(move |index| Sentence { document, index })
    }
}

/// One sentence of a [`Document`].
#[derive(Clone, Copy, Debug)]
pub struct Sentence<'a> {
    document: &'a Document<'a>,
    index: usize,
}

impl<'a> Sentence<'a> {
    /// Its place among the sentences, from 0.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.document.columns.sentence_spans.get(self.index).copied().unwrap_or_default()
    }

    /// Its text, line breaks and all.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.document.slice(self.span())
    }

    /// The paragraph that it is in.
    #[must_use]
    pub fn paragraph(&self) -> Paragraph<'a> {
        let index = self.document.columns.sentence_paragraphs.get(self.index).copied().unwrap_or_default();
        Paragraph { document: self.document, index: index as usize }
    }

    /// How much it matters, 0..=1; 0 if this was not asked for.
    #[must_use]
    pub fn salience(&self) -> f32 {
        self.document.columns.salience.get(self.index).copied().unwrap_or_default()
    }

    /// Its words, in order; none if they were not asked for.
    pub fn words(&self) -> impl ExactSizeIterator<Item = Word<'a>> + DoubleEndedIterator + Clone + use<'a> {
        let document = self.document;
        let range = document.columns.sentence_words.get(self.index).copied().unwrap_or_default();
        range.range().map(move |index| Word { document, index })
    }
}

/// One word of a [`Document`].
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    document: &'a Document<'a>,
    index: usize,
}

impl<'a> Word<'a> {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.document.columns.word_spans.get(self.index).copied().unwrap_or_default()
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.document.slice(self.span())
    }

    /// The number of its term, if it has one and terms were asked for.
    #[must_use]
    pub fn term(&self) -> Option<u32> {
        self.document.columns.word_terms.get(self.index).copied().filter(|term| *term != NO_TERM)
    }

    /// Whether it is one of the commonest words of the language, which say nothing about the text.
    #[must_use]
    pub fn is_stop_word(&self) -> bool {
        self.flags() & STOP_WORD != 0
    }

    /// Whether it begins with a digit.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.flags() & NUMBER != 0
    }

    /// Whether it begins with a capital letter.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.flags() & CAPITALISED != 0
    }

    fn flags(&self) -> u8 {
        self.document.columns.word_flags.get(self.index).copied().unwrap_or_default()
    }
}
