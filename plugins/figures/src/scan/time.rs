//! Times of day, as `HH:MM`. Digits alone are none: something has to say so, a colon, `a.m.`, a word for the clock.

use super::{Reading, Step, value};
use crate::figure::{Amount, Kind};
use crate::lexicon::Class;
use crate::number::integer;
use crate::reader::Reader;
use crate::token::Kind as Is;

/// The time that begins at digits, or at the word for the clock before them, which is not before `floor`.
pub(super) fn read(reader: &Reader<'_>, at: usize, floor: usize) -> Option<Step> {
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

/// A time of these tokens.
fn spoken(start: usize, end: usize, hour: f64, minute: f64) -> Step {
    Step::Figure(Reading::plain(start, end, Kind::Time, Amount::Text(format!("{hour:02}:{minute:02}"))))
}
