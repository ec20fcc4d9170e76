//! A plan over one document: analyses it once, for all sections; hands it to the stages; takes what they say home to the
//! original text. A stage that fails ends its own section and no other.

use summariser_core::abi::host::{Failure, FailureKind};
use summariser_core::analysis::{Analyser, Outline};
use summariser_core::text::Newlines;
use summariser_core::{Document, Reads};

use super::Plan;
use super::pipe::Piped;
use super::plan::{PlannedSection, PlannedStage};
use crate::host::{Host, Outcome, words_said};
use crate::report::Section;

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
    pub fn run(&mut self, text: &str, source: &str, host: &mut dyn Host) -> (String, Vec<Section>) {
        let outline = Outline::of_plain(text, self.newlines);
        let analyser = &mut self.analyser;
        let analysis = analyser.analyse(text, &outline, self.newlines, self.reads);
        let document = analysis.document(text).with_source(source);
        let mut said = 0_u32;
        let mut sections = Vec::with_capacity(self.sections.len());
        // First stages see the same document, so that a host can take them together. What a section says is known at its
        // end, so that one with more stages is the last that can be taken.
        for together in self.sections.chunk_by(|section, _| section.has_one_stage()) {
            let document = document.clone().with_summary_words(said);
            let first = |section: &ReadySection| Some(section.stages.as_ref().ok()?.first()?.summariser);
            let firsts: Vec<usize> = together.iter().filter_map(first).collect();
            let mut outcomes = host.run(&firsts, &document).into_iter();
            for section in together {
                let document = document.clone().with_summary_words(said);
                let result = section.finish(&mut outcomes, &document, analyser, host);
                said = said.saturating_add(words_said(&result));
                sections.push(Section { plugin: section.plugin.clone(), chain: section.chain.clone(), result });
            }
        }
        (analysis.language().code().to_owned(), sections)
    }
}

impl ReadySection {
    fn has_one_stage(&self) -> bool {
        self.stages.as_ref().is_ok_and(|stages| stages.len() == 1)
    }

    /// What the section says, of which the first stage has spoken in its turn.
    fn finish(
        &self,
        firsts: &mut impl Iterator<Item = Outcome>,
        original: &Document<'_>,
        analyser: &mut Analyser,
        host: &mut dyn Host,
    ) -> Outcome {
        let stages = self.stages.as_ref().map_err(Clone::clone)?;
        let Some((_, rest)) = stages.split_first() else { return Ok(Vec::new()) };
        let mut blocks = firsts.next().unwrap_or_else(|| Err(unsaid()))?;
        let Some(next) = rest.first() else { return Ok(blocks) };
        let mut piped = Piped::new(&blocks, original, None, original.text());
        let mut reads = next.reads;
        for (place, stage) in rest.iter().enumerate() {
            let analysis = analyser.analyse(&piped.text, &piped.outline, Newlines::Auto, reads);
            let document = analysis
                .document(&piped.text)
                .with_source(original.source())
                .with_origin_words(u32::try_from(original.origin_words()).unwrap_or(u32::MAX))
                .with_summary_words(u32::try_from(original.summary_words()).unwrap_or(u32::MAX));
            let said = host.run(&[stage.summariser], &document).pop().unwrap_or_else(|| Err(unsaid()))?;
            match rest.get(place + 1) {
                Some(next) => {
                    reads = next.reads;
                    let onward = Piped::new(&said, &document, Some(&piped.map), original.text());
                    piped = onward;
                }
                None => blocks = said.into_iter().map(|block| piped.map.home(block, original.text())).collect(),
            }
        }
        Ok(blocks)
    }
}

/// That a host gave fewer outcomes than it was asked for.
fn unsaid() -> Failure {
    Failure::new(FailureKind::Load, "it was not run")
}
