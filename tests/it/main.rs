//! The behaviour suite: what the built program does, seen from outside. Each suite is a table of cases and one `check`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

mod support; // the staged program and plugins, and what they said

mod architecture; // the map's promises: who may import what, where `unsafe` is, what core does not do
mod chain; // options, pipes, named chains, configuration
mod cli; // inputs, outputs, flags, exit status
mod corpus; // many texts: found, in order, interrupted
mod eval; // chains beside human references
mod formats; // whole outputs, as accepted in `snapshots/`
mod host; // where plugins are found, and plugins that misbehave
mod invariants; // what holds for every text
mod isolation; // plugins that do harm, and what holds them
mod readme; // the README's plugin, built and run as it stands there
mod render; // of formats what no snapshot shows
mod trust; // whose plugins are used: checks, lock, pins, quarantine, and the commands for them

mod cases; // the table of snapshots
