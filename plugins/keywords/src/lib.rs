//! Keywords: the words and phrases that a text is about. All the work is done by [`keyphrases`], which other plugins may
//! ask, too; here they are put in order and said.

use summariser_core::keyphrase::keyphrases;
use summariser_core::prelude::*;

export! {
    /// The words and phrases that the text is about, as they stand in it.
    pub struct Keywords("keywords") reads(terms, salience) makes(keyword) {
        /// How many at most.
        count: u32 = 8 in 1..=1000,
        /// How many words a phrase may have.
        longest: u32 = 4 in 1..=8,
        /// Their order: the best first ("score"), or that of the source.
        order: String = "score" in ["score", "source"],
    }
}

impl Summariser for Keywords {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let mut phrases = keyphrases(document, self.count as usize, self.longest as usize);
        if self.order == "source" {
            phrases.sort_by_key(|phrase| phrase.span);
        }
        phrases.iter().try_for_each(|phrase| {
            out.push(Block::new(BlockKind::Keyword).span(phrase.span).score(f64::from(phrase.score)).attribute(
                "frequency",
                Value::Number(f64::from(phrase.frequency)),
                None,
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The Carrick Bridge has to go. Engineers found cracks in its piers. Until the Carrick Bridge is \
                        safe, engineers want a ferry.";

    /// What is said of the text, each phrase with how often it stands there.
    #[track_caller]
    fn check(count: u32, longest: u32, order: &str, expected: &[(&str, f64)]) {
        let keywords = Keywords { count, longest, order: order.to_owned() };
        let summary = Summary::of(&keywords, &Document::parse(TEXT)).expect("it says something");
        let said: Vec<(&str, f64)> = summary
            .blocks
            .iter()
            .map(|block| {
                assert!(block.verbatim && block.kind == BlockKind::Keyword);
                assert!(block.score.is_some_and(|score| score > 0.0 && score <= 1.0), "{block:?}");
                let Value::Number(frequency) = block.attributes[0].value else { panic!("{block:?}") };
                (block.text.as_deref().unwrap_or_default(), frequency)
            })
            .collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn the_best_phrases_in_either_order() {
        check(2, 4, "score", &[("Carrick Bridge", 2.0), ("engineers", 2.0)]);
        check(4, 4, "source", &[("Carrick Bridge", 2.0), ("cracks", 1.0), ("piers", 1.0), ("engineers", 2.0)]);
    }

    #[test]
    fn words_alone_on_request() {
        check(2, 1, "score", &[("Carrick", 2.0), ("Bridge", 2.0)]);
    }
}
