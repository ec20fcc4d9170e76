//! Reads nothing and says nothing: what remains when it is called is what calling costs.

use summariser_core::prelude::*;

export! {
    /// Says nothing.
    pub struct Silent("silent") makes(bullet) {}
}

impl Summariser for Silent {
    fn summarise(&self, _document: &Document, _out: &mut Output) -> Result {
        Ok(())
    }
}
