//! [`Quantity`]: a number with all that makes one amount of it: its sign, the letter that multiplies it, the number that
//! it is the lower end to. It is read once, and every kind of figure is decided on the same one.

use super::{Reading, Scanner};
use crate::figure::{Amount, Kind};
use crate::lexicon::Class;
use crate::number::{Number, number, tidy};
use crate::token::Kind as Is;

/// An amount and where it stands.
pub(super) struct Quantity {
    /// Where it begins, with its sign.
    pub(super) start: usize,
    /// Where its first number begins.
    pub(super) at: usize,
    pub(super) first: Number,
    /// The number that it ends with, which is the first one unless it is a range.
    pub(super) last: Number,
    pub(super) amount: Amount,
    /// The currency that stands before it.
    pub(super) currency: Option<&'static str>,
}

impl Quantity {
    /// It as a figure that ends at a token.
    pub(super) fn reading(&self, end: usize, kind: Kind, unit: &'static str) -> Reading {
        Reading { unit, ..Reading::plain(self.start, end, kind, self.amount) }
    }
}

impl Scanner<'_> {
    /// What is made of the number at a token, behind a currency that begins at another one.
    pub(super) fn quantity(&self, at: usize, first: Number, currency: Option<(&'static str, usize)>) -> Quantity {
        let first = self.suffixed(first, currency.is_some());
        let (amount, last) = self.range(at, first);
        let amount = if self.sign(at) < at { map(amount, |value| -value) } else { amount };
        let start = self.sign(currency.map_or(at, |(_, start)| start));
        Quantity { start, at, first, last, amount, currency: currency.map(|(unit, _)| unit) }
    }

    /// A number with the letter glued to it that multiplies it: `38m` after a currency, `1.2m units`.
    fn suffixed(&self, first: Number, money: bool) -> Number {
        let reader = &self.reader;
        let Some((entry, end)) = reader.phrase(Class::Suffix, first.end).filter(|_| reader.glued(first.end)) else {
            return first;
        };
        let short = matches!(entry.key, "m" | "b");
        if first.spelled || (short && !money && self.noun(end, false).is_none_or(|(_, to)| !self.is_plural(to - 1))) {
            return first;
        }
        Number { value: tidy(first.value * entry.value), end, plain: 0, large: true, ..first }
    }

    /// The number with the one that it is the lower end to: `12–15`, `two to three`, `between 25 and 30`.
    fn range(&self, at: usize, first: Number) -> (Amount, Number) {
        let reader = &self.reader;
        let alone = (Amount::Number(first.value), first);
        let end = first.end;
        let dash = reader.mark(end, &['-', '–', '—', '~', '～', '〜', '‑']) && reader.glued(end);
        let next = if dash && (reader.glued(end + 1) || reader.is(end + 1, Is::Digits)) {
            end + 1
        } else if let Some((_, after)) = reader.phrase(Class::Range, end) {
            after
        } else if let (Some(_), Some((_, after))) =
            (reader.phrase_before(Class::Between, at), reader.phrase(Class::And, end))
        {
            after
        } else {
            return alone;
        };
        if dash && first.spelled {
            return alone;
        }
        // `$20-25` is a range, `$20 to $25` are two sums.
        let Some(second) = number(reader, next) else { return alone };
        let second = self.suffixed(second, false);
        let years = first.plain == 4 && (first.value > 1100.0 && first.value < 2100.0);
        if second.value <= first.value || years || (dash && self.is_score(&first, &second)) {
            return alone;
        }
        // `2 to 3 million`
        let factor = if second.large && !first.large && second.value >= 1e5 && first.value < 1e3 {
            self.scale_of(next, second.end)
        } else {
            1.0
        };
        (Amount::Range(first.value * factor, second.value), Number { large: first.large || second.large, ..second })
    }

    /// What the last word of a number multiplies by.
    fn scale_of(&self, start: usize, end: usize) -> f64 {
        let found = self.reader.phrase_before(Class::Scale, end).filter(|(_, at)| *at > start);
        found.map_or(1.0, |(entry, _)| entry.value)
    }

    /// Where a minus before a token begins, if there is one.
    fn sign(&self, at: usize) -> usize {
        let reader = &self.reader;
        let Some(before) = at.checked_sub(1) else { return at };
        let free = !reader.glued(before) || before > 0 && reader.mark(before - 1, &['(']);
        if reader.mark(before, &['-', '−', '–']) && reader.glued(at) && free { before } else { at }
    }
}

/// An amount with its numbers changed.
pub(super) fn map(amount: Amount, change: impl Fn(f64) -> f64) -> Amount {
    match amount {
        Amount::Number(value) => Amount::Number(change(value)),
        Amount::Range(from, to) => Amount::Range(change(from), change(to)),
        other => other,
    }
}
