//! How far a long run has come: one line on a terminal, written over again and gone at the end. Who looks at no terminal,
//! or waits less than a second, sees nothing of it.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// From when on it is worth saying something, and how often.
const PATIENCE: Duration = Duration::from_secs(1);
const PACE: Duration = Duration::from_millis(200);

/// How far a run has come.
pub(super) struct Progress {
    what: &'static str,
    total: usize,
    /// When something is to be said next; nothing is said where standard error is no terminal.
    next: Option<Instant>,
    /// How many columns stand on the line now.
    shown: usize,
}

impl Progress {
    /// A run over so many things, of which none is done.
    pub(super) fn new(what: &'static str, total: usize) -> Progress {
        let next = io::stderr().is_terminal().then(|| Instant::now() + PATIENCE);
        Progress { what, total, next, shown: 0 }
    }

    /// Says, now and then, how many are done.
    pub(super) fn done(&mut self, done: usize) {
        let now = Instant::now();
        if self.next.is_some_and(|next| next <= now) {
            self.next = Some(now + PACE);
            let line = format!("{done} of {} {}", self.total, self.what);
            // If standard error is closed there is nobody to tell.
            let _ = write!(io::stderr(), "\r{line:<0$}", self.shown);
            self.shown = line.len().max(self.shown);
        }
    }

    /// Takes the line away, so that something else can be said.
    pub(super) fn clear(&mut self) {
        if self.shown > 0 {
            let _ = write!(io::stderr(), "\r{:1$}\r", "", self.shown);
            self.shown = 0;
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}
