//! A library's file, judged as bytes. Loading a library runs its constructors, and loading half a library kills the
//! process, so nothing is loaded that has not passed here: the right format and machine, whole, with our one symbol, a
//! version that can be loaded, and a manifest.

use std::path::Path;

use object::{Architecture, BinaryFormat, ExportTarget, NameOrOrdinal, Object, ObjectSection, ObjectSegment};
use summariser_core::abi::{self, HEADER, MANIFEST_MARKER, SYMBOL, Version};

use super::manifest::Manifest;
use super::trust;
use crate::diagnostic::io_reason;

/// The longest manifest that is read.
const MAX_MANIFEST: usize = 64 << 10;

/// What a library's file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Inspected {
    /// The version of the boundary that it was built for.
    pub abi: Version,
    /// What it says of itself.
    pub manifest: Manifest,
    /// The manifest as it stands in the file.
    pub manifest_text: String,
}

/// Reads and judges a library's file, wherever it lies.
///
/// # Errors
/// Why it cannot be loaded here, and the mend if there is one: a sentence that begins with the file's name.
pub fn inspect_file(path: &Path) -> Result<Inspected, String> {
    let path = path.canonicalize().map_err(|error| format!("it cannot be read: {}", io_reason(&error)))?;
    inspect(&trust::read(&path)?.bytes)
}

/// Judges the bytes of a library's file.
///
/// # Errors
/// Why it cannot be loaded here, and the mend if there is one: a sentence that begins with the file's name.
pub fn inspect(bytes: &[u8]) -> Result<Inspected, String> {
    if bytes.is_empty() {
        return Err("it is empty; build or copy it again".to_owned());
    }
    let file =
        object::File::parse(bytes).map_err(|_| "it is no shared library, or only the beginning of one".to_owned())?;
    if file.format() != BinaryFormat::native_object() {
        return Err(format!(
            "it is a {:?} file, and this system loads {:?}",
            file.format(),
            BinaryFormat::native_object()
        ));
    }
    if Some(file.architecture()) != native_architecture() {
        let ours = std::env::consts::ARCH;
        return Err(format!("it is built for {:?}, and this program for {ours}; rebuild it here", file.architecture()));
    }
    check_whole(&file, bytes)?;
    let symbol = find_symbol(&file)?;
    let abi = abi::judge(&symbol).map_err(|judgement| judgement.to_string())?;
    let (manifest, manifest_text) = find_manifest(bytes)?;
    Ok(Inspected { abi, manifest, manifest_text })
}

fn native_architecture() -> Option<Architecture> {
    match std::env::consts::ARCH {
        "x86_64" => Some(Architecture::X86_64),
        "aarch64" => Some(Architecture::Aarch64),
        "x86" => Some(Architecture::I386),
        "arm" => Some(Architecture::Arm),
        "riscv64" => Some(Architecture::Riscv64),
        "powerpc64" => Some(Architecture::PowerPc64),
        "s390x" => Some(Architecture::S390x),
        "loongarch64" => Some(Architecture::LoongArch64),
        _ => None,
    }
}

/// Everything that the loader will map must be in the file: touching what is not ends the process.
fn check_whole(file: &object::File<'_>, bytes: &[u8]) -> Result<(), String> {
    let cut = || format!("it is cut off after {} bytes; copy or build it again", bytes.len());
    let beyond = |(at, size): (u64, u64)| at.checked_add(size).is_none_or(|end| end > bytes.len() as u64);
    let mut segments = 0;
    for segment in file.segments() {
        if beyond(segment.file_range()) {
            return Err(cut());
        }
        segments += 1;
    }
    if segments == 0 {
        return Err("it has nothing to load; it is no shared library".to_owned());
    }
    // The table of sections stands last in a file, and the loader does not need it; but a file without its end is not
    // the file that somebody built.
    if file.sections().any(|section| section.file_range().is_some_and(beyond)) {
        return Err(cut());
    }
    Ok(())
}

/// The first bytes of the exported table.
fn find_symbol(file: &object::File<'_>) -> Result<[u8; HEADER], String> {
    let missing = || format!("it is a library, but no plugin: it does not export {SYMBOL}");
    let exports = file.exports().into_iter().flatten().filter_map(Result::ok);
    let address = exports.filter(|export| is_ours(export.name())).find_map(|export| match export.target() {
        ExportTarget::Address { address } => Some(address),
        _ => None,
    });
    let address = address.ok_or_else(missing)?;
    let mut header = [0; HEADER];
    let data = file.segments().find_map(|segment| segment.data_range(address, HEADER as u64).ok().flatten());
    header.copy_from_slice(data.filter(|data| data.len() == HEADER).ok_or_else(missing)?);
    Ok(header)
}

/// Mach-O puts an underscore before every name.
fn is_ours(name: NameOrOrdinal<&[u8]>) -> bool {
    let NameOrOrdinal::Name(name) = name else { return false };
    name == SYMBOL.as_bytes() || name.strip_prefix(b"_") == Some(SYMBOL.as_bytes())
}

/// The first manifest that can be read; if none can, why the first one cannot.
fn find_manifest(bytes: &[u8]) -> Result<(Manifest, String), String> {
    let mut first_error = None;
    for at in memchr::memmem::find_iter(bytes, MANIFEST_MARKER) {
        let rest = &bytes[at + MANIFEST_MARKER.len()..];
        let rest = &rest[..rest.len().min(MAX_MANIFEST)];
        let Some(end) = memchr::memchr(0, rest) else { continue };
        let read = std::str::from_utf8(&rest[..end])
            .map_err(|_| "its manifest is no UTF-8".to_owned())
            .and_then(|text| Ok((Manifest::parse(text)?, text.to_owned())));
        match read {
            Ok(manifest) => return Ok(manifest),
            Err(error) => _ = first_error.get_or_insert(error),
        }
    }
    Err(first_error.unwrap_or_else(|| "it has no manifest; build it with the macro `export!`".to_owned()))
}
