//! Where results go: standard output, or a file that appears whole or not at all. A reader that closes the pipe early has
//! what it wanted, and that is no error.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::diagnostic::io_reason;

/// Where results go.
pub struct Output {
    sink: Sink,
    /// The reader has closed the pipe: nothing more needs to be done.
    pub closed: bool,
}

enum Sink {
    Stdout(BufWriter<io::Stdout>),
    File { file: BufWriter<NamedTempFile>, path: PathBuf },
}

impl Output {
    /// Standard output.
    #[must_use]
    pub fn stdout() -> Output {
        Output { sink: Sink::Stdout(BufWriter::with_capacity(64 << 10, io::stdout())), closed: false }
    }

    /// A file that [`finish`](Output::finish) puts in place; until then an existing one stays as it is.
    ///
    /// # Errors
    /// A sentence that says why nothing can be written there.
    pub fn file(path: &Path) -> Result<Output, String> {
        let shown = path.display();
        if path.is_dir() {
            return Err(format!("--output {shown}: it is a folder; name a file in it"));
        }
        // What is not a plain file, such as /dev/null or a named pipe, must not be replaced by one.
        let special = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
        if special {
            return Err(format!("--output {shown}: it is no plain file; write to it by redirection, `> {shown}`"));
        }
        // A link stays one, and what it leads to is written.
        let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = tempfile::Builder::new().prefix(".summarise-").tempfile_in(folder);
        let file =
            file.map_err(|error| format!("--output {shown}: nothing can be written there: {}", io_reason(&error)))?;
        Ok(Output { sink: Sink::File { file: BufWriter::new(file), path: path.to_owned() }, closed: false })
    }

    /// Puts everything in its place.
    ///
    /// # Errors
    /// A sentence that says what could not be written.
    pub fn finish(mut self) -> Result<(), String> {
        self.flush().map_err(|error| format!("the output cannot be written: {}", io_reason(&error)))?;
        let Sink::File { file, path } = self.sink else { return Ok(()) };
        let place =
            |error: io::Error| format!("--output {}: it cannot be put in place: {}", path.display(), io_reason(&error));
        let file = file.into_inner().map_err(|error| place(error.into_error()))?;
        file.as_file().sync_all().map_err(place)?;
        give_usual_permissions(&file, &path).map_err(place)?;
        file.persist(&path).map_err(|error| place(error.error))?;
        Ok(())
    }
}

/// A temporary file is its owner's alone; the finished one is like the file it replaces, or like any new file.
fn give_usual_permissions(file: &NamedTempFile, path: &Path) -> io::Result<()> {
    let usual = match fs::metadata(path) {
        Ok(metadata) => metadata.permissions(),
        Err(_) => {
            // The process's mask is only to be had by setting it, which other threads would notice; a new file has it.
            let probe = tempfile::Builder::new().prefix(".summarise-").make_in(
                path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")),
                |path| fs::File::create_new(path),
            )?;
            fs::metadata(probe.path())?.permissions()
        }
    };
    file.as_file().set_permissions(usual)
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match &mut self.sink {
            _ if self.closed => Ok(bytes.len()),
            Sink::Stdout(out) => out.write(bytes),
            Sink::File { file, .. } => file.write(bytes),
        };
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(bytes.len())
            }
            other => other,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        let flushed = match &mut self.sink {
            _ if self.closed => Ok(()),
            Sink::Stdout(out) => out.flush(),
            Sink::File { file, .. } => file.flush(),
        };
        match flushed {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(())
            }
            other => other,
        }
    }
}
