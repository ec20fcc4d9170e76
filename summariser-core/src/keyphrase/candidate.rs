//! [`Candidates`]: the phrases of a text, counted. Whatever stands between two borders is a candidate as a whole, and so
//! is every part of it that comes again or is a name; a part that comes once says nothing that the whole does not.

use super::Keyphrase;
use super::weight::{Weights, p};
use crate::document::{CAPITALISED, Columns, NO_TERM, NUMBER, STOP_WORD};
use crate::{Document, Span};

/// A phrase: some words in a row, and how often its terms come in a row.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    start: u32,
    words: u32,
    count: u32,
    is_name: bool,
    score: f32,
}

/// The phrases of a document.
pub(super) struct Candidates<'a> {
    document: &'a Document<'a>,
    weights: &'a Weights,
    found: Vec<Candidate>,
}

/// No group of words.
const NONE: u32 = u32::MAX;

impl<'a> Candidates<'a> {
    /// Finds them.
    pub(super) fn new(document: &'a Document<'a>, weights: &'a Weights, longest: usize) -> Candidates<'a> {
        let mut candidates = Candidates { document, weights, found: Vec::new() };
        let runs = candidates.runs();
        candidates.single_words(&runs);
        if longest > 1 {
            candidates.repeated(&runs, longest);
            candidates.once(&runs, longest);
        }
        candidates.score();
        candidates
    }

    fn columns(&self) -> &'a Columns<'a> {
        self.document.columns()
    }

    fn term(&self, word: u32) -> usize {
        self.columns().word_terms.get(word as usize).copied().unwrap_or(NO_TERM) as usize
    }

    fn flags(&self, word: u32) -> u8 {
        self.columns().word_flags.get(word as usize).copied().unwrap_or_default()
    }

    fn span(&self, word: u32) -> Span {
        self.columns().word_spans.get(word as usize).copied().unwrap_or_default()
    }

    fn weight(&self, word: u32) -> f32 {
        self.weights.weight.get(self.term(word)).copied().unwrap_or_default()
    }

    fn is_content(&self, word: u32) -> bool {
        self.flags(word) & (STOP_WORD | NUMBER) == 0 && self.weight(word) > 0.0
    }

    fn is_name(&self, word: u32) -> bool {
        self.flags(word) & CAPITALISED != 0 && self.weights.is_name.get(self.term(word)).copied().unwrap_or_default()
    }

    /// The rows of words that no border divides.
    fn runs(&self) -> Vec<Span> {
        let columns = self.columns();
        let text = self.document.text();
        let mut runs = Vec::new();
        for words in columns.sentence_words.iter() {
            let mut start = words.start;
            for word in words.start..words.end {
                if !self.is_content(word) {
                    runs.push(Span::new(start, word));
                    start = word + 1;
                } else if word > start {
                    let gap = Span::new(self.span(word - 1).end, self.span(word).start);
                    let before = self.span(word - 1).of(text).unwrap_or_default();
                    let joined = gap.of(text).is_some_and(|gap| gap.chars().all(char::is_whitespace));
                    if !joined || before.ends_with("'s") || before.ends_with("’s") {
                        runs.push(Span::new(start, word));
                        start = word;
                    }
                }
            }
            runs.push(Span::new(start, words.end));
        }
        runs.retain(|run| !run.is_empty());
        runs
    }

    fn single_words(&mut self, runs: &[Span]) {
        let mut seen = vec![false; self.weights.weight.len()];
        for word in runs.iter().flat_map(|run| run.start..run.end) {
            let term = self.term(word);
            if std::mem::replace(&mut seen[term], true) {
                continue;
            }
            let is_name = self.is_name(word);
            self.found.push(Candidate { start: word, words: 1, count: self.weights.count[term], is_name, score: 0.0 });
        }
    }

    /// Whatever comes twice: first pairs of terms that come twice, then threes whose pairs do, and so on.
    fn repeated(&mut self, runs: &[Span], longest: usize) {
        let mut places: Vec<(u32, u32, u32)> = Vec::new(); // start, end of run, group
        for run in runs {
            for word in run.start..run.end {
                let term = self.term(word);
                if self.weights.count[term] > 1 {
                    places.push((word, run.end, term as u32));
                }
            }
        }
        for words in 2..=longest as u32 {
            let mut table = Table::new(places.len());
            let mut groups: Vec<Candidate> = Vec::new();
            places.retain_mut(|(start, end, group)| {
                let last = *start + words - 1;
                if last >= *end || self.weights.count[self.term(last)] < 2 {
                    return false;
                }
                let term = self.term(last) as u32;
                let next = groups.len() as u32;
                let number = table.insert(u64::from(*group) << 32 | u64::from(term), next);
                if number == next {
                    groups.push(Candidate { start: *start, words, count: 0, is_name: false, score: 0.0 });
                }
                if let Some(it) = groups.get_mut(number as usize) {
                    it.count += 1;
                }
                *group = number;
                true
            });
            places.retain(|(_, _, group)| groups.get(*group as usize).is_some_and(|it| it.count > 1));
            for it in &mut groups {
                it.is_name = (it.start..it.start + it.words).all(|word| self.is_name(word));
            }
            self.found.extend(groups.iter().filter(|it| it.count > 1));
            if places.is_empty() {
                break;
            }
        }
    }

    /// Whole rows and names that come once.
    fn once(&mut self, runs: &[Span], longest: usize) {
        let longest = longest as u32;
        for run in runs {
            let words = run.end - run.start;
            if words > 1 && words <= longest {
                let is_name = (run.start..run.end).all(|word| self.is_name(word));
                self.found.push(Candidate { start: run.start, words, count: 1, is_name, score: 0.0 });
            }
            let mut start = run.start;
            for word in run.start..=run.end {
                if word < run.end && self.is_name(word) {
                    continue;
                }
                let words = word - start;
                if words > 1 && words <= longest && words < run.end - run.start {
                    self.found.push(Candidate { start, words, count: 1, is_name: true, score: 0.0 });
                }
                start = word + 1;
            }
        }
    }

    fn score(&mut self) {
        let (gamma, alpha, once, name) = (p("GAMMA", 0.5), p("ALPHA", 0.7), p("ONCE", 0.8), p("PNAME", 1.2));
        let mut found = std::mem::take(&mut self.found);
        for it in &mut found {
            let words = it.start..it.start + it.words;
            let sum: f32 = words
                .map(|word| {
                    let count = self.weights.count[self.term(word)] as f32;
                    self.weight(word) * libm::powf(it.count as f32 / count, gamma)
                })
                .sum();
            let mut score = sum / libm::powf(it.words as f32, alpha);
            if it.words > 1 {
                if it.count == 1 && !it.is_name {
                    score *= once;
                }
                if it.is_name {
                    score *= name;
                }
            }
            it.score = score;
        }
        self.found = found;
    }

    /// The best of them.
    pub(super) fn best(mut self, count: usize) -> Vec<Keyphrase> {
        self.found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.start.cmp(&b.start)));
        let mut chosen: Vec<Candidate> = Vec::new();
        for it in &self.found {
            if chosen.len() == count {
                break;
            }
            let terms = |it: &Candidate| (it.start..it.start + it.words).map(|word| self.term(word));
            let within = |a: &Candidate, b: &Candidate| terms(a).all(|term| terms(b).any(|other| other == term));
            if chosen.iter().any(|other| within(it, other) || within(other, it)) {
                continue;
            }
            chosen.push(*it);
        }
        let most = chosen.first().map_or(1.0, |it| it.score.max(f32::MIN_POSITIVE));
        let phrase = |it: &Candidate| Keyphrase {
            span: Span::new(self.span(it.start).start, self.span(it.start + it.words - 1).end),
            score: it.score / most,
            frequency: it.count,
            words: it.words,
        };
        chosen.iter().map(phrase).collect()
    }
}

/// Numbers for keys: an open table of at most half its size.
struct Table {
    slots: Vec<(u64, u32)>,
}

impl Table {
    fn new(keys: usize) -> Table {
        Table { slots: vec![(0, NONE); (2 * keys + 1).next_power_of_two()] }
    }

    /// The number of a key: `number`, where it is new.
    fn insert(&mut self, key: u64, number: u32) -> u32 {
        let mask = self.slots.len() - 1;
        let mut slot = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & mask;
        loop {
            match self.slots.get_mut(slot) {
                Some(free) if free.1 == NONE => {
                    *free = (key, number);
                    return number;
                }
                Some(taken) if taken.0 == key => return taken.1,
                _ => slot = (slot + 1) & mask,
            }
        }
    }
}
