//! [`gentle`]: a sentence without what only tied it to its page, for a bullet that stands alone. The decision behind it:
//! hygiene, not compression. Whatever is not surely empty stays, and a sentence of which nothing may go is left alone.

mod attribution;
mod openers;
#[cfg(test)]
mod tests;

use super::brackets;
use super::dateline;
use super::guards::Scan;
use super::joining::Line;
use super::tokens::{Kind, Token, tokens};
use super::tongues::lists;
use super::unspaced::unspaced;
use super::verbs::verbs;
use super::window::window;
use super::{Trimmed, words};
use crate::{Span, length};

/// How many words must remain, or how many characters of a script without spaces.
const LEAST: usize = 6;
const LEAST_UNSPACED: usize = 12;

/// The longest aside between two dashes, in tokens.
const LONGEST_ASIDE: usize = 25;

/// Words that make what a bracket holds a part of what is said: an alternative, an exception, a condition.
const BINDING: &str = "or and not but except excluding if unless only without partly mostly oder und nicht ohne nur ou et \
    pas sans sauf y o no sin salvo e non senza en of niet zonder или и не без кроме";

/// Trims the sentence at `sentence` of `text` gently; `language` is a BCP-47 code such as `en`, `pt-BR` or `und`.
///
/// What may go: a dateline, a credit, an empty opening (*However,* and its like in twenty languages), an aside in
/// brackets that holds no figure; in English also one between dashes, and who says so where that is an official source
/// that tells a plain fact. Nothing goes from a quotation, and each only if at least six words remain (twelve characters
/// of scripts without spaces). `None` means that the sentence is to stay as it stands, which most are; the rest of a
/// [`Trimmed`] is as [`headline`](super::headline) gives it, but that the final stop stays.
///
/// ```
/// use summariser_core::{Span, trim};
/// let gentle = |text: &str| trim::gentle(text, Span::of_range(0..text.len()), "en");
/// let line = gentle("However, the mill (a ruin by then) burnt to the ground on Friday, police said.").unwrap();
/// assert_eq!(line.text, "The mill burnt to the ground on Friday.");
/// assert_eq!(line.spans, [Span::new(9, 17), Span::new(35, 64), Span::new(77, 78)]);
/// assert_eq!(gentle("The mill burnt to the ground on Friday."), None);
/// ```
#[must_use]
pub fn gentle(text: &str, sentence: Span, language: &str) -> Option<Trimmed> {
    let (start, source, torn) = window(text, sentence);
    let language = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    if torn || !may_hold_something(source, &language) {
        return None;
    }
    let tokens = tokens(source);
    let mut trim = Trim { source, language: &language, kept: vec![true; tokens.len()], tokens: &tokens };
    trim.surroundings();
    trim.opening();
    trim.brackets();
    if language == "en" {
        trim.dashes();
        trim.attribution();
    }
    if trim.kept.iter().all(|kept| *kept) {
        return None;
    }
    let line = Line::of_all(source, trim.kept());
    let spans = line.pieces.iter().map(|piece| Span::of_range(start + piece.start..start + piece.end)).collect();
    Some(Trimmed { spans, text: line.text, clipped: false, over_length: false })
}

/// Whether there may be something to trim, by a look at the bytes: most sentences are done with here.
fn may_hold_something(source: &str, language: &str) -> bool {
    source.contains(['(', '（', '–', '—'])
        || ["--", " - ", " _ "].iter().any(|mark| source.contains(mark))
        || openers::may_open(source, language)
        || language == "en" && attribution::may_be_in(source)
}

/// A sentence on its way.
struct Trim<'a, 't> {
    source: &'t str,
    language: &'a str,
    tokens: &'a [Token<'t>],
    /// Which tokens stay.
    kept: Vec<bool>,
}

impl<'a, 't> Trim<'a, 't> {
    fn kept(&self) -> impl Iterator<Item = &'a Token<'t>> {
        self.tokens.iter().zip(&self.kept).filter(|(_, kept)| **kept).map(|(token, _)| token)
    }

    /// The first token that stays.
    fn start(&self) -> usize {
        self.kept.iter().position(|kept| *kept).unwrap_or_default()
    }

    /// Lets tokens go if enough words remain.
    fn cut(&mut self, from: usize, to: usize) {
        let before = self.kept.clone();
        self.kept[from..to].fill(false);
        let unspaced = self.source.contains(unspaced);
        let left: usize = match unspaced {
            true => self.kept().map(|token| length::words(token.text)).sum(),
            false => self.kept().filter(|token| token.wordy()).count(),
        };
        if left < if unspaced { LEAST_UNSPACED } else { LEAST } {
            self.kept = before;
        }
    }

    /// The dateline before the sentence and the credit behind it.
    fn surroundings(&mut self) {
        let body = dateline::without_dateline(self.source, self.tokens);
        let (Some(first), Some(last)) = (body.first(), body.last()) else { return };
        let from = self.tokens.partition_point(|token| token.start < first.start);
        let to = self.tokens.partition_point(|token| token.start <= last.start);
        self.cut(0, from);
        // The full stop may stand behind the credit.
        let credit = self.tokens[to..].iter().rposition(|token| token.kind == Kind::Close);
        let stops = self.tokens[..to].last().is_some_and(|token| token.kind == Kind::Stop || token.text.ends_with('.'));
        if let Some(close) = credit {
            self.cut(to, if stops { self.tokens.len() } else { to + close + 1 });
        }
    }

    /// The empty opening, or two of them.
    fn opening(&mut self) {
        for _ in 0..2 {
            let from = self.start();
            let Some(to) = openers::end(self.tokens, from, self.language) else { return };
            if self.language == "en" && !self.opens_clause(to) {
                return;
            }
            self.cut(from, to);
        }
    }

    /// Whether a whole English sentence begins at `at`, as far as verbs are known.
    fn opens_clause(&self, at: usize) -> bool {
        let verbs = verbs(self.tokens);
        let scan = Scan::new(self.tokens, &verbs);
        let asks = self.tokens.last().is_some_and(|token| token.text.starts_with('?'));
        scan.main_verb(at..self.tokens.len()).is_some_and(|verb| asks || verb > at)
    }

    /// Asides in brackets.
    fn brackets(&mut self) {
        let pairs = brackets::matched(self.tokens.iter().map(|token| token.text)).1;
        for (open, close) in pairs {
            if self.is_aside(open, close) {
                self.cut(open, close + 1);
            }
        }
    }

    fn is_aside(&self, open: usize, close: usize) -> bool {
        let (inside, language) = (&self.tokens[open + 1..close], self.language);
        let Some(before) = open.checked_sub(1).map(|at| &self.tokens[at]).filter(|_| self.kept[open - 1]) else {
            return false;
        };
        let spaced = |from: usize, to: usize| self.source[from..to].contains(char::is_whitespace);
        let next = self.tokens.get(close + 1);
        let apart = match self.tokens[open].text {
            "（" => true,
            "(" => {
                let mark = |token: &Token<'_>| !token.wordy() && !matches!(token.kind, Kind::Open | Kind::Other);
                spaced(before.end, self.tokens[open].start)
                    && next.is_none_or(|token| mark(token) || spaced(self.tokens[close].end, token.start))
            }
            _ => false,
        };
        let loose = before.wordy() || matches!(before.kind, Kind::Close | Kind::Quote);
        let bound = language == "en" && (before.is(words::DETERMINERS) || before.is(words::PREPOSITIONS));
        let binds = inside.first().is_none_or(|token| lists(BINDING, &token.lower));
        apart && loose && !bound && !binds && !is_name(inside) && inside.iter().all(spare) && !titled(inside, next)
    }

    /// The aside between the only two dashes of the sentence.
    fn dashes(&mut self) {
        let dashes: Vec<usize> = (self.start()..self.tokens.len())
            .filter(|&at| self.tokens[at].kind == Kind::Dash && self.kept[at])
            .collect();
        let [first, second] = dashes[..] else { return };
        let inside = &self.tokens[first + 1..second];
        let (Some(next), Some(before)) = (self.tokens.get(second + 1), first.checked_sub(1)) else { return };
        let gap = |at: usize| {
            let (left, right) = (self.tokens[at - 1].end, self.tokens[at + 1].start);
            (self.source[left..self.tokens[at].start].len(), self.source[self.tokens[at].end..right].len())
        };
        let (opening, closing) = (gap(first), gap(second));
        let paired = opening == closing && (opening.0 > 0 && opening.1 > 0 || self.tokens[first].text == "—");
        let binds = inside.first().is_none_or(|token| lists(BINDING, &token.lower));
        if !paired
            || binds
            || inside.len() < 2
            || inside.len() > LONGEST_ASIDE
            || !inside.iter().all(spare)
            || !next.wordy()
            || !self.tokens[before].wordy()
        {
            return;
        }
        let verbs = verbs(self.tokens);
        let scan = Scan::new(self.tokens, &verbs);
        let kept: Vec<usize> =
            (0..self.tokens.len()).filter(|&at| self.kept[at] && !(first..=second).contains(&at)).collect();
        if scan.stands(&kept) {
            self.cut(first, second + 1);
        }
    }

    /// Who says so.
    fn attribution(&mut self) {
        let verbs = verbs(self.tokens);
        let scan = Scan::new(self.tokens, &verbs);
        if let Some((from, to)) = attribution::find(&scan, &self.kept) {
            self.cut(from, to);
        }
    }
}

/// Whether a token may go: it is no figure, denies nothing and is not quoted.
fn spare(token: &Token<'_>) -> bool {
    let figure = token.number() || token.text.contains(|c: char| c.is_numeric());
    !figure
        && !token.quoted
        && token.kind != Kind::Quote
        && !token.is(words::NEGATIONS)
        && !token.lower.ends_with("n't")
}

/// Whether a bracket holds a short name by which the text goes on, or the letter of a list.
fn is_name(inside: &[Token<'_>]) -> bool {
    let [only] = inside else { return false };
    let capitals = only.text.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 || only.text.chars().count() == 1 || only.lower.chars().all(|c| "ivx".contains(c))
}

/// Whether a bracket is the beginning of a title: `(What a) Night`.
fn titled(inside: &[Token<'_>], next: Option<&Token<'_>>) -> bool {
    let capital = |token: &Token<'_>| token.text.starts_with(char::is_uppercase);
    inside.iter().all(capital) && next.is_some_and(|token| token.wordy() && capital(token))
}
