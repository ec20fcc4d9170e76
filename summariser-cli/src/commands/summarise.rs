//! Summarising: every input in turn, what is wrong with one said and the others done.

use std::fs::File;
use std::io::{self, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use serde_json::Value;

use super::{OK, SOME_FAILED, WRONG_USAGE, colours, complain, host, registry, remember, width};
use crate::args::Args;
use crate::chain::plan::{self, Asked, General, Plan, Said};
use crate::chain::run::Ready;
use crate::config::{Config, Origin};
use crate::diagnostic::io_reason;
use crate::host::Host;
use crate::host::discover::Registry;
use crate::output::Output;
use crate::read::{self, FieldNames, JsonLines};
use crate::render::{Format, Look, Renderer, renderer};
use crate::report::{BadInput, Report};

/// The name of standard input among the files.
const STDIN: &str = "-";

pub(super) fn run(args: &Args, config: &Config) -> Result<u8, String> {
    let files = match args.files.as_slice() {
        [] if io::stdin().is_terminal() => {
            let help = Args::command().render_help();
            // Help that was not asked for is no result.
            let _ = write!(io::stderr(), "{}", help.ansi());
            return Ok(WRONG_USAGE);
        }
        [] => vec![PathBuf::from(STDIN)],
        files => files.to_vec(),
    };
    if let Some(label) = args.encoding.as_deref() {
        read::decode(Vec::new(), Some(label)).map_err(|error| format!("--encoding: {error}"))?;
    }
    let registry = registry(args, config)?;
    refuse_broken_files(&registry)?;
    let plan = plan(config, &registry)?;

    let to_stdout = args.output.as_deref().is_none_or(|path| path == Path::new(STDIN));
    let format = config.format.as_ref().map_or(if args.jsonl { Format::Jsonl } else { Format::Text }, |f| f.value);
    let look = Look {
        width: width(to_stdout),
        colour: colours(config.colour.value, to_stdout),
        many: files.len() > 1 || args.jsonl,
    };
    // The terminal was looked at before; from here on standard output is for results alone.
    let output = match &args.output {
        Some(path) => Output::file(path)?,
        None => Output::stdout(),
    };
    let mut host = host(args, config)?;
    let ready = Ready::new(&plan, args.newlines.into(), &mut *host);
    host.start();
    let mut run = Run { ready, host, renderer: renderer(format, look), output, failures: 0, strict: args.strict };
    for file in &files {
        if run.is_over() {
            break;
        }
        let name = file.to_string_lossy();
        if args.jsonl { run.json_lines(file, &name, args) } else { run.file(file, &name, args.encoding.as_deref()) }
            .map_err(|error| format!("the output cannot be written: {}", io_reason(&error)))
            .or_else(|message| run.fail(&message))?;
    }
    let failed = run.failures > 0;
    if run.strict && failed {
        complain("stopped at the first failure, as --strict asks");
    }
    remember(&*run.host, config, &registry);
    if let Err(message) = run.output.finish(failed) {
        complain(&message);
        return Ok(SOME_FAILED);
    }
    Ok(if failed { SOME_FAILED } else { OK })
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
    let asked = Asked {
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

struct Run {
    ready: Ready,
    host: Box<dyn Host>,
    renderer: Box<dyn Renderer>,
    output: Output,
    failures: usize,
    /// Whether the first failure is the last.
    strict: bool,
}

impl Run {
    /// Whether nothing more is to be done.
    fn is_over(&self) -> bool {
        self.output.closed || (self.strict && self.failures > 0)
    }

    fn file(&mut self, path: &Path, name: &str, encoding: Option<&str>) -> io::Result<()> {
        let bytes = if path == Path::new(STDIN) { read::read_stdin() } else { read::read_file(path) };
        let decoded = match bytes
            .map_err(|error| error.to_string())
            .and_then(|bytes| read::decode(bytes, encoding).map_err(|error| error.to_string()))
        {
            Ok(decoded) => decoded,
            Err(message) => {
                let id = Value::String(name.to_owned());
                return self.bad(BadInput { source: name.to_owned(), id, line: None, message });
            }
        };
        let label = if path == Path::new(STDIN) { "standard input" } else { name };
        if let Some(encoding) = &decoded.encoding {
            let replaced = match decoded.replaced {
                0 => String::new(),
                1 => "; 1 place could not be decoded and shows as U+FFFD".to_owned(),
                n => format!("; {n} places could not be decoded and show as U+FFFD"),
            };
            complain(&format!("{label}: read as {encoding}{replaced}"));
        }
        self.document(&decoded.text, Value::String(name.to_owned()), name, label, decoded.encoding)
    }

    fn json_lines(&mut self, path: &Path, name: &str, args: &Args) -> io::Result<()> {
        let input: Box<dyn Read> = if path == Path::new(STDIN) {
            Box::new(io::stdin())
        } else {
            // A folder opens and cannot be read; reading it says so in the words for files.
            match File::open(path).ok().filter(|_| !path.is_dir()) {
                Some(file) => Box::new(file),
                None => {
                    let message =
                        read::read_file(path).err().map_or_else(|| "cannot be read".to_owned(), |e| e.to_string());
                    return self.bad(BadInput { source: name.to_owned(), id: Value::Null, line: None, message });
                }
            }
        };
        let fields = FieldNames { id: args.id_field.clone(), text: args.text_field.clone() };
        let mut lines = JsonLines::new(BufReader::with_capacity(64 << 10, input), fields);
        // Whether it goes on is known before another line is waited for.
        while !self.is_over()
            && let Some(record) = lines.next()
        {
            match record {
                Ok(Ok(record)) => {
                    let label = match &record.id {
                        Value::Null => format!("{name}, line {}", record.line),
                        Value::String(id) => id.clone(),
                        other => other.to_string(),
                    };
                    self.document(&record.text, record.id, name, &label, None)?;
                }
                Ok(Err(bad)) => {
                    let line = Some(bad.line);
                    self.bad(BadInput { source: name.to_owned(), id: bad.id, line, message: bad.message })?;
                }
                Err(error) => {
                    let message = format!("cannot be read any further: {}", io_reason(&error));
                    return self.bad(BadInput { source: name.to_owned(), id: Value::Null, line: None, message });
                }
            }
            // Whoever feeds this line by line gets each answer before the next question.
            if memchr::memchr(b'\n', lines.get_ref().buffer()).is_none() {
                self.output.flush()?;
            }
        }
        Ok(())
    }

    fn document(
        &mut self,
        text: &str,
        id: Value,
        source: &str,
        label: &str,
        encoding: Option<String>,
    ) -> io::Result<()> {
        let (language, sections) = self.ready.run(text, source, &mut *self.host);
        for section in &sections {
            if let Err(failure) = &section.result {
                self.failures += 1;
                complain(&format!("{label}: {} failed: {failure}", section.plugin));
            }
        }
        let report = Report { id, source: source.to_owned(), language, encoding, sections };
        self.renderer.document(&report, &mut self.output)
    }

    fn bad(&mut self, bad: BadInput) -> io::Result<()> {
        self.failures += 1;
        let line = bad.line.map(|line| format!(", line {line}")).unwrap_or_default();
        let name = if bad.source == STDIN { "standard input" } else { &bad.source };
        complain(&format!("{name}{line}: {}", bad.message));
        self.renderer.bad_input(&bad, &mut self.output)
    }

    /// Output that cannot be written ends the run.
    fn fail(&mut self, message: &str) -> Result<(), String> {
        complain(message);
        self.failures += 1;
        self.output.closed = true;
        Ok(())
    }
}
