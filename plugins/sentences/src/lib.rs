//! Sentences: the whole text, segment by segment, with what each is and how much it matters. Nothing is chosen: whoever
//! wants to choose by himself, or to see why a summary is as it is, finds here what the choice is made from.

use summariser_core::prelude::*;

export! {
    /// Every segment of the text, in order, with its role; sentences with their salience and rank.
    pub struct Sentences("sentences") reads(salience) makes(sentence) {
        /// Whether segments that are no sentences are left out: headings, captions, credits, code and the like.
        only: bool = false,
    }
}

impl Summariser for Sentences {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let ranks = ranks(document.salience());
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
                let block = Block::new(BlockKind::Sentence)
                    .span(sentence.span())
                    .score(f64::from(sentence.salience()))
                    .attribute("role", role.clone(), None)
                    .attribute("rank", Value::Number(rank as f64), None);
                out.push(block)?;
            }
        }
        Ok(())
    }
}

/// The place of each sentence in the order of salience, from 1; of two alike the earlier comes first.
fn ranks(salience: &[f32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..salience.len()).collect();
    order.sort_by(|a, b| salience[*b].total_cmp(&salience[*a]).then(a.cmp(b)));
    let mut ranks = vec![0; salience.len()];
    for (place, sentence) in order.into_iter().enumerate() {
        ranks[sentence] = place + 1;
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "A Bridge Closes\n\nThe council of Holm closed the old bridge over the Lind on Monday. It rained \
                        that day.\n\n(Agencies)\n";

    #[track_caller]
    fn check(only: bool, expected: &[(&str, &str)]) {
        let summary = Summary::of(&Sentences { only }, &Document::parse(TEXT)).expect("it says something");
        let said: Vec<(String, String)> = summary
            .blocks
            .iter()
            .map(|block| {
                let values = block.attributes.iter().map(|attribute| match &attribute.value {
                    Value::Text(text) => text.clone(),
                    Value::Number(number) => number.to_string(),
                    Value::Null { reason } => reason.clone(),
                });
                (block.text.clone().unwrap_or_default(), values.collect::<Vec<_>>().join(" "))
            })
            .collect();
        let said: Vec<(&str, &str)> = said.iter().map(|(text, role)| (text.as_str(), role.as_str())).collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn every_segment_is_said_in_order_with_its_role() {
        check(
            false,
            &[
                ("A Bridge Closes", "heading"),
                ("The council of Holm closed the old bridge over the Lind on Monday.", "prose 1"),
                ("It rained that day.", "prose 2"),
                ("(Agencies)", "credit"),
            ],
        );
    }

    #[test]
    fn sentences_alone_on_request() {
        check(
            true,
            &[
                ("The council of Holm closed the old bridge over the Lind on Monday.", "prose 1"),
                ("It rained that day.", "prose 2"),
            ],
        );
    }
}
