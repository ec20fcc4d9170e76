//! Which figures tell most: sums, shares and large counts of the sentences that matter, each said once. Ages, times of
//! day and bare years say little alone and are left unless they are asked for.

use summariser_core::summary::single_spaced;
use summariser_core::{Document, Sentence, Span};

use crate::figure::{Amount, Date, Figure, Kind};

/// How telling a figure is, 0..=1.
pub(crate) fn weight(figure: &Figure<'_>) -> f64 {
    let of_kind = match (figure.kind, &figure.amount) {
        (Kind::Money, _) => 1.0,
        (Kind::Percent, _) => 0.9,
        (Kind::Count | Kind::Measure | Kind::Duration, Amount::Number(value))
            if is_manner_of_speaking(*value, figure) =>
        {
            0.4
        }
        (Kind::Count, Amount::Number(value) | Amount::Range(_, value)) => match *value {
            value if value >= 1000.0 => 1.0,
            value if value >= 100.0 => 0.9,
            value if value >= 10.0 => 0.75,
            _ => 0.5,
        },
        (Kind::Measure | Kind::Score, _) => 0.7,
        (Kind::Duration, _) => 0.5,
        (Kind::Rank, _) => 0.4,
        (Kind::Date, Amount::Date(Date { year: Some(_), month: Some(_), .. }, _) | Amount::Date(_, Some(_))) => 0.4,
        (Kind::Date, _) => 0.3,
        _ => 0.2,
    };
    of_kind * (0.5 + 0.5 * f64::from(figure.sentence.salience()))
}

/// Whether a figure is `a hundred`, `a million` without more: it says *many* as often as it says how many.
fn is_manner_of_speaking(value: f64, figure: &Figure<'_>) -> bool {
    let begins = || parts(figure).and_then(|(_, words, _)| words.split_once(char::is_whitespace));
    matches!(value, 1e2 | 1e3 | 1e6 | 1e9) && begins().is_some_and(|(first, _)| matches!(first, "a" | "A"))
}

/// What stands in a figure's sentence before it, itself, and what stands after it.
fn parts<'a>(figure: &Figure<'a>) -> Option<(&'a str, &'a str, &'a str)> {
    let (text, base) = (figure.sentence.text(), figure.sentence.span().start);
    let (before, rest) = text.split_at_checked(figure.span.start.wrapping_sub(base) as usize)?;
    let (words, after) = rest.split_at_checked(figure.span.len())?;
    Some((before, words, after))
}

/// Whether a figure says something without being asked for.
fn tells(figure: &Figure<'_>) -> bool {
    let year = matches!(figure.amount, Amount::Date(Date { month: None, .. }, _) | Amount::Decade(_));
    match figure.kind {
        Kind::Time | Kind::Age => false,
        Kind::Date => !year,
        _ => true,
    }
}

/// The most telling ones, the first of them first; of equal ones the earlier. What says the same is said once.
pub(crate) fn choose<'f, 'a>(found: &'f [Figure<'a>], count: usize, asked: bool) -> Vec<(f64, &'f Figure<'a>)> {
    let told = found.iter().filter(|figure| asked || tells(figure));
    let mut order: Vec<(f64, &Figure<'a>)> = told.map(|figure| (weight(figure), figure)).collect();
    order.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut chosen: Vec<(f64, &Figure<'a>)> = Vec::new();
    for (weight, figure) in order {
        if chosen.len() == count {
            break;
        }
        if !is_mentioned(figure) && !chosen.iter().any(|(_, said)| is_same(said, figure)) {
            chosen.push((weight, figure));
        }
    }
    chosen
}

/// Whether a figure alone stands between quotation marks: `for "£45" read "£450"` speaks of words.
fn is_mentioned(figure: &Figure<'_>) -> bool {
    parts(figure).is_some_and(|(before, _, after)| {
        before.ends_with(['"', '“', '„', '«', '‘', '「']) && after.starts_with(['"', '”', '“', '»', '’', '」'])
    })
}

/// Whether two figures say the same. A count that is not round is seldom that of two things: *41 children* are *the 41
/// pupils*.
fn is_same(one: &Figure<'_>, other: &Figure<'_>) -> bool {
    let odd = |amount: &Amount| matches!(amount, Amount::Number(value) if *value > 10.0 && value % 10.0 != 0.0);
    let counted = one.kind == Kind::Count && other.kind == Kind::Count && odd(&one.amount);
    one.amount == other.amount
        && (counted || one.unit == other.unit || one.unit.to_lowercase() == other.unit.to_lowercase())
}

/// How many characters around a figure are shown on each side; of scripts without spaces a third.
const AROUND: usize = 34;

/// The words around a figure, on one line, with an ellipsis where the sentence goes on.
pub(crate) fn context(document: &Document<'_>, sentence: Sentence<'_>, span: Span) -> String {
    let (text, whole) = (document.text(), sentence.span());
    let piece = |start, end| Span::new(start, end).of(text).unwrap_or_default();
    let (before, after) = (piece(whole.start, span.start), piece(span.end, whole.end));
    let around = if matches!(document.language(), "zh" | "ja" | "th") { AROUND / 3 } else { AROUND };
    let spaces = around == AROUND;
    let is_space = |byte: &u8| byte.is_ascii_whitespace();
    let from = last_characters(before, around);
    let from = if from == 0 || !spaces {
        from
    } else {
        before.as_bytes().iter().skip(from).position(is_space).map_or(before.len(), |at| from + at + 1)
    };
    let to = first_characters(after, around);
    let to = if to == after.len() || !spaces {
        to
    } else {
        after.as_bytes().get(..to).and_then(|it| it.iter().rposition(is_space)).unwrap_or(0)
    };
    let shown = single_spaced(piece(whole.start + from as u32, span.end + to as u32));
    let goes_on = to < after.len();
    let shown = if goes_on {
        shown.trim_end_matches([',', ';', ':', '-', '–', '—', '(', '“']).trim_end()
    } else {
        &shown
    };
    let ellipsis = |is: bool| if is { "…" } else { "" };
    [ellipsis(from > 0), shown, ellipsis(goes_on)].concat()
}

/// Where the last so many characters of a text begin; of ASCII without a look at each.
fn last_characters(text: &str, count: usize) -> usize {
    let start = text.len().saturating_sub(count);
    if text.as_bytes().get(start..).is_some_and(<[u8]>::is_ascii) {
        return start;
    }
    text.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at)
}

/// Where the first so many characters of a text end.
fn first_characters(text: &str, count: usize) -> usize {
    let end = text.len().min(count);
    if text.as_bytes().get(..end).is_some_and(<[u8]>::is_ascii) {
        return end;
    }
    text.char_indices().nth(count).map_or(text.len(), |(at, _)| at)
}
