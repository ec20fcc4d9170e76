//! Lexical diversity: how many different words a text has for its length. Capitals make no difference, word forms do.
//! All
//! is whole numbers, quotients and products in a fixed order: no logarithm, whose last digit hangs on the machine.

use summariser_core::prelude::*;

/// What the measures are computed from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Diversity {
    /// The type of each word of the sentences, in order, by a number below the length of `often`.
    pub(crate) sequence: Vec<u32>,
    /// How often each type occurs; 0 is a number that no type has.
    pub(crate) often: Vec<u32>,
}

/// Words that HD-D draws, as its authors have it.
const DRAWN: usize = 42;
/// MTLD is known to hold from 100 words on (McCarthy & Jarvis 2010); the others are no better with fewer.
const WORDS_NEEDED: usize = 100;

impl Diversity {
    /// The figures, or why there are none.
    pub(crate) fn figures(&self) -> Vec<Block> {
        let words = self.sequence.len();
        // Of what lies between 0 and 1, two decimals would say too little.
        let figure = |key: &str, decimals: usize, unit: &str, value: &dyn Fn() -> f64| {
            if words < WORDS_NEEDED {
                return Block::no_figure(
                    key,
                    format!("it needs {WORDS_NEEDED} words, the sentences here have {words}"),
                );
            }
            let scale = if decimals == 2 { 1e2 } else { 1e4 };
            let value = (value() * scale).round() / scale;
            Block::figure(key, value, unit).text(format!("{value:.decimals$}"))
        };
        vec![
            figure("mtld", 2, "words", &|| self.mtld()),
            figure("hdd", 4, "", &|| self.hd_d()),
            figure("yule_k", 2, "", &|| self.yules_k()),
            figure("type_token_ratio", 4, "", &|| self.type_token_ratio()),
        ]
    }

    /// How many different words there are.
    pub(crate) fn types(&self) -> usize {
        self.often.iter().filter(|often| **often > 0).count()
    }

    /// Different words to all words: falls with the length of a text, so it compares texts of one length alone.
    fn type_token_ratio(&self) -> f64 {
        self.types() as f64 / self.sequence.len() as f64
    }

    /// The measure of textual lexical diversity (McCarthy & Jarvis 2010, Behavior Research Methods 42, 381): how many
    /// words
    /// on end keep a type-token ratio above 0.72, the mean of reading forwards and backwards.
    fn mtld(&self) -> f64 {
        let words = self.sequence.len() as f64;
        let forwards = words / self.factors(self.sequence.iter());
        let backwards = words / self.factors(self.sequence.iter().rev());
        f64::midpoint(forwards, backwards)
    }

    /// How often the ratio has fallen to 0.72, and began anew; the last stretch counts by how far it has come.
    fn factors<'a>(&self, sequence: impl Iterator<Item = &'a u32>) -> f64 {
        // In which stretch a type was seen last.
        let mut seen = vec![u32::MAX; self.often.len()];
        let (mut full, mut types, mut words) = (0, 0_u32, 0_u32);
        for word in sequence {
            words += 1;
            if let Some(last) = seen.get_mut(*word as usize).filter(|last| **last != full) {
                (*last, types) = (full, types + 1);
            }
            // types / words <= 0.72, without rounding.
            if u64::from(types) * 25 <= u64::from(words) * 18 {
                (full, types, words) = (full + 1, 0, 0);
            }
        }
        let part = if words == 0 { 0.0 } else { (1.0 - f64::from(types) / f64::from(words)) / (1.0 - 0.72) };
        let factors = f64::from(full) + part;
        // No word occurs twice: the whole text is one stretch.
        if factors == 0.0 { 1.0 } else { factors }
    }

    /// HD-D (McCarthy & Jarvis 2007, Language Testing 24, 459): the mean type-token ratio of all samples of 42 words,
    /// by the
    /// hypergeometric distribution.
    fn hd_d(&self) -> f64 {
        let words = self.sequence.len();
        // The chance that a type is in no sample is the same for all types of a frequency.
        let mut spectrum = std::collections::BTreeMap::<u32, u32>::new();
        for often in self.often.iter().filter(|often| **often > 0) {
            *spectrum.entry(*often).or_default() += 1;
        }
        let expected = |(often, types): (&u32, &u32)| {
            // C(N - n, 42) / C(N, 42), factor by factor.
            let absent: f64 = (0..DRAWN)
                .map(|drawn| (words - drawn).saturating_sub(*often as usize) as f64 / (words - drawn) as f64)
                .product();
            f64::from(*types) * (1.0 - absent)
        };
        spectrum.iter().map(expected).sum::<f64>() / DRAWN as f64
    }

    /// Yule's characteristic (Yule 1944, The Statistical Study of Literary Vocabulary): how likely two words drawn at
    /// random
    /// are the same one, times 10,000; the lower the more diverse.
    fn yules_k(&self) -> f64 {
        let words = self.sequence.len() as u64;
        let squares: u64 = self.often.iter().map(|often| u64::from(*often) * u64::from(*often)).sum();
        1e4 * squares.saturating_sub(words) as f64 / (words as f64 * words as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of words that are letters here.
    fn diversity(words: &str) -> Diversity {
        let sequence: Vec<u32> = words.bytes().map(u32::from).collect();
        let often = (0..256).map(|word| sequence.iter().filter(|it| **it == word).count() as u32).collect();
        Diversity { sequence, often }
    }

    fn check(words: &str, expected: &str) {
        let said: Vec<String> = diversity(words)
            .figures()
            .into_iter()
            .map(|figure| format!("{} {}", figure.attributes[0].key, figure.text.unwrap_or_default()))
            .collect();
        assert_eq!(said.join(", "), expected, "{words}");
    }

    #[test]
    fn measures_are_those_computed_by_hand_and_by_lexicalrichness() {
        // 50 times a, b: every third word (a b a) the ratio falls to 2/3, 33 times in 100 words, and one word is left.
        // A type of
        // 50 in 100 is hardly ever absent of 42. K = 10,000 * (5,000 - 100) / 10,000.
        check(&"ab".repeat(50), "mtld 3.03, hdd 0.0476, yule_k 4900.00, type_token_ratio 0.0200");
        // No ratio falls so far: (1 - 36/100) / 0.28 factors, rounded up by none.
        check("a", "mtld n/a, hdd n/a, yule_k n/a, type_token_ratio n/a");
        // Every word once: one stretch of all words.
        let all: String = (b' '..=b'~').map(char::from).chain(['\0', '\u{1}', '\u{2}', '\u{3}', '\u{4}']).collect();
        check(&all, "mtld 100.00, hdd 1.0000, yule_k 0.00, type_token_ratio 1.0000");
    }
}
