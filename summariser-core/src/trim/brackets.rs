//! Which brackets and double quotation marks of a line have their partner. Brackets are matched by a stack, because one
//! inside another closes first; quotation marks by turns, because half the languages open and close with the same one.

use super::tokens::{Kind, Token};
use super::words;

const PAIRS: [(&str, &str); 7] =
    [("(", ")"), ("[", "]"), ("{", "}"), ("（", "）"), ("「", "」"), ("『", "』"), ("《", "》")];
const QUOTES: [&[&str]; 3] = [&["\""], &["“", "”", "„"], &["«", "»"]];

/// Whether a bracket or quotation mark may begin with the byte: the first look, which nearly all tokens and characters
/// fail.
const fn may_begin(byte: u8) -> bool {
    matches!(byte, b'"' | b'(' | b')' | b'[' | b']' | b'{' | b'}') || !byte.is_ascii()
}

/// The places of the marks without a partner, and the outermost pairs of brackets.
pub(super) fn matched<'a>(marks: impl Iterator<Item = &'a str>) -> (Vec<usize>, Vec<(usize, usize)>) {
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut quote = [None; QUOTES.len()];
    let (mut lone, mut pairs) = (Vec::new(), Vec::<(usize, usize)>::new());
    for (at, mark) in marks.enumerate() {
        if !mark.bytes().next().is_some_and(may_begin) {
            continue;
        }
        if let Some((_, close)) = PAIRS.iter().find(|pair| pair.0 == mark) {
            open.push((at, close));
        } else if PAIRS.iter().any(|pair| pair.1 == mark) {
            match open.last() {
                Some(&(from, close)) if close == mark => {
                    open.pop();
                    while pairs.last().is_some_and(|inner| inner.0 > from) {
                        pairs.pop();
                    }
                    pairs.push((from, at));
                }
                _ => lone.push(at),
            }
        } else if let Some(family) = QUOTES.iter().position(|family| family.contains(&mark)) {
            quote[family] = if quote[family].is_some() { None } else { Some(at) };
        }
    }
    lone.extend(open.iter().map(|&(at, _)| at).chain(quote.into_iter().flatten()));
    lone.sort_unstable();
    (lone, pairs)
}

/// Whether every bracket and every double quotation mark of the text has its partner.
pub(super) fn balanced(text: &str) -> bool {
    let marks = text.char_indices().map(|(at, c)| &text[at..at + c.len_utf8()]);
    !text.bytes().fold(false, |any, byte| any | may_begin(byte)) || matched(marks).0.is_empty()
}

/// The tokens without the marks that lost their partner.
pub(super) fn without_lone<'a, 't>(tokens: &'a [Token<'t>]) -> Vec<&'a Token<'t>> {
    let (lone, _) = matched(tokens.iter().map(|t| t.text));
    tokens.iter().enumerate().filter(|(at, _)| lone.binary_search(at).is_err()).map(|(_, token)| token).collect()
}

/// Whether each token may stay when all brackets outside of quotations go; but not `[the mayor]` of *before [the mayor] went*
/// and `[I/O-safe]` of *fast and [I/O-safe]*, without which nothing is said.
pub(super) fn outside(tokens: &[Token<'_>]) -> Vec<bool> {
    let mut keep = vec![true; tokens.len()];
    for (from, to) in matched(tokens.iter().map(|t| t.text)).1 {
        let bracket = tokens[from].kind == Kind::Open && !tokens[from].quoted && !tokens[to].quoted;
        let asks = |before: &Token<'_>| {
            before.possessive()
                || [words::COORDINATORS, words::DETERMINERS, words::POSSESSIVES, words::PREPOSITIONS]
                    .iter()
                    .any(|class| before.is(*class))
        };
        let is_said = tokens[from].text == "[" && from > 0 && asks(&tokens[from - 1]);
        // "hard(ish)": an ending of the word.
        let small = |t: &Token<'_>| t.text.len() <= 4 && t.text.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_ending =
            from > 0 && tokens[from - 1].wordy() && !tokens[from].spaced && to == from + 2 && small(&tokens[from + 1]);
        if bracket && !is_said && !is_ending {
            keep[from..=to].fill(false);
        }
    }
    keep
}
