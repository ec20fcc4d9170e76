//! [`around`]: the whole noun phrase that a word stands in, without its article: `hot dogs` around `dogs`, `condo plan`
//! around `plan`. The words before a noun belong to it back to what opens a phrase or to a verb; a word that is no noun
//! where it stands, or describes one that is not reached, has none.

use std::ops::Range;

use super::tokens::{Kind, Token};
use super::tongues::is_one_of;
use super::verbs::{Verb, gerund};
use super::words;
use crate::part_of_speech::{Part, part_of};

/// No noun phrase has more words.
const WORDS: usize = 4;
/// What stands before nouns and tells nothing of them, so that a phrase is whole without it.
#[rustfmt::skip]
const UNTELLING: [&str; 45] = [
    "aforementioned", "big", "certain", "current", "different", "entire", "first", "former", "given", "good", "great",
    "last", "latest", "least", "little", "long", "main", "major", "many", "more", "most", "much", "new", "next", "old",
    "other", "own", "past", "present", "previous", "quick", "real", "recent", "respective", "same", "second", "several",
    "single", "small", "such", "third", "top", "upcoming", "very", "whole",
];
/// What is something else with a number before it.
const NUMBERED: [&str; 16] = [
    "base",
    "class",
    "degree",
    "floor",
    "generation",
    "grade",
    "half",
    "hand",
    "lady",
    "language",
    "party",
    "person",
    "phase",
    "place",
    "quarter",
    "round",
];
/// What is another thing with such a word before it.
const PAIRS: [(&str, &str); 9] = [
    ("good", "faith"),
    ("long", "term"),
    ("old", "age"),
    ("real", "estate"),
    ("real", "life"),
    ("real", "time"),
    ("real", "world"),
    ("same", "sex"),
    ("small", "business"),
];
/// Adverbs, and adjectives that only follow what they describe.
#[rustfmt::skip]
const NO_NOUNS: [&str; 25] = [
    "afraid", "alike", "alive", "alone", "altogether", "anymore", "anyway", "apart", "ashamed", "aside", "asleep",
    "awake", "aware", "else", "elsewhere", "fewer", "fewest", "instead", "likewise", "nonetheless", "overseas", "somehow", "somewhere", "unlike", "worth",
];
/// Adverbs that describe nouns, too: `fast food`.
const DESCRIBING_ADVERBS: [&str; 7] = ["daily", "early", "fast", "hard", "live", "monthly", "weekly"];
/// Adverbs that stand behind nouns and look like them: `at the venue right now`.
const WHERE: [&str; 6] = ["backwards", "downtown", "home", "open", "right", "upstairs"];
/// How adjectives end, and few nouns do.
const ADJECTIVES: [&str; 7] = ["able", "ible", "ous", "ful", "less", "ical", "ern"];

/// How adjectives end, and nouns that describe others.
const DESCRIBING: [&str; 10] = ["al", "an", "ar", "ary", "ed", "er", "ic", "ing", "ive", "ous"];
/// How English verbs end.
const VERBS: [&str; 4] = ["ize", "ise", "ify", "ate"];

/// How words in -s end that describe nouns: `arms deal`, `politics class`.
const MANY: [&str; 16] = [
    "ics", "is", "us", "arms", "canvas", "drugs", "gas", "lens", "mas", "news", "rights", "sales", "savings", "series",
    "services", "sports",
];

/// The tokens of the noun phrase around the tokens at `core`, which its last one ends on or describes.
pub(super) fn around(tokens: &[Token<'_>], verbs: &[Verb], core: Range<usize>) -> Option<Range<usize>> {
    let words = tokens.get(core.clone()).filter(|words| !words.is_empty())?;
    let is_noun = |at: usize| verbs.get(at) == Some(&Verb::No) && nominal(&tokens[at]);
    if !words.iter().all(Token::wordy) || !is_noun(core.end - 1) || holds_verb(tokens, verbs, core.clone()) {
        return None;
    }
    // "if you in turn treat them"
    let idiom = matches!(words[0].lower, "fact" | "general" | "particular" | "part" | "turn");
    if idiom && core.start > 0 && tokens[core.start - 1].lower == "in" {
        return None;
    }
    // "for example causal relations"
    let core = core.start + usize::from(words.len() > 1 && matches!(words[0].lower, "example" | "instance"))..core.end;
    // "sends the children home", "Ann Lee records owners"
    let (first, last) = (&tokens[core.start], &tokens[core.end - 1]);
    let behind_noun = || core.start > 0 && is_joined(tokens, core.start) && is_noun(core.start - 1);
    let adverb = is_one_of(&WHERE, last.lower) && (core.len() > 1 || behind_noun());
    let told = core.start > 0
        && tokens[core.start - 1].name
        && is_joined(tokens, core.start)
        && !tokens[core.start - 1].possessive();
    if adverb && !first.is(words::DETERMINERS) || told && core.len() > 1 && present(first) {
        return None;
    }
    let (mut from, mut to) = (core.start, core.end);
    // "brake issues"; a possessive ends its phrase, and a name behind it is somebody: "actor Bo Tarn".
    while is_joined(tokens, to) && !tokens[to - 1].possessive() {
        let next = &tokens[to];
        // "the victim opens", "parents allege": a noun or a verb.
        let verbal = next.is(words::PRESENTS) || present(next) || !next.name && is_noun(to) && many(&tokens[to - 1]);
        if next.name && !tokens[to - 1].name || verbal {
            return None;
        }
        // "a school shooting.", but "people lugging a pram"; before a phrase it may be either.
        if gerund(next) && !next.name && verbs[to] == Verb::No {
            let after = tokens.get(to + 1);
            if after.is_some_and(|t| t.is(words::PREPOSITIONS) || t.is(words::ADVERBS)) {
                return None;
            }
            if after.is_none_or(|t| !t.wordy()) || verbs.get(to + 1) == Some(&Verb::Finite) {
                to += 1;
                continue;
            }
        }
        let untelling = is_one_of(&UNTELLING, next.lower);
        let timed = is_span_of_time(tokens, to);
        if !is_noun(to)
            || timed
            || next.name
            || untelling
            || gerund(next)
            || next.lower.ends_with("ed")
            || is_one_of(&WHERE, next.lower)
        {
            break;
        }
        to += 1;
    }
    let bounded = determined(tokens, from);
    while from > 0 && is_joined(tokens, from) {
        let before = &tokens[from - 1];
        let describes = match verbs[from - 1] {
            Verb::Finite => false,
            // "an abandoned station", but "removed property".
            Verb::Participle => determined(tokens, from - 1),
            Verb::No if gerund(before) => determined(tokens, from - 1),
            Verb::No if is_one_of(&DESCRIBING_ADVERBS, before.lower) => true,
            Verb::No => nominal(before) || before.name && !before.possessive(),
        };
        // "first floor", "second language": its number makes it another thing.
        let numbered = matches!(before.lower, "first" | "second" | "third") && is_one_of(&NUMBERED, tokens[from].lower)
            || PAIRS.contains(&(before.lower, tokens[from].lower));
        let untelling = is_one_of(&UNTELLING, before.lower) && !numbered;
        if !describes || before.possessive() || !before.name && untelling {
            break;
        }
        // "sanctuaries offer refuge"
        if many(before) {
            return None;
        }
        from -= 1;
    }
    // "the largest dragon": of those that stand beside it.
    while to - from > 1 && superlative(&tokens[from]) {
        from += 1;
    }
    // "would tone sleek ballet muscles": what describes a noun stands before all of its nouns.
    let adjective = |at: usize| !tokens[at].name && part_of(tokens[at].lower) == Some(Part::Adjective);
    let noun = |at: usize| {
        let t = &tokens[at];
        !t.name && !adjective(at) && !describes(t) && !t.lower.ends_with("ly")
    };
    let late = (from + 1..to).rev().find(|&at| adjective(at) && noun(at - 1));
    if let Some(at) = late.filter(|_| !bounded && !determined(tokens, from)) {
        from = at;
    }
    if to - from > WORDS && core.len() < to - from {
        // The nearest words describe it best.
        from = core.start.min(to.saturating_sub(WORDS));
    }
    // Half of a name is none: "York house" of "a New York house".
    let halved = |before: &Token<'_>| before.name && !before.possessive();
    let torn = from > 0 && tokens[from].name && halved(&tokens[from - 1]) && is_joined(tokens, from);
    if torn || to - from > WORDS.max(core.len()) {
        return None;
    }
    // "30 Rock", and half of it.
    // "a short amount of time", "the definition of marriage": half of what is meant.
    if is_joined(tokens, to) && tokens[to].lower == "of" {
        return None;
    }
    if to - from > 2 && is_span_of_time(tokens, to - 2) {
        return None;
    }
    // "in a fully automatic way"
    let in_it = tokens[from.saturating_sub(2)..from].iter().any(|t| t.lower == "in");
    if in_it && !tokens[to - 1].name && matches!(tokens[to - 1].lower, "fashion" | "manner" | "way") {
        return None;
    }
    // "blah blah blah"
    if tokens[from..to].windows(2).any(|pair| pair[0].lower == pair[1].lower) {
        return None;
    }
    // "a less starchy dish"
    let lessened = to - from > 1 && from > 0 && matches!(tokens[from - 1].lower, "less" | "least");
    if lessened && is_joined(tokens, from) {
        return None;
    }
    // "no labelled data", "not the right place"
    let denied = |at: usize| tokens[at].is(words::NEGATIONS) && is_joined(tokens, at + 1);
    let article = from > 0 && tokens[from - 1].is(words::DETERMINERS);
    let before = from.checked_sub(1 + usize::from(article && !denied(from - 1)));
    if before.is_some_and(denied) {
        return None;
    }
    let counted = from > 0 && is_joined(tokens, from) && tokens[from].name && tokens[from - 1].kind == Kind::Number;
    // "a 91 acre island", "a two game suspension", but "two world wars" and "the 2008 crash"
    let number = |t: &Token<'_>| t.number() && !t.year() && t.lower != "1" && t.lower != "one";
    let plural =
        |t: &Token<'_>| t.lower.ends_with('s') || matches!(t.lower, "children" | "men" | "people" | "police" | "women");
    let single = |at: usize| !tokens[at].name && !plural(&tokens[at]);
    let measured = to - from > 1
        && from > 0
        && is_joined(tokens, from)
        && number(&tokens[from - 1])
        && single(from)
        && single(to - 1);
    (!counted && !measured && stands(tokens, from..to, bounded || determined(tokens, from))).then_some(from..to)
}

/// Whether one of the tokens is a verb, or may be one.
fn holds_verb(tokens: &[Token<'_>], verbs: &[Verb], core: Range<usize>) -> bool {
    let (first, last) = (core.start, core.end);
    core.into_iter().any(|at| {
        let t = &tokens[at];
        let plural = at > first && tokens[at - 1].lower.ends_with('s') && !tokens[at - 1].lower.ends_with("ss");
        match verbs[at] {
            Verb::Finite => true,
            Verb::Participle => at > first || !determined(tokens, at),
            // "a person lugging a pram", but "a dating site" and "deep learning"
            Verb::No if gerund(t) => {
                let object = |next: &Token<'_>| next.is(words::DETERMINERS) || next.number() || next.name;
                if at == first { !determined(tokens, first) } else { tokens.get(at + 1).is_some_and(object) }
            }
            // "parents allege", "Ann Lee describes the"
            Verb::No if !t.name && matches!(part_of(t.lower), Some(Part::Adverb | Part::Verb)) => true,
            Verb::No => {
                let object = |next: &Token<'_>| next.is(words::DETERMINERS) || next.name || next.kind == Kind::Quote;
                let third = at > first && tokens[at - 1].name && t.lower.ends_with('s') && !t.lower.ends_with("ss");
                // "some dude films you", "this paper re-examines the"
                let you = |next: &Token<'_>| {
                    next.is(words::DETERMINERS) || matches!(next.lower, "her" | "him" | "me" | "them" | "us" | "you")
                };
                // "the structure aligns with"
                let bare = t.lower.strip_suffix('s').is_some_and(|stem| part_of(stem) == Some(Part::Verb));
                let acts = at + 1 == last && present(t) && tokens.get(last).is_some_and(you);
                let acts = at > first && (acts || bare);
                // "practice treats sex addicts"
                let inner = at > first && at + 1 < last;
                !t.name
                    && at > first
                    && (acts
                        || many(&tokens[at - 1])
                        || plural && t.is(words::PRESENTS)
                        || inner && present(t)
                        || third && (present(t) || tokens.get(at + 1).is_some_and(object)))
            }
        }
    })
}

/// Whether a token is a noun in the plural: what follows may be its verb, *gym cards dangle*, since nouns that describe others
/// are seldom many.
fn many(token: &Token<'_>) -> bool {
    !token.name
        && !token.possessive()
        && token.lower.ends_with('s')
        && !token.lower.ends_with("ss")
        && !MANY.iter().any(|ending| token.lower.ends_with(ending))
}

/// Whether a token is an adjective such as *largest*.
fn superlative(token: &Token<'_>) -> bool {
    !token.name
        && token.lower.ends_with("est")
        && !matches!(token.lower, "honest" | "modest")
        && part_of(token.lower) == Some(Part::Adjective)
}

/// Whether a token may be a verb in -s.
fn present(token: &Token<'_>) -> bool {
    let known = |stem: &str| words::holds(words::PRESENTS, stem);
    let word = token.lower.strip_prefix("re-").unwrap_or(token.lower);
    let stem = word.strip_suffix('s').filter(|_| token.kind == Kind::Word && !token.name);
    stem.is_some_and(|stem| known(stem) || stem.strip_suffix('e').is_some_and(known))
}

/// Whether a token begins how much one does something: `an artist full time`.
fn is_span_of_time(tokens: &[Token<'_>], at: usize) -> bool {
    matches!(tokens[at].lower, "full" | "part") && tokens.get(at + 1).is_some_and(|t| t.lower == "time")
}

/// Whether what is found stands where a noun phrase does.
fn stands(tokens: &[Token<'_>], phrase: Range<usize>, bounded: bool) -> bool {
    let (head, before) = (&tokens[phrase.end - 1], phrase.start.checked_sub(1).map(|at| &tokens[at]));
    let before = before.filter(|_| is_joined(tokens, phrase.start));
    // "to race", "could plan"
    let opener = &tokens[phrase.start];
    let verbal = opener.is(words::PRESENTS) || VERBS.iter().any(|ending| opener.lower.ends_with(ending));
    let infinitive = before.is_some_and(|t| t.lower == "to" || t.is(words::MODALS)) && verbal;
    // "to traverse vast bodies", but "to public housing"
    let infinitive =
        infinitive || phrase.len() > 1 && before.is_some_and(|t| t.lower == "to") && !opener.name && !describes(opener);
    // "is larger than", "was busy"
    let states = |t: &Token<'_>| t.is(words::BE_FORMS) || t.is(words::ADVERBS) || t.lower.ends_with("ly");
    let compared = tokens.get(phrase.end).is_some_and(|t| t.lower == "than");
    let predicate = phrase.len() == 1 && !head.name && !head.lower.ends_with('s') && before.is_some_and(states);
    let adjective = !head.name
        && (ADJECTIVES.iter().any(|ending| head.lower.ends_with(ending))
            || part_of(head.lower) == Some(Part::Adjective));
    // "mutually beneficial"
    let adjective = adjective || phrase.len() == 2 && opener.lower.ends_with("ly") && !opener.name;
    // "full-precision", but "e-mail"
    let described = phrase.len() == 1 && head.lower.find('-').is_some_and(|at| at > 2);
    let adjective = adjective || described || opener.lower.starts_with("year-");
    // "love baguettes", "provide support"
    let led = before.is_some_and(|t| t.is(words::PREPOSITIONS) && t.lower != "to");
    let clause = phrase.len() > 1 && (opener.is(words::PRESENTS) || present(opener)) && !bounded && !led;
    // "specify scalable models", "illegally converting apartments"
    let acts = phrase.len() > 1
        && !opener.name
        && (["ify", "ize"].iter().any(|ending| opener.lower.ends_with(ending))
            || opener.lower.ends_with("ly") && gerund(&tokens[phrase.start + 1]));
    !infinitive && !clause && !acts && !compared && (bounded || !predicate) && !adjective
}

/// Whether a token has the form of what describes a noun.
fn describes(token: &Token<'_>) -> bool {
    token.lower.contains('-') || DESCRIBING.iter().any(|ending| token.lower.ends_with(ending))
}

/// Whether an article, a possessive or what tells nothing of a noun stands right before a token.
fn determined(tokens: &[Token<'_>], at: usize) -> bool {
    is_joined(tokens, at)
        && at.checked_sub(1).is_some_and(|before| {
            let t = &tokens[before];
            t.is(words::DETERMINERS) || t.is(words::POSSESSIVES) || t.possessive() || is_one_of(&UNTELLING, t.lower)
        })
}

/// Whether a token may be a noun or describe one as a noun does.
fn nominal(token: &Token<'_>) -> bool {
    token.kind == Kind::Word
        && !token.is(words::CLOSED)
        && !token.is(words::POSSESSIVES)
        && !token.is(words::ADVERBS)
        && !token.is(words::SUBJECT_PRONOUNS)
        && !token.is(words::HAVE_FORMS)
        && !token.is(words::NEGATIONS)
        && !token.is(words::NUMBERS)
        && !token.is(words::SAYINGS)
        && !token.is(words::DEICTIC_DAYS)
        && !token.is(words::WEEKDAYS)
        && !is_one_of(&NO_NOUNS, token.lower)
        && !token.lower.contains('/')
        && !["-esque", "self", "selves"].iter().any(|ending| token.lower.ends_with(ending))
        && !matches!(token.lower, "what's" | "who's")
        && !token.lower.ends_with("n't")
        && !token.lower.starts_with("a.m")
        && !token.lower.starts_with("p.m")
        && !words::PERSONAL.contains(&token.lower)
        && !(token.lower.ends_with("ly") && !token.name && token.lower.len() > 5)
        && (token.name || !matches!(part_of(token.lower), Some(Part::Adverb | Part::Verb)))
}

/// Whether nothing but a space is between a token and the one before it.
fn is_joined(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let (Some(before), Some(token)) = (before, tokens.get(at)) else { return false };
    before.wordy() && token.wordy() && token.spaced && before.quoted == token.quoted
}
