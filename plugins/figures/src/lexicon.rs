//! What the words of a language say about numbers: one file of words for each language, read once. A file has lines of
//! `class: word word,variant=value`, where `_` stands for a space and the value is a number or a unit.

use std::sync::OnceLock;

use crate::token::{self, SLOTS, Token};

/// What a word or phrase does beside a number. A word can be of several classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Class {
    Number,
    Scale,
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

const CLASSES: [(&str, Class); 49] = [
    ("number", Class::Number),
    ("scale", Class::Scale),
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
const FILES: [(&str, &str); 15] = [
    ("und", include_str!("lexicon/common.txt")),
    ("de", include_str!("lexicon/de.txt")),
    ("en", include_str!("lexicon/en.txt")),
    ("es", include_str!("lexicon/es.txt")),
    ("fr", include_str!("lexicon/fr.txt")),
    ("hi", include_str!("lexicon/hi.txt")),
    ("id", include_str!("lexicon/id.txt")),
    ("it", include_str!("lexicon/it.txt")),
    ("ja", include_str!("lexicon/ja.txt")),
    ("nl", include_str!("lexicon/nl.txt")),
    ("pt", include_str!("lexicon/pt.txt")),
    ("ru", include_str!("lexicon/ru.txt")),
    ("tr", include_str!("lexicon/tr.txt")),
    ("vi", include_str!("lexicon/vi.txt")),
    ("zh", include_str!("lexicon/zh.txt")),
];

/// Languages without words of their own that write a decimal comma.
const DECIMAL_COMMA: [&str; 24] = [
    "az", "be", "bg", "ca", "cs", "da", "el", "et", "eu", "fi", "gl", "hr", "hu", "is", "kk", "lt", "lv", "nb", "no",
    "pl", "ro", "sl", "sv", "uk",
];

/// One word or phrase.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    class: Class,
    /// Lower case, single spaces.
    pub(crate) key: &'static str,
    /// Its number, if it has one; otherwise 0.
    pub(crate) value: f64,
    /// Its unit, if it has one; otherwise empty.
    pub(crate) unit: &'static str,
}

/// The words of one language and those that all share.
pub(crate) struct Lexicon {
    /// By class, then by key.
    entries: Vec<Entry>,
    /// Where each class begins and ends, and of how many tokens its longest phrase is.
    classes: [(usize, usize, usize); CLASSES.len()],
    /// By the slot of a token, the classes of which a phrase may begin and end with it, a bit each: most questions are
    /// answered by these alone.
    begins: Box<[u64; SLOTS]>,
    ends: Box<[u64; SLOTS]>,
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
        for line in own.lines().chain(common.lines()) {
            let Some((class, rest)) = line.split_once(": ") else { continue };
            let Some((_, class)) = CLASSES.iter().find(|(name, _)| *name == class) else { continue };
            for item in rest.split(' ') {
                let (keys, value) = item.split_once('=').unwrap_or((item, ""));
                let number = value.parse().ok();
                for key in keys.split(',') {
                    let key = if key.contains('_') { key.replace('_', " ").leak() } else { key };
                    let unit =
                        if number.is_some() || !value.contains('_') { value } else { value.replace('_', " ").leak() };
                    let unit = if number.is_some() { "" } else { unit };
                    entries.push(Entry { class: *class, key, value: number.unwrap_or(0.0), unit });
                }
            }
        }
        entries.sort_by_key(|entry| (entry.class, entry.key));
        entries.dedup_by_key(|entry| (entry.class, entry.key));
        let mut classes = [(0, 0, 0); CLASSES.len()];
        let (mut begins, mut ends) = (Box::new([0; SLOTS]), Box::new([0; SLOTS]));
        let mut tokens = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            tokens.clear();
            token::read(entry.key, 0, &mut tokens);
            if let [first, ..] = tokens.as_slice()
                && let [.., last] = tokens.as_slice()
            {
                begins[usize::from(first.slot)] |= bit(entry.class);
                ends[usize::from(last.slot)] |= bit(entry.class);
            }
            let (start, end, longest) = &mut classes[entry.class as usize];
            if *end == 0 {
                *start = at;
            }
            *end = at + 1;
            *longest = tokens.len().max(*longest);
        }
        let has = |class: Class| classes[class as usize].1 > 0;
        let decimal_comma = comma || has(Class::DecimalComma);
        Lexicon { classes, begins, ends, language, decimal_comma, entries }
    }

    /// Whether a word could begin a number that is written out; most can be passed over by this alone.
    pub(crate) fn may_begin_number(&self, token: &Token) -> bool {
        const NUMBER: u64 = bit(Class::Number) | bit(Class::Scale) | bit(Class::Ordinal);
        self.begins[usize::from(token.slot)] & NUMBER != 0
    }

    /// Whether a phrase of a class may begin with a token and end with another.
    pub(crate) fn may_be(&self, class: Class, first: &Token, last: &Token) -> bool {
        self.begins[usize::from(first.slot)] & self.ends[usize::from(last.slot)] & bit(class) != 0
    }

    /// Whether a phrase of a class may begin with a token.
    pub(crate) fn may_begin(&self, class: Class, token: &Token) -> bool {
        self.begins[usize::from(token.slot)] & bit(class) != 0
    }

    /// Whether a phrase of a class may end with a token.
    pub(crate) fn may_end(&self, class: Class, token: &Token) -> bool {
        self.ends[usize::from(token.slot)] & bit(class) != 0
    }

    /// The tokens of the longest phrase of a class; 0 if the language has none.
    pub(crate) fn longest(&self, class: Class) -> usize {
        self.classes[class as usize].2
    }

    /// Whether the language has this class.
    pub(crate) fn has(&self, class: Class) -> bool {
        self.longest(class) > 0
    }

    /// What is said of a word or phrase in lower case.
    pub(crate) fn find(&self, class: Class, key: &str) -> Option<&Entry> {
        let (start, end, _) = self.classes[class as usize];
        let entries = self.entries.get(start..end)?;
        entries.binary_search_by_key(&key, |entry| entry.key).ok().and_then(|at| entries.get(at))
    }
}

/// The bit of a class in a set of them.
const fn bit(class: Class) -> u64 {
    1 << class as u8
}
