//! The surface of a sentence: what shows without knowing what it is about. Punctuation, figures, capitals, how it begins
//! and ends, and, in English, a few words of function. The bytes are read once and the words once; English words are
//! looked up for each term of the text and not for each word.

use crate::Document;
use crate::document::{CAPITALISED, NO_TERM, NUMBER, STOP_WORD};

/// English words of the first and second person.
const PERSON: [&str; 14] =
    ["i", "we", "you", "me", "us", "my", "our", "your", "i'm", "we're", "you're", "i've", "we've", "i'll"];
/// English pronouns that lean on an earlier sentence.
const PRONOUN: [&str; 13] =
    ["he", "she", "it", "they", "him", "her", "them", "his", "their", "this", "that", "these", "those"];
/// English words that tie a sentence to the one before it.
const CONNECTIVE: [&str; 18] = [
    "but", "and", "so", "however", "also", "then", "still", "yet", "or", "because", "instead", "meanwhil", "therefor",
    "thus", "moreov", "otherwis", "well", "yes",
];
/// English verbs of speech, as stems.
const SPEECH: [&str; 11] = ["say", "said", "told", "tell", "ad", "add", "ask", "claim", "explain", "insist", "repli"];
/// English stems of sentences that announce what matters.
const CUE: [&str; 20] = [
    "propos", "present", "introduc", "show", "demonstr", "conclud", "conclus", "result", "find", "found", "announc",
    "report", "reveal", "import", "summari", "overal", "decid", "agre", "increas", "novel",
];

const IS_PERSON: u8 = 1;
const IS_PRONOUN: u8 = 2;
const IS_CONNECTIVE: u8 = 4;
const IS_SPEECH: u8 = 8;
const IS_CUE: u8 = 16;

/// Which of the lists each term is in; empty where the text is not English.
pub(super) fn classes(document: &Document<'_>) -> Vec<u8> {
    if document.language() != "en" {
        return Vec::new();
    }
    let lists: [(&[&str], u8); 5] = [
        (&PERSON, IS_PERSON),
        (&PRONOUN, IS_PRONOUN),
        (&CONNECTIVE, IS_CONNECTIVE),
        (&SPEECH, IS_SPEECH),
        (&CUE, IS_CUE),
    ];
    let mut sizes = [0_u8; 256];
    for (words, bit) in lists {
        for word in words {
            sizes[usize::from(word.as_bytes()[0])] |= bit;
        }
    }
    let class = |term: u32| {
        let text = document.term(term);
        let Some(first) = text.bytes().next().filter(|_| text.len() <= 9) else { return 0 };
        let maybe = sizes[usize::from(first)];
        let is_in = |(words, bit): &(&[&str], u8)| maybe & bit != 0 && words.contains(&text);
        lists.iter().filter(|list| is_in(list)).fold(0, |class, (_, bit)| class | bit)
    };
    (0..u32::try_from(document.terms()).unwrap_or(u32::MAX)).map(class).collect()
}

/// What shows of one sentence; counts, and 0 or 1 for what is or is not.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Surface {
    pub(super) characters: f32,
    pub(super) words: f32,
    pub(super) content: f32,
    pub(super) capitalised: f32,
    pub(super) upper: f32,
    pub(super) numbers: f32,
    pub(super) quotes: f32,
    pub(super) commas: f32,
    pub(super) currency: f32,
    pub(super) question: f32,
    pub(super) unfinished: f32,
    pub(super) speaker: f32,
    pub(super) pronoun_first: f32,
    pub(super) connective_first: f32,
    pub(super) person: f32,
    pub(super) speech: f32,
    pub(super) cues: f32,
    pub(super) pronouns: f32,
}

impl Surface {
    /// The surface of a sentence, by its index.
    pub(super) fn of(document: &Document<'_>, sentence: usize, classes: &[u8]) -> Surface {
        let columns = document.columns();
        let span = columns.sentence_spans.get(sentence).copied().unwrap_or_default();
        let text = span.of(document.text()).unwrap_or_default();
        let mut surface = Surface::default();
        surface.read_bytes(text.as_bytes());
        let words = columns.sentence_words.get(sentence).copied().unwrap_or_default().range();
        for at in words.clone() {
            let flags = columns.word_flags.get(at).copied().unwrap_or_default();
            let first = at == words.start;
            surface.words += 1.0;
            surface.content += share_of(flags & STOP_WORD == 0);
            surface.capitalised += share_of(flags & CAPITALISED != 0 && !first);
            surface.numbers += share_of(flags & NUMBER != 0);
            let term = columns.word_terms.get(at).copied().unwrap_or(NO_TERM);
            let class = classes.get(term as usize).copied().unwrap_or_default();
            if class != 0 {
                surface.person += share_of(class & IS_PERSON != 0);
                surface.pronouns += share_of(class & IS_PRONOUN != 0);
                surface.speech += share_of(class & IS_SPEECH != 0);
                surface.cues += share_of(class & IS_CUE != 0);
                if first {
                    surface.pronoun_first = share_of(class & IS_PRONOUN != 0);
                    surface.connective_first = share_of(class & IS_CONNECTIVE != 0);
                }
            }
        }
        surface
    }

    fn read_bytes(&mut self, bytes: &[u8]) {
        let mut counts = [0_u32; KINDS];
        for (at, byte) in bytes.iter().enumerate() {
            let kind = KIND[usize::from(*byte)];
            counts[usize::from(kind)] += 1;
            if kind == SIGN {
                let sign = bytes.get(at..at + 3).unwrap_or_default();
                let kind = match sign {
                    [0xE2, 0x80, 0x9C..=0x9F] | [0xC2, 0xAB | 0xBB, _] => QUOTE,
                    [0xE2, 0x82, 0xA0..=0xBF] | [0xC2, 0xA2..=0xA5, _] => CURRENCY,
                    _ => PLAIN,
                };
                counts[usize::from(kind)] += 1;
                counts[usize::from(PLAIN)] = counts[usize::from(PLAIN)].saturating_sub(1);
            }
        }
        let count = |kind: u8| counts[usize::from(kind)] as f32;
        self.characters = (bytes.len() as u32).saturating_sub(counts[usize::from(TRAIL)]) as f32;
        self.quotes = count(QUOTE);
        self.commas = count(COMMA);
        self.currency = count(CURRENCY).min(1.0);
        self.upper = count(UPPER);
        let closing = |byte: &u8| matches!(byte, b'"' | b'\'' | b')' | b']') || byte.is_ascii_whitespace();
        let mut end = bytes.iter().rev().skip_while(|byte| closing(byte)).copied();
        match (end.next(), end.next(), end.next()) {
            (Some(b'?'), _, _) => self.question = 1.0,
            (Some(b'.' | b'!' | b':' | b';'), _, _) => {}
            // A curly closing quotation mark, an ellipsis or the full stop of another script.
            (Some(_), Some(0x80 | 0x81 | 0xA5), Some(0xE0 | 0xE2 | 0xE3)) => {}
            _ => self.unfinished = 1.0,
        }
        self.speaker = share_of(has_speaker(bytes));
    }
}

fn share_of(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// Whether it begins with who says it: `Grad G: `, `#Person1#: `.
fn has_speaker(bytes: &[u8]) -> bool {
    let head = bytes.get(..40.min(bytes.len())).unwrap_or_default();
    let Some(colon) = head.iter().position(|byte| *byte == b':') else { return false };
    let name = &head[..colon];
    let is_name =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'#' | b'.' | b'\'' | b'-' | 0x80..);
    head.get(colon + 1).is_none_or(|byte| *byte == b' ')
        && name.first().is_some_and(|byte| byte.is_ascii_uppercase() || *byte == b'#')
        && name.iter().all(is_name)
        && name.iter().filter(|byte| **byte == b' ').count() < 4
}

const PLAIN: u8 = 0;
const QUOTE: u8 = 1;
const COMMA: u8 = 2;
const CURRENCY: u8 = 3;
const UPPER: u8 = 4;
const TRAIL: u8 = 5;
const SIGN: u8 = 6;
const KINDS: usize = 7;

/// What each byte is on its own.
const KIND: [u8; 256] = {
    let mut kinds = [PLAIN; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'"' => QUOTE,
            b',' => COMMA,
            b'$' => CURRENCY,
            b'A'..=b'Z' => UPPER,
            0x80..=0xBF => TRAIL,
            0xC2 | 0xE2 => SIGN,
            _ => PLAIN,
        };
        byte += 1;
    }
    kinds
};

#[cfg(test)]
mod tests {
    use super::{Surface, classes};
    use crate::Document;

    #[test]
    fn a_sentence_shows_its_signs() {
        let document = Document::parse("Grad G: “We paid $4 million, I said.” \n\nDo they know?\n\nNo stop here");
        let classes = classes(&document);
        let all: Vec<Surface> =
            (0..document.sentences().len()).map(|at| Surface::of(&document, at, &classes)).collect();
        let signs = |s: &Surface| (s.speaker, s.quotes, s.currency, s.commas, s.question, s.person, s.speech);
        assert_eq!(all.first().map(signs), Some((1.0, 2.0, 1.0, 1.0, 0.0, 2.0, 1.0)), "{all:?}");
        assert!(all.iter().any(|surface| surface.question > 0.0 && surface.unfinished < 1.0), "{all:?}");
    }
}
