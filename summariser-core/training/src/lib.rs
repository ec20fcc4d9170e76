//! How the forest of the ranker `learned` is made: texts with human summaries in, `salience.bin` out. One decision holds
//! throughout: everything is in a fixed order, on one thread, with logarithms from `libm` and a seeded generator, so that
//! the same data give the same file on every machine.

pub mod boost;
pub mod example;
pub mod kind;
pub mod rouge;
pub mod seed;
pub mod set;
