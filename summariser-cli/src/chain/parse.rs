//! The language of chains:
//!
//! ```text
//! chain   = section { "," section }
//! section = "@" name | stage { "|" stage }
//! stage   = id [ "(" [ option { "," option } ] ")" ]
//! option  = key "=" value             a value is TOML
//! ```
//!
//! Written by hand, because the messages are the point of it; only the options are TOML, and TOML's own parser reads them.

use std::ops::Range;

use crate::diagnostic::Mistake;

/// A chain as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// What stands between two commas.
#[derive(Clone, Debug, PartialEq)]
pub enum Section {
    /// Stages, each reading what the one before it says, and where they stand.
    Stages(Vec<Stage>, Range<usize>),
    /// The name of another chain, and where it stands.
    Named(String, Range<usize>),
}

/// A plugin and its options.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// The plugin's id.
    pub id: String,
    /// Where the id stands.
    pub at: Range<usize>,
    /// The options, in the order in which they were written.
    pub options: Vec<StageOption>,
}

/// An option as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct StageOption {
    /// Its name.
    pub key: String,
    /// Where the name stands.
    pub key_at: Range<usize>,
    /// Its value.
    pub value: toml::Value,
    /// Where the value stands.
    pub value_at: Range<usize>,
}

/// Parses a chain. `source` says where it is from, for messages.
///
/// # Errors
/// What is wrong, and where.
pub fn parse(text: &str, source: &str) -> Result<Chain, Mistake> {
    let mut parser = Parser { text, source, at: 0 };
    parser.skip_space();
    if parser.rest().is_empty() {
        return Err(parser.mistake("the chain is empty; name a plugin, such as `bullets`", 0..text.len()));
    }
    let mut sections = vec![parser.section()?];
    while parser.take(',') {
        parser.skip_space();
        if parser.rest().is_empty() {
            break; // a comma may end a chain, as it may end a list
        }
        sections.push(parser.section()?);
    }
    if parser.rest().is_empty() {
        return Ok(Chain { sections });
    }
    Err(match parser.rest().chars().next() {
        Some(')') => parser.mistake("this closes nothing", parser.at..parser.at + 1),
        Some(c) => {
            let message = format!(
                "expected `,` (side by side), `|` (into the next) or `(` (options), not `{}`",
                c.escape_debug()
            );
            parser.mistake(message, parser.at..parser.at + c.len_utf8())
        }
        None => parser.mistake("the chain ends too early", parser.at..parser.at),
    })
}

struct Parser<'a> {
    text: &'a str,
    source: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn mistake(&self, message: impl Into<String>, at: Range<usize>) -> Mistake {
        Mistake { message: message.into(), source: self.source.to_owned(), line: self.text.to_owned(), at }
    }

    fn skip_space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    /// Takes a mark, and the space around it, if it is next.
    fn take(&mut self, mark: char) -> bool {
        self.skip_space();
        let found = self.rest().starts_with(mark);
        if found {
            self.at += mark.len_utf8();
            self.skip_space();
        }
        found
    }

    fn section(&mut self) -> Result<Section, Mistake> {
        let start = self.at;
        if self.take('@') {
            let (name, at) = self.name("the name of a chain")?;
            return Ok(Section::Named(name, start..at.end));
        }
        let mut stages = vec![self.stage()?];
        while self.take('|') {
            stages.push(self.stage()?);
        }
        let end = start + self.text[start..self.at].trim_end().len();
        Ok(Section::Stages(stages, start..end))
    }

    fn stage(&mut self) -> Result<Stage, Mistake> {
        let (id, at) = self.name("the name of a plugin")?;
        let options = if self.take('(') { self.options()? } else { Vec::new() };
        Ok(Stage { id, at, options })
    }

    fn name(&mut self, what: &str) -> Result<(String, Range<usize>), Mistake> {
        self.skip_space();
        let length =
            self.rest().find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').unwrap_or(self.rest().len());
        let at = self.at..self.at + length;
        if length == 0 {
            let found = self.rest().chars().next();
            let message = match found {
                Some('@') => "a named chain stands alone between commas; it cannot be piped into".to_owned(),
                Some(c) => format!("expected {what}, not `{}`", c.escape_debug()),
                None => format!("expected {what} here"),
            };
            return Err(self.mistake(message, self.at..self.at + found.map_or(0, char::len_utf8)));
        }
        self.at = at.end;
        Ok((self.text[at.clone()].to_owned(), at))
    }

    /// What stands in the parentheses, up to and with the closing one.
    fn options(&mut self) -> Result<Vec<StageOption>, Mistake> {
        let start = self.at;
        let inside = self.inside(start)?;
        self.at = start + inside.len() + 1;
        if inside.trim().is_empty() {
            return Ok(Vec::new());
        }
        // As an inline table, so that the values are read by TOML's own parser; the places move by what stands before.
        const BEFORE: &str = "o = { ";
        let as_table = format!("{BEFORE}{inside} }}");
        let place = |at: Range<usize>| {
            let moved = |offset: usize| (start + offset.saturating_sub(BEFORE.len())).min(start + inside.len());
            moved(at.start)..moved(at.end)
        };
        let document = toml::de::DeTable::parse(&as_table).map_err(|error| {
            let at = error.span().map_or(start..start + inside.len(), place);
            if self.text.get(..at.start).is_some_and(|before| before.trim_end().ends_with('=')) {
                let word = self.text.get(at.clone()).unwrap_or_default();
                let message = if word.starts_with(char::is_alphabetic) {
                    format!("`{word}` is no value; texts stand in quotes: \"{word}\"")
                } else {
                    "a value is missing here".to_owned()
                };
                return self.mistake(message, at);
            }
            // TOML speaks of its own grammar here, which nobody knows to be in use; but of some things it speaks well.
            let why = error.message().lines().next().unwrap_or_default();
            let why = if why.contains("duplicate") { " (an option stands here twice)" } else { "" };
            self.mistake(format!("the options cannot be read{why}; write `key = value`, texts in quotes"), at)
        })?;
        let root = document.get_ref();
        let whole = root.get("o").filter(|options| root.len() == 1 && options.span().end == as_table.len());
        let Some(whole) = whole else {
            return Err(
                self.mistake("the options cannot be read; write `key = value`, texts in quotes", start..self.at - 1)
            );
        };
        let table = whole.get_ref().as_table();
        let mut options: Vec<StageOption> = Vec::new();
        for (key, value) in table.into_iter().flatten() {
            let read = toml::Value::try_from_spanned(value);
            options.push(StageOption {
                key: key.get_ref().to_string(),
                key_at: place(key.span()),
                value_at: place(value.span()),
                value: read.ok_or_else(|| self.mistake("this value cannot be read", place(value.span())))?,
            });
        }
        options.sort_by_key(|option| option.key_at.start);
        Ok(options)
    }

    /// The text up to the parenthesis that closes; texts in quotes may hold any mark.
    fn inside(&self, start: usize) -> Result<String, Mistake> {
        let mut quote = None;
        let mut escaped = false;
        for (offset, c) in self.rest().char_indices() {
            match quote {
                Some('"') if escaped => escaped = false,
                Some('"') if c == '\\' => escaped = true,
                Some(mark) if c == mark => quote = None,
                Some(_) => {}
                None if c == '"' || c == '\'' => quote = Some(c),
                None if c == ')' => return Ok(self.text[start..start + offset].to_owned()),
                None => {}
            }
        }
        let message = if quote.is_some() { "a quotation mark is not closed" } else { "this parenthesis is not closed" };
        Err(self.mistake(message, start - 1..start))
    }
}

/// TOML's borrowed values as owned ones.
trait FromSpanned: Sized {
    fn try_from_spanned(value: &toml::Spanned<toml::de::DeValue<'_>>) -> Option<Self>;
}

impl FromSpanned for toml::Value {
    fn try_from_spanned(value: &toml::Spanned<toml::de::DeValue<'_>>) -> Option<toml::Value> {
        use toml::de::DeValue;
        Some(match value.get_ref() {
            DeValue::String(text) => toml::Value::String(text.to_string()),
            DeValue::Integer(integer) => {
                toml::Value::Integer(i64::from_str_radix(integer.as_str(), integer.radix()).ok()?)
            }
            DeValue::Float(float) => toml::Value::Float(float.as_str().parse().ok()?),
            DeValue::Boolean(boolean) => toml::Value::Boolean(*boolean),
            DeValue::Array(values) => {
                toml::Value::Array(values.iter().map(toml::Value::try_from_spanned).collect::<Option<_>>()?)
            }
            DeValue::Datetime(_) | DeValue::Table(_) => return None,
        })
    }
}

#[cfg(test)]
mod tests;
