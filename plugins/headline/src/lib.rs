//! The headline: one line that could stand over the text. The text's own title where it has a good one, otherwise its
//! lead sentence with what can be spared deleted; never a word that the text does not have. Where no sentence makes a
//! line that stands alone, the text's key phrases do, and the block says so.

#[cfg(test)]
mod tests;

use summariser_core::keyphrase::keyphrases;
use summariser_core::length::words;
use summariser_core::prelude::*;
use summariser_core::summary::quote;
use summariser_core::trim::{self, Lead, Trimmed};

export! {
    /// One line that could stand over the text: its title, or its lead sentence cut to the essential.
    pub struct Headline("headline") reads(sentences, terms, salience) makes(headline) {
        /// How long it may be: "75 bytes", "60 chars" or "10 words". Otherwise about 75 characters, or
        /// 30 of Chinese or Japanese, and up to half as many more where the line would be torn.
        length: Option<Length> = none in ["bytes", "chars", "words"],
        /// A sentence; the same without articles, as newspapers write (of English texts); or a line of key phrases.
        style: String = "sentence" in ["sentence", "headlinese", "keywords"],
        /// Whether the text's own title will do where it fits.
        title: bool = true,
    }
}

/// How many sentences from the beginning may be the lead: what matters stands early or is not one line.
const LEADS: usize = 4;
/// Within how many sentences a paper says what it presents.
const ABSTRACT: usize = 12;
/// A title of fewer words, such as MEMO, says what kind of text it is and not what it says.
const TITLE_WORDS: usize = 3;
/// What a sentence that is not the first one has to be better by.
const NOT_FIRST: f32 = 0.8;
/// How much more awkward every further sentence is than the second one: the later, the more it takes as known.
const LATER: f32 = 0.05;
/// What a lead's awkwardness weighs against salience.
const AWKWARD: f32 = 2.0;
/// How awkward another lead may be and still stand in for one that gives no whole line.
const SLIGHT: f32 = 0.3;
/// How awkward a line may be and still be preferred to key phrases.
const BEARABLE: f32 = 0.35;
/// How many key phrases a line may have, of how many words each; and the fewest that say more than a torn line.
const PHRASES: usize = 6;
const PHRASE_WORDS: usize = 4;
const FEW: usize = 2;
/// A text of fewer sentences has no key phrases to speak of.
const SHORT: usize = 5;

impl Summariser for Headline {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let length = self.length(document.language());
        let found = match self.style.as_str() {
            "keywords" => keyword_line(document, length, "").or_else(|| self.sentence(document, length)),
            _ => self.title(document, length).or_else(|| self.sentence(document, length)),
        };
        found.map_or(Ok(()), |block| out.push(block))
    }
}

impl Headline {
    fn length(&self, language: &str) -> Length {
        let is_dense = language.starts_with("zh") || language.starts_with("ja");
        self.length.unwrap_or(Length::Chars(if is_dense { 30 } else { 75 }))
    }

    fn title(&self, document: &Document, length: Length) -> Option<Block> {
        // Where nobody said how long, a title may be as long as a line that would otherwise be torn.
        let most = length.limit(0) * if self.length.is_none() { 155 } else { 100 } / 100;
        let good = |line: &str| length.measure(line) <= most && words(line) >= TITLE_WORDS;
        let title = document.title().filter(|title| self.title && good(&quote(document.text(), &[*title])))?;
        Some(Block::new(BlockKind::Headline).span(title))
    }

    /// The line of the lead, of another of the first sentences, or of key phrases.
    fn sentence(&self, document: &Document, length: Length) -> Option<Block> {
        let (text, language) = (document.text(), document.language());
        let beginning = || document.sentences().take(ABSTRACT);
        let speaks = |it: &Sentence<'_>| it.words().any(|word| trim::speaks(word.text()));
        if beginning().any(|it| speaks(&it) && trim::presents(text, it.span(), language))
            && !beginning().any(|it| trim::converses(text, it.span()))
        {
            let titles = beginning().filter_map(|it| Some((it, trim::presented(text, it.span(), language, length)?)));
            if let Some((sentence, line)) = titles.into_iter().min_by_key(|(_, line)| line.over_length) {
                return Some(self.block(text, line, sentence.salience()).attribute(
                    "style",
                    Value::Text("phrase".to_owned()),
                    None,
                ));
            }
            if let Some(block) = keyword_line(document, length, "the text speaks of its authors' work") {
                return Some(block);
            }
        }
        let leads: Vec<_> = document.sentences().take(LEADS).collect();
        let small: Vec<String> = leads.iter().map(|it| trim::lowered(text, it.span())).collect();
        let read = |at: usize| Lead::new(text, leads[at].span(), language, &small[at]);
        let worth =
            |at: usize, awkward: f32| leads[at].salience() - AWKWARD * awkward - if at == 0 { 0.0 } else { NOT_FIRST };
        let shorten = if self.style == "headlinese" { Lead::headlinese } else { Lead::headline };
        // Mostly the first sentence is worth more than another one could be, and the others need not be read.
        let lead = leads.first().map(|_| read(0))?;
        let first = lead.awkwardness();
        let is_best = (1..leads.len()).all(|at| worth(at, 0.0).total_cmp(&worth(0, first)).is_le());
        let mut of_first = (is_best && first <= BEARABLE).then(|| shorten(&lead, length));
        if let Some(Some(line)) = of_first.take_if(|line| line.as_ref().is_some_and(|line| !line.clipped)) {
            return Some(self.block(text, line, leads[0].salience()));
        }
        let read: Vec<Lead<'_>> = std::iter::once(lead).chain((1..leads.len()).map(read)).collect();
        let line = |at: usize| shorten(&read[at], length);
        let judge = |(at, lead): (usize, &Lead<'_>)| {
            let hanging = if at == 0 { 0.0 } else { lead.hanging(&read[..at]) + LATER * (at - 1) as f32 };
            lead.awkwardness() + hanging
        };
        let awkward: Vec<f32> = read.iter().enumerate().map(judge).collect();
        let mut order: Vec<usize> = (0..leads.len()).collect();
        order.sort_by(|&a, &b| worth(b, awkward[b]).total_cmp(&worth(a, awkward[a])));
        let &best = order.first()?;
        // Another lead may take the place of a torn one, but not if it reads worse on its own.
        order.retain(|&at| awkward[at] <= awkward[best].max(SLIGHT));
        let mut torn = None;
        for &at in &order {
            let known = of_first.take_if(|_| at == 0);
            let Some(line) = known.unwrap_or_else(|| line(at)) else { continue };
            if !line.clipped && awkward[at] <= BEARABLE {
                return Some(self.block(text, line, leads[at].salience()));
            }
            if torn.as_ref().is_none_or(|(_, kept): &(usize, Trimmed)| kept.clipped && !line.clipped) {
                torn = Some((at, line));
            }
        }
        let (at, line) = torn?;
        let why = if line.clipped {
            "no sentence of the beginning fits"
        } else {
            "no sentence of the beginning stands alone"
        };
        if let Some(block) = keyword_line(document, length, why) {
            return Some(block);
        }
        Some(self.block(text, line, leads[at].salience()))
    }

    fn block(&self, text: &str, line: Trimmed, salience: f32) -> Block {
        let verbatim = quote(text, &line.spans) == line.text;
        let mut block = Block::new(BlockKind::Headline).score(f64::from(salience));
        block.spans = line.spans;
        block.text = (!verbatim).then_some(line.text);
        // Nobody asked for the default, so that only a length that was given can be exceeded.
        block.over_length = line.over_length && self.length.is_some();
        block.clipped = line.clipped;
        block
    }
}

/// The best key phrases that fit, in the order of the source; `None` where there are too few. `why` is the reason if it
/// was not asked for.
fn keyword_line(document: &Document, length: Length, why: &str) -> Option<Block> {
    if !why.is_empty() && document.sentences().len() < SHORT {
        return None;
    }
    let text = document.text();
    let mut chosen: Vec<Span> = Vec::new();
    let mut line = String::new();
    for phrase in keyphrases(document, PHRASES, PHRASE_WORDS) {
        if chosen.iter().any(|span| span.start < phrase.span.end && phrase.span.start < span.end) {
            continue;
        }
        chosen.push(phrase.span);
        chosen.sort_unstable();
        let longer = joined(text, &chosen);
        if length.measure(&longer) > length.limit(0) {
            chosen.retain(|span| *span != phrase.span);
            continue;
        }
        line = longer;
    }
    if chosen.len() < FEW {
        return None;
    }
    let mut block = Block::new(BlockKind::Headline).text(line).attribute("style", Value::Text("keywords".into()), None);
    if !why.is_empty() {
        block = block.attribute("reason", Value::Text(why.to_owned()), None);
    }
    block.spans = chosen;
    Some(block)
}

fn joined(text: &str, spans: &[Span]) -> String {
    spans.iter().map(|span| quote(text, &[*span])).collect::<Vec<_>>().join(", ")
}
