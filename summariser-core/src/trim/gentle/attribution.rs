//! Who says so, where that may go: `Police said that ..`, `.., the ministry said on Tuesday.` Only an official source, a
//! neutral verb and a plain fact: whoever is accused, whatever is hedged, hoped or quoted keeps its speaker.

use crate::trim::guards::Scan;
use crate::trim::heads::subject_like;
use crate::trim::times::time_end;
use crate::trim::tokens::Kind;
use crate::trim::tongues::lists;
use crate::trim::verbs::{gerund, past_or_participle};
use crate::trim::words;

/// Sources whose plain statements of fact are news without their name.
const OFFICIAL: &str = "administration agency airline airport authorities authority board bureau commission committee \
    company council department firefighters hospital ministry officials organisers organizers police railway service \
    spokesman spokesperson spokeswoman university";
/// Verbs that take no side.
const NEUTRAL: &str = "announced confirmed reported said says";
/// Prepositions that may join an official to the office.
const JOINS: &str = "at for from in of with";
/// Words that are no fact, or one about which somebody will go to court.
const CLAIMS: &str = "abuse abused accident accused affair aim aimed aims allegation allegations alleging allegedly appear \
    appeared appears apparent apparently assault assaulted attack attacked attackers attacks attempted because believe \
    believed believes best blame blamed bomb bomber bombing but cause caused claim claimed claims committed corruption \
    crime criminal deliberate deliberately drove drunk due error estimate estimated evidence expect expected expects \
    failed fault feel fight fired following force fraud gang good great guilty gun gunman gunmen happy homicide hope \
    hoped hopes illegal illegally important insurgents intended intends involved kidnapped kill killed killing kills \
    lied militants motive murder murdered nuclear opened plan planned plans planning plot prepared protesters rape raped \
    ready rebels responsible robbed safe seem seemed seems shooter shooting shot sorry stabbed stole stolen strong \
    struck suicide suspect suspects taliban terror terrorist terrorists think thought threatened tried try trying \
    unlikely victim victims violence want wanted wants wrong";
/// Pronouns that may point back at the source.
const POINTING: &str =
    "he her hers him his it it's its she she's their theirs them they they're they've this these those";

/// Whether a sentence may have an attribution, by a look at its bytes.
pub(super) fn may_be_in(source: &str) -> bool {
    ["said", "says", "ccording to", "reported", "announced", "confirmed"].iter().any(|verb| source.contains(verb))
}

/// The tokens that name the source, with the commas that go with them.
pub(super) fn find(scan: &Scan<'_, '_>, kept: &[bool]) -> Option<(usize, usize)> {
    let tokens = scan.tokens;
    let told = tokens.iter().zip(kept).filter(|(_, kept)| **kept).map(|(token, _)| token);
    let plain = told.clone().all(|token| {
        let voice = token.is(words::FIRST_PERSON) && token.text != "US";
        let mark = matches!(token.kind, Kind::Quote | Kind::Colon) || token.text.starts_with(['?', '!']);
        !voice && !mark && !token.is(words::HEDGES) && !token.is(words::SAYING_GERUNDS) && !lists(CLAIMS, &token.lower)
    });
    let sayings = told.filter(|token| token.is(words::SAYINGS) && !token.name).count();
    if !plain || sayings > 1 {
        return None;
    }
    let start = kept.iter().position(|kept| *kept)?;
    head(scan, start).map(|to| (start, to)).or_else(|| {
        let commas = (start + 1..tokens.len()).filter(|&at| tokens[at].kind == Kind::Comma && kept[at]);
        commas.into_iter().find_map(|comma| behind_comma(scan, start, comma))
    })
}

/// `Police said on Monday that ..` and `According to the ministry, ..`: where the clause begins.
fn head(scan: &Scan<'_, '_>, start: usize) -> Option<usize> {
    let tokens = scan.tokens;
    let clause = if scan.lower(start) == "according" && scan.lower(start + 1) == "to" {
        let comma = (start + 2..tokens.len()).find(|&at| tokens[at].kind == Kind::Comma)?;
        is_official(scan, start + 2, comma).then_some(comma + 1)?
    } else {
        let verb = (start + 1..tokens.len().min(start + 9)).find(|&at| scan.finite(at))?;
        let known = lists(NEUTRAL, scan.lower(verb)) && is_official(scan, start, verb);
        let end = known.then(|| occasion(scan, verb + 1))?;
        let bare = matches!(scan.lower(verb), "said" | "says") && end == verb + 1;
        match scan.lower(end) {
            "that" => end + 1,
            _ if bare => end,
            _ => return None,
        }
    };
    let points = tokens[clause..].iter().any(|token| lists(POINTING, &token.lower));
    // "said he was found and asked the public": the second verb is the source's.
    let second = (clause..tokens.len()).any(|at| {
        scan.is(at, words::COORDINATORS)
            && (at + 1..tokens.len().min(at + 3))
                .any(|next| scan.finite(next) || past_or_participle(&tokens[next]) || scan.lower(next) == "that")
    });
    let verb = scan.main_verb(clause..tokens.len())?;
    (subject_like(scan, clause) && !points && !second && verb < clause + 14).then_some(clause)
}

/// `, the ministry said on Tuesday.` at the end and `, police said,` in the middle.
fn behind_comma(scan: &Scan<'_, '_>, start: usize, comma: usize) -> Option<(usize, usize)> {
    let tokens = scan.tokens;
    let at = comma + 1;
    let stop = |at: usize| at >= tokens.len() || matches!(scan.kind(at), Some(Kind::Comma | Kind::Stop));
    let end = if scan.lower(at) == "according" && scan.lower(at + 1) == "to" {
        let end = (at + 2..tokens.len()).find(|&end| stop(end))?;
        is_official(scan, at + 2, end).then_some(end)?
    } else if lists(NEUTRAL, scan.lower(at)) {
        let end = (at + 1..tokens.len()).find(|&end| stop(end) || time_end(tokens, end).is_some())?;
        is_official(scan, at + 1, end).then(|| occasion(scan, end))?
    } else {
        let verb = (at + 1..tokens.len().min(at + 9)).find(|&verb| lists(NEUTRAL, scan.lower(verb)))?;
        is_official(scan, at, verb).then(|| occasion(scan, verb + 1))?
    };
    if !stop(end) || lists(POINTING, scan.lower(start)) {
        return None;
    }
    let middle = scan.kind(end) == Some(Kind::Comma);
    if middle {
        let joined = scan.finite(end + 1) && scan.main_verb(start..comma).is_none();
        let torn =
            scan.is(end + 1, words::COORDINATORS) || scan.is(end + 1, words::RELATIVES) || end + 1 >= tokens.len();
        return (!torn && !gerund(&tokens[end + 1])).then_some((comma, if joined { end + 1 } else { end }));
    }
    let rest: Vec<usize> = (start..comma).collect();
    scan.stands(&rest).then_some((comma, end))
}

/// Where the time and the paper end that may follow the verb: `on Monday`, `in a statement`.
fn occasion(scan: &Scan<'_, '_>, mut at: usize) -> usize {
    for _ in 0..2 {
        at = time_end(scan.tokens, at).unwrap_or(at);
        let noun = (at + 2..at + 4).find(|&noun| lists("statement report release bulletin", scan.lower(noun)));
        if let Some(noun) = noun.filter(|_| scan.lower(at) == "in" && scan.lower(at + 1) == "a") {
            at = noun + 1;
        }
    }
    at
}

/// Whether these words name an official source and no more.
fn is_official(scan: &Scan<'_, '_>, from: usize, to: usize) -> bool {
    if to <= from || to - from > 9 {
        return false;
    }
    let phrase = &scan.tokens[from..to];
    let simple = phrase.iter().all(|token| {
        token.kind == Kind::Word
            && !token.is(words::COORDINATORS)
            && !token.is(words::RELATIVES)
            && !token.is(words::POSSESSIVES)
            && !token.is(words::SUBJECT_PRONOUNS)
            && (!token.is(words::PREPOSITIONS) || lists(JOINS, &token.lower))
    });
    let Some(head) = phrase.iter().position(|token| lists(OFFICIAL, &token.lower)) else { return false };
    // What is behind the last word for an office is its name or its place.
    let last = phrase[head..].iter().rposition(|token| lists(OFFICIAL, &token.lower)).unwrap_or_default() + head;
    let joins = phrase[..last].iter().any(|token| token.is(words::PREPOSITIONS) && token.lower != "of");
    let named = phrase[last + 1..].first().is_none_or(|token| token.name || lists(JOINS, &token.lower));
    simple && named && (!joins || head < last)
}
