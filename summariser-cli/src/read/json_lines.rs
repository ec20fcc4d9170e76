//! JSON lines: one document a line. Telling lines apart is one thing, and reading what is on one another, so that many can
//! be read at a time. A line that cannot be read is told and passed over, because a corpus of a million lines has a bad
//! one; only an error of the input itself ends the reading.

use std::fmt;
use std::io::{self, BufRead};

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};

/// The longest line that is read.
const LONGEST: usize = 256 << 20;
/// What may stand before the first.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The names of the two fields that are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldNames {
    /// The field that holds the document's id.
    pub id: String,
    /// The field that holds its text; where both names are the same, there is no id.
    pub text: String,
}

impl Default for FieldNames {
    fn default() -> FieldNames {
        FieldNames { id: "id".to_owned(), text: "text".to_owned() }
    }
}

/// A line that holds a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its number, from 1; blank lines count.
    pub line: u64,
    /// The document's id: a string, a number or null.
    pub id: Value,
    /// The document.
    pub text: String,
}

/// A line that holds none.
#[derive(Clone, Debug, PartialEq)]
pub struct BadLine {
    /// Its number, from 1; blank lines count.
    pub line: u64,
    /// The document's id; null where that was not read.
    pub id: Value,
    /// Why: the end of a sentence that begins with the line.
    pub message: String,
}

/// A line as it stands, which nobody has looked into yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its number, from 1; blank lines count.
    pub number: u64,
    /// What is on it, without its end.
    bytes: Vec<u8>,
    /// How long it may be, where it is longer: then nothing of it is kept.
    beyond: Option<usize>,
}

impl Line {
    /// How many bytes are on it.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes.len()
    }

    /// The document on it.
    ///
    /// # Errors
    /// It holds none.
    pub fn record(&self, names: &FieldNames) -> Result<Record, BadLine> {
        match self.beyond {
            None => parse(&self.bytes, names, self.number),
            Some(longest) => {
                let message = format!("is longer than {}; make a file of its text", size(longest));
                Err(BadLine { line: self.number, id: Value::Null, message })
            }
        }
    }
}

/// Reads line by line; blank lines are passed over. After an error of the input it ends.
#[derive(Debug)]
pub struct JsonLines<R> {
    input: R,
    longest: usize,
    number: u64,
    ended: bool,
}

impl<R: BufRead> JsonLines<R> {
    /// Reads the lines of `input`.
    pub fn new(input: R) -> JsonLines<R> {
        JsonLines { input, longest: LONGEST, number: 0, ended: false }
    }

    /// Sets how long a line may be, in bytes; 256 MiB otherwise.
    #[must_use]
    pub fn longest(mut self, bytes: usize) -> JsonLines<R> {
        self.longest = bytes;
        self
    }

    /// Reads a line without its end; `None` after the last one.
    fn read_line(&mut self) -> io::Result<Option<Line>> {
        let mut line = Line { number: self.number + 1, bytes: Vec::new(), beyond: None };
        let mut any = false;
        loop {
            let ready = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                ready => ready?,
            };
            if ready.is_empty() {
                return Ok(any.then_some(line));
            }
            any = true;
            let end = memchr::memchr(b'\n', ready);
            let piece = ready.get(..end.unwrap_or(ready.len())).unwrap_or_default();
            if line.beyond.is_none() && line.bytes.len() + piece.len() <= self.longest {
                line.bytes.extend_from_slice(piece);
            } else {
                (line.bytes, line.beyond) = (Vec::new(), Some(self.longest));
            }
            let taken = piece.len() + usize::from(end.is_some());
            self.input.consume(taken);
            if end.is_some() {
                return Ok(Some(line));
            }
        }
    }
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let mut line = match self.read_line() {
                Ok(Some(line)) => line,
                Ok(None) => break,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            };
            self.number += 1;
            if self.number == 1 && line.bytes.starts_with(MARK) {
                line.bytes.drain(..MARK.len());
            }
            if line.beyond.is_some() || !line.bytes.trim_ascii().is_empty() {
                return Some(Ok(line));
            }
        }
        self.ended = true;
        None
    }
}

/// A number of bytes as people write it.
fn size(bytes: usize) -> String {
    if bytes >= 1 << 20 { format!("{} MiB", bytes >> 20) } else { format!("{bytes} bytes") }
}

/// Reads one line.
fn parse(line: &[u8], names: &FieldNames, number: u64) -> Result<Record, BadLine> {
    let mut found = Found::default();
    let message = match found.read(line, names) {
        Err(message) => message,
        Ok(()) => match (found.text, &found.id) {
            (None, _) => {
                let name = &names.text;
                format!("has no field `{name}`; name the field that holds the text with --text-field")
            }
            (Some(Field::Text(text)), None | Some(Field::Text(_) | Field::Number(_) | Field::Other("null"))) => {
                return Ok(Record { line: number, id: value(found.id), text });
            }
            (Some(Field::Text(_)), Some(Field::Other(what))) => {
                let name = &names.id;
                format!("its field `{name}` is {what}, not a string or a number")
            }
            (Some(Field::Number(_)), _) => format!("its field `{}` is a number, not a string", names.text),
            (Some(Field::Other(what)), _) => format!("its field `{}` is {what}, not a string", names.text),
        },
    };
    Err(BadLine { line: number, id: value(found.id), message })
}

/// The id as JSON; null where it is none.
fn value(id: Option<Field>) -> Value {
    match id {
        Some(Field::Text(text)) => Value::String(text),
        Some(Field::Number(number)) => Value::Number(number),
        Some(Field::Other(_)) | None => Value::Null,
    }
}

/// What was read of a line so far: of a broken line the id is worth knowing, too.
#[derive(Default)]
struct Found {
    id: Option<Field>,
    text: Option<Field>,
}

impl Found {
    /// Reads the two fields; the error says what is wrong with the line.
    fn read(&mut self, line: &[u8], names: &FieldNames) -> Result<(), String> {
        // serde_json would not look at the bytes of fields that are passed over.
        let line = std::str::from_utf8(line)
            .map_err(|error| format!("is no UTF-8: malformed byte at column {}", error.valid_up_to() + 1))?;
        let mut deserializer = serde_json::Deserializer::from_str(line);
        let read = Object { found: self, names }.deserialize(&mut deserializer).and_then(|()| deserializer.end());
        read.map_err(|error| {
            if error.is_data() {
                return "is JSON, but no object with fields".to_owned();
            }
            let message = error.to_string();
            let what = message.split(" at line ").next().unwrap_or_default();
            format!("is no JSON: {what} at column {}", error.column())
        })
    }
}

/// The object on a line.
struct Object<'a> {
    found: &'a mut Found,
    names: &'a FieldNames,
}

impl<'de> DeserializeSeed<'de> for Object<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key_seed(Name(self.names))? {
            match name {
                Wanted::Text => self.found.text = Some(map.next_value_seed(FieldSeed)?),
                Wanted::Id => self.found.id = Some(map.next_value_seed(FieldSeed)?),
                Wanted::Nothing => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// Which field a name is that of.
enum Wanted {
    Id,
    Text,
    Nothing,
}

/// Compares a name with the two that are wanted, without keeping it.
struct Name<'a>(&'a FieldNames);

impl<'de> DeserializeSeed<'de> for Name<'_> {
    type Value = Wanted;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Wanted, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name<'_> {
    type Value = Wanted;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Wanted, E> {
        Ok(match name {
            name if name == self.0.text => Wanted::Text,
            name if name == self.0.id => Wanted::Id,
            _ => Wanted::Nothing,
        })
    }
}

/// The value of a field.
enum Field {
    Text(String),
    Number(Number),
    /// What it is instead.
    Other(&'static str),
}

/// Reads the value of a field without building what is neither text nor number.
struct FieldSeed;

impl<'de> DeserializeSeed<'de> for FieldSeed {
    type Value = Field;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Field, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for FieldSeed {
    type Value = Field;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Field, E> {
        Ok(Field::Text(text.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Field, E> {
        Ok(Field::Number(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Field, E> {
        Ok(Field::Number(number.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Field, E> {
        Number::from_f64(number).map(Field::Number).ok_or_else(|| E::custom("not a finite number"))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Field, E> {
        Ok(Field::Other("true or false"))
    }

    fn visit_unit<E>(self) -> Result<Field, E> {
        Ok(Field::Other("null"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Field, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Field::Other("a list"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Field, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Field::Other("an object"))
    }
}
