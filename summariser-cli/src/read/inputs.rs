//! Which inputs there are: names, lists of names, patterns and folders, found one after the other as they are asked for,
//! so that a folder or a list of any length takes no memory. Order is that of the command line, then that of names.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

use super::json_lines::Line;
use super::{JsonLines, ReadError, decode, why};
use crate::diagnostic::io_reason;

/// The name of standard input among the files.
pub const STDIN: &str = "-";
/// What the names of texts end in.
const TEXTS: [&str; 13] =
    ["txt", "text", "md", "markdown", "rst", "adoc", "asciidoc", "org", "story", "eml", "html", "htm", "xhtml"];
/// What the names of files of JSON lines end in.
const LINES: [&str; 3] = ["jsonl", "ndjson", "jsonlines"];
/// What makes a name a pattern.
const WILD: [char; 3] = ['*', '?', '['];
/// How much of a file whose name says nothing tells whether it is a text.
const HEAD: u64 = 1 << 13;
/// How much is read at once.
const READ: usize = 1 << 16;

/// What was asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Files, folders, patterns, and `-` for standard input.
    pub files: Vec<PathBuf>,
    /// A file that names more of them, but no patterns; `-` is standard input.
    pub list: Option<PathBuf>,
    /// Whether the names in it end in NUL, and not in a line break.
    pub null: bool,
    /// Whether folders are gone through.
    pub recursive: bool,
    /// Whether files hold a document a line.
    pub lines: bool,
}

impl Asked {
    /// Whether this is certainly one file at most.
    #[must_use]
    pub fn is_one(&self) -> bool {
        let is_pattern = |path: &PathBuf| path.to_string_lossy().contains(WILD);
        self.files.len() <= 1 && self.list.is_none() && !self.recursive && !self.files.iter().any(is_pattern)
    }
}

/// One input.
#[derive(Debug)]
pub enum Input {
    /// A file, or `-`, that is a text and has not been opened yet.
    File(PathBuf),
    /// A line of a file of lines.
    Line {
        /// The file as it was named.
        source: Arc<str>,
        /// The line.
        line: Line,
    },
    /// What there should be and is not.
    Bad {
        /// The file as it was named.
        source: String,
        /// Its id as a document; null where its lines would have been the documents.
        id: Value,
        /// Why: the end of a sentence that begins with the file.
        message: String,
    },
}

/// A file that is read bit by bit.
type Opened = BufReader<Box<dyn Read + Send>>;

/// A name and what is wrong with it.
type Bad = (String, String);

/// Finds inputs.
pub struct Inputs {
    recursive: bool,
    has_lines: bool,
    /// What was named, and is looked for from the outside in: a pattern may lead to folders, and a folder has files.
    named: std::vec::IntoIter<PathBuf>,
    list: Option<List>,
    pattern: Option<glob::Paths>,
    folder: Option<Folder>,
    lines: Option<(Arc<str>, JsonLines<Opened>)>,
}

/// A list of names.
struct List {
    name: PathBuf,
    input: Opened,
    end: u8,
}

/// A folder that is gone through.
struct Folder {
    path: PathBuf,
    walk: ignore::Walk,
    is_empty: bool,
}

impl Inputs {
    /// The inputs that were asked for.
    ///
    /// # Errors
    /// The list of names cannot be opened: its name and why.
    pub fn new(asked: Asked) -> Result<Inputs, String> {
        let list = asked.list.map(|name| match open(&name) {
            Ok(input) => Ok(List { input, name, end: if asked.null { 0 } else { b'\n' } }),
            Err(error) => Err(format!("{}: {error}", name.display())),
        });
        Ok(Inputs {
            recursive: asked.recursive,
            has_lines: asked.lines,
            named: asked.files.into_iter(),
            list: list.transpose()?,
            pattern: None,
            folder: None,
            lines: None,
        })
    }

    /// The next file, or what is wrong with its name.
    fn next_file(&mut self) -> Option<Result<PathBuf, Bad>> {
        loop {
            if let Some(folder) = &mut self.folder {
                match folder.next(self.has_lines) {
                    Some(found) => return Some(found),
                    None => self.folder = None,
                }
                continue;
            }
            let path = if let Some(paths) = &mut self.pattern {
                match paths.next() {
                    Some(Ok(path)) => path,
                    Some(Err(error)) => return Some(Err(bad(error.path(), io_reason(error.error())))),
                    None => {
                        self.pattern = None;
                        continue;
                    }
                }
            } else if let Some(path) = self.named.next() {
                match matching(&path) {
                    Ok(None) => path,
                    Ok(paths) => {
                        self.pattern = paths;
                        continue;
                    }
                    Err(message) => return Some(Err(bad(&path, message))),
                }
            } else {
                match self.list.as_mut()?.next()? {
                    Ok(path) => path,
                    Err(bad) => {
                        self.list = None;
                        return Some(Err(bad));
                    }
                }
            };
            if !self.recursive || !path.is_dir() {
                return Some(Ok(path));
            }
            self.folder = Some(Folder::new(path));
        }
    }
}

impl Iterator for Inputs {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        loop {
            if let Some((source, lines)) = &mut self.lines {
                match lines.next() {
                    Some(Ok(line)) => return Some(Input::Line { source: Arc::clone(source), line }),
                    Some(Err(error)) => {
                        let message = format!("cannot be read any further: {}", io_reason(&error));
                        return Some(Input::Bad { source: source.to_string(), id: Value::Null, message });
                    }
                    None => self.lines = None,
                }
                continue;
            }
            let (source, message) = match self.next_file()? {
                Ok(path) if !self.has_lines => return Some(Input::File(path)),
                Ok(path) => match open(&path) {
                    Ok(input) => {
                        self.lines = Some((path.to_string_lossy().into(), JsonLines::new(input)));
                        continue;
                    }
                    Err(error) => bad(&path, error.to_string()),
                },
                Err(bad) => bad,
            };
            let id = if self.has_lines { Value::Null } else { Value::from(source.as_str()) };
            return Some(Input::Bad { source, id, message });
        }
    }
}

impl List {
    fn next(&mut self) -> Option<Result<PathBuf, Bad>> {
        loop {
            let mut name = Vec::new();
            match self.input.read_until(self.end, &mut name) {
                Err(error) => {
                    let message = format!("cannot be read any further: {}", io_reason(&error));
                    return Some(Err(bad(&self.name, message)));
                }
                Ok(0) => return None,
                Ok(_) => {}
            }
            if name.last() == Some(&self.end) {
                name.pop();
            }
            if !name.is_empty() {
                return Some(Ok(path(name)));
            }
        }
    }
}

impl Folder {
    fn new(path: PathBuf) -> Folder {
        // What one user's configuration of git ignores is no matter of the folder.
        let mut walk = ignore::WalkBuilder::new(&path);
        walk.require_git(false).git_global(false).sort_by_file_name(Ord::cmp);
        Folder { walk: walk.build(), path, is_empty: true }
    }

    fn next(&mut self, has_lines: bool) -> Option<Result<PathBuf, Bad>> {
        for entry in self.walk.by_ref() {
            match entry {
                Ok(entry) => {
                    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
                    if is_file && is_taken(entry.path(), has_lines) {
                        self.is_empty = false;
                        return Some(Ok(entry.into_path()));
                    }
                }
                Err(error) => return Some(Err(bad(&self.path, untold(&error)))),
            }
        }
        if !std::mem::take(&mut self.is_empty) {
            return None;
        }
        let what = if has_lines {
            format!("files of JSON lines end in .{}", LINES.join(", ."))
        } else {
            format!("texts end in .{}, or their names have no ending", TEXTS.join(", ."))
        };
        let pattern = self.path.join("**").join("*.log");
        Some(Err(bad(&self.path, format!("holds no input: {what}; name others, such as '{}'", pattern.display()))))
    }
}

/// Whether a file of a folder is an input. What its name says is believed; where it says nothing, its beginning decides.
fn is_taken(path: &Path, has_lines: bool) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if has_lines {
        return LINES.contains(&&*ending);
    }
    TEXTS.contains(&&*ending) || (ending.is_empty() && begins_as_text(path))
}

fn begins_as_text(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    // What cannot be read is told when it is to be read.
    read.is_err() || decode(head, None).is_ok()
}

/// The files that a name matches, if it is a pattern that the shell has left as it is.
fn matching(path: &Path) -> Result<Option<glob::Paths>, String> {
    let Some(pattern) = path.to_str().filter(|name| name.contains(WILD)) else { return Ok(None) };
    if fs::symlink_metadata(path).is_ok() {
        return Ok(None);
    }
    let options =
        glob::MatchOptions { require_literal_separator: true, require_literal_leading_dot: true, ..Default::default() };
    let find = || glob::glob_with(pattern, options).map_err(|error| format!("is no pattern: {}", error.msg));
    match find()?.next() {
        Some(_) => find().map(Some),
        None => Err("matches no file".to_owned()),
    }
}

/// Opens a file, or standard input, to be read bit by bit.
fn open(path: &Path) -> Result<Opened, ReadError> {
    let input: Box<dyn Read + Send> = if path == Path::new(STDIN) {
        Box::new(io::stdin())
    } else {
        // A folder opens and cannot be read; reading it says so in the words for files.
        match File::open(path) {
            Ok(file) if !path.is_dir() => Box::new(file),
            Ok(_) => return Err(ReadError::Folder(path.to_owned())),
            Err(error) => return Err(why(path, error)),
        }
    };
    Ok(BufReader::with_capacity(READ, input))
}

fn bad(path: &Path, message: String) -> Bad {
    (path.to_string_lossy().into_owned(), message)
}

/// What is wrong in a folder.
fn untold(error: &ignore::Error) -> String {
    match error {
        ignore::Error::WithPath { path, err } => format!("{}: {}", path.display(), untold(err)),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => untold(err),
        ignore::Error::Io(error) => io_reason(error),
        other => other.to_string(),
    }
}

#[cfg(unix)]
fn path(name: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(name).into()
}

#[cfg(not(unix))]
fn path(name: Vec<u8>) -> PathBuf {
    OsString::from(String::from_utf8_lossy(&name).into_owned()).into()
}

/// How many bytes all of these inputs have, where that is known before they are read.
#[must_use]
pub fn total(asked: &Asked) -> Option<u64> {
    let size = |path: &PathBuf| {
        let path = if path == Path::new(STDIN) { Path::new("/dev/stdin") } else { path };
        fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|metadata| metadata.len())
    };
    if asked.list.is_some() { None } else { asked.files.iter().map(size).sum() }
}
