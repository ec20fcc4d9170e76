//! The different words of a text, which lexical diversity is about. Whether two spellings are the same word is found out
//! once for each spelling, so that the loop over all words does no more than look one up: a table of its own, because
//! words of up to 16 bytes, nearly all, can be compared as two numbers.

use summariser_core::Document;

use crate::diversity::Diversity;

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

/// A word of up to 16 bytes whole, of a longer one its length, its first bytes and a sum of all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Key {
    first: u64,
    last: u64,
    size: u32,
}

/// A key of a word that is not longer is equal to no other's.
pub(crate) const WHOLE: usize = 16;

impl Key {
    pub(crate) fn of(word: &[u8]) -> Key {
        let size = word.len();
        let (first, last) = if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
            let last = u64::from_le_bytes(*last);
            (u64::from_le_bytes(*first), if size > WHOLE { sum(word) } else { last })
        } else if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
            (u64::from(u32::from_le_bytes(*first)), u64::from(u32::from_le_bytes(*last)))
        } else {
            (word.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)), 0)
        };
        Key { first, last, size: u32::try_from(size).unwrap_or(u32::MAX) }
    }

    /// Where its search begins in a table of a size that is a power of two.
    pub(crate) fn place(&self, mask: usize) -> usize {
        let hash = fold(self.first ^ 0x9E37_79B9_7F4A_7C15, self.last ^ u64::from(self.size) ^ 0xD1B5_4A32_D192_ED03);
        hash as usize & mask
    }
}

/// The two halves of a product.
fn fold(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other);
    (product as u64) ^ ((product >> 64) as u64)
}

fn sum(word: &[u8]) -> u64 {
    let (eights, rest) = word.as_chunks::<8>();
    let rest = rest.iter().fold(1, |sum, byte| sum << 8 | u64::from(*byte));
    eights.iter().fold(rest, |sum, eight| fold(sum ^ u64::from_le_bytes(*eight), 0x9E37_79B9_7F4A_7C15))
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
        let key = Key::of(word.as_bytes());
        let place = match self.place(&key, word) {
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
    fn place(&self, key: &Key, word: &str) -> Result<u32, usize> {
        let mask = self.slots.len() - 1;
        let mut place = key.place(mask);
        loop {
            let slot = &self.slots[place];
            let Some(number) = slot.number.checked_sub(1) else { return Err(place) };
            let same = slot.key == *key && (word.len() <= WHOLE || self.text(&self.spellings[number as usize]) == word);
            if same {
                return Ok(number);
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 4;
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        for slot in old.into_iter().filter(|slot| slot.number > 0) {
            let mut place = slot.key.place(size - 1);
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
    if word.is_ascii() {
        !word.bytes().any(|byte| byte.is_ascii_uppercase())
    } else {
        !word.contains(char::is_uppercase)
    }
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
