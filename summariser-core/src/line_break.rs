//! What stands on both sides of a line break without a space: a word that was broken behind its hyphen (`well-⏎known`)
//! and scripts that have no spaces. Whoever joins lines asks here, so that all join them alike.

/// Words before which a hyphen at the end of a line stands for a part that comes later: `pre-⏎and post-war`.
const CONJUNCTIONS: [&str; 26] = [
    "and", "or", "to", "nor", "und", "oder", "bis", "sowie", "et", "ou", "y", "e", "o", "u", "en", "of", "och",
    "eller", "og", "tai", "ja", "i", "a", "lub", "ili", "ve",
];

/// The marks behind which a word is broken. Programs that set text break it at a hyphen of their own or at a soft one.
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{AD}'];

/// Where a word goes on behind the hyphen before `at`, if the line was broken there.
#[cfg(any(feature = "analysis", feature = "trim"))]
pub(crate) fn broken_word(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    if !rest.starts_with(['\n', '\r']) {
        return None;
    }
    let next = rest.trim_start_matches(char::is_whitespace);
    goes_on(text.get(..at)?, next).then_some(text.len() - next.len())
}

/// Whether lines that end and begin like this are joined without a space.
///
/// ```
/// use summariser_core::line_break::joins_unspaced;
///
/// assert!(joins_unspaced("the twenty-", "seven boats"));
/// assert!(!joins_unspaced("twenty", "boats"));
/// ```
#[must_use]
pub fn joins_unspaced(before: &str, next: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), next.chars().next()) else { return false };
    if HYPHENS.contains(&last) {
        return goes_on(before, next);
    }
    let dense = |c: char| is_east_asian(c) || c.is_ascii_digit();
    // Thai has spaces, between its clauses; there a line may as well have ended in one.
    is_east_asian(last) && dense(first) || dense(last) && is_east_asian(first)
}

/// Whether `next` is the second part of the word that `before` ends with, and its hyphen.
fn goes_on(before: &str, next: &str) -> bool {
    let whole = before.strip_suffix(HYPHENS).is_some_and(|word| word.ends_with(char::is_alphanumeric));
    // `surface-⏎to-air` goes on.
    let word = next.split(char::is_whitespace).next().unwrap_or_default();
    whole && next.starts_with(|c: char| c.is_alphanumeric() && !is_east_asian(c)) && !CONJUNCTIONS.contains(&word)
}

/// Han and Kana, with the marks that belong to them.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3001}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF9F}'
        | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(all(test, feature = "analysis"))]
mod tests {
    use super::*;

    #[test]
    fn words_and_scripts_go_on_behind_a_line_break() {
        for (before, next, joined) in [
            ("a well-", "known face", true),
            ("the Anglo-", "American", true),
            ("COVID-", "19", true),
            ("pre-", "and post-war", false),
            ("surface-", "to-air missile", true),
            ("user authen\u{2010}", "tication", true),
            ("user authen\u{AD}", "tication", true),
            ("before\u{2010}", "and afterwards", false),
            ("Nord-", "und Ostsee", false),
            ("he paused -", "and left", false),
            ("he paused --", "then left", false),
            ("山の", "茶屋", true),
            ("山の。", "茶屋", true),
            ("自行车", "60辆", true),
            ("4月18", "日", true),
            ("서울", "도심", false),
            ("ภูเขา", "น้ำ", false),
            ("one", "two", false),
        ] {
            assert_eq!(joins_unspaced(before, next), joined, "{before:?}, {next:?}");
            let text = format!("{before}\r\n  {next}");
            let hyphen = joined && before.ends_with(HYPHENS);
            assert_eq!(broken_word(&text, before.len()), hyphen.then_some(before.len() + 4), "{text:?}");
        }
    }
}
