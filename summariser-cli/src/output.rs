//! Where results go: standard output, or a file that appears whole or not at all. A reader that closes the pipe early has
//! what it wanted, and that is no error; what cannot be written is one, and then an existing file stays as it was.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::NamedTempFile;

use crate::diagnostic::io_reason;

/// Where results go.
pub struct Output {
    sink: Sink,
    /// The reader has closed the pipe: nothing more needs to be done.
    pub closed: bool,
    /// Whether anything was written, and whether anything could not be.
    written: bool,
    failed: bool,
}

enum Sink {
    /// What takes bytes as they come: standard output, a device, a named pipe.
    Stream(BufWriter<Box<dyn Write>>),
    /// A file that is put in its place at the end.
    File { file: BufWriter<NamedTempFile<fs::File>>, path: PathBuf },
}

impl Output {
    fn new(sink: Sink) -> Output {
        Output { sink, closed: false, written: false, failed: false }
    }

    /// Standard output. From now on it is this alone: what plugins print by themselves goes to standard error.
    #[must_use]
    pub fn stdout() -> Output {
        Output::new(Sink::Stream(BufWriter::with_capacity(64 << 10, own_stdout())))
    }

    /// A file that [`finish`](Output::finish) puts in place; until then an existing one stays as it is. `-` is standard
    /// output, and devices and named pipes are written to as they are.
    ///
    /// # Errors
    /// A sentence that says why nothing can be written there.
    pub fn file(path: &Path) -> Result<Output, String> {
        let shown = path.display();
        let why = |error: io::Error| format!("--output {shown}: nothing can be written there: {}", io_reason(&error));
        let stream = |stream: Box<dyn Write>| Output::new(Sink::Stream(BufWriter::with_capacity(64 << 10, stream)));
        if path == Path::new("-") {
            return Ok(Output::stdout());
        }
        if path.is_dir() {
            return Err(format!("--output {shown}: it is a folder; name a file in it"));
        }
        // What plugins print has no business on standard output, wherever the results go.
        let _ = own_stdout();
        if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
            return Ok(stream(Box::new(fs::OpenOptions::new().write(true).open(path).map_err(why)?)));
        }
        let path = followed(path);
        remove_when_interrupted();
        let file = tempfile::Builder::new().prefix(".summarise-").make_in(folder_of(&path), |path| {
            *PENDING.lock().unwrap_or_else(PoisonError::into_inner) = Some(path.to_owned());
            fs::File::create_new(path)
        });
        Ok(Output::new(Sink::File { file: BufWriter::with_capacity(64 << 10, file.map_err(why)?), path }))
    }

    /// A file whose end is written to as results come: what is in it stays, whatever happens after.
    #[must_use]
    pub fn append(file: fs::File) -> Output {
        let _ = own_stdout();
        Output::new(Sink::Stream(BufWriter::with_capacity(64 << 10, Box::new(file))))
    }

    /// Puts everything in its place. Where nothing was said because all went wrong (`in_vain`), or where something could
    /// not be written, an existing file stays as it is.
    ///
    /// # Errors
    /// A sentence that says what could not be written.
    pub fn finish(mut self, in_vain: bool) -> Result<(), String> {
        self.flush().map_err(|error| format!("the output cannot be written: {}", io_reason(&error)))?;
        let Sink::File { file, path } = self.sink else { return Ok(()) };
        if self.failed || (in_vain && !self.written) {
            return Ok(());
        }
        let place =
            |error: io::Error| format!("--output {}: it cannot be put in place: {}", path.display(), io_reason(&error));
        let file = file.into_inner().map_err(|error| place(error.into_error()))?;
        file.as_file().sync_all().map_err(place)?;
        if let Ok(old) = fs::metadata(&path) {
            file.as_file().set_permissions(old.permissions()).map_err(place)?;
        }
        file.persist(&path).map_err(|error| place(error.error))?;
        Ok(())
    }

    fn sink(&mut self) -> &mut dyn Write {
        match &mut self.sink {
            Sink::Stream(stream) => stream,
            Sink::File { file, .. } => file,
        }
    }

    /// What a call came to, where a closed pipe is no error and an error is remembered.
    fn judged<T>(&mut self, done: io::Result<T>, if_closed: T) -> io::Result<T> {
        match done {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.closed = true;
                Ok(if_closed)
            }
            Err(error) => {
                self.failed = true;
                Err(error)
            }
            done => done,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.closed {
            return Ok(bytes.len());
        }
        self.written |= !bytes.is_empty();
        let done = self.sink().write(bytes);
        self.judged(done, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.closed || self.failed {
            return Ok(());
        }
        let done = self.sink().flush();
        self.judged(done, ())
    }
}

/// The file that a path leads to, links followed, even if it is not there yet.
fn followed(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    // More links than this are a circle, and then the system says so.
    for _ in 0..32 {
        let Ok(target) = fs::read_link(&path) else { break };
        path = folder_of(&path).join(target);
    }
    path
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Standard output under another number, while its own number leads to standard error: so nothing that a plugin prints
/// gets between the results.
fn own_stdout() -> Box<dyn Write> {
    #[cfg(unix)]
    {
        use std::os::fd::AsFd;
        if let Ok(own) = io::stdout().as_fd().try_clone_to_owned()
            && rustix::stdio::dup2_stdout(rustix::stdio::stderr()).is_ok()
        {
            return Box::new(fs::File::from(own));
        }
    }
    Box::new(io::stdout())
}

/// The file that is being written and not in its place yet.
static PENDING: Mutex<Option<PathBuf>> = Mutex::new(None);

/// From now on an interrupted run takes its unfinished file away, and then ends as interrupted runs do.
fn remove_when_interrupted() {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        // Where no handler can be set, an interrupted run leaves its file behind and works all the same.
        let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]) else { return };
        std::thread::spawn(move || {
            for signal in signals.forever() {
                if let Some(path) = &*PENDING.lock().unwrap_or_else(PoisonError::into_inner) {
                    // It may be in place already, and then there is nothing to take away.
                    let _ = fs::remove_file(path);
                }
                let _ = signal_hook::low_level::emulate_default_handler(signal);
            }
        });
    }
}
