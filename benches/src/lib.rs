//! The pieces of the program's work that benches time and count, and the texts that they are done on. One list for both,
//! so that a time and a count of the same name are of the same thing.

pub mod texts;
mod work;

pub use work::{Work, works};
