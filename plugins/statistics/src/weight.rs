//! What a word adds to the inputs of the readability formulas. It hangs on the spelling and the language alone, so that
//! it need not be found out again wherever the word stands (`memo`).

use crate::readability::Inputs;
use crate::syllable;
use crate::vocabulary::is_lower;

/// What is to be known of a spelling; [`Inputs`] says what the words mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Weight {
    letters: u32,
    syllables: u32,
    monosyllabic: bool,
    polysyllabic: bool,
    complex: bool,
    long: bool,
    alphabetic: bool,
    /// Whether it begins with a capital of ASCII, and whether it has another capital: then it is a name as far as one can
    /// see, except at the beginning of a sentence.
    initial: bool,
    capital: bool,
}

impl Weight {
    /// That of a spelling in a language (a code such as `en`).
    pub(crate) fn of(spelling: &str, language: &str) -> Weight {
        let initial = spelling.starts_with(|c: char| c.is_ascii_uppercase());
        let rest = spelling.get(usize::from(initial)..).unwrap_or_default();
        let plain = syllable::is_plain(rest);
        let capital = !plain && !is_lower(rest);
        let weigh = |word: &str| Weight { initial, capital, ..Weight::of_lower(word, plain, language) };
        if initial || capital { weigh(&spelling.to_lowercase()) } else { weigh(spelling) }
    }

    /// That of a word in lower case; `plain`: it has the letters a to z alone.
    fn of_lower(word: &str, plain: bool, language: &str) -> Weight {
        let (letters, number, alphabetic) = if plain {
            (word.len(), false, !word.is_empty())
        } else {
            let mut letters = word.chars().filter(|c| c.is_alphanumeric());
            let first = letters.next();
            // Latin, Greek and Cyrillic, with their extensions.
            let is_alphabetic = |c: char| c.is_alphabetic() && matches!(c, '\0'..='\u{52F}' | '\u{1D00}'..='\u{1FFF}');
            let count = usize::from(first.is_some()) + letters.count();
            (count, word.starts_with(char::is_numeric), first.is_some_and(is_alphabetic))
        };
        let syllables = if number { 1 } else { syllable::syllables(word, plain, language) };
        Weight {
            letters: u32::try_from(letters).unwrap_or(u32::MAX),
            syllables,
            monosyllabic: syllables <= 1,
            polysyllabic: syllables >= 3,
            complex: syllables >= 3 && !word.contains('-') && syllables - inflection(word) >= 3,
            long: letters > 6 && !number,
            alphabetic,
            initial: false,
            capital: false,
        }
    }
}

impl Inputs {
    /// Adds what a word weighs; `opening`: it is the first of its sentence.
    pub(crate) fn add(&mut self, word: &Weight, opening: bool) {
        self.letters += word.letters;
        self.syllables += word.syllables;
        self.monosyllables += u32::from(word.monosyllabic);
        self.polysyllables += u32::from(word.polysyllabic);
        self.complex_words += u32::from(word.complex && (opening || !word.initial && !word.capital));
        self.long_words += u32::from(word.long);
        self.alphabetic_words += u32::from(word.alphabetic);
    }

    /// Adds what some short words weigh.
    pub(crate) fn add_lanes(&mut self, sum: Lanes) {
        self.letters += sum.lane(0);
        self.syllables += sum.lane(1);
        self.monosyllables += sum.lane(2);
        self.polysyllables += sum.lane(3);
        self.long_words += sum.lane(4);
        self.alphabetic_words += sum.lane(5);
        self.complex_words += sum.lane(COMPLEX);
    }
}
/// Weights of words of up to 16 bytes, added up: 16 bits of one number for each input, so that one addition adds all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lanes(u128);

/// The lane that a name has no part in, and the one that is no input.
const COMPLEX: u32 = 6;
const CAPITAL: u32 = 7;

impl Lanes {
    /// So many words never overflow into another lane: 16 letters each, or 9 syllables for every 4 (`www-`).
    pub(crate) const MOST: usize = 1 << 10;

    /// Those of one word, whatever its initial.
    pub(crate) fn of(word: &Weight) -> Lanes {
        let lanes = [
            word.letters,
            word.syllables,
            word.monosyllabic.into(),
            word.polysyllabic.into(),
            word.long.into(),
            word.alphabetic.into(),
            word.complex.into(),
            word.capital.into(),
        ];
        Lanes(lanes.iter().rev().fold(0, |sum, lane| sum << 16 | u128::from(*lane)))
    }

    /// Adds a word; `opening`: it is the first of its sentence; `initial`: it begins with a capital.
    #[inline]
    pub(crate) fn add(&mut self, word: Lanes, opening: bool, initial: bool) {
        let named = !opening & (initial | (word.lane(CAPITAL) != 0));
        self.0 += word.0 & !(u128::from(named) << (16 * COMPLEX));
    }

    fn lane(self, number: u32) -> u32 {
        u32::from((self.0 >> (16 * number)) as u16)
    }
}

/// How many syllables of an English word are an -es, -ed or -ing.
fn inflection(word: &str) -> u32 {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    u32::from(ends(&["ing", "ted", "ded", "ses", "ces", "ges", "zes", "xes", "shes", "ches"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hard_words_are_neither_numbers_nor_names_nor_inflected() {
        for (word, opening, letters, syllables, polysyllables, complex, long) in [
            ("experience", false, 10, 4, 1, 1, 1),
            ("Experience", false, 10, 4, 1, 0, 1), // a name
            ("Experience", true, 10, 4, 1, 1, 1),
            ("created", false, 7, 3, 1, 0, 1), // cre-ate
            ("well-intended", false, 12, 4, 1, 0, 1),
            ("1,000,000", false, 7, 1, 0, 0, 0),
            ("don't", false, 4, 1, 0, 0, 0),
        ] {
            let mut inputs = Inputs::default();
            inputs.add(&Weight::of(word, "en"), opening);
            let found =
                (inputs.letters, inputs.syllables, inputs.polysyllables, inputs.complex_words, inputs.long_words);
            assert_eq!(found, (letters, syllables, polysyllables, complex, long), "{word}");
        }
    }
}
