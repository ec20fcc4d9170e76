//! [`Language::detect`]: which language a text is in. Script decides first, because it is certain and costs little; among
//! Latin and Cyrillic languages a classifier of sixteen is asked and believed only where the function words agree.

use super::character::is_complex;
use super::language::Language;
use super::stop_word::table;
use super::word::for_each_run;
use super::word_set::is_in;

impl Language {
    /// The language of `text`, judged by a sample of less than 2 kB from its beginning, middle and end.
    #[must_use]
    pub fn detect(text: &str) -> Language {
        let sample = sample(text);
        let letters = Letters::of(&sample);
        if letters.all() < MIN_LETTERS {
            return Language::UNKNOWN;
        }
        let by_script = letters.language();
        by_script.unwrap_or_else(|| if letters.all() < MIN_IN_WORDS { Language::UNKNOWN } else { by_words(&sample) })
    }
}

/// Fewer letters than this say nothing: `und`.
const MIN_LETTERS: u32 = 4;
/// Where the script alone does not tell, fewer letters than this are a word or two that many languages could have.
const MIN_IN_WORDS: u32 = 12;
/// How many bytes each of the three pieces of the sample has; together enough for 99.9 % of texts.
const PIECE: usize = 224;

/// How much is read where those have next to nothing.
const BEGINNING: usize = 1 << 14;

/// Prose from three places of the text, without addresses, markup, program text and anything else that has no words.
fn sample(text: &str) -> String {
    let mut sample = String::with_capacity(3 * PIECE + 64);
    let half = floor_boundary(text, text.len() / 2);
    let late = floor_boundary(text, text.len().saturating_sub(text.len() / 8));
    for from in [0, half, late] {
        // No piece reads on for longer than this, so that a text of markup alone costs no more.
        let end = floor_boundary(text, from.saturating_add(4 * PIECE).min(text.len()));
        let full = sample.len() + PIECE;
        // A piece from the inside starts at a word, not in the middle of one.
        let inside = text.get(from..end).unwrap_or_default();
        let skip = if from == 0 { 0 } else { inside.find(char::is_whitespace).unwrap_or(0) };
        let inside = inside.get(skip..).unwrap_or_default();
        let next = inside.trim_ascii_start();
        // With all of the token in the middle of which the piece ends.
        let end = next.bytes().skip(PIECE).position(|byte| byte.is_ascii_whitespace()).map(|end| PIECE + end);
        let whole = next.get(..end.unwrap_or(next.len())).filter(|whole| is_plain(whole.as_bytes()));
        if let Some(next) = whole.and_then(|whole| whole.get(..PIECE)) {
            // What is taken of it is what it is.
            sample.push_str(next);
            sample.push_str(if next.ends_with(' ') { "" } else { " " });
        // To ASCII's own division the vertical tab is no white space.
        } else if inside.is_ascii() && !inside.contains('\u{B}') {
            take(inside.split_ascii_whitespace(), full, &mut sample);
        } else {
            take(inside.split_whitespace(), full, &mut sample);
        }
        if text.len() <= 4 * PIECE {
            return sample;
        }
    }
    // All three were in addresses, tables or markup.
    if sample.len() < PIECE {
        let beginning = text.get(..floor_boundary(text, BEGINNING)).unwrap_or_default();
        take(beginning.split_whitespace(), 3 * PIECE, &mut sample);
    }
    sample
}

/// Whether a piece is ASCII and has single spaces alone between its tokens, none of which is no prose. All of it is looked
/// at, so that the compiler takes many bytes at a time.
fn is_plain(piece: &[u8]) -> bool {
    let is = |byte: &u8, other| u8::from(*byte == other);
    let mark = |byte: &u8| {
        let beyond = u8::from(byte.wrapping_sub(b' ') > b'~' - b' ');
        b"@#<&{\\`".iter().fold(beyond, |any, mark| any | is(byte, *mark))
    };
    let pair = |(byte, next)| {
        let pairs = [(b' ', b' '), (b':', b'/'), (b':', b':'), (b'w', b'w')].into_iter();
        pairs.fold(0, |any, (one, other)| any | is(byte, one) & is(next, other))
    };
    let next = piece.get(1..).unwrap_or_default();
    let marks = piece.iter().map(mark).fold(0, |any, one| any | one);
    marks | piece.iter().zip(next).map(pair).fold(0, |any, one| any | one) == 0
}

/// Appends what is prose of the tokens, until the sample has a length.
fn take<'t>(tokens: impl Iterator<Item = &'t str>, full: usize, sample: &mut String) {
    for token in tokens {
        if sample.len() >= full {
            break;
        }
        let marked = token.bytes().any(|byte| matches!(byte, b':' | b'@'));
        let address = (marked && (token.contains("://") || token.contains('@'))) || token.starts_with("www.");
        let program =
            token.bytes().any(|byte| matches!(byte, b'`' | b'<' | b'>' | b'=')) || marked && token.contains("::");
        if address || program || token.starts_with(['#', '&', '{', '\\']) {
            continue;
        }
        let room = full - sample.len();
        sample.push_str(token.get(..floor_boundary(token, room)).unwrap_or_default());
        sample.push(' ');
    }
}

/// The greatest character boundary of `text` that is not beyond `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// How many letters of each script a sample has.
#[derive(Default)]
struct Letters {
    latin: u32,
    cyrillic: u32,
    ukrainian: u32,
    belarusian: u32,
    kazakh: u32,
    han: u32,
    kana: u32,
    hangul: u32,
    arabic: u32,
    persian: u32,
    urdu: u32,
    pashto: u32,
    devanagari: u32,
    hebrew: u32,
    /// The other scripts, each of which stands for one language.
    single: [u32; SINGLE.len()],
}

/// Scripts that are written by one language, or by one far more than by the others.
const SINGLE: [(u32, u32, Language); 19] = [
    (0x0370, 0x03FF, Language::GREEK),
    (0x0530, 0x058F, Language::ARMENIAN),
    (0x0980, 0x09FF, Language::BENGALI),
    (0x0A00, 0x0A7F, Language::PUNJABI),
    (0x0A80, 0x0AFF, Language::GUJARATI),
    (0x0B00, 0x0B7F, Language::ODIA),
    (0x0B80, 0x0BFF, Language::TAMIL),
    (0x0C00, 0x0C7F, Language::TELUGU),
    (0x0C80, 0x0CFF, Language::KANNADA),
    (0x0D00, 0x0D7F, Language::MALAYALAM),
    (0x0D80, 0x0DFF, Language::SINHALA),
    (0x0E00, 0x0E7F, Language::THAI),
    (0x0E80, 0x0EFF, Language::LAO),
    (0x0F00, 0x0FFF, Language::TIBETAN),
    (0x1000, 0x109F, Language::BURMESE),
    (0x10A0, 0x10FF, Language::GEORGIAN),
    (0x1200, 0x139F, Language::AMHARIC),
    (0x1780, 0x17FF, Language::KHMER),
    (0x1F00, 0x1FFF, Language::GREEK),
];

impl Letters {
    fn of(sample: &str) -> Letters {
        let mut letters = Letters::default();
        // Those of a piece are summed up in one byte, so that the compiler takes many at a time.
        let latin = |piece: &[u8]| piece.iter().fold(0, |sum: u8, byte| sum + u8::from(byte.is_ascii_alphabetic()));
        letters.latin = sample.as_bytes().chunks(PIECE).map(|piece| u32::from(latin(piece))).sum();
        if !sample.is_ascii() {
            sample.chars().filter(|c| !c.is_ascii()).for_each(|c| letters.count(c));
        }
        letters
    }

    /// Counts a character beyond ASCII.
    fn count(&mut self, c: char) {
        if !c.is_alphabetic() {
            return;
        }
        match c as u32 {
            0x00C0..=0x024F | 0x1E00..=0x1EFF => self.latin += 1,
            0x0400..=0x052F => {
                self.cyrillic += 1;
                match c {
                    'і' | 'ї' | 'є' | 'ґ' => self.ukrainian += 1,
                    'ў' => self.belarusian += 1,
                    'қ' | 'ә' | 'ң' | 'ғ' | 'ұ' | 'ү' | 'ө' => self.kazakh += 1,
                    _ => {}
                }
            }
            0x0590..=0x05FF => self.hebrew += 1,
            0x0900..=0x097F => self.devanagari += 1,
            0x0600..=0x06FF => {
                self.arabic += 1;
                match c {
                    'پ' | 'چ' | 'ژ' | 'گ' | 'ی' | 'ک' => self.persian += 1,
                    'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ' | 'ھ' => self.urdu += 1,
                    'ټ' | 'ډ' | 'ړ' | 'ږ' | 'ښ' | 'ځ' | 'څ' | 'ۍ' | 'ې' => self.pashto += 1,
                    _ => {}
                }
            }
            0x3040..=0x30FF | 0x31F0..=0x31FF | 0xFF66..=0xFF9F => self.kana += 1,
            0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => self.hangul += 1,
            0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF => self.han += 1,
            code => {
                if let Some(at) = SINGLE.iter().position(|(from, to, _)| (*from..=*to).contains(&code)) {
                    self.single[at] += 1;
                }
            }
        }
    }

    fn all(&self) -> u32 {
        // A Han character says as much as a word.
        let dense = 4 * (self.han + self.kana) + 2 * self.hangul;
        let sparse = self.latin + self.cyrillic + self.arabic + self.devanagari + self.hebrew;
        dense + sparse + self.single.iter().sum::<u32>()
    }

    /// The language, if the script decides it.
    fn language(&self) -> Option<Language> {
        let east = 2 * (self.han + self.kana + self.hangul);
        let (single, at) = self.single.iter().enumerate().map(|(at, n)| (*n, at)).max().unwrap_or_default();
        let most = self.latin.max(self.cyrillic).max(east).max(self.arabic).max(self.devanagari).max(self.hebrew);
        if single >= most && single > 0 {
            return SINGLE.get(at).map(|(_, _, language)| *language);
        }
        if most == east {
            return Some(if self.hangul > self.han + self.kana {
                Language::KOREAN
            } else if 12 * self.kana > self.han {
                Language::JAPANESE
            } else {
                Language::CHINESE
            });
        }
        if most == self.arabic {
            let share = |part: u32, whole: u32| part * whole > self.arabic;
            return Some(if share(self.pashto, 40) {
                Language::PASHTO
            } else if share(self.urdu, 25) {
                Language::URDU
            } else if share(self.persian, 25) {
                Language::PERSIAN
            } else {
                Language::ARABIC
            });
        }
        if most == self.cyrillic {
            let share = |part: u32| part * 40 > self.cyrillic;
            return if share(self.kazakh) {
                Some(Language::KAZAKH)
            } else if share(self.belarusian) {
                Some(Language::BELARUSIAN)
            } else {
                share(self.ukrainian).then_some(Language::UKRAINIAN)
            };
        }
        if most == self.hebrew {
            return Some(Language::HEBREW);
        }
        None
    }
}

/// Languages that share a script, told apart by their words.
fn by_words(sample: &str) -> Language {
    // No other language has nearly as many of its stop words, so that the usual one need not be looked for.
    let english = share_of_stop_words(sample, Language::ENGLISH);
    if english.hits >= CERTAIN_HITS && english.believable() {
        return Language::ENGLISH;
    }
    let first = of_whichlang(whichlang::detect_language(sample));
    let agreed = share_of_stop_words(sample, first);
    let strange = is_strange(sample, first);
    // Danish and Norwegian have a third of their function words in common with Swedish, which is among the sixteen.
    let nearer = |relative: &Language| share_of_stop_words(sample, *relative).hits > agreed.hits;
    let related = first == Language::SWEDISH && [Language::DANISH, Language::BOKMAL].iter().any(nearer);
    if agreed.believable() && !strange && !related {
        return first;
    }
    // Sixteen languages are all that it knows: seventy have another say.
    let (second, is_reliable) = whatlang::detect(sample)
        .map_or((Language::UNKNOWN, false), |info| (Language::from_code(info.lang().code()), info.is_reliable()));
    if !ALPHABETS.iter().any(|(language, _)| *language == first) {
        let other = share_of_stop_words(sample, second);
        let sure = is_reliable && agreed.hits * 8 < agreed.words;
        return if second != Language::UNKNOWN && (other.hits > agreed.hits || sure) { second } else { first };
    }
    // Of relatives whose letters are all possible the one with the most function words, if those are more.
    let named = [second].into_iter().filter(|language| *language != Language::UNKNOWN);
    let possible = named.chain(ALPHABETS.iter().map(|(language, _)| *language)).filter(|it| !is_strange(sample, *it));
    let hits = possible.map(|language| (share_of_stop_words(sample, language).hits, language));
    let (most, best) = hits.reduce(|best, it| if it.0 > best.0 { it } else { best }).unwrap_or((0, first));
    let unlisted = second != Language::UNKNOWN && table(second).is_none();
    if unlisted && is_reliable && most * 8 < agreed.words {
        second
    } else if most > agreed.hits && (best == second || most >= LEAST_HITS) {
        best
    } else if strange && !agreed.believable() && second != Language::UNKNOWN {
        second
    } else {
        first
    }
}

/// So many function words overrule both classifiers.
const LEAST_HITS: u32 = 3;

/// The letters beyond ASCII of languages that are written in Latin letters and have stop words here.
const ALPHABETS: [(Language, &str); 17] = [
    (Language::ENGLISH, "éèêïöüñç"),
    (Language::GERMAN, "äöüß"),
    (Language::FRENCH, "àâçéèêëîïôùûüÿœæ"),
    (Language::SPANISH, "áéíóúüñ"),
    (Language::ITALIAN, "àèéìíîòóùú"),
    (Language::PORTUGUESE, "áâãàçéêíóôõúü"),
    (Language::DUTCH, "áàäéèêëíïóöúüû"),
    (Language::SWEDISH, "åäöéàü"),
    (Language::DANISH, "æøåéäöü"),
    (Language::BOKMAL, "æøåéèòóôêüö"),
    (Language::FINNISH, "äöåšž"),
    (Language::TURKISH, "çğıöşüâîû\u{307}"),
    (Language::INDONESIAN, "é"),
    (Language::POLISH, "ąćęłńóśźż"),
    (Language::CZECH, "áčďéěíňóřšťúůýž"),
    (Language::ROMANIAN, "ăâîșțşţ"),
    (Language::HUNGARIAN, "áéíóöőúüű"),
];

/// Whether at least two letters of a sample, and half of those beyond ASCII, are none that a language has.
fn is_strange(sample: &str, language: Language) -> bool {
    let Some((_, alphabet)) = ALPHABETS.iter().find(|(of, _)| *of == language) else { return false };
    let (mut letters, mut strange) = (0_u32, 0_u32);
    for c in sample.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()) {
        letters += 1;
        strange += u32::from(!c.to_lowercase().all(|c| alphabet.contains(c)));
    }
    strange >= 2 && strange * 2 >= letters
}

/// How many English stop words are enough, if they are a quarter of the words.
const CERTAIN_HITS: u32 = 12;

/// How many of the sample's words are stop words of a language.
struct Share {
    hits: u32,
    words: u32,
}

impl Share {
    /// Running text of a language has a third of stop words, that of a close relative a tenth.
    fn believable(&self) -> bool {
        self.hits >= 3 && self.hits * 4 >= self.words
    }
}

fn share_of_stop_words(sample: &str, language: Language) -> Share {
    let mut share = Share { hits: 0, words: 0 };
    let stop_words = table(language);
    for_each_run(sample, |run| {
        if run.chars().next().is_some_and(|c| c.is_alphabetic() && !is_complex(c)) {
            share.words += 1;
            share.hits += u32::from(stop_words.is_some_and(|table| is_in(run, table)));
        }
    });
    share
}

fn of_whichlang(lang: whichlang::Lang) -> Language {
    Language::from_code(lang.three_letter_code())
}

#[cfg(test)]
mod tests {
    use super::{PIECE, sample, take};

    #[test]
    fn a_piece_is_what_is_prose_of_its_tokens() {
        let around = "The keeper of the light rowed out, and nobody saw her. ".repeat(6);
        for token in
            ["http://pell.example/a", "jo@pell.example", "www.pell.example", "#a", "a#b", " x", "\n", "\u{B}", "é", "&"]
        {
            for at in 0..around.len() {
                let text = format!("{}{token}{}", &around[..at], &around[at..]);
                let mut expected = String::new();
                take(text.split_whitespace(), PIECE, &mut expected);
                assert_eq!(sample(&text), expected, "{text}");
            }
        }
    }
}
