//! CommonMark. Characters of a text are escaped only where they would act, so that the source stays readable; nothing
//! is wrapped, because whatever shows Markdown does that.

use std::io::{self, Write};

use summariser_core::{Block, BlockKind};

use super::shown::{NOTHING, OVER_LENGTH, explanation, figure, name, note, runs, said, shown_line};
use super::{Look, Renderer};
use crate::report::{BadInput, Report, Section};

/// Renders Markdown.
pub(super) struct Markdown {
    many: bool,
}

impl Markdown {
    /// A renderer of this look.
    pub(super) fn new(look: Look) -> Markdown {
        Markdown { many: look.many }
    }

    /// A section; empty if it says nothing.
    fn section(&self, section: &Section) -> String {
        match &section.result {
            Ok(blocks) => paragraphs(runs(blocks).map(|(kind, run)| self.group(kind, run))),
            Err(failure) => {
                let plugin = escape(&shown_line(&section.plugin), Place::Inline);
                format!("> **{plugin} failed:** {}", escape(&shown_line(&failure.message), Place::Inline))
            }
        }
    }

    /// Blocks of the same kind.
    fn group(&self, kind: BlockKind, blocks: &[Block]) -> String {
        let lines = |prefix: &str, place| {
            let texts =
                blocks.iter().map(|block| (block, shown_line(&said(block)))).filter(|(_, text)| !text.is_empty());
            texts.map(|(block, text)| format!("{prefix}{}", noted(block, escape(&text, place)))).collect::<Vec<_>>()
        };
        match kind {
            BlockKind::Headline => lines(if self.many { "### " } else { "# " }, Place::Heading).join("\n\n"),
            BlockKind::Bullet => blocks.iter().filter_map(point).collect::<Vec<_>>().join("\n"),
            BlockKind::Sentence => lines("", Place::LineStart).join("\n"),
            BlockKind::Keyword => {
                let words = blocks.iter().map(|block| shown_line(&said(block))).filter(|word| !word.is_empty());
                escape(&words.collect::<Vec<_>>().join(", "), Place::LineStart)
            }
            BlockKind::Figure => table(blocks),
            // A paragraph's text may be several; so may what later versions say.
            _ => paragraphs(blocks.iter().map(|block| {
                let text = said(block);
                let all = paragraphs(text.split("\n\n").map(|part| escape(&shown_line(part), Place::LineStart)));
                if all.is_empty() { all } else { noted(block, all) }
            })),
        }
    }
}

/// A text with the note that it is longer than asked, if it is.
fn noted(block: &Block, text: String) -> String {
    if block.over_length { format!("{text} *{OVER_LENGTH}*") } else { text }
}

/// One point of a list, with why it is there below it; or a note among them.
fn point(block: &Block) -> Option<String> {
    if block.kind == BlockKind::Note {
        let text = note(block);
        return (!text.is_empty()).then(|| format!("- *{}*", escape(&text, Place::Inline)));
    }
    let (text, why) = (shown_line(&said(block)), explanation(block));
    let below = if why.is_empty() { why } else { format!("\n  - {}", escape(&why, Place::LineStart)) };
    (!text.is_empty()).then(|| format!("- {}{below}", noted(block, escape(&text, Place::LineStart))))
}

/// Figures as a table.
fn table(blocks: &[Block]) -> String {
    let figures: Vec<_> = blocks.iter().map(figure).filter(|figure| !figure.value.is_empty()).collect();
    let value = if figures.iter().all(|figure| figure.quoted) { "In the text" } else { "Value" };
    let rows: Vec<String> = figures
        .into_iter()
        .map(|figure| {
            let reason = figure.reason.map_or_else(String::new, |reason| format!(" ({reason})"));
            let value = escape(&format!("{}{reason}", figure.value), Place::Cell);
            format!("| {} | {value} |", escape(&figure.label, Place::Cell))
        })
        .collect();
    if rows.is_empty() { String::new() } else { format!("| Figure | {value} |\n| --- | --- |\n{}", rows.join("\n")) }
}

/// The parts that say something, with a blank line between them.
fn paragraphs(parts: impl Iterator<Item = String>) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

impl Renderer for Markdown {
    fn between(&self) -> &'static str {
        "\n"
    }

    fn document(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let heading = if self.many { format!("## {}", escape(&name(report), Place::Heading)) } else { String::new() };
        let mut said = paragraphs(report.sections.iter().map(|section| self.section(section)));
        if said.is_empty() {
            said = format!("*{NOTHING}*");
        }
        let text = format!("{}\n", paragraphs([heading, said].into_iter()));
        out.write_all(text.as_bytes())
    }

    fn bad_input(&mut self, _: &BadInput, _: &mut dyn Write) -> io::Result<()> {
        // The message is on stderr, and nothing can be said of the text.
        Ok(())
    }
}

/// Where a text comes to stand, which decides what acts in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the start of a line or of a bullet.
    LineStart,
    /// Within a heading.
    Heading,
    /// In a cell of a table.
    Cell,
    /// After something else on the line.
    Inline,
}

/// One line of text, with a backslash before every character that would act as Markdown.
pub(super) fn escape(text: &str, place: Place) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let start = if place == Place::LineStart { marker(text) } else { None };
    let closing = if place == Place::Heading { closing_hashes(text) } else { None };
    for (at, c) in text.char_indices() {
        let (before, from) = text.split_at(at);
        if Some(at) == start || Some(at) == closing || acts(c, before, from, place) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Where the character is that would make a list, heading, quotation, rule or fence of the beginning of a line.
fn marker(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let is = match first {
        '>' => true,
        '#' => {
            let rest = text.trim_start_matches('#');
            text.len() - rest.len() <= 6 && ends(rest)
        }
        '-' | '+' | '*' | '=' => {
            // A line of nothing else would be a rule, or make a heading of the line above.
            ends(text.get(1..).unwrap_or_default()) || text.chars().all(|c| c == first || c == ' ')
        }
        '~' => text.starts_with("~~~"),
        '_' => text.chars().all(|c| matches!(c, '_' | ' ')),
        _ => false,
    };
    if is {
        return Some(0);
    }
    // `12.` and `12)` begin numbered lists; there the sign after the digits takes the backslash.
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - rest.len();
    let numbered = (1..=9).contains(&digits) && rest.strip_prefix(['.', ')']).is_some_and(ends);
    numbered.then_some(digits)
}

/// Where a heading's last run of `#` begins, if Markdown would take it as the heading's end.
fn closing_hashes(text: &str) -> Option<usize> {
    let rest = text.trim_end_matches('#');
    (rest.len() < text.len() && (rest.is_empty() || rest.ends_with(' '))).then_some(rest.len())
}

/// Whether a character would act, between what stands before it and the rest, which begins with it.
fn acts(c: char, before: &str, from: &str, place: Place) -> bool {
    let after = from.get(c.len_utf8()..).unwrap_or_default();
    let next = after.chars().next();
    match c {
        '`' | '[' => true,
        // At the very end it would act on whatever is written next.
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
        '|' => place == Place::Cell,
        // A tag, comment or address.
        '<' => next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
        '&' => entity(after),
        // One that closes no deletion opens none.
        '~' => next == Some('~') || before.ends_with(|c: char| !c.is_whitespace()),
        '*' | '_' => {
            // What counts is what stands around the whole run of them.
            let previous = before.trim_end_matches(c).chars().next_back();
            let following = after.trim_start_matches(c).chars().next();
            let space = |side: Option<char>| side.is_none_or(char::is_whitespace);
            let within = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
            let apart = space(previous) && space(following);
            let inside_word = c == '_' && within(previous) && within(following);
            !apart && !inside_word
        }
        _ => false,
    }
}

/// Whether what follows an `&` makes it a character reference.
fn entity(after: &str) -> bool {
    let Some((name, _)) = after.split_once(';') else { return false };
    match name.strip_prefix('#') {
        Some(number) => !number.is_empty() && number.chars().all(|c| c.is_ascii_alphanumeric()),
        None => name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(|c| c.is_ascii_alphanumeric()),
    }
}
