//! Small files that several runs share: read whole, written whole, and changed by one run at a time.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::diagnostic::io_reason;

/// The longest file that is read: what is longer was not written here.
const LONGEST: u64 = 1 << 20;

/// The user's folder for what was installed, whether it is there or not.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    let strategy = etcetera::base_strategy::choose_base_strategy().ok()?;
    own(etcetera::BaseStrategy::data_dir(&strategy))
}

/// The user's folder for what the program has to remember, whether it is there or not.
#[must_use]
pub fn state_folder() -> Option<PathBuf> {
    let strategy = etcetera::base_strategy::choose_base_strategy().ok()?;
    let state = etcetera::BaseStrategy::state_dir(&strategy);
    own(state.unwrap_or_else(|| etcetera::BaseStrategy::data_dir(&strategy)))
}

/// A home that is no absolute path would make the current directory the user's.
fn own(folder: PathBuf) -> Option<PathBuf> {
    folder.is_absolute().then(|| folder.join("summariser"))
}

/// A file's text; nothing where there is no file.
///
/// # Errors
/// Why it cannot be read: the end of a sentence that begins with its name.
pub fn read(path: &Path) -> Result<Option<String>, String> {
    let why = |error: io::Error| format!("it cannot be read: {}", io_reason(&error));
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(why(error)),
    };
    let mut bytes = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(why)?;
    if bytes.len() as u64 > LONGEST {
        return Err(format!("it has more than {LONGEST} bytes"));
    }
    String::from_utf8(bytes).map(Some).map_err(|_| "it is no UTF-8".to_owned())
}

/// Puts a text in a file's place at once: a reader sees the old one or the new one, and so does whoever comes after a
/// crash.
///
/// # Errors
/// Why it cannot be written: a sentence.
pub fn write(path: &Path, text: &str) -> Result<(), String> {
    let why = |error: io::Error| format!("{} cannot be written: {}", path.display(), io_reason(&error));
    let folder = path.parent().unwrap_or(Path::new("/"));
    make_folder(folder)?;
    let mut file = tempfile::Builder::new().prefix(".record-").tempfile_in(folder).map_err(why)?;
    file.write_all(text.as_bytes()).map_err(why)?;
    file.as_file().sync_all().map_err(why)?;
    file.persist(path).map_err(|error| why(error.error))?;
    keep_names(folder);
    Ok(())
}

/// Makes a folder that is its owner's alone, with those above it.
///
/// # Errors
/// Why it cannot be made: a sentence.
pub fn make_folder(folder: &Path) -> Result<(), String> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let made = builder.create(folder);
    made.map_err(|error| format!("the folder {} cannot be made: {}", folder.display(), io_reason(&error)))
}

/// Has the system keep the names in a folder as they are now, even if the machine stops.
pub fn keep_names(folder: &Path) {
    // Where it cannot, the old names may be there again, and they were good.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// That other runs wait until this is dropped.
#[derive(Debug)]
pub struct Held(#[expect(dead_code, reason = "closing it is what lets others go on")] Option<File>);

/// Waits until no other run changes what lies in a folder; for two seconds at most, since nothing takes longer but what
/// has gone wrong, and a file is always whole anyway.
#[must_use]
pub fn hold(folder: &Path) -> Held {
    #[cfg(unix)]
    {
        use rustix::fs::{FlockOperation, flock};
        let file = File::open(folder).ok();
        for _ in 0..200 {
            match file.as_ref().map(|file| flock(file, FlockOperation::NonBlockingLockExclusive)) {
                Some(Err(rustix::io::Errno::WOULDBLOCK | rustix::io::Errno::INTR)) => {
                    std::thread::sleep(std::time::Duration::from_millis(10));
                }
                _ => break,
            }
        }
        Held(file)
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        Held(None)
    }
}

/// Now, in UTC: `2026-03-01T09:30:00Z`.
#[must_use]
pub fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    date(seconds)
}

/// The date and time of so many seconds after the beginning of 1970.
fn date(seconds: u64) -> String {
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    // Years begin in March, so that the day that is sometimes there is the last: H. Hinnant, chrono-compatible
    // low-level date algorithms, `civil_from_days`.
    let days = days + 719_468;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = year + era * 400 + next;
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        for (seconds, shown) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_709_251_200, "2024-03-01T00:00:00Z"),
            (1_735_689_599, "2024-12-31T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(date(seconds), shown);
        }
    }

    #[test]
    fn of_many_that_change_a_file_none_is_lost() {
        let root = tempfile::tempdir().expect("a folder");
        let path = root.path().join("deep/down/file");
        make_folder(path.parent().expect("it has one")).expect("it can be made");
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..8 {
                        let _held = hold(path.parent().expect("it has one"));
                        let text = read(&path).expect("it can be read").unwrap_or_default();
                        write(&path, &format!("{text}.")).expect("it can be written");
                    }
                });
            }
        });
        assert_eq!(read(&path).expect("it can be read").map(|text| text.len()), Some(64));
        assert_eq!(fs::read_dir(path.parent().expect("it has one")).expect("a folder").count(), 1, "nothing is left");
    }
}
