//! How many syllables a word has, by its spelling. Rules instead of hyphenation patterns: hyphenation leaves out every
//! break that would look bad at the end of a line, and counts about half of all English words wrong. What the rules of
//! English miss is mended by a small table that was learnt (`correction`).

use crate::correction::correction;
use crate::piece::{Piece, first_eight, last_eight};
use crate::vowel_pair;

/// Counts the syllables of a word in lower case; at least 1, but for Russian, where `в` and `с` have none. `plain`: it has
/// the letters a to z alone.
///
/// `language` is a code such as `en`; languages that nothing is known of count their runs of vowels. A word without a
/// letter, such as a number, is one syllable.
pub(crate) fn syllables(word: &str, plain: bool, language: &str) -> u32 {
    if plain && language == "en" && !word.is_empty() {
        return Letters::new(word).syllables();
    }
    if !word.contains(char::is_alphabetic) {
        return 1;
    }
    if language == "ru" {
        return count(word.chars().filter(|c| "аеёиоуыэюя".contains(*c)));
    }
    let parts = word.split(['-', '‐', '–', '/']).filter(|part| !part.is_empty());
    let of_part = match language {
        "en" => english,
        "de" => german,
        "fr" => french,
        "nl" => dutch,
        "es" | "it" | "pt" => romance,
        _ => |part: &str| nuclei(part, "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœаеёиоуыэюяіїє", &[]),
    };
    let sum: u32 = parts.map(of_part).sum();
    // What is only vowelless in part (`e-mail's`) needs no more; what has no vowel at all is still said.
    if language == "pt" { sum.max(1) + unmarked_hiatus(word) } else { sum.max(1) }
}

fn count(items: impl Iterator) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

/// Counts the runs of vowels, each cut greedily into the listed groups and single vowels. Without groups a run is one.
fn nuclei(word: &str, vowels: &str, groups: &[&str]) -> u32 {
    let (mut rest, mut found, mut within) = (word, 0, false);
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        let vowel = vowels.contains(c);
        if vowel && (!within || !groups.is_empty()) {
            found += 1;
            taken = groups.iter().find(|group| rest.starts_with(**group)).map_or(taken, |group| group.len());
        }
        within = vowel;
        rest = rest.get(taken..).unwrap_or_default();
    }
    found
}

/// German: vowels that follow each other are two syllables unless they are a known pair (`Na-ti-on`, `ak-tu-ell`).
fn german(word: &str) -> u32 {
    const PAIRS: [&str; 14] = ["aa", "ai", "ay", "au", "äu", "ee", "ei", "ey", "eu", "ie", "oi", "oo", "ou", "ui"];
    let word = word.replace("qu", "q");
    let found = nuclei(&word, "aeiouyäöüé", &PAIRS);
    // `Fe-ri-en`, `fi-nan-zi-ell`: this `ie` is no long i.
    let parted = ["iell", "ient", "ienz"].iter().any(|part| word.contains(part))
        || (found > 1 && word.ends_with("ien") && !word.ends_with("eien"));
    found + u32::from(parted)
}

/// Dutch: like German with other pairs; a diaeresis begins a syllable, `ij` is one sound.
fn dutch(word: &str) -> u32 {
    const GROUPS: [&str; 22] = [
        "eau", "eeu", "ieu", "aai", "ooi", "oei", "aa", "ai", "au", "ay", "ee", "ei", "eu", "ey", "ie", "io", "oe",
        "oi", "oo", "ou", "ui", "uu",
    ];
    let word = word.replace("qu", "q");
    // Except for `ti-o` (`na-tio-naal`) an `io` is two (`ra-di-o`).
    let parted = word.match_indices("io").filter(|(at, _)| !word[..*at].ends_with(['t', 's'])).count();
    nuclei(&word, "aeiouyëïöüéèáó", &GROUPS) + u32::try_from(parted).unwrap_or(u32::MAX)
}

/// French: runs of vowels, parted by a diaeresis and after é; the e at the end is mute.
fn french(word: &str) -> u32 {
    const VOWELS: &str = "aeiouyàâæéèêëîïôöùûüœ";
    // `l'homme`, `qu'il`: what was elided has no vowel of its own, but `aujour-d'hui`, `jus-qu'à`.
    let (elided, word) = word.rsplit_once(['\'', '’']).unwrap_or(("", word));
    let elided = nuclei(elided.strip_suffix("qu").unwrap_or(elided), VOWELS, &[]);
    let (mut found, mut before) = (0, ' ');
    for (at, c) in word.char_indices() {
        let rest = &word[at + c.len_utf8()..];
        let next = rest.chars().next().unwrap_or(' ');
        // Between vowels, and before one at the beginning, y is a consonant: `vo-yage`, `yeux`.
        let glide = c == 'y' && VOWELS.contains(next) && (before == ' ' || VOWELS.contains(before));
        let vowel = VOWELS.contains(c) && !glide;
        let parted = matches!(c, 'ë' | 'ï')
            || (before == 'é' && !(c == 'e' && matches!(rest, "" | "s")))
            || (c == 'é' && matches!(before, 'a' | 'o'));
        if vowel && (!VOWELS.contains(before) || parted) {
            found += 1;
        }
        before = if glide { '-' } else { c };
    }
    let stem = word.strip_suffix("es").or_else(|| word.strip_suffix('e'));
    let mute = stem.is_some_and(|stem| !stem.ends_with(|c| VOWELS.contains(c)) || stem.ends_with("qu"));
    elided + if mute && found > 1 { found - 1 } else { found }
}

/// Spanish, Portuguese, Italian: in a run of vowels each strong one is a syllable and the weak ones lean on it
/// (`bue-no`, `a-é-reo`); an accent makes a weak vowel strong.
fn romance(word: &str) -> u32 {
    const WEAK: &str = "iuüy";
    const STRONG: &str = "aeoàáâãèéêëìíîïòóôõùúû";
    let (mut found, mut strong, mut run, mut before) = (0, 0, false, ' ');
    for c in word.chars().chain([' ']) {
        if WEAK.contains(c) || STRONG.contains(c) {
            // The second half of the nasal `ão`, `ãe`, `õe` leans on the first.
            strong += u32::from(STRONG.contains(c) && !matches!(before, 'ã' | 'õ'));
            run = true;
        } else {
            found += if run { strong.max(1) } else { 0 };
            (strong, run) = (0, false);
        }
        before = c;
    }
    found
}

/// In Portuguese a word without an accent that ends in `ia`, `io` or `ua` bears its stress there: `ma-ri-a`, `ri-o`.
fn unmarked_hiatus(word: &str) -> u32 {
    let stem = word.strip_suffix('s').unwrap_or(word);
    let ends =
        ["ia", "io", "ua"].iter().any(|end| stem.ends_with(end)) && !stem.ends_with("gua") && !stem.ends_with("qua");
    u32::from(ends && !word.contains(|c| "áâéêíóôú".contains(c)))
}

/// English words that no rule below counts right.
#[rustfmt::skip]
fn english_exception(word: &str) -> Option<u32> {
    Some(match word {
        "aged" | "does" | "eyed" | "goes" | "shoe" | "shoes" | "toes" | "yeah" => 1,
        "aches" | "acne" | "average" | "averaged" | "averages" | "being" | "business" | "cafe" | "cafes"
         | "chile" | "chocolate" | "chocolates" | "colonel" | "crooked" | "diamond" | "diamonds" | "dr"
         | "embed" | "evening" | "evenings" | "every" | "facebook" | "giant" | "giants" | "hatred" | "hundred" | "isn"
         | "jesse" | "leopard" | "lion" | "lions" | "maybe" | "mr" | "mrs" | "naked" | "people" | "rugged"
         | "sacred" | "wednesday" | "wicked" => 2,
        "angeles" | "businessman" | "finale" | "idea" | "ideas" | "infrared" | "mercedes" | "mohammed" | "recipe" | "recipes"
         | "simile" | "video" | "videos" => 3,
        "apostrophe" | "catastrophe" => 4,
        _ => return None,
    })
}

/// First parts of English compounds, whose e stays mute: `some-thing`, `home-work`.
#[rustfmt::skip]
const ENGLISH_FIRST_PARTS: [Piece; 48] = Piece::firsts([
    "some", "home", "there", "where", "here", "fore", "base", "house", "life", "time", "white", "fire", "state", "wide",
    "more", "name", "wave", "space", "one", "side", "make", "take", "whole", "pipe", "mile", "share", "eye", "ware",
    "ice", "drive", "bare", "shore", "rose", "vine", "grape", "stone", "care", "place", "line", "note", "trade", "safe",
    "force", "wire", "race", "love", "price", "game",
]);

/// What begins like such a compound and is none: `forest`, `forensic`, `Somerset`, `watershed`.
const NO_FIRST_PARTS: [Piece; 4] = Piece::firsts(["fores", "foren", "somers", "waters"]);

/// English endings before which an e stays mute: `late-ly`, `state-ment`, `nine-ty`.
#[rustfmt::skip]
const AFTER_MUTE_E: [Piece; 18] = Piece::lasts([
    "ly", "ment", "ments", "mental", "ful", "fully", "fulness", "less", "lessly", "ness", "some", "like", "work", "man",
    "men", "land", "hood", "ship",
]);

/// English endings of which the e is not that of the stem: `sa(fe)ty`, `nine-ty`, but not `society`.
const MUTE_BEFORE_TY: [Piece; 3] = Piece::lasts(["fety", "nety", "lety"]);

/// After these English sounds the ending -es is a syllable of its own.
const HISSES: [Piece; 7] = Piece::lasts(["s", "x", "z", "ch", "sh", "c", "g"]);

fn english(word: &str) -> u32 {
    if is_plain(word) {
        return Letters::new(word).syllables();
    }
    let word: String = word.chars().filter_map(plain).collect();
    let syllables = |part: &str| Letters::new(part).syllables();
    let Some((stem, end)) = word.split_once('\'') else { return syllables(&word) };
    let more = match end {
        // `did-n't` and `is-n't`, but `don't` and `aren't`.
        "t" => {
            let verb = stem.strip_suffix('n').unwrap_or(stem);
            return syllables(verb)
                + u32::from(verb.ends_with(['d', 's']) || matches!(verb, "have" | "might" | "must"));
        }
        // `boss's`, but `it's`.
        "s" => u32::from(["s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze"].iter().any(|hiss| stem.ends_with(hiss))),
        "ll" | "d" => u32::from(stem.ends_with(['t', 'd'])),
        "ve" => u32::from(!stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y'])),
        "" | "re" | "m" => 0,
        // `O'Brien`, `o'clock`.
        _ => syllables(end),
    };
    syllables(stem) + more
}

/// Whether a word has the letters a to z and nothing else, as nearly all of English do.
pub(crate) fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The letters a to z that an English word is made of, and the apostrophe.
fn plain(c: char) -> Option<char> {
    match c {
        'a'..='z' | '\'' => Some(c),
        '’' => Some('\''),
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => Some('a'),
        'é' | 'è' | 'ê' | 'ë' => Some('e'),
        'í' | 'ì' | 'î' | 'ï' => Some('i'),
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => Some('o'),
        'ú' | 'ù' | 'û' | 'ü' => Some('u'),
        'ç' => Some('c'),
        'ñ' => Some('n'),
        _ => None,
    }
}

/// What a byte is to an English word: a vowel, a y, an e, a q, or none of them.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut rest: &[u8] = b"aeiou";
    while let [vowel, others @ ..] = rest {
        kinds[*vowel as usize] = VOWEL;
        rest = others;
    }
    kinds[b'y' as usize] = Y;
    kinds[b'e' as usize] |= E;
    kinds[b'q' as usize] = Q;
    kinds
};
const VOWEL: u8 = 1;
const Y: u8 = 2;
const E: u8 = 4;
const Q: u8 = 8;

/// A run of the letters a to z, with a bit for each that is a vowel, or an e.
struct Letters<'a> {
    word: &'a str,
    letters: &'a [u8],
    vowels: u64,
    e: u64,
    first_eight: u64,
    last_eight: u64,
}

impl<'a> Letters<'a> {
    /// Of a word of more than 64 letters, which is none, only the first are looked at.
    fn new(word: &'a str) -> Letters<'a> {
        let word = word.get(..64).unwrap_or(word);
        let letters = word.as_bytes();
        let (mut kinds, mut plain, mut y, mut e) = (0, 0, 0, 0);
        for (at, letter) in letters.iter().enumerate() {
            let kind = KINDS[usize::from(*letter)];
            kinds |= kind;
            plain |= u64::from(kind & VOWEL) << at;
            y |= u64::from(kind >> 1 & 1) << at;
            e |= u64::from(kind >> 2 & 1) << at;
        }
        let pairs = letters.windows(2).enumerate();
        let after_q =
            pairs.filter(|(_, pair)| kinds & Q != 0 && pair == b"qu").fold(0, |after, (at, _)| after | 2 << at);
        // Before a vowel, at the beginning of the word and between vowels, y is a consonant.
        let glides = plain >> 1 & (plain << 1 | 1);
        let vowels = plain & !after_q | y & !glides;
        Letters { word, letters, vowels, e, first_eight: first_eight(letters), last_eight: last_eight(letters) }
    }

    fn syllables(&self) -> u32 {
        english_exception(self.word)
            .unwrap_or_else(|| self.by_rule().saturating_add_signed(correction(self.letters)).max(1))
    }

    fn by_rule(&self) -> u32 {
        if self.vowels == 0 {
            // Spelt out: `BBC`, `NHS`; w is double-u. What is longer is no abbreviation (`hmmmm`).
            let spelt = count(self.letters.iter()) + 2 * count(self.letters.iter().filter(|letter| **letter == b'w'));
            return if (2..=4).contains(&self.letters.len()) { spelt } else { 1 };
        }
        let runs = (self.vowels & !(self.vowels << 1)).count_ones();
        (runs + self.parted() + self.unwritten()).saturating_sub(self.unspoken() + self.mute()).max(1)
    }

    fn consonant(&self, at: usize) -> bool {
        at < self.letters.len() && self.vowels >> at & 1 == 0
    }

    fn has_vowel(&self, range: std::ops::Range<usize>) -> bool {
        range.into_iter().any(|at| self.vowels >> at & 1 == 1)
    }

    /// How many pairs of vowels are two syllables.
    fn parted(&self) -> u32 {
        let (mut pairs, mut found) = (self.vowels & self.vowels >> 1, 0);
        while pairs != 0 {
            let at = pairs.trailing_zeros() as usize;
            pairs &= pairs - 1;
            let before = &self.word[..at];
            found += u32::from(match [self.letters[at], self.letters[at + 1]] {
                // `study-ing`, `fly-er`, but `canyon`, `dyed`.
                [b'y', b'i'] => true,
                [b'y', _] => {
                    !before.ends_with(['n', 'w', 'k', 'c', 'm', 'g', 't'])
                        && !matches!(&self.word[at + 1..], "e" | "ed" | "es")
                }
                _ => vowel_pair::is_parted(self.letters, at),
            });
        }
        found
    }

    /// Syllables that no vowel shows: `rhyth-m`, `tour-is-m`, `Mc-Donald`.
    fn unwritten(&self) -> u32 {
        let end = self.word.strip_suffix('s').unwrap_or(self.word);
        u32::from(end.ends_with("ism") || end.ends_with("thm"))
            + u32::from(self.word.len() > 3 && self.word.starts_with("mc"))
    }

    /// Syllables that are written and not said: `basic(al)ly`, `ev(e)rything`, `league`.
    fn unspoken(&self) -> u32 {
        let word = self.word;
        let gue = ["gue", "gues", "gued"].iter().any(|end| word.ends_with(end));
        u32::from(word.ends_with("ically"))
            + u32::from(word.starts_with("every"))
            + u32::from(gue && !word.starts_with("argue") && !word.starts_with("segue"))
    }

    /// How many e are mute: one at the end, and one at the end of a part (`some-thing`, `late-ly`).
    fn mute(&self) -> u32 {
        let (word, size) = (self.word, self.letters.len());
        let at_end = if word.ends_with('e') {
            self.may_be_mute(size - 1)
        } else if size < 4 || self.letters[size - 2] != b'e' {
            false
        } else if word.ends_with('s') {
            let before = self.last_eight << 16;
            let spoken = HISSES.iter().any(|hiss| hiss.fits(before));
            !spoken && self.may_be_mute(size - 2)
        } else {
            word.ends_with('d') && !matches!(self.letters[size - 3], b't' | b'd') && self.may_be_mute(size - 2)
        };
        // Most words have no e between consonants, and need not be compared with anything.
        let within = size > 4 && self.e & !(self.vowels >> 1) & !3 & (u64::MAX >> (66 - size)) != 0;
        u32::from(at_end) + u32::from(within && (self.mute_before_ending() || self.mute_in_compound()))
    }

    /// Whether an e there comes after a consonant; `ta-ble` and `a-cre` keep theirs, `Charles` and `were` do not.
    fn may_be_mute(&self, at: usize) -> bool {
        if at == 0 || self.letters.get(at) != Some(&b'e') || !self.consonant(at - 1) {
            return false;
        }
        let before = at.checked_sub(2).map(|before| self.letters[before]);
        match self.letters[at - 1] {
            b'l' => !before.is_some_and(|letter| self.consonant(at - 2) && !b"lrw".contains(&letter)),
            b'r' => !before.is_some_and(|letter| b"tcbdg".contains(&letter)) || self.word.ends_with("ed"),
            _ => true,
        }
    }

    fn mute_before_ending(&self) -> bool {
        if MUTE_BEFORE_TY.iter().any(|end| end.fits(self.last_eight)) {
            return true;
        }
        AFTER_MUTE_E.iter().filter(|ending| ending.fits(self.last_eight)).any(|ending| {
            let Some(at) = self.letters.len().checked_sub(ending.size() + 1) else { return false };
            // `element` and `implement` keep theirs.
            let spoken = self.word[at + 1..].starts_with("ment") && self.word[..at].ends_with('l');
            self.may_be_mute(at) && !spoken && self.has_vowel(0..at)
        })
    }

    fn mute_in_compound(&self) -> bool {
        let size = self.letters.len();
        ENGLISH_FIRST_PARTS
            .iter()
            .filter(|first| first.fits(self.first_eight))
            .map(|first| first.size())
            .any(|end| size >= end + 3 && self.consonant(end) && self.has_vowel(end..size))
            && !NO_FIRST_PARTS.iter().any(|other| other.fits(self.first_eight))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Common words with the counts of a pronouncing dictionary, some of every kind that the rules speak of.
    const ENGLISH: &[(u32, &str)] = &[
        (1, "the make made like time give have some come were are there where asked walked called moved changed"),
        (1, "days games makes would through straight strength world league tongue rhyme don't we're they'll"),
        (1, "friend eye love seen group eight once fleece clothes"),
        (2, "people being table little water other after going doing playing away started wanted needed houses"),
        (2, "pages changes boxes happened women question nation ocean special patient trial science giant lion"),
        (2, "lately movement hopeful homeless somewhere something baseball business didn't isn't rhythm prism"),
        (2, "beyond loyal acre given building create reason region million fashion soldier machine unique ancient"),
        (2, "student quiet poem really evening language pleasure measure picture future culture"),
        (3, "another president beautiful important area idea radio video theatre museum quietly media various"),
        (3, "serious previous period tourism carrying studying heroic remember energy policy industry decided"),
        (3, "provided settlement element basically however violence audience poetry official december hospital"),
        (3, "government initial opinion continued carrier animal anything engineer capital minister evidence"),
        (4, "information american economy society variety development community experience material activity"),
        (4, "reality associate situation population education political original california category january"),
        (4, "supposedly industrial"),
        (5, "university international association opportunity electricity immediately communication"),
        (5, "administration possibility organization individual representative"),
        (6, "responsibility"),
    ];

    fn check(language: &str, expected: u32, words: &str) -> Vec<String> {
        let wrong = words.split(' ').map(|word| (word, syllables(word, is_plain(word), language)));
        wrong.filter(|(_, found)| *found != expected).map(|(word, found)| format!("{word} {found}")).collect()
    }

    #[test]
    fn english_words_are_counted_as_they_are_said() {
        let wrong: Vec<String> = ENGLISH.iter().flat_map(|(expected, words)| check("en", *expected, words)).collect();
        assert_eq!(wrong, Vec::<String>::new());
    }

    /// Words with the counts of their pronunciations, from a file in the format of the CMU dictionary.
    fn dictionary(text: &str) -> std::collections::BTreeMap<&str, Vec<u32>> {
        let mut words = std::collections::BTreeMap::<&str, Vec<u32>>::new();
        for line in text.lines() {
            let pronunciation = line.split('#').next().unwrap_or_default();
            let Some((word, phones)) = pronunciation.split_once(' ') else { continue };
            // `read(2)` is another pronunciation. Names of signs (`!point`) and `a.m.` are left out.
            let word = word.split('(').next().unwrap_or_default();
            if word.starts_with(|c: char| c.is_ascii_lowercase())
                && !word.contains(|c: char| !"'-".contains(c) && !c.is_ascii_lowercase())
            {
                words
                    .entry(word)
                    .or_default()
                    .push(count(phones.split(' ').filter(|phone| phone.ends_with(['0', '1', '2']))));
            }
        }
        words
    }

    /// `.ci/syllables` runs this. The words held out are those of the lowest hashes (FNV-1a).
    #[test]
    #[ignore = "reads the dictionary that SUMMARISE_CMUDICT names"]
    #[expect(clippy::print_stdout, reason = "the shares are what it is run for")]
    fn the_pronouncing_dictionary_agrees() {
        let path = std::env::var("SUMMARISE_CMUDICT").expect("SUMMARISE_CMUDICT names cmudict.dict");
        let text = std::fs::read_to_string(&path).expect("the dictionary can be read");
        let hash = |word: &str| {
            word.bytes()
                .fold(0xCBF2_9CE4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3))
        };
        let mut words: Vec<(&str, Vec<u32>)> = dictionary(&text).into_iter().collect();
        words.sort_by_key(|(word, _)| hash(word));
        let (held_out, others) = words.split_at(20_000);
        let share = |words: &[(&str, Vec<u32>)]| {
            let right =
                words.iter().filter(|(word, counts)| counts.contains(&syllables(word, is_plain(word), "en"))).count();
            100.0 * right as f64 / words.len() as f64
        };
        println!("held out: {:.2} % of {}", share(held_out), held_out.len());
        println!("the others: {:.2} % of {}", share(others), others.len());
        if let Ok(path) = std::env::var("SUMMARISE_SYLLABLES_TO") {
            let line =
                |(word, counts): &(&str, Vec<u32>)| format!("{word} {} {counts:?}\n", Letters::new(word).by_rule());
            let ruled =
                |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase()) && english_exception(word).is_none();
            let plain = others.iter().filter(|(word, _)| ruled(word));
            std::fs::write(path, plain.map(line).collect::<String>()).expect("the list can be written");
        }
        assert!(share(held_out) >= 95.5);
    }

    #[test]
    fn other_languages_are_counted_by_their_own_rules() {
        for (language, expected, words) in [
            ("en", 1, "1973 3.5 — hmmmm"),
            ("en", 1, "they've yeah"),
            ("en", 2, "haven't facebook"),
            ("en", 3, "ideas bbc bbq's o'brien well-kept-up café's-end café-bar"),
            ("de", 1, "tag haus bier see"),
            ("de", 2, "spielen neue straße häuser bauern quelle"),
            ("de", 3, "nation ferien aktuell qualität theater medien"),
            ("de", 4, "energien finanziell"),
            ("fr", 1, "homme table qu'un rue"),
            ("fr", 2, "maison année voyage élève noël naïf quelqu'une jusqu'à"),
            ("fr", 3, "création poésie liberté aujourd'hui"),
            ("fr", 4, "européen aéroport"),
            ("es", 1, "muy que rey bien"),
            ("es", 2, "bueno día viuda país"),
            ("es", 3, "guitarra poeta ahora"),
            ("es", 4, "aéreo murciélago"),
            ("pt", 1, "não pães mau"),
            ("pt", 2, "água rio ações lua"),
            ("pt", 3, "maria saída família coração"),
            ("it", 2, "storia"),
            ("it", 3, "bellezza qualità paese"),
            ("nl", 1, "ijs eeuw nieuw"),
            ("nl", 2, "bijeen station mooie koeien zeeën"),
            ("nl", 3, "nationaal radio"),
            ("nl", 5, "financiële"),
            ("ru", 0, "в с"),
            ("ru", 3, "молоко читаешь"),
            ("sv", 3, "människa"),
            ("el", 1, "και"),
        ] {
            assert_eq!(check(language, expected, words), Vec::<String>::new(), "{language}, {expected}");
        }
    }

    #[test]
    fn any_word_has_a_count() {
        let long = "ea".repeat(5000);
        for language in ["en", "de", "fr", "es", "pt", "nl", "ru", "und"] {
            for word in
                ["", "'", "'s", "n't", "-", "e", "y", "qu", "é", "ß", "橄榄", "ея", "🫒", "es", "ed", "gue", &long]
            {
                let found = syllables(word, is_plain(word), language);
                assert!(found <= 10_000, "{language} {word}: {found}");
            }
        }
    }
}
