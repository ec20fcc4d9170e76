//! [`Abbreviations`]: whether a full stop ends a sentence or only shortens the word before it. No list is complete, so
//! the word's shape, its place in the sentence and what follows have a say too.

use super::abbreviation_tables::{self as tables, Table};
use super::character::{is_blank, is_complex, is_dash, is_mark};
use super::language::Language;
use super::stop_word;
use super::word_set::{WordSet, is_in};

/// What a language shortens, and the words that like to begin its sentences.
pub(super) struct Abbreviations {
    language: Language,
    table: &'static Table,
    starters: Option<&'static WordSet>,
}

/// A word that is not listed and has more letters than this is not shortened.
const LONGEST_SHORT: usize = 4;

/// What follows a stop.
pub(super) struct Follow<'t> {
    pub(super) word: &'t str,
    pub(super) letter: char,
    /// A quote opens before the word.
    pub(super) opened: bool,
    /// A full stop stands behind the word.
    pub(super) dot: bool,
}

impl Abbreviations {
    pub(super) fn of(language: Language) -> Abbreviations {
        Abbreviations { language, table: tables::of(language), starters: stop_word::table(language) }
    }

    pub(super) fn is_english(&self) -> bool {
        self.language == Language::ENGLISH
    }

    /// Whether a word likes to begin sentences.
    pub(super) fn is_starter(&self, word: &str) -> bool {
        self.starters.is_some_and(|starters| is_in(word, starters))
            || is_in(word, self.table.starters)
            // What belongs to somebody or something follows the sentence that named it.
            || (self.language == Language::INDONESIAN && word.len() > 5 && word.ends_with("nya"))
    }

    /// Whether a word names nothing and begins a clause: `The`, `L'Europa`.
    pub(super) fn begins_clause(&self, word: &str) -> bool {
        let bare = word.split(['\'', '’']).next().unwrap_or(word);
        self.is_starter(word) || (!self.is_english() && bare.len() < word.len() && bare.chars().count() <= 3)
    }

    /// Whether numbers with a full stop are ordinals.
    pub(super) fn has_ordinals(&self) -> bool {
        self.table.ordinals
    }

    /// Whether a word is listed in any way.
    pub(super) fn is_known(&self, token: &str) -> bool {
        let sets = self.table;
        is_in(token, sets.never) || is_in(token, sets.sometimes) || is_in(token, sets.number)
    }

    /// Whether the stop at the end of `head`, a sentence so far, only shortens its last `token`; a quote or a bracket may
    /// have closed after the stop (`quoted`).
    pub(super) fn shortens(&self, token: &str, head: &str, quoted: bool, next: &Follow<'_>) -> bool {
        // Most words before a stop: whole ones, in small letters, that nobody shortens.
        if token.len() > LONGEST_SHORT && token.bytes().all(|byte| byte.is_ascii_lowercase()) && !self.is_known(token) {
            return false;
        }
        // `l'Ing.`
        let token = match token.rfind(['\'', '’']).and_then(|at| token.get(at..)) {
            Some(last) if last.len() >= 4 => last.trim_start_matches(['\'', '’']),
            _ => token,
        };
        // `then-Sen. Holm`
        let token = match token.rsplit_once('-') {
            Some((_, last)) if is_in(last, self.table.never) => last,
            _ => token,
        };
        let Some(first) = token.chars().next() else { return false };
        // Enumerations end so, and a capital behind them is rarely a name; but all German nouns have one.
        if next.letter.is_uppercase() && self.language != Language::GERMAN && is_and_so_on(token, head) {
            return false;
        }
        let sets = self.table;
        let number = next.letter.is_numeric();
        // Behind a bullet, too.
        let begun = head.trim_start_matches(|c| is_dash(c) || is_blank(c));
        let at_start = begun.len() <= token.len() + 1;
        // A word that likes to begin sentences; an initial is none.
        let initial = next.dot && next.word.chars().nth(1).is_none();
        let starter = !initial && (next.opened || (!number && self.is_starter(next.word)));
        if first.is_ascii_digit() && token.bytes().all(|byte| byte.is_ascii_digit()) {
            // `1. -3. Jahrhundert`, `2024. 5. 12. 시청`
            let dated = sets.ordinals || self.language == Language::KOREAN;
            let before = cut(head, token.len()).trim_end_matches([' ', '\u{A0}']).strip_suffix('.').unwrap_or_default();
            let goes_on = (number && next.dot) || (before.ends_with(|c: char| c.is_ascii_digit()) && token.len() <= 2);
            if dated && goes_on && !starter {
                return true;
            }
            // `p. 3.` counts nothing off.
            if sets.ordinals && self.is_numbered(cut(head, token.len())) {
                return false;
            }
            return (at_start && token.len() <= 4)
                || (sets.ordinals && token.len() <= 2 && !number && !starter && !quoted);
        }
        let letters = token.chars().filter(|c| !is_mark(*c)).count();
        if letters == 1 && first.is_alphabetic() && !is_complex(first) {
            if at_start || initial {
                return true;
            }
            if is_letter_word(first, self.language) || self.is_numbered(cut(head, token.len())) {
                return false;
            }
            // `Albert I. Jones`, but `you and I. Then`.
            if first == 'I' && self.language == Language::ENGLISH && !is_after_name(cut(head, 1)) {
                return false;
            }
            // `w 1887 r. Stoi`
            if self.is_unit(token, head) && next.letter.is_uppercase() {
                return false;
            }
            if number {
                return first.is_lowercase() && is_in(token, sets.number) || first.is_uppercase();
            }
            return !starter && !quoted;
        }
        if is_in(token, sets.never) {
            // `on Mill St. The church`
            let street = starter && self.is_english() && token == "St" && is_after_name(cut(head, token.len()));
            return !(street || (quoted && starter));
        }
        // Degrees end sentences, too.
        let numbered = is_in(token, sets.number) || (token.ends_with(['°', 'º']) && !first.is_ascii_digit());
        // `No. I did not.`
        let roman = is_roman(next.word) && !(self.is_english() && next.word == "I");
        if numbered && (number || initial || roman) {
            return true;
        }
        if is_dotted(token) {
            let hour = token.eq_ignore_ascii_case("a.m") || token.eq_ignore_ascii_case("p.m");
            if hour {
                return (next.dot && is_in(next.word, sets.never)) || number || is_in(next.word, &tables::AFTER_HOUR);
            }
            return !starter;
        }
        if is_in(token, sets.sometimes) {
            let ends = next.letter.is_uppercase() && self.is_unit(token, head);
            return !(starter || ends);
        }
        if sets.ordinals && token.len() <= 5 && token.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X')) {
            return !starter;
        }
        // Words have vowels; `hrsg` is none.
        let short = letters <= LONGEST_SHORT && !first.is_ascii_digit() && token.is_ascii() && !number;
        short
            && !at_start
            && !has_vowel(token)
            && !token.bytes().all(|byte| byte.is_ascii_uppercase())
            && !starter
            && is_word(token)
    }
}

impl Abbreviations {
    /// Whether `token` at the end of `head` counts or dates, so that a name is no part of it: `12 ft. Doors`, but
    /// `5 tys. Polaków` and `W 1887 r. Jan`.
    fn is_unit(&self, token: &str, head: &str) -> bool {
        let begun = head.trim_start_matches(|c| is_dash(c) || is_blank(c));
        !matches!(self.language, Language::GERMAN | Language::TURKISH)
            && is_in(token, self.table.sometimes)
            && !is_in(token, &tables::MAGNITUDES)
            && is_after_number(cut(head, token.len()))
            && !is_fronted(begun)
    }

    /// Whether `head` ends in a word that stands before a number: `p. `, `Nr. `.
    fn is_numbered(&self, head: &str) -> bool {
        let Some(head) = head.trim_end_matches([' ', '\u{A0}']).strip_suffix('.') else { return false };
        let word = head.rsplit(|c: char| is_blank(c) || c == '(').next().unwrap_or_default();
        // `C. L. Moss`
        let initial = word.starts_with(char::is_uppercase) && word.chars().nth(1).is_none();
        !initial && is_in(word, self.table.number)
    }
}

/// Whether a letter alone is a word of a language: `è`, `ở`, the Turkish `o`.
fn is_letter_word(letter: char, language: Language) -> bool {
    let accented = letter.is_lowercase() && matches!(letter as u32, 0xDF..=0x24F | 0x1E00..=0x1EFF);
    // `125 m ü. NN`
    (accented && language != Language::GERMAN) || (language == Language::TURKISH && letter == 'o')
}

/// Whether a word is a Roman number.
fn is_roman(word: &str) -> bool {
    word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C' | b'M')) && !word.is_empty()
}

/// Whether a sentence so far is only the date that it begins with: `W 1887 r`, `В 2010–2012 гг`.
fn is_fronted(head: &str) -> bool {
    if head.len() > 40 {
        return false;
    }
    let mut words = head.split(is_blank).filter(|word| !word.is_empty());
    let preposition =
        words.next().is_some_and(|word| word.chars().count() <= 3 && word.chars().all(char::is_alphabetic));
    let mut counted = false;
    let dates = words.all(|word| {
        let number = word.starts_with(|c: char| c.is_ascii_digit()) || is_roman(word.trim_end_matches('.'));
        counted |= number;
        number || word.chars().count() <= 3
    });
    preposition && counted && dates
}

/// Whether a sentence so far ends in `and so on`, shortened, in one of many languages.
fn is_and_so_on(token: &str, head: &str) -> bool {
    const WORDS: [&str; 20] = [
        "etc", "itd", "itp", "osv", "o.s.v", "m.m", "dll", "dsb", "dst", "vb", "v.v", "enz", "atd", "apod", "т.д",
        "т.п", "др", "ін", "т.ін", "κ.λπ",
    ];
    const APART: [&str; 6] = ["т. д", "т. п", "т.\u{A0}д", "т.\u{A0}п", "m. m", "v. v"];
    WORDS.contains(&token) || APART.iter().any(|end| head.ends_with(end))
}

/// `head` without its last `len` bytes; nothing if a character would be torn.
fn cut(head: &str, len: usize) -> &str {
    head.len().checked_sub(len).and_then(|at| head.get(..at)).unwrap_or_default()
}

/// Whether the last word of `head` begins with a capital.
fn is_after_name(head: &str) -> bool {
    head.trim_end().split(is_blank).next_back().and_then(|word| word.chars().next()).is_some_and(char::is_uppercase)
}

/// Whether the last word of `head` ends with a digit.
fn is_after_number(head: &str) -> bool {
    head.trim_end_matches([' ', ',', '\u{A0}']).ends_with(|c: char| c.is_ascii_digit())
}

/// `U.S`, `Ph.D`, `z.B`: short parts of letters with stops between them.
fn is_dotted(token: &str) -> bool {
    token.contains('.') && token.split('.').all(|part| (1..=3).contains(&part.chars().count()) && is_word(part))
}

fn is_word(token: &str) -> bool {
    token.chars().all(|c| c.is_alphabetic() || is_mark(c) || c == '-')
}

/// Whether a word has a vowel, or a letter beyond ASCII that may be one.
pub(super) fn has_vowel(token: &str) -> bool {
    token.chars().any(|c| !c.is_ascii() || matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
}
