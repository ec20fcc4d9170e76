//! Shares and changes in per cent. The word or sign for it stands right behind the number or, in some languages, before
//! it; nothing else is looked at.

use super::quantity::Quantity;
use super::{Reading, Scanner, Step};
use crate::figure::Kind;
use crate::lexicon::Class;

/// `5%`, `百分之五`.
pub(super) fn read(scanner: &Scanner<'_>, quantity: &Quantity) -> Option<Step> {
    let (reader, end) = (&scanner.reader, quantity.last.end);
    if let Some((entry, start)) = reader.phrase_before(Class::PercentBefore, quantity.at) {
        return Some(Step::Figure(Reading { start, ..quantity.reading(end, Kind::Percent, entry.unit) }));
    }
    let (entry, end) = reader.phrase(Class::Percent, end)?;
    Some(Step::Figure(quantity.reading(end, Kind::Percent, entry.unit)))
}
