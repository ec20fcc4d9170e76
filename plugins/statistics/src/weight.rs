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
    /// Whether it has a capital, and so is a name as far as one can see, except at the beginning of a sentence.
    capital: bool,
}

impl Weight {
    /// That of a spelling in a language (a code such as `en`).
    pub(crate) fn of(spelling: &str, language: &str) -> Weight {
        if is_lower(spelling) {
            return Weight::of_lower(spelling, language);
        }
        Weight { capital: true, ..Weight::of_lower(&spelling.to_lowercase(), language) }
    }

    fn of_lower(word: &str, language: &str) -> Weight {
        let letters = word.chars().filter(|c| c.is_alphanumeric()).count();
        let first = word.chars().find(|c| c.is_alphanumeric());
        let number = word.starts_with(|c: char| c.is_numeric());
        let syllables = if number { 1 } else { syllable::syllables(word, language) };
        Weight {
            letters: u32::try_from(letters).unwrap_or(u32::MAX),
            syllables,
            monosyllabic: syllables <= 1,
            polysyllabic: syllables >= 3,
            complex: syllables >= 3 && !word.contains('-') && syllables - inflection(word) >= 3,
            long: letters > 6 && !number,
            // Latin, Greek and Cyrillic, with their extensions.
            alphabetic: first
                .is_some_and(|c| c.is_alphabetic() && matches!(c, '\0'..='\u{52F}' | '\u{1D00}'..='\u{1FFF}')),
            capital: false,
        }
    }
}

impl Inputs {
    /// Adds a word; `opening`: it is the first of its sentence.
    #[inline]
    pub(crate) fn add(&mut self, word: Weight, opening: bool) {
        self.words += 1;
        self.letters += word.letters;
        self.syllables += word.syllables;
        self.monosyllables += u32::from(word.monosyllabic);
        self.polysyllables += u32::from(word.polysyllabic);
        self.complex_words += u32::from(word.complex & (opening | !word.capital));
        self.long_words += u32::from(word.long);
        self.alphabetic_words += u32::from(word.alphabetic);
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
            inputs.add(Weight::of(word, "en"), opening);
            let found =
                (inputs.letters, inputs.syllables, inputs.polysyllables, inputs.complex_words, inputs.long_words);
            assert_eq!(found, (letters, syllables, polysyllables, complex, long), "{word}");
        }
    }
}
