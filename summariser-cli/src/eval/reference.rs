//! Documents with human references, from lines of JSON. All are kept in memory: how long references are has to be known
//! before the first document is summarised, and standard input cannot be read twice.

use serde_json::{Map, Value};

use summariser_core::text::Language;

use crate::read::BadLine;

/// The field whose references go with the field `extra_refs`.
pub const USUAL_FIELD: &str = "summary";
const EXTRA_FIELD: &str = "extra_refs";
const LANGUAGE_FIELD: &str = "lang";

/// The names of the fields that are read, besides `lang` and, where the reference is the `summary`, `extra_refs`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldNames {
    /// The field that holds a document's id.
    pub id: String,
    /// The field that holds its text.
    pub text: String,
    /// The field that holds its reference.
    pub reference: String,
}

/// A document and how people summarised it.
#[derive(Clone, Debug, PartialEq)]
pub struct Referenced {
    /// Its line, from 1.
    pub line: u64,
    /// Its id: a string, a number or null.
    pub id: Value,
    /// The document.
    pub text: String,
    /// The references; their sentences are lines. There is one at least, and none is blank.
    pub references: Vec<String>,
    /// The code of its language, where the line says it.
    pub language: Option<String>,
}

impl Referenced {
    /// Its language: what the line says, or what the text looks like.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language.as_deref().map_or_else(|| Language::detect(&self.text), Language::from_code)
    }
}

/// Reads the documents of a file; blank lines are passed over.
///
/// # Errors
/// A sentence, without its beginning, that says what is wrong with a file that is no lines of JSON at all.
pub fn read<'a>(
    bytes: &'a [u8],
    names: &'a FieldNames,
) -> Result<impl Iterator<Item = Result<Referenced, BadLine>> + use<'a>, String> {
    for (magic, what, with) in COMPRESSED {
        if bytes.starts_with(magic) {
            return Err(format!("is compressed by {what}; give it decompressed: `{with} FILE | summarise eval -`"));
        }
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let lines = (1..).zip(bytes.split(|byte| *byte == b'\n'));
    let lines = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    Ok(lines.map(|(number, line)| parse(line, number, names)))
}

/// How compressed files begin, and what decompresses them.
const COMPRESSED: [(&[u8], &str, &str); 4] = [
    (b"\x1F\x8B", "gzip", "zcat"),
    (b"\x28\xB5\x2F\xFD", "zstd", "zstdcat"),
    (b"\xFD7zXZ\0", "xz", "xzcat"),
    (b"BZh", "bzip2", "bzcat"),
];

fn parse(line: &[u8], number: u64, names: &FieldNames) -> Result<Referenced, BadLine> {
    let bad = |id: Value, message: String| BadLine { line: number, id, message };
    let value: Value = serde_json::from_slice(line).map_err(|error| {
        let message = error.to_string();
        let what = message.split(" at line ").next().unwrap_or_default();
        bad(Value::Null, format!("is no JSON: {what} at column {}", error.column()))
    })?;
    let Value::Object(mut fields) = value else {
        return Err(bad(Value::Null, "is JSON, but no object with fields".to_owned()));
    };
    let id = fields.remove(&names.id).unwrap_or_default();
    if !matches!(id, Value::Null | Value::String(_) | Value::Number(_)) {
        let message = format!("its field `{}` is {}, not a string or a number", names.id, kind(&id));
        return Err(bad(Value::Null, message));
    }
    match document(&mut fields, names) {
        Ok((text, references, language)) => Ok(Referenced { line: number, id, text, references, language }),
        Err(message) => Err(bad(id, message)),
    }
}

/// The text, the references and the language of a line.
fn document(
    fields: &mut Map<String, Value>,
    names: &FieldNames,
) -> Result<(String, Vec<String>, Option<String>), String> {
    // The same field may be both: then the question is how much of a text a chain keeps.
    let reference = required(fields, &names.reference, "the reference", "--reference-field")?;
    let text = required(fields, &names.text, "the text", "--text-field")?;
    if reference.trim().is_empty() {
        return Err(format!("its field `{}` is blank: there is nothing to compare with", names.reference));
    }
    let mut references = vec![reference];
    if names.reference == USUAL_FIELD {
        let wrong = |value: &Value| format!("its field `{EXTRA_FIELD}` is {}, not a list of strings", kind(value));
        match fields.remove(EXTRA_FIELD) {
            None | Some(Value::Null) => {}
            Some(Value::Array(extra)) => {
                for value in extra {
                    let Value::String(extra) = value else {
                        return Err(format!("its field `{EXTRA_FIELD}` holds {}, not strings alone", kind(&value)));
                    };
                    references.extend(Some(extra).filter(|extra| !extra.trim().is_empty()));
                }
            }
            Some(other) => return Err(wrong(&other)),
        }
    }
    let language = match fields.remove(LANGUAGE_FIELD) {
        None | Some(Value::Null) => None,
        Some(Value::String(code)) => Some(code).filter(|code| !code.trim().is_empty()),
        Some(other) => return Err(format!("its field `{LANGUAGE_FIELD}` is {}, not a string", kind(&other))),
    };
    Ok((text, references, language))
}

fn required(fields: &Map<String, Value>, name: &str, what: &str, flag: &str) -> Result<String, String> {
    match fields.get(name) {
        Some(Value::String(text)) => Ok(text.clone()),
        None => Err(format!("has no field `{name}`; name the field that holds {what} with {flag}")),
        Some(other) => Err(format!("its field `{name}` is {}, not a string", kind(other))),
    }
}

/// What a value is, in a sentence.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(reference: &str) -> FieldNames {
        FieldNames { id: "id".to_owned(), text: "text".to_owned(), reference: reference.to_owned() }
    }

    /// What a line is read as: its references, or why it cannot be read.
    fn one(line: &str, reference: &str) -> Result<Vec<String>, String> {
        let names = names(reference);
        let mut read = read(line.as_bytes(), &names).expect("it is not compressed");
        let first = read.next().expect("there is a line");
        first.map(|referenced| referenced.references).map_err(|bad| bad.message)
    }

    #[test]
    fn references_are_the_field_and_those_beside_it() {
        for (line, field, due) in [
            (r#"{"text":"t","summary":"s\nu"}"#, "summary", &["s\nu"][..]),
            (r#"{"text":"t","summary":"s","extra_refs":["e"," ","f"]}"#, "summary", &["s", "e", "f"]),
            (r#"{"text":"t","summary":"s","headline":"h","extra_refs":["e"]}"#, "headline", &["h"]),
            (r#"{"text":"t","summary":"s","extra_refs":null,"lang":null}"#, "summary", &["s"]),
            (r#"{"text":"t"}"#, "text", &["t"]),
        ] {
            assert_eq!(
                one(line, field).as_deref(),
                Ok(due.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>().as_slice()),
                "{line}"
            );
        }
    }

    #[test]
    fn a_bad_line_says_what_is_wrong_with_it() {
        for (line, due) in [
            ("{", "is no JSON: EOF while parsing an object at column 1"),
            ("[]", "is JSON, but no object with fields"),
            (
                r#"{"text":"t"}"#,
                "has no field `summary`; name the field that holds the reference with --reference-field",
            ),
            (r#"{"summary":"s"}"#, "has no field `text`; name the field that holds the text with --text-field"),
            (r#"{"text":"t","summary":["s"]}"#, "its field `summary` is a list, not a string"),
            (r#"{"text":"t","summary":"\n"}"#, "its field `summary` is blank: there is nothing to compare with"),
            (
                r#"{"text":"t","summary":"s","extra_refs":"e"}"#,
                "its field `extra_refs` is a string, not a list of strings",
            ),
            (
                r#"{"text":"t","summary":"s","extra_refs":[1]}"#,
                "its field `extra_refs` holds a number, not strings alone",
            ),
            (r#"{"text":"t","summary":"s","lang":7}"#, "its field `lang` is a number, not a string"),
            (r#"{"id":[],"text":"t","summary":"s"}"#, "its field `id` is a list, not a string or a number"),
        ] {
            assert_eq!(one(line, "summary"), Err(due.to_owned()), "{line}");
        }
    }

    #[test]
    fn lines_are_numbered_and_compressed_files_are_known() {
        let names = names("summary");
        let lines = "\u{FEFF}{\"id\":1,\"text\":\"t\",\"summary\":\"s\",\"lang\":\"en\"}\r\n\n{}\n";
        let numbers = read(lines.as_bytes(), &names).expect("it is not compressed");
        let numbers: Vec<(u64, bool)> = numbers
            .map(|line| {
                line.map_or_else(|bad| (bad.line, false), |good| (good.line, good.language.as_deref() == Some("en")))
            })
            .collect();
        assert_eq!(numbers, [(1, true), (3, false)]);
        assert!(
            read(b"\x1F\x8B\x08", &names).err().is_some_and(|message| message.contains("zcat FILE | summarise eval -"))
        );
    }
}
