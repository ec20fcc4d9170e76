//! What formats for people share: the words for a block, and which characters of a foreign text are shown. A summary is
//! often printed on a terminal, so nothing that a text holds may steer it.

use serde_json::Value as Json;
use summariser_core::{Attribute, Block, BlockKind, Value};

use crate::diagnostic::shown;
use crate::report::Report;

/// What follows a block that is longer than asked.
pub(super) const OVER_LENGTH: &str = "(longer than asked)";
/// What stands in place of a summary that says nothing.
pub(super) const NOTHING: &str = "(nothing to summarise)";

/// A text with nothing in it that steers a terminal, on one line, every run of white space as one space.
pub(super) fn shown_line(text: &str) -> String {
    shown(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of a block, with an ellipsis where words were cut off.
pub(super) fn said(block: &Block) -> String {
    let mut text = shown(block.text.as_deref().unwrap_or_default()).trim().to_owned();
    if block.clipped && !text.is_empty() && !text.ends_with('…') && !text.ends_with("...") {
        text.push('…');
    }
    text
}

/// What a document is called: its id, or where it is from if it has none.
pub(super) fn name(report: &Report) -> String {
    let name = match &report.id {
        Json::String(id) if !id.trim().is_empty() => shown_line(id),
        Json::Number(id) => id.to_string(),
        _ => shown_line(&report.source),
    };
    if name == "-" { "standard input".to_owned() } else { name }
}

/// Why a block is there, as far as it says: its rank, and what spoke for it and against it. Of a note, why a sentence was
/// left. Empty where nothing is said.
pub(super) fn explanation(block: &Block) -> String {
    let value = |key: &str| block.attributes.iter().find(|attribute| attribute.key == key).map(|found| &found.value);
    let rank = match value("rank") {
        Some(Value::Number(rank)) => format!("rank {}", summariser_core::summary::number(*rank)),
        _ => String::new(),
    };
    let left = match value("left") {
        Some(Value::Text(left)) => shown_line(left),
        _ => String::new(),
    };
    let (pros, cons): (Vec<_>, Vec<_>) = block.reasons().partition(|(_, weight)| *weight > 0.0);
    let list = |opening: &str, reasons: Vec<(String, f64)>| {
        // A true minus is as wide as the plus.
        let sign = |weight: f64| if weight > 0.0 { '+' } else { '−' };
        let reasons =
            reasons.iter().map(|(name, weight)| format!("{} {}{:.2}", shown_line(name), sign(*weight), weight.abs()));
        let reasons = reasons.collect::<Vec<_>>().join(", ");
        if reasons.is_empty() { reasons } else { format!("{opening} {reasons}") }
    };
    let join = |parts: [String; 2], between: &str| {
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
    };
    let reasons = join([list("because of", pros), list("in spite of", cons)], ", ");
    join([join([rank, left], ", "), reasons], " · ")
}

/// The text of a note with what it says about it.
pub(super) fn note(block: &Block) -> String {
    let (text, explanation) = (shown_line(&said(block)), explanation(block));
    match (text.is_empty(), explanation.is_empty()) {
        (_, true) => text,
        (true, false) => format!("({explanation})"),
        (false, false) if block.attributes.iter().any(|attribute| attribute.key == "left") => {
            format!("{text} (left: {explanation})")
        }
        (false, false) => format!("{text} ({explanation})"),
    }
}

/// A figure as people read it.
pub(super) struct Figure {
    /// What it is: the key with spaces.
    pub(super) label: String,
    /// Its value with the unit, unless the label says that already; or `n/a`.
    pub(super) value: String,
    /// Why there is no value.
    pub(super) reason: Option<String>,
    /// Whether the label is the figure, in words of the source, and the value where they stand.
    pub(super) quoted: bool,
}

/// A figure block as people read it.
pub(super) fn figure(block: &Block) -> Figure {
    let Some(Attribute { key, value, unit }) = block.attributes.first() else {
        return Figure { label: String::new(), value: shown_line(&said(block)), reason: None, quoted: false };
    };
    // A figure in the words of the source says what it counts, but often not of what: the words around it do.
    let context = block.attributes.iter().find(|attribute| attribute.key == "context").map(|found| &found.value);
    if let Some(Value::Text(context)) = context
        && (block.verbatim || block.text.as_deref().is_some_and(|text| !text.is_empty() && context.contains(text)))
    {
        return Figure { label: shown_line(&said(block)), value: shown_line(context), reason: None, quoted: true };
    }
    let label = shown_line(key).replace('_', " ");
    let said = shown_line(&said(block));
    let (mut text, reason) = match value {
        Value::Text(text) if said.is_empty() => (shown_line(text), None),
        Value::Number(number) if said.is_empty() => (summariser_core::summary::number(*number), None),
        Value::Text(_) | Value::Number(_) => (said, None),
        Value::Null { reason } if said.is_empty() => ("n/a".to_owned(), Some(shown_line(reason))),
        Value::Null { reason } => (said, Some(shown_line(reason))),
    };
    let unit = shown_line(unit.as_deref().unwrap_or_default());
    // A text of its own that is more than a number says what it counts.
    let bare = text.ends_with(|c: char| c.is_ascii_digit()) && !text.contains(char::is_alphabetic);
    if !unit.is_empty() && reason.is_none() && bare && !says(&label, &unit) {
        if !matches!(unit.as_str(), "%" | "°") {
            text.push(' ');
        }
        let singular = unit.strip_suffix('s').filter(|_| text.trim_end() == "1");
        text.push_str(singular.unwrap_or(&unit));
    }
    Figure { label, value: text, reason: reason.filter(|reason| !reason.is_empty()), quoted: false }
}

/// Whether a label says a unit, in the singular or in the plural.
fn says(label: &str, unit: &str) -> bool {
    let stem = |text: &str| {
        let words = text.split(' ').map(|word| word.to_lowercase().trim_end_matches('s').to_owned());
        words.collect::<Vec<_>>().join(" ")
    };
    format!(" {} ", stem(label)).contains(&format!(" {} ", stem(unit)))
}

/// The blocks in runs of the same kind, which formats set together; notes stand among the points of a list.
pub(super) fn runs(blocks: &[Block]) -> impl Iterator<Item = (BlockKind, &[Block])> {
    let listed = |block: &Block| if block.kind == BlockKind::Note { BlockKind::Bullet } else { block.kind };
    blocks
        .chunk_by(move |one, other| listed(one) == listed(other))
        .filter_map(move |run| Some((listed(run.first()?), run)))
}
