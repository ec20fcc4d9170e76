//! Which figures tell most: sums, shares and large counts of the sentences that matter, each said once. Ages, times of
//! day and bare years say little alone and are left unless they are asked for.

use summariser_core::summary::quote;
use summariser_core::{Document, Sentence, Span};

use crate::figure::{Amount, Figure, Kind};

/// A figure with the sentence that it is in, as it was found.
pub(crate) type Found<'a> = (Sentence<'a>, Figure);

/// How telling a figure is, 0..=1.
pub(crate) fn weight(figure: &Figure, sentence: Sentence<'_>) -> f64 {
    let of_kind = match (figure.kind, &figure.amount) {
        (Kind::Money, _) => 1.0,
        (Kind::Percent, _) => 0.9,
        (Kind::Count | Kind::Measure | Kind::Duration, Amount::Number(value))
            if is_manner_of_speaking(*value, figure.span, sentence) =>
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
        (Kind::Date, Amount::Text(text)) if text.len() > 5 => 0.4,
        (Kind::Date, _) => 0.3,
        _ => 0.2,
    };
    of_kind * (0.5 + 0.5 * f64::from(sentence.salience()))
}

/// Whether a figure is `a hundred`, `a million` without more: it says *many* as often as it says how many.
fn is_manner_of_speaking(value: f64, span: Span, sentence: Sentence<'_>) -> bool {
    let base = sentence.span().start;
    let of = Span::new(span.start.wrapping_sub(base), span.end.wrapping_sub(base));
    let words = of.of(sentence.text()).unwrap_or_default();
    matches!(value, 1e2 | 1e3 | 1e6 | 1e9)
        && words.starts_with(['a', 'A'])
        && words.get(1..).is_some_and(|rest| rest.starts_with(' '))
}

/// Whether a figure says something without being asked for.
fn tells(figure: &Figure) -> bool {
    let year = matches!(&figure.amount, Amount::Text(text) if !text.contains('-'));
    match figure.kind {
        Kind::Time | Kind::Age => false,
        Kind::Date => !year,
        _ => true,
    }
}

/// The most telling ones, the first of them first; of equal ones the earlier. What says the same is said once.
pub(crate) fn choose<'f, 'a>(
    found: &'f [Found<'a>],
    count: usize,
    asked: bool,
) -> Vec<(f64, Sentence<'a>, &'f Figure)> {
    let told =
        found.iter().filter(|(sentence, figure)| (asked || tells(figure)) && !is_mentioned(*sentence, figure.span));
    let mut order: Vec<_> = told.map(|(sentence, figure)| (weight(figure, *sentence), *sentence, figure)).collect();
    order.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut chosen: Vec<(f64, Sentence<'a>, &Figure)> = Vec::new();
    for (weight, sentence, figure) in order {
        if chosen.len() == count {
            break;
        }
        if !chosen.iter().any(|(_, _, said)| is_same(said, figure)) {
            chosen.push((weight, sentence, figure));
        }
    }
    chosen
}

/// Whether a figure alone stands between quotation marks: `for "£45" read "£450"` speaks of words.
fn is_mentioned(sentence: Sentence<'_>, span: Span) -> bool {
    let base = sentence.span().start;
    let (start, end) = (span.start.wrapping_sub(base) as usize, span.end.wrapping_sub(base) as usize);
    let (before, after) = (sentence.text().get(..start), sentence.text().get(end..));
    before.is_some_and(|before| before.ends_with(['"', '“', '„', '«', '‘', '「']))
        && after.is_some_and(|after| after.starts_with(['"', '”', '“', '»', '’', '」']))
}

/// Whether two figures say the same. A count that is not round is seldom that of two things: *41 children* are *the 41
/// pupils*.
fn is_same(one: &Figure, other: &Figure) -> bool {
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
    let from = before.char_indices().rev().nth(around - 1).map_or(0, |(at, _)| at);
    let from = if from == 0 || !spaces {
        from
    } else {
        before.get(from..).and_then(|it| it.find(' ')).map_or(before.len(), |at| from + at + 1)
    };
    let to = after.char_indices().nth(around).map_or(after.len(), |(at, _)| at);
    let to = if to == after.len() || !spaces { to } else { after.get(..to).and_then(|it| it.rfind(' ')).unwrap_or(0) };
    let shown = Span::new(whole.start + from as u32, span.end + to as u32);
    let mut line = quote(text, &[shown]);
    if from > 0 {
        line.insert(0, '…');
    }
    if to < after.len() {
        line = line.trim_end_matches([',', ';', ':', '-', '–', '—', '(', '“']).trim_end().to_owned();
        line.push('…');
    }
    line
}
