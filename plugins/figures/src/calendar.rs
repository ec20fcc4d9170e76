//! Dates and times of day. A date's value is written as ISO 8601 writes it, as much of it as the text says:
//! `2028-07-24`, `2028-07`, `2028`, `07-24` without a year; a time's is `HH:MM`.

use crate::figure::{Amount, Kind};
use crate::lexicon::Class;
use crate::number::{Number, integer};
use crate::reader::Reader;
use crate::scan::{Step, value};
use crate::token::Kind as Is;

/// The years that a plain number of four digits may be.
const YEARS: std::ops::RangeInclusive<f64> = 1100.0..=2100.0;

/// The date that begins at digits, or at the month before them.
pub(crate) fn date(reader: &Reader<'_>, at: usize) -> Option<Step> {
    numeric(reader, at)
        .or_else(|| signs(reader, at))
        .or_else(|| vietnamese(reader, at))
        .or_else(|| day_month(reader, at))
        .or_else(|| month_day(reader, at))
}

fn step(start: usize, end: usize, text: String) -> Step {
    Step::plain(start, end, Kind::Date, Amount::Text(text))
}

/// A year in four digits.
fn year_at(reader: &Reader<'_>, at: usize) -> Option<f64> {
    let is = reader.is(at, Is::Digits) && reader.word(at).chars().count() == 4;
    value(reader, at).filter(|year| is && YEARS.contains(year))
}

/// A number of a day or month.
fn small(reader: &Reader<'_>, at: usize, most: f64) -> Option<f64> {
    let short = reader.word(at).chars().count() <= 2;
    value(reader, at).filter(|value| short && *value >= 1.0 && *value <= most)
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
    let (year, month, day) = if year_at(reader, at).is_some() {
        (value(reader, at)?, small(reader, at + 2, 12.0)?, small(reader, at + 4, 31.0)?)
    } else {
        let (first, second) = (small(reader, at, 31.0)?, small(reader, at + 2, 31.0)?);
        let year = year_at(reader, at + 4)?;
        // Only English of the United States puts the month first, and only with strokes.
        let month_first = reader.language(&["en"]) && reader.word(at + 1) == "/" && first <= 12.0;
        let (day, month) = if month_first || second > 12.0 { (second, first) } else { (first, second) };
        (year, month, day)
    };
    (month <= 12.0).then(|| step(at, at + 5, format!("{year:04}-{month:02}-{day:02}")))
}

/// `2024年7月26日`, `7月26日`, `2022年`.
fn signs(reader: &Reader<'_>, at: usize) -> Option<Step> {
    if !reader.counts() {
        return None;
    }
    let day_of = |at: usize, month: f64| {
        let day = small(reader, at, 31.0)?;
        let (_, end) = reader.phrase(Class::DayWord, at + 1)?;
        Some((end, format!("{month:02}-{day:02}")))
    };
    let month_of = |at: usize| {
        let month = small(reader, at, 12.0)?;
        let (_, end) = reader.phrase(Class::MonthWord, at + 1)?;
        Some(day_of(end, month).unwrap_or((end, format!("{month:02}"))))
    };
    if let Some((end, text)) = month_of(at) {
        // `3か月` has been read as no month; `7月` alone is one.
        return Some(step(at, end, if text.len() == 2 { format!("--{text}") } else { text }));
    }
    let year = year_at(reader, at)?;
    let (_, end) = reader.phrase(Class::YearWord, at + 1)?;
    Some(match month_of(end) {
        Some((end, rest)) => step(at, end, format!("{year:04}-{rest}")),
        None => step(at, end, format!("{year:04}")),
    })
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
        Some((small(reader, month_at, 12.0)?, month_at + 1))
    };
    if let (Some(day), Some((month, end))) = (small(reader, at, 31.0), written(at + 1)) {
        let (year, end) = year_after(end).map_or((None, end), |(year, end)| (Some(year), end));
        let text = year.map_or(String::new(), |year| format!("{year:04}-"));
        return Some(step(at, end, format!("{text}{month:02}-{day:02}")));
    }
    let slash = reader.mark(at + 1, &['/', '-']) && reader.glued(at + 1) && reader.glued(at + 2);
    if reader.phrase_before(Class::DayWord, at).is_some() && slash {
        let (day, month) = (small(reader, at, 31.0)?, small(reader, at + 2, 12.0)?);
        return Some(step(at, at + 3, format!("{month:02}-{day:02}")));
    }
    if reader.phrase_before(Class::MonthWord, at).is_some() && slash {
        let (month, year) = (small(reader, at, 12.0)?, year_at(reader, at + 2)?);
        return Some(step(at, at + 3, format!("{year:04}-{month:02}")));
    }
    None
}

/// The month that is named at a token; capitals tell `May` from `may`.
fn month_at(reader: &Reader<'_>, at: usize) -> Option<(f64, usize)> {
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
    capital.then_some((entry.value, end))
}

/// `24 July 2028`, `3. Mai`, `8 de marzo`, `3–8 May`.
fn day_month(reader: &Reader<'_>, at: usize) -> Option<Step> {
    let first = small(reader, at, 31.0)?;
    let (mut last, mut end) = (None, at + 1);
    if reader.mark(end, &['-', '–']) && reader.glued(end) {
        last = Some(small(reader, end + 1, 31.0)?);
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
    let (month, mut end) = month_at(reader, end)?;
    let year = {
        let comma = end + usize::from(reader.mark(end, &[',']) && reader.language(&["en", "hi"]));
        let of = reader.phrase(Class::Of, comma).map_or(comma, |(_, end)| end);
        year_at(reader, of).map(|year| (year, of + 1))
    };
    let text = match last {
        Some(last) => format!("{month:02}-{first:02}/{month:02}-{last:02}"),
        None => format!("{month:02}-{first:02}"),
    };
    let text = match year {
        Some((year, after)) => {
            end = after;
            text.split('/').map(|part| format!("{year:04}-{part}")).collect::<Vec<_>>().join("/")
        }
        None => text,
    };
    Some(step(at, end, text))
}

/// `July 24, 2028`, `March 2004`, where the digits are what begins here.
fn month_day(reader: &Reader<'_>, at: usize) -> Option<Step> {
    let of = reader.phrase_before(Class::Of, at).map_or(at, |(_, start)| start);
    let dot = of - usize::from(of > 1 && reader.mark(of - 1, &['.']) && reader.glued(of - 1));
    let (entry, start) = reader.phrase_before(Class::Month, dot)?;
    month_at(reader, start)?;
    let month = entry.value;
    if let Some(year) = year_at(reader, at) {
        return Some(step(start, at + 1, format!("{year:04}-{month:02}")));
    }
    if of < at || !reader.language(&["en", "und"]) {
        return None;
    }
    let first = small(reader, at, 31.0)?;
    // `May 12 percent` is no day, nor is `May 3:15`.
    let mut end = at + 1;
    if let Some((_, after)) = reader.phrase(Class::Ending, end).filter(|_| reader.glued(end)) {
        end = after;
    }
    let mut last = None;
    if reader.mark(end, &['-', '–']) && reader.glued(end) {
        last = small(reader, end + 1, 31.0).filter(|last| *last > first);
        end += if last.is_some() { 2 } else { 0 };
    }
    if (reader.glued(end) && !reader.is(end, Is::Mark)) || reader.phrase(Class::Percent, end).is_some() {
        return None;
    }
    let comma = end + usize::from(reader.mark(end, &[',']));
    let year = year_at(reader, comma);
    let end = if year.is_some() { comma + 1 } else { end };
    let lead = year.map_or(String::new(), |year| format!("{year:04}-"));
    let tail = last.map_or(String::new(), |last| format!("/{lead}{month:02}-{last:02}"));
    Some(step(start, end, format!("{lead}{month:02}-{first:02}{tail}")))
}

/// A year that stands alone, a decade, or from one year to another.
pub(crate) fn year(reader: &Reader<'_>, at: usize, number: &Number) -> Option<Step> {
    let year = year_at(reader, at).filter(|_| number.plain == 4)?;
    let end = at + 1;
    if let Some((_, after)) = reader.phrase(Class::Decade, end).filter(|_| reader.glued(end)) {
        return Some(step(at, after, format!("{year:04}s")));
    }
    if reader.mark(end, &['-', '–', '/']) && reader.glued(end) && reader.glued(end + 1) {
        let until = value(reader, end + 1).filter(|_| reader.is(end + 1, Is::Digits))?;
        let short = reader.word(end + 1).chars().count() == 2;
        let until = if short { (year / 100.0).floor() * 100.0 + until } else { until };
        return (until > year && YEARS.contains(&until)).then(|| step(at, end + 2, format!("{year:04}/{until:04}")));
    }
    if reader.glued(end) && !reader.is(end, Is::Mark) {
        return None;
    }
    let said = reader.phrase_before(Class::Year, at).is_some()
        || reader.phrase_before(Class::YearWord, at).is_some()
        || reader.phrase(Class::YearWord, end).is_some();
    let counted = [Class::Unit, Class::Counter, Class::Scale].iter().any(|class| reader.phrase(*class, end).is_some())
        || (reader.phrase(Class::Duration, end).is_some() && reader.phrase(Class::YearWord, end).is_none());
    let compound = reader.mark(end, &['-']) && reader.glued(end + 1);
    let about = reader.phrase_before(Class::About, at).is_some() && !said;
    // A round number before a word is as likely to count; one after the last century is a year.
    let round = year % 100.0 == 0.0 || !(1500.0..=2100.0).contains(&year);
    let last = reader.tokens.len() <= end || reader.is(end, Is::Mark);
    let is = !counted && !compound && (said || last || !round && !about);
    // `(Smith 2014; Brown 2019, 6)` cites.
    let cited = reader.mark(end, &[';', ')', ',']) && at > 0 && !said && cites(reader, at);
    if cited {
        return Some(Step::Pass(if reader.is(end + 1, Is::Digits) { end + 2 } else { end }));
    }
    is.then(|| step(at, end, format!("{year:04}")))
}

/// Whether a year stands inside brackets behind a name.
fn cites(reader: &Reader<'_>, at: usize) -> bool {
    let name = reader.capitalised(at - 1) || reader.mark(at - 1, &['.', ',']);
    let open = (at.saturating_sub(24)..at).rev().find(|it| reader.mark(*it, &['(', ')']));
    let bracket = open.is_some_and(|it| reader.mark(it, &['(']) && it + 1 < at && reader.capitalised(it + 1));
    name && bracket && reader.phrase_before(Class::Month, at).is_none()
}

/// A time of day.
pub(crate) fn time(reader: &Reader<'_>, at: usize, floor: usize) -> Option<Step> {
    let clock = reader.phrase_before(Class::Clock, at).filter(|(_, start)| *start >= floor);
    let hour = value(reader, at).filter(|hour| *hour <= 24.0);
    let minutes = |at: usize| {
        let two = reader.word(at).chars().count() == 2;
        value(reader, at).filter(|minutes| two && *minutes < 60.0)
    };
    // `0227 GMT`
    if reader.word(at).len() == 4 {
        let (entry, end) = reader
            .phrase(Class::Oclock, at + 1)
            .filter(|(entry, _)| entry.key.len() <= 4 && entry.value == 24.0 || entry.key == "gmt")?;
        let digits = integer(reader.word(at));
        let _ = entry;
        return ((digits / 100.0).floor() < 24.0 && digits % 100.0 < 60.0)
            .then(|| spoken(at, end, (digits / 100.0).floor(), digits % 100.0));
    }
    let hour = hour?;
    let mark = reader.glued(at + 1) && reader.glued(at + 2);
    let (colon, dot) = (mark && reader.mark(at + 1, &[':']), mark && reader.mark(at + 1, &['.']));
    let sign = reader.phrase(Class::HourSign, at + 1);
    let (minute, mut end, sure) = if let Some(minute) = minutes(at + 2).filter(|_| colon) {
        (minute, at + 3, hour < 24.0)
    } else if let Some(minute) = minutes(at + 2).filter(|_| dot) {
        (minute, at + 3, false)
    } else if let Some((_, after)) = sign {
        match minutes(after) {
            Some(minute) => (minute, after + 1, true),
            None => (0.0, after, !reader.language(&["vi"])),
        }
    } else {
        (0.0, at + 1, false)
    };
    if colon && end == at + 1 {
        return None;
    }
    // A third part is of a running time or an address.
    if end == at + 3
        && reader.mark(end, &[':', '.'])
        && reader.glued(end)
        && reader.glued(end + 1)
        && reader.is(end + 1, Is::Digits)
    {
        return None;
    }
    let start = clock.map_or(at, |(_, start)| if starts(reader) { start } else { at });
    let late = clock.filter(|_| starts(reader)).map_or(0.0, |(entry, _)| entry.value);
    let oclock = reader.phrase(Class::Oclock, end);
    let sure = if let Some((entry, after)) = oclock {
        let duration = reader.phrase(Class::Duration, end).is_some();
        if duration && end == at + 1 && clock.is_none() {
            return None;
        }
        end = after;
        // `9 a.m.` takes its last stop along.
        end += usize::from(matches!(entry.key, "a.m" | "p.m") && reader.mark(end, &['.']) && reader.glued(end));
        if entry.value < 24.0 {
            let hour = if hour == 12.0 { entry.value } else { hour + entry.value };
            return (hour < 24.0).then(|| spoken(start, end, hour, minute));
        }
        if let Some(more) = value(reader, end).filter(|more| *more < 60.0)
            && let Some((_, after)) = reader.phrase(Class::MinuteWord, end + 1)
        {
            return Some(spoken(start, after, later(hour, late), more));
        }
        if let Some((_, after)) = reader.phrase(Class::HalfWord, end) {
            return Some(spoken(start, after, later(hour, late), 30.0));
        }
        if reader.counts() && end == at + 2 && reader.phrase(Class::Duration, at + 1).is_some_and(|(_, far)| far > end)
        {
            return None;
        }
        true
    } else {
        sure || (clock.is_some()
            && (end > at + 1 || reader.language(&["id"]))
            && !(reader.counts() || reader.language(&["hi"])))
    };
    let ended = !reader.glued(end) || !matches!(reader.token(end).map(|it| it.kind), Some(Is::Word | Is::Digits));
    (sure && ended && hour <= 24.0).then(|| spoken(start, end, later(hour, late), minute))
}

/// Whether the word before a time is part of it.
fn starts(reader: &Reader<'_>) -> bool {
    reader.counts() || reader.language(&["id", "hi"])
}

/// An hour of the afternoon on a clock of 24.
fn later(hour: f64, late: f64) -> f64 {
    if hour < 12.0 { hour + late } else { hour }
}

fn spoken(start: usize, end: usize, hour: f64, minute: f64) -> Step {
    Step::plain(start, end, Kind::Time, Amount::Text(format!("{hour:02}:{minute:02}")))
}
