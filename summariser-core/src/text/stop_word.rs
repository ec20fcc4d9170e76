//! Stop words: the commonest function words, which tell nothing about a text. Capitalised, they also tell a segmenter
//! that a sentence begins.

use super::language::Language;
use super::stop_word_tables as tables;
use super::word_set::{WordSet, is_in};

/// Whether `word`, in any case, is a stop word of the language; of one without a table nothing is.
///
/// ```
/// # #[cfg(feature = "analysis")] {
/// use summariser_core::text::{Language, is_stop_word};
/// assert!(is_stop_word("The", Language::from_code("en")));
/// assert!(!is_stop_word("olive", Language::from_code("en")));
/// # }
/// ```
#[must_use]
pub fn is_stop_word(word: &str, language: Language) -> bool {
    tables::of(language).is_some_and(|table| is_in(word, table))
}

/// The table of a language, if it has one.
pub(super) fn table(language: Language) -> Option<&'static WordSet> {
    tables::of(language)
}
