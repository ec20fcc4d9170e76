//! Evaluation: how like human references the summaries of chains are, so that a user can choose a chain for texts of his
//! own. It measures texts, whoever made them: chains are run elsewhere, and lead and oracle are measured as they are.
//!
//! | file | what |
//! |---|---|
//! | [`reference`](mod@reference) | documents with references, from lines of JSON |
//! | [`tokens`] | texts as numbers of tokens, by language |
//! | [`porter`] | the stemmer of the English ones |
//! | [`rouge`] | ROUGE-1, ROUGE-2 and ROUGE-Lsum of one summary |
//! | [`baseline`] | lead and oracle |
//! | [`bootstrap`] | how sure a mean or a difference is |
//! | [`table`] | a comparison as text, Markdown and JSON |

pub mod baseline;
pub mod bootstrap;
pub mod porter;
pub mod reference;
pub mod rouge;
pub mod table;
pub mod tokens;

use summariser_core::{Length, length};

use bootstrap::{Interval, Resampled, resample};
use rouge::Scores;

/// What makes summaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A chain of plugins.
    Chain,
    /// The first sentences.
    Lead,
    /// The sentences that are most like the reference.
    Oracle,
}

impl Kind {
    /// Its name in JSON output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Chain => "chain",
            Kind::Lead => "lead",
            Kind::Oracle => "oracle",
        }
    }
}

/// A maker of summaries and what its summaries were worth, document by document.
#[derive(Clone, Debug)]
pub struct System {
    name: String,
    kind: Kind,
    scores: Vec<Scores>,
    words: usize,
    failures: usize,
}

impl System {
    /// A system that has made nothing yet.
    pub fn new(name: impl Into<String>, kind: Kind) -> System {
        System { name: name.into(), kind, scores: Vec::new(), words: 0, failures: 0 }
    }

    /// Notes what its summary of the next document is worth.
    pub fn made(&mut self, summary: &str, scores: Scores) {
        self.words += length::words(summary);
        self.scores.push(scores);
    }

    /// Notes that it failed on the next document, which is worth nothing.
    pub fn failed(&mut self) {
        self.failures += 1;
        self.scores.push(Scores::default());
    }

    /// On how many documents it has failed so far.
    #[must_use]
    pub fn failures(&self) -> usize {
        self.failures
    }
}

/// What was compared on.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// Where the documents are from: a file name as it was given, or `-`.
    pub source: String,
    /// How many there were.
    pub documents: usize,
    /// How many lines could not be read.
    pub bad_lines: usize,
    /// How many words a reference has, on average.
    pub reference_words: f64,
    /// How many sentences a reference has, on average.
    pub reference_sentences: f64,
    /// How long lead and oracle may be.
    pub cap: Length,
    /// Whether somebody asked for that length; otherwise it is that of the references.
    pub cap_was_asked: bool,
}

/// Systems side by side, in percent.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What they were compared on.
    pub basis: Basis,
    /// One for each system, in order.
    pub rows: Vec<Row>,
    /// One for each system but the first.
    pub differences: Vec<Difference>,
}

/// What the summaries of a system are worth on average.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The system: a chain's text, `lead` or `oracle`.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its figures.
    pub figures: Figures,
    /// How many words its summaries have, failures counting as none.
    pub words: f64,
    /// On how many documents it failed.
    pub failures: usize,
}

/// How much better a system is than the first, on the same documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The system.
    pub name: String,
    /// Its figures minus those of the first.
    pub figures: Figures,
}

/// The three measures, in percent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figures {
    /// ROUGE-1.
    pub r1: Interval,
    /// ROUGE-2.
    pub r2: Interval,
    /// ROUGE-Lsum.
    pub rlsum: Interval,
}

impl Comparison {
    /// Compares systems that have all gone through the same documents.
    #[must_use]
    pub fn new(basis: Basis, systems: &[System]) -> Comparison {
        type Measure = fn(&Scores) -> f64;
        let measures: [Measure; 3] =
            [|scores| scores.r1 * 100.0, |scores| scores.r2 * 100.0, |scores| scores.rlsum * 100.0];
        let column = |system: &System, measure: &Measure| system.scores.iter().map(measure).collect();
        let columns: Vec<Vec<f64>> =
            systems.iter().flat_map(|system| measures.iter().map(move |measure| column(system, measure))).collect();
        let resampled = resample(&columns);
        let figures = |of: &[Resampled], interval: &dyn Fn(&Resampled, usize) -> Interval| {
            let at = |place: usize| of.get(place).map(|resampled| interval(resampled, place)).unwrap_or_default();
            Figures { r1: at(0), r2: at(1), rlsum: at(2) }
        };
        let mut rows = Vec::new();
        let mut differences = Vec::new();
        for (system, of) in systems.iter().zip(resampled.chunks(measures.len())) {
            if !rows.is_empty() {
                let to_first = |of: &Resampled, place: usize| {
                    resampled.get(place).map(|first| of.difference(first)).unwrap_or_default()
                };
                differences.push(Difference { name: system.name.clone(), figures: figures(of, &to_first) });
            }
            rows.push(Row {
                name: system.name.clone(),
                kind: system.kind,
                figures: figures(of, &|resampled, _| resampled.interval()),
                words: system.words as f64 / system.scores.len().max(1) as f64,
                failures: system.failures,
            });
        }
        Comparison { basis, rows, differences }
    }
}
