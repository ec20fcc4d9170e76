//! Sentences: the whole text, segment by segment, with what each is and how much it matters. Nothing is chosen: whoever
//! wants to choose by himself, or to see why a summary is as it is, finds here what the choice is made from.

use summariser_core::prelude::*;
use summariser_core::rank::explain::reasons;
use summariser_core::rank::ranker;
use summariser_core::select::ranks;

export! {
    /// Every segment of the text, in order, with its role; sentences with their salience and rank, and why.
    pub struct Sentences("sentences") reads(sentences, terms, salience) makes(sentence) {
        /// Whether segments that are no sentences are left out: headings, captions, credits, code and the like.
        only: bool = false,
        /// What makes a sentence matter: the salience that the text comes with, or one of the known methods.
        ranker: String = "salience" in [
            "salience", "blend", "lead", "centroid", "graph", "lex-rank", "text-rank", "luhn", "edmundson",
            "edmundson-cue", "edmundson-key", "edmundson-title", "edmundson-location", "lsa", "sum-basic", "kl-sum",
            "reduction",
        ],
    }
}

impl Summariser for Sentences {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let ranked = ranker(&self.ranker).map(|ranker| ranker.rank(document));
        let salience = ranked.as_deref().unwrap_or(document.salience());
        let ranks = ranks(salience);
        // Only of the salience that the text comes with is it known what decided.
        let reasons = if ranked.is_none() { reasons(document) } else { Vec::new() };
        for paragraph in document.paragraphs() {
            let role = Value::Text(paragraph.kind().name().to_owned());
            if !paragraph.kind().has_sentences() {
                if !self.only {
                    out.push(Block::new(BlockKind::Sentence).span(paragraph.span()).attribute("role", role, None))?;
                }
                continue;
            }
            for sentence in paragraph.sentences() {
                let rank = ranks.get(sentence.index()).copied().unwrap_or_default();
                let score = salience.get(sentence.index()).copied().unwrap_or_default();
                let block = Block::new(BlockKind::Sentence)
                    .span(sentence.span())
                    .score(f64::from(score))
                    .attribute("role", role.clone(), None)
                    .attribute("rank", Value::Number(rank as f64), None);
                let reasons = reasons.get(sentence.index()).into_iter().flatten();
                out.push(reasons.fold(block, |block, reason| block.because(reason.name, f64::from(reason.weight))))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "A Bridge Closes\n\nThe council of Holm closed the old bridge over the Lind on Monday. It rained \
                        that day. The bridge of Holm was closed because the bridge had cracks.\n\n(Agencies)\n";

    /// The segments of the text, each with its role and, if it is a sentence, its rank.
    #[track_caller]
    fn check(only: bool, ranker: &str, expected: &[(&str, &str)]) {
        let sentences = Sentences { only, ranker: ranker.to_owned() };
        let summary = Summary::of(&sentences, &Document::parse(TEXT)).expect("it says something");
        let mut ranked = Vec::new();
        let said: Vec<(String, String)> = summary
            .blocks
            .iter()
            .map(|block| {
                let plain = block.attributes.iter().filter(|attribute| !attribute.key.starts_with("because_"));
                let values = plain.map(|attribute| match &attribute.value {
                    Value::Text(text) => text.clone(),
                    Value::Number(number) => {
                        ranked.push((*number, block.score));
                        number.to_string()
                    }
                    Value::Null { reason } => reason.clone(),
                });
                let said = values.collect::<Vec<_>>().join(" ");
                (block.text.clone().unwrap_or_default(), said)
            })
            .collect();
        let said: Vec<(&str, &str)> = said.iter().map(|(text, role)| (text.as_str(), role.as_str())).collect();
        assert_eq!(said, expected);
        ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(ranked.is_sorted_by(|a, b| a.1 >= b.1), "scores fall with ranks: {ranked:?}");
    }

    #[test]
    fn every_segment_is_said_in_order_with_its_role() {
        check(
            false,
            "salience",
            &[
                ("A Bridge Closes", "heading"),
                ("The council of Holm closed the old bridge over the Lind on Monday.", "prose 1"),
                ("It rained that day.", "prose 3"),
                ("The bridge of Holm was closed because the bridge had cracks.", "prose 2"),
                ("(Agencies)", "credit"),
            ],
        );
    }

    #[test]
    fn what_decided_is_said_of_the_salience_that_texts_come_with() {
        for (ranker, is_known) in [("salience", true), ("lead", false)] {
            let sentences = Sentences { only: true, ranker: ranker.to_owned() };
            let summary = Summary::of(&sentences, &Document::parse(TEXT)).expect("it says something");
            let reasons: Vec<(String, f64)> = summary.blocks.iter().flat_map(Block::reasons).collect();
            assert_eq!(!reasons.is_empty(), is_known, "{ranker}: {reasons:?}");
        }
    }

    #[test]
    fn sentences_alone_on_request_ranked_by_whom_one_names() {
        for (ranker, roles) in [
            ("salience", ["prose 1", "prose 3", "prose 2"]),
            ("lead", ["prose 1", "prose 2", "prose 3"]),
            ("sum-basic", ["prose 2", "prose 3", "prose 1"]),
        ] {
            check(
                true,
                ranker,
                &[
                    ("The council of Holm closed the old bridge over the Lind on Monday.", roles[0]),
                    ("It rained that day.", roles[1]),
                    ("The bridge of Holm was closed because the bridge had cracks.", roles[2]),
                ],
            );
        }
    }
}
