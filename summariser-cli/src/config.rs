//! The configuration: flags over environment over the project's file over the user's file over defaults, and for every
//! value where it is from. A project's file can name chains and set options; it cannot say where plugins are, since
//! entering a folder must not run what lies in it.

use std::collections::BTreeMap;
use std::env;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Deserialize;
use summariser_core::Length;
use toml::Spanned;

use crate::args::{Args, Colour};
use crate::chain::parse::parse;
use crate::chain::plan::Configured;
use crate::diagnostic::{did_you_mean, io_reason};
use crate::host::discover::Pin;
use crate::host::limits::Limits;
use crate::render::Format;

/// The chain where nobody asks for one.
pub const DEFAULT_CHAIN: &str = "headline, bullets, figures, statistics";
/// The name of a project's file, looked for in the current folder and those above.
pub const PROJECT_FILE: &str = "summariser.toml";

/// The key beside a plugin's options that says what digest it must have.
pub const PIN: &str = "sha256";

/// Where a value is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// A file, with line and column.
    File(String),
    /// A variable of the environment.
    Environment(&'static str),
    /// A flag.
    Flag(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Default => f.write_str("default"),
            Origin::File(place) => f.write_str(place),
            Origin::Environment(name) => write!(f, "environment variable {name}"),
            Origin::Flag(name) => f.write_str(name),
        }
    }
}

/// A value and where it is from.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it is from.
    pub origin: Origin,
}

/// The configuration that holds.
#[derive(Clone, Debug)]
pub struct Config {
    /// The chain to run.
    pub chain: Setting<String>,
    /// How to write results; nothing is the format that goes with the input.
    pub format: Option<Setting<Format>>,
    /// How long summaries may be, where anybody says.
    pub length: Option<Setting<String>>,
    /// Whether summaries say why they are as they are; only a flag says so.
    pub explain: bool,
    /// When to colour.
    pub colour: Setting<Colour>,
    /// Whether plugins run in this process instead of in workers; a project's file cannot say so.
    pub in_process: Setting<bool>,
    /// How much plugins may use.
    pub limits: Limits,
    /// Where the limits are from that somebody set.
    pub limit_origins: BTreeMap<&'static str, Origin>,
    /// Folders of plugins from the user's file.
    pub plugin_dirs: Vec<Setting<PathBuf>>,
    /// The chains that have a name.
    pub chains: BTreeMap<String, Setting<String>>,
    /// The plugins' options.
    pub plugins: BTreeMap<String, BTreeMap<String, Configured>>,
    /// The digests that plugins must have. Each holds, whichever file says it, so that a project's file can ask for
    /// less than a user's and never for more.
    pub pins: Vec<Pin>,
    /// The files that were looked for, and whether they are there.
    pub files: Vec<(&'static str, PathBuf, bool)>,
}

/// A file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    chain: Option<Spanned<String>>,
    format: Option<Spanned<String>>,
    length: Option<Spanned<String>>,
    color: Option<Spanned<String>>,
    plugin_dirs: Option<Spanned<Vec<Spanned<PathBuf>>>>,
    in_process: Option<Spanned<bool>>,
    #[serde(default)]
    limits: BTreeMap<String, Spanned<f64>>,
    #[serde(default)]
    chains: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    plugins: BTreeMap<String, BTreeMap<String, Spanned<toml::Value>>>,
}

const KEYS: [&str; 9] =
    ["chain", "format", "length", "color", "plugin_dirs", "in_process", "limits", "chains", "plugins"];

impl Default for Config {
    fn default() -> Config {
        Config {
            chain: Setting { value: DEFAULT_CHAIN.to_owned(), origin: Origin::Default },
            format: None,
            length: None,
            explain: false,
            colour: Setting { value: Colour::Auto, origin: Origin::Default },
            in_process: Setting { value: false, origin: Origin::Default },
            limits: Limits::default(),
            limit_origins: BTreeMap::new(),
            plugin_dirs: Vec::new(),
            chains: BTreeMap::new(),
            plugins: BTreeMap::new(),
            pins: Vec::new(),
            files: Vec::new(),
        }
    }
}

impl Config {
    /// The configuration for these arguments, in this place.
    ///
    /// # Errors
    /// A sentence about the first value that cannot be, and where it stands.
    pub fn load(args: &Args) -> Result<Config, String> {
        let mut config = Config::default();
        if let Some(path) = user_file() {
            config.read("user", path, true)?;
        }
        if let Some(path) = project_file() {
            config.read("project", path, false)?;
        }
        config.environment()?;
        config.flags(args)?;
        Ok(config)
    }

    fn read(&mut self, whose: &'static str, path: PathBuf, is_user: bool) -> Result<(), String> {
        let shown = path.display().to_string();
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.files.push((whose, path, false));
                return Ok(());
            }
            Err(error) => return Err(format!("{shown}: it cannot be read: {}", io_reason(&error))),
        };
        self.files.push((whose, path.clone(), true));
        let text = String::from_utf8_lossy(&bytes);
        let place = |at: usize| {
            let before = text.get(..at).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            format!("{shown}:{line}:{column}")
        };
        if let Err(error) = std::str::from_utf8(&bytes) {
            return Err(format!("{}: this is no UTF-8; save the file in that encoding", place(error.valid_up_to())));
        }
        let file: File = toml::from_str(&text).map_err(|error| {
            format!("{}: {}", place(error.span().map_or(0, |span| span.start)), explained(error.message()))
        })?;
        let at = |span: std::ops::Range<usize>| Origin::File(place(span.start));
        if let Some(chain) = file.chain {
            self.chain = Setting { origin: at(chain.span()), value: chain.into_inner() };
        }
        if let Some(format) = file.format {
            self.set_format(format.get_ref(), at(format.span()))?;
        }
        if let Some(length) = file.length {
            self.set_length(length.get_ref(), at(length.span()))?;
        }
        if let Some(color) = file.color {
            self.set_colour(color.get_ref(), at(color.span()))?;
        }
        if let Some(folders) = file.plugin_dirs {
            if !is_user {
                return Err(format!(
                    "{}: a project's file cannot say where plugins are, for then entering a folder could run what lies \
                     in it; put `plugin_dirs` into your own configuration{}",
                    place(folders.span().start),
                    user_file().map(|path| format!(", {}", path.display())).unwrap_or_default()
                ));
            }
            let folders = folders.into_inner().into_iter();
            self.plugin_dirs =
                folders.map(|path| Setting { origin: at(path.span()), value: path.into_inner() }).collect();
        }
        if let Some(in_process) = file.in_process {
            if !is_user {
                return Err(format!(
                    "{}: a project's file cannot trust plugins; put `in_process` into your own configuration{}",
                    place(in_process.span().start),
                    user_file().map(|path| format!(", {}", path.display())).unwrap_or_default()
                ));
            }
            self.in_process = Setting { origin: at(in_process.span()), value: in_process.into_inner() };
        }
        for (name, limit) in file.limits {
            self.set_limit(&name, *limit.get_ref(), at(limit.span()))?;
        }
        for (name, chain) in file.chains {
            let source = format!("{}, chain {name}", place(chain.span().start));
            parse(chain.get_ref(), &source).map_err(|mistake| mistake.to_string())?;
            self.chains.insert(name, Setting { origin: at(chain.span()), value: chain.into_inner() });
        }
        for (plugin, options) in file.plugins {
            let known = self.plugins.entry(plugin.clone()).or_default();
            for (key, value) in options {
                if key == PIN {
                    let place = place(value.span().start);
                    let text =
                        value.get_ref().as_str().ok_or("a SHA-256 is a text of 64 hexadecimal digits".to_owned());
                    let digest = text.and_then(str::parse).map_err(|why| format!("{place}: `{PIN}`: {why}"))?;
                    self.pins.push(Pin { id: plugin.clone(), digest, place });
                    continue;
                }
                known.insert(key, Configured { place: place(value.span().start), value: value.into_inner() });
            }
        }
        Ok(())
    }

    fn environment(&mut self) -> Result<(), String> {
        let variable = |name: &'static str| {
            let value = env::var_os(name).filter(|value| !value.is_empty())?;
            Some((value.to_string_lossy().into_owned(), Origin::Environment(name)))
        };
        if let Some((value, origin)) = variable("SUMMARISER_CHAIN") {
            self.chain = Setting { value, origin };
        }
        if let Some((value, origin)) = variable("SUMMARISER_FORMAT") {
            self.set_format(&value, origin)?;
        }
        if let Some((value, origin)) = variable("SUMMARISER_LENGTH") {
            self.set_length(&value, origin)?;
        }
        if let Some((value, origin)) = variable("SUMMARISER_COLOR") {
            self.set_colour(&value, origin)?;
        }
        Ok(())
    }

    fn flags(&mut self, args: &Args) -> Result<(), String> {
        if let Some(chain) = &args.chain {
            self.chain = Setting { value: chain.clone(), origin: Origin::Flag("--chain") };
        }
        // A subcommand's own format is not the one that summarising would use.
        if let Some(format) = args.format.filter(|_| args.command.is_none()) {
            self.format = Some(Setting { value: format, origin: Origin::Flag("--format") });
        }
        if let Some(length) = &args.length {
            self.set_length(length, Origin::Flag("--length"))?;
        }
        self.explain = args.explain;
        if args.common.in_process {
            self.in_process = Setting { value: true, origin: Origin::Flag("--in-process") };
        }
        if let Some(seconds) = args.common.time_limit {
            self.set_limit("seconds", seconds, Origin::Flag("--time-limit"))?;
        }
        if let Some(megabytes) = args.common.memory_limit {
            self.set_limit("memory", megabytes as f64, Origin::Flag("--memory-limit"))?;
        }
        if let Some(colour) = args.common.color {
            self.colour = Setting { value: colour, origin: Origin::Flag("--color") };
        }
        Ok(())
    }

    fn set_format(&mut self, text: &str, origin: Origin) -> Result<(), String> {
        self.format = Some(Setting { value: choice(text, "format", &origin)?, origin });
        Ok(())
    }

    fn set_colour(&mut self, text: &str, origin: Origin) -> Result<(), String> {
        self.colour = Setting { value: choice(text, "color", &origin)?, origin };
        Ok(())
    }

    /// Sets a limit of plugins.
    fn set_limit(&mut self, name: &str, value: f64, origin: Origin) -> Result<(), String> {
        let key = self.limits.set(name, value).map_err(|why| format!("{origin}: {why}"))?;
        self.limit_origins.insert(key, origin);
        Ok(())
    }

    /// Sets how long summaries may be.
    ///
    /// # Errors
    /// A sentence that begins with the origin and says why this is no such length.
    pub fn set_length(&mut self, text: &str, origin: Origin) -> Result<(), String> {
        match text.parse::<Length>() {
            Ok(Length::Bytes(_)) => {
                Err(format!("{origin}: a summary's length is in sentences, words, chars or per cent, not in bytes"))
            }
            Ok(_) => {
                self.length = Some(Setting { value: text.to_owned(), origin });
                Ok(())
            }
            Err(error) => Err(format!("{origin}: {error}")),
        }
    }
}

fn choice<T: ValueEnum>(text: &str, key: &str, origin: &Origin) -> Result<T, String> {
    T::from_str(text, false).map_err(|_| {
        let names: Vec<String> = T::value_variants()
            .iter()
            .filter_map(|value| Some(value.to_possible_value()?.get_name().to_owned()))
            .collect();
        let near = did_you_mean(text, names.iter().map(String::as_str));
        format!("{origin}: `{key}` is one of {}, not \"{}\"{near}", names.join(", "), text.escape_debug())
    })
}

/// A message of TOML's or serde's, with the nearest key where one is unknown.
fn explained(message: &str) -> String {
    let message = message.lines().next().unwrap_or_default();
    match message.strip_prefix("unknown field `").and_then(|rest| rest.split('`').next()) {
        Some(key) => {
            let near = did_you_mean(key, KEYS);
            let all = if near.is_empty() { format!("; the keys are {}", KEYS.join(", ")) } else { near };
            format!("unknown key `{key}`{all}")
        }
        None => match message.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected ")) {
            Some((given, due)) => {
                let hint = match (given, due) {
                    ("map", "a string") => "; chains that have a name stand in the table [chains]",
                    (_, "a string") => "; write it in quotes",
                    (_, "a map") => "; write a table, such as [plugins.bullets]",
                    _ => "",
                };
                format!(
                    "this is the wrong kind of value: {given} where {} is due{hint}",
                    due.replace("a map", "a table")
                )
            }
            None => message.to_owned(),
        },
    }
}

/// The user's file, whether it is there or not.
#[must_use]
pub fn user_file() -> Option<PathBuf> {
    let strategy = etcetera::base_strategy::choose_base_strategy().ok()?;
    let path = etcetera::BaseStrategy::config_dir(&strategy).join("summariser").join("config.toml");
    // A home that is no absolute path would make the current directory the user's.
    path.is_absolute().then_some(path)
}

/// The nearest project's file, in the current folder or above.
fn project_file() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    here.ancestors().map(|folder: &Path| folder.join(PROJECT_FILE)).find(|path| path.is_file())
}
