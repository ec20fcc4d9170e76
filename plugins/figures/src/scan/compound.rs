//! A number that is one word with what it counts: `160-foot descent`, `80,000-seat stadium`. It takes the noun that it
//! stands before along; other words than English ones behind a hyphen make it part of a name.

use super::quantity::Quantity;
use super::{Reading, Scanner, Step};
use crate::figure::Kind;
use crate::lexicon::Class;
use crate::token::Kind as Is;

pub(super) fn read(scanner: &Scanner<'_>, quantity: &Quantity) -> Option<Step> {
    let (reader, last) = (&scanner.reader, &quantity.last);
    let at = last.end + 1;
    let joined = reader.mark(last.end, &['-', '‑']) && reader.glued(last.end) && reader.glued(at);
    if !joined || !reader.is(at, Is::Word) {
        return None;
    }
    let unit = reader.phrase(Class::Unit, at).map(|found| (found, Kind::Measure));
    let found = unit.or_else(|| reader.phrase(Class::Duration, at).map(|found| (found, Kind::Duration)));
    let word = at + 1;
    let english = reader.language(&["en"]);
    let (kind, unit, noun, end) = match found {
        Some(((entry, end), kind)) => (kind, entry.unit, None, end),
        None if reader.phrase(Class::NotUnit, at).is_some() || reader.capitalised(at) || !english => {
            return Some(Step::Pass(scanner.beyond(last.end)));
        }
        None => (Kind::Count, "", Some((at, word)), word),
    };
    // `5-foot-11` is more than this says.
    let end = if reader.mark(end, &['-']) && reader.glued(end) && reader.glued(end + 1) {
        let further = scanner.beyond(end);
        if noun.is_some() {
            return Some(Step::Pass(further));
        }
        further
    } else {
        end
    };
    let end = end + usize::from(english && scanner.is_content(end));
    Some(Step::Figure(Reading { noun, ..quantity.reading(end, kind, unit) }))
}
