//! `plugin`: everything about plugins but running them. Looking runs none of their code; installing tries them where
//! they can do no harm. All of it works whatever is broken, since it may be how the mistake is found.

mod doctor;
mod info;
mod install;
mod list;
mod switch;

use std::io::Write;
use std::path::{MAIN_SEPARATOR, Path};

use serde_json::Value;

use super::{OK, SOME_FAILED, complain, search};
use crate::args::{Args, PluginCommand};
use crate::config::Config;
use crate::diagnostic::{did_you_mean, io_reason, shown};
use crate::host::discover::{Plugin, Registry};
use crate::host::inspect::inspect_file;
use crate::output::Output;
use crate::render::Format;

pub(super) fn run(args: &Args, command: &PluginCommand, config: &Config) -> Result<u8, String> {
    let is_json = match args.format.unwrap_or(Format::Text) {
        Format::Text => false,
        Format::Json => true,
        _ => return Err("--format: this is written as text or json".to_owned()),
    };
    let registry = Registry::scan(&search(args, config));
    registry.problems.iter().for_each(|problem| complain(&format!("{problem}; it is passed over")));
    // Whoever asks the doctor is told there; the others here.
    if !matches!(command, PluginCommand::Doctor) {
        registry.state.as_ref().err().into_iter().for_each(|damage| complain(damage));
    }
    let said = match command {
        PluginCommand::List if is_json => Ok(list::list_json(&registry)),
        PluginCommand::List => Ok(list::list(&registry)),
        PluginCommand::Info { name } => named(name, &registry)
            .map(|(plugin, origin)| if is_json { info::info_json(&plugin) } else { info::info(&plugin, &origin) }),
        PluginCommand::Install { path, force } => return install::install(args, config, &registry, path, *force),
        PluginCommand::Remove { name } => install::remove(&registry, name),
        PluginCommand::Enable { id } => switch::enable(id),
        PluginCommand::Disable { id } => switch::disable(id, &registry),
        PluginCommand::Doctor => {
            let examined = doctor::examine(args, config, &registry);
            Ok(if is_json { pretty(&examined.json()) } else { examined.text() })
        }
    };
    match said {
        Ok(text) => write(&text).map(|()| OK),
        Err(message) => {
            complain(&message);
            Ok(SOME_FAILED)
        }
    }
}

/// Writes to standard output, on which nothing steers the terminal; a closed pipe is no error.
pub(super) fn write(text: &str) -> Result<(), String> {
    let mut output = Output::stdout();
    output
        .write_all(shown(text).as_bytes())
        .map_err(|error| format!("the output cannot be written: {}", io_reason(&error)))?;
    output.finish(false)
}

/// Whether a name is that of a file; else it is an id.
fn is_file_name(name: &str) -> bool {
    name.contains(MAIN_SEPARATOR) || Path::new(name).extension().is_some()
}

/// A plugin by its id, or by its library's file.
fn named(name: &str, registry: &Registry) -> Result<(Plugin, String), String> {
    if let Some(plugin) = registry.find(name) {
        let found = registry.found.iter().find(|found| found.plugin.as_ref() == Ok(plugin));
        return Ok((plugin.clone(), found.map(|found| found.origin.to_string()).unwrap_or_default()));
    }
    if is_file_name(name) {
        let path = Path::new(name);
        let inspected = inspect_file(path).map_err(|why| format!("{name}: {why}"))?;
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        return Ok((Plugin { path, inspected, is_shipped: false, digest: None, off: None }, "a file".to_owned()));
    }
    Err(registry.refusal(name).unwrap_or_else(|| {
        let near = did_you_mean(name, registry.ids());
        format!("there is no plugin `{name}`{near}{}", registry.missing(name))
    }))
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
