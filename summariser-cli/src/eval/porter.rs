//! The stemmer that ROUGE's English figures are made with: Porter's, with the changes that NLTK made to it, because
//! Google's `rouge-score` uses that one and a figure is worth comparing only if the words are cut in the same places.
//! It serves measuring alone; summaries are made with the stemmers of the core.
//!
//! M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, pages 130-137. Beyond the paper: a list of
//! irregular words; words of one or two letters stay as they are; -ies and -ied of four-letter words; -y after any
//! consonant but a lonely one; -bli, -fulli and -logi, and -alli before all others; a vowel and a consonant end a short
//! stem, too.

/// The stem of a word in lower-case ASCII letters and digits; any other byte counts as a consonant.
///
/// ```
/// use summariser_cli::eval::porter::stem;
/// assert_eq!(stem("bridges"), "bridg");
/// assert_eq!(stem("dying"), "die");
/// ```
#[must_use]
pub fn stem(word: &str) -> String {
    if let Some((_, stem)) = IRREGULAR.iter().find(|(irregular, _)| *irregular == word) {
        return (*stem).to_owned();
    }
    if word.len() <= 2 || !word.is_ascii() {
        return word.to_owned();
    }
    let mut stem = Stem(word.to_owned());
    stem.plural();
    stem.past_and_progressive();
    stem.final_y();
    stem.double_suffix();
    stem.first_rule(&[
        ("icate", "ic"),
        ("ative", ""),
        ("alize", "al"),
        ("iciti", "ic"),
        ("ical", "ic"),
        ("ful", ""),
        ("ness", ""),
    ]);
    stem.residual_suffix();
    stem.final_e();
    if stem.0.ends_with("ll") && measure(&stem.0[..stem.0.len() - 1]) > 1 {
        stem.0.pop();
    }
    stem.0
}

const IRREGULAR: [(&str, &str); 16] = [
    ("sky", "sky"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("news", "news"),
    ("inning", "inning"),
    ("innings", "inning"),
    ("outing", "outing"),
    ("outings", "outing"),
    ("canning", "canning"),
    ("cannings", "canning"),
    ("howe", "howe"),
    ("proceed", "proceed"),
    ("exceed", "exceed"),
    ("succeed", "succeed"),
];

/// A word on its way to its stem. It is ASCII, so that bytes are letters.
struct Stem(String);

impl Stem {
    /// What stands before a suffix, if the word has it.
    fn without(&self, suffix: &str) -> Option<&str> {
        self.0.strip_suffix(suffix)
    }

    /// Puts something in the place of the last `suffix` bytes.
    fn replace(&mut self, suffix: usize, replacement: &str) {
        self.0.truncate(self.0.len().saturating_sub(suffix));
        self.0.push_str(replacement);
    }

    /// Step 1a: -sses, -ies, -s.
    fn plural(&mut self) {
        if self.0.ends_with("ies") {
            self.replace(if self.0.len() == 4 { 1 } else { 2 }, "");
        } else if self.0.ends_with("sses") {
            self.replace(2, "");
        } else if self.0.ends_with('s') && !self.0.ends_with("ss") {
            self.replace(1, "");
        }
    }

    /// Step 1b: -eed, -ed, -ing, and the repair of what they leave.
    fn past_and_progressive(&mut self) {
        if self.0.ends_with("ied") {
            self.replace(if self.0.len() == 4 { 1 } else { 2 }, "");
            return;
        }
        if let Some(before) = self.without("eed") {
            if measure(before) > 0 {
                self.replace(1, "");
            }
            return;
        }
        let cut = ["ed", "ing"].iter().find(|suffix| self.without(suffix).is_some_and(has_vowel));
        let Some(cut) = cut else { return };
        self.replace(cut.len(), "");
        if ["at", "bl", "iz"].iter().any(|end| self.0.ends_with(end)) {
            self.0.push('e');
        } else if ends_in_double_consonant(&self.0) {
            if !self.0.ends_with(['l', 's', 'z']) {
                self.0.pop();
            }
        } else if measure(&self.0) == 1 && is_short(&self.0) {
            self.0.push('e');
        }
    }

    /// Step 1c: -y after a consonant that is not the whole stem.
    fn final_y(&mut self) {
        if let Some(before) = self.without("y")
            && before.len() > 1
            && consonants(before).last() == Some(true)
        {
            self.replace(1, "i");
        }
    }

    /// Step 2: suffixes made of two.
    fn double_suffix(&mut self) {
        while self.without("alli").is_some_and(|before| measure(before) > 0) {
            self.replace(2, "");
        }
        let before_logi = self.0.strip_suffix("ogi").filter(|before| before.ends_with('l'));
        if let Some(before) = before_logi {
            // The l counts with the stem, so that geology is cut as archaeology is.
            if measure(before) > 0 {
                self.replace(1, "");
            }
            return;
        }
        self.first_rule(&[
            ("ational", "ate"),
            ("tional", "tion"),
            ("enci", "ence"),
            ("anci", "ance"),
            ("izer", "ize"),
            ("bli", "ble"),
            ("alli", "al"),
            ("entli", "ent"),
            ("eli", "e"),
            ("ousli", "ous"),
            ("ization", "ize"),
            ("ation", "ate"),
            ("ator", "ate"),
            ("alism", "al"),
            ("iveness", "ive"),
            ("fulness", "ful"),
            ("ousness", "ous"),
            ("aliti", "al"),
            ("iviti", "ive"),
            ("biliti", "ble"),
            ("fulli", "ful"),
        ]);
    }

    /// Applies the first rule whose suffix is there, if something with a measure stands before it; no other is tried.
    fn first_rule(&mut self, rules: &[(&str, &str)]) {
        for (suffix, replacement) in rules {
            if let Some(before) = self.without(suffix) {
                if measure(before) > 0 {
                    self.replace(suffix.len(), replacement);
                }
                return;
            }
        }
    }

    /// Step 4: what is left of suffixes goes, where enough stands before it.
    fn residual_suffix(&mut self) {
        const SUFFIXES: [&str; 19] = [
            "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate",
            "iti", "ous", "ive", "ize",
        ];
        let Some(suffix) = SUFFIXES.iter().find(|suffix| self.0.ends_with(**suffix)) else { return };
        let before = self.without(suffix).unwrap_or_default();
        if measure(before) > 1 && (*suffix != "ion" || before.ends_with(['s', 't'])) {
            self.replace(suffix.len(), "");
        }
    }

    /// Step 5a: the last e.
    fn final_e(&mut self) {
        if let Some(before) = self.without("e") {
            let measure = measure(before);
            if measure > 1 || (measure == 1 && !is_short(before)) {
                self.replace(1, "");
            }
        }
    }
}

/// For each letter whether it is a consonant: no a, e, i, o, u, and no y after a consonant.
fn consonants(word: &str) -> impl Iterator<Item = bool> {
    word.bytes().scan(false, |consonant, byte| {
        *consonant = match byte {
            b'a' | b'e' | b'i' | b'o' | b'u' => false,
            b'y' => !*consonant,
            _ => true,
        };
        Some(*consonant)
    })
}

/// How many times consonants follow upon vowels.
fn measure(word: &str) -> usize {
    consonants(word).zip(consonants(word).skip(1)).filter(|(first, second)| !first && *second).count()
}

fn has_vowel(word: &str) -> bool {
    consonants(word).any(|consonant| !consonant)
}

fn ends_in_double_consonant(word: &str) -> bool {
    matches!(word.as_bytes(), [.., one, other] if one == other) && consonants(word).last() == Some(true)
}

/// Whether a word ends in a consonant, a vowel and a consonant other than w, x and y, or is a vowel and a consonant.
fn is_short(word: &str) -> bool {
    let kinds: Vec<bool> = consonants(word).collect();
    match kinds.as_slice() {
        [false, true] => true,
        [.., true, false, true] => !word.ends_with(['w', 'x', 'y']),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
