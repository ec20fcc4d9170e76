//! `plugin list`: the plugins that there are, and the files that are not used, each with its reason. No plugin's code
//! runs.

use std::fmt::Write as _;
use std::io::IsTerminal;
use std::path::Path;

use serde_json::{Value, json};

use super::info::plugin_json;
use super::pretty;
use crate::host::discover::{Found, Plugin, Registry};
use crate::report::SCHEMA_VERSION;

/// For people.
pub(super) fn list(registry: &Registry) -> String {
    let mut rows: Vec<[String; 3]> = Vec::new();
    let mut notes = Vec::new();
    for found in &registry.found {
        match &found.plugin {
            _ if found.shadowed_by.is_some() => notes.push(format!("{}: {}", found.path.display(), shadow(found))),
            Ok(Plugin { off: Some(off), .. }) => {
                notes.push(format!("{}: {}: {off}", found.path.display(), off.word()));
            }
            Ok(plugin) => {
                let manifest = &plugin.inspected.manifest;
                rows.push([manifest.id.clone(), manifest.version.clone(), manifest.short().to_owned()]);
            }
            Err(why) => notes.push(format!("{}: {}: {why}", found.path.display(), why.word())),
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

/// That another file comes before a file.
fn shadow(found: &Found) -> String {
    let first = found.shadowed_by.as_deref().unwrap_or(Path::new("")).display();
    format!("`{}` is not used, because {first} comes first", found.id.as_deref().unwrap_or_default())
}

/// The same as JSON.
pub(super) fn list_json(registry: &Registry) -> String {
    let row = |found: &Found| {
        let mut row = match &found.plugin {
            Ok(plugin) => plugin_json(plugin),
            Err(why) => json!({ "file": found.path, (why.word()): why.to_string() }),
        };
        if let Ok(Plugin { off: Some(off), .. }) = &found.plugin {
            row[off.word()] = json!(off.to_string());
        }
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
