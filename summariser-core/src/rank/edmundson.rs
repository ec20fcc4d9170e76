//! Edmundson: four simple signs, added up (H. P. Edmundson, "New methods in automatic extracting", JACM 16(2), 1969): cue
//! words that say that something is important, or that it is not; key words, which the text repeats; words of the title
//! and the headings; and the place of the sentence in its paragraph and of the paragraph in the text. The weights are
//! those of his best combination: all but the key words.

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
const STIGMA: [&str; 16] = [
    "hardly",
    "impossible",
    "perhaps",
    "maybe",
    "for",
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

/// Ranks sentences by cue words, title words and place.
#[derive(Clone, Copy, Debug, Default)]
pub struct Edmundson;

impl Ranker for Edmundson {
    fn name(&self) -> &'static str {
        "edmundson"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let titles: Vec<String> = document
            .paragraphs()
            .filter(|paragraph| paragraph.kind() == ParagraphKind::Heading)
            .flat_map(|heading| {
                let words = heading.text().split(|c: char| !c.is_alphanumeric());
                words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect::<Vec<_>>()
            })
            .collect();
        let paragraphs = document.sentences().last().map_or(0, |sentence| sentence.paragraph().index());
        let first_paragraph = document.sentences().next().map_or(0, |sentence| sentence.paragraph().index());
        let score = |sentence: crate::Sentence<'_>| {
            let (mut cue, mut title) = (0.0_f64, 0.0_f64);
            for word in sentence.words() {
                let lower = word.text().to_lowercase();
                cue += f64::from(u8::from(BONUS.contains(&lower.as_str())));
                cue -= f64::from(u8::from(STIGMA.contains(&lower.as_str())));
                title += f64::from(u8::from(!word.is_stop_word() && titles.contains(&lower)));
            }
            let paragraph = sentence.paragraph();
            let mut in_paragraph = paragraph.sentences();
            let ends = [in_paragraph.next(), in_paragraph.next_back()];
            let at_end = ends.iter().flatten().any(|end| end.index() == sentence.index());
            let outer = paragraph.index() == first_paragraph || paragraph.index() == paragraphs;
            cue + title + f64::from(u8::from(at_end)) + f64::from(u8::from(outer))
        };
        scaled(&document.sentences().map(score).collect::<Vec<_>>())
    }
}
