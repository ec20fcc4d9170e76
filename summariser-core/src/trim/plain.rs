//! Every other language: the few operations that marks and closed classes can carry. A line ends before a comma, before
//! a clause or before a loose phrase, and only if what stays has a verb that the tables know; German and Dutch, whose
//! verb may come last, end before marks alone.

use super::brackets;
use super::joining::Line;
use super::room::Room;
use super::tokens::{Kind, Token};
use super::tongues::{Tongue, lists, tongue};
use super::words;

/// Verbs whose predicate may be a noun or a participle alone.
const COPULAS: &str = "ist sind war waren est sont était étaient fut es son era fue è sono é são foi is was zijn waren";

/// What a phrase with `dans` is about when it is loose: a time, an occasion or a medium.
const OCCASIONS: &str = "nuit soirée matinée journée l'après-midi cadre communiqué interview entretien tribune lettre \
    vidéo attente";

/// A cut line of fewer per cent of the length says too little.
const SHORT: usize = 45;

/// A beginning or an end that a line may have, and what it costs in bytes of text.
type Edge = (usize, f32);

/// The best whole line that marks and closed classes allow.
pub(super) fn shorten(source: &str, tokens: &[Token<'_>], language: &str, room: Room, torn: bool) -> Option<Line> {
    let whole = stripped(tokens);
    let without = without_aside(&whole, language);
    let short = without.and_then(|body| best(source, &body, (language, room, torn), 4.0));
    let long = best(source, &whole, (language, room, torn), 0.0);
    let better = |one: &Judged, other: &Judged| one.0 < other.0 || one.0 == other.0 && one.1 > other.1;
    match (long, short) {
        (Some(long), Some(short)) if better(&short, &long) => Some(short.2),
        (long, short) => long.or(short).map(|judged| judged.2),
    }
}

/// A line with its tier and its value.
type Judged = (usize, f32, Line);

fn best(source: &str, body: &[&Token<'_>], how: (&str, Room, bool), cost: f32) -> Option<Judged> {
    let (language, room, torn) = how;
    let all = body.len();
    let mut starts: Vec<Edge> = vec![(0, cost)];
    starts.extend(leading_phrase(body, language).map(|from| (from, cost + 4.0)));
    let mut best: Option<Judged> = None;
    for &(start, start_cost) in &starts {
        let rest = &body[start..];
        let whole = (!torn).then_some((all - start, 0.0));
        for (end, end_cost) in whole.into_iter().chain(ends(rest, language)) {
            let line = Line::of(source, rest[..end].iter().copied());
            let weight = room.length().measure(&line.text);
            let Some(tier) = room.tier(weight) else { continue };
            let cut = start + end < all;
            let short = cut && weight < room.percent(SHORT);
            if weight == 0 || short || !rest[..end].iter().any(|t| t.wordy()) {
                continue;
            }
            if !brackets::balanced(&line.text) && brackets::balanced(source) {
                continue;
            }
            let value = room.worth(tier, weight, start_cost + end_cost);
            if best.as_ref().is_none_or(|b| tier < b.0 || tier == b.0 && value > b.1) {
                best = Some((tier, value, line));
            }
        }
    }
    best
}

/// The tokens without the first aside between two commas: `Die Aale, auch .. genannt, sind`.
fn without_aside<'a, 't>(body: &[&'a Token<'t>], language: &str) -> Option<Vec<&'a Token<'t>>> {
    let tongue = tongue(language);
    let finite = |at: usize| body.get(at).is_some_and(|t| t.kind == Kind::Word && is_finite(tongue, stem(t.lower)));
    let comma = |from: usize| (from..body.len()).find(|&i| body[i].kind == Kind::Comma);
    let first = comma(0)?;
    let opener = opens(body[0], tongue) || is_function_word(language, body[0].lower) && !is_article(body[0].lower);
    if opener || (0..first).any(finite) || body[first].quoted {
        return None;
    }
    let second = comma(first + 1)?;
    let joined = body[..second].iter().any(|t| matches!(t.lower, "ni" | "noch" | "né" | "nem" | "ни"));
    let apart = finite(second + 1) && second - first <= 20 && second > first + 1 && !body[second].quoted && !joined;
    apart.then(|| body[..first].iter().chain(&body[second + 1..]).copied().collect())
}

/// Whether the tokens have a main verb that the tables know; true where there are no tables.
pub(super) fn has_verb(tokens: &[Token<'_>], language: &str) -> bool {
    let tongue = tongue(language);
    let body: Vec<&Token<'_>> = tokens.iter().collect();
    if tongue.finite.is_empty() || body.is_empty() {
        return true;
    }
    let last = body.len() - 1;
    let verb = main_verbs(&body, language, tongue);
    verb.iter().any(Option::is_some) || is_finite(tongue, stem(body[last].lower))
}

/// Every place before the end where the line may end.
fn ends(body: &[&Token<'_>], language: &str) -> Vec<Edge> {
    let tongue = tongue(language);
    let verb = main_verbs(body, language, tongue);
    let mut found = Vec::new();
    if lists(tongue.openers, body.first().map_or("", |t| stem(t.lower))) {
        return found;
    }
    for at in 1..body.len() {
        let (token, last) = (body[at], body[at - 1]);
        let mark = matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Colon);
        let phrase = !mark
            && token.kind == Kind::Word
            && (lists(tongue.phrases, token.lower)
                || token.lower.starts_with("lorsqu'")
                || token.lower.starts_with("puisqu'")
                || lists(tongue.clauses, token.lower) && !matches!(language, "de" | "ru"));
        if !mark && !phrase || token.quoted || !may_end(last, language) {
            continue;
        }
        if matches!(language, "ja" | "zh") {
            if closes_unspaced(language, &body[..at]) {
                found.push((at, 3.0));
            }
            continue;
        }
        let Some(verb) = verb[at] else { continue };
        // "la porte ne ferme plus ; pour ma sœur": a line with half of what stands behind a semicolon is torn.
        if body[verb..at].iter().any(|t| t.kind == Kind::Semicolon) {
            continue;
        }
        // "C'est Paul qui": the clause says what the sentence is about.
        if body[verb].lower.starts_with("c'") {
            continue;
        }
        // "a réaffirmé, lundi, la volonté": the object is still to come.
        let aside = body[verb + 1..at.min(verb + 3)].iter().any(|t| t.kind == Kind::Comma);
        if aside || mark && at <= verb + 2 && !lists(COPULAS, stem(body[verb].lower)) {
            continue;
        }
        let behind = body[verb + 1..at].iter().filter(|t| t.wordy()).count();
        if behind < if mark { 1 } else { 3 } || body[..at].iter().filter(|t| t.wordy()).count() < 4 {
            continue;
        }
        let spare =
            if mark { spare_behind_mark(body, verb, at, language) } else { spare_phrase(body, verb, at, tongue) };
        let halved = body[..at].iter().any(|t| lists(tongue.halves, t.lower));
        let said = body[verb..at].iter().any(|t| lists(tongue.sayings, stem(t.lower)));
        let bracket = language != "de" || german_bracket_closes(&body[..at], verb);
        if spare && bracket && !halved && !(said && (!mark || behind < 3)) {
            found.push((at, if mark { 3.0 } else { 8.0 }));
        }
    }
    found
}

/// For each place the main verb before it, if every clause opened before it has its own.
fn main_verbs(body: &[&Token<'_>], language: &str, tongue: &Tongue) -> Vec<Option<usize>> {
    let (mut main, mut pending) = (None, 0_usize);
    let mut found = vec![None; body.len()];
    let mut before = false;
    for (at, token) in body.iter().enumerate() {
        found[at] = main.filter(|_| pending == 0);
        let comma = at > 0 && body[at - 1].kind == Kind::Comma;
        let relative = language == "de" && comma && matches!(token.lower, "der" | "die" | "das" | "dem" | "den");
        if relative || opens(token, tongue) {
            pending += 1;
        }
        let finite = token.kind == Kind::Word && !token.quoted && is_finite(tongue, stem(token.lower));
        if finite && pending > 0 {
            pending -= 1;
        } else if finite && !before && main.is_none() {
            main = Some(at);
        }
        before = finite;
    }
    found
}

/// Whether the clause has the infinitive or participle that its verb asks for at the end, and no adjective stands
/// there.
fn german_bracket_closes(kept: &[&Token<'_>], verb: usize) -> bool {
    let Some(last) = kept.last() else { return false };
    let small = last.text.starts_with(char::is_lowercase);
    let modal =
        ["können", "kann", "konnte", "konnten", "soll", "sollen", "muss", "müssen", "darf", "dürfen", "will", "wollen"];
    let passive = ["wird", "werden", "wurde", "wurden"];
    let main = kept[verb].lower;
    let phrase = kept.len() > 1 && is_function_word("de", kept[kept.len() - 2].lower);
    if modal.contains(&main) {
        return small && !phrase && last.lower.ends_with('n');
    }
    if passive.contains(&main) {
        return small && !phrase && last.lower.ends_with(['t', 'n']);
    }
    let adjective = small && ["e", "er", "es", "em", "en"].iter().any(|end| last.lower.ends_with(end));
    let article = kept[verb + 1..].iter().rev().skip(1).take(3).any(|t| {
        ["ein", "der", "die", "das", "de"].iter().any(|start| t.lower.starts_with(start)) && t.lower.len() < 6
    });
    !(adjective && article)
}

/// What stands behind a contracted word: `n'a`, `l'ont`.
fn stem(word: &str) -> &str {
    match word.split_once('\'') {
        Some((head, tail)) if head.len() <= 2 && !tail.is_empty() => tail,
        _ => word,
    }
}

fn opens(token: &Token<'_>, tongue: &Tongue) -> bool {
    let contracted = match token.lower.split_once('\'') {
        Some(("qu" | "lorsqu" | "puisqu", _)) => true,
        Some(("s", pronoun)) => matches!(pronoun, "il" | "ils"),
        _ => false,
    };
    token.kind == Kind::Word && (contracted || lists(tongue.openers, token.lower))
}

fn is_finite(tongue: &Tongue, word: &str) -> bool {
    let ends = |end: &str| word.len() > end.len() + 3 && word.ends_with(end);
    lists(tongue.finite, word) || tongue.endings.split_ascii_whitespace().any(ends) && !lists(tongue.not_finite, word)
}

/// Whether what stands behind the mark at `at` is no half of what stands before it.
fn spare_behind_mark(body: &[&Token<'_>], verb: usize, at: usize, language: &str) -> bool {
    let tongue = tongue(language);
    let Some(next) = body.get(at + 1) else { return false };
    let head = next.lower.split_inclusive('\'').next().unwrap_or_default();
    // "la présentation, lundi, de la politique": the phrase belongs to the noun before the aside.
    if lists("de du d' del della di do da van von", next.lower)
        || lists("de du d'", head)
        || lists(tongue.bound, next.lower)
        || lists(tongue.bound, head)
        || body[at].kind == Kind::Colon
    {
        return false;
    }
    // "thematisch, inhaltlich oder regional": one adjective of several.
    let small = |t: &Token<'_>| t.text.starts_with(char::is_lowercase) && !is_function_word("de", t.lower);
    let adverb = ["zum", "etwa", "also", "wobei", "indem", "darunter", "jedoch", "deren", "dessen"];
    let clause = lists(tongue.clauses, next.lower) || lists(tongue.openers, next.lower);
    if language == "de" && small(body[at - 1]) && small(next) && !clause && !adverb.contains(&next.lower) {
        return false;
    }
    let until = (at + 1..body.len()).find(|&i| !body[i].wordy() && body[i].kind != Kind::Quote).unwrap_or(body.len());
    let inside = &body[at + 1..until];
    // "Er versuchte, den Ball zu fangen": the group is the object.
    let group = matches!(language, "de" | "nl")
        && !matches!(next.lower, "um" | "ohne" | "om")
        && (inside.iter().any(|t| matches!(t.lower, "zu" | "te")));
    // "Lyon, Nice et Lille": the comma is one of a list, which a predicate may lose but nothing else.
    let joined = body[at + 1..body.len().min(at + 7)]
        .iter()
        .take_while(|t| t.wordy() || t.kind == Kind::Comma)
        .any(|t| matches!(t.lower, "et" | "ou" | "und" | "oder" | "y" | "e" | "o" | "en" | "of" | "и" | "или"));
    let list = joined && !inside.iter().any(|t| is_finite(tongue, stem(t.lower)));
    let predicate = body[..at].iter().any(|t| lists(COPULAS, t.lower));
    let begun = body[verb..at].iter().any(|t| t.kind == Kind::Comma);
    !group && (!list || predicate && !begun)
}

/// Whether the phrase or clause without a comma at `at` hangs loosely on a noun.
fn spare_phrase(body: &[&Token<'_>], verb: usize, at: usize, tongue: &Tongue) -> bool {
    let last = body[at - 1];
    // The half of a pair or what a quotation says is not loose, nor what follows its verb at once.
    let marks =
        body[verb..at].iter().any(|t| matches!(t.kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Quote));
    let bare = at == verb + 1 || body.get(at + 1).is_none_or(|t| !t.wordy());
    let left = last.name || last.lower.chars().count() > 3;
    let occasion =
        body[at].lower != "dans" || body[at + 1..body.len().min(at + 3)].iter().any(|t| lists(OCCASIONS, t.lower));
    // "est depuis plusieurs jours [dans ..]": the predicate is still to come.
    let predicate = !lists(COPULAS, stem(body[verb].lower))
        || body[verb + 1].lower.chars().count() > 4 && !lists(tongue.phrases, body[verb + 1].lower)
        || is_article(body[verb + 1].lower);
    !marks && !bare && left && occasion && predicate
}

/// Whether a line may end on the word or mark.
pub(super) fn may_end(last: &Token<'_>, language: &str) -> bool {
    if !last.wordy() {
        return matches!(last.kind, Kind::Quote | Kind::Close);
    }
    let number = last.number() && !last.year() && !last.lower.ends_with(['%', '€', '$']);
    !number && !is_function_word(language, last.lower) && !last.possessive()
}

/// Whether the tokens of a script without spaces look like a clause with its verb.
fn closes_unspaced(language: &str, tokens: &[&Token<'_>]) -> bool {
    let Some(last) = tokens.last() else { return false };
    if language == "ja" {
        return last.lower.ends_with(['た', 'だ', 'る', 'い']) && !last.lower.ends_with("よる");
    }
    tokens.iter().map(|t| t.text.chars().count()).sum::<usize>() >= 8
}

/// The tokens without brackets and dash pairs; quotations are left alone.
pub(super) fn stripped<'a, 't>(tokens: &'a [Token<'t>]) -> Vec<&'a Token<'t>> {
    let mut keep = brackets::outside(tokens);
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

/// Where the sentence goes on behind a phrase of at most nine words.
pub(super) fn leading_phrase(tokens: &[&Token<'_>], language: &str) -> Option<usize> {
    // A German or Dutch verb would come to stand first.
    // Indonesian leads carry the news; the measurements say to leave them. Unspaced scripts have no word count.
    if matches!(language, "id" | "ms" | "zh" | "th" | "de" | "nl") {
        return None;
    }
    let comma = tokens.iter().position(|t| t.kind == Kind::Comma)?;
    if language == "ja" {
        // `X によると、` names the source, `10月20日、` the day.
        let last = tokens.get(comma.checked_sub(1)?)?.lower;
        let ends = |endings: &[&str]| endings.iter().any(|end| last.ends_with(end));
        // A phrase that marks its topic or subject holds what the sentence is about.
        let topic = tokens[..comma].iter().any(|t| t.text.contains(['は', 'が']));
        let loose = ends(&["によると", "によれば"]) || !topic && ends(&["日", "時", "頃", "ごろ", "分"]);
        return (loose && comma <= 6 && comma + 1 < tokens.len()).then_some(comma + 1);
    }
    let words = |from: usize, to: usize| tokens[from..to].iter().filter(|t| t.wordy()).count();
    let opener = tokens.first().is_some_and(|t| is_function_word(language, t.lower));
    let next = tokens.get(comma + 1)?;
    let denied = tokens[..comma].iter().any(|t| matches!(t.lower, "sans" | "sin" | "senza" | "sem" | "без"));
    let pointing = is_function_word(language, next.lower) && !is_article(next.lower);
    (words(0, comma) <= 9
        && words(comma + 1, tokens.len()) >= 5
        && opener
        && !denied
        && !lists(tongue(language).pointing, next.lower)
        && !is_article(tokens[0].lower)
        && !lists("ce cet cette ces son sa ses leur leurs su sus suo sua suoi seu este esta", tokens[0].lower)
        && !pointing)
        .then_some(comma + 1)
}

fn is_article(word: &str) -> bool {
    lists("le la les un une des der die das ein eine el los las una il lo gli i o os as um uma de het een", word)
}

/// Words on which no line ends.
pub(super) fn is_function_word(language: &str, word: &str) -> bool {
    if matches!(language, "en" | "und") {
        return words::class_of(word).meets(words::CLOSED);
    }
    let list = tongue(language).function;
    if list.is_empty() {
        return word.chars().count() == 1 && word.chars().all(|c| c.is_ascii_lowercase());
    }
    lists(list, word) || word.chars().count() == 1 && word.chars().all(char::is_lowercase)
}
