//! [`Leads`]: the first sentences of a document, each cut into tokens once and only if somebody asks: the search for a lead,
//! that for what a paper presents, and key phrases look at the same ones.

use std::cell::OnceCell;

use summariser_core::prelude::*;
use summariser_core::trim::{Lead, lowered};

/// How many sentences from the beginning are read.
pub(super) const READ: usize = 8;

/// The sentences in lower case, which their leads borrow.
#[derive(Default)]
pub(super) struct Small([OnceCell<String>; READ]);

/// The first sentences, read.
pub(super) struct Leads<'d> {
    document: &'d Document<'d>,
    small: &'d Small,
    read: [OnceCell<Lead<'d>>; READ],
}

impl<'d> Leads<'d> {
    pub(super) fn of(document: &'d Document<'d>, small: &'d Small) -> Leads<'d> {
        Leads { document, small, read: Default::default() }
    }

    /// The sentence of this number; `None` behind the first ones.
    pub(super) fn get(&self, number: usize) -> Option<&Lead<'d>> {
        let (small, read) = (self.small.0.get(number)?, self.read.get(number)?);
        let (text, span) = (self.document.text(), self.document.sentence(number)?.span());
        let small = small.get_or_init(|| lowered(text, span));
        Some(read.get_or_init(|| Lead::new(text, span, self.document.language(), small)))
    }
}
