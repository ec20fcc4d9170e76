//! Readability formulas as a table: which language, which inputs, which score. A formula is fitted to one language and
//! says nothing of another, so each is offered for its own language alone; only LIX and RIX, which count letters, are
//! for
//! all that are written with an alphabet. No average is rounded before it enters a formula.
//!
//! The papers are named; the numbers are those that two published programs, textstat 0.7.13 and textacy, quote from
//! them
//! alike, or as the line says. Dale–Chall and Spache need lists of words whose licence does not let them be shipped.

use summariser_core::prelude::*;

/// What formulas are computed from: the words and sentences of prose, quotes and list items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Inputs {
    /// Sentences.
    pub(crate) sentences: u32,
    /// Words, numbers among them.
    pub(crate) words: u32,
    /// Letters and digits: neither spaces nor punctuation.
    pub(crate) letters: u32,
    /// Syllables; a number counts as one.
    pub(crate) syllables: u32,
    /// Words of one syllable.
    pub(crate) monosyllables: u32,
    /// Words of three syllables or more. Numbers are never hard words, here and below.
    pub(crate) polysyllables: u32,
    /// Polysyllables without names, compounds with a hyphen and those that only an -es, -ed or -ing makes so long.
    pub(crate) complex_words: u32,
    /// Words of more than six letters.
    pub(crate) long_words: u32,
    /// Words that begin with a Latin, Greek or Cyrillic letter.
    pub(crate) alphabetic_words: u32,
}

/// One formula.
struct Formula {
    key: &'static str,
    unit: &'static str,
    /// The language that it was fitted to; empty is every language with an alphabet.
    language: &'static str,
    /// Whether it is among those that people of that language know best.
    usual: bool,
    /// How many sentences it needs.
    sentences: u32,
    /// What it is computed from, as the figure's further attributes say.
    inputs: &'static [Input],
    score: fn(&Inputs) -> f64,
}

type Input = (&'static str, fn(&Inputs) -> u32);
const SENTENCES: Input = ("sentences", |of| of.sentences);
const WORDS: Input = ("words", |of| of.words);
const LETTERS: Input = ("letters", |of| of.letters);
const SYLLABLES: Input = ("syllables", |of| of.syllables);
const MONOSYLLABLES: Input = ("monosyllables", |of| of.monosyllables);
const POLYSYLLABLES: Input = ("polysyllables", |of| of.polysyllables);
const COMPLEX: Input = ("complex_words", |of| of.complex_words);
const LONG: Input = ("long_words", |of| of.long_words);

/// Fewer words than this say nothing: all of these formulas were fitted to passages of about 100.
const WORDS_NEEDED: u32 = 100;

impl Inputs {
    fn per(part: u32, whole: u32) -> f64 {
        f64::from(part) / f64::from(whole)
    }

    /// Words a sentence.
    fn sentence_length(&self) -> f64 {
        Self::per(self.words, self.sentences)
    }

    /// Syllables a word.
    fn word_length(&self) -> f64 {
        Self::per(self.syllables, self.words)
    }

    /// So many words in a hundred.
    fn percent(&self, part: u32) -> f64 {
        100.0 * Self::per(part, self.words)
    }
}

const EASE: Formula = Formula {
    key: "",
    unit: "points",
    language: "",
    usual: true,
    sentences: 1,
    inputs: &[WORDS, SENTENCES, SYLLABLES],
    score: |_| 0.0,
};
const GRADE: Formula = Formula { unit: "grade", language: "en", usual: false, ..EASE };

const FORMULAS: [Formula; 20] = [
    // Flesch 1948, "A new readability yardstick", J. Applied Psychology 32. 0..=100, the higher the easier.
    Formula {
        key: "flesch_reading_ease",
        language: "en",
        score: |of| 206.835 - 1.015 * of.sentence_length() - 84.6 * of.word_length(),
        ..EASE
    },
    // Kincaid, Fishburne, Rogers & Chissom 1975, Research Branch Report 8-75. A grade of school in the USA.
    Formula {
        key: "flesch_kincaid_grade",
        usual: true,
        score: |of| 0.39 * of.sentence_length() + 11.8 * of.word_length() - 15.59,
        ..GRADE
    },
    // Gunning 1952, "The technique of clear writing".
    Formula {
        key: "gunning_fog",
        inputs: &[WORDS, SENTENCES, COMPLEX],
        score: |of| 0.4 * (of.sentence_length() + of.percent(of.complex_words)),
        ..GRADE
    },
    // Coleman & Liau 1975, "A computer readability formula designed for machine scoring", J. Applied Psychology 60.
    Formula {
        key: "coleman_liau",
        inputs: &[WORDS, SENTENCES, LETTERS],
        score: |of| 0.0588 * of.percent(of.letters) - 0.296 * of.percent(of.sentences) - 15.8,
        ..GRADE
    },
    // Smith & Senter 1967, "Automated Readability Index", AMRL-TR-66-220.
    Formula {
        key: "automated_readability_index",
        inputs: &[WORDS, SENTENCES, LETTERS],
        score: |of| 4.71 * Inputs::per(of.letters, of.words) + 0.5 * of.sentence_length() - 21.43,
        ..GRADE
    },
    // McLaughlin 1969, "SMOG grading", J. of Reading 12: on 30 sentences, so not on fewer.
    Formula {
        key: "smog",
        sentences: 30,
        inputs: &[SENTENCES, POLYSYLLABLES],
        score: |of| 1.0430 * (30.0 * Inputs::per(of.polysyllables, of.sentences)).sqrt() + 3.1291,
        ..GRADE
    },
    // O'Hayre 1966, "Gobbledygook has gotta go", as a grade: words of up to two syllables count one, the others three.
    // Made for samples of 100 words; a quotient, so that it holds for the whole text. Only textstat has it.
    Formula {
        key: "linsear_write",
        inputs: &[WORDS, SENTENCES, POLYSYLLABLES],
        score: |of| {
            let points = Inputs::per(of.words + 2 * of.polysyllables, of.sentences);
            if points > 20.0 { points / 2.0 } else { (points - 2.0) / 2.0 }
        },
        ..GRADE
    },
    // Amstad 1978, "Wie verständlich sind unsere Zeitungen?": Flesch's, fitted to German.
    Formula {
        key: "flesch_amstad",
        language: "de",
        score: |of| 180.0 - of.sentence_length() - 58.5 * of.word_length(),
        ..EASE
    },
    // Bamberger & Vanecek 1984, "Lesen – Verstehen – Lernen – Schreiben": the first of their four. A grade, 4..=15.
    Formula {
        key: "wiener_sachtextformel",
        language: "de",
        usual: true,
        inputs: &[WORDS, SENTENCES, POLYSYLLABLES, LONG, MONOSYLLABLES],
        score: |of| {
            0.1935 * of.percent(of.polysyllables) + 0.1672 * of.sentence_length() + 0.1297 * of.percent(of.long_words)
                - 0.0327 * of.percent(of.monosyllables)
                - 0.875
        },
        ..GRADE
    },
    // Fernández Huerta 1959, "Medidas sencillas de lecturabilidad", as Law 2011 put its misprint right: words a
    // sentence.
    Formula {
        key: "fernandez_huerta",
        language: "es",
        score: |of| 206.84 - 1.02 * of.sentence_length() - 60.0 * of.word_length(),
        ..EASE
    },
    // Szigriszt Pazos 1993, "Sistemas predictivos de legibilidad del mensaje escrito": the scale of INFLESZ
    // (Barrio-Cantalejo
    // et al. 2008). Textstat has it.
    Formula {
        key: "szigriszt_pazos",
        language: "es",
        usual: false,
        score: |of| 206.835 - of.sentence_length() - 62.3 * of.word_length(),
        ..EASE
    },
    // Kandel & Moles 1958, "Application de l'indice de Flesch à la langue française", as both programs have it; 209 -
    // 1.15 -
    // 68 is quoted under the same names.
    Formula {
        key: "kandel_moles",
        language: "fr",
        score: |of| 207.0 - 1.015 * of.sentence_length() - 73.6 * of.word_length(),
        ..EASE
    },
    // Lucisano & Piemontese 1988, "Gulpease: una formula per la predizione della difficoltà dei testi".
    Formula {
        key: "gulpease",
        language: "it",
        inputs: &[WORDS, SENTENCES, LETTERS],
        score: |of| 89.0 + (300.0 * f64::from(of.sentences) - 10.0 * f64::from(of.letters)) / f64::from(of.words),
        ..EASE
    },
    // Franchina & Vacca 1986, "Adaptation of Flesh readability index on a bilingual text", Linguaggi 3.
    Formula {
        key: "flesch_vacca",
        language: "it",
        usual: false,
        score: |of| 217.0 - 1.3 * of.sentence_length() - 60.0 * of.word_length(),
        ..EASE
    },
    // Douma 1960, "De leesbaarheid van landbouwbladen"; both programs write 206.835.
    Formula {
        key: "flesch_douma",
        language: "nl",
        score: |of| 206.84 - 0.93 * of.sentence_length() - 77.0 * of.word_length(),
        ..EASE
    },
    // Martins, Ghiraldelo, Nunes & Oliveira 1996, "Readability formulas applied to textbooks in Brazilian Portuguese".
    // Textacy has it.
    Formula {
        key: "flesch_martins",
        language: "pt",
        score: |of| 248.835 - 1.015 * of.sentence_length() - 84.6 * of.word_length(),
        ..EASE
    },
    // Oborneva 2006, "Автоматизированная оценка сложности учебных текстов", as both programs have it; later papers
    // quote
    // 206.836 - 1.52 - 65.14.
    Formula {
        key: "flesch_oborneva",
        language: "ru",
        score: |of| 206.835 - 1.3 * of.sentence_length() - 60.1 * of.word_length(),
        ..EASE
    },
    // Ateşman 1997, "Türkçede okunabilirliğin ölçülmesi". Textacy has it.
    Formula {
        key: "atesman",
        language: "tr",
        score: |of| 198.825 - 2.61 * of.sentence_length() - 40.175 * of.word_length(),
        ..EASE
    },
    // Björnsson 1968, "Läsbarhet": 20..=60, the higher the harder. The usual one where there is no better.
    Formula {
        key: "lix",
        inputs: &[WORDS, SENTENCES, LONG],
        score: |of| of.sentence_length() + of.percent(of.long_words),
        ..EASE
    },
    // Anderson 1983, "Lix and Rix: variations on a little-known readability index", J. of Reading 26.
    Formula {
        key: "rix",
        usual: false,
        inputs: &[SENTENCES, LONG],
        score: |of| Inputs::per(of.long_words, of.sentences),
        ..EASE
    },
];

/// The figures of the formulas for `language` (a code such as `en`): the usual ones, or with `all` every one.
pub(crate) fn figures(inputs: &Inputs, language: &str, all: bool) -> Vec<Block> {
    let of = |language: &str| {
        let formulas = FORMULAS.iter().filter(move |formula| formula.language == language && (all || formula.usual));
        formulas.collect::<Vec<&Formula>>()
    };
    let mut chosen = of(language);
    // An alphabet can be told from the words alone, so LIX is there where the language is not known, too.
    let alphabetic = inputs.alphabetic_words >= inputs.words.div_ceil(2);
    if alphabetic && (chosen.is_empty() || all) {
        chosen.extend(of(""));
    }
    if chosen.is_empty() {
        return vec![Block::no_figure("readability", format!("there is no formula for this language ({language})"))];
    }
    chosen.into_iter().map(|formula| formula.figure(inputs)).collect()
}

impl Formula {
    fn figure(&self, inputs: &Inputs) -> Block {
        let Inputs { words, sentences, .. } = *inputs;
        let mut figure = if sentences == 0 {
            Block::no_figure(self.key, crate::NO_SENTENCES)
        } else if words < WORDS_NEEDED {
            Block::no_figure(self.key, format!("it needs {WORDS_NEEDED} words, the sentences here have {words}"))
        } else if sentences < self.sentences {
            Block::no_figure(self.key, format!("it needs {} sentences, there are {sentences} here", self.sentences))
        } else {
            Block::figure(self.key, crate::rounded((self.score)(inputs)), self.unit)
        };
        for (name, input) in self.inputs {
            figure = figure.attribute(name, Value::Number(f64::from(input(inputs))), None);
        }
        figure
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 120 words in 8 sentences: 15 words a sentence, 1.5 syllables and 4.5 letters a word.
    const TEXT: Inputs = Inputs {
        sentences: 8,
        words: 120,
        letters: 540,
        syllables: 180,
        monosyllables: 78,
        polysyllables: 18,
        complex_words: 12,
        long_words: 24,
        alphabetic_words: 118,
    };

    fn check(inputs: Inputs, language: &str, all: bool, expected: &str) {
        let figures = figures(&inputs, language, all);
        let said: Vec<String> = figures
            .iter()
            .map(|figure| match &figure.attributes[0].value {
                Value::Number(value) => format!("{} {value}", figure.attributes[0].key),
                Value::Null { reason } => format!("{}: {reason}", figure.attributes[0].key),
                Value::Text(_) => "a text".to_owned(),
            })
            .collect();
        assert_eq!(said.join("\n"), expected, "{language}, all: {all}");
    }

    #[test]
    fn scores_are_those_computed_by_hand() {
        let short = Inputs { words: 99, ..TEXT };
        let long = Inputs { sentences: 30, words: 450, polysyllables: 40, alphabetic_words: 450, ..TEXT };
        let foreign = Inputs { alphabetic_words: 59, ..TEXT };
        let empty = Inputs::default();
        for (inputs, language, all, expected) in [
            // 206.835 - 15.225 - 126.9; 5.85 + 17.7 - 15.59; 0.4 * (15 + 10); 26.46 - 1.97333 - 15.8;
            // 21.195 + 7.5 - 21.43; (102 + 3 * 18) / 8 = 19.5, less 2, halved; 15 + 20; 24 / 8.
            (
                TEXT,
                "en",
                true,
                "flesch_reading_ease 64.71\nflesch_kincaid_grade 7.96\ngunning_fog 10\ncoleman_liau 8.69\n\
                 automated_readability_index 7.27\nsmog: it needs 30 sentences, there are 8 here\n\
                 linsear_write 8.75\nlix 35\nrix 3",
            ),
            (TEXT, "en", false, "flesch_reading_ease 64.71\nflesch_kincaid_grade 7.96"),
            // 180 - 15 - 87.75; 0.1935 * 15 + 0.1672 * 15 + 0.1297 * 20 - 0.0327 * 65 - 0.875.
            (TEXT, "de", false, "flesch_amstad 77.25\nwiener_sachtextformel 5"),
            (TEXT, "es", false, "fernandez_huerta 101.54"), // 206.84 - 15.3 - 90
            (TEXT, "es", true, "fernandez_huerta 101.54\nszigriszt_pazos 98.39\nlix 35\nrix 3"), // 206.835 - 15 - 93.45
            (TEXT, "fr", false, "kandel_moles 81.38"),      // 207 - 15.225 - 110.4
            (TEXT, "it", true, "gulpease 64\nflesch_vacca 107.5\nlix 35\nrix 3"), // 89 + (2400 - 5400) / 120; 217 - 19.5 - 90
            (TEXT, "nl", false, "flesch_douma 77.39"),                            // 206.84 - 13.95 - 115.5
            (TEXT, "pt", false, "flesch_martins 106.71"),                         // 248.835 - 15.225 - 126.9
            (TEXT, "ru", false, "flesch_oborneva 97.19"), // 206.835 - 19.5 - 90.15, rounded away from zero
            (TEXT, "tr", false, "atesman 99.41"),         // 198.825 - 39.15 - 60.2625
            (TEXT, "sv", true, "lix 35\nrix 3"),
            (TEXT, "sv", false, "lix 35"),
            (TEXT, "und", false, "lix 35"),
            (foreign, "zh", false, "readability: there is no formula for this language (zh)"),
            (foreign, "zh", true, "readability: there is no formula for this language (zh)"),
            (short, "sv", false, "lix: it needs 100 words, the sentences here have 99"),
            (empty, "nl", false, "flesch_douma: the text has no sentences"),
            (Inputs { sentences: 0, ..TEXT }, "nl", false, "flesch_douma: the text has no sentences"),
        ] {
            check(inputs, language, all, expected);
        }
        // 1.0430 * sqrt(40) + 3.1291
        let smog =
            figures(&long, "en", true).into_iter().find(|figure| figure.attributes[0].key == "smog").expect("smog");
        assert_eq!(smog.text.as_deref(), Some("9.73"));
    }
}
