//! Rendering: what a run said of a document, as people or programs read it. A format is one file that writes whole
//! reports to any writer, so that no format knows another, the terminal or who made the report.

mod html;
mod json;
mod layout;
mod markdown;
mod shown;
#[cfg(test)]
mod tests;
mod text;

use std::fmt;
use std::io::{self, Write};
use std::str::FromStr;

use serde::Deserialize;

use crate::report::{BadInput, Report};

/// Writes reports in one format. It remembers nothing of what it wrote before, so that several can work for one output.
pub trait Renderer {
    /// What stands before what is written of the first document.
    fn head(&self) -> &'static str {
        ""
    }

    /// What stands between what is written of two documents.
    fn between(&self) -> &'static str {
        ""
    }

    /// Writes what was said of one document.
    ///
    /// # Errors
    /// Those of the writer.
    fn document(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()>;

    /// Writes that an input could not be read, where the format has a place for it.
    ///
    /// # Errors
    /// Those of the writer.
    fn bad_input(&mut self, bad: &BadInput, out: &mut dyn Write) -> io::Result<()>;
}

/// How output is to look; formats for programs look at none of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// How many columns a line may have; `None` does not wrap.
    pub width: Option<usize>,
    /// Whether to colour.
    pub colour: bool,
    /// Whether there is more than one document, so that each says whose it is.
    pub many: bool,
}

/// The table of formats: a new one is a file and a line here.
macro_rules! formats {
    ($($(#[$about:meta])+ $format:ident = $name:literal => $renderer:expr;)+) => {
        /// A format of output.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, Deserialize)]
        pub enum Format {
            $($(#[$about])+ #[value(name = $name)] #[serde(rename = $name)] $format,)+
        }

        impl Format {
            /// Every format.
            pub const ALL: &[Format] = &[$(Format::$format),+];

            /// Its name, as the command line and configurations write it.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Format::$format => $name),+ }
            }
        }

        /// The renderer of a format.
        #[must_use]
        pub fn renderer(format: Format, look: Look) -> Box<dyn Renderer> {
            match format { $(Format::$format => Box::new($renderer(look))),+ }
        }
    };
}

formats! {
    /// For people: wrapped lines, bullets and aligned figures
    Text = "text" => text::Text::new;
    /// CommonMark, with figures as a table
    Markdown = "markdown" => markdown::Markdown::new;
    /// For programs: one indented object for each document
    Json = "json" => json::Json::indented;
    /// For programs: one object a line for each document
    Jsonl = "jsonl" => json::Json::lines;
    /// For browsers: a page that needs nothing else
    Html = "html" => html::Html::new;
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Format, UnknownFormat> {
        let known = Format::ALL.iter().find(|format| format.name() == name);
        known.copied().ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

/// A name that is no format's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no format; formats are {known}", known = names())]
pub struct UnknownFormat(String);

/// The names of all formats, for a sentence.
fn names() -> String {
    Format::ALL.iter().map(|format| format.name()).collect::<Vec<_>>().join(", ")
}
