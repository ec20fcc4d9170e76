//! Finding and holding plugins. A library's file is read and judged as bytes first; only what a chain really uses is
//! loaded, so that listing plugins runs none of their code and a broken file harms nobody. What is loaded runs in a
//! process of its own, unless somebody trusts it with this one.
//!
//! | file | what |
//! |---|---|
//! | [`manifest`] | what a plugin says of itself |
//! | [`inspect`] | a library's file, judged without loading it |
//! | [`discover`] | where plugins are looked for, and what was found |
//! | [`trust`] | who could change a plugin's file, and the digest of its bytes |
//! | [`lock`] | which bytes were installed |
//! | [`state`] | which plugins are switched off, and since they died of what |
//! | [`record`] | files that several runs share |
//! | [`library`] | the one place that loads a library |
//! | [`in_process`] | summarisers of this process |
//! | [`isolated`] | summarisers in processes of their own, and what becomes of one that dies |
//! | [`sealed`] | the bytes of a plugin that were judged, so that no others are loaded |
//! | [`process`] | such a process: starting it, waiting for it, ending it, and what it died of |
//! | [`worker`] | what that process does |
//! | [`sandbox`] | what it may do |
//! | `filter` | which of its calls the kernel lets through, as a program of the kernel's |
//! | [`limits`] | how much it may use |
//! | [`channel`] | what passes between the two |
//! | [`region`] | the memory in which documents lie before both |
//! | [`exit_guard`] | names the plugin that ends the program |

pub mod channel;
pub mod discover;
pub mod exit_guard;
#[cfg(target_os = "linux")]
mod filter;
pub mod in_process;
pub mod inspect;
#[cfg(unix)]
pub mod isolated;
pub mod library;
pub mod limits;
pub mod lock;
pub mod manifest;
#[cfg(unix)]
pub mod process;
pub mod record;
#[cfg(unix)]
pub mod region;
pub mod sandbox;
pub mod sealed;
pub mod state;
pub mod trust;
#[cfg(unix)]
pub mod worker;

use std::borrow::Cow;
#[cfg(unix)]
use std::rc::Rc;
use std::time::Duration;

use summariser_core::abi::host::{Failure, FailureKind};
use summariser_core::abi::option::OptionSetting;
use summariser_core::analysis::Analysis;
use summariser_core::{Block, BlockKind, Document, length};

use discover::Plugin;
#[cfg(unix)]
use region::Apart;
use state::Fate;

/// What a summariser said of a document, or what went wrong.
pub type Outcome = Result<Vec<Block>, Failure>;

/// A text and what is known of it, where they lie while plugins run.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "nearly every text is of the large kind")]
pub enum Lodged<'a> {
    /// In the program's own memory.
    Here(Cow<'a, str>, Analysis),
    /// In memory that workers read as well.
    #[cfg(unix)]
    Apart(Rc<Apart>),
    /// Nowhere, since there is no memory for them.
    Lost(Failure),
}

impl Lodged<'_> {
    /// The document; an empty one where it is lost.
    #[must_use]
    pub fn document(&self) -> Document<'_> {
        match self {
            Lodged::Here(text, analysis) => analysis.document(text),
            #[cfg(unix)]
            Lodged::Apart(apart) => apart.document(),
            Lodged::Lost(_) => Document::default(),
        }
    }

    /// Why it is lost, if it is.
    #[must_use]
    pub fn failure(&self) -> Option<&Failure> {
        if let Lodged::Lost(failure) = self { Some(failure) } else { None }
    }
}

/// Where a chain's stages run. A chain knows no more of plugins than this.
pub trait Host {
    /// Makes a summariser of a plugin with these options, which are in its manifest's order, and gives it a number.
    /// Nothing fails here: what goes wrong is said when the summariser is run.
    fn prepare(&mut self, plugin: &Plugin, options: &[(String, OptionSetting)]) -> usize;

    /// Says that all summarisers are prepared, so that a host can get them ready while a text is read.
    fn start(&mut self) {}

    /// Takes a text and what is known of it to where the summarisers can read them.
    fn lodge<'a>(&mut self, text: Cow<'a, str>, analysis: Analysis) -> Lodged<'a> {
        Lodged::Here(text, analysis)
    }

    /// Has prepared summarisers summarise each document, where there is one, and gives what one after the other said of
    /// it. Each is told how many words were said before it: the document's own number, and those of the ones before.
    /// Documents come together where nobody waits for one of them alone; what is said of each is the same.
    fn run(&mut self, summarisers: &[usize], documents: &[Option<Document<'_>>]) -> Vec<Vec<Outcome>>;

    /// How the plugins fared so far that were run in processes of their own and did not come with the program.
    fn fates(&self) -> Vec<Fate> {
        Vec::new()
    }
}

/// Takes what plugins say besides their blocks.
pub trait Listener {
    /// What follows is of the document at this place of a run.
    fn turn(&mut self, _: usize) {}

    /// A note that a plugin left for whoever watches.
    fn note(&mut self, note: &str);

    /// A line that a plugin printed.
    fn printed(&mut self, plugin: &str, line: &str);

    /// What is enforced in a process that is about to load plugins.
    fn confined(&mut self, _: &sandbox::Enforced) {}
}

/// How many words of a summary an outcome adds; a headline stands over a summary and is none.
#[must_use]
pub fn words_said(outcome: &Outcome) -> u32 {
    let body = outcome.iter().flatten().filter(|block| block.kind.is_text() && block.kind != BlockKind::Headline);
    let texts = body.filter_map(|block| block.text.as_deref());
    u32::try_from(texts.map(length::words).sum::<usize>()).unwrap_or(u32::MAX)
}

/// Has each document summarised by so many summarisers, each told how many words were said of it before. One summariser
/// after the other goes through all documents, since what it works with is at hand then: that takes a tenth less time than document
/// after document. `run` is given the places of the document and of the summariser.
pub fn in_turn(
    asked: &[(&Document<'_>, usize)],
    mut run: impl FnMut(usize, usize, &Document<'_>) -> Outcome,
) -> Vec<Vec<Outcome>> {
    let mut outcomes: Vec<Vec<Outcome>> = asked.iter().map(|(_, most)| Vec::with_capacity(*most)).collect();
    let before = |document: &Document<'_>| u32::try_from(document.summary_words()).unwrap_or(u32::MAX);
    let mut said: Vec<u32> = asked.iter().map(|(document, _)| before(document)).collect();
    for at in 0..asked.iter().map(|(_, most)| *most).max().unwrap_or_default() {
        for (number, (document, _)) in asked.iter().enumerate().filter(|(_, (_, most))| at < *most) {
            let outcome = run(number, at, &(*document).clone().with_summary_words(said[number]));
            said[number] = said[number].saturating_add(words_said(&outcome));
            outcomes[number].push(outcome);
        }
    }
    outcomes
}

/// An outcome, where stopping because the time is over is called what it is.
fn in_time(outcome: Outcome, time: Duration) -> Outcome {
    outcome.map_err(|failure| if failure.kind == FailureKind::Stopped { late(time) } else { failure })
}

/// That a plugin was not done in time.
fn late(time: Duration) -> Failure {
    let seconds = time.as_secs_f64();
    Failure::new(FailureKind::Deadline, format!("it was not done after {seconds:.1} s; --time-limit gives it longer"))
}
