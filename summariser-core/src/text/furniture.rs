//! What belongs to the page and not to the text: rules, invitations to read on, notes about cookies. Only whole
//! lines are judged, and only by how they begin, because a real sentence must never be lost.

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

/// Whole lines, without final punctuation, in lower case.
const WHOLE: [&str; 49] = [
    "memo",
    "memorandum",
    "advertisement",
    "advertisements",
    "advertising",
    "sponsored",
    "sponsored content",
    "scroll to continue with content",
    "story continues below",
    "story continues below advertisement",
    "article continues below",
    "continue reading",
    "article continues after ad",
    "skip advertisement",
    "read more",
    "read also",
    "see also",
    "share this",
    "share this article",
    "share",
    "tweet",
    "print",
    "email",
    "subscribe",
    "subscribe now",
    "sign up",
    "sign in",
    "log in",
    "related articles",
    "related stories",
    "related",
    "most read",
    "most popular",
    "trending now",
    "view comments",
    "leave a comment",
    "back to top",
    "all rights reserved",
    "anzeige",
    "werbung",
    "mehr zum thema",
    "publicité",
    "lire aussi",
    "publicidad",
    "leer más",
    "pubblicità",
    "publicidade",
    "реклама",
    "baca juga",
];

/// How longer lines begin, in lower case; what follows is theirs.
const BEGINNINGS: [&str; 34] = [
    "read more:",
    "read more about",
    "read also:",
    "see also:",
    "also read:",
    "related:",
    "watch:",
    "listen:",
    "watch more:",
    "subscribe to our",
    "subscribe to the",
    "sign up for our",
    "sign up to our",
    "sign up for the",
    "follow us on",
    "like us on",
    "click here to",
    "click here for",
    "download our app",
    "download the app",
    "this website uses cookies",
    "this site uses cookies",
    "we use cookies",
    "by continuing to use this site",
    "accept all cookies",
    "lesen sie auch",
    "lesen sie mehr",
    "mehr zum thema:",
    "lire aussi",
    "à lire aussi",
    "lea también",
    "leggi anche",
    "leia também",
    "baca juga:",
];

/// Longer lines are text, however they begin.
const LONGEST: usize = 160;
/// No whole line of the list is longer than this.
const LONGEST_WHOLE: usize = 48;

/// Whether a line is furniture.
pub(super) fn is_furniture(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    let whole = bare.len() <= LONGEST_WHOLE && WHOLE.iter().any(|whole| is_same(bare, whole));
    let start = line.get(line.len() - line.trim_start_matches(|c: char| !c.is_alphanumeric()).len()..);
    whole
        || start.is_some_and(|line| BEGINNINGS.iter().any(|start| begins_with(line, start)))
        || line.starts_with("© ")
        || begins_with(line, "copyright ©")
}

fn is_same(line: &str, lower: &str) -> bool {
    line.len() == lower.len() && begins_with(line, lower)
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
