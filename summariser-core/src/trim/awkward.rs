//! How badly a sentence would do as a headline as it stands: it points back, asks, speaks of itself or says too little.
//! Known before trimming, so that a caller can take another sentence instead.

use crate::Span;

use super::brackets;
use super::dateline;
use super::plain;
use super::tokens::{Kind, Token, tokens};
use super::tongues::{lists, tongue};
use super::unspaced::unspaced;
use super::window::window;
use super::words;

/// How much speaks against the sentence at `sentence` of `text` as a headline: 0 is good, higher is worse.
///
/// ```
/// use summariser_core::{Span, trim::awkwardness};
/// let of = |text: &str| awkwardness(text, Span::of_range(0..text.len()), "en");
/// assert_eq!(of("The ferry to the islands stops running next winter."), 0.0);
/// assert!(of("But they were not told why.") > of("They were not told the reason by anyone."));
/// assert!(of("Who would want to live on an island in winter?") > 0.0);
/// ```
#[must_use]
pub fn awkwardness(text: &str, sentence: Span, language: &str) -> f32 {
    let (_, source, _) = window(text, sentence);
    let all = tokens(source);
    let body = dateline::without_dateline(source, &all);
    let words: Vec<&Token<'_>> = body.iter().filter(|t| t.wordy()).collect();
    let Some(first) = words.first() else { return 1.0 };
    let mut penalty = 0.0;
    match body.first().map(|t| t.kind) {
        Some(Kind::Quote) => penalty += 0.2,
        Some(Kind::Open) => penalty += 0.5,
        _ => {}
    }
    if source.trim_end_matches(|c: char| !c.is_alphanumeric() && !"?？".contains(c)).ends_with(['?', '？']) {
        penalty += 0.2;
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
    let spaced = !source.chars().any(unspaced);
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
    let language = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    if language != "en" {
        let head = first.lower.split('\'').next().unwrap_or_default();
        let points = lists(tongue(&language).pointing, &first.lower)
            || language == "fr" && first.lower.contains('\'') && matches!(head, "c" | "j" | "m" | "n");
        if !plain::has_verb(body, &language) {
            penalty += 0.3;
        }
        let second = words.get(1).is_some_and(|t| lists(tongue(&language).pointing, &t.lower));
        return penalty + if points || second { 0.4 } else { 0.0 };
    }
    if first.is(words::OPENING_PRONOUNS)
        || first.is(words::CONNECTIVES)
        || matches!(first.lower.as_str(), "there" | "here")
    {
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
    if first.is(words::COMMANDS) {
        penalty += 0.4;
    }
    let lower = source.to_lowercase();
    if ["sign up", "click", "newsletter", "above", "below", "photo via", "photo by"]
        .iter()
        .any(|phrase| lower.contains(phrase))
    {
        penalty += 0.3;
    }
    penalty
}
