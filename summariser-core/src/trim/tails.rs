//! What may go from the end of an English sentence, right to left: clauses, phrases, attributions. Each unit ends where
//! the line ended so far, so that a chain of units is a line with a new end.

use std::ops::Range;

use super::guards::Scan;
use super::times::loose;
use super::tokens::{Kind, Token};
use super::tongues::{is_one_of, lists};
use super::verbs::{Verb, gerund, past_or_participle, regular_past};
use super::words;

/// The longest unit, in tokens.
const LONGEST: usize = 60;

/// Every place where the line may end, with what the cut costs; the full length first.
pub(super) fn ends(scan: &Scan<'_, '_>) -> Vec<(usize, f32)> {
    let all = scan.tokens.len();
    let mut reached: Vec<Option<f32>> = vec![None; all + 1];
    reached[all] = Some(0.0);
    if scan.tokens.last().is_some_and(|t| t.text == "?") {
        return vec![(all, 0.0)];
    }
    let may_end: Vec<bool> = (0..all).map(|from| opens_unit(scan, from) && scan.may_end(from)).collect();
    for end in (3..=all).rev() {
        let Some(so_far) = reached[end] else { continue };
        for from in (end.saturating_sub(LONGEST).max(2)..end).rev().filter(|&from| may_end[from]) {
            if let Some(cost) = unit(scan, from, end) {
                let total = so_far + cost;
                if reached[from].is_none_or(|best| total < best) {
                    reached[from] = Some(total);
                }
            }
        }
    }
    // Who cuts more loses no less: one long unit may stand for several short ones.
    let reached = (2..=all).rev().filter_map(|end| reached[end].map(|cost| (end, cost)));
    let rising = reached.scan(0.0_f32, |most, (end, cost)| {
        *most = most.max(cost);
        Some((end, *most))
    });
    rising.collect()
}

/// The last attribution, from its comma on and without when it was said: `, officials said`.
/// `ends` is what [`ends`] found.
pub(super) fn source(scan: &Scan<'_, '_>, ends: &[(usize, f32)]) -> Option<Range<usize>> {
    let mut commas = (3..scan.tokens.len()).rev().filter(|&at| scan.kind(at) == Some(Kind::Comma));
    commas.find_map(|from| {
        // The least end first.
        let mut behind = ends.iter().rev().map(|(end, _)| *end).filter(|end| *end > from);
        Some(from..behind.find(|end| attribution(scan, from, *end))?)
    })
}

/// Whether what stands at `from` can open a unit at all, by its form.
fn opens_unit(scan: &Scan<'_, '_>, from: usize) -> bool {
    let token = &scan.tokens[from];
    match token.kind {
        Kind::Comma | Kind::Semicolon | Kind::Dash => true,
        Kind::Word if token.name => scan.time_end(from).is_some(),
        Kind::Word => {
            token.is(words::CLAUSE_TAILS)
                || token.is(words::CUTTABLE)
                || token.is(words::QUANTITIES)
                || token.is(words::NUMBERS)
                || matches!(token.lower, "a" | "an" | "and" | "as" | "but" | "that" | "the" | "to")
                || matches!(token.lower, "when" | "which" | "while" | "who" | "whose")
                || scan.time_end(from).is_some()
        }
        _ => false,
    }
}

/// What it costs to cut what stands from `from`, before which the line may end, to `end`.
fn unit(scan: &Scan<'_, '_>, from: usize, end: usize) -> Option<f32> {
    let token = &scan.tokens[from];
    // `, following "a fracas", the broadcaster said`: who answers for the quotation goes with it.
    if let Some(comma) = answering(scan, from, end) {
        return unit(scan, from, comma).map(|cost| cost + 5.0);
    }
    let cost = match token.kind {
        Kind::Comma => after_comma(scan, from, end),
        Kind::Semicolon => scan.main_verb_before(from).map(|_| 3.0),
        Kind::Dash => {
            let single = !scan.tokens[..from].iter().any(|t| t.kind == Kind::Dash);
            // "and the girls -- in crowns -- make a round": the verb behind the pair needs what stands before it.
            let other = (from + 1..end).find(|&i| scan.kind(i) == Some(Kind::Dash));
            let split = other.is_some_and(|dash| scan.finite(dash + 1) || scan.is(dash + 1, words::PRESENTS));
            // "making the district -- the biggest -- one of the few": what it is made is lost.
            let made = other.is_some()
                && (from.saturating_sub(4)..from).any(|i| matches!(scan.lower(i), "made" | "makes" | "making"));
            // "the best in the world - according to the number of goals": by what measure.
            let measured = scan.lower(from + 1) == "according" && !(from..end).any(|i| scan.is(i, words::SOURCES));
            (single && !split && !made && !measured && scan.main_verb_before(from).is_some())
                .then_some(if other.is_some() { 9.0 } else { 3.0 })
        }
        Kind::Word => bare(scan, from, end),
        _ => None,
    }?;
    // ", which nobody expects" denies nothing of what stands before it.
    let apart = token.kind == Kind::Comma && matches!(scan.lower(from + 1), "which" | "who" | "whose" | "where");
    ((apart || !scan.denies(from, end)) && !swallows_source(scan, from, end)).then_some(cost)
}

/// The comma of the attribution that ends the sentence, if all that it has to stay for stands from `from` on.
fn answering(scan: &Scan<'_, '_>, from: usize, end: usize) -> Option<usize> {
    if !scan.is_end(end) || !scan.is_answered_for() || scan.asks(0, from) {
        return None;
    }
    let comma = (from + 1..end).rev().find(|&i| scan.kind(i) == Some(Kind::Comma))?;
    // `"a fracas," the broadcaster said`
    let quoted = scan.tokens[comma].quoted && scan.kind(comma + 1) == Some(Kind::Quote);
    let stop = comma + usize::from(quoted);
    neutral(scan, stop, end).then_some(stop + usize::from(quoted))
}

/// Whether the span holds who said the whole sentence, though that may not go alone: what a party claims is no fact.
fn swallows_source(scan: &Scan<'_, '_>, from: usize, end: usize) -> bool {
    if !scan.is_end(end) {
        return false;
    }
    let all = end;
    let Some(comma) = (from..all).rev().find(|&i| scan.kind(i) == Some(Kind::Comma)) else { return false };
    if scan.lower(comma + 1) == "according" {
        return !attribution(scan, comma, all);
    }
    let opened = (comma + 1..all).any(|i| scan.opens_clause(i));
    let subject = scan.tokens.get(comma + 1).is_some_and(|t| {
        t.name
            || t.is(words::DETERMINERS)
            || t.is(words::SUBJECT_PRONOUNS)
            || t.is(words::SAYINGS)
            || t.is(words::SOURCES)
    });
    // "it was claimed on Sunday"
    let passive = |i: usize| scan.is(i - 1, words::BE_FORMS) || matches!(scan.lower(i - 1), "been" | "being");
    let says = (comma + 1..all).any(|i| scan.is(i, words::SAYINGS) && (scan.finite(i) || passive(i)));
    subject && says && !opened && !attribution(scan, comma, all)
}

/// The first finite verb of `from..end` before any inner clause opens.
fn direct_verb(scan: &Scan<'_, '_>, from: usize, end: usize) -> Option<usize> {
    (from..end).take_while(|&i| !scan.opens_clause(i)).find(|&i| scan.finite(i))
}

/// More finite verbs than clauses to hold them: the span swallows a verb of the sentence itself.
fn swallows_verb(scan: &Scan<'_, '_>, from: usize, end: usize) -> bool {
    scan.main_verb(from..end).is_some()
}

fn after_comma(scan: &Scan<'_, '_>, from: usize, end: usize) -> Option<f32> {
    let mut first = from + 1;
    if first + 1 < end
        && (scan.is(first, words::ADVERBS) || scan.lower(first).ends_with("ly"))
        && !scan.tokens[first].name
    {
        first += 1;
    }
    if first >= end {
        return None;
    }
    let token = &scan.tokens[first];
    if let Some(stop) = scan.time_end(first)
        && stop == end
    {
        return Some(0.5);
    }
    if (first..end.min(first + 4)).any(|i| scan.is(i, words::RELATIVES))
        && (token.is(words::RELATIVES) || token.is(words::PREPOSITIONS) || scan.lower(first + 1) == "of")
    {
        // "claimed, through a friend, that": what was claimed.
        if token.lower == "that" && scan.tokens[..from].iter().any(|t| t.is(words::SAYINGS)) {
            return None;
        }
        // "appeared on a show, where he called": why it is told.
        if token.lower == "where" && scan.is(first + 1, words::SUBJECT_PRONOUNS) {
            return None;
        }
        return (token.is(words::RELATIVES) || (first..end).any(|i| scan.finite(i))).then_some(3.0);
    }
    if attribution(scan, from, end) {
        // What is a claim of one side, or of nobody by name, is no fact without it.
        let claimed = (from + 1..end)
            .any(|i| lists("anonymity lawmaker lawmakers military source sources troops", scan.lower(i)));
        return Some(if claimed { 14.0 } else { 9.0 });
    }
    if token.is(words::COORDINATORS) && token.lower != "or" && token.lower != "nor" {
        // "her mother, aunt, and grandmother all had": the comma is one of a list.
        let list = (from.saturating_sub(3)..from).rev().find(|&i| scan.kind(i) == Some(Kind::Comma));
        if list.is_some_and(|comma| !(comma..from).any(|i| scan.finite(i))) {
            return None;
        }
        let verb = direct_verb(scan, first + 1, end)?;
        // `, and` before a name list with one verb far behind is no clause; a clause has its verb soon.
        if token.lower == "but" && (scan.denies(0, from) || scan.tokens[..from].iter().any(|t| t.is(words::HEDGES))) {
            return None;
        }
        if scan.tokens[..from].iter().any(|t| t.kind == Kind::Colon) {
            return None;
        }
        // "was due to land, but a storm": what was planned did not happen.
        if token.lower == "but" && scan.tokens[..from].iter().any(|t| t.is(words::PLANNED)) {
            return None;
        }
        let cost = if token.lower == "but" { 8.0 } else { 4.0 };
        return (verb < first + 10 && scan.main_verb_before(from).is_some()).then_some(cost);
    }
    if token.lower == "as" && scan.lower(first + 1).ends_with("ing") {
        return None;
    }
    if token.is(words::CLAUSE_TAILS) || token.lower == "since" || token.lower == "with" {
        return Some(6.0);
    }
    if gerund(token) || matches!(token.lower, "including" | "according") {
        let series = scan.tokens[..from]
            .iter()
            .enumerate()
            .any(|(i, t)| t.kind == Kind::Comma && scan.tokens.get(i + 1).is_some_and(gerund));
        return (!series && (token.is(words::SAYING_GERUNDS) || !swallows_verb(scan, first, end)))
            .then_some(if token.lower == "according" { 6.0 } else { 5.0 });
    }
    if swallows_verb(scan, first, end) {
        return None;
    }
    let participle = regular_past(token.lower) || token.is(words::PARTICIPLES) || token.is(words::PASTS_OR_PARTICIPLES);
    if participle && scan.verbs[first] == Verb::Participle && scan.is(first + 1, words::PREPOSITIONS) {
        let series = scan.tokens[from.saturating_sub(5)..from].iter().any(|t| t.kind == Kind::Comma);
        return (!series).then_some(5.0);
    }
    if token.lower == "along" && scan.lower(first + 1) == "with" && scan.main_verb_before(from).is_some() {
        return Some(6.0);
    }
    // "ordered the company, Hale Ltd, to pay"
    let asked = (first..end).any(|i| scan.kind(i) == Some(Kind::Comma) && scan.lower(i + 1) == "to");
    if asked || listed(scan, from, end) {
        return None;
    }
    if let Some(cost) = distance(scan, first, end) {
        return Some(cost);
    }
    // "the parent company, Hale Holdings": who is meant was said.
    let names = !scan.tokens[from - 1].name && (first..end).all(|i| scan.tokens[i].name);
    let phrase = names || token.is(words::CUTTABLE) && !matches!(token.lower, "by" | "under");
    let apposition = token.is(words::DETERMINERS)
        || token.lower == "former"
        || token.name && scan.tokens[from - 1].name
        || token.number() && first + 1 == end;
    (phrase || apposition).then_some(6.0)
}

/// Whether the comma at `from` is one of a list: another one stands close before, or `and` comes close behind.
fn listed(scan: &Scan<'_, '_>, from: usize, end: usize) -> bool {
    let commas = scan.tokens[from.saturating_sub(5)..from].iter().any(|t| t.kind == Kind::Comma);
    let joined = scan.tokens[from + 1..end].iter().any(|t| t.is(words::COORDINATORS));
    commas || joined
}

/// `, X said.`, `, said X on Sunday.` and `, according to X.`
fn attribution(scan: &Scan<'_, '_>, from: usize, end: usize) -> bool {
    !scan.is_answered_for() && neutral(scan, from, end)
}

/// An attribution to who takes no side.
fn neutral(scan: &Scan<'_, '_>, from: usize, end: usize) -> bool {
    let inside = from + 1..end;
    let plain = |i: usize| !scan.tokens[i].quoted && !scan.is(i, words::RELATIVES) && !scan.is(i, words::SUBORDINATORS);
    if !inside.clone().all(plain) {
        return false;
    }
    if scan.lower(from + 1) == "according" && scan.lower(from + 2) == "to" {
        let party = inside.clone().any(|i| scan.is(i, words::PARTIES));
        return !party && scan.main_verb(inside).is_none() && scan.main_verb_before(from).is_some();
    }
    // "it was announced on Monday"
    let announced = scan.lower(from + 1) == "it"
        && scan.is(from + 2, words::BE_FORMS)
        && matches!(scan.lower(from + 3), "announced" | "confirmed")
        && (from + 4 == end || scan.time_end(from + 4) == Some(end));
    if announced {
        return scan.main_verb_before(from).is_some();
    }
    // Of a name that reports, not says, a newspaper is meant.
    let medium = |i: usize| matches!(scan.lower(i), "report" | "reports" | "reported") && scan.tokens[i - 1].name;
    let known = inside
        .clone()
        .any(|i| words::holds(words::SOURCES, scan.lower(i).trim_end_matches("'s")) || i > from + 1 && medium(i));
    if inside.len() > 12
        || !known
        || inside.clone().any(|i| scan.is(i, words::PARTIES))
        || scan.main_verb_before(from).is_none()
        || scan.is(from + 1, words::PREPOSITIONS)
        || scan.is(from + 1, words::COORDINATORS)
        || scan.is(from + 1, words::FIRST_PERSON)
    {
        return false;
    }
    let mut sayings = inside.clone().filter(|&i| scan.is(i, words::NEUTRAL_SAYINGS));
    let (Some(verb), None) = (sayings.next(), sayings.next()) else { return false };
    let verbs = inside.clone().filter(|&i| scan.finite(i)).count();
    let rest = verb + 1;
    // "told reporters Saturday", "told CNN": whom, and when.
    let heard = scan.is(verb, words::TELLINGS)
        && (rest..end.min(rest + 4)).all(|i| scan.tokens[i].wordy() && !scan.is(i, words::PREPOSITIONS))
        && (rest + 1..=end.min(rest + 4)).any(|i| i == end || scan.time_end(i) == Some(end));
    let ending = rest == end
        || heard
        || scan.time_end(rest) == Some(end)
        || scan.time_end(rest).is_some_and(|next| scan.is(next, words::PREPOSITIONS) && scan.lower(next) != "to")
        || verb == from + 1
        || scan.is(rest, words::PREPOSITIONS) && scan.lower(rest) != "to";
    verbs <= 1 && ending
}

fn bare(scan: &Scan<'_, '_>, from: usize, end: usize) -> Option<f32> {
    let token = &scan.tokens[from];
    // ", the ministry said [in a statement on Thursday]"
    if scan.is_end(end) && scan.ends_attribution(from - 1) {
        return Some(0.5);
    }
    if token.name {
        if scan.time_end(from) != Some(end) {
            return None;
        }
        return loose(scan.tokens, scan.verbs, from, end).then_some(0.5);
    }
    if scan.time_end(from) == Some(end) && loose(scan.tokens, scan.verbs, from, end) {
        // "was supposed to begin in March": when is what did not come about.
        let due = |t: &Token<'_>| matches!(t.lower, "due" | "scheduled" | "supposed");
        return (!scan.tokens[..from].iter().any(due)).then_some(0.5);
    }
    if token.is(words::CLAUSE_TAILS)
        && let Some(cost) = clause(scan, from, end)
    {
        return Some(cost);
    }
    // "while skateboarding in the street"
    if matches!(token.lower, "while" | "when")
        && scan.tokens.get(from + 1).is_some_and(gerund)
        && scan.main_verb_before(from).is_some()
        && !swallows_verb(scan, from + 1, end)
    {
        return Some(6.0);
    }
    if let Some(cost) = distance(scan, from, end) {
        return Some(cost);
    }
    // "after answering a call to play": the infinitive is its own.
    let closed = matches!(token.lower, "after" | "before") && scan.tokens.get(from + 1).is_some_and(gerund);
    if token.is(words::CUTTABLE) && phrase_may_go(scan, from) && (closed || !infinitive(scan, from, end)) {
        let length = f32::from(u8::try_from(end - from).unwrap_or(u8::MAX));
        // "at dawn and the cooks -- all in white -- make a round": the dashes belong to another clause.
        let dashes = scan.tokens[from..end].iter().any(|t| t.kind == Kind::Dash);
        return (!dashes && !swallows_verb(scan, from + 1, end)).then_some(7.0 + 0.1 * length);
    }
    if matches!(token.lower, "and" | "but") {
        let next =
            if scan.lower(from + 1).ends_with("ly") || scan.is(from + 1, words::ADVERBS) { from + 2 } else { from + 1 };
        // "a lovely but sparsely populated valley"
        let adjective = next == from + 2 && past_or_participle(&scan.tokens[next.min(end - 1)]);
        // A verb in the present has no subject before it here: "is a testament and stands".
        let present = next == from + 1
            && token.lower == "and"
            && scan.lower(next).strip_suffix('s').is_some_and(|stem| words::holds(words::PRESENTS, stem))
            && (scan.is(next + 1, words::PREPOSITIONS) || scan.is(next + 1, words::DETERMINERS))
            && scan.main_verb_before(from).is_some_and(|verb| scan.lower(verb).ends_with('s'));
        let second = (scan.finite(next) || present) && !adjective;
        let paired = scan.tokens[..from].iter().any(|t| matches!(t.lower, "both" | "between"));
        if token.lower == "and" && second_object(scan, from, end) {
            return Some(16.0);
        }
        return (second && next < end && !paired && scan.main_verb_before(from).is_some()).then_some(14.0);
    }
    if token.lower == "as" && role(scan, from, end) {
        return Some(8.0);
    }
    if token.lower == "to" && purpose(scan, from, end) {
        return Some(10.0);
    }
    // "had a nickname that summed her up": nothing is said without it.
    let empty = || {
        scan.main_verb_before(from).is_none_or(|verb| {
            let helps = scan.verbs[verb + 1] == Verb::Participle || scan.tokens.get(verb + 1).is_some_and(gerund);
            (scan.is(verb, words::BE_FORMS) || scan.is(verb, words::HAVE_FORMS)) && !helps
        })
    };
    let relative = token.lower == "that" && scan.opens_clause(from) && verb_follows(scan, from) && !empty();
    if relative || matches!(token.lower, "who" | "which" | "whose") {
        let spare = (from..end).any(|i| scan.finite(i)) && !scan.is(from - 1, words::PREPOSITIONS);
        // "hard pressed to find a designer who": what is not there yet is told by its clause.
        let sought = scan.tokens[..from].iter().any(|t| t.is(words::HEDGES) || t.is(words::SEEKINGS));
        return (spare && !sought && indefinite(scan, from)).then_some(if relative { 12.0 } else { 8.0 });
    }
    None
}

/// Whether the relative pronoun at `at` is the subject of its clause.
fn verb_follows(scan: &Scan<'_, '_>, at: usize) -> bool {
    let adverb = scan.is(at + 1, words::ADVERBS) || scan.lower(at + 1).ends_with("ly");
    scan.finite(at + 1 + usize::from(adverb))
}

/// A second object behind a first one that says enough: `repair the tunnel [and the pier]`.
fn second_object(scan: &Scan<'_, '_>, from: usize, end: usize) -> bool {
    /// What takes two.
    #[rustfmt::skip]
    const PAIR: [&str; 48] = [
        "among", "between", "both", "combine", "combined", "combines", "compare", "compared", "compares", "connect",
        "connected", "connecting", "connects", "difference", "divide", "divided", "divides", "drawn", "either", "join",
        "joined", "joining", "joins", "link", "linked", "linking", "links", "married", "marry", "match", "matched",
        "meet", "meets", "merge", "merged", "merges", "met", "mix", "mixed", "mixes", "separate", "separated", "swap",
        "swapped", "unite", "united", "unites", "whether",
    ];
    let Some(verb) = scan.main_verb_before(from).filter(|verb| verb + 2 < from) else { return false };
    let article = |t: &Token<'_>| matches!(t.lower, "a" | "an" | "the");
    let opens = |t: &Token<'_>| t.is(words::DETERMINERS) || t.is(words::POSSESSIVES) || t.number() || t.name;
    let noun = &scan.tokens[from - 1];
    let head = noun.wordy() && scan.verbs[from - 1] == Verb::No && !noun.is(words::CLOSED) && !noun.is(words::ADVERBS);
    let begun = (verb + 1..from).rev().take(5).any(|i| opens(&scan.tokens[i])) || noun.lower.ends_with('s');
    head && begun
        && scan.tokens.get(from + 1).is_some_and(article)
        && scan.tokens[from + 1..end].iter().all(|t| t.wordy() && !t.quoted && !t.is(words::RELATIVES))
        && !(from + 1..end).any(|i| scan.finite(i))
        && !scan.tokens[verb..from].iter().any(|t| !t.wordy() || t.is(words::COORDINATORS))
        && !scan.tokens[..from].iter().any(|t| is_one_of(&PAIR, t.lower))
}

/// What something is used or meant as, which no verb before it asks for: `brings back firing squads as a way to execute`.
fn role(scan: &Scan<'_, '_>, from: usize, end: usize) -> bool {
    #[rustfmt::skip]
    const ASK: [&str; 62] = [
        "acted", "acting", "acts", "appointed", "cast", "cited", "classified", "considered", "crowned", "defined",
        "described", "describes", "describing", "dismissed", "elected", "established", "far", "hailed", "inaugurated",
        "job", "known", "labeled", "labelled", "listed", "long", "much", "named", "portrayed", "praised", "recognised",
        "recognized", "reelected", "regard", "regarded", "resign", "resigned", "role", "same", "saw", "see", "seen",
        "sees", "served", "serves", "serving", "soon", "star", "starred", "stars", "such", "sworn", "treat", "treated",
        "use", "used", "viewed", "views", "well", "work", "worked", "working", "works",
    ];
    let article = matches!(scan.lower(from + 1), "a" | "an" | "part");
    let object =
        scan.tokens[from - 1].wordy() && scan.verbs[from - 1] == Verb::No && !scan.is(from - 1, words::ADVERBS);
    let asked = scan.tokens[from.saturating_sub(8)..from].iter().any(|t| is_one_of(&ASK, t.lower));
    article
        && object
        && !asked
        && scan.main_verb_before(from).is_some_and(|verb| verb + 2 < from && !scan.is(verb, words::BE_FORMS))
        && !swallows_verb(scan, from + 1, end)
}

/// An infinitive of purpose behind a clause that is complete without it: `The crews cut a channel to drain the lake`.
fn purpose(scan: &Scan<'_, '_>, from: usize, end: usize) -> bool {
    let Some(verb) = scan.main_verb_before(from) else { return false };
    let (noun, first) = (&scan.tokens[from - 1], from + 1);
    let infinitive = scan.tokens.get(first).is_some_and(|t| {
        t.kind == Kind::Word && !t.name && !t.is(words::DETERMINERS) && !t.is(words::POSSESSIVES) && !gerund(t)
    });
    let object = from - verb > 2
        && (noun.kind == Kind::Word || noun.lower.starts_with(['$', '£', '€']))
        && scan.verbs[from - 1] == Verb::No
        && !noun.is(words::ERRANDS)
        && !noun.is(words::NEEDS_MORE)
        && !noun.is(words::ADVERBS)
        && !noun.is(words::QUANTITIES)
        && !noun.lower.ends_with("ly")
        && !["able", "ible", "ous", "ful"].iter().any(|ending| noun.lower.ends_with(ending));
    // Verbs and nouns that ask for the infinitive, and copulas whose predicate may.
    let asked = scan.tokens[verb.saturating_sub(1)..from].iter().any(|t| {
        t.is(words::CONTROLS)
            || t.is(words::ERRANDS)
            || t.is(words::BE_FORMS)
            || t.is(words::TRANSFERS)
            || t.is(words::RELATIVES)
    });
    infinitive && object && !asked && !swallows_verb(scan, first, end)
}

/// Whether the noun before `at` is new to the reader (`a man`, `protesters`), so that its clause only adds to it.
fn indefinite(scan: &Scan<'_, '_>, at: usize) -> bool {
    let noun = &scan.tokens[at - 1];
    if !noun.wordy()
        || noun.lower.ends_with("-old")
        || noun.is(words::SUBJECT_PRONOUNS)
        || noun.is(words::DETERMINERS)
        || noun.number()
        || noun.name
    {
        return false;
    }
    for token in scan.tokens[at.saturating_sub(6)..at - 1].iter().rev() {
        match token.lower {
            "a" | "an" => {
                return !matches!(noun.lower, "man" | "woman" | "person" | "guy" | "one" | "kind" | "way");
            }
            "the" | "those" | "these" | "that" | "any" | "all" | "no" | "every" | "each" | "only" | "first" | "of"
            | "many" | "most" | "few" | "some" => return false,
            _ if token.number() && !token.year() => return noun.lower.ends_with('s'),
            // "to release photos that", but "about photos that"
            "to" => return noun.lower.ends_with('s') && !noun.lower.ends_with("ss"),
            _ if token.is(words::PREPOSITIONS) => return false,
            _ if !token.wordy() => return false,
            _ => {}
        }
    }
    false
}

/// An infinitive in the span that hangs on a verb before it: "ordered the judges in the state to stop".
fn infinitive(scan: &Scan<'_, '_>, from: usize, end: usize) -> bool {
    let own = |i: &usize| !scan.opens_clause(*i) && scan.tokens[*i].kind != Kind::Comma;
    (from + 2..end).take_while(own).any(|i| {
        let next = scan.tokens.get(i + 1);
        scan.lower(i) == "to"
            && !scan.is(i - 1, words::ERRANDS)
            && next.is_some_and(|n| !n.name && !n.number() && !n.is(words::DETERMINERS) && !n.quoted)
    })
}

/// How long after or before something: `days after the host was dropped`, `a week before the vote`.
fn distance(scan: &Scan<'_, '_>, from: usize, end: usize) -> Option<f32> {
    let before = from.checked_sub(1)?;
    let measure = |i: usize| scan.is(i, words::QUANTITIES) || scan.tokens[i].number();
    let article = matches!(scan.lower(from), "a" | "an" | "the");
    if !article && !measure(from)
        || scan.is(before, words::PREPOSITIONS)
        || scan.is(before, words::BE_FORMS)
        || measure(before)
    {
        return None;
    }
    let word = (from + 1..end.min(from + 5)).find(|&i| matches!(scan.lower(i), "after" | "before"))?;
    let all = (from + usize::from(article)..word).all(measure);
    (all && word > from + usize::from(article) && scan.main_verb_before(from).is_some()).then_some(5.0)
}

/// A clause without a comma before it: `as the curtain came down`.
fn clause(scan: &Scan<'_, '_>, from: usize, end: usize) -> Option<f32> {
    let before = from.checked_sub(1)?;
    let word = scan.lower(from);
    direct_verb(scan, from + 1, end)?;
    // "hours after", but not "each hour because".
    let measured = scan.is(before, words::QUANTITIES) || scan.tokens[before].number();
    if measured && matches!(word, "after" | "as" | "before" | "when") || scan.is(before, words::BE_FORMS) {
        return None;
    }
    if matches!(
        scan.lower(before),
        "as" | "such" | "same" | "known" | "so" | "described" | "ever" | "point" | "moment" | "one"
    ) {
        return None;
    }
    // "could surf before he could walk", "must wait until the ice has gone"
    if matches!(word, "before" | "until" | "unless") && scan.tokens[..from].iter().any(|t| t.is(words::MODALS)) {
        return None;
    }
    // A clause that is the object of a verb of saying or knowing carries the message.
    let object = matches!(word, "when" | "where" | "why")
        && scan.tokens[..from].iter().rev().take(2).any(|t| t.is(words::SAYINGS) || t.is(words::PRESENTS));
    let compared = word == "as"
        && scan.tokens[from.saturating_sub(6)..from].iter().any(|t| matches!(t.lower, "as" | "such" | "same"));
    let equal = word == "as" && (from + 2..end.min(from + 9)).any(|i| scan.lower(i) == "as");
    if object
        || compared
        || equal
        || word == "as"
            && (scan.finite(from + 1)
                || scan.lower(from + 1) == "if"
                || scan.lower(from + 1) == "though"
                || scan.is(from + 1, words::CUTTABLE))
    {
        return None;
    }
    // "has described the law as absurd, saying they are": as what is the news.
    let called =
        "branded characterised characterized described describes dismissed hailed labeled labelled portrayed regarded";
    let subject = scan.is(from + 1, words::DETERMINERS) || scan.is(from + 1, words::SUBJECT_PRONOUNS);
    let named = scan.tokens.get(from + 1).is_some_and(|t| t.name);
    if word == "as" && !subject && !named && scan.tokens[..from].iter().any(|t| lists(called, t.lower)) {
        return None;
    }
    // "seems better when": than without it.
    if word == "when" && matches!(scan.lower(before), "better" | "easier" | "harder" | "worse") {
        return None;
    }
    // "were surprised when": what surprised them is the news.
    let moved = "amazed delighted devastated glad happy relieved sad shocked stunned surprised thrilled";
    if word == "when" && lists(moved, scan.lower(before)) {
        return None;
    }
    // "had been asleep for hours when the dam burst": the news is in the clause.
    let stage = |pair: &[Token<'_>]| {
        matches!(pair[0].lower, "had" | "about" | "just") || matches!(pair[0].lower, "was" | "were") && gerund(&pair[1])
    };
    let scene = word == "when" && scan.tokens[..from].windows(2).any(stage);
    if scene {
        return None;
    }
    let occasion = scan.tokens[from.saturating_sub(5)..from].iter().any(|t| t.is(words::OCCASIONS));
    if matches!(word, "when" | "where") && (occasion || scan.lower(0) == "there") {
        return None;
    }
    // `where` and `when` after a preposition or a comparison hang too tightly.
    if word == "where" && scan.tokens[before].kind == Kind::Word && scan.is(before, words::ADVERBS) {
        return None;
    }
    Some(match word {
        "as" | "after" | "while" | "whereas" => 5.0,
        "because" => 9.0,
        _ => 7.0,
    })
}

/// Whether the phrase with the preposition at `from` hangs loosely on what stands before it.
pub(super) fn phrase_may_go(scan: &Scan<'_, '_>, from: usize) -> bool {
    let word = scan.lower(from);
    let Some(mut before) = from.checked_sub(1) else { return false };
    // "claimed responsibility Thursday for": what asks for the phrase stands before the day.
    if before > 0 && (scan.is(before, words::WEEKDAYS) || scan.is(before, words::DEICTIC_DAYS)) {
        before -= 1;
        if before > 0 && scan.lower(before) == "on" {
            before -= 1;
        }
    }
    let previous = &scan.tokens[before];
    if !previous.wordy() && previous.kind != Kind::Quote
        || previous.is(words::ADVERBS) && !matches!(previous.lower, "again" | "twice")
        || previous.is(words::QUANTITIES) && matches!(word, "after" | "before")
    {
        return false;
    }
    if previous.number() && !previous.year() && !previous.lower.starts_with(['$', '£', '€'])
        || previous.is(words::NEEDS_MORE)
        || previous.is(words::PREPOSITIONS)
    {
        return false;
    }
    if previous.lower.ends_with("ly") || ["able", "ible", "ous", "ful"].iter().any(|e| previous.lower.ends_with(e)) {
        return false;
    }
    // ", rich in imagery"
    if before > 0 && scan.kind(before - 1) == Some(Kind::Comma) {
        return false;
    }
    // "was one of five couples in the final"
    let one_of =
        scan.tokens[from.saturating_sub(6)..from].windows(2).any(|t| t[0].lower == "one" && t[1].lower == "of");
    if one_of && !matches!(word, "after" | "before" | "during" | "despite" | "amid" | "following") {
        return false;
    }
    // "two years in prison"
    if previous.is(words::PERIODS)
        || previous.is(words::QUANTITIES)
        || matches!(previous.lower, "weekends" | "weeks" | "years" | "months" | "days")
    {
        let kept = "care coma custody detention exile hospital isolation jail prison rehab solitary";
        if word == "in" && lists(kept, scan.lower(from + 1)) {
            return false;
        }
    }
    // "the haste with which", "an emergency in one county"
    if scan.is(from + 1, words::RELATIVES)
        || matches!(scan.lower(from + 1), "one" | "some" | "parts" | "several" | "many" | "most")
    {
        return false;
    }
    // "a head start on serving": the phrase says what the noun is about.
    if scan.tokens.get(from + 1).is_some_and(gerund)
        && !matches!(word, "after" | "before" | "by" | "for" | "despite" | "following")
    {
        return false;
    }
    // A share holds for its place and time alone: "down 75 percent in the north".
    let share = scan.tokens[..from].iter().any(|t| matches!(t.lower, "cent" | "percent") || t.lower.ends_with('%'));
    if share && !matches!(word, "after" | "before" | "despite" | "amid" | "following") {
        return false;
    }
    // "the first .. since", "the biggest .. in": the phrase says among which.
    let superlative = scan.tokens[from.saturating_sub(7)..from].iter().any(|t| {
        matches!(t.lower, "most" | "first" | "only" | "worst" | "best" | "last")
            || t.lower.len() > 5
                && t.lower.ends_with("est")
                && !t.name
                && !matches!(
                    t.lower,
                    "interest" | "request" | "protest" | "arrest" | "forest" | "contest" | "suggest" | "harvest"
                )
    });
    if superlative && !matches!(word, "after" | "before" | "during" | "despite" | "amid" | "by" | "following") {
        return false;
    }
    match scan.verbs[before] {
        Verb::Finite => return false,
        Verb::Participle => {
            return matches!(
                word,
                "in" | "on"
                    | "at"
                    | "near"
                    | "during"
                    | "after"
                    | "before"
                    | "following"
                    | "amid"
                    | "inside"
                    | "outside"
                    | "by"
                    | "for"
                    | "over"
            );
        }
        Verb::No => {}
    }
    if gerund(previous)
        || !previous.name
            && !previous.number()
            && (scan.is(before.wrapping_sub(1), words::MODALS) || scan.lower(before.wrapping_sub(1)) == "to")
    {
        return false;
    }
    // The verb that governs the phrase may ask for it: "charged him with", "put it on".
    // What it asks for may be there already: "moved it to the port [in May]".
    let mut passed = false;
    let governed = (from.saturating_sub(9)..from)
        .rev()
        .take_while(|&i| {
            // What stands before the verb of the phrase's own clause governs nothing behind it.
            let here = !passed && scan.kind(i) != Some(Kind::Comma) && !matches!(scan.lower(i), "to" | "into" | "onto");
            passed = scan.finite(i) && !scan.is(i, words::BE_FORMS) && !scan.is(i, words::HAVE_FORMS);
            here
        })
        .any(|i| scan.is(i, words::TRANSFERS));
    // No verb asks for these.
    let doing = matches!(word, "after" | "before") && scan.tokens.get(from + 1).is_some_and(gerund);
    let governed = governed && !doing && !matches!(word, "amid" | "despite" | "following" | "during");
    // "made their clash with the league seem easy": what was made of the object comes after the phrase.
    let causes = (from.saturating_sub(16)..before).any(|i| {
        let article = matches!(scan.lower(i + 1), "a" | "an");
        // "makes use of": far behind, only if an object is between.
        let near = from - i <= 7 || scan.is(i + 1, words::DETERMINERS) || scan.is(i + 1, words::POSSESSIVES);
        near && matches!(scan.lower(i), "made" | "make" | "makes" | "making" | "let" | "lets" | "helped" | "helps")
            && !article
    });
    if governed || causes {
        return false;
    }
    match word {
        "for" | "with" | "from" | "by" | "under" => !loose_adjective(scan, before),
        _ => !scan.is(before, words::BE_FORMS),
    }
}

/// A predicate such as "was popular [with]": the phrase completes it.
fn loose_adjective(scan: &Scan<'_, '_>, at: usize) -> bool {
    (at.saturating_sub(2)..at).any(|i| scan.is(i, words::BE_FORMS) || scan.lower(i) == "be" || scan.lower(i) == "been")
}
