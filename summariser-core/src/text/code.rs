//! Program text inside plain text: fenced by ``` or ~~~, or indented and looking like it.

use super::line::{Line, Lines};

/// Finds the fences of a text; one that is never closed is none, and is searched for once.
pub(super) struct Fences {
    /// How many marks a fence has that never closes, and how often that was found out, of backticks and of tildes.
    lost: [(usize, usize); 2],
}

/// After so many fences that never close a text is not searched for another one.
const MOST_LOST: usize = 8;

/// The line that closes a fence.
pub(super) struct Closing {
    pub(super) start: usize,
    pub(super) next: usize,
}

impl Fences {
    pub(super) fn new() -> Fences {
        Fences { lost: [(usize::MAX, 0); 2] }
    }

    /// If `line` opens a fence, the line that closes it: one of at least as many marks. `lines` are those behind it.
    pub(super) fn opened_by(&mut self, text: &str, line: &Line, lines: &Lines<'_>) -> Option<Closing> {
        let content = line.of(text);
        let kind = match content.get(..3)? {
            "```" => 0,
            "~~~" => 1,
            _ => return None,
        };
        let (mark, (longest, times)) = (['`', '~'].get(kind)?, self.lost.get_mut(kind)?);
        // A language may be named, nothing else.
        let info = content.trim_start_matches(*mark);
        let fence = content.len() - info.len();
        let is_lost = fence >= *longest || *times == MOST_LOST;
        if is_lost || info.contains(*mark) || info.split_whitespace().count() > 4 {
            return None;
        }
        let mut lines = lines.clone();
        let mut start = line.next;
        while let Some(line) = lines.next() {
            let close = line.of(text);
            if close.len() >= fence && close.trim_start_matches(*mark).is_empty() {
                return Some(Closing { start, next: line.next });
            }
            start = line.next;
        }
        (*longest, *times) = (fence, *times + 1);
        None
    }
}

/// Whether an indented block looks like program text: half its lines do.
pub(super) fn looks_like_code(text: &str, lines: &[Line]) -> bool {
    let like = lines.iter().filter(|line| line_looks_like_code(line.of(text))).count();
    2 * like >= lines.len()
}

fn line_looks_like_code(line: &str) -> bool {
    const STARTS: [&str; 22] = [
        "$ ", "# ", "> ", ">>> ", "#include", "#!", "//", "/*", "def ", "fn ", "import ", "from ", "return", "class ",
        "let ", "const ", "var ", "if (", "for (", "while (", "<?", "sudo ",
    ];
    const INSIDE: [&str; 17] =
        [" [-", "==", "=>", "->", "::", "();", " = ", "!=", "&&", "||", "+=", "</", "/>", "\\n", "];", "});", "--"];
    line.ends_with(['{', '}', ';', '\\'])
        || line.ends_with("()")
        || STARTS.iter().any(|start| line.starts_with(start))
        || INSIDE.iter().any(|inside| line.contains(inside))
}
