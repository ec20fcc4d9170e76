//! The bytes of a plugin's file, read once: what was judged is what is loaded, whatever becomes of the file meanwhile.

use std::fs::File;
use std::io::{self, Read, Seek};

use summariser_core::abi::host::{Failure, FailureKind};

use super::discover::Plugin;
use super::inspect::inspect;
use super::trust::{self, Digest};

/// The bytes of a plugin's file in memory that nobody can change any more; nothing where the system cannot load from it,
/// and then the file itself is loaded.
///
/// # Errors
/// The file cannot be read or trusted, or is not any more what it was when plugins were looked for.
pub fn seal(plugin: &Plugin) -> Result<Option<File>, Failure> {
    bytes(plugin).map(|bytes| in_memory(&bytes))
}

/// Whether plugins are loaded from memory here; else from their files.
#[must_use]
pub fn from_memory() -> bool {
    in_memory(b"any").is_some()
}

/// The digest of a plugin as it was loaded; `sealed` is what [`seal`] made of it.
#[must_use]
pub fn digest(plugin: &Plugin, sealed: Option<&File>) -> Option<Digest> {
    let from_memory = |mut file: &File| -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        file.rewind()?;
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let of = |bytes: Vec<u8>| Digest::of(&bytes);
    plugin.digest.or_else(|| match sealed {
        Some(file) => from_memory(file).ok().map(of),
        None => bytes(plugin).ok().map(of),
    })
}

/// The bytes of a plugin's file, if they are those that were found.
fn bytes(plugin: &Plugin) -> Result<Vec<u8>, Failure> {
    let failure = |why: String| Failure::new(FailureKind::Load, format!("{}: {why}", plugin.path.display()));
    let read = trust::read(&plugin.path).map_err(failure)?;
    read.trusted.map_err(failure)?;
    let is_same = plugin.digest.is_none_or(|digest| digest == Digest::of(&read.bytes));
    if !is_same || inspect(&read.bytes).map_err(failure)? != plugin.inspected {
        return Err(failure("it was changed since plugins were looked for; run this again".to_owned()));
    }
    Ok(read.bytes)
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
