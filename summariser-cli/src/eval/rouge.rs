//! ROUGE: how much of a reference's words, pairs of words and longest common sequences a summary has. Defined as Google's
//! `rouge-score` defines it, down to the order in which equal sequences are preferred, so that figures can be compared
//! with published ones.
//!
//! C.-Y. Lin, "ROUGE: a package for automatic evaluation of summaries", Text Summarization Branches Out, 2004.

use super::tokens::{Cut, Tokens, sentences};

/// How like a reference a summary is: balanced F-measures, 0..=1.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Scores {
    /// ROUGE-1: of single tokens.
    pub r1: f64,
    /// ROUGE-2: of pairs of neighbours.
    pub r2: f64,
    /// ROUGE-Lsum: of the union of longest common subsequences, sentence by sentence.
    pub rlsum: f64,
}

/// Scores summaries. What it keeps from one document to the next saves time and changes nothing.
#[derive(Clone, Debug, Default)]
pub struct Rouge {
    tokens: Tokens,
}

/// The references of one document.
#[derive(Clone, Debug)]
pub struct Targets {
    cut: Cut,
    pub(super) all: Vec<Counted>,
}

/// A text as ROUGE sees it.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    lines: Vec<Vec<u32>>,
    pub(super) singles: Counts<u32>,
    pub(super) pairs: Counts<(u32, u32)>,
}

impl Rouge {
    /// Prepares the references of a document, whose sentences are lines.
    pub fn targets<'a>(&mut self, references: impl IntoIterator<Item = &'a str>, cut: Cut) -> Targets {
        let all = references.into_iter().map(|text| self.counted(text.split('\n'), cut));
        Targets { cut, all: all.collect() }
    }

    /// Scores a summary, whose blocks are lines, against the reference that it is most like by ROUGE-1 (between equals by
    /// ROUGE-2, and then by ROUGE-Lsum).
    pub fn score(&mut self, targets: &Targets, summary: &str) -> Scores {
        let summary = self.counted(sentences(summary), targets.cut);
        let better = |best: Scores, scores: Scores| if scores > best { scores } else { best };
        targets.all.iter().map(|target| target.score(&summary)).fold(Scores::default(), better)
    }

    /// The tokens of a sentence of a summary of this document.
    pub(super) fn tokens(&mut self, targets: &Targets, sentence: &str) -> Vec<u32> {
        self.tokens.of(sentence, targets.cut)
    }

    fn counted<'a>(&mut self, lines: impl Iterator<Item = &'a str>, cut: Cut) -> Counted {
        let lines: Vec<Vec<u32>> = lines.map(|line| self.tokens.of(line, cut)).collect();
        let text = lines.concat();
        Counted { singles: Counts::of(text.iter().copied()), pairs: Counts::of(pairs(&text)), lines }
    }
}

/// The pairs of neighbours in a text.
pub(super) fn pairs(tokens: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    tokens.iter().copied().zip(tokens.iter().copied().skip(1))
}

impl Counted {
    fn score(&self, summary: &Counted) -> Scores {
        Scores {
            r1: f_measure(self.singles.shared(&summary.singles), summary.singles.total, self.singles.total),
            r2: f_measure(self.pairs.shared(&summary.pairs), summary.pairs.total, self.pairs.total),
            rlsum: f_measure(self.common(summary), summary.singles.total, self.singles.total),
        }
    }

    /// How many tokens of the reference are in common subsequences with the summary. A token counts as often as both have
    /// it, however many sequences it is in.
    fn common(&self, summary: &Counted) -> usize {
        let mut left = (self.singles.clone(), summary.singles.clone());
        let mut goes_left = Vec::new();
        let mut hits = 0;
        for line in &self.lines {
            let mut in_some = vec![false; line.len()];
            for other in &summary.lines {
                mark_common(line, other, &mut goes_left, &mut in_some);
            }
            for (token, _) in line.iter().zip(&in_some).filter(|(_, is_in)| **is_in) {
                if let (Some(here @ 1..), Some(there @ 1..)) = (left.0.get_mut(token), left.1.get_mut(token)) {
                    *here -= 1;
                    *there -= 1;
                    hits += 1;
                }
            }
        }
        hits
    }
}

/// The harmonic mean of the shares of both totals that are shared.
pub(super) fn f_measure(shared: usize, summary: usize, reference: usize) -> f64 {
    // Counts are far below 2^53.
    let share = |total: usize| shared as f64 / total.max(1) as f64;
    let (precision, recall) = (share(summary), share(reference));
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

/// Marks the places of `line` that are in one longest common subsequence with `other`: the one that is found from the
/// ends, leaving `line` shorter rather than `other` where both would do.
///
/// Only which way to go back is kept of the table, a bit for each pair, since a "sentence" of a list or of broken text may
/// have a million words.
fn mark_common(line: &[u32], other: &[u32], goes_left: &mut Vec<u64>, marked: &mut [bool]) {
    let mut known = other.to_vec();
    known.sort_unstable();
    // What `other` has not changes neither the lengths nor the way back.
    let rows: Vec<usize> = (0..line.len()).filter(|i| known.binary_search(&line[*i]).is_ok()).collect();
    let bit = |row: usize, column: usize| {
        let place = row * other.len() + column;
        (place / 64, 1_u64 << (place % 64))
    };
    goes_left.clear();
    goes_left.resize((rows.len() * other.len()).div_ceil(64), 0);
    // The lengths of the row above, overwritten from the left with those of the present one.
    let mut lengths = vec![0_u32; other.len() + 1];
    for (row, i) in rows.iter().enumerate() {
        let mut above_left = 0;
        for (column, token) in other.iter().enumerate() {
            let (left, above) = (lengths[column], lengths[column + 1]);
            lengths[column + 1] = if line[*i] == *token {
                above_left + 1
            } else if left > above {
                let (word, mask) = bit(row, column);
                goes_left[word] |= mask;
                left
            } else {
                above
            };
            above_left = above;
        }
    }
    let (mut row, mut column) = (rows.len(), other.len());
    while row > 0 && column > 0 {
        let i = rows[row - 1];
        let (word, mask) = bit(row - 1, column - 1);
        if line[i] == other[column - 1] {
            marked[i] = true;
            (row, column) = (row - 1, column - 1);
        } else if goes_left[word] & mask != 0 {
            column -= 1;
        } else {
            row -= 1;
        }
    }
}

/// How often each thing occurs, sorted by the thing.
#[derive(Clone, Debug)]
pub(super) struct Counts<T> {
    each: Vec<(T, usize)>,
    total: usize,
}

impl<T: Copy + Ord> Counts<T> {
    /// Counts things.
    pub(super) fn of(things: impl Iterator<Item = T>) -> Counts<T> {
        let mut things: Vec<T> = things.collect();
        things.sort_unstable();
        let each = things.chunk_by(|one, other| one == other).filter_map(|run| Some((*run.first()?, run.len())));
        Counts { each: each.collect(), total: things.len() }
    }

    /// Each thing and how often it occurs.
    pub(super) fn each(&self) -> impl Iterator<Item = (T, usize)> {
        self.each.iter().copied()
    }

    /// How many things there are, each as often as it occurs.
    pub(super) fn total(&self) -> usize {
        self.total
    }

    /// The place of a thing among the different ones.
    pub(super) fn place(&self, thing: &T) -> Option<usize> {
        self.each.binary_search_by(|(other, _)| other.cmp(thing)).ok()
    }

    fn get_mut(&mut self, thing: &T) -> Option<&mut usize> {
        let place = self.place(thing)?;
        self.each.get_mut(place).map(|(_, count)| count)
    }

    /// How many things both have, each as often as the one that has it less often.
    fn shared(&self, other: &Counts<T>) -> usize {
        let mut theirs = other.each.iter().peekable();
        let mut shared = 0;
        for (thing, count) in &self.each {
            while theirs.next_if(|(other, _)| other < thing).is_some() {}
            if let Some((_, their_count)) = theirs.next_if(|(other, _)| other == thing) {
                shared += count.min(their_count);
            }
        }
        shared
    }
}

#[cfg(test)]
mod tests;
