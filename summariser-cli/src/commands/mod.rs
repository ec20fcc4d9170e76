//! What the command does: one file for each thing that it can be told.

mod config;
mod eval;
mod manual;
mod parallel;
mod plugin;
mod progress;
mod resume;
mod summarise;

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use anstream::AutoStream;
use summariser_core::Document;
use summariser_core::abi::host::{Failure, FailureKind};
use summariser_core::abi::option::OptionSetting;
use summariser_core::analysis::Analysis;

use crate::args::{Args, Colour, Command};
use crate::config::Config;
use crate::diagnostic::shown;
use crate::host::discover::{Plugin, Registry, Search};
use crate::host::in_process::InProcess;
#[cfg(unix)]
use crate::host::isolated::{Begun, Isolated};
use crate::host::limits::Limits;
use crate::host::sandbox::Enforced;
use crate::host::state::{Fate, State};
use crate::host::{Host, Listener, Lodged, Outcome};

/// All well.
const OK: u8 = 0;
/// Some input or plugin failed; the rest was done.
const SOME_FAILED: u8 = 1;
/// Wrong usage, configuration or chain; nothing was done.
const WRONG_USAGE: u8 = 2;

/// Does what the arguments say; errors are on stderr, and the exit status tells.
#[must_use]
pub fn run(args: &Args) -> ExitCode {
    let config = Config::load(args);
    let done = match (&args.command, config) {
        (None, config) => config.and_then(|config| summarise::run(args, &config)),
        (Some(Command::Eval(eval)), config) => config.and_then(|config| eval::run(args, eval, &config)),
        (Some(Command::Completions { shell }), _) => manual::completions(*shell),
        (Some(Command::Man { names }), _) => manual::page(names),
        (Some(Command::Config), config) => config.and_then(|config| config::run(args, &config)),
        (Some(Command::Plugin { command }), Ok(config)) => plugin::run(args, command, &config),
        // Plugins can be looked at whatever the files say: looking may be how the mistake is found.
        (Some(Command::Plugin { command }), Err(message)) => {
            complain(&format!("{message}; the configuration is passed over"));
            plugin::run(args, command, &Config::default())
        }
    };
    ExitCode::from(done.unwrap_or_else(|message| {
        complain(&message);
        WRONG_USAGE
    }))
}

/// Says on stderr what is wrong.
fn complain(message: &str) {
    // If stderr is closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "summarise: {}", shown(message));
}

/// The variable that does what `--no-plugins` does.
const NO_PLUGINS: &str = "SUMMARISER_NO_PLUGINS";

/// Where plugins are looked for, and under which conditions they are used.
fn search(args: &Args, config: &Config) -> Search {
    let variable = std::env::var_os(NO_PLUGINS).is_some_and(|value| !value.is_empty() && value != "0");
    Search {
        files: args.common.plugin.clone(),
        folders: args.common.plugin_dir.clone(),
        user_folders: config.plugin_dirs.iter().map(|folder| folder.value.clone()).collect(),
        only_shipped: args.common.no_plugins || variable,
        pins: config.pins.clone(),
    }
}

/// The plugins that there are. What is wrong with a place is an error; what is damaged of what is remembered is told.
fn registry(args: &Args, config: &Config) -> Result<Registry, String> {
    let mut registry = Registry::scan(&search(args, config));
    if !registry.problems.is_empty() {
        return Err(registry.problems.swap_remove(0));
    }
    if let Err(damage) = &registry.state {
        complain(damage);
    }
    Ok(registry)
}

/// Remembers how plugins fared, and tells which are not asked any more from now on.
fn remember(hosts: &Hosts, config: &Config, registry: &Registry) {
    let usual = Limits::default();
    // Whoever gives less than is usual has a plugin die that is none the worse for it.
    let own_doing = |death: &Failure| match death.kind {
        FailureKind::Deadline => {
            config.limits.time(0) < usual.time(0) || config.limits.time(1 << 30) < usual.time(1 << 30)
        }
        FailureKind::Memory => config.limits.memory < usual.memory,
        _ => false,
    };
    let fates: Vec<Fate> =
        hosts.fates().into_iter().filter(|fate| !fate.death.as_ref().is_some_and(own_doing)).collect();
    // A damaged state was told of, and stays for whoever wants to mend it.
    if !registry.state.as_ref().is_ok_and(|state| state.is_changed_by(&fates)) {
        return;
    }
    match State::change(|state| state.remember(&fates)) {
        Ok(quarantined) => {
            for (id, why) in quarantined {
                complain(&format!("{id}: {why}"));
            }
        }
        Err(why) => complain(&format!("how plugins fared cannot be remembered: {why}")),
    }
}

/// Where plugins run: in processes of their own, unless somebody trusts them with this one. Every job has a host of its
/// own; how plugins fared in all of them is kept here.
#[derive(Clone)]
struct Hosts {
    /// The program that workers are; none where plugins run in this process.
    program: Option<PathBuf>,
    limits: Limits,
    verbose: bool,
    fates: Arc<Mutex<Vec<Fate>>>,
    /// A worker for the first host, where one was begun ahead.
    #[cfg(unix)]
    begun: Arc<Mutex<Option<Begun>>>,
}

impl Hosts {
    fn new(args: &Args, config: &Config) -> Result<Hosts, String> {
        let isolated = cfg!(unix) && !config.in_process.value;
        let program = isolated.then(own_program).transpose();
        let program = program.map_err(|error| format!("the program cannot find itself: {error}"))?;
        if program.is_none() && args.common.verbose {
            complain("note: plugins run in this process, where nothing holds them but the limit of time");
        }
        Ok(Hosts {
            program,
            limits: config.limits,
            verbose: args.common.verbose,
            fates: Arc::default(),
            #[cfg(unix)]
            begun: Arc::default(),
        })
    }

    /// Begins a worker for the first host, which has to be made by this very thread: that is half of what a single text
    /// takes, and goes on while plugins are looked for and the text is read.
    fn begin(&self) {
        #[cfg(unix)]
        if let Some(program) = &self.program {
            // What cannot be started is tried again, and reported, when it is needed.
            *self.begun.lock().unwrap_or_else(PoisonError::into_inner) = Begun::new(program, self.limits).ok();
        }
    }

    /// A host of its own for whoever runs a chain, and what plugins say besides their blocks.
    fn host(&self) -> (Box<dyn Host>, Heard) {
        let heard = Heard::default();
        let listener =
            Box::new(Ear { verbose: self.verbose, heard: Rc::clone(&heard), turn: 0, confined: String::new() });
        let host: Box<dyn Host> = match &self.program {
            #[cfg(unix)]
            Some(program) => {
                let host = Isolated::new(program.clone(), self.limits, listener);
                let begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner).take();
                Box::new(match begun {
                    Some(begun) => host.with(begun),
                    None => host,
                })
            }
            _ => Box::new(InProcess::new(self.limits, listener)),
        };
        let last = LastHeard(Rc::clone(&heard));
        (Box::new(Remembered { host, last, fates: Arc::clone(&self.fates) }), heard)
    }

    /// How each plugin fared in the hosts that are gone: one that died in any of them died.
    fn fates(&self) -> Vec<Fate> {
        let mut all: Vec<Fate> = Vec::new();
        for fate in self.fates.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            match all.iter_mut().find(|known| known.plugin.path == fate.plugin.path) {
                Some(known) => {
                    known.given_up |= fate.given_up;
                    if fate.death.is_some() {
                        (known.death, known.digest) = (fate.death, fate.digest);
                    }
                }
                None => all.push(fate),
            }
        }
        all
    }
}

/// Plugins in processes of their own, for a look at those.
#[cfg(unix)]
fn isolated(args: &Args, config: &Config) -> Result<Isolated, String> {
    let program = own_program().map_err(|error| format!("the program cannot find itself: {error}"))?;
    let ear = Ear { verbose: args.common.verbose, heard: Heard::default(), turn: 0, confined: String::new() };
    Ok(Isolated::new(program, config.limits, Box::new(ear)))
}

/// The program's own file: the very one that runs, even if another has been put in its place since.
fn own_program() -> io::Result<PathBuf> {
    let own = PathBuf::from("/proc/self/exe");
    if cfg!(target_os = "linux") && own.exists() { Ok(own) } else { std::env::current_exe() }
}

/// A host that leaves behind how its plugins fared, and what they said at their end.
struct Remembered {
    host: Box<dyn Host>,
    /// Dropped after the host, which hears its plugins to their end.
    #[expect(dead_code, reason = "it works by being dropped")]
    last: LastHeard,
    fates: Arc<Mutex<Vec<Fate>>>,
}

impl Host for Remembered {
    fn prepare(&mut self, plugin: &Plugin, options: &[(String, OptionSetting)]) -> usize {
        self.host.prepare(plugin, options)
    }

    fn start(&mut self) {
        self.host.start();
    }

    fn lodge<'a>(&mut self, text: Cow<'a, str>, analysis: Analysis) -> Lodged<'a> {
        self.host.lodge(text, analysis)
    }

    fn run(&mut self, summarisers: &[usize], documents: &[Option<Document<'_>>]) -> Vec<Vec<Outcome>> {
        self.host.run(summarisers, documents)
    }

    fn fates(&self) -> Vec<Fate> {
        self.host.fates()
    }
}

impl Drop for Remembered {
    fn drop(&mut self) {
        self.fates.lock().unwrap_or_else(PoisonError::into_inner).extend(self.host.fates());
    }
}

/// Tells what was heard and no document's turn is for.
struct LastHeard(Heard);

impl Drop for LastHeard {
    fn drop(&mut self) {
        self.0.take().iter().for_each(|(_, line)| complain(line));
    }
}

/// What is to be said on standard error when the turn of a document comes, each line with the document's place in its run.
type Heard = Rc<RefCell<Vec<(usize, String)>>>;

/// Keeps what plugins say besides their blocks.
struct Ear {
    verbose: bool,
    heard: Heard,
    turn: usize,
    /// What was said last of what is enforced, so that it is said once.
    confined: String,
}

impl Ear {
    fn hear(&mut self, line: String) {
        self.heard.borrow_mut().push((self.turn, line));
    }
}

impl Listener for Ear {
    fn turn(&mut self, turn: usize) {
        self.turn = turn;
    }

    fn note(&mut self, note: &str) {
        if self.verbose {
            self.hear(format!("note: {note}"));
        }
    }

    fn printed(&mut self, plugin: &str, line: &str) {
        self.hear(format!("{plugin} printed: {line}"));
    }

    fn confined(&mut self, enforced: &Enforced) {
        let new = format!("{CONFINED}{enforced}");
        if self.confined != new {
            self.note(&new);
            self.confined = new;
        }
    }
}

/// What begins the note on what is enforced.
const CONFINED: &str = "plugins run in processes of their own; ";

/// Whether a message is to be told: what is enforced is told of the first document alone, though each job finds it out.
fn is_news(message: &str, is_first: bool) -> bool {
    is_first || !message.strip_prefix("note: ").is_some_and(|note| note.starts_with(CONFINED))
}

/// How many things are done at a time.
fn jobs(args: &Args) -> usize {
    let all = || std::thread::available_parallelism().map_or(1, usize::from);
    args.common.jobs.map_or_else(all, usize::from)
}

/// Whether to colour what goes to standard output.
fn colours(colour: Colour, to_stdout: bool) -> bool {
    match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => to_stdout && AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
    }
}

/// The columns of the terminal that standard output is; nothing if it is none, for then nothing is wrapped.
fn width(to_stdout: bool) -> Option<usize> {
    if !to_stdout || !io::stdout().is_terminal() {
        return None;
    }
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    Some(columns.or_else(terminal).unwrap_or(80).clamp(20, 100))
}
