//! Everything that is counted, in one pass over the columns. The sums are whole numbers; whoever divides them does so
//! once, at the end.

use summariser_core::{Document, Paragraph, ParagraphKind, length};

use crate::chart::{Lengths, Section};
use crate::diversity::Diversity;
use crate::memo::Memo;
use crate::readability::Inputs;
use crate::vocabulary::Vocabulary;

/// The counts of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Words of prose, quotes, list items and headings, as [`length::words`] counts them.
    pub(crate) words: usize,
    /// The words among them that are in sentences: all but those of headings.
    pub(crate) words_in_sentences: usize,
    /// Sentences.
    pub(crate) sentences: usize,
    /// Paragraphs of prose, quotes and list items.
    pub(crate) paragraphs: usize,
    /// Headings.
    pub(crate) headings: usize,
    /// Those of the paragraphs that are list items.
    pub(crate) list_items: usize,
    /// Unicode characters of the whole text.
    pub(crate) characters: usize,
    /// The first of the sentences with the most words: its index and its words.
    pub(crate) longest_sentence: Option<(usize, usize)>,
    /// How many sentences there are of which length.
    pub(crate) lengths: Lengths,
    /// What stands under each of the main headings.
    pub(crate) sections: Vec<Section>,
    /// What readability is computed from, where it was asked for.
    pub(crate) inputs: Inputs,
    /// What lexical diversity is computed from, where it was asked for.
    pub(crate) diversity: Diversity,
}

/// What needs a look at every single word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Words {
    /// Nothing.
    Passed,
    /// Readability.
    Weighed,
    /// Readability and diversity.
    Compared,
}

impl Counts {
    /// The counts of `document`.
    pub(crate) fn of(document: &Document<'_>, words: Words) -> Counts {
        let mut counts = Counts {
            sentences: document.sentences().len(),
            characters: document.text().chars().count(),
            lengths: Lengths::for_language(document.language()),
            ..Counts::default()
        };
        let level = section_level(document);
        for paragraph in document.paragraphs() {
            let kind = paragraph.kind();
            let words = if kind.has_sentences() {
                let words = counts.of_sentences(&paragraph);
                counts.paragraphs += 1;
                counts.list_items += usize::from(kind == ParagraphKind::ListItem);
                counts.words_in_sentences += words;
                words
            } else if kind == ParagraphKind::Heading {
                counts.headings += 1;
                length::words(paragraph.text())
            } else {
                continue;
            };
            counts.words += words;
            let begins = kind == ParagraphKind::Heading && level.is_some_and(|level| paragraph.level() <= level);
            if begins || counts.sections.is_empty() {
                counts.sections.push(Section { heading: begins.then(|| paragraph.span()), ..Section::default() });
            }
            if let Some(section) = counts.sections.last_mut() {
                section.words += words;
                section.has_sentences |= kind.has_sentences();
            }
        }
        // A title with nothing of its own is no section.
        counts.sections.retain(|section| section.has_sentences);
        if words > Words::Passed {
            counts.weigh(document);
        }
        if words == Words::Compared {
            counts.diversity = Vocabulary::of(document).diversity();
        }
        counts
    }

    /// The words of a paragraph, sentence by sentence, which also finds the longest one.
    fn of_sentences(&mut self, paragraph: &Paragraph<'_>) -> usize {
        let (mut words, mut end, mut parted) = (0, paragraph.span().start, true);
        for sentence in paragraph.sentences() {
            let of_sentence = length::words(sentence.text());
            self.lengths.add(of_sentence);
            if self.longest_sentence.is_none_or(|(_, most)| of_sentence > most) {
                self.longest_sentence = Some((sentence.index(), of_sentence));
            }
            parted &= words == 0 || sentence.span().start > end;
            words += of_sentence;
            end = sentence.span().end;
        }
        // Where no space parts two sentences (`end.Then`) they share a word.
        if parted && end == paragraph.span().end { words } else { length::words(paragraph.text()) }
    }

    /// What readability is computed from.
    fn weigh(&mut self, document: &Document<'_>) {
        let (columns, text) = (document.columns(), document.text());
        let mut inputs = Inputs::default();
        Memo::lend(crate::primary(document.language()), |memo| {
            for words in columns.sentence_words.iter() {
                memo.add(text, columns.word_spans.get(words.range()).unwrap_or_default(), &mut inputs);
            }
        });
        inputs.sentences = u32::try_from(self.sentences).unwrap_or(u32::MAX);
        self.inputs = inputs;
    }
}

/// The level of the headings that divide the text: the highest that stands there more than once.
fn section_level(document: &Document<'_>) -> Option<u8> {
    let mut seen = [false; 256];
    let mut divides = None;
    for heading in document.paragraphs().filter(|paragraph| paragraph.kind() == ParagraphKind::Heading) {
        let level = heading.level();
        if std::mem::replace(&mut seen[usize::from(level)], true) {
            divides = Some(divides.map_or(level, |highest: u8| highest.min(level)));
        }
    }
    divides
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_those_of_the_content() {
        let counts = |text: &str| Counts::of(&Document::parse(text), Words::Compared);
        let plain = counts("The cat saw the dog. The Dog saw nothing at all.\n\nDon't stop -- ever.");
        assert_eq!((plain.words, plain.sentences, plain.paragraphs), (15, 3, 2));
        assert_eq!(plain.characters, 69);
        // the cat saw dog nothing at all don't stop ever
        assert_eq!((plain.diversity.types(), plain.longest_sentence), (10, Some((1, 6))));
        assert_eq!(plain.words_in_sentences, 15);
        assert_eq!((counts("").words, counts("").longest_sentence), (0, None));
        assert_eq!(counts(" \n ").characters, 3);
        let chinese = counts("橄榄树很老。 它还活着。");
        assert_eq!((chinese.words, chinese.sentences, chinese.characters), (9, 2, 12));
        assert_eq!(chinese.inputs.alphabetic_words, 0);
    }
}
