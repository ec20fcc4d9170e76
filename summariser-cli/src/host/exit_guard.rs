//! A plugin that calls `exit` ends the program, perhaps with status 0 and half of the output: the worst of endings, for
//! nobody notices. So whoever leaves while a plugin is at work is named, and the status says that something broke. (A
//! plugin that calls `_exit` or is killed escapes this; a process of its own is what contains it.)

#![expect(unsafe_code, reason = "a handler for the end of the process is set by a function of C")]

use std::cell::Cell;
use std::io::{self, Write};
use std::sync::{Mutex, Once, PoisonError};

/// The exit status where a plugin ended the program: `EX_SOFTWARE` of BSD's `sysexits.h`.
pub const STATUS: i32 = 70;

/// The plugins that are at work, each on a thread; those that are done leave their place empty.
static AT_WORK: Mutex<Vec<Option<String>>> = Mutex::new(Vec::new());

thread_local! {
    /// This thread's place among them. It needs no destructor, and so is there to the very end.
    static PLACE: Cell<Option<usize>> = const { Cell::new(None) };
}

/// While this lives, a plugin is at work on this thread.
pub struct AtWork(());

impl AtWork {
    /// Says that a plugin is at work from now on.
    #[must_use]
    pub fn new(plugin: &str) -> AtWork {
        static SET: Once = Once::new();
        // SAFETY: `at_exit` is a function without arguments that does not unwind; where it cannot be set, an early end is
        // only not named.
        SET.call_once(|| _ = unsafe { libc::atexit(at_exit) });
        let mut at_work = AT_WORK.lock().unwrap_or_else(PoisonError::into_inner);
        let place = PLACE.get().unwrap_or(at_work.len());
        PLACE.set(Some(place));
        if place == at_work.len() {
            at_work.push(None);
        }
        at_work[place] = Some(plugin.to_owned());
        AtWork(())
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        if let Some(place) = PLACE.get() {
            AT_WORK.lock().unwrap_or_else(PoisonError::into_inner)[place] = None;
        }
    }
}

extern "C" fn at_exit() {
    // No plugin's code runs while the lock is held, so that whoever holds it is another thread and lets it go.
    let at_work = AT_WORK.lock().unwrap_or_else(PoisonError::into_inner);
    // Whoever ends the program does it on the thread on which it is at work, or on one of its own.
    let here = PLACE.get().and_then(|place| at_work.get(place)?.as_deref());
    if let Some(plugin) = here.or_else(|| at_work.iter().flatten().map(String::as_str).next()) {
        let _ =
            writeln!(io::stderr(), "summarise: the plugin {plugin} ended the program; what came after was not done");
        // SAFETY: ends the process at once; nothing is called after it.
        unsafe { libc::_exit(STATUS) };
    }
}
