//! Features: what the learned ranker sees of a sentence, 43 numbers in a fixed order. None is made of words: a feature
//! says how often, how early, how alike, never which; so weights over features hold nothing of the texts they were
//! learnt from, and read languages they never saw. All are sums over the document's own columns, a few linear passes.
//!
//! In the table, `N` sentences, `i` the place from 0, `n` words of the sentence; for a term `t`, `tf` its occurrences,
//! `w` its weight as sentence vectors have it, `v` the damped vectors. Stop words are in no vector.
//!
//! | feature | formula |
//! |---|---|
//! | place, place_share, places_after | `i`, `i / (N-1)`, `N-1-i` |
//! | words_before, words_before_share | words of earlier sentences; the same over all words |
//! | paragraph, place_in_paragraph, paragraph_size | paragraphs with sentences before it; sentences before it there; sentences there |
//! | words, words_relative | `n`; `n` over the mean |
//! | word_length | characters, white space left out, / `n` |
//! | content_share | words that are no stop words / `n` |
//! | weight_mean | sum of `w` over distinct terms / `n` |
//! | centroid | `v` · (`tf · w`) over the length of (`tf · w`) |
//! | frequency, mass | mean of `tf / total` over distinct terms; sum of `tf · w / total` |
//! | degree, degree_relative | `v` · sum of all others / `N`; over the greatest |
//! | later_relative | `v` · sum of later ones, over the greatest |
//! | like_first, like_previous | `v` · that sentence's `v` |
//! | keywords | sum of `1 / (1 + rank)` over the ten terms with the greatest `tf · w`, `tf > 1` |
//! | capitalised, capitalised_share | words after the first that begin with a capital; over `n` |
//! | numbers, quotes | words that begin with a digit; quotation marks |
//! | person_share | words of the 1st and 2nd person / `n` (English; otherwise 0, as in the next line) |
//! | announces | 1 if it says what the text does or finds |
//! | blend | what the ranker `blend` gives, 0..=1 |
//! | all_sentences, all_words, all_words_mean | `N`; words; words / `N` |
//! | all_paragraphs | paragraphs with sentences / `N` |
//! | all_once | mean share of `v` in terms of no other sentence |
//! | all_… | the mean over the document of what the name says (numbers, capitalised, person: of the share; quotes: whether there are any) |
//!
//! The features that begin with `all_` are the same for all sentences: they tell the genre.

use std::sync::OnceLock;

use super::blend::{Parts, Shares};
use super::graph::Sides;
use super::scaled;
use super::surface::{Signs, Surface};
use super::vector::{Vectors, Weighing};
use crate::Document;

/// How many features there are.
pub const COUNT: usize = 43;
/// How many of them, the first, differ between the sentences of a document.
pub const OWN: usize = 29;

/// Their names, in their order.
pub const NAMES: [&str; COUNT] = [
    "place",
    "place_share",
    "places_after",
    "words_before",
    "words_before_share",
    "paragraph",
    "place_in_paragraph",
    "paragraph_size",
    "words",
    "words_relative",
    "word_length",
    "content_share",
    "weight_mean",
    "centroid",
    "frequency",
    "mass",
    "degree",
    "degree_relative",
    "later_relative",
    "like_first",
    "like_previous",
    "keywords",
    "capitalised",
    "capitalised_share",
    "numbers",
    "quotes",
    "person_share",
    "announces",
    "blend",
    "all_sentences",
    "all_words",
    "all_words_mean",
    "all_paragraphs",
    "all_numbers",
    "all_capitalised",
    "all_quotes",
    "all_question",
    "all_speaker",
    "all_unfinished",
    "all_person",
    "all_once",
    "all_weight_mean",
    "all_degree",
];

/// How many terms count as the key words of a text.
const KEY_WORDS: usize = 10;

/// The features of all sentences of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features {
    rows: Rows,
    /// One column a feature, each with one value a sentence: made where somebody asks for one, because a text of a million
    /// sentences has a large table and is scored without it.
    columns: OnceLock<Vec<f32>>,
    /// What the ranker `blend` adds up.
    pub(super) parts: Parts,
}

impl Features {
    /// The features of a document. Reads the columns of sentences, words and terms, and the language.
    #[must_use]
    pub fn of(document: &Document<'_>) -> Features {
        if document.columns().sentence_spans.is_empty() {
            return Features::default();
        }
        let mut about = About::of(document);
        let surfaces: Vec<Surface> = Surface::all(document).collect();
        let parts = Parts::new(std::mem::take(&mut about.sides), surfaces.iter().map(Surface::signs));
        let rows = Rows::new(about, surfaces, places(document), scaled(&parts.sums()));
        Features { rows, columns: OnceLock::new(), parts }
    }

    /// How many sentences there are.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.rows.sums.len()
    }

    /// The values of one feature, one for each sentence; none where there is no such feature.
    #[must_use]
    pub fn column(&self, feature: usize) -> &[f32] {
        let start = feature.saturating_mul(self.sentences());
        let columns = self.columns.get_or_init(|| self.rows.columns());
        columns.get(start..start.saturating_add(self.sentences())).unwrap_or_default()
    }

    /// The values of one feature, to be changed.
    pub(super) fn column_mut(&mut self, feature: usize) -> &mut [f32] {
        let start = feature.saturating_mul(self.sentences());
        let end = start.saturating_add(self.sentences());
        self.columns.get_or_init(|| self.rows.columns());
        self.columns.get_mut().and_then(|columns| columns.get_mut(start..end)).unwrap_or_default()
    }

    /// All features of one sentence, which there must be.
    pub(super) fn row(&self, sentence: usize) -> [f32; COUNT] {
        match self.columns.get() {
            Some(columns) => std::array::from_fn(|feature| columns[feature * self.sentences() + sentence]),
            None => self.rows.of(sentence),
        }
    }

    /// What is the same for all sentences: the features from `all_sentences` on; none without sentences.
    pub(super) fn common(&self) -> Option<[f32; COUNT - OWN]> {
        (self.sentences() > 0).then_some(self.rows.common)
    }
}

/// What the ranker `blend` adds up for each sentence, as [`Features`] have it: for those who ask for nothing else, since
/// the features of a text of a million sentences take more memory than the text.
pub(super) fn blended(document: &Document<'_>) -> Vec<f64> {
    let sides = sides(document);
    let signs: Vec<Signs> = Surface::all(document).map(|it| it.signs()).collect();
    Shares::of(signs.iter().copied()).sums(sides, &signs)
}

/// The sides of each sentence, in the same steps as in [`About::of`], so that they are the same to the last bit.
fn sides(document: &Document<'_>) -> Vec<Sides> {
    let mut vectors = Weighing::damped(document);
    // Of each term the sum of its weights in all sentences, and in those before the one that is read.
    let mut terms = vec![(0.0, 0.0); document.terms()];
    for sentence in 0..vectors.len() {
        vectors.of(sentence).for_each(|(term, value)| terms[term].0 += value);
    }
    let of_sentence = |sentence: usize| {
        let mut sides = Sides { later: 0.0, earlier: 0.0 };
        for (term, value) in vectors.of(sentence) {
            let (all, earlier) = &mut terms[term];
            sides.earlier += value * *earlier;
            sides.later += value * (*all - *earlier - value);
            *earlier += value;
        }
        sides.later = sides.later.max(0.0);
        sides
    };
    (0..document.columns().sentence_spans.len()).map(of_sentence).collect()
}

/// What the features of a sentence are made of.
#[derive(Clone, Debug, Default, PartialEq)]
struct Rows {
    sums: Vec<Sums>,
    surfaces: Vec<Surface>,
    places: Vec<Places>,
    blend: Vec<f32>,
    centroid_length: f64,
    /// Words of the document.
    total: f32,
    /// The greatest likeness of a sentence to all others, and to all later ones.
    most: f64,
    most_later: f64,
    /// The features that are the same for all sentences.
    common: [f32; COUNT - OWN],
}

impl Rows {
    fn new(about: About, surfaces: Vec<Surface>, mut places: Vec<Places>, blend: Vec<f32>) -> Rows {
        let About { sums, centroid_length, .. } = about;
        let count = sums.len() as f32;
        let total: f32 = surfaces.iter().map(|surface| surface.words).sum();
        let mut words_before = 0.0;
        for (place, surface) in places.iter_mut().zip(&surfaces) {
            place.words_before = words_before;
            words_before += surface.words;
        }
        let greatest = |value: &dyn Fn(&Sums) -> f64| sums.iter().map(value).fold(1e-9, f64::max);
        let (most, most_later) = (greatest(&|sums| sums.later + sums.earlier), greatest(&|sums| sums.later));
        let mean = |value: &dyn Fn(&Surface) -> f32| surfaces.iter().map(value).sum::<f32>() / count;
        let mean_sum = |value: &dyn Fn(&Sums) -> f64| (sums.iter().map(value).sum::<f64>() / f64::from(count)) as f32;
        let common = [
            count,
            total,
            total / count,
            places.last().map_or(0.0, |last| (last.paragraph + 1.0) / count),
            mean(&|surface| surface.numbers / surface.words.max(1.0)),
            mean(&|surface| surface.capitalised / surface.words.max(1.0)),
            mean(&|surface| surface.quotes.min(1.0)),
            mean(&|surface| surface.question),
            mean(&|surface| surface.speaker),
            mean(&|surface| surface.unfinished),
            mean(&|surface| surface.person / surface.words.max(1.0)),
            mean_sum(&|sums| sums.once),
            surfaces.iter().zip(&sums).map(|(it, sums)| sums.weight as f32 / it.words.max(1.0)).sum::<f32>() / count,
            mean_sum(&|sums| sums.later + sums.earlier) / count,
        ];
        Rows { sums, surfaces, places, blend, centroid_length, total, most, most_later, common }
    }

    /// The features of one sentence.
    fn of(&self, at: usize) -> [f32; COUNT] {
        let (surface, sums) = (&self.surfaces[at], &self.sums[at]);
        let Places { paragraph, before, size, words_before } = self.places[at];
        let count = self.sums.len();
        let (total, last, count) = (self.total, (count - 1).max(1) as f32, count as f32);
        let words = surface.words.max(1.0);
        let place = at as f32;
        let degree = sums.later + sums.earlier;
        let own: [f32; OWN] = [
            place,
            place / last,
            count - 1.0 - place,
            words_before,
            words_before / total.max(1.0),
            paragraph,
            before,
            size,
            surface.words,
            surface.words * count / total.max(1.0),
            surface.characters / words,
            surface.content / words,
            sums.weight as f32 / words,
            (sums.centroid / self.centroid_length) as f32,
            sums.frequency as f32 / total.max(1.0),
            sums.mass as f32 / total.max(1.0),
            degree as f32 / count,
            (degree / self.most) as f32,
            (sums.later / self.most_later) as f32,
            sums.like_first as f32,
            sums.like_previous as f32,
            sums.keywords as f32,
            surface.capitalised,
            surface.capitalised / words,
            surface.numbers,
            surface.quotes,
            surface.person / words,
            surface.announces,
            self.blend[at],
        ];
        let mut row = [0.0; COUNT];
        row[..OWN].copy_from_slice(&own);
        row[OWN..].copy_from_slice(&self.common);
        row
    }

    /// The table, column by column.
    fn columns(&self) -> Vec<f32> {
        let sentences = self.sums.len();
        let mut columns = vec![0.0; COUNT * sentences];
        for at in 0..sentences {
            for (feature, value) in self.of(at).into_iter().enumerate() {
                columns[feature * sentences + at] = value;
            }
        }
        columns
    }
}

/// What a sentence's vector tells.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Sums {
    weight: f64,
    frequency: f64,
    mass: f64,
    centroid: f64,
    later: f64,
    earlier: f64,
    like_first: f64,
    like_previous: f64,
    once: f64,
    keywords: f64,
}

/// What is known of the sentences from their vectors.
struct About {
    sums: Vec<Sums>,
    /// As the ranker `graph` has them.
    sides: Vec<Sides>,
    centroid_length: f64,
}

/// What is known of a term while the sentences are read one after the other.
#[derive(Clone, Copy, Debug, Default)]
struct Term {
    count: f64,
    weight: f64,
    key: f64,
    all: f64,
    earlier: f64,
    first: f64,
    /// Its weight in the last sentence that had it, and which one that was.
    last: f64,
    last_in: u32,
    once: bool,
}

impl About {
    fn of(document: &Document<'_>) -> About {
        let vectors = Vectors::damped(document);
        let counts = &document.columns().term_counts;
        let count = |term: usize| f64::from(counts.get(term).copied().unwrap_or_default());
        let known = vectors.known().iter().enumerate();
        let mut terms: Vec<Term> = known
            .map(|(term, known)| Term {
                count: count(term),
                weight: known.weight,
                last_in: u32::MAX,
                once: known.holders == 1,
                ..Term::default()
            })
            .collect();
        mark_key_words(&mut terms);
        for sentence in 0..vectors.len() {
            vectors.of(sentence).for_each(|(term, value)| terms[term].all += value);
        }
        if vectors.len() > 0 {
            vectors.of(0).for_each(|(term, value)| terms[term].first = value);
        }
        let mut about = About {
            sums: Vec::with_capacity(vectors.len()),
            sides: Vec::with_capacity(vectors.len()),
            centroid_length: terms
                .iter()
                .map(|it| it.count * it.weight)
                .map(|it| it * it)
                .sum::<f64>()
                .sqrt()
                .max(1e-9),
        };
        for at in 0..vectors.len() {
            let number = u32::try_from(at).unwrap_or(u32::MAX - 1);
            let (mut sums, mut distinct, mut length) = (Sums::default(), 0.0, 0.0);
            for (term, value) in vectors.of(at) {
                let term = &mut terms[term];
                let centre = term.count * term.weight;
                distinct += 1.0;
                length += value;
                sums.weight += term.weight;
                sums.frequency += term.count;
                sums.mass += centre;
                sums.centroid += value * centre;
                sums.earlier += value * term.earlier;
                sums.later += value * (term.all - term.earlier - value);
                sums.like_first += value * term.first;
                sums.like_previous += if term.last_in.wrapping_add(1) == number { value * term.last } else { 0.0 };
                sums.keywords += term.key;
                sums.once += if term.once { value } else { 0.0 };
                (term.last, term.last_in) = (value, number);
                term.earlier += value;
            }
            sums.frequency /= f64::max(distinct, 1.0);
            sums.once /= f64::max(length, 1e-9);
            sums.later = sums.later.max(0.0);
            about.sides.push(Sides { later: sums.later, earlier: sums.earlier });
            about.sums.push(sums);
        }
        about
    }
}

/// Says of each term what it counts as a key word: `1 / (1 + rank)`, or 0.
fn mark_key_words(terms: &mut [Term]) {
    let centre = |term: &Term| term.count * term.weight;
    let mut order: Vec<(f64, usize)> = terms
        .iter()
        .enumerate()
        .filter(|(_, term)| term.count > 1.0 && term.weight > 0.0)
        .map(|(at, term)| (centre(term), at))
        .collect();
    let by_weight = |a: &(f64, usize), b: &(f64, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if order.len() > KEY_WORDS {
        order.select_nth_unstable_by(KEY_WORDS, by_weight);
        order.truncate(KEY_WORDS);
    }
    order.sort_unstable_by(by_weight);
    for (rank, (_, at)) in order.into_iter().enumerate() {
        terms[at].key = 1.0 / (1.0 + rank as f64);
    }
}

/// Where a sentence stands among the paragraphs that hold sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Places {
    paragraph: f32,
    before: f32,
    size: f32,
    /// Words of the sentences before it.
    words_before: f32,
}

fn places(document: &Document<'_>) -> Vec<Places> {
    let owners = &document.columns().sentence_paragraphs;
    let sentences = document.columns().sentence_spans.len();
    let owner = |at: usize| owners.get(at).copied().unwrap_or_default();
    let mut places = Vec::with_capacity(sentences);
    let (mut start, mut paragraph) = (0, 0.0);
    while start < sentences {
        let end = (start..sentences).find(|at| owner(*at) != owner(start)).unwrap_or(sentences);
        let size = (end - start) as f32;
        places.extend((0..end - start).map(|before| Places {
            paragraph,
            before: before as f32,
            size,
            words_before: 0.0,
        }));
        (start, paragraph) = (end, paragraph + 1.0);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{COUNT, Features, NAMES};
    use crate::Document;

    #[test]
    fn features_are_what_the_table_says() {
        // The only term of two sentences, `bridge`, weighs ln(1 + 3/2) / ln 4 = 0.661; those of one weigh 1, `4` 0.15.
        let text = "Ships sailed. The bridge closed. The bridge of Holm cost 4 crowns?";
        let features = Features::of(&Document::parse(text));
        // The damped lengths of the three: sqrt(2 + 4), sqrt(0.437 + 1 + 4), sqrt(0.437 + 3 + 0.0225 + 4).
        let like = 0.661 * 0.661 / (5.437_f32.sqrt() * 7.459_f32.sqrt());
        let cases: [(&str, [f32; 3]); 17] = [
            ("place_share", [0.0, 0.5, 1.0]),
            ("places_after", [2.0, 1.0, 0.0]),
            ("words_before", [0.0, 2.0, 5.0]),
            ("paragraph_size", [3.0; 3]),
            ("words", [2.0, 3.0, 7.0]),
            ("words_relative", [0.5, 0.75, 1.75]),
            ("like_first", [2.0 / 6.0, 0.0, 0.0]),
            ("like_previous", [0.0, 0.0, like]),
            ("degree", [0.0, like / 3.0, like / 3.0]),
            ("degree_relative", [0.0, 1.0, 1.0]),
            ("later_relative", [0.0, 1.0, 0.0]),
            ("keywords", [0.0, 1.0, 1.0]),
            ("capitalised", [0.0, 0.0, 1.0]),
            ("numbers", [0.0, 0.0, 1.0]),
            ("all_question", [1.0 / 3.0; 3]),
            ("all_sentences", [3.0; 3]),
            ("all_once", [0.8096; 3]),
        ];
        for (name, wanted) in cases {
            let feature = NAMES.iter().position(|other| *other == name).expect(name);
            let got = features.column(feature);
            assert!(got.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 2e-3), "{name}: {got:?}, not {wanted:?}");
        }
    }

    #[test]
    fn every_feature_of_any_text_is_a_number() {
        for text in ["", "One", "… ! ?", "河。海。", "A b.\n\nA b.\n\nA b.", "$5? “No.” Grad G: well , um ."]
        {
            let features = Features::of(&Document::parse(text));
            for (feature, name) in NAMES.iter().enumerate().take(COUNT) {
                let column = features.column(feature);
                assert_eq!(column.len(), features.sentences(), "{name} of {text:?}");
                assert!(column.iter().all(|value| value.is_finite()), "{name} of {text:?}: {column:?}");
            }
        }
    }
}
