//! [`Limits`]: how much a plugin may use of what is everybody's. Every limit grows with the text where honest work does,
//! so that no limit has to be guessed for the longest text there may be.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::diagnostic::did_you_mean;

/// A million bytes, as the settings count them.
pub const MEGABYTE: u64 = 1_000_000;

/// How much a plugin may use.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// How many seconds a summariser has for a document, and a library for being loaded.
    pub seconds: f64,
    /// How many more for each megabyte of text.
    pub seconds_per_megabyte: f64,
    /// How many megabytes of memory its process may have for itself, besides eight times the text.
    pub memory: u64,
    /// How many megabytes it may say of one document, or eight times the text if that is more.
    pub output: u64,
    /// How many files it may have open.
    pub files: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { seconds: 10.0, seconds_per_megabyte: 1.0, memory: 512, output: 16, files: 64 }
    }
}

/// How many bytes of memory an honest plugin may want for each byte of text.
const MEMORY_PER_TEXT: u64 = 8;
/// How many bytes a plugin may say for each byte of text.
const OUTPUT_PER_TEXT: u64 = 8;

/// The settings: the name of each, its least and its greatest value.
const SETTINGS: [(&str, f64, f64); 5] = [
    ("seconds", 0.001, 1e6),
    ("seconds_per_megabyte", 0.0, 1e6),
    ("memory", 16.0, 1e6),
    ("output", 1.0, 1e3),
    ("files", 16.0, 4096.0),
];

impl Limits {
    /// The limits by name.
    #[must_use]
    pub fn named(&self) -> [(&'static str, f64); 5] {
        let values =
            [self.seconds, self.seconds_per_megabyte, self.memory as f64, self.output as f64, self.files as f64];
        let mut values = values.into_iter();
        SETTINGS.map(|(name, ..)| (name, values.next().unwrap_or_default()))
    }

    /// Sets the limit of a name, which is given as it is kept.
    ///
    /// # Errors
    /// There is no such limit, or it cannot have this value; a sentence for whoever set it.
    pub fn set(&mut self, name: &str, value: f64) -> Result<&'static str, String> {
        let Some((name, least, most)) = SETTINGS.into_iter().find(|(known, ..)| *known == name) else {
            let names = || SETTINGS.iter().map(|(name, ..)| *name);
            let (near, all) = (did_you_mean(name, names()), names().collect::<Vec<_>>().join(", "));
            return Err(format!("there is no limit `{name}`{near}; the limits are {all}"));
        };
        if !(least..=most).contains(&value) {
            return Err(format!("the limit `{name}` is between {least} and {most}, not {value}"));
        }
        match name {
            "seconds" => self.seconds = value,
            "seconds_per_megabyte" => self.seconds_per_megabyte = value,
            "memory" => self.memory = value as u64,
            "output" => self.output = value as u64,
            _ => self.files = value as u64,
        }
        Ok(name)
    }

    /// How long a summariser may take for a text of so many bytes.
    #[must_use]
    pub fn time(&self, text: usize) -> Duration {
        let seconds = self.seconds + self.seconds_per_megabyte * text as f64 / MEGABYTE as f64;
        // Settings are checked when they are read; what is no duration would be no limit.
        Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX)
    }

    /// How many bytes of memory its process may have while it works on a text of so many bytes.
    #[must_use]
    pub fn memory(&self, text: usize) -> u64 {
        (self.memory * MEGABYTE).saturating_add((text as u64).saturating_mul(MEMORY_PER_TEXT))
    }

    /// How many bytes it may say of a text of so many bytes.
    #[must_use]
    pub fn output(&self, text: usize) -> usize {
        let bytes = (self.output * MEGABYTE).max((text as u64).saturating_mul(OUTPUT_PER_TEXT));
        usize::try_from(bytes).unwrap_or(usize::MAX)
    }
}
