//! Marks of notes in brackets, as encyclopedias have them: `[3]`, `[note 1]`, `[citation needed]`. They stand behind the full
//! stop of the sentence that they belong to, and are no part of what it says.

/// No mark has more bytes between its brackets.
pub(crate) const LONGEST: usize = 24;
/// What is missing, by the words of those who miss it.
const MISSING: [&str; 20] = [
    "according to whom?",
    "bron?",
    "by whom?",
    "cita requerida",
    "citation needed",
    "clarification needed",
    "dubious",
    "failed verification",
    "page needed",
    "par qui ?",
    "qui ?",
    "réf. nécessaire",
    "senza fonte",
    "source needed",
    "vague",
    "when?",
    "where?",
    "which?",
    "who?",
    "why?",
];
/// What is counted.
const COUNTED: [&str; 7] = ["Anm.", "N", "Note", "fn", "n", "nb", "note"];

/// Whether what stands between two brackets is the mark of a note.
pub(crate) fn is_mark(inside: &str) -> bool {
    let is_number = |number: &str| (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number(inside)
        || MISSING.contains(&inside)
        || inside.split_once([' ', '\u{A0}']).is_some_and(|(what, number)| COUNTED.contains(&what) && is_number(number))
}

#[cfg(test)]
mod tests {
    #[test]
    fn marks_are_told_from_words_in_brackets() {
        for mark in ["1", "123", "note 1", "nb 12", "Anm. 3", "citation needed", "who?", "réf. nécessaire"] {
            assert!(super::is_mark(mark) && mark.len() <= super::LONGEST, "{mark}");
        }
        for other in ["", "1234", "a", "the mayor", "note", "note x", "sic", "Citation needed now", "…"] {
            assert!(!super::is_mark(other), "{other}");
        }
    }
}
