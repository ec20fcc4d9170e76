//! Sums of money. A currency before the number decides at once, since nothing else is written so; one behind it has to
//! be its name or sign, and no word of one letter.

use super::quantity::{Quantity, map};
use super::{Scanner, Step};
use crate::figure::Kind;
use crate::lexicon::Class;
use crate::token::Kind as Is;

/// `$5`, `EUR 20 to 30`.
pub(super) fn behind_currency(scanner: &Scanner<'_>, quantity: &Quantity) -> Option<Step> {
    let end = scanner.repeated_currency(quantity.last.end);
    Some(Step::Figure(quantity.reading(end, Kind::Money, quantity.currency?)))
}

/// `5 dollars`, `3 millions d'euros`, `20 cents`.
pub(super) fn before_currency(scanner: &Scanner<'_>, quantity: &Quantity) -> Option<Step> {
    let (reader, last) = (&scanner.reader, &quantity.last);
    let of = if last.large { reader.phrase(Class::Of, last.end) } else { None };
    let at = of.map_or(last.end, |(_, end)| end);
    let word = |key: &str| key.len() > 1 || reader.is(at, Is::Mark) || reader.is(at, Is::Sign);
    let (entry, end) = reader.currency(at).filter(|(entry, _)| word(entry.key))?;
    let (unit, divisor) = entry.unit.split_once('/').unwrap_or((entry.unit, "1"));
    let divisor = divisor.parse().unwrap_or(1.0);
    let mut reading = quantity.reading(end, Kind::Money, unit);
    reading.amount = map(reading.amount, |value| value / divisor);
    Some(Step::Figure(reading))
}

impl Scanner<'_> {
    /// The currency before a number, and where it begins.
    pub(super) fn currency_before(&self, at: usize, floor: usize) -> Option<(&'static str, usize)> {
        let reader = &self.reader;
        let end = if reader.mark(at.checked_sub(1)?, &['.']) && reader.glued(at - 1) { at - 1 } else { at };
        let (entry, start) = reader.phrase_before(Class::Money, end)?;
        (start >= floor).then_some((entry.unit, start))
    }

    /// The currency said once more behind an amount: `$5 US`, none so far but the code.
    fn repeated_currency(&self, end: usize) -> usize {
        let reader = &self.reader;
        let code = reader.currency(end).filter(|(entry, _)| entry.key.len() >= 3);
        code.map_or(end, |(_, end)| end)
    }
}
