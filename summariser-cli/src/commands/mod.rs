//! What the command does: one file for each thing that it can be told.

mod config;
mod eval;
mod plugin;
mod progress;
mod summarise;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use anstream::AutoStream;

use crate::args::{Args, Colour, Command};
use crate::config::Config;
use crate::diagnostic::shown;
use crate::host::discover::{Registry, Search};
use crate::host::in_process::InProcess;
#[cfg(unix)]
use crate::host::isolated::Isolated;
use crate::host::sandbox::Enforced;
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

/// The plugins that there are.
fn registry(args: &Args, config: &Config) -> Result<Registry, String> {
    Registry::scan(&Search {
        files: args.common.plugin.clone(),
        folders: args.common.plugin_dir.clone(),
        user_folders: config.plugin_dirs.iter().map(|folder| folder.value.clone()).collect(),
    })
}

/// Where plugins run: in processes of their own, unless somebody trusts them with this one.
fn host(args: &Args, config: &Config) -> Result<Box<dyn Host>, String> {
    let mut listener = Box::new(Stderr { verbose: args.common.verbose, confined: String::new() });
    if config.in_process.value {
        listener.note("plugins run in this process, where nothing holds them but the limit of time");
        return Ok(Box::new(InProcess::new(config.limits, listener)));
    }
    #[cfg(unix)]
    {
        let program = own_program().map_err(|error| format!("the program cannot find itself: {error}"))?;
        Ok(Box::new(Isolated::new(program, config.limits, listener)))
    }
    #[cfg(not(unix))]
    Ok(Box::new(InProcess::new(config.limits, listener)))
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
