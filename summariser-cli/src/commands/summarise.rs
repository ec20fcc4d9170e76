//! Summarising: inputs are found and read, worked on by jobs, and written in their order; what is wrong with one is said
//! and the others are done.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::CommandFactory;
use serde_json::Value;
use summariser_core::text::Newlines;

use super::parallel::{Event, Thing, in_order};
use super::progress::{Progress, Total};
use super::{
    Heard, Hosts, OK, SOME_FAILED, WRONG_USAGE, colours, complain, is_news, jobs, registry, remember, resume, width,
};
use crate::args::Args;
use crate::chain::plan::{self, Asked as AskedChain, General, Plan, Said};
use crate::chain::run::{Ready, Text};
use crate::config::{Config, Origin};
use crate::diagnostic::io_reason;
use crate::host::Host;
use crate::host::discover::Registry;
use crate::output::Output;
use crate::read::html::{self, Page};
use crate::read::inputs::{self, Asked, STDIN};
use crate::read::{self, FieldNames, Input, Inputs, Line};
use crate::render::{Format, Look, Renderer, renderer};
use crate::report::{BadInput, Report, Section};
use crate::source_map::SourceMap;

pub(super) fn run(args: &Args, config: &Config) -> Result<u8, String> {
    let Some(asked) = asked(args) else {
        let help = Args::command().render_help();
        // Help that was not asked for is no result.
        let _ = write!(io::stderr(), "{}", help.ansi());
        return Ok(WRONG_USAGE);
    };
    if let Some(label) = args.encoding.as_deref() {
        read::decode(Vec::new(), Some(label)).map_err(|error| format!("--encoding: {error}"))?;
    }
    let is_one = !args.jsonl && asked.is_one();
    let hosts = Hosts::new(args, config)?;
    if is_one {
        hosts.begin();
    }
    let registry = registry(args, config)?;
    refuse_broken_files(&registry)?;
    let plan = plan(config, &registry)?;

    let to_stdout = args.output.as_deref().is_none_or(|path| path == Path::new(STDIN));
    let format = config.format.as_ref().map_or(if args.jsonl { Format::Jsonl } else { Format::Text }, |f| f.value);
    let look = Look { width: width(to_stdout), colour: colours(config.colour.value, to_stdout), many: !is_one };
    if args.resume && (to_stdout || format != Format::Jsonl) {
        return Err("--resume: only a file of JSON lines can be gone on with: --output FILE --format jsonl".to_owned());
    }
    // The terminal was looked at before; from here on standard output is for results alone.
    let is_in_the_way = to_stdout && io::stdout().is_terminal();
    let total = if is_in_the_way || args.common.quiet { None } else { inputs::total(&asked) };
    let mut inputs = match Inputs::new(asked) {
        Ok(inputs) => inputs,
        Err(message) => {
            complain(&format!("--files-from {message}"));
            return Ok(SOME_FAILED);
        }
    };
    let fields = FieldNames { id: args.id_field.clone(), text: args.text_field.clone() };
    let (mut failures, mut held) = (0, 0);
    let output = match &args.output {
        Some(path) if args.resume => {
            let chains: Vec<String> = plan.sections.iter().map(|section| section.chain.clone()).collect();
            let done = resume::pass_over(path, &mut inputs, &fields, &chains)?;
            (failures, held) = (done.failures, done.bytes);
            Output::append(done.file)
        }
        Some(path) => Output::file(path)?,
        None => Output::stdout(),
    };
    let setup = Setup {
        plan,
        hosts: hosts.clone(),
        newlines: args.newlines.into(),
        encoding: args.encoding.clone(),
        fields,
        format,
        look,
    };
    let jobs = if is_one { 0 } else { jobs(args) };
    let total = Total::Bytes(total.map(|total| total.saturating_sub(held)));
    let progress = Progress::new(&total, is_in_the_way || args.common.quiet);
    let (head, between) = (renderer(format, look).head(), renderer(format, look).between());
    let strict = args.strict;
    let mut taker = Taker { output, head, between, has_begun: false, progress, failures, strict, is_first: true };
    let make = move || {
        let mut job = Job::new(&setup);
        move |given| job.run(given)
    };
    let done = in_order(Reading(inputs), jobs, make, |event| {
        taker.take(event).unwrap_or_else(|error| {
            taker.fail(&format!("the output cannot be written: {}", io_reason(&error)));
            ControlFlow::Break(())
        })
    });
    if let Err(error) = done {
        taker.fail(&format!("not all was done: {}", io_reason(&error)));
    }
    let failed = taker.failures > 0;
    if taker.strict && failed {
        complain("stopped at the first failure, as --strict asks");
    }
    remember(&hosts, config, &registry);
    if let Err(message) = taker.output.finish(failed) {
        complain(&message);
        return Ok(SOME_FAILED);
    }
    Ok(if failed { SOME_FAILED } else { OK })
}

/// Which inputs are asked for; nothing if nobody says anything and nobody pipes anything in.
fn asked(args: &Args) -> Option<Asked> {
    let mut files = args.files.clone();
    if files.is_empty() && args.files_from.is_none() {
        let here = || PathBuf::from(".");
        files.push(match io::stdin().is_terminal() {
            _ if args.recursive => here(),
            false => PathBuf::from(STDIN),
            true => return None,
        });
    }
    let (list, null) = (args.files_from.clone(), args.null);
    Some(Asked { files, list, null, recursive: args.recursive, lines: args.jsonl })
}

/// What a plan is made with, besides the chain.
pub(super) fn setting(config: &Config) -> plan::Setting {
    let named = |(name, chain): (&String, &crate::config::Setting<String>)| {
        (name.clone(), (chain.value.clone(), format!("{}, chain {name}", chain.origin)))
    };
    plan::Setting {
        chains: config.chains.iter().map(named).collect(),
        options: config.plugins.clone(),
        length: config.length.as_ref().map(|length| General { text: length.value.clone(), said: said(&length.origin) }),
        explain: config.explain,
    }
}

fn said(origin: &Origin) -> Said {
    match origin {
        Origin::Flag(_) => Said::OnCommandLine,
        Origin::Environment(_) => Said::InEnvironment,
        Origin::File(_) | Origin::Default => Said::InFile,
    }
}

/// The chain of the configuration, checked whole.
pub(super) fn plan(config: &Config, registry: &Registry) -> Result<Plan, String> {
    let asked = AskedChain {
        text: config.chain.value.clone(),
        source: match &config.chain.origin {
            Origin::Default => "the default chain".to_owned(),
            origin => origin.to_string(),
        },
        is_default: config.chain.origin == Origin::Default,
    };
    plan::plan(&asked, &setting(config), registry)
}

/// A file that was named on the command line must be a plugin; others that are broken harm nobody.
pub(super) fn refuse_broken_files(registry: &Registry) -> Result<(), String> {
    let named = |origin| origin == crate::host::discover::Origin::PluginFlag;
    for found in registry.found.iter().filter(|found| named(found.origin)) {
        if let Err(why) = &found.plugin {
            return Err(format!("--plugin {}: {why}", found.path.display()));
        }
    }
    Ok(())
}

/// Reads what is found.
struct Reading(Inputs);

/// What is read and not yet looked into.
enum Given {
    File { path: PathBuf, bytes: Result<Vec<u8>, String> },
    Line { source: Arc<str>, line: Line },
    Bad(BadInput),
}

impl Iterator for Reading {
    type Item = Given;

    fn next(&mut self) -> Option<Given> {
        Some(match self.0.next()? {
            Input::File(path) => {
                let bytes = if path == Path::new(STDIN) { read::read_stdin() } else { read::read_file(&path) };
                Given::File { bytes: bytes.map_err(|error| error.to_string()), path }
            }
            Input::Line { source, line } => Given::Line { source, line },
            Input::Bad { source, id, message } => Given::Bad(BadInput { source, id, line: None, message }),
        })
    }
}

impl Thing for Given {
    fn bytes(&self) -> usize {
        match self {
            Given::File { bytes, .. } => bytes.as_ref().map_or(0, Vec::len),
            // Its end is read, too.
            Given::Line { line, .. } => line.bytes() + 1,
            Given::Bad(_) => 0,
        }
    }
}

/// What every job works with.
struct Setup {
    plan: Plan,
    hosts: Hosts,
    newlines: Newlines,
    encoding: Option<String>,
    fields: FieldNames,
    format: Format,
    look: Look,
}

/// Turns what is given into what is written of it.
struct Job {
    ready: Ready,
    host: Box<dyn Host>,
    heard: Heard,
    renderer: Box<dyn Renderer>,
    encoding: Option<String>,
    fields: FieldNames,
}

/// What is written of one input.
struct Answer {
    written: Vec<u8>,
    /// What is said on standard error before.
    told: Vec<String>,
    failures: usize,
    /// How many bytes the input has.
    bytes: usize,
}

/// A text that was read, and what it is called, in messages too.
struct Read {
    text: String,
    id: Value,
    source: String,
    label: String,
    encoding: Option<String>,
    /// Of a text that was taken from a page.
    page: Option<Source>,
}

impl Job {
    fn new(setup: &Setup) -> Job {
        let (mut host, heard) = setup.hosts.host();
        let ready = Ready::new(&setup.plan, setup.newlines, &mut *host);
        host.start();
        let (encoding, fields) = (setup.encoding.clone(), setup.fields.clone());
        Job { ready, host, heard, renderer: renderer(setup.format, setup.look), encoding, fields }
    }

    fn run(&mut self, given: Vec<Given>) -> Vec<Answer> {
        let (mut answers, mut texts) = (Vec::with_capacity(given.len()), Vec::with_capacity(given.len()));
        for given in given {
            let mut answer = Answer { written: Vec::new(), told: Vec::new(), failures: 0, bytes: given.bytes() };
            match self.read(given, &mut answer) {
                Ok(text) => texts.push((answers.len(), text)),
                Err(bad) => self.bad(&bad, &mut answer),
            }
            answers.push(answer);
        }
        // Texts are given away, so that they can be moved to where plugins read them.
        let given = texts
            .iter_mut()
            .map(|(_, read)| Text { text: std::mem::take(&mut read.text).into(), source: &read.source });
        let given: Vec<Text<'_>> = given.collect();
        let said = self.ready.run(given, &mut *self.host);
        if let Some(last) = texts.len().checked_sub(1) {
            for (turn, line) in self.heard.take() {
                answers[texts[turn.min(last)].0].told.push(line);
            }
        }
        for ((at, text), (language, sections)) in texts.into_iter().zip(said) {
            self.document(text, language, sections, &mut answers[at]);
        }
        answers
    }

    /// The text that is given, and what is said of how it was read.
    fn read(&self, given: Given, answer: &mut Answer) -> Result<Read, Box<BadInput>> {
        match given {
            Given::File { path, bytes } => self.file(&path, bytes, answer),
            Given::Line { source, line } => self.line(&source, &line),
            Given::Bad(bad) => Err(Box::new(bad)),
        }
    }

    fn file(&self, path: &Path, bytes: Result<Vec<u8>, String>, answer: &mut Answer) -> Result<Read, Box<BadInput>> {
        let source = path.to_string_lossy().into_owned();
        let id = Value::from(source.as_str());
        let decode = |bytes| read::decode(bytes, self.encoding.as_deref()).map_err(|error| error.to_string());
        let decoded = match bytes.and_then(decode) {
            Ok(decoded) => decoded,
            Err(message) => return Err(Box::new(BadInput { source, id, line: None, message })),
        };
        let label = if path == Path::new(STDIN) { "standard input".to_owned() } else { source.clone() };
        if let Some(encoding) = &decoded.encoding {
            let replaced = match decoded.replaced {
                0 => String::new(),
                1 => "; 1 place could not be decoded and shows as U+FFFD".to_owned(),
                n => format!("; {n} places could not be decoded and show as U+FFFD"),
            };
            answer.told.push(format!("{label}: read as {encoding}{replaced}"));
        }
        match taken(path, decoded.text) {
            Ok((text, page)) => Ok(Read { text, id, source, label, encoding: decoded.encoding, page }),
            Err(why) => Err(Box::new(BadInput { source, id, line: None, message: why.to_owned() })),
        }
    }

    fn line(&self, source: &str, line: &Line) -> Result<Read, Box<BadInput>> {
        let source = source.to_owned();
        match line.record(&self.fields) {
            Ok(record) => {
                let label = match &record.id {
                    Value::Null => format!("{source}, line {}", record.line),
                    Value::String(id) => id.clone(),
                    other => other.to_string(),
                };
                match taken(Path::new(""), record.text) {
                    Ok((text, page)) => Ok(Read { text, id: record.id, source, label, encoding: None, page }),
                    Err(why) => {
                        let (line, message) = (Some(record.line), why.to_owned());
                        Err(Box::new(BadInput { source, id: record.id, line, message }))
                    }
                }
            }
            Err(bad) => Err(Box::new(BadInput { source, id: bad.id, line: Some(bad.line), message: bad.message })),
        }
    }

    fn document(&mut self, read: Read, language: String, mut sections: Vec<Section>, answer: &mut Answer) {
        if let Some((page, map)) = &read.page {
            for blocks in sections.iter_mut().filter_map(|section| section.result.as_mut().ok()) {
                *blocks = std::mem::take(blocks).into_iter().map(|block| map.home(block, page)).collect();
            }
        }
        for section in &sections {
            if let Err(failure) = &section.result {
                answer.failures += 1;
                answer.told.push(format!("{}: {} failed: {failure}", read.label, section.plugin));
            }
        }
        let report = Report { id: read.id, source: read.source, language, encoding: read.encoding, sections };
        // Writing to memory does not fail.
        let _ = self.renderer.document(&report, &mut answer.written);
    }

    fn bad(&mut self, bad: &BadInput, answer: &mut Answer) {
        answer.failures += 1;
        let line = bad.line.map(|line| format!(", line {line}")).unwrap_or_default();
        let name = if bad.source == STDIN { "standard input" } else { &bad.source };
        answer.told.push(format!("{name}{line}: {}", bad.message));
        let _ = self.renderer.bad_input(bad, &mut answer.written);
    }
}

/// A page of HTML, and the way back to it.
type Source = (String, SourceMap);

/// The text that is taken from what is in a file of that name; with the page where it was one.
fn taken(path: &Path, text: String) -> Result<(String, Option<Source>), &'static str> {
    if !html::is_page(path, &text) {
        return Ok((text, None));
    }
    let Page { text: said, map } = html::page(&text);
    if said.is_empty() && !text.trim().is_empty() {
        return Err(
            "is a page of HTML without a text, as where a script loads it; save it from a browser that has run it",
        );
    }
    Ok((said, Some((text, map))))
}

/// Writes what is said of each input, in their order.
struct Taker {
    output: Output,
    /// What stands before the first document, and between two, and whether there is one above.
    head: &'static str,
    between: &'static str,
    has_begun: bool,
    progress: Progress,
    failures: usize,
    /// Whether the first failure is the last.
    strict: bool,
    /// Whether nothing was answered yet.
    is_first: bool,
}

impl Taker {
    fn take(&mut self, event: Event<Answer>) -> io::Result<ControlFlow<()>> {
        match event {
            // Whoever feeds this line by line gets each answer before the next question.
            Event::Pause => self.output.flush()?,
            Event::Answer(answer) => {
                let is_first = std::mem::take(&mut self.is_first);
                let told: Vec<&String> = answer.told.iter().filter(|message| is_news(message, is_first)).collect();
                if !told.is_empty() {
                    self.progress.aside(|| told.into_iter().for_each(|message| complain(message)));
                }
                self.failures += answer.failures;
                if !answer.written.is_empty() {
                    let has_begun = std::mem::replace(&mut self.has_begun, true);
                    self.output.write_all(if has_begun { self.between } else { self.head }.as_bytes())?;
                    self.output.write_all(&answer.written)?;
                }
                self.progress.done(answer.bytes, answer.failures);
            }
        }
        let is_over = self.output.closed || (self.strict && self.failures > 0);
        Ok(if is_over { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    }

    fn fail(&mut self, message: &str) {
        self.progress.aside(|| complain(message));
        self.failures += 1;
    }
}
