//! The headline: one line that could stand over the text. The text's own title where it has a good one, otherwise its
//! lead sentence with what can be spared deleted; never a word that the text does not have. Where no sentence makes a
//! line that stands alone, the text's key phrases do, and the block says so.

mod leads;
mod phrases;
#[cfg(test)]
mod tests;

use leads::{Leads, READ, Small};
use summariser_core::length::words;
use summariser_core::prelude::*;
use summariser_core::summary::quote;
use summariser_core::trim::{self, Lead, Room, Trimmed};

export! {
    /// One line that could stand over the text: its title, or its lead sentence cut to the essential.
    pub struct Headline("headline") reads(sentences, terms, salience) makes(headline) {
        /// How long it may be: "75 bytes", "60 chars" or "10 words". Otherwise about 75 characters, or
        /// 30 of Chinese or Japanese; up to 160 or 64 where a shorter line would lose much, 200 or 80 where none is whole.
        length: Option<Length> = none in ["bytes", "chars", "words"],
        /// A sentence; the same without articles, as newspapers write (of English texts); or a line of key phrases.
        style: String = "sentence" in ["sentence", "headlinese", "keywords"],
        /// Whether the text's own title will do where it fits.
        title: bool = true,
    }
}

/// How many sentences from the beginning may be the lead: what matters stands early or is not one line.
const LEADS: usize = 4;
/// How many lines before the first sentence may be no sentences.
const LABELS: usize = 3;
/// What a paper presents is brief if it takes fewer per cent of the default length.
const BRIEF: usize = 35;
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
/// How much of the best lead's salience another one has to have to stand in for it.
const NEAR: f32 = 0.7;
/// How much speaks against a sentence that sets a scene: one that the next one takes back, as in `He always was a
/// pessimist. But this time ..`, or that has little of what the text goes on about.
const SCENE: f32 = 0.36;
/// Less salience than this is little, where there are so many sentences that it says something.
const FAINT: f32 = 0.62;
const FAINTER: f32 = 0.55;
const MANY: usize = 7;
/// How awkward a line may be and still be preferred to key phrases.
const BEARABLE: f32 = 0.35;
/// How awkward the first sentence may be and still be preferred to them, if no other one is: it has one slight fault, as
/// questions, calls and scenes do.
const ONE_FAULT: f32 = 0.45;
/// One that takes fewer per cent of it and names nobody says nothing.
const SCANTY: usize = 80;
/// A text of fewer sentences has no key phrases to speak of.
const SHORT: usize = 5;

impl Summariser for Headline {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let length = self.length(document.language());
        let small = Small::default();
        let leads = Leads::of(document, &small);
        let found = match self.style.as_str() {
            "keywords" => phrases::line(document, &leads, length).or_else(|| self.sentence(document, &leads, length)),
            _ => self.title(document, length).or_else(|| self.sentence(document, &leads, length)),
        };
        found.map_or(Ok(()), |block| out.push(block))
    }
}

impl Headline {
    fn length(&self, language: &str) -> Length {
        self.length.unwrap_or(Length::Chars(if is_dense(language) { 30 } else { 75 }))
    }

    fn title(&self, document: &Document, length: Length) -> Option<Block> {
        // Where nobody said how long, a title may be as long as a line that would otherwise be torn.
        let most = length.limit(0) * if self.length.is_none() { 160 } else { 100 } / 100;
        let good = |line: &str| length.measure(line) <= most && words(line) >= TITLE_WORDS;
        let title = document.title().map(|title| undated(document.text(), title));
        let title = title.filter(|_| self.title)?;
        let mut block = Block::new(BlockKind::Headline);
        match trim::unmarked(document.text(), title) {
            Some(line) => {
                block.spans = line.spans;
                block.text = Some(line.text).filter(|line| *line != quote(document.text(), &block.spans));
            }
            None => block.spans = vec![title],
        }
        let is_good = match &block.text {
            Some(line) => good(line),
            None => good(&quote(document.text(), &block.spans)),
        };
        is_good.then_some(block)
    }

    /// The line of the lead, of another of the first sentences, or of key phrases.
    fn sentence(&self, document: &Document, read: &Leads, length: Length) -> Option<Block> {
        let (text, language) = (document.text(), document.language());
        // Nobody asked for the default.
        let room = if self.length.is_some() { Room::Within(length) } else { Room::Near(length) };
        let beginning = || document.sentences().take(READ).enumerate().filter_map(|(at, it)| Some((it, read.get(at)?)));
        let speaks = |it: Sentence<'_>| it.words().any(|word| trim::speaks(word.text()));
        let speaking = document.sentences().take(READ).enumerate().filter(|(_, it)| speaks(*it));
        if speaking.into_iter().any(|(at, _)| read.get(at).is_some_and(Lead::presents))
            && !beginning().any(|(_, lead)| lead.converses())
        {
            let titles = beginning().filter_map(|(it, lead)| Some((it, lead.presented(room)?)));
            // The first that fits; key phrases say more than a brief one.
            let brief = |line: &Trimmed| length.measure(&line.text) * 100 < length.limit(0) * BRIEF;
            let found = titles.min_by_key(|(_, line)| (brief(line), self.length.is_some() && line.over_length));
            let telling = |(_, line): &(Sentence<'_>, Trimmed)| self.length.is_some() || !brief(line);
            if let Some((sentence, line)) = found.filter(telling) {
                return Some(self.block(text, line, sentence.salience()).attribute(
                    "style",
                    Value::Text("phrase".to_owned()),
                    None,
                ));
            }
            if let Some(block) = keyword_line(document, read, length, "the text speaks of its authors' work") {
                return Some(block);
            }
        }
        let labels = beginning().take(LABELS).take_while(|(it, lead)| is_label(it, lead, language)).count();
        let labels = if labels < document.sentences().len() { labels } else { 0 };
        let leads: Vec<_> = document.sentences().skip(labels).take(LEADS).collect();
        let all = read;
        let read = |at: usize| all.get(labels + at);
        let worth =
            |at: usize, awkward: f32| leads[at].salience() - AWKWARD * awkward - if at == 0 { 0.0 } else { NOT_FIRST };
        let shorten = |lead: &Lead<'_>| match self.style.as_str() {
            "headlinese" => lead.headlinese(room),
            _ => lead.headline(room),
        };
        let is_whole = |line: &Trimmed| {
            let says_little = || is_brief(document, line, length) || trim::points_away(&line.text);
            !(line.clipped || language == "en" && says_little())
        };
        // Mostly the first sentence is worth more than another one could be, and the others need not be read.
        let lead = read(0)?;
        // "The mill in 2011. (Ann Lee / Quern Post)"
        let is_caption = leads.get(1).is_some_and(is_credit);
        // "Quern Mill is a mill on the Lind": below that title it says what the text is about, however little it repeats.
        let defines = |at: usize| {
            let begins = |title: &str| {
                let said = leads[at].text();
                ["", "A ", "An ", "The "].iter().any(|it| said.strip_prefix(it).is_some_and(|it| it.starts_with(title)))
            };
            document.title().and_then(|title| title.of(text)).is_some_and(begins)
        };
        let is_scene = |at: usize| {
            let most = if at == 0 { FAINT } else { FAINTER };
            let many = document.sentences().len() >= MANY;
            let faint = language == "en" && many && leads[at].salience() < most && !defines(at);
            faint || at == 0 && is_caption || at == 0 && leads.get(1).is_some_and(|next| objects(next, language))
        };
        let scene = |at: usize| if is_scene(at) { SCENE } else { 0.0 };
        let first = lead.awkwardness() + scene(0);
        let is_best = (1..leads.len()).all(|at| worth(at, 0.0).total_cmp(&worth(0, first)).is_le());
        let mut of_first = (is_best && first <= BEARABLE).then(|| shorten(lead));
        if let Some(Some(line)) = of_first.take_if(|line| line.as_ref().is_some_and(is_whole)) {
            return Some(self.block(text, line, leads[0].salience()));
        }
        let phrases = |why| keyword_line(document, all, length, why);
        let read: Vec<&Lead<'_>> = (0..leads.len()).filter_map(read).collect();
        let line = |at: usize| shorten(read[at]);
        let judge = |(at, lead): (usize, &&Lead<'_>)| {
            if at == 0 {
                return first;
            }
            lead.awkwardness() + scene(at) + lead.hanging(&read[..at]) + LATER * (at - 1) as f32
        };
        let awkward: Vec<f32> = read.iter().enumerate().map(judge).collect();
        let mut order: Vec<usize> = (0..leads.len()).collect();
        order.sort_by(|&a, &b| worth(b, awkward[b]).total_cmp(&worth(a, awkward[a])));
        let &best = order.first()?;
        // Another lead may take the place of a torn one, but not if it reads worse on its own.
        order.retain(|&at| awkward[at] <= awkward[best].max(SLIGHT));
        let (mut torn, mut far) = (None, None);
        let mut slight = None;
        for &at in &order {
            let known = of_first.take_if(|_| at == 0);
            let Some(line) = known.unwrap_or_else(|| line(at)) else { continue };
            if awkward[at] <= BEARABLE && is_whole(&line) {
                if awkward[best] > BEARABLE || leads[at].salience() >= NEAR * leads[best].salience() {
                    return Some(self.block(text, line, leads[at].salience()));
                }
                far = far.or(Some((at, line)));
            } else if at == 0 && awkward[0] <= ONE_FAULT && is_whole(&line) {
                slight = Some(line);
            } else if torn.as_ref().is_none_or(|(_, kept): &(usize, Trimmed)| kept.clipped && !line.clipped) {
                torn = Some((at, line));
            }
        }
        if let Some(line) = slight {
            return Some(self.block(text, line, leads[0].salience()));
        }
        let is_torn = far.is_some() || torn.as_ref().is_some_and(|(_, line)| line.clipped);
        let why =
            if is_torn { "no sentence of the beginning fits" } else { "no sentence of the beginning stands alone" };
        // Words alone say less than a sentence does, even one beside the point.
        let is_telling = |block: &Block| {
            let spaced = |span: &Span| quote(text, &[*span]).contains(' ');
            far.is_none() || is_dense(language) || block.spans.iter().any(spaced)
        };
        let phrases = phrases(why).filter(is_telling);
        phrases.or_else(|| far.or(torn).map(|(at, line)| self.block(text, line, leads[at].salience())))
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

/// Whether a character of a language says about as much as two of others.
fn is_dense(language: &str) -> bool {
    language.starts_with("zh") || language.starts_with("ja")
}

/// Whether all that was cut leaves a line that names nobody, *Police have arrested a suspect*: that is no news.
fn is_brief(document: &Document, line: &Trimmed, length: Length) -> bool {
    let named = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    // The first word has a capital anyway: "India's highest court".
    let owner = || line.text.split(' ').next().is_some_and(|word| word.ends_with("'s") || word.ends_with("’s"));
    let names = || line.text.split(' ').skip(1).any(named) || owner();
    let (Some(first), Some(last)) = (line.spans.first(), line.spans.last()) else { return false };
    let sentences = &document.columns().sentence_spans;
    let sentence = sentences.get(sentences.partition_point(|it| it.end <= first.start)).copied().unwrap_or_default();
    let text = |start, end| Span::new(start, end).of(document.text()).unwrap_or_default();
    // "As the ship lay in the ice, authorities revealed plans"; a dateline is not missed.
    let leads = || text(sentence.start, first.start).trim_end().ends_with(',');
    let trails =
        || text(last.end, sentence.end).starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—'));
    length.measure(&line.text) * 100 < length.limit(0) * SCANTY && (trails() || leads()) && !names()
}

/// Whether a line is what stands over or under a picture and no sentence: it has neither a stop nor a verb.
fn is_label(sentence: &Sentence<'_>, lead: &Lead<'_>, language: &str) -> bool {
    const UNLIKELY: f32 = 0.6;
    let text = sentence.text();
    let stopped = text.ends_with(['.', '!', '?', '…', '"', '”', '»', '。', '！', '？', '」', '।', '؟']);
    // "The mill in 2011 (Ann Lee)", and with a full stop where the bracket is a name
    let captioned = text.ends_with(')') || text.ends_with(").") && ends_in_name(text);
    language == "en" && (captioned || !stopped && lead.awkwardness() >= UNLIKELY)
}

/// Whether nothing but two to four words with a capital is in the brackets that a sentence ends with.
fn ends_in_name(text: &str) -> bool {
    let inside = text.rsplit_once('(').map_or("", |(_, inside)| inside.trim_end_matches(").")).split_whitespace();
    (2..=4).contains(&inside.clone().count()) && inside.into_iter().all(|word| word.starts_with(char::is_uppercase))
}

/// Whether a sentence is who took a picture, in brackets: `(Ann Lee / Quern Post)`.
fn is_credit(sentence: &Sentence<'_>) -> bool {
    const WORDS: usize = 8;
    let text = sentence.text();
    text.starts_with('(')
        && text.ends_with(')')
        && sentence.words().len() <= WORDS
        && sentence.words().all(|word| word.is_capitalised())
}

/// The months, as dates have them.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A title without the date of the page that stands on its line: `Ferry sinks off Pell Saturday, October 19, 2013`.
fn undated(text: &str, title: Span) -> Span {
    let line = title.of(text).unwrap_or_default();
    let mut words = line.rsplit(' ').map(|word| (word, word.trim_end_matches(',')));
    let is_number =
        |word: &str, digits| (1..=digits).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    let (Some(year), Some(day), Some(month)) = (words.next(), words.next(), words.next()) else { return title };
    if !(year.1.len() == 4 && is_number(year.1, 4) && is_number(day.1, 2) && MONTHS.contains(&month.1)) {
        return title;
    }
    let weekday = words.next().filter(|(word, bare)| bare.ends_with("day") && word.ends_with(','));
    let dated: usize =
        [year.0, day.0, month.0].iter().chain(weekday.map(|(word, _)| word).iter()).map(|word| word.len() + 1).sum();
    let kept = line.get(..line.len().saturating_sub(dated)).unwrap_or_default().trim_end();
    if words_of_title(kept) { Span::new(title.start, title.start + kept.len() as u32) } else { title }
}

/// Whether so much of a title is one.
fn words_of_title(kept: &str) -> bool {
    words(kept) >= TITLE_WORDS && !kept.ends_with([',', '-', '–', ':'])
}

/// Whether a sentence takes back the one before it, which then was only there for that.
fn objects(sentence: &Sentence<'_>, language: &str) -> bool {
    language == "en" && sentence.words().next().is_some_and(|word| matches!(word.text(), "But" | "Yet" | "Until"))
}

/// The line of key phrases, and why there is one that nobody asked for.
fn keyword_line(document: &Document, leads: &Leads, length: Length, why: &str) -> Option<Block> {
    if document.sentences().len() < SHORT {
        return None;
    }
    Some(phrases::line(document, leads, length)?.attribute("reason", Value::Text(why.to_owned()), None))
}
