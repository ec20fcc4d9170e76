//! [`State`]: which plugins are switched off, by whoever uses them or because they died again and again. What died is
//! known by its digest, so that a new build has a new chance. A state that cannot be read switches nothing off.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use summariser_core::abi::host::Failure;

use super::discover::Plugin;
use super::record;
use super::trust::Digest;

/// The name of the file, in the user's folder of state.
pub const FILE: &str = "state.toml";

const HEAD: &str = "# What `summarise` remembers of plugins; `summarise plugin enable ID` makes it forget one.\n\n";
const VERSION: u32 = 1;
/// In how many runs in a row a plugin may die before it is not asked any more.
const RUNS: u32 = 3;
/// How many deaths are remembered; beyond, the oldest are forgotten.
const MOST: usize = 256;

/// What is remembered of plugins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// The version of this file's shape.
    version: u32,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    disabled: Vec<Disabled>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    died: Vec<Died>,
}

/// A plugin that somebody switched off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Disabled {
    id: String,
    since: String,
}

/// A plugin whose process died in the last run, and perhaps in those before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Died {
    id: String,
    sha256: Digest,
    /// In how many runs in a row.
    runs: u32,
    /// When it died last.
    last: String,
    /// What of.
    why: String,
    quarantined: bool,
}

/// Why a plugin is not run although it could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Off {
    /// Whether it died too often; else somebody switched it off.
    pub is_quarantine: bool,
    /// Since when and why, and the mend: the end of a sentence that begins with the plugin.
    pub why: String,
}

impl Off {
    /// The one word for it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        if self.is_quarantine { "quarantined" } else { "disabled" }
    }
}

impl fmt::Display for Off {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

/// How a plugin that had a process of its own fared in a run.
#[derive(Clone, Debug)]
pub struct Fate {
    /// The plugin.
    pub plugin: Plugin,
    /// The digest of the bytes that were loaded, where it was needed.
    pub digest: Option<Digest>,
    /// What its process died of, the last time, if it did.
    pub death: Option<Failure>,
    /// Whether it died so often that it was given up.
    pub given_up: bool,
}

impl Default for State {
    fn default() -> State {
        State { version: VERSION, disabled: Vec::new(), died: Vec::new() }
    }
}

/// Where the state lies, whether it is there or not.
#[must_use]
pub fn file() -> Option<PathBuf> {
    Some(record::state_folder()?.join(FILE))
}

impl State {
    /// Reads the user's state; one that is not there is empty.
    ///
    /// # Errors
    /// Why it cannot be read, and the mend: a sentence.
    pub fn read() -> Result<State, String> {
        file().map_or(Ok(State::default()), |path| State::read_file(&path))
    }

    fn read_file(path: &Path) -> Result<State, String> {
        let read = record::read(path).and_then(|text| text.map_or(Ok(State::default()), |text| State::parse(&text)));
        read.map_err(|why| {
            let shown = path.display();
            format!("{shown} is damaged, and what it says of plugins is passed over: {why}; take it away")
        })
    }

    /// The state that a text says.
    ///
    /// # Errors
    /// Why it is none: the end of a sentence.
    pub fn parse(text: &str) -> Result<State, String> {
        let state: State = toml::from_str(text)
            .map_err(|error| error.message().lines().next().unwrap_or("it is no TOML").to_owned())?;
        match state.version {
            VERSION => Ok(state),
            version => Err(format!("it is of version {version}, and this program knows {VERSION}")),
        }
    }

    /// The state as a text.
    #[must_use]
    pub fn text(&self) -> String {
        // Texts, numbers and lists of tables can always be written.
        format!("{HEAD}{}", toml::to_string(self).unwrap_or_default())
    }

    /// Changes the user's state, alone among all runs. A damaged one is set aside as `state.toml.damaged`.
    ///
    /// # Errors
    /// Why it cannot be written: a sentence.
    pub fn change<T>(change: impl FnOnce(&mut State) -> T) -> Result<T, String> {
        let path = file().ok_or("there is no folder for what is to be remembered: HOME is not set")?;
        let folder = path.parent().unwrap_or(Path::new("/"));
        let _held = record::hold(folder);
        let before = State::read_file(&path);
        if before.is_err() {
            // Where it cannot be set aside, it cannot be written either, and that is said below.
            let _ = fs::rename(&path, path.with_extension("toml.damaged"));
        }
        let mut state = before.clone().unwrap_or_default();
        let changed = change(&mut state);
        if before.as_ref() != Ok(&state) {
            record::write(&path, &state.text())?;
        }
        Ok(changed)
    }

    /// How many plugins are switched off, how many died in the last run, and how many of those died too often.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        (self.disabled.len(), self.died.len(), self.died.iter().filter(|died| died.quarantined).count())
    }

    /// Whether anything died of an id, so that its digest is to be known.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.died.iter().any(|died| died.id == id)
    }

    /// Why a plugin is not to be run, if it is not.
    #[must_use]
    pub fn off(&self, id: &str, digest: Option<Digest>) -> Option<Off> {
        if let Some(disabled) = self.disabled.iter().find(|disabled| disabled.id == id) {
            let since = &disabled.since;
            let why = format!("it is switched off since {since}; `summarise plugin enable {id}` switches it on");
            return Some(Off { is_quarantine: false, why });
        }
        let died = self.died.iter().find(|died| died.quarantined && died.id == id && Some(died.sha256) == digest)?;
        Some(Off { is_quarantine: true, why: died.quarantine() })
    }

    /// Switches a plugin off, and says whether it was on.
    pub fn disable(&mut self, id: &str) -> bool {
        let is_on = self.disabled.iter().all(|disabled| disabled.id != id);
        if is_on {
            self.disabled.push(Disabled { id: id.to_owned(), since: record::now() });
        }
        is_on
    }

    /// Forgets everything of an id, and says whether that switched it on.
    pub fn enable(&mut self, id: &str) -> bool {
        let was_off = self.disabled.iter().any(|disabled| disabled.id == id)
            || self.died.iter().any(|died| died.quarantined && died.id == id);
        self.disabled.retain(|disabled| disabled.id != id);
        self.forgive(id);
        was_off
    }

    /// Forgets that a plugin died.
    pub fn forgive(&mut self, id: &str) {
        self.died.retain(|died| died.id != id);
    }

    /// Whether a run's fates change anything.
    #[must_use]
    pub fn is_changed_by(&self, fates: &[Fate]) -> bool {
        let known = |fate: &Fate| self.died.iter().any(|died| Some(died.sha256) == fate.digest);
        fates.iter().any(|fate| fate.death.is_some() || known(fate))
    }

    /// Remembers a run's fates, and says of each plugin that is not asked any more from now on why.
    pub fn remember(&mut self, fates: &[Fate]) -> Vec<(String, String)> {
        let mut quarantined = Vec::new();
        for Fate { plugin, digest, death, given_up } in fates {
            let Some(digest) = *digest else { continue };
            let at = self.died.iter().position(|died| died.sha256 == digest && died.id == plugin.id());
            let before = at.map(|at| self.died.remove(at));
            let Some(death) = death else { continue };
            let (runs, was_quarantined) = before.map_or((0, false), |before| (before.runs, before.quarantined));
            let runs = runs.saturating_add(1);
            let died = Died {
                id: plugin.id().to_owned(),
                sha256: digest,
                runs,
                last: record::now(),
                why: death.message.clone(),
                quarantined: was_quarantined || *given_up || runs >= RUNS,
            };
            if died.quarantined && !was_quarantined {
                quarantined.push((died.id.clone(), died.quarantine()));
            }
            self.died.push(died);
        }
        self.died.drain(..self.died.len().saturating_sub(MOST));
        quarantined
    }
}

impl Died {
    fn quarantine(&self) -> String {
        let Died { id, runs, last, why, .. } = self;
        let often = if *runs == 1 { "too often in a run".to_owned() } else { format!("in {runs} runs in a row") };
        format!(
            "it is not asked any more since {last}, because its process died {often}: {why}; \
             `summarise plugin enable {id}` tries it again, and so does another build of it"
        )
    }
}

#[cfg(test)]
mod tests;
