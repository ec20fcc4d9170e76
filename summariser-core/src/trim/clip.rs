//! The last resort, said openly by whoever shows it: no whole line fits, so the sentence is cut at the last border of a
//! phrase within the limit, or in mid-phrase where no border leaves most of the line.

use super::brackets;
use super::heads;
use super::joining::Line;
use super::plain::{is_function_word, leading_phrase, may_end, stripped};
use super::tokens::{Kind, Token, mark_names};
use super::tongues::{lists, tongue};
use super::unspaced::{has_unspaced, unspaced};
use super::words::{self, Class};
use crate::Length;

/// How much of what would fit has to stay when the line ends at a border instead, in per cent.
const KEPT: usize = 60;

/// As many words as fit, up to the last border of a phrase. At least one word stays.
pub(super) fn clip(source: &str, tokens: &[Token<'_>], language: &str, limit: Length) -> Option<Line> {
    let stripped = stripped(tokens);
    let body = if stripped.iter().any(|t| t.wordy()) { stripped } else { tokens.iter().collect() };
    let from = if language == "en" { 0 } else { leading_phrase(&body, language).unwrap_or(0) };
    let mut split: Vec<Token<'_>> = if has_unspaced(source) {
        body[from..].iter().flat_map(|t| pieces(t)).collect()
    } else {
        body[from..].iter().map(|t| **t).collect()
    };
    if language == "en" {
        mark_names(&mut split);
        split.drain(..heads::after_adverbial(&split));
    }
    let first = split.iter().position(Token::wordy)?;
    let mut taken = border(&split, first, language, limit);
    if let Some(rest) = behind_fronted(&split, first, taken, language) {
        split.drain(..rest);
        taken = border(&split, 0, language, limit);
    }
    let whole = brackets::balanced(source);
    let line_of = |taken: usize| {
        if whole {
            Line::of(source, brackets::without_lone(&split[..taken]))
        } else {
            Line::of(source, &split[..taken])
        }
    };
    let mut line = line_of(taken);
    // Joining can weigh a mark more than the sum did.
    while limit.measure(&line.text) > limit.limit(0) && split[..taken].iter().filter(|t| t.wordy()).count() > 1 {
        taken -= 1;
        line = line_of(taken);
    }
    (!line.text.is_empty()).then_some(line)
}

/// How many tokens to take: up to the last border within the limit, or all that fit but for those that dangle.
fn border(tokens: &[Token<'_>], first: usize, language: &str, limit: Length) -> usize {
    let mut taken = first + 1;
    let mut weight: usize = tokens[..=first].iter().map(|t| limit.measure(t.text)).sum();
    let mut weights = vec![weight; taken + 1];
    while let Some(token) = tokens.get(taken) {
        let space = !matches!(limit, Length::Words(_)) && tokens[taken - 1].end < token.start;
        weight += usize::from(space)
            + if matches!(limit, Length::Words(_)) && !token.wordy() { 0 } else { limit.measure(token.text) };
        if weight > limit.limit(0) {
            break;
        }
        taken += 1;
        weights.push(weight);
    }
    let fitting = taken;
    let soft = (first + 1..=fitting).rev().find(|&at| {
        at == tokens.len()
            || opens_phrase(&tokens[at], language) && !tokens[at].quoted && !dangles(tokens, at, language)
    });
    if let Some(soft) = soft
        && weights[soft] * 100 >= limit.limit(0).min(weights[fitting]) * KEPT
    {
        return soft;
    }
    while taken > first + 1 && dangles(tokens, taken, language) {
        taken -= 1;
    }
    // Popping must not eat the line.
    if taken * 2 < fitting { fitting } else { taken }
}

/// Whether a phrase or a clause begins with the token, or a mark stands before it.
fn opens_phrase(token: &Token<'_>, language: &str) -> bool {
    if matches!(token.kind, Kind::Comma | Kind::Dash | Kind::Semicolon | Kind::Colon) {
        return true;
    }
    if language == "en" {
        let class = token.is(words::PREPOSITIONS)
            || token.is(words::SUBORDINATORS)
            || token.is(words::RELATIVES)
            || token.is(words::COORDINATORS);
        return class && !matches!(token.lower, "of" | "out" | "up" | "off" | "down" | "over" | "&");
    }
    let list = tongue(language).function;
    lists(list, token.lower) && !lists(INSIDE, token.lower)
}

/// Function words that no phrase begins with, or that belong to the noun before them.
const INSIDE: &str = "le la les un une des du de d l der die das den dem ein eine einen einem einer eines el los las una \
    unos unas del il lo i gli uno di dello della dei degli delle o os as um uma do da dos das het een van von se s ne \
    n no non não si sich zich ist sind war waren hat haben wird werden est sont a ont été était es son fue ha han è \
    sono hanno é são foi tem is was heeft hebben wordt worden plus más più mais très pas nicht auch anche ook niet не \
    бы же sein seine ihr ihre sa ses leur leurs ce cet cette ces su sus suo sua suoi este esta seu zijn haar hun его её их";

/// Where the sentence goes on if what was taken is no more than its leading phrase.
fn behind_fronted(tokens: &[Token<'_>], first: usize, taken: usize, language: &str) -> Option<usize> {
    let token = &tokens[first];
    let opener = if language == "en" {
        token.is(words::PREPOSITIONS) || token.is(words::SUBORDINATORS)
    } else {
        let head = token.lower.split('\'').next().unwrap_or_default();
        opens_phrase(token, language) || lists(tongue(language).openers, head) || matches!(head, "s" | "lorsqu")
    };
    // Behind the comma of a German or Dutch clause stands the verb.
    if !opener || matches!(language, "de" | "nl") {
        return None;
    }
    let comma = (taken..tokens.len()).find(|&i| tokens[i].kind == Kind::Comma)?;
    let rest = tokens[comma + 1..].iter().filter(|t| t.wordy()).count();
    (rest >= 5 && !tokens[comma].quoted && tokens[comma + 1].wordy()).then_some(comma + 1)
}

/// Unspaced scripts come as one token: cut into characters, runs of Katakana, Latin letters and digits kept whole.
fn pieces<'t>(token: &Token<'t>) -> Vec<Token<'t>> {
    if !has_unspaced(token.text) {
        return vec![*token];
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
            found.push(Token { start, end, text: &token.text[at..at + c.len_utf8()], ..*token });
        }
        last = Some(class);
    }
    for piece in &mut found {
        piece.lower = piece.text;
        piece.class = Class::default();
    }
    found
}

fn dangles(tokens: &[Token<'_>], taken: usize, language: &str) -> bool {
    let last = &tokens[taken - 1];
    if !last.wordy() {
        return !matches!(last.kind, Kind::Close | Kind::Quote) && !matches!(last.text, "」" | "』" | "》" | "）");
    }
    if has_unspaced(last.text) {
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
    let next = tokens.get(taken);
    let torn = last.number() && next.is_some_and(Token::wordy) || language != "en" && !may_end(last, language);
    torn || last.possessive() || is_function_word(language, last.lower)
}
