//! The line of key phrases, for a text of which no sentence makes a line. In English names
//! and nouns are given whole: a word torn from its phrase (`Chris` of `Chris Brown`, `dogs` of `hot dogs`) reads as something
//! else, and some words say nothing alone (`plan`).

mod name;
mod torn;
mod whole;
mod words;

use super::leads::Leads;
use summariser_core::keyphrase::{Keyphrase, keyphrases};
use summariser_core::prelude::*;
use summariser_core::summary::quote;
use words::Words;

/// How many phrases a line may have, of how many words each; and the fewest that say more than a torn line.
const PHRASES: usize = 4;
const PHRASE_WORDS: usize = 4;
const FEW: usize = 2;
/// How many phrases are looked at, since some are torn.
const LOOKED_AT: usize = 14;

/// The best key phrases that fit, in the order of the source; `None` where there are too few.
pub(super) fn line(document: &Document, leads: &Leads, length: Length) -> Option<Block> {
    let found = keyphrases(document, LOOKED_AT, PHRASE_WORDS);
    if document.language() != "en" {
        return chosen(document, length, &found, |phrase| Some(phrase.span));
    }
    let words = Words::of(document, leads, &found);
    let sound = |span: &Span| !words.is_torn(*span);
    chosen(document, length, &found, |phrase| words.whole(phrase).filter(sound))
        .or_else(|| chosen(document, length, &found, |phrase| Some(phrase.span).filter(sound)))
}

/// A phrase of the line.
struct Said {
    span: Span,
    text: String,
    /// Its letters in lower case: of a name and a part of it the name is said, however it is spaced.
    letters: String,
}

/// The first of these that fit and repeat nothing, each `whole`.
fn chosen(
    document: &Document,
    length: Length,
    found: &[Keyphrase],
    whole: impl Fn(&Keyphrase) -> Option<Span>,
) -> Option<Block> {
    const BETWEEN: &str = ", ";
    let mut chosen: Vec<Said> = Vec::new();
    let weigh = |said: &Said| length.measure(&said.text) + length.measure(BETWEEN);
    for phrase in found {
        if chosen.len() == PHRASES {
            break;
        }
        // None is shorter when it is whole; it has more room only where it takes the place of its parts.
        let bare = &quote(document.text(), &[phrase.span]);
        let taken = chosen.iter().map(weigh).sum::<usize>();
        let replaces = || chosen.iter().any(|it| letters(bare).contains(&it.letters) || is_initials(&it.text, bare));
        if taken + length.measure(bare) > length.limit(0) && !replaces() {
            continue;
        }
        let Some(span) = whole(phrase) else { continue };
        let text = quote(document.text(), &[span]);
        let letters = letters(&text);
        let overlaps = |it: &Said| it.span.start < span.end && span.start < it.span.end;
        let is_part = |it: &Said| letters.contains(&it.letters) || is_initials(&it.text, &text);
        if chosen
            .iter()
            .any(|it| it.letters.contains(&letters) || overlaps(it) && !is_part(it) || is_initials(&text, &it.text))
        {
            continue;
        }
        let weight = chosen.iter().filter(|it| !is_part(it)).map(weigh).sum::<usize>();
        if weight + length.measure(&text) <= length.limit(0) {
            chosen.retain(|it| !is_part(it));
            chosen.push(Said { span, text, letters });
        }
    }
    if chosen.len() < FEW {
        return None;
    }
    chosen.sort_unstable_by_key(|it| it.span);
    let line = chosen.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(BETWEEN);
    let mut block = Block::new(BlockKind::Headline).text(line).attribute("style", Value::Text("keywords".into()), None);
    block.spans = chosen.iter().map(|it| it.span).collect();
    Some(block)
}

/// Whether some letters are the first ones of a name or of a phrase: `FAA` of `Federal Aviation Administration`, `GANs` of
/// `generative adversarial networks`.
fn is_initials(letters: &str, name: &str) -> bool {
    let letters = letters.strip_suffix('s').unwrap_or(letters);
    let firsts = || name.split([' ', '-']).filter_map(|word| word.chars().next());
    letters.len() > 1
        && letters.chars().all(char::is_uppercase)
        && (firsts().filter(|first| first.is_uppercase()).eq(letters.chars())
            || firsts().flat_map(char::to_uppercase).eq(letters.chars()))
}

/// The letters of a phrase in lower case, and what else it has but spaces.
fn letters(phrase: &str) -> String {
    phrase.chars().filter(|c| *c != ' ').flat_map(char::to_lowercase).collect()
}
