//! `config`: the configuration that holds here, as a file would say it, and where each value is from.

use std::fmt::Write as _;

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use super::plugin::write;
use super::summarise::setting;
use super::{OK, registry};
use crate::args::Args;
use crate::chain::plan::check_configuration;
use crate::config::{Config, Origin, PIN, Setting};
use crate::host::discover::Place;
use crate::render::Format;
use crate::report::SCHEMA_VERSION;

pub(super) fn run(args: &Args, config: &Config) -> Result<u8, String> {
    let registry = registry(args, config)?;
    let places = &registry.places;
    match args.format.unwrap_or(Format::Text) {
        Format::Json => write(&format!("{:#}\n", as_json(config, places)))?,
        Format::Text => write(&as_toml(config, places))?,
        _ => return Err("--format: the configuration is written as text or json".to_owned()),
    }
    // What it says of plugins is shown as it stands; whether they take it is said after.
    check_configuration(&setting(config), &registry)?;
    Ok(OK)
}

/// The values at the top, in the order of the documentation.
fn values(config: &Config) -> Vec<(&'static str, Option<String>, Origin)> {
    let name =
        |value: &dyn Fn() -> Option<clap::builder::PossibleValue>| value().map(|value| value.get_name().to_owned());
    let of = |setting: &Option<Setting<String>>| {
        setting
            .as_ref()
            .map_or((None, Origin::Default), |setting| (Some(setting.value.clone()), setting.origin.clone()))
    };
    let (length, length_origin) = of(&config.length);
    let format = config.format.as_ref();
    let format_name = name(&|| format.map_or(Format::Text, |format| format.value).to_possible_value());
    let format_origin = format.map_or(Origin::Default, |format| format.origin.clone());
    vec![
        ("chain", Some(config.chain.value.clone()), config.chain.origin.clone()),
        ("format", format_name, format_origin),
        ("length", length, length_origin),
        ("color", name(&|| config.colour.value.to_possible_value()), config.colour.origin.clone()),
    ]
}

/// How much plugins may use, and where each limit is from.
fn limits(config: &Config) -> impl Iterator<Item = (&'static str, f64, Origin)> {
    let origin = |name| config.limit_origins.get(name).cloned().unwrap_or(Origin::Default);
    config.limits.named().into_iter().map(move |(name, value)| (name, value, origin(name)))
}

fn as_toml(config: &Config, places: &[Place]) -> String {
    let mut lines: Vec<(String, String)> = Vec::new();
    for (key, value, origin) in values(config) {
        match value {
            Some(value) => lines.push((format!("{key} = {}", quoted(&value)), origin.to_string())),
            None => lines.push((format!("# {key} is not set"), String::new())),
        }
    }
    lines.push((format!("in_process = {}", config.in_process.value), config.in_process.origin.to_string()));
    for folder in &config.plugin_dirs {
        lines.push((format!("# plugin_dirs: {}", folder.value.display()), folder.origin.to_string()));
    }
    lines.push((String::new(), String::new()));
    lines.push(("[limits]".to_owned(), String::new()));
    lines.extend(limits(config).map(|(name, value, origin)| (format!("{name} = {value}"), origin.to_string())));
    if !config.chains.is_empty() {
        lines.push((String::new(), String::new()));
        lines.push(("[chains]".to_owned(), String::new()));
        for (name, chain) in &config.chains {
            lines.push((format!("{} = {}", key(name), quoted(&chain.value)), chain.origin.to_string()));
        }
    }
    for (plugin, options) in &config.plugins {
        lines.push((String::new(), String::new()));
        lines.push((format!("[plugins.{}]", key(plugin)), String::new()));
        for (name, option) in options {
            lines.push((format!("{} = {}", key(name), option.value), option.place.clone()));
        }
        for pin in config.pins.iter().filter(|pin| pin.id == *plugin) {
            lines.push((format!("{PIN} = \"{}\"", pin.digest), pin.place.clone()));
        }
    }
    let wide = lines.iter().filter(|(_, origin)| !origin.is_empty()).map(|(line, _)| line.chars().count()).max();
    let wide = wide.unwrap_or_default();
    let mut text = String::new();
    for (line, origin) in &lines {
        let padding = " ".repeat(wide.saturating_sub(line.chars().count()));
        let _ =
            if origin.is_empty() { writeln!(text, "{line}") } else { writeln!(text, "{line}{padding}  # {origin}") };
    }
    text.push_str("\n# files\n");
    for (whose, path, there) in &config.files {
        let note = if *there { "" } else { " (not there)" };
        let _ = writeln!(text, "#   {whose}: {}{note}", path.display());
    }
    if !config.files.iter().any(|(whose, ..)| *whose == "project") {
        let _ = writeln!(text, "#   project: no {} here or in a folder above", crate::config::PROJECT_FILE);
    }
    text.push_str("# plugins are looked for in\n");
    for place in places {
        let note = if place.path.exists() { "" } else { "; not there" };
        let _ = writeln!(text, "#   {} ({}{note})", place.path.display(), place.origin);
    }
    text
}

fn as_json(config: &Config, places: &[Place]) -> Value {
    let entry = |value: Value, origin: String| json!({ "value": value, "origin": origin });
    let mut object = Map::new();
    object.insert("schema_version".to_owned(), json!(SCHEMA_VERSION));
    for (key, value, origin) in values(config) {
        object.insert(key.to_owned(), entry(value.map_or(Value::Null, Value::String), origin.to_string()));
    }
    let in_process = &config.in_process;
    object.insert("in_process".to_owned(), entry(json!(in_process.value), in_process.origin.to_string()));
    let limits = limits(config).map(|(name, value, origin)| (name.to_owned(), entry(json!(value), origin.to_string())));
    object.insert("limits".to_owned(), Value::Object(limits.collect()));
    let chains = config.chains.iter();
    let chains: Map<String, Value> =
        chains.map(|(name, chain)| (name.clone(), entry(json!(chain.value), chain.origin.to_string()))).collect();
    object.insert("chains".to_owned(), Value::Object(chains));
    let options = |options: &std::collections::BTreeMap<String, crate::chain::plan::Configured>| {
        let options = options.iter();
        options.map(|(key, option)| (key.clone(), entry(json!(option.value), option.place.clone()))).collect()
    };
    let plugins = config.plugins.iter();
    let plugins: Map<String, Value> = plugins.map(|(id, set)| (id.clone(), Value::Object(options(set)))).collect();
    object.insert("plugins".to_owned(), Value::Object(plugins));
    let pins = config.pins.iter();
    let pins = pins.map(|pin| json!({ "plugin": pin.id, "sha256": pin.digest.to_string(), "origin": pin.place }));
    object.insert("pins".to_owned(), Value::Array(pins.collect()));
    let files = config.files.iter();
    let files = files.map(|(whose, path, there)| json!({ "whose": whose, "path": path, "there": there }));
    object.insert("files".to_owned(), Value::Array(files.collect()));
    let places = places.iter().map(|place| json!({ "path": place.path, "origin": place.origin.to_string() }));
    object.insert("plugin_places".to_owned(), Value::Array(places.collect()));
    Value::Object(object)
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A key, quoted where TOML asks for it.
fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if bare { name.to_owned() } else { quoted(name) }
}
