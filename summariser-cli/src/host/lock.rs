//! [`Lock`]: which bytes were installed. What lies in the user's folder of plugins and is in the lock is used only as
//! it was then; a lock that cannot be read locks everything there, since nobody knows what it said.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::manifest::is_id;
use super::record;
use super::trust::Digest;

/// The name of the file, in the user's data folder beside `plugins`.
pub const FILE: &str = "plugins.lock";

const HEAD: &str = "# What `summarise plugin install` installed; it is kept by that command.\n\n";

/// What was installed, by id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The version of this file's shape.
    version: u32,
    #[serde(default, rename = "plugin", skip_serializing_if = "Vec::is_empty")]
    entries: Vec<Entry>,
}

/// A plugin as it was installed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its own version.
    pub version: String,
    /// The digest of its file.
    pub sha256: Digest,
    /// The size of its file in bytes.
    pub size: u64,
    /// The version of the boundary that it was built for.
    pub abi: String,
    /// The file that it was copied from.
    pub installed_from: PathBuf,
    /// When: `2026-03-01T09:30:00Z`.
    pub date: String,
}

const VERSION: u32 = 1;

impl Default for Lock {
    fn default() -> Lock {
        Lock { version: VERSION, entries: Vec::new() }
    }
}

impl Lock {
    /// Reads the lock of a data folder; one that is not there is empty.
    ///
    /// # Errors
    /// Why it cannot be read, and the mend: a sentence.
    pub fn read(folder: &Path) -> Result<Lock, String> {
        let path = folder.join(FILE);
        let read = record::read(&path).and_then(|text| text.map_or(Ok(Lock::default()), |text| Lock::parse(&text)));
        read.map_err(|why| {
            let shown = path.display();
            format!("the lock {shown} is damaged: {why}; take it away, and install again what you trust")
        })
    }

    /// The lock that a text says.
    ///
    /// # Errors
    /// Why it is none: the end of a sentence.
    pub fn parse(text: &str) -> Result<Lock, String> {
        let mut lock: Lock = toml::from_str(text).map_err(|error| {
            let line = text.get(..error.span().map_or(0, |span| span.start)).unwrap_or_default().matches('\n').count();
            format!("line {}: {}", line + 1, error.message().lines().next().unwrap_or_default())
        })?;
        if lock.version != VERSION {
            return Err(format!("it is of version {}, and this program knows {VERSION}", lock.version));
        }
        if let Some(entry) = lock.entries.iter().find(|entry| !is_id(&entry.id)) {
            return Err(format!("\"{}\" is no plugin's id", entry.id.escape_debug()));
        }
        lock.entries.sort_by(|one, other| one.id.cmp(&other.id));
        match lock.entries.windows(2).find(|pair| pair[0].id == pair[1].id) {
            Some(pair) => Err(format!("it has `{}` twice", pair[0].id)),
            None => Ok(lock),
        }
    }

    /// The lock as a text.
    #[must_use]
    pub fn text(&self) -> String {
        // Texts, numbers and a list of tables can always be written.
        let text = toml::to_string(self).unwrap_or_default();
        format!("{HEAD}{text}")
    }

    /// Writes the lock of a data folder.
    ///
    /// # Errors
    /// Why it cannot be written: a sentence.
    pub fn write(&self, folder: &Path) -> Result<(), String> {
        record::write(&folder.join(FILE), &self.text())
    }

    /// What was installed, sorted by id.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What was installed of an id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Notes that a plugin was installed, in place of what was of its id.
    pub fn put(&mut self, entry: Entry) {
        self.remove(&entry.id);
        let at = self.entries.partition_point(|other| other.id < entry.id);
        self.entries.insert(at, entry);
    }

    /// Notes that nothing is installed of an id any more, and says whether anything was.
    pub fn remove(&mut self, id: &str) -> bool {
        let before = self.entries.len();
        self.entries.retain(|entry| entry.id != id);
        self.entries.len() < before
    }
}

#[cfg(test)]
mod tests;
