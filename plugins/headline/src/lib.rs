//! The headline: one line that could stand over the text. The text's own title where it has a good one, otherwise its
//! lead sentence with what can be spared deleted; never a word that the text does not have.

use summariser_core::length::words;
use summariser_core::prelude::*;
use summariser_core::summary::quote;
use summariser_core::trim;

export! {
    /// One line that could stand over the text: its title, or its lead sentence cut to the essential.
    pub struct Headline("headline") reads(sentences, salience) makes(headline) {
        /// How long it may be: "75 bytes", "60 chars" or "10 words". Otherwise about 75 characters, or
        /// 30 of Chinese or Japanese, and up to half as many more where the line would be torn.
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

/// How awkward another lead may be and still stand in for one that gives no whole line.
const SLIGHT: f32 = 0.2;

impl Headline {
    fn length(&self, language: &str) -> Length {
        let is_dense = language.starts_with("zh") || language.starts_with("ja");
        self.length.unwrap_or(Length::Chars(if is_dense { 30 } else { 75 }))
    }
}

impl Summariser for Headline {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let (text, language) = (document.text(), document.language());
        let length = self.length(language);
        // Where nobody said how long, a title may be as long as a line that would otherwise be torn.
        let most = length.limit(0) * if self.length.is_none() { 155 } else { 100 } / 100;
        let good = |line: &str| length.measure(line) <= most && words(line) >= TITLE_WORDS;
        if let Some(title) = document.title().filter(|title| self.title && good(&quote(text, &[*title]))) {
            return out.push(Block::new(BlockKind::Headline).span(title));
        }
        let leads: Vec<_> = document.sentences().take(LEADS).collect();
        let awkward: Vec<f32> = leads.iter().map(|lead| trim::awkwardness(text, lead.span(), language)).collect();
        let worth = |at: usize| leads[at].salience() - awkward[at] - if at == 0 { 0.0 } else { NOT_FIRST };
        let mut order: Vec<usize> = (0..leads.len()).collect();
        order.sort_by(|&a, &b| worth(b).total_cmp(&worth(a)));
        let Some(&best) = order.first() else { return Ok(()) };
        // Another lead may take the place of a torn one, but not if it reads worse on its own.
        order.retain(|&at| awkward[at] <= awkward[best].max(SLIGHT));
        let lines =
            order.iter().filter_map(|&at| Some((at, trim::headline(text, leads[at].span(), language, length)?)));
        let mut found = None;
        for (at, line) in lines {
            let whole = !line.clipped;
            if found.is_none() || whole {
                found = Some((at, line));
            }
            if whole {
                break;
            }
        }
        let Some((at, line)) = found else { return Ok(()) };
        let verbatim = quote(text, &line.spans) == line.text;
        let mut block = Block::new(BlockKind::Headline).score(f64::from(leads[at].salience()));
        block.spans = line.spans;
        block.text = (!verbatim).then_some(line.text);
        // Nobody asked for the default, so that only a length that was given can be exceeded.
        block.over_length = line.over_length && self.length.is_some();
        block.clipped = line.clipped;
        out.push(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: Headline = Headline { length: None, title: true };

    #[track_caller]
    fn check(headline: &Headline, text: &str, expected: &str) -> Block {
        let summary = Summary::of(headline, &Document::parse(text)).expect("it says something");
        assert_eq!(summary.text(), expected);
        summary.blocks.into_iter().next().unwrap_or_else(|| Block::new(BlockKind::Headline))
    }

    #[test]
    fn a_good_title_is_the_headline_and_a_label_is_not() {
        const BODY: &str = "The mill at Lower Quern burnt down on Friday. Nobody was hurt.";
        check(&USUAL, &format!("# Mill burns down at Quern\n\n{BODY}"), "Mill burns down at Quern");
        check(&USUAL, &format!("# NEWS\n\n{BODY}"), "The mill at Lower Quern burnt down on Friday");
        let without = Headline { title: false, ..USUAL };
        check(
            &without,
            &format!("# Mill burns down at Quern\n\n{BODY}"),
            "The mill at Lower Quern burnt down on Friday",
        );
    }

    #[test]
    fn a_long_lead_loses_what_can_be_spared() {
        let text = "The council of Holm, which met on Monday, closed the old bridge over the Lind to lorries as engineers \
                    had found cracks in two of its five piers. Repairs begin in May.";
        let block = check(&USUAL, text, "The council of Holm closed the old bridge over the Lind to lorries");
        assert!(!block.clipped && !block.over_length);
        let short = Headline { length: Some(Length::Chars(12)), ..USUAL };
        let block = Summary::of(&short, &Document::parse(text)).expect("it says something").blocks.remove(0);
        assert!(block.clipped || block.over_length, "a line that cannot be had says so: {block:?}");
    }

    #[test]
    fn nothing_has_no_headline() {
        check(&USUAL, "", "");
        check(&USUAL, " \n\n ", "");
    }
}
