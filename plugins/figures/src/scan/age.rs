//! Ages: `28-year-old`, `aged 43`, `Ann Orr, 43,`, `was 75.`, `43 Jahre alt`. A bare number is one only where it stands
//! between commas or brackets behind a name, or behind *was* at the end of a clause.

use super::quantity::Quantity;
use super::{Scanner, Step};
use crate::figure::Kind;
use crate::lexicon::Class;
use crate::token::Kind as Is;

pub(super) fn read(scanner: &Scanner<'_>, quantity: &Quantity) -> Option<Step> {
    let reader = &scanner.reader;
    let Quantity { start, at, ref last, .. } = *quantity;
    let age = |end: usize, unit: &'static str| Some(Step::Figure(quantity.reading(end, Kind::Age, unit)));
    let years = |end: usize| age(end, "years");
    let after = |end: usize| reader.phrase(Class::Old, end);
    let hyphen = last.end + usize::from(reader.mark(last.end, &['-', '‑']));
    if let Some((entry, end)) = after(last.end).or_else(|| after(hyphen)) {
        let months = entry.key.contains("month") || entry.key.contains("monat");
        return age(end, if months { "months" } else { "years" });
    }
    let duration = reader.phrase(Class::Duration, last.end);
    let end = duration.map_or(last.end, |(_, end)| end);
    if duration.is_some_and(|(entry, _)| entry.unit != "years") || last.value >= 120.0 {
        return None;
    }
    let aged = |at: usize| reader.phrase_before(Class::Aged, at).is_some();
    if aged(start) || start >= 2 && reader.phrase_before(Class::Between, start).is_some_and(|(_, at)| aged(at)) {
        return years(end);
    }
    // `, de 27 anos,`
    let of = reader.phrase_before(Class::Of, at).filter(|(_, of)| *of > 0 && reader.mark(of - 1, &[',']));
    if duration.is_some() && of.is_some() {
        return years(end);
    }
    let two = last.plain == 2 || (last.spelled && last.value >= 10.0 && last.value < 100.0);
    let closed = reader.mark(end, &[',', ')', '.', ';']) && !reader.is(end + 1, Is::Digits);
    if !two || !closed || start != at {
        return None;
    }
    let before = at.checked_sub(1)?;
    let apposition = reader.mark(before, &[',', '(']) && before > 0 && reader.capitalised(before - 1);
    let month = before > 0
        && (reader.phrase_before(Class::Month, before).is_some() || reader.phrase_before(Class::Day, before).is_some());
    let matches = reader.mark(before, &['(']) == reader.mark(end, &[')']);
    let person = before > 1 && (reader.capitalised(before - 2) || duration.is_some());
    let was = || duration.is_none() && reader.phrase_before(Class::Was, at).is_some();
    if apposition && matches && !month && person || was() { years(end) } else { None }
}
