//! [`best`]: the best candidates that do not repeat each other, each in the form that the text gives it most often.

use super::Keyphrase;
use super::candidate::{Candidate, Candidates, NONE};
use crate::{Document, Span};

/// For each phrase that is asked for, so many candidates are looked at.
const LOOKED_AT: usize = 6;
/// What a phrase loses if all of its words but one are said already, about.
const REPEATED: f32 = 0.5;
/// What is left of one that ends like an adjective.
const MODIFIER: f32 = 0.5;
/// What is left of a German one that ends in a small letter's word: nouns have a capital.
const SMALL: f32 = 0.1;
/// No more occurrences of a phrase than these are looked at.
const VOTES: usize = 64;

/// The best phrases, at most `count`, best first.
pub(super) fn best(document: &Document<'_>, candidates: &Candidates<'_>, count: usize, longest: u32) -> Vec<Keyphrase> {
    let mut found = most(&candidates.found, count.saturating_add(1).saturating_mul(LOOKED_AT));
    for it in &mut found {
        it.score *= if candidates.is_modifier(it.start + it.words - 1) { MODIFIER } else { 1.0 };
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    let followers = candidates.followers(&found);
    if document.language() == "de" {
        for it in &mut found {
            let form = candidates.form(document, it, &followers).of(document.text()).unwrap_or_default();
            let last = form.rsplit(char::is_whitespace).next().unwrap_or_default();
            it.score *= if last.starts_with(char::is_lowercase) { SMALL } else { 1.0 };
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score));
    }
    // Of what may stand alone only those are asked that are next: the most that each is worth, and what it is worth.
    let is_judged = document.language() != "en" || longest == 1;
    let mut found: Vec<Judged> = found.into_iter().map(|it| Judged { most: it.score, is_judged, it }).collect();
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut said = vec![false; document.terms()];
    while chosen.len() < count {
        // What has words in common with those chosen already says less that is new.
        let worth = |it: &Candidate| {
            let new =
                it.range().filter(|word| !said.get(candidates.number(*word) as usize).is_none_or(|said| *said)).count();
            if new == it.words as usize {
                return it.score;
            }
            if new == 0 || chosen.iter().any(|other| candidates.is_within(other, it)) {
                return 0.0;
            }
            it.score * (1.0 - REPEATED * (1.0 - new as f32 / it.words as f32))
        };
        let mut next = (0.0, None);
        for judged in &mut found {
            if judged.most <= next.0 {
                break;
            }
            let worth = worth(&judged.it);
            if worth > next.0 {
                next = (worth, Some(judged));
            }
        }
        let (score, Some(judged)) = next else { break };
        if !judged.is_judged {
            judged.is_judged = true;
            judged.it.score *= candidates.alone(document, &judged.it, &followers);
            continue;
        }
        let it = judged.it;
        for word in it.range() {
            if let Some(said) = said.get_mut(candidates.number(word) as usize) {
                *said = true;
            }
        }
        chosen.push(Candidate { score, ..it });
    }
    let most = chosen.first().map_or(1.0, |it| it.score);
    chosen
        .iter()
        .map(|it| Keyphrase {
            span: candidates.form(document, it, &followers),
            score: it.score / most,
            frequency: it.count,
            words: it.words,
        })
        .collect()
}

/// A candidate, whether it was asked if it stands alone, and what it was worth before.
struct Judged {
    it: Candidate,
    is_judged: bool,
    most: f32,
}

/// The candidates of the most worth, at most `count`, best first; of the same worth, that which comes first.
fn most(found: &[Candidate], count: usize) -> Vec<Candidate> {
    // Numbers above 0 are in the order of their bits.
    let key = |(at, it): (usize, &Candidate)| u64::from(it.score.to_bits()) << 32 | u64::from(u32::MAX - at as u32);
    let mut keys = Vec::with_capacity(found.len());
    keys.extend(found.iter().enumerate().filter(|(_, it)| it.score > 0.0).map(key));
    if keys.len() > count {
        keys.select_nth_unstable_by(count, |a, b| b.cmp(a));
        keys.truncate(count);
    }
    keys.sort_unstable_by(|a, b| b.cmp(a));
    keys.iter().filter_map(|key| found.get((u32::MAX - *key as u32) as usize)).copied().collect()
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

    /// Where a candidate begins, each time that it stands in the text, up to some times.
    pub(super) fn places(&self, it: &Candidate, followers: &[u32]) -> impl Iterator<Item = u32> {
        let same = |start: &u32| {
            (0..it.words).all(|at| {
                self.number(start + at) == self.number(it.start + at) && (at == 0 || self.is_joined(start + at))
            })
        };
        let next = |word: &u32| followers.get(*word as usize).copied().filter(|_| it.count > 1);
        let places = std::iter::successors(Some(it.start), next).take_while(|start| *start != NONE);
        places.filter(same).take(VOTES.min(it.count as usize))
    }

    /// Where a phrase first stands as it stands most often, and not with the capital of a sentence's beginning.
    fn form(&self, document: &Document<'_>, it: &Candidate, followers: &[u32]) -> Span {
        if it.count == 1 {
            return self.trimmed(it.start, it.words);
        }
        let mut forms: Vec<(&str, Span, u32, bool)> = Vec::new();
        for start in self.places(it, followers) {
            let span = self.trimmed(start, it.words);
            let text = span.of(document.text()).unwrap_or_default();
            // Wherever a line ends within it.
            match forms.iter_mut().find(|form| form.0 == text || letters(form.0).eq(letters(text))) {
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
        best.map_or_else(|| self.trimmed(it.start, it.words), |form| form.1)
    }

    /// The bytes of some words, without an elided word before them and a possessive or a particle after them.
    fn trimmed(&self, start: u32, words: u32) -> Span {
        let end = start + words - 1;
        let (first, last) = (self.span(start), self.span(end));
        Span::new(first.start + self.elided(first), last.end - self.possessive(last) - self.particle(end))
    }
}

/// The characters of a phrase but for white space.
fn letters(phrase: &str) -> impl Iterator<Item = char> {
    phrase.chars().filter(|c| !c.is_whitespace())
}
