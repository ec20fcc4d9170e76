//! [`Block`]: lines without a blank one between them, divided into paragraphs. Each line is asked in turn whether it
//! bears the mark of a kind; the lines that bear none are text, joined where a full line was wrapped.

use memchr::memchr2;

use super::character::{is_blank, is_complex};
use super::code::looks_like_code;
use super::furniture;
use super::letter;
use super::line::{Line, begins_upper, first_word_width, fits, is_ended, width};
use super::mail;
use super::marker::{Marker, Style};
use super::newsroom;
use super::paragraph::{GUESSED, Paragraph, push};
use crate::{ParagraphKind, link};

/// The lines that were read since the last blank one, and the list that is going on.
pub(super) struct Block<'t> {
    text: &'t str,
    /// Every line is a paragraph.
    preserve: bool,
    /// Some line may be the row of a table.
    tabular: bool,
    /// The lines are one paragraph that was wrapped, whatever they happen to begin with.
    filled: bool,
    /// The text is Markdown: some line before began with `#` and a heading.
    markdown: bool,
    lines: Vec<Line>,
    /// The indentation of each open level of the list, and the mark of its last item.
    levels: Vec<(usize, Marker)>,
    /// The mark of the item before, if nothing but list items came since.
    item: Option<Marker>,
}

/// Lines wider than this were not wrapped by hand or by a mail program.
const WIDEST_WRAPPED: usize = 110;
/// A heading that nothing marks is not wider than this.
const WIDEST_HEADING: usize = 90;
/// The title that a text begins with may be wider: papers have long ones.
const WIDEST_TITLE: usize = 140;
/// Program text is set in by so many columns.
const CODE: usize = 4;
/// Lists are not nested deeper than this.
const DEEPEST: usize = 9;

impl<'t> Block<'t> {
    pub(super) fn new(text: &'t str, preserve: bool) -> Block<'t> {
        Block {
            text,
            preserve,
            tabular: false,
            filled: false,
            markdown: false,
            lines: Vec::new(),
            levels: Vec::new(),
            item: None,
        }
    }

    pub(super) fn push(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Divides the lines into paragraphs.
    pub(super) fn finish(&mut self, out: &mut Vec<Paragraph>) {
        if self.lines.is_empty() {
            return;
        }
        let lines = std::mem::take(&mut self.lines);
        let whole = lines.first().zip(lines.last()).and_then(|(first, last)| self.text.get(first.start..last.end));
        self.tabular = whole.is_some_and(|whole| memchr2(b'|', b'\t', whole.as_bytes()).is_some());
        self.filled = !self.preserve && is_filled(self.text, &lines);
        let indented = lines.iter().all(|line| line.indent >= CODE) && self.item.is_none();
        if indented && (self.markdown || looks_like_code(self.text, &lines)) {
            self.one(&lines, ParagraphKind::Code, 0, out);
        } else if lines.len() > 1
            && whole.is_some_and(|whole| whole.starts_with(['[', '!', '<']) && link::is_only_markup(whole))
        {
            // An address or a tag may go on in the next line.
            self.one(&lines, ParagraphKind::Furniture, 0, out);
        } else {
            let mut at = 0;
            while at < lines.len() {
                at = self.step(&lines, at, out).max(at + 1);
            }
        }
        self.lines = lines;
        self.lines.clear();
    }

    /// Appends one paragraph of whole lines.
    fn one(&self, lines: &[Line], kind: ParagraphKind, level: u8, out: &mut Vec<Paragraph>) {
        if let (Some(first), Some(last)) = (lines.first(), lines.last()) {
            push(out, self.text, first.start..last.end, kind, level);
        }
    }

    /// Makes the paragraph, or paragraphs, that begin with the line at `at`; returns the line to go on with.
    fn step(&mut self, lines: &[Line], at: usize, out: &mut Vec<Paragraph>) -> usize {
        let Some(line) = lines.get(at) else { return at };
        let content = line.of(self.text);
        let first = content.chars().next().unwrap_or(' ');
        if !first.is_alphanumeric() {
            if furniture::is_rule(content) {
                self.one(&[*line], ParagraphKind::Furniture, 0, out);
                return at + 1;
            }
            // A paragraph of prose may be wrapped before a link, so that only the first line of one is asked.
            if matches!(first, '[' | '!' | '<' | '-' | '*' | '+') && link::is_only_markup(content) {
                self.end_list();
                self.one(&[*line], ParagraphKind::Furniture, 0, out);
                return at + 1;
            }
            if let Some((level, mark)) = heading_mark(content) {
                self.end_list();
                self.markdown |= line.indent < CODE;
                let body = content.trim_end_matches(['#', ' ']).len().max(mark);
                push(out, self.text, line.start + mark..line.start + body, ParagraphKind::Heading, level);
                return at + 1;
            }
            if let Some((level, inside)) = html_heading(content) {
                self.end_list();
                push(out, self.text, line.start + inside.start..line.start + inside.end, ParagraphKind::Heading, level);
                return at + 1;
            }
            if first == '>' {
                return self.quote(lines, at, out);
            }
            // What stands under the line `--` is the signature of a mail.
            let rest = self.text.get(line.start..lines.last().map_or(line.end, |last| last.end)).unwrap_or_default();
            if content == "--" && letter::is_signature_block(rest) {
                self.one(lines.get(at..).unwrap_or_default(), ParagraphKind::Furniture, 0, out);
                return lines.len();
            }
        }
        if let Some(end) = self.table(lines, at) {
            self.end_list();
            for row in lines.get(at..end).unwrap_or_default() {
                let kind = if furniture::is_rule(row.of(self.text)) {
                    ParagraphKind::Furniture
                } else {
                    ParagraphKind::TableRow
                };
                self.one(&[*row], kind, 0, out);
            }
            return end;
        }
        if let Some(marker) = self.item_at(lines, at) {
            return self.list_item(lines, at, marker, out);
        }
        // A line under which another one of `=` or `-` is drawn.
        if let Some(under) = lines.get(at + 1).and_then(|next| underline(next.of(self.text))) {
            let alone = at == 0 || lines.get(at - 1).is_some_and(|before| furniture::is_rule(before.of(self.text)));
            if alone && fits(content, WIDEST_HEADING) {
                self.end_list();
                self.one(&[*line], ParagraphKind::Heading, under, out);
                return at + 2;
            }
        }
        let mut end = at + 1;
        while end < lines.len() && !self.begins_other(lines, end) {
            end += 1;
        }
        if line.indent == 0 {
            self.end_list();
        }
        self.text_lines(lines.get(at..end).unwrap_or_default(), lines.len() == 1, out);
        end
    }

    fn end_list(&mut self) {
        self.levels.clear();
        self.item = None;
    }

    /// Whether the line at `at` begins something else than more text.
    fn begins_other(&self, lines: &[Line], at: usize) -> bool {
        let Some(line) = lines.get(at) else { return true };
        if self.filled {
            return false;
        }
        let content = line.of(self.text);
        let first = content.chars().next().unwrap_or(' ');
        let marked = !first.is_alphanumeric()
            && (furniture::is_rule(content) || heading_mark(content).is_some() || first == '>');
        marked || self.table(lines, at).is_some() || self.item_at(lines, at).is_some()
    }

    /// Lines that begin with `>`. A new paragraph begins where a line ended with a full stop.
    fn quote(&mut self, lines: &[Line], at: usize, out: &mut Vec<Paragraph>) -> usize {
        self.end_list();
        let mut end = at;
        let mut from = None;
        while let Some(line) = lines.get(end).filter(|line| line.of(self.text).starts_with('>')) {
            let content = line.of(self.text);
            let mark = content.len() - content.trim_start_matches(|c: char| c == '>' || is_blank(c)).len();
            let begin = *from.get_or_insert(line.start + mark);
            let body = content.get(mark..).unwrap_or_default();
            let last = !lines.get(end + 1).is_some_and(|next| {
                let next = next.of(self.text);
                next.starts_with('>') && !next.trim_start_matches(|c: char| c == '>' || is_blank(c)).is_empty()
            });
            if last || is_ended(body) || body.is_empty() {
                push(out, self.text, begin..line.end, ParagraphKind::Quote, 0);
                from = None;
            }
            end += 1;
        }
        end
    }

    /// If a table begins at `at`, the line after it.
    fn table(&self, lines: &[Line], at: usize) -> Option<usize> {
        if !self.tabular {
            return None;
        }
        let columns = |line: &Line| {
            let content = line.of(self.text);
            let pipes = content.bytes().filter(|byte| *byte == b'|').count();
            if content.starts_with('|') && pipes >= 2 {
                return pipes.max(3);
            }
            let tabs = content.bytes().filter(|byte| *byte == b'\t').count();
            if pipes >= 2 { pipes } else { tabs }
        };
        let first = columns(lines.get(at)?);
        if first == 0 {
            return None;
        }
        let alike = |line: &&Line| columns(line) > 0;
        let rows = lines.get(at..)?.iter().take_while(alike).count();
        let framed = lines.get(at).is_some_and(|line| line.of(self.text).starts_with('|'));
        (rows >= 2 || (framed && first >= 3)).then_some(at + rows)
    }

    /// The mark of the line at `at`, if it begins a list item.
    fn item_at(&self, lines: &[Line], at: usize) -> Option<Marker> {
        let line = lines.get(at)?;
        let content = line.of(self.text);
        let marker = Marker::at(content)?;
        let rest = content.get(marker.len..).unwrap_or_default().trim_start_matches(is_blank);
        let letter = rest.chars().find(|c| c.is_alphanumeric())?;
        let next = self.sibling(lines, at, marker);
        let continues = self.item.is_some_and(|before| marker.follows(before) || marker.style == before.style)
            // `2.` behind `1.` with `a.` and `b.` under it.
            || self.levels.iter().any(|(indent, before)| *indent == line.indent && marker.follows(*before));
        // A list inside one line is divided by `sentences`.
        if !next && self.item.is_none() && marker.goes_on_in(rest) {
            return None;
        }
        let introduced = at == 0 || lines.get(at - 1).is_some_and(|before| before.of(self.text).ends_with([':', '：']));
        let sure = match marker.style {
            Style::Bullet => true,
            // A dash also opens what somebody says, but hardly in Markdown.
            Style::Dash if self.markdown && content.starts_with('-') => true,
            Style::Dash => continues || next || (introduced && at > 0) || line.indent > 0 && self.item.is_some(),
            Style::Digit => {
                continues || (next && (at == 0 || marker.ordinal == 1)) || (introduced && is_item_text(rest, letter))
            }
            Style::DigitBracket => continues || next || introduced,
            Style::Letter | Style::LetterBracket => continues && self.item.is_some_and(|b| marker.follows(b)) || next,
        };
        sure.then_some(marker)
    }

    /// Whether one of the next lines goes on with the list that `marker` begins.
    fn sibling(&self, lines: &[Line], at: usize, marker: Marker) -> bool {
        const NEAR: usize = 8;
        lines
            .iter()
            .skip(at + 1)
            .take(NEAR)
            .any(|line| Marker::at(line.of(self.text)).is_some_and(|other| other.follows(marker)))
    }

    fn list_item(&mut self, lines: &[Line], at: usize, marker: Marker, out: &mut Vec<Paragraph>) -> usize {
        let Some(line) = lines.get(at) else { return at + 1 };
        self.item = Some(marker);
        while self.levels.last().is_some_and(|(indent, _)| *indent > line.indent) {
            self.levels.pop();
        }
        let deep = self.levels.len();
        match self.levels.last_mut() {
            Some((indent, last)) if line.indent < *indent + 2 => *last = marker,
            _ if deep < DEEPEST => self.levels.push((line.indent, marker)),
            Some((_, last)) => *last = marker,
            None => {}
        }
        let level = u8::try_from(self.levels.len().max(1)).unwrap_or(u8::MAX);
        let mut end = at + 1;
        while !self.preserve && lines.get(end).is_some() && !self.begins_other(lines, end) {
            let (Some(before), Some(next)) = (lines.get(end - 1), lines.get(end)) else { break };
            // Text at the margin after an item that ended is a paragraph of its own.
            let body = next.of(self.text);
            if next.indent <= line.indent && is_ended(before.of(self.text)) && begins_upper(body) {
                break;
            }
            end += 1;
        }
        let last = lines.get(end - 1).map_or(line.end, |last| last.end);
        push(out, self.text, line.start + marker.len..last, ParagraphKind::ListItem, level);
        end
    }

    /// Divides lines that bear no mark into paragraphs.
    fn text_lines(&mut self, lines: &[Line], alone: bool, out: &mut Vec<Paragraph>) {
        if self.filled {
            return self.text_paragraph(lines, None, alone, out);
        }
        let wrap = Wrap::of(self.text, lines);
        let own = |line: Option<&Line>| line.and_then(|line| own_kind(line.of(self.text), alone));
        let attends = |line: Option<&Line>| line.is_some_and(|line| letter::is_attendance(line.of(self.text)));
        let mut attending = attends(lines.first());
        let mut kind = own(lines.first());
        let mut from = 0;
        // The indentation of the line that what is being read is hung under.
        let mut hung = None;
        for at in 1..=lines.len() {
            let (Some(before), next) = (lines.get(at - 1), lines.get(at)) else { break };
            let next_kind = own(next);
            let over = next.is_some_and(|next| wrap.hangs(self.text, before, next));
            if let Some(next) = next
                && !over
                && hung.is_none_or(|margin| next.indent > margin)
                && !(is_option(next.of(self.text)) && next.indent <= before.indent)
            {
                let special = kind.is_some() || next_kind.is_some();
                // A list of names goes on behind a title, and ends where something else begins.
                let names = attending && letter::lists_names(next.of(self.text));
                if names && !self.preserve && ends_in_title(before.of(self.text)) {
                    continue;
                }
                let left = attending && !names && begins_upper(next.of(self.text));
                if !(self.preserve || special || left || wrap.ends(before.of(self.text), next.of(self.text))) {
                    attending = names;
                    continue;
                }
            }
            let own = lines.get(from..at).unwrap_or_default();
            if over && hung.is_none() && from + 1 == at && is_capitals(before.of(self.text)) {
                self.one(own, ParagraphKind::Heading, 1, out);
            } else if hung.is_some() && looks_like_code(self.text, own) {
                self.one(own, ParagraphKind::Code, 0, out);
            } else {
                self.text_paragraph(own, kind, alone, out);
            }
            hung = if over {
                Some(before.indent)
            } else {
                hung.filter(|margin| next.is_some_and(|next| next.indent > *margin))
            };
            kind = next_kind;
            from = at;
            attending = attends(next);
        }
    }

    fn text_paragraph(&self, lines: &[Line], kind: Option<ParagraphKind>, alone: bool, out: &mut Vec<Paragraph>) {
        if let (Some(first), Some(last)) = (lines.first(), lines.last())
            && letter::begins_attendance(first.of(self.text))
            && self.text.get(first.start..last.end).is_some_and(letter::is_attendance)
        {
            return self.one(lines, ParagraphKind::Furniture, 0, out);
        }
        let [line] = lines else { return self.one(lines, ParagraphKind::Prose, 0, out) };
        let widest = if out.is_empty() { WIDEST_TITLE } else { WIDEST_HEADING };
        let line_text = line.of(self.text);
        let guessed =
            kind.is_none() && alone && !self.markdown && fits(line_text, widest) && is_heading_like(line_text);
        let level = if guessed { GUESSED } else { 0 };
        self.one(lines, kind.unwrap_or_default(), level, out);
    }
}

/// Whether a line ends in a short word with a full stop, as one does that was broken inside a name: `Mrs. P.`
fn ends_in_title(line: &str) -> bool {
    let word = line.rsplit(is_blank).next().unwrap_or_default();
    word.len() <= 6 && word.ends_with('.') && word.starts_with(char::is_uppercase)
}

/// The kind of a line that stands for itself, if it is neither prose nor heading.
fn own_kind(line: &str, alone: bool) -> Option<ParagraphKind> {
    if letter::is_formula(line) || mail::announces_mail(line) || (alone && letter::is_salutation(line)) {
        return Some(ParagraphKind::Furniture);
    }
    if alone && letter::is_place_and_date(line) {
        return Some(ParagraphKind::Dateline);
    }
    newsroom::own_line(line)
}

/// What the lines of a run say about where each of them was broken.
struct Wrap {
    /// The widest line.
    widest: usize,
    /// Every line but the last ends like a sentence.
    all_ended: bool,
    /// Three or more short lines, none of which ends like a sentence.
    verse: bool,
    /// The column in which the widest line ends, its indentation included.
    right: usize,
    /// How many lines begin with a label.
    labels: usize,
    /// Half the lines do.
    labelled: bool,
}

impl Wrap {
    fn of(text: &str, lines: &[Line]) -> Wrap {
        let mut wrap =
            Wrap { widest: 0, all_ended: true, verse: lines.len() >= 3, right: 0, labels: 0, labelled: false };
        if lines.len() < 2 {
            return wrap;
        }
        for (at, line) in lines.iter().enumerate() {
            let content = line.of(text);
            let columns = width(content);
            wrap.widest = wrap.widest.max(columns);
            wrap.right = wrap.right.max(line.indent + columns);
            let ended = is_ended(content);
            wrap.all_ended &= ended || at + 1 == lines.len();
            wrap.verse &= !ended;
            wrap.labels += usize::from(is_labelled(content));
        }
        wrap.labelled = wrap.labels >= 2 && 2 * wrap.labels >= lines.len();
        wrap.verse &= wrap.widest <= 40;
        wrap
    }

    /// Whether the next line is set in under this one, which had room for more: `NAME` and `--help` of a manual, terms and
    /// what they mean. Of a reference whose first line stands out, that line is full.
    fn hangs(&self, text: &str, before: &Line, next: &Line) -> bool {
        let (deeper, content) = (next.indent.saturating_sub(before.indent), next.of(text));
        deeper >= 2
            && (deeper >= 4 || begins_upper(content))
            && before.indent + width(before.of(text)) + 1 + first_word_width(content) + self.right / 6 < self.right
    }

    /// Whether a paragraph ends between two lines.
    fn ends(&self, before: &str, next: &str) -> bool {
        if self.verse {
            return true;
        }
        if !begins_upper(next) {
            return false;
        }
        let ended = is_ended(before);
        if ended && self.all_ended {
            return true;
        }
        // `Budget left: £3,180` under another line like it, or under a sentence.
        let label = is_labelled(next) && !ends_in_title(before);
        if label && (self.labelled || ended || (self.labels >= 2 && is_labelled(before))) {
            return true;
        }
        // Would the next line's first word have found room? Then nobody wrapped here.
        let short = width(before);
        let word = if next.chars().next().is_some_and(is_complex) { 2 } else { first_word_width(next) };
        let early = short + 1 + word + self.widest / 6 < self.widest;
        let unwrapped = self.widest > WIDEST_WRAPPED;
        if ended {
            return early || unwrapped;
        }
        // A caption with its credit, or a heading that stands right on its text.
        unwrapped && early && before.ends_with(')')
            || self.widest > 2 * WIDEST_WRAPPED && early && !before.ends_with([',', '，', '、'])
            || unwrapped
                && short <= WIDEST_HEADING
                && early
                && width(next) > 2 * short
                && !before.ends_with([',', '，', '、'])
    }
}

/// Whether lines are one paragraph that a program wrapped: none of them had room for the first word of the next one, which
/// hardly happens where lines are items, verses or sentences. Programs that weigh the raggedness of all lines leave more
/// room; then more lines must agree.
fn is_filled(text: &str, lines: &[Line]) -> bool {
    const FEW: usize = 4;
    const MANY: usize = 8;
    // Lists of short items have no room either; nobody wraps wider than this.
    const NARROWEST: usize = 30;
    const WIDEST: usize = 200;
    let Some(first) = lines.first() else { return false };
    if lines.len() < FEW || lines.iter().any(|line| line.indent != first.indent) {
        return false;
    }
    if !lines.iter().all(|line| fits(line.of(text), 2 * WIDEST)) {
        return false;
    }
    // A word that is too long for a line has one of its own, however wide that is.
    let breakable = |line: &&str| line.contains(|c: char| is_blank(c) || is_complex(c));
    let widest = lines.iter().map(|line| line.of(text)).filter(breakable).map(width).max().unwrap_or(0);
    if !(NARROWEST..=WIDEST).contains(&widest) {
        return false;
    }
    // A line that was cut may have ended in a space or, in East Asian scripts, before a mark that begins no line.
    let slack = if lines.len() < MANY { 2 } else { widest / 6 };
    let full = |(line, next): (&Line, &Line)| {
        let (width, next) = (width(line.of(text)), next.of(text));
        let word = if next.chars().next().is_some_and(is_complex) { 2 } else { first_word_width(next) };
        width + 1 + word + slack > widest
    };
    if !lines.iter().zip(lines.iter().skip(1)).all(full) {
        return false;
    }
    let marked = |line: &&Line| {
        let content = line.of(text);
        let first = content.chars().next().unwrap_or(' ');
        Marker::at(content).is_some() || matches!(first, '>' | '#' | '|') || content.contains('\t')
    };
    let ended = lines.iter().filter(|line| is_ended(line.of(text))).count();
    4 * lines.iter().filter(marked).count() <= lines.len() && 4 * ended <= 3 * lines.len()
}

/// Whether a line begins with an option of a program: `-a`, `--all`.
fn is_option(line: &str) -> bool {
    line.strip_prefix('-')
        .is_some_and(|rest| rest.strip_prefix('-').unwrap_or(rest).starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Whether a line is a few words in capitals.
fn is_capitals(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic()).count();
    letters > 1
        && fits(line, WIDEST_HEADING)
        && line.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '-' | '/' | '&' | ',' | ':' | '(' | ')'))
}

/// Whether a line begins with a label: up to four words, the first with a capital, a colon and a value.
fn is_labelled(line: &str) -> bool {
    const LONGEST_LABEL: usize = 32;
    let Some(colon) = line.bytes().take(LONGEST_LABEL).position(|byte| byte == b':') else { return false };
    let (label, value) = (line.get(..colon).unwrap_or_default(), line.get(colon + 1..).unwrap_or_default());
    let plain =
        label.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | '/' | '&' | '(' | ')'));
    let words = label.split(' ').count();
    plain && words <= 4 && label.starts_with(char::is_uppercase) && value.starts_with(is_blank) && value.len() > 1
}

/// `#` to `######`: the level and the length of the mark.
fn heading_mark(line: &str) -> Option<(u8, usize)> {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    let rest = line.get(marks..)?;
    let title = rest.trim_start_matches([' ', '\t']);
    let gap = rest.len() - title.len();
    ((1..=6).contains(&marks) && gap > 0 && !title.trim_matches(['#', ' ']).is_empty())
        .then_some((u8::try_from(marks).unwrap_or(6), marks + gap))
}

/// `<h1 align="center">A title</h1>`: its level, and what is between the tags.
fn html_heading(line: &str) -> Option<(u8, std::ops::Range<usize>)> {
    let level = line.strip_prefix("<h").or_else(|| line.strip_prefix("<H"))?.bytes().next()?;
    let (start, end) = (line.find('>')? + 1, line.len().checked_sub("</h1>".len())?);
    let close = line.get(end..)?;
    let closes = close.as_bytes().get(3) == Some(&level) && close.starts_with("</") && close.ends_with('>');
    ((b'1'..=b'6').contains(&level) && closes && start < end).then(|| (level - b'0', start..end))
}

/// A line of `=` or `-` that makes a heading of the line above: its level.
fn underline(line: &str) -> Option<u8> {
    let level = match line.bytes().next()? {
        b'=' => 1,
        b'-' => 2,
        _ => return None,
    };
    let first = line.chars().next()?;
    (line.len() >= 3 && line.chars().all(|c| c == first)).then_some(level)
}

/// Whether what follows a number with a full stop is an item's text and not the month of `12. August`.
fn is_item_text(rest: &str, letter: char) -> bool {
    const MONTHS: [&str; 24] = [
        "januar",
        "jänner",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
        "ocak",
        "şubat",
        "mart",
        "nisan",
        "mayıs",
        "haziran",
        "temmuz",
        "ağustos",
        "eylül",
        "ekim",
        "kasım",
    ];
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).take(12).flat_map(char::to_lowercase).collect();
    !letter.is_lowercase() && !MONTHS.contains(&word.as_str())
}

/// Whether a short line alone between blank lines may be a heading: begun like one, not ended like a sentence.
fn is_heading_like(line: &str) -> bool {
    let first = line.chars().next().unwrap_or(' ');
    let begins =
        first.is_uppercase() || first.is_numeric() || is_complex(first) || matches!(first, '“' | '"' | '¿' | '«');
    let stopped = line.ends_with(['.', ',', ';', ':', '…', '。', '，', '、', '：', '；', '।', '-', '–', '—']);
    // One stop inside may be an abbreviation's.
    let inside: usize = [". ", "! ", "? "].iter().map(|mark| line.matches(mark).count()).sum();
    let sentences = inside > usize::from(!line.ends_with(['!', '?']));
    begins && !stopped && !sentences && !line.ends_with(['"', '”', '»', '」', ')'])
}
