//! Scores: `3-1`, `2:1`. A score and a range are written alike, so one that could count what follows it is none.

use super::quantity::Quantity;
use super::{Reading, Scanner, Step};
use crate::figure::{Amount, Kind};
use crate::lexicon::Class;
use crate::number::{Number, number};
use crate::token::Kind as Is;

/// `3-1`, `2:1`, `3比1`.
pub(super) fn read(scanner: &Scanner<'_>, quantity: &Quantity) -> Option<Step> {
    let (reader, first) = (&scanner.reader, &quantity.first);
    let mark = reader.mark(first.end, &['-', '–', '‑', ':']) && reader.glued(first.end) && reader.glued(first.end + 1);
    let next = if mark { first.end + 1 } else { reader.phrase(Class::ScoreWord, first.end)?.1 };
    let second = number(reader, next).filter(|_| reader.is(next, Is::Digits))?;
    if !scanner.is_score(first, &second) {
        return None;
    }
    // A third number makes it a code.
    if reader.mark(second.end, &['-', '/', ':'])
        && reader.is(second.end + 1, Is::Digits)
        && reader.glued(second.end + 1)
    {
        return Some(Step::Pass(scanner.beyond(second.end)));
    }
    Some(Step::Figure(Reading::plain(quantity.at, second.end, Kind::Score, Amount::Score(first.value, second.value))))
}

impl Scanner<'_> {
    /// Whether two plain numbers around a dash look like a score: nothing follows that they could count.
    pub(super) fn is_score(&self, first: &Number, second: &Number) -> bool {
        let reader = &self.reader;
        let end = second.end;
        let counted =
            [Class::Unit, Class::Duration, Class::Percent, Class::Currency, Class::Money, Class::Counter, Class::Old]
                .iter()
                .any(|class| reader.phrase(*class, end).is_some());
        let plural = self.noun(end, false).is_some_and(|(_, to)| self.is_plural(to - 1) && !reader.capitalised(to - 1));
        let compound = reader.mark(end, &['-']) && reader.glued(end + 1);
        first.plain > 0 && second.plain > 0 && first.plain <= 3 && second.plain <= 3 && !counted && !plural && !compound
    }
}
