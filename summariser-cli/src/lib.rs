//! The command `summarise`: carries texts to plugins and what they say to the reader.
//!
//! ```text
//! commands  →  chain  →  host        a chain runs over documents; a host runs plugins
//!     ↓          ↓
//! read, render  report               bytes to text, and what was said to output
//! ```
//!
//! [`read`](mod@read) and [`render`] know neither each other nor plugins; [`host`] knows no chains. `unsafe` is in
//! [`host`] alone. [`eval`] measures summaries and knows nothing of who makes them.

pub mod args;
pub mod chain;
pub mod commands;
pub mod config;
pub mod diagnostic;
pub mod eval;
pub mod host;
pub mod output;
pub mod read;
pub mod render;
pub mod report;
pub mod source_map;
