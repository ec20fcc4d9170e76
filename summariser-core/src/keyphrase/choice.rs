//! [`best`]: the best candidates that do not repeat each other, each in the form that the text gives it most often.

use super::Keyphrase;
use super::candidate::{Candidate, Candidates, possessive};
use crate::{Document, Span};

/// For each phrase that is asked for, so many candidates are looked at.
const LOOKED_AT: usize = 6;
/// What a phrase loses if all of its words but one are said already, about.
const REPEATED: f32 = 0.5;
/// No more occurrences of a phrase than these vote for its form.
const VOTES: usize = 64;

/// The best phrases, at most `count`, best first.
pub(super) fn best(document: &Document<'_>, mut candidates: Candidates<'_>, count: usize) -> Vec<Keyphrase> {
    let mut found = std::mem::take(&mut candidates.found);
    let order = |a: &Candidate, b: &Candidate| {
        b.score.total_cmp(&a.score).then(a.start.cmp(&b.start)).then(b.words.cmp(&a.words))
    };
    found.retain(|it| it.score > 0.0);
    let looked_at = count.saturating_mul(LOOKED_AT).saturating_add(LOOKED_AT);
    if found.len() > looked_at {
        found.select_nth_unstable_by(looked_at, order);
        found.truncate(looked_at);
    }
    found.sort_unstable_by(order);
    let mut chosen: Vec<Candidate> = Vec::new();
    while chosen.len() < count {
        // What has words in common with those chosen already says less that is new.
        let worth = |it: &Candidate| {
            let new = it.range().filter(|word| !chosen.iter().any(|other| candidates.has(other, *word))).count();
            if new == 0 || chosen.iter().any(|other| candidates.is_within(other, it)) {
                return 0.0;
            }
            it.score * (1.0 - REPEATED * (1.0 - new as f32 / it.words as f32))
        };
        let mut next = (0.0, None);
        for it in &found {
            if it.score <= next.0 {
                break;
            }
            let worth = worth(it);
            if worth > next.0 {
                next = (worth, Some(*it));
            }
        }
        let (score, Some(it)) = next else { break };
        chosen.push(Candidate { score, ..it });
    }
    let most = chosen.first().map_or(1.0, |it| it.score);
    chosen
        .iter()
        .map(|it| Keyphrase {
            span: candidates.form(document, it),
            score: it.score / most,
            frequency: it.count,
            words: it.words,
        })
        .collect()
}

impl Candidates<'_> {
    /// Whether a candidate has a word's term.
    fn has(&self, it: &Candidate, word: u32) -> bool {
        it.range().any(|other| self.number(other) == self.number(word))
    }

    /// Whether all terms of a candidate are in another one.
    fn is_within(&self, it: &Candidate, whole: &Candidate) -> bool {
        it.range().all(|word| self.has(whole, word))
    }

    /// Where a phrase first stands as it stands most often, and not with the capital of a sentence's beginning.
    fn form(&self, document: &Document<'_>, it: &Candidate) -> Span {
        let numbers = &document.columns().word_terms;
        let first = self.number(it.start);
        let same = |start: u32| {
            (0..it.words).all(|at| {
                self.number(start + at) == self.number(it.start + at) && (at == 0 || self.is_joined(start + at))
            })
        };
        let places = numbers.iter().enumerate().filter(|(_, number)| **number == first);
        let places = places.map(|(at, _)| at as u32).filter(|start| same(*start)).take(VOTES);
        let mut forms: Vec<(&str, Span, u32, bool)> = Vec::new();
        for start in places {
            let span = self.trimmed(document, start, it.words);
            let text = span.of(document.text()).unwrap_or_default();
            match forms.iter_mut().find(|form| form.0 == text) {
                Some(form) => {
                    form.2 += 1;
                    form.3 &= self.is_initial(start);
                }
                None => forms.push((text, span, 1, self.is_initial(start))),
            }
        }
        let mut best: Option<&(&str, Span, u32, bool)> = None;
        for form in &forms {
            if best.is_none_or(|best| (!form.3, form.2) > (!best.3, best.2)) {
                best = Some(form);
            }
        }
        best.map_or_else(|| self.trimmed(document, it.start, it.words), |form| form.1)
    }

    /// The bytes of some words, without an elided word before them and a possessive after them.
    fn trimmed(&self, document: &Document<'_>, start: u32, words: u32) -> Span {
        let (first, last) = (self.span(start), self.span(start + words - 1));
        let cut = possessive(last.of(document.text()).unwrap_or_default());
        Span::new(first.start + self.elided(start), last.end - cut)
    }
}
