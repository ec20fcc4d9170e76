//! [`Terms`]: words made comparable. A word that was seen before is found by its letters alone; only a new one is
//! lower-cased and stemmed, so that the cost of stemming grows with the vocabulary and not with the text.

use super::character::is_blank;
use super::language::Language;
use super::stop_word::is_stop_word;
use super::{english, korean};
use frostem::{Algorithm, Stemmer};
use rustc_hash::FxHasher;
use std::hash::Hasher;
use std::ops::Range;

/// Interned terms, numbered from 0 in the order in which they were first met, with how often each occurred.
///
/// The texts lie in one pool; that of term `n` is `pool[offsets[n]..offsets[n + 1]]`. So the whole can be lent as
/// three columns: pool, offsets, counts.
///
/// ```
/// # #[cfg(feature = "analysis")] {
/// use summariser_core::text::{Language, Terms};
/// let english = Language::from_code("en");
/// let mut terms = Terms::new();
/// let olive = terms.intern("Olives", english);
/// assert_eq!(terms.intern("olive", english), olive);
/// assert_eq!(terms.text(olive), "oliv");
/// assert_eq!(terms.count(olive), 2);
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Terms {
    pool: Vec<u8>,
    offsets: Vec<u32>,
    counts: Vec<u32>,
    /// Which term a stem is: the stem of each, and an open table of one more than their numbers. 0 is empty, and the size
    /// is a power of two, at most half full.
    stems: Vec<Short>,
    slots: Vec<u32>,
    /// Words and their stems outlive the document, because the next one uses the same words.
    words: Lexicon,
    long: Pool,
    language: Language,
    algorithm: Option<Algorithm>,
}

impl Default for Terms {
    fn default() -> Terms {
        Terms {
            pool: Vec::new(),
            offsets: vec![0],
            counts: Vec::new(),
            stems: Vec::new(),
            slots: vec![0; FIRST_SLOTS],
            words: Lexicon::default(),
            long: Pool::default(),
            language: Language::UNKNOWN,
            algorithm: None,
        }
    }
}

impl Terms {
    /// No terms.
    #[must_use]
    pub fn new() -> Terms {
        Terms::default()
    }

    /// The number of the term that `word` stands for in `language`; one more occurrence of it is counted.
    pub fn intern(&mut self, word: &str, language: Language) -> u32 {
        self.meet(word, 0..word.len(), language).0
    }

    /// The number of the term that the word at a place of `text` stands for, and whether it is a stop word; one more
    /// occurrence of the term is counted.
    #[inline]
    pub(crate) fn meet(&mut self, text: &str, word: Range<usize>, language: Language) -> (u32, bool) {
        let key = match Short::at(text, word.clone()) {
            Some(key) => key,
            None => Short::of_long(self.long.insert(text.as_bytes().get(word.clone()).unwrap_or_default())),
        };
        let key = key.noted(language.number());
        let stem = match self.words.find(&key) {
            Some(stem) => stem,
            None => self.learn(key, text.get(word).unwrap_or_default(), language),
        };
        (self.count_stem(stem.noted(0)), stem.note() != 0)
    }

    /// The term of a stem, which occurs once more.
    #[inline]
    fn count_stem(&mut self, stem: Short) -> u32 {
        let mask = self.slots.len() - 1;
        let mut slot = stem.hash() & mask;
        loop {
            let term = self.slots.get(slot).copied().unwrap_or_default().wrapping_sub(1);
            match (self.stems.get(term as usize), self.counts.get_mut(term as usize)) {
                (Some(known), Some(count)) if known.is(&stem) => {
                    *count = count.saturating_add(1);
                    return term;
                }
                (Some(_), _) => slot = (slot + 1) & mask,
                _ => return self.add(slot, stem),
            }
        }
    }

    /// Makes a stem that this document did not have yet a term of it.
    fn add(&mut self, slot: usize, stem: Short) -> u32 {
        let term = u32::try_from(self.stems.len()).unwrap_or(u32::MAX);
        match stem.bytes() {
            Ok((bytes, length)) => {
                // All of them, since how many there are is not known before: the others are taken off again.
                let end = self.pool.len() + length;
                self.pool.extend_from_slice(&bytes);
                self.pool.truncate(end);
            }
            Err(number) => self.pool.extend_from_slice(self.long.bytes(number)),
        }
        self.offsets.push(u32::try_from(self.pool.len()).unwrap_or(u32::MAX));
        self.counts.push(1);
        self.stems.push(stem);
        if let Some(free) = self.slots.get_mut(slot) {
            *free = term.wrapping_add(1);
        }
        if self.slots.len() < 2 * self.stems.len() {
            self.grow();
        }
        term
    }

    /// Doubles the table of terms.
    fn grow(&mut self) {
        let size = 2 * self.slots.len();
        self.slots.clear();
        self.slots.resize(size, 0);
        for (number, stem) in (1..).zip(&self.stems) {
            let mut slot = stem.hash() & (size - 1);
            while self.slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(free) = self.slots.get_mut(slot) {
                *free = number;
            }
        }
    }

    /// Adds a word that was not met before, or is forgotten: its stem, with a note if it is a stop word.
    #[cold]
    fn learn(&mut self, key: Short, word: &str, language: Language) -> Short {
        // One that was broken at the end of a line is the same without the break.
        let stem = if word.contains(['\n', '\r']) {
            self.judge(&word.chars().filter(|c| !is_blank(*c)).collect::<String>(), language)
        } else {
            self.judge(word, language)
        };
        self.words.add(Met { key, stem });
        stem
    }

    fn judge(&mut self, word: &str, language: Language) -> Short {
        if language != self.language {
            self.language = language;
            self.algorithm = algorithm(language);
        }
        self.stem(word).noted(is_stop_word(word, language).into())
    }

    fn stem(&mut self, word: &str) -> Short {
        if self.language == Language::ENGLISH && word.is_ascii() && word.len() <= english::LONGEST {
            let mut letters = [0; english::LONGEST];
            let stem = stemmed(word, &mut letters);
            return self.short(stem);
        }
        let lower = comparable(word);
        let stem = match self.algorithm {
            Some(algorithm) if lower.len() <= LONGEST_STEMMED => Stemmer::new(algorithm).stem(&lower),
            None if self.language == Language::KOREAN => korean::stem(&lower).into(),
            _ => lower.as_str().into(),
        };
        // Some stemmers reduce a word to nothing.
        self.short(if stem.is_empty() { lower.as_bytes() } else { stem.as_bytes() })
    }

    fn short(&mut self, stem: &[u8]) -> Short {
        Short::of(stem).unwrap_or_else(|| Short::of_long(self.long.insert(stem)))
    }

    /// How many terms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// The text of a term; empty if there is no such term.
    #[must_use]
    pub fn text(&self, term: u32) -> &str {
        let at = term as usize;
        match (self.offsets.get(at), self.offsets.get(at + 1)) {
            (Some(&start), Some(&end)) => self.pool().get(start as usize..end as usize).unwrap_or_default(),
            _ => "",
        }
    }

    /// How often a term occurred.
    #[must_use]
    pub fn count(&self, term: u32) -> u32 {
        self.counts.get(term as usize).copied().unwrap_or_default()
    }

    /// The texts of all terms, one after the other.
    #[must_use]
    pub fn pool(&self) -> &str {
        std::str::from_utf8(&self.pool).unwrap_or_default()
    }

    /// Where in the pool each term begins, and where the last one ends: one more than there are terms.
    #[must_use]
    pub fn offsets(&self) -> &[u32] {
        &self.offsets
    }

    /// How often each term occurred.
    #[must_use]
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// Whether so many words were met that nothing of them is kept.
    fn is_large(&self) -> bool {
        self.slots.len() > MOST_SLOTS || self.long.pool.len() > MOST_KEPT
    }

    /// The pool, the offsets and the counts, for whoever needs nothing else of this document. Where many words were met,
    /// they are given away, and the memory for those words is given back.
    pub(crate) fn columns(&mut self) -> (String, Vec<u32>, Vec<u32>) {
        if self.is_large() {
            let Terms { pool, offsets, counts, .. } = std::mem::take(self);
            return (String::from_utf8(pool).unwrap_or_default(), offsets, counts);
        }
        (self.pool().to_owned(), self.offsets.clone(), self.counts.clone())
    }

    /// Forgets all terms, for the next document. What was learnt about words is kept, within bounds; it changes no
    /// answer.
    pub fn clear(&mut self) {
        if self.is_large() {
            *self = Terms::default();
        }
        self.pool.clear();
        self.offsets.truncate(1);
        self.counts.clear();
        self.stems.clear();
        self.slots.clear();
        self.slots.resize(FIRST_SLOTS, 0);
    }
}

/// How many bytes of long words and stems, and how large a table of terms, are kept from one document to the next.
const MOST_KEPT: usize = 1 << 19;
const MOST_SLOTS: usize = 1 << 17;
/// The slots of a new table of terms, or of long words.
const FIRST_SLOTS: usize = 1 << 10;
/// How many words have a place, twice.
const FIRST_PLACES: usize = 1 << 9;
const MOST_PLACES: usize = 1 << 13;
/// Longer words are none: digits of pi, base 64, DNA. They are compared as they are.
const LONGEST_STEMMED: usize = 64;

/// A word in lower case, with straight apostrophes, without possessive, soft hyphens and a final stop.
fn comparable(word: &str) -> String {
    let mut lower = String::with_capacity(word.len());
    if word.is_ascii() {
        lower.push_str(word);
        lower.make_ascii_lowercase();
    } else {
        for c in word.to_lowercase().chars() {
            match c {
                '’' => lower.push('\''),
                '\u{2010}' | '\u{2011}' => lower.push('-'),
                // The dot above of a Turkish capital İ in lower case is no letter of its own.
                '\u{AD}' | '\u{200B}' | '\u{307}' => {}
                _ => lower.push(c),
            }
        }
    }
    let kept = lower.strip_suffix("'s").or_else(|| lower.strip_suffix('\'')).unwrap_or(&lower);
    let kept = if kept.contains('.') { kept.trim_end_matches('.') } else { kept };
    if !kept.is_empty() {
        lower.truncate(kept.len());
    }
    if lower.is_empty() { word.to_owned() } else { lower }
}

/// The stem of an English word of ASCII, as [`comparable`] and the stemmer make it, in a place that has room for it.
fn stemmed<'l>(word: &str, letters: &'l mut [u8; english::LONGEST]) -> &'l [u8] {
    let Some(letters) = letters.get_mut(..word.len()) else { return &[] };
    letters.copy_from_slice(word.as_bytes());
    letters.make_ascii_lowercase();
    let kept: &[u8] = letters.strip_suffix(b"'s").or_else(|| letters.strip_suffix(b"'")).unwrap_or(letters);
    let kept = kept.len() - kept.iter().rev().take_while(|letter| **letter == b'.').count();
    let kept = if kept == 0 { word.len() } else { kept };
    let length = letters.get_mut(..kept).map_or(0, english::stem);
    if length > 0 {
        return letters.get(..length).unwrap_or_default();
    }
    // Nothing is left, so the word stays what it is.
    letters.copy_from_slice(word.as_bytes());
    letters.make_ascii_lowercase();
    letters.get(..kept).unwrap_or_default()
}

fn algorithm(language: Language) -> Option<Algorithm> {
    Some(match language {
        Language::ARABIC => Algorithm::Arabic,
        Language::ARMENIAN => Algorithm::Armenian,
        Language::BASQUE => Algorithm::Basque,
        Language::CATALAN => Algorithm::Catalan,
        Language::CZECH => Algorithm::Czech,
        Language::DANISH => Algorithm::Danish,
        Language::DUTCH => Algorithm::Dutch,
        Language::ENGLISH => Algorithm::English,
        Language::ESPERANTO => Algorithm::Esperanto,
        Language::ESTONIAN => Algorithm::Estonian,
        Language::FINNISH => Algorithm::Finnish,
        Language::FRENCH => Algorithm::French,
        Language::GERMAN => Algorithm::German,
        Language::GREEK => Algorithm::Greek,
        Language::HINDI => Algorithm::Hindi,
        Language::HUNGARIAN => Algorithm::Hungarian,
        Language::INDONESIAN => Algorithm::Indonesian,
        Language::IRISH => Algorithm::Irish,
        Language::ITALIAN => Algorithm::Italian,
        Language::LITHUANIAN => Algorithm::Lithuanian,
        Language::NEPALI => Algorithm::Nepali,
        Language::BOKMAL | Language::NORWEGIAN => Algorithm::Norwegian,
        Language::PERSIAN => Algorithm::Persian,
        Language::POLISH => Algorithm::Polish,
        Language::PORTUGUESE => Algorithm::Portuguese,
        Language::ROMANIAN => Algorithm::Romanian,
        Language::RUSSIAN => Algorithm::Russian,
        Language::SERBIAN => Algorithm::Serbian,
        Language::SOTHO => Algorithm::Sesotho,
        Language::SPANISH => Algorithm::Spanish,
        Language::SWEDISH => Algorithm::Swedish,
        Language::TAMIL => Algorithm::Tamil,
        Language::TURKISH => Algorithm::Turkish,
        Language::UKRAINIAN => Algorithm::Ukrainian,
        Language::YIDDISH => Algorithm::Yiddish,
        _ => return None,
    })
}

/// A word or a stem as two numbers, so that two can be compared at once: its bytes, a note, and its length. For the bytes
/// of a longer one stands its number among the long ones.
#[derive(Clone, Copy, Debug, Default)]
struct Short(u64, u64);

/// How many bytes fit beside note and length.
const SHORT: usize = 14;
/// What stands for the length of a longer one.
const LONG: usize = SHORT + 1;

/// The bits of two numbers that belong to a word of each length.
const KEPT: [[u64; 2]; SHORT + 1] = {
    let mut kept = [[0; 2]; SHORT + 1];
    let mut bit = 0;
    while bit < 8 * SHORT {
        let mut length = bit / 8 + 1;
        while length <= SHORT {
            kept[length][bit / 64] |= 1 << (bit % 64);
            length += 1;
        }
        bit += 1;
    }
    kept
};

impl Short {
    /// What stands at a place of a text, if it is short.
    #[inline]
    fn at(text: &str, place: Range<usize>) -> Option<Short> {
        let length = place.len();
        let [a, b] = KEPT.get(length)?;
        // Where more text follows, the bytes behind come along and are taken off again.
        match text.as_bytes().get(place.start..).and_then(|rest| rest.first_chunk()) {
            Some(chunk) => {
                let Short(c, d) = Short::split(chunk);
                Some(Short(a & c, b & d).ended(length))
            }
            None => Short::of(text.as_bytes().get(place)?),
        }
    }

    fn of(bytes: &[u8]) -> Option<Short> {
        let mut chunk = [0; 16];
        chunk.get_mut(..bytes.len()).filter(|_| bytes.len() <= SHORT)?.copy_from_slice(bytes);
        Some(Short::split(&chunk).ended(bytes.len()))
    }

    fn of_long(number: u32) -> Short {
        Short(u64::from(number), 0).ended(LONG)
    }

    #[inline]
    fn split(chunk: &[u8; 16]) -> Short {
        let both = u128::from_le_bytes(*chunk);
        Short(both as u64, (both >> 64) as u64)
    }

    #[inline]
    fn ended(self, length: usize) -> Short {
        // One more than the length, so that none is zero.
        Short(self.0, self.1 | (length as u64 + 1) << 56)
    }

    /// The same with a note, if it had none; without one, if that is 0.
    #[inline]
    fn noted(self, note: u8) -> Short {
        Short(self.0, self.1 & !(0xFF << 48) | u64::from(note) << 48)
    }

    #[inline]
    fn note(self) -> u8 {
        (self.1 >> 48) as u8
    }

    /// Its bytes, with others behind them, and how many they are; or the number of a long one.
    #[inline]
    fn bytes(self) -> Result<([u8; 16], usize), u32> {
        let Short(a, b) = self;
        let length = (b >> 56) as usize - 1;
        if length == LONG { Err(a as u32) } else { Ok(((u128::from(a) | u128::from(b) << 64).to_le_bytes(), length)) }
    }

    /// Whether it is the same.
    #[inline]
    fn is(&self, other: &Short) -> bool {
        (self.0 ^ other.0) | (self.1 ^ other.1) == 0
    }

    #[inline]
    fn hash(&self) -> usize {
        // Both halves of the product, since every bit of the result is to hang on every letter.
        let mixed = u128::from(self.0 ^ self.1.rotate_left(23)) * 0x9E37_79B9_7F4A_7C15;
        (mixed ^ mixed >> 64) as usize
    }
}

/// Words that were met, and their stems. A word has two places to be, in one line of the processor's cache. It comes to
/// the second one, for which another is forgotten, and moves to the first when it is met again: so common words stay, and
/// no more are kept than the cache holds.
#[derive(Clone, Debug, Default)]
struct Lexicon {
    /// A power of two, unless there are none yet.
    places: Vec<Places>,
    /// How many words were added since there were so many places.
    added: usize,
}

#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Places([Met; 2]);

/// A word that was met.
#[derive(Clone, Copy, Debug, Default)]
struct Met {
    /// With the number of its language.
    key: Short,
    /// With a note if it is a stop word.
    stem: Short,
}

impl Lexicon {
    /// The stem of a word.
    #[inline]
    fn find(&mut self, key: &Short) -> Option<Short> {
        let Places([first, second]) = self.at(key)?;
        if first.key.is(key) {
            return Some(first.stem);
        }
        std::mem::swap(first, second);
        if first.key.is(key) {
            return Some(first.stem);
        }
        std::mem::swap(first, second);
        None
    }

    #[inline]
    fn at(&mut self, key: &Short) -> Option<&mut Places> {
        let mask = self.places.len().wrapping_sub(1);
        self.places.get_mut(key.hash() & mask)
    }

    /// Adds a word that is not there.
    fn add(&mut self, met: Met) {
        if self.added == self.places.len() && self.added < MOST_PLACES {
            let size = (2 * self.places.len()).max(FIRST_PLACES);
            let old = std::mem::replace(&mut self.places, vec![Places::default(); size]);
            self.added = 0;
            let words = old.into_iter().flat_map(|Places(both)| both).filter(|met| !met.key.is(&Short::default()));
            words.for_each(|met| self.put(met));
        }
        self.put(met);
    }

    fn put(&mut self, met: Met) {
        self.added += 1;
        if let Some(Places([first, second])) = self.at(&met.key) {
            *(if first.key.is(&Short::default()) { first } else { second }) = met;
        }
    }
}

/// Different strings, numbered in the order of their coming, in one pool; found by an open table of their hashes.
#[derive(Clone, Debug)]
struct Pool {
    pool: Vec<u8>,
    /// Where each string begins, and where the last one ends.
    offsets: Vec<u32>,
    /// The upper half is a string's hash, the lower one more than its number; 0 is empty. A power of two, at most half full.
    slots: Vec<u64>,
}

impl Default for Pool {
    fn default() -> Pool {
        Pool { pool: Vec::new(), offsets: vec![0], slots: Vec::new() }
    }
}

impl Pool {
    fn bytes(&self, number: u32) -> &[u8] {
        let at = number as usize;
        let Some(&[start, end]) = self.offsets.get(at..at + 2) else { return &[] };
        self.pool.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The number of a string. A pool that is full (4 GiB) gives the first string's number.
    fn insert(&mut self, string: &[u8]) -> u32 {
        if self.slots.len() < 2 * self.offsets.len() {
            self.grow();
        }
        let hash = hash(string);
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let entry = self.slots.get(slot).copied().unwrap_or_default();
            if entry == 0 {
                break;
            }
            if entry >> 32 == u64::from(hash) {
                let number = (entry as u32) - 1;
                if self.bytes(number) == string {
                    return number;
                }
            }
            slot = (slot + 1) & mask;
        }
        let number = (self.offsets.len() - 1) as u32;
        let Ok(end) = u32::try_from(self.pool.len() + string.len()) else { return 0 };
        self.pool.extend_from_slice(string);
        self.offsets.push(end);
        if let Some(free) = self.slots.get_mut(slot) {
            *free = u64::from(hash) << 32 | u64::from(number + 1);
        }
        number
    }

    fn grow(&mut self) {
        let size = (2 * self.slots.len()).max(FIRST_SLOTS);
        let mut slots = vec![0u64; size];
        for entry in self.slots.iter().filter(|entry| **entry != 0) {
            let mut slot = (entry >> 32) as usize & (size - 1);
            while slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(free) = slots.get_mut(slot) {
                *free = *entry;
            }
        }
        self.slots = slots;
    }
}

#[inline]
fn hash(string: &[u8]) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(string);
    let hash = hasher.finish();
    (hash ^ (hash >> 32)) as u32
}
