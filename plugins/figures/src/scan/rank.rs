//! Ranks: which of several. An ordinal says one only before what is ranked or behind a word such as *ranked*: *second* is
//! as often a manner of going on.

use super::quantity::Quantity;
use super::{Reading, Scanner, Step};
use crate::figure::{Amount, Kind};
use crate::lexicon::Class;

/// `25th`, with its ending glued to the digits.
pub(super) fn read(scanner: &Scanner<'_>, quantity: &Quantity) -> Option<Step> {
    let Quantity { at, ref first, ref last, .. } = *quantity;
    let ending = if first.plain > 0 { scanner.reader.phrase(Class::Ending, last.end) } else { None };
    let (_, end) = ending.filter(|_| scanner.reader.glued(last.end))?;
    scanner.ordinal(at, end, first.value, true).or(Some(Step::Pass(end)))
}

impl Scanner<'_> {
    /// An ordinal that says which of several.
    pub(super) fn ordinal(&self, at: usize, end: usize, value: f64, digits: bool) -> Option<Step> {
        let reader = &self.reader;
        let street =
            reader.phrase(Class::Street, end).is_some_and(|(_, after)| reader.capitalised(after - 1) || !digits);
        if street || reader.phrase(Class::Dull, end).is_some() || (!digits && reader.capitalised(at) && at > 0) {
            return None;
        }
        let ranked = reader.phrase_before(Class::Ranked, at).is_some();
        let noun = self.noun(end, true).filter(|(from, _)| !reader.capitalised(*from));
        // `third largest city`
        let noun = noun.map(|(from, _)| {
            let superlative = reader.word(from).ends_with("est") || reader.word(from) == "most";
            let end = if superlative && self.is_content(from + 1) { from + 2 } else { from + 1 };
            (from, end)
        });
        let english = reader.language(&["en"]);
        if noun.is_none() && !ranked && !(digits && english) {
            return None;
        }
        let end = noun.map_or(end, |(_, to)| to);
        Some(Step::Figure(Reading { noun, ..Reading::plain(at, end, Kind::Rank, Amount::Number(value)) }))
    }
}
