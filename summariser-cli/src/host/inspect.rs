//! A library's file, judged as bytes. Loading a library runs its constructors, and loading half a library kills the
//! process, so nothing is loaded that has not passed here: the right format and machine, whole, with our one symbol, a
//! version that can be loaded, and a manifest. Of a file that is only looked at, no more is read than says so.

use std::fs::File;
use std::path::Path;

use object::{
    Architecture, BinaryFormat, ExportTarget, NameOrOrdinal, Object, ObjectSection, ObjectSegment, ReadCache, ReadRef,
};
use summariser_core::abi::{self, HEADER, MANIFEST_MARKER, MANIFEST_SECTION, SYMBOL, Version};

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
    inspect_open(&trust::open(&path)?.file)
}

/// Reads and judges a library's file that is open.
///
/// # Errors
/// As [`inspect_file`].
pub fn inspect_open(file: &File) -> Result<Inspected, String> {
    inspect_in(&ReadCache::new(file))
}

/// Judges the bytes of a library's file.
///
/// # Errors
/// Why it cannot be loaded here, and the mend if there is one: a sentence that begins with the file's name.
pub fn inspect(bytes: &[u8]) -> Result<Inspected, String> {
    inspect_in(bytes)
}

/// Whether bytes are those of a library of which this was said.
///
/// # Errors
/// As [`inspect`].
pub fn is_still(bytes: &[u8], inspected: &Inspected) -> Result<bool, String> {
    let (abi, place) = judge(bytes)?;
    Ok(abi == inspected.abi && manifests(place).any(|text| text.as_deref() == Ok(&*inspected.manifest_text)))
}

fn inspect_in<'a>(data: impl ReadRef<'a>) -> Result<Inspected, String> {
    let (abi, place) = judge(data)?;
    let mut first_error = None;
    for text in manifests(place) {
        match text.and_then(|text| Ok((Manifest::parse(text)?, text.to_owned()))) {
            Ok((manifest, manifest_text)) => return Ok(Inspected { abi, manifest, manifest_text }),
            Err(error) => _ = first_error.get_or_insert(error),
        }
    }
    Err(first_error.unwrap_or_else(|| "it has no manifest; build it with the macro `export!`".to_owned()))
}

/// Judges everything but the manifest, and finds where that may be.
fn judge<'a>(data: impl ReadRef<'a>) -> Result<(Version, &'a [u8]), String> {
    let length = data.len().map_err(|()| "it cannot be read".to_owned())?;
    if length == 0 {
        return Err("it is empty; build or copy it again".to_owned());
    }
    let file =
        object::File::parse(data).map_err(|_| "it is no shared library, or only the beginning of one".to_owned())?;
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
    check_whole(&file, length)?;
    let symbol = find_symbol(&file, data)?;
    let abi = abi::judge(&symbol).map_err(|judgement| judgement.to_string())?;
    let own = file.section_by_name(MANIFEST_SECTION).and_then(|section| section.file_range());
    let (start, size) = own.unwrap_or((0, length));
    let place = data.read_bytes_at(start, size).map_err(|()| "it cannot be read to its end".to_owned())?;
    Ok((abi, place))
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
fn check_whole<'a>(file: &object::File<'a, impl ReadRef<'a>>, length: u64) -> Result<(), String> {
    let cut = || format!("it is cut off after {length} bytes; copy or build it again");
    let beyond = |(at, size): (u64, u64)| at.checked_add(size).is_none_or(|end| end > length);
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
fn find_symbol<'a, R: ReadRef<'a>>(file: &object::File<'a, R>, data: R) -> Result<[u8; HEADER], String> {
    let missing = || format!("it is a library, but no plugin: it does not export {SYMBOL}");
    let exports = file.exports().into_iter().flatten().filter_map(Result::ok);
    let address = exports.filter(|export| is_ours(export.name())).find_map(|export| match export.target() {
        ExportTarget::Address { address } => Some(address),
        _ => None,
    });
    let address = address.ok_or_else(missing)?;
    let place = file.segments().find_map(|segment| {
        let (start, size) = segment.file_range();
        let at = address.checked_sub(segment.address())?;
        (at.checked_add(HEADER as u64)? <= size).then_some(start.checked_add(at)?)
    });
    let header = data.read_bytes_at(place.ok_or_else(missing)?, HEADER as u64);
    header.ok().and_then(|header| header.try_into().ok()).ok_or_else(missing)
}

/// Mach-O puts an underscore before every name.
fn is_ours(name: NameOrOrdinal<&[u8]>) -> bool {
    let NameOrOrdinal::Name(name) = name else { return false };
    name == SYMBOL.as_bytes() || name.strip_prefix(b"_") == Some(SYMBOL.as_bytes())
}

/// The texts that may be a manifest, in order.
fn manifests(bytes: &[u8]) -> impl Iterator<Item = Result<&str, String>> {
    memchr::memmem::find_iter(bytes, MANIFEST_MARKER).filter_map(|at| {
        let rest = &bytes[at + MANIFEST_MARKER.len()..];
        let rest = &rest[..rest.len().min(MAX_MANIFEST)];
        let end = memchr::memchr(0, rest)?;
        Some(std::str::from_utf8(&rest[..end]).map_err(|_| "its manifest is no UTF-8".to_owned()))
    })
}
