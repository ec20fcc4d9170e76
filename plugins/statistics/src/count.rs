//! Everything that is counted, in one pass over the columns. The sums are whole numbers; whoever divides them does so
//! once, at the end.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use summariser_core::{Document, Paragraph, ParagraphKind, length};

use crate::readability::Inputs;
use crate::syllable::syllables;

/// The counts of one document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Words of prose, quotes, list items and headings, as [`length::words`] counts them.
    pub(crate) words: usize,
    /// The words among them that are in sentences: all but those of headings.
    pub(crate) words_in_sentences: usize,
    /// Sentences.
    pub(crate) sentences: usize,
    /// Paragraphs of prose, quotes and list items.
    pub(crate) paragraphs: usize,
    /// Unicode characters of the whole text.
    pub(crate) characters: usize,
    /// Those that are no white space.
    pub(crate) characters_no_spaces: usize,
    /// Different words in the sentences, capitals or not.
    pub(crate) distinct_words: usize,
    /// The first of the sentences with the most words: its index and its words.
    pub(crate) longest_sentence: Option<(usize, usize)>,
    /// What readability is computed from.
    pub(crate) inputs: Inputs,
}

/// How often a spelling stands in the sentences, and how often at the beginning of one.
#[derive(Default)]
struct Seen {
    often: u32,
    opening: u32,
}

impl Counts {
    /// The counts of `document`; `readability` asks for the inputs of its formulas, too.
    pub(crate) fn of(document: &Document<'_>, readability: bool) -> Counts {
        let text = document.text();
        let spaces = if text.is_ascii() {
            text.bytes().filter(|byte| matches!(byte, b'\t'..=b'\r' | b' ')).count()
        } else {
            text.chars().filter(|c| c.is_whitespace()).count()
        };
        let characters = text.chars().count();
        let mut counts = Counts {
            sentences: document.sentences().len(),
            characters,
            characters_no_spaces: characters - spaces,
            ..Counts::default()
        };
        for paragraph in document.paragraphs() {
            let kind = paragraph.kind();
            if kind.has_sentences() {
                let words = counts.of_sentences(&paragraph);
                counts.paragraphs += 1;
                counts.words += words;
                counts.words_in_sentences += words;
            } else if kind == ParagraphKind::Heading {
                counts.words += length::words(paragraph.text());
            }
        }
        counts.spellings(document, readability);
        counts
    }

    /// The words of a paragraph, sentence by sentence, which also finds the longest one.
    fn of_sentences(&mut self, paragraph: &Paragraph<'_>) -> usize {
        let (mut words, mut end, mut parted) = (0, paragraph.span().start, true);
        for sentence in paragraph.sentences() {
            let of_sentence = length::words(sentence.text());
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

    /// Counts what is the same for every occurrence of a spelling once for each spelling.
    fn spellings(&mut self, document: &Document<'_>, readability: bool) {
        // Enough for an article, so that the table need not grow.
        let room = document.columns().word_spans.len().min(2048) / 2;
        let mut seen: HashMap<&str, Seen, BuildHasherDefault<SpellingHasher>> =
            HashMap::with_capacity_and_hasher(room, BuildHasherDefault::default());
        for sentence in document.sentences() {
            for (place, word) in sentence.words().enumerate() {
                let seen = seen.entry(word.text()).or_default();
                seen.often += 1;
                seen.opening += u32::from(place == 0);
            }
        }
        let mut folded: HashMap<String, (), BuildHasherDefault<SpellingHasher>> = HashMap::default();
        let language = document.language().split('-').next().unwrap_or_default();
        for (spelling, Seen { often, opening }) in &seen {
            let lower = (!is_lower(spelling)).then(|| spelling.to_lowercase());
            let plain = lower.as_deref().unwrap_or(spelling);
            if readability {
                self.inputs.add(plain, *often, if lower.is_some() { *opening } else { *often }, language);
            }
            // `The` is one more word only if there is no `the`, and no `THE` that was counted.
            self.distinct_words += match lower {
                None => 1,
                Some(lower) if seen.contains_key(lower.as_str()) => 0,
                Some(lower) => usize::from(folded.insert(lower, ()).is_none()),
            };
        }
        self.inputs.sentences = u32::try_from(self.sentences).unwrap_or(u32::MAX);
    }
}

fn is_lower(word: &str) -> bool {
    if word.is_ascii() {
        !word.bytes().any(|byte| byte.is_ascii_uppercase())
    } else {
        !word.contains(char::is_uppercase)
    }
}

impl Inputs {
    /// Adds a word in lower case that occurs `often`; `common` times it is no name as far as one can see: in lower
    /// case, or at the beginning of a sentence.
    fn add(&mut self, word: &str, often: u32, common: u32, language: &str) {
        let (mut letters, mut alphabetic, mut first) = (0, false, true);
        for c in word.chars().filter(|c| c.is_alphanumeric()) {
            letters += 1;
            // Latin, Greek and Cyrillic, with their extensions.
            alphabetic |= first && c.is_alphabetic() && matches!(c, '\0'..='\u{52F}' | '\u{1D00}'..='\u{1FFF}');
            first = false;
        }
        let number = word.starts_with(|c: char| c.is_numeric());
        let spoken = if number { 1 } else { syllables(word, language) };
        self.words += often;
        self.letters += letters * often;
        self.syllables += spoken * often;
        self.monosyllables += if spoken <= 1 { often } else { 0 };
        self.polysyllables += if spoken >= 3 { often } else { 0 };
        let complex = spoken >= 3 && !word.contains('-') && spoken - inflection(word) >= 3;
        self.complex_words += if complex { common } else { 0 };
        self.long_words += if letters > 6 && !number { often } else { 0 };
        self.alphabetic_words += if alphabetic { often } else { 0 };
    }
}

/// How many syllables of an English word are an -es, -ed or -ing.
fn inflection(word: &str) -> u32 {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    u32::from(ends(&["ing", "ted", "ded", "ses", "ces", "ges", "zes", "xes", "shes", "ches"]))
}

/// A hasher for short strings: multiplies and folds eight bytes at a time. The one of the standard library guards
/// against keys that are made to collide, and would take most of this plugin's time.
#[derive(Default)]
struct SpellingHasher(u64);

impl SpellingHasher {
    fn fold(&mut self, eight: u64) {
        let product = u128::from(self.0 ^ eight) * 0x9E37_79B9_7F4A_7C15;
        self.0 = (product as u64) ^ ((product >> 64) as u64);
    }
}

impl Hasher for SpellingHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 ^= bytes.len() as u64;
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            self.fold(u64::from_le_bytes(*eight));
        }
        self.fold(rest.iter().fold(1, |sum, byte| sum << 8 | u64::from(*byte)));
    }

    // What a string adds to mark its end.
    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_those_of_the_content() {
        let counts = |text: &str| Counts::of(&Document::parse(text), true);
        let plain = counts("The cat saw the dog. The Dog saw nothing at all.\n\nDon't stop -- ever.");
        assert_eq!((plain.words, plain.sentences, plain.paragraphs), (15, 3, 2));
        assert_eq!((plain.characters, plain.characters_no_spaces), (69, 54));
        assert_eq!(
            (plain.distinct_words, plain.longest_sentence),
            (10, Some((1, 6))),
            "the cat saw dog nothing at all don't …"
        );
        assert_eq!(plain.words_in_sentences, 15);
        assert_eq!(counts(""), Counts::default());
        assert_eq!(counts(" \n ").characters, 3);
        let chinese = counts("橄榄树很老。 它还活着。");
        assert_eq!((chinese.words, chinese.sentences, chinese.characters), (9, 2, 12));
        assert_eq!(chinese.inputs.alphabetic_words, 0);
    }

    #[test]
    fn hard_words_are_neither_numbers_nor_names_nor_inflected() {
        for (word, common, letters, syllables, polysyllables, complex, long) in [
            ("experience", 2, 20, 8, 2, 2, 2),
            ("experience", 1, 20, 8, 2, 1, 2), // once it is a name
            ("created", 2, 14, 6, 2, 0, 2),    // cre-ate
            ("well-intended", 2, 24, 8, 2, 0, 2),
            ("1,000,000", 2, 14, 2, 0, 0, 0),
            ("don't", 2, 8, 2, 0, 0, 0),
        ] {
            let mut inputs = Inputs::default();
            inputs.add(word, 2, common, "en");
            let found =
                (inputs.letters, inputs.syllables, inputs.polysyllables, inputs.complex_words, inputs.long_words);
            assert_eq!(found, (letters, syllables, polysyllables, complex, long), "{word}");
        }
    }
}
