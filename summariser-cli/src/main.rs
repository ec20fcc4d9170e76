//! The binary: parses, runs, and says by its exit status how it went.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    summariser_cli::commands::run(&summariser_cli::args::Args::parse())
}
