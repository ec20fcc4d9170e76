//! The line of key phrases, for a text of which no sentence makes a line. Names are given whole and nouns where they stand
//! for themselves, in English: a word torn from its phrase (`Chris` of `Chris Brown`, `brake` of `brake issues`) reads as
//! something else.

use summariser_core::document::{CAPITALISED, NUMBER, STOP_WORD};
use summariser_core::keyphrase::{Keyphrase, keyphrases};
use summariser_core::prelude::*;
use summariser_core::summary::quote;

/// How many phrases a line may have, of how many words each; and the fewest that say more than a torn line.
const PHRASES: usize = 5;
const PHRASE_WORDS: usize = 4;
const FEW: usize = 2;
/// How many phrases are looked at, since some are torn.
const LOOKED_AT: usize = 14;
/// A name may be completed up to so many words.
const NAME_WORDS: usize = 5;
/// In how many words, and how often, a phrase is looked for where it stands whole.
const BEGINNING: usize = 1 << 14;
const PLACES: usize = 16;

/// The best key phrases that fit, in the order of the source; `None` where there are too few.
pub(super) fn line(document: &Document, length: Length) -> Option<Block> {
    let whole = |phrase: &Keyphrase| Words::of(document).whole(phrase);
    let found = keyphrases(document, LOOKED_AT, PHRASE_WORDS);
    let of_english = (document.language() == "en").then(|| chosen(document, length, found.iter().filter_map(whole)));
    of_english.flatten().or_else(|| chosen(document, length, found.iter().map(|phrase| phrase.span)))
}

/// The first of these that fit and repeat nothing.
fn chosen(document: &Document, length: Length, found: impl Iterator<Item = Span>) -> Option<Block> {
    let text = document.text();
    let mut chosen: Vec<Span> = Vec::new();
    let mut line = String::new();
    for span in found {
        if chosen.len() == PHRASES {
            break;
        }
        // Of a name and a part of it the name is said, however it is spaced.
        let letters = |it: Span| quote(text, &[it]).replace(' ', "").to_lowercase();
        let within = |it: Span, other: Span| letters(other).contains(&letters(it));
        let overlaps = |it: Span| it.start < span.end && span.start < it.end;
        if chosen.iter().any(|it| within(span, *it) || overlaps(*it) && !within(*it, span)) {
            continue;
        }
        let mut longer: Vec<Span> = chosen.iter().copied().filter(|it| !within(*it, span)).collect();
        longer.push(span);
        longer.sort_unstable();
        let joined = longer.iter().map(|span| quote(text, &[*span])).collect::<Vec<_>>().join(", ");
        if length.measure(&joined) <= length.limit(0) {
            (chosen, line) = (longer, joined);
        }
    }
    if chosen.len() < FEW {
        return None;
    }
    let mut block = Block::new(BlockKind::Headline).text(line).attribute("style", Value::Text("keywords".into()), None);
    block.spans = chosen;
    Some(block)
}

/// The words of a text, and what stands between them.
struct Words<'d> {
    text: &'d str,
    spans: &'d [Span],
    flags: &'d [u8],
    terms: &'d [u32],
}

/// How adjectives of peoples end: `Cuban`, `Israeli`.
const PEOPLES: [&str; 19] = [
    "aeli", "aqi", "audi", "bbean", "elsh", "ench", "erman", "ese", "ghan", "ian", "ican", "ish", "istani", "opean",
    "orean", "reek", "uban", "utch", "wiss",
];
/// What stands before nouns.
const OPENERS: [&str; 28] = [
    "a", "all", "an", "any", "as", "at", "between", "by", "every", "for", "from", "her", "his", "in", "its", "like",
    "my", "no", "of", "on", "our", "some", "that", "the", "their", "this", "with", "your",
];
/// What stands within names.
const LINKS: [&str; 7] = ["de", "del", "della", "di", "du", "van", "von"];
/// What is neither a noun nor describes one.
const ADVERBS: [&str; 21] = [
    "again",
    "already",
    "also",
    "anywhere",
    "elsewhere",
    "even",
    "ever",
    "everywhere",
    "fewer",
    "just",
    "latest",
    "least",
    "most",
    "never",
    "nowhere",
    "once",
    "only",
    "plus",
    "still",
    "upset",
    "yet",
];

impl<'d> Words<'d> {
    fn of(document: &'d Document<'_>) -> Words<'d> {
        let columns = document.columns();
        Words {
            text: document.text(),
            spans: &columns.word_spans,
            flags: &columns.word_flags,
            terms: &columns.word_terms,
        }
    }

    /// Where a phrase stands whole, or the name that it is a part of; `None` where it is neither name nor noun.
    fn whole(&self, phrase: &Keyphrase) -> Option<Span> {
        let form = phrase.span.of(self.text)?;
        let word = self.at(phrase.span.start);
        let term = self.terms.get(word)?;
        let beginning =
            self.terms.iter().take(BEGINNING).enumerate().filter(|(_, it)| *it == term).map(|(word, _)| word);
        let same = |word: usize| {
            let start = self.span(word).start;
            Some(Span::new(start, start + form.len() as u32)).filter(|span| span.of(self.text) == Some(form))
        };
        let others = beginning.filter_map(same).take(PLACES);
        let (mut first_named, mut alone, mut longer) = (None, None, None);
        for span in std::iter::once(phrase.span).chain(others) {
            let first = self.at(span.start);
            let last = self.at(span.end).saturating_sub(1);
            if last < first || self.span(first).start != span.start || self.tail(last, span).is_none() {
                continue;
            }
            let is_name = self.is(last, CAPITALISED);
            let found = if is_name { self.name(first, last, span) } else { self.noun(first, last, span) };
            match found {
                // "Brown", where it says "Chris Brown" elsewhere.
                Some(whole) if whole == span && (!is_name || phrase.words > 1) => return Some(span),
                Some(whole) if whole == span => alone = alone.or(Some(span)),
                Some(whole) if whole.start < span.start && !self.begins(whole.start) => {
                    first_named = first_named.or(Some(whole))
                }
                Some(whole) => longer = longer.or(Some(whole)),
                None => {}
            }
        }
        first_named.or(alone).or(longer)
    }

    /// The name that the words `first..=last` are, with what belongs to it before and behind.
    fn name(&self, first: usize, last: usize, span: Span) -> Option<Span> {
        // "a charity called Saris"
        if !self.is(first, CAPITALISED) && self.word(first).len() > 3 {
            return None;
        }
        // "Flight 370", but "Thailand 20 years ago"
        let number = |word: usize| self.is(word, NUMBER) && self.word(word).len() > 2;
        let belongs = |word: usize| (self.is(word, CAPITALISED) || number(word)) && !self.is(word, STOP_WORD);
        let open = self.tail(last, span) == Some("");
        let mut from = first;
        let ordinal = |word: &str| ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending));
        // "14th Street", "50 Shades of Grey"
        let counts = |word: &str| word.len() < 3 || ordinal(word);
        let leads = |word: usize| {
            belongs(word) && self.is(word, CAPITALISED) || self.is(word, NUMBER) && counts(self.word(word))
        };
        while from > 0 && self.joined(from - 1) && leads(from - 1) {
            from -= 1;
        }
        let mut to = last;
        // "Tour de France"
        let linked = |word: usize| self.joined(word) && LINKS.contains(&self.word(word)) && belongs(word + 1);
        while open && self.joined(to) && (belongs(to + 1) || linked(to + 1)) {
            to += if belongs(to + 1) { 1 } else { 2 };
        }
        // "George W. Bush", "pre-World War II"
        let inside = from.checked_sub(1).filter(|word| self.joined(*word)).map_or("", |word| self.word(word));
        let torn = inside.split_once('-').is_some_and(|(_, end)| end.starts_with(char::is_uppercase));
        if self.word(to).len() == 1 || torn {
            return None;
        }
        if (from, to) != (first, last) {
            let whole = Span::new(self.span(from).start, self.span(to).end);
            return (to - from < NAME_WORDS && self.is_plain(to)).then_some(whole);
        }
        // "a Cuban prison": of a people and not its name; "Sumatran", "Olympic" where a noun follows.
        let ends = |endings: &[&str]| endings.iter().any(|ending| self.word(last).ends_with(ending));
        let describes = open && self.joined(last) && !self.is(last + 1, STOP_WORD);
        let adjective = (first == last || describes) && ends(&PEOPLES) || describes && ends(&["an", "ic"]);
        (!adjective && (first < last || !ends(&["ern"]))).then_some(span)
    }

    /// The noun that the words `first..=last` are, where nothing that it only describes follows.
    fn noun(&self, first: usize, last: usize, span: Span) -> Option<Span> {
        let before = first.checked_sub(1).filter(|word| self.joined(*word));
        let opened = before.is_some_and(|word| OPENERS.contains(&self.word(word)));
        // "to provide support"
        let infinitive = before.is_some_and(|word| self.word(word) == "to");
        let end = self.word(last);
        // "the victim opens", "brake issues": a verb, or the noun itself.
        let followed = self.tail(last, span) == Some("") && self.joined(last);
        if followed && !self.is(last + 1, STOP_WORD | NUMBER) {
            return None;
        }
        // "Portfolio brings", "the highest of"
        let verb = before.is_some_and(|word| self.is(word, CAPITALISED)) && end.ends_with('s');
        let most = end.ends_with("est") && followed && self.word(last + 1) == "of";
        // "already", "full-precision"
        let described = end.contains('-') && !["co-", "e-", "ex-", "t-"].iter().any(|opening| end.starts_with(opening));
        if first == last && (ADVERBS.contains(&end) || described) {
            return None;
        }
        if first == last {
            let participle = end.len() > 3 && (end.ends_with("ed") || end.ends_with("ing")) && !opened;
            return (!verb && !most && !participle).then_some(span);
        }
        let form = |word: &str| word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed"));
        // "frozen food", "an abandoned station", but "removed property", "a decade playing", "a charity called Saris"
        let torn = infinitive
            || form(self.word(first)) && !opened
            || end.len() > 4 && end.ends_with("ing") && !opened
            || self.word(first).starts_with("year-")
            || self.word(first) == "old" && before.is_none()
            || (first..last).any(|word| ADVERBS.contains(&self.word(word)) || self.word(word).ends_with("ly"))
            || (first + 1..last).any(|word| self.word(word).len() > 4 && self.word(word).ends_with("ed"));
        (!torn).then_some(span)
    }

    /// Whether a sentence or a line begins at a place, so that its capital says nothing.
    fn begins(&self, at: u32) -> bool {
        let before = self.text.get(..at as usize).unwrap_or_default().trim_end_matches([' ', '"', '“', '(']);
        before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':', ')'])
    }

    /// The first word that does not begin before a place.
    fn at(&self, place: u32) -> usize {
        self.spans.partition_point(|word| word.start < place)
    }

    fn span(&self, word: usize) -> Span {
        self.spans.get(word).copied().unwrap_or_default()
    }

    fn word(&self, word: usize) -> &'d str {
        self.span(word).of(self.text).unwrap_or_default()
    }

    /// Whether a word is any of that.
    fn is(&self, word: usize, flags: u8) -> bool {
        self.flags.get(word).is_some_and(|it| it & flags != 0)
    }

    /// What is left of the last word of a span: nothing, or a possessive; `None` where it is another word.
    fn tail(&self, last: usize, span: Span) -> Option<&'d str> {
        let tail = Span::new(span.end, self.span(last).end).of(self.text)?;
        matches!(tail, "" | "'" | "’" | "'s" | "’s").then_some(tail)
    }

    /// Whether a word ends without a possessive.
    fn is_plain(&self, word: usize) -> bool {
        !self.word(word).contains(['\'', '’'])
    }

    /// Whether nothing but a space is between a word and the next one.
    fn joined(&self, word: usize) -> bool {
        let Some(next) = self.spans.get(word + 1) else { return false };
        self.is_plain(word) && Span::new(self.span(word).end, next.start).of(self.text) == Some(" ")
    }
}
