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
