//! Sentences that follow each other without a space, as pages that were copied by machine have them: `said.However`,
//! `said."However`. Addresses, file names, versions and identifiers look much the same, so both words at the joint must
//! look like words of a text.

use super::abbreviation::{Abbreviations, has_vowel};
use super::character::{is_blank, is_closer, is_opener, is_space};
use super::terminator::is_stop;

/// No word at a joint is looked at further than this.
const LONGEST_WORD: usize = 48;
/// A quote that was opened longer ago than this is not looked for.
const LONGEST_QUOTE: usize = 800;
/// A word that is not longer than this may be the end of an address: `node.Js`, `asp.Net`.
const SHORT_WORD: usize = 3;

/// A stop with no space after it: the text and the sentence up to it, what closes after it, and what follows that.
pub(super) struct Joint<'t> {
    pub(super) text: &'t str,
    pub(super) head: &'t str,
    pub(super) closers: &'t str,
    pub(super) rest: &'t str,
    /// Sentences were glued before in this paragraph, so that less is asked of this joint.
    pub(super) again: bool,
    /// `!` or `?` is part of the stop, which no identifier has.
    pub(super) strong: bool,
}

impl Joint<'_> {
    /// Whether a sentence ends here; if so, how many bytes of the closers belong to the next one.
    pub(super) fn ends(&self, abbreviations: &Abbreviations) -> Option<usize> {
        let footnote = self.closers.starts_with('[');
        if !footnote && self.closers.contains(|c: char| !is_quote(c) && !is_stop(c)) {
            return None;
        }
        let opens = self.closers.ends_with('"') && !self.quote_is_open();
        if self.begins_with_century() {
            return Some(0);
        }
        let name = word_at(self.rest.trim_start_matches(is_quote_or_mark))?;
        let head = if self.strong { self.head.trim_end_matches(is_space) } else { self.head };
        let raw = head.get(near_end(head)..)?;
        if raw.contains(['/', '@', '\\', '_', '=', '#', '`', '|']) {
            return None;
        }
        let bare = raw.trim_start_matches(is_opener);
        let token = bare.trim_end_matches(is_closer);
        // A quote between the two is no part of an address.
        let quoted = self.closers.contains(is_quote) || token.len() < bare.len() || self.rest.starts_with(is_quote);
        let follows = self.rest.trim_start_matches(is_quote_or_mark).get(name.len()..).unwrap_or_default();
        // `Tuesday.Mr. Moss`
        let title = follows.starts_with(". ") && abbreviations.is_known(name);
        let starter = title || abbreviations.is_starter(name);
        let long = name.chars().count() > SHORT_WORD;
        if abbreviations.is_known(token) || !(long || starter || quoted || self.again) {
            return None;
        }
        // Programs speak English.
        let foreign = !abbreviations.is_english();
        let likely = if self.again { starter || foreign || self.strong } else { starter && (foreign || self.strong) };
        let ends = match shape(token) {
            Shape::Word => true,
            Shape::Number => long || starter,
            // `System.Out` and `Array.From` are written like `Colombo.The`.
            Shape::Name => quoted || title || likely || is_pronoun(name),
            Shape::Capitals => quoted || (likely && self.again),
            // `« La fin ».`
            Shape::Nothing => quoted,
            Shape::Other => false,
        };
        ends.then_some(usize::from(opens))
    }

    /// Whether a Roman number follows a word of another script: `жағдайы.XVIII ғасыр`.
    fn begins_with_century(&self) -> bool {
        let len = self.rest.bytes().take_while(|byte| matches!(byte, b'I' | b'V' | b'X')).count();
        let word = self.head.get(near_end(self.head)..).unwrap_or_default();
        let other = word.chars().count() > SHORT_WORD && word.chars().all(|c| c.is_alphabetic() && !c.is_ascii());
        len > 1 && other && self.rest.get(len..).is_some_and(|after| after.starts_with(is_space))
    }

    /// Whether the last straight quote before the stop opens: a word follows it.
    fn quote_is_open(&self) -> bool {
        let inside = self.closers.get(..self.closers.len() - 1).unwrap_or_default();
        if inside.contains('"') {
            return false;
        }
        let near = self.text.bytes().rev().take(LONGEST_QUOTE);
        let found = near.enumerate().find(|(_, byte)| *byte == b'"').map(|(at, _)| self.text.len() - at);
        let after = found.and_then(|at| self.text.get(at..));
        after.is_some_and(|after| {
            after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '¿' | '¡' | '\'' | '$'))
        })
    }
}

/// How a word is written.
enum Shape {
    /// `neuve`
    Word,
    /// `71,500`, `38%`, `2019`, `V12`
    Number,
    /// `Colombo`
    Name,
    /// `NATO`
    Capitals,
    Nothing,
    Other,
}

fn shape(token: &str) -> Shape {
    let inner = |c: char| matches!(c, '-' | '\'' | '’');
    if token.is_empty() {
        return Shape::Nothing;
    }
    let letters = token.chars().filter(|c| c.is_alphabetic()).count();
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    if digits > 0 {
        let marked = token.contains(',') || token.ends_with(['%', '€', '$', '£']);
        let amount = marked && token.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '%' | '€' | '$' | '£'));
        let year = token.len() == 4 && digits == 4 && token.starts_with(['1', '2']);
        // Models, not versions: `V12`, `A380`, but `v2`.
        let model = token.starts_with(char::is_uppercase)
            && (1..=2).contains(&letters)
            && (2..=4).contains(&digits)
            && letters + digits == token.chars().count();
        return if amount || year || model { Shape::Number } else { Shape::Other };
    }
    if (2..=8).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Shape::Capitals;
    }
    if letters < 2 || !token.chars().all(|c| c.is_alphabetic() || inner(c)) || !has_vowel(token) {
        return Shape::Other;
    }
    // `l'Europe` is a name, too.
    let mut begins = true;
    let mut name = false;
    for c in token.chars() {
        if c.is_uppercase() {
            if !begins {
                return Shape::Other;
            }
            name = true;
        }
        begins = inner(c);
    }
    if name { Shape::Name } else { Shape::Word }
}

/// The word that begins a sentence at the beginning of `text`: a capital and small letters, and no part of an address.
fn word_at(text: &str) -> Option<&str> {
    let near = text.char_indices().nth(LONGEST_WORD).map_or(text.len(), |(at, _)| at);
    let whole = text.get(..near)?.split(is_blank).next()?;
    if whole.trim_end_matches(['.', ',']).contains(['.', '/', '@', '=', '(', '_', '\\']) {
        return None;
    }
    let apostrophe = |c: char| matches!(c, '\'' | '’');
    let len = whole.find(|c: char| !c.is_alphabetic() && !apostrophe(c)).unwrap_or(whole.len());
    let word = whole.get(..len)?;
    // `"subprocess.Popen"`
    if whole.get(len..).is_some_and(|after| after.starts_with(['"', '`', ')', ']', '<', '['])) {
        return None;
    }
    // `L'Europe`, but no `camelCase` and no abbreviation.
    let plain = word.split(apostrophe).all(|part| !part.chars().skip(1).any(char::is_uppercase));
    (word.starts_with(char::is_uppercase) && plain).then_some(word)
}

/// Where the last word of `head` begins.
fn near_end(head: &str) -> usize {
    let word = head.char_indices().rev().take(LONGEST_WORD).take_while(|(_, c)| !is_blank(*c));
    word.last().map_or(head.len(), |(at, _)| at)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '‘' | '’')
}

fn is_quote_or_mark(c: char) -> bool {
    is_quote(c) || matches!(c, '¿' | '¡')
}

/// Articles and pronouns, which begin sentences and name nothing in a program.
fn is_pronoun(word: &str) -> bool {
    const PRONOUNS: [&str; 51] = [
        "While", "During", "Although", "Because", "What", "Who", "Why", "You", "Your", "Our", "Its", "The", "This",
        "That", "These", "Those", "He", "She", "It", "They", "We", "His", "Her", "Their", "There", "But", "Le", "La",
        "Les", "Un", "Une", "Il", "Elle", "Ils", "Elles", "Ce", "Der", "Die", "Das", "Er", "Sie", "Wir", "El", "Los",
        "Las", "Una", "Os", "Uma", "Gli", "Het", "Ich",
    ];
    PRONOUNS.contains(&word)
}
