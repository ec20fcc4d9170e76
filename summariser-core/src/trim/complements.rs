//! English words of which too little is said without the phrase that follows them or their object: *the gap between rich and
//! poor*, *replace the gates with new ones*.

use crate::word_table::WordTable;

/// Nouns of what stands to something else.
pub(super) const NOUN: u64 = 1;
/// Who somebody is in one case alone.
const CASE: u64 = 1 << 1;
/// Verbs with an object and a phrase that begins with such a word.
const WITH: u64 = 1 << 2;
const TO: u64 = 1 << 3;
const INTO: u64 = 1 << 4;
const FOR: u64 = 1 << 5;

static WORDS: WordTable<512> = WordTable::of(&[
    (
        NOUN,
        "backdrop case cases correlation correlations correspondence discrepancy distance distances gap gaps link links magnet \
         mapping mappings relation relations relationship relationships scenarios setting settings similarities similarity \
         situations trade-off trade-offs tradeoff tradeoffs ways",
    ),
    (CASE, "defendant defendants prosecutor prosecutors suspect suspects witness witnesses"),
    (
        WITH,
        "align aligned aligning associate associated associates associating combine combined combines combining compare \
         compared compares comparing confuse confused confuses confusing correlate correlated correlates correlating endow \
         endowed equate equated equip equipped replace replaced replaces replacing",
    ),
    (
        TO,
        "apply applied applies applying assign assigned assigning assigns attribute attributed attributes attributing \
         compare compared compares comparing expose exposed exposes exposing limit limited limits limiting map mapped \
         mapping maps relate related relates relating tie tied ties tying",
    ),
    (
        INTO,
        "convert converted converting converts divide divided divides dividing transform transformed transforming \
         transforms translate translated translates translating turn turned turning turns",
    ),
    (FOR, "lack lacked lacking lacks"),
]);

/// Whether a word in lower case asks for one of some phrases.
pub(super) fn asks(word: &str, phrases: u64) -> bool {
    WORDS.get(word) & phrases != 0
}

/// What may ask for a phrase: the word before it, and the verb of which that is the object.
pub(super) struct Phrase {
    pub(super) of_noun: u64,
    pub(super) of_verb: u64,
}

/// The phrase that a word in lower case opens, if any word asks for it.
pub(super) fn opened_by(word: &str) -> Option<Phrase> {
    let (of_noun, of_verb) = match word {
        "among" | "between" | "of" | "where" => (NOUN, 0),
        "for" => (NOUN, FOR),
        "in" => (CASE, 0),
        "into" => (0, INTO),
        "to" => (NOUN, TO),
        "with" => (NOUN, WITH),
        _ => return None,
    };
    Some(Phrase { of_noun, of_verb })
}
