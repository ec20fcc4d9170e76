//! Bullet points: the sentences that matter most, in the order of the text. It chooses and deletes: every bullet is a
//! sentence of the source, without what only tied it to its page.

use std::borrow::Cow;

use summariser_core::prelude::*;
use summariser_core::rank::explain::reasons;
use summariser_core::rank::ranker;
use summariser_core::select::{Fate, Sections, ranks, select_said};
use summariser_core::summary::{quote, single_spaced};
use summariser_core::trim;

export! {
    /// Bullet points: the sentences that matter most, gently trimmed.
    pub struct Bullets("bullets") reads(sentences, terms, salience) makes(bullet, note) {
        /// How many bullets at most. Where no length is given either: one for every four sentences, up to 5, but one for
        /// each main section of a text that has headings, up to 12.
        count: Option<u32> = none in 1..=1000,
        /// How much they may weigh together: "5 sentences", "80 words", "280 chars" or "20%" of the words.
        length: Option<Length> = none in ["sentences", "words", "chars", "%"],
        /// Their order: that of the source, or the best first ("score").
        order: String = "source" in ["source", "score"],
        /// Whether datelines, empty openings, asides in brackets and who says so may go; otherwise sentences as they stand.
        trim: bool = true,
        /// What makes a sentence matter: the salience that the text comes with, or one of the known methods.
        ranker: String = "salience" in [
            "salience", "blend", "lead", "centroid", "graph", "lex-rank", "text-rank", "luhn", "edmundson",
            "edmundson-cue", "edmundson-key", "edmundson-title", "edmundson-location", "lsa", "sum-basic", "kl-sum",
            "reduction",
        ],
        /// Whether to say why each sentence was taken or left.
        explain: bool = false,
    }
}

/// How many bullets there are where nobody says how many: a share of the sentences, so that a short text is still
/// shortened, up to what a reader takes in at a glance.
const SENTENCES_A_BULLET: usize = 4;
const MOST: usize = 5;
/// How many there are at most where every section is to have one, and how many sentences there are for each at least.
const MOST_SECTIONS: usize = 12;
const SENTENCES_A_SECTION: usize = 2;

/// How many bullets a document has where nobody says how many.
fn usual(document: &Document) -> usize {
    let sentences = document.sentences().len();
    let sections = Sections::of(document).len().min(sentences / SENTENCES_A_SECTION);
    sentences.div_ceil(SENTENCES_A_BULLET).clamp(1, MOST).max(sections.min(MOST_SECTIONS))
}

impl Summariser for Bullets {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let (length, count) = match (self.length, self.count) {
            (Some(length), count) => (length, count),
            (None, count) => (Length::Sentences(count.unwrap_or_else(|| usual(document) as u32)), None),
        };
        let count = count.map(|count| count as usize);
        // The salience that the text comes with has no name of its own among the options, since it may change.
        let ranked = ranker(&self.ranker).map(|ranker| ranker.rank(document));
        let salience = ranked.as_deref().unwrap_or(document.salience());
        let trimmed = |sentence: &Sentence| {
            self.trim.then(|| trim::gentle(document.text(), sentence.span(), document.language())).flatten()
        };
        // A length counts what is said.
        let selection = select_said(document, salience, length, count, |sentence| {
            trimmed(sentence).map_or_else(|| single_spaced(sentence.text()), |line| Cow::Owned(line.text))
        });
        let score = |index: usize| salience.get(index).copied().unwrap_or_default();
        let (mut said, ranks) = match self.explain {
            true => ((0..selection.fates.len()).collect(), ranks(salience)),
            false => (selection.sentences.clone(), Vec::new()),
        };
        // Only of the salience that the text comes with is it known what decided.
        let reasons = if self.explain && ranked.is_none() { reasons(document) } else { Vec::new() };
        said.sort_unstable();
        if self.order == "score" {
            // Not the order of choice: a sentence may have waited for the one that it hangs on.
            said.sort_by(|a, b| score(*b).total_cmp(&score(*a)));
        }
        for sentence in said.iter().filter_map(|index| document.sentence(*index)) {
            let index = sentence.index();
            let left = selection.fates.get(index).and_then(|fate| left(index, *fate, document));
            let kind = if left.is_some() { BlockKind::Note } else { BlockKind::Bullet };
            let mut block = Block::new(kind).score(f64::from(score(index)));
            block.spans.push(sentence.span());
            if let Some(line) = left.is_none().then(|| trimmed(&sentence)).flatten() {
                block.text = (quote(document.text(), &line.spans) != line.text).then_some(line.text);
                block.spans = line.spans;
            }
            block.over_length = selection.over_length && left.is_none();
            if let Some(rank) = ranks.get(index) {
                block = block.attribute("rank", Value::Number(*rank as f64), None);
            }
            block = match left {
                Some(left) => block.attribute("left", Value::Text(left), None),
                None => reasons
                    .get(index)
                    .into_iter()
                    .flatten()
                    .fold(block, |block, reason| block.because(reason.name, f64::from(reason.weight))),
            };
            out.push(block)?;
        }
        Ok(())
    }
}

/// Why the sentence `index` was left, for people; nothing if it was taken.
fn left(index: usize, fate: Fate, document: &Document) -> Option<String> {
    Some(match fate {
        Fate::Taken { .. } => return None,
        Fate::Beyond { count } => format!("beyond the first {count}"),
        Fate::Repeats { sentence } => format!("repeats “{}”", opening(document, sentence)),
        Fate::TooLong => "did not fit in the length that was left".to_owned(),
        Fate::TooShort => "too short to stand alone".to_owned(),
        Fate::Served => "its section has one already, and others had none".to_owned(),
        Fate::Hangs { on } if on > index => {
            "begins a quotation that the next sentence, which was left, goes on with".to_owned()
        }
        Fate::Hangs { .. } => "leans on the sentence before it, which was left".to_owned(),
    })
}

/// How many characters of a sentence name it.
const NAMING: usize = 30;

/// The beginning of a sentence, up to the end of a word where words are told apart by spaces.
fn opening(document: &Document, sentence: usize) -> String {
    let span = document.sentence(sentence).map(|sentence| sentence.span());
    let text = span.map(|span| quote(document.text(), &[span])).unwrap_or_default();
    let Some((end, _)) = text.char_indices().nth(NAMING) else { return text };
    let head = text.get(..end).unwrap_or_default();
    let head = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    format!("{}…", head.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The council of Holm voted on Monday to close the old bridge over the Lind to lorries. \
        The bridge was built in 1911. Engineers found cracks in two of its five piers in March. \
        The council will spend 4 million crowns on repairs of the bridge. Work on the piers begins in May. \
        A ferry will carry lorries until then. The council of Holm voted to close the old bridge over the Lind to \
        lorries on Monday.";

    #[track_caller]
    fn check(bullets: &Bullets, lines: usize) -> Vec<Block> {
        let blocks = Summary::of(bullets, &Document::parse(TEXT)).expect("it says something").blocks;
        assert_eq!(blocks.len(), lines, "{blocks:#?}");
        assert!(blocks.iter().all(|block| block.verbatim));
        blocks
    }

    fn bullets() -> Bullets {
        Bullets {
            count: None,
            length: None,
            order: "source".to_owned(),
            trim: true,
            ranker: "salience".to_owned(),
            explain: false,
        }
    }

    #[test]
    fn a_quarter_of_the_sentences_unless_somebody_says_otherwise() {
        check(&bullets(), 2);
        check(&Bullets { count: Some(3), ..bullets() }, 3);
        check(&Bullets { length: Some(Length::Sentences(4)), ..bullets() }, 4);
        check(&Bullets { length: Some(Length::Sentences(4)), count: Some(2), ..bullets() }, 2);
    }

    #[test]
    fn every_ranker_that_can_be_named_is_one() {
        for ranker in summariser_core::rank::rankers().into_iter().skip(1) {
            check(&Bullets { ranker: ranker.name().to_owned(), ..bullets() }, 2);
        }
    }

    #[test]
    fn what_is_said_twice_is_said_once() {
        check(&Bullets { count: Some(10), ..bullets() }, 6);
    }

    #[test]
    fn a_length_is_kept_and_nothing_is_never_the_answer() {
        let blocks = check(&Bullets { length: Some(Length::Words(1)), ..bullets() }, 1);
        assert!(blocks[0].over_length);
        let blocks = Summary::of(&Bullets { length: Some(Length::Words(30)), ..bullets() }, &Document::parse(TEXT));
        let words = |block: &Block| summariser_core::length::words(block.text.as_deref().unwrap_or_default());
        assert!(blocks.expect("it says something").blocks.iter().map(words).sum::<usize>() <= 30);
    }

    #[test]
    fn every_sentence_says_on_request_why_it_was_taken_or_left() {
        let explained = Bullets { count: Some(3), explain: true, ..bullets() };
        let blocks = check(&explained, 7);
        assert!(blocks.is_sorted_by_key(|block| block.spans[0].start));
        let text = |block: &Block, key: &str| {
            let attribute = block.attributes.iter().find(|attribute| attribute.key == key)?;
            Some(match &attribute.value {
                Value::Text(text) => text.clone(),
                value => format!("{value:?}"),
            })
        };
        for block in &blocks {
            assert_eq!(text(block, "left").is_some(), block.kind == BlockKind::Note, "{block:#?}");
            assert!(text(block, "rank").is_some(), "{block:#?}");
        }
        assert!(blocks.iter().any(|block| block.kind == BlockKind::Bullet && block.reasons().next().is_some()));
        let other = check(&Bullets { count: Some(3), explain: true, ranker: "lead".to_owned(), ..self::bullets() }, 7);
        assert!(other.iter().all(|block| block.reasons().next().is_none()), "of another ranker nobody knows");
        let bullets = || blocks.iter().filter(|block| block.kind == BlockKind::Bullet);
        assert_eq!(bullets().count(), 3);
        let plain = check(&Bullets { explain: false, ..explained }, 3);
        assert!(bullets().map(|block| &block.spans).eq(plain.iter().map(|block| &block.spans)), "the same are taken");
        let all = check(&Bullets { count: Some(10), explain: true, ..self::bullets() }, 7);
        let repeated = all.iter().filter_map(|block| text(block, "left")).collect::<Vec<_>>();
        assert!(repeated.iter().any(|left| left == "repeats “The council of Holm voted on…”"), "{repeated:?}");
    }

    #[test]
    fn the_best_comes_first_if_asked_for() {
        let blocks = check(&Bullets { count: Some(4), order: "score".to_owned(), ..bullets() }, 4);
        assert!(blocks.is_sorted_by(|a, b| a.score >= b.score));
    }
}
