//! `plugin install` and `plugin remove`. What is installed was read once: those bytes were judged, tried in a process
//! that can do no harm, hashed, and put in place, so that nobody ever sees half a file or one that was not tried.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use summariser_core::abi::host::FailureKind;
use summariser_core::text::Newlines;
use tempfile::NamedTempFile;

use super::super::{Hosts, OK, SOME_FAILED, complain};
use super::{is_file_name, write};
use crate::args::Args;
use crate::chain::plan::{Plan, PlannedSection, PlannedStage};
use crate::chain::run::{Ready, Text};
use crate::config::{Config, Origin as Said, Setting};
use crate::diagnostic::{did_you_mean, io_reason};
use crate::host::Host;
use crate::host::discover::{Origin, Plugin, Registry, libraries, user_folder};
use crate::host::inspect::{Inspected, inspect, inspect_file};
use crate::host::lock::{Entry, Lock};
use crate::host::record;
use crate::host::state::State;
use crate::host::trust::{self, Digest};
use crate::report::Section;

/// What a plugin is tried with, besides nothing at all.
const SAMPLE: &str = "The old lighthouse keeps its lamp\n\nThe harbour built the lighthouse in 1874 to warn ships of a reef. \
    It was to be closed last spring, because nobody needs its lamp any more. Then 2,300 people wrote to the council. \
    They said that the light had shown them the way home. The council will keep it burning for another ten years.\n";

/// Installs a plugin, or every plugin of a folder, and reports each.
pub(super) fn install(
    args: &Args,
    config: &Config,
    registry: &Registry,
    path: &Path,
    force: bool,
) -> Result<u8, String> {
    // Whatever is configured, what nobody has tried yet runs in a process of its own.
    let config = Config { in_process: Setting { value: false, origin: Said::Default }, ..config.clone() };
    let files = if path.is_dir() { libraries(path, Origin::FolderFlag)? } else { vec![path.to_owned()] };
    if files.is_empty() {
        complain(&format!("{}: there is no library in this folder", path.display()));
        return Ok(SOME_FAILED);
    }
    let (mut text, mut status) = (String::new(), OK);
    for file in files {
        let installed = Candidate::read(&file, registry, force).and_then(|candidate| candidate.install(args, &config));
        match installed {
            Ok(said) => text.push_str(&said),
            Err(why) => {
                complain(&format!("{}: {why}", file.display()));
                status = SOME_FAILED;
            }
        }
    }
    write(&text)?;
    Ok(status)
}

/// A plugin that may be installed.
struct Candidate<'a> {
    registry: &'a Registry,
    from: PathBuf,
    bytes: Vec<u8>,
    inspected: Inspected,
    digest: Digest,
    /// The user's data folder, and the folder of plugins in it.
    data: PathBuf,
    folder: PathBuf,
}

impl Candidate<'_> {
    fn read<'a>(file: &Path, registry: &'a Registry, force: bool) -> Result<Candidate<'a>, String> {
        let from = file.canonicalize().map_err(|error| format!("it cannot be read: {}", io_reason(&error)))?;
        // Whoever could change the file may have done so; what is read now is judged, tried and installed.
        let bytes = trust::open(&from)?.bytes()?;
        let inspected = inspect(&bytes)?;
        let id = &inspected.manifest.id;
        let is_shipped = |origin| matches!(origin, Origin::Installed | Origin::Executable);
        let mut of_id = registry.found.iter().filter(|found| found.id.as_ref() == Some(id));
        if !force && of_id.any(|found| is_shipped(found.origin)) {
            return Err(format!("`{id}` came with the program; --force installs this one to be used in its place"));
        }
        let homeless = "there is no folder of plugins of your own: HOME is not set";
        let data = record::data_folder().ok_or(homeless)?;
        let folder = user_folder().ok_or(homeless)?;
        let digest = Digest::of(&bytes);
        Ok(Candidate { registry, from, bytes, inspected, digest, data, folder })
    }

    fn install(&self, args: &Args, config: &Config) -> Result<String, String> {
        let (id, version) = (&self.inspected.manifest.id, &self.inspected.manifest.version);
        record::make_folder(&self.folder)?;
        let target = self.folder.join(file_name(id));
        let lock = Lock::read(&self.data)?;
        let before = lock.entry(id).cloned();
        let is_in_place = trust::open(&target).and_then(|opened| opened.bytes()).is_ok_and(|bytes| bytes == self.bytes);
        if is_in_place && before.as_ref().is_some_and(|before| before.sha256 == self.digest) {
            return Ok(format!("{id} {version} is installed already: {}\n", target.display()));
        }
        let temporary = self
            .copy()
            .map_err(|error| format!("nothing can be written to {}: {}", self.folder.display(), io_reason(&error)))?;
        let remarks = self.try_out(temporary.path(), args, config)?;
        let others = self.put(temporary, &target)?;

        let mut text = format!("{id} {version} is installed: {}\n", target.display());
        match before {
            Some(before) if before.sha256 == self.digest => {}
            Some(Entry { version, sha256, .. }) => _ = writeln!(text, "  in place of {id} {version}, SHA-256 {sha256}"),
            None if is_in_place => text.push_str("  it lay there already and is locked now\n"),
            None => {}
        }
        for other in others {
            let _ = writeln!(text, "  in place of {}, which is deleted", other.display());
        }
        let _ = writeln!(text, "  locked to SHA-256 {}", self.digest);
        for remark in remarks {
            let _ = writeln!(text, "  {remark}");
        }
        if let Some(off) = self.registry.state.as_ref().ok().and_then(|state| state.off(id, None)) {
            let _ = writeln!(text, "  {off}");
        }
        let in_front = self.registry.found.iter().find(|found| found.id.as_ref() == Some(id));
        if let Some(first) = in_front.filter(|first| is_before_user_folder(first.origin)) {
            let _ = writeln!(text, "  it is not used as long as {} comes first", first.path.display());
        }
        Ok(text)
    }

    /// A copy in the folder of plugins under a name that is never looked at.
    fn copy(&self) -> io::Result<NamedTempFile> {
        let (prefix, suffix) = (".installing-", std::env::consts::DLL_SUFFIX);
        let mut copy = tempfile::Builder::new().prefix(prefix).suffix(suffix).tempfile_in(&self.folder)?;
        copy.write_all(&self.bytes)?;
        let mut permissions = copy.as_file().metadata()?.permissions();
        #[cfg(unix)]
        std::os::unix::fs::PermissionsExt::set_mode(&mut permissions, 0o444);
        #[cfg(not(unix))]
        permissions.set_readonly(true);
        copy.as_file().set_permissions(permissions)?;
        copy.as_file().sync_all()?;
        Ok(copy)
    }

    /// Has a process of its own load the copy and summarise with it, twice, and gives what is worth a remark.
    fn try_out(&self, copy: &Path, args: &Args, config: &Config) -> Result<Vec<String>, String> {
        let path = copy.canonicalize().map_err(|error| format!("its copy is gone: {}", io_reason(&error)))?;
        let manifest = &self.inspected.manifest;
        let options = manifest.options.iter().map(|rule| (rule.key.clone(), rule.default.clone())).collect();
        let inspected = self.inspected.clone();
        let plugin = Plugin { path: path.clone(), inspected, is_shipped: false, digest: Some(self.digest), off: None };
        let stages = Ok(vec![PlannedStage { plugin, options }]);
        let plan = Plan { sections: vec![PlannedSection { chain: manifest.id.clone(), stages }] };
        let (mut host, heard) = Hosts::new(args, config)?.host();
        let tried = try_plan(&plan, &mut *host, &path);
        heard.take().iter().for_each(|(_, line)| complain(line));
        tried
    }

    /// Puts the copy in its place and into the lock; gives the files of the same id that had to go.
    fn put(&self, copy: NamedTempFile, target: &Path) -> Result<Vec<PathBuf>, String> {
        let id = &self.inspected.manifest.id;
        let _held = record::hold(&self.data);
        // Others may have installed something meanwhile.
        let before = Lock::read(&self.data)?;
        let mut lock = before.clone();
        lock.put(Entry {
            id: id.clone(),
            version: self.inspected.manifest.version.clone(),
            sha256: self.digest,
            size: self.bytes.len() as u64,
            abi: self.inspected.abi.to_string(),
            installed_from: self.from.clone(),
            date: record::now(),
        });
        // The lock comes first: whoever looks between the two finds a file that is not what the lock says, and looks
        // again.
        lock.write(&self.data)?;
        if let Err(error) = copy.persist(target) {
            before.write(&self.data)?;
            return Err(format!("{} cannot be put in place: {}", target.display(), io_reason(&error.error)));
        }
        let has_id = |path: &PathBuf| inspect_file(path).is_ok_and(|inspected| inspected.manifest.id == *id);
        let installed = libraries(&self.folder, Origin::UserData)?;
        let mut others: Vec<PathBuf> = installed.into_iter().filter(|path| path != target && has_id(path)).collect();
        others.retain(|other| fs::remove_file(other).is_ok());
        record::keep_names(&self.folder);
        // It was tried and did not die.
        if let Err(why) = State::change(|state| state.forgive(id)) {
            complain(&why);
        }
        Ok(others)
    }
}

fn is_before_user_folder(origin: Origin) -> bool {
    !matches!(origin, Origin::UserData | Origin::Installed | Origin::Executable)
}

/// The name of an installed plugin's file, which says its id even if nothing else can be read.
fn file_name(id: &str) -> String {
    format!("{}{}{}", std::env::consts::DLL_PREFIX, id.replace('-', "_"), std::env::consts::DLL_SUFFIX)
}

/// Deletes an installed plugin, by its id or, whatever is in it, by its file's name.
pub(super) fn remove(registry: &Registry, name: &str) -> Result<String, String> {
    let homeless = "there is no folder of plugins of your own: HOME is not set";
    let (data, folder) = (record::data_folder().ok_or(homeless)?, user_folder().ok_or(homeless)?);
    let installed = libraries(&folder, Origin::UserData)?.into_iter().map(|path| {
        let id = inspect_file(&path).ok().map(|inspected| inspected.manifest.id);
        (path, id)
    });
    let installed: Vec<(PathBuf, Option<String>)> = installed.collect();
    let named = Path::new(name).canonicalize().ok();
    let is_meant = |(path, id): &&(PathBuf, Option<String>)| match id {
        _ if is_file_name(name) => {
            path.file_name() == Some(name.as_ref()) || (named.is_some() && path.canonicalize().ok() == named)
        }
        Some(id) => id == name,
        // A file that says no id may bear its name.
        None => path.file_name().is_some_and(|file| *file == *file_name(name)),
    };
    let meant: Vec<&(PathBuf, Option<String>)> = installed.iter().filter(is_meant).collect();

    let _held = record::hold(&data);
    let mut text = String::new();
    for (path, _) in &meant {
        fs::remove_file(path)
            .map_err(|error| format!("{} cannot be deleted: {}", path.display(), io_reason(&error)))?;
        let _ = writeln!(text, "{} is deleted", path.display());
    }
    let ids = meant.iter().filter_map(|(path, id)| id.clone().or_else(|| id_of_file(path)));
    let mut ids: Vec<String> = ids.chain((!is_file_name(name)).then(|| name.to_owned())).collect();
    ids.sort();
    ids.dedup();
    let mut lock = Lock::read(&data);
    if let Ok(lock) = &mut lock {
        let removed = ids.iter().filter(|id| lock.remove(id)).count();
        if removed > 0 {
            lock.write(&data)?;
            let _ = writeln!(text, "{} is locked no longer", ids.join(", "));
        }
    }
    if text.is_empty() {
        let of_name = registry.found.iter().find(|found| found.id.as_deref() == Some(name));
        let near = did_you_mean(name, installed.iter().filter_map(|(_, id)| id.as_deref()));
        return Err(match of_name {
            Some(found) => {
                format!("`{name}` was not installed by this command: it is {} ({})", found.path.display(), found.origin)
            }
            None => format!("there is no `{name}` in {}{near}", folder.display()),
        });
    }
    if let Err(damage) = lock {
        complain(&damage);
    }
    if let Err(why) = State::change(|state| ids.iter().for_each(|id| _ = state.enable(id))) {
        complain(&why);
    }
    Ok(text)
}

/// The id that an installed plugin's file has by its name.
fn id_of_file(path: &Path) -> Option<String> {
    let stem = path.file_stem()?.to_str()?;
    Some(stem.strip_prefix(std::env::consts::DLL_PREFIX)?.replace('_', "-"))
}

/// Has a plugin of this file summarise a short text and an empty one, each twice; gives remarks.
fn try_plan(plan: &Plan, host: &mut dyn Host, path: &Path) -> Result<Vec<String>, String> {
    let mut ready = Ready::new(plan, Newlines::Auto, host);
    let mut remarks = Vec::new();
    for (what, text) in [("a short text", SAMPLE), ("an empty text", "")] {
        let mut said = || {
            let (_, mut sections) = ready.run_one(Text { text: text.into(), source: "sample" }, host);
            sections.pop().map(|Section { result, .. }| result)
        };
        let Some(outcome) = said() else { continue };
        match &outcome {
            // A plugin may have reasons to say that it cannot.
            Err(failure) if failure.kind == FailureKind::Error => {
                remarks.push(format!("of {what} it says that it cannot: {failure}"));
            }
            Err(failure) => {
                // Nobody knows the copy's name.
                let why = failure.message.replace(&format!("{}: ", path.display()), "");
                return Err(format!("tried with {what}, it failed: {why}"));
            }
            Ok(_) => {}
        }
        if said().as_ref() != Some(&outcome) {
            return Err(format!("tried twice with {what}, it did not say the same; output must not change"));
        }
    }
    Ok(remarks)
}
