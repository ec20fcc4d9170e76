//! [`select`]: the most salient sentences that fit a length, without repetition. Greedy by rank, so that a longer count
//! contains the shorter one; what no longer fits is skipped, so that a cap is kept, and what room is left is left empty
//! where only scraps would fit; the first is always taken, so that nothing is never the answer. A sentence that hangs
//! on the one before it, or shares a quotation with its neighbour, is worth less until that one is taken, and one that
//! is very long a little less. Of a text in
//! sections each section has its best sentence before any has two.

mod section;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::document::Word;
use crate::opening::Openings;
use crate::quotation::{self, Part};
use crate::{Document, Length, Sentence, length, summary};

pub use section::Sections;

/// How alike two sentences may be before the second one counts as a repetition: the share of the smaller one's terms,
/// stop words left out, that the other has too.
const REPETITION: f64 = 0.7;

/// Sentences of fewer words than this are taken last: they rarely say anything on their own.
const TOO_SHORT: usize = 4;

/// What is left of a sentence's salience while it hangs on one that is not taken; and for how many sentences taken that
/// holds. A few bullets should each stand alone; of a longer selection most sentences stand beside what they need, and
/// lowering them would only lose what matters.
const HANGING: f32 = 0.75;
const FEW: usize = 8;

/// What is left, as long, of that of a sentence that has only a part of a quotation.
const TORN: f32 = 0.6;

/// What is left, while few are taken, of the salience of a sentence of more words than a reader likes to meet in a
/// list. A length in words needs none of it: there a long sentence pays by itself.
const LONG: f32 = 0.9;
const TOO_LONG: usize = 35;

/// A length in words, characters, bytes or per cent is full when no more than a tenth of it is left and no more room
/// than for a short sentence, of so many words or characters: what still fits there would be taken for its shortness,
/// however little it matters.
const SHORT_WORDS: usize = 12;
const SHORT_CHARS: usize = 72;

/// What was selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The indices of the chosen sentences, best first. Sort them for the order of the text.
    pub sentences: Vec<usize>,
    /// Whether the first one alone is longer than was asked for.
    pub over_length: bool,
    /// What became of every sentence of the document, in the order of the text.
    pub fates: Vec<Fate>,
}

/// What became of a sentence, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It was taken.
    Taken {
        /// Its place in the order in which sentences were taken, from 1.
        place: usize,
    },
    /// It was left, because as many as were asked for mattered more.
    Beyond {
        /// How many were taken.
        count: usize,
    },
    /// It was left, because it says again what another one says that was taken.
    Repeats {
        /// The index of that one.
        sentence: usize,
    },
    /// It was left, because it did not fit in what was left of the length, or next to nothing was left.
    TooLong,
    /// It was left, because so few words seldom stand on their own; such sentences come after all others.
    TooShort,
    /// It was left although it matters more than the last one taken, because its section of the text has a sentence
    /// already and others had none.
    Served,
    /// It was left although it matters more than the last one taken, because it opens on a word that points back at a
    /// sentence that was left, or has only a part of a quotation that one begins or goes on with.
    Hangs {
        /// The index of the sentence that it hangs on.
        on: usize,
    },
}

/// Chooses sentences by salience, best first, up to `length` and at most `count`.
///
/// `salience` has one value for each sentence; ties go to the earlier sentence. A sentence that opens on a word such as
/// *However* or *They* is lowered until the one before it is taken, or until there are more than a few; so is one that
/// has only a part of a quotation, until its neighbour with the part before is taken (of the first part: after); and, a
/// little, one of more than 35 words, where sentences are counted. Where the text has [`Sections`], the best sentence
/// of each comes before the second one of any, but not within a length in words that has no room for one from each.
/// Needs the columns of sentences, and of terms to see repetitions; the time is that of sorting, plus, for every
/// sentence taken, that of its terms.
///
/// ```
/// # #[cfg(feature = "analysis")] {
/// use summariser_core::{Document, Length, select::select};
/// let document = Document::parse("The bridge will open in May. It rained. The bridge cost 4 million crowns in all.");
/// let selection = select(&document, document.salience(), Length::Sentences(2), None);
/// assert_eq!(selection.sentences.len(), 2);
/// # }
/// ```
#[must_use]
pub fn select(document: &Document<'_>, salience: &[f32], length: Length, count: Option<usize>) -> Selection {
    select_said(document, salience, length, count, |sentence| summary::single_spaced(sentence.text()))
}

/// Chooses as [`select`] does where sentences are shortened: `said` is what will be said of one, which is what must
/// fit. It is asked of few sentences, and of none where the length is in sentences.
#[must_use]
pub fn select_said<'a>(
    document: &'a Document<'_>,
    salience: &[f32],
    length: Length,
    count: Option<usize>,
    said: impl Fn(&Sentence<'a>) -> Cow<'a, str>,
) -> Selection {
    let texts = document.sentences().len();
    let words = match length {
        Length::Percent(_) => document.sentences().map(|sentence| length::words(sentence.text())).sum(),
        _ => 0,
    };
    let limit = length.limit(words);
    let full = limit
        - match length {
            Length::Sentences(_) => 0,
            Length::Words(_) | Length::Percent(_) => SHORT_WORDS.min(limit / 10),
            Length::Chars(_) | Length::Bytes(_) => SHORT_CHARS.min(limit / 10),
        };
    let mut waiting = Waiting::new(document, salience, length, limit);
    let mut chosen = Chosen::new(document);
    let mut selection = Selection::default();
    let mut used = 0;
    // What became of those that were looked at.
    let mut decided: Vec<(usize, Fate)> = Vec::new();
    // What the last one that was taken was worth.
    let mut last = f32::INFINITY;
    while let Some((index, worth)) = waiting.next() {
        if count.is_some_and(|count| selection.sentences.len() >= count.max(1)) || used >= full {
            break;
        }
        let Some(sentence) = document.sentence(index) else { continue };
        let first = selection.sentences.is_empty();
        // Joined texts have a space between them; so a length in characters counts one for each further sentence.
        let join = usize::from(!first && matches!(length, Length::Chars(_) | Length::Bytes(_)));
        let weight = if matches!(length, Length::Sentences(_)) { 1 } else { length.measure(&said(&sentence)) + join };
        if !first && used + weight > limit {
            decided.push((index, Fate::TooLong));
            continue;
        }
        if let Some(place) = chosen.repeated(index) {
            decided.push((index, Fate::Repeats { sentence: selection.sentences[place] }));
            continue;
        }
        selection.over_length = first && weight > limit;
        used += weight;
        chosen.add();
        selection.sentences.push(index);
        waiting.take(index);
        decided.push((index, Fate::Taken { place: selection.sentences.len() }));
        last = worth;
    }
    // Nobody came to those that remain.
    let is_full = used >= full && !matches!(length, Length::Sentences(_));
    let rest = if is_full { Fate::TooLong } else { Fate::Beyond { count: selection.sentences.len() } };
    // It takes memory that is needed now.
    waiting.heap = BinaryHeap::new();
    let why = |index: usize| {
        if waiting.short[index] {
            return Fate::TooShort;
        }
        if waiting.is_served(index) && waiting.worth(index) > last {
            return Fate::Served;
        }
        if waiting.salience(index) > last
            && let Some(Need { on, .. }) = waiting.need(index)
            && !waiting.taken[on]
        {
            return Fate::Hangs { on };
        }
        rest
    };
    selection.fates = (0..texts).map(why).collect();
    for (index, fate) in decided {
        selection.fates[index] = fate;
    }
    selection
}

/// The place of each sentence in the order of salience, from 1; of two alike the earlier comes first.
///
/// ```
/// assert_eq!(summariser_core::select::ranks(&[0.2, 0.9, 0.2]), [2, 1, 3]);
/// ```
#[must_use]
pub fn ranks(salience: &[f32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..salience.len()).collect();
    order.sort_by(|a, b| salience[*b].total_cmp(&salience[*a]).then(a.cmp(b)));
    let mut ranks = vec![0; salience.len()];
    for (place, sentence) in order.into_iter().enumerate() {
        ranks[sentence] = place + 1;
    }
    ranks
}

/// What a sentence lacks while it is alone.
struct Need {
    /// The sentence that it hangs on.
    on: usize,
    /// The share of its salience that is left without that one.
    share: f32,
}

/// The same in a byte, for there are as many as sentences.
#[derive(Clone, Copy)]
enum Lack {
    Nothing,
    /// The part of its quotation that the next sentence has, or that the one before has.
    Next,
    Before,
    /// What its opening points back at.
    Antecedent,
}

impl Need {
    fn of(index: usize, lack: Lack) -> Option<Need> {
        match lack {
            Lack::Nothing => None,
            Lack::Next => Some(Need { on: index + 1, share: TORN }),
            Lack::Before => Some(Need { on: index - 1, share: TORN }),
            Lack::Antecedent => Some(Need { on: index - 1, share: HANGING }),
        }
    }
}

/// The sentences that were not looked at yet, best first. The order depends on what was taken and on nothing else, so
/// that of two counts the smaller selection is the beginning of the larger one.
struct Waiting<'a> {
    document: &'a Document<'a>,
    openings: &'static Openings,
    salience: &'a [f32],
    short: Vec<bool>,
    long: Vec<bool>,
    /// What part of a quotation each has.
    parts: Vec<Option<Part>>,
    /// What each lacks, once that is asked: of most nobody asks, because they would not be taken anyway.
    lacks: Vec<OnceCell<Lack>>,
    sections: Sections,
    /// Whether each section has a sentence that was taken.
    served: Vec<bool>,
    /// Which sentences were taken, and how many.
    taken: Vec<bool>,
    number: usize,
    /// Whether a sentence was looked at: one that was raised stands in the heap twice.
    seen: Vec<bool>,
    heap: BinaryHeap<Candidate>,
}

impl<'a> Waiting<'a> {
    fn new(document: &'a Document<'a>, salience: &'a [f32], length: Length, limit: usize) -> Waiting<'a> {
        let texts = || document.sentences().map(|sentence| sentence.text());
        let number = document.sentences().len();
        let bytes = document.text().as_bytes();
        // Spaces alone tell most that are long enough.
        let is_short = |sentence: Sentence<'_>| {
            let text = sentence.text();
            let spaced = |word: &Word<'_>| bytes.get(word.span().end as usize) == Some(&b' ');
            sentence.words().rev().skip(1).filter(spaced).nth(TOO_SHORT - 2).is_none()
                && text.split_ascii_whitespace().nth(TOO_SHORT - 1).is_none()
                && text.split_whitespace().nth(TOO_SHORT - 1).is_none()
                && length::words(text) < TOO_SHORT
        };
        let counts = matches!(length, Length::Sentences(_));
        let mut sections = Sections::of(document);
        let weight = |text| length.measure(text);
        if !matches!(length, Length::Sentences(_))
            && sections.len() * texts().map(weight).sum::<usize>() > limit * number
        {
            sections = Sections::default();
        }
        let mut waiting = Waiting {
            document,
            openings: Openings::of(document.language()),
            salience,
            short: document.sentences().map(is_short).collect(),
            long: document.sentences().map(|sentence| counts && sentence.words().len() > TOO_LONG).collect(),
            seen: vec![false; number],
            parts: quotation::torn(document),
            lacks: vec![OnceCell::new(); number],
            served: vec![false; sections.len()],
            sections,
            taken: vec![false; number],
            number: 0,
            heap: BinaryHeap::new(),
        };
        // As if none lacked anything: that is the most that a sentence can be worth.
        let most = |index| Candidate { is_sure: false, ..waiting.candidate(index, waiting.most(index)) };
        waiting.heap = (0..number).map(most).collect();
        waiting
    }

    fn candidate(&self, index: usize, worth: f32) -> Candidate {
        let (is_short, is_served) = (self.short[index], self.is_served(index));
        Candidate { is_short, is_served, worth, is_sure: true, index: u32::try_from(index).unwrap_or(u32::MAX) }
    }

    /// What a sentence lacks while it is alone.
    fn need(&self, index: usize) -> Option<Need> {
        let lack = *self.lacks[index].get_or_init(|| {
            let hangs = || self.document.sentence(index).is_some_and(|sentence| self.openings.hangs(sentence.text()));
            // Nothing stands before the first sentence that it could need, nor behind the last.
            match self.parts[index] {
                Some(Part::First) if index + 1 < self.parts.len() => Lack::Next,
                Some(Part::Later) if index > 0 => Lack::Before,
                None if index > 0 && hangs() => Lack::Antecedent,
                _ => Lack::Nothing,
            }
        });
        Need::of(index, lack)
    }

    /// A sentence's salience, lowered while few are taken if it is long.
    fn most(&self, index: usize) -> f32 {
        let salience = self.salience(index);
        salience * if self.long[index] && self.is_lowered(salience) { LONG } else { 1.0 }
    }

    /// The same, lowered besides if it hangs on one that is not taken.
    fn worth(&self, index: usize) -> f32 {
        let share = match self.need(index) {
            Some(need) if self.is_lowered(self.salience(index)) && !self.taken[need.on] => need.share,
            _ => 1.0,
        };
        self.most(index) * share
    }

    /// Whether anything is lowered; what is below zero would rise.
    fn is_lowered(&self, salience: f32) -> bool {
        self.number < FEW && salience > 0.0
    }

    fn salience(&self, index: usize) -> f32 {
        self.salience.get(index).copied().unwrap_or_default()
    }

    /// Whether others come first: in a text of sections those of a section that has none yet.
    fn is_served(&self, index: usize) -> bool {
        !self.served.is_empty() && self.sections.of_sentence(index).is_none_or(|section| self.served[section])
    }

    /// The best sentence that was not looked at yet, and what it is worth.
    fn next(&mut self) -> Option<(usize, f32)> {
        loop {
            let best = self.heap.pop()?;
            let index = best.index as usize;
            if self.seen[index] {
                continue;
            }
            // What it lacks was not asked before, or its section was served since it was put here.
            if !best.is_sure || !best.is_served && self.is_served(index) {
                self.heap.push(self.candidate(index, self.worth(index)));
                continue;
            }
            self.seen[index] = true;
            return Some((index, best.worth));
        }
    }

    /// Raises the sentences that hang on the one that was taken now, and all that are lowered when there are no longer
    /// few.
    fn take(&mut self, index: usize) {
        self.number += 1;
        self.taken[index] = true;
        if let Some(section) = self.sections.of_sentence(index) {
            self.served[section] = true;
        }
        let all = self.number == FEW;
        let near = index.saturating_sub(1)..(index + 2).min(self.lacks.len());
        // What was not asked what it lacks stands in the heap with all that it can be worth.
        let is_raised = |other: &usize| {
            let need = self.lacks[*other].get().and_then(|lack| Need::of(*other, *lack));
            need.map_or(all && self.long[*other], |need| all || need.on == index)
        };
        let raised = if all { 0..self.lacks.len() } else { near };
        let raised = raised.filter(|other| self.number <= FEW && !self.seen[*other] && is_raised(other));
        let raised: Vec<Candidate> = raised.map(|next| self.candidate(next, self.worth(next))).collect();
        self.heap.reserve_exact(raised.len());
        self.heap.extend(raised);
    }
}

/// A sentence that may be taken; the greatest is the one to take next.
struct Candidate {
    is_short: bool,
    is_served: bool,
    worth: f32,
    /// Whether it was asked what it lacks.
    is_sure: bool,
    /// There are fewer sentences than bytes, of which there are fewer than 4 GiB.
    index: u32,
}

impl Ord for Candidate {
    fn cmp(&self, other: &Candidate) -> Ordering {
        let by_section = || other.is_served.cmp(&self.is_served);
        let by_worth = || self.worth.total_cmp(&other.worth);
        let by_place = || other.index.cmp(&self.index);
        other.is_short.cmp(&self.is_short).then_with(by_section).then_with(by_worth).then_with(by_place)
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Candidate) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Candidate) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

/// The terms of the sentences chosen so far: for every term the sentences that have it, so that a candidate meets only
/// those it shares something with.
struct Chosen<'a> {
    document: &'a Document<'a>,
    /// For every term the last of its holders, one more than its place among them; 0 is none.
    last: Vec<u32>,
    holders: Vec<Holder>,
    sizes: Vec<usize>,
    shared: Vec<u32>,
    /// The distinct terms, without stop words, of the sentence that was looked at last.
    terms: Vec<u32>,
}

/// A chosen sentence that has a term.
struct Holder {
    /// Its place among the chosen.
    sentence: u32,
    /// The holder before it, as in [`Chosen::last`], and how many there are.
    before: u32,
    number: u32,
}

/// How many of the chosen sentences a term remembers: a term of more of them is no sign of repetition, and looking at
/// them all would make long selections quadratic.
const HOLDERS: u32 = 64;

impl<'a> Chosen<'a> {
    fn new(document: &'a Document<'a>) -> Chosen<'a> {
        let last = vec![0; document.terms()];
        Chosen { document, last, holders: Vec::new(), sizes: Vec::new(), shared: Vec::new(), terms: Vec::new() }
    }

    /// The place of the first chosen sentence that a candidate repeats, if there is one.
    fn repeated(&mut self, index: usize) -> Option<usize> {
        let words = self.document.sentence(index).into_iter().flat_map(|sentence| sentence.words());
        self.terms.clear();
        self.terms.extend(words.filter(|word| !word.is_stop_word()).filter_map(|word| word.term()));
        self.terms.sort_unstable();
        self.terms.dedup();
        let mut touched: Vec<u32> = Vec::new();
        for term in &self.terms {
            let mut at = self.last.get(*term as usize).copied().unwrap_or_default();
            while let Some(holder) = at.checked_sub(1).and_then(|at| self.holders.get(at as usize)) {
                let shared = &mut self.shared[holder.sentence as usize];
                if *shared == 0 {
                    touched.push(holder.sentence);
                }
                *shared += 1;
                at = holder.before;
            }
        }
        let mut repeated: Option<usize> = None;
        for holder in touched {
            let shared = std::mem::take(&mut self.shared[holder as usize]);
            let smaller = self.terms.len().min(self.sizes[holder as usize]).max(1);
            if f64::from(shared) / smaller as f64 >= REPETITION {
                let place = holder as usize;
                repeated = Some(repeated.map_or(place, |other| other.min(place)));
            }
        }
        repeated
    }

    /// Takes the sentence that was looked at last.
    fn add(&mut self) {
        let sentence = u32::try_from(self.sizes.len()).unwrap_or(u32::MAX);
        for term in &self.terms {
            let Some(last) = self.last.get_mut(*term as usize) else { continue };
            let before = last.checked_sub(1).and_then(|at| self.holders.get(at as usize));
            let number = before.map_or(0, |holder| holder.number) + 1;
            if number <= HOLDERS {
                self.holders.push(Holder { sentence, before: *last, number });
                *last = u32::try_from(self.holders.len()).unwrap_or(u32::MAX);
            }
        }
        self.sizes.push(self.terms.len());
        self.shared.push(0);
    }
}

#[cfg(all(test, feature = "analysis"))]
mod tests;
