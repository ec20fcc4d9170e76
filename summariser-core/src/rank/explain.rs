//! Why a sentence matters: the sides of it that decided, each with what it is worth. A side is a group of features that a
//! reader has one word for; its worth is what the [learned](super::Learned) salience of the sentence would lose if in
//! these features it were the average of its document. So a worth is true to the model and comparable between sentences,
//! and worths need not add up, for sides work together.

use super::blend::Parts;
use super::feature::{Features, NAMES};
use super::learned::{BLEND, voices};
use super::scaled;
use super::tree::Forest;
use crate::Document;

/// One side of a sentence, and how much it raised (above 0) or lowered its salience, in deviations of the document's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// The side: `place`, `likeness`, `key words`, `length`, `names and numbers`, `speech`, `announcement`.
    pub name: &'static str,
    /// What it is worth.
    pub weight: f32,
}

/// Sides worth less than this, either way, did not decide.
const LEAST: f32 = 0.05;

/// Each side: its name, its features, its part of the blend.
type Side = (&'static str, &'static [&'static str], Option<fn(&mut Parts) -> &mut Vec<f64>>);
const SIDES: [Side; 7] = [
    (
        "place",
        &[
            "place",
            "place_share",
            "places_after",
            "words_before",
            "words_before_share",
            "paragraph",
            "place_in_paragraph",
            "paragraph_size",
        ],
        Some(|parts| &mut parts.place),
    ),
    (
        "likeness",
        &["centroid", "degree", "degree_relative", "later_relative", "like_first", "like_previous"],
        Some(|parts| &mut parts.likeness),
    ),
    ("key words", &["frequency", "mass", "keywords", "weight_mean"], None),
    ("length", &["words", "words_relative", "word_length", "content_share"], None),
    ("names and numbers", &["capitalised", "capitalised_share", "numbers"], Some(|parts| &mut parts.amounts)),
    ("speech", &["quotes", "person_share"], None),
    ("announcement", &["announces"], Some(|parts| &mut parts.announcement)),
];

/// For each sentence the sides that decided, the strongest first. Reads the columns of sentences, words and terms, and
/// the language.
///
/// ```
/// # #[cfg(feature = "analysis")] {
/// use summariser_core::{Document, rank::explain::reasons};
/// let document = Document::parse("The council closed the old bridge on Monday. It rained. The bridge is from 1911.");
/// let all = reasons(&document);
/// assert_eq!(all.len(), 3);
/// assert!(all[0].iter().any(|reason| reason.name == "place" && reason.weight > 0.0));
/// # }
/// ```
#[must_use]
pub fn reasons(document: &Document<'_>) -> Vec<Vec<Reason>> {
    let forest = Forest::shipped();
    let features = Features::of(document);
    let voices = voices(forest, &features);
    let blend = NAMES.iter().position(|name| *name == "blend").unwrap_or_default();
    let total = |features: &Features| -> Vec<f64> {
        let asked =
            if voices.forest_scale.factor > 0.0 { forest.scores(features) } else { vec![0; features.sentences()] };
        let forest = asked.into_iter().map(|score| f64::from(score) * voices.forest_scale.factor);
        forest.zip(features.parts.sums()).map(|(forest, sum)| forest + sum * voices.blend_scale.factor).collect()
    };
    let whole = total(&features);
    let mut all = vec![Vec::new(); features.sentences()];
    for (name, columns, part) in SIDES {
        let mut average = features.clone();
        for feature in columns.iter().filter_map(|column| NAMES.iter().position(|name| name == column)) {
            level(average.column_mut(feature));
        }
        if let Some(part) = part {
            let part = part(&mut average.parts);
            let mean = part.iter().sum::<f64>() / part.len().max(1) as f64;
            part.fill(mean);
            let sums = scaled(&average.parts.sums());
            average.column_mut(blend).copy_from_slice(&sums);
        }
        for ((reasons, whole), without) in all.iter_mut().zip(&whole).zip(total(&average)) {
            let weight = ((whole - without) / (1.0 + BLEND)) as f32;
            if weight.abs() >= LEAST {
                reasons.push(Reason { name, weight });
            }
        }
    }
    for reasons in &mut all {
        reasons.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    }
    all
}

/// Gives every sentence the mean of all.
fn level(column: &mut [f32]) {
    let mean = column.iter().sum::<f32>() / column.len().max(1) as f32;
    column.fill(mean);
}
