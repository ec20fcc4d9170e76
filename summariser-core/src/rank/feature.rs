//! Features: what the learned ranker sees of a sentence, 64 numbers in a fixed order. None is made of words: a feature
//! says how often, how early, how alike, never which; so weights over features hold nothing of the texts they were
//! learnt from, and read languages they never saw. All are sums over the document's own columns, a few linear passes.
//!
//! In the table, `N` sentences, `i` the place from 0, `n` words of the sentence; for a term `t`, `tf` its occurrences,
//! `w` its weight as sentence vectors have it, `v` the unit vectors, `S` the sum of the later or earlier ones. Stop words
//! are in no vector.
//!
//! | feature | formula |
//! |---|---|
//! | place, place_share, places_after | `i`, `i / (N-1)`, `N-1-i` |
//! | words_before, words_before_share | words of earlier sentences; the same over all words |
//! | paragraph, place_in_paragraph, paragraph_size | paragraphs with sentences before it; sentences before it there; sentences there |
//! | words, words_relative | `n`; `n` over the mean |
//! | word_length | characters / `n` |
//! | content_share | words that are no stop words / `n` |
//! | weight_mean | sum of `w` over distinct terms / `n` |
//! | centroid | `v` · (`tf · w`) over the length of (`tf · w`) |
//! | frequency, mass | mean of `tf / total` over distinct terms; sum of `tf · w / total` |
//! | degree, degree_relative | `v` · sum of all others / `N`; over the greatest |
//! | later, later_relative, earlier | `v` · sum of later ones / `N`; over the greatest; of earlier ones / `N` |
//! | like_first, like_previous, like_next | `v` · that sentence's `v` |
//! | new_share, once_share | share of `v` in terms of no earlier sentence; of no other sentence |
//! | keywords | sum of `1 / (1 + rank)` over the ten terms with the greatest `tf · w`, `tf > 1` |
//! | pairs_repeated | share of neighbouring terms that are neighbours elsewhere too |
//! | capitalised, capitalised_share | words after the first that begin with a capital; over `n` |
//! | upper_share | letters A-Z / characters |
//! | numbers, numbers_share | words that begin with a digit; over `n` |
//! | quotes, commas | double quotation marks; commas |
//! | currency, question, unfinished, speaker | 1 if: a sign of money; ends in `?`; in no final sign; begins `Name: ` |
//! | first_weight | `w` of the first word |
//! | pronoun_first, connective_first | 1 if the first word is one (English; otherwise 0, as in the next line) |
//! | person_share, speech, cues, pronoun_share | words of 1st and 2nd person / `n`; of speech; of announcing; pronouns / `n` |
//! | all_sentences, all_words, all_words_mean | `N`; words; words / `N` |
//! | all_paragraphs | paragraphs with sentences / `N` |
//! | all_numbers … all_degree | the mean over the document of the feature of that name (quotes: whether there are any) |
//! | first_degree, lead_degree | degree of the first sentence, and mean degree of the first three, over the mean |
//!
//! The features that begin with `all_`, and the last two, are the same for all sentences: they tell the genre.

use super::surface::{self, Surface};
use super::vector::Vectors;
use crate::Document;
use crate::document::NO_TERM;

/// How many features there are.
pub const COUNT: usize = 64;
/// How many of them differ between the sentences of a document.
const OWN: usize = 46;

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
    "later",
    "later_relative",
    "earlier",
    "like_first",
    "like_previous",
    "like_next",
    "new_share",
    "once_share",
    "keywords",
    "pairs_repeated",
    "capitalised",
    "capitalised_share",
    "upper_share",
    "numbers",
    "numbers_share",
    "quotes",
    "commas",
    "currency",
    "question",
    "unfinished",
    "speaker",
    "first_weight",
    "pronoun_first",
    "connective_first",
    "person_share",
    "speech",
    "cues",
    "pronoun_share",
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
    "all_currency",
    "all_pairs_repeated",
    "all_once",
    "all_weight_mean",
    "all_degree",
    "first_degree",
    "lead_degree",
];

/// How many terms count as the key words of a text.
const KEY_WORDS: usize = 10;

/// The features of all sentences of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features {
    sentences: usize,
    /// One column a feature, each with one value a sentence.
    columns: Vec<f32>,
    /// What [`Graph`](super::Graph) and [`Centroid`](super::Centroid) make of the same vectors, before scaling.
    pub(super) graph: Vec<f64>,
    pub(super) centroid: Vec<f64>,
}

impl Features {
    /// The features of a document. Reads the columns of sentences, words and terms, and the language.
    #[must_use]
    pub fn of(document: &Document<'_>) -> Features {
        let sentences = document.columns().sentence_spans.len();
        if sentences == 0 {
            return Features::default();
        }
        let about = About::of(document);
        let classes = surface::classes(document);
        let surfaces: Vec<Surface> = (0..sentences).map(|at| Surface::of(document, at, &classes)).collect();
        let pairs = pairs_repeated(document);
        let places = places(document);
        let total: f32 = surfaces.iter().map(|surface| surface.words).sum();
        let (count, last) = (sentences as f32, (sentences - 1).max(1) as f32);
        let greatest = |values: &[f64]| values.iter().copied().fold(1e-9, f64::max);
        let degrees: Vec<f64> =
            about.later.iter().zip(&about.earlier).map(|(later, earlier)| later + earlier).collect();
        let (most, most_later) = (greatest(&degrees), greatest(&about.later));

        let mut columns = vec![0.0; COUNT * sentences];
        let mut words_before = 0.0;
        for (at, surface) in surfaces.iter().enumerate() {
            let words = surface.words.max(1.0);
            let Places { paragraph, before, size } = places[at];
            let place = at as f32;
            let row: [f32; OWN] = [
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
                about.weight[at] as f32 / words,
                about.centroid_cosine(at),
                about.frequency[at] as f32 / total.max(1.0),
                about.mass[at] as f32 / total.max(1.0),
                degrees[at] as f32 / count,
                (degrees[at] / most) as f32,
                about.later[at] as f32 / count,
                (about.later[at] / most_later) as f32,
                about.earlier[at] as f32 / count,
                about.like_first[at] as f32,
                about.like_previous[at] as f32,
                about.like_previous.get(at + 1).copied().unwrap_or_default() as f32,
                about.new[at] as f32,
                about.once[at] as f32,
                about.keywords[at] as f32,
                pairs[at],
                surface.capitalised,
                surface.capitalised / words,
                surface.upper / surface.characters.max(1.0),
                surface.numbers,
                surface.numbers / words,
                surface.quotes,
                surface.commas,
                surface.currency,
                surface.question,
                surface.unfinished,
                surface.speaker,
                about.first_weight[at] as f32,
                surface.pronoun_first,
                surface.connective_first,
                surface.person / words,
                surface.speech,
                surface.cues,
                surface.pronouns / words,
            ];
            for (feature, value) in row.into_iter().enumerate() {
                columns[feature * sentences + at] = value;
            }
            words_before += surface.words;
        }

        let mean_of = |value: &dyn Fn(&Surface) -> f32| surfaces.iter().map(value).sum::<f32>() / count;
        let column = |name: &str| {
            let feature = NAMES.iter().position(|other| *other == name).unwrap_or_default();
            &columns[feature * sentences..(feature + 1) * sentences]
        };
        let mean = |name: &str| column(name).iter().sum::<f32>() / count;
        let mean_degree = mean("degree").max(1e-9);
        let lead = &column("degree")[..sentences.min(3)];
        let common: [f32; COUNT - OWN] = [
            count,
            total,
            total / count,
            (places[sentences - 1].paragraph + 1.0) / count,
            mean("numbers_share"),
            mean("capitalised_share"),
            mean_of(&|surface| surface.quotes.min(1.0)),
            mean("question"),
            mean("speaker"),
            mean("unfinished"),
            mean("person_share"),
            mean("currency"),
            mean("pairs_repeated"),
            mean("once_share"),
            mean("weight_mean"),
            mean("degree"),
            lead[0] / mean_degree,
            lead.iter().sum::<f32>() / lead.len() as f32 / mean_degree,
        ];
        for (feature, value) in common.into_iter().enumerate() {
            columns[(OWN + feature) * sentences..][..sentences].fill(value);
        }
        Features { sentences, columns, graph: about.graph, centroid: about.centroid }
    }

    /// How many sentences there are.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.sentences
    }

    /// The values of one feature, one for each sentence; none where there is no such feature.
    #[must_use]
    pub fn column(&self, feature: usize) -> &[f32] {
        let start = feature.saturating_mul(self.sentences);
        self.columns.get(start..start.saturating_add(self.sentences)).unwrap_or_default()
    }
}

/// What is known of the sentences from their vectors; one value for each.
struct About {
    weight: Vec<f64>,
    frequency: Vec<f64>,
    mass: Vec<f64>,
    later: Vec<f64>,
    earlier: Vec<f64>,
    like_first: Vec<f64>,
    like_previous: Vec<f64>,
    new: Vec<f64>,
    once: Vec<f64>,
    keywords: Vec<f64>,
    first_weight: Vec<f64>,
    graph: Vec<f64>,
    centroid: Vec<f64>,
    centroid_length: f64,
}

impl About {
    fn of(document: &Document<'_>) -> About {
        let vectors = Vectors::new(document);
        let columns = document.columns();
        let sentences = vectors.len();
        let count = |term: usize| f64::from(columns.term_counts.get(term).copied().unwrap_or_default());
        let weights = &vectors.term_weights;
        let centre: Vec<f64> = weights.iter().enumerate().map(|(term, weight)| count(term) * weight).collect();
        let key = key_words(&centre, &count);
        let zeros = || vec![0.0; sentences];
        let mut about = About {
            weight: zeros(),
            frequency: zeros(),
            mass: zeros(),
            later: zeros(),
            earlier: zeros(),
            like_first: zeros(),
            like_previous: zeros(),
            new: zeros(),
            once: zeros(),
            keywords: zeros(),
            first_weight: zeros(),
            graph: zeros(),
            centroid: zeros(),
            centroid_length: centre.iter().map(|value| value * value).sum::<f64>().sqrt().max(1e-9),
        };
        let dense = || vec![0.0_f64; weights.len()];
        let (mut all, mut earlier, mut first, mut previous) = (dense(), dense(), dense(), dense());
        for sentence in 0..sentences {
            vectors.add(sentence, 1.0, &mut all);
        }
        if sentences > 0 {
            vectors.add(0, 1.0, &mut first);
        }
        for at in 0..sentences {
            let (mut terms, mut sum) = (0.0, 0.0);
            for (term, value) in vectors.of(at) {
                terms += 1.0;
                sum += value;
                about.weight[at] += weights[term];
                about.frequency[at] += count(term);
                about.mass[at] += centre[term];
                about.centroid[at] += value * centre[term];
                about.earlier[at] += value * earlier[term];
                about.later[at] += value * (all[term] - earlier[term] - value);
                about.like_first[at] += value * first[term];
                about.like_previous[at] += value * previous[term];
                about.keywords[at] += key[term];
                about.new[at] += if earlier[term] == 0.0 { value } else { 0.0 };
                about.once[at] += if all[term] == value { value } else { 0.0 };
            }
            about.frequency[at] /= f64::max(terms, 1.0);
            about.new[at] /= f64::max(sum, 1e-9);
            about.once[at] /= f64::max(sum, 1e-9);
            about.later[at] = about.later[at].max(0.0);
            about.graph[at] = about.later[at] + super::graph::BACKWARD * about.earlier[at];
            if at > 0 {
                vectors.of(at - 1).for_each(|(term, _)| previous[term] = 0.0);
            }
            vectors.of(at).for_each(|(term, value)| previous[term] = value);
            vectors.add(at, 1.0, &mut earlier);
            let start = columns.sentence_words.get(at).map_or(0, |words| words.range().start);
            let term = columns.word_terms.get(start).copied().unwrap_or(NO_TERM);
            about.first_weight[at] = weights.get(term as usize).copied().unwrap_or_default();
        }
        about
    }

    fn centroid_cosine(&self, at: usize) -> f32 {
        (self.centroid[at] / self.centroid_length) as f32
    }
}

/// For each term what it counts as a key word: `1 / (1 + rank)`, or 0.
fn key_words(centre: &[f64], count: &dyn Fn(usize) -> f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..centre.len()).filter(|term| count(*term) > 1.0 && centre[*term] > 0.0).collect();
    order.sort_unstable_by(|a, b| centre[*b].total_cmp(&centre[*a]).then(a.cmp(b)));
    let mut key = vec![0.0; centre.len()];
    for (rank, term) in order.into_iter().take(KEY_WORDS).enumerate() {
        key[term] = 1.0 / (1.0 + rank as f64);
    }
    key
}

/// Where a sentence stands among the paragraphs that hold sentences.
#[derive(Clone, Copy)]
struct Places {
    paragraph: f32,
    before: f32,
    size: f32,
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
        places.extend((0..end - start).map(|before| Places { paragraph, before: before as f32, size }));
        (start, paragraph) = (end, paragraph + 1.0);
    }
    places
}

/// For each sentence the share of its pairs of neighbouring terms that occur elsewhere too. Pairs are counted by hash, in
/// a table with room for four times as many: a collision now and then takes a new pair for a repeated one.
fn pairs_repeated(document: &Document<'_>) -> Vec<f32> {
    let columns = document.columns();
    let terms = &columns.word_terms;
    let size = (4 * terms.len()).next_power_of_two().max(2);
    let shift = 64 - size.trailing_zeros();
    let slot = |pair: &[u32]| match *pair {
        [a, b] => {
            let pair = u64::from(a) << 32 | u64::from(b);
            (pair.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> shift) as usize
        }
        _ => 0,
    };
    let pairs = |at: usize| {
        let words = columns.sentence_words.get(at).copied().unwrap_or_default().range();
        terms.get(words).unwrap_or_default().windows(2)
    };
    let sentences = columns.sentence_spans.len();
    let mut seen = vec![0_u8; size];
    for pair in (0..sentences).flat_map(pairs) {
        let count = &mut seen[slot(pair)];
        *count = count.saturating_add(1);
    }
    let share = |at: usize| {
        let (all, repeated) = pairs(at).fold((0.0_f32, 0.0_f32), |(all, repeated), pair| {
            (all + 1.0, repeated + f32::from(u8::from(seen[slot(pair)] > 1)))
        });
        repeated / all.max(1.0)
    };
    (0..sentences).map(share).collect()
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
        let cases: [(&str, [f32; 3]); 16] = [
            ("place_share", [0.0, 0.5, 1.0]),
            ("places_after", [2.0, 1.0, 0.0]),
            ("words_before", [0.0, 2.0, 5.0]),
            ("paragraph_size", [3.0; 3]),
            ("words", [2.0, 3.0, 7.0]),
            ("words_relative", [0.5, 0.75, 1.75]),
            ("like_first", [1.0, 0.0, 0.0]),
            ("like_previous", [0.0, 0.0, 0.196]),
            ("like_next", [0.0, 0.196, 0.0]),
            ("later", [0.0, 0.0653, 0.0]),
            ("keywords", [0.0, 1.0, 1.0]),
            ("pairs_repeated", [0.0, 0.5, 1.0 / 6.0]),
            ("capitalised", [0.0, 0.0, 1.0]),
            ("numbers", [0.0, 0.0, 1.0]),
            ("question", [0.0, 0.0, 1.0]),
            ("all_sentences", [3.0; 3]),
        ];
        for (name, wanted) in cases {
            let feature = NAMES.iter().position(|other| *other == name).expect(name);
            let got = features.column(feature);
            assert!(got.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-3), "{name}: {got:?}, not {wanted:?}");
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
