//! Going on where a run was interrupted: the lines that its output file holds are compared, one by one, with the inputs
//! that they must be of, and only if all agree is the file touched. A last line that is not whole is done again.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::diagnostic::io_reason;
use crate::read::{FieldNames, Input, Inputs};

/// What an output file holds already.
pub(super) struct Held {
    /// The file, ready to be written to at its end.
    pub file: File,
    /// How many of its inputs or sections failed.
    pub failures: usize,
    /// How many bytes the inputs have that are in it.
    pub bytes: u64,
}

/// A line of output, as much of it as matters here.
#[derive(Deserialize)]
struct Written {
    id: Value,
    line: Option<u64>,
    error: Option<IgnoredAny>,
    #[serde(default)]
    sections: Vec<WrittenSection>,
}

#[derive(Deserialize)]
struct WrittenSection {
    chain: String,
    error: Option<IgnoredAny>,
}

/// Passes over the inputs that an output file holds already, and cuts off a last line that is not whole. `chains` are
/// those of the sections, in order.
///
/// # Errors
/// The file cannot be written to, or does not hold what this run would have written; then it is as it was.
pub(super) fn pass_over(
    path: &Path,
    inputs: &mut Inputs,
    fields: &FieldNames,
    chains: &[String],
) -> Result<Held, String> {
    let shown = path.display();
    let why = |error: std::io::Error| format!("--output {shown}: nothing can be written there: {}", io_reason(&error));
    if path.exists() && !path.is_file() {
        return Err(format!(
            "--resume: {shown} is no file that could hold a part of the results; name one with --output"
        ));
    }
    let mut file = OpenOptions::new().read(true).append(true).create(true).open(path).map_err(why)?;
    #[cfg(unix)]
    lock(&file).map_err(|()| format!("--resume: another run is writing to {shown}; wait for it, or end it"))?;
    let (mut failures, mut bytes, mut whole) = (0, 0, 0);
    let mut lines = BufReader::with_capacity(1 << 16, &file);
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        lines.read_until(b'\n', &mut line).map_err(why)?;
        if line.last() != Some(&b'\n') {
            break;
        }
        let agrees = serde_json::from_slice::<Written>(&line)
            .map_err(|_| "is none that this program wrote with --format jsonl".to_owned())
            .and_then(|written| {
                let input = inputs.next().ok_or("is of a document that the input does not have")?;
                bytes += agree(&written, &input, fields, chains)?;
                let failed = written.sections.iter().filter(|section| section.error.is_some()).count();
                failures += failed + usize::from(written.error.is_some());
                Ok(())
            });
        if let Err(what) = agrees {
            return Err(format!(
                "--resume: {shown}, line {number}: it {what}; nothing was changed: give the same input and chain as \
                 before, or another file to --output"
            ));
        }
        whole += line.len() as u64;
    }
    file.set_len(whole).and_then(|()| file.flush()).map_err(why)?;
    Ok(Held { file, failures, bytes })
}

/// Takes the file for this run alone. What a run started in the moment in which it was killed may hold it a little longer.
#[cfg(unix)]
fn lock(file: &File) -> Result<(), ()> {
    const TRIES: u32 = 40;
    for _ in 0..TRIES {
        if rustix::fs::flock(file, rustix::fs::FlockOperation::NonBlockingLockExclusive).is_ok() {
            return Ok(());
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    Err(())
}

/// How many bytes an input has, if a line is of it.
fn agree(written: &Written, input: &Input, fields: &FieldNames, chains: &[String]) -> Result<u64, String> {
    let (id, line, bytes) = match input {
        Input::File(path) => {
            let bytes = path.metadata().map_or(0, |metadata| metadata.len());
            (Value::from(path.to_string_lossy()), None, bytes)
        }
        Input::Line { line, .. } => {
            let bytes = line.bytes() as u64 + 1;
            match line.record(fields) {
                Ok(record) => (record.id, None, bytes),
                Err(bad) => (bad.id, Some(bad.line), bytes),
            }
        }
        Input::Bad { id, .. } => (id.clone(), None, 0),
    };
    if written.id != id {
        return Err(format!("is of the document {}, and the input has {id} there", written.id));
    }
    if written.line != line {
        let line = line.map_or("a good line".to_owned(), |line| format!("line {line}, which is bad,"));
        return Err(format!("is not of what the input has there, {line}"));
    }
    let said = written.sections.iter().map(|section| &section.chain);
    if written.error.is_none() && !said.eq(chains) {
        return Err(format!("is of another chain than `{}`", chains.join(", ")));
    }
    Ok(bytes)
}
