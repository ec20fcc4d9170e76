//! `plugin doctor`: what protects from plugins on this system, asked of a real worker; how much they may use; and of
//! every file in every place why it is used or not.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::args::Args;
use crate::config::Config;
use crate::host::discover::{Found, Registry};
use crate::host::sandbox::{Enforced, Guard};
use crate::host::{lock, record, sealed, state};
use crate::report::SCHEMA_VERSION;

/// What was found out.
pub(super) struct Examined<'a> {
    config: &'a Config,
    registry: &'a Registry,
    /// What a worker enforces, or why there is none.
    enforced: Result<Enforced, String>,
    from_memory: bool,
}

/// Finds it out.
pub(super) fn examine<'a>(args: &Args, config: &'a Config, registry: &'a Registry) -> Examined<'a> {
    Examined { config, registry, enforced: enforced(args, config), from_memory: sealed::from_memory() }
}

#[cfg(unix)]
fn enforced(args: &Args, config: &Config) -> Result<Enforced, String> {
    super::super::isolated(args, config)?.probe().map_err(|failure| failure.to_string())
}

#[cfg(not(unix))]
fn enforced(_: &Args, _: &Config) -> Result<Enforced, String> {
    Err("on this system plugins run in the program's own process".to_owned())
}

impl Examined<'_> {
    /// For people.
    pub(super) fn text(&self) -> String {
        let mut text = "isolation\n".to_owned();
        for (name, what) in self.isolation() {
            let _ = writeln!(text, "  {name:8} {what}");
        }
        text.push_str("\nlimits of a plugin\n");
        for (name, value, origin) in self.limits() {
            let unit = match name {
                "memory" | "output" => "MB",
                "files" => "",
                _ => "s",
            };
            let _ = writeln!(text, "  {name:20} {value:6} {unit:2}  {origin}");
        }
        text.push_str("\nplugins, in the order in which they are looked for\n");
        for place in &self.registry.places {
            let note = if place.path.exists() { "" } else { ", not there" };
            let _ = writeln!(text, "  {} ({}{note})", place.path.display(), place.origin);
            for found in self.registry.found.iter().filter(|found| self.is_of(found, place)) {
                let name = found.path.file_name().unwrap_or_default().to_string_lossy();
                let (word, why) = self.decision(found);
                let id = found.id.as_deref().map(|id| format!(" ({id})")).unwrap_or_default();
                let why = if why.is_empty() { why } else { format!(": {why}") };
                let _ = writeln!(text, "    {name}{id}: {word}{why}");
            }
        }
        for problem in &self.registry.problems {
            let _ = writeln!(text, "  {problem}");
        }
        text.push_str("\nwhat is remembered\n");
        for (_, path, what) in self.records() {
            let _ = writeln!(text, "  {path}: {what}");
        }
        text
    }

    /// The same as JSON.
    pub(super) fn json(&self) -> Value {
        let guard = |guard: &Guard| {
            let (enforced, how) = match guard {
                Guard::Whole(how) => ("whole", how),
                Guard::Part(what) => ("part", what),
                Guard::None(why) => ("none", why),
            };
            json!({ "enforced": enforced, "how": how })
        };
        let isolation = match &self.enforced {
            Ok(Enforced { files, calls, limits }) => {
                json!({ "worker": true, "files": guard(files), "calls": guard(calls), "limits": guard(limits) })
            }
            Err(why) => json!({ "worker": false, "why": why }),
        };
        let limits = self.limits().into_iter();
        let limits: Map<String, Value> = limits
            .map(|(name, value, origin)| (name.to_owned(), json!({ "value": value, "origin": origin })))
            .collect();
        let file = |found: &Found| {
            let (decision, why) = self.decision(found);
            json!({
                "file": found.path,
                "id": found.id,
                "origin": found.origin.to_string(),
                "decision": decision,
                "why": why,
                "locked": found.is_locked,
            })
        };
        let places = self.registry.places.iter();
        let places = places.map(
            |place| json!({ "path": place.path, "origin": place.origin.to_string(), "there": place.path.exists() }),
        );
        let records = self.records().into_iter();
        let records = records.map(|(name, path, what)| (name.to_owned(), json!({ "file": path, "says": what })));
        json!({
            "schema_version": SCHEMA_VERSION,
            "isolation": isolation,
            "in_process": self.config.in_process.value,
            "loaded_from": if self.from_memory { "memory" } else { "file" },
            "limits": limits,
            "places": places.collect::<Vec<_>>(),
            "files": self.registry.found.iter().map(file).collect::<Vec<_>>(),
            "problems": self.registry.problems,
            "records": records.collect::<Map<_, _>>(),
        })
    }

    fn isolation(&self) -> Vec<(&'static str, String)> {
        let mut rows = match &self.enforced {
            Ok(Enforced { files, calls, limits }) => vec![
                ("process", "plugins run in processes of their own".to_owned()),
                ("files", format!("no reading and writing of files: {files}")),
                ("calls", format!("no network, programs, other processes: {calls}")),
                ("limits", format!("memory, open files, core dumps: {limits}")),
            ],
            Err(why) => vec![("process", format!("plugins have no process of their own: {why}"))],
        };
        if self.config.in_process.value {
            let origin = &self.config.in_process.origin;
            rows.push(("not used", format!("plugins run in the program's own process: {origin}")));
        }
        let loaded = if self.from_memory {
            "from the bytes that were judged, sealed in memory"
        } else {
            "from their files, since this system loads nothing from memory"
        };
        rows.push(("loading", loaded.to_owned()));
        rows
    }

    fn limits(&self) -> Vec<(&'static str, f64, String)> {
        let origin = |name| self.config.limit_origins.get(name).map_or("default".to_owned(), ToString::to_string);
        self.config.limits.named().into_iter().map(|(name, value)| (name, value, origin(name))).collect()
    }

    /// What becomes of a file, and why.
    fn decision(&self, found: &Found) -> (&'static str, String) {
        if let Some(first) = &found.shadowed_by {
            return ("shadowed", format!("{} comes first", first.display()));
        }
        match &found.plugin {
            Err(why) => (why.word(), why.to_string()),
            Ok(plugin) => match &plugin.off {
                Some(off) => (off.word(), off.to_string()),
                None => ("used", self.assurance(found)),
            },
        }
    }

    /// What assures that a file that is used is the one that is meant.
    fn assurance(&self, found: &Found) -> String {
        use crate::host::discover::Origin;
        let pins = self.config.pins.iter().filter(|pin| Some(&pin.id) == found.id.as_ref());
        let mut all: Vec<String> = pins.map(|pin| format!("as pinned by {}", pin.place)).collect();
        if found.is_locked {
            all.push("as installed".to_owned());
        } else if found.origin == Origin::UserData {
            all.push(format!("not locked; summarise plugin install {}", crate::host::trust::in_shell(&found.path)));
        }
        all.join(", ")
    }

    fn is_of(&self, found: &Found, place: &crate::host::discover::Place) -> bool {
        found.origin == place.origin && (found.path == place.path || found.path.parent() == Some(&place.path))
    }

    /// The files of what is remembered, and what is in them.
    fn records(&self) -> Vec<(&'static str, String, String)> {
        let shown = |path: Option<std::path::PathBuf>| {
            path.map_or("no folder, since HOME is not set".to_owned(), |path| path.display().to_string())
        };
        let locked = match &self.registry.lock {
            Ok(lock) => format!("{} installed", lock.entries().len()),
            Err(damage) => damage.clone(),
        };
        let state = match &self.registry.state {
            Ok(state) => {
                let (disabled, died, quarantined) = state.counts();
                format!("{disabled} switched off, {died} that died in the last run, of which {quarantined} quarantined")
            }
            Err(damage) => damage.clone(),
        };
        let lock = record::data_folder().map(|folder| folder.join(lock::FILE));
        vec![("lock", shown(lock), locked), ("state", shown(state::file()), state)]
    }
}
