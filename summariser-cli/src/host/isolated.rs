//! Summarisers in processes of their own. What came with the program shares one worker; every other plugin has its own,
//! so that none can harm another. A worker that dies takes one outcome with it: whoever was at work is named, and a new
//! worker does the rest again. Nothing that comes from a worker is believed: spans are checked and texts copied here.

use std::fs::File;
use std::io;
use std::os::fd::AsFd;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use summariser_core::Document;
use summariser_core::abi::host::{Failure, FailureKind};
use summariser_core::abi::option::OptionSetting;

use super::channel::{Answer, Fault, Order, Place, Points, Setting};
use super::discover::Plugin;
use super::limits::Limits;
use super::process::{NoAnswer, Process};
use super::region::{Region, shared_file};
use super::sandbox::Enforced;
use super::state::Fate;
use super::{Host, Listener, Outcome, in_time, sealed, words_said};

/// How many times a plugin may die in a run before it has to have worked some more: so many, and once for every few
/// documents. A plugin that dies of one text in ten goes on; one that always dies is not asked for ever.
const DEATHS: usize = 3;
const RUNS_A_DEATH: usize = 4;
/// How much longer than the time that a plugin has it is waited for, so that one that looks at the clock ends by itself.
const GRACE: Duration = Duration::from_millis(250);
/// The longest answer while a worker gets ready, and how much longer than what is said the others may be.
const LONGEST_READY: usize = 1 << 20;
/// How many bytes of notes may come before an answer, where each weighs some more than it has: an honest worker keeps
/// far fewer.
const MOST_NOTES: usize = 1 << 20;
const NOTE: usize = 64;

/// The workers of a run, and the memory that they share.
pub struct Isolated {
    program: PathBuf,
    limits: Limits,
    listener: Box<dyn Listener>,
    region: Option<Region>,
    groups: Vec<Group>,
    /// For each summariser its group, and its number there.
    summarisers: Vec<(usize, usize)>,
    /// How many runs were ordered.
    runs: u64,
}

/// Plugins that share a worker.
#[derive(Default)]
struct Group {
    libraries: Vec<Member>,
    makings: Vec<Making>,
    worker: Option<Worker>,
}

/// A library of a group.
struct Member {
    plugin: Plugin,
    /// Its bytes, where the system can load from a descriptor.
    bytes: Option<File>,
    /// Why it is not used any more.
    broken: Option<Failure>,
    /// How often it ran, and how often its worker died of it.
    runs: usize,
    deaths: usize,
    /// What it died of, the last time.
    death: Option<Failure>,
}

/// What a summariser is made of.
struct Making {
    library: usize,
    options: Vec<(String, Setting)>,
    /// Why there is none.
    broken: Option<Failure>,
}

/// A worker that is alive as far as anybody knows.
struct Worker {
    process: Process,
    /// Where it writes down what it is at.
    place: File,
    /// The libraries and summarisers that it was given, by their numbers in the group.
    libraries: Vec<usize>,
    makings: Vec<usize>,
    /// What it enforces, once it has said so.
    enforced: Option<Enforced>,
    /// Whether it is ready for documents.
    ready: bool,
    /// How much memory it may have.
    memory: u64,
}

/// Why a worker is gone, and who was at work.
struct Death {
    culprit: Culprit,
    failure: Failure,
}

enum Culprit {
    /// The library of this number was being loaded.
    Library(usize),
    /// The summariser of this number was being made.
    Making(usize),
    /// The summariser at this place of the run was at work.
    Run(usize),
    /// No plugin: there is no worker to be had.
    Nobody,
}

impl Isolated {
    /// A host without plugins yet, whose workers are `program` run again.
    #[must_use]
    pub fn new(program: PathBuf, limits: Limits, listener: Box<dyn Listener>) -> Isolated {
        Isolated { program, limits, listener, region: None, groups: Vec::new(), summarisers: Vec::new(), runs: 0 }
    }

    /// What is enforced in the workers that are ready.
    pub fn enforced(&self) -> impl Iterator<Item = &Enforced> {
        self.groups.iter().filter_map(|group| group.worker.as_ref()?.enforced.as_ref())
    }

    /// Starts a worker for nobody, and gives what is enforced in it.
    ///
    /// # Errors
    /// None can be started, or it dies.
    pub fn probe(&mut self) -> Result<Enforced, Failure> {
        self.groups.push(Group::default());
        let ready = self.ready(self.groups.len() - 1);
        let enforced = self.groups.pop().and_then(|group| group.worker?.enforced);
        ready.map_err(|death| death.failure)?;
        enforced.ok_or_else(|| Failure::new(FailureKind::Load, "it does not say what is enforced"))
    }

    /// The group and the number in it of a plugin's library, which is new where it was not used before.
    fn library(&mut self, plugin: &Plugin) -> (usize, usize) {
        let of = |group: &Group| group.libraries.iter().position(|member| member.plugin.path == plugin.path);
        let known = self.groups.iter().enumerate().find_map(|(group, members)| Some((group, of(members)?)));
        known.unwrap_or_else(|| {
            let shared = |group: &Group| group.libraries.iter().all(|member| member.plugin.is_shipped);
            let group = self.groups.iter().position(|group| plugin.is_shipped && shared(group));
            let group = group.unwrap_or_else(|| {
                self.groups.push(Group::default());
                self.groups.len() - 1
            });
            let (bytes, broken) = match sealed::seal(plugin) {
                Ok(bytes) => (bytes, None),
                Err(failure) => (None, Some(failure)),
            };
            let member = Member { plugin: plugin.clone(), bytes, broken, runs: 0, deaths: 0, death: None };
            self.groups[group].libraries.push(member);
            (group, self.groups[group].libraries.len() - 1)
        })
    }

    /// Runs summarisers over a document, group after group.
    fn summarise(&mut self, summarisers: &[usize], document: &Document<'_>) -> Vec<Outcome> {
        let mut said = u32::try_from(document.summary_words()).unwrap_or(u32::MAX);
        let mut outcomes = Vec::with_capacity(summarisers.len());
        let known: Vec<_> = summarisers.iter().filter_map(|number| self.summarisers.get(*number).copied()).collect();
        for run in known.chunk_by(|(one, _), (other, _)| one == other) {
            let makings: Vec<usize> = run.iter().map(|(_, making)| *making).collect();
            let document = document.clone().with_summary_words(said);
            let new = self.run_group(run[0].0, &makings, &document);
            said = new.iter().map(words_said).fold(said, u32::saturating_add);
            outcomes.extend(new);
        }
        outcomes
    }

    /// Runs summarisers of one group, again without the culprit where a worker dies, until each has an outcome.
    fn run_group(&mut self, group: usize, makings: &[usize], document: &Document<'_>) -> Vec<Outcome> {
        let mut outcomes: Vec<Option<Outcome>> = vec![None; makings.len()];
        loop {
            let ready = self.ready(group);
            for (outcome, making) in outcomes.iter_mut().zip(makings).filter(|(outcome, _)| outcome.is_none()) {
                *outcome = self.groups[group].broken(*making).map(Err);
            }
            let waiting: Vec<usize> = (0..makings.len()).filter(|at| outcomes[*at].is_none()).collect();
            let Some(&first) = waiting.first() else { break };
            let asked: Vec<usize> = waiting.iter().map(|at| makings[*at]).collect();
            match ready.and_then(|()| self.attempt(group, &asked, document)) {
                Ok(answered) => {
                    for (at, outcome) in waiting.into_iter().zip(answered) {
                        self.groups[group].member(makings[at]).runs += 1;
                        outcomes[at] = Some(outcome);
                    }
                }
                Err(Death { culprit, failure }) => match culprit {
                    Culprit::Library(library) => {
                        self.groups[group].libraries[library].death = Some(failure.clone());
                        self.groups[group].libraries[library].broken = Some(failure);
                    }
                    Culprit::Making(making) => {
                        self.groups[group].member(making).death = Some(failure.clone());
                        self.groups[group].makings[making].broken = Some(failure);
                    }
                    Culprit::Run(at) => {
                        let at = waiting.get(at).copied().unwrap_or(first);
                        self.groups[group].member(makings[at]).died(&failure);
                        outcomes[at] = Some(Err(failure));
                    }
                    Culprit::Nobody => waiting.into_iter().for_each(|at| outcomes[at] = Some(Err(failure.clone()))),
                },
            }
        }
        outcomes.into_iter().flatten().collect()
    }

    /// Starts a group's worker if there is none.
    fn started(&mut self, group: usize) -> Result<(), Death> {
        if self.groups[group].worker.is_none() {
            let worker = self.start_worker(group).map_err(|why| Death {
                culprit: Culprit::Nobody,
                failure: Failure::new(
                    FailureKind::Load,
                    format!(
                        "no process can be started for it: {why}; --in-process runs it without one, if you trust it"
                    ),
                ),
            })?;
            self.groups[group].worker = Some(worker);
        }
        Ok(())
    }

    fn start_worker(&mut self, group: usize) -> Result<Worker, String> {
        let why = |error: io::Error| error.to_string();
        let region = match &mut self.region {
            Some(region) => region,
            none => none.insert(Region::new().map_err(why)?),
        };
        let place = shared_file().map_err(why)?;
        let mut process = Process::start(&self.program).map_err(why)?;
        let begin = Order::Begin { parent: std::process::id(), limits: self.limits };
        process.order_with(&begin, &[region.lent(), place.as_fd()])?;
        let (mut libraries, mut makings) = (Vec::new(), Vec::new());
        let group = &self.groups[group];
        for (number, member) in group.libraries.iter().enumerate().filter(|(_, member)| member.broken.is_none()) {
            let load = Order::Load {
                path: member.plugin.path.to_string_lossy().into_owned(),
                manifest: member.plugin.inspected.manifest_text.clone(),
                sealed: member.bytes.is_some(),
            };
            match &member.bytes {
                Some(bytes) => process.order_with(&load, &[bytes.as_fd()])?,
                None => process.order(&load)?,
            }
            libraries.push(number);
        }
        process.order(&Order::Seal)?;
        for (number, making) in group.makings.iter().enumerate().filter(|(_, making)| making.broken.is_none()) {
            if let Some(library) = libraries.iter().position(|library| *library == making.library) {
                process.order(&Order::Make { library, options: making.options.clone() })?;
                makings.push(number);
            }
        }
        // Sent at once, so that it gets ready while the text is read; what cannot be sent now is sent with the first run.
        process.send();
        let memory = self.limits.memory(0);
        Ok(Worker { process, place, libraries, makings, enforced: None, ready: false, memory })
    }

    /// Waits until a group's worker is ready, and learns which libraries and summarisers it could not get ready.
    fn ready(&mut self, group: usize) -> Result<(), Death> {
        self.started(group)?;
        let Some(worker) = &self.groups[group].worker else { return Ok(()) };
        if worker.ready {
            return Ok(());
        }
        let (libraries, makings) = (worker.libraries.clone(), worker.makings.clone());
        let time = self.limits.time(0);
        let Answer::Confined(enforced) = self.answer(group, time, Place::Idle, 1, LONGEST_READY)? else {
            return Err(self.unasked(group));
        };
        self.listener.confined(&enforced);
        let Answer::Ready(judged) = self.answer(group, time, Place::Loading(0), libraries.len(), LONGEST_READY)? else {
            return Err(self.unasked(group));
        };
        if judged.len() != libraries.len() {
            return Err(self.unasked(group));
        }
        for (library, judged) in libraries.into_iter().zip(judged) {
            self.groups[group].libraries[library].broken = judged.err().map(Failure::from);
        }
        for (number, making) in (0..).zip(makings) {
            let Answer::Made(made) = self.answer(group, time, Place::Making(number), 1, LONGEST_READY)? else {
                return Err(self.unasked(group));
            };
            self.groups[group].makings[making].broken = made.err().map(Failure::from);
        }
        if let Some(worker) = &mut self.groups[group].worker {
            (worker.enforced, worker.ready) = (Some(enforced), true);
        }
        Ok(())
    }

    /// Has a ready worker run summarisers over a document that lies in the memory; it may die of it.
    fn attempt(&mut self, group: usize, makings: &[usize], document: &Document<'_>) -> Result<Vec<Outcome>, Death> {
        let nobody = |why: String| Death { culprit: Culprit::Nobody, failure: Failure::new(FailureKind::Load, why) };
        let text = document.text().len();
        let written = self.region.as_mut().map(|region| region.write(document));
        let shape = written.transpose().map_err(|error| nobody(format!("there is no memory for the text: {error}")))?;
        self.runs += 1;
        let run = self.runs;
        let memory = self.limits.memory(text);
        let Some(worker) = &mut self.groups[group].worker else { return Err(nobody("there is no worker".to_owned())) };
        if memory > worker.memory {
            worker.process.allow_memory(memory);
            worker.memory = memory;
        }
        let number = |making: &usize| worker.makings.iter().position(|given| given == making).unwrap_or(usize::MAX);
        let summarisers = makings.iter().map(number).collect();
        let order = Order::Run { number: run, summarisers, shape: shape.unwrap_or_default() };
        worker.process.order(&order).map_err(nobody)?;
        let (time, output) = (self.limits.time(text), self.limits.output(text));
        let most = output.saturating_mul(makings.len()).saturating_add(LONGEST_READY);
        let outcomes = match self.answer(group, time, Place::Running(0), makings.len(), most)? {
            Answer::Said(number, outcomes) if number == run && outcomes.len() == makings.len() => outcomes,
            _ => return Err(self.unasked(group)),
        };
        Ok(outcomes.into_iter().map(|outcome| in_time(believed(outcome, document, output), time)).collect())
    }

    /// The next answer of a group's worker, in which so many take turns, beginning at a place; each has so much time.
    fn answer(
        &mut self,
        group: usize,
        time: Duration,
        mut place: Place,
        turns: usize,
        most: usize,
    ) -> Result<Answer, Death> {
        let (mut late, mut notes) = (0, 0);
        loop {
            let until = Instant::now() + time + GRACE;
            let Some(worker) = &mut self.groups[group].worker else {
                let failure = Failure::new(FailureKind::Load, "there is no worker");
                return Err(Death { culprit: Culprit::Nobody, failure });
            };
            let answer = loop {
                match worker.process.answer(until, most) {
                    Ok(Answer::Note(note)) if notes < MOST_NOTES => {
                        notes += note.len() + NOTE;
                        self.listener.note(&note);
                    }
                    Ok(Answer::Note(_)) => break Err(NoAnswer::Nonsense("notes without end".to_owned())),
                    answer => break answer,
                }
            };
            match answer {
                Ok(answer) => {
                    self.hear(group);
                    return Ok(answer);
                }
                // The time is that of one summariser: whoever began in the meantime has some of it left. What a worker
                // is at is what it says, and it may say much.
                Err(NoAnswer::Late) if late < turns && worker.at() != place => (late, place) = (late + 1, worker.at()),
                Err(NoAnswer::Late) => return Err(self.bury(group, |worker, _| worker.process.end_late(time))),
                Err(NoAnswer::Nonsense(why)) => return Err(self.nonsense(group, &why)),
                Err(NoAnswer::Gone) => return Err(self.bury(group, |worker, memory| worker.process.end(memory))),
            }
        }
    }

    /// Ends a group's worker that answers what was not asked.
    fn unasked(&mut self, group: usize) -> Death {
        self.nonsense(group, "an answer to something else")
    }

    /// Ends a group's worker, whose answer is none.
    fn nonsense(&mut self, group: usize, why: &str) -> Death {
        let message = format!("what came over the channel of its process is no answer: {why}");
        self.bury(group, |_, _| Failure::new(FailureKind::Refused, message))
    }

    /// Takes leave of a group's worker, and says who was at work.
    fn bury(&mut self, group: usize, end: impl FnOnce(&mut Worker, u64) -> Failure) -> Death {
        let Some(worker) = &mut self.groups[group].worker else {
            let failure = Failure::new(FailureKind::Load, "there is no worker");
            return Death { culprit: Culprit::Nobody, failure };
        };
        let (at, memory) = (worker.at(), worker.memory);
        let mut failure = end(worker, memory);
        let when = match at {
            Place::Loading(_) => "while it was loaded: ",
            Place::Making(_) => "while it was given its options: ",
            Place::Idle | Place::Running(_) => "",
        };
        failure.message.insert_str(0, when);
        let number = |place: u32| place as usize;
        let culprit = match at {
            Place::Loading(place) => worker.libraries.get(number(place)).copied().map(Culprit::Library),
            Place::Making(place) => worker.makings.get(number(place)).copied().map(Culprit::Making),
            Place::Running(place) => Some(Culprit::Run(number(place))),
            // Between two things: whoever was to be next answers for it, so that a plugin which says that it is at
            // nothing does not get a new worker for ever.
            Place::Idle => Some(Culprit::Run(0)),
        };
        self.hear(group);
        // Dropped, it is ended if it is not yet.
        self.groups[group].worker = None;
        Death { culprit: culprit.unwrap_or(Culprit::Nobody), failure }
    }

    /// Passes on what a group's worker printed.
    fn hear(&mut self, group: usize) {
        let group = &mut self.groups[group];
        let name = match group.libraries.as_slice() {
            [one] => one.plugin.id().to_owned(),
            _ => "a plugin".to_owned(),
        };
        for line in group.worker.iter_mut().flat_map(|worker| worker.process.printed()) {
            self.listener.printed(&name, &line);
        }
    }
}

/// What a worker claims that a summariser said, checked against the document.
fn believed(claim: Result<Points, Fault>, document: &Document<'_>, most: usize) -> Outcome {
    claim?.blocks(document, most)
}

impl Group {
    /// Why a summariser cannot be run, if it cannot.
    fn broken(&self, making: usize) -> Option<Failure> {
        let making = &self.makings[making];
        self.libraries[making.library].broken.as_ref().or(making.broken.as_ref()).cloned()
    }

    /// The library of a summariser.
    fn member(&mut self, making: usize) -> &mut Member {
        &mut self.libraries[self.makings[making].library]
    }
}

impl Member {
    /// Counts a death, and gives the plugin up if it dies more than it works.
    fn died(&mut self, failure: &Failure) {
        self.runs += 1;
        self.deaths += 1;
        self.death = Some(failure.clone());
        if self.deaths > DEATHS + self.runs / RUNS_A_DEATH {
            let message = format!(
                "it is not asked any more, since its process ended in {} of {} documents; the last time: {failure}",
                self.deaths, self.runs
            );
            self.broken = Some(Failure::new(FailureKind::Disabled, message));
        }
    }
}

impl Worker {
    /// What it wrote down that it is at.
    fn at(&self) -> Place {
        let mut bytes = [0; 8];
        // A worker that has not written anything yet has not begun.
        self.place.read_exact_at(&mut bytes, 0).map_or(Place::Idle, |()| Place::from_bytes(bytes))
    }
}

impl Drop for Isolated {
    fn drop(&mut self) {
        for group in 0..self.groups.len() {
            if let Some(worker) = &mut self.groups[group].worker {
                worker.process.finish();
                self.hear(group);
            }
        }
    }
}

impl Host for Isolated {
    fn prepare(&mut self, plugin: &Plugin, options: &[(String, OptionSetting)]) -> usize {
        let (group, library) = self.library(plugin);
        let options = options.iter().map(|(key, value)| (key.clone(), Setting::from(value))).collect();
        // A worker is told of everything at its beginning, so that one that has begun is of no use any more.
        self.groups[group].worker = None;
        let makings = &mut self.groups[group].makings;
        makings.push(Making { library, options, broken: None });
        self.summarisers.push((group, makings.len() - 1));
        self.summarisers.len() - 1
    }

    fn start(&mut self) {
        for group in 0..self.groups.len() {
            // What cannot be started is tried again, and reported, when it is needed.
            _ = self.started(group);
        }
    }

    fn run(&mut self, summarisers: &[usize], documents: &[Option<Document<'_>>]) -> Vec<Vec<Outcome>> {
        let run = |(turn, document): (usize, &Option<Document<'_>>)| {
            self.listener.turn(turn);
            document.as_ref().map_or_else(Vec::new, |document| self.summarise(summarisers, document))
        };
        documents.iter().enumerate().map(run).collect()
    }

    fn fates(&self) -> Vec<Fate> {
        let members = self.groups.iter().flat_map(|group| &group.libraries);
        let ran = members.filter(|member| !member.plugin.is_shipped && (member.runs > 0 || member.death.is_some()));
        let fate = |member: &Member| Fate {
            plugin: member.plugin.clone(),
            digest: match member.death {
                Some(_) => sealed::digest(&member.plugin, member.bytes.as_ref()),
                None => member.plugin.digest,
            },
            death: member.death.clone(),
            given_up: member.broken.as_ref().is_some_and(|broken| broken.kind == FailureKind::Disabled),
        };
        ran.map(fate).collect()
    }
}
