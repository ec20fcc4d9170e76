//! The stemmer of English: Porter's second one, as snowballstem.org has it (`english.sbl` of Snowball 3). It is written by
//! hand because most words that are new to a text are stemmed here: over bytes in place, nothing allocated, each step no
//! more than a look at how the word ends. The tests hold it to the generated one.

/// A word is not longer than this.
pub(super) const LONGEST: usize = 64;

/// Stems a word in small letters, all of it ASCII; what `word` holds from the length that is returned on is none of it.
pub(super) fn stem(word: &mut [u8]) -> usize {
    if let Some(known) = exception(word) {
        return put(word, 0, known);
    }
    if word.len() < 3 {
        return word.len();
    }
    let skipped = usize::from(word.first() == Some(&b'\''));
    word.copy_within(skipped.., 0);
    let mut stem = Stem { end: word.len() - skipped, word, vowels: 0, is_marked: false, first: 0, second: 0 };
    stem.mark_consonants();
    stem.find_regions();
    stem.plural();
    stem.past();
    stem.last_y();
    stem.derived();
    stem.derived_further();
    stem.bare();
    stem.last_letter();
    let (end, is_marked) = (stem.end, stem.is_marked);
    if is_marked {
        word.iter_mut().take(end).for_each(|letter| letter.make_ascii_lowercase());
    }
    end
}

/// Words that are what no rule makes of them.
fn exception(word: &[u8]) -> Option<&'static [u8]> {
    const KNOWN: [(u64, &[u8]); 15] = [
        (number(b"andes"), b"andes"),
        (number(b"atlas"), b"atlas"),
        (number(b"bias"), b"bias"),
        (number(b"cosmos"), b"cosmos"),
        (number(b"early"), b"earli"),
        (number(b"gently"), b"gentl"),
        (number(b"howe"), b"howe"),
        (number(b"idly"), b"idl"),
        (number(b"news"), b"news"),
        (number(b"only"), b"onli"),
        (number(b"singly"), b"singl"),
        (number(b"skies"), b"sky"),
        (number(b"sky"), b"sky"),
        (number(b"skis"), b"ski"),
        (number(b"ugly"), b"ugli"),
    ];
    let fits = (3..=6).contains(&word.len()) && matches!(word.last(), Some(b's' | b'y' | b'e'));
    let word = fits.then(|| number(word))?;
    KNOWN.iter().find(|(known, _)| *known == word).map(|(_, stem)| *stem)
}

/// The last eight bytes of a word as a number, the last one highest: an ending is the top of it, whatever is before.
const fn number(word: &[u8]) -> u64 {
    let (mut number, mut at) = (0, 0);
    while at < word.len() {
        number = number >> 8 | (word[at] as u64) << 56;
        at += 1;
    }
    number
}

/// An ending, as one number to compare with.
#[derive(Clone, Copy)]
struct Ending {
    number: u64,
    length: usize,
}

impl Ending {
    const fn all<const COUNT: usize>(endings: [&[u8]; COUNT]) -> [Ending; COUNT] {
        let mut all = [Ending { number: 0, length: 0 }; COUNT];
        let mut at = 0;
        while at < COUNT {
            all[at] = Ending { number: number(endings[at]), length: endings[at].len() };
            at += 1;
        }
        all
    }

    /// Whether it ends a word of this [`number`], which is as long at least.
    #[inline]
    fn ends(self, word: u64) -> bool {
        (word ^ self.number) >> (64 - 8 * self.length) == 0
    }
}

/// Puts `ending` at a place and says where it ends.
fn put(word: &mut [u8], at: usize, ending: &[u8]) -> usize {
    if let Some(place) = word.get_mut(at..at + ending.len()) {
        place.copy_from_slice(ending);
    }
    at + ending.len()
}

/// A `y` that is a consonant is written `Y` meanwhile.
fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// A word on its way to its stem.
struct Stem<'w> {
    word: &'w mut [u8],
    end: usize,
    /// Which of the letters were vowels, the first one's bit lowest.
    vowels: u64,
    /// Whether a `y` is written as a consonant.
    is_marked: bool,
    /// Where the regions R1 and R2 begin: behind the first consonant after a vowel, and the same once more.
    first: usize,
    second: usize,
}

impl Stem<'_> {
    fn letters(&self) -> &[u8] {
        self.word.get(..self.end).unwrap_or_default()
    }

    fn at(&self, at: usize) -> u8 {
        self.letters().get(at).copied().unwrap_or_default()
    }

    /// The letter before a place; nothing at the beginning.
    fn before(&self, at: usize) -> Option<u8> {
        at.checked_sub(1).map(|before| self.at(before))
    }

    /// The first of the endings that the word has, by its number, and where it begins. Longer ones stand first.
    #[inline]
    fn ending(&self, endings: &[Ending]) -> Option<(usize, usize)> {
        let letters = self.letters();
        // Zeros stand before a short word, and in no ending.
        let number = match (letters.last_chunk(), letters.first_chunk(), letters.last_chunk()) {
            (Some(last), ..) => u64::from_le_bytes(*last),
            // Two halves that share the letters in the middle.
            (None, Some(first), Some(last)) => {
                let [first, last] = [first, last].map(|half| u64::from(u32::from_le_bytes(*half)));
                (first | last << (8 * (letters.len() - 4))) << (8 * (8 - letters.len()))
            }
            _ => number(letters),
        };
        let found = endings.iter().position(|ending| ending.ends(number))?;
        Some((found, self.end - endings.get(found)?.length))
    }

    fn replace(&mut self, at: usize, ending: &[u8]) {
        self.end = put(self.word, at, ending);
    }

    /// Whether a vowel is before a place that nothing was put before yet.
    fn has_vowel(&self, end: usize) -> bool {
        self.vowels & !u64::MAX.checked_shl(end as u32).unwrap_or(0) != 0
    }

    /// A `y` is a consonant behind a vowel, and at the beginning.
    fn mark_consonants(&mut self) {
        let mut vowel = true;
        for (at, letter) in self.word.iter_mut().take(self.end).enumerate() {
            if vowel && *letter == b'y' {
                *letter = b'Y';
                self.is_marked = true;
            }
            vowel = is_vowel(*letter);
            self.vowels |= u64::from(vowel) << at;
        }
    }

    fn find_regions(&mut self) {
        const BEGINNINGS: [&[u8]; 9] =
            [b"arsen", b"commun", b"emerg", b"gener", b"inter", b"later", b"organ", b"past", b"univers"];
        let letters = self.letters();
        let next = |bits: u64, from: usize| {
            let rest = bits.checked_shr(from as u32).unwrap_or(0);
            Some(from + rest.trailing_zeros() as usize).filter(|at| rest != 0 && *at < self.end)
        };
        let after = |from: usize| next(!self.vowels, next(self.vowels, from)? + 1).map(|at| at + 1);
        let begins = matches!(letters.first(), Some(b'a' | b'c' | b'e' | b'g' | b'i' | b'l' | b'o' | b'p' | b'u'));
        let begun = BEGINNINGS.iter().find(|beginning| begins && letters.starts_with(beginning));
        let begun = begun.map(|beginning| beginning.len());
        let first = begun.or_else(|| after(0)).unwrap_or(self.end);
        (self.first, self.second) = (first, after(first).unwrap_or(self.end));
    }

    /// Steps 0 and 1a: `'s`, `-sses`, `-ies`, `-s`.
    fn plural(&mut self) {
        const OWNERS: [Ending; 3] = Ending::all([b"'s'", b"'s", b"'"]);
        const ENDINGS: [Ending; 6] = Ending::all([b"sses", b"ies", b"ied", b"us", b"ss", b"s"]);
        // No other letter ends any of them.
        if !matches!(self.before(self.end), Some(b's' | b'd' | b'\'')) {
            return;
        }
        if let Some((_, at)) = self.ending(&OWNERS) {
            self.end = at;
        }
        let Some((found, at)) = self.ending(&ENDINGS) else { return };
        match found {
            0 => self.replace(at, b"ss"),
            1 | 2 => self.replace(at, if at >= 2 { b"i" } else { b"ie" }),
            5 if self.has_vowel(at.saturating_sub(1)) => self.end = at,
            _ => {}
        }
    }

    /// Step 1b: `-eed`, `-ed`, `-ing` and what `-ly` makes of them.
    fn past(&mut self) {
        const ENDINGS: [Ending; 6] = Ending::all([b"eedly", b"ingly", b"edly", b"eed", b"ing", b"ed"]);
        if !matches!(self.before(self.end), Some(b'd' | b'g' | b'y')) {
            return;
        }
        let Some((found, at)) = self.ending(&ENDINGS) else { return };
        let before = self.word.get(..at).unwrap_or_default();
        match found {
            0 | 3 => {
                if at >= self.first && !matches!(before, b"succ" | b"proc" | b"exc") {
                    self.replace(at, b"ee");
                }
                return;
            }
            4 => match before {
                [letter, b'y'] if !is_vowel(*letter) => return self.replace(1, b"ie"),
                b"even" | b"cann" | b"inn" | b"earr" | b"herr" | b"out" => return,
                _ => {}
            },
            _ => {}
        }
        if !self.has_vowel(at) {
            return;
        }
        self.end = at;
        match self.letters() {
            [.., b'a', b't'] | [.., b'b', b'l'] | [.., b'i', b'z'] => self.replace(at, b"e"),
            // `add` and its like keep both letters, and fit none of what follows.
            [before @ .., one, other]
                if one == other && b"bdfgmnprt".contains(one) && !matches!(before, b"a" | b"e" | b"o") =>
            {
                self.end -= 1;
            }
            _ if self.end == self.first && self.is_short(self.end) => self.replace(at, b"e"),
            _ => {}
        }
    }

    /// Whether a short syllable ends at a place.
    fn is_short(&self, end: usize) -> bool {
        match self.word.get(..end).unwrap_or_default() {
            [.., before, vowel, last]
                if !is_vowel(*last) && !b"wxY".contains(last) && is_vowel(*vowel) && !is_vowel(*before) =>
            {
                true
            }
            [vowel, last] if is_vowel(*vowel) && !is_vowel(*last) => true,
            letters => letters.ends_with(b"past"),
        }
    }

    /// Step 1c.
    fn last_y(&mut self) {
        let last = self.end.saturating_sub(1);
        if self.end > 2 && matches!(self.at(last), b'y' | b'Y') && !is_vowel(self.at(last - 1)) {
            self.replace(last, b"i");
        }
    }

    /// Step 2: endings behind which another one comes to light.
    fn derived(&mut self) {
        const OGI: usize = 23;
        const LI: usize = 24;
        const ENDINGS: [Ending; 25] = Ending::all([
            b"ization", b"ational", b"iveness", b"fulness", b"ousness", b"tional", b"biliti", b"lessli", b"ation",
            b"alism", b"aliti", b"ousli", b"iviti", b"fulli", b"entli", b"ogist", b"enci", b"anci", b"abli", b"izer",
            b"ator", b"alli", b"bli", b"ogi", b"li",
        ]);
        const BECOME: [&[u8]; 25] = [
            b"ize", b"ate", b"ive", b"ful", b"ous", b"tion", b"ble", b"less", b"ate", b"al", b"al", b"ous", b"ive",
            b"ful", b"ent", b"og", b"ence", b"ance", b"able", b"ize", b"ate", b"al", b"ble", b"og", b"",
        ];
        if !matches!(self.before(self.end), Some(b'i' | b'l' | b'm' | b'n' | b'r' | b's' | b't')) {
            return;
        }
        let Some((found, at)) = self.ending(&ENDINGS).filter(|(_, at)| *at >= self.first) else { return };
        let fits = match found {
            OGI => self.before(at) == Some(b'l'),
            LI => self.before(at).is_some_and(|before| b"cdeghkmnrt".contains(&before)),
            _ => true,
        };
        if let Some(ending) = BECOME.get(found).filter(|_| fits) {
            self.replace(at, ending);
        }
    }

    /// Step 3.
    fn derived_further(&mut self) {
        const ATIVE: usize = 5;
        const ENDINGS: [Ending; 9] =
            Ending::all([b"ational", b"tional", b"alize", b"icate", b"iciti", b"ative", b"ical", b"ness", b"ful"]);
        const BECOME: [&[u8]; 9] = [b"ate", b"tion", b"al", b"ic", b"ic", b"", b"ic", b"", b""];
        if !matches!(self.before(self.end), Some(b'e' | b'i' | b'l' | b's')) {
            return;
        }
        let Some((found, at)) = self.ending(&ENDINGS).filter(|(_, at)| *at >= self.first) else { return };
        if let Some(ending) = BECOME.get(found).filter(|_| found != ATIVE || at >= self.second) {
            self.replace(at, ending);
        }
    }

    /// Step 4: endings that go.
    fn bare(&mut self) {
        const ION: usize = 14;
        const ENDINGS: [Ending; 18] = Ending::all([
            b"ement", b"ance", b"ence", b"able", b"ible", b"ment", b"ant", b"ent", b"ism", b"ate", b"iti", b"ous",
            b"ive", b"ize", b"ion", b"al", b"er", b"ic",
        ]);
        if !matches!(self.before(self.end), Some(b'c' | b'e' | b'i' | b'l' | b'm' | b'n' | b'r' | b's' | b't')) {
            return;
        }
        let Some((found, at)) = self.ending(&ENDINGS).filter(|(_, at)| *at >= self.second) else { return };
        if found != ION || matches!(self.before(at), Some(b's' | b't')) {
            self.end = at;
        }
    }

    /// Step 5.
    fn last_letter(&mut self) {
        let Some(last) = self.end.checked_sub(1) else { return };
        let goes = match self.at(last) {
            b'e' => last >= self.second || (last >= self.first && !self.is_short(last)),
            b'l' => last >= self.second && self.before(last) == Some(b'l'),
            _ => false,
        };
        if goes {
            self.end = last;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, stem};
    use frostem::{Algorithm, Stemmer};

    fn check(word: &str) {
        let mut letters = [0; LONGEST];
        let letters = &mut letters[..word.len()];
        letters.copy_from_slice(word.as_bytes());
        let end = stem(letters);
        let expected = Stemmer::new(Algorithm::English).stem(word);
        assert_eq!(std::str::from_utf8(&letters[..end]), Ok(&*expected), "{word}");
    }

    #[test]
    fn it_is_the_generated_stemmer() {
        const BEGINNINGS: &str = "|a|e|y|b|ab|by|yo|say|boy|dy|ly|t|st|hop|hopp|add|eb|fall|contr|inn|out|even|herr|\
            earr|cann|succ|proc|exc|past|gener|inter|commun|arsen|univers|later|organ|emerg|sky|skis|news|andes|early|\
            only|ugly|idly|'|'a|a'b|feudal|vis|conform|hesit|operat|ration|sens|goodn|triplic|electr|form|reviv|adopt|\
            commens|geo|geol|geolog|box|snow|play|day|enjoy|yy|ayy|youth|toy|beau|wash|x|1|80|u.s|well-k|kn|bead|\
            generat|relat|vietnam|condit|probab|communic|cri|ti|di|tr|ski|atl|bi|cosm";
        const ENDINGS: &str = "|s|es|ies|ied|sses|ss|us|y|ys|ed|eed|ing|edly|eedly|ingly|at|bl|iz|anci|enci|ogi|ly|li|\
            bly|ably|ally|fully|lessly|ously|ently|ality|bility|ivity|tional|ational|alism|ation|ization|izer|ator|\
            iveness|fulness|ousness|ogist|icate|ative|alize|icity|ical|ful|ness|ic|ance|ence|able|ible|ate|ive|ize|\
            ity|al|ism|ion|er|ous|ant|ent|ment|ement|e|l|ll|lle|'|'s|'s'|ying|yed|bbing|dded|tting|sted|xing|wing|ays|\
            eeing|ogy|ology|ological|ssion|tion|ationally|isation|ish|th|past|pasted|pasting";
        for beginning in BEGINNINGS.split('|') {
            for middle in ["", "n", "er", "ti", "ay", "ll"] {
                for ending in ENDINGS.split('|') {
                    check(&format!("{beginning}{middle}{ending}"));
                }
            }
        }
    }

    /// Words are looked for in `SUMMARISE_WORDS`, a file with one a line.
    #[test]
    #[ignore = "reads the words that SUMMARISE_WORDS names"]
    fn it_is_the_generated_stemmer_for_all_words() {
        let path = std::env::var("SUMMARISE_WORDS").expect("SUMMARISE_WORDS names a file of words");
        let text = std::fs::read_to_string(path).expect("the words can be read");
        text.lines().filter(|word| word.is_ascii() && (1..=LONGEST).contains(&word.len())).for_each(check);
    }
}
