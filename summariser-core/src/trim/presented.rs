//! What a paper says that it presents: `In this paper, we propose [a method for ..]`, `We show that [..]`. Titles of
//! papers are the object of such a sentence and seldom a sentence, so that the object alone is the line, or the clause
//! that is shown.

use super::english::Reading;
use super::guards::Scan;
use super::joining::Line;
use super::room::{Room, TIERS};
use super::tokens::{Kind, Token};
use super::tongues::lists;
use super::verbs::{Verb, gerund, regular_past, verbs};
use super::{brackets, words};
use crate::part_of_speech::{Part, part_of};

/// What speaks in a paper beside `we`: `this paper`, `the present study`.
const PAPERS: [&str; 12] = [
    "article",
    "chapter",
    "dissertation",
    "essay",
    "note",
    "paper",
    "report",
    "review",
    "study",
    "survey",
    "thesis",
    "work",
];
/// Verbs whose object is what the paper brings.
const PRESENTING: &str = "address addresses analyse analyses analyze analyzes consider considers describe describes design \
    designs develop develops devise devises evaluate evaluates examine examines explore explores formulate formulates \
    introduce introduces investigate investigates offer offers present presents propose proposes provide provides release \
    releases revisit revisits study studies";
/// Verbs whose clause is what the paper has found.
const SHOWING: &str = "demonstrate demonstrates demonstrated establish established find found observe observed prove \
    proved report reported show shows showed shown";
/// Nouns and adjectives that say nothing of a paper without their neighbours.
const GENERIC: &str = "algorithm alternative analysis approach approaches architecture artificially comparison dataset \
    datasets deep different effective efficient end-to-end evaluation exception first framework general generated \
    investigation method methodology methods model models network networks neural new novel overview paradigm \
    practical problem procedure proposed representation scheme second set setting setup several simple solution \
    strategy striking study system task technique techniques theory three two unified universal variant various way";
/// What does not open such an object: it points back, or something else than a noun follows.
const NOT_OBJECTS: &str = "and as both evidence experimental experiments extensive how if in insight insights it its itself our \
    results such that these them this those to what when whether which why";
/// Words that hang on something outside of the line.
const POINTING: &str = "above aforementioned also it its our such that's their them these they this those us we";

/// A line that takes fewer per cent of the limit may grow beyond it.
const SCANT: usize = 67;
/// How much of the limit a title may take where nobody named a length, the less the better.
const NEAR: [usize; 2] = [150, 213];

/// What is presented, and where it begins.
enum Object {
    Clause(usize),
    Phrase(usize),
}

fn object(tokens: &[Token<'_>]) -> Option<Object> {
    for at in 0..tokens.len() {
        let paper = at > 0
            && matches!(tokens[at - 1].lower, "this" | "present" | "our" | "the")
            && PAPERS.contains(&tokens[at].lower);
        if tokens[at].lower != "we" && !paper {
            continue;
        }
        let speaker = at + 1;
        if tokens[at].quoted {
            continue;
        }
        let adverb = |t: &Token<'_>| t.is(words::ADVERBS) || t.is(words::CONNECTIVES) || t.lower.ends_with("ly");
        let verb = (speaker..tokens.len().min(speaker + 3)).find(|&i| !adverb(&tokens[i]))?;
        // "Third, we also show": not what the paper is about in the first place.
        let further = |t: &Token<'_>| {
            matches!(
                t.lower,
                "also"
                    | "second"
                    | "secondly"
                    | "third"
                    | "thirdly"
                    | "fourth"
                    | "additionally"
                    | "furthermore"
                    | "moreover"
            )
        };
        if tokens[speaker..verb].iter().any(further) || tokens.first().is_some_and(further) {
            return None;
        }
        let word = tokens[verb].lower;
        if lists(SHOWING, word) {
            let that = tokens.get(verb + 1).is_some_and(|t| t.lower == "that");
            if that {
                return Some(Object::Clause(verb + 2));
            }
        } else if lists(PRESENTING, word)
            || regular_past(word)
                && PRESENTING.split_ascii_whitespace().any(|entry| {
                    word.strip_suffix("ed").is_some_and(|stem| entry == stem || entry.strip_suffix('e') == Some(stem))
                })
        {
            return Some(Object::Phrase(verb + 1));
        }
    }
    None
}

/// Whether the sentence says what a paper presents or shows.
pub(super) fn presents(tokens: &[Token<'_>]) -> bool {
    object(tokens).is_some()
}

/// Whether a word is `we` or a paper, in either case.
pub(super) fn is_speaker(word: &[u8]) -> bool {
    FIRSTS.get(word.len()).is_some_and(|firsts| *firsts & letter(word) != 0)
        && (word.eq_ignore_ascii_case(b"we") || PAPERS.iter().any(|paper| word.eq_ignore_ascii_case(paper.as_bytes())))
}

/// With which letters the speakers of each length begin, as a set of bits.
const FIRSTS: [u32; 16] = {
    let mut firsts = [0; 16];
    firsts[2] = letter(b"we");
    let mut at = 0;
    while at < PAPERS.len() {
        firsts[PAPERS[at].len()] |= letter(PAPERS[at].as_bytes());
        at += 1;
    }
    firsts
};

/// The bit of the first letter of a word, in either case.
const fn letter(word: &[u8]) -> u32 {
    if word.is_empty() { 0 } else { 1 << (word[0] & 31) }
}

/// The line: the clause that is shown, or the object that is presented, as long as it fits.
pub(super) fn line(source: &str, tokens: &[Token<'_>], room: Room) -> Option<Line> {
    let stop = tokens.iter().rposition(|t| t.kind != Kind::Stop).map_or(0, |last| last + 1);
    match object(tokens)? {
        Object::Phrase(from) => phrase(source, tokens.get(from..stop)?, room),
        Object::Clause(from) => {
            let clause = tokens.get(from..stop)?;
            // ".. and that it can": the next thing that is shown.
            let next = clause.windows(2).position(|pair| pair[0].lower == "and" && pair[1].lower == "that");
            let clause = &clause[..next.unwrap_or(clause.len())];
            let end = clause.iter().rposition(Token::wordy)? + 1;
            let line = Reading::of(&clause[..end], false)?.shorten(source, room)?;
            let mut words = line.text.split(|c: char| !c.is_alphanumeric());
            (!words.any(|word| lists(POINTING, &word.to_lowercase()))).then_some(line)
        }
    }
}

fn phrase(source: &str, body: &[Token<'_>], room: Room) -> Option<Line> {
    let limit = room.length();
    if body.first().is_none_or(|t| lists(NOT_OBJECTS, t.lower) || !t.wordy()) {
        return None;
    }
    let keep = brackets::outside(body);
    let mut live: Vec<Token<'_>> = body.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(t, _)| *t).collect();
    // "the problem of topic modelling": a title names the topic.
    if let [article, noun, of, _, ..] = live.as_slice()
        && matches!((article.lower, of.lower), ("the", "of"))
        && matches!(noun.lower, "problem" | "task" | "topic" | "question" | "use")
    {
        live.drain(..3);
    }
    // "the proposed method" is what another sentence tells of.
    if matches!(live.first()?.lower, "a" | "an" | "the") && lists("presented proposed resulting", live.get(1)?.lower) {
        return None;
    }
    // "we propose using an eel"
    if live.first()?.lower == "using" {
        live.remove(0);
    }
    if matches!(live.first()?.lower, "a" | "an") {
        live.remove(0);
    }
    // A quotation as TeX writes it, which has no other half here if the line is any good.
    while live.first().is_some_and(|t| t.text.starts_with('`')) {
        live.remove(0);
    }
    if live.iter().any(|t| t.text.starts_with("''")) {
        return None;
    }
    // "a method, Newtonian Monte Carlo, that": its name says more.
    if let [noun, comma, name, ..] = live.as_slice()
        && comma.kind == Kind::Comma
        && name.text.starts_with(char::is_uppercase)
        && lists(GENERIC, noun.lower)
    {
        live.drain(..2);
    }
    // "an algorithm, guided autoencoder, that", "a framework, dubbed Eel, which"
    if let [noun, comma, name, _, ..] = live.as_slice()
        && comma.kind == Kind::Comma
        && lists(GENERIC, noun.lower)
        && name.wordy()
        && !name.is(words::CLOSED)
        && !gerund(name)
    {
        let called = matches!(name.lower, "called" | "coined" | "denoted" | "dubbed" | "named" | "termed");
        live.drain(..2 + usize::from(called));
    }
    // ".. and show that": the next thing that the paper does is no part of the object.
    let next = |pair: &[Token<'_>]| {
        let word = pair[1].lower;
        pair[0].lower == "and"
            && (lists(PRESENTING, word)
                || lists(SHOWING, word)
                || pair[1].lower.ends_with("ly")
                || is_verb(word)
                || word == "make")
    };
    if let Some(and) = live.windows(2).position(next) {
        live.truncate(and);
    }
    let mut verbs = verbs(&live);
    // "a semi-supervised setting"
    for (verb, _) in verbs.iter_mut().zip(&live).filter(|(_, token)| token.lower.contains('-')) {
        *verb = Verb::No;
    }
    let scan = Scan::new(&live, &verbs);
    let mut best: Option<(usize, Line)> = None;
    let scant = limit.limit(0) * SCANT / 100;
    for end in 2..=live.len() {
        // A title has no verb, unless nothing is said without it.
        let verb = (0..end).any(|i| scan.finite(i));
        if best.is_some() && verb || scan.main_verb(0..end).is_some() {
            break;
        }
        // "evaluate the task by training several models": how, not what.
        let manner = live.get(end).is_some_and(|t| t.lower.ends_with("ly"));
        if live.get(end - 1).is_some_and(|t| t.lower == "by") && live.get(end + usize::from(manner)).is_some_and(gerund)
        {
            break;
        }
        if !ends(&scan, end) {
            continue;
        }
        let kept = &live[..end];
        // "a setting in which the samples": its verb is still to come.
        let relative = kept.iter().rposition(|t| t.is(words::RELATIVES));
        if relative.is_some_and(|at| end - at <= 3 && !(at..end).any(|i| scan.finite(i))) {
            continue;
        }
        // "of how models": what they do is still to come.
        let asked = kept.iter().rposition(|t| matches!(t.lower, "how" | "what" | "whether" | "why"));
        if asked.is_some_and(|at| at + 1 < end && scan.lower(at + 1) != "to" && !(at..end).any(|i| scan.finite(i))) {
            continue;
        }
        // "the first mill [that runs on ice]": it is not the first of all.
        let ranked = kept.iter().any(|t| matches!(t.lower, "first" | "only"));
        let restricted = live.get(end).is_some_and(|t| {
            t.is(words::RELATIVES) || t.lower == "that" || t.is(words::PREPOSITIONS) && !matches!(t.lower, "by" | "via")
        });
        if ranked && restricted {
            continue;
        }
        // "Newtonian Monte Carlo, a method", "a new variant": what kind of thing it is says less than its name.
        let behind = kept.iter().rposition(|t| t.kind == Kind::Comma).map_or(&[][..], |comma| &kept[comma + 1..]);
        if let [article, kind @ ..] = behind
            && matches!(article.lower, "a" | "an")
            && !kind.is_empty()
            && kind.iter().all(|t| lists(GENERIC, t.lower))
        {
            continue;
        }
        let content = |t: &&Token<'_>| t.wordy() && t.class == words::Class::default() && !lists(GENERIC, t.lower);
        if kept.iter().any(|t| lists(POINTING, t.lower)) || kept.iter().filter(content).count() < 2 {
            continue;
        }
        let line = Line::of(source, kept);
        let weight = limit.measure(&line.text);
        let tiers: &[usize] = if matches!(room, Room::Near(_)) { &NEAR } else { &TIERS };
        let Some(tier) = tiers.iter().position(|&percent| weight <= room.percent(percent)) else { break };
        if brackets::balanced(&line.text)
            && best
                .as_ref()
                .is_none_or(|(least, line)| tier <= *least || tier == 1 && limit.measure(&line.text) < scant)
        {
            best = Some((tier, line));
        }
    }
    best.map(|(_, line)| line)
}

/// Words in -ing that are nouns in papers.
const NOUNS_IN_ING: &str = "clustering embedding encoding engineering hashing labeling labelling learning matching modeling modelling \
    planning processing pruning ranking reasoning routing sampling scheduling setting testing tracking training tuning understanding";

/// An -ing form that asks for what follows; a noun such as *learning* has its article or adjective.
fn gerund_like(token: &Token<'_>) -> bool {
    gerund(token) && !lists(NOUNS_IN_ING, token.lower)
}

/// Whether a word is a verb, also one in -s, that needs its object: *optimizes*.
fn is_verb(word: &str) -> bool {
    let verb = |word: &str| part_of(word) == Some(Part::Verb);
    let stem = word.strip_suffix('s');
    verb(word) || stem.is_some_and(|stem| verb(stem) || stem.strip_suffix('e').is_some_and(verb))
}

/// Whether the object may end before `end`: something new begins there, and what stays asks for nothing more.
fn ends(scan: &Scan<'_, '_>, end: usize) -> bool {
    let last = &scan.tokens[end - 1];
    let ended = last.wordy()
        && last.class == words::Class::default()
        && !last.number()
        && !gerund_like(last)
        && !(gerund(last) && end > 1 && scan.lower(end - 2).ends_with("ly"))
        && !is_verb(last.lower)
        && !["ly", "ed", "able", "ible", "ous", "ful"].iter().any(|ending| last.lower.ends_with(ending));
    let Some(next) = scan.tokens.get(end) else { return ended || last.kind == Kind::Close };
    // "filter out the labels", "U-Net based networks", "a low dimensional, sparse map": more belongs to it.
    // "is resilient to forgetting"
    let stated = next.lower == "to" && end > 1 && scan.is(end - 2, words::BE_FORMS);
    // "in ice, in contrast [to sand]"
    let stated = stated || last.lower == "contrast" && end > 1 && scan.lower(end - 2) == "in";
    // "encourages the generator to"
    let stated = stated || next.lower == "to" && (end.saturating_sub(6)..end).any(|i| scan.is(i, words::CONTROLS));
    let more = stated
        || matches!(next.lower, "out" | "up" | "off" | "down" | "away")
        || next.lower == "based" && !scan.tokens.get(end + 1).is_some_and(|t| matches!(t.lower, "on" | "upon"))
        || next.kind == Kind::Comma && last.lower.starts_with("non-")
        || next.kind == Kind::Comma && ["al", "ive", "ic", "ar"].iter().any(|ending| last.lower.ends_with(ending));
    let border = matches!(next.kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Stop | Kind::Dash)
        || next.is(words::RELATIVES)
        || next.is(words::SUBORDINATORS)
        || next.is(words::PREPOSITIONS)
        || matches!(next.lower, "that" | "using" | "based" | "called" | "while");
    // "connections, both through laws and ..", "in settings where"
    let both = scan.tokens[..end].iter().rposition(|t| matches!(t.lower, "between" | "both" | "either"));
    let half = both.is_some_and(|at| !scan.tokens[at..end].iter().any(|t| matches!(t.lower, "and" | "or")));
    let told = last.lower == "domains" && next.is(words::RELATIVES);
    if half || told || scan.asks_for(end, next) {
        return false;
    }
    // "two methods for X and Y": a list is not torn behind its first item.
    let listed = next.kind == Kind::Comma
        && scan.tokens[end + 1..].iter().take(8).any(|t| matches!(t.lower, "and" | "or"))
        && !scan.is(end + 1, words::RELATIVES)
        && !scan.is(end + 1, words::DETERMINERS);
    ended
        && !more
        && border
        && !listed
        && !scan.tears_quote(end)
        && !matches!(next.lower, "against" | "into" | "of" | "than" | "toward" | "towards")
}
