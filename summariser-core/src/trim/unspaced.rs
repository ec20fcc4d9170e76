//! [`unspaced`]: the scripts that are written without spaces. Whole blocks, digits and the middle dot included, unlike
//! the words that `length` counts: a dot between two names in Katakana stands without spaces as they do.

/// Whether a character is of Han, Kana or Thai, which are written without spaces.
pub(super) fn unspaced(c: char) -> bool {
    matches!(c,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{2ffff}' | '\u{e00}'..='\u{e7f}' | '々')
}

/// Whether a text has a character of them.
pub(super) fn has_unspaced(text: &str) -> bool {
    !text.is_ascii() && text.contains(unspaced)
}
