//! Every other language: the few operations that punctuation alone can carry, and the clipping of last resort. Nothing is
//! cut here that a comma, a bracket or a dash did not set apart.

use super::heads;
use super::joining::Line;
use super::tokens::{Kind, Token, mark_names};
use super::unspaced::unspaced;
use super::verbs::{Verb, verbs};
use super::words::{self, Class};
use crate::Length;

/// Agencies and habits of datelines end in one of these.
const LONGEST_DATELINE: usize = 9;

/// The tokens behind a dateline (`LONDON (Reuters) -`) and before a credit (`(Agencies)`).
pub(super) fn without_dateline<'a, 't>(source: &str, tokens: &'a [Token<'t>]) -> &'a [Token<'t>] {
    let mut body = tokens;
    if let Some(end) = dateline(source, body) {
        body = &body[end..];
    }
    if let Some(start) = credit(body) {
        body = &body[..start];
    }
    if body.iter().any(Token::wordy) { body } else { tokens }
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

/// The longest whole line that marks allow: brackets, dash pairs and leading phrases go, then the end at a mark.
pub(super) fn shorten(source: &str, tokens: &[Token<'_>], language: &str, limit: Length, torn: bool) -> Option<Line> {
    let stripped = stripped(tokens);
    let fits = |kept: &[&Token<'_>]| {
        let line = Line::of(source, kept.iter().copied());
        let says = kept.iter().any(|t| t.wordy());
        (says && limit.measure(&line.text) <= limit.limit(0)).then_some(line)
    };
    if !torn && let Some(line) = fits(&stripped) {
        return Some(line);
    }
    let mut body = stripped.as_slice();
    if let Some(from) = leading_phrase(body, language) {
        body = &body[from..];
        if !torn && let Some(line) = fits(body) {
            return Some(line);
        }
    }
    at_mark(source, body, language, limit, true)
        .or_else(|| if body.len() < stripped.len() { at_mark(source, &stripped, language, limit, true) } else { None })
}

/// The line up to the last mark within the limit. If it must be `whole`, there has to be a verb that the tables know.
fn at_mark(source: &str, body: &[&Token<'_>], language: &str, limit: Length, whole: bool) -> Option<Line> {
    let mut best = None;
    let mut weight = 0;
    for (at, token) in body.iter().enumerate() {
        weight += limit.measure(token.text);
        if weight > limit.limit(0).saturating_add(8) {
            break;
        }
        if matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Colon)
            && !token.quoted
            && body[..at].iter().any(|t| t.wordy())
            && !opened(&body[..at])
            && !is_function_word(language, &body[at - 1].lower)
            && (!whole || closes_clause(language, &body[..at]))
        {
            let line = Line::of(source, body[..at].iter().copied());
            let own = limit.measure(&line.text);
            if own > 0 && own <= limit.limit(0) && own * 100 >= limit.limit(0) * 45 {
                best = Some(line);
            }
        }
    }
    best
}

/// Whether the tokens look like a clause with its verb.
fn closes_clause(language: &str, tokens: &[&Token<'_>]) -> bool {
    let Some(last) = tokens.last() else { return false };
    match language {
        "ja" => last.lower.ends_with(['た', 'だ', 'る', 'い']) && !last.lower.ends_with("よる"),
        "zh" => tokens.iter().map(|t| t.text.chars().count()).sum::<usize>() >= 8,
        _ => tokens.iter().any(|t| is_finite(language, &t.lower)),
    }
}

fn opened(tokens: &[&Token<'_>]) -> bool {
    tokens.iter().filter(|t| matches!(t.text, "「" | "『" | "《" | "(" | "（")).count()
        != tokens.iter().filter(|t| matches!(t.text, "」" | "』" | "》" | ")" | "）")).count()
}

/// The tokens without brackets and dash pairs; quotations are left alone.
fn stripped<'a, 't>(tokens: &'a [Token<'t>]) -> Vec<&'a Token<'t>> {
    let mut keep = vec![true; tokens.len()];
    let mut open = None;
    for (at, token) in tokens.iter().enumerate() {
        if token.quoted {
            continue;
        }
        if token.kind == Kind::Open && open.is_none() {
            open = Some(at);
        } else if token.kind == Kind::Close
            && let Some(from) = open.take()
        {
            keep[from..=at].fill(false);
        }
    }
    let dashes: Vec<usize> = (0..tokens.len()).filter(|&i| tokens[i].kind == Kind::Dash && !tokens[i].quoted).collect();
    if let [first, second] = dashes[..]
        && second + 1 < tokens.len()
        && first > 0
        && tokens[second + 1].kind != Kind::Stop
    {
        keep[first..=second].fill(false);
    }
    tokens.iter().zip(keep).filter(|(_, keep)| *keep).map(|(token, _)| token).collect()
}

/// Where the sentence goes on behind a phrase of at most seven words.
fn leading_phrase(tokens: &[&Token<'_>], language: &str) -> Option<usize> {
    // Indonesian leads carry the news; the measurements say to leave them. Unspaced scripts have no word count.
    if matches!(language, "id" | "ms" | "zh" | "th") {
        return None;
    }
    let comma = tokens.iter().position(|t| t.kind == Kind::Comma)?;
    if language == "ja" {
        // `X によると、` names the source, `10月20日、` the day.
        let last = &tokens.get(comma.checked_sub(1)?)?.lower;
        let ends = |endings: &[&str]| endings.iter().any(|end| last.ends_with(end));
        // A phrase that marks its topic or subject holds what the sentence is about.
        let topic = tokens[..comma].iter().any(|t| t.text.contains(['は', 'が']));
        let loose = ends(&["によると", "によれば"]) || !topic && ends(&["日", "時", "頃", "ごろ", "分"]);
        return (loose && comma <= 6 && comma + 1 < tokens.len()).then_some(comma + 1);
    }
    let words = |from: usize, to: usize| tokens[from..to].iter().filter(|t| t.wordy()).count();
    let opener = tokens.first().is_some_and(|t| is_function_word(language, &t.lower));
    let next = tokens.get(comma + 1)?;
    let pointing = is_function_word(language, &next.lower) && !is_article(&next.lower);
    (words(0, comma) <= 7
        && words(comma + 1, tokens.len()) >= 5
        && opener
        && !is_article(&tokens[0].lower)
        && !pointing)
        .then_some(comma + 1)
}

fn is_article(word: &str) -> bool {
    matches!(
        word,
        "le" | "la"
            | "les"
            | "un"
            | "une"
            | "des"
            | "der"
            | "die"
            | "das"
            | "ein"
            | "eine"
            | "el"
            | "los"
            | "las"
            | "una"
            | "il"
            | "lo"
            | "gli"
            | "i"
            | "o"
            | "os"
            | "as"
            | "um"
            | "uma"
            | "de"
            | "het"
            | "een"
    )
}

/// The finite verbs that are told by a glance: auxiliaries and modal verbs, for Russian endings.
fn is_finite(language: &str, word: &str) -> bool {
    let list = match language {
        "de" => {
            "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte soll sollen muss müssen will wollen darf gibt bleibt geht kommt steht"
        }
        "fr" => {
            "a ont est sont était étaient sera seront va vont fait font peut peuvent doit doivent avait avaient reste veut annonce annoncé"
        }
        "es" => {
            "es son era fue fueron ha han había está están será serán puede pueden debe deben tiene tienen hay va van hizo"
        }
        "it" => "è sono era erano ha hanno aveva sarà saranno può possono deve devono va vanno fa sta stanno",
        "pt" => "é são era foi foram tem têm tinha está estão será serão pode podem deve devem vai vão há",
        "nl" => {
            "is zijn was waren heeft hebben had wordt worden werd werden kan kunnen moet moeten zal zullen wil gaat blijft"
        }
        "ru" => {
            return word.chars().count() > 4
                && ["ет", "ют", "ит", "ят", "ла", "ло", "ли", "ал", "ил", "лся", "лась", "лись", "ется", "ются"]
                    .iter()
                    .any(|end| word.ends_with(end));
        }
        _ => return false,
    };
    list.split(' ').any(|entry| entry == word)
}

/// Words on which no line ends.
fn is_function_word(language: &str, word: &str) -> bool {
    let list = match language {
        "en" | "und" => {
            return words::holds(words::DANGLERS, word)
                || words::holds(words::PREPOSITIONS, word)
                || words::holds(words::DETERMINERS, word)
                || words::holds(words::COORDINATORS, word)
                || words::holds(words::SUBORDINATORS, word)
                || words::holds(words::RELATIVES, word)
                || words::holds(words::MODALS, word)
                || words::holds(words::BE_FORMS, word);
        }
        "de" => {
            "der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf für mit von vom zu zum zur bei nach aus über unter vor durch gegen ohne um als wie dass ob wenn weil nicht auch sich ist sind war waren hat haben wird werden seit bis während wegen trotz nachdem sein seine ihr ihre"
        }
        "fr" => {
            "le la les un une des du de d l à au aux en dans sur sous par pour avec sans chez vers entre et ou mais donc ni que qui dont où ce cet cette ces son sa ses leur leurs ne pas se s n est sont a ont été était comme plus très après avant depuis pendant selon lors si quand alors malgré contre"
        }
        "es" => {
            "el la los las un una unos unas de del a al en con por para sin sobre entre y e o u pero que quien cuyo donde como su sus se no es son fue ha han más muy tras desde hasta según si cuando durante ante contra este esta lo"
        }
        "it" => {
            "il lo la i gli le un uno una di del dello della dei degli delle a al alla ai alle da dal dalla in nel nella nei con su sul sulla per tra fra e o ma che chi cui dove come suo sua suoi si non è sono ha hanno più dopo prima durante secondo se quando contro anche"
        }
        "pt" => {
            "o a os as um uma de do da dos das em no na nos nas por pelo pela para com sem sobre entre e ou mas que quem cujo onde como seu sua se não é são foi tem mais após desde até segundo quando durante contra ao à"
        }
        "nl" => {
            "de het een van in op aan met voor door bij naar uit over onder tegen zonder om te en of maar dat die wie waar als zijn haar hun is was waren heeft hebben wordt worden niet ook na sinds tijdens tot volgens"
        }
        "ru" => {
            "и а но или в во на с со к ко по о об от до из за у для при про без через над под между что чтобы который как когда если где не ни же бы его её их это после перед"
        }
        "ar" => {
            "في من إلى على عن مع بعد قبل بين أن إن التي الذي الذين و أو ثم لكن لا لم لن ما كما حتى منذ عند كان كانت هذا هذه"
        }
        _ => return word.chars().count() == 1 && word.chars().all(|c| c.is_ascii_lowercase()),
    };
    list.split(' ').any(|entry| entry == word)
}

/// The last resort: as many words as fit, without those that dangle. At least one word stays.
pub(super) fn clip(source: &str, tokens: &[Token<'_>], language: &str, limit: Length) -> Option<Line> {
    let stripped = stripped(tokens);
    let body = if stripped.iter().any(|t| t.wordy()) { stripped } else { tokens.iter().collect() };
    let from = if language == "en" { 0 } else { leading_phrase(&body, language).unwrap_or(0) };
    let body = &body[from..];
    if language != "en"
        && let Some(line) = at_mark(source, body, language, limit, false)
    {
        return Some(line);
    }
    let mut split: Vec<Token<'_>> = body.iter().flat_map(|t| pieces(t)).collect();
    if language == "en" {
        mark_names(&mut split);
        split.drain(..heads::after_adverbial(&split));
    }
    let first = split.iter().position(Token::wordy)?;
    let mut taken = first + 1;
    let mut weight: usize = split[..=first].iter().map(|t| limit.measure(t.text)).sum();
    while let Some(token) = split.get(taken) {
        let space = !matches!(limit, Length::Words(_)) && split[taken - 1].end < token.start;
        weight += usize::from(space)
            + if matches!(limit, Length::Words(_)) && !token.wordy() { 0 } else { limit.measure(token.text) };
        if weight > limit.limit(0) {
            break;
        }
        taken += 1;
    }
    let fitting = taken;
    while taken > first + 1 && dangles(&split, taken, language) {
        taken -= 1;
    }
    if let Some(soft) = soft_end(&split, taken, language) {
        taken = soft;
    }
    // Popping must not eat the line.
    if taken * 2 < fitting {
        taken = fitting;
    }
    let mut line = Line::of(source, &split[..taken]);
    // Joining can weigh a mark more than the sum did.
    while limit.measure(&line.text) > limit.limit(0) && taken > first + 1 {
        taken -= 1;
        line = Line::of(source, &split[..taken]);
    }
    (!line.text.is_empty()).then_some(line)
}

/// The end before the last phrase or clause that was cut through, if most of the line stays. English only, for its lists.
fn soft_end(tokens: &[Token<'_>], taken: usize, language: &str) -> Option<usize> {
    if language != "en" || taken >= tokens.len() {
        return None;
    }
    let phrase = |t: &Token<'_>| {
        t.is(words::PREPOSITIONS)
            || t.is(words::SUBORDINATORS)
            || t.is(words::RELATIVES)
            || t.is(words::COORDINATORS)
            || matches!(t.kind, Kind::Comma | Kind::Dash | Kind::Semicolon)
    };
    if phrase(&tokens[taken]) {
        return None;
    }
    let soft =
        (1..taken).rev().find(|&i| phrase(&tokens[i]) && tokens[i].lower != "of" && !dangles(tokens, i, language))?;
    let says = verbs(tokens)[..soft].contains(&Verb::Finite);
    (says && soft * 10 >= taken * 7 && !tokens[soft].quoted).then_some(soft)
}

/// Unspaced scripts come as one token: cut into characters, runs of Katakana, Latin letters and digits kept whole.
fn pieces<'t>(token: &Token<'t>) -> Vec<Token<'t>> {
    if !token.text.chars().any(unspaced) {
        return vec![token.clone()];
    }
    let mut found: Vec<Token<'t>> = Vec::new();
    let mut last = None;
    for (at, c) in token.text.char_indices() {
        let class = match c {
            '\u{30a0}'..='\u{30ff}' => 1,
            _ if !unspaced(c) => 2,
            '\u{e30}'..='\u{e3a}' | '\u{e45}'..='\u{e4e}' => 3,
            _ => 0,
        };
        let (start, end) = (token.start + at, token.start + at + c.len_utf8());
        let joins = class == 3 || class != 0 && last == Some(class);
        if joins && let Some(piece) = found.last_mut() {
            piece.end = end;
            piece.text = &token.text[piece.start - token.start..at + c.len_utf8()];
        } else {
            found.push(Token { start, end, text: &token.text[at..at + c.len_utf8()], ..token.clone() });
        }
        last = Some(class);
    }
    for piece in &mut found {
        piece.lower = piece.text.to_owned();
        piece.class = Class::default();
    }
    found
}

fn dangles(tokens: &[Token<'_>], taken: usize, language: &str) -> bool {
    let last = &tokens[taken - 1];
    if !last.wordy() {
        return !matches!(last.kind, Kind::Close | Kind::Quote) && !matches!(last.text, "」" | "』" | "》" | "）");
    }
    if last.text.chars().any(unspaced) {
        let mid_kanji = tokens
            .get(taken)
            .is_some_and(|n| n.text.chars().all(|c| unspaced(c) && !matches!(c, '\u{3040}'..='\u{30ff}')))
            && last.text.chars().all(|c| unspaced(c) && !matches!(c, '\u{3040}'..='\u{30ff}'));
        let particle = matches!(
            last.text,
            "は" | "が"
                | "を"
                | "に"
                | "で"
                | "と"
                | "の"
                | "も"
                | "へ"
                | "や"
                | "的"
                | "和"
                | "与"
                | "在"
                | "是"
                | "了"
                | "对"
                | "将"
                | "把"
                | "被"
                | "及"
                | "从"
        );
        return particle || mid_kanji;
    }
    last.possessive() || is_function_word(language, &last.lower)
}
