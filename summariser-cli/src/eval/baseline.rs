//! What a chain's figures are read against. The **lead** is what costs nothing: the first sentences. The **oracle** is
//! what no choice of sentences can be much better than: it knows the reference, and takes the sentences that raise
//! ROUGE-1 and ROUGE-2 most, one after the other. Both keep the same length, or they would say nothing of each other.
//!
//! The greedy oracle is that of R. Nallapati, F. Zhai, B. Zhou, "SummaRuNNer", AAAI 2017, section 2.4.

use summariser_core::analysis::{Analyser, Outline};
use summariser_core::summary::single_spaced;
use summariser_core::text::{self, Language, Newlines};
use summariser_core::{Length, Reads, Span, length};

use super::rouge::{Counted, Counts, Rouge, Targets, f_measure, pairs};

/// The sentences of a text that plugins would choose from, each on one line, and the text's language.
pub fn sentences(text: &str, newlines: Newlines, analyser: &mut Analyser) -> (Vec<String>, Language) {
    let outline = Outline::of_plain(text, newlines);
    let analysis = analyser.analyse(text, &outline, newlines, Reads::SENTENCES);
    let document = analysis.document(text);
    let sentences = document.sentences().map(|sentence| single_spaced(sentence.text()).into_owned());
    (sentences.collect(), analysis.language())
}

/// How many sentences a reference has: those of its lines, for some references have all on one.
#[must_use]
pub fn count_sentences(reference: &str, language: Language) -> usize {
    let mut found = Vec::new();
    for line in reference.lines() {
        text::sentences(line, Span::of_range(0..line.len()), language, Newlines::Auto, &mut found);
    }
    found.len()
}

/// The first sentences up to a length; one at least.
#[must_use]
pub fn lead(sentences: &[String], length: Length) -> Vec<usize> {
    let mut room = Room::new(sentences, length);
    let mut chosen = Vec::new();
    for index in 0..sentences.len() {
        if index > 0 && !room.fits(index) {
            break;
        }
        room.take(index);
        chosen.push(index);
    }
    chosen
}

/// The sentences, in the order of the text, that are most like a reference, up to a length; of several references the one
/// that can be met best. Where no sentence is short enough, the best one is taken alone; what is like nothing is empty.
pub fn oracle(rouge: &mut Rouge, targets: &Targets, sentences: &[String], length: Length) -> Vec<usize> {
    let tokens: Vec<Vec<u32>> = sentences.iter().map(|sentence| rouge.tokens(targets, sentence)).collect();
    let mut best = (0.0, Vec::new());
    for target in &targets.all {
        let chosen = greedy(target, &tokens, Room::new(sentences, length));
        let scores = rouge.score(targets, &joined(sentences, &chosen));
        if scores.r1 + scores.r2 > best.0 {
            best = (scores.r1 + scores.r2, chosen);
        }
    }
    best.1
}

/// Sentences as a summary: one a line.
#[must_use]
pub fn joined(sentences: &[String], chosen: &[usize]) -> String {
    let lines: Vec<&str> = chosen.iter().filter_map(|index| sentences.get(*index)).map(String::as_str).collect();
    lines.join("\n")
}

/// How much of a length is left.
struct Room<'a> {
    sentences: &'a [String],
    length: Length,
    limit: usize,
    used: usize,
    empty: bool,
}

impl<'a> Room<'a> {
    fn new(sentences: &'a [String], length: Length) -> Room<'a> {
        let words = match length {
            Length::Percent(_) => sentences.iter().map(|sentence| length::words(sentence)).sum(),
            _ => 0,
        };
        Room { sentences, length, limit: length.limit(words), used: 0, empty: true }
    }

    /// What a sentence would take; in characters that is one more for the space before it.
    fn weight(&self, index: usize) -> usize {
        let join = usize::from(!self.empty && matches!(self.length, Length::Chars(_) | Length::Bytes(_)));
        self.sentences.get(index).map_or(0, |sentence| self.length.measure(sentence) + join)
    }

    fn fits(&self, index: usize) -> bool {
        self.used + self.weight(index) <= self.limit
    }

    fn take(&mut self, index: usize) {
        self.used += self.weight(index);
        self.empty = false;
    }
}

/// What a sentence has of a reference: the places of tokens and of pairs in the reference's counts, each with how often.
struct Matches {
    singles: Vec<(usize, usize)>,
    pairs: Vec<(usize, usize)>,
    length: usize,
}

/// Takes the sentence that raises ROUGE-1 plus ROUGE-2 most, as long as one does; between equals the earlier one. Pairs
/// across the ends of sentences are left out of account.
fn greedy(target: &Counted, tokens: &[Vec<u32>], mut room: Room<'_>) -> Vec<usize> {
    let candidates: Vec<Matches> = tokens
        .iter()
        .map(|tokens| Matches {
            singles: places(&target.singles, &Counts::of(tokens.iter().copied())),
            pairs: places(&target.pairs, &Counts::of(pairs(tokens))),
            length: tokens.len(),
        })
        .collect();
    let mut state = State {
        singles: target.singles.each().map(|(_, count)| count).collect(),
        pairs: target.pairs.each().map(|(_, count)| count).collect(),
        totals: (target.singles.total(), target.pairs.total()),
        shared: (0, 0),
        length: (0, 0),
    };
    let mut chosen: Vec<usize> = Vec::new();
    let mut reached = 0.0;
    let any_fits = (0..tokens.len()).any(|index| room.fits(index));
    loop {
        let mut best = None;
        for (index, candidate) in candidates.iter().enumerate() {
            let may = if any_fits { room.fits(index) } else { chosen.is_empty() };
            if may && !chosen.contains(&index) {
                let value = state.with(candidate).value();
                if value > reached {
                    (reached, best) = (value, Some((index, candidate)));
                }
            }
        }
        let Some((index, candidate)) = best else { break };
        state.add(candidate);
        room.take(index);
        chosen.push(index);
    }
    chosen.sort_unstable();
    chosen
}

/// The places in a reference's counts of what a sentence shares with it.
fn places<T: Copy + Ord>(target: &Counts<T>, sentence: &Counts<T>) -> Vec<(usize, usize)> {
    sentence.each().filter_map(|(thing, count)| Some((target.place(&thing)?, count))).collect()
}

/// A choice of sentences: what of the reference it has not met yet, and its sizes (tokens, pairs).
struct State {
    singles: Vec<usize>,
    pairs: Vec<usize>,
    totals: (usize, usize),
    shared: (usize, usize),
    length: (usize, usize),
}

/// What a choice would share, and its sizes.
struct Outcome {
    shared: (usize, usize),
    length: (usize, usize),
    totals: (usize, usize),
}

impl State {
    /// What there would be with one sentence more.
    fn with(&self, sentence: &Matches) -> Outcome {
        let met = |left: &[usize], matches: &[(usize, usize)]| -> usize {
            matches.iter().map(|(place, count)| left.get(*place).map_or(0, |left| *left.min(count))).sum()
        };
        Outcome {
            shared: (
                self.shared.0 + met(&self.singles, &sentence.singles),
                self.shared.1 + met(&self.pairs, &sentence.pairs),
            ),
            length: (self.length.0 + sentence.length, self.length.1 + sentence.length.saturating_sub(1)),
            totals: self.totals,
        }
    }

    fn add(&mut self, sentence: &Matches) {
        let Outcome { shared, length, .. } = self.with(sentence);
        (self.shared, self.length) = (shared, length);
        for (left, matches) in [(&mut self.singles, &sentence.singles), (&mut self.pairs, &sentence.pairs)] {
            for (place, count) in matches {
                if let Some(left) = left.get_mut(*place) {
                    *left = left.saturating_sub(*count);
                }
            }
        }
    }
}

impl Outcome {
    fn value(&self) -> f64 {
        f_measure(self.shared.0, self.length.0, self.totals.0) + f_measure(self.shared.1, self.length.1, self.totals.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::tokens::Cut;

    const TEXT: &str = "It rained all night in Holm. The council met on Monday. It voted to close the old \
        bridge to lorries. A ferry will carry lorries until May.";
    const REFERENCE: &str = "The old bridge is closed to lorries.\nA ferry carries them until May.";

    fn chosen(length: Length) -> (Vec<usize>, Vec<usize>, f64, f64) {
        let (sentences, _) = sentences(TEXT, Newlines::Auto, &mut Analyser::default());
        let mut rouge = Rouge::default();
        let targets = rouge.targets([REFERENCE], Cut::English);
        let (lead, oracle) = (lead(&sentences, length), oracle(&mut rouge, &targets, &sentences, length));
        let mut score = |chosen: &[usize]| rouge.score(&targets, &joined(&sentences, chosen)).r1;
        let (lead_score, oracle_score) = (score(&lead), score(&oracle));
        (lead, oracle, lead_score, oracle_score)
    }

    #[test]
    fn the_lead_begins_and_the_oracle_knows() {
        for (length, lead, oracle) in [
            (Length::Sentences(1), &[0][..], &[2][..]),
            (Length::Sentences(2), &[0, 1], &[2, 3]),
            (Length::Sentences(9), &[0, 1, 2, 3], &[2, 3]),
            (Length::Words(11), &[0, 1], &[2]),
            (Length::Words(1), &[0], &[2]),
            (Length::Chars(54), &[0], &[2]),
            (Length::Chars(55), &[0, 1], &[2]),
            (Length::Percent(45.0), &[0, 1], &[2]),
        ] {
            let (first, best, first_score, best_score) = chosen(length);
            assert_eq!((first.as_slice(), best.as_slice()), (lead, oracle), "{length}");
            assert!(best_score > first_score, "{length}");
        }
    }

    #[test]
    fn where_there_is_nothing_to_choose_nothing_is_chosen() {
        let mut rouge = Rouge::default();
        let targets = rouge.targets(["Quite another matter"], Cut::English);
        assert!(lead(&[], Length::Sentences(3)).is_empty());
        assert!(oracle(&mut rouge, &targets, &[], Length::Sentences(3)).is_empty());
        assert!(oracle(&mut rouge, &targets, &["It rained.".to_owned()], Length::Sentences(3)).is_empty());
    }

    #[test]
    fn sentences_of_a_reference_are_counted_within_its_lines() {
        for (reference, count) in [("", 0), ("One.\nTwo.\n", 2), ("Dr. Orr came at 5 p.m. Nobody saw her.", 2)] {
            assert_eq!(count_sentences(reference, Language::from_code("en")), count, "{reference}");
        }
    }
}
