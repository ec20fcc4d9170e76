//! Whether a plugin's file can be trusted to stay what it is: who could write to it, or put another one in its place,
//! can have anything loaded. And [`Digest`], by which bytes are known again wherever they lie.

use std::fmt;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek};
use std::path::Path;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::diagnostic::io_reason;

/// The largest file that is read.
const MAX_FILE: u64 = 1 << 30;

/// Why a file is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It is no plugin that could be loaded here.
    Broken(String),
    /// It is not what somebody agreed to, or others could change it.
    Refused(String),
}

impl Unusable {
    /// The one word for it.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Unusable::Broken(_) => "broken",
            Unusable::Refused(_) => "refused",
        }
    }
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Unusable::Broken(why) | Unusable::Refused(why)) = self;
        f.write_str(why)
    }
}

/// The SHA-256 of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; 32]);

impl Digest {
    /// That of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Digest {
        Digest(Sha256::digest(bytes).into())
    }

    /// That of what can be read from a file.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn of_file(mut file: &File) -> io::Result<Digest> {
        let (mut sha, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
        file.rewind()?;
        loop {
            match file.read(&mut piece) {
                Ok(0) => return Ok(Digest(sha.finalize().into())),
                Ok(read) => sha.update(&piece[..read]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Digest {
    type Err = String;

    fn from_str(text: &str) -> Result<Digest, String> {
        let wrong = || format!("a SHA-256 is 64 hexadecimal digits, not \"{}\"", text.escape_debug());
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| wrong())?;
        }
        Ok(Digest(bytes))
    }
}

impl TryFrom<String> for Digest {
    type Error = String;

    fn try_from(text: String) -> Result<Digest, String> {
        text.parse()
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> String {
        digest.to_string()
    }
}

/// An open file.
#[derive(Debug)]
pub struct Opened {
    /// The file.
    pub file: File,
    /// How many bytes it had.
    pub length: usize,
    /// Whether nobody but those who are trusted anyway could have written them: if not, who, and the mend.
    pub trusted: Result<(), String>,
}

/// A sentence about a file, which begins with its name.
fn unreadable(error: io::Error) -> String {
    format!("it cannot be read: {}", io_reason(&error))
}

/// Opens a plain file under its canonical name, and judges the very file that is open.
///
/// # Errors
/// Why it cannot be read: a sentence that begins with the file's name.
pub fn open(path: &Path) -> Result<Opened, String> {
    let is_plain = |metadata: &Metadata| {
        if metadata.is_file() { Ok(()) } else { Err("it is no plain file".to_owned()) }
    };
    // Looked at before it is opened, since opening a device may do something.
    is_plain(&fs::symlink_metadata(path).map_err(unreadable)?)?;
    let file = open_plain(path).map_err(unreadable)?;
    let metadata = file.metadata().map_err(unreadable)?;
    is_plain(&metadata)?;
    if metadata.len() > MAX_FILE {
        return Err(format!("it has {} bytes, more than any plugin; at most {MAX_FILE} are read", metadata.len()));
    }
    let trusted = judge(path, &metadata);
    Ok(Opened { file, length: usize::try_from(metadata.len()).unwrap_or(0), trusted })
}

impl Opened {
    /// The bytes, all of them.
    ///
    /// # Errors
    /// Why they cannot be read: a sentence that begins with the file's name.
    pub fn bytes(&self) -> Result<Vec<u8>, String> {
        // A byte more than there should be lets the end be seen without growing.
        let mut bytes = Vec::with_capacity(self.length + 1);
        let mut file = &self.file;
        file.rewind().and_then(|()| file.take(MAX_FILE).read_to_end(&mut bytes)).map_err(unreadable)?;
        Ok(bytes)
    }

    /// The digest of the bytes.
    ///
    /// # Errors
    /// As [`bytes`](Opened::bytes).
    pub fn digest(&self) -> Result<Digest, String> {
        Digest::of_file(&self.file).map_err(unreadable)
    }
}

#[cfg(unix)]
fn open_plain(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    // What was a plain file a moment ago must not have become a link, or a pipe that keeps whoever opens it waiting.
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open_plain(path: &Path) -> io::Result<File> {
    File::open(path)
}

#[cfg(not(unix))]
fn judge(_: &Path, _: &Metadata) -> Result<(), String> {
    Ok(())
}

#[cfg(unix)]
use unix::judge;

/// A path as a shell takes it.
#[must_use]
pub fn in_shell(path: &Path) -> String {
    let text = path.to_string_lossy();
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-+@,:".contains(c);
    if !text.is_empty() && text.chars().all(plain) {
        text.into_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(unix)]
mod unix {
    use std::fs::{self, Metadata};
    use std::os::unix::fs::MetadataExt;
    use std::path::Path;
    use std::sync::LazyLock;

    use super::in_shell;
    use crate::diagnostic::io_reason;

    const STICKY: u32 = 0o1000;
    const ALL_WRITE: u32 = 0o002;
    const GROUP_WRITES: u32 = 0o020;

    /// Who may write to what is loaded, by number.
    pub(super) struct Trusted {
        pub(super) users: Vec<u32>,
        pub(super) groups: Vec<u32>,
    }

    /// Oneself and one's own group, root, and whoever could as well change the program itself.
    static TRUSTED: LazyLock<Trusted> = LazyLock::new(|| {
        let mut trusted = Trusted {
            users: vec![0, rustix::process::geteuid().as_raw()],
            groups: vec![rustix::process::getgid().as_raw()],
        };
        if let Ok(program) = std::env::current_exe().and_then(fs::canonicalize) {
            trusted.users.extend(fs::metadata(&program).map(|it| it.uid()));
            let above = program.ancestors().filter_map(|it| fs::metadata(it).ok());
            trusted.groups.extend(above.filter(|it| it.mode() & GROUP_WRITES != 0).map(|it| it.gid()));
        }
        trusted
    });

    /// Judges an open file, and the folders above it.
    pub(super) fn judge(path: &Path, metadata: &Metadata) -> Result<(), String> {
        judge_by(path, metadata, &TRUSTED)
    }

    pub(super) fn judge_by(path: &Path, metadata: &Metadata, trusted: &Trusted) -> Result<(), String> {
        judge_one(path, metadata, trusted)?;
        for folder in path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()) {
            let metadata = fs::symlink_metadata(folder).map_err(|error| {
                format!("its folder {} cannot be looked at: {}", folder.display(), io_reason(&error))
            })?;
            judge_one(folder, &metadata, trusted)?;
        }
        Ok(())
    }

    fn judge_one(path: &Path, metadata: &Metadata, trusted: &Trusted) -> Result<(), String> {
        let what = if metadata.is_dir() { format!("the folder {} above it", path.display()) } else { "it".to_owned() };
        let owner = metadata.uid();
        if !trusted.users.contains(&owner) {
            return Err(format!(
                "{what} belongs to user {owner}, who is neither you nor root; copy the file to a folder of your own, \
                 or sudo chown root {}",
                in_shell(path)
            ));
        }
        // In a sticky folder nobody can take away or replace what is another's.
        if metadata.is_dir() && metadata.mode() & STICKY != 0 {
            return Ok(());
        }
        let all = metadata.mode() & ALL_WRITE != 0;
        let group = metadata.mode() & GROUP_WRITES != 0 && !trusted.groups.contains(&metadata.gid());
        let (who, letters) = match (all, group) {
            (false, false) => return Ok(()),
            (true, false) => ("everybody".to_owned(), "o"),
            (true, true) => ("everybody".to_owned(), "go"),
            (false, true) => (format!("group {}", metadata.gid()), "g"),
        };
        Err(format!("{who} may write to {what}; chmod {letters}-w {}", in_shell(path)))
    }
}

#[cfg(test)]
mod tests;
