//! Edmundson: four simple signs, added up (H. P. Edmundson, "New methods in automatic extracting", JACM 16(2), 1969): cue
//! words that say that something is important, or that it is not; key words, which the text repeats; words of the title
//! and the headings; and location: the place of the sentence in its paragraph, of the paragraph in the text, and what
//! heading it stands under. His best combination is all but the key words; each sign is also a ranker by itself.
//!
//! Cue words and telling headings are English, so that elsewhere title and place alone count. Headings have no terms of
//! their own: a term is of the title if one of its words, as some sentence has it, stands in a heading.

use std::collections::HashSet;

use super::{Ranker, scaled};
use crate::{Document, ParagraphKind};

/// English words of sentences that matter, as Edmundson's bonus words are, and of those that do not.
const BONUS: [&str; 24] = [
    "significant",
    "significantly",
    "important",
    "importantly",
    "conclude",
    "concluded",
    "conclusion",
    "summary",
    "overall",
    "finally",
    "therefore",
    "result",
    "results",
    "show",
    "shows",
    "showed",
    "found",
    "finding",
    "findings",
    "propose",
    "announced",
    "announce",
    "must",
    "best",
];
const STIGMA: [&str; 15] = [
    "hardly",
    "impossible",
    "perhaps",
    "maybe",
    "example",
    "instance",
    "unclear",
    "anyway",
    "incidentally",
    "aside",
    "say",
    "somewhat",
    "rather",
    "seldom",
    "belatedly",
];
/// English words of headings under which a text says what it is about and what comes of it.
const TELLING: [&str; 9] =
    ["abstract", "conclusion", "conclusions", "findings", "introduction", "overview", "purpose", "results", "summary"];

/// The key words are the most frequent ones that together make up this share of a text.
const KEY_SHARE: f64 = 0.1;

/// Ranks sentences by cue words, key words, title words and place, each with a weight.
#[derive(Clone, Copy, Debug)]
pub struct Edmundson {
    name: &'static str,
    cue: f64,
    key: f64,
    title: f64,
    location: f64,
}

impl Edmundson {
    /// His best combination.
    pub const BEST: Edmundson = Edmundson { name: "edmundson", cue: 1.0, key: 0.0, title: 1.0, location: 1.0 };
    /// Cue words alone.
    pub const CUE: Edmundson = Edmundson { name: "edmundson-cue", cue: 1.0, ..Edmundson::NOTHING };
    /// Key words alone.
    pub const KEY: Edmundson = Edmundson { name: "edmundson-key", key: 1.0, ..Edmundson::NOTHING };
    /// Words of title and headings alone.
    pub const TITLE: Edmundson = Edmundson { name: "edmundson-title", title: 1.0, ..Edmundson::NOTHING };
    /// Location alone.
    pub const LOCATION: Edmundson = Edmundson { name: "edmundson-location", location: 1.0, ..Edmundson::NOTHING };

    const NOTHING: Edmundson = Edmundson { name: "", cue: 0.0, key: 0.0, title: 0.0, location: 0.0 };
}

impl Default for Edmundson {
    fn default() -> Edmundson {
        Edmundson::BEST
    }
}

impl Ranker for Edmundson {
    fn name(&self) -> &'static str {
        self.name
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let titles = title_terms(document);
        let keys = key_weights(document);
        let of_term = |values: &[f64], word: crate::Word<'_>| {
            word.term().and_then(|term| values.get(term as usize).copied()).unwrap_or_default()
        };
        let first = document.sentences().next().map(|sentence| sentence.paragraph().index());
        let last = document.sentences().next_back().map(|sentence| sentence.paragraph().index());
        let mut scores = Vec::with_capacity(document.sentences().len());
        let mut told = false;
        for paragraph in document.paragraphs() {
            if paragraph.kind() == ParagraphKind::Heading {
                told = words_of(paragraph.text()).any(|word| TELLING.contains(&word.as_str()));
            }
            let outer = [first, last].contains(&Some(paragraph.index()));
            let sentences = paragraph.sentences().len();
            for (place, sentence) in paragraph.sentences().enumerate() {
                let at_end = place == 0 || place + 1 == sentences;
                let location: f64 = [outer, at_end, told].map(|sign| f64::from(u8::from(sign))).iter().sum();
                let (mut cue, mut key, mut title) = (0.0, 0.0, 0.0);
                for word in sentence.words() {
                    cue += cue_of(&word.text().to_lowercase());
                    if !word.is_stop_word() {
                        key += of_term(&keys, word);
                        title += of_term(&titles, word);
                    }
                }
                scores.push(self.cue * cue + self.key * key + self.title * title + self.location * location);
            }
        }
        scaled(&scores)
    }
}

/// What a word in lower case counts as a cue.
fn cue_of(word: &str) -> f64 {
    f64::from(u8::from(BONUS.contains(&word))) - f64::from(u8::from(STIGMA.contains(&word)))
}

/// The words of a heading, in lower case.
fn words_of(heading: &str) -> impl Iterator<Item = String> + '_ {
    heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// For each term 1 if it is of the title or a heading, else 0.
fn title_terms(document: &Document<'_>) -> Vec<f64> {
    let headings = document.paragraphs().filter(|paragraph| paragraph.kind() == ParagraphKind::Heading);
    let titles: HashSet<String> = headings.flat_map(|heading| words_of(heading.text()).collect::<Vec<_>>()).collect();
    let mut terms = vec![0.0; document.terms()];
    if !titles.is_empty() {
        for word in document.sentences().flat_map(|sentence| sentence.words()) {
            if let Some(of_title) = word.term().and_then(|term| terms.get_mut(term as usize))
                && titles.contains(&word.text().to_lowercase())
            {
                *of_title = 1.0;
            }
        }
    }
    terms
}

/// For each term that is a key word how often it occurs, where the most frequent counts 1; else 0.
fn key_weights(document: &Document<'_>) -> Vec<f64> {
    let mut counts = vec![0_u32; document.terms()];
    for word in document.sentences().flat_map(|sentence| sentence.words()).filter(|word| !word.is_stop_word()) {
        if let Some(count) = word.term().and_then(|term| counts.get_mut(term as usize)) {
            *count += u32::from(cue_of(&word.text().to_lowercase()) == 0.0);
        }
    }
    let all: u32 = counts.iter().sum();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by(|a, b| counts[*b].cmp(&counts[*a]).then(a.cmp(b)));
    let most = order.first().map_or(1, |term| counts[*term].max(1));
    let mut weights = vec![0.0; counts.len()];
    let mut seen = 0;
    for term in order.into_iter().take_while(|term| counts[*term] > 1) {
        if f64::from(seen) >= KEY_SHARE * f64::from(all) {
            break;
        }
        seen += counts[term];
        weights[term] = f64::from(counts[term]) / f64::from(most);
    }
    weights
}
