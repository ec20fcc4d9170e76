//! What Markdown, HTML and TeX have in running text beside what one reads: addresses of links, pictures, marks of emphasis,
//! tags, commands. Only what is surely one is taken for one: a star is also a footnote's, a line also in the name of a file, and
//! what stands between backticks is program text.

use std::ops::Range;

use crate::link::{self, tag};
use crate::{note, tex};

/// Emphasis that is no nearer its end is none, in bytes.
const LONGEST: usize = 400;
/// Tags; what else stands in such brackets may be a word that somebody is to put in.
const TAGS: [&str; 25] = [
    "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "picture", "q",
    "s", "small", "source", "span", "strong", "sub", "sup", "tt", "u",
];
/// Tags that divide what stands on both sides.
const DIVIDING_TAGS: [&str; 25] = [
    "blockquote",
    "br",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];
/// White space by its name.
const SPACES: [&str; 4] = ["&emsp;", "&ensp;", "&nbsp;", "&thinsp;"];

/// Whether a text may have something beside what one reads of it.
pub(crate) fn may_be_in(text: &str) -> bool {
    text.bytes().fold(false, |found, byte| found | matches!(byte, b'[' | b'*' | b'_' | b'<' | b'&' | b'\\'))
}

/// What a reader does not see of a text: of links all but their labels, pictures whole, marks of emphasis, tags, commands of
/// TeX; in order, disjoint.
pub(crate) fn unseen(text: &str) -> Vec<Range<usize>> {
    let mut links = if text.contains('[') { link::unseen(text) } else { Vec::new() };
    if !links.is_empty() && text.contains('`') {
        let programs = programs(text);
        links.retain(|link| !programs.iter().any(|it| it.start <= link.start && link.end <= it.end));
    }
    let notes = if text.contains('[') { notes(text) } else { Vec::new() };
    let commands = if text.contains('\\') { tex::unseen(text) } else { Vec::new() };
    for it in notes.into_iter().chain(commands) {
        if links.iter().all(|link| link.end <= it.start || it.end <= link.start) {
            links.push(it);
        }
    }
    links.sort_unstable_by_key(|range| range.start);
    let marks = marks(text, &links);
    if !marks.is_empty() {
        links.extend(marks);
        links.sort_unstable_by_key(|range| range.start);
    }
    links
}

/// Marks of notes, as encyclopedias have them: `in 1982[3]`, `[citation needed]`. Where a word leads to one, as in papers, it
/// is part of the sentence: `as in [3]`.
fn notes(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    // Of several in a row the word before the first one counts.
    let (mut first, mut end) = (0, 0);
    while let Some(next) = text[at..].find('[') {
        let start = at + next;
        at = start + 1;
        let near = text.as_bytes()[at..].iter().take(note::LONGEST + 1);
        let Some(length) = near.into_iter().position(|byte| *byte == b']') else { continue };
        let (inside, behind) = (&text[at..at + length], &text[at + length + 1..]);
        first = if end == start { first } else { start };
        end = at + length + 1;
        let before = text[..first].trim_end();
        let led = tex::leads(before.rsplit(char::is_whitespace).next().unwrap_or_default());
        if note::is_mark(inside) && !before.is_empty() && !led && !behind.starts_with(['(', ':']) {
            found.push(start..end);
        }
    }
    found
}

/// A run of stars or lines that may begin emphasis.
struct Open {
    range: Range<usize>,
    mark: u8,
}

/// The marks of emphasis and the tags outside what is hidden already.
fn marks(text: &str, hidden: &[Range<usize>]) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let (mut found, mut open): (Vec<Range<usize>>, Vec<Open>) = (Vec::new(), Vec::new());
    let mut hidden = hidden.iter().peekable();
    let mut at = 0;
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| b"*_`<&".contains(byte))) {
        at += next;
        while hidden.next_if(|range| range.end <= at).is_some() {}
        let (byte, rest) = (bytes[at], &text[at..]);
        let escaped = at > 0 && bytes[at - 1] == b'\\';
        if let Some(range) = hidden.peek().filter(|range| range.start <= at) {
            at = range.end;
            continue;
        }
        if byte == b'<' {
            let length = tag(rest).filter(|length| !escaped && is_unseen_tag(text, at..at + length));
            found.extend(length.map(|length| at..at + length));
            at += length.unwrap_or(1);
            continue;
        }
        if byte == b'&' {
            let space = SPACES.iter().find(|space| rest.starts_with(**space)).map_or(0, |space| space.len());
            if space > 0 {
                found.push(at..at + space);
            }
            at += space.max(1);
            continue;
        }
        let run = rest.len() - rest.trim_start_matches(char::from(byte)).len();
        let range = at..at + run;
        at += run;
        if byte == b'`' {
            at = closing_ticks(bytes, at, run).unwrap_or(at);
        } else if run <= 3 && !escaped {
            let (opens, closes) = flanks(text, &range);
            // "*ser*ialize"
            let ends = closes || byte == b'*' && !text[..range.start].ends_with(char::is_whitespace);
            let partner = open.iter().rposition(|it| it.mark == byte && it.range.len() == run).filter(|_| ends);
            match partner {
                Some(partner) if emphasises(text, &open[partner], &range) => {
                    found.push(open[partner].range.clone());
                    found.push(range);
                    open.truncate(partner);
                }
                _ if opens => open.push(Open { range, mark: byte }),
                // Its other half is in another sentence.
                _ if closes && byte == b'*' && run > 1 => found.push(range),
                _ => {}
            }
        }
    }
    found.extend(open.into_iter().filter(|it| it.mark == b'*' && it.range.len() > 1).map(|it| it.range));
    found
}

/// Whether a run may begin emphasis, and whether it may end it: it touches what is emphasised, and nothing else.
fn flanks(text: &str, run: &Range<usize>) -> (bool, bool) {
    let before = text[..run.start].chars().next_back();
    let after = text[run.end..].chars().next();
    let is_apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let touches = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
    (is_apart(before) && touches(after), touches(before) && is_apart(after))
}

/// Whether two runs stand around what is emphasised. `__name__` is one of a program.
fn emphasises(text: &str, open: &Open, close: &Range<usize>) -> bool {
    let inside = &text[open.range.end..close.start];
    let is_name = open.mark == b'_' && open.range.len() > 1 && !inside.contains(char::is_whitespace);
    !is_name && inside.len() <= LONGEST && inside.contains(char::is_alphanumeric)
}

/// All program text between backticks.
fn programs(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(next) = text[at..].find('`') {
        let start = at + next;
        let run = text[start..].len() - text[start..].trim_start_matches('`').len();
        at = program_text(text, start).inspect(|end| found.push(start..*end)).unwrap_or(start + run);
    }
    found
}

/// Where the program text ends that begins at a place with a backtick.
pub(crate) fn program_text(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let run = bytes.get(at..)?.iter().take_while(|byte| **byte == b'`').count();
    let end = closing_ticks(bytes, at + run, run).filter(|_| run > 0)?;
    // ``Quotation marks'', as papers are set.
    (!text.get(at..end)?.contains("''")).then_some(end)
}

/// Where the program text ends that some backticks open.
fn closing_ticks(bytes: &[u8], mut at: usize, run: usize) -> Option<usize> {
    while let Some(next) = bytes.get(at..)?.iter().position(|byte| *byte == b'`') {
        at += next;
        let ticks = bytes[at..].iter().take_while(|byte| **byte == b'`').count();
        at += ticks;
        if ticks == run {
            return Some(at);
        }
    }
    None
}

/// Whether a tag is one of those that are known, or a comment; one that divides must not join two words.
fn is_unseen_tag(text: &str, range: Range<usize>) -> bool {
    let inside = text[range.clone()].trim_start_matches(['<', '/']);
    let name = inside.find(|c: char| !c.is_ascii_alphanumeric()).map_or(inside, |end| &inside[..end]);
    let is_apart = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let apart = || is_apart(text[..range.start].chars().next_back()) || is_apart(text[range.end..].chars().next());
    let is_one_of = |tags: &[&str]| tags.iter().any(|tag| name.eq_ignore_ascii_case(tag));
    inside.starts_with("!--") || is_one_of(&TAGS) || is_one_of(&DIVIDING_TAGS) && apart()
}

/// Asserts what is left of a text of which some ranges are not seen.
#[cfg(test)]
pub(crate) fn check_seen(text: &str, unseen: &[Range<usize>], seen: &str) {
    let mut left = text.to_owned();
    unseen.iter().rev().for_each(|range| left.replace_range(range.clone(), ""));
    assert_eq!(left, seen, "{text}");
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_reader_sees_neither_marks_of_emphasis_nor_tags() {
        let check = |text, seen| super::check_seen(text, &super::unseen(text), seen);
        check("**A mill** that *never* rests, _they_ say.", "A mill that never rests, they say.");
        check("***Never*** use __two words__ (**or three**).", "Never use two words (or three).");
        check("To *ser*ialize mills", "To serialize mills");
        check("**The mill.", "The mill.");
        check("of Holm.** It", "of Holm. It");
        check(
            "**[The *guide*](docs/a_b_c.md)** says `a * b * c` and `**kwargs`.",
            "The guide says `a * b * c` and `**kwargs`.",
        );
        check("H<sub>2</sub>O at <b>two</b> <br> or <a href=\"x\">three</a> <!-- no -->.", "H2O at two  or three .");
        check("<h1>Mills &emsp; of Holm</h1>", "Mills  of Holm");
        check(
            "Bo Tarn (born 1982)[1][22] bakes,[3] mostly at dawn.[citation needed]",
            "Bo Tarn (born 1982) bakes, mostly at dawn.",
        );
        for prose in [
            "The price* and the tax* are 3 * 4 * 5.",
            "*Without tax. *With tax",
            "snake_case and _private but __init__ and __name__ too",
            "f**k, s***s and 2**3 or a**b",
            "Put <your name> here, <ann@holm.example> or <https://holm.example>; 1 < 2 > 0.",
            "one<br>two",
            "\\*not this\\* and ****",
            "** alone ** and _ alone _",
            "an open `tick and *",
            "as in [3] and by [4][5], list[0](x), [6]: a note, [12345] and [open",
            "",
        ] {
            check(prose, prose);
        }
    }
}
