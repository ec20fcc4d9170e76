//! A page of HTML that needs nothing else: no script, no address, a few lines of style. Every text that a summary quotes
//! carries where in the source it is (`data-spans`), and nothing that a text holds acts on the page.

use std::io::{self, Write};

use summariser_core::{Block, BlockKind};

use super::shown::{NOTHING, OVER_LENGTH, explanation, figure, name, note, runs, said, shown_line};
use super::{Look, Renderer};
use crate::report::{BadInput, Report, Section};

/// What stands before the first document. Its language is that of no text, since each has its own.
const HEAD: &str = "<!DOCTYPE html>
<html>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>Summary</title>
<style>
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
h1, h2 { line-height: 1.25 }
table { border-collapse: collapse; margin: 1rem 0 }
th, td { text-align: start; vertical-align: top; padding: .15rem 1.5rem .15rem 0; font-weight: normal }
th { min-width: 9rem }
article + article { border-top: 1px solid #8888; margin-top: 2rem }
small, .quiet { opacity: .7 }
.failed { color: #c22 }
</style>
";

/// Renders HTML.
pub(super) struct Html {
    many: bool,
}

impl Html {
    /// A renderer of this look.
    pub(super) fn new(look: Look) -> Html {
        Html { many: look.many }
    }

    /// A section; empty if it says nothing.
    fn section(&self, section: &Section) -> String {
        match &section.result {
            Ok(blocks) => runs(blocks).map(|(kind, run)| self.group(kind, run)).collect(),
            Err(failure) => {
                let (plugin, message) = (escape(&shown_line(&section.plugin)), escape(&shown_line(&failure.message)));
                format!("<p class=\"failed\"><strong>{plugin} failed:</strong> {message}</p>\n")
            }
        }
    }

    /// Blocks of the same kind.
    fn group(&self, kind: BlockKind, blocks: &[Block]) -> String {
        let each = |tag: &str| blocks.iter().map(|block| element(tag, block, &shown_line(&said(block)))).collect();
        let within = |tag: &str, inside: String| {
            if inside.is_empty() { inside } else { format!("<{tag}>\n{inside}</{tag}>\n") }
        };
        match kind {
            BlockKind::Headline => each(if self.many { "h2" } else { "h1" }),
            BlockKind::Bullet => within("ul", blocks.iter().map(point).collect()),
            BlockKind::Keyword => within("ul", each("li")),
            BlockKind::Figure => within("table", blocks.iter().map(row).collect()),
            BlockKind::Sentence => each("p"),
            // A paragraph's text may be several; so may what later versions say.
            _ => {
                let parts = blocks.iter().map(|block| (block, said(block)));
                let paragraphs = |(block, text): (&Block, String)| -> String {
                    text.split("\n\n").map(|part| element("p", block, &shown_line(part))).collect()
                };
                parts.map(paragraphs).collect()
            }
        }
    }
}

/// A block's text as an element, with where it is from; empty if it says nothing.
fn element(tag: &str, block: &Block, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let note = if block.over_length { format!(" <small>{OVER_LENGTH}</small>") } else { String::new() };
    format!("<{tag}{}>{}{note}</{tag}>\n", spans(block), escape(text))
}

/// One point of a list, with why it is there; or a note among them.
fn point(block: &Block) -> String {
    if block.kind == BlockKind::Note {
        let text = note(block);
        return if text.is_empty() {
            text
        } else {
            format!("<li{}><small>{}</small></li>\n", spans(block), escape(&text))
        };
    }
    let (point, why) = (element("li", block, &shown_line(&said(block))), explanation(block));
    match point.strip_suffix("</li>\n") {
        Some(open) if !why.is_empty() => format!("{open}<br><small>{}</small></li>\n", escape(&why)),
        _ => point,
    }
}

/// A figure as a row; empty if it says nothing.
fn row(block: &Block) -> String {
    let figure = figure(block);
    if figure.value.is_empty() {
        return String::new();
    }
    let reason = figure.reason.map_or_else(String::new, |reason| format!(" <small>({})</small>", escape(&reason)));
    // What is quieter: the words around a figure, or what a number is called.
    let (label, value) = if figure.quoted { ("", " class=\"quiet\"") } else { (" class=\"quiet\"", "") };
    let (said, of) = (escape(&figure.value), escape(&figure.label));
    format!("<tr{}><th{label}>{of}</th><td{value}>{said}{reason}</td></tr>\n", spans(block))
}

/// Where a block is from, as an attribute: bytes of the source, the last one left out.
fn spans(block: &Block) -> String {
    let spans: Vec<String> = block.spans.iter().map(|span| format!("{}-{}", span.start, span.end)).collect();
    if spans.is_empty() { String::new() } else { format!(" data-spans=\"{}\"", spans.join(" ")) }
}

/// A text in which nothing acts as HTML, within an element or an attribute in quotation marks.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

impl Renderer for Html {
    fn head(&self) -> &'static str {
        HEAD
    }

    fn document(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let heading = if self.many { format!("<h1>{}</h1>\n", escape(&name(report))) } else { String::new() };
        let mut said: String = report.sections.iter().map(|section| self.section(section)).collect();
        if said.is_empty() {
            said = format!("<p><small>{NOTHING}</small></p>\n");
        }
        let language = escape(&shown_line(&report.language));
        write!(out, "<article lang=\"{language}\" dir=\"auto\">\n{heading}{said}</article>\n")
    }

    fn bad_input(&mut self, _: &BadInput, _: &mut dyn Write) -> io::Result<()> {
        // The message is on stderr, and nothing can be said of the text.
        Ok(())
    }
}
