//! Links, pictures and addresses in plain text that is written as Markdown: `[text](address)`, `[text][name]`,
//! `![picture](address)`, `https://..`. Only what is surely one is taken for one, because a bracket of prose or of program
//! text must stay what it is. Every search ends a few hundred bytes after its bracket, so that all of it is linear.

use std::ops::Range;

/// Longer labels and addresses are none, in bytes.
const LONGEST: usize = 600;
/// A picture in a link, and brackets in its description: deeper ones are something else.
const DEEPEST: usize = 3;

/// A link, or a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Link {
    /// The whole of it.
    range: Range<usize>,
    /// What a reader sees of a link; of a picture, its description.
    label: Range<usize>,
    is_picture: bool,
    /// Its address, or the name of one.
    target: Range<usize>,
}

impl Link {
    /// The link or picture whose label opens at a place, if a bracket does.
    fn at(text: &str, open: usize) -> Option<Link> {
        let bytes = text.as_bytes();
        if bytes.get(open) != Some(&b'[') {
            return None;
        }
        let before = |at: usize| at.checked_sub(1).and_then(|before| bytes.get(before)).copied();
        let is_picture = before(open) == Some(b'!');
        let start = open - usize::from(is_picture);
        // `list[i](x)`, a code span, and a bracket that a backslash makes one of prose.
        let belongs =
            |byte: u8| byte.is_ascii_alphanumeric() || b"_`\\".contains(&byte) || !is_picture && b"])".contains(&byte);
        if before(start).is_some_and(belongs) {
            return None;
        }
        let close = closing(bytes, open, *b"[]")?;
        let label = open + 1..close;
        let reads = text.get(label.clone())?;
        let (end, fits): (usize, fn(&str, &str) -> bool) = match bytes.get(close + 1) {
            Some(b'(') => (closing(bytes, close + 1, *b"()")?, |_, target| is_address(target)),
            Some(b'[') => (closing(bytes, close + 1, *b"[]")?, is_name),
            // `![build]`, whose address stands elsewhere.
            _ if is_picture && has_letter(reads) => {
                return Some(Link { range: start..close + 1, label, is_picture, target: close..close });
            }
            // [`Vec`], whose address stands elsewhere, too.
            _ if reads.len() > 2 && reads.starts_with('`') && reads.ends_with('`') => {
                return Some(Link { range: start..close + 1, label, is_picture, target: close..close });
            }
            _ => return None,
        };
        let target = close + 2..end;
        let is_link = (is_picture || !label.is_empty()) && fits(reads, text.get(target.clone())?);
        is_link.then_some(Link { range: start..end + 1, label, is_picture, target })
    }

    /// The first one at or after a place.
    fn next(text: &str, mut from: usize) -> Option<Link> {
        loop {
            let open = from + text.get(from..)?.find('[')?;
            if let Some(link) = Link::at(text, open) {
                return Some(link);
            }
            from = open + 1;
        }
    }
}

/// Where the bracket at a place is closed.
fn closing(bytes: &[u8], open: usize, [opening, closing]: [u8; 2]) -> Option<usize> {
    let (mut depth, mut before) = (0, 0);
    for (at, &byte) in bytes.iter().enumerate().skip(open).take(LONGEST) {
        if byte == opening {
            depth += 1;
            if depth > DEEPEST {
                return None;
            }
        } else if byte == closing {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        } else if byte == b'\n' && before == b'\n' {
            return None;
        }
        before = byte;
    }
    None
}

/// `https://..`, `docs/a.md "A title"`, `#part`, `LICENSE`; no words.
fn is_address(target: &str) -> bool {
    let target = target.trim();
    let (address, title) = target.split_once(char::is_whitespace).unwrap_or((target, "\""));
    let is_titled = title.trim_start().starts_with(['"', '\'', '(']);
    address.len() > 2 && (address.contains("://") || is_titled && !address.contains(['(', '[', ',']))
}

/// Whether what reads so is a link of this name: `[12][13]` are notes, `[a][0]` may be program text, and `[name][]` is
/// called as it reads.
fn is_name(reads: &str, name: &str) -> bool {
    let is_one = (has_letter(name) || reads.contains(char::is_whitespace))
        && (!name.contains(char::is_whitespace) || reads.starts_with("!["));
    has_letter(reads) && (name.is_empty() || is_one)
}

fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// What a reader does not see of the links and pictures of a text: of links all but their labels, pictures whole; in
/// order, disjoint.
#[cfg(feature = "trim")]
pub(crate) fn unseen(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some(link) = Link::next(text, from) {
        from = link.range.end;
        let label = text.get(link.label.clone()).unwrap_or_default();
        let inside = if link.is_picture { Vec::new() } else { unseen(label) };
        let shows = !link.is_picture && {
            let hidden: usize =
                inside.iter().map(|range| label.get(range.clone()).unwrap_or_default().trim().len()).sum();
            hidden < label.trim().len()
        };
        if shows {
            found.push(link.range.start..link.label.start);
            found.extend(inside.into_iter().map(|it| link.label.start + it.start..link.label.start + it.end));
            found.push(link.label.end..link.range.end);
        } else {
            found.push(link.range);
        }
    }
    found
}

/// Where the addresses of a text stand, those of its links and others, in order.
#[cfg(feature = "rank")]
pub(crate) fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(link) = Link::next(text, from) {
        from = link.label.end;
        found.push(link.target);
    }
    let bytes = text.as_bytes();
    let mut passed = 0;
    for (colon, _) in text.match_indices(':') {
        if colon < passed || bytes.get(colon + 1..colon + 3) != Some(b"//") {
            continue;
        }
        let before = bytes.get(passed..colon).unwrap_or_default().iter().rev().take(LONGEST);
        let start = colon - before.take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let rest = text.get(colon..).unwrap_or_default();
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '>' | '<' | '"' | '`'));
        passed = colon + end.unwrap_or(rest.len());
        found.push(start..passed);
    }
    found.sort_unstable_by_key(|range| (range.start, range.end));
    found
}

/// Whether a line, or some, is nothing but pictures, tags, or links in a row: badges and what pages are navigated by; or
/// says what the address of a link is.
#[cfg(feature = "analysis")]
pub(crate) fn is_only_markup(line: &str) -> bool {
    if names_address(line) {
        return true;
    }
    let (mut at, mut links, mut others) = (0, 0, 0);
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let first = rest.chars().next().unwrap_or(' ');
        match first {
            ' ' | '\t' | '\n' | '\r' | '|' | '·' | '•' | '-' | '–' | '—' | '/' | ',' | '*' | '+' => {
                at += first.len_utf8()
            }
            '[' | '!' => {
                let Some(link) = Link::at(line, at + usize::from(first == '!')).filter(|link| link.range.start == at)
                else {
                    return false;
                };
                let label = line.get(link.label.clone()).unwrap_or_default();
                let to_part = line.get(link.target.clone()).is_some_and(|target| target.starts_with('#'));
                if link.is_picture || is_only_markup(label) {
                    others += 1;
                } else {
                    // One in a list of contents is enough.
                    links += if to_part { 2 } else { 1 };
                }
                at = link.range.end;
            }
            '<' => {
                let Some(length) = tag(rest) else { return false };
                others += 1;
                at += length;
            }
            _ => return false,
        }
    }
    others > 0 || links > 1
}

/// The length of the tag or comment that a text begins with; an address in such brackets is none.
#[cfg(any(feature = "analysis", feature = "trim"))]
pub(crate) fn tag(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        return Some(text.find("-->")? + 3);
    }
    let end = text.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let inside = text.get(1..end)?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!');
    let is_address = !inside.contains(' ') && inside.contains([':', '@']);
    (named && !is_address).then_some(end + 1)
}

/// `[name]: https://..`; no footnote, and no line of a play.
#[cfg(feature = "analysis")]
fn names_address(line: &str) -> bool {
    let Some((name, rest)) = line.strip_prefix('[').and_then(|rest| rest.split_once("]:")) else { return false };
    let address = rest.split_whitespace().next().unwrap_or_default().trim_start_matches('<');
    let title = rest.trim_start().trim_start_matches('<').get(address.len()..).unwrap_or_default().trim_start();
    !name.is_empty()
        && !name.starts_with('^')
        && !name.contains(']')
        && (address.contains("://")
            || address.contains("::")
            || address.starts_with(['#', '.', '/'])
            || address.starts_with("mailto:"))
        && (title.is_empty() || title.starts_with(['"', '\'', '(']))
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "trim")]
    #[test]
    fn a_reader_sees_the_labels_of_links_and_no_pictures() {
        let check = |text, seen| crate::markup::check_seen(text, &super::unseen(text), seen);
        check("Read [the `guide`](docs/guide.md) first.", "Read the `guide` first.");
        check(
            "See [Mills](https://mills.example/a_(b) \"On mills\"), [tides][tides] and [winds][].",
            "See Mills, tides and winds.",
        );
        check("[![build](https://a.example/b.svg)](https://a.example) Ferries sail.", " Ferries sail.");
        check("![A mill] The [mill]( https://a.example ) of Holm![1]", " The mill of Holm![1]");
        check("[![map](m.png) of Holm](https://a.example)", " of Holm");
        check("A [`Vec`]-like list of [words], [`Box`].", "A `Vec`-like list of [words], `Box`.");
        check("[hash functions][0] and [a][0]", "hash functions and [a][0]");
        check("[LICENSE](LICENSE) ([MIT](LICENSE-MIT))", "LICENSE (MIT)");
        for prose in [
            "It [the mill](a ruin by then) burnt.",
            "They [the millers] (of Holm) left.",
            "As was shown [12][13] before.",
            "Call `[text](address)` a link.",
            "list[i](argument) and \\[not](this/one)",
            "[[[[[[[[",
            "[half](https://a.example",
            "",
        ] {
            check(prose, prose);
        }
    }

    #[cfg(feature = "rank")]
    #[test]
    fn addresses_are_found_wherever_they_stand() {
        let text = "See [Mills](docs/mills.md), <https://a.example/b?c=d> or http://e.example: both hold.";
        let found: Vec<&str> = super::addresses(text).into_iter().filter_map(|range| text.get(range)).collect();
        assert_eq!(found, ["docs/mills.md", "https://a.example/b?c=d", "http://e.example:"]);
    }

    #[cfg(feature = "analysis")]
    #[test]
    fn badges_tags_and_rows_of_links_are_no_text() {
        for line in [
            "[![build](https://a.example/b.svg)](https://a.example) ![licence](l.svg)",
            "[![Crate][crate-image]][crate-link]",
            "[![Build status]][On every push]![Licence]",
            "[![build](\nhttps://a.example/b.svg)](\n  https://a.example)\n<img\n  src=\"l.svg\">",
            "[Guide](https://a.example/guide) | [Chat](https://chat.example)",
            "- [Install](#install)",
            "<p align=\"center\">",
            "<img src=\"https://a.example/logo.png\" width=200></p> <!-- the logo -->",
            "[crate-image]: https://a.example/b.svg",
            "[`Vec`]: std::vec::Vec \"A title\"",
        ] {
            assert!(super::is_only_markup(line), "{line}");
        }
        for line in [
            "[Guide](https://a.example/guide)",
            "[The guide](guide.md) says more.",
            "<https://a.example>",
            "<b>Bold</b>",
            "[^1]: https://a.example says so",
            "[Anna]: Come in.",
            "- one, two",
            "– – –",
            "[1] Mills and tides",
            "!not[this](one)",
            "!!! [now]",
            "",
        ] {
            assert!(!super::is_only_markup(line), "{line}");
        }
    }
}
