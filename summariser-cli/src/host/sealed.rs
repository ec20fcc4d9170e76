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
/// The file cannot be read, copied or trusted, or is not any more what it was when plugins were looked for.
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
    let copied = memory::of(&opened);
    match copied.map_err(|error| failure(format!("its bytes cannot be copied into memory: {error}")))? {
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

    /// How often a file is copied before it is said that it cannot be: a signal may come between, and what was just written
    /// cannot be sealed while the kernel still has it in hand.
    const ATTEMPTS: u32 = 5;

    /// What a file holds, in memory that is sealed, and the view of that; nothing where there is no such memory.
    pub(super) fn of(opened: &Opened) -> io::Result<Option<(File, Mmap)>> {
        match tried(|| once(opened)) {
            Err(error) if is_lacking(&error) => Ok(None),
            copied => copied.map(Some),
        }
    }

    /// What comes of one of a few attempts, or why the last one came to nothing.
    fn tried<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
        let mut number = 0;
        loop {
            number += 1;
            match attempt() {
                Err(error) if number < ATTEMPTS && !is_lacking(&error) => {
                    sleep(Duration::from_millis(1 << number));
                }
                last => return last,
            }
        }
    }

    /// Whether there is no such memory: the kernel is too old, or something forbids it.
    fn is_lacking(error: &io::Error) -> bool {
        matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::PermissionDenied | ErrorKind::InvalidInput)
    }

    fn once(opened: &Opened) -> io::Result<(File, Mmap)> {
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
        let view = unsafe { MmapOptions::new().map_copy_read_only(&sealed) }?;
        Ok((sealed, view))
    }

    pub(super) fn is_there() -> bool {
        !sealed(|mut memory| memory.write_all(b"any")).is_err_and(|error| is_lacking(&error))
    }

    fn sealed(fill: impl FnOnce(&File) -> io::Result<()>) -> io::Result<File> {
        let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
        // Older kernels know no flag for what they allow anyway, and where `vm.memfd_noexec` forbids it a library can be loaded
        // without.
        let made = memfd_create("summarise plugin", flags | MemfdFlags::EXEC);
        let file = File::from(made.or_else(|_| memfd_create("summarise plugin", flags))?);
        fill(&file)?;
        fcntl_add_seals(&file, SealFlags::WRITE | SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL)?;
        Ok(file)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn what_cannot_be_copied_says_why_after_a_few_attempts() {
            let mut attempts = 0;
            let error = tried(|| {
                attempts += 1;
                sealed(|_| Err(io::Error::other(format!("no room the {attempts}. time"))))
            });
            assert_eq!(
                (attempts, error.expect_err("no attempt works").to_string()),
                (ATTEMPTS, "no room the 5. time".to_owned())
            );
        }

        #[test]
        fn what_was_interrupted_is_copied_again() {
            let mut attempts = 0;
            let file = tried(|| {
                attempts += 1;
                sealed(
                    |mut memory| {
                        if attempts < 3 { Err(ErrorKind::Interrupted.into()) } else { memory.write_all(b"any") }
                    },
                )
            });
            assert_eq!((attempts, file.expect("the third attempt").metadata().expect("a file").len()), (3, 3));
        }

        #[test]
        fn a_kernel_without_such_memory_is_not_asked_again() {
            for kind in [ErrorKind::Unsupported, ErrorKind::PermissionDenied] {
                let mut attempts = 0;
                let error = tried(|| -> io::Result<()> {
                    attempts += 1;
                    Err(kind.into())
                });
                assert!(attempts == 1 && error.is_err(), "{kind}");
            }
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod memory {
    use std::fs::File;

    pub(super) fn of(_: &super::trust::Opened) -> std::io::Result<Option<(File, Vec<u8>)>> {
        Ok(None)
    }

    pub(super) fn is_there() -> bool {
        false
    }
}
