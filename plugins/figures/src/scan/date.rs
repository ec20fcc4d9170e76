//! Dates of a day or a month. What a text leaves out, a year or a day, is left out: none is inferred.

use super::year::year_at;
use super::{Reading, Step, value};
use crate::figure::{Amount, Date, Kind};
use crate::lexicon::Class;
use crate::reader::Reader;
use crate::token::Kind as Is;

/// The date that begins at digits, or at the month before them.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Step> {
    numeric(reader, at)
        .or_else(|| signs(reader, at))
        .or_else(|| vietnamese(reader, at))
        .or_else(|| day_month(reader, at))
        .or_else(|| month_day(reader, at))
}

/// A date of these tokens.
fn step(start: usize, end: usize, date: Date, until: Option<Date>) -> Step {
    Step::Figure(Reading::plain(start, end, Kind::Date, Amount::Date(date, until)))
}

fn date(year: Option<u16>, month: u8, day: Option<u8>) -> Date {
    Date { year, month: Some(month), day }
}

/// A number of a day or month.
fn small(reader: &Reader<'_>, at: usize, most: u8) -> Option<u8> {
    value(reader, at, 1..=2).map(|value| value as u8).filter(|value| (1..=most).contains(value))
}

/// `2028-07-24`, `24.7.2028`, `7/24/2028`.
fn numeric(reader: &Reader<'_>, at: usize) -> Option<Step> {
    let marks = ['-', '.', '/'];
    let glued = (1..=4).all(|further| reader.glued(at + further));
    if !glued || !reader.mark(at + 1, &marks) || reader.word(at + 1) != reader.word(at + 3) {
        return None;
    }
    // A fourth part makes it something else: an address, a number of a file.
    if reader.glued(at + 5) && reader.glued(at + 6) && !reader.is(at + 6, Is::Mark) {
        return None;
    }
    let (year, month, day) = if let Some(year) = year_at(reader, at) {
        (year, small(reader, at + 2, 12)?, small(reader, at + 4, 31)?)
    } else {
        let (first, second) = (small(reader, at, 31)?, small(reader, at + 2, 31)?);
        let year = year_at(reader, at + 4)?;
        // Only English of the United States puts the month first, and only with strokes.
        let month_first = reader.language(&["en"]) && reader.mark(at + 1, &['/']) && first <= 12;
        let (day, month) = if month_first || second > 12 { (second, first) } else { (first, second) };
        (year, month, day)
    };
    (month <= 12).then(|| step(at, at + 5, date(Some(year), month, Some(day)), None))
}

/// `2024年7月26日`, `7月26日`, `2022年`.
fn signs(reader: &Reader<'_>, at: usize) -> Option<Step> {
    if !reader.counts() {
        return None;
    }
    let month_of = |at: usize, year: Option<u16>| {
        let month = small(reader, at, 12)?;
        let (_, end) = reader.phrase(Class::MonthWord, at + 1)?;
        let day = small(reader, end, 31).zip(reader.phrase(Class::DayWord, end + 1));
        Some(match day {
            Some((day, (_, end))) => (date(year, month, Some(day)), end),
            None => (date(year, month, None), end),
        })
    };
    // `3か月` has been read as no month; `7月` alone is one.
    if let Some((date, end)) = month_of(at, None) {
        return Some(step(at, end, date, None));
    }
    let year = year_at(reader, at);
    let (_, end) = reader.phrase(Class::YearWord, at + 1).filter(|_| year.is_some())?;
    let (date, end) = month_of(end, year).unwrap_or((Date { year, month: None, day: None }, end));
    Some(step(at, end, date, None))
}

/// `30/4`, `ngày 30 tháng 4 năm 1975`, `tháng 4/1975`.
fn vietnamese(reader: &Reader<'_>, at: usize) -> Option<Step> {
    if !reader.language(&["vi"]) {
        return None;
    }
    let year_after =
        |at: usize| reader.phrase(Class::YearWord, at).and_then(|(_, at)| Some((year_at(reader, at)?, at + 1)));
    let written = |at: usize| {
        let (_, month_at) = reader.phrase(Class::MonthWord, at)?;
        Some((small(reader, month_at, 12)?, month_at + 1))
    };
    if let (Some(day), Some((month, end))) = (small(reader, at, 31), written(at + 1)) {
        let (year, end) = year_after(end).map_or((None, end), |(year, end)| (Some(year), end));
        return Some(step(at, end, date(year, month, Some(day)), None));
    }
    let slash = reader.mark(at + 1, &['/', '-']) && reader.glued(at + 1) && reader.glued(at + 2);
    if reader.phrase_before(Class::DayWord, at).is_some() && slash {
        let (day, month) = (small(reader, at, 31)?, small(reader, at + 2, 12)?);
        return Some(step(at, at + 3, date(None, month, Some(day)), None));
    }
    if reader.phrase_before(Class::MonthWord, at).is_some() && slash {
        let (month, year) = (small(reader, at, 12)?, year_at(reader, at + 2)?);
        return Some(step(at, at + 3, date(Some(year), month, None), None));
    }
    None
}

/// The month that is named at a token; capitals tell `May` from `may`.
fn month_at(reader: &Reader<'_>, at: usize) -> Option<(u8, usize)> {
    let (entry, end) = reader.phrase(Class::Month, at)?;
    let capital = !reader.language(&["en", "de", "tr", "id"]) || reader.capitalised(at);
    let end = end
        + usize::from(
            entry.key.len() <= 4
                && reader.mark(end, &['.'])
                && reader.glued(end)
                && !reader.is(end + 1, Is::Mark)
                && reader.is(end + 1, Is::Digits),
        );
    capital.then_some((entry.value as u8, end))
}

/// `24 July 2028`, `3. Mai`, `8 de marzo`, `3–8 May`.
fn day_month(reader: &Reader<'_>, at: usize) -> Option<Step> {
    let first = small(reader, at, 31)?;
    let (mut last, mut end) = (None, at + 1);
    if reader.mark(end, &['-', '–']) && reader.glued(end) {
        last = Some(small(reader, end + 1, 31)?);
        end += 2;
    }
    if let Some((_, after)) = reader.phrase(Class::Ending, end).filter(|_| reader.glued(end)) {
        end = after;
    } else if reader.mark(end, &['.']) && reader.glued(end) {
        end += 1;
    }
    if let Some((_, after)) = reader.phrase(Class::Of, end) {
        end = after;
    }
    let (month, end) = month_at(reader, end)?;
    let comma = end + usize::from(reader.mark(end, &[',']) && reader.language(&["en", "hi"]));
    let of = reader.phrase(Class::Of, comma).map_or(comma, |(_, end)| end);
    let year = year_at(reader, of);
    let end = if year.is_some() { of + 1 } else { end };
    let until = last.map(|last| date(year, month, Some(last)));
    Some(step(at, end, date(year, month, Some(first)), until))
}

/// `July 24, 2028`, `March 2004`, where the digits are what begins here.
fn month_day(reader: &Reader<'_>, at: usize) -> Option<Step> {
    let of = reader.phrase_before(Class::Of, at).map_or(at, |(_, start)| start);
    let dot = of - usize::from(of > 1 && reader.mark(of - 1, &['.']) && reader.glued(of - 1));
    let (entry, start) = reader.phrase_before(Class::Month, dot)?;
    month_at(reader, start)?;
    let month = entry.value as u8;
    if let Some(year) = year_at(reader, at) {
        return Some(step(start, at + 1, date(Some(year), month, None), None));
    }
    if of < at || !reader.language(&["en", "und"]) {
        return None;
    }
    let first = small(reader, at, 31)?;
    // `May 12 percent` is no day, nor is `May 3:15`.
    let mut end = at + 1;
    if let Some((_, after)) = reader.phrase(Class::Ending, end).filter(|_| reader.glued(end)) {
        end = after;
    }
    let mut last = None;
    if reader.mark(end, &['-', '–']) && reader.glued(end) {
        last = small(reader, end + 1, 31).filter(|last| *last > first);
        end += if last.is_some() { 2 } else { 0 };
    }
    if (reader.glued(end) && !reader.is(end, Is::Mark)) || reader.phrase(Class::Percent, end).is_some() {
        return None;
    }
    let comma = end + usize::from(reader.mark(end, &[',']));
    let year = year_at(reader, comma);
    let end = if year.is_some() { comma + 1 } else { end };
    let until = last.map(|last| date(year, month, Some(last)));
    Some(step(start, end, date(year, month, Some(first)), until))
}
