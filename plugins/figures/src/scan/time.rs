//! Times of day, as `HH:MM`. Digits alone are none: something has to say so, a colon, `a.m.`, a word for the clock.

use super::{Reading, Step, value};
use crate::figure::{Amount, Kind};
use crate::lexicon::Class;
use crate::reader::Reader;
use crate::token::Kind as Is;

/// The time that begins at digits, or at the word for the clock before them, which is not before `floor`.
pub(super) fn read(reader: &Reader<'_>, at: usize, floor: usize) -> Option<Step> {
    let clock = reader.phrase_before(Class::Clock, at).filter(|(_, start)| *start >= floor);
    let hour = value(reader, at, 1..=9).filter(|hour| *hour <= 24);
    let minutes = |at: usize| value(reader, at, 2..=2).filter(|minutes| *minutes < 60);
    // `0227 GMT`
    if reader.word(at).len() == 4 {
        let oclock = reader.phrase(Class::Oclock, at + 1);
        let (_, end) = oclock.filter(|(entry, _)| entry.key.len() <= 4 && entry.value == 24.0 || entry.key == "gmt")?;
        let (hour, minute) = value(reader, at, 1..=4).map(|digits| (digits / 100, digits % 100))?;
        return (hour < 24 && minute < 60).then(|| spoken(at, end, hour, minute));
    }
    let hour = hour?;
    let mark = reader.glued(at + 1) && reader.glued(at + 2);
    let (colon, dot) = (mark && reader.mark(at + 1, &[':']), mark && reader.mark(at + 1, &['.']));
    let sign = reader.phrase(Class::HourSign, at + 1);
    let marked = if colon || dot { minutes(at + 2) } else { None };
    let (minute, mut end, sure) = if let Some(minute) = marked.filter(|_| colon) {
        (minute, at + 3, hour < 24)
    } else if let Some(minute) = marked {
        (minute, at + 3, false)
    } else if let Some((_, after)) = sign {
        match minutes(after) {
            Some(minute) => (minute, after + 1, true),
            None => (0, after, !reader.language(&["vi"])),
        }
    } else {
        (0, at + 1, false)
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
    let late = clock.filter(|_| starts(reader)).map_or(0, |(entry, _)| entry.value as u32);
    let oclock = reader.phrase(Class::Oclock, end);
    let sure = if let Some((entry, after)) = oclock {
        let duration = reader.phrase(Class::Duration, end).is_some();
        if duration && end == at + 1 && clock.is_none() {
            return None;
        }
        end = after;
        // `9 a.m.` takes its last stop along.
        end += usize::from(matches!(entry.key, "a.m" | "p.m") && reader.mark(end, &['.']) && reader.glued(end));
        let half_day = entry.value as u32;
        if half_day < 24 {
            let hour = if hour == 12 { half_day } else { hour + half_day };
            return (hour < 24).then(|| spoken(start, end, hour, minute));
        }
        if let Some(more) = value(reader, end, 1..=9).filter(|more| *more < 60)
            && let Some((_, after)) = reader.phrase(Class::MinuteWord, end + 1)
        {
            return Some(spoken(start, after, later(hour, late), more));
        }
        if let Some((_, after)) = reader.phrase(Class::HalfWord, end) {
            return Some(spoken(start, after, later(hour, late), 30));
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
    (sure && ended && hour <= 24).then(|| spoken(start, end, later(hour, late), minute))
}

/// Whether the word before a time is part of it.
fn starts(reader: &Reader<'_>) -> bool {
    reader.counts() || reader.language(&["id", "hi"])
}

/// An hour of the afternoon on a clock of 24.
fn later(hour: u32, late: u32) -> u32 {
    if hour < 12 { hour + late } else { hour }
}

/// A time of these tokens.
fn spoken(start: usize, end: usize, hour: u32, minute: u32) -> Step {
    Step::Figure(Reading::plain(start, end, Kind::Time, Amount::Time(hour as u8, minute as u8)))
}
