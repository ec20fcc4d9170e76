//! `eval`: how like human references the summaries of chains are. Every chain runs here as it does when summarising, with
//! the same plugins, options and lengths, so that what is measured is what a user gets.

use std::io::Write;
use std::path::Path;

use serde_json::Value;
use summariser_core::analysis::Analyser;
use summariser_core::text::Newlines;
use summariser_core::{BlockKind, Length, length};

use super::progress::Progress;
use super::summarise::{plan, refuse_broken_files};
use super::{OK, SOME_FAILED, complain, host, registry, remember};
use crate::args::{Args, EvalArgs};
use crate::chain::Plan;
use crate::chain::run::Ready;
use crate::config::{Config, Origin, Setting};
use crate::diagnostic::{io_reason, shown};
use crate::eval::baseline::{count_sentences, joined, lead, oracle, sentences};
use crate::eval::reference::{self, FieldNames, Referenced};
use crate::eval::rouge::Rouge;
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
        Format::Jsonl => return Err("--format: an evaluation is written as text, markdown or json".to_owned()),
    };
    let mut config = config.clone();
    if let Some(length) = &eval.length {
        config.set_length(length, Origin::Flag("--length"))?;
    }
    let registry = registry(args, &config)?;
    refuse_broken_files(&registry)?;
    let plans = plans(eval, &config, &registry)?;

    let is_stdin = eval.references == Path::new("-");
    let name = eval.references.to_string_lossy();
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
    let mut host = host(args, &config)?;
    let newlines: Newlines = eval.newlines.into();
    let chains =
        plans.iter().map(|(name, plan)| (System::new(name, Kind::Chain), Ready::new(plan, newlines, &mut *host)));
    let chains = chains.collect();
    host.start();
    let mut run = Run {
        chains,
        host,
        lead: System::new("lead", Kind::Lead),
        oracle: System::new("oracle", Kind::Oracle),
        rouge: Rouge::default(),
        analyser: Analyser::default(),
        newlines,
        progress: Progress::new("documents", documents.len()),
    };
    for (done, document) in documents.iter().enumerate() {
        run.document(document, &name, basis.cap);
        run.progress.done(done + 1);
    }
    remember(&*run.host, &config, &registry);
    let (systems, failures) = run.finish();
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

struct Run {
    chains: Vec<(System, Ready)>,
    host: Box<dyn Host>,
    lead: System,
    oracle: System,
    rouge: Rouge,
    analyser: Analyser,
    newlines: Newlines,
    progress: Progress,
}

impl Run {
    /// Has every system summarise a document, and scores what they make.
    fn document(&mut self, document: &Referenced, source: &str, cap: Length) {
        let (sentences, found) = sentences(&document.text, self.newlines, &mut self.analyser);
        let cut = Cut::of_language(document.language.as_deref().unwrap_or(found.code()));
        let targets = self.rouge.targets(document.references.iter().map(String::as_str), cut);
        for (system, ready) in &mut self.chains {
            let (_, sections) = ready.run(&document.text, source, &mut *self.host);
            match said(&sections) {
                Ok(summary) => system.made(&summary, self.rouge.score(&targets, &summary)),
                Err(why) => {
                    system.failed();
                    self.progress.clear();
                    match system.failures() {
                        1..=TOLD => complain(&format!("{}: {why}", name(document, source))),
                        n if n == TOLD + 1 => complain("further failures of this chain are only counted"),
                        _ => {}
                    }
                }
            }
        }
        let lead = joined(&sentences, &lead(&sentences, cap));
        self.lead.made(&lead, self.rouge.score(&targets, &lead));
        let oracle = joined(&sentences, &oracle(&mut self.rouge, &targets, &sentences, cap));
        self.oracle.made(&oracle, self.rouge.score(&targets, &oracle));
    }

    /// All systems, chains first, and how often they failed.
    fn finish(self) -> (Vec<System>, usize) {
        let failures = self.chains.iter().map(|(system, _)| system.failures()).sum();
        let chains = self.chains.into_iter().map(|(system, _)| system);
        (chains.chain([self.lead, self.oracle]).collect(), failures)
    }
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
