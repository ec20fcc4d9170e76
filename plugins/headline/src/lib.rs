//! The headline: one line that could stand over the text. The text's own title where it has a good one, otherwise its
//! lead sentence with what can be spared deleted; never a word that the text does not have.

use summariser_core::length::words;
use summariser_core::prelude::*;
use summariser_core::summary::quote;
use summariser_core::trim;

export! {
    /// One line that could stand over the text: its title, or its lead sentence cut to the essential.
    pub struct Headline("headline") reads(sentences, salience) makes(headline) {
        /// How long it may be: "75 bytes", "60 chars" or "10 words". Otherwise 75 characters, and 30 of Chinese or Japanese.
        length: Option<Length> = none in ["bytes", "chars", "words"],
        /// Whether the text's own title will do where it fits.
        title: bool = true,
    }
}

/// How many sentences from the beginning may be the lead: what matters stands early or is not one line.
const LEADS: usize = 4;
/// A title of fewer words, such as MEMO, says what kind of text it is and not what it says.
const TITLE_WORDS: usize = 3;
/// What a sentence that is not the first one has to be better by.
const NOT_FIRST: f32 = 0.6;

impl Headline {
    fn length(&self, language: &str) -> Result<Length> {
        match self.length {
            Some(Length::Sentences(_) | Length::Percent(_)) => {
                Err(Error::new("option `length`: a headline is measured in bytes, chars or words; try \"75 bytes\""))
            }
            Some(length) => Ok(length),
            None if language.starts_with("zh") || language.starts_with("ja") => Ok(Length::Chars(30)),
            None => Ok(Length::Chars(75)),
        }
    }
}

impl Summariser for Headline {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let (text, language) = (document.text(), document.language());
        let length = self.length(language)?;
        let good = |line: &str| length.measure(line) <= length.limit(0) && words(line) >= TITLE_WORDS;
        if let Some(title) = document.title().filter(|title| self.title && good(&quote(text, &[*title]))) {
            return out.push(Block::new(BlockKind::Headline).span(title));
        }
        let worth = |sentence: &Sentence| {
            let late = if sentence.index() == 0 { 0.0 } else { NOT_FIRST };
            sentence.salience() - trim::awkwardness(text, sentence.span(), language) - late
        };
        let leads = document.sentences().take(LEADS);
        let Some(lead) = leads.reduce(|best, other| if worth(&other) > worth(&best) { other } else { best }) else {
            return Ok(());
        };
        let Some(line) = trim::headline(text, lead.span(), language, length) else { return Ok(()) };
        let verbatim = quote(text, &line.spans) == line.text;
        let mut block = Block::new(BlockKind::Headline).score(f64::from(lead.salience()));
        block.spans = line.spans;
        block.text = (!verbatim).then_some(line.text);
        block.over_length = line.over_length;
        block.clipped = line.clipped;
        out.push(block)
    }
}
