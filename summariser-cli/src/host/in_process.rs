//! Summarisers of this process: the plugin's functions are called directly. Fast, and as safe as the plugin is sound: a
//! panic or an error is caught, a crash is not.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Instant;

use summariser_core::Document;
use summariser_core::abi::host::{Failure, FailureKind, Instance, Library};
use summariser_core::abi::option::OptionSetting;

use super::discover::Plugin;
use super::exit_guard::AtWork;
use super::limits::Limits;
use super::{Host, Listener, Outcome, in_time, in_turn, library, sealed};

/// The libraries and summarisers of this process.
pub struct InProcess {
    libraries: HashMap<PathBuf, Result<Library, Failure>>,
    summarisers: Vec<(String, Result<Instance, Failure>)>,
    limits: Limits,
    listener: Box<dyn Listener>,
}

impl InProcess {
    /// A host without plugins yet. Of the limits only that of time is kept, by plugins that ask whether to go on.
    #[must_use]
    pub fn new(limits: Limits, listener: Box<dyn Listener>) -> InProcess {
        InProcess { libraries: HashMap::new(), summarisers: Vec::new(), limits, listener }
    }

    fn load(&mut self, plugin: &Plugin) -> Result<Library, Failure> {
        let load = || {
            let library = match sealed::seal(plugin)? {
                Some(bytes) => library::load_sealed(bytes),
                None => library::load(&plugin.path),
            };
            let library = library.and_then(|library| library::with_manifest(library, &plugin.inspected.manifest_text));
            library.map_err(|why| Failure::new(FailureKind::Load, format!("{}: {why}", plugin.path.display())))
        };
        self.libraries.entry(plugin.path.clone()).or_insert_with(load).clone()
    }

    fn summarise(&mut self, summariser: usize, document: &Document<'_>) -> Outcome {
        let time = self.limits.time(document.text().len());
        match self.summarisers.get_mut(summariser) {
            Some((id, Ok(instance))) => {
                let _at_work = AtWork::new(id);
                let start = Instant::now();
                let stop = || start.elapsed() >= time;
                in_time(instance.run(document, &stop, &mut |note| self.listener.note(note)), time)
            }
            Some((_, Err(failure))) => Err(failure.clone()),
            None => Err(Failure::new(FailureKind::Load, format!("there is no summariser {summariser}"))),
        }
    }
}

impl Host for InProcess {
    fn prepare(&mut self, plugin: &Plugin, options: &[(String, OptionSetting)]) -> usize {
        let _at_work = AtWork::new(plugin.id());
        let library = self.load(plugin);
        let made = library.and_then(|library| library.create(options, &mut |note| self.listener.note(note)));
        self.summarisers.push((plugin.id().to_owned(), made));
        self.summarisers.len() - 1
    }

    fn run(&mut self, summarisers: &[usize], documents: &[Option<Document<'_>>]) -> Vec<Vec<Outcome>> {
        let there: Vec<usize> = (0..documents.len()).filter(|turn| documents[*turn].is_some()).collect();
        let asked: Vec<_> = documents.iter().flatten().map(|document| (document, summarisers.len())).collect();
        let said = in_turn(&asked, |number, at, document| {
            self.listener.turn(there[number]);
            self.summarise(summarisers[at], document)
        });
        let mut outcomes: Vec<Vec<Outcome>> = documents.iter().map(|_| Vec::new()).collect();
        there.into_iter().zip(said).for_each(|(turn, said)| outcomes[turn] = said);
        outcomes
    }
}
