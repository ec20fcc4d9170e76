//! When a page was published or changed, and the byline that stands with it, as pages of newspapers have them at their
//! top: `By. Jo Moss. Last updated at 3:31 PM on 19th July 2011.` A stamp is a phrase that announces one and nothing but a
//! date and a time behind it.

use super::character::is_blank;
use super::letter::is_date_word;
use super::phrase::{Phrases, phrases};

/// What announces a stamp, in lower case.
static STAMPS: Phrases = phrases!(
    "last updated|last modified|updated:|updated at|updated on|published:|published at|published on|first published|posted:|\
    posted at|posted on|created:|\
    aktualisiert:|aktualisiert am|zuletzt aktualisiert|veröffentlicht am|veröffentlicht:|\
    mis à jour le|mis à jour à|publié le|modifié le|actualizado el|actualizado:|publicado el|publicado:|publicado em|\
    atualizado em|aggiornato il|aggiornato alle|pubblicato il|bijgewerkt op|gepubliceerd op|обновлено|опубликовано",
);
/// The words of time beside names of months and days, in lower case and without stops.
const CLOCK: [&str; 28] = [
    "am", "pm", "a.m", "p.m", "est", "edt", "gmt", "bst", "utc", "et", "pt", "cet", "cest", "uhr", "at", "on", "um",
    "h", "h.", "ore", "alle", "às", "klo", "в", "à", "las", "|", "-",
];
/// A stamp has at most so many words.
const MOST_WORDS: usize = 14;
/// And the name in a byline so many.
const NAME_WORDS: usize = 6;

/// The length of the stamp that `text` begins with, with its stop.
pub(super) fn stamp(text: &str) -> Option<usize> {
    let announced = STAMPS.at_start(text)?;
    let mut at = announced;
    let mut digits = false;
    for _ in 0..MOST_WORDS {
        let rest = text.get(at..)?;
        let start = at + rest.len() - rest.trim_start_matches(is_blank).len();
        let rest = text.get(start..)?;
        let word = rest.split(is_blank).next().unwrap_or_default();
        let bare = word.trim_matches([':', ',', '.', '(', ')']);
        let again = STAMPS.at_start(rest);
        if word.is_empty() {
            break;
        } else if let Some(again) = again {
            at = start + again;
        } else if bare.is_empty() || is_date_word(bare) || CLOCK.contains(&bare.to_lowercase().as_str()) {
            digits |= bare.bytes().any(|byte| byte.is_ascii_digit());
            at = start + word.len();
            // `3. Mai` goes on.
            let ordinal = bare.len() <= 2 && bare.bytes().all(|byte| byte.is_ascii_digit());
            if word.ends_with('.') && !bare.contains('.') && digits && !ordinal {
                break;
            }
        } else {
            // What is no date goes on with a sentence, unless it begins one.
            if !rest.starts_with(char::is_uppercase) || text.get(..at).is_some_and(|stamp| stamp.ends_with(',')) {
                return None;
            }
            break;
        }
    }
    let end = text.get(at..).is_none_or(|rest| rest.is_empty() || rest.starts_with(is_blank));
    (digits && end).then_some(at)
}

/// The length of the byline that `text` begins with in the middle of a line, with its stop: `By. Jo Moss.`
pub(super) fn glued_byline(text: &str) -> Option<usize> {
    let names = text.strip_prefix("By. ").or_else(|| text.strip_prefix("By . "))?;
    let end = names.find('.')?;
    let name = names.get(..end)?;
    let capital =
        |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "and" | "in" | "for" | "the" | "of");
    let words = || name.split(is_blank).filter(|word| !word.is_empty());
    ((1..=NAME_WORDS).contains(&words().count()) && words().all(capital)).then_some(text.len() - names.len() + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = stamp(text).or_else(|| glued_byline(text)).and_then(|length| text.get(..length));
        assert_eq!(found.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn stamps_and_the_bylines_beside_them() {
        check(
            "Last updated at 3:31 PM on 19th July 2011. The ferry sank.",
            "Last updated at 3:31 PM on 19th July 2011.",
        );
        check("UPDATED: 07:14 EST, 1 May 2013", "UPDATED: 07:14 EST, 1 May 2013");
        check(
            "PUBLISHED: 02:13 EST, 28 January 2013 | UPDATED: 07:14 EST, 1 May 2013 The ferry sank.",
            "PUBLISHED: 02:13 EST, 28 January 2013 | UPDATED: 07:14 EST, 1 May 2013",
        );
        check("Publié le 3 mai 2021 à 7 h 30", "Publié le 3 mai 2021 à 7 h 30");
        check("Aktualisiert am 3. Mai 2021 um 7.30 Uhr", "Aktualisiert am 3. Mai 2021 um 7.30 Uhr");
        check("By. Daily Mail Reporter. The ferry sank.", "By. Daily Mail Reporter.");
        for text in [
            "Publié le 3 mai, le rapport accuse la mairie.",
            "Updated on Monday, the list has 40 names.",
            "Last updated in a hurry, it is wrong.",
            "Published in 1911, the book was lost.",
            "By. the way, it sank.",
            "Posted at the gate, he waited 40 days.",
        ] {
            check(text, "");
        }
    }
}
