//! Where plugins are looked for, and what was found there. The order is fixed and the first of an id wins; the current
//! directory is never among the places, so that entering a folder cannot run what lies in it.

use std::collections::HashSet;
use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use super::inspect::{Inspected, inspect_file};

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
}

impl Search {
    /// The places, in order.
    ///
    /// # Errors
    /// A sentence about a place that cannot be one: an empty or relative entry of the variable or the configuration.
    pub fn places(&self) -> Result<Vec<Place>, String> {
        let mut places = Vec::new();
        let here = |path: &PathBuf| std::path::absolute(path).unwrap_or_else(|_| path.clone());
        places.extend(self.files.iter().map(|path| Place { path: here(path), origin: Origin::PluginFlag }));
        places.extend(self.folders.iter().map(|path| Place { path: here(path), origin: Origin::FolderFlag }));
        if let Some(list) = env::var_os(PATH_VARIABLE).filter(|list| !list.is_empty()) {
            for path in env::split_paths(&list) {
                places.push(absolute(path, Origin::Environment)?);
            }
        }
        for path in &self.user_folders {
            places.push(absolute(path.clone(), Origin::UserConfiguration)?);
        }
        if let Ok(strategy) = etcetera::base_strategy::choose_base_strategy() {
            let path = etcetera::BaseStrategy::data_dir(&strategy).join("summariser").join("plugins");
            // A home that is no absolute path would put the current directory among the places.
            if path.is_absolute() {
                places.push(Place { path, origin: Origin::UserData });
            }
        }
        let executable = env::current_exe().and_then(|path| path.canonicalize());
        if let Some(folder) = executable.ok().as_deref().and_then(Path::parent) {
            if let Some(prefix) = folder.parent() {
                let path = prefix.join("lib").join("summariser").join("plugins");
                places.push(Place { path, origin: Origin::Installed });
            }
            places.push(Place { path: folder.to_owned(), origin: Origin::Executable });
        }
        Ok(places)
    }
}

fn absolute(path: PathBuf, origin: Origin) -> Result<Place, String> {
    if path.is_absolute() {
        return Ok(Place { path, origin });
    }
    let shown = path.display();
    Err(format!(
        "{origin}: the entry \"{shown}\" is not absolute; plugins are never looked for in the current directory"
    ))
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
    pub plugin: Result<Plugin, String>,
    /// The file of the same id that comes first, if one does.
    pub shadowed_by: Option<PathBuf>,
}

/// Everything that was found, and where.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    /// The places, in order.
    pub places: Vec<Place>,
    /// The files, in order.
    pub found: Vec<Found>,
}

impl Registry {
    /// Looks at every place.
    ///
    /// # Errors
    /// A sentence about a place that cannot be one, or that was named on the command line and is not there.
    pub fn scan(search: &Search) -> Result<Registry, String> {
        let mut registry = Registry { places: search.places()?, found: Vec::new() };
        let mut seen = HashSet::new();
        for place in registry.places.clone() {
            let files = if place.origin == Origin::PluginFlag { vec![place.path.clone()] } else { libraries(&place)? };
            for path in files {
                let real = path.canonicalize().unwrap_or_else(|_| path.clone());
                if seen.insert(real.clone()) {
                    registry.add(path, real, place.origin);
                }
            }
        }
        Ok(registry)
    }

    fn add(&mut self, path: PathBuf, real: PathBuf, origin: Origin) {
        let is_shipped = matches!(origin, Origin::Installed | Origin::Executable);
        let plugin = inspect_file(&real).map(|inspected| Plugin { path: real, inspected, is_shipped });
        let shadowed_by =
            plugin.as_ref().ok().and_then(|plugin| self.find(plugin.id())).map(|first| first.path.clone());
        self.found.push(Found { path, origin, plugin, shadowed_by });
    }

    /// The plugin of an id: the first that can be loaded.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Plugin> {
        self.found.iter().filter_map(|found| found.plugin.as_ref().ok()).find(|plugin| plugin.id() == id)
    }

    /// The ids of all plugins that can be loaded, sorted.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        let usable = self.found.iter().filter_map(|found| found.plugin.as_ref().ok());
        let mut ids: Vec<&str> = usable.map(Plugin::id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
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

/// The libraries in a folder, sorted by name. A folder that is not there has none, unless somebody just named it.
fn libraries(place: &Place) -> Result<Vec<PathBuf>, String> {
    let entries = match fs::read_dir(&place.path) {
        Ok(entries) => entries,
        Err(error) if place.origin == Origin::FolderFlag => {
            let (path, reason) = (place.path.display(), crate::diagnostic::io_reason(&error));
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
            is_library && !name.starts_with('.') && (place.origin != Origin::Executable || name.starts_with(&own))
        })
        .collect();
    paths.sort();
    Ok(paths)
}
