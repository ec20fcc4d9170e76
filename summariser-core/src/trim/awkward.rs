//! How badly a sentence would do as a headline as it stands: it points back, asks, speaks of itself or says too little.
//! Known before trimming, so that a caller can take another sentence instead.

use super::brackets;
use super::lead::Lead;
use super::plain;
use super::tokens::{Kind, Token};
use super::tongues::{lists, tongue};
use super::unspaced::has_unspaced;
use super::verbs::has_finite;
use super::words;

/// How much speaks against a sentence as a headline: 0 is good, higher is worse.
pub(super) fn awkwardness(lead: &Lead<'_>) -> f32 {
    let (source, small, all, body) = (lead.source, lead.small, &lead.tokens, lead.body());
    let words: Vec<&Token<'_>> = body.iter().filter(|t| t.wordy()).collect();
    let Some(first) = words.first() else { return 1.0 };
    let mut penalty = 0.0;
    match body.first().map(|t| t.kind) {
        Some(Kind::Quote) => penalty += 0.2,
        Some(Kind::Open) => penalty += 0.5,
        _ => {}
    }
    if source.trim_end_matches(|c: char| !c.is_alphanumeric() && !"?？".contains(c)).ends_with(['?', '？']) {
        penalty += 0.4;
    }
    // A heading over a list, or a field such as "To:" and "From:".
    let field = body.get(1).is_some_and(|t| t.kind == Kind::Colon) && !source.trim_end().ends_with('.');
    if field || all.last().is_some_and(|t| t.kind == Kind::Colon) {
        penalty += 0.4;
    }
    // One half of a quotation stands in another sentence.
    if !brackets::balanced(source) {
        penalty += 0.3;
    }
    let spaced = !has_unspaced(source);
    let stopped = source.trim_end().ends_with(['.', '!', '?', '"', '”', '»', '…']);
    // A line that names who took the picture.
    let agency = all.last().is_some_and(|t| t.kind == Kind::Close)
        && all.iter().rev().nth(1).is_some_and(|t| t.is(words::AGENCIES));
    let signed = agency || all.iter().any(|t| t.is(words::PICTURES) || t.lower.contains("/flickr"));
    if signed && !stopped && source.len() < 110 {
        penalty += 1.0;
    }
    if spaced && words.len() < 4 {
        penalty += 0.8;
    } else if spaced && words.len() < 5 {
        penalty += 0.4;
    } else if spaced && words.len() < 8 {
        penalty += 0.2;
    }
    let language = lead.language.as_str();
    if language != "en" {
        let head = first.lower.split('\'').next().unwrap_or_default();
        let points = lists(tongue(language).pointing, first.lower)
            || language == "fr" && first.lower.contains('\'') && matches!(head, "c" | "j" | "m" | "n");
        if !plain::has_verb(body, language) {
            penalty += 0.3;
        }
        let second = words.get(1).is_some_and(|t| lists(tongue(language).pointing, t.lower));
        return penalty + if points || second { 0.4 } else { 0.0 };
    }
    if first.is(words::OPENING_PRONOUNS) || first.is(words::CONNECTIVES) || matches!(first.lower, "there" | "here") {
        penalty += 0.4;
    }
    if words.get(1).is_some_and(|t| t.is(words::OPENING_PRONOUNS))
        && (first.is(words::CONNECTIVES) || first.is(words::SUBORDINATORS))
    {
        penalty += 0.2;
    }
    if words.iter().any(|t| !t.quoted && t.is(words::FIRST_PERSON) && t.text != "US") {
        penalty += 0.3;
    }
    // A narrator whom nobody knows.
    if words.iter().any(|t| !t.quoted && matches!(t.lower, "i" | "i'm" | "i've" | "i'd" | "i'll" | "my" | "me")) {
        penalty += 0.1;
    }
    // "Both of them hope so."
    let that = words.iter().take(4).any(|t| t.lower == "that's" && !t.quoted);
    if that || first.is(words::FIRST_PERSON) && first.text != "US" {
        penalty += 0.1;
    }
    if words.last().is_some_and(|t| matches!(t.lower, "so" | "too" | "this" | "that" | "either" | "otherwise")) {
        penalty += 0.4;
    }
    // What a page says around its text: "view fullscreen close".
    if !stopped && !first.quoted && first.text.starts_with(char::is_lowercase) {
        penalty += 0.6;
    }
    // A quotation without its speaker.
    if body.first().is_some_and(|t| t.quoted) && words.iter().all(|t| t.quoted) {
        penalty += 0.3;
    }
    if !has_verb(body) {
        penalty += if stopped { 0.4 } else { 0.6 };
    }
    if !first.is(words::OPENING_PRONOUNS) && points_back(body) {
        penalty += 0.4;
    }
    if first.is(words::COMMANDS) {
        penalty += 0.4;
    }
    if speaks_of_page(small) {
        penalty += 0.3;
    }
    penalty
}

/// Whether the sentence speaks of the page that it stands on. One pass by first letters, since hardly any does.
fn speaks_of_page(small: &str) -> bool {
    const PHRASES: [&[u8]; 7] = [b"sign up", b"click", b"newsletter", b"above", b"below", b"photo via", b"photo by"];
    let bytes = small.as_bytes();
    bytes.windows(2).enumerate().any(|(at, pair)| {
        matches!(pair, b"si" | b"cl" | b"ne" | b"ab" | b"be" | b"ph")
            && PHRASES.iter().any(|phrase| bytes[at..].starts_with(phrase))
    })
}

/// Whether a finite verb is in the sentence, or a word that may be one: the plural present looks like a noun.
fn has_verb(body: &[Token<'_>]) -> bool {
    let may_be = |pair: &[Token<'_>]| {
        let word = pair[1].lower;
        let form = words::holds(words::PRESENTS, word)
            || word.strip_suffix('s').is_some_and(|stem| words::holds(words::PRESENTS, stem));
        let noun = pair[0].is(words::DETERMINERS) || pair[0].is(words::PREPOSITIONS) || pair[0].possessive();
        form && pair[0].wordy() && !pair[1].name && !noun
    };
    has_finite(body) || body.windows(2).any(may_be)
}

/// Whether the first personal pronoun stands before anything that it could mean: `On his way out, he saw ..`. One in a
/// leading phrase may mean the subject behind its comma: `In his first speech, the mayor ..`.
fn points_back(body: &[Token<'_>]) -> bool {
    let personal = |t: &Token<'_>| {
        !t.quoted && (t.is(words::OPENING_PRONOUNS) || t.is(words::POSSESSIVES)) && words::PERSONAL.contains(&t.lower)
    };
    let Some(at) = body.iter().position(personal) else { return false };
    let meant = |t: &Token<'_>| {
        t.name
            || t.kind == Kind::Word && t.class == words::Class::default() && !t.lower.ends_with("ly")
            || t.is(words::SOURCES)
    };
    // Behind a leading phrase a person needs a name in it: "In a meeting in May, he said".
    let opened = body[0].is(words::PREPOSITIONS) || body[0].is(words::SUBORDINATORS);
    let person = opened
        && at > 0
        && body[at - 1].kind == Kind::Comma
        && matches!(body[at].lower, "he" | "she" | "they")
        && !body[1..at].iter().any(|t| t.name && !t.is(words::WEEKDAYS) && !t.is(words::MONTHS));
    if !person && body[..at].iter().any(meant) {
        return false;
    }
    let comma = body.iter().position(|t| t.kind == Kind::Comma).filter(|&comma| comma > at);
    let subject = comma.and_then(|comma| body.get(comma + 1));
    !subject.is_some_and(|t| t.name || t.number() || t.is(words::DETERMINERS) && !t.is(words::POSSESSIVES) || meant(t))
}

/// How much more speaks against an English sentence that is not the first one of its text.
pub(super) fn hanging(body: &[Token<'_>]) -> f32 {
    let Some(mut at) = body.iter().position(Token::wordy) else { return 0.0 };
    // "For years, the great swimmer": what the sentence is about stands behind its leading phrase.
    if body[at].is(words::PREPOSITIONS)
        && let Some(comma) =
            body.iter().take(14).position(|t| t.kind == Kind::Comma).filter(|&comma| comma + 1 < body.len())
    {
        at = comma + 1;
    }
    let definite = matches!(body[at].lower, "the" | "this" | "these" | "those" | "both" | "another" | "all" | "other");
    // A name within the first noun phrase tells which one is meant.
    let phrase =
        body[at + 1..].iter().take_while(|t| t.wordy() && !t.is(words::BE_FORMS) && !t.is(words::MODALS)).take(6);
    if definite && !phrase.clone().any(|t| t.name || t.year()) { 0.3 } else { 0.0 }
}
