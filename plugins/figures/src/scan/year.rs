//! Years that stand alone, decades, and from one year to another. Any plain number of four digits may be one; what stands
//! around it says whether it counts instead.

use super::quantity::Quantity;
use super::{Reading, Scanner, Step, value};
use crate::figure::{Amount, Date, Kind};
use crate::lexicon::Class;
use crate::reader::Reader;
use crate::token::Kind as Is;

/// The years that a plain number of four digits may be.
const YEARS: std::ops::RangeInclusive<u16> = 1100..=2100;

/// A year in four digits.
pub(super) fn year_at(reader: &Reader<'_>, at: usize) -> Option<u16> {
    value(reader, at, 4..=4).map(|year| year as u16).filter(|year| YEARS.contains(year))
}

/// A year that stands alone, a decade, or from one year to another.
pub(super) fn read(scanner: &Scanner<'_>, quantity: &Quantity) -> Option<Step> {
    let (reader, at) = (&scanner.reader, quantity.at);
    let year = year_at(reader, at).filter(|_| quantity.first.plain == 4)?;
    let step = |end: usize, amount: Amount| Step::Figure(Reading::plain(at, end, Kind::Date, amount));
    let date = |year: u16| Date { year: Some(year), month: None, day: None };
    let end = at + 1;
    if let Some((_, after)) = reader.phrase(Class::Decade, end).filter(|_| reader.glued(end)) {
        return Some(step(after, Amount::Decade(year)));
    }
    if reader.mark(end, &['-', '–', '/']) && reader.glued(end) && reader.glued(end + 1) {
        let until = value(reader, end + 1, 2..=2).map(|until| year / 100 * 100 + until as u16);
        let until = until.or_else(|| value(reader, end + 1, 4..=4).map(|until| until as u16))?;
        return (until > year && YEARS.contains(&until))
            .then(|| step(end + 2, Amount::Date(date(year), Some(date(until)))));
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
    let round = year % 100 == 0 || !(1500..=2100).contains(&year);
    let last = reader.tokens.len() <= end || reader.is(end, Is::Mark);
    let is = !counted && !compound && (said || last || !round && !about);
    // `(Smith 2014; Brown 2019, 6)` cites.
    let cited = reader.mark(end, &[';', ')', ',']) && at > 0 && !said && cites(reader, at);
    if cited {
        return Some(Step::Pass(if reader.is(end + 1, Is::Digits) { end + 2 } else { end }));
    }
    is.then(|| step(end, Amount::Date(date(year), None)))
}

/// Whether a year stands inside brackets behind a name.
fn cites(reader: &Reader<'_>, at: usize) -> bool {
    let name = reader.capitalised(at - 1) || reader.mark(at - 1, &['.', ',']);
    let open = (at.saturating_sub(24)..at).rev().find(|it| reader.mark(*it, &['(', ')']));
    let bracket = open.is_some_and(|it| reader.mark(it, &['(']) && it + 1 < at && reader.capitalised(it + 1));
    name && bracket && reader.phrase_before(Class::Month, at).is_none()
}
