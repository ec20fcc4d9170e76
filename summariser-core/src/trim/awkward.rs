//! How badly a sentence would do as a headline as it stands: it points back, asks, speaks of itself or says too little.
//! Known before trimming, so that a caller can take another sentence instead.

use crate::Span;

use super::plain;
use super::tokens::{Kind, Token, tokens};
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
    let body = plain::without_dateline(source, &all);
    let words: Vec<&Token<'_>> = body.iter().filter(|t| t.wordy()).collect();
    let Some(first) = words.first() else { return 1.0 };
    let mut penalty = 0.0;
    if body.first().is_some_and(|t| t.kind == Kind::Quote) {
        penalty += 0.2;
    }
    if source.trim_end_matches(|c: char| !c.is_alphanumeric() && !"?？".contains(c)).ends_with(['?', '？']) {
        penalty += 0.2;
    }
    let spaced = !source.chars().any(unspaced);
    if spaced && words.len() < 5 {
        penalty += 0.4;
    } else if spaced && words.len() < 8 {
        penalty += 0.2;
    }
    if !language.to_ascii_lowercase().starts_with("en") {
        return penalty;
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
    let lower = source.to_lowercase();
    if ["sign up", "click", "newsletter", "above", "below", "photo via", "photo by"]
        .iter()
        .any(|phrase| lower.contains(phrase))
    {
        penalty += 0.3;
    }
    penalty
}
