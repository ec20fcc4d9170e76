//! [`gentle`]: a sentence without what only tied it to its page, for a bullet that stands alone. The decision behind
//! it: hygiene, not compression. Whatever is not surely empty stays, and a sentence of which nothing may go is left
//! alone.

mod attribution;
mod openers;
#[cfg(test)]
mod tests;

use std::cell::OnceCell;

use super::brackets;
use super::dateline;
use super::guards::Scan;
use super::joining::Line;
use super::tokens::{Kind, Token, lowered, tokens};
use super::unspaced::has_unspaced;
use super::verbs::{Verb, past_or_participle, verbs};
use super::window::window;
use super::{Trimmed, words};
use crate::{Span, length, markup};

/// How many words must remain, or how many characters of a script without spaces.
const LEAST: usize = 6;
const LEAST_UNSPACED: usize = 12;

/// The longest aside between two dashes, in tokens.
const LONGEST_ASIDE: usize = 25;

/// How many bytes of a sentence may be a dateline.
const DATELINE: usize = 80;

/// Whether no aside begins with a word in lower case: it is an alternative, an addition, a condition.
#[rustfmt::skip]
fn binds(word: &str) -> bool {
    matches!(
        word,
        "or" | "and" | "plus" | "with" | "if" | "unless" | "when" | "only" | "partly" | "mostly" | "oder" | "und" | "nur"
         | "ou" | "et" | "y" | "o" | "en" | "of" | "или" | "и"
    )
}

/// Whether no aside holds a word in lower case, because without it more would be said than the text says: an exception, a
/// denial, a doubt.
#[rustfmt::skip]
fn limits(word: &str) -> bool {
    matches!(
        word,
        "except" | "excluding" | "but" | "denied" | "denies" | "deny" | "disputed" | "disputes" | "rejected"
         | "rejects" | "alleged" | "allegedly" | "reportedly" | "supposedly" | "unlikely" | "rarely" | "excl"
         | "incl" | "est" | "approx" | "nicht" | "ohne" | "außer" | "kein" | "keine" | "pas" | "sans" | "sauf"
         | "hors" | "sin" | "salvo" | "excepto" | "no" | "não" | "sem" | "exceto" | "non" | "senza" | "tranne"
         | "niet" | "zonder" | "geen" | "behalve" | "не" | "без" | "кроме"
    )
}

/// Trims the sentence at `sentence` of `text` gently; `language` is a BCP-47 code such as `en`, `pt-BR` or `und`.
///
/// What may go: addresses of links (`[text](address)`), pictures, marks of emphasis and tags, a dateline, a credit, an
/// empty opening (*However,* and its like in twenty languages), an aside in brackets that holds no figure; in English
/// also one between dashes, and who says so where that is an official source that tells a plain fact. Nothing goes from a quotation, and each only if at least six words remain (twelve
/// characters of scripts without spaces). `None` means that the sentence is to stay as it stands, which most are; the
/// rest of a [`Trimmed`] is as [`headline`](super::headline) gives it, but that the final stop stays.
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
    // One half of a quotation or bracket stands in another sentence.
    if torn || !may_hold_something(source, &language) || !brackets::balanced(source) {
        return None;
    }
    let small = lowered(source);
    let tokens = tokens(source, &small);
    let kept = vec![true; tokens.len()];
    let mut trim = Trim { source, language: &language, kept, tokens: &tokens, verbs: OnceCell::new() };
    trim.surroundings();
    trim.opening();
    trim.brackets();
    if language == "en" {
        trim.dashes();
        trim.attribution();
    }
    // What nobody reads is no token.
    if trim.kept.iter().all(|kept| *kept) && (!markup::may_be_in(source) || markup::unseen(source).is_empty()) {
        return None;
    }
    let line = Line::of_all(source, trim.kept());
    let spans = line.pieces.iter().map(|piece| Span::of_range(start + piece.start..start + piece.end)).collect();
    Some(Trimmed { spans, text: line.text, clipped: false, over_length: false })
}

/// Whether there may be something to trim, by a look at the bytes: most sentences are done with here.
fn may_hold_something(source: &str, language: &str) -> bool {
    let (mut dashes, mut before) = (0, ' ');
    let plain = source.bytes().fold(true, |plain, byte| {
        plain & byte.is_ascii() & !matches!(byte, b'(' | b'[' | b'-' | b'_' | b'*' | b'<' | b'\\')
    });
    let is_marked = !plain
        && source.char_indices().any(|(at, c)| {
            let dash = matches!(c, '–' | '—' | '_') || c == '-' && (before == '-' || before.is_whitespace());
            dashes += usize::from(dash);
            before = c;
            matches!(c, '(' | '（' | '[' | '*' | '_' | '<' | '\\') || dash && at < DATELINE
        });
    is_marked
        || dashes > 1 && language == "en"
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
    /// What they do as verbs, once that is asked.
    verbs: OnceCell<Vec<Verb>>,
}

impl<'a, 't> Trim<'a, 't> {
    fn kept(&self) -> impl Iterator<Item = &'a Token<'t>> {
        self.tokens.iter().zip(&self.kept).filter(|(_, kept)| **kept).map(|(token, _)| token)
    }

    /// The sentence as operations and guards of English see it.
    fn scan(&self) -> Scan<'_, 't> {
        Scan::new(self.tokens, self.verbs.get_or_init(|| verbs(self.tokens)))
    }

    /// The first token that stays.
    fn start(&self) -> usize {
        self.kept.iter().position(|kept| *kept).unwrap_or_default()
    }

    /// Lets tokens go if enough words remain.
    fn cut(&mut self, from: usize, to: usize) {
        let before = self.kept.clone();
        self.kept[from..to].fill(false);
        let unspaced = has_unspaced(self.source);
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
        let body = dateline::without_dateline(self.source, self.tokens, self.language);
        let (Some(first), Some(last)) = (body.first(), body.last()) else { return };
        let from = self.tokens.partition_point(|token| token.start < first.start);
        let to = self.tokens.partition_point(|token| token.start <= last.start);
        // What touches the sentence is a part of it, "[docs](docs): the page"; "(US, Canada)" says where it holds.
        let apart = from.checked_sub(1).is_some_and(|last| self.tokens[last].end < first.start);
        let before = &self.tokens[..from];
        let label = before.first().is_some_and(|token| token.kind == Kind::Open)
            && before.iter().any(|token| token.kind == Kind::Comma);
        if apart && !label {
            self.cut(0, from);
        }
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
        let scan = self.scan();
        let asks = self.tokens.last().is_some_and(|token| token.text.starts_with('?'));
        // "But, the mayor said, it rained": without the first comma the second one is wrong.
        let comma = (at..self.tokens.len()).find(|&comma| self.tokens[comma].kind == Kind::Comma);
        if comma.is_some_and(|comma| (at..comma).any(|said| scan.is(said, words::SAYINGS))) {
            return false;
        }
        scan.main_verb(at..self.tokens.len()).is_some_and(|verb| asks || verb > at)
    }

    /// Asides in brackets: all of them or none, since several are often a list.
    fn brackets(&mut self) {
        let pairs = brackets::matched(self.tokens.iter().map(|token| token.text)).1;
        let kept: Vec<(usize, usize)> = pairs.into_iter().filter(|(open, _)| self.kept[*open]).collect();
        if kept.iter().all(|(open, close)| self.is_aside(*open, *close)) {
            for (open, close) in kept {
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
        // What stands behind a figure may qualify it: "9,975 (without tax)".
        let loose = before.wordy() && !before.number() || matches!(before.kind, Kind::Close | Kind::Quote);
        let bound = language == "en" && (before.is(words::DETERMINERS) || before.is(words::PREPOSITIONS));
        // Another sentence may begin behind it, to which nothing else is a border, or it is part of a title.
        let glued = next.is_some_and(|token| token.wordy() && token.text.starts_with(char::is_uppercase));
        // "Athens (Athína), is": the comma is one too many without it.
        let comma = next.is_some_and(|token| token.kind == Kind::Comma)
            && self.tokens.get(close + 2).is_some_and(|token| token.is(words::BE_FORMS) || token.is(words::MODALS));
        apart && loose && !bound && !glued && !comma && !is_name(inside) && may_go(inside)
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
            (self.tokens[at].start > left, right > self.tokens[at].end)
        };
        let (opening, closing) = (gap(first), gap(second));
        let paired = opening == closing && (opening.0 && opening.1 || self.tokens[first].text == "—");
        if !paired
            || inside.len() < 2
            || inside.len() > LONGEST_ASIDE
            || !may_go(inside)
            || !self.tokens[before].wordy()
        {
            return;
        }
        let scan = self.scan();
        // "gold at the championships in Doha -- last year -- and in Delhi": when and where belong to what is before.
        let placed = inside.iter().next().is_some_and(|t| matches!(t.lower, "at" | "in" | "on" | "during"));
        // "I hate it - I am afraid of it - for when it shines": a sentence of its own is no aside.
        let sentence = inside.first().is_some_and(|t| t.is(words::SUBJECT_PRONOUNS) && !t.is(words::RELATIVES));
        let reason = matches!(next.lower, "for" | "as" | "so" | "since");
        // "the council -- five of them -- along with Kent, met": the dash was the first of two commas.
        let comma = || (second + 1..self.tokens.len()).find(|&at| self.tokens[at].kind == Kind::Comma);
        let parted = next.is(words::PREPOSITIONS)
            && comma().is_some_and(|comma| {
                scan.finite(comma + 1) || past_or_participle(&self.tokens[(comma + 1).min(self.tokens.len() - 1)])
            });
        if placed || sentence || reason || parted {
            return;
        }
        // What goes on with a noun needs a mark before it: "-- New York -- that city's mayor said".
        let adverb = next.is(words::ADVERBS) || next.lower.ends_with("ly");
        let goes_on = scan.finite(second + 1)
            || adverb && scan.finite(second + 2)
            || next.is(words::PREPOSITIONS)
            || next.is(words::COORDINATORS)
            || next.is(words::RELATIVES)
            || past_or_participle(next);
        let kept: Vec<usize> =
            (0..self.tokens.len()).filter(|&at| self.kept[at] && !(first..=second).contains(&at)).collect();
        if goes_on && scan.stands(&kept) {
            self.cut(first, second + 1);
        }
    }

    /// Who says so.
    fn attribution(&mut self) {
        let scan = self.scan();
        let found = attribution::find(&scan, &self.kept);
        if let Some((from, to)) = found {
            self.cut(from, to);
        }
    }
}

/// Whether an aside may go: it holds no figure and no quotation, denies nothing and limits nothing.
fn may_go(inside: &[Token<'_>]) -> bool {
    let spare = |token: &Token<'_>| {
        let figure = token.number() || token.text.contains(|c: char| c.is_numeric());
        let denies = token.is(words::NEGATIONS) || token.lower.ends_with("n't") || limits(token.lower);
        let asks = token.text.starts_with(['?', '？']);
        !figure && !denies && !asks && !token.quoted && token.kind != Kind::Quote
    };
    inside.first().is_some_and(|token| !binds(token.lower)) && inside.iter().all(spare)
}

/// Whether a bracket holds a short name by which the text goes on, or the letter of a list.
fn is_name(inside: &[Token<'_>]) -> bool {
    let [only] = inside else { return false };
    let capitals = only.text.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1 || only.text.chars().count() == 1 || only.lower.chars().all(|c| "ivx".contains(c))
}
