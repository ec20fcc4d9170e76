//! What the words of a language say about numbers: one file of words for each language, read once. A file has lines of
//! `class: word word,variant=value`, where `_` stands for a space and the value is a number or a unit.

use std::sync::OnceLock;

use summariser_core::Span;

use crate::token::{self, SLOTS, Token};

/// What a word or phrase does beside a number. A word can be of several classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Class {
    Number,
    Scale,
    /// An article that makes one of a scale: `a hundred`.
    One,
    /// What is part of another number: `a quarter of a million`.
    Fraction,
    Suffix,
    Ordinal,
    Ending,
    Decade,
    Month,
    Day,
    Percent,
    PercentBefore,
    Currency,
    /// A currency's sign or code, which may stand before the number, too.
    Money,
    Unit,
    Duration,
    Old,
    Aged,
    Was,
    About,
    After,
    Range,
    Between,
    And,
    Of,
    Det,
    Adjective,
    Plural,
    Never,
    NotUnit,
    Label,
    Street,
    Year,
    Oclock,
    Clock,
    HourSign,
    Ranked,
    Rank,
    Dull,
    YearWord,
    MonthWord,
    DayWord,
    MinuteWord,
    HalfWord,
    ScoreWord,
    Counter,
    NothingAfter,
    Single,
    DecimalComma,
    SpaceThousands,
    DayFirst,
}

const CLASSES: [(&str, Class); 51] = [
    ("number", Class::Number),
    ("scale", Class::Scale),
    ("one", Class::One),
    ("fraction", Class::Fraction),
    ("suffix", Class::Suffix),
    ("ordinal", Class::Ordinal),
    ("ending", Class::Ending),
    ("decade", Class::Decade),
    ("month", Class::Month),
    ("day", Class::Day),
    ("percent", Class::Percent),
    ("percent-before", Class::PercentBefore),
    ("currency", Class::Currency),
    ("sign", Class::Money),
    ("unit", Class::Unit),
    ("duration", Class::Duration),
    ("old", Class::Old),
    ("aged", Class::Aged),
    ("was", Class::Was),
    ("about", Class::About),
    ("after", Class::After),
    ("range", Class::Range),
    ("between", Class::Between),
    ("and", Class::And),
    ("of", Class::Of),
    ("det", Class::Det),
    ("adjective", Class::Adjective),
    ("plural", Class::Plural),
    ("never", Class::Never),
    ("not-unit", Class::NotUnit),
    ("label", Class::Label),
    ("street", Class::Street),
    ("year", Class::Year),
    ("oclock", Class::Oclock),
    ("clock", Class::Clock),
    ("hour-sign", Class::HourSign),
    ("ranked", Class::Ranked),
    ("rank", Class::Rank),
    ("dull", Class::Dull),
    ("year-word", Class::YearWord),
    ("month-word", Class::MonthWord),
    ("day-word", Class::DayWord),
    ("minute-word", Class::MinuteWord),
    ("half-word", Class::HalfWord),
    ("score-word", Class::ScoreWord),
    ("counter", Class::Counter),
    ("nothing-after", Class::NothingAfter),
    ("single", Class::Single),
    ("decimal-comma", Class::DecimalComma),
    ("space-thousands", Class::SpaceThousands),
    ("day-first", Class::DayFirst),
];

/// Where the words of a language are.
const FILES: [(&str, &str); 30] = [
    ("und", include_str!("lexicon/common.txt")),
    ("ar", include_str!("lexicon/ar.txt")),
    ("cs", include_str!("lexicon/cs.txt")),
    ("da", include_str!("lexicon/da.txt")),
    ("de", include_str!("lexicon/de.txt")),
    ("el", include_str!("lexicon/el.txt")),
    ("en", include_str!("lexicon/en.txt")),
    ("es", include_str!("lexicon/es.txt")),
    ("fa", include_str!("lexicon/fa.txt")),
    ("fi", include_str!("lexicon/fi.txt")),
    ("fr", include_str!("lexicon/fr.txt")),
    ("he", include_str!("lexicon/he.txt")),
    ("hi", include_str!("lexicon/hi.txt")),
    ("hu", include_str!("lexicon/hu.txt")),
    ("id", include_str!("lexicon/id.txt")),
    ("it", include_str!("lexicon/it.txt")),
    ("ja", include_str!("lexicon/ja.txt")),
    ("ko", include_str!("lexicon/ko.txt")),
    ("nb", include_str!("lexicon/nb.txt")),
    ("nl", include_str!("lexicon/nl.txt")),
    ("pl", include_str!("lexicon/pl.txt")),
    ("pt", include_str!("lexicon/pt.txt")),
    ("ro", include_str!("lexicon/ro.txt")),
    ("ru", include_str!("lexicon/ru.txt")),
    ("sv", include_str!("lexicon/sv.txt")),
    ("th", include_str!("lexicon/th.txt")),
    ("tr", include_str!("lexicon/tr.txt")),
    ("uk", include_str!("lexicon/uk.txt")),
    ("vi", include_str!("lexicon/vi.txt")),
    ("zh", include_str!("lexicon/zh.txt")),
];

/// Languages without words of their own that write a decimal comma.
const DECIMAL_COMMA: [&str; 14] = ["az", "be", "bg", "ca", "et", "eu", "gl", "hr", "is", "kk", "lt", "lv", "sk", "sl"];

/// One word or phrase.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) class: Class,
    /// Lower case, single spaces.
    pub(crate) key: &'static str,
    /// Its number, if it has one; otherwise 0.
    pub(crate) value: f64,
    /// Its unit, if it has one; otherwise empty.
    pub(crate) unit: &'static str,
    /// Of how many tokens it is.
    tokens: u8,
    /// The slots of its first and last token.
    ends: [u16; 2],
}

/// The words of a language by the slots of their first or of their last tokens.
struct Index {
    /// The classes that each slot has, a bit each: most questions are answered by these alone.
    classes: Box<[u64; SLOTS]>,
    /// Where the entries of each slot end; they begin where those of the slot before it end.
    until: Box<[u16; SLOTS]>,
    /// Of one slot the longest first.
    entries: Vec<Entry>,
}

impl Index {
    /// The entries by their first (0) or last (1) token.
    fn new(entries: &[Entry], end: usize) -> Index {
        let (mut classes, mut until) = (Box::new([0; SLOTS]), Box::new([0u16; SLOTS]));
        let slot = |entry: &Entry| usize::from(entry.ends[end]);
        for entry in entries {
            classes[slot(entry)] |= bit(entry.class);
            until[slot(entry)] += 1;
        }
        // First where each slot begins; while it is filled this becomes where it ends.
        let mut sum = 0;
        for count in until.iter_mut() {
            sum += std::mem::replace(count, sum);
        }
        let mut sorted = entries.to_vec();
        for entry in entries {
            let place = &mut until[slot(entry)];
            sorted[usize::from(*place)] = *entry;
            *place += 1;
        }
        for same in sorted.chunk_by_mut(|one, other| slot(one) == slot(other)) {
            same.sort_by_key(|entry| std::cmp::Reverse(entry.tokens));
        }
        Index { classes, until, entries: sorted }
    }

    fn has(&self, classes: u64, slot: u16) -> bool {
        self.classes[usize::from(slot)] & classes != 0
    }

    /// The entries of a slot, the longest first; of the same words what the language says comes first.
    fn of(&self, slot: u16) -> &[Entry] {
        let start = slot.checked_sub(1).map_or(0, |before| self.until[usize::from(before)]);
        self.entries.get(usize::from(start)..usize::from(self.until[usize::from(slot)])).unwrap_or_default()
    }
}

/// The words of one language and those that all share.
pub(crate) struct Lexicon {
    by_first: Index,
    by_last: Index,
    /// For each byte that a number may begin with the bytes that may follow it, a bit for each of them modulo 32, which
    /// makes small letters of capitals.
    numbers: Box<[u32; 256]>,
    /// The classes that there are.
    classes: u64,
    /// The language's code, `und` where it has no words here.
    pub(crate) language: &'static str,
    /// Whether the comma divides whole from fraction.
    pub(crate) decimal_comma: bool,
}

impl Lexicon {
    /// The words of a language; read when it is first asked for.
    pub(crate) fn of(language: &str) -> &'static Lexicon {
        static READ: [OnceLock<Lexicon>; FILES.len() + 1] = [const { OnceLock::new() }; FILES.len() + 1];
        let known = FILES.iter().position(|(code, _)| *code == language).unwrap_or(0);
        let comma = known == 0 && DECIMAL_COMMA.contains(&language);
        let place = if comma { FILES.len() } else { known };
        let [(_, common), ..] = FILES;
        let (code, own) = FILES.get(known).copied().unwrap_or(("und", ""));
        let own = if known == 0 { "" } else { own };
        let read = READ.get(place).unwrap_or(&READ[0]);
        read.get_or_init(|| Lexicon::read(code, common, own, comma))
    }

    fn read(language: &'static str, common: &'static str, own: &'static str, comma: bool) -> Lexicon {
        // What a language says of a word comes before what all say.
        let mut entries: Vec<Entry> = Vec::new();
        let mut tokens = Vec::new();
        for line in own.lines().chain(common.lines()) {
            let Some((class, rest)) = line.split_once(": ") else { continue };
            let Some((_, class)) = CLASSES.iter().find(|(name, _)| *name == class) else { continue };
            for item in rest.split(' ') {
                let (keys, value) = item.split_once('=').unwrap_or((item, ""));
                let number = value.parse().ok();
                let unit = if number.is_some() { "" } else { spaced(value) };
                for key in keys.split(',').map(spaced) {
                    tokens.clear();
                    token::read(key, 0, &mut tokens);
                    let ends = [tokens.first(), tokens.last()].map(|token| token.map_or(0, |token| token.slot));
                    let (value, tokens) = (number.unwrap_or(0.0), tokens.len() as u8);
                    entries.push(Entry { class: *class, key, value, unit, tokens, ends });
                }
            }
        }
        let classes = entries.iter().fold(0, |classes, entry| classes | bit(entry.class));
        let decimal_comma = comma || classes & bit(Class::DecimalComma) != 0;
        let (by_first, by_last) = (Index::new(&entries, 0), Index::new(&entries, 1));
        let numbers = numbers(entries.iter().filter(|entry| bit(entry.class) & NUMBERS != 0));
        Lexicon { by_first, by_last, numbers, classes, language, decimal_comma }
    }

    /// Whether a piece of text may hold a number, in digits or written out, by a look at its bytes: most sentences are
    /// done with here. `words` are its words, in a text that it begins in at `base`.
    pub(crate) fn may_hold_number(&self, piece: &str, base: u32, words: &[Span]) -> bool {
        let bytes = piece.as_bytes();
        // All bytes, so that the compiler takes many at a time.
        let any = |is: fn(u8) -> bool| bytes.iter().fold(false, |any, byte| any | is(*byte));
        if any(|byte| byte.is_ascii_digit()) {
            return true;
        }
        let begins = |at: usize| {
            let Some(rest @ [first, second, ..]) = bytes.get(at..) else { return false };
            self.numbers[usize::from(*first)] >> (second & 31) & 1 != 0
                && token::word_slot(rest).is_none_or(|slot| self.by_first.has(NUMBERS, slot))
        };
        if !piece.is_ascii() {
            // Only behind marks a number may begin within a word.
            let inside = |at: usize| bytes.get(at.wrapping_sub(1)).is_some_and(u8::is_ascii_alphabetic);
            return (0..bytes.len()).any(|at| begins(at) && !inside(at));
        }
        words.iter().any(|word| begins(word.start.wrapping_sub(base) as usize))
            // `d'une`
            || any(|byte| byte == b'\'') && piece.match_indices('\'').any(|(at, _)| begins(at + 1))
    }

    /// Whether a number that is written out may begin with a token.
    pub(crate) fn may_begin_number(&self, token: &Token) -> bool {
        self.by_first.has(NUMBERS, token.slot)
    }

    /// Whether the language has this class.
    pub(crate) fn has(&self, class: Class) -> bool {
        self.classes & bit(class) != 0
    }

    /// Whether a phrase of a class may begin with a token.
    pub(crate) fn may_begin(&self, class: Class, token: &Token) -> bool {
        self.by_first.has(bit(class), token.slot)
    }

    /// Whether a phrase of a class may end with a token.
    pub(crate) fn may_end(&self, class: Class, token: &Token) -> bool {
        self.by_last.has(bit(class), token.slot)
    }

    /// What may begin with a token, the longest phrases first.
    pub(crate) fn beginning(&self, token: &Token) -> &[Entry] {
        self.by_first.of(token.slot)
    }

    /// What may end with a token, the longest phrases first.
    pub(crate) fn ending(&self, token: &Token) -> &[Entry] {
        self.by_last.of(token.slot)
    }
}

/// The classes of numbers that are written out.
const NUMBERS: u64 = bit(Class::Number) | bit(Class::Scale) | bit(Class::Ordinal);

/// What the first two bytes may be of words for numbers, and of digits beyond ASCII.
fn numbers<'e>(entries: impl Iterator<Item = &'e Entry>) -> Box<[u32; 256]> {
    let mut numbers = Box::new([0; 256]);
    for lead in ["\u{660}", "\u{6F0}", "\u{966}", "\u{9E6}", "\u{FF10}"].iter().filter_map(|digit| digit.bytes().next())
    {
        numbers[usize::from(lead)] = u32::MAX;
    }
    for entry in entries {
        let mut bytes = entry.key.bytes();
        let (Some(first), second) = (bytes.next(), bytes.next()) else { continue };
        let seconds = match second {
            Some(second) if first.is_ascii() && second.is_ascii() => 1 << (second & 31),
            _ => u32::MAX,
        };
        numbers[usize::from(first)] |= seconds;
        numbers[usize::from(first.to_ascii_uppercase())] |= seconds;
        // Capitals have another first byte, `İ` even one beyond ASCII.
        let capitals = entry.key.chars().next().into_iter().flat_map(char::to_uppercase);
        let capitals = capitals.chain((first == b'i').then_some('İ')).filter(|c| !c.is_ascii());
        for capital in capitals {
            let lead = capital.encode_utf8(&mut [0; 4]).bytes().next().unwrap_or_default();
            numbers[usize::from(lead)] = u32::MAX;
        }
    }
    numbers
}

/// A word with spaces for `_`.
fn spaced(word: &'static str) -> &'static str {
    if word.contains('_') { word.replace('_', " ").leak() } else { word }
}

/// The bit of a class in a set of them.
const fn bit(class: Class) -> u64 {
    1 << class as u8
}

impl Entry {
    /// Of how many tokens it is.
    pub(crate) fn tokens(&self) -> usize {
        usize::from(self.tokens)
    }

    /// Whether it may begin and end with these tokens.
    pub(crate) fn fits(&self, first: &Token, last: &Token) -> bool {
        self.ends == [first.slot, last.slot]
    }

    /// Whether it is a code such as `TRY`, which is a word, too, where it is small.
    pub(crate) fn is_code(&self) -> bool {
        self.class == Class::Money && self.key.len() == 3 && self.unit.eq_ignore_ascii_case(self.key)
    }
}
