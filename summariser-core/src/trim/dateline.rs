//! What stands around the sentence and is no part of it: the dateline before it and the credit behind it.

use super::tokens::{Kind, Token};
use super::tongues::lists;
use super::verbs::{has_finite, past_or_participle};
use super::words;

/// Agencies and habits of datelines end in one of these.
const LONGEST_DATELINE: usize = 9;

/// The tokens behind a dateline (`LONDON (Reuters) -`) and before a credit (`(Agencies)`).
pub(super) fn without_dateline<'a, 't>(source: &str, tokens: &'a [Token<'t>], language: &str) -> &'a [Token<'t>] {
    let (start, end) = body(source, tokens, language);
    tokens.get(start..end).unwrap_or_default()
}

/// Where the tokens behind a dateline and before a credit begin and end.
pub(super) fn body(source: &str, tokens: &[Token<'_>], language: &str) -> (usize, usize) {
    let bullet = usize::from(tokens.first().is_some_and(|t| matches!(t.text, "•" | "·" | "‣" | "▪" | "●")));
    let tokens_behind = &tokens[bullet..];
    let mut start = bullet + speaker(tokens_behind).or_else(|| dateline(source, tokens_behind)).unwrap_or(0);
    start += caption(&tokens[start..]).unwrap_or(0);
    if language == "en" {
        start += behind_name(&tokens[start..]).unwrap_or(0);
    }
    start += glued(&tokens[start..]).unwrap_or(0);
    let end = credit(&tokens[start..]).map_or(tokens.len(), |end| start + end);
    if tokens[start..end].iter().any(Token::wordy) { (start, end) } else { (0, tokens.len()) }
}

/// Where what somebody says begins behind the mark of a speaker without a name: `#Person1#: Ann, the sale ..`.
fn speaker(tokens: &[Token<'_>]) -> Option<usize> {
    let marks = |at: usize| tokens.get(at).map_or(("", Kind::Other), |t| (t.text, t.kind));
    let hashed = marks(0).0.starts_with('#') && marks(1).0 == "#" && marks(2).1 == Kind::Colon;
    let bracketed = marks(0).1 == Kind::Open && marks(2).1 == Kind::Close && marks(3).1 == Kind::Colon;
    hashed.then_some(3).or(bracketed.then_some(4))
}

fn dateline(source: &str, tokens: &[Token<'_>]) -> Option<usize> {
    let limit = tokens.len().min(LONGEST_DATELINE);
    let dash = tokens[..limit].iter().position(|t| t.kind == Kind::Dash || t.text == "_");
    let close = tokens[..limit].iter().position(|t| t.kind == Kind::Close);
    // Scripts without capitals have no place in capitals.
    let capitals = |t: &str| t.chars().any(char::is_uppercase) && !t.chars().any(char::is_lowercase);
    let place = tokens.first().is_some_and(|t| t.text.len() > 2 && capitals(t.text) && t.kind == Kind::Word);
    let opened = tokens[..limit].iter().position(|t| t.kind == Kind::Open);
    if let (Some(open), Some(close)) = (opened, close) {
        let agency = close > open
            && close - open <= 4
            && tokens[open + 1..close]
                .iter()
                .all(|t| t.name || t.text.chars().all(|c| !c.is_lowercase()) || t.kind != Kind::Word);
        let known = close == open + 2 && tokens[open + 1].is(words::AGENCIES);
        if known && tokens[..open].iter().all(|t| t.kind == Kind::Comma || t.text.starts_with(char::is_uppercase)) {
            return Some(if dash == Some(close + 1) { close + 2 } else { close + 1 });
        }
        let before = open == 0
            || tokens[..open].iter().all(|t| t.kind == Kind::Comma || t.text.starts_with(char::is_uppercase))
                && (place || dash == Some(close + 1));
        if agency && before {
            let news = open == 0
                && source[tokens[open].start..tokens[close].end].chars().filter(|c| c.is_uppercase()).count() >= 2
                && close + 1 < tokens.len();
            return match dash {
                Some(dash) if dash == close + 1 => Some(dash + 1),
                _ if news => Some(close + 1),
                _ => None,
            };
        }
    }
    let dash = dash.filter(|&d| d <= 5)?;
    let wire = tokens[..dash].iter().any(|t| t.is(words::AGENCIES));
    let capitals = dash > 0
        && tokens[..dash].iter().enumerate().all(|(i, t)| {
            t.kind == Kind::Comma
                || t.text.chars().all(|c| !c.is_lowercase())
                || i > 0 && t.text.starts_with(char::is_uppercase)
        });
    ((place && capitals) || wire && dash <= 2).then_some(dash + 1)
}

/// Where the sentence begins behind a caption that was glued to it: `The singer in 2011 (Getty Images) The singer ..`.
fn caption(tokens: &[Token<'_>]) -> Option<usize> {
    let signed = |open: usize| {
        let close = (open + 1..tokens.len().min(open + 8)).find(|&i| tokens[i].kind == Kind::Close)?;
        // "Cards in a sock (Pell Office) A warden was": a sentence begins behind the bracket.
        let name = |t: &Token<'_>| !t.wordy() || t.number() || t.text.starts_with(char::is_uppercase);
        let named = tokens[open + 1..close].iter().all(name);
        let pictured = || tokens[..open].iter().all(name);
        let begins = tokens.get(close + 1).is_some_and(|t| match t.text {
            "A" | "An" | "The" => named || !has_finite(&tokens[..open]),
            "In" | "On" | "So" | "Yesterday" => named && pictured(),
            _ => false,
        }) && tokens[..open].last().is_some_and(Token::wordy);
        (begins || tokens[open + 1..close].iter().any(|t| t.is(words::PICTURES))).then_some(close)
    };
    let close = (0..tokens.len().min(30)).filter(|&at| tokens[at].kind == Kind::Open).find_map(signed)?;
    let next = tokens.get(close + 1)?;
    let rest = tokens[close + 1..].iter().filter(|t| t.wordy()).count();
    (rest >= 5 && next.text.starts_with(char::is_uppercase)).then_some(close + 1)
}

/// Where the sentence begins behind a caption without a mark: `A photograph of the mill from 1930 This week, a court
/// ..`.
fn glued(tokens: &[Token<'_>]) -> Option<usize> {
    const OPENERS: [&str; 14] = [
        "After",
        "As",
        "Earlier",
        "Early",
        "If",
        "Last",
        "Late",
        "Since",
        "Thanks",
        "This",
        "Today",
        "When",
        "While",
        "Yesterday",
    ];
    // "Ina Holm The mayor of Pell has": a name, and then the sentence.
    let named =
        tokens.iter().take(5).take_while(|t| t.kind == Kind::Word && t.text.starts_with(char::is_uppercase)).count();
    let capital = |i: usize| {
        matches!(tokens[i].text, "A" | "An" | "The")
            && tokens.get(i + 1).is_some_and(|t| t.wordy() && t.text.starts_with(char::is_lowercase))
            && !tokens[..i].iter().any(|t| t.quoted || matches!(t.text, "A" | "An" | "The"))
    };
    if (3..=5).contains(&named) && capital(named - 1) && tokens.iter().filter(|t| t.wordy()).count() >= 10 {
        return Some(named - 1);
    }
    // "A photograph of Ina Holm from 1930 Ina Holm is back": her name, and then the sentence on her.
    let verb = |t: &Token<'_>| t.is(words::BE_FORMS) || t.is(words::HAVE_FORMS) || t.is(words::MODALS);
    let end = tokens.iter().take(25).position(|t| !t.wordy() || verb(t)).unwrap_or(0);
    let capitals = |at: usize| tokens[at..at + 2].iter().all(|t| t.text.starts_with(char::is_uppercase));
    let again = |at: usize| (0..at - 2).any(|first| (0..2).all(|i| tokens[first + i].text == tokens[at + i].text));
    let past = |at: usize| tokens[..at].iter().any(|t| t.is(words::PASTS) || past_or_participle(t));
    let named_again = (4..end.saturating_sub(1)).find(|&at| capitals(at) && again(at) && !past(at));
    if named_again.is_some() && (verb(&tokens[end]) || tokens[end].kind == Kind::Comma) {
        return named_again;
    }
    let signed = tokens.iter().take(4).any(|t| matches!(t.lower, "by" | "via"));
    // "AP After", "Ina Holm Yesterday": who took the picture, or is on it.
    let agency = tokens.first().is_some_and(|t| t.is(words::AGENCIES) && t.text.starts_with(char::is_uppercase));
    // "AP Mayor Quill was": behind the agency the sentence, if it is no name of more words.
    let more = [
        "Business",
        "English",
        "Entertainment",
        "Images",
        "News",
        "Newswire",
        "Photo",
        "Photos",
        "Sports",
        "Television",
        "Wire",
    ];
    let agency_glued = tokens.first().is_some_and(|t| matches!(t.text, "AFP" | "AP" | "EPA" | "UPI"))
        && tokens.get(1).is_some_and(|t| {
            t.wordy()
                && t.text.starts_with(char::is_uppercase)
                && !more.contains(&t.text)
                && t.text.chars().any(char::is_lowercase)
        });
    if agency_glued && tokens.iter().filter(|t| t.wordy()).count() >= 7 {
        return Some(1);
    }
    let first = match named {
        2 | 3 if agency => 1,
        3 => 2,
        4 if tokens[3].is(words::WEEKDAYS) || tokens[3].is(words::MONTHS) => 2,
        _ => 3,
    };
    let at = (first..tokens.len().min(25)).rev().find(|&i| {
        let next = tokens.get(i + 1).is_some_and(|t| {
            t.wordy() && (t.text.starts_with(char::is_lowercase) || t.is(words::WEEKDAYS)) || t.text == ","
        });
        // "Photograph by Ann Lee on Flickr A judge may": behind the name of whoever took it.
        // "Photograph of the mill at dusk by Ann Lee/AP The heat is on"
        let pictured = || {
            let by = |t: &Token<'_>| matches!(t.lower, "by" | "via");
            tokens[0].is(words::PICTURES) && tokens[i.saturating_sub(6)..i].iter().any(by)
        };
        // "by Ann Lee/Lower Quern The Lower Quern has"
        let repeated =
            || tokens[i].text == "The" && tokens.get(i + 1).is_some_and(|t| tokens[i - 2].text.ends_with(t.text));
        let article = (signed || pictured()) && capital(i) || pictured() && i > 1 && repeated();
        // "Ina Holm On Sunday, a ferry", "Ina Holm So, the keeper": behind her name the sentence.
        let after_name = || {
            let next = tokens.get(i + 1);
            let dated = next.is_some_and(|t| t.is(words::WEEKDAYS) || t.is(words::MONTHS));
            let opens = matches!(tokens[i].text, "In" | "On") && dated
                || tokens[i].text == "So" && next.is_some_and(|t| t.kind == Kind::Comma);
            // "Flickr, via Ann Lee On Sunday, a ferry"
            let name = |t: &Token<'_>| t.kind == Kind::Word && t.text.starts_with(char::is_uppercase);
            let place = |t: &Token<'_>| name(t) || t.kind == Kind::Comma;
            opens && (signed && name(&tokens[i - 1]) || tokens[..i].iter().all(place))
        };
        let before = &tokens[i - 1];
        (OPENERS.contains(&tokens[i].text) && next || article || after_name())
            && (before.wordy() || before.kind == Kind::Close)
            && !tokens[i].quoted
    })?;
    (tokens[at..].iter().filter(|t| t.wordy()).count() >= 7).then_some(at)
}

/// Where an English sentence begins behind names without a verb: `Ina Holm and Bo Tarn An Inner Harbour keeper has ..`.
fn behind_name(tokens: &[Token<'_>]) -> Option<usize> {
    let opens = |token: &Token<'_>| token.text.len() <= "The".len() && matches!(token.text, "A" | "An" | "One" | "The");
    let mut openers = tokens.iter().enumerate().take(25).skip(2).filter(|(_, token)| opens(token));
    openers.find_map(|(at, _)| (begins_behind_name(tokens, at) || begins_with_name(tokens, at)).then_some(at))
}

/// Whether a sentence on somebody with a name begins at an article with a capital, before which there is no verb: `Bread at
/// the mill in Quern The Quern Post has ..`, `An ice cream van An NYC officer was ..`.
fn begins_with_name(tokens: &[Token<'_>], at: usize) -> bool {
    let (before, rest) = tokens.split_at(at);
    let capital = |t: &&Token<'_>| t.wordy() && t.text.starts_with(char::is_uppercase);
    let capitals = rest[1..].iter().take_while(capital).count();
    let initials = rest.get(1).is_some_and(|t| t.text.len() > 1 && !t.text.contains(char::is_lowercase));
    let verb = rest.get(1 + capitals).is_some_and(|t| {
        t.is(words::BE_FORMS) || t.is(words::HAVE_FORMS) || t.is(words::MODALS) || past_or_participle(t)
    });
    let named = match rest[0].text {
        "The" => (capitals > 1 || capitals == 1 && initials) && verb,
        "An" => capitals > 0 && initials,
        _ => false,
    };
    let ends = before
        .last()
        .is_some_and(|t| t.wordy() && !t.is(words::CLOSED) && !t.is(words::PREPOSITIONS) && !t.is(words::PRESENTS));
    named
        && ends
        && !tokens[..at].iter().any(|t| t.quoted || matches!(t.kind, Kind::Colon | Kind::Dash))
        && rest.iter().filter(|t| t.wordy()).count() >= 8
        && !has_finite(before)
        && has_finite(rest)
}

/// Whether a sentence begins at a token that stands right behind a name, before which there is no verb.
fn begins_behind_name(tokens: &[Token<'_>], at: usize) -> bool {
    // "Serie A", "Hepatitis A"
    const LETTERED: &str = "block category class division exhibit formula gate grade group hepatitis influenza league level model plan \
        schedule section serie series team terminal type vitamin ward";
    let (before, rest) = tokens.split_at(at);
    let capital = |t: &Token<'_>| t.wordy() && t.text.starts_with(char::is_uppercase);
    let article = matches!(rest[0].text, "A" | "An");
    // "fans of Ina Holm The harbour has", but "Save The Harbour"
    let caption =
        || before.iter().any(|t| t.is(words::PREPOSITIONS) && !capital(t)) && rest.get(1).is_some_and(|t| !capital(t));
    let first = article
        || rest[0].text == "One" && rest.get(1).is_some_and(|t| t.lower == "of")
        || rest[0].text == "The" && caption();
    let named = before.last().is_some_and(|t| capital(t) && !t.is(words::CLOSED) && !lists(LETTERED, t.lower));
    // "Bo Tarn at the lock last year The keeper has"
    let dated = rest[0].text == "The" && caption() && before.last().is_some_and(|t| t.is(words::PERIODS));
    let alone = before.len() == 2 && before[0].is(words::DETERMINERS);
    // "To Kill A Mockingbird", "12 Years A Slave"
    let titled = before.iter().skip(1).any(|t| capital(t) && t.is(words::CLOSED))
        || !dated
            && before.last().is_some_and(|t| t.is(words::PERIODS) || t.is(words::QUANTITIES) || t.is(words::PRESENTS));
    let title = rest.get(1).is_some_and(|t| capital(t) && t.is(words::CLOSED));
    first
        && (named || dated)
        && !alone
        && !titled
        && !title
        && !tokens[..=at].iter().any(|t| t.quoted || matches!(t.kind, Kind::Colon | Kind::Dash))
        && rest.iter().filter(|t| t.wordy()).count() >= 8
        // "last" of "last year" looks like a verb.
        && !has_finite(&before[..before.len() - if dated { before.len().min(2) } else { 0 }])
        && has_finite(rest)
}

fn credit(tokens: &[Token<'_>]) -> Option<usize> {
    let last = tokens.iter().rposition(|t| t.kind != Kind::Stop)?;
    if tokens[last].kind != Kind::Close {
        return None;
    }
    let open = tokens[..last].iter().rposition(|t| t.kind == Kind::Open)?;
    let inside = &tokens[open + 1..last];
    let known = inside.first().is_some_and(|t| t.is(words::AGENCIES) || t.is(words::CREDITS));
    (known && open > 0).then_some(open)
}
