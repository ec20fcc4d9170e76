//! Counts: what is left, if it says of what. A number without a noun counts only where nobody would number a thing so:
//! `1.2 million`, `3,100`, `500+`.

use super::quantity::Quantity;
use super::{Reading, Scanner, Step};
use crate::figure::Kind;
use crate::lexicon::Class;
use crate::number::{Number, number};
use crate::token::Kind as Is;

pub(super) fn read(scanner: &Scanner<'_>, quantity: &Quantity) -> Option<Step> {
    let reader = &scanner.reader;
    let Quantity { start, at, ref first, ref last, .. } = *quantity;
    let end = last.end;
    // Glued to letters it is part of a name: `3D`.
    if reader.glued(end)
        && reader.is(end, Is::Word)
        && !(reader.counts() && reader.phrase(Class::Counter, end).is_some())
    {
        return Some(Step::Pass(scanner.beyond(at)));
    }
    // `第3位`
    let ranked = reader.phrase(Class::Ranked, end).filter(|_| reader.lexicon.has(Class::Rank));
    if let Some((entry, after)) = ranked {
        let before = reader.phrase_before(Class::Rank, at);
        if before.is_some() || entry.key == "位" && reader.language(&["ja"]) {
            let start = before.map_or(start, |(_, at)| at);
            let noun = Some((end, after));
            return Some(Step::Figure(Reading { start, noun, ..quantity.reading(after, Kind::Rank, "") }));
        }
    }
    let count = |end: usize, noun: Option<(usize, usize)>| {
        Some(Step::Figure(Reading { noun, ..quantity.reading(end, Kind::Count, "") }))
    };
    let english = reader.language(&["en"]);
    let plus = end + usize::from(reader.mark(end, &['+']) && reader.glued(end));
    let whole = if english { scanner.share(plus) } else { None };
    let noun = whole.or_else(|| scanner.noun(scanner.counted(plus, last), false));
    // What is written out and no plural follows is often no count: `season two set`.
    let sure = |to: usize| !first.spelled || first.large || !english || scanner.is_plural(to - 1);
    if let Some((from, to)) = noun.filter(|(_, to)| sure(*to)) {
        return count(to, Some((from, to)));
    }
    let bare = !first.spelled && first.plain == 0;
    if first.large
        || bare && plus > end
        || (bare && first.value.fract() != 0.0 && reader.phrase_before(Class::Of, at).is_some())
    {
        return count(plus, None);
    }
    Some(Step::Pass(if first.spelled { at + 1 } else { end }))
}

impl Scanner<'_> {
    /// Where the counted begins: behind `of` after a million.
    fn counted(&self, end: usize, first: &Number) -> usize {
        let of = self.reader.phrase(Class::Of, end).filter(|_| first.large && !self.reader.language(&["en"]));
        of.map_or(end, |(_, end)| end)
    }

    /// What a part is taken of: `four of the five countries`.
    fn share(&self, at: usize) -> Option<(usize, usize)> {
        let (_, of) = self.reader.phrase(Class::Of, at)?;
        let (_, det) = self.reader.phrase(Class::Det, of)?;
        let inner = number(&self.reader, det).map_or(det, |number| number.end);
        self.noun(inner, false).filter(|(_, to)| self.is_plural(to - 1))
    }
}
