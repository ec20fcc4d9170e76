//! Reading: bytes of a file or of the standard input, and the text in them. Every message here ends a sentence that
//! begins with the input's name (`notes.txt: is a folder; …`), so that stderr and JSON can show the same words.

pub mod decode;
pub mod html;
pub mod inputs;
pub mod json_lines;
#[cfg(test)]
mod tests;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

pub use decode::{DecodeError, Decoded, decode};
pub use inputs::{Input, Inputs};
pub use json_lines::{BadLine, FieldNames, JsonLines, Line, Record};

/// The first size that is too large: spans are pairs of 32-bit offsets.
pub const LIMIT: u64 = 1 << 32;

/// Why an input could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is nothing of that name; perhaps something that is named much the same.
    #[error("cannot be read: there is no such file{}", meant(nearest.as_deref()))]
    Missing {
        /// The file or folder beside it that was probably meant.
        nearest: Option<PathBuf>,
    },
    /// The folder that it should be in is not there.
    #[error("cannot be read: there is no folder `{}`", .0.display())]
    NoFolder(PathBuf),
    /// It is a folder.
    #[error("is a folder; name the files in it, such as {}, or take them all with --recursive", .0.join("*.txt").display())]
    Folder(PathBuf),
    /// Standard input is a folder.
    #[error("is a folder; name the files in it instead")]
    StdinFolder,
    /// The user may not read it.
    #[error("cannot be read: permission denied; allow it with `chmod u+r`, or read it as a user who may")]
    Forbidden,
    /// It has 4 GiB or more.
    #[error("is too large: a text has to be smaller than 4 GiB; split it first, for instance with `split -C 1G`")]
    TooLarge,
    /// Anything else.
    #[error("cannot be read: {0}")]
    Other(#[source] io::Error),
}

/// The hint at what was probably meant.
fn meant(nearest: Option<&Path>) -> String {
    nearest.map_or_else(String::new, |path| format!("; did you mean `{}`?", path.display()))
}

/// The bytes of a file. A named pipe or a device works as a stream: it is read to its end.
///
/// # Errors
/// A [`ReadError`] that says why and what to do.
pub fn read_file(path: &Path) -> Result<Vec<u8>, ReadError> {
    let opened = File::open(path).and_then(|file| file.metadata().map(|metadata| (file, metadata)));
    let (file, metadata) = opened.map_err(|error| why(path, error))?;
    if metadata.is_dir() {
        return Err(ReadError::Folder(path.to_owned()));
    }
    // A pipe's length is 0 here; what it really holds shows while it is read.
    read_all(file, metadata.len()).map_err(|error| match error {
        ReadError::Other(error) => why(path, error),
        error => error,
    })
}

/// The bytes of the standard input.
///
/// # Errors
/// A [`ReadError`] that says why and what to do.
pub fn read_stdin() -> Result<Vec<u8>, ReadError> {
    read_all(io::stdin().lock(), 0).map_err(|error| match error {
        ReadError::Other(error) if error.kind() == io::ErrorKind::IsADirectory => ReadError::StdinFolder,
        error => error,
    })
}

/// Reads a stream to its end, or refuses it before it fills the memory.
fn read_all(stream: impl Read, expected: u64) -> Result<Vec<u8>, ReadError> {
    if expected >= LIMIT {
        return Err(ReadError::TooLarge);
    }
    let mut bytes = Vec::new();
    // One byte more than there should be lets the end be seen without growing the buffer.
    let room = usize::try_from(expected + 1).unwrap_or(0);
    bytes.try_reserve_exact(room).map_err(|error| ReadError::Other(io::Error::other(error)))?;
    stream.take(LIMIT).read_to_end(&mut bytes).map_err(ReadError::Other)?;
    if bytes.len() as u64 >= LIMIT { Err(ReadError::TooLarge) } else { Ok(bytes) }
}

/// What an error of the operating system means for this path.
fn why(path: &Path, error: io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::NotFound => missing(path),
        io::ErrorKind::IsADirectory => ReadError::Folder(path.to_owned()),
        // Some systems say so of folders, too.
        io::ErrorKind::PermissionDenied if path.is_dir() => ReadError::Folder(path.to_owned()),
        io::ErrorKind::PermissionDenied => ReadError::Forbidden,
        _ => ReadError::Other(error),
    }
}

/// What to say of a path that is not there.
fn missing(path: &Path) -> ReadError {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.exists() {
        return ReadError::NoFolder(folder.to_owned());
    }
    let names = fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.file_name()));
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let nearest = names.ok().and_then(|names| {
        let near = names.filter_map(|other| {
            let shown = other.to_string_lossy();
            distance(&name, &shown).map(|distance| (distance, shown.into_owned()))
        });
        // The name decides between equals, because folders are listed in no order.
        near.min()
    });
    ReadError::Missing { nearest: nearest.map(|(_, name)| path.with_file_name(name)) }
}

/// How many slips lie between two names, if they are so few that one was probably meant for the other. Another
/// extension is such a slip.
fn distance(name: &str, other: &str) -> Option<usize> {
    let length = name.chars().count();
    let slips = (length / 4).clamp(1, 3);
    let stem = Path::new(name).file_stem();
    if stem.is_some() && stem == Path::new(other).file_stem() {
        return Some(slips);
    }
    if length < 3 || length.abs_diff(other.chars().count()) > slips {
        return None;
    }
    let distance = strsim::damerau_levenshtein(&name.to_lowercase(), &other.to_lowercase());
    (distance <= slips).then_some(distance)
}
