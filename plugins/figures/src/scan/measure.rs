//! Measures and durations: a number and its unit. Where a word is both, the longer phrase says which.

use super::quantity::Quantity;
use super::{Scanner, Step};
use crate::figure::Kind;
use crate::lexicon::Class;

/// `10 km`, `six weeks`.
pub(super) fn read(scanner: &Scanner<'_>, quantity: &Quantity) -> Option<Step> {
    let (reader, last) = (&scanner.reader, &quantity.last);
    let unit = reader.phrase(Class::Unit, last.end);
    let duration = reader.phrase(Class::Duration, last.end);
    let (kind, (entry, end)) = match (unit, duration) {
        (Some(unit), Some(duration)) if duration.1 > unit.1 => (Kind::Duration, duration),
        (Some(unit), _) => (Kind::Measure, unit),
        (None, duration) => (Kind::Duration, duration?),
    };
    // Nothing is weighed in millions of pounds.
    let sterling = kind == Kind::Measure
        && quantity.first.large
        && entry.unit == "lb"
        && entry.key.starts_with("pound")
        && last.value >= 1e6;
    let reading =
        if sterling { quantity.reading(end, Kind::Money, "GBP") } else { quantity.reading(end, kind, entry.unit) };
    Some(Step::Figure(reading))
}
