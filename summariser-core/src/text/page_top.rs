//! What pages put on the line of their first sentence: the names of buttons, calls to follow the page, whose picture
//! stands above, and what it shows. Copied by machine, all of it runs into the text; each needs a sign that a sentence
//! does not begin with.

use memchr::{memchr, memchr2};

use super::character::is_blank;
use crate::ParagraphKind;

/// The buttons around a picture; two of them or more are no words of a sentence.
const BUTTONS: [&str; 10] =
    ["fullscreen", "view", "close", "ad", "continue", "enlarge", "gallery", "slideshow", "next", "previous"];
/// Where pages have their pictures from, in lower case.
const HOSTS: [&str; 20] = [
    "flickr",
    "getty",
    "shutterstock",
    "istock",
    "wikimedia",
    "wiki commons",
    "wikipedia",
    "facebook",
    "twitter",
    "instagram",
    "youtube",
    "google maps",
    "yelp",
    "reddit",
    "screenshot",
    "screengrab",
    "courtesy",
    "photo",
    "via",
    "image",
];
/// Who is followed where.
const NETWORKS: [&str; 5] = [" on twitter", " on facebook", " on instagram", " on youtube", " on x "];
/// What shows within a picture's caption stands within so many bytes, and whose it is in so many.
const LONGEST_CAPTION: usize = 160;
const LONGEST_OWNER: usize = 60;
/// What a picture shows is told in so many sentences, besides one that the bracket ends.
const SENTENCES: usize = 2;
/// A call to follow a page is not longer than this.
const LONGEST_CALL: usize = 200;

/// What a line is that holds nothing else.
pub(super) fn page_line(line: &str) -> Option<ParagraphKind> {
    let (first, kind) = page_top(line)?;
    let mut at = first;
    while at < line.len() {
        let rest = line.get(at..)?;
        let gap = rest.len() - rest.trim_start_matches(is_blank).len();
        at += gap + page_top(rest.get(gap..)?).filter(|(len, _)| *len > 0)?.0;
    }
    Some(kind)
}

/// The length of what a text begins with before its first sentence, and what it is.
pub(super) fn page_top(body: &str) -> Option<(usize, ParagraphKind)> {
    let credit = || owner(body).map(|len| (len, ParagraphKind::Credit));
    let furniture = || buttons(body).or_else(|| call(body)).map(|len| (len, ParagraphKind::Furniture));
    furniture().or_else(|| caption(body)).or_else(credit)
}

/// `view fullscreen close`: nothing but names of buttons before a capital.
fn buttons(body: &str) -> Option<usize> {
    if !body.starts_with(char::is_lowercase) {
        return None;
    }
    let mut found = 0;
    let mut rest = body;
    loop {
        let word = rest.split(is_blank).next().unwrap_or_default();
        if !BUTTONS.contains(&word) {
            break;
        }
        found += 1;
        rest = rest.get(word.len()..)?.trim_start_matches(is_blank);
    }
    (found > 1 && (rest.is_empty() || begins(rest))).then(|| body.len() - rest.len())
}

/// `Follow the Echo on Twitter.`, `You can also get our stories mailed to you - sign up here.`
fn call(body: &str) -> Option<usize> {
    if !body.starts_with(['F', 'f', 'Y']) {
        return None;
    }
    let near = within(body, LONGEST_CALL);
    let end = near.char_indices().find(|(at, c)| {
        let after = near.get(at + c.len_utf8()..).unwrap_or_default();
        matches!(c, '.' | '!') && (after.is_empty() || after.starts_with(is_blank))
    });
    let sentence = near.get(..end?.0 + 1)?;
    let lower = sentence.to_lowercase();
    let follow = lower.starts_with("follow ") && NETWORKS.iter().any(|network| lower.contains(network));
    let sign_up = lower.starts_with("you can") && lower.contains("sign up");
    (follow || sign_up).then_some(sentence.len())
}

/// `The ferry at Pell (A. Moss/Getty) Today ..`, `(via Yelp) The ..`: whose picture it is, in brackets, and before that
/// what it shows.
fn caption(body: &str) -> Option<(usize, ParagraphKind)> {
    let near = within(body, LONGEST_CAPTION);
    let open = memchr(b'(', near.as_bytes())?;
    let inside = within(body.get(open + 1..)?, LONGEST_OWNER);
    let inside = inside.get(..inside.find(')')?)?;
    let end = open + inside.len() + 2;
    let stop = usize::from(body.get(end..)?.starts_with('.'));
    let rest = body.get(end + stop..)?;
    let head = near.get(..open)?.trim_end_matches(is_blank);
    // `[the board](https://..)`
    let link = !head.is_empty() && head.len() == open || inside.contains("://");
    // What it shows may be a whole sentence of its own, and on a line of its own several.
    let stops = [". ", "? ", "! "].map(|stop| head.matches(stop).count()).iter().sum::<usize>();
    let own = head.ends_with('.');
    let ends = rest.is_empty() || rest.starts_with(is_blank) && begins(rest.trim_start_matches(is_blank));
    if link || stops > if rest.is_empty() { SENTENCES } else { usize::from(own) } || !ends {
        return None;
    }
    let lower = inside.to_lowercase();
    let hosted = HOSTS.iter().any(|host| lower.contains(host)) || lower.contains('/') || lower.starts_with('@');
    let named = || {
        inside.split(is_blank).count() <= 5 && inside.split(is_blank).all(|word| word.starts_with(char::is_uppercase))
    };
    let kind = if head.is_empty() { ParagraphKind::Credit } else { ParagraphKind::Caption };
    let placed = if own { pictured(&lower) } else { hosted };
    (placed || head.is_empty() && named()).then_some((end + stop, kind))
}

/// Whether a bracket names an agency of pictures or who took one, which no sentence has behind its stop.
fn pictured(inside: &str) -> bool {
    ["getty", "shutterstock", "flickr", "photo", "istock", "courtesy", "image"].iter().any(|host| inside.contains(host))
}

/// `jo moss's flickr The ferry ..`, `via Yelp The ferry ..`, `Photo by Jo Moss The ferry ..`: whose picture it is, without
/// brackets. It ends before the last of the words with a capital that follow each other, or before one that names nothing.
fn owner(body: &str) -> Option<usize> {
    let near = within(body, LONGEST_OWNER);
    let hosted = |host: &str| {
        let end = near.to_ascii_lowercase().find(host)? + host.len();
        let head = near.get(..end)?;
        let rest = body.get(end..)?;
        let apart = rest.is_empty() || rest.starts_with(is_blank) && begins(rest.trim_start_matches(is_blank));
        (apart && !head.contains(['.', ',', '!', '?', '(']) && head.split(is_blank).count() <= 5).then_some(end)
    };
    if memchr2(b'/', b'\'', near.as_bytes()).is_some()
        && let Some(end) =
            ["'s flickr", "' flickr", "/flickr", "/shutterstock", "/getty images"].into_iter().find_map(hosted)
    {
        return Some(end);
    }
    if !near.starts_with(['v', 'V', 'P', 'I']) {
        return None;
    }
    let called = ["via ", "Via ", "Photo by ", "Photos by ", "Photograph by ", "Image by ", "Image via ", "Photo via "];
    let from = called.iter().find(|word| near.starts_with(**word))?.len();
    let (mut at, mut last) = (from, None);
    for word in near.get(from..)?.split_inclusive(is_blank) {
        let bare = word.trim_end_matches(is_blank);
        let names_nothing = matches!(
            bare,
            "A" | "An"
                | "The"
                | "This"
                | "These"
                | "In"
                | "On"
                | "At"
                | "After"
                | "Are"
                | "If"
                | "When"
                | "While"
                | "Yesterday"
                | "Today"
                | "Last"
                | "You"
                | "We"
                | "It"
                | "It's"
                | "There"
                | "For"
                | "With"
                | "Even"
                | "As"
        );
        if at > from && names_nothing {
            return Some(at);
        }
        if bare.starts_with(char::is_lowercase) && at > from {
            return last.filter(|last| *last > from);
        }
        if bare.ends_with(['.', ',', '!', '?', ':']) {
            return None;
        }
        last = Some(at);
        at += word.len();
    }
    // A line that ends with the name.
    (at == body.len() && at > from).then_some(at)
}

/// Whether a sentence may begin here.
fn begins(rest: &str) -> bool {
    rest.trim_start_matches(['"', '“', '\'', '‘', '[']).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// At most so many bytes from the beginning.
fn within(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, cut: &str) {
        assert_eq!(page_top(text).and_then(|(len, _)| text.get(..len)).unwrap_or_default().trim_end(), cut, "{text}");
    }

    #[test]
    fn lines_of_nothing_else() {
        for (line, kind) in [
            ("(Jo Moss/Flickr)", Some(ParagraphKind::Credit)),
            ("jo moss's flickr", Some(ParagraphKind::Credit)),
            ("via Jo Moss", Some(ParagraphKind::Credit)),
            ("The ferry at Pell (via Facebook)", Some(ParagraphKind::Caption)),
            ("The ferry waits at Pell. On the right, the mayor (via Facebook).", Some(ParagraphKind::Caption)),
            ("fullscreen view fullscreen close", Some(ParagraphKind::Furniture)),
            (
                "Follow the Echo on Twitter. You can also get it mailed to you—sign up here.",
                Some(ParagraphKind::Furniture),
            ),
            ("Follow the Echo on Twitter. The ferry sank.", None),
            ("The ferry sank.", None),
            ("via the old road", None),
        ] {
            assert_eq!(page_line(line), kind, "{line}");
        }
    }

    #[test]
    fn what_stands_before_the_first_sentence() {
        check("fullscreen view fullscreen close The ferry sank.", "fullscreen view fullscreen close");
        check("view of the ferry", "");
        check(
            "Follow the Pell Echo on Twitter and like us on Facebook. The ferry sank.",
            "Follow the Pell Echo on Twitter and like us on Facebook.",
        );
        check("Follow the river for a mile. The ferry sank.", "");
        check(
            "You can also get the best stories mailed to you—sign up here. The ferry sank.",
            "You can also get the best stories mailed to you—sign up here.",
        );
        check(
            "The ferry at Pell in 2013 (Getty Images) Yesterday the ferry sank.",
            "The ferry at Pell in 2013 (Getty Images)",
        );
        check("(Jo Moss/Pell Echo) The ferry sank.", "(Jo Moss/Pell Echo)");
        check("(Nora Vale) The ferry sank.", "(Nora Vale)");
        check("(Screenshot via). The ferry sank.", "(Screenshot via).");
        check("The ferry (built by Vale & Sons) sank.", "");
        check("The Pell Ferry Company (Vale) Ltd. said its ferry sank.", "");
        check("The ferry sank. Its captain (via Facebook) Nora Vale swam.", "");
        check("The loan of [the Pell Board](https://board.example/loans). It is due in May.", "");
        check(
            "The ferry is moored at St. Pell in 2013. (Getty Images) Yesterday it sank.",
            "The ferry is moored at St. Pell in 2013. (Getty Images)",
        );
        check("The ferry sank. (Its owner wept.) Nobody was hurt.", "");
        check("jo moss's flickr The ferry sank.", "jo moss's flickr");
        check("via Yelp In this town the ferry sank.", "via Yelp");
        check("via Sad Owl You know the ferry that sank.", "via Sad Owl");
        check("Photo by Jo Moss Mayor demands a pier.", "Photo by Jo Moss");
        check("Via Appia is a road.", "");
    }
}
