//! [`part_of`]: what an English word is wherever it stands, of the few thousand that are hardly ever nouns. No tagger: the
//! lists hold what a tagger said of each word, counted over millions (`training/part_of_speech` makes them), so that to ask
//! is one look into a table.

use crate::word_table::WordTable;

/// What a word nearly always is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Adjective,
    Adverb,
    /// In a form that is neither in -ed nor in -ing.
    Verb,
}

const ADJECTIVE: u64 = 1;
const ADVERB: u64 = 2;
const VERB: u64 = 4;

static WORDS: WordTable<8192> = WordTable::of(&[
    (ADJECTIVE, include_str!("part_of_speech/adjectives.txt")),
    (ADVERB, include_str!("part_of_speech/adverbs.txt")),
    (VERB, include_str!("part_of_speech/verbs.txt")),
]);

/// What a word in lower case nearly always is; `None` of nouns, of what may be one, and of what is rare.
#[inline]
pub(crate) fn part_of(word: &str) -> Option<Part> {
    match WORDS.get(word) {
        ADJECTIVE => Some(Part::Adjective),
        ADVERB => Some(Part::Adverb),
        VERB => Some(Part::Verb),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hardly_ever_a_noun() {
        let check = |words: &str, part| {
            for word in words.split(' ') {
                assert_eq!(part_of(word), part, "{word}");
            }
        };
        check("similar neat homeless enormous", Some(Part::Adjective));
        check("sometimes perhaps together", Some(Part::Adverb));
        check("strove believes become admit", Some(Part::Verb));
        check("bridge plan treat building red-hot ferry", None);
    }
}
