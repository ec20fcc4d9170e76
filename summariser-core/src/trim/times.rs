//! Expressions of time that may go: `on Sunday`, `last year`, `in 2016`, `on 3 May`. A headline is dated by its page.

use super::tokens::{Kind, Token};
use super::verbs::{Verb, past_or_participle};
use super::words::{self, Class};

/// Where the time expression that begins at `at` ends; `None` if none begins there.
pub(super) fn time_end(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let is = |i: usize, word: &str| tokens.get(i).is_some_and(|t| t.lower == word);
    let of = |i: usize, class: Class| tokens.get(i).is_some_and(|t| t.is(class));
    let day = |i: usize| {
        tokens.get(i).is_some_and(|t| {
            t.kind == Kind::Number
                && t.lower.len() <= 4
                && !t.year()
                && t.lower.bytes().next().is_some_and(|b| b.is_ascii_digit())
                && !t.lower.contains(['%', ',', '.', ':'])
        })
    };
    let year = |i: usize| tokens.get(i).is_some_and(Token::year);
    // Nearly no token begins one.
    let first = tokens.get(at)?;
    let may_begin = matches!(first.lower, "late" | "early" | "earlier" | "on" | "in" | "this" | "last" | "next");
    if !may_begin && !first.is(words::WEEKDAYS) && !first.is(words::DEICTIC_DAYS) {
        return None;
    }
    let month = |i: usize| of(i, words::MONTHS) && tokens[i].text.starts_with(char::is_uppercase);
    let mut i = at;
    if (is(i, "late") || is(i, "early") || is(i, "earlier"))
        && (is(i + 1, "on")
            || is(i + 1, "in")
            || is(i + 1, "this")
            || is(i + 1, "last")
            || of(i + 1, words::WEEKDAYS)
            || of(i + 1, words::DEICTIC_DAYS))
    {
        i += 1;
    }
    let prepositioned = is(i, "on") || is(i, "in");
    let (on, month_in) = (is(i, "on"), is(i, "in"));
    if prepositioned {
        i += 1;
        if is(i, "late") || is(i, "early") {
            i += 1;
        }
    }
    if of(i, words::WEEKDAYS) && tokens[i].text.starts_with(char::is_uppercase) && !month_in {
        let mut end = i + 1;
        if of(end, words::DAY_PARTS) {
            end += 1;
        }
        return Some(end);
    }
    if month(i) && day(i + 1) && !month_in {
        let mut end = i + 2;
        if tokens.get(end).is_some_and(|t| t.kind == Kind::Comma) && year(end + 1) {
            end += 2;
        }
        return on.then_some(end);
    }
    if day(i) && month(i + 1) && on {
        return Some(if year(i + 2) { i + 3 } else { i + 2 });
    }
    if month_in {
        if month(i) {
            return Some(if year(i + 1) { i + 2 } else { i + 1 });
        }
        return year(i).then_some(i + 1);
    }
    if on {
        return None;
    }
    if (is(i, "this") || is(i, "last") || is(i, "next")) && of(i + 1, words::PERIODS) {
        // "last Friday night"
        return Some(i + 2 + usize::from(of(i + 1, words::WEEKDAYS) && of(i + 2, words::DAY_PARTS)));
    }
    if of(i, words::DEICTIC_DAYS) {
        return Some(if of(i + 1, words::DAY_PARTS) { i + 2 } else { i + 1 });
    }
    None
}

/// A clause of up to so many words may be there to tell when.
const WHEN: usize = 6;

/// Whether the time at `from..to` hangs loosely enough on its neighbours to go.
pub(super) fn loose(tokens: &[Token<'_>], verbs: &[Verb], from: usize, to: usize) -> bool {
    // A capital in mid-sentence: a caption was glued to the sentence here.
    let first = &tokens[from];
    if first.name && !first.is(words::WEEKDAYS) && !first.is(words::MONTHS) {
        return false;
    }
    if let Some(previous) = from.checked_sub(1).map(|p| &tokens[p]) {
        if previous.is(words::TIME_BLOCKERS)
            || previous.is(words::DETERMINERS)
            || matches!(previous.lower, "other" | "on" | "in" | "this" | "last" | "next")
            || previous.is(words::QUANTITIES)
            || previous.possessive()
            || previous.number()
            || previous.is(words::COORDINATORS)
            || previous.lower == "far"
        {
            return false;
        }
        // "on a slow Thursday night": the adjective belongs to the day.
        let article = from.checked_sub(2).is_some_and(|p| matches!(tokens[p].lower, "a" | "an"));
        if article && verbs.get(to) != Some(&Verb::Finite) && !tokens[from].is(words::PREPOSITIONS) {
            return false;
        }
        if matches!(
            previous.text,
            "Black" | "Good" | "Super" | "Cyber" | "Easter" | "Palm" | "Ash" | "Bloody" | "Holy" | "Fat"
        ) {
            return false;
        }
        // "Black Friday", "Super Sunday".
        if previous.name
            && tokens[from].is(words::WEEKDAYS)
            && !tokens[from].text.is_empty()
            && to == from + 1
            && !verbs.get(to).is_some_and(|v| *v != Verb::No)
            && tokens.get(to).is_some_and(|t| t.wordy())
        {
            return false;
        }
    }
    // "which was released [Friday]", "who first entered the Senate [in 1959]": the clause tells when.
    let clause = tokens[..from].iter().rposition(|t| t.is(words::RELATIVES) || t.lower == "that");
    if let Some(clause) = clause.filter(|&clause| from - clause <= WHEN)
        && (from - clause <= 2
            || verbs[from - 1] == Verb::Participle
            || tokens[clause..from].iter().any(|t| t.lower == "first"))
    {
        return false;
    }
    // "In the report released [Tuesday], the": a participle alone.
    let bare = |at: usize| {
        let leading = || tokens[0].is(words::PREPOSITIONS) && !tokens[..at].iter().any(|t| t.kind == Kind::Comma);
        (verbs[at] == Verb::Participle || past_or_participle(&tokens[at]) && leading())
            && !(at.saturating_sub(3)..at).any(|i| tokens[i].is(words::PASSIVE_HELPERS))
            && tokens.get(to).is_some_and(|t| t.kind == Kind::Comma)
    };
    if from > 0 && bare(from - 1) {
        return false;
    }
    let Some(next) = tokens.get(to) else { return true };
    // "decided [today] was a bad day"
    if verbs[to] == Verb::Finite && from > 0 && verbs[from - 1] != Verb::No {
        return false;
    }
    if next.is(words::COORDINATORS) {
        return time_end(tokens, to + 1).is_none() && !tokens.get(to + 1).is_some_and(Token::number);
    }
    !next.wordy()
        || next.lower == "to"
        || verbs[to] != Verb::No
        || (next.is(words::PREPOSITIONS) && next.lower != "of")
        || next.is(words::SUBORDINATORS)
        || next.is(words::DETERMINERS)
        || next.is(words::RELATIVES)
        || next.lower.ends_with("ly")
}
