//! Figures: what is counted in a text, how long it takes to read and how hard it is. A figure that cannot be had is
//! said too, with the reason: silence would look like a fault, and a made-up number like a fact.

mod chart;
mod correction;
mod count;
mod diversity;
mod key;
mod memo;
mod piece;
mod readability;
mod reading_time;
mod syllable;
mod vocabulary;
mod vowel_pair;
mod weight;

use summariser_core::length;
use summariser_core::prelude::*;

use count::{Counts, Words};

export! {
    /// Counts, reading time, how long the sentences and sections are, and readability.
    ///
    /// Words, sentences and paragraphs are those of prose, quotes and list items, and words those of headings, too;
    /// code, tables, captions, bylines and the furniture of a page do not count. Characters are those of the whole
    /// text.
    pub struct Statistics("statistics") reads(words) makes(figure) {
        /// How many words somebody reads in a minute; in Chinese and Japanese, how many characters. Without it, what
        /// was measured for the language: 238 in English (Brysbaert 2019), otherwise Trauzettel-Klosinski and Dietz
        /// 2012.
        words_per_minute: Option<u32> = none in 10..=5000,
        /// How much to say: the counts alone; with readability by the usual formulas of the language; or everything,
        /// with all formulas, lexical diversity and the share of every section.
        detail: String = "usual" in ["counts", "usual", "all"],
    }
}

impl Summariser for Statistics {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        if document.text().trim().is_empty() {
            // Zeros would be no news of a text that is not there.
            return Ok(());
        }
        let (weigh, all) = (self.detail != "counts", self.detail == "all");
        let words = if all {
            Words::Compared
        } else if weigh {
            Words::Weighed
        } else {
            Words::Passed
        };
        let counts = Counts::of(document, words);
        out.figure("words", counts.words as f64, "words")?;
        out.figure("sentences", counts.sentences as f64, "sentences")?;
        out.figure("paragraphs", counts.paragraphs as f64, "paragraphs")?;
        out.figure("characters", counts.characters as f64, "characters")?;
        if all {
            self.further_counts(&counts, document, out)?;
        }
        if counts.words == 0 {
            return Ok(());
        }
        if counts.sentences > 0 {
            let mean = counts.words_in_sentences as f64 / counts.sentences as f64;
            out.figure("mean_sentence_length", rounded(mean), "words")?;
            out.push(counts.lengths.figure())?;
        }
        if let Some((sentence, words)) =
            counts.longest_sentence.and_then(|(index, words)| Some((document.sentence(index)?, words)))
        {
            out.push(Block::figure("longest_sentence", words as f64, "words").span(sentence.span()))?;
        }
        for figure in chart::sections(&counts.sections, document, all) {
            out.push(figure)?;
        }
        let language = primary(document.language());
        out.push(reading_time::figure(counts.words, language, self.words_per_minute))?;
        if let Some(compression) = compression(document, counts.words) {
            out.push(compression)?;
        }
        let diversity = if all { counts.diversity.figures() } else { Vec::new() };
        let readability = if weigh { readability::figures(&counts.inputs, language, all) } else { Vec::new() };
        diversity.into_iter().chain(readability).try_for_each(|figure| out.push(figure))
    }
}

impl Statistics {
    /// The counts that few ask for.
    fn further_counts(&self, counts: &Counts, document: &Document, out: &mut Output) -> Result {
        let text = document.text();
        let spaces = text.chars().filter(|c| c.is_whitespace()).count();
        out.figure("characters_no_spaces", (counts.characters - spaces) as f64, "characters")?;
        out.figure("lines", text.bytes().filter(|byte| *byte == b'\n').count() as f64, "lines")?;
        out.figure("headings", counts.headings as f64, "headings")?;
        out.figure("list_items", counts.list_items as f64, "items")?;
        out.figure("distinct_words", counts.diversity.types() as f64, "words")?;
        out.figure("long_words", f64::from(counts.inputs.long_words), "words")?;
        out.figure("syllables", f64::from(counts.inputs.syllables), "syllables")
    }
}

const NO_SENTENCES: &str = "the text has no sentences";

/// How long the summary is, in per cent of the words of what it sums up: this text is the summary where another one was
/// piped into it, otherwise the sections before this one are. `None` without either.
fn compression(document: &Document, words: usize) -> Option<Block> {
    let (origin, said) = (document.origin_words(), document.summary_words());
    // The count at the beginning of a pipe is that of the whole text, whatever its paragraphs are.
    let all = if origin == words { words } else { length::words(document.text()) };
    let (part, whole) = if origin > 0 && origin != all { (all, origin) } else { (said, words) };
    if part == 0 || whole == 0 {
        return None;
    }
    let percent = 100.0 * part as f64 / whole as f64;
    let figure = Block::figure("compression", rounded(percent), "%")
        .text(format!("{}%", (percent * 10.0).round() / 10.0))
        .attribute("summary_words", Value::Number(part as f64), None)
        .attribute("document_words", Value::Number(whole as f64), None);
    Some(figure)
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

    fn statistics(detail: &str) -> Statistics {
        Statistics { words_per_minute: None, detail: detail.to_owned() }
    }

    /// What is said of a key: the text, or the reason why there is none.
    fn check(document: &Document, key: &str, expected: &str) {
        let summary = Summary::of(&statistics("all"), document).expect("figures");
        let said = summary.blocks.iter().find(|block| block.attributes[0].key == key).map(|block| {
            match &block.attributes[0].value {
                Value::Null { reason } => reason.clone(),
                _ => block.text.clone().unwrap_or_default(),
            }
        });
        assert_eq!(said.as_deref().unwrap_or("nothing"), expected, "{key} of {:?}", document.text());
    }

    fn keys(text: &str, detail: &str) -> String {
        let summary = Summary::of(&statistics(detail), &Document::parse(text)).expect("figures");
        let keys: Vec<String> = summary.blocks.iter().map(|block| block.attributes[0].key.clone()).collect();
        keys.join(" ")
    }

    #[test]
    fn figures_stand_in_their_order() {
        const TEXT: &str = "# One\n\nThis is the house that Jack built, and it has stood on the hill for years.\n\n\
                            # Two\n\nNobody lives there.";
        const LENGTHS: &str = "mean_sentence_length sentence_lengths longest_sentence sections";
        assert_eq!(keys(TEXT, "counts"), format!("words sentences paragraphs characters {LENGTHS} reading_time"));
        assert_eq!(
            keys(TEXT, "usual"),
            format!(
                "words sentences paragraphs characters {LENGTHS} reading_time flesch_reading_ease flesch_kincaid_grade"
            )
        );
        assert_eq!(
            keys(TEXT, "all"),
            format!(
                "words sentences paragraphs characters characters_no_spaces lines headings list_items distinct_words \
                 long_words syllables {LENGTHS} section section reading_time mtld hdd yule_k type_token_ratio \
                 flesch_reading_ease flesch_kincaid_grade gunning_fog coleman_liau automated_readability_index smog \
                 linsear_write lix rix"
            )
        );
    }

    #[test]
    fn what_is_not_there_is_not_counted() {
        for text in ["", " \n\n "] {
            assert_eq!(keys(text, "all"), "", "{text:?}");
        }
        let code = Document::parse("```\nlet x = 1;\n```\n");
        for (key, expected) in [("words", "0"), ("characters", "19"), ("mean_sentence_length", "nothing")] {
            check(&code, key, expected);
        }
        for (key, expected) in
            [("sections", "nothing"), ("mtld", "nothing"), ("rix", "nothing"), ("reading_time", "nothing")]
        {
            check(&code, key, expected);
        }
        let thai = Document::parse("ภาษาไทย").with_language("th");
        check(&thai, "reading_time", "no rate is known for Thai");
    }

    #[test]
    fn counts_are_told_whatever_the_words() {
        let text = "# Nets\n\nNets need mending. The Mending takes the whole of a long, cold evening here.\n\n\
                    - Rope\n- Twine\n\n# Boats\n\nBoats need paint.\n\n> Paint boats.\n";
        let document = Document::parse(text);
        for (key, expected) in [
            ("words", "23"),
            ("characters", "145"),
            ("characters_no_spaces", "112"),
            ("lines", "12"),
            ("headings", "2"),
            ("list_items", "2"),
            ("distinct_words", "16"),
            ("sentence_lengths", "1–5 █·▂ 11–15 words"),
            ("sections", "2 █▃ 26–74% of the words each"),
            ("section", "██████████ 74% Nets"),
        ] {
            check(&document, key, expected);
        }
    }

    #[test]
    fn compression_is_of_what_was_summed_up() {
        const FIVE: &str = "One two three four five.";
        let document = || Document::parse(FIVE);
        check(&document().with_origin_words(50), "compression", "10%");
        check(&document().with_origin_words(50).with_summary_words(2), "compression", "10%");
        check(&document().with_origin_words(41), "compression", "12.2%");
        check(&document().with_summary_words(2), "compression", "40%");
        check(&document(), "compression", "nothing");
        check(&document().with_origin_words(0).with_summary_words(1), "compression", "20%");
    }
}
