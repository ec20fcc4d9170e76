//! Where plugins are looked for, and what was found there. The order is fixed and the first of an id wins; the current
//! directory is never among the places, so that entering a folder cannot run what lies in it.

use std::collections::HashSet;
use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use super::inspect::{Inspected, inspect_open};
use super::lock::{self, Lock};
use super::record;
use super::state::{Off, State};
use super::trust::{self, Digest, Unusable, in_shell};
use crate::diagnostic::io_reason;

/// The variable that lists folders of plugins.
pub const PATH_VARIABLE: &str = "SUMMARISER_PLUGIN_PATH";

/// Why a place is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file named by `--plugin`.
    PluginFlag,
    /// A folder named by `--plugin-dir`.
    FolderFlag,
    /// A folder of [`PATH_VARIABLE`].
    Environment,
    /// A folder named in the user's configuration.
    UserConfiguration,
    /// The user's data folder.
    UserData,
    /// `lib/summariser/plugins` beside the folder of the executable.
    Installed,
    /// The folder of the executable: a built checkout, or an unpacked archive.
    Executable,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Origin::PluginFlag => "--plugin",
            Origin::FolderFlag => "--plugin-dir",
            Origin::Environment => PATH_VARIABLE,
            Origin::UserConfiguration => "plugin_dirs in the user's configuration",
            Origin::UserData => "the user's data folder",
            Origin::Installed => "beside the program",
            Origin::Executable => "the program's own folder",
        })
    }
}

/// A file or folder where plugins are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where.
    pub path: PathBuf,
    /// Why there.
    pub origin: Origin,
}

/// What the user said about where to look.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Files, of `--plugin`.
    pub files: Vec<PathBuf>,
    /// Folders, of `--plugin-dir`.
    pub folders: Vec<PathBuf>,
    /// Folders, of the user's configuration.
    pub user_folders: Vec<PathBuf>,
    /// Whether plugins that did not come with the program are to be left alone.
    pub only_shipped: bool,
    /// The digests that the configuration asks for.
    pub pins: Vec<Pin>,
}

/// That a plugin may only be used with these very bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The plugin's id.
    pub id: String,
    /// The digest that its file must have.
    pub digest: Digest,
    /// Where this is said: `summariser.toml:7:9`.
    pub place: String,
}

impl Search {
    /// The places, in order, and a sentence about each that cannot be one: an empty or relative entry of the variable
    /// or the configuration.
    #[must_use]
    pub fn places(&self) -> (Vec<Place>, Vec<String>) {
        let (mut places, mut problems) = (Vec::new(), Vec::new());
        if self.only_shipped {
            if let Some(named) = self.files.first().or(self.folders.first()) {
                let named = named.display();
                problems.push(format!("{named}: only plugins that came with the program are used; leave --no-plugins"));
            }
        } else {
            self.places_of_others(&mut places, &mut problems);
        }
        let executable = env::current_exe().and_then(|path| path.canonicalize());
        if let Some(folder) = executable.ok().as_deref().and_then(Path::parent) {
            if let Some(prefix) = folder.parent() {
                let path = prefix.join("lib").join("summariser").join("plugins");
                places.push(Place { path, origin: Origin::Installed });
            }
            places.push(Place { path: folder.to_owned(), origin: Origin::Executable });
        }
        (places, problems)
    }

    fn places_of_others(&self, places: &mut Vec<Place>, problems: &mut Vec<String>) {
        let here = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
        places.extend(self.files.iter().map(|path| Place { path: here(path), origin: Origin::PluginFlag }));
        places.extend(self.folders.iter().map(|path| Place { path: here(path), origin: Origin::FolderFlag }));
        let list = env::var_os(PATH_VARIABLE).filter(|list| !list.is_empty()).unwrap_or_default();
        let listed = env::split_paths(&list).filter(|_| !list.is_empty()).map(|path| (path, Origin::Environment));
        let configured = self.user_folders.iter().map(|path| (path.clone(), Origin::UserConfiguration));
        for (path, origin) in listed.chain(configured) {
            if path.is_absolute() {
                places.push(Place { path, origin });
            } else {
                let shown = path.display();
                problems.push(format!(
                    "{origin}: the entry \"{shown}\" is not absolute; plugins are never looked for in the current \
                     directory"
                ));
            }
        }
        places.extend(user_folder().map(|path| Place { path, origin: Origin::UserData }));
    }
}

/// The user's folder of plugins, whether it is there or not.
#[must_use]
pub fn user_folder() -> Option<PathBuf> {
    Some(record::data_folder()?.join("plugins"))
}

/// A plugin that can be loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Plugin {
    /// Its library's file.
    pub path: PathBuf,
    /// What the file says.
    pub inspected: Inspected,
    /// Whether it lies where the program's own plugins do, so that whoever trusts the program trusts it.
    pub is_shipped: bool,
    /// The digest of its bytes, where something depends on it.
    pub digest: Option<Digest>,
    /// Why it is not to be run, if it is not.
    pub off: Option<Off>,
}

impl Plugin {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.inspected.manifest.id
    }
}

/// A file that was found where plugins are.
#[derive(Clone, Debug)]
pub struct Found {
    /// The file.
    pub path: PathBuf,
    /// Why it was looked at.
    pub origin: Origin,
    /// The plugin that it is, or why it is none that can be loaded.
    pub plugin: Result<Plugin, Unusable>,
    /// The id that it bears, if that much can be read.
    pub id: Option<String>,
    /// Whether the lock says that its bytes are those that were installed.
    pub is_locked: bool,
    /// The file of the same id that comes first, if one does.
    pub shadowed_by: Option<PathBuf>,
}

/// Everything that was found, and where.
#[derive(Clone, Debug)]
pub struct Registry {
    /// The places, in order.
    pub places: Vec<Place>,
    /// The files, in order.
    pub found: Vec<Found>,
    /// A sentence about each place that cannot be one, or that was named on the command line and is not there.
    pub problems: Vec<String>,
    /// What was installed, or why nobody knows.
    pub lock: Result<Lock, String>,
    /// What is switched off, or why nobody knows.
    pub state: Result<State, String>,
    pins: Vec<Pin>,
    /// The folder of which the lock tells.
    locked: Option<PathBuf>,
    /// Whether a file is not what the lock says.
    differs: bool,
}

impl Default for Registry {
    fn default() -> Registry {
        Registry {
            places: Vec::new(),
            found: Vec::new(),
            problems: Vec::new(),
            lock: Ok(Lock::default()),
            state: Ok(State::default()),
            pins: Vec::new(),
            locked: None,
            differs: false,
        }
    }
}

impl Registry {
    /// Looks at every place.
    #[must_use]
    pub fn scan(search: &Search) -> Registry {
        let registry = Registry::look(search);
        match record::data_folder().filter(|_| registry.differs) {
            // Somebody may be installing it this moment.
            Some(folder) => {
                let _held = record::hold(&folder);
                Registry::look(search)
            }
            None => registry,
        }
    }

    fn look(search: &Search) -> Registry {
        let (places, problems) = search.places();
        let mut registry = Registry {
            places,
            problems,
            lock: record::data_folder().map_or(Ok(Lock::default()), |folder| Lock::read(&folder)),
            state: State::read(),
            pins: search.pins.clone(),
            locked: user_folder().and_then(|folder| folder.canonicalize().ok()),
            ..Registry::default()
        };
        let mut seen = HashSet::new();
        for place in registry.places.clone() {
            let files = match &place {
                Place { path, origin: Origin::PluginFlag } => Ok(vec![path.clone()]),
                Place { path, origin } => libraries(path, *origin),
            };
            match files {
                Ok(files) => {
                    for path in files {
                        let real = path.canonicalize().unwrap_or_else(|_| path.clone());
                        if seen.insert(real.clone()) {
                            registry.add(path, real, place.origin);
                        }
                    }
                }
                Err(problem) => registry.problems.push(problem),
            }
        }
        registry
    }

    fn add(&mut self, path: PathBuf, real: PathBuf, origin: Origin) {
        let mut found = Found {
            path,
            origin,
            plugin: Err(Unusable::Broken(String::new())),
            id: None,
            is_locked: false,
            shadowed_by: None,
        };
        found.plugin = self.judge(real, &mut found);
        let first = found.id.as_deref().and_then(|id| self.holder(id));
        found.shadowed_by = first.map(|first| match &first.plugin {
            Ok(plugin) => plugin.path.clone(),
            Err(_) => first.path.clone(),
        });
        self.found.push(found);
    }

    /// The plugin that a file is, if it may be used; what else is learnt of the file is put down in `found`.
    fn judge(&mut self, real: PathBuf, found: &mut Found) -> Result<Plugin, Unusable> {
        // A link that leads nowhere has no canonical name, and following it says why.
        fs::metadata(&real).map_err(|error| Unusable::Broken(format!("it cannot be read: {}", io_reason(&error))))?;
        let opened = trust::open(&real).map_err(Unusable::Broken)?;
        let inspected = inspect_open(&opened.file);
        found.id = inspected.as_ref().ok().map(|inspected| inspected.manifest.id.clone());
        opened.trusted.clone().map_err(Unusable::Refused)?;
        let inspected = inspected.map_err(Unusable::Broken)?;
        let id = inspected.manifest.id.as_str();
        // Under whatever name it was reached.
        let is_locked_place = found.origin == Origin::UserData
            || self.locked.as_deref().is_some_and(|locked| real.parent() == Some(locked));
        let lock = match &self.lock {
            Err(damage) if is_locked_place => return Err(Unusable::Refused(damage.clone())),
            lock => lock.as_ref().ok(),
        };
        let entry = lock.filter(|_| is_locked_place).and_then(|lock| lock.entry(id));
        let pins: Vec<&Pin> = self.pins.iter().filter(|pin| pin.id == id).collect();
        let state = self.state.as_ref().ok();
        // Nothing else depends on a digest, and so what comes with the program costs nothing.
        let is_needed = entry.is_some() || !pins.is_empty() || state.is_some_and(|state| state.knows(id));
        let digest = is_needed.then(|| opened.digest()).transpose().map_err(Unusable::Broken)?;
        if let Some((entry, digest)) = entry.zip(digest) {
            found.is_locked = entry.sha256 == digest;
            if !found.is_locked {
                self.differs = true;
                return Err(Unusable::Refused(not_as_installed(entry, digest, &real)));
            }
        }
        if let Some((pin, digest)) =
            digest.and_then(|digest| Some((pins.iter().find(|pin| pin.digest != digest)?, digest)))
        {
            return Err(Unusable::Refused(not_as_pinned(pin, digest)));
        }
        let is_shipped = matches!(found.origin, Origin::Installed | Origin::Executable);
        let off = state.and_then(|state| state.off(id, digest.filter(|_| !is_shipped)));
        Ok(Plugin { path: real, inspected, is_shipped, digest, off })
    }

    /// The first file that bears an id, whether it can be used or not: what is refused is never replaced by another
    /// plugin of its name.
    fn holder(&self, id: &str) -> Option<&Found> {
        self.found.iter().find(|found| found.id.as_deref() == Some(id))
    }

    /// The plugin of an id, if the first file that bears it can be used.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Plugin> {
        self.holder(id)?.plugin.as_ref().ok()
    }

    /// The ids of all plugins that can be loaded, sorted.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        let usable = self.found.iter().filter(|found| found.shadowed_by.is_none());
        let mut ids: Vec<&str> = usable.filter_map(|found| found.plugin.as_ref().ok()).map(Plugin::id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Why a plugin that is there must not be used: a sentence, if it is so.
    #[must_use]
    pub fn refusal(&self, id: &str) -> Option<String> {
        let found = self.holder(id)?;
        let why = found.plugin.as_ref().err()?;
        Some(format!("the plugin `{id}` is refused: {}: {why}", found.path.display()))
    }

    /// Why there is no plugin of an id: where it was looked for, and any broken file that bears its name.
    #[must_use]
    pub fn missing(&self, id: &str) -> String {
        let mut why = String::new();
        for found in &self.found {
            let name = found.path.file_stem().map(|name| name.to_string_lossy().replace('_', "-")).unwrap_or_default();
            if let Err(reason) = &found.plugin
                && (found.origin == Origin::PluginFlag
                    || name.ends_with(&format!("-{id}"))
                    || name == format!("lib{id}"))
            {
                why.push_str(&format!("\n  {} is there, but {reason}", found.path.display()));
            }
        }
        why.push_str("\nit was looked for in");
        for place in &self.places {
            let note = if place.path.exists() { "" } else { ", which does not exist" };
            why.push_str(&format!("\n  {} ({}{note})", place.path.display(), place.origin));
        }
        why
    }
}

fn not_as_installed(entry: &lock::Entry, digest: Digest, real: &Path) -> String {
    let lock::Entry { sha256, date, .. } = entry;
    let file = in_shell(real);
    format!(
        "it is not what was installed: its SHA-256 is {digest}, and {} says {sha256} since {date}; if you trust what it \
         is now: summarise plugin install {file}",
        lock::FILE
    )
}

fn not_as_pinned(pin: &Pin, digest: Digest) -> String {
    let Pin { digest: pinned, place, .. } = pin;
    format!(
        "its SHA-256 is {digest}, and {place} asks for {pinned}; use the plugin that is asked for, or, if you trust \
         this one, write there: sha256 = \"{digest}\""
    )
}

/// The libraries in a folder, sorted by name. A folder that is not there has none, unless somebody just named it.
///
/// # Errors
/// A sentence about a folder that was named and cannot be read.
pub fn libraries(folder: &Path, origin: Origin) -> Result<Vec<PathBuf>, String> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if origin == Origin::FolderFlag => {
            let (path, reason) = (folder.display(), io_reason(&error));
            return Err(format!("--plugin-dir {path}: the folder cannot be read: {reason}"));
        }
        Err(_) => return Ok(Vec::new()),
    };
    let own = format!("{}summariser_", env::consts::DLL_PREFIX);
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let is_library =
                name.ends_with(env::consts::DLL_SUFFIX) || (cfg!(target_os = "macos") && name.ends_with(".so"));
            // Beside a program lie libraries of all kinds; only ours are looked at there.
            is_library && !name.starts_with('.') && (origin != Origin::Executable || name.starts_with(&own))
        })
        .collect();
    paths.sort();
    Ok(paths)
}
