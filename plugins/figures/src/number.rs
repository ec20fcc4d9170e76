//! Numbers, in digits and in words: `71,500`, `1.130,5`, `71 500`, `1,30,000`, `3.5 million`, `twenty-five`, `7万1500`.
//! Which of comma and full stop divides thousands is decided by the language; where both stand, by their order.

use crate::lexicon::{Class, Entry};
use crate::reader::Reader;
use crate::token::{Kind, digit};

/// A number and the tokens that it is written with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number {
    pub(crate) value: f64,
    pub(crate) end: usize,
    /// How many digits there are where it is nothing else than digits; otherwise 0.
    pub(crate) plain: usize,
    /// Whether it is written in words.
    pub(crate) spelled: bool,
    /// Whether thousands are set apart or a word such as `million` follows: nobody numbers things like that.
    pub(crate) large: bool,
}

/// The value of a run of digits.
pub(crate) fn integer(text: &str) -> f64 {
    /// So many digits fit into a float as they are.
    const EXACT: usize = 15;
    if text.len() <= EXACT {
        let ascii = text
            .bytes()
            .try_fold(0, |value, digit| digit.is_ascii_digit().then(|| value * 10 + u64::from(digit - b'0')));
        if let Some(value) = ascii {
            return value as f64;
        }
    }
    text.chars().filter_map(digit).fold(0.0, |value, digit| value * 10.0 + f64::from(digit))
}

/// The number that begins at a token.
pub(crate) fn number(reader: &Reader<'_>, at: usize) -> Option<Number> {
    let first = if reader.is(at, Kind::Digits) { digits(reader, at)? } else { return spelled(reader, at) };
    Some(scaled(reader, first))
}

/// A number in digits, without a word after it.
fn digits(reader: &Reader<'_>, at: usize) -> Option<Number> {
    /// More groups than this are no number.
    const MOST: usize = 8;
    let mut groups = [""; MOST];
    let mut marks = [' '; MOST];
    let (mut count, mut end) = (1, at + 1);
    groups[0] = reader.word(at);
    while let Some(next) = reader.token(end).filter(|_| count < MOST) {
        let joined = matches!(next.mark, '.' | ',' | '\'' | '’' | '٫' | '٬');
        if joined && reader.glued(end) && reader.glued(end + 1) && reader.is(end + 1, Kind::Digits) {
            (groups[count], marks[count]) = (reader.word(end + 1), next.mark);
            end += 2;
        } else if next.kind == Kind::Digits
            && is_thousands_space(reader, end)
            && marks[1..count].iter().all(|it| *it == ' ')
            && len(groups[0]) <= 3
        {
            groups[count] = reader.word(end);
            end += 1;
        } else {
            break;
        }
        count += 1;
    }
    let number = |value: f64, end: usize, large: bool| Number { value, end, plain: 0, spelled: false, large };
    let alone = |end: usize| Number { plain: len(groups[0]), ..number(integer(groups[0]), end, false) };
    if count == 1 {
        return Some(fraction(reader, alone(end)));
    }
    let (groups, marks) = (groups.get(..count)?, marks.get(1..count)?);
    let whole = |groups: &[&str]| {
        groups.iter().fold(0.0, |value, group| value * 10f64.powi(len(group) as i32) + integer(group))
    };
    let last = marks.last()?;
    let thousands = |groups: &[&str]| {
        let (head, tail) = groups.split_first()?;
        let (ending, middle) = tail.split_last()?;
        let right =
            (1..=3).contains(&len(head)) && len(ending) == 3 && middle.iter().all(|group| matches!(len(group), 2 | 3));
        right.then_some(())
    };
    let same = marks.iter().all(|mark| mark == last);
    let decimal = if reader.lexicon.decimal_comma { ',' } else { '.' };
    let is_thousands = same && thousands(groups).is_some() && (count > 2 || *last != decimal) && *groups[0] != *"0";
    if is_thousands {
        return Some(number(whole(groups), end, true));
    }
    let (fraction, integers) = groups.split_last()?;
    let is_decimal = matches!(last, '.' | ',' | '٫')
        && (count == 2
            || (marks.get(..marks.len() - 1)?.iter().all(|mark| mark != last) && thousands(integers).is_some()));
    // `3,4` in English is a list, and so is `1.2.3` everywhere.
    if is_decimal && (*last != ',' || decimal == ',' || count > 2) {
        let value = whole(integers) + integer(fraction) / 10f64.powi(len(fraction) as i32);
        return Some(number(value, end, count > 2));
    }
    (*last == ',' && count == 2).then(|| alone(at + 1))
}

/// How many characters a run of digits has.
pub(crate) fn len(group: &str) -> usize {
    if group.is_ascii() { group.len() } else { group.chars().count() }
}

/// Whether a run of digits goes on with the number before it: three of them behind a space that does not break, or any
/// space in languages that divide thousands so.
fn is_thousands_space(reader: &Reader<'_>, at: usize) -> bool {
    let (Some(before), Some(token)) = (at.checked_sub(1).and_then(|at| reader.token(at)), reader.token(at)) else {
        return false;
    };
    let space = reader.text.get(before.end as usize..token.start as usize).unwrap_or_default();
    let hard = matches!(space, "\u{A0}" | "\u{202F}" | "\u{2009}");
    len(reader.word(at)) == 3 && (hard || (space == " " && (reader.lexicon.has(Class::SpaceThousands))))
}

/// A number with the fraction behind it: `10 1/2`, `3½`.
fn fraction(reader: &Reader<'_>, number: Number) -> Number {
    let at = number.end;
    let Some(token) = reader.token(at) else { return number };
    let with = |part: f64, end: usize| Number { value: number.value + part, end, plain: 0, ..number };
    match token.mark {
        '½' => return with(0.5, at + 1),
        '¼' => return with(0.25, at + 1),
        '¾' => return with(0.75, at + 1),
        '⅓' => return with(1.0 / 3.0, at + 1),
        '⅔' => return with(2.0 / 3.0, at + 1),
        _ => (),
    }
    let is = token.kind == Kind::Digits && reader.mark(at + 1, &['/', '⁄']) && reader.is(at + 2, Kind::Digits);
    if !is || !reader.glued(at + 1) || !reader.glued(at + 2) {
        return number;
    }
    let (over, under) = (integer(reader.word(at)), integer(reader.word(at + 2)));
    if over < under && (2.0..=16.0).contains(&under) { with(over / under, at + 3) } else { number }
}

/// A number with the words behind it that multiply it.
fn scaled(reader: &Reader<'_>, number: Number) -> Number {
    let (mut value, mut total, mut end) = (number.value, 0.0, number.end);
    let mut large = number.large;
    let joined = reader.counts();
    while let Some((entry, after)) = reader.phrase(Class::Scale, end) {
        // `3 hundred` is, `3百` is, `3hundred` is no number; `1.4 million` is, `100-million` is another matter.
        if !joined && reader.glued(end) && reader.is(end, Kind::Word) {
            break;
        }
        value *= entry.value;
        end = after;
        large |= entry.value >= 1e3;
        // `1조 2,500억`: Korean sets its powers of ten thousand apart.
        let spaced = reader.language(&["ko"]) && continues(reader, end, entry.value);
        if joined && reader.is(end, Kind::Digits) && (reader.glued(end) || spaced) {
            total += value;
            let Some(more) = digits(reader, end) else { break };
            (value, end) = (more.value, more.end);
        } else if !joined && entry.value < 1e3 && value >= 100.0 {
            break;
        }
    }
    if end == number.end { number } else { Number { value: tidy(total + value), end, plain: 0, large, ..number } }
}

/// Whether a number follows that a lesser power than `scale` multiplies.
fn continues(reader: &Reader<'_>, at: usize, scale: f64) -> bool {
    let more = if reader.is(at, Kind::Digits) { digits(reader, at) } else { None };
    let next = more.and_then(|more| reader.phrase(Class::Scale, more.end));
    next.is_some_and(|(entry, _)| entry.value < scale)
}

/// A product of a decimal number without what floating point adds to it.
pub(crate) fn tidy(value: f64) -> f64 {
    let scale = if value.abs() >= 1e6 { 1.0 } else { 1e6 };
    (value * scale).round() / scale
}

/// A number that is written out.
fn spelled(reader: &Reader<'_>, at: usize) -> Option<Number> {
    let signs = reader.counts();
    let (mut total, mut section, mut current) = (0.0, 0.0, 0.0);
    let (mut end, mut large, mut any) = (at, false, false);
    // What may still be added without beginning another number.
    let mut room = f64::INFINITY;
    loop {
        let mut next = end;
        if any {
            if reader.mark(next, &['-', '‑']) && reader.glued(next) && reader.glued(next + 1) {
                next += 1;
            } else if let (true, Some((_, after))) =
                (room < f64::INFINITY && section + total > 0.0, reader.phrase(Class::And, next))
            {
                next = after;
            }
        }
        if let Some((entry, after)) = reader.phrase(Class::Number, next) {
            if entry.value >= room {
                break;
            }
            current += entry.value;
            room = if entry.value >= 100.0 {
                100.0
            } else if entry.value >= 20.0 {
                10.0
            } else {
                0.0
            };
            (end, any) = (after, true);
            if entry.value == 0.5 {
                let Some(after) = half(reader, end) else { break };
                end = after;
            } else if let Some(after) = and_half(reader, end) {
                current += 0.5;
                end = after;
            }
        } else if let Some((entry, after)) = reader.phrase(Class::Scale, next) {
            // A bare `million` is a noun; a bare `十` is ten.
            if !(any || signs && entry.value == 10.0 || article(reader, at).is_some() || leads(reader, entry, after)) {
                return None;
            }
            let or_one = |value: f64| if value > 0.0 { value } else { 1.0 };
            if entry.value >= if signs { 1e4 } else { 1e3 } {
                total += or_one(section + current) * entry.value;
                section = 0.0;
                large |= entry.value >= 1e3;
            } else {
                section += or_one(current) * entry.value;
            }
            current = 0.0;
            room = entry.value;
            (end, any) = (after, true);
        } else {
            break;
        }
    }
    let followed = reader.is(end, Kind::Digits) && !signs;
    (any && !followed).then(|| Number { value: tidy(total + section + current), end, plain: 0, spelled: true, large })
}

/// The article that makes one of the scale at a token, `a hundred`; not where it is part of another number.
pub(crate) fn article(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let (_, start) = reader.phrase_before(Class::One, at).filter(|_| !reader.glued(at))?;
    reader.phrase(Class::Scale, at)?;
    let part = reader.phrase_before(Class::Of, start).is_some_and(|(_, of)| {
        reader.phrase_before(Class::Fraction, of).is_some() || reader.phrase_before(Class::Ordinal, of).is_some()
    });
    let half = reader.phrase_before(Class::Fraction, start).is_some();
    (!part && !half).then_some(start)
}

/// Whether a scale without a number before it begins one: `hundred and twelve`.
fn leads(reader: &Reader<'_>, scale: &Entry, after: usize) -> bool {
    let and = reader.phrase(Class::And, after);
    let more = |at: usize| reader.phrase(Class::Number, at).is_some_and(|(entry, _)| entry.value >= 1.0);
    scale.value == 100.0 && and.is_some_and(|(_, next)| more(next))
}

/// Behind a number: the end of `and a half`.
fn and_half(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let hyphen = |at: usize| at + usize::from(reader.mark(at, &['-', '‑']) && reader.glued(at));
    let (_, and) = reader.phrase(Class::And, hyphen(at))?;
    let (_, one) = reader.phrase(Class::One, hyphen(and))?;
    let (half, end) = reader.phrase(Class::Number, hyphen(one))?;
    (half.value == 0.5).then_some(end)
}

/// After `half`: the article of `half a million`, `half an hour`.
fn half(reader: &Reader<'_>, at: usize) -> Option<usize> {
    matches!(reader.word(at), "a" | "an").then_some(at + 1)
}
