//! What TeX has in running text beside what one reads: commands and the braces around what they set apart, references. Only
//! commands that are known are taken for some; formulas stay as they are.

use std::ops::Range;

/// Commands of which what stands in the braces is read.
const SETTING: [&str; 13] = [
    "emph",
    "mbox",
    "text",
    "textbf",
    "textit",
    "textmd",
    "textrm",
    "textsc",
    "textsf",
    "textsl",
    "texttt",
    "textup",
    "underline",
];
/// The same as declarations within the braces: `{\em ..}`.
const DECLARING: [&str; 8] = ["bf", "em", "it", "rm", "sc", "sf", "sl", "tt"];
/// Commands that refer to something, or set it elsewhere.
const REFERRING: [&str; 11] =
    ["cite", "citealp", "citep", "citet", "eqref", "footnote", "footnotemark", "label", "nocite", "pageref", "ref"];
/// Words that a reference is part of the sentence behind: `as in \cite{holm}`.
const LEADING: [&str; 10] = ["and", "at", "by", "from", "in", "of", "on", "see", "to", "with"];
/// No braces that are read are longer, in bytes.
const LONGEST: usize = 600;

/// What a reader does not see of TeX in a text, in order and disjoint.
pub(crate) fn unseen(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(next) = text[at..].find('\\') {
        let start = at + next;
        let rest = &text[start + 1..];
        let name = &rest[..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())];
        let end = start + 1 + name.len();
        at = end;
        if name.is_empty() && rest.starts_with(['%', '&', '#']) {
            found.push(start..start + 1);
        } else if SETTING.contains(&name) && text[end..].starts_with('{') {
            if let Some(close) = closing(text, end + 1) {
                found.extend([start..end + 1, close..close + 1]);
            }
        } else if DECLARING.contains(&name) && text[..start].ends_with('{') {
            let space = text[end..].len() - text[end..].trim_start_matches(' ').len();
            if let Some(close) = closing(text, end).filter(|_| space > 0) {
                found.extend([start - 1..end + space, close..close + 1]);
            }
        } else if REFERRING.contains(&name)
            && let Some(close) = arguments(text, end)
        {
            // "as Holm has shown~\cite{holm}."
            let before = text[..start].trim_end_matches([' ', '~']);
            let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            if !leads(last) {
                found.push(before.len()..close);
            }
            at = close;
        }
    }
    found.sort_unstable_by_key(|range| range.start);
    found
}

/// Whether a word leads to a reference.
pub(crate) fn leads(word: &str) -> bool {
    LEADING.contains(&word)
}

/// Where the brace closes inside of which a place is.
fn closing(text: &str, from: usize) -> Option<usize> {
    let mut depth = 0;
    let near = text.bytes().enumerate().skip(from).take(LONGEST);
    for (at, byte) in near {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return Some(at),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The end of a command's arguments: `[p. 3]{holm}`.
fn arguments(text: &str, mut at: usize) -> Option<usize> {
    while text[at..].starts_with('[') {
        at += text.as_bytes()[at..].iter().take(LONGEST).position(|byte| *byte == b']')? + 1;
    }
    if text[at..].starts_with('{') { closing(text, at + 1).map(|close| close + 1) } else { None }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_reader_sees_no_commands() {
        let check = |text, seen| crate::markup::check_seen(text, &super::unseen(text), seen);
        check("the theory of \\emph{optimal transport} of \\textbf{grain}", "the theory of optimal transport of grain");
        check("a {\\em gentle {slow} mill} and {\\bf bread}", "a gentle {slow} mill and bread");
        check("\\emph{a \\textit{b} c}", "a b c");
        check("as Holm~\\cite[p. 3]{holm_a} says \\citep{tarn,lee}.", "as Holm says.");
        check("It rose by 3\\% at Lee \\& Holm.", "It rose by 3% at Lee & Holm.");
        for other in [
            "as in~\\cite{holm}.",
            "$\\alpha{x}$ and \\unknown{thing}",
            "C:\\text\\emph",
            "\\emph{open",
            "{\\embed x}",
            "\\",
        ] {
            check(other, other);
        }
    }
}
