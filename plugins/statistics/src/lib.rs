//! Figures: what is counted in a text, how long it takes to read and how hard it is. A figure that cannot be had is
//! said too, with the reason: silence would look like a fault, and a made-up number like a fact.

mod correction;
mod count;
mod readability;
mod reading_time;
mod syllable;

use summariser_core::length;
use summariser_core::prelude::*;

use count::Counts;

export! {
    /// Counts, reading time, compression and readability.
    ///
    /// Words, sentences and paragraphs are those of prose, quotes and list items, and words those of headings, too;
    /// code, tables, captions, bylines and the furniture of a page do not count. Characters are those of the whole
    /// text.
    pub struct Statistics("statistics") reads(words) makes(figure) {
        /// How many words somebody reads in a minute; in Chinese and Japanese, how many characters. Without it, what
        /// was measured for the language: 238 in English (Brysbaert 2019), otherwise Trauzettel-Klosinski and Dietz
        /// 2012.
        words_per_minute: Option<u32> = none in 10..=5000,
        /// Which readability formulas: the usual ones of the language, all that there are for it, or none.
        readability: String = "usual" in ["usual", "all", "none"],
    }
}

impl Summariser for Statistics {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let counts = Counts::of(document, self.readability != "none");
        out.figure("words", counts.words as f64, "words")?;
        out.figure("sentences", counts.sentences as f64, "sentences")?;
        out.figure("paragraphs", counts.paragraphs as f64, "paragraphs")?;
        out.figure("characters", counts.characters as f64, "characters")?;
        out.figure("characters_no_spaces", counts.characters_no_spaces as f64, "characters")?;
        out.figure("distinct_words", counts.distinct_words as f64, "words")?;
        out.push(match counts.sentences {
            0 => Block::no_figure("mean_sentence_length", NO_SENTENCES),
            sentences => {
                let mean = counts.words_in_sentences as f64 / sentences as f64;
                Block::figure("mean_sentence_length", rounded(mean), "words")
            }
        })?;
        out.push(match counts.longest_sentence.and_then(|(index, words)| Some((document.sentence(index)?, words))) {
            None => Block::no_figure("longest_sentence", NO_SENTENCES),
            Some((sentence, words)) => Block::figure("longest_sentence", words as f64, "words").span(sentence.span()),
        })?;
        out.push(reading_time::figure(counts.words, primary(document.language()), self.words_per_minute))?;
        out.push(compression(document, counts.words))?;
        if self.readability != "none" {
            let language = primary(document.language());
            for figure in readability::figures(&counts.inputs, language, self.readability == "all") {
                out.push(figure)?;
            }
        }
        Ok(())
    }
}

const NO_SENTENCES: &str = "the text has no sentences";

/// How long the summary is, in per cent of the words of what it sums up: this text is the summary where another one was
/// piped into it, otherwise the sections before this one are.
fn compression(document: &Document, words: usize) -> Block {
    let (origin, said) = (document.origin_words(), document.summary_words());
    // The count at the beginning of a pipe is that of the whole text, whatever its paragraphs are.
    let all = if origin == words { words } else { length::words(document.text()) };
    let (part, whole) = if origin > 0 && origin != all { (all, origin) } else { (said, words) };
    if part == 0 || whole == 0 {
        return Block::no_figure("compression", "no summary stands before it in the chain");
    }
    let percent = 100.0 * part as f64 / whole as f64;
    Block::figure("compression", rounded(percent), "%")
        .text(format!("{}%", (percent * 10.0).round() / 10.0))
        .attribute("summary_words", Value::Number(part as f64), None)
        .attribute("document_words", Value::Number(whole as f64), None)
}

/// The language of a tag such as `en-GB`.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// A result to two decimals: more would be a precision that nothing here has.
fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: Statistics = Statistics { words_per_minute: None, readability: String::new() };

    /// What is said of a key: the text, or the reason why there is none.
    fn check(statistics: &Statistics, document: &Document, key: &str, expected: &str) {
        let summary = Summary::of(statistics, document).expect("figures");
        let said = summary.blocks.iter().find(|block| block.attributes[0].key == key).map(|block| {
            match &block.attributes[0].value {
                Value::Null { reason } => reason.clone(),
                _ => block.text.clone().unwrap_or_default(),
            }
        });
        assert_eq!(said.as_deref().unwrap_or("nothing"), expected, "{key} of {:?}", document.text());
    }

    #[test]
    fn figures_stand_in_their_order() {
        let keys = |text: &str, readability: &str| {
            let statistics = Statistics { readability: readability.to_owned(), ..USUAL };
            let summary = Summary::of(&statistics, &Document::parse(text)).expect("figures");
            let keys: Vec<String> = summary.blocks.iter().map(|block| block.attributes[0].key.clone()).collect();
            keys.join(" ")
        };
        const COUNTS: &str = "words sentences paragraphs characters characters_no_spaces distinct_words \
                              mean_sentence_length longest_sentence reading_time compression";
        const TEXT: &str =
            "This is the house that Jack built, and it has stood on the hill for years. Nobody lives there.";
        assert_eq!(keys(TEXT, "none"), COUNTS);
        assert_eq!(keys(TEXT, "usual"), format!("{COUNTS} flesch_reading_ease flesch_kincaid_grade"));
        assert!(keys(TEXT, "all").ends_with("smog lix"));
    }

    #[test]
    fn what_cannot_be_had_has_a_reason() {
        let empty = Document::parse("");
        for (key, expected) in [
            ("words", "0"),
            ("characters", "0"),
            ("mean_sentence_length", NO_SENTENCES),
            ("longest_sentence", NO_SENTENCES),
            ("reading_time", "0 s"),
            ("compression", "no summary stands before it in the chain"),
        ] {
            check(&USUAL, &empty, key, expected);
        }
        let thai = Document::new("ไทย", Default::default()).with_language("th");
        check(&USUAL, &thai, "reading_time", "no rate is known for Thai");
    }

    #[test]
    fn compression_is_of_what_was_summed_up() {
        const FIVE: &str = "One two three four five.";
        let document = || Document::parse(FIVE);
        check(&USUAL, &document().with_origin_words(50), "compression", "10%");
        check(&USUAL, &document().with_origin_words(50).with_summary_words(2), "compression", "10%");
        check(&USUAL, &document().with_origin_words(41), "compression", "12.2%");
        check(&USUAL, &document().with_summary_words(2), "compression", "40%");
        check(&USUAL, &document(), "compression", "no summary stands before it in the chain");
        check(&USUAL, &document().with_origin_words(0).with_summary_words(1), "compression", "20%");
    }
}
