//! What the command does: one file for each thing that it can be told.

mod config;
mod eval;
mod plugin;
mod progress;
mod summarise;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use anstream::AutoStream;
use summariser_core::abi::host::{Failure, FailureKind};

use crate::args::{Args, Colour, Command};
use crate::config::Config;
use crate::diagnostic::shown;
use crate::host::discover::{Registry, Search};
use crate::host::in_process::InProcess;
#[cfg(unix)]
use crate::host::isolated::Isolated;
use crate::host::limits::Limits;
use crate::host::sandbox::Enforced;
use crate::host::state::{Fate, State};
use crate::host::{Host, Listener};

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
fn remember(host: &dyn Host, config: &Config, registry: &Registry) {
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
        host.fates().into_iter().filter(|fate| !fate.death.as_ref().is_some_and(own_doing)).collect();
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

/// Where plugins run: in processes of their own, unless somebody trusts them with this one.
fn host(args: &Args, config: &Config) -> Result<Box<dyn Host>, String> {
    let mut listener = Stderr::new(args);
    if config.in_process.value {
        listener.note("plugins run in this process, where nothing holds them but the limit of time");
        return Ok(Box::new(InProcess::new(config.limits, Box::new(listener))));
    }
    #[cfg(unix)]
    return Ok(Box::new(isolated(args, config)?));
    #[cfg(not(unix))]
    Ok(Box::new(InProcess::new(config.limits, Box::new(listener))))
}

/// Plugins in processes of their own.
#[cfg(unix)]
fn isolated(args: &Args, config: &Config) -> Result<Isolated, String> {
    let program = own_program().map_err(|error| format!("the program cannot find itself: {error}"))?;
    Ok(Isolated::new(program, config.limits, Box::new(Stderr::new(args))))
}

/// The program's own file: the very one that runs, even if another has been put in its place since.
#[cfg(unix)]
fn own_program() -> io::Result<std::path::PathBuf> {
    let own = std::path::PathBuf::from("/proc/self/exe");
    if cfg!(target_os = "linux") && own.exists() { Ok(own) } else { std::env::current_exe() }
}

/// Says on standard error what plugins say besides their blocks.
struct Stderr {
    verbose: bool,
    /// What was said last of what is enforced, so that it is said once.
    confined: String,
}

impl Stderr {
    fn new(args: &Args) -> Stderr {
        Stderr { verbose: args.common.verbose, confined: String::new() }
    }
}

impl Listener for Stderr {
    fn note(&mut self, note: &str) {
        if self.verbose {
            complain(&format!("note: {note}"));
        }
    }

    fn printed(&mut self, plugin: &str, line: &str) {
        complain(&format!("{plugin} printed: {line}"));
    }

    fn confined(&mut self, enforced: &Enforced) {
        let confined = enforced.to_string();
        if confined != self.confined {
            self.note(&format!("plugins run in processes of their own; {confined}"));
            self.confined = confined;
        }
    }
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
