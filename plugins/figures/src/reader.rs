//! [`Reader`]: the tokens of one sentence with the words of its language, and the small questions that rules ask of
//! them.

use crate::lexicon::{Class, Entry, Lexicon};
use crate::token::{Kind, Token};

/// The tokens of one sentence.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) lexicon: &'static Lexicon,
}

impl<'a> Reader<'a> {
    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The text of a token; empty beyond the end.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.token(at).and_then(|it| self.text.get(it.start as usize..it.end as usize)).unwrap_or_default()
    }

    pub(crate) fn is(&self, at: usize, kind: Kind) -> bool {
        self.token(at).is_some_and(|token| token.kind == kind)
    }

    /// Whether a token touches the one before it.
    pub(crate) fn glued(&self, at: usize) -> bool {
        at > 0 && self.token(at).is_some_and(|token| !token.spaced)
    }

    /// Whether a token is one of some marks.
    #[inline]
    pub(crate) fn mark(&self, at: usize, marks: &[char]) -> bool {
        self.token(at).is_some_and(|token| marks.contains(&token.mark))
    }

    /// Whether a token is a word or sign that begins with a capital letter.
    pub(crate) fn capitalised(&self, at: usize) -> bool {
        self.is(at, Kind::Word) && self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether the language counts with words of their own, and is written without spaces before them.
    pub(crate) fn counts(&self) -> bool {
        self.lexicon.has(Class::Counter)
    }

    /// Whether the language is one of some.
    pub(crate) fn language(&self, codes: &[&str]) -> bool {
        codes.contains(&self.lexicon.language)
    }

    /// The longest phrase of a class that begins at a token, and the token after it.
    #[inline]
    pub(crate) fn phrase(&self, class: Class, at: usize) -> Option<(&'static Entry, usize)> {
        let first = self.token(at).filter(|first| self.lexicon.may_begin(class, first))?;
        let says = |entry: &&Entry| entry.class == class && self.says(entry, at, at + entry.tokens());
        self.lexicon.beginning(first).iter().find(says).map(|entry| (entry, at + entry.tokens()))
    }

    /// The longest phrase of a class that ends before a token, and where it begins.
    #[inline]
    pub(crate) fn phrase_before(&self, class: Class, end: usize) -> Option<(&'static Entry, usize)> {
        let last = self.token(end.checked_sub(1)?).filter(|last| self.lexicon.may_end(class, last))?;
        let says = |entry: &&Entry| {
            entry.class == class && entry.tokens() <= end && self.says(entry, end - entry.tokens(), end)
        };
        self.lexicon.ending(last).iter().find(says).map(|entry| (entry, end - entry.tokens()))
    }

    /// The currency whose sign, code or name begins at a token, and the token after it.
    pub(crate) fn currency(&self, at: usize) -> Option<(&'static Entry, usize)> {
        self.phrase(Class::Money, at).or_else(|| self.phrase(Class::Currency, at))
    }

    /// Whether an entry is said by exactly these tokens.
    fn says(&self, entry: &Entry, start: usize, end: usize) -> bool {
        let (Some(first), Some(last)) = (self.token(start), self.token(end - 1)) else { return false };
        if !entry.fits(first, last) || entry.is_code() && !self.capitalised(start) {
            return false;
        }
        let text = self.text.get(first.start as usize..last.end as usize).unwrap_or_default();
        text.eq_ignore_ascii_case(entry.key) || !(start + 1 == end && text.is_ascii()) && folds_to(text, entry.key)
    }
}

/// Whether a text is a key but for capitals and for how much white space there is.
fn folds_to(text: &str, key: &str) -> bool {
    let (mut key, mut space) = (key.chars(), false);
    for c in text.chars() {
        let same = match c {
            c if c.is_whitespace() => std::mem::replace(&mut space, true) || key.next() == Some(' '),
            'İ' => key.next() == Some('i'),
            c => c.to_lowercase().all(|c| key.next() == Some(c)),
        };
        if !same {
            return false;
        }
        // Behind a hyphen a line may end.
        space = c.is_whitespace() || c == '-';
    }
    key.next().is_none()
}
