//! The format for people: what one likes to read on a terminal of 80 columns. Lines are wrapped before they are
//! coloured, so that colour changes nothing but colour.

use std::fmt::Write as _;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use summariser_core::{Block, BlockKind};
use textwrap::core::display_width;
use textwrap::{Options, WordSeparator, WrapAlgorithm};

use super::shown::{NOTHING, OVER_LENGTH, explanation, figure, name, note, runs, said, shown_line};
use super::{Look, Renderer};
use crate::report::{BadInput, Report, Section};

/// Fewer columns than this are no use to wrap at.
const NARROWEST: usize = 24;
/// The widest column of labels; a longer label pushes its value to the right.
const WIDEST_LABEL: usize = 32;

/// Renders for people.
pub(super) struct Text {
    look: Look,
}

impl Text {
    /// A renderer of this look.
    pub(super) fn new(look: Look) -> Text {
        let width = look.width.map(|width| width.max(NARROWEST));
        Text { look: Look { width, ..look } }
    }

    /// A section's lines; none if it says nothing.
    fn section(&self, section: &Section) -> Vec<String> {
        match &section.result {
            Ok(blocks) => {
                let groups = runs(blocks).map(|(kind, run)| self.group(kind, run));
                join(groups.filter(|lines| !lines.is_empty()))
            }
            Err(failure) => {
                let text = format!("! {}: {}", shown_line(&section.plugin), shown_line(&failure.message));
                self.paint(self.wrap("", "  ", &text), AnsiColor::Red.on_default())
            }
        }
    }

    /// The lines of blocks of the same kind.
    fn group(&self, kind: BlockKind, blocks: &[Block]) -> Vec<String> {
        match kind {
            BlockKind::Figure => self.figures(blocks),
            BlockKind::Keyword => self.keywords(blocks),
            BlockKind::Headline => {
                let lines = blocks.iter().flat_map(|block| self.block(block, "", "", Style::new().bold()));
                lines.collect()
            }
            BlockKind::Bullet => blocks.iter().flat_map(|block| self.point(block)).collect(),
            BlockKind::Sentence => blocks.iter().flat_map(|block| self.block(block, "", "", Style::new())).collect(),
            // Paragraphs stand apart, and so does what later versions may say.
            _ => {
                let paragraphs = blocks.iter().map(|block| self.block(block, "", "", Style::new()));
                join(paragraphs.filter(|lines| !lines.is_empty()))
            }
        }
    }

    /// One point of a list and why it is there; or a note among them.
    fn point(&self, block: &Block) -> Vec<String> {
        let dim = |first: &str, text: &str| {
            if text.is_empty() { Vec::new() } else { self.paint(self.wrap(first, "  ", text), Style::new().dimmed()) }
        };
        if block.kind == BlockKind::Note {
            return dim("· ", &note(block));
        }
        let mut lines = self.block(block, "• ", "  ", Style::new());
        lines.extend(dim("  ", &explanation(block)));
        lines
    }

    /// One block with its indents; no line if it says nothing.
    fn block(&self, block: &Block, first: &str, rest: &str, style: Style) -> Vec<String> {
        let mut text = said(block);
        if text.is_empty() {
            return Vec::new();
        }
        if block.kind != BlockKind::Paragraph {
            text = shown_line(&text);
        }
        if !block.over_length {
            return self.paint(self.wrap(first, rest, &text), style);
        }
        // Held together by no-break spaces, the note stays on the last line, and only it is dim.
        let note = OVER_LENGTH.replace(' ', "\u{A0}");
        let mut lines = self.wrap(first, rest, &format!("{text} {note}"));
        let last = lines.pop().unwrap_or_default();
        let kept = last.strip_suffix(&note).unwrap_or(&last).to_owned();
        let mut lines = self.paint(lines, style);
        let kept = if kept.trim().is_empty() { vec![kept] } else { self.paint(vec![kept], style) };
        let note = self.paint(vec![OVER_LENGTH.to_owned()], Style::new().dimmed());
        lines.push([kept.concat(), note.concat()].concat());
        lines
    }

    /// Keywords in one paragraph; a line never breaks within one, nor before a dot.
    fn keywords(&self, blocks: &[Block]) -> Vec<String> {
        let words = blocks.iter().map(|block| shown_line(&said(block)).replace(' ', "\u{A0}"));
        let text = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("\u{A0}· ");
        if text.is_empty() {
            return Vec::new();
        }
        let lines = match self.look.width {
            None => vec![text],
            Some(width) => {
                let options = Options::new(width)
                    .word_separator(WordSeparator::AsciiSpace)
                    .wrap_algorithm(WrapAlgorithm::FirstFit)
                    .break_words(false);
                textwrap::wrap(&text, options).into_iter().map(String::from).collect()
            }
        };
        lines.into_iter().map(|line| line.replace('\u{A0}', " ")).collect()
    }

    /// Figures as a table of two columns. Values are of all kinds (numbers, texts, reasons), and those align on the
    /// left.
    fn figures(&self, blocks: &[Block]) -> Vec<String> {
        let figures: Vec<_> = blocks.iter().map(figure).filter(|figure| !figure.value.is_empty()).collect();
        let widest = self.look.width.map_or(WIDEST_LABEL, |width| WIDEST_LABEL.min(width / 2));
        let widths = figures.iter().map(|figure| display_width(&figure.label));
        let column = widths.filter(|width| *width <= widest).max().unwrap_or(0);
        let hanging = " ".repeat(column + 2);
        let mut lines = Vec::new();
        for figure in &figures {
            let pad = column.saturating_sub(display_width(&figure.label)) + 2;
            let first = format!("{}{}", figure.label, " ".repeat(pad));
            let (text, style) = match &figure.reason {
                Some(reason) => (format!("{} ({reason})", figure.value), Style::new().dimmed()),
                None if figure.quoted => (figure.value.clone(), Style::new().dimmed()),
                None => (figure.value.clone(), Style::new()),
            };
            let of_label = if figure.quoted { Style::new() } else { Style::new().dimmed() };
            let (first, text) = if figure.label.is_empty() { (hanging.clone(), text) } else { (first, text) };
            let mut wrapped = self.wrap(&first, &hanging, &text).into_iter();
            if let Some(line) = wrapped.next() {
                let value = line.get(first.len()..).unwrap_or_default().to_owned();
                let label = self.paint(vec![figure.label.clone()], of_label).concat();
                let value = self.paint(vec![value], style).concat();
                let space = first.get(figure.label.len()..).unwrap_or_default();
                lines.push(format!("{label}{space}{value}").trim_end().to_owned());
            }
            lines.extend(self.paint(wrapped.collect(), style));
        }
        lines
    }

    /// The lines of a text, the first after `first`, the others after `rest`.
    fn wrap(&self, first: &str, rest: &str, text: &str) -> Vec<String> {
        let Some(width) = self.look.width else {
            let lines = text.lines().enumerate();
            return lines.map(|(n, line)| format!("{}{line}", if n == 0 { first } else { rest })).collect();
        };
        // A long word (an address, say) is left whole: broken, it could no longer be copied.
        let options = Options::new(width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .wrap_algorithm(WrapAlgorithm::FirstFit)
            .break_words(false);
        textwrap::wrap(text, options).into_iter().map(String::from).collect()
    }

    /// The lines in a style, if there is to be colour. Indents stay plain, and every line ends its own style.
    fn paint(&self, lines: Vec<String>, style: Style) -> Vec<String> {
        if !self.look.colour || style == Style::new() {
            return lines;
        }
        let paint = |line: String| {
            let text = line.trim_start_matches(' ');
            let indent = line.get(..line.len() - text.len()).unwrap_or_default();
            if text.is_empty() { line } else { format!("{indent}{style}{text}{style:#}") }
        };
        lines.into_iter().map(paint).collect()
    }
}

impl Renderer for Text {
    fn between(&self) -> &'static str {
        "\n"
    }

    fn document(&mut self, report: &Report, out: &mut dyn Write) -> io::Result<()> {
        let sections = report.sections.iter().map(|section| self.section(section));
        let mut lines = join(sections.filter(|lines| !lines.is_empty()));
        if lines.is_empty() {
            lines = self.paint(vec![NOTHING.to_owned()], Style::new().dimmed());
        }
        let mut text = String::new();
        if self.look.many {
            // As `head` and `tail` write it: unlike a headline even without colour.
            let heading = vec![format!("==> {} <==", name(report))];
            lines.splice(0..0, self.paint(heading, AnsiColor::Cyan.on_default()));
        }
        for line in lines {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{line}");
        }
        out.write_all(text.as_bytes())
    }

    fn bad_input(&mut self, _: &BadInput, _: &mut dyn Write) -> io::Result<()> {
        // The message is on stderr, and nothing can be said of the text.
        Ok(())
    }
}

/// Groups of lines with a blank line between them.
fn join(groups: impl Iterator<Item = Vec<String>>) -> Vec<String> {
    groups
        .reduce(|mut lines, group| {
            lines.push(String::new());
            lines.extend(group);
            lines
        })
        .unwrap_or_default()
}
