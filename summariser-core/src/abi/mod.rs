//! The plugin boundary: what crosses between a host and a shared library, in C's terms. Hand-written, because a plugin
//! must be writable in any language and must outlive the compiler that built it.
//!
//! **What a library exports.** One data symbol, `SUMMARISER_PLUGIN`, a [`Plugin`] table. Its first 24 bytes (magic, ABI
//! version, size, the oldest host that will do) never change, in any version, and are judged before anything is called.
//! The symbol is data, so that looking at it runs nothing.
//!
//! **Who owns what.** The host lends the document for the length of one `run`. The plugin lends each block for the length
//! of one `emit`, and the host copies it. Nothing that one side allocated is ever freed by the other. The exception that
//! proves it is the instance: the plugin makes it in `create` and unmakes it in `destroy`, and the host only carries it.
//!
//! **Threads.** The host calls `create`, `run` and `destroy` of an instance one at a time, perhaps on different threads.
//! It may make several instances. `emit`, `fail`, `log` and `poll` may be called only from the thread that `run` (or
//! `create`) is on, and only until it returns.
//!
//! **Growth.** Every table carries `struct_size`. A reader copies the smaller of the two sizes into a zeroed table of its
//! own and never looks at the original again ([`table::take`]). Fields are appended, never moved, resized or reused;
//! zero means absent. Repeated things are columns ([`DocumentTable`]), since an array of tables cannot grow;
//! [`Span`](crate::Span), [`OptionTable`] and [`AttributeTable`] are frozen.
//!
//! **Failures.** Nothing unwinds across: the plugin's half catches panics, the host's half catches its own. Whatever a
//! plugin returns is input, checked by [`host`] before anybody else sees it.

#![expect(unsafe_code, reason = "the boundary itself: every pointer that crosses it is made or read here")]

mod export;
pub mod host;
pub mod option;
pub mod plugin;
pub mod table;

pub use export::{Declaration, OptionDeclaration, manifest_size, manifest_text, plain_name, write_manifest};
pub use table::{AttributeTable, BlockTable, CallTable, DocumentTable, OptionTable, Plugin, Str};

/// The first bytes of every plugin's table.
pub const MAGIC: [u8; 8] = *b"SMRPLUG\0";
/// The major version of the boundary: libraries of another one cannot be loaded.
pub const MAJOR: u16 = 1;
/// The minor version of the boundary: it grows when fields are appended or a kind of block is added. 1.1 added notes; an
/// older host refuses a section that says one.
pub const MINOR: u16 = 1;
/// The name of the one symbol that a plugin exports.
pub const SYMBOL: &str = "SUMMARISER_PLUGIN";
/// What stands before a plugin's manifest in its file; a NUL byte stands after it.
pub const MANIFEST_MARKER: &[u8] = b"\x7fSMR-MANIFEST-1\n";
/// The section of the file in which a manifest is found at once; where there is none, it is sought in the whole file.
pub const MANIFEST_SECTION: &str = ".smr";

/// What `create` and `run` return.
pub mod status {
    /// All well.
    pub const OK: i32 = 0;
    /// The summariser gave up; it said why through `fail`.
    pub const ERROR: i32 = 1;
    /// It panicked, and its own half of the boundary caught that.
    pub const PANIC: i32 = 2;
    /// It stopped because the host asked it to.
    pub const STOPPED: i32 = 3;
    /// An option was not what it expects.
    pub const BAD_OPTION: i32 = 4;
}

/// Why a library's table cannot be used: a sentence that names the mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement(pub String);

impl std::fmt::Display for Judgement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Judgement {}

/// The 24 bytes that every table of every version begins with.
pub const HEADER: usize = 24;

/// The version that a table was compiled for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its major version.
    pub major: u16,
    /// Its minor version.
    pub minor: u16,
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// The version that this build speaks.
pub const VERSION: Version = Version { major: MAJOR, minor: MINOR };

/// Judges the first bytes of a table, from a file or from memory, in this machine's byte order.
///
/// # Errors
/// A [`Judgement`] where the magic is wrong, the major version is another one, the plugin needs a newer host, or the
/// table is too small to be one.
pub fn judge(header: &[u8; HEADER]) -> Result<Version, Judgement> {
    let pair = |at: usize| u16::from_ne_bytes([header[at], header[at + 1]]);
    if header[..8] != MAGIC {
        return Err(Judgement(format!("its symbol {SYMBOL} does not begin as a plugin's does; it is something else")));
    }
    let version = Version { major: pair(8), minor: pair(10) };
    let size = u32::from_ne_bytes([header[12], header[13], header[14], header[15]]);
    let needs = pair(16);
    if version.major != MAJOR {
        let mend = if version.major > MAJOR { "update the host or rebuild the plugin" } else { "rebuild the plugin" };
        return Err(Judgement(format!("it is built for plugin ABI {version}, this host speaks {VERSION}; {mend}")));
    }
    if needs > MINOR {
        return Err(Judgement(format!(
            "it needs plugin ABI {MAJOR}.{needs}, this host speaks {VERSION}; update the host"
        )));
    }
    if (size as usize) < table::PLUGIN_1_0 {
        return Err(Judgement(format!(
            "its table has {size} bytes where {} are due; rebuild the plugin",
            table::PLUGIN_1_0
        )));
    }
    Ok(version)
}

#[cfg(test)]
mod tests;
