//! A plan over documents: analyses each once, for all sections; hands them to the stages; takes what they say home to the
//! original texts. A stage that fails ends its own section and no other.

use std::borrow::Cow;

use summariser_core::abi::host::{Failure, FailureKind};
use summariser_core::analysis::{Analyser, Analysis, Outline};
use summariser_core::text::Newlines;
use summariser_core::{Block, Document, Reads};

use super::Plan;
use super::pipe::Piped;
use super::plan::{PlannedSection, PlannedStage};
use crate::host::{Host, Lodged, Outcome, words_said};
use crate::report::Section;

/// A text to be summarised.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// The text, which can be moved if nobody else needs it.
    pub text: Cow<'a, str>,
    /// Where it is from.
    pub source: &'a str,
}

/// A plan whose summarisers are ready.
#[derive(Debug)]
pub struct Ready {
    sections: Vec<ReadySection>,
    /// What the first stages read, together.
    reads: Reads,
    newlines: Newlines,
    analyser: Analyser,
}

#[derive(Debug)]
struct ReadySection {
    plugin: String,
    chain: String,
    stages: Result<Vec<ReadyStage>, Failure>,
}

#[derive(Debug)]
struct ReadyStage {
    summariser: usize,
    id: String,
    reads: Reads,
}

impl Ready {
    /// Has a host make every summariser that a plan needs; `newlines` says what the ends of lines mean in texts.
    pub fn new(plan: &Plan, newlines: Newlines, host: &mut dyn Host) -> Ready {
        let mut reads = Reads::PARAGRAPHS;
        let mut ready = |stage: &PlannedStage| ReadyStage {
            summariser: host.prepare(&stage.plugin, &stage.options),
            id: stage.plugin.id().to_owned(),
            reads: stage.reads(),
        };
        let sections = plan.sections.iter().map(|PlannedSection { chain, stages }| {
            let stages = match stages {
                Ok(stages) => Ok(stages.iter().map(&mut ready).collect::<Vec<_>>()),
                Err(missing) => Err((missing.id.clone(), Failure::new(missing.kind, missing.why.clone()))),
            };
            let plugin = match &stages {
                Ok(stages) => stages.last().map(|stage| stage.id.clone()).unwrap_or_default(),
                Err((id, _)) => id.clone(),
            };
            let stages = stages.map_err(|(_, failure)| failure);
            if let Some(first) = stages.as_ref().ok().and_then(|stages| stages.first()) {
                reads = reads | first.reads;
            }
            ReadySection { plugin, chain: chain.clone(), stages }
        });
        let sections = sections.collect();
        Ready { sections, reads, newlines, analyser: Analyser::default() }
    }

    /// What a text has to say, and its language.
    pub fn run_one(&mut self, text: Text<'_>, host: &mut dyn Host) -> (String, Vec<Section>) {
        self.run(vec![text], host).pop().unwrap_or_default()
    }

    /// What each text has to say, and its language. Texts come together where nobody waits for one of them alone.
    pub fn run<'a>(&mut self, texts: Vec<Text<'a>>, host: &mut dyn Host) -> Vec<(String, Vec<Section>)> {
        let analyser = &mut self.analyser;
        let sources: Vec<&str> = texts.iter().map(|text| text.source).collect();
        let mut languages = Vec::with_capacity(texts.len());
        let mut lodge = |Text { text, .. }: Text<'a>| {
            let outline = Outline::of_plain(&text, self.newlines);
            let analysis = analyser.analyse(&text, &outline, self.newlines, self.reads);
            languages.push(analysis.language().code().to_owned());
            // It takes memory that is needed now.
            drop(outline);
            host.lodge(text, analysis)
        };
        let lodged: Vec<Lodged<'_>> = texts.into_iter().map(&mut lodge).collect();
        let documents = lodged.iter().zip(sources).map(|(lodged, source)| lodged.document().with_source(source));
        let mut documents: Vec<Document<'_>> = documents.collect();
        let mut said: Vec<Vec<Section>> = lodged.iter().map(|_| Vec::with_capacity(self.sections.len())).collect();
        for together in self.sections.chunk_by(|section, _| section.has_one_stage()) {
            let first = |section: &ReadySection| Some(section.stages.as_ref().ok()?.first()?.summariser);
            let firsts: Vec<usize> = together.iter().filter_map(first).collect();
            let there = lodged.iter().zip(&documents);
            let there = there.map(|(lodged, document)| lodged.failure().is_none().then(|| document.clone()));
            let asked: Vec<Option<Document<'_>>> = there.collect();
            let mut outcomes: Vec<_> = host.run(&firsts, &asked).into_iter().map(Vec::into_iter).collect();
            for section in together {
                let results = section.finish(&mut outcomes, &documents, analyser, host);
                let of_each = results.into_iter().zip(&mut documents).zip(&mut said).zip(&lodged);
                for (((result, document), said), lodged) in of_each {
                    let result = lodged.failure().map_or(result, |failure| Err(failure.clone()));
                    let words = number(document.summary_words()).saturating_add(words_said(&result));
                    *document = document.clone().with_summary_words(words);
                    said.push(Section { plugin: section.plugin.clone(), chain: section.chain.clone(), result });
                }
            }
        }
        languages.into_iter().zip(said).collect()
    }
}

impl ReadySection {
    fn has_one_stage(&self) -> bool {
        self.stages.as_ref().is_ok_and(|stages| stages.len() == 1)
    }

    /// What the section says of each document, of which the first stage has spoken in its turn.
    fn finish(
        &self,
        firsts: &mut [impl Iterator<Item = Outcome>],
        originals: &[Document<'_>],
        analyser: &mut Analyser,
        host: &mut dyn Host,
    ) -> Vec<Outcome> {
        let stages = match &self.stages {
            Ok(stages) => stages,
            Err(failure) => return originals.iter().map(|_| Err(failure.clone())).collect(),
        };
        let Some((_, rest)) = stages.split_first() else { return originals.iter().map(|_| Ok(Vec::new())).collect() };
        let mut outcomes: Vec<Outcome> = firsts.iter_mut().map(|first| first.next().unwrap_or_else(unsaid)).collect();
        let mut joints: Vec<Option<Joint>> = originals.iter().map(|_| None).collect();
        for stage in rest {
            for ((outcome, joint), original) in outcomes.iter().zip(&mut joints).zip(originals) {
                let onward = |blocks: &Vec<Block>| Joint::new(blocks, joint.as_ref(), original, stage.reads, analyser);
                *joint = outcome.as_ref().ok().map(onward);
            }
            let documents = joints.iter().zip(originals);
            let documents = documents.map(|(joint, original)| Some(joint.as_ref()?.document(original)));
            let documents: Vec<Option<Document<'_>>> = documents.collect();
            let said = host.run(&[stage.summariser], &documents);
            for (outcome, said) in outcomes.iter_mut().zip(said).filter(|(outcome, _)| outcome.is_ok()) {
                *outcome = said.into_iter().next().unwrap_or_else(unsaid);
            }
        }
        let home = |((outcome, joint), original): ((Outcome, Option<Joint>), &Document<'_>)| match joint {
            Some(joint) => {
                outcome.map(|said| said.into_iter().map(|block| joint.piped.map.home(block, original.text())).collect())
            }
            None => outcome,
        };
        outcomes.into_iter().zip(joints).zip(originals).map(home).collect()
    }
}

/// What one stage said of a document, as the next one reads it.
struct Joint {
    piped: Piped,
    analysis: Analysis,
}

impl Joint {
    /// Of the blocks that were said of the document at the joint before, or of the original.
    fn new(
        said: &[Block],
        before: Option<&Joint>,
        original: &Document<'_>,
        reads: Reads,
        analyser: &mut Analyser,
    ) -> Joint {
        let piped = match before {
            None => Piped::new(said, original, None, original.text()),
            Some(joint) => Piped::new(said, &joint.document(original), Some(&joint.piped.map), original.text()),
        };
        let analysis = analyser.analyse(&piped.text, &piped.outline, Newlines::Auto, reads);
        Joint { piped, analysis }
    }

    fn document(&self, original: &Document<'_>) -> Document<'_> {
        let document = self.analysis.document(&self.piped.text).with_source(original.source().to_owned());
        document.with_origin_words(number(original.origin_words())).with_summary_words(number(original.summary_words()))
    }
}

fn number(words: usize) -> u32 {
    u32::try_from(words).unwrap_or(u32::MAX)
}

/// That a host gave fewer outcomes than it was asked for.
fn unsaid() -> Outcome {
    Err(Failure::new(FailureKind::Load, "it was not run"))
}
