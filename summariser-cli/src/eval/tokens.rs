//! Texts as numbers of tokens, which is all that ROUGE sees of them. English is cut and stemmed as Google's `rouge-score`
//! does, other languages as Unicode words in lower case without stemming, single characters where no spaces are written.
//! The two are never mixed within a document, since figures of one say nothing beside figures of the other.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::porter;

/// How a text is cut into tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Runs of a-z and 0-9 in lower case; those of more than three characters are stemmed.
    English,
    /// Unicode words in compatibility form and lower case; one for each Han, Kana or Thai character.
    Unicode,
}

impl Cut {
    /// How texts of a language are cut, by its code: `en`, `en-GB`.
    #[must_use]
    pub fn of_language(code: &str) -> Cut {
        if code.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en")) { Cut::English } else { Cut::Unicode }
    }
}

/// The shortest English token that is stemmed.
const STEMMED: usize = 4;

/// Numbers tokens: equal tokens have equal numbers, whatever the text. What it keeps from text to text saves time.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    numbers: HashMap<String, u32>,
    /// The numbers of English words by the word before stemming.
    stemmed: HashMap<String, u32>,
}

impl Tokens {
    /// The tokens of a text, in order.
    pub fn of(&mut self, text: &str, cut: Cut) -> Vec<u32> {
        let mut tokens = Vec::new();
        match cut {
            Cut::English => {
                let lower = text.to_lowercase();
                let words = lower.split(|c: char| !matches!(c, 'a'..='z' | '0'..='9'));
                tokens.extend(words.filter(|word| !word.is_empty()).filter_map(|word| self.english(word)));
            }
            Cut::Unicode => {
                let text: String = text.nfkc().collect::<String>().to_lowercase();
                unicode_words(&text, |word| tokens.push(number(&mut self.numbers, word)));
            }
        }
        tokens
    }

    fn english(&mut self, word: &str) -> Option<u32> {
        if let Some(known) = self.stemmed.get(word) {
            return Some(*known);
        }
        let stem = if word.len() >= STEMMED { porter::stem(word) } else { word.to_owned() };
        let stem = number(&mut self.numbers, Some(stem.as_str()).filter(|stem| !stem.is_empty())?);
        self.stemmed.insert(word.to_owned(), stem);
        Some(stem)
    }
}

/// The number of a token.
fn number(numbers: &mut HashMap<String, u32>, token: &str) -> u32 {
    if let Some(known) = numbers.get(token) {
        return *known;
    }
    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    numbers.insert(token.to_owned(), next);
    next
}

/// Finds the words of a text: a letter or digit, and what follows of letters, digits and the marks that are written with
/// them.
fn unicode_words(text: &str, mut found: impl FnMut(&str)) {
    let mut start = None;
    for (at, c) in text.char_indices() {
        let alone = counts_alone(c);
        let within = !alone && (is_letter_or_digit(c) || (start.is_some() && continues(c)));
        if !within && let Some(start) = start.take() {
            found(text.get(start..at).unwrap_or_default());
        }
        if alone && is_letter_or_digit(c) {
            found(text.get(at..at + c.len_utf8()).unwrap_or_default());
        } else if within && start.is_none() {
            start = Some(at);
        }
    }
    if let Some(start) = start {
        found(text.get(start..).unwrap_or_default());
    }
}

/// Whether a character is a letter or digit; Rust counts some marks of Indic scripts and Thai as letters.
fn is_letter_or_digit(c: char) -> bool {
    c.is_alphanumeric() && !is_combining_mark(c)
}

/// Whether a character goes on with a word that has begun: combining marks, and all signs of Indic scripts.
fn continues(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{0900}'..='\u{0DFF}')
}

/// Whether a character is of a script that is written without spaces.
fn counts_alone(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0E7F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// The sentences that a summary is compared by: its lines, cut again after `.`, `!` or `?` before a capital, a digit or
/// an opening mark, and after their full-width forms. So a block of several sentences is measured as several.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = sentence_end(text);
        let (sentence, after) = text.split_at(end);
        rest = Some(after).filter(|after| !after.is_empty());
        Some(sentence.trim())
    })
    .filter(|sentence| !sentence.is_empty())
}

/// Where the first sentence of a text ends.
fn sentence_end(text: &str) -> usize {
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let after = text.get(end..).unwrap_or_default();
        let ends = match c {
            '\n' | '。' | '！' | '？' => true,
            '.' | '!' | '?' => {
                let after = after.trim_start_matches(['"', '\'', '”', '’', ')']);
                let next = after.trim_start();
                next.len() < after.len()
                    && next.starts_with(|c| matches!(c, '"' | '\'' | '“' | '‘' | '(' | 'A'..='Z' | '0'..='9'))
            }
            _ => false,
        };
        if ends {
            return end;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_as_their_language_asks() {
        let mut tokens = Tokens::default();
        for (cut, text, same_as) in [
            (Cut::English, "The bridges' cost: $212.5m!", "the bridg cost 212 5m"),
            (Cut::English, "naïve café", "na ve caf"),
            (Cut::English, "was wa", "was wa"),
            (Cut::Unicode, "L’État, c’est MOI_même", "l état c est moi même"),
            (Cut::Unicode, "Ｆｕｌｌ ﬁne ½", "full fine 1 2"),
            (Cut::Unicode, "東京タワー。333m", "東 京 タ ワ ー 333m"),
            (Cut::Unicode, "e\u{301}t\u{e9}", "\u{e9}t\u{e9}"),
            (Cut::Unicode, "हिन्दी की", "हिन्दी की"),
        ] {
            let (given, due) = (tokens.of(text, cut), same_as.split(' ').map(|it| it.to_owned()));
            let due: Vec<u32> = due.map(|it| number(&mut tokens.numbers, &it)).collect();
            assert_eq!(given, due, "{text}");
        }
        assert!(tokens.of(" … -- ", Cut::English).is_empty());
        assert_eq!(
            ["en", "en-GB", "EN_us", "fr", "e", ""].map(Cut::of_language).map(|it| it == Cut::English),
            [true, true, true, false, false, false]
        );
    }

    #[test]
    fn summaries_are_cut_at_lines_and_at_clear_ends() {
        for (text, due) in [
            ("", &[][..]),
            ("One line\n\nanother", &["One line", "another"]),
            ("He came. She went.", &["He came.", "She went."]),
            ("He “came.” 3 saw.", &["He “came.", "” 3 saw."]),
            ("at 5 p.m. on Monday", &["at 5 p.m. on Monday"]),
            ("It cost $4.5 million", &["It cost $4.5 million"]),
            ("雨。風が吹く！", &["雨。", "風が吹く！"]),
        ] {
            assert_eq!(sentences(text).collect::<Vec<_>>(), due, "{text}");
        }
    }
}
