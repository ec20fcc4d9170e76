//! The surface of a sentence: what shows without knowing what it is about. Punctuation, figures, capitals, how it begins
//! and ends, and, in English, a few words of function. Bytes and flags are counted by tables that hold four counts in one
//! number; words are looked up once for each term of the text and not for each word.

use crate::Document;
use crate::document::{CAPITALISED, NO_TERM, NUMBER, STOP_WORD};

/// What a word is, as a bit of its class, and the terms that are it.
const LISTS: [(u8, &[&str]); 7] = [
    (PERSON, &["i", "we", "you", "me", "us", "my", "our", "your", "i'm", "we're", "you're", "i've", "we've", "i'll"]),
    (WRITER, &["i", "we"]),
    (THIS, &["this", "our"]),
    // What a writer does with his subject: "we propose".
    (
        ANNOUNCE,
        &[
            "propos", "present", "introduc", "develop", "describ", "studi", "investig", "explor", "examin", "argu",
            "address", "design", "consid", "formul", "provid", "offer", "aim", "analyz", "analys",
        ],
    ),
    // What he found: "we show".
    (
        RESULT,
        &[
            "show",
            "demonstr",
            "find",
            "found",
            "achiev",
            "outperform",
            "improv",
            "reveal",
            "confirm",
            "suggest",
            "prove",
            "conclud",
            "indic",
            "obtain",
        ],
    ),
    // What he calls his text: "in this paper".
    (
        WORK,
        &[
            "paper",
            "work",
            "studi",
            "articl",
            "approach",
            "method",
            "model",
            "framework",
            "algorithm",
            "result",
            "experi",
            "techniqu",
            "architectur",
            "thesi",
            "review",
            "survey",
            "research",
            "essay",
        ],
    ),
    (
        AMOUNT,
        &[
            "percent",
            "million",
            "billion",
            "trillion",
            "prozent",
            "milliard",
            "millionen",
            "milliarden",
            "millon",
            "milion",
            "triệu",
            "tỷ",
            "juta",
            "miliar",
            "миллион",
            "миллиард",
            "процент",
        ],
    ),
];

const PERSON: u8 = 1;
const WRITER: u8 = 2;
const THIS: u8 = 4;
const ANNOUNCE: u8 = 8;
const RESULT: u8 = 16;
const WORK: u8 = 32;
const AMOUNT: u8 = 64;

/// The longest term of the lists, in bytes.
const LONGEST: usize = 16;

/// For each byte and length the classes of which some term of that length begins with that byte: few other words get past.
static MAYBE: [[u8; LONGEST + 1]; 256] = {
    let mut maybe = [[0; LONGEST + 1]; 256];
    let mut list = 0;
    while list < LISTS.len() {
        let (class, terms) = LISTS[list];
        let mut at = 0;
        while at < terms.len() {
            maybe[terms[at].as_bytes()[0] as usize][terms[at].len()] |= class;
            at += 1;
        }
        list += 1;
    }
    maybe
};

/// The classes of each term.
fn classes(document: &Document<'_>) -> Vec<u8> {
    let read = if document.language() == "en" { u8::MAX } else { AMOUNT };
    let (pool, offsets) = (document.columns().term_pool.as_ref(), &document.columns().term_offsets);
    let class = |ends: &[u32]| {
        let Some(text) = pool.get(ends[0] as usize..ends[1] as usize).filter(|text| text.len() <= LONGEST) else {
            return 0;
        };
        let maybe = read & text.as_bytes().first().map_or(0, |first| MAYBE[usize::from(*first)][text.len()]);
        if maybe == 0 {
            return 0;
        }
        let is_in = |(class, terms): &&(u8, &[&str])| maybe & class != 0 && terms.contains(&text);
        LISTS.iter().filter(is_in).fold(0, |classes, (class, _)| classes | class)
    };
    offsets.windows(2).map(class).collect()
}

/// What shows of one sentence; counts, and 0 or 1 for what is or is not.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Surface {
    /// White space left out.
    pub(super) characters: f32,
    pub(super) words: f32,
    /// Words that are no stop words.
    pub(super) content: f32,
    /// Words after the first that begin with a capital.
    pub(super) capitalised: f32,
    /// Words that begin with a digit.
    pub(super) numbers: f32,
    /// Signs of an amount: of money, of per cent, decimals, groups of digits, words such as `million`.
    pub(super) figures: f32,
    pub(super) quotes: f32,
    pub(super) question: f32,
    /// It ends in no final sign.
    pub(super) unfinished: f32,
    /// It begins with who says it.
    pub(super) speaker: f32,
    /// Words of the first and second person (English).
    pub(super) person: f32,
    /// It says what the text is about or has found: "we propose", "in this paper" (English).
    pub(super) announces: f32,
}

/// What the blend reads of a surface.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Signs {
    pub(super) figures: f32,
    pub(super) speaker: bool,
    pub(super) announces: bool,
}

impl Surface {
    /// The surfaces of all sentences, one after the other. Reads the columns of sentences, words and terms, and the
    /// language.
    pub(super) fn all(document: &Document<'_>) -> impl Iterator<Item = Surface> {
        let classes = classes(document);
        (0..document.columns().sentence_spans.len()).map(move |at| Surface::of(document, at, &classes))
    }

    pub(super) fn signs(&self) -> Signs {
        Signs { figures: self.figures, speaker: self.speaker > 0.0, announces: self.announces > 0.0 }
    }

    fn of(document: &Document<'_>, sentence: usize, classes: &[u8]) -> Surface {
        let columns = document.columns();
        let span = columns.sentence_spans.get(sentence).copied().unwrap_or_default();
        let mut surface = Surface::default();
        surface.read_bytes(span.of(document.text()).unwrap_or_default().as_bytes());
        let range = columns.sentence_words.get(sentence).copied().unwrap_or_default().range();
        let flags = columns.word_flags.get(range.clone()).unwrap_or_default();
        let [stop_words, capitalised, numbers, _] = count(flags, &OF_FLAGS);
        let first = flags.first().map_or(0, |flags| u32::from(flags & CAPITALISED != 0));
        surface.words = flags.len() as f32;
        surface.content = (flags.len() as u32 - stop_words) as f32;
        surface.capitalised = (capitalised - first) as f32;
        surface.numbers = numbers as f32;
        if surface.numbers > 0.0 {
            let numbers = range.clone().zip(flags).filter(|(_, flags)| *flags & NUMBER != 0);
            let texts = numbers.filter_map(|(at, _)| columns.word_spans.get(at)?.of(document.text()));
            surface.figures += texts.map(groups).sum::<f32>();
        }
        surface.read_classes(columns.word_terms.get(range).unwrap_or_default(), classes);
        surface
    }

    fn read_classes(&mut self, terms: &[u32], classes: &[u8]) {
        let (mut before, mut last) = (0, 0);
        for term in terms {
            let class = if *term == NO_TERM { 0 } else { classes.get(*term as usize).copied().unwrap_or_default() };
            if class != 0 {
                self.person += share_of(class & PERSON != 0);
                self.figures += share_of(class & AMOUNT != 0);
                let acts = last & WRITER != 0 && class & (ANNOUNCE | RESULT) != 0;
                let names = (last | before) & THIS != 0 && class & WORK != 0;
                if acts || names {
                    self.announces = 1.0;
                }
            }
            (before, last) = (last, class);
        }
    }

    fn read_bytes(&mut self, bytes: &[u8]) {
        let [trailing, white, mut quotes, mut figures] = count(bytes, &OF_BYTES);
        // Without white space, so that how lines are wrapped makes no difference.
        self.characters = (bytes.len() as u32 - trailing - white) as f32;
        if trailing > 0 {
            for sign in bytes.windows(3) {
                match sign {
                    [0xE2, 0x80, 0x9C..=0x9F] | [0xC2, 0xAB | 0xBB, _] | [0xE3, 0x80, 0x8C..=0x8F] => quotes += 1,
                    [0xE2, 0x82, 0xA0..=0xBF] | [0xC2, 0xA2..=0xA5, _] | [0xEF, 0xBC, 0x85] => figures += 1,
                    _ => {}
                }
            }
        }
        (self.quotes, self.figures) = (quotes as f32, figures as f32);
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

/// For each byte what it counts as: four counts of 16 bits.
type Table = [u64; 256];

/// Of the bytes of a text: later bytes of characters, white space, quotation marks, signs of an amount.
static OF_BYTES: Table = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < table.len() {
        let byte = at as u8;
        let white = matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        table[at] = counts([byte & 0xC0 == 0x80, white, byte == b'"', matches!(byte, b'%' | b'$')]);
        at += 1;
    }
    table
};

/// Of the flags of words: stop words, words with a capital, numbers.
static OF_FLAGS: Table = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < table.len() {
        let flags = at as u8;
        table[at] = counts([flags & STOP_WORD != 0, flags & CAPITALISED != 0, flags & NUMBER != 0, false]);
        at += 1;
    }
    table
};

const fn counts(of: [bool; 4]) -> u64 {
    of[0] as u64 | (of[1] as u64) << 16 | (of[2] as u64) << 32 | (of[3] as u64) << 48
}

/// The four counts over some bytes, together as long as none can overflow into the next.
fn count(bytes: &[u8], table: &Table) -> [u32; 4] {
    bytes.chunks(usize::from(u16::MAX)).fold([0; 4], |counts, part| {
        let sum = part.iter().map(|byte| table[usize::from(*byte)]).sum::<u64>();
        std::array::from_fn(|at| counts[at] + u32::from((sum >> (16 * at)) as u16))
    })
}

fn share_of(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// How often a point or comma stands between two digits.
fn groups(number: &str) -> f32 {
    let is_group = |part: &&[u8]| matches!(part, [b'0'..=b'9', b'.' | b',', b'0'..=b'9']);
    number.as_bytes().windows(3).filter(is_group).count() as f32
}

/// Whether it begins with who says it: `Grad G: `, `#Person1#: `.
fn has_speaker(bytes: &[u8]) -> bool {
    let head = bytes.get(..40.min(bytes.len())).unwrap_or_default();
    let Some(colon) = head.iter().position(|byte| *byte == b':') else { return false };
    let name = &head[..colon];
    let is_name = |byte: &u8| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'#' | b'.' | b'\'' | b'-' | 0x80..)
    };
    head.get(colon + 1).is_none_or(u8::is_ascii_whitespace)
        && name.first().is_some_and(|byte| byte.is_ascii_uppercase() || *byte == b'#')
        && name.iter().all(is_name)
        && name.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).count() <= 4
}

#[cfg(test)]
mod tests {
    use super::Surface;
    use crate::Document;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, f32)]) {
        let surface = Surface::all(&Document::parse(text)).next().unwrap_or_default();
        for (name, value) in expected {
            let got = match *name {
                "figures" => surface.figures,
                "quotes" => surface.quotes,
                "question" => surface.question,
                "unfinished" => surface.unfinished,
                "speaker" => surface.speaker,
                "person" => surface.person,
                "announces" => surface.announces,
                "capitalised" => surface.capitalised,
                "characters" => surface.characters,
                _ => f32::NAN,
            };
            assert_eq!(got, *value, "{name} of {text:?}: {surface:?}");
        }
    }

    #[test]
    fn a_sentence_shows_its_signs() {
        check("Grad G: “We paid $4 million, I said.”", &[("speaker", 1.0), ("quotes", 2.0), ("person", 2.0)]);
        check("Sales rose 6.5% to €1,250.75 million.", &[("figures", 6.0), ("unfinished", 0.0)]);
        check("The town has 3 bridges and 12 mills", &[("figures", 0.0), ("unfinished", 1.0)]);
        check("Do Ana and Ben know?", &[("question", 1.0), ("capitalised", 2.0), ("unfinished", 0.0)]);
        check("Größe zählt.", &[("characters", 11.0), ("person", 0.0)]);
    }

    #[test]
    fn a_writer_announces_what_he_does() {
        for text in
            ["Here we propose a faster dam.", "In this short paper dams are compared.", "Our results are clear."]
        {
            check(text, &[("announces", 1.0)]);
        }
        for text in ["They propose a dam.", "The paper was wet.", "We walked home.", "Wir zeigen das."] {
            check(text, &[("announces", 0.0)]);
        }
    }
}
