//! A phrase as it stands whole: the name or the noun phrase that it is a part of, where the text says more of it.

use super::words::Words;
use summariser_core::document::{CAPITALISED, STOP_WORD};
use summariser_core::keyphrase::Keyphrase;
use summariser_core::prelude::*;

/// A word of its own says something if it stands so often.
const OFTEN: u32 = 3;
/// Nouns, and names of offices, that say nothing of their own, sorted.
#[rustfmt::skip]
const VAGUE: [&str; 437] = [
    "ability", "access", "account", "accounts", "action", "actions", "activities", "activity", "addition", "afp", "age",
    "amount", "answer", "answers", "anybody", "anyone", "anything", "ap", "area", "areas", "aspect", "attempt",
    "attention", "background", "base", "basis", "bit", "board", "body", "box", "boy", "boys", "captain", "case",
    "cases", "cause", "cent", "center", "cents", "challenge", "challenges", "chance", "change", "changes", "character",
    "check", "chief", "choice", "circumstances", "city", "class", "close", "cnn", "collection", "comment", "comments",
    "concept", "condition", "conditions", "congressman", "consideration", "contents", "context", "contrast",
    "conversation", "cost", "country", "county", "couple", "course", "court", "cover", "date", "dates", "day", "days", "deal", "decade",
    "decades", "decision", "degree", "degrees", "design", "detail", "details", "detective", "development", "difference",
    "direction", "discussion", "distance", "doctor", "document", "documents", "dollars", "edge", "editor", "effect",
    "effects", "effort", "efforts", "end", "entry", "equivalent", "equivalents", "eve", "event", "events", "everybody",
    "everyone", "evidence", "example", "examples", "experience", "extent", "face", "fact", "facts", "feature",
    "features", "feeling", "feet", "few", "figure", "finding", "findings", "folks", "force", "form", "frame", "front",
    "fun", "function", "future", "game", "girl", "girls", "goal", "good", "governor", "ground", "grounds", "group",
    "groups", "guy", "guys", "half", "hand", "hands", "head", "heart", "help", "history", "home", "hope", "hour",
    "hours", "idea", "ideas", "impact", "inch", "inches", "incident", "incidents", "information", "interest", "issue",
    "issues", "item", "items", "job", "key", "kid", "kids", "kind", "kinds", "lack", "law", "lead", "level",
    "lieutenant", "life", "light", "limit", "line", "lines", "list", "lives", "loads", "look", "lot", "lots", "man",
    "manner", "matter", "mayor", "means", "meeting", "member", "members", "men", "mention", "message", "meters",
    "method", "metres", "miles", "mind", "minister", "minute", "minutes", "moment", "moments", "money", "month",
    "months", "morning", "move", "mr", "mrs", "ms", "name", "names", "nature", "need", "neighborhood", "news", "night",
    "nobody", "noon", "nothing", "number", "numbers", "occasion", "offer", "office", "officer", "official", "officials",
    "one", "ones", "opportunity", "option", "options", "order", "others", "outcome", "owner", "page", "parents", "part",
    "parts", "party", "path", "pattern", "people", "period", "person", "phrase", "piece", "pieces", "place", "places",
    "plan", "plans", "play", "point", "points", "position", "pounds", "power", "practice", "prediction", "presence",
    "president", "price", "prime", "problem", "problems", "process", "product", "professor", "program", "progress",
    "project", "property", "proximity", "public", "purpose", "quality", "question", "questions", "range", "rate",
    "reader", "readers", "reason", "reasons", "record", "region", "release", "remains", "report", "reports", "request",
    "response", "rest", "result", "results", "reuters", "rise", "risk", "role", "room", "round", "rule", "rules", "run",
    "scale", "scene", "scheme", "season", "second", "secretary", "section", "senator", "sense", "sergeant", "series",
    "service", "set", "setting", "share", "shot", "shots", "side", "sides", "sign", "signs", "sir", "site", "situation",
    "size", "somebody", "someone", "son", "sort", "source", "space", "spot", "staff", "stage", "standard", "start",
    "state", "statement", "statements", "station", "statue", "step", "steps", "stories", "story", "street", "streets",
    "structure", "study", "stuff", "style", "subject", "success", "summer", "summers", "support", "surprise",
    "surroundings", "system", "systems", "talk", "talks", "task", "tasks", "team", "term", "terms", "test", "thing",
    "things", "thought", "thoughts", "time", "times", "tip", "title", "today", "ton", "top", "topic", "total", "track",
    "trip", "truth", "turn", "type", "types", "use", "user", "users", "value", "vehicle", "vehicles", "version",
    "vicinity", "view", "views", "voice", "walk", "walls", "way", "ways", "week", "weekend", "weeks", "who", "winter",
    "wish", "woman", "women", "word", "words", "work", "world", "yards", "year", "years", "zone", "zones",
];

impl Words<'_, '_> {
    /// Where a phrase stands whole, or the name or noun phrase that it is a part of; `None` where it is neither.
    pub(super) fn whole(&self, phrase: &Keyphrase) -> Option<Span> {
        let mut places = self.places(phrase)?.peekable();
        let is_name = self.is(self.at(phrase.span.end).saturating_sub(1), CAPITALISED);
        // "Chalk it up": a single word with a capital where every sentence has one.
        let initial = |it: &Span| self.begins(it.start);
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
        // "McDonald's", "Sotheby's": a firm's name, if it is never without, or not before a noun.
        let owns = |word: usize| self.gap(word) == " " && !self.is(word + 1, STOP_WORD);
        let mut is_bare = phrase.words > 1;
        for (from, last, span) in places {
            let is_open = self.tail(last, span) == Some("");
            is_bare |= is_open || phrase.frequency == 1 && owns(last);
            let name = self.name(from, last, span).filter(|_| phrase.words == 1 || is_open || owns(last));
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
        let sound = |span: &Span| !self.is_torn(*span);
        for span in places.skip(1).filter_map(|(_, _, span)| self.noun(span)).filter(sound) {
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

    /// Whether another word with a capital follows a word.
    fn joins_name(&self, word: Span) -> bool {
        let last = self.at(word.end).saturating_sub(1);
        self.joined(last) && self.is(last + 1, CAPITALISED)
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
}
