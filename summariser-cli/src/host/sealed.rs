//! The bytes of a plugin's file, copied once: what was judged is what is loaded, whatever becomes of the file
//! meanwhile.

#![cfg_attr(target_os = "linux", expect(unsafe_code, reason = "sealed memory is looked at where it is"))]

use std::fs::File;

use summariser_core::abi::host::{Failure, FailureKind};

use super::discover::Plugin;
use super::inspect::is_still;
use super::trust::{self, Digest};

/// The bytes of a plugin's file in memory that nobody can change any more; nothing where the system cannot load from it,
/// and then the file itself is loaded.
///
/// # Errors
/// The file cannot be read or trusted, or is not any more what it was when plugins were looked for.
pub fn seal(plugin: &Plugin) -> Result<Option<File>, Failure> {
    let failure = |why: String| Failure::new(FailureKind::Load, format!("{}: {why}", plugin.path.display()));
    let opened = trust::open(&plugin.path).map_err(failure)?;
    opened.trusted.clone().map_err(failure)?;
    let judge = |bytes: &[u8]| {
        let is_same = plugin.digest.is_none_or(|digest| digest == Digest::of(bytes));
        if is_same && is_still(bytes, &plugin.inspected).map_err(failure)? {
            return Ok(());
        }
        Err(failure("it was changed since plugins were looked for; run this again".to_owned()))
    };
    match memory::of(&opened) {
        Some((sealed, bytes)) => judge(&bytes).map(|()| Some(sealed)),
        None => judge(&opened.bytes().map_err(failure)?).map(|()| None),
    }
}

/// Whether plugins are loaded from memory here; else from their files.
#[must_use]
pub fn from_memory() -> bool {
    memory::is_there()
}

/// The digest of a plugin as it was loaded; `sealed` is what [`seal`] made of it.
#[must_use]
pub fn digest(plugin: &Plugin, sealed: Option<&File>) -> Option<Digest> {
    plugin.digest.or_else(|| match sealed {
        Some(sealed) => Digest::of_file(sealed).ok(),
        None => trust::open(&plugin.path).and_then(|opened| opened.digest()).ok(),
    })
}

#[cfg(target_os = "linux")]
mod memory {
    use std::fs::File;
    use std::io::{self, ErrorKind, Read, Seek, Write};
    use std::thread::sleep;
    use std::time::Duration;

    use memmap2::{Mmap, MmapOptions};
    use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create};

    use super::trust::Opened;

    /// How often a file is copied before it is said that the system cannot do it: a signal may come between, and what was just
    /// written cannot be sealed while the kernel still has it in hand.
    const ATTEMPTS: u32 = 5;

    /// What a file holds, in memory that is sealed, and the view of that.
    pub(super) fn of(opened: &Opened) -> Option<(File, Mmap)> {
        (0..ATTEMPTS).find_map(|attempt| {
            if attempt > 0 && is_there() {
                sleep(Duration::from_millis(1 << attempt));
            }
            once(opened)
        })
    }

    fn once(opened: &Opened) -> Option<(File, Mmap)> {
        // By which the kernel copies, where it can: through this process it would take twice as long.
        let copy = |mut memory: &File| {
            (&opened.file).rewind()?;
            loop {
                let left = (opened.length as u64).saturating_sub(memory.stream_position()?);
                match io::copy(&mut (&opened.file).take(left), &mut memory) {
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    copied => return copied.map(drop),
                }
            }
        };
        let sealed = sealed(copy)?;
        // SAFETY: it is sealed, so that nobody can write to it or shrink it.
        let view = unsafe { MmapOptions::new().map_copy_read_only(&sealed) }.ok()?;
        Some((sealed, view))
    }

    pub(super) fn is_there() -> bool {
        sealed(|mut memory| memory.write_all(b"any")).is_some()
    }

    fn sealed(fill: impl FnOnce(&File) -> io::Result<()>) -> Option<File> {
        let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
        // Older kernels know no flag for what they allow anyway; newer ones may forbid to load from memory at all.
        let made = memfd_create("summarise plugin", flags | MemfdFlags::EXEC);
        let file = File::from(made.or_else(|_| memfd_create("summarise plugin", flags)).ok()?);
        fill(&file).ok()?;
        fcntl_add_seals(&file, SealFlags::WRITE | SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL).ok()?;
        Some(file)
    }
}

#[cfg(not(target_os = "linux"))]
mod memory {
    use std::fs::File;

    pub(super) fn of(_: &super::trust::Opened) -> Option<(File, Vec<u8>)> {
        None
    }

    pub(super) fn is_there() -> bool {
        false
    }
}
