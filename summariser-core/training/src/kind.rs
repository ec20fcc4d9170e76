//! The kinds of text that a forest has learnt from, one for each genre: what `rank::familiarity` compares a text with.

use summariser_core::rank::familiarity::{Kind, MEASURES, measures};

use crate::example::Example;
use crate::set::SETS;

/// No kind is narrower in a measure than this share of the spread over all texts: a few dozen texts of one source are
/// more alike than their genre is.
const NARROWEST: f64 = 0.35;

/// The kinds of these texts, in the order of the sets.
#[must_use]
pub fn kinds(examples: &[&Example]) -> Vec<Kind> {
    let all: Vec<(&str, [f32; MEASURES])> =
        examples.iter().filter_map(|it| Some((SETS[it.set].genre, measures(&it.features)?))).collect();
    let whole = moments(&all.iter().map(|(_, measures)| *measures).collect::<Vec<_>>());
    let mut genres: Vec<&str> = Vec::new();
    for set in SETS {
        if !genres.contains(&set.genre) && all.iter().any(|(genre, _)| *genre == set.genre) {
            genres.push(set.genre);
        }
    }
    let kind = |genre: &&str| {
        let own: Vec<_> = all.iter().filter(|(other, _)| other == genre).map(|(_, measures)| *measures).collect();
        let own = moments(&own);
        std::array::from_fn(|at| {
            let least = (NARROWEST * whole[at].1).max(1e-3);
            (own[at].0 as f32, own[at].1.max(least) as f32)
        })
    };
    genres.iter().map(kind).collect()
}

/// Mean and deviation of each measure.
fn moments(all: &[[f32; MEASURES]]) -> [(f64, f64); MEASURES] {
    let count = all.len().max(1) as f64;
    std::array::from_fn(|at| {
        let mean = all.iter().map(|it| f64::from(it[at])).sum::<f64>() / count;
        let apart = |it: &[f32; MEASURES]| (f64::from(it[at]) - mean) * (f64::from(it[at]) - mean);
        (mean, (all.iter().map(apart).sum::<f64>() / count).sqrt())
    })
}
