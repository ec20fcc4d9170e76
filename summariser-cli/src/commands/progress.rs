//! How far a long run has come: one line on a terminal, gone at the end. Who looks at no terminal, has the results on it,
//! or waits less than a second, sees nothing of it.

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// From when on it is worth saying something.
const PATIENCE: Duration = Duration::from_secs(1);
/// How many times a second it is said.
const PACE: u8 = 5;

/// How much there is to do.
pub(super) enum Total {
    /// So many documents.
    Documents(u64),
    /// Documents of so many bytes together, if that is known.
    Bytes(Option<u64>),
}

/// How far a run has come.
pub(super) struct Progress {
    bar: ProgressBar,
    begun: Instant,
    is_watched: bool,
    is_shown: bool,
    counts_bytes: bool,
    documents: u64,
    failures: usize,
}

impl Progress {
    /// A run of which nothing is done; nothing is said of it where standard error is no terminal.
    pub(super) fn new(total: &Total, quiet: bool) -> Progress {
        let (length, line) = match total {
            Total::Documents(documents) => (Some(*documents), "{msg}, {eta} left"),
            Total::Bytes(Some(bytes)) => (Some(*bytes), "{msg}, {decimal_bytes_per_sec}, {eta} left"),
            Total::Bytes(None) => (None, "{msg}, {decimal_bytes_per_sec}"),
        };
        let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(line) {
            bar.set_style(style);
        }
        Progress {
            bar,
            begun: Instant::now(),
            is_watched: !quiet && io::stderr().is_terminal(),
            is_shown: false,
            counts_bytes: matches!(total, Total::Bytes(_)),
            documents: 0,
            failures: 0,
        }
    }

    /// Says, now and then, how much is done: one document more, of so many bytes, in which so much failed.
    pub(super) fn done(&mut self, bytes: usize, failures: usize) {
        if !self.is_watched {
            return;
        }
        self.documents += 1;
        self.failures += failures;
        self.bar.inc(if self.counts_bytes { bytes as u64 } else { 1 });
        if !self.is_shown && self.begun.elapsed() >= PATIENCE {
            self.is_shown = true;
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(PACE));
        }
        if self.is_shown {
            let of = if self.counts_bytes { None } else { self.bar.length() };
            let of = of.map(|length| format!(" of {length}")).unwrap_or_default();
            let failed = if self.failures > 0 { format!(", {} failed", self.failures) } else { String::new() };
            self.bar.set_message(format!("{}{of} documents{failed}", self.documents));
        }
    }

    /// Says something else on standard error, where the line does not stand in its way.
    pub(super) fn aside(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
