//! Summarisers of this process: the plugin's functions are called directly. Fast, and as safe as the plugin is sound: a
//! panic or an error is caught, a crash is not.

use std::collections::HashMap;
use std::path::PathBuf;

use summariser_core::abi::host::{Failure, FailureKind, Instance, Library};
use summariser_core::abi::option::OptionSetting;
use summariser_core::{Block, Document};

use super::discover::Plugin;
use super::exit_guard::AtWork;
use super::{Host, library};

/// Takes the notes that plugins leave.
pub type Log = Box<dyn FnMut(&str)>;

/// The libraries and summarisers of this process.
pub struct InProcess {
    libraries: HashMap<PathBuf, Result<Library, Failure>>,
    summarisers: Vec<(String, Result<Instance, Failure>)>,
    log: Log,
}

impl InProcess {
    /// A host without plugins yet, which passes their notes on to `log`.
    #[must_use]
    pub fn new(log: Log) -> InProcess {
        InProcess { libraries: HashMap::new(), summarisers: Vec::new(), log }
    }

    fn load(&mut self, plugin: &Plugin) -> Result<Library, Failure> {
        let load = || {
            let failure = |why: String| Failure::new(FailureKind::Load, format!("{}: {why}", plugin.path.display()));
            let library = library::load(&plugin.path).map_err(failure)?;
            if library.manifest() != Some(&plugin.inspected.manifest_text) {
                return Err(failure("the manifest in its file is not the one that it exports; rebuild it".to_owned()));
            }
            Ok(library)
        };
        self.libraries.entry(plugin.path.clone()).or_insert_with(load).clone()
    }
}

impl Host for InProcess {
    fn prepare(&mut self, plugin: &Plugin, options: &[(String, OptionSetting)]) -> usize {
        let _at_work = AtWork::new(plugin.id());
        let library = self.load(plugin);
        let made = library.and_then(|library| library.create(options, &mut *self.log));
        self.summarisers.push((plugin.id().to_owned(), made));
        self.summarisers.len() - 1
    }

    fn run(&mut self, summariser: usize, document: &Document<'_>) -> Result<Vec<Block>, Failure> {
        match self.summarisers.get_mut(summariser) {
            Some((id, Ok(instance))) => {
                let _at_work = AtWork::new(id);
                instance.run(document, &|| false, &mut *self.log)
            }
            Some((_, Err(failure))) => Err(failure.clone()),
            None => Err(Failure::new(FailureKind::Load, format!("there is no summariser {summariser}"))),
        }
    }
}
