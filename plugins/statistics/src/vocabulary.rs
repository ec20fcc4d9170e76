//! The different words of a text, which lexical diversity is about. Whether two spellings are the same word is found out
//! once for each spelling, so that the loop over all words does no more than look one up: a table of its own, because
//! words of up to 15 bytes, nearly all, can be compared as numbers.

use summariser_core::Document;

use crate::diversity::Diversity;
use crate::key::{Key, WHOLE};

/// How often a spelling stands in the sentences.
#[derive(Clone, Copy, Debug, Default)]
struct Spelling {
    start: u32,
    end: u32,
    often: u32,
}

/// Every spelling of a text, in the order of first appearance.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    spellings: Vec<Spelling>,
    /// The spelling of each word of the text, in order.
    sequence: Vec<u32>,
    /// The texts of the spellings.
    pool: String,
    slots: Vec<Slot>,
}

/// A place in the table: the key, and the number of the spelling from 1; 0 is free.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Key,
    number: u32,
}

impl Vocabulary {
    /// That of a document.
    pub(crate) fn of(document: &Document<'_>) -> Vocabulary {
        let (columns, text) = (document.columns(), document.text());
        let mut vocabulary = Vocabulary {
            spellings: Vec::new(),
            sequence: Vec::with_capacity(columns.word_spans.len()),
            pool: String::new(),
            slots: vec![Slot::default(); 1024],
        };
        for words in columns.sentence_words.iter() {
            let words = columns.word_spans.get(words.range()).unwrap_or_default();
            for word in words.iter().filter_map(|word| text.get(word.range())) {
                let number = vocabulary.number(word);
                if let Some(spelling) = vocabulary.spellings.get_mut(number as usize) {
                    spelling.often += 1;
                }
                vocabulary.sequence.push(number);
            }
        }
        vocabulary
    }

    /// What lexical diversity is computed from.
    pub(crate) fn diversity(mut self) -> Diversity {
        let types = self.types();
        let mut often = vec![0; self.spellings.len()];
        for (spelling, number) in self.spellings.iter().zip(&types) {
            often[*number as usize] += spelling.often;
        }
        let sequence = self.sequence.iter().map(|spelling| types[*spelling as usize]).collect();
        Diversity { sequence, often }
    }

    /// The text of a spelling.
    fn text(&self, spelling: &Spelling) -> &str {
        self.pool.get(spelling.start as usize..spelling.end as usize).unwrap_or_default()
    }

    /// The number of a spelling, which is a new one where it was not known.
    fn number(&mut self, word: &str) -> u32 {
        let key = Key::of(word);
        let place = match self.place(key, word) {
            Ok(number) => return number,
            Err(place) => place,
        };
        let number = self.spellings.len() as u32;
        let start = self.pool.len() as u32;
        self.pool.push_str(word);
        self.spellings.push(Spelling { start, end: self.pool.len() as u32, ..Spelling::default() });
        self.slots[place] = Slot { key, number: number + 1 };
        if self.spellings.len() * 2 > self.slots.len() {
            self.grow();
        }
        number
    }

    /// The number of a spelling, or the free place where it belongs.
    fn place(&self, key: Key, word: &str) -> Result<u32, usize> {
        let mut place = key.place(self.slots.len());
        loop {
            let slot = &self.slots[place];
            let Some(number) = slot.number.checked_sub(1) else { return Err(place) };
            let same = slot.key == key && (word.len() <= WHOLE || self.text(&self.spellings[number as usize]) == word);
            if same {
                return Ok(number);
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 4;
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        for slot in old.into_iter().filter(|slot| slot.number > 0) {
            let mut place = slot.key.place(size);
            while self.slots[place].number > 0 {
                place = (place + 1) & (size - 1);
            }
            self.slots[place] = slot;
        }
    }

    /// For each spelling the number of its type, which is the same for `The` and `the`: the number of the spelling in
    /// lower
    /// case, or of the first that would be written so.
    fn types(&mut self) -> Vec<u32> {
        let spelled = self.spellings.len();
        let mut types: Vec<u32> = Vec::with_capacity(spelled);
        for number in 0..spelled {
            let text = self.text(&self.spellings[number]);
            types.push(if is_lower(text) {
                number as u32
            } else {
                let lower = text.to_lowercase();
                self.number(&lower)
            });
        }
        types
    }
}

/// Whether a word has no capital.
pub(crate) fn is_lower(word: &str) -> bool {
    let (capital, other) = word
        .bytes()
        .fold((false, false), |(capital, other), byte| (capital | byte.is_ascii_uppercase(), other | !byte.is_ascii()));
    !(capital || other && word.contains(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_are_told_apart_whatever_their_length() {
        // Every length to beyond the whole keys, in words that differ at one place only; enough to make the table grow.
        let words: Vec<String> = (1..40)
            .flat_map(|size| (0..size).map(move |at| (0..size).map(|n| if n == at { 'b' } else { 'a' }).collect()))
            .chain((0..3000).map(|n| format!("ünique-word-number{n}")))
            .collect();
        let text = format!("{}.", words.join(" "));
        let vocabulary = Vocabulary::of(&Document::parse(&format!("{text}\n\n{text}")));
        assert!(vocabulary.spellings.len() >= words.len(), "{}", vocabulary.spellings.len());
        for word in &words {
            let found: Vec<u32> = vocabulary
                .spellings
                .iter()
                .filter(|spelling| vocabulary.text(spelling) == word)
                .map(|spelling| spelling.often)
                .collect();
            assert_eq!(found, [2], "{word}");
        }
        let (once, again) = vocabulary.sequence.split_at(vocabulary.sequence.len() / 2);
        assert_eq!(once, again);
    }

    #[test]
    fn a_type_is_a_word_whatever_its_capitals() {
        let mut vocabulary = Vocabulary::of(&Document::parse("The cat saw THE dog, and Étienne saw the ÉTIENNE."));
        let types = vocabulary.types();
        let types: Vec<&str> = vocabulary
            .sequence
            .iter()
            .map(|spelling| vocabulary.text(&vocabulary.spellings[types[*spelling as usize] as usize]))
            .collect();
        assert_eq!(types.join(" "), "the cat saw the dog and étienne saw the étienne");
    }
}
