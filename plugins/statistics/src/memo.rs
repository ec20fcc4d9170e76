//! What was weighed before: the next text uses the same words. A table that grows up to a fixed size, at which a word
//! takes the place of another one, so that it never has to be cleared.

use std::cell::RefCell;

use summariser_core::Span;

use crate::key::Key;
use crate::readability::Inputs;
use crate::weight::{Lanes, Weight};

/// How many sets of two places there are at first, and at most, powers of two: few enough that one text does not pay for
/// memory that it has no use of, and to stay in the processor's cache.
const FIRST: usize = 1 << 8;
const MOST: usize = 1 << 13;

/// Words of one language, each with its weight.
pub(crate) struct Memo {
    language: String,
    sets: Vec<[Place; 2]>,
    /// How many words of the language were weighed.
    weighed: usize,
}

/// A short word, which begins with no capital of ASCII. No word has the key of an empty place, which is of no length.
#[derive(Clone, Copy, Default)]
struct Place {
    key: Key,
    weight: Lanes,
}

thread_local! {
    static MEMO: RefCell<Memo> = const { RefCell::new(Memo { language: String::new(), sets: Vec::new(), weighed: 0 }) };
}

impl Memo {
    /// Lends the memory of this thread for words of a language.
    pub(crate) fn lend<T>(language: &str, borrower: impl FnOnce(&mut Memo) -> T) -> T {
        MEMO.with_borrow_mut(|memo| {
            if memo.language != language {
                language.clone_into(&mut memo.language);
                memo.sets.clear();
                memo.weighed = 0;
            }
            borrower(memo)
        })
    }

    /// Adds the words of a sentence.
    pub(crate) fn add(&mut self, text: &str, words: &[Span], inputs: &mut Inputs) {
        inputs.words += u32::try_from(words.len()).unwrap_or(u32::MAX);
        let mut opening = true;
        for words in words.chunks(Lanes::MOST) {
            let mut sum = Lanes::default();
            for word in words {
                if let Some(key) = Key::whole(text.as_bytes(), word.start as usize, word.len()) {
                    let (key, initial) = key.uncapitalised();
                    let spelling = || word.of(text).unwrap_or_default();
                    sum.add(self.weight(key, spelling), opening, initial);
                } else if let Some(word) = word.of(text) {
                    inputs.add(&Weight::of(word, &self.language), opening);
                }
                opening = false;
            }
            inputs.add_lanes(sum);
        }
    }

    /// The weight of a word, whatever its initial.
    #[inline]
    fn weight<'a>(&mut self, key: Key, spelling: impl FnOnce() -> &'a str) -> Lanes {
        let place = key.place(self.sets.len());
        if let Some([newer, older]) = self.sets.get_mut(place) {
            if newer.key == key {
                return newer.weight;
            }
            if older.key == key {
                std::mem::swap(newer, older);
                return newer.weight;
            }
        }
        self.weigh(key, spelling())
    }

    /// Weighs a word that is not known.
    #[cold]
    fn weigh(&mut self, key: Key, spelling: &str) -> Lanes {
        let weight = Lanes::of(&Weight::of(spelling, &self.language));
        if self.weighed >= self.sets.len() && self.sets.len() < MOST {
            let more = (4 * self.sets.len()).clamp(FIRST, MOST);
            let known = std::mem::replace(&mut self.sets, vec![Default::default(); more]);
            let known = known.into_iter().flat_map(|[newer, older]| [older, newer]);
            known.filter(|place| place.key != Key::default()).for_each(|place| self.put(place));
        }
        self.weighed += 1;
        self.put(Place { key, weight });
        weight
    }

    /// Of two words it is the one that was asked for longer ago that makes room, so that a common word stays.
    fn put(&mut self, place: Place) {
        let at = place.key.place(self.sets.len());
        if let Some([newer, older]) = self.sets.get_mut(at) {
            *older = std::mem::replace(newer, place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_is_weighed_whatever_it_was_asked_before() {
        assert!(FIRST.is_power_of_two() && MOST.is_power_of_two() && size_of::<Memo>() < 64);
        let words: Vec<String> = (0..4 * MOST).map(|n| format!("word{}ea", n % 977 * n)).collect();
        let others =
            ["a", "A", "Experience", "experience", "eXperience", "Étienne", "responsibilities-of", "www-www-www-www"];
        for language in ["en", "de", "en"] {
            for word in words.iter().chain(&words[..100]).map(String::as_str).chain(others) {
                for times in [1, 2, 3 * Lanes::MOST] {
                    let times = if word.len() == 15 { times } else { times.min(2) };
                    let text = format!("{word} ").repeat(times);
                    let place = |at: usize| Span::of_range(at * (word.len() + 1)..(at + 1) * (word.len() + 1) - 1);
                    let places: Vec<Span> = (0..times).map(place).collect();
                    let (mut found, mut expected) =
                        (Inputs::default(), Inputs { words: times as u32, ..Inputs::default() });
                    Memo::lend(language, |memo| memo.add(&text, &places, &mut found));
                    (0..times).for_each(|at| expected.add(&Weight::of(word, language), at == 0));
                    assert_eq!(found, expected, "{language} {word} {times}");
                }
            }
        }
    }
}
