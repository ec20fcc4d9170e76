//! [`Terms`]: words made comparable. A word that was seen before is found by its letters alone; only a new one is
//! lower-cased and stemmed, so that the cost of stemming grows with the vocabulary and not with the text.

use super::language::Language;
use frostem::{Algorithm, Stemmer};
use rustc_hash::FxHasher;
use std::hash::Hasher;

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
    /// Words and their stems outlive the document, because the next one uses the same words.
    words: Pool,
    stem_of_word: Vec<u32>,
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
            words: Pool::default(),
            stem_of_word: Vec::new(),
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
        if language != self.language {
            // The same letters may have another stem now: words are looked up anew, terms stay.
            self.words.clear();
            self.stem_of_word.clear();
            self.language = language;
            self.algorithm = algorithm(language);
        }
        let (seen, new) = self.words.insert(word);
        if new {
            let stem = self.stem(word);
            self.stem_of_word.push(stem);
        }
        let stem = self.stem_of_word.get(seen as usize).copied().unwrap_or_default();
        let term = match self.term_of_stem.get(stem as usize) {
            Some((document, term)) if *document == self.document => *term,
            _ => self.add(stem),
        };
        if let Some(count) = self.counts.get_mut(term as usize) {
            *count = count.saturating_add(1);
        }
        term
    }

    /// The stem of a word that was not met before.
    fn stem(&mut self, word: &str) -> u32 {
        let lower = comparable(word);
        let stem = match self.algorithm {
            Some(algorithm) if lower.len() <= LONGEST_STEMMED => Stemmer::new(algorithm).stem(&lower),
            _ => lower.as_str().into(),
        };
        // Some stemmers reduce a word to nothing.
        let (stem, new) = self.stems.insert(if stem.is_empty() { &lower } else { &stem });
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

    /// Forgets all terms, for the next document. What was learnt about words is kept, within bounds; it changes no
    /// answer.
    pub fn clear(&mut self) {
        self.pool.clear();
        self.offsets.truncate(1);
        self.counts.clear();
        if self.words.len() > MOST_KEPT || self.words.pool.len() > 16 * MOST_KEPT || self.document == u32::MAX {
            *self = Terms::default();
        }
        self.document += 1;
    }
}

/// How many words are remembered from one document to the next.
const MOST_KEPT: usize = 1 << 15;
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
    fn len(&self) -> usize {
        self.offsets.len() - 1
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

    fn clear(&mut self) {
        self.pool.clear();
        self.offsets.truncate(1);
        self.slots = Vec::new();
    }
}

#[inline]
fn hash(string: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(string.as_bytes());
    let hash = hasher.finish();
    (hash ^ (hash >> 32)) as u32
}
