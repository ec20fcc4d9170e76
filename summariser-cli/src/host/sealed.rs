//! The bytes of a plugin's file, read once: what was judged is what is loaded, whatever becomes of the file meanwhile.

use std::fs::{self, File};

use summariser_core::abi::host::{Failure, FailureKind};

use super::discover::Plugin;
use super::inspect::inspect;
use crate::diagnostic::io_reason;

/// The bytes of a plugin's file in memory that nobody can change any more; nothing where the system cannot load from it,
/// and then the file itself is loaded.
///
/// # Errors
/// The file cannot be read, or is not any more what it was when plugins were looked for.
pub fn seal(plugin: &Plugin) -> Result<Option<File>, Failure> {
    let failure = |why: String| Failure::new(FailureKind::Load, format!("{}: {why}", plugin.path.display()));
    let bytes = fs::read(&plugin.path).map_err(|error| failure(format!("it cannot be read: {}", io_reason(&error))))?;
    let inspected = inspect(&bytes).map_err(failure)?;
    if inspected != plugin.inspected {
        return Err(failure("it was changed since plugins were looked for; run this again".to_owned()));
    }
    Ok(in_memory(&bytes))
}

#[cfg(target_os = "linux")]
fn in_memory(bytes: &[u8]) -> Option<File> {
    use std::io::Write;

    use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create};
    let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
    // Older kernels know no flag for what they allow anyway; newer ones may forbid to load from memory at all.
    let made = memfd_create("summarise plugin", flags | MemfdFlags::EXEC);
    let mut file = File::from(made.or_else(|_| memfd_create("summarise plugin", flags)).ok()?);
    file.write_all(bytes).ok()?;
    fcntl_add_seals(&file, SealFlags::WRITE | SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL).ok()?;
    Some(file)
}

#[cfg(not(target_os = "linux"))]
fn in_memory(_: &[u8]) -> Option<File> {
    None
}
