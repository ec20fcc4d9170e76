//! `plugin list` and `plugin info`: what plugins say of themselves, read from their files. None of their code runs.

use std::fmt::Write as _;
use std::io::{IsTerminal, Write};
use std::path::Path;

use serde_json::{Value, json};
use summariser_core::Reads;
use summariser_core::abi::option::OptionSetting;

use super::{OK, SOME_FAILED, complain, registry};
use crate::args::{Args, PluginCommand};
use crate::config::Config;
use crate::diagnostic::{did_you_mean, io_reason, shown};
use crate::host::discover::{Found, Plugin, Registry};
use crate::host::inspect::inspect_file;
use crate::output::Output;
use crate::render::Format;
use crate::report::SCHEMA_VERSION;

pub(super) fn run(args: &Args, command: &PluginCommand, config: &Config) -> Result<u8, String> {
    let format = format(args)?;
    let registry = registry(args, config)?;
    let (text, status) = match command {
        PluginCommand::List => (if format == Format::Json { list_json(&registry) } else { list(&registry) }, OK),
        PluginCommand::Info { name } => match named(name, &registry) {
            Ok((plugin, origin)) => {
                (if format == Format::Json { info_json(&plugin) } else { info(&plugin, &origin) }, OK)
            }
            Err(message) => {
                complain(&message);
                (String::new(), SOME_FAILED)
            }
        },
    };
    write(&text)?;
    Ok(status)
}

fn format(args: &Args) -> Result<Format, String> {
    match args.format.unwrap_or(Format::Text) {
        format @ (Format::Text | Format::Json) => Ok(format),
        _ => Err("--format: this is written as text or json".to_owned()),
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

/// A plugin by its id, or by its library's file.
fn named(name: &str, registry: &Registry) -> Result<(Plugin, String), String> {
    if let Some(plugin) = registry.find(name) {
        let found = registry.found.iter().find(|found| found.plugin.as_ref() == Ok(plugin));
        return Ok((plugin.clone(), found.map(|found| found.origin.to_string()).unwrap_or_default()));
    }
    let path = Path::new(name);
    if name.contains(std::path::MAIN_SEPARATOR) || path.extension().is_some() {
        let inspected = inspect_file(path).map_err(|why| format!("{name}: {why}"))?;
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        return Ok((Plugin { path, inspected, is_shipped: false }, "a file".to_owned()));
    }
    let near = did_you_mean(name, registry.ids());
    Err(format!("there is no plugin `{name}`{near}{}", registry.missing(name)))
}

fn list(registry: &Registry) -> String {
    let mut rows: Vec<[String; 3]> = Vec::new();
    let mut notes = Vec::new();
    for found in &registry.found {
        match &found.plugin {
            Ok(plugin) if found.shadowed_by.is_none() => {
                let manifest = &plugin.inspected.manifest;
                rows.push([manifest.id.clone(), manifest.version.clone(), manifest.short().to_owned()]);
            }
            Ok(plugin) => notes.push(format!("{}: {}", found.path.display(), shadow(plugin, found))),
            Err(why) => notes.push(format!("{}: broken: {why}", found.path.display())),
        }
    }
    rows.sort();
    let mut text = String::new();
    if rows.is_empty() {
        text.push_str("no plugins; they were looked for in\n");
        for place in &registry.places {
            let _ = writeln!(text, "  {} ({})", place.path.display(), place.origin);
        }
    }
    let wide = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or_default();
    let (first, second) = (wide(0), wide(1));
    for [id, version, about] in &rows {
        let _ = writeln!(text, "{id:first$}  {version:second$}  {about}");
    }
    if !notes.is_empty() {
        text.push('\n');
        for note in notes {
            let _ = writeln!(text, "{note}");
        }
    }
    if std::io::stdout().is_terminal() && !rows.is_empty() {
        text.push_str("\nOptions of one: summarise plugin info ID\n");
    }
    text
}

fn shadow(plugin: &Plugin, found: &Found) -> String {
    let first = found.shadowed_by.as_deref().unwrap_or(Path::new("")).display();
    format!("`{}` is not used, because {first} comes first", plugin.id())
}

fn info(plugin: &Plugin, origin: &str) -> String {
    let manifest = &plugin.inspected.manifest;
    let mut text = format!("{} {}\n\n", manifest.id, manifest.version);
    for line in manifest.about.lines() {
        let _ = writeln!(text, "{line}");
    }
    let _ = writeln!(text, "\nfile     {} ({origin})", plugin.path.display());
    let _ = writeln!(text, "ABI      {}", plugin.inspected.abi);
    let _ = writeln!(text, "licence  {}", manifest.licence.as_deref().unwrap_or("not stated"));
    let _ = writeln!(text, "reads    {}", reads(manifest.reads).join(", "));
    let makes: Vec<&str> = manifest.makes.iter().map(|kind| kind.name()).collect();
    let _ = writeln!(text, "makes    {}", if makes.is_empty() { "anything".to_owned() } else { makes.join(", ") });
    if manifest.options.is_empty() {
        text.push_str("\nIt has no options.\n");
        return text;
    }
    text.push_str("\nOptions, as in `");
    text.push_str(&manifest.id);
    text.push('(');
    if let Some(option) = manifest.options.first() {
        let _ = write!(text, "{} = …", option.key);
    }
    text.push_str(")`:\n");
    for option in &manifest.options {
        let default = match as_json(&option.default) {
            Value::Null => String::new(),
            default => format!("; default {default}"),
        };
        let _ = writeln!(text, "  {}  {}{default}", option.key, option.accepts());
        for line in option.help.lines() {
            let _ = writeln!(text, "      {line}");
        }
    }
    text
}

/// The names of the columns that a plugin looks at; what a name implies is left out.
fn reads(reads: Reads) -> Vec<&'static str> {
    let names = Reads::NAMES.into_iter().filter(|(_, column)| reads.contains(*column));
    let implied = |name: &str| match name {
        "paragraphs" => reads != Reads::PARAGRAPHS,
        "sentences" => reads.contains(Reads::WORDS) || reads.contains(Reads::SALIENCE),
        "words" => reads.contains(Reads::TERMS),
        _ => false,
    };
    names.map(|(name, _)| name).filter(|name| !implied(name)).collect()
}

fn list_json(registry: &Registry) -> String {
    let row = |found: &Found| {
        let mut row = match &found.plugin {
            Ok(plugin) => plugin_json(plugin),
            Err(why) => json!({ "file": found.path, "broken": why }),
        };
        row["origin"] = Value::String(found.origin.to_string());
        if let Some(first) = &found.shadowed_by {
            row["shadowed_by"] = json!(first);
        }
        row
    };
    let places = registry.places.iter().map(|place| json!({ "path": place.path, "origin": place.origin.to_string() }));
    pretty(&json!({
        "schema_version": SCHEMA_VERSION,
        "plugins": registry.found.iter().map(row).collect::<Vec<_>>(),
        "places": places.collect::<Vec<_>>(),
    }))
}

fn info_json(plugin: &Plugin) -> String {
    let mut object = json!({ "schema_version": SCHEMA_VERSION });
    if let (Some(object), Value::Object(plugin)) = (object.as_object_mut(), plugin_json(plugin)) {
        object.extend(plugin);
    }
    pretty(&object)
}

fn plugin_json(plugin: &Plugin) -> Value {
    let manifest = &plugin.inspected.manifest;
    let options = manifest.options.iter().map(|option| {
        json!({
            "key": option.key,
            "type": format!("{:?}", option.kind).to_lowercase(),
            "default": as_json(&option.default),
            "min": option.min,
            "max": option.max,
            "choices": option.choices,
            "help": option.help,
        })
    });
    json!({
        "id": manifest.id,
        "version": manifest.version,
        "about": manifest.about,
        "licence": manifest.licence,
        "abi": plugin.inspected.abi.to_string(),
        "file": plugin.path,
        "reads": reads(manifest.reads),
        "makes": manifest.makes.iter().map(|kind| kind.name()).collect::<Vec<_>>(),
        "options": options.collect::<Vec<_>>(),
    })
}

fn as_json(setting: &OptionSetting) -> Value {
    match setting {
        OptionSetting::Absent => Value::Null,
        OptionSetting::Integer(integer) => json!(integer),
        OptionSetting::Float(float) => json!(float),
        OptionSetting::Boolean(boolean) => json!(boolean),
        OptionSetting::String(text) => json!(text),
        OptionSetting::List(texts) => json!(texts),
        OptionSetting::Length(length) => json!(length.to_string()),
    }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
