//! Finds the structure of a text: its language, paragraphs, sentences, words and terms. Every step reads the text
//! alone and answers with spans, so a step can be replaced, tested and timed without the others.
//!
//! | step | promise |
//! |---|---|
//! | [`Language::detect`] | a fixed small sample is judged, `und` when there is nothing to judge by |
//! | [`paragraphs`] | spans in order, disjoint, trimmed; between them only white space and markup |
//! | [`sentences`] | spans in order, disjoint, trimmed; they tile their paragraph but for white space |
//! | [`words`] | spans in order, disjoint, within their sentence |
//! | [`Terms::intern`] | the same word in the same language always gives the same number |
//!
//! None of them fails or panics, whatever the text; each takes time in proportion to the text.

mod abbreviation;
mod abbreviation_tables;
mod block;
mod character;
mod code;
mod continuation;
mod detect;
mod english;
mod furniture;
mod furniture_tables;
mod glue;
mod korean;
mod language;
mod letter;
mod line;
mod mail;
mod marker;
mod newsroom;
mod page_top;
mod paragraph;
mod phrase;
mod sentence;
mod stamp;
mod stop_word;
mod stop_word_tables;
mod structure;
mod term;
mod terminator;
#[cfg(test)]
mod tests;
mod word;
mod word_set;

pub use language::Language;
pub use paragraph::{Newlines, Paragraph};
pub use sentence::sentences;
pub use stop_word::is_stop_word;
pub use structure::paragraphs;
pub use term::Terms;
pub(crate) use word::for_each_word;
pub use word::{Word, WordFlags, words};
