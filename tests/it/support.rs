//! A place for a test: a fresh folder with the plugins that it asks for and nothing of the user's, in which the real
//! program runs. Paths in what it says are shown as `[HERE]`, `[PROGRAM]` and `[REPO]`.

use std::collections::HashMap;
use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

/// The plugins that are shipped.
pub(crate) const SHIPPED: [&str; 6] = ["headline", "bullets", "figures", "keywords", "statistics", "sentences"];

/// A fresh folder and the program.
pub(crate) struct Place {
    folder: TempDir,
    program: PathBuf,
}

/// What the program said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Place {
    /// A place with these plugins in its folder `plugins`: those that are shipped by id, those of the suite by package.
    pub(crate) fn new(plugins: &[&str]) -> Place {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("the folder for tests is writable");
        let place = Place { folder, program: program() };
        fs::create_dir(place.path("plugins")).unwrap();
        plugins.iter().for_each(|plugin| place.stage(plugin));
        place
    }

    /// A place with the shipped plugins.
    pub(crate) fn usual() -> Place {
        Place::new(&SHIPPED)
    }

    /// The same with a program of its own in the folder `bin`, far from all plugins that cargo built.
    pub(crate) fn with_own_program(mut self) -> Place {
        let own = self.path("bin").join("summarise");
        fs::create_dir(self.path("bin")).unwrap();
        link(&self.program, &own);
        self.program = own;
        self
    }

    /// Puts a plugin into the folder `plugins`.
    pub(crate) fn stage(&self, plugin: &str) {
        let to = self.path("plugins").join(file_name(plugin));
        link(&library(plugin), &to);
    }

    /// Takes a plugin out of the folder `plugins`.
    pub(crate) fn remove(&self, plugin: &str) {
        fs::remove_file(self.path("plugins").join(file_name(plugin))).unwrap();
    }

    /// A path in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, and the folders above it.
    pub(crate) fn write(&self, name: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // What is there may be cargo's own file by another name.
        let _ = fs::remove_file(&path);
        fs::write(&path, contents).unwrap();
        path
    }

    /// Reads a file.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The names in the folder, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Copies a fixture here.
    pub(crate) fn bring(&self, fixture: &str) {
        fs::copy(fixtures().join(fixture), self.path(fixture)).unwrap_or_else(|error| panic!("{fixture}: {error}"));
    }

    /// The program, about to run here with nothing of the user's around it.
    pub(crate) fn command(&self, line: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.args(words(line));
        self.alone(command)
    }

    /// A script of the shell, in which `$SUMMARISE` is the program.
    pub(crate) fn shell(&self, script: &str) -> Said {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command = self.alone(command);
        command.env("SUMMARISE", &self.program);
        self.done(command, b"")
    }

    fn alone(&self, mut command: Command) -> Command {
        command.current_dir(self.folder.path()).env_clear();
        // The last two are what Windows needs to start anything.
        for name in ["PATH", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE", "SystemRoot", "TEMP"] {
            command.envs(std::env::var_os(name).map(|value| (name, value)));
        }
        command.env("HOME", self.path("home")).env("XDG_CONFIG_HOME", self.path("config"));
        command.env("XDG_DATA_HOME", self.path("data")).env("XDG_STATE_HOME", self.path("state"));
        command.env("SUMMARISER_PLUGIN_PATH", self.path("plugins"));
        command
    }

    /// Runs the program with nothing to read.
    pub(crate) fn run(&self, line: &str) -> Said {
        self.feed("", line)
    }

    /// Runs the program with this on its standard input.
    pub(crate) fn feed(&self, input: impl AsRef<[u8]>, line: &str) -> Said {
        self.done(self.command(line), input.as_ref())
    }

    /// Runs a command with this on its standard input.
    pub(crate) fn done(&self, mut command: Command, input: &[u8]) -> Said {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut stdin = child.stdin.take().unwrap();
        let output = std::thread::scope(|scope| {
            // A program that reads nothing closes the pipe.
            scope.spawn(move || stdin.write_all(input).ok());
            child.wait_with_output().unwrap()
        });
        let text = |bytes: Vec<u8>| self.tidied(&String::from_utf8(bytes).expect("what it says is UTF-8"));
        // What a signal ended has no status; no case expects this number.
        let status = output.status.code().unwrap_or(-1);
        Said { status, stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    fn tidied(&self, text: &str) -> String {
        let here = self.folder.path().canonicalize().unwrap();
        let program = self.program.canonicalize().unwrap();
        let repo = repo().canonicalize().unwrap();
        let mut text = text.to_owned();
        for (path, name) in [
            (self.folder.path(), "[HERE]"),
            (here.as_path(), "[HERE]"),
            (program.parent().unwrap(), "[PROGRAM]"),
            (repo.as_path(), "[REPO]"),
        ] {
            text = text.replace(&*path.to_string_lossy(), name);
        }
        text
    }
}

impl Said {
    /// Everything that it said, for tables of cases.
    pub(crate) fn all(&self) -> String {
        format!("status {}\n--- stdout\n{}--- stderr\n{}", self.status, self.stdout, self.stderr)
    }

    /// Fails unless the status is this and every piece is in its output, or, after `!`, is not.
    pub(crate) fn expect(&self, status: i32, pieces: &[&str]) -> &Said {
        let all = self.all();
        assert_eq!(self.status, status, "{all}");
        for piece in pieces {
            match piece.strip_prefix('!') {
                Some(piece) => assert!(!all.contains(piece), "`{piece}` is in\n{all}"),
                None => assert!(all.contains(piece), "`{piece}` is not in\n{all}"),
            }
        }
        self
    }

    /// Standard output as one JSON value.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}\n{}", self.all()))
    }

    /// Every line of standard output as a JSON value.
    pub(crate) fn jsonl(&self) -> Vec<Value> {
        let line = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        self.stdout.lines().map(line).collect()
    }
}

/// Runs every case, and fails once with the names of all that failed.
pub(crate) fn each<T>(cases: impl IntoIterator<Item = T>, name: impl Fn(&T) -> String, check: impl Fn(&T)) {
    let mut failed = Vec::new();
    for case in cases {
        if std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(&case))).is_err() {
            failed.push(name(&case));
        }
    }
    assert!(failed.is_empty(), "failed: {}", failed.join(", "));
}

/// The folder of the repository.
pub(crate) fn repo() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The folder of the fixtures.
pub(crate) fn fixtures() -> PathBuf {
    repo().join("tests").join("fixtures")
}

/// The texts among the fixtures, sorted.
pub(crate) fn texts() -> Vec<String> {
    let names = fs::read_dir(fixtures()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let no_text = |name: &str| name == "README.md" || name.ends_with(".sentences") || name.ends_with(".jsonl");
    let mut names: Vec<String> = names.filter(|name| !no_text(name)).collect();
    names.sort();
    names
}

/// The file of a plugin, as it is named in a folder of plugins.
pub(crate) fn file_name(plugin: &str) -> String {
    let shipped = if SHIPPED.contains(&plugin) { "summariser_" } else { "" };
    format!("{DLL_PREFIX}{shipped}{}{DLL_SUFFIX}", plugin.replace('-', "_"))
}

/// The library of a plugin, as cargo built it for this very test.
pub(crate) fn library(plugin: &str) -> PathBuf {
    let beside = std::env::current_exe().unwrap().with_file_name(file_name(plugin));
    if beside.exists() {
        return beside;
    }
    // Some cargo puts libraries elsewhere; it says where.
    static BUILT: OnceLock<HashMap<String, PathBuf>> = OnceLock::new();
    let built = BUILT.get_or_init(build);
    built.get(&file_name(plugin)).unwrap_or_else(|| panic!("cargo built no {}: {built:?}", file_name(plugin))).clone()
}

/// Has cargo build all plugins, and gives each library's file by its name.
fn build() -> HashMap<String, PathBuf> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--workspace", "--lib", "--offline", "--message-format=json", "--target-dir"]).arg(target);
    cargo.args(if cfg!(debug_assertions) { None } else { Some("--release") }).current_dir(repo());
    let output = cargo.stderr(Stdio::inherit()).output().expect("cargo starts");
    assert!(output.status.success(), "cargo cannot build the plugins");
    let messages = output.stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok());
    let files = messages.filter_map(|message: Value| message["filenames"].as_array().cloned()).flatten();
    let paths = files.filter_map(|file| file.as_str().map(PathBuf::from));
    paths.map(|path| (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), path)).collect()
}

/// The program, as cargo built it for this very test.
fn program() -> PathBuf {
    // A run from an archive says where it is now.
    std::env::var_os("CARGO_BIN_EXE_summarise").map_or_else(|| env!("CARGO_BIN_EXE_summarise").into(), PathBuf::from)
}

/// The same file under another name: a program that was just written cannot be started while another thread starts one.
fn link(from: &Path, to: &Path) {
    let linked = fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(drop));
    linked.unwrap_or_else(|error: io::Error| panic!("{}: {error}", from.display()));
}

/// The words of a command line: at white space, and whole between single quotation marks.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    let mut any = false;
    for c in line.chars() {
        match c {
            '\'' => (quoted, any) = (!quoted, true),
            ' ' | '\n' if !quoted => {
                if any {
                    words.push(String::new());
                }
                any = false;
            }
            c => {
                words.last_mut().unwrap().push(c);
                any = true;
            }
        }
    }
    if !any {
        words.pop();
    }
    words
}
