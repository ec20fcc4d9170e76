//! Where the finite verbs are, without a tagger: closed lists and endings, decided by the neighbours. When in doubt a
//! word in -ed is a participle, because a line that wrongly claims to have a verb is worse than a line that is dropped.

use super::tokens::{Kind, Token};
use super::tongues::lists;
use super::words::{self, Class, holds};

/// What a token does as a verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verb {
    No,
    /// A participle, or an adjective made of one.
    Participle,
    Finite,
}

/// One entry for each token.
pub(super) fn verbs(tokens: &[Token<'_>]) -> Vec<Verb> {
    let mut found = vec![Verb::No; tokens.len()];
    for at in 0..tokens.len() {
        found[at] = verb(tokens, at, &found[..at]);
    }
    // A form in -ed before a phrase hangs on its noun if another verb follows without a new clause:
    // "the man arrested in March was freed".
    for at in 0..tokens.len() {
        if found[at] == Verb::Finite && past_or_participle(&tokens[at]) && reduced(tokens, &found, at) {
            found[at] = Verb::Participle;
        }
    }
    // A clause has one verb: "sold the keys of eleven houses to strangers", "a load of potatoes bound for the north".
    for at in 0..tokens.len() {
        if found[at] == Verb::Finite && second_of_clause(tokens, &found, at) {
            found[at] = if past_or_participle(&tokens[at]) { Verb::Participle } else { Verb::No };
        }
    }
    if let Some(at) = missing(tokens, &found) {
        found[at] = Verb::Finite;
    }
    found
}

/// The verb of a sentence that seems to have none: a word in -s behind a noun that has none itself, `The monastery features
/// rooms`.
fn missing(tokens: &[Token<'_>], found: &[Verb]) -> Option<usize> {
    let opens = |t: &Token<'_>| t.is(words::RELATIVES) || t.is(words::SUBORDINATORS) || t.lower == "that";
    let first = found.iter().position(|verb| *verb == Verb::Finite).unwrap_or(tokens.len());
    let end = tokens[..first].iter().position(opens).unwrap_or(tokens.len());
    // "Get your supplements ready": a call has no subject.
    if first < end || tokens.first().is_some_and(|t| holds(words::PRESENTS, t.lower) || t.is(words::COMMANDS)) {
        return None;
    }
    let noun = |at: usize| {
        let t = &tokens[at];
        t.kind == Kind::Word
            && !t.number()
            && !t.is(words::CLOSED)
            && !t.is(words::POSSESSIVES)
            && !t.lower.ends_with('s')
            && found[at] == Verb::No
    };
    (1..end.saturating_sub(1)).find(|&at| {
        let (t, next) = (&tokens[at], &tokens[at + 1]);
        let Some(stem) =
            t.lower.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i', '\'']))
        else {
            return false;
        };
        let known = [Some(stem), stem.strip_suffix('e')].into_iter().flatten().any(|stem| holds(words::PRESENTS, stem));
        known && t.kind == Kind::Word && !t.name && noun(at - 1) && next.wordy() && next.lower != "of"
    })
}

/// Whether one of the tokens is a finite verb.
pub(super) fn has_finite(tokens: &[Token<'_>]) -> bool {
    let mut found = vec![Verb::No; tokens.len()];
    for at in 0..tokens.len() {
        found[at] = verb(tokens, at, &found[..at]);
        // Whatever else there is, such a one stays a verb.
        if found[at] == Verb::Finite && is_firm(&tokens[at]) && !past_or_participle(&tokens[at]) {
            return true;
        }
    }
    found.contains(&Verb::Finite) && verbs(tokens).contains(&Verb::Finite)
}

/// Whether a token is a verb by its form alone, where it is one.
fn is_firm(token: &Token<'_>) -> bool {
    token.is(words::MODALS) || token.is(words::BE_FORMS) || token.is(words::HAVE_FORMS) || token.is(words::PASTS)
}

/// Whether a clause that has its verb already goes on to the form at `at`, which may be a noun or a participle.
fn second_of_clause(tokens: &[Token<'_>], found: &[Verb], at: usize) -> bool {
    if is_firm(&tokens[at]) {
        return false;
    }
    let Some(first) = (0..at).rev().find(|&i| found[i] == Verb::Finite) else { return false };
    // "Two workers who had been ill arrived": the sentence's own verb is still missing.
    let relative = (0..first).rev().take_while(|&i| found[i] != Verb::Finite).find(|&i| tokens[i].is(words::RELATIVES));
    let goes_on = tokens.get(at + 1).is_some_and(|t| {
        t.is(words::PREPOSITIONS) || t.is(words::ADVERBS) || t.is(words::DETERMINERS) || t.is(words::WEEKDAYS) || t.name
    });
    if goes_on && relative.is_some_and(|opener| opener > 0 && !found[..opener].contains(&Verb::Finite)) {
        return false;
    }
    let takes_clause = |t: &Token<'_>| t.is(words::SAYINGS) || t.is(words::THINKINGS);
    !takes_clause(&tokens[first])
        && !tokens[first + 1..at].iter().any(|t| {
            !t.wordy()
                || takes_clause(t)
                || t.is(words::COORDINATORS)
                || t.is(words::RELATIVES)
                || t.is(words::SUBJECT_PRONOUNS)
                || t.is(words::SUBORDINATORS)
                || t.lower == "that"
                || t.lower == "than"
        })
}

/// Whether a token is a past tense or a participle, and its form alone does not say which.
pub(super) fn past_or_participle(token: &Token<'_>) -> bool {
    token.is(words::PASTS_OR_PARTICIPLES) || regular_past(token.lower)
}

pub(super) fn regular_past(word: &str) -> bool {
    word.len() > 3 && word.ends_with("ed") && !word.contains('-') && !holds(words::NOT_PASTS, word)
}

/// Whether a token is an -ing form that may be a verb.
pub(super) fn gerund(token: &Token<'_>) -> bool {
    token.kind == Kind::Word
        && token.lower.len() > 4
        && token.lower.ends_with("ing")
        && !holds(words::NOT_GERUNDS, token.lower)
        && !token.name
}

fn reduced(tokens: &[Token<'_>], found: &[Verb], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    // "the plane that skidded into a fence cited": a verb with its subject.
    let has_subject = |t: &Token<'_>| t.is(words::RELATIVES) || t.is(words::SUBJECT_PRONOUNS) || t.lower == "that";
    if at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(has_subject) {
        return false;
    }
    let phrase = next.is(words::PREPOSITIONS)
        || next.is(words::ADVERBS)
        || next.is(words::WEEKDAYS)
        || next.is(words::DEICTIC_DAYS)
        || next.lower == "last"
        || next.lower == "this";
    if !phrase || tokens[at].is(words::SAYINGS) && !tokens[at].is(words::REDUCED) {
        return false;
    }
    for later in at + 1..tokens.len() {
        let token = &tokens[later];
        if found[later] == Verb::Finite {
            return true;
        }
        if token.kind != Kind::Word && token.kind != Kind::Number && token.kind != Kind::Quote
            || token.is(words::COORDINATORS)
            || token.is(words::RELATIVES)
            || token.is(words::SUBJECT_PRONOUNS)
            || token.is(words::SUBORDINATORS) && clause_follows(tokens, found, later)
        {
            return false;
        }
    }
    false
}

/// Whether the subordinator at `at` opens a clause with a verb of its own, and not a phrase.
pub(super) fn clause_follows(tokens: &[Token<'_>], found: &[Verb], at: usize) -> bool {
    for later in at + 1..tokens.len().min(at + 16) {
        if found[later] == Verb::Finite {
            return true;
        }
        if matches!(tokens[later].kind, Kind::Comma | Kind::Semicolon | Kind::Dash) {
            return false;
        }
    }
    false
}

/// Determiners that stand for a noun too.
const PRONOUNS: &str = "another each either neither these this those";

fn verb(tokens: &[Token<'_>], at: usize, before: &[Verb]) -> Verb {
    let token = &tokens[at];
    if token.kind != Kind::Word || token.name {
        return Verb::No;
    }
    let previous = at.checked_sub(1).map(|p| &tokens[p]);
    let after = |class: Class| previous.is_some_and(|p| p.is(class));
    let bound = after(words::DETERMINERS)
        && !previous
            .is_some_and(|p| matches!(p.lower, "all" | "both" | "some" | "many" | "most" | "few" | "several" | "that"))
        || previous.is_some_and(Token::possessive);
    // "another was hurt", "this led to"
    let bound = bound && !previous.is_some_and(|p| lists(PRONOUNS, p.lower) && is_firm(token));
    // "Ann's will", but "Ann's is closed"
    let owned = token.is(words::BE_FORMS) && previous.is_some_and(Token::possessive);
    if token.is(words::MODALS) || token.is(words::BE_FORMS) {
        return if bound && !owned { Verb::No } else { Verb::Finite };
    }
    if token.is(words::HAVE_FORMS) {
        let infinitive = after(words::MODALS) || previous.is_some_and(|p| p.lower == "to");
        return if infinitive || bound { Verb::No } else { Verb::Finite };
    }
    if token.is(words::PARTICIPLES) {
        return Verb::Participle;
    }
    if token.is(words::PASTS) {
        return if bound || after(words::PREPOSITIONS) { Verb::No } else { Verb::Finite };
    }
    if past_or_participle(token) {
        return past(tokens, at, before, bound);
    }
    present(tokens, at, bound)
}

fn past(tokens: &[Token<'_>], at: usize, before: &[Verb], bound: bool) -> Verb {
    let token = &tokens[at];
    let mut back = at;
    while back > 0
        && (tokens[back - 1].is(words::ADVERBS)
            || tokens[back - 1].lower.ends_with("ly")
            || tokens[back - 1].lower == "been")
    {
        back -= 1;
    }
    let Some(previous) = back.checked_sub(1).map(|p| &tokens[p]) else { return Verb::Participle };
    if previous.is(words::PASSIVE_HELPERS) || (back < at && back > 0 && previous.is(words::DETERMINERS)) {
        return Verb::Participle;
    }
    let next = tokens.get(at + 1);
    let base_form = token.is(words::PASTS_OR_PARTICIPLES) && (previous.lower == "to" || previous.is(words::MODALS));
    // "two injured", but "thousands filled the square"
    let counted = previous.number() && !previous.year() && !previous.lower.ends_with('s');
    if bound || base_form || previous.is(words::PREPOSITIONS) && back == at || counted {
        return Verb::Participle;
    }
    if next.is_some_and(|n| n.lower == "by")
        || token.is(words::REDUCED) && next.is_some_and(|n| n.is(words::PREPOSITIONS))
    {
        return Verb::Participle;
    }
    // ", according to figures, released Thursday"
    if previous.kind == Kind::Comma && tokens[..back].iter().any(|t| t.lower == "according" && !t.text.starts_with('A'))
    {
        return Verb::Participle;
    }
    if previous.is(words::COORDINATORS) || previous.kind == Kind::Comma {
        // "The mill, which had stood empty, burnt": behind a pair of commas comes the verb that is still missing.
        let pair = before[..back - 1].len() > 1 && previous.kind == Kind::Comma;
        // "On Friday, a girl, pushed in her stroller, was": the first comma ends a phrase.
        let leads = tokens.first().is_some_and(|t| t.is(words::PREPOSITIONS) || t.is(words::PERIODS));
        let mut commas = (1..back - 1).filter(|&i| tokens[i].kind == Kind::Comma).skip(usize::from(leads));
        let opened = pair.then(|| commas.next()).flatten();
        if opened.is_some_and(|comma| !before[..comma].contains(&Verb::Finite)) {
            return Verb::Finite;
        }
        // A second verb is what the first one was.
        return before[..back].iter().rev().find(|v| **v != Verb::No).copied().unwrap_or(Verb::Participle);
    }
    if previous.kind == Kind::Dash {
        // "The father -- who had waited all night -- told"
        let opened = (1..back - 1).find(|&i| tokens[i].kind == Kind::Dash);
        let missing = opened.is_some_and(|dash| !before[..dash].contains(&Verb::Finite));
        return if missing { Verb::Finite } else { Verb::Participle };
    }
    if previous.kind == Kind::Open {
        return Verb::Participle;
    }
    Verb::Finite
}

fn present(tokens: &[Token<'_>], at: usize, bound: bool) -> Verb {
    let token = &tokens[at];
    let Some(previous) = at.checked_sub(1).map(|p| &tokens[p]) else { return Verb::No };
    if bound || previous.is(words::PREPOSITIONS) || previous.is(words::MODALS) || previous.is(words::COORDINATORS) {
        return Verb::No;
    }
    if !(previous.wordy() || matches!(previous.kind, Kind::Comma | Kind::Close | Kind::Quote)) {
        return Verb::No;
    }
    let plural = previous.lower.ends_with('s') && !previous.lower.ends_with("ss") && !previous.name
        || matches!(
            previous.lower,
            "people" | "men" | "women" | "children" | "police" | "they" | "we" | "i" | "you" | "who" | "that"
        );
    let stem = if let Some(stem) = token.lower.strip_suffix('s') {
        if plural && !previous.is(words::RELATIVES) && previous.lower != "that" {
            return Verb::No;
        }
        let known = |w: &str| holds(words::PRESENTS, w);
        // Behind a relative pronoun stands its verb: "which annoys", "who sells".
        matches!(previous.lower, "who" | "which") && !stem.ends_with('\'') && !stem.ends_with('s')
            || known(stem)
            || stem.strip_suffix('e').is_some_and(known)
            || stem.strip_suffix("ie").is_some_and(|s| known(&format!("{s}y")))
    } else {
        plural && holds(words::PRESENTS, token.lower)
    };
    let next_fits = tokens.get(at + 1).is_some_and(|n| {
        n.name
            || n.number()
            || n.kind == Kind::Quote
            || n.is(words::DETERMINERS)
            || n.is(words::PREPOSITIONS) && n.lower != "of"
            || n.is(words::SUBJECT_PRONOUNS)
            || n.is(words::ADVERBS)
            || n.is(words::SUBORDINATORS)
            || n.lower.ends_with("ly")
            || matches!(n.lower, "him" | "them" | "us" | "me")
    });
    // "a firm that makes kites", but not "said that boats sink".
    let said = at >= 2 && (tokens[at - 2].is(words::SAYINGS) || tokens[at - 2].is(words::THINKINGS));
    let relative = previous.is(words::RELATIVES) || previous.lower == "that" && !said;
    if stem && (next_fits || relative || previous.is(words::SUBJECT_PRONOUNS)) { Verb::Finite } else { Verb::No }
}
