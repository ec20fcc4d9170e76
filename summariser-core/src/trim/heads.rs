//! What may go from the beginning of an English sentence: leading adverbials and attributions. Each goes only where a
//! clause begins behind it, so that every place found is one where a line may begin.

use super::guards::Scan;
use super::tokens::{Kind, Token};
use super::verbs::{Verb, gerund, regular_past, verbs};
use super::words;
use crate::part_of_speech::{Part, part_of};

/// Where the line may begin, with what that costs; the full length first.
pub(super) fn heads(scan: &Scan<'_, '_>) -> Vec<(usize, f32)> {
    let mut heads = vec![(0, 0.0)];
    let mut next = 0;
    while let Some(&(start, cost)) = heads.get(next) {
        next += 1;
        for (to, extra) in [adverbial(scan, start), attribution(scan, start)].into_iter().flatten() {
            if heads.len() < 5 && !heads.iter().any(|h| h.0 == to) {
                heads.push((to, cost + extra));
            }
        }
    }
    heads
}

/// Where the sentence goes on behind a leading adverbial that may go; 0 if there is none.
pub(super) fn after_adverbial(tokens: &[Token<'_>]) -> usize {
    let verbs = verbs(tokens);
    opening(&Scan::new(tokens, &verbs)).unwrap_or(0)
}

/// Where the sentence goes on behind a leading adverbial, if it has one that may go.
pub(super) fn opening(scan: &Scan<'_, '_>) -> Option<usize> {
    adverbial(scan, 0).map(|(start, _)| start)
}

/// A leading adverbial up to its comma.
fn adverbial(scan: &Scan<'_, '_>, start: usize) -> Option<(usize, f32)> {
    let tokens = scan.tokens;
    let first = tokens.get(start)?;
    let mut comma = (start + 1..tokens.len().min(start + 24)).find(|&i| tokens[i].kind == Kind::Comma)?;
    if tokens.get(comma + 1).is_some_and(Token::year) && scan.kind(comma + 2) == Some(Kind::Comma) {
        comma += 2;
    }
    // "After years of doubt, debate and delay, the council": the comma is one of a list.
    let listed = |comma: usize| {
        let next = (comma + 1..tokens.len().min(comma + 7)).find(|&i| tokens[i].kind == Kind::Comma)?;
        let item = &tokens[comma + 1..next];
        let joined = item.iter().any(|t| matches!(t.lower, "and" | "or"));
        let begun = item.first().is_some_and(|t| t.name || t.is(words::CLOSED) || t.is(words::SUBJECT_PRONOUNS));
        if !joined || begun || (comma + 1..next).any(|i| scan.finite(i)) {
            return None;
        }
        // "On Friday, doctors and nurses, many of them retired, marched"
        let verb = scan.main_verb_before(tokens.len()).filter(|verb| *verb > next)?;
        let apart = tokens[next + 1..verb].iter().any(|t| t.kind == Kind::Comma);
        (!apart && scan.time_end(start) != Some(comma)).then_some(next)
    };
    // "Thanks to a letter, the Quern Post, and both millers, a quarrel"
    let serial = |comma: usize| {
        let next = |from: usize| (from + 1..tokens.len().min(from + 12)).find(|&i| tokens[i].kind == Kind::Comma);
        let last = next(comma).filter(|&last| matches!(scan.lower(last + 1), "and" | "or"))?;
        let end = next(last)?;
        (!(comma + 1..end).any(|i| scan.finite(i))).then_some(end)
    };
    comma = serial(comma).or_else(|| listed(comma)).unwrap_or(comma);
    let span = &tokens[start..comma];
    if span.iter().any(|t| t.quoted || t.kind == Kind::Colon || t.kind == Kind::Dash) || scan.denies(start, comma) {
        return None;
    }
    // "As a tense, stormy night turned into": two adjectives.
    if let [.., article, last] = span
        && article.is(words::DETERMINERS)
        && part_of(last.lower) == Some(Part::Adjective)
    {
        return None;
    }
    let has_verb = (start..comma).any(|i| scan.finite(i));
    let time = scan.time_end(start) == Some(comma)
        || first.is(words::PERIODS)
        || matches!(first.lower, "last" | "this" | "next" | "earlier" | "late" | "early");
    let word = first.lower;
    // "For the second time in a year,"
    let again = word == "for" && matches!(scan.lower(start + 3), "time") && scan.lower(start + 1) == "the";
    // "At first, he didn't know": later it was otherwise.
    // "At least a dozen tourists, ..": a number.
    if word == "at" && matches!(scan.lower(start + 1), "first" | "least" | "most") {
        return None;
    }
    // "Three days after the man died,"
    let measured = (start + 1..comma.min(start + 4)).any(|i| {
        matches!(scan.lower(i), "after" | "before" | "since")
            && scan.is(i - 1, words::QUANTITIES)
            && (first.number()
                || matches!(word, "a" | "an" | "hours" | "days" | "weeks" | "months" | "years" | "minutes"))
    });
    // "As for bread, a price": what it is about. "When data are scarce, models fail": on what condition.
    let holds = |i: usize| matches!(scan.lower(i), "are" | "has" | "have" | "is");
    if word == "as" && matches!(scan.lower(start + 1), "for" | "to") || word == "when" && (start..comma).any(holds) {
        return None;
    }
    // "When Ina Holm, the keeper, took over": no clause has ended yet.
    let bare = |t: &Token<'_>| t.name || t.is(words::DETERMINERS) || t.is(words::SUBJECT_PRONOUNS);
    if !has_verb
        && matches!(word, "although" | "because" | "though" | "when")
        && tokens.get(start + 1).is_some_and(bare)
    {
        return None;
    }
    let cost = if measured || is_purpose(scan, start) && !has_verb {
        5.0
    } else if again && scan.main_verb(start..comma).is_none() {
        4.0
    } else if matches!(
        word,
        "for"
            | "if"
            | "unless"
            | "until"
            | "without"
            | "according"
            | "of"
            | "to"
            | "like"
            | "unlike"
            | "whether"
            | "instead"
            | "not"
            | "only"
            | "reportedly"
            | "allegedly"
            | "apparently"
            | "rather"
            | "arguably"
            | "assuming"
            | "barring"
            | "depending"
            | "excluding"
            | "generally"
            | "ideally"
            | "normally"
            | "possibly"
            | "presumably"
            | "probably"
            | "supposedly"
            | "technically"
            | "theoretically"
            | "typically"
            | "usually"
    ) {
        return None;
    } else if time && !has_verb {
        0.5
    } else if first.is(words::SUBORDINATORS) && (has_verb || first.is(words::CLAUSE_TAILS)) {
        4.0
    } else if (first.is(words::PREPOSITIONS) || is_reason(scan, start)) && scan.main_verb(start..comma).is_none() {
        2.0
    } else if (word.ends_with("ly") || first.is(words::ADVERBS)) && !has_verb && comma <= start + 4 {
        1.0
    } else if !has_verb
        && (gerund(first) || capital_gerund(first) || regular_past(word) && scan.is(start + 1, words::PREPOSITIONS))
    {
        3.0
    } else {
        return None;
    };
    let rest = comma + 1;
    let subject = tokens.get(rest)?;
    // "On May 3, 1976 the bridge opened": the comma is one of a date.
    // "On Friday, 28 February, the bridge opened"
    if subject.year() || subject.number() && scan.is(rest + 1, words::MONTHS) {
        return None;
    }
    // "Late on Sunday, in the hills above Rome, a hermit": one adverbial behind another.
    if subject.is(words::PREPOSITIONS)
        && let Some((to, extra)) = adverbial(scan, rest)
    {
        return Some((to, cost + extra));
    }
    let named = span.iter().skip(1).any(|t| t.name);
    if !subject_like(scan, rest) || named && subject.is(words::POSSESSIVES) || subject.is(words::OPENING_PRONOUNS) {
        return None;
    }
    // "In Rome, Milan and Turin, people": the comma is one of a list.
    let verb = scan.main_verb(rest..tokens.len())?;
    let list =
        (rest..verb).any(|i| tokens[i].kind == Kind::Comma) && span.last().is_some_and(|t| t.name) && subject.name;
    let words = tokens[rest..].iter().filter(|t| t.wordy()).count();
    (!list && words >= 5).then_some((rest, cost))
}

/// `Due to the storm`, `Even with the bridge closed`.
fn is_reason(scan: &Scan<'_, '_>, at: usize) -> bool {
    match scan.lower(at) {
        "due" | "thanks" | "owing" => scan.lower(at + 1) == "to",
        "because" => scan.lower(at + 1) == "of",
        "even" | "just" => scan.is(at + 1, words::PREPOSITIONS),
        _ => false,
    }
}

/// `To celebrate the anniversary`
fn is_purpose(scan: &Scan<'_, '_>, at: usize) -> bool {
    let verb = scan.tokens.get(at + 1).is_some_and(|t| {
        t.kind == Kind::Word && !t.name && !t.is(words::CLOSED) && !t.is(words::POSSESSIVES) && t.lower != "be"
    });
    scan.lower(at) == "to" && verb && scan.is(at + 2, words::DETERMINERS)
}

fn capital_gerund(token: &Token<'_>) -> bool {
    token.kind == Kind::Word
        && !token.name
        && token.lower.len() > 5
        && token.lower.ends_with("ing")
        && !words::holds(words::NOT_GERUNDS, token.lower)
}

/// Whether a clause may begin at `at`.
pub(super) fn subject_like(scan: &Scan<'_, '_>, at: usize) -> bool {
    let Some(token) = scan.tokens.get(at) else { return false };
    if token.name || token.number() || token.is(words::DETERMINERS) || token.is(words::SUBJECT_PRONOUNS) {
        return true;
    }
    let closed = token.is(words::PREPOSITIONS)
        || token.is(words::COORDINATORS)
        || token.is(words::SUBORDINATORS)
        || token.is(words::RELATIVES)
        || token.is(words::ADVERBS)
        || token.is(words::MODALS);
    token.kind == Kind::Word && !closed && !gerund(token) && scan.verbs[at] == Verb::No && !token.lower.ends_with("ly")
}

/// `Police said [on Sunday] [that]` before a clause.
fn attribution(scan: &Scan<'_, '_>, start: usize) -> Option<(usize, f32)> {
    let tokens = scan.tokens;
    let verb = (start + 1..tokens.len().min(start + 8)).find(|&i| scan.finite(i))?;
    let subject = &tokens[start..verb];
    let simple =
        subject.iter().all(|t| t.wordy() && !t.is(words::RELATIVES) && !t.is(words::COORDINATORS) && !gerund(t));
    if !simple
        || !subject.iter().any(|t| t.is(words::SOURCES) || t.name && words::holds(words::SOURCES, t.lower))
        || !tokens[verb].is(words::NEUTRAL_SAYINGS)
    {
        return None;
    }
    if tokens[start..].iter().any(|t| t.is(words::HEDGES) || t.kind == Kind::Quote) {
        return None;
    }
    let mut rest = verb + 1;
    if let Some(end) = scan.time_end(rest) {
        rest = end;
    }
    let that = scan.lower(rest) == "that";
    if that {
        rest += 1;
    } else if !matches!(tokens[verb].lower, "said" | "says") {
        return None;
    }
    let clause = tokens.get(rest)?;
    let subject = subject_like(scan, rest)
        && !clause.is(words::OPENING_PRONOUNS)
        && !clause.is(words::POSSESSIVES)
        && !clause.is(words::FIRST_PERSON);
    let verb = scan.main_verb(rest..tokens.len())?;
    (subject && (that || verb < rest + 14)).then_some((rest, 4.5))
}
