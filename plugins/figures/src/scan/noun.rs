//! What a number counts: the words behind it that say so. Each language has one way to find where they end; the words'
//! own grammar is never asked, only plurals, capitals and lists.

use summariser_core::document::STOP_WORD;

use super::Scanner;
use crate::lexicon::Class;
use crate::token::Kind as Is;

impl Scanner<'_> {
    /// The words that say what is counted, from a token on; `one` takes the first word, whatever it is.
    pub(super) fn noun(&self, at: usize, one: bool) -> Option<(usize, usize)> {
        match self.reader.lexicon.language {
            "zh" | "ja" | "ko" | "th" => self.counter(at),
            "vi" => self.syllables(at),
            "en" | "nl" | "de" => self.phrase_to_plural(at, one),
            _ => self.first_noun(at),
        }
    }

    /// Where adjectives come before their noun: the words up to the first plural, in German up to the first capital.
    fn phrase_to_plural(&self, at: usize, one: bool) -> Option<(usize, usize)> {
        /// More words than this before a plural are another phrase.
        const MOST: usize = 4;
        let reader = &self.reader;
        let mut end = at;
        for _ in 0..MOST {
            if !self.is_content(end) {
                break;
            }
            end = self.hyphenated(end + 1);
            if one || self.is_plural(end - 1) {
                // `100 Special Operations forces`
                let name = !one && reader.language(&["en"]) && reader.capitalised(end - 1) && end > at + 1;
                let more = name && self.is_content(end) && self.is_plural(end) && !reader.capitalised(end);
                return Some((at, if more { end + 1 } else { end }));
            }
        }
        if end == at || reader.language(&["de"]) {
            return None;
        }
        // No plural: the first word, unless it looks like a verb or an adverb.
        let word = reader.word(at);
        let other = ["ed", "ly", "ing"].iter().any(|ending| word.ends_with(ending)) || reader.capitalised(at);
        (!other && word.len() > 2).then_some((at, at + 1))
    }

    /// Where adjectives follow their noun: the first word, or the second after one of the few that do not.
    fn first_noun(&self, at: usize) -> Option<(usize, usize)> {
        let reader = &self.reader;
        // French elides: `3 millions d'habitants`.
        let elided = reader.is(at, Is::Word) && at > 0 && reader.mark(at - 1, &['\'', '’']) && !self.is_stop(at);
        // What is elided itself is an article or a preposition: `la cinquième l'année`.
        if reader.mark(at + 1, &['\'', '’']) && reader.glued(at + 1) && reader.word(at).len() <= 2 {
            return None;
        }
        if !(self.is_content(at) || elided && reader.phrase(Class::Never, at).is_none()) {
            return None;
        }
        let endings = ["ых", "их", "ые", "ие", "ого", "его", "ой"];
        let russian = reader.language(&["ru"]) && endings.iter().any(|ending| reader.word(at).ends_with(ending));
        let adjective = russian || reader.phrase(Class::Adjective, at).is_some();
        let end = if adjective && self.is_content(at + 1) { at + 2 } else { at + 1 };
        Some((at, self.hyphenated(end)))
    }

    /// In Vietnamese: a word, most of which are of two syllables, as are a classifier and its noun.
    fn syllables(&self, at: usize) -> Option<(usize, usize)> {
        if self.reader.phrase(Class::Single, at).is_some() && !self.reader.glued(at) {
            return Some((at, at + 1));
        }
        let last = (at..at + 2).take_while(|at| self.is_content(*at)).last()?;
        Some((at, last + 1))
    }

    /// Of Chinese and Japanese, the counter and, in Chinese, the noun behind it.
    fn counter(&self, at: usize) -> Option<(usize, usize)> {
        let reader = &self.reader;
        let (_, end) = reader.phrase(Class::Counter, at)?;
        if reader.language(&["ja"]) || reader.phrase(Class::NothingAfter, at).is_some() {
            return Some((at, end));
        }
        let Some(start) =
            reader.token(end).filter(|token| token.kind == Is::Sign && !token.spaced).map(|token| token.start)
        else {
            return Some((at, end));
        };
        let span = self.word_at(start).and_then(|word| self.words.get(word)).filter(|_| !self.is_stop(end));
        let Some(span) = span else { return Some((at, end)) };
        let to = (end..).take_while(|at| reader.token(*at).is_some_and(|token| token.end <= span.end)).last();
        Some(to.map_or((at, end), |to| (end, to + 1)))
    }

    /// The end of a word with all that hyphens join to it.
    fn hyphenated(&self, mut end: usize) -> usize {
        let reader = &self.reader;
        let joined = |end: usize| reader.mark(end, &['-', '‑']) && reader.glued(end) && reader.glued(end + 1);
        while joined(end) && reader.is(end + 1, Is::Word) {
            end += 2;
        }
        end
    }

    /// Whether a token can be part of what is counted.
    pub(super) fn is_content(&self, at: usize) -> bool {
        let reader = &self.reader;
        reader.is(at, Is::Word) && !reader.glued(at) && !self.is_stop(at) && reader.phrase(Class::Never, at).is_none()
    }

    /// Whether a word is a plural.
    pub(super) fn is_plural(&self, at: usize) -> bool {
        let reader = &self.reader;
        let word = reader.word(at);
        let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
        match reader.lexicon.language {
            "en" => {
                reader.phrase(Class::Plural, at).is_some()
                    || (word.len() > 3 && word.ends_with('s') && !ends(&["ss", "us", "is"]))
            }
            "nl" => ends(&["en", "s"]),
            "de" => reader.capitalised(at),
            _ => true,
        }
    }

    /// Whether a word says nothing of what is counted.
    fn is_stop(&self, at: usize) -> bool {
        let Some(token) = self.reader.token(at) else { return true };
        self.word_at(token.start).and_then(|word| self.flags.get(word)).is_some_and(|flags| flags & STOP_WORD != 0)
    }

    /// The place of the word that begins at a byte among those of the sentence.
    fn word_at(&self, start: u32) -> Option<usize> {
        self.words.binary_search_by_key(&start, |span| span.start).ok()
    }
}
