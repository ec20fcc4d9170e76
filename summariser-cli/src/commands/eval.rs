//! `eval`: how like human references the summaries of chains are. Every chain runs here as it does when summarising, with
//! the same plugins, options and lengths, so that what is measured is what a user gets.

use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

use serde_json::Value;
use summariser_core::analysis::Analyser;
use summariser_core::text::Newlines;
use summariser_core::{BlockKind, Length, length};

use super::parallel::{Event, Thing, in_order};
use super::progress::{Progress, Total};
use super::summarise::{plan, refuse_broken_files};
use super::{Heard, Hosts, OK, SOME_FAILED, complain, jobs, registry, remember};
use crate::args::{Args, EvalArgs};
use crate::chain::Plan;
use crate::chain::run::{Ready, Text};
use crate::config::{Config, Origin, Setting};
use crate::diagnostic::{io_reason, shown};
use crate::eval::baseline::{count_sentences, joined, lead, oracle, sentences};
use crate::eval::reference::{self, FieldNames, Referenced};
use crate::eval::rouge::{Rouge, Scores};
use crate::eval::tokens::Cut;
use crate::eval::{Basis, Comparison, Kind, System, table};
use crate::host::Host;
use crate::host::discover::Registry;
use crate::output::Output;
use crate::read::{read_file, read_stdin};
use crate::render::Format;
use crate::report::Section;

/// How many failures of a chain are told; the others are only counted.
const TOLD: usize = 5;

pub(super) fn run(args: &Args, eval: &EvalArgs, config: &Config) -> Result<u8, String> {
    let render = match args.format.unwrap_or(Format::Text) {
        Format::Text => table::text,
        Format::Markdown => table::markdown,
        Format::Json => table::json,
        Format::Jsonl | Format::Html => {
            return Err("--format: an evaluation is written as text, markdown or json".to_owned());
        }
    };
    let mut config = config.clone();
    if let Some(length) = &eval.length {
        config.set_length(length, Origin::Flag("--length"))?;
    }
    let registry = registry(args, &config)?;
    refuse_broken_files(&registry)?;
    let plans = plans(eval, &config, &registry)?;

    let is_stdin = eval.references == Path::new("-");
    let name = eval.references.to_string_lossy().into_owned();
    let label = if is_stdin { "standard input" } else { &name };
    let bytes = if is_stdin { read_stdin() } else { read_file(&eval.references) };
    let names = FieldNames {
        id: eval.id_field.clone(),
        text: eval.text_field.clone(),
        reference: eval.reference_field.clone(),
    };
    let (documents, bad_lines) =
        match bytes.map_err(|error| error.to_string()).and_then(|bytes| documents(&bytes, &names, label)) {
            Ok(read) => read,
            Err(message) => {
                complain(&format!("{label}: {message}"));
                return Ok(SOME_FAILED);
            }
        };
    if documents.is_empty() {
        complain(&format!("{label}: holds no document with a reference: there is nothing to compare"));
        return Ok(SOME_FAILED);
    }
    let basis = basis(&name, &documents, bad_lines, &config);

    // From here on what plugins print goes to standard error.
    let mut output = Output::stdout();
    let mut systems: Vec<System> = plans.iter().map(|(name, _)| System::new(name, Kind::Chain)).collect();
    systems.extend([System::new("lead", Kind::Lead), System::new("oracle", Kind::Oracle)]);
    let mut progress = Progress::new(&Total::Documents(documents.len() as u64), args.common.quiet);
    let hosts = Hosts::new(args, &config)?;
    let setup = Setup { plans, hosts: hosts.clone(), newlines: eval.newlines.into(), cap: basis.cap, name };
    let make = move || {
        let mut job = Job::new(&setup);
        move |documents: Vec<Referenced>| documents.iter().map(|document| job.measure(document)).collect()
    };
    in_order(documents.into_iter(), jobs(args), make, |event| {
        if let Event::Answer(measured) = event {
            note(measured, &mut systems, &mut progress);
        }
        ControlFlow::Continue(())
    })
    .map_err(|error| format!("not all was done: {}", io_reason(&error)))?;
    drop(progress);
    remember(&hosts, &config, &registry);
    let failures: usize = systems.iter().map(System::failures).sum();
    let text = render(&Comparison::new(basis, &systems));
    output
        .write_all(shown(&text).as_bytes())
        .map_err(|error| format!("the output cannot be written: {}", io_reason(&error)))?;
    output.finish(false)?;
    Ok(if bad_lines + failures > 0 { SOME_FAILED } else { OK })
}

/// The chains that are compared, each with its name.
fn plans(eval: &EvalArgs, config: &Config, registry: &Registry) -> Result<Vec<(String, Plan)>, String> {
    let asked = eval.chain.iter().map(|chain| Setting { value: chain.clone(), origin: Origin::Flag("--chain") });
    let mut asked: Vec<Setting<String>> = asked.collect();
    if asked.is_empty() {
        asked.push(config.chain.clone());
    }
    let planned = asked.into_iter().map(|chain| {
        let config = Config { chain, ..config.clone() };
        let plan = plan(&config, registry)?;
        let last = |stages: &Vec<crate::chain::plan::PlannedStage>| stages.last().map(|stage| stage.plugin.clone());
        let mut plugins = plan.sections.iter().map(|section| section.stages.as_ref().ok().and_then(last));
        // What is missing of the default chain is a failure of its own.
        if !plugins.any(|plugin| plugin.is_none_or(|plugin| plugin.inspected.manifest.makes_text())) {
            let chain = &config.chain;
            return Err(format!("{}: `{}` says no text that could be compared", chain.origin, chain.value));
        }
        Ok((config.chain.value, plan))
    });
    planned.collect()
}

/// The documents of a file, and how many of its lines hold none.
fn documents(bytes: &[u8], names: &FieldNames, label: &str) -> Result<(Vec<Referenced>, usize), String> {
    let (mut documents, mut bad_lines) = (Vec::new(), 0);
    for document in reference::read(bytes, names)? {
        match document {
            Ok(document) => documents.push(document),
            Err(bad) => {
                bad_lines += 1;
                complain(&format!("{label}, line {}: {}", bad.line, bad.message));
            }
        }
    }
    Ok((documents, bad_lines))
}

/// What is compared on: the length that was asked for, or that of the references.
fn basis(name: &str, documents: &[Referenced], bad_lines: usize, config: &Config) -> Basis {
    let (mut references, mut words, mut sentences) = (0, 0, 0);
    for document in documents {
        let language = document.language();
        for reference in &document.references {
            references += 1;
            words += length::words(reference);
            sentences += count_sentences(reference, language);
        }
    }
    let mean = |sum: usize| sum as f64 / references.max(1) as f64;
    let asked: Option<Length> = config.length.as_ref().and_then(|length| length.value.parse().ok());
    // Small and not negative.
    let usual = Length::Sentences((mean(sentences).round() as u32).max(1));
    Basis {
        source: name.to_owned(),
        documents: documents.len(),
        bad_lines,
        reference_words: mean(words),
        reference_sentences: mean(sentences),
        cap: asked.unwrap_or(usual),
        cap_was_asked: asked.is_some(),
    }
}

impl Thing for Referenced {
    fn bytes(&self) -> usize {
        self.text.len()
    }
}

/// What every job works with.
struct Setup {
    plans: Vec<(String, Plan)>,
    hosts: Hosts,
    newlines: Newlines,
    cap: Length,
    /// What the file of documents is called.
    name: String,
}

/// Has every system summarise a document, and scores what they make.
struct Job {
    chains: Vec<Ready>,
    host: Box<dyn Host>,
    heard: Heard,
    rouge: Rouge,
    analyser: Analyser,
    newlines: Newlines,
    cap: Length,
    source: String,
}

/// What the summaries of one document are worth.
struct Measured {
    /// What it is called in messages.
    name: String,
    /// What plugins said besides.
    told: Vec<String>,
    /// A summary and its scores for each system, or why there is none.
    made: Vec<Result<(String, Scores), String>>,
}

impl Job {
    fn new(setup: &Setup) -> Job {
        let (mut host, heard) = setup.hosts.host();
        let newlines = setup.newlines;
        let chains = setup.plans.iter().map(|(_, plan)| Ready::new(plan, newlines, &mut *host)).collect();
        host.start();
        let (rouge, analyser) = (Rouge::default(), Analyser::default());
        Job { chains, host, heard, rouge, analyser, newlines, cap: setup.cap, source: setup.name.clone() }
    }

    fn measure(&mut self, document: &Referenced) -> Measured {
        let (sentences, found) = sentences(&document.text, self.newlines, &mut self.analyser);
        let cut = Cut::of_language(document.language.as_deref().unwrap_or(found.code()));
        let targets = self.rouge.targets(document.references.iter().map(String::as_str), cut);
        let mut made: Vec<Result<String, String>> = Vec::with_capacity(self.chains.len() + 2);
        let text = Text { text: document.text.as_str().into(), source: &self.source };
        for ready in &mut self.chains {
            let (_, sections) = ready.run_one(text.clone(), &mut *self.host);
            made.push(said(&sections));
        }
        made.push(Ok(joined(&sentences, &lead(&sentences, self.cap))));
        made.push(Ok(joined(&sentences, &oracle(&mut self.rouge, &targets, &sentences, self.cap))));
        let scored = made.into_iter().map(|made| {
            made.map(|summary| {
                let scores = self.rouge.score(&targets, &summary);
                (summary, scores)
            })
        });
        let made = scored.collect();
        let told = self.heard.take().into_iter().map(|(_, line)| line).collect();
        Measured { name: name(document, &self.source), told, made }
    }
}

/// Notes what the summaries of the next document are worth, and tells of failures.
fn note(measured: Measured, systems: &mut [System], progress: &mut Progress) {
    let (mut told, mut failures) = (measured.told, 0);
    for (system, made) in systems.iter_mut().zip(measured.made) {
        match made {
            Ok((summary, scores)) => system.made(&summary, scores),
            Err(why) => {
                system.failed();
                failures += 1;
                match system.failures() {
                    1..=TOLD => told.push(format!("{}: {why}", measured.name)),
                    n if n == TOLD + 1 => told.push("further failures of this chain are only counted".to_owned()),
                    _ => {}
                }
            }
        }
    }
    if !told.is_empty() {
        progress.aside(|| told.iter().for_each(|message| complain(message)));
    }
    progress.done(0, failures);
}

/// The text of a summary: the blocks of its body, one a line; a headline where there is nothing else. A section that
/// failed makes all of it a failure.
fn said(sections: &[Section]) -> Result<String, String> {
    let (mut body, mut headlines) = (Vec::new(), Vec::new());
    for section in sections {
        let blocks = section.result.as_ref().map_err(|failure| format!("{} failed: {failure}", section.plugin))?;
        for block in blocks.iter().filter(|block| block.kind.is_text()) {
            let into = if block.kind == BlockKind::Headline { &mut headlines } else { &mut body };
            into.extend(block.text.as_deref());
        }
    }
    Ok(if body.is_empty() { headlines } else { body }.join("\n"))
}

/// What a document is called in messages.
fn name(document: &Referenced, source: &str) -> String {
    match &document.id {
        Value::String(id) => id.clone(),
        Value::Null => format!("{source}, line {}", document.line),
        id => id.to_string(),
    }
}
