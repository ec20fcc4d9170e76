//! What a summary is: the document that a summariser reads, the blocks that it says, the trait that it implements and the
//! boundary across which a host calls it.
//!
//! This is all that a plugin needs, and by default it has no dependency. A whole plugin, in a crate of its own with
//! `crate-type = ["cdylib"]`:
//!
//! ```
//! use summariser_core::prelude::*;
//!
//! export! {
//!     /// Keeps the longest sentences.
//!     pub struct Longest("longest") {
//!         /// How many sentences to keep.
//!         count: u32 = 1 in 1..=50,
//!     }
//! }
//!
//! impl Summariser for Longest {
//!     fn summarise(&self, document: &Document, out: &mut Output) -> Result {
//!         let mut all: Vec<_> = document.sentences().collect();
//!         all.sort_by_key(|sentence| std::cmp::Reverse(sentence.span().len()));
//!         all.iter().take(self.count as usize).try_for_each(|sentence| out.sentence(sentence))
//!     }
//! }
//!
//! // A test needs no host; `Document::parse` comes with the feature `analysis`.
//! # #[cfg(feature = "analysis")] {
//! let document = Document::parse("It rained. The old bridge over the Lind was closed to lorries on Monday.");
//! let summary = Summary::of(&Longest { count: 1 }, &document).expect("it says something");
//! assert_eq!(summary.text(), "The old bridge over the Lind was closed to lorries on Monday.");
//! # }
//! ```
//!
//! The path of the data: a host decodes and analyses a text into the columns of a [`Document`]; a [`Summariser`] reads
//! them and pushes [`Block`]s into an [`Output`]; every block points at the [`Span`]s it came from.
//!
//! Nothing here does input or output: no files, environment, clock, terminal or network. What comes out is a function of
//! what goes in.
//!
//! # Features
//! - `analysis`: [`text`] finds the structure of a text, and [`Document::parse`] joins it with salience. For hosts,
//!   evaluation and tests.
//! - `rank`: [`rank`] weighs sentences, by more than a dozen methods, and [`keyphrase`] finds what a text is about.
//! - `trim`: [`trim`] shortens one sentence.

pub mod abi;
#[cfg(feature = "analysis")]
pub mod analysis;
pub mod document;
mod error;
#[cfg(feature = "rank")]
pub mod keyphrase;
pub mod length;
pub mod line_break;
#[cfg(any(feature = "rank", feature = "trim"))]
mod link;
#[cfg(feature = "trim")]
mod markup;
#[cfg(any(feature = "analysis", feature = "trim"))]
mod note;
mod opening;
mod paragraph;
#[cfg(any(feature = "rank", feature = "trim"))]
mod part_of_speech;
mod quotation;
#[cfg(feature = "rank")]
pub mod rank;
pub mod select;
mod span;
mod summariser;
pub mod summary;
#[cfg(feature = "trim")]
mod tex;
#[cfg(feature = "analysis")]
pub mod text;
#[cfg(feature = "trim")]
pub mod trim;
#[cfg(any(feature = "rank", feature = "trim"))]
mod word_table;

pub use document::{Document, Paragraph, Reads, Sentence, Word};
pub use error::{Error, Result};
pub use length::Length;
pub use paragraph::ParagraphKind;
pub use span::Span;
pub use summariser::{Output, Sink, Summariser};
pub use summary::{Attribute, Block, BlockKind, Summary, Value};

/// What a plugin's file begins with: `use summariser_core::prelude::*;`
pub mod prelude {
    pub use crate::{
        Block, BlockKind, Document, Error, Length, Output, ParagraphKind, Result, Sentence, Span, Summariser, Summary,
        Value, export,
    };
}
