//! Says that it is `bullets`: whichever of the two is found first must win, and the other be shown as shadowed.

use summariser_core::prelude::*;

export! {
    /// Not the bullets that you are looking for.
    pub struct Duplicate("bullets") makes(bullet) {}
}

impl Summariser for Duplicate {
    fn summarise(&self, _document: &Document, out: &mut Output) -> Result {
        out.push(Block::new(BlockKind::Bullet).text("a duplicate's bullet"))
    }
}
