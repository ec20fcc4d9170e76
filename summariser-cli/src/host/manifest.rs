//! [`Manifest`]: what a plugin says of itself, as TOML in its library. What this host does not know in it is passed
//! over, so that newer plugins can be listed by older hosts.

use serde::Deserialize;
use summariser_core::abi::option::OptionSetting;
use summariser_core::{BlockKind, Length, Reads};

/// What a plugin says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Manifest {
    /// The name under which chains call it.
    pub id: String,
    /// The version of its package.
    pub version: String,
    /// Its licence, if it says so.
    pub licence: Option<String>,
    /// What it does; the first line says it in short.
    pub about: String,
    /// The columns that it reads.
    pub reads: Reads,
    /// The kinds of block that it makes; empty is any.
    pub makes: Vec<BlockKind>,
    /// Its options.
    pub options: Vec<OptionRule>,
}

/// What an option may be.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionRule {
    /// Its name.
    pub key: String,
    /// Its type.
    pub kind: OptionKind,
    /// Its value where none is given; [`OptionSetting::Absent`] is none.
    pub default: OptionSetting,
    /// The least value, of a number.
    pub min: Option<f64>,
    /// The greatest value, of a number.
    pub max: Option<f64>,
    /// The only values, of a string; the only units, of a length.
    pub choices: Vec<String>,
    /// What it is for.
    pub help: String,
}

/// The types of options.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OptionKind {
    /// A whole number.
    Integer,
    /// A number.
    Float,
    /// `true` or `false`.
    Boolean,
    /// A text.
    String,
    /// A list of texts.
    List,
    /// A length, such as `"80 words"`.
    Length,
}

impl OptionKind {
    /// Its name for people.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            OptionKind::Integer => "whole number",
            OptionKind::Float => "number",
            OptionKind::Boolean => "true or false",
            OptionKind::String => "text",
            OptionKind::List => "list of texts",
            OptionKind::Length => "length",
        }
    }
}

#[derive(Deserialize)]
struct Raw {
    id: String,
    version: String,
    #[serde(default)]
    licence: String,
    about: String,
    reads: Option<Vec<String>>,
    #[serde(default)]
    makes: Vec<String>,
    #[serde(default)]
    options: Vec<RawOption>,
}

#[derive(Deserialize)]
struct RawOption {
    key: String,
    #[serde(rename = "type")]
    kind: OptionKind,
    default: Option<toml::Value>,
    min: Option<toml::Value>,
    max: Option<toml::Value>,
    #[serde(default)]
    choices: Vec<String>,
    #[serde(default)]
    help: String,
}

impl Manifest {
    /// Reads a manifest.
    ///
    /// # Errors
    /// What in it cannot be understood, for the plugin's author.
    pub fn parse(toml: &str) -> Result<Manifest, String> {
        let raw: Raw =
            toml::from_str(toml).map_err(|error| format!("its manifest cannot be read: {}", error.message()))?;
        if !is_id(&raw.id) {
            return Err(format!(
                "its id \"{}\" is none: a lower-case letter, then at most 31 lower-case letters, digits or hyphens",
                raw.id.escape_debug()
            ));
        }
        let reads = match raw.reads {
            None => Reads::ALL,
            // A column that is not known here cannot be made here; the plugin said by its ABI version that it can do
            // without.
            Some(names) => names.iter().fold(Reads::PARAGRAPHS, |all, name| {
                let known = Reads::NAMES.into_iter().find(|(known, _)| known == name);
                all | known.map_or(Reads::PARAGRAPHS, |(_, reads)| reads)
            }),
        };
        let options = raw.options.into_iter().map(OptionRule::new).collect::<Result<_, _>>()?;
        Ok(Manifest {
            id: raw.id,
            version: raw.version,
            licence: Some(raw.licence).filter(|licence| !licence.is_empty()),
            about: raw.about,
            reads,
            makes: raw.makes.iter().filter_map(|name| BlockKind::from_name(name)).collect(),
            options,
        })
    }

    /// The first line of what it does.
    #[must_use]
    pub fn short(&self) -> &str {
        self.about.lines().next().unwrap_or_default()
    }

    /// Whether it may make blocks that a following stage can read.
    #[must_use]
    pub fn makes_text(&self) -> bool {
        self.makes.is_empty() || self.makes.iter().any(|kind| kind.is_text())
    }

    /// Whether it makes the body of a summary, which `--length` is about; a headline alone is none.
    #[must_use]
    pub fn makes_body(&self) -> bool {
        let body = [BlockKind::Bullet, BlockKind::Paragraph, BlockKind::Sentence];
        self.makes.is_empty() || self.makes.iter().any(|kind| body.contains(kind))
    }

    /// The rule of an option.
    #[must_use]
    pub fn option(&self, key: &str) -> Option<&OptionRule> {
        self.options.iter().find(|option| option.key == key)
    }
}

/// Whether a text can be the id of a plugin.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let rest_is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.len() <= 32 && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(rest_is_plain)
}

impl OptionRule {
    fn new(raw: RawOption) -> Result<OptionRule, String> {
        let number = |value: &Option<toml::Value>| match value {
            Some(toml::Value::Integer(integer)) => Some(*integer as f64),
            Some(toml::Value::Float(float)) => Some(*float),
            _ => None,
        };
        let mut rule = OptionRule {
            min: number(&raw.min),
            max: number(&raw.max),
            key: raw.key,
            kind: raw.kind,
            default: OptionSetting::Absent,
            choices: raw.choices,
            help: raw.help,
        };
        if let Some(default) = raw.default {
            let default = rule.check(&default);
            rule.default = default.map_err(|why| format!("the default of its option `{}` {why}", rule.key))?;
        }
        Ok(rule)
    }

    /// What this option accepts, for people: `whole number, 1 to 50`.
    #[must_use]
    pub fn accepts(&self) -> String {
        let range = match (self.min, self.max) {
            (Some(min), Some(max)) => format!(", {min} to {max}"),
            (Some(min), None) => format!(", {min} or more"),
            (None, Some(max)) => format!(", up to {max}"),
            (None, None) => String::new(),
        };
        // The bounds of a whole type are no news.
        let range = if self.max.is_some_and(|max| max >= f64::from(u32::MAX)) && self.min.is_none_or(|min| min <= 0.0) {
            match self.min {
                Some(0.0) => ", 0 or more".to_owned(),
                _ => String::new(),
            }
        } else {
            range
        };
        if self.kind == OptionKind::Length && !self.choices.is_empty() {
            format!("{} in {}", self.kind.name(), self.choices.join(", "))
        } else if self.choices.is_empty() {
            format!("{}{range}", self.kind.name())
        } else {
            let quoted: Vec<String> = self.choices.iter().map(|choice| format!("\"{choice}\"")).collect();
            quoted.join(" or ")
        }
    }

    /// The setting that a value of TOML stands for.
    ///
    /// # Errors
    /// Why it does not: the end of a sentence that begins with the option's name.
    pub fn check(&self, value: &toml::Value) -> Result<OptionSetting, String> {
        use toml::Value;
        let setting = match (self.kind, value) {
            (OptionKind::Integer, Value::Integer(integer)) => OptionSetting::Integer(*integer),
            (OptionKind::Float, Value::Float(float)) => OptionSetting::Float(*float),
            (OptionKind::Float, Value::Integer(integer)) => OptionSetting::Float(*integer as f64),
            (OptionKind::Boolean, Value::Boolean(boolean)) => OptionSetting::Boolean(*boolean),
            (OptionKind::String, Value::String(text)) => OptionSetting::String(text.clone()),
            (OptionKind::Length, Value::String(text)) => {
                let length = text.parse::<Length>().map_err(|error| format!("does not fit: {error}"))?;
                if !self.choices.is_empty() && !self.choices.iter().any(|unit| unit == length.unit()) {
                    return Err(format!("takes a {}, not one in {}", self.accepts(), length.unit()));
                }
                OptionSetting::Length(length)
            }
            (OptionKind::List, Value::Array(values)) => {
                let text = |value: &Value| value.as_str().map(str::to_owned);
                let texts: Option<Vec<String>> = values.iter().map(text).collect();
                OptionSetting::List(texts.ok_or_else(|| format!("takes a {}", self.accepts()))?)
            }
            (_, value) => return Err(format!("takes a {}, not {}", self.accepts(), described(value))),
        };
        let number = match setting {
            OptionSetting::Integer(integer) => Some(integer as f64),
            OptionSetting::Float(float) => Some(float),
            _ => None,
        };
        let too_small = number.zip(self.min).is_some_and(|(number, min)| number < min);
        let too_great = number.zip(self.max).is_some_and(|(number, max)| number > max);
        if too_small || too_great || number.is_some_and(|number| !number.is_finite()) {
            return Err(format!("takes a {}, not {}", self.accepts(), described(value)));
        }
        if let OptionSetting::String(text) = &setting
            && !self.choices.is_empty()
            && !self.choices.contains(text)
        {
            return Err(format!("takes {}, not \"{}\"", self.accepts(), text.escape_debug()));
        }
        Ok(setting)
    }
}

/// A value, for people.
fn described(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => format!("the text \"{}\"", text.escape_debug()),
        toml::Value::Array(_) => "a list".to_owned(),
        toml::Value::Table(_) => "a table".to_owned(),
        other => other.to_string(),
    }
}
