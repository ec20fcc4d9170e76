//! [`Terms`]: how much each term matters, and how it is written. A term weighs what the sentences weigh that hold it,
//! more so where it comes early and where it is a name, less where it looks like a verb.

use super::lexicon::{BEFORE_THING, BEFORE_VERB, EMPTY, EMPTY_NAME, JOIN, Lexicon, WEAK};
use crate::Document;
use crate::document::{CAPITALISED, NUMBER, STOP_WORD};

/// What every sentence weighs, whatever its salience.
const BASE: f32 = 0.3;
/// What of it a term's further occurrences in one sentence add.
const AGAIN: f32 = 0.5;
/// How much more the terms of the first sentence weigh; it falls with the root of the sentence's number.
const EARLY: f32 = 0.8;
/// How much more names and words of the title weigh.
const NAME: f32 = 1.1;
const TITLE: f32 = 1.5;
/// How much less words weigh that say little by themselves.
const WEAK_WORD: f32 = 0.4;
/// What a term loses that always stands where verbs do.
const VERB: f32 = 0.6;
/// What is left alone of the syllables of a language that writes them apart: most words have two.
const SYLLABLE: f32 = 0.5;

/// How Korean verbs end and few nouns do.
const KOREAN_VERBS: [&str; 9] = ["다", "다고", "다며", "라고", "으며", "지만", "면서", "려고", "도록"];

/// What is known of a term.
#[derive(Clone, Copy, Default)]
pub(super) struct Term {
    /// How much it matters; 0 where it is in no phrase.
    pub(super) weight: f32,
    /// Its weight over the root of its count: what it brings to a phrase that comes once.
    pub(super) share: f32,
    /// What of its weight is left where it stands alone.
    pub(super) alone: f32,
    /// How often it occurs.
    pub(super) count: u32,
    /// Whether it is written with a capital wherever it need not be.
    pub(super) is_name: bool,
    /// Whether it is a thing or a place and no person.
    pub(super) is_thing: bool,
    /// Whether it may join two names in one.
    pub(super) joins: bool,
}

/// What a term gathers while the text is read.
#[derive(Clone, Copy, Default)]
struct Gathered {
    class: u8,
    sum: f32,
    count: u32,
    /// One more than the sentences that it first and last stood in.
    first: u32,
    last: u32,
    /// How often with a capital; how often so, and not as the first word.
    capitals: u32,
    names: u32,
    after_verb_mark: u32,
    after_thing_mark: u32,
}

/// Weighs the terms of a document, each by its number.
pub(super) fn terms(document: &Document<'_>) -> Vec<Term> {
    let columns = document.columns();
    let (pool, lexicon) = (columns.term_pool.as_bytes(), Lexicon::of(document.language()));
    let text = |ends: &[u32]| pool.get(ends[0] as usize..ends[1] as usize).unwrap_or_default();
    let is_korean = document.language() == "ko";
    let class = |ends: &[u32]| match lexicon {
        Some(lexicon) => lexicon.class(text(ends)),
        None if is_korean && KOREAN_VERBS.iter().any(|ending| text(ends).ends_with(ending.as_bytes())) => EMPTY,
        None => 0,
    };
    let empty = |ends: &[u32]| Gathered { class: class(ends), ..Gathered::default() };
    let mut gathered: Vec<Gathered> = columns.term_offsets.windows(2).map(empty).collect();
    let (numbers, flags) = (&*columns.word_terms, &*columns.word_flags);
    for (sentence, words) in columns.sentence_words.iter().enumerate() {
        let number = u32::try_from(sentence + 1).unwrap_or(u32::MAX);
        let matters = BASE + columns.salience.get(sentence).copied().unwrap_or_default();
        let (Some(numbers), Some(flags)) = (numbers.get(words.range()), flags.get(words.range())) else { continue };
        let (mut before, mut is_later) = (0, 0);
        for (&term, &flags) in numbers.iter().zip(flags) {
            let Some(it) = gathered.get_mut(term as usize) else { continue };
            let class = it.class;
            if flags & (STOP_WORD | NUMBER) == 0 {
                let capital = u32::from(flags & CAPITALISED != 0);
                it.count += 1;
                it.capitals += capital;
                it.names += capital & is_later;
                it.after_verb_mark += u32::from(before & BEFORE_VERB != 0);
                it.after_thing_mark += u32::from(before & BEFORE_THING != 0);
                it.sum += if it.last == number { AGAIN * matters } else { matters };
                it.first = if it.first == 0 { number } else { it.first };
                it.last = number;
            }
            (before, is_later) = (class, 1);
        }
    }
    let is_syllabic = document.language() == "vi";
    let titled = titled(document);
    let weigh = |(at, it): (usize, Gathered)| {
        let joins = it.class & JOIN != 0;
        if it.count == 0 {
            return Term { joins, ..Term::default() };
        }
        let is_name = it.names > 0 && (it.count - it.capitals) * 4 <= it.names;
        let text = columns.term_offsets.get(at..at + 2).map(text).unwrap_or_default();
        let (letters, is_kana) = match text.first() {
            Some(byte) if byte.is_ascii() => (text.len(), false),
            _ => {
                let word = std::str::from_utf8(text).unwrap_or_default();
                (word.chars().take(2).count(), word.chars().all(|c| matches!(c, 'ぁ'..='ゟ' | 'ー')))
            }
        };
        let is_empty = it.class & EMPTY != 0 || it.class & EMPTY_NAME != 0 && is_name;
        if is_empty || letters == 1 && text.len() < 3 || is_kana {
            return Term { joins, count: it.count, ..Term::default() };
        }
        let roots = it.sum.sqrt();
        let mut weight = roots * roots.sqrt() * (1.0 + EARLY / (it.first as f32).sqrt());
        weight *= 1.0 - VERB * it.after_verb_mark as f32 / it.count as f32;
        weight *= if is_name { NAME } else { 1.0 };
        weight *= if it.class & WEAK != 0 { WEAK_WORD } else { 1.0 };
        weight *= if titled.get(at).is_some_and(|it| *it) { TITLE } else { 1.0 };
        let alone = match letters {
            1 => 0.0,
            _ if is_syllabic && !is_name => SYLLABLE,
            _ => 1.0,
        };
        let share = weight / (it.count as f32).sqrt();
        Term { weight, share, alone, count: it.count, is_name, is_thing: it.after_thing_mark * 3 > it.count, joins }
    };
    gathered.into_iter().enumerate().map(weigh).collect()
}

/// Whether each term is in the title; empty if there is none.
fn titled(document: &Document<'_>) -> Vec<bool> {
    let Some(title) = document.title().and_then(|span| span.of(document.text())) else { return Vec::new() };
    let title = title.to_lowercase();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let columns = document.columns();
    let is_in = |ends: &[u32]| {
        let stem = columns.term_pool.get(ends[0] as usize..ends[1] as usize).unwrap_or_default();
        // The last letter of a stem may be another one than the word's: `studi`, `study`.
        let mut end = stem.len().saturating_sub(usize::from(stem.len() > 4));
        while !stem.is_char_boundary(end) {
            end -= 1;
        }
        let start = stem.get(..end).unwrap_or_default();
        let is_of = |word: &&str| word.starts_with(start) && word.len() <= stem.len() + LONGEST_ENDING;
        !start.is_empty() && words.iter().any(is_of) || is_unspaced(stem) && title.contains(stem)
    };
    columns.term_offsets.windows(2).map(is_in).collect()
}

/// No ending that a stem lacks has more bytes, save of a few words.
const LONGEST_ENDING: usize = 4;

/// Whether a term is of a script without spaces.
fn is_unspaced(term: &str) -> bool {
    term.chars()
        .next()
        .is_some_and(|c| matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{2E80}'..='\u{9FFF}'))
}
