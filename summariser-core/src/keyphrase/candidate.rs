//! [`Candidates`]: the phrases of a text, counted and weighed. Whatever stands between two borders is a candidate as a
//! whole, and so is every part of it that comes again or is a name; a part that comes once says nothing that the whole
//! does not.

use super::weight::Term;
use crate::document::{CAPITALISED, NO_TERM, NUMBER, STOP_WORD};
use crate::{Document, Span, link};
use std::ops::Range;

/// Some words in a row, and how often their terms come in a row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) start: u32,
    pub(super) words: u32,
    pub(super) count: u32,
    /// How often it is part of one longer phrase that comes again.
    pub(super) longer: u32,
    pub(super) is_name: bool,
    pub(super) score: f32,
}

impl Candidate {
    pub(super) fn range(&self) -> std::ops::Range<u32> {
        self.start..self.start + self.words
    }
}

/// Of a word: it may begin or end a phrase.
const CONTENT: u8 = 1;
/// Of a word: it is one of a name.
const NAME: u8 = 2;
/// Of a word: it begins a sentence.
const INITIAL: u8 = 4;

/// How many words longer than the longest phrases a row is that is still seen to come again: what is only ever part of it
/// is no phrase.
const BEYOND: u32 = 4;

/// How English adjectives end and few nouns do.
const MODIFIERS: [&[u8]; 5] = [b"able", b"ible", b"ous", b"ful", b"ly"];

/// What stands before the names of people who hold an office, in English.
const OFFICES: &str = "ambassador archbishop attorney bishop captain chairman chairwoman chancellor chief coach colonel commissioner \
    congressman congresswoman councilman councilwoman councillor deputy detective director general governor judge justice king \
    lieutenant mayor minister officer pope president premier prince princess professor prosecutor queen representative secretary \
    senator sergeant sheriff speaker spokesman spokeswoman superintendent treasurer";

/// A candidate of which a lesser share stands by itself and not in a longer one is none.
const OWN: f32 = 0.3;
/// By what the sum of the weights of so many words is divided: their number to the power of 0.7.
const SHARED: [f32; 9] = [1.0, 1.0, 1.6245, 2.1577, 2.6390, 3.0852, 3.5051, 3.9045, 4.2871];
/// How much more a name of several words is worth.
const NAMED: f32 = 1.1;
/// What is left for each word after the first of a phrase that comes once, ...
const ONCE: f32 = 0.7;
/// ... and of one that is more than the name that it holds.
const MIXED: f32 = 0.5;
/// No more than so many times as often as a whole phrase comes its last word, if the phrase stands for it: fewer for a
/// phrase than for a name.
const HALVES: u32 = 3;
const NAME_HALVES: u32 = 5;

/// The phrases of a document.
pub(super) struct Candidates<'a> {
    document: &'a Document<'a>,
    pub(super) bytes: &'a [u8],
    /// Of each word the number of its term, and where it stands.
    numbers: &'a [u32],
    spans: &'a [Span],
    terms: &'a [Term],
    /// What each word is to a phrase.
    kinds: Vec<u8>,
    /// The addresses that have not been passed yet, the next one last.
    addresses: Vec<Range<usize>>,
    /// Of each term the candidate that is it alone.
    singles: Vec<u32>,
    is_english: bool,
    /// Whether words may be elided: `l'eau`.
    elides: bool,
    /// Whether particles are written onto words, and not part of their terms: 도서관을.
    agglutinates: bool,
    pub(super) found: Vec<Candidate>,
}

/// No longer word is a title or the like that was cut short.
const LONGEST_TITLE: usize = 4;

impl<'a> Candidates<'a> {
    /// Finds those of at most `longest` words.
    pub(super) fn new(document: &'a Document<'a>, terms: &'a [Term], longest: u32) -> Candidates<'a> {
        let columns = document.columns();
        let mut candidates = Candidates {
            document,
            bytes: document.text().as_bytes(),
            numbers: &columns.word_terms,
            spans: &columns.word_spans,
            terms,
            kinds: vec![0; columns.word_terms.len()],
            addresses: link::addresses(document.text()),
            singles: vec![NONE; terms.len()],
            is_english: document.language() == "en",
            elides: matches!(document.language(), "fr" | "it" | "ca"),
            agglutinates: document.language() == "ko",
            found: Vec::with_capacity(terms.len() + columns.word_terms.len() / 8),
        };
        candidates.addresses.reverse();
        let rows = candidates.rows();
        let alone = candidates.found.len();
        candidates.repeated(&rows, longest);
        candidates.weigh(alone, longest);
        for row in rows.into_iter().filter(|row| row.len() > 1) {
            candidates.once(row, longest);
        }
        candidates.complete(alone);
        if longest > 1 && candidates.names_by_capitals() {
            candidates.drop_parts(alone);
        }
        candidates
    }

    /// How many bytes of a word are a particle: what its term lacks.
    pub(super) fn particle(&self, word: u32) -> u32 {
        if !self.agglutinates {
            return 0;
        }
        let (text, term) = (self.span(word).of(self.document.text()), self.document.term(self.number(word)));
        let particle = text.and_then(|text| text.strip_prefix(term)).filter(|_| !term.is_empty());
        particle.map_or(0, |particle| u32::try_from(particle.len()).unwrap_or_default())
    }

    /// The number of a word's term.
    #[inline]
    pub(super) fn number(&self, word: u32) -> u32 {
        self.numbers.get(word as usize).copied().unwrap_or(NO_TERM)
    }

    /// Of each word whose term one of the phrases begins with, the next one of the same term; none after the last.
    pub(super) fn followers(&self, phrases: &[Candidate]) -> Vec<u32> {
        const UNWANTED: u32 = NONE - 1;
        let mut latest = vec![UNWANTED; self.terms.len()];
        for phrase in phrases.iter().filter(|it| it.count > 1) {
            if let Some(latest) = latest.get_mut(self.number(phrase.start) as usize) {
                *latest = NONE;
            }
        }
        let mut followers = vec![NONE; self.numbers.len()];
        for (word, (number, follower)) in self.numbers.iter().zip(&mut followers).enumerate().rev() {
            if let Some(latest) = latest.get_mut(*number as usize).filter(|latest| **latest != UNWANTED) {
                *follower = std::mem::replace(latest, word as u32);
            }
        }
        followers
    }

    #[inline]
    pub(super) fn term(&self, word: u32) -> Term {
        self.terms.get(self.number(word) as usize).copied().unwrap_or_default()
    }

    #[inline]
    pub(super) fn span(&self, word: u32) -> Span {
        self.spans.get(word as usize).copied().unwrap_or_default()
    }

    #[inline]
    fn is(&self, word: u32, kind: u8) -> bool {
        self.kinds.get(word as usize).is_some_and(|kinds| kinds & kind != 0)
    }

    /// Whether a word may begin or end a phrase.
    pub(super) fn is_content(&self, word: u32) -> bool {
        self.is(word, CONTENT)
    }

    /// Whether a word is one of a name.
    pub(super) fn is_of_name(&self, word: u32) -> bool {
        self.is(word, NAME)
    }

    /// Whether a word begins its sentence.
    pub(super) fn is_initial(&self, word: u32) -> bool {
        self.is(word, INITIAL)
    }

    /// Whether nothing but white space is between a word and the one before it, and neither a possessive nor an elision.
    #[inline]
    pub(super) fn is_joined(&self, word: u32) -> bool {
        let (before, after) = (self.span(word.saturating_sub(1)), self.span(word));
        match self.bytes.get((before.end as usize).saturating_sub(1)..after.start as usize) {
            // No possessive, and no elision: nearly always.
            Some([last, b' ']) if *last != b's' && !self.elides => true,
            Some([_, gap @ ..]) => self.is_gap(gap, before, after),
            _ => false,
        }
    }

    fn is_gap(&self, gap: &[u8], before: Span, after: Span) -> bool {
        // `Sgt. Bowe Bergdahl`: within a sentence a stop shortens the title before a name.
        let shortened = || {
            gap.first() == Some(&b'.')
                && gap.len() > 1
                && is_blank(gap.get(1..).unwrap_or_default())
                && before.len() <= LONGEST_TITLE
                && self.names_by_capitals()
                && [before, after]
                    .iter()
                    .all(|word| self.bytes.get(word.start as usize).is_some_and(u8::is_ascii_uppercase))
        };
        (gap == b" " || is_blank(gap) || gap.trim_ascii() == b"&" && gap.len() > 2 || shortened())
            && self.possessive(before) == 0
            && (self.elided(after) == 0 || self.bytes.get(after.start as usize) == Some(&b'd'))
    }

    /// How many bytes at the beginning of a word are an elided one: `l'école`, `d’eau`.
    pub(super) fn elided(&self, word: Span) -> u32 {
        if !self.elides {
            return 0;
        }
        let word = word.of(self.document.text()).unwrap_or_default();
        let Some((at, mark)) = word.char_indices().take(5).skip(1).find(|(_, c)| matches!(c, '\'' | '’')) else {
            return 0;
        };
        (at + mark.len_utf8()) as u32
    }

    /// How many bytes at the end of a word are a possessive: `Marchand's`. Languages that elide have none.
    #[inline]
    pub(super) fn possessive(&self, word: Span) -> u32 {
        match self.bytes.get(word.range()) {
            Some([_, .., b'\'', b's']) if !self.elides => 2,
            Some([_, .., 0xE2, 0x80, 0x99, b's']) if !self.elides => 4,
            _ => 0,
        }
    }

    /// The rows of words that no border divides; on the way what each word is to a phrase, and the single words. One or
    /// two words such as `of` between two names are no border.
    fn rows(&mut self) -> Vec<Span> {
        let columns = self.document.columns();
        let mut rows = Vec::with_capacity(self.kinds.len() / 2);
        for words in columns.sentence_words.iter() {
            let Some(flags) = columns.word_flags.get(words.range()) else { continue };
            let (mut start, mut end) = (words.start, words.start);
            let flag_of_first = flags.first().copied().unwrap_or_default();
            for (word, &flags) in (words.start..).zip(flags) {
                let is_initial = word == words.start;
                let may_be = flags & (STOP_WORD | NUMBER) == 0 && !self.is_of_address(word);
                let kind = if may_be { self.kind(word, flags, is_initial) } else { 0 };
                if let Some(slot) = self.kinds.get_mut(word as usize) {
                    *slot = kind | (INITIAL * u8::from(is_initial));
                }
                if kind == 0 {
                    continue;
                }
                if word == words.start + 1 && kind & NAME != 0 && self.begins_name(words.start, flag_of_first) {
                    self.kinds[words.start as usize] |= NAME;
                }
                let joins = end > start
                    && word - end <= 2
                    && (end == word || kind & NAME != 0 && self.is(end - 1, NAME) && self.joins(end, word))
                    && (end..=word).all(|word| self.is_joined(word));
                if !joins {
                    if end > start {
                        rows.push(Span::new(start, end));
                    }
                    start = word;
                }
                end = word + 1;
            }
            if end > start {
                rows.push(Span::new(start, end));
            }
        }
        rows
    }

    /// Whether a word is part of an address; asked of words in their order.
    #[inline]
    fn is_of_address(&mut self, word: u32) -> bool {
        if self.addresses.is_empty() {
            return false;
        }
        let start = self.span(word).start as usize;
        while self.addresses.pop_if(|address| address.end <= start).is_some() {}
        self.addresses.last().is_some_and(|address| address.contains(&start))
    }

    /// What a word is to a phrase that is neither a stop word nor a number. Where its term has no candidate yet that is it
    /// alone, the word is.
    #[inline]
    fn kind(&mut self, word: u32, flags: u8, is_initial: bool) -> u8 {
        let number = self.number(word) as usize;
        let (Some(term), Some(single)) = (self.terms.get(number), self.singles.get_mut(number)) else { return 0 };
        if term.weight == 0.0 {
            return 0;
        }
        // The capital of a first word says nothing.
        let is_name = flags & CAPITALISED != 0 && (!is_initial || term.is_name);
        if *single == NONE {
            *single = self.found.len() as u32;
            let score = term.weight * term.alone;
            self.found.push(Candidate { start: word, words: 1, count: term.count, longer: 0, is_name, score });
        }
        CONTENT | (NAME * u8::from(is_name))
    }

    /// Whether the first word of a sentence is part of the name behind it, `Nora Vale` and not `Bridges Nora Vale built`:
    /// a text names people whole when it first speaks of them, and mostly first thing.
    fn begins_name(&self, word: u32, flags: u8) -> bool {
        let term = self.term(word);
        let span = self.span(word);
        let text = span.of(self.document.text()).unwrap_or_default();
        flags & CAPITALISED != 0
            && self.is(word, CONTENT)
            && term.count == 1
            && self.is_joined(word + 1)
            && self.names_by_capitals()
            && !text.ends_with(['y', 's'])
            && !text.ends_with("ing")
            && !self.is_modifier(word)
    }

    /// Whether it was measured that capitals show the names of the language well: not so of German, which gives them to all
    /// nouns, nor of Vietnamese, whose words are syllables.
    fn names_by_capitals(&self) -> bool {
        matches!(self.document.language(), "en" | "es" | "fr" | "it" | "pt")
    }

    /// Whether some words may all join two names in one.
    fn joins(&self, start: u32, end: u32) -> bool {
        (start..end).all(|between| self.term(between).joins)
    }

    /// Whatever comes twice: first pairs whose words come twice, then threes whose pairs do, and so on.
    fn repeated(&mut self, rows: &[Span], longest: u32) {
        // Of the phrases of one length the one that begins at each word; and where there may be one that comes twice.
        let mut phrases = vec![NONE; self.kinds.len()];
        let mut places = Vec::with_capacity(rows.len());
        for row in rows.iter().filter(|row| row.len() > 1) {
            for word in row.start..row.end {
                let number = self.number(word) as usize;
                let Some(single) = self.singles.get_mut(number) else { continue };
                // What joins two names is no phrase of its own, and yet one of those that longer ones are made of.
                if self.kinds.get(word as usize).is_some_and(|kind| kind & CONTENT == 0) {
                    if *single == NONE {
                        *single = self.found.len() as u32;
                        let it = Candidate { start: word, words: 1, count: 0, longer: 0, is_name: false, score: 0.0 };
                        self.found.push(it);
                    }
                    self.found[*single as usize].count += 1;
                }
                phrases[word as usize] = *single;
                if word + 1 < row.end {
                    places.push((word, row.end));
                }
            }
        }
        // Where single words are wanted, those of longer phrases are, too.
        let end = if longest > 1 { longest.saturating_add(BEYOND) } else { 1 };
        for words in 2..=end {
            let twice = |found: &[Candidate], number: u32| found.get(number as usize).is_some_and(|it| it.count > 1);
            places.retain(|(start, end)| {
                start + words <= *end
                    && twice(&self.found, phrases[*start as usize])
                    && twice(&self.found, phrases[*start as usize + 1])
            });
            if places.is_empty() {
                break;
            }
            let mut table = Table::new(places.len());
            // In the order of the text, so that what begins at the next word is still one word shorter.
            for (start, _) in &places {
                let parts = [phrases[*start as usize], phrases[*start as usize + 1]];
                let number = table.insert(u64::from(parts[0]) << 32 | u64::from(parts[1]), self.found.len() as u32);
                if number as usize == self.found.len() {
                    let is_name = self.is_whole_name(*start, *start + words);
                    let it = Candidate { start: *start, words, count: 0, longer: 0, is_name, score: 0.0 };
                    self.found.push(it);
                }
                self.found[number as usize].count += 1;
                let count = self.found[number as usize].count;
                if count > 1 {
                    for part in parts {
                        let part = &mut self.found[part as usize];
                        part.longer = part.longer.max(count);
                    }
                }
                phrases[*start as usize] = number;
            }
        }
    }

    fn is_whole_name(&self, start: u32, end: u32) -> bool {
        (start..end).all(|word| self.is(word, NAME) || word > start && !self.is(word, CONTENT))
    }

    /// A row and the names in it, as if they came once; a row that holds a name of two words is no phrase, the name is.
    fn once(&mut self, row: Span, longest: u32) {
        let fits = |start: u32, end: u32| (2..=longest).contains(&(end - start));
        let (mut start, mut holds_name) = (row.start, false);
        for word in row.start..=row.end {
            if word < row.end && (self.is(word, NAME) || word > start && !self.is(word, CONTENT)) {
                continue;
            }
            if fits(start, word) {
                self.add_once(start, word - start, true);
                holds_name = true;
            } else if word > start && word - start > longest {
                // "Supreme Court Justice | Ruth Bader Ginsburg", "Los Angeles | County Superior Court".
                let middle = self.behind_office(start, word).unwrap_or(start + (word - start) / 2);
                for (start, end) in [(start, middle), (middle, word)] {
                    if fits(start, end) {
                        self.add_once(start, end - start, true);
                        holds_name = true;
                    }
                }
            }
            start = word + 1;
        }
        if !holds_name && fits(row.start, row.end) {
            self.add_once(row.start, row.end - row.start, false);
        }
    }

    /// Where a person's name begins in a row of names, behind the last word that is an office: `Prime Minister`.
    fn behind_office(&self, start: u32, end: u32) -> Option<u32> {
        let office = |word: &u32| {
            let text = self.span(*word).of(self.document.text()).unwrap_or_default();
            OFFICES.split_ascii_whitespace().any(|office| office.eq_ignore_ascii_case(text))
        };
        (start + 1..end.saturating_sub(2)).rev().find(office).map(|word| word + 1)
    }

    fn add_once(&mut self, start: u32, words: u32, is_name: bool) {
        let mut it = Candidate { start, words, count: 1, longer: 0, is_name, score: 0.0 };
        if self.is(start, CONTENT) && self.is(start + words - 1, CONTENT) {
            it.score = self.worth(&it);
        }
        self.found.push(it);
    }

    /// Weighs what comes again, behind the first `alone` candidates: the terms' weights, as far as they occur in it, with
    /// less than the sum for more than one. What is too long or mostly part of something longer is none.
    fn weigh(&mut self, alone: usize, longest: u32) {
        let mut found = std::mem::take(&mut self.found);
        for it in found.iter_mut().skip(alone).filter(|it| it.count > 1 && it.words <= longest) {
            if self.is(it.start, CONTENT) && self.is(it.start + it.words - 1, CONTENT) {
                it.score = self.worth(it);
            }
        }
        for it in found.iter_mut().filter(|it| it.longer > 0) {
            if (it.count.saturating_sub(it.longer) as f32) < OWN * it.count as f32 {
                it.score = 0.0;
            }
        }
        self.found = found;
    }

    /// What a phrase of several words is worth.
    fn worth(&self, it: &Candidate) -> f32 {
        let (mut sum, mut words, mut names) = (0.0, 0, 0);
        for word in it.range() {
            let Some(term) = self.terms.get(self.number(word) as usize).filter(|term| term.weight > 0.0) else {
                continue;
            };
            sum += term.share;
            words += 1;
            names += u32::from(term.is_name);
        }
        let sum = sum * (it.count as f32).sqrt() / SHARED.get(words).copied().unwrap_or(words as f32);
        match it.is_name {
            true => sum * NAMED,
            false if names > 1 => sum * MIXED,
            false if it.count == 1 => (1..words).fold(sum, |worth, _| worth * ONCE),
            false => sum,
        }
    }

    /// Whether a word looks like an English participle or adjective, which says little without what follows.
    pub(super) fn is_modifier(&self, word: u32) -> bool {
        if !self.is_english || self.is(word, NAME) {
            return false;
        }
        let bytes = self.document.text().as_bytes();
        let text = bytes.get(self.span(word).range()).unwrap_or_default();
        match text.last() {
            Some(b'd') => text.ends_with(b"ed") && !self.document.term(self.number(word)).ends_with("ed"),
            Some(b'e' | b's' | b'l' | b'y') => MODIFIERS.iter().any(|ending| text.ends_with(ending)),
            _ => false,
        }
    }

    /// Drops single words that only ever are part of a longer name: `East` of `Lower East Side` and `East Village`.
    fn drop_parts(&mut self, alone: usize) {
        // How often each term is beside another name.
        let mut parts = vec![0; self.singles.len()];
        let names = self.kinds.iter().enumerate().filter(|(_, kinds)| **kinds & NAME != 0);
        for word in names.map(|(word, _)| word as u32) {
            let before = word > 0 && self.is(word - 1, NAME) && self.is_joined(word);
            let beside = before || self.is(word + 1, NAME) && self.is_joined(word + 1);
            if let Some(parts) = parts.get_mut(self.number(word) as usize).filter(|_| beside) {
                *parts += 1;
            }
        }
        for (number, &times) in parts.iter().enumerate().filter(|(_, times)| **times > 0) {
            let single = self.singles.get(number).map_or(alone, |single| *single as usize);
            if let Some(it) = self.found.get_mut(single).filter(|it| single < alone && it.count == times) {
                it.score = 0.0;
            }
        }
    }

    /// Lets whole phrases stand for their last words: `Leon Marchand` for `Marchand`, `Carrick Bridge` for `bridge`, `state
    /// transport department` for `department`. A text says the whole when it first speaks of it and then the half of it.
    fn complete(&mut self, alone: usize) {
        let capitalises_nouns = self.document.language() == "de";
        // Of each of the first `alone` candidates what stands for it.
        let mut wholes = vec![NONE; alone];
        for (number, it) in self.found.iter().enumerate().skip(alone).filter(|(_, it)| it.score > 0.0) {
            let last = it.start + it.words - 1;
            let Some(&single) = self.singles.get(self.number(last) as usize) else { continue };
            let (Some(whole), Some(half)) = (wholes.get_mut(single as usize), self.found.get(single as usize)) else {
                continue;
            };
            let (first, second) = (self.term(it.start), self.term(last));
            let fits = match second.is_name {
                true => it.is_name && !second.is_thing && (it.count > 1 || !capitalises_nouns || !first.is_thing),
                false if it.is_name => it.count.saturating_mul(NAME_HALVES) >= second.count,
                false if it.count > 1 => it.count.saturating_mul(HALVES) >= second.count,
                false => it.words > 2 && half.score > 0.0 && half.start == last && second.count > 2,
            };
            if fits
                && first.count <= it.count.saturating_mul(2)
                && first.count <= second.count.saturating_mul(2)
                && self.found.get(*whole as usize).is_none_or(|other| it.count > other.count)
            {
                *whole = number as u32;
            }
        }
        for (at, whole) in wholes.into_iter().enumerate().filter(|(_, whole)| *whole != NONE) {
            let half = std::mem::take(&mut self.found[at].score);
            let whole = &mut self.found[whole as usize];
            whole.score = whole.score.max(half);
        }
    }
}

/// Whether some bytes are white space alone.
fn is_blank(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().all(char::is_whitespace))
}

/// No number.
pub(super) const NONE: u32 = u32::MAX;

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
