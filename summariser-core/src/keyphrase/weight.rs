//! [`Weights`]: how much each term matters, and how it is written. A term weighs what the sentences weigh that hold it,
//! more so where it comes early and where it is a name.

use super::passed_over::PassedOver;
use crate::Document;
use crate::document::{CAPITALISED, NO_TERM, NUMBER, STOP_WORD};

/// A weight by its name.
pub(super) const fn p(_name: &str, value: f32) -> f32 {
    value
}

/// What is known of the terms of a document, each by its number.
pub(super) struct Weights {
    /// How much a term matters; 0 where it is of no phrase.
    pub(super) weight: Vec<f32>,
    /// In how many places it is a word of some phrase.
    pub(super) count: Vec<u32>,
    /// Whether it is written with a capital wherever it need not be.
    pub(super) is_name: Vec<bool>,
}

/// What a term gathers while the text is read.
#[derive(Clone, Copy, Default)]
struct Gathered {
    sum: f32,
    count: u32,
    /// One more than the sentences that it first and last stood in.
    first: u32,
    last: u32,
    small: u32,
    capital: u32,
}

/// Weighs the terms.
pub(super) fn weights(document: &Document<'_>) -> Weights {
    let columns = document.columns();
    let mut gathered = vec![Gathered::default(); document.terms()];
    let (base, pos) = (p("BASE", 0.3), p("POS", 0.3));
    for (sentence, words) in columns.sentence_words.iter().enumerate() {
        let number = u32::try_from(sentence + 1).unwrap_or(u32::MAX);
        let matters = base + columns.salience.get(sentence).copied().unwrap_or_default();
        let range = words.range();
        let (Some(terms), Some(flags)) = (columns.word_terms.get(range.clone()), columns.word_flags.get(range)) else {
            continue;
        };
        for (at, (term, flags)) in terms.iter().zip(flags).enumerate() {
            if flags & (STOP_WORD | NUMBER) != 0 {
                continue;
            }
            let Some(term) = gathered.get_mut(*term as usize) else { continue };
            term.count += 1;
            if flags & CAPITALISED == 0 {
                term.small += 1;
            } else if at > 0 {
                term.capital += 1;
            }
            term.sum += if term.last == number { p("AGAIN", 0.3) * matters } else { matters };
            if term.first == 0 {
                term.first = number;
            }
            term.last = number;
        }
    }
    let passed_over = PassedOver::of(document.language());
    let (name, power, len) = (p("NAME", 1.2), p("POWER", 0.8), p("LEN", 0.03));
    let weigh = |(term, it): (usize, &Gathered)| {
        let text = document.term(u32::try_from(term).unwrap_or(NO_TERM));
        if it.count == 0 || passed_over.has(text) {
            return 0.0;
        }
        let letters = text.chars().take(12).count() as f32;
        let early = 1.0 + pos / libm::sqrtf(it.first as f32);
        let is_name = it.capital > 0 && it.small * 4 <= it.capital;
        libm::powf(it.sum, power) * early * (1.0 + len * letters) * if is_name { name } else { 1.0 }
    };
    Weights {
        weight: gathered.iter().enumerate().map(weigh).collect(),
        count: gathered.iter().map(|it| it.count).collect(),
        is_name: gathered.iter().map(|it| it.capital > 0 && it.small * 4 <= it.capital).collect(),
    }
}
