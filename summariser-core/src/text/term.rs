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
    pool: String,
    offsets: Vec<u32>,
    counts: Vec<u32>,
    /// Words and what is known of them outlive the document, because the next one uses the same words.
    words: Lexicon,
    long_words: Pool,
    stems: Pool,
    /// The term of each stem, and in which document it was one.
    term_of_stem: Vec<(u32, u32)>,
    document: u32,
    language: Language,
    algorithm: Option<Algorithm>,
}

impl Default for Terms {
    fn default() -> Terms {
        Terms {
            pool: String::new(),
            offsets: vec![0],
            counts: Vec::new(),
            words: Lexicon::default(),
            long_words: Pool::default(),
            stems: Pool::default(),
            term_of_stem: Vec::new(),
            document: 1,
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
    pub(crate) fn meet(&mut self, text: &str, word: Range<usize>, language: Language) -> (u32, bool) {
        let key = if word.len() <= KEY_BYTES {
            Key::of_short(text, word.clone(), language)
        } else {
            let (number, _) = self.long_words.insert(text.get(word.clone()).unwrap_or_default());
            Key::ended([u64::from(number), 0, 0], LONG, language)
        };
        let known = match self.words.find(&key) {
            Some(known) => known,
            None => {
                let word = text.get(word).unwrap_or_default();
                // One that was broken at the end of a line is the same without the break.
                let known = if word.contains(['\n', '\r']) {
                    self.judge(&word.chars().filter(|c| !is_blank(*c)).collect::<String>(), language)
                } else {
                    self.judge(word, language)
                };
                self.words.add(Met { key, known });
                known
            }
        };
        let term = match self.term_of_stem.get(known.stem as usize) {
            Some((document, term)) if *document == self.document => *term,
            _ => self.add(known.stem),
        };
        if let Some(count) = self.counts.get_mut(term as usize) {
            *count = count.saturating_add(1);
        }
        (term, known.is_stop)
    }

    /// What is to be known of a word that was not met before.
    fn judge(&mut self, word: &str, language: Language) -> Known {
        if language != self.language {
            self.language = language;
            self.algorithm = algorithm(language);
        }
        Known { stem: self.stem(word), is_stop: is_stop_word(word, language) }
    }

    /// The stem of a word that was not met before.
    fn stem(&mut self, word: &str) -> u32 {
        if self.language == Language::ENGLISH && word.is_ascii() && word.len() <= english::LONGEST {
            let mut letters = [0; english::LONGEST];
            let stem = stemmed(word, &mut letters);
            return self.add_stem(std::str::from_utf8(stem).unwrap_or(word));
        }
        let lower = comparable(word);
        let stem = match self.algorithm {
            Some(algorithm) if lower.len() <= LONGEST_STEMMED => Stemmer::new(algorithm).stem(&lower),
            None if self.language == Language::KOREAN => korean::stem(&lower).into(),
            _ => lower.as_str().into(),
        };
        // Some stemmers reduce a word to nothing.
        self.add_stem(if stem.is_empty() { &lower } else { &stem })
    }

    /// The number of a stem.
    fn add_stem(&mut self, stem: &str) -> u32 {
        let (stem, new) = self.stems.insert(stem);
        if new {
            self.term_of_stem.push((0, 0));
        }
        stem
    }

    /// Makes a stem that this document did not have yet a term of it.
    fn add(&mut self, stem: u32) -> u32 {
        let term = u32::try_from(self.counts.len()).unwrap_or(u32::MAX);
        self.pool.push_str(self.stems.get(stem));
        self.offsets.push(u32::try_from(self.pool.len()).unwrap_or(u32::MAX));
        self.counts.push(0);
        if let Some(entry) = self.term_of_stem.get_mut(stem as usize) {
            *entry = (self.document, term);
        }
        term
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
            (Some(&start), Some(&end)) => self.pool.get(start as usize..end as usize).unwrap_or_default(),
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
        &self.pool
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
        self.stems.slots.len() > MOST_SLOTS
    }

    /// The pool, the offsets and the counts, for whoever needs nothing else of this document. Where many words were met,
    /// they are given away, and the memory for those words is given back.
    pub(crate) fn columns(&mut self) -> (String, Vec<u32>, Vec<u32>) {
        if self.is_large() {
            let Terms { pool, offsets, counts, .. } = std::mem::take(self);
            return (pool, offsets, counts);
        }
        (self.pool.clone(), self.offsets.clone(), self.counts.clone())
    }

    /// Forgets all terms, for the next document. What was learnt about words is kept, within bounds; it changes no
    /// answer.
    pub fn clear(&mut self) {
        self.pool.clear();
        self.offsets.truncate(1);
        self.counts.clear();
        let kept = self.stems.pool.len() + self.long_words.pool.len();
        if self.is_large() || self.document == u32::MAX {
            *self = Terms::default();
        } else if kept > MOST_KEPT {
            self.words.clear();
            self.long_words.clear();
            self.stems.clear();
            self.term_of_stem.clear();
        }
        self.document += 1;
    }
}

/// How many bytes of stems are kept from one document to the next, and in how large a table.
const MOST_KEPT: usize = 1 << 18;
const MOST_SLOTS: usize = 1 << 17;
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

/// What is known of a word in a language.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    stem: u32,
    is_stop: bool,
}

/// A word and its language as three numbers, so that two can be compared at once: its bytes, its length and the number of
/// the language. For the bytes of a longer word stands its number among the long ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key([u64; 3]);

/// How many bytes of a word fit into a key beside length and language.
const KEY_BYTES: usize = 22;
/// What stands for the length of a longer one.
const LONG: usize = KEY_BYTES + 1;

/// The bits of three numbers that belong to a word of each length.
const KEPT: [[u64; 3]; KEY_BYTES + 1] = {
    let mut kept = [[0; 3]; KEY_BYTES + 1];
    let mut bit = 0;
    while bit < 8 * KEY_BYTES {
        let mut length = bit / 8 + 1;
        while length <= KEY_BYTES {
            kept[length][bit / 64] |= 1 << (bit % 64);
            length += 1;
        }
        bit += 1;
    }
    kept
};

impl Key {
    #[inline]
    fn of_short(text: &str, word: Range<usize>, language: Language) -> Key {
        let bytes = text.as_bytes();
        let length = word.len();
        // Where more text follows, the bytes behind the word come along and are taken off again.
        let mut numbers = match bytes.get(word.start..).and_then(|rest| rest.first_chunk::<24>()) {
            Some(chunk) => split(chunk),
            None => {
                let mut chunk = [0; 24];
                if let (Some(room), Some(word)) = (chunk.get_mut(..length), bytes.get(word)) {
                    room.copy_from_slice(word);
                }
                split(&chunk)
            }
        };
        let kept = KEPT.get(length).unwrap_or(&[0; 3]);
        numbers.iter_mut().zip(kept).for_each(|(number, kept)| *number &= kept);
        Key::ended(numbers, length, language)
    }

    #[inline]
    fn ended(numbers: [u64; 3], length: usize, language: Language) -> Key {
        let [a, b, c] = numbers;
        // One more than the length, so that no key is zero.
        Key([a, b, c | u64::from(language.number()) << 48 | (length as u64 + 1) << 56])
    }

    /// Whether it is the same; a number at a time, because all are in registers already.
    #[inline]
    fn is(&self, other: &Key) -> bool {
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        (a ^ d) | (b ^ e) | (c ^ f) == 0
    }

    #[inline]
    fn hash(&self) -> u64 {
        let [a, b, c] = self.0;
        let mixed = (a ^ b.rotate_left(23) ^ c.rotate_left(41)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed >> 48
    }
}

#[inline]
fn split(chunk: &[u8; 24]) -> [u64; 3] {
    let (eights, _) = chunk.as_chunks::<8>();
    [0, 1, 2].map(|at| eights.get(at).map_or(0, |eight| u64::from_le_bytes(*eight)))
}

/// Words that were met, and what is known of them. A word has two places to be, in one line of the processor's cache. It
/// comes to the second one, for which another is forgotten, and moves to the first when it is met again: so common words
/// stay, and no more are kept than the cache holds.
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
    key: Key,
    known: Known,
}

impl Lexicon {
    fn clear(&mut self) {
        *self = Lexicon::default();
    }

    /// What is known of a word.
    #[inline]
    fn find(&mut self, key: &Key) -> Option<Known> {
        let Places([first, second]) = self.at(key)?;
        if first.key.is(key) {
            return Some(first.known);
        }
        std::mem::swap(first, second);
        if first.key.is(key) {
            return Some(first.known);
        }
        std::mem::swap(first, second);
        None
    }

    #[inline]
    fn at(&mut self, key: &Key) -> Option<&mut Places> {
        let mask = self.places.len().wrapping_sub(1);
        self.places.get_mut(key.hash() as usize & mask)
    }

    /// Adds a word that is not there.
    fn add(&mut self, met: Met) {
        if self.added == self.places.len() && self.added < MOST_PLACES {
            let size = (2 * self.places.len()).max(FIRST_PLACES);
            let old = std::mem::replace(&mut self.places, vec![Places::default(); size]);
            self.added = 0;
            let words = old.into_iter().flat_map(|Places(both)| both).filter(|met| !met.key.is(&Key::default()));
            words.for_each(|met| self.put(met));
        }
        self.put(met);
    }

    fn put(&mut self, met: Met) {
        self.added += 1;
        if let Some(Places([first, second])) = self.at(&met.key) {
            *(if first.key.is(&Key::default()) { first } else { second }) = met;
        }
    }
}

/// Different strings, numbered in the order of their coming, in one pool; found by an open table of their hashes.
#[derive(Clone, Debug)]
struct Pool {
    pool: String,
    /// Where each string begins, and where the last one ends.
    offsets: Vec<u32>,
    /// The upper half is a string's hash, the lower one more than its number; 0 is empty. A power of two, at most half full.
    slots: Vec<u64>,
}

impl Default for Pool {
    fn default() -> Pool {
        Pool { pool: String::new(), offsets: vec![0], slots: Vec::new() }
    }
}

/// The slots of the first table.
const FIRST_SLOTS: usize = 1 << 10;

impl Pool {
    fn clear(&mut self) {
        self.pool.clear();
        self.offsets.truncate(1);
        self.slots.fill(0);
    }

    fn get(&self, number: u32) -> &str {
        let at = number as usize;
        match (self.offsets.get(at), self.offsets.get(at + 1)) {
            (Some(&start), Some(&end)) => self.pool.get(start as usize..end as usize).unwrap_or_default(),
            _ => "",
        }
    }

    #[inline]
    fn bytes(&self, number: u32) -> &[u8] {
        let at = number as usize;
        let Some(&[start, end]) = self.offsets.get(at..at + 2) else { return &[] };
        self.pool.as_bytes().get(start as usize..end as usize).unwrap_or_default()
    }

    /// The number of a string, and whether it is new. A pool that is full (4 GiB) gives the first string's number.
    #[inline]
    fn insert(&mut self, string: &str) -> (u32, bool) {
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
                if self.bytes(number) == string.as_bytes() {
                    return (number, false);
                }
            }
            slot = (slot + 1) & mask;
        }
        let number = (self.offsets.len() - 1) as u32;
        let Ok(end) = u32::try_from(self.pool.len() + string.len()) else { return (0, false) };
        self.pool.push_str(string);
        self.offsets.push(end);
        if let Some(free) = self.slots.get_mut(slot) {
            *free = u64::from(hash) << 32 | u64::from(number + 1);
        }
        (number, true)
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
fn hash(string: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(string.as_bytes());
    let hash = hasher.finish();
    (hash ^ (hash >> 32)) as u32
}
