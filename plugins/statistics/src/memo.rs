//! What was counted before: the next text uses the same words. A table of fixed size in which a word takes the place of
//! another one, so that it never grows and never has to be cleared.

use std::cell::RefCell;

use crate::syllable;
use crate::vocabulary::{Key, WHOLE};

/// How many words are remembered, a power of two: few enough to stay in the processor's cache.
const PLACES: usize = 1 << 12;

/// Words of one language, each with its syllables.
struct Memo {
    language: String,
    places: Vec<(Key, u32)>,
}

thread_local! {
    static MEMO: RefCell<Memo> = const { RefCell::new(Memo { language: String::new(), places: Vec::new() }) };
}

/// What [`syllable::syllables`] counts.
pub(crate) fn syllables(word: &str, language: &str) -> u32 {
    if word.len() > WHOLE {
        return syllable::syllables(word, language);
    }
    MEMO.with_borrow_mut(|memo| {
        if memo.language != language {
            language.clone_into(&mut memo.language);
            memo.places.clear();
        }
        if memo.places.is_empty() {
            memo.places.resize(PLACES, Default::default());
        }
        let key = Key::of(word.as_bytes());
        let Some(place) = memo.places.get_mut(key.place(PLACES - 1)) else { return 0 };
        // No word has the key of an empty place, which is of no length.
        if place.0 != key {
            *place = (key, syllable::syllables(word, language));
        }
        place.1
    })
}

#[cfg(test)]
mod tests {
    use super::{Memo, PLACES, syllable, syllables};

    #[test]
    fn it_says_what_is_counted_whatever_it_was_asked_before() {
        assert!(PLACES.is_power_of_two() && size_of::<Memo>() < 64);
        let words: Vec<String> = (0..2 * PLACES).map(|n| format!("word{}ea", n % 977 * n)).collect();
        for language in ["en", "de", "en"] {
            for word in words.iter().chain(&words[..100]).map(String::as_str).chain(["", "a", "responsibilities-of"]) {
                assert_eq!(syllables(word, language), syllable::syllables(word, language), "{language} {word}");
            }
        }
    }
}
