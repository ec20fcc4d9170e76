//! Who says so, where that may go: `Police said that ..`, `.., the ministry said on Tuesday.` Only an official source,
//! a neutral verb and a plain fact: whoever is accused, whatever is hedged, hoped or quoted keeps its speaker.

use std::sync::LazyLock;

use crate::trim::guards::Scan;
use crate::trim::heads::subject_like;
use crate::trim::times::time_end;
use crate::trim::tokens::{Kind, Token};
use crate::trim::verbs::{gerund, past_or_participle};
use crate::trim::words;

/// Whether a word in lower case is a verb that takes no side.
fn is_neutral(word: &str) -> bool {
    matches!(word, "announced" | "confirmed" | "reported" | "said" | "says")
}

/// Whether a word in lower case is a preposition that may join an official to the office.
fn joins(word: &str) -> bool {
    matches!(word, "at" | "for" | "from" | "in" | "of" | "with")
}

/// Whether a word in lower case makes another source of an office: one that reports, fights or takes sides.
#[rustfmt::skip]
fn is_partial(word: &str) -> bool {
    matches!(
        word,
        "anti-terror" | "army" | "campaign" | "counsel" | "defence" | "defense" | "intelligence" | "media"
         | "military" | "navy" | "news" | "opposition" | "party" | "press" | "rebel" | "state-run" | "television"
         | "union"
    )
}

/// Words that are no fact, or one about which somebody will go to court, by their initials.
static CLAIMS: LazyLock<[Vec<&str>; 26]> = LazyLock::new(|| {
    let begins = |word: &&str, initial: u8| word.bytes().next() == Some(b'a' + initial);
    let claims = |initial| CLAIM_LIST.split_ascii_whitespace().filter(|word| begins(word, initial)).collect();
    std::array::from_fn(|initial| claims(initial as u8))
});
const CLAIM_LIST: &str = "abuse abused accident accused affair aim aimed aims allegation allegations allegedly alleging apparent \
    apparently appear appeared appears arson assault assaulted attack attacked attackers attacks attempted because \
    believe believed believes best blame blamed bomb bomber bombing bribe bribed bribes but caught cause caused cheated claim claimed claims committed \
    corruption crime criminal deliberate deliberately discriminate discriminated discrimination drove drunk due \
    error estimate estimated evidence exhorted expect expected expects failed fault feel fight fired following force \
    fraud gang good great guilty gun gunman gunmen guns happy hijacked homicide hope hoped hopes illegal illegally \
    important insurgents intended intends intimidate involved kidnapped kill killed killing kills knew know lied \
    massacre militants most motive murder murdered nuclear opened plan planned planning plans plot possibly prepared \
    presumably pretended probably protesters rape raped ready rebels responsible robbed safe seem seemed seems \
    shooter shooting shot smuggled smuggler smugglers smuggling sorry stabbed stole stolen strong struck suicide suspect suspects taliban terror terrorist \
    terrorists think thought threaten threatened tried try trying unlikely victim victims violated violation \
    violations violators violence want wanted wants weapon weapons worst wrong";
/// Whether a word in lower case is no plain fact.
fn is_claim(word: &str) -> bool {
    let initial = word.bytes().next().map_or(0, |first| usize::from(first.wrapping_sub(b'a')));
    CLAIMS.get(initial).is_some_and(|claims| claims.contains(&word))
}

/// Whether a word in lower case is a pronoun that may point back at the source.
#[rustfmt::skip]
fn points_back(word: &str) -> bool {
    matches!(
        word,
        "he" | "her" | "hers" | "him" | "his" | "it" | "it's" | "its" | "she" | "she's" | "their" | "theirs"
         | "them" | "they" | "they're" | "they've" | "this" | "these" | "those"
    )
}

/// Whether a word in lower case is an office whose plain statements of fact are news without its name.
fn is_office(word: &str) -> bool {
    matches!(
        word,
        "administration"
            | "agency"
            | "airline"
            | "airport"
            | "authorities"
            | "authority"
            | "board"
            | "bureau"
            | "commission"
            | "committee"
            | "company"
            | "council"
            | "department"
            | "firefighters"
            | "hospital"
            | "ministry"
            | "officials"
            | "organisers"
            | "organizers"
            | "police"
            | "railway"
            | "service"
            | "spokesman"
            | "spokesperson"
            | "spokeswoman"
            | "university"
    )
}

/// Whether a sentence may have an attribution, by a look at its bytes.
pub(super) fn may_be_in(source: &str) -> bool {
    let mark = |byte: u8| matches!(byte, b'"' | b'?' | b':');
    let asks = source.bytes().fold(false, |any, byte| any | mark(byte));
    if asks || !source.is_ascii() && source.contains(['“', '”']) {
        return false;
    }
    let words = || source.as_bytes().split(|byte| !byte.is_ascii_alphabetic());
    let says = |word: &[u8]| {
        matches!(word, b"said" | b"says" | b"reported" | b"announced" | b"confirmed" | b"according" | b"According")
    };
    let office = |word: &[u8]| {
        let word = str::from_utf8(word).unwrap_or_default();
        is_office(word) || word.starts_with(|c: char| c.is_ascii_uppercase()) && is_office(&word.to_ascii_lowercase())
    };
    words().any(says) && words().any(office)
}

/// The tokens that name the source, with the commas that go with them.
pub(super) fn find(scan: &Scan<'_, '_>, kept: &[bool]) -> Option<(usize, usize)> {
    let tokens = scan.tokens;
    let start = kept.iter().position(|kept| *kept)?;
    let commas = (start + 1..tokens.len()).filter(|&at| tokens[at].kind == Kind::Comma && kept[at]);
    let found = head(scan, start)
        .map(|to| (start, to))
        .or_else(|| commas.into_iter().find_map(|comma| behind_comma(scan, start, comma)))?;
    let told = || tokens.iter().zip(kept).filter(|(_, kept)| **kept).map(|(token, _)| token);
    let plain = told().all(|token| {
        let voice = token.is(words::FIRST_PERSON) && token.text != "US";
        let mark = matches!(token.kind, Kind::Quote | Kind::Colon) || token.text.starts_with(['?', '!']);
        let claim = is_claim(token.lower);
        !voice && !mark && !claim && !token.is(words::HEDGES) && !token.is(words::SAYING_GERUNDS)
    });
    let sayings = told().filter(|token| token.is(words::SAYINGS) && !token.name).count();
    (plain && sayings <= 1).then_some(found)
}

/// `Police said on Monday that ..` and `According to the ministry, ..`: where the clause begins.
fn head(scan: &Scan<'_, '_>, start: usize) -> Option<usize> {
    let tokens = scan.tokens;
    let clause = if scan.lower(start) == "according" && scan.lower(start + 1) == "to" {
        let comma = (start + 2..tokens.len()).find(|&at| tokens[at].kind == Kind::Comma)?;
        is_official(scan, start + 2, comma).then_some(comma + 1)?
    } else {
        let verb = (start + 1..tokens.len().min(start + 9)).find(|&at| scan.finite(at))?;
        let known = is_neutral(scan.lower(verb)) && is_official(scan, start, verb);
        let end = known.then(|| occasion(scan, verb + 1))?;
        let bare = matches!(scan.lower(verb), "said" | "says") && end == verb + 1;
        match scan.lower(end) {
            "that" => end + 1,
            _ if bare => end,
            _ => return None,
        }
    };
    let points = tokens[clause..].iter().any(|token| points_back(token.lower));
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
    } else if is_neutral(scan.lower(at)) {
        let end = (at + 1..tokens.len()).find(|&end| stop(end) || time_end(tokens, end).is_some())?;
        is_official(scan, at + 1, end).then(|| occasion(scan, end))?
    } else {
        let verb = (at + 1..tokens.len().min(at + 9)).find(|&verb| is_neutral(scan.lower(verb)))?;
        is_official(scan, at, verb).then(|| occasion(scan, verb + 1))?
    };
    if !stop(end) || points_back(scan.lower(start)) {
        return None;
    }
    let middle = scan.kind(end) == Some(Kind::Comma);
    if middle {
        // Behind the subject both commas go, but where one also closes an aside: "Tie, a terrier, police said, ran".
        let closes = tokens[start..comma].iter().any(|token| token.kind == Kind::Comma);
        let joined = scan.finite(end + 1) && !closes && scan.main_verb(start..comma).is_none();
        let torn =
            scan.is(end + 1, words::COORDINATORS) || scan.is(end + 1, words::RELATIVES) || end + 1 >= tokens.len();
        // "police in Paradise, California".
        let placed = scan.tokens[end - 1].name && tokens.get(end + 1).is_some_and(|token| token.name);
        return (!torn && !placed && !gerund(&tokens[end + 1])).then_some((comma, if joined { end + 1 } else { end }));
    }
    let rest: Vec<usize> = (start..comma).collect();
    scan.stands(&rest).then_some((comma, end))
}

/// Where the time and the paper end that may follow the verb: `on Monday`, `in a statement`.
fn occasion(scan: &Scan<'_, '_>, mut at: usize) -> usize {
    for _ in 0..2 {
        at = time_end(scan.tokens, at).unwrap_or(at);
        let noun =
            (at + 2..at + 4).find(|&noun| matches!(scan.lower(noun), "statement" | "report" | "release" | "bulletin"));
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
            && (!token.is(words::PREPOSITIONS) || joins(token.lower))
    });
    // The office comes first; what is behind its last word is its name or its place.
    let office = |token: &Token<'_>| is_office(token.lower);
    let (Some(first), Some(last)) = (phrase.iter().position(office), phrase.iter().rposition(office)) else {
        return false;
    };
    let led = phrase[..first].iter().any(|token| token.is(words::PREPOSITIONS));
    let speaks = phrase[last].lower.starts_with("spokes");
    let named = phrase.get(last + 1).is_none_or(|token| speaks && token.name || joins(token.lower));
    simple && named && !led && !phrase.iter().any(|token| is_partial(token.lower))
}
