//! Bullet points: the sentences that matter most, in the order of the text. It only chooses: every bullet is a sentence
//! as it stands in the source.

use summariser_core::prelude::*;
use summariser_core::rank::ranker;
use summariser_core::select::select;

export! {
    /// Bullet points: the sentences that matter most, as they stand.
    pub struct Bullets("bullets") reads(sentences, terms, salience) makes(bullet) {
        /// How many bullets at most. Where no length is given either: one for every four sentences, up to 5.
        count: Option<u32> = none in 1..=1000,
        /// How much they may weigh together: "5 sentences", "80 words", "280 chars" or "20%" of the words.
        length: Option<Length> = none in ["sentences", "words", "chars", "%"],
        /// Their order: that of the source, or the best first ("score").
        order: String = "source" in ["source", "score"],
        /// What makes a sentence matter: the salience that the text comes with, or one of the known methods.
        ranker: String = "salience" in [
            "salience", "blend", "position", "centroid", "graph", "lex-rank", "text-rank", "luhn", "edmundson",
            "edmundson-cue", "edmundson-key", "edmundson-title", "edmundson-location", "lsa", "sum-basic", "kl-sum",
            "reduction",
        ],
    }
}

/// How many bullets there are where nobody says how many: a share of the sentences, so that a short text is still
/// shortened, up to what a reader takes in at a glance.
const SENTENCES_A_BULLET: usize = 4;
const MOST: usize = 5;

impl Summariser for Bullets {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let usual = document.sentences().len().div_ceil(SENTENCES_A_BULLET).clamp(1, MOST);
        let (length, count) = match (self.length, self.count) {
            (Some(length), count) => (length, count),
            (None, count) => (Length::Sentences(count.unwrap_or(usual as u32)), None),
        };
        let count = count.map(|count| count as usize);
        // The salience that the text comes with has no name of its own among the options, since it may change.
        let ranked = ranker(&self.ranker).map(|ranker| ranker.rank(document));
        let salience = ranked.as_deref().unwrap_or(document.salience());
        let mut selection = select(document, salience, length, count);
        if self.order == "source" {
            selection.sentences.sort_unstable();
        }
        let score = |index: usize| salience.get(index).copied().unwrap_or_default();
        for sentence in selection.sentences.iter().filter_map(|index| document.sentence(*index)) {
            let mut block =
                Block::new(BlockKind::Bullet).span(sentence.span()).score(f64::from(score(sentence.index())));
            block.over_length = selection.over_length;
            out.push(block)?;
        }
        Ok(())
    }
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
        Bullets { count: None, length: None, order: "source".to_owned(), ranker: "salience".to_owned() }
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
    fn the_best_comes_first_if_asked_for() {
        let blocks = check(&Bullets { count: Some(4), order: "score".to_owned(), ..bullets() }, 4);
        assert!(blocks.is_sorted_by(|a, b| a.score >= b.score));
    }
}
