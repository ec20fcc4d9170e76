//! `plugin info`: what a plugin says of itself, read from its file. None of its code runs.

use std::fmt::Write as _;

use serde_json::{Value, json};
use summariser_core::Reads;
use summariser_core::abi::option::OptionSetting;

use super::pretty;
use crate::host::discover::Plugin;
use crate::report::SCHEMA_VERSION;

/// For people; `origin` is why its file was looked at.
pub(super) fn info(plugin: &Plugin, origin: &str) -> String {
    let manifest = &plugin.inspected.manifest;
    let mut text = format!("{} {}\n\n", manifest.id, manifest.version);
    for line in manifest.about.lines() {
        let _ = writeln!(text, "{line}");
    }
    let _ = writeln!(text, "\nfile     {} ({origin})", plugin.path.display());
    if let Some(off) = &plugin.off {
        let _ = writeln!(text, "{:8} {off}", off.word());
    }
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

/// The same as JSON.
pub(super) fn info_json(plugin: &Plugin) -> String {
    let mut object = json!({ "schema_version": SCHEMA_VERSION });
    if let (Some(object), Value::Object(plugin)) = (object.as_object_mut(), plugin_json(plugin)) {
        object.extend(plugin);
    }
    pretty(&object)
}

/// All that a plugin says of itself.
pub(super) fn plugin_json(plugin: &Plugin) -> Value {
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
