//! The formats for programs: one object for each document, indented or one a line. The order of the keys is that of the
//! structs here, and what would say nothing is left out.

use std::io::{self, Write};

use serde::{Serialize, Serializer};
use summariser_core::{Attribute, Block, BlockKind, Span, Value};

use super::layout::Layout;
use super::{Look, Renderer};
use crate::report::{BadInput, Report, SCHEMA_VERSION, Section};

/// Renders for programs.
pub(super) struct Json {
    indented: bool,
    /// An object is written whole, so that the writer sees one call and not one for every piece.
    buffer: Vec<u8>,
}

impl Json {
    /// Writes objects that are indented by two spaces.
    pub(super) fn indented(_: Look) -> Json {
        Json { indented: true, buffer: Vec::new() }
    }

    /// Writes one object a line.
    pub(super) fn lines(_: Look) -> Json {
        Json { indented: false, buffer: Vec::new() }
    }

    /// Writes an object and ends the line.
    fn write(&mut self, object: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
        self.buffer.clear();
        let layout = Layout::new(self.indented);
        object.serialize(&mut serde_json::Serializer::with_formatter(&mut self.buffer, layout))?;
        self.buffer.push(b'\n');
        out.write_all(&self.buffer)
    }
}

impl Renderer for Json {
    fn document(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        self.write(&DocumentObject::of(report), out)
    }

    fn bad_input(&mut self, bad: &BadInput, out: &mut dyn Write) -> io::Result<()> {
        let object = BadInputObject {
            schema_version: SCHEMA_VERSION,
            line: bad.line,
            id: &bad.id,
            source: &bad.source,
            error: ErrorObject { kind: "input", message: &bad.message },
        };
        self.write(&object, out)
    }
}

#[derive(Serialize)]
struct BadInputObject<'a> {
    schema_version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    id: &'a serde_json::Value,
    source: &'a str,
    error: ErrorObject<'a>,
}

#[derive(Serialize)]
struct ErrorObject<'a> {
    kind: &'static str,
    message: &'a str,
}

#[derive(Serialize)]
struct DocumentObject<'a> {
    schema_version: u32,
    id: &'a serde_json::Value,
    source: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding: Option<&'a str>,
    sections: Vec<SectionObject<'a>>,
}

impl<'a> DocumentObject<'a> {
    fn of(report: &'a Report) -> DocumentObject<'a> {
        DocumentObject {
            schema_version: SCHEMA_VERSION,
            id: &report.id,
            source: &report.source,
            language: &report.language,
            encoding: report.encoding.as_deref(),
            sections: report.sections.iter().map(SectionObject::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct SectionObject<'a> {
    plugin: &'a str,
    chain: &'a str,
    blocks: Vec<BlockObject<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<ErrorObject<'a>>,
}

impl<'a> SectionObject<'a> {
    fn of(section: &'a Section) -> SectionObject<'a> {
        let (blocks, error) = match &section.result {
            Ok(blocks) => (blocks.iter().map(BlockObject::of).collect(), None),
            Err(failure) => (Vec::new(), Some(ErrorObject { kind: failure.kind.name(), message: &failure.message })),
        };
        SectionObject { plugin: &section.plugin, chain: &section.chain, blocks, error }
    }
}

#[derive(Serialize)]
struct BlockObject<'a> {
    kind: &'static str,
    #[serde(flatten)]
    figure: Option<FigureObject<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spans: Option<Spans<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verbatim: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<Number>,
    #[serde(skip_serializing_if = "is_false")]
    over_length: bool,
    #[serde(skip_serializing_if = "is_false")]
    clipped: bool,
    #[serde(skip_serializing_if = "Attributes::is_empty")]
    attributes: Attributes<'a>,
}

/// What a figure has before everything else: its first attribute.
#[derive(Serialize)]
struct FigureObject<'a> {
    key: &'a str,
    value: Plain<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

impl<'a> BlockObject<'a> {
    fn of(block: &'a Block) -> BlockObject<'a> {
        let is_figure = block.kind == BlockKind::Figure;
        let (figure, rest) = match block.attributes.split_first() {
            Some((first, rest)) if is_figure => (Some(first), rest),
            _ => (None, block.attributes.as_slice()),
        };
        let figure = figure.map(|attribute| FigureObject {
            key: &attribute.key,
            value: Plain(&attribute.value),
            unit: attribute.unit.as_deref(),
            reason: reason(&attribute.value),
        });
        BlockObject {
            kind: block.kind.name(),
            figure,
            text: block.text.as_deref(),
            spans: (!is_figure || !block.spans.is_empty()).then_some(Spans(&block.spans)),
            verbatim: (!is_figure || block.verbatim).then_some(block.verbatim),
            score: block.score.map(|score| Number((score * 1e4).round() / 1e4)),
            over_length: block.over_length,
            clipped: block.clipped,
            attributes: Attributes(rest),
        }
    }
}

/// For `skip_serializing_if`, which asks for a reference.
fn is_false(flag: &bool) -> bool {
    !flag
}

/// Why a value is null, if it is.
fn reason(value: &Value) -> Option<&str> {
    if let Value::Null { reason } = value { Some(reason) } else { None }
}

/// Spans as pairs.
struct Spans<'a>(&'a [Span]);

impl Serialize for Spans<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|span| [span.start, span.end]))
    }
}

/// A number, without a decimal point where it is whole.
struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Beyond this, not every whole number is one of floating point.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if self.0.fract() == 0.0 && self.0.abs() <= EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// A value without its unit or reason.
struct Plain<'a>(&'a Value);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Text(text) => serializer.serialize_str(text),
            Value::Number(number) => Number(*number).serialize(serializer),
            Value::Null { .. } => serializer.serialize_unit(),
        }
    }
}

/// Attributes as an object; of several with one key the first counts.
struct Attributes<'a>(&'a [Attribute]);

impl Attributes<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Attributes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let repeated = |n: usize, key: &str| self.0.iter().take(n).any(|earlier| earlier.key == key);
        let once = self.0.iter().enumerate().filter(|(n, attribute)| !repeated(*n, &attribute.key));
        serializer.collect_map(once.map(|(_, attribute)| (&attribute.key, AttributeObject(attribute))))
    }
}

/// One attribute: its value, or an object where there is more to say.
struct AttributeObject<'a>(&'a Attribute);

impl Serialize for AttributeObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Full<'a> {
            value: Plain<'a>,
            #[serde(skip_serializing_if = "Option::is_none")]
            unit: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            reason: Option<&'a str>,
        }
        let (value, unit, reason) = (Plain(&self.0.value), self.0.unit.as_deref(), reason(&self.0.value));
        if unit.is_none() && reason.is_none() {
            value.serialize(serializer)
        } else {
            Full { value, unit, reason }.serialize(serializer)
        }
    }
}
