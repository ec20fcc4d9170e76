//! What belongs to the page and not to the text: rules, invitations to read on, notes about cookies. Only whole
//! lines are judged, and only by how they begin, because a real sentence must never be lost.

use super::character::is_mark;
use super::furniture_tables as tables;

/// Whether a line is drawn and not written: a rule, the frame of a table, stars between scenes.
pub(super) fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && line.chars().all(|c| {
            matches!(
                c,
                '-' | '*'
                    | '_'
                    | '='
                    | '~'
                    | '#'
                    | '+'
                    | '|'
                    | ':'
                    | ' '
                    | '\t'
                    | '·'
                    | '•'
                    | '–'
                    | '—'
                    | '─'
                    | '━'
                    | '═'
                    | '│'
                    | '┼'
                    | '├'
                    | '┤'
                    | '┌'
                    | '┐'
                    | '└'
                    | '┘'
                    | '⁂'
                    | '※'
                    | '★'
                    | '☆'
                    | '◆'
                    | '■'
                    | '□'
                    | '▪'
            )
        })
        && line.chars().any(|c| !matches!(c, ':' | ' ' | '\t' | '#'))
}

/// Longer lines are text, however they begin; counted in characters.
const LONGEST: usize = 160;
/// So are these, in bytes, even if they begin with a phrase of so many.
const LONGEST_NOTE: usize = 400;
const LONG_PHRASE: usize = 16;
/// No whole line of the list is longer than this.
const LONGEST_WHOLE: usize = 120;

/// Whether a line is furniture.
pub(super) fn is_furniture(line: &str) -> bool {
    if line.len() > LONGEST_NOTE {
        return false;
    }
    let inner = |c: char| c.is_alphanumeric() || is_mark(c);
    let start = line.trim_start_matches(|c: char| !inner(c));
    let bare = start.trim_end_matches(|c: char| !inner(c));
    if bare.len() <= LONGEST_WHOLE && tables::WHOLE.has(bare) {
        return true;
    }
    let found = tables::BEGINNINGS
        .at_start(start)
        .or_else(|| if start.len() < line.len() { tables::BEGINNINGS.at_start(line) } else { None });
    // What takes many words to begin may have more to say: `This website uses cookies to …`
    found.is_some_and(|len| len >= LONG_PHRASE || line.chars().count() <= LONGEST)
}

/// Whether a line is the head or the foot of a page of a manual: `GNU tar      July 2021      TAR(1)`.
pub(super) fn is_manual_edge(line: &str) -> bool {
    let Some(end) = line.strip_suffix(')').filter(|_| line.contains("   ")) else { return false };
    let page = end.rsplit(' ').next().unwrap_or_default();
    page.split_once('(').is_some_and(|(name, section)| {
        !name.is_empty() && section.len() <= 4 && section.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a line begins with words in lower case, in whatever case it is written.
pub(super) fn begins_with(line: &str, lower: &str) -> bool {
    let (Some(one), Some(other)) = (line.bytes().next(), lower.bytes().next()) else { return false };
    if other.is_ascii() && one.to_ascii_lowercase() != other {
        return false;
    }
    line.get(..lower.len()).is_some_and(|head| {
        head.eq_ignore_ascii_case(lower)
            || (!head.is_ascii() && !lower.is_ascii() && head.chars().flat_map(char::to_lowercase).eq(lower.chars()))
    })
}
