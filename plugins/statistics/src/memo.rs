//! What was weighed before: the next text uses the same words. A table of fixed size in which a word takes the place of
//! another one, so that it never grows and never has to be cleared.

use std::cell::RefCell;

use crate::vocabulary::{Key, WHOLE};
use crate::weight::Weight;

/// How many sets of two places there are, a power of two: few enough to stay in the processor's cache.
const SETS: usize = 1 << 12;

/// Words of one language, each with its weight.
pub(crate) struct Memo {
    language: String,
    sets: Vec<[Place; 2]>,
}

/// A word of up to [`WHOLE`] bytes. No word has the key of an empty place, which is of no length.
#[derive(Clone, Copy, Default)]
struct Place {
    key: Key,
    weight: Weight,
}

thread_local! {
    static MEMO: RefCell<Memo> = const { RefCell::new(Memo { language: String::new(), sets: Vec::new() }) };
}

impl Memo {
    /// Lends the memory of this thread for words of a language.
    pub(crate) fn lend<T>(language: &str, borrower: impl FnOnce(&mut Memo) -> T) -> T {
        MEMO.with_borrow_mut(|memo| {
            if memo.language != language {
                language.clone_into(&mut memo.language);
                memo.sets.clear();
            }
            if memo.sets.is_empty() {
                memo.sets.resize(SETS, Default::default());
            }
            borrower(memo)
        })
    }

    /// What [`Weight::of`] says.
    #[inline]
    pub(crate) fn weight(&mut self, word: &str) -> Weight {
        if word.len() > WHOLE {
            return Weight::of(word, &self.language);
        }
        let key = Key::of(word.as_bytes());
        let Some([newer, older]) = self.sets.get_mut(key.place(SETS - 1)) else { return Weight::default() };
        if newer.key != key {
            // Of the two it is the one that was asked for longer ago that makes room, so that a common word stays.
            std::mem::swap(newer, older);
            if newer.key != key {
                *newer = Place { key, weight: Weight::of(word, &self.language) };
            }
        }
        newer.weight
    }
}

#[cfg(test)]
mod tests {
    use super::{Memo, SETS, Weight};

    #[test]
    fn it_says_what_is_weighed_whatever_it_was_asked_before() {
        assert!(SETS.is_power_of_two() && size_of::<Memo>() < 64);
        let words: Vec<String> = (0..4 * SETS).map(|n| format!("word{}ea", n % 977 * n)).collect();
        for language in ["en", "de", "en"] {
            for word in words.iter().chain(&words[..100]).map(String::as_str).chain(["a", "A", "responsibilities-of"]) {
                let weight = Memo::lend(language, |memo| memo.weight(word));
                assert_eq!(weight, Weight::of(word, language), "{language} {word}");
            }
        }
    }
}
