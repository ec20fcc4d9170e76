//! A plugin that calls `exit` ends the program, perhaps with status 0 and half of the output: the worst of endings, for
//! nobody notices. So whoever leaves while a plugin is at work is named, and the status says that something broke. (A
//! plugin that calls `_exit` or is killed escapes this; a process of its own is what contains it.)

#![expect(unsafe_code, reason = "a handler for the end of the process is set by a function of C")]

use std::io::{self, Write};
use std::sync::{Mutex, Once, PoisonError};

/// The exit status where a plugin ended the program: `EX_SOFTWARE` of BSD's `sysexits.h`.
pub const STATUS: i32 = 70;

/// The plugin that is at work.
static AT_WORK: Mutex<Option<String>> = Mutex::new(None);

/// While this lives, a plugin is at work.
pub struct AtWork(());

impl AtWork {
    /// Says that a plugin is at work from now on.
    #[must_use]
    pub fn new(plugin: &str) -> AtWork {
        static SET: Once = Once::new();
        // SAFETY: `at_exit` is a function without arguments that does not unwind; where it cannot be set, an early end is
        // only not named.
        SET.call_once(|| _ = unsafe { libc::atexit(at_exit) });
        *AT_WORK.lock().unwrap_or_else(PoisonError::into_inner) = Some(plugin.to_owned());
        AtWork(())
    }
}

impl Drop for AtWork {
    fn drop(&mut self) {
        *AT_WORK.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

extern "C" fn at_exit() {
    // Another thread that holds the lock is about to say that no plugin is at work.
    if let Ok(at_work) = AT_WORK.try_lock()
        && let Some(plugin) = at_work.as_deref()
    {
        let _ =
            writeln!(io::stderr(), "summarise: the plugin {plugin} ended the program; what came after was not done");
        // SAFETY: ends the process at once; nothing is called after it.
        unsafe { libc::_exit(STATUS) };
    }
}
