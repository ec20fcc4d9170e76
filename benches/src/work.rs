//! The work: a name, and what is done with the text of a number. Plugins are those that cargo built beside this program,
//! whatever is installed; they are found, loaded and called across the boundary as the program does it.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::hint::black_box;
use std::path::PathBuf;

use summariser_cli::chain::plan::{Asked, Plan, Setting, plan};
use summariser_cli::chain::run::{Ready, Text};
use summariser_cli::host::discover::{Plugin, Registry, Search};
use summariser_cli::host::isolated::Isolated;
use summariser_cli::host::limits::Limits;
use summariser_cli::host::{Host, Listener, Outcome, in_turn, library};
use summariser_core::abi::host::{Failure, FailureKind, Instance};
use summariser_core::abi::option::OptionSetting;
use summariser_core::analysis::{Analyser, Outline};
use summariser_core::rank::{Learned, Ranker};
use summariser_core::text::Newlines;
use summariser_core::{Document, Reads};

const ANALYSIS: [(&str, Reads); 4] = [
    ("analysis/paragraphs", Reads::PARAGRAPHS),
    ("analysis/sentences", Reads::SENTENCES),
    ("analysis/words", Reads::WORDS),
    ("analysis/terms", Reads::TERMS),
];
const PLUGINS: [&str; 6] = ["headline", "bullets", "figures", "keywords", "sentences", "statistics"];
/// What runs where nobody says otherwise.
const CHAIN: &str = "headline, bullets, figures, statistics";
/// Says nothing.
const SILENT: &str = "silent";

/// One piece of work.
pub struct Work {
    /// Its name: a room, a slash, and what it does there.
    pub name: String,
    /// Whether only this process works on it, so that its instructions can be counted.
    pub is_ours: bool,
    /// Does it with the text of this number.
    pub run: Box<dyn FnMut(usize)>,
}

impl Work {
    fn new(name: impl Into<String>, run: impl FnMut(usize) + 'static) -> Work {
        Work { name: name.into(), is_ours: true, run: Box::new(run) }
    }
}

/// All work on these texts.
///
/// # Errors
/// A plugin that is not there, or cannot be used.
pub fn works(texts: &[&'static str]) -> Result<Vec<Work>, String> {
    let texts: &'static [&'static str] = texts.to_vec().leak();
    let documents: Vec<Document<'static>> = texts.iter().map(|text| Document::parse(text)).collect();
    let documents: &'static [Document<'static>] = documents.leak();
    let registry = Registry::scan(&Search { only_shipped: true, ..Search::default() });
    let beside = program()?.with_file_name(format!("{DLL_PREFIX}{SILENT}{DLL_SUFFIX}"));
    let silent = Registry::scan(&Search { files: vec![beside], ..Search::default() });
    let mut works: Vec<Work> = ANALYSIS.iter().map(|(name, reads)| analysis(name, *reads, texts)).collect();
    works.push(Work::new("salience", |at| drop(black_box(Learned.rank(&documents[at])))));
    for id in PLUGINS {
        works.push(call(format!("plugin/{id}"), id, &registry, documents)?);
    }
    works.push(call("boundary/empty call".to_owned(), SILENT, &silent, documents)?);
    works.push(round_trip(&silent, documents)?);
    let planned = planned(CHAIN, &registry)?;
    works.push(whole("document/in process", &planned, FromFiles::default(), texts));
    let isolated = whole("document/isolated", &planned, workers()?, texts);
    works.push(Work { is_ours: false, ..isolated });
    Ok(works)
}

/// Finds the structure of a text, up to these columns.
fn analysis(name: &str, reads: Reads, texts: &'static [&str]) -> Work {
    let mut analyser = Analyser::default();
    Work::new(name, move |at| {
        let outline = Outline::of_plain(texts[at], Newlines::Auto);
        drop(black_box(analyser.analyse(texts[at], &outline, Newlines::Auto, reads)));
    })
}

/// Calls a plugin in this process.
fn call(name: String, id: &str, registry: &Registry, documents: &'static [Document<'_>]) -> Result<Work, String> {
    let planned = planned(id, registry)?;
    let stage = planned.sections.iter().filter_map(|section| section.stages.as_ref().ok()?.first()).next();
    let stage = stage.ok_or_else(|| format!("`{id}` is switched off"))?;
    let mut instance = instance(&stage.plugin, &stage.options).map_err(|failure| failure.message)?;
    Ok(Work::new(name, move |at| drop(black_box(instance.run(&documents[at], &|| false, &mut |_| ())))))
}

/// Hands a document to a worker that says nothing, and waits for its answer.
fn round_trip(registry: &Registry, documents: &'static [Document<'_>]) -> Result<Work, String> {
    let planned = planned(SILENT, registry)?;
    let mut host = workers()?;
    let stages = planned.sections.iter().filter_map(|section| section.stages.as_ref().ok()).flatten();
    let summarisers: Vec<usize> = stages.map(|stage| host.prepare(&stage.plugin, &stage.options)).collect();
    host.start();
    let documents: Vec<[Option<Document<'_>>; 1]> = documents.iter().map(|document| [Some(document.clone())]).collect();
    let work = Work::new("worker/round trip", move |at| drop(black_box(host.run(&summarisers, &documents[at]))));
    Ok(Work { is_ours: false, ..work })
}

/// Does all that is between reading a text and writing what is said of it.
fn whole(name: &str, plan: &Plan, mut host: impl Host + 'static, texts: &'static [&str]) -> Work {
    let mut ready = Ready::new(plan, Newlines::Auto, &mut host);
    host.start();
    Work::new(name, move |at| drop(black_box(ready.run_one(Text { text: texts[at].into(), source: "" }, &mut host))))
}

fn planned(chain: &str, registry: &Registry) -> Result<Plan, String> {
    let asked = Asked { text: chain.to_owned(), source: "bench".to_owned(), is_default: false };
    plan(&asked, &Setting::default(), registry)
}

/// A host whose workers are this program run again, which its `main` knows.
fn workers() -> Result<Isolated, String> {
    Ok(Isolated::new(program()?, Limits::default(), Box::new(Deaf)))
}

fn program() -> Result<PathBuf, String> {
    std::env::current_exe().map_err(|why| format!("this program's own file: {why}"))
}

fn instance(plugin: &Plugin, options: &[(String, OptionSetting)]) -> Result<Instance, Failure> {
    let library = library::load(&plugin.path).map_err(|why| Failure::new(FailureKind::Load, why))?;
    library.create(options, &mut |_| ())
}

/// Summarisers of this process, as the program has them with `--in-process`, but loaded from their files, so that whoever
/// looks where the time goes finds the names of their functions.
#[derive(Default)]
struct FromFiles(Vec<Result<Instance, Failure>>);

impl Host for FromFiles {
    fn prepare(&mut self, plugin: &Plugin, options: &[(String, OptionSetting)]) -> usize {
        self.0.push(instance(plugin, options));
        self.0.len() - 1
    }

    fn run(&mut self, summarisers: &[usize], documents: &[Option<Document<'_>>]) -> Vec<Vec<Outcome>> {
        let asked: Vec<_> = documents.iter().flatten().map(|document| (document, summarisers.len())).collect();
        in_turn(&asked, |_, at, document| match &mut self.0[summarisers[at]] {
            Ok(instance) => instance.run(document, &|| false, &mut |_| ()),
            Err(failure) => Err(failure.clone()),
        })
    }
}

/// Nobody reads what plugins say besides their blocks.
struct Deaf;

impl Listener for Deaf {
    fn note(&mut self, _: &str) {}
    fn printed(&mut self, _: &str, _: &str) {}
}
