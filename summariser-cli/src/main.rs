//! The binary: parses, runs, and says by its exit status how it went. Started as a worker it is one, before anything else.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    #[cfg(unix)]
    if std::env::args_os().nth(1).is_some_and(|first| first == summariser_cli::host::process::WORKER) {
        std::process::exit(summariser_cli::host::worker::run());
    }
    summariser_cli::commands::run(&summariser_cli::args::Args::parse())
}
