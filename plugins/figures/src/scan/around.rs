//! The words around a figure that say how sure it is: `about`, `at least`, `or more`. They are part of its words, and no
//! part of its value.

use super::Scanner;
use crate::figure::{Amount, Kind};
use crate::lexicon::{Class, Entry};

impl Scanner<'_> {
    /// Where the words before a figure begin that say how sure it is: `about`, `at least`, `between` before a range.
    pub(super) fn opening(&self, start: usize, floor: usize, kind: Kind, amount: &Amount) -> usize {
        let reader = &self.reader;
        let free = |found: Option<(&'static Entry, usize)>| {
            // `over six weeks` is how long, not how sure.
            let during = |key: &str| kind == Kind::Duration && matches!(key, "over" | "under" | "sur" | "über");
            found.filter(|(entry, at)| *at >= floor && !during(entry.key)).map(|(_, at)| at)
        };
        let range = matches!(amount, Amount::Range(..));
        let between = if range { free(reader.phrase_before(Class::Between, start)) } else { None };
        let start = between.unwrap_or(start);
        let Some(about) = free(reader.phrase_before(Class::About, start)) else { return start };
        free(reader.phrase_before(Class::About, about)).unwrap_or(about)
    }

    /// Where the words behind a figure end that say how sure it is: `or more`.
    pub(super) fn closing(&self, end: usize) -> usize {
        self.reader.phrase(Class::After, end).map_or(end, |(_, end)| end)
    }
}
