//! What single characters are to a segmenter: white space, word, opener, closer, terminator. Plain ranges and not the
//! full Unicode tables, because each question is asked once a character.

/// White space for trimming: Unicode's, and what nobody sees: controls, the byte-order mark, zero-width characters.
pub(super) fn is_blank(c: char) -> bool {
    match c {
        '\0'..=' ' | '\u{7F}' => true,
        '!'..='~' => false,
        '\u{80}'..='\u{A0}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' => true,
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{180E}' => true,
        _ => c.is_whitespace(),
    }
}

/// A space inside a line, also one at which no line may break.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

/// `text` without white space at its ends, as a range of it.
pub(super) fn trimmed(text: &str) -> std::ops::Range<usize> {
    let kept = text.trim_start_matches(is_blank);
    let start = text.len() - kept.len();
    start..start + kept.trim_end_matches(is_blank).len()
}

/// Scripts written without spaces between words, whose words a dictionary finds.
pub(super) fn is_complex(c: char) -> bool {
    match c as u32 {
        0..=0x0DFF => false,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x19E0..=0x19FF | 0xA9E0..=0xA9FF | 0xAA60..=0xAA7F => {
            true
        }
        0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3031..=0x3035 | 0x3040..=0x30FA | 0x30FC..=0x30FF => true,
        0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F => true,
        0x2_0000..=0x3_FFFF => true,
        _ => false,
    }
}

/// Letters, digits and the marks that belong to them.
pub(super) fn is_word_part(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || is_mark(c) }
}

/// Combining marks and joiners: part of the letter before them.
pub(super) fn is_mark(c: char) -> bool {
    match c as u32 {
        0..=0xAC => false,
        0xAD | 0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05BD | 0x05BF..=0x05C2 | 0x05C4..=0x05C7 => true,
        0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06DC | 0x06DF..=0x06E8 | 0x06EA..=0x06ED => true,
        0x0964 | 0x0965 | 0x0970 | 0x0DF4 => false,
        0x0900..=0x0DFF | 0x0E31 | 0x0E34..=0x0E3A | 0x0E47..=0x0E4E | 0x0F18..=0x0F39 | 0x0F71..=0x0F84 => true,
        0x135D..=0x135F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200C..=0x200F | 0x202A..=0x202E | 0x20D0..=0x20FF => {
            true
        }
        0xFE00..=0xFE0F | 0xFE20..=0xFE2F => true,
        _ => false,
    }
}

/// Quotes and brackets that may close after a full stop and then belong to the sentence that ends.
pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | ')'
            | ']'
            | '}'
            | '”'
            | '’'
            | '“'
            | '‘'
            | '»'
            | '›'
            | '«'
            | '‹'
            | '」'
            | '』'
            | '】'
            | '）'
            | '》'
            | '〉'
            | '〕'
            | '］'
            | '｣'
            | '＂'
            | '*'
            | '_'
    )
}

/// What may stand before the first letter of a sentence.
pub(super) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '`' | '"'
            | '\''
            | '('
            | '['
            | '{'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '„'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '¿'
            | '¡'
            | '「'
            | '『'
            | '【'
            | '（'
            | '《'
            | '〈'
            | '*'
            | '_'
            | '#'
            | '§'
            | '$'
            | '€'
            | '£'
            | '@'
            | '†'
            | '‡'
    )
}

/// Dashes and bullets that may stand before the first letter of a sentence.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '—' | '―' | '•' | '·' | '⁃' | '…' | '.' | '~')
}

/// How many columns a character takes: two for East Asian ones.
pub(super) fn columns(c: char) -> usize {
    match c as u32 {
        0..=0x0FFF => 1,
        0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE30..=0xFE4F => 2,
        0xFF00..=0xFF60 | 0xFFE0..=0xFFE6 | 0x1_F300..=0x1_FAFF | 0x2_0000..=0x3_FFFD => 2,
        _ => 1,
    }
}
