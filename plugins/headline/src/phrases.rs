//! The line of key phrases, for a text of which no sentence makes a line. In English names
//! and nouns are given whole: a word torn from its phrase (`Chris` of `Chris Brown`, `dogs` of `hot dogs`) reads as something
//! else, and some words say nothing alone (`plan`).

use std::borrow::Cow;

use super::leads::Leads;
use summariser_core::document::{CAPITALISED, NUMBER, STOP_WORD};
use summariser_core::keyphrase::{Keyphrase, keyphrases};
use summariser_core::prelude::*;
use summariser_core::summary::quote;
use summariser_core::trim::may_be_noun;

/// How many phrases a line may have, of how many words each; and the fewest that say more than a torn line.
const PHRASES: usize = 4;
const PHRASE_WORDS: usize = 4;
const FEW: usize = 2;
/// How many phrases are looked at, since some are torn.
const LOOKED_AT: usize = 14;
/// A name may be completed up to so many words.
const NAME_WORDS: usize = 5;
/// In how many words, and how often, a phrase is looked for where it stands whole.
const BEGINNING: usize = 1 << 14;
const PLACES: usize = 8;

/// The best key phrases that fit, in the order of the source; `None` where there are too few.
pub(super) fn line(document: &Document, leads: &Leads, length: Length) -> Option<Block> {
    let found = keyphrases(document, LOOKED_AT, PHRASE_WORDS);
    let english = || {
        let words = Words::of(document, leads, &found);
        chosen(document, length, &found, |phrase| words.whole(phrase))
    };
    let of_english = (document.language() == "en").then(english);
    of_english.flatten().or_else(|| chosen(document, length, &found, |phrase| Some(phrase.span)))
}

/// A phrase of the line.
struct Said {
    span: Span,
    text: String,
    /// Its letters in lower case: of a name and a part of it the name is said, however it is spaced.
    letters: String,
}

/// The first of these that fit and repeat nothing, each `whole`.
fn chosen(
    document: &Document,
    length: Length,
    found: &[Keyphrase],
    whole: impl Fn(&Keyphrase) -> Option<Span>,
) -> Option<Block> {
    const BETWEEN: &str = ", ";
    let mut chosen: Vec<Said> = Vec::new();
    let weigh = |said: &Said| length.measure(&said.text) + length.measure(BETWEEN);
    for phrase in found {
        if chosen.len() == PHRASES {
            break;
        }
        // None is shorter when it is whole; it has more room only where it takes the place of its parts.
        let bare = &quote(document.text(), &[phrase.span]);
        let taken = chosen.iter().map(weigh).sum::<usize>();
        let replaces = || chosen.iter().any(|it| letters(bare).contains(&it.letters) || is_initials(&it.text, bare));
        if taken + length.measure(bare) > length.limit(0) && !replaces() {
            continue;
        }
        let Some(span) = whole(phrase) else { continue };
        let text = quote(document.text(), &[span]);
        let letters = letters(&text);
        let overlaps = |it: &Said| it.span.start < span.end && span.start < it.span.end;
        let is_part = |it: &Said| letters.contains(&it.letters) || is_initials(&it.text, &text);
        if chosen
            .iter()
            .any(|it| it.letters.contains(&letters) || overlaps(it) && !is_part(it) || is_initials(&text, &it.text))
        {
            continue;
        }
        let weight = chosen.iter().filter(|it| !is_part(it)).map(weigh).sum::<usize>();
        if weight + length.measure(&text) <= length.limit(0) {
            chosen.retain(|it| !is_part(it));
            chosen.push(Said { span, text, letters });
        }
    }
    if chosen.len() < FEW {
        return None;
    }
    chosen.sort_unstable_by_key(|it| it.span);
    let line = chosen.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(BETWEEN);
    let mut block = Block::new(BlockKind::Headline).text(line).attribute("style", Value::Text("keywords".into()), None);
    block.spans = chosen.iter().map(|it| it.span).collect();
    Some(block)
}

/// Whether some letters are the first ones of a name: `FAA` of `Federal Aviation Administration`.
fn is_initials(letters: &str, name: &str) -> bool {
    let firsts = || name.split(' ').filter_map(|word| word.chars().next()).filter(|first| first.is_uppercase());
    letters.len() > 1 && firsts().eq(letters.chars())
}

/// The letters of a phrase in lower case, and what else it has but spaces.
fn letters(phrase: &str) -> String {
    phrase.chars().filter(|c| *c != ' ').flat_map(char::to_lowercase).collect()
}

/// The words of a text, and what stands between them.
struct Words<'d, 'l> {
    document: &'d Document<'d>,
    leads: &'d Leads<'l>,
    text: &'d str,
    spans: &'d [Span],
    flags: &'d [u8],
    terms: &'d [u32],
    /// For each term that a phrase begins with its first places; and of each term which of these are its own.
    places: Vec<Vec<u32>>,
    numbers: Vec<u8>,
    /// The lines that say who took a picture: `Umbrellas on Canal Street by Ann Lee/AP`.
    credits: Vec<Span>,
}

/// How adjectives of peoples end: `Cuban`, `Israeli`.
const PEOPLES: [&str; 21] = [
    "ayan", "ntine", "aeli", "aqi", "audi", "bbean", "elsh", "ench", "erman", "ese", "ghan", "ian", "ican", "ish",
    "istani", "opean", "orean", "reek", "uban", "utch", "wiss",
];
/// Whose names may go on behind `for` and `of`.
const OFFICES: [&str; 18] = [
    "Academy",
    "Association",
    "Board",
    "Bureau",
    "Campaign",
    "Center",
    "Centre",
    "Coalition",
    "College",
    "Committee",
    "Council",
    "Department",
    "Institute",
    "Ministry",
    "Museum",
    "Office",
    "Society",
    "University",
];
/// What begins sentences before names, and is none of them.
const OPENERS: [&str; 19] = [
    "Ask",
    "Given",
    "Last",
    "Let",
    "Like",
    "Meet",
    "Meanwhile",
    "Mention",
    "Next",
    "Now",
    "Sadly",
    "See",
    "Tell",
    "Thank",
    "Today",
    "Tomorrow",
    "Tonight",
    "Watch",
    "Yesterday",
];
/// What is cut short before a full stop and no name: titles and months.
const ABBREVIATED: [&str; 29] = [
    "Aug", "Capt", "Cmdr", "Col", "Cpl", "Dec", "Det", "Dr", "Feb", "Gen", "Gov", "Jan", "Jul", "Jun", "Lt", "Maj",
    "Mr", "Mrs", "Nov", "Oct", "Prof", "Rep", "Rev", "Sen", "Sep", "Sept", "Sgt", "Supt", "Tues",
];
/// What names whom or what only with what stands behind its `of`.
const OF_WHAT: [&str; 24] = [
    "Archbishop",
    "Bank",
    "Battle",
    "Bay",
    "Bishop",
    "Church",
    "City",
    "Countess",
    "Duchess",
    "Duke",
    "Earl",
    "Gulf",
    "Hall",
    "House",
    "Isle",
    "King",
    "Lord",
    "Prince",
    "Princess",
    "Queen",
    "Republic",
    "Statue",
    "Strait",
    "Tower",
];
/// How names of agencies end whose own `and` divides them: `Customs and Border Protection`.
const AGENCY_ENDS: [&str; 8] =
    ["Administration", "Commission", "Control", "Enforcement", "Preservation", "Protection", "Rescue", "Safety"];
/// Names that end as verbs do.
const NAMES_IN_ED: [&str; 6] = ["Ahmed", "Allied", "Limited", "Mohamed", "Mohammed", "United"];
/// What stands within names.
const LINKS: [&str; 12] = ["al", "bin", "da", "de", "del", "della", "di", "du", "el", "le", "van", "von"];
/// What stands in lines about pictures.
const CREDITS: [&str; 8] = ["hoto", "hotograph", "flickr", "Flickr", "via ", "Via ", "Getty", "ourtesy"];
/// A word of its own says something if it stands so often.
const OFTEN: u32 = 3;
/// Nouns, and names of offices, that say nothing of their own, sorted.
#[rustfmt::skip]
const VAGUE: [&str; 424] = [
    "ability", "access", "account", "accounts", "action", "actions", "activities", "activity", "addition", "afp", "age",
    "amount", "answer", "answers", "anybody", "anyone", "anything", "ap", "area", "areas", "aspect", "attempt",
    "attention", "background", "base", "basis", "bit", "board", "body", "box", "boy", "boys", "captain", "case",
    "cases", "cause", "center", "challenge", "challenges", "chance", "change", "changes", "character", "check", "chief",
    "choice", "circumstances", "city", "class", "close", "cnn", "collection", "comment", "comments", "concept",
    "condition", "conditions", "congressman", "consideration", "contents", "context", "contrast", "conversation",
    "cost", "country", "couple", "course", "cover", "date", "dates", "day", "days", "deal", "decade", "decades",
    "decision", "degree", "degrees", "design", "detail", "details", "detective", "development", "difference",
    "direction", "discussion", "distance", "doctor", "document", "documents", "edge", "editor", "effect", "effects",
    "effort", "efforts", "end", "entry", "equivalent", "equivalents", "eve", "event", "events", "everybody", "everyone",
    "evidence", "example", "examples", "experience", "extent", "face", "fact", "facts", "feature", "features",
    "feeling", "feet", "few", "figure", "finding", "findings", "folks", "force", "form", "frame", "front", "fun",
    "function", "future", "game", "girl", "girls", "goal", "good", "governor", "ground", "grounds", "group", "groups",
    "guy", "guys", "half", "hand", "hands", "head", "heart", "help", "history", "home", "hope", "hour", "hours", "idea",
    "ideas", "impact", "inch", "inches", "incident", "incidents", "information", "interest", "issue", "issues", "item",
    "items", "job", "key", "kid", "kids", "kind", "kinds", "lack", "law", "lead", "level", "lieutenant", "life",
    "light", "limit", "line", "lines", "list", "lives", "loads", "look", "lot", "lots", "man", "manner", "matter",
    "mayor", "means", "meeting", "member", "members", "men", "mention", "message", "method", "mind", "minister",
    "minute", "minutes", "moment", "moments", "money", "month", "months", "morning", "move", "mr", "mrs", "ms", "name",
    "names", "nature", "need", "neighborhood", "news", "night", "nobody", "noon", "nothing", "number", "numbers",
    "occasion", "offer", "office", "officer", "official", "officials", "one", "ones", "opportunity", "option",
    "options", "order", "others", "outcome", "owner", "page", "parents", "part", "parts", "party", "path", "pattern",
    "people", "period", "person", "phrase", "piece", "pieces", "place", "places", "plan", "plans", "play", "point",
    "points", "position", "power", "practice", "prediction", "presence", "president", "price", "prime", "problem",
    "problems", "process", "product", "professor", "program", "progress", "project", "property", "proximity", "public",
    "purpose", "quality", "question", "questions", "range", "rate", "reader", "readers", "reason", "reasons", "record",
    "region", "release", "remains", "report", "reports", "request", "response", "rest", "result", "results", "reuters",
    "rise", "risk", "role", "room", "round", "rule", "rules", "run", "scale", "scene", "scheme", "season", "second",
    "secretary", "section", "senator", "sense", "sergeant", "series", "service", "set", "setting", "share", "shot",
    "shots", "side", "sides", "sign", "signs", "sir", "site", "situation", "size", "somebody", "someone", "son", "sort",
    "source", "space", "spot", "staff", "stage", "standard", "start", "state", "statement", "statements", "station",
    "statue", "step", "steps", "stories", "story", "street", "streets", "structure", "study", "stuff", "style",
    "subject", "success", "support", "surprise", "surroundings", "system", "systems", "talk", "talks", "task", "tasks",
    "team", "term", "terms", "test", "thing", "things", "thought", "thoughts", "time", "times", "tip", "title", "today",
    "ton", "top", "topic", "total", "track", "trip", "truth", "turn", "type", "types", "use", "user", "users", "value",
    "vehicle", "vehicles", "version", "vicinity", "view", "views", "voice", "walk", "walls", "way", "ways", "week",
    "weekend", "weeks", "who", "wish", "woman", "women", "word", "words", "work", "world", "year", "years", "zone",
    "zones",
];

impl<'d, 'l> Words<'d, 'l> {
    fn of(document: &'d Document<'d>, leads: &'d Leads<'l>, found: &[Keyphrase]) -> Words<'d, 'l> {
        let columns = document.columns();
        let mut words = Words {
            document,
            leads,
            text: document.text(),
            spans: &columns.word_spans,
            flags: &columns.word_flags,
            terms: &columns.word_terms,
            places: Vec::with_capacity(found.len()),
            numbers: vec![0; document.terms()],
            credits: credits(document),
        };
        for phrase in found {
            let term = words.terms.get(words.at(phrase.span.start)).map_or(usize::MAX, |term| *term as usize);
            if let Some(number) = words.numbers.get_mut(term).filter(|number| **number == 0) {
                words.places.push(Vec::with_capacity(PLACES));
                *number = words.places.len() as u8;
            }
        }
        for (word, term) in (0..).zip(words.terms.iter().take(BEGINNING)) {
            let number = words.numbers.get(*term as usize).map_or(0, |number| usize::from(*number));
            let places = number.checked_sub(1).and_then(|number| words.places.get_mut(number));
            if let Some(places) = places.filter(|places| places.len() < PLACES) {
                places.push(word);
            }
        }
        words
    }

    /// Where a phrase stands whole, or the name or noun phrase that it is a part of; `None` where it is neither.
    fn whole(&self, phrase: &Keyphrase) -> Option<Span> {
        let first = self.at(phrase.span.start);
        let number = usize::from(*self.numbers.get(*self.terms.get(first)? as usize)?).checked_sub(1)?;
        let more = self.at(phrase.span.end).checked_sub(first + 1)?;
        let in_last = phrase.span.end.checked_sub(self.span(first + more).start)?;
        let same = |word: &u32| {
            let from = *word as usize;
            let span = Span::new(self.span(from).start, self.span(from + more).start + in_last);
            self.reads_as(span, phrase.span).then_some(span)
        };
        let others = self.places.get(number)?.iter().filter_map(same);
        let places = std::iter::once(phrase.span).chain(others).filter_map(|span| {
            let first = self.at(span.start);
            let last = self.at(span.end).saturating_sub(1);
            let is_whole = !self.is_credited(span.start)
                && first <= last
                && self.span(first).start == span.start
                && self.tail(last, span).is_some();
            is_whole.then_some((first, last, span))
        });
        let is_name = self.is(self.at(phrase.span.end).saturating_sub(1), CAPITALISED);
        // "Chalk it up": a single word with a capital where every sentence has one.
        let initial = |it: &Span| self.begins(it.start);
        let mut places = places.peekable();
        let is_initial = phrase.words == 1
            && phrase.frequency == 1
            && places.peek().is_some_and(|(_, _, span)| initial(span))
            && !self.joins_name(phrase.span);
        if is_name && !is_initial { self.whole_name(phrase, places) } else { self.whole_noun(phrase, places) }
    }

    /// `Chris Brown` for `Brown`, where it says so anywhere.
    fn whole_name(&self, phrase: &Keyphrase, places: impl Iterator<Item = (usize, usize, Span)>) -> Option<Span> {
        let (mut first_named, mut alone, mut longer) = (None, None, None);
        // A text names people whole when it first speaks of them: "Peter Quern .. Peter".
        let mut first = None;
        // "McDonald's", "Sotheby's": a firm's name, if it is never without.
        let mut is_bare = phrase.words > 1 || phrase.frequency == 1;
        for (from, last, span) in places {
            is_bare |= self.tail(last, span) == Some("");
            let name = self.name(from, last, span);
            if let Some(name) = name.filter(|_| first.is_none_or(|(start, _)| span.start < start)) {
                first = Some((span.start, name));
            }
            match name {
                Some(whole) if whole == span && (self.is_vague(span) || self.is_office(span)) => {}
                // "Tom Cat bakery"
                Some(whole) if whole == span && phrase.words > 1 => {
                    let more = (phrase.frequency == 1).then(|| self.noun(span)).flatten();
                    return more.filter(|more| more.start == span.start && more.end > span.end).or(Some(span));
                }
                // "Navy veteran"
                Some(whole) if whole == span => match self.noun(span) {
                    Some(whole) if whole.end > span.end => longer = longer.or(Some(whole)),
                    _ => alone = alone.or(Some(span)),
                },
                Some(whole) if whole.start < span.start && !self.begins(whole.start) => {
                    first_named = first_named.or(Some(whole))
                }
                Some(whole) => longer = longer.or(Some(whole)),
                None => {}
            }
        }
        let whole = first
            .map(|(_, name)| name)
            .filter(|name| phrase.words == 1 && name.of(self.text).unwrap_or_default().contains(char::is_whitespace));
        first_named.or(whole).or(alone.filter(|_| is_bare)).or(longer)
    }

    /// `condo plan` for `plan`: as it stands most often, and first; `None` where alone it says nothing.
    fn whole_noun(&self, phrase: &Keyphrase, places: impl Iterator<Item = (usize, usize, Span)>) -> Option<Span> {
        let mut forms: Vec<(Span, usize)> = Vec::new();
        for span in places.skip(1).filter_map(|(_, _, span)| self.noun(span)) {
            let same = |it: &Span| self.reads_as(*it, span);
            match forms.iter_mut().find(|(form, _)| same(form)) {
                Some((_, times)) => *times += 1,
                None => forms.push((span, 1)),
            }
        }
        let is_bare =
            |span: Span| !span.of(self.text).unwrap_or_default().contains(|c: char| c.is_whitespace() || c == '-');
        let tells = |span: Span| !is_bare(span) || phrase.frequency >= OFTEN && !self.is_vague(span);
        forms.retain(|(span, _)| tells(*span));
        // Of two that stand as often, the first.
        forms.into_iter().rev().max_by_key(|(_, times)| *times).map(|(span, _)| span)
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
        // "18 NSA specialists"
        let short = |word: usize| {
            self.word(word).bytes().all(|byte| byte.is_ascii_uppercase())
                && self.joined(word)
                && !self.is(word + 1, CAPITALISED | STOP_WORD)
        };
        // "Citing Quern police, the council ..", "Yesterday Bo Tarn": a capital that begins a sentence.
        let opens = |word: usize| {
            let text = self.word(word);
            (text.ends_with("ing") || OPENERS.contains(&text) || !may_be_noun(text))
                && self.begins(self.span(word).start)
        };
        // "I Love Lucy"
        let leads = |word: usize| {
            belongs(word) && self.is(word, CAPITALISED) && !opens(word)
                || self.is(word, NUMBER) && counts(self.word(word)) && !short(word + 1)
                || self.word(word) == "I"
        };
        let link = |word: usize| self.joined(word) && LINKS.contains(&self.word(word));
        while from > 0 && self.joined(from - 1) {
            // "Vincent van Vilsteren"
            let linked = from > 1 && (link(from - 1) || link(from) && from == first) && self.joined(from - 2);
            from -= match from - 1 {
                before if leads(before) => 1,
                before if linked && link(before) && leads(before - 1) => 2,
                _ => break,
            };
        }
        // "The Independent"
        if from == last && from > 0 && self.word(from - 1) == "The" && self.joined(from - 1) {
            let article = self.span(from - 1).start;
            from -= usize::from(!self.begins(article) && !self.joined(last));
        }
        if opens(from) || self.word(from) == "Yesterday" {
            return None;
        }
        let mut to = last;
        // "Tour de France"
        let linked = |word: usize| self.joined(word) && LINKS.contains(&self.word(word)) && belongs(word + 1);
        // "Board for Historic Preservation"
        let office = |word: usize| {
            let before = self.word(word - 1);
            (OFFICES.contains(&before) && matches!(self.word(word), "for" | "of" | "on")
                || OF_WHAT.contains(&before) && self.word(word) == "of")
                && self.joined(word)
                && belongs(word + 1)
        };
        // "Customs and Border Protection"
        let partner = |word: usize| {
            AGENCY_ENDS.iter().any(|end| self.word(word + 1).ends_with(end) || self.word(word + 2).ends_with(end))
                && self.word(word) == "and"
                && self.joined(word)
                && belongs(word + 1)
        };
        // "Cinnamon Snail ORDER": a heading.
        let loud = |word: usize| {
            self.word(word).len() > 3
                && self.word(word).contains(char::is_uppercase)
                && !self.word(word).contains(char::is_lowercase)
        };
        // "Serie A", but "George W. Bush"
        let letter = |word: usize| {
            self.word(word).len() == 1
                && self.word(word).starts_with(|c: char| c.is_ascii_uppercase() && c != 'I')
                && !self.gap(word).starts_with('.')
                && !(self.word(word) == "A" && self.joined(word))
        };
        // "Flight of the Conchords"
        let of_the = |word: usize| self.joined(word) && self.word(word) == "of" && self.word(word + 1) == "the";
        while open && self.joined(to) {
            to += match to + 1 {
                next if belongs(next) && loud(next) && !loud(to) => break,
                next if letter(next) => {
                    to += 1;
                    break;
                }
                next if belongs(next) => 1,
                next if linked(next) || office(next) || partner(next) => 2,
                next if of_the(next) && self.joined(next + 1) && belongs(next + 2) => 3,
                _ => break,
            };
        }
        // "St. Mark's Place"
        let saint = self.word(from) == "St" && !open;
        if saint && self.is(last + 1, CAPITALISED) && self.gap(last) == " " {
            return Some(Span::new(self.span(from).start, self.span(last + 1).end));
        }
        let capital = |word: usize| self.is(word, CAPITALISED) && !self.is(word, STOP_WORD);
        // "Sam's Bakery": half of its name.
        if !open && from == last && capital(last + 1) && self.gap(last) == " " {
            return None;
        }
        // "Barnes & Noble"
        let allied = |word: usize| self.is_plain(word) && self.gap(word) == " & " && self.is(word + 1, CAPITALISED);
        let (first_of_all, last_of_all) = (from, to);
        if open && allied(to) {
            to += 1;
        }
        if from > 0 && allied(from - 1) && self.is(from - 1, CAPITALISED) {
            from -= 1;
        }
        // "Marsh & Moor Partners"
        let more = to > last_of_all && self.joined(to) && capital(to + 1)
            || from < first_of_all && from > 0 && self.joined(from - 1) && capital(from - 1);
        // "Heidi and Ina Holm", "Mr. Bones", "Circle of Animals/Zodiac Heads"
        let single = from == to;
        let paired = single && self.joined(to) && self.word(to + 1) == "and" && capital(to + 2) && capital(to + 3);
        let addressed = from > 0 && matches!(self.word(from - 1), "Mr" | "Mrs" | "Ms") && self.gap(from - 1) == ". ";
        // `Gordon "Matt" Holm`
        let called = single && from > 0 && self.gap(from - 1) == " \"" && self.gap(to) == "\" " && capital(to + 1);
        if called || more || paired && self.joined(to + 2) || single && addressed || self.gap(to) == "/" {
            return None;
        }
        // "George W. Bush", "pre-World War II"
        let inside = from.checked_sub(1).filter(|word| self.joined(*word)).map_or("", |word| self.word(word));
        let torn = inside.split_once('-').is_some_and(|(_, end)| end.starts_with(char::is_uppercase));
        // "between 6th and 7th Avenues"
        let shared = ordinal(self.word(from)) && from > 0 && matches!(self.word(from - 1), "and" | "or");
        let title = |word: &str| ABBREVIATED.contains(&word);
        // "Serie A title", but "Bo Tarn A tipster"
        let torn = torn || self.joined(to) && self.word(to + 1) == "A";
        let torn = torn || self.word(to).len() == 1 && !letter(to) || self.is_beside_title(from, to);
        if torn || shared || title(self.word(to)) || self.is_of_title(from, to) {
            return None;
        }
        // "Pearl Jam Tweeted", "1 p.m. EST", "Secretary of State Bo Tarn"
        let text = self.word(to);
        let verb = to > from && text.len() > 5 && text.ends_with("ed") && !NAMES_IN_ED.contains(&text);
        let zone = ["CET", "CST", "EDT", "EST", "GMT", "PDT", "PST"].contains(&text);
        let state = self.word(from) == "State" && from > 0 && self.word(from - 1) == "of";
        if verb || zone || state {
            return None;
        }
        // "a Cuban prison": of a people and not its name; "Sumatran", "Olympic" where a noun follows.
        let ends = |endings: &[&str]| endings.iter().any(|ending| self.word(to).ends_with(ending));
        let describes = open && self.joined(to) && !self.is(to + 1, STOP_WORD);
        let adjective = (from == to || describes) && ends(&PEOPLES) || describes && ends(&["an", "ic"]);
        if adjective || from == to && ends(&["ern"]) {
            return None;
        }
        if (from, to) != (first, last) {
            let whole = self.bytes(from, to);
            let divided = (from..to).any(|word| self.word(word) == "and");
            let most = NAME_WORDS + 2 * usize::from(divided);
            return (to - from < most && self.is_plain(to)).then_some(whole);
        }
        Some(span)
    }

    /// Whether a word is what an office is called, of which nobody knows which.
    fn is_office(&self, word: Span) -> bool {
        OFFICES.contains(&word.of(self.text).unwrap_or_default())
    }

    /// Whether another word with a capital follows a word.
    fn joins_name(&self, word: Span) -> bool {
        let last = self.at(word.end).saturating_sub(1);
        self.joined(last) && self.is(last + 1, CAPITALISED)
    }

    /// Whether some bytes are within a quotation that is a title, `Guess` of `"Guess Who's Coming to Dinner"`, and not all of
    /// it.
    fn is_quoted_title(&self, span: Span) -> bool {
        const FAR: usize = 80;
        const MARKS: [char; 3] = ['"', '“', '”'];
        let range = span.range();
        // Near alone, so that a long text without a mark is not looked through.
        let (mut from, mut to) = (range.start.saturating_sub(FAR), self.text.len().min(range.end + FAR));
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        while !self.text.is_char_boundary(to) {
            to -= 1;
        }
        let (before, behind) = (self.text.get(from..range.start), self.text.get(range.end..to));
        let (Some(before), Some(behind)) = (before, behind) else { return false };
        let line = self.paragraph(span.start).start as usize;
        let open = before.rfind(MARKS).map(|at| from + at).filter(|at| *at >= line);
        let (Some(open), Some(close)) = (open, behind.find(MARKS)) else { return false };
        let inside = self.text.get(open..range.end + close).unwrap_or_default().trim_start_matches(MARKS);
        // An opening mark has no space behind it, and a closing one none before it.
        let is_quotation = !inside.starts_with(char::is_whitespace) && !inside.ends_with(char::is_whitespace);
        let words = inside.split_whitespace().filter(|word| word.len() > 3);
        let capitals = words.clone().filter(|word| word.starts_with(char::is_uppercase)).count();
        let bare = inside.trim_end_matches([',', '.', '!', '?']);
        is_quotation && bare.len() > range.len() && capitals == words.count() && !bare.contains(['.', ';'])
    }

    /// Whether a name may be half of one that holds `on the` or its like: `Kids` and `Block` of `Kids on the Block`.
    fn is_beside_title(&self, from: usize, to: usize) -> bool {
        const WITHIN: [&str; 7] = ["against", "for", "from", "in", "of", "on", "with"];
        let link = |word: usize| {
            self.joined(word)
                && self.joined(word + 1)
                && WITHIN.contains(&self.word(word))
                && self.word(word + 1) == "the"
        };
        let name = |word: usize| self.is(word, CAPITALISED) && !self.is(word, STOP_WORD);
        let behind = self.joined(to) && link(to + 1) && name(to + 3);
        let before = from > 2 && link(from - 2) && self.joined(from - 3) && name(from - 3);
        behind || before
    }

    /// Whether some words with capitals are part of a title in which others have them too: `Aim` of `My Aim Is True`.
    fn is_of_title(&self, from: usize, to: usize) -> bool {
        let small = |word: usize| self.is(word, CAPITALISED) && self.is(word, STOP_WORD) && self.word(word).len() > 1;
        let article = |word: usize| matches!(self.word(word), "A" | "An" | "The");
        let before = from > 0 && self.joined(from - 1) && small(from - 1) && !article(from - 1);
        let opens = || from > 0 && self.begins(self.span(from - 1).start);
        let behind = self.joined(to) && small(to + 1);
        // "Centre for Constitutional Rights"
        let link = |word: usize| matches!(self.word(word), "for" | "of" | "on") && self.joined(word);
        let of_office = from > 1 && link(from - 1) && self.joined(from - 2) && OFFICES.contains(&self.word(from - 2));
        // "Beatles Revolver-era"
        let made =
            ["-based", "-born", "-created", "-era", "-esque", "-led", "-like", "-owned", "-run", "-style", "-type"];
        let describes = made.iter().any(|ending| self.word(to).ends_with(ending));
        before && !opens() || behind || of_office || describes || self.is_quoted_title(self.bytes(from, to))
    }

    /// The noun phrase around a noun, in one of the first sentences.
    fn noun(&self, span: Span) -> Option<Span> {
        let sentences = &self.document.columns().sentence_spans;
        self.leads.get(sentences.partition_point(|it| it.end <= span.start))?.noun_phrase(span)
    }

    /// Whether a word says nothing of its own.
    fn is_vague(&self, word: Span) -> bool {
        let word = word.of(self.text).unwrap_or_default();
        debug_assert!(VAGUE.is_sorted(), "a list out of order hides its words");
        let small = || word.bytes().map(|byte| byte.to_ascii_lowercase());
        word == "Prime Minister" || VAGUE.binary_search_by(|vague| vague.bytes().cmp(small())).is_ok()
    }

    /// Whether a sentence or a paragraph begins at a place, so that its capital says nothing.
    fn begins(&self, at: u32) -> bool {
        let opens = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '(');
        let before = self.text.get(self.paragraph(at).start as usize..at as usize).unwrap_or_default();
        let before = before.trim_end_matches(opens);
        before.is_empty() || before.ends_with(['.', '!', '?', ':', ')'])
    }

    /// The paragraph that a place is in.
    fn paragraph(&self, at: u32) -> Span {
        let paragraphs = &self.document.columns().paragraph_spans;
        paragraphs.get(paragraphs.partition_point(|it| it.end <= at)).copied().unwrap_or_default()
    }

    /// The first word that does not begin before a place.
    fn at(&self, place: u32) -> usize {
        self.spans.partition_point(|word| word.start < place)
    }

    /// The bytes of some words.
    fn bytes(&self, from: usize, to: usize) -> Span {
        Span::new(self.span(from).start, self.span(to).end)
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
        self.is_plain(word) && self.gap(word) == " "
    }

    /// What is between a word and the next one of its sentence, with a space for what divides lines; nothing behind the last.
    fn gap(&self, word: usize) -> Cow<'d, str> {
        let next = self.spans.get(word + 1).map(|next| Span::new(self.span(word).end, next.start));
        let gap = next.and_then(|gap| gap.of(self.text)).unwrap_or_default();
        if !gap.contains(['\n', '\r']) {
            return Cow::Borrowed(gap);
        }
        let words = &self.document.columns().sentence_words;
        if words.get(words.partition_point(|it| it.end as usize <= word)).is_none_or(|it| it.end as usize == word + 1) {
            return Cow::Borrowed("");
        }
        let mut spaced = String::with_capacity(gap.len());
        for c in gap.chars().map(|c| if c.is_whitespace() { ' ' } else { c }) {
            if c != ' ' || !spaced.ends_with(' ') {
                spaced.push(c);
            }
        }
        Cow::Owned(spaced)
    }

    /// Whether two spans have the same words, wherever their lines end.
    fn reads_as(&self, span: Span, other: Span) -> bool {
        let (span, other) = (span.of(self.text).unwrap_or_default(), other.of(self.text).unwrap_or_default());
        span == other || span.split_whitespace().eq(other.split_whitespace())
    }

    /// Whether a place is on a line that says who took a picture.
    fn is_credited(&self, at: u32) -> bool {
        self.credits.iter().any(|line| line.start <= at && at < line.end)
    }
}

/// What says in the beginning who took a picture: paragraphs, each with what was cut off it behind: `Holm in May. (Ann Lee)`.
fn credits(document: &Document) -> Vec<Span> {
    const LONGEST: usize = 200;
    const BYTES: u32 = 1 << 13;
    let text = document.text();
    let mut found: Vec<Span> = Vec::new();
    for &paragraph in document.columns().paragraph_spans.iter().take_while(|paragraph| paragraph.start < BYTES) {
        let divided = |gap: Span| gap.of(text).is_none_or(|gap| gap.contains(['\n', '\r']));
        match found.last_mut().filter(|before| !divided(Span::new(before.end, paragraph.start))) {
            Some(before) => before.end = paragraph.end,
            None => found.push(paragraph),
        }
    }
    found.retain(|paragraph| {
        let line = paragraph.of(text).unwrap_or_default();
        let is_stopped = || line.ends_with(['.', '!', '?', '"', '”', ':']);
        let is_signed =
            || line.ends_with(')') || line.contains('/') || CREDITS.iter().any(|credit| line.contains(credit));
        line.len() < LONGEST && !is_stopped() && is_signed()
    });
    found
}
