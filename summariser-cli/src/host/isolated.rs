//! Summarisers in processes of their own. What came with the program shares one worker; every other plugin has its own,
//! so that none can harm another. A worker that dies takes one outcome with it: whoever was at work is named, and a new
//! worker does the rest again. Nothing that comes from a worker is believed: spans are checked and texts copied here.

use std::borrow::Cow;
use std::fs::File;
use std::io;
use std::os::fd::AsFd;
use std::path::{Path, PathBuf};
use std::rc::{Rc, Weak};
use std::time::{Duration, Instant};

use summariser_core::Document;
use summariser_core::abi::host::{Failure, FailureKind};
use summariser_core::abi::option::OptionSetting;
use summariser_core::analysis::Analysis;

use super::channel::{Answer, Fault, Order, Place, Points, Setting, Shape};
use super::discover::Plugin;
use super::limits::Limits;
use super::process::{NoAnswer, Process};
use super::region::{Apart, Region, Sign};
use super::sandbox::Enforced;
use super::state::Fate;
use super::{Host, Listener, Lodged, Outcome, in_time, sealed, words_said};

/// How many times a plugin may die in a run before it has to have worked some more: so many, and once for every few
/// documents. A plugin that dies of one text in ten goes on; one that always dies is not asked for ever.
const DEATHS: usize = 3;
const RUNS_A_DEATH: usize = 4;
/// How much longer than the time that a plugin has it is waited for, so that one that looks at the clock ends by itself.
const GRACE: Duration = Duration::from_millis(250);
/// The longest answer while a worker gets ready, and how much longer than what is said the others may be.
const LONGEST_READY: usize = 1 << 20;
/// A text of so many bytes is moved to a memory of its own instead of being copied: the first of a run, and after it only
/// one of more, because what lies ready from the text before is filled sooner than new memory.
const LONG: usize = 1 << 20;
const LONG_AFTER_OTHERS: usize = 32 << 20;
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
    /// Documents that lie in a memory of their own, as long as somebody has them.
    apart: Vec<Weak<Apart>>,
    /// A worker that was begun before anybody knew what for.
    begun: Option<(Process, File)>,
    groups: Vec<Group>,
    /// For each summariser its group, and its number there.
    summarisers: Vec<(usize, usize)>,
    /// How many runs were ordered.
    runs: u64,
}

/// A worker that was begun before it is known which plugins it will load, so that it starts and confines itself
/// meanwhile. It ends with the thread that began it.
pub struct Begun {
    worker: (Process, File),
    region: Region,
}

impl Begun {
    /// Begins a worker: `program` run again.
    ///
    /// # Errors
    /// Why none can be started.
    pub fn new(program: &Path, limits: Limits) -> Result<Begun, String> {
        let region = Region::new().map_err(|error| error.to_string())?;
        Ok(Begun { worker: begin(program, limits, &region)?, region })
    }
}

/// Starts a process, and says where it is to write down what it is at.
fn begin(program: &Path, limits: Limits, region: &Region) -> Result<(Process, File), String> {
    let why = |error: io::Error| error.to_string();
    let sign = Sign::file().map_err(why)?;
    let mut process = Process::start(program).map_err(why)?;
    process.order_with(&Order::Begin { parent: std::process::id(), limits }, &[region.lent(), sign.as_fd()])?;
    Ok((process, sign))
}

/// Plugins that share a worker.
#[derive(Default)]
struct Group {
    libraries: Vec<Member>,
    makings: Vec<Making>,
    worker: Option<Worker>,
    /// What its workers printed and nobody was told of.
    printed: Vec<String>,
    /// Whether documents are given to it one by one. Something was printed, or no answer, while it had several, so that
    /// nobody knows of which; and since what it says then is thrown away, it is not tried for ever.
    alone: bool,
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
    sign: File,
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

/// What is asked of a worker: that these summarisers summarise this document, one after the other.
struct Asked<'a> {
    document: &'a Document<'a>,
    makings: Vec<usize>,
}

/// What it answers.
struct Said {
    notes: Vec<String>,
    outcomes: Vec<Outcome>,
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
    /// The summariser at this place of the order was at work.
    Run(usize),
    /// No plugin: there is no worker to be had.
    Nobody,
}

impl Isolated {
    /// A host without plugins yet, whose workers are `program` run again.
    #[must_use]
    pub fn new(program: PathBuf, limits: Limits, listener: Box<dyn Listener>) -> Isolated {
        let (apart, groups, summarisers) = (Vec::new(), Vec::new(), Vec::new());
        Isolated { program, limits, listener, region: None, apart, begun: None, groups, summarisers, runs: 0 }
    }

    /// The same, where a worker was begun already; its program and limits are this host's.
    #[must_use]
    pub fn with(mut self, begun: Begun) -> Isolated {
        (self.begun, self.region) = (Some(begun.worker), Some(begun.region));
        self
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

    /// Runs summarisers of one group over documents, each with its place in the run; again without the culprit where a
    /// worker dies, until each has said something of each document.
    fn run_group(&mut self, group: usize, makings: &[usize], documents: &[(usize, Document<'_>)]) -> Vec<Vec<Outcome>> {
        let each = makings.len();
        // Document after document, and of each what one summariser after the other said.
        let mut outcomes: Vec<Option<Outcome>> = vec![None; documents.len() * each];
        while let Some(first) = outcomes.iter().position(Option::is_none) {
            self.listener.turn(documents[first / each].0);
            let ready = self.ready(group);
            self.hear(group);
            for (at, outcome) in outcomes.iter_mut().enumerate().filter(|(_, outcome)| outcome.is_none()) {
                *outcome = self.groups[group].broken(makings[at % each]).map(Err);
            }
            let mut waiting: Vec<usize> = (0..outcomes.len()).filter(|at| outcomes[*at].is_none()).collect();
            let Some(&first) = waiting.first() else { break };
            // A line that has begun already would be mixed with others.
            self.groups[group].alone |= documents.len() > 1 && self.has_printed(group);
            let lies_apart = |(_, document): &(usize, Document<'_>)| self.apart(document).is_some();
            if self.groups[group].alone || documents.iter().any(lies_apart) {
                waiting.retain(|at| at / each == first / each);
            }
            let of_one = waiting.chunk_by(|one, other| one / each == other / each);
            let asked = |of_one: &[usize]| Asked {
                document: &documents[of_one[0] / each].1,
                makings: of_one.iter().map(|at| makings[at % each]).collect(),
            };
            let asked: Vec<Asked<'_>> = of_one.map(asked).collect();
            let mut answers = Vec::with_capacity(asked.len());
            let end = ready.and_then(|()| self.attempt(group, &asked, &mut answers));
            let is_unclear = end.as_ref().is_err_and(|death| !death.tells_its_time());
            if asked.len() > 1 && (is_unclear || self.has_printed(group)) {
                self.groups[group].alone = true;
                self.groups[group].forget_printed();
                continue;
            }
            let mut places = waiting.iter();
            for Said { notes, outcomes: said } in answers {
                for (outcome, at) in said.into_iter().zip(&mut places) {
                    self.listener.turn(documents[at / each].0);
                    self.groups[group].member(makings[at % each]).runs += 1;
                    outcomes[*at] = Some(outcome);
                }
                notes.iter().for_each(|note| self.listener.note(note));
            }
            self.hear(group);
            if let Err(death) = end {
                self.groups[group].blame(death, makings, &waiting, &mut outcomes);
            }
        }
        let mut outcomes = outcomes.into_iter().flatten();
        documents.iter().map(|_| outcomes.by_ref().take(each).collect()).collect()
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
        let begun = self.begun.take().map_or_else(|| begin(&self.program, self.limits, region), Ok);
        let (mut process, sign) = begun?;
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
        Ok(Worker { process, sign, libraries, makings, enforced: None, ready: false, memory })
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
        let times = vec![time; libraries.len().max(makings.len())];
        let mut notes = Vec::new();
        let Answer::Confined(enforced) = self.answer(group, time, &times, LONGEST_READY, &mut notes)? else {
            return Err(self.unasked(group));
        };
        self.listener.confined(&enforced);
        let Answer::Ready(judged) = self.answer(group, time, &times, LONGEST_READY, &mut notes)? else {
            return Err(self.unasked(group));
        };
        if judged.len() != libraries.len() {
            return Err(self.unasked(group));
        }
        for (library, judged) in libraries.into_iter().zip(judged) {
            self.groups[group].libraries[library].broken = judged.err().map(Failure::from);
        }
        for making in makings {
            let Answer::Made(made) = self.answer(group, time, &times, LONGEST_READY, &mut notes)? else {
                return Err(self.unasked(group));
            };
            notes.drain(..).for_each(|note| self.listener.note(&note));
            self.groups[group].makings[making].broken = made.err().map(Failure::from);
        }
        if let Some(worker) = &mut self.groups[group].worker {
            (worker.enforced, worker.ready) = (Some(enforced), true);
        }
        Ok(())
    }

    /// The memory that a document has to itself, if it has one, and how it lies there.
    fn apart(&self, document: &Document<'_>) -> Option<(Rc<Apart>, Shape)> {
        self.apart.iter().filter_map(Weak::upgrade).find_map(|apart| apart.shape(document).map(|shape| (apart, shape)))
    }

    /// Has a ready worker do what is asked, and takes its answers; it may die of it.
    fn attempt(&mut self, group: usize, asked: &[Asked<'_>], answers: &mut Vec<Said>) -> Result<(), Death> {
        let nobody = |failure: Failure| Death { culprit: Culprit::Nobody, failure };
        let load = |why: String| nobody(Failure::new(FailureKind::Load, why));
        let apart = match asked {
            [one] => self.apart(one.document),
            _ => None,
        };
        let (lent, shapes) = match (apart, &mut self.region) {
            (Some((apart, shape)), _) => (Some(apart), vec![shape]),
            (None, Some(region)) => {
                let written = region.write(asked.iter().map(|asked| asked.document));
                (None, written.map_err(|error| nobody(no_memory(&error)))?)
            }
            (None, None) => (None, Vec::new()),
        };
        let first = self.runs + 1;
        self.runs += asked.len() as u64;
        let longest = asked.iter().map(|asked| asked.document.text().len()).max();
        let memory = self.limits.memory(longest.unwrap_or(0));
        let Some(worker) = &mut self.groups[group].worker else { return Err(load("there is no worker".to_owned())) };
        if memory > worker.memory {
            worker.process.allow_memory(memory);
            worker.memory = memory;
        }
        let number = |making: &usize| worker.makings.iter().position(|given| given == making).unwrap_or(usize::MAX);
        let numbers = asked.iter().map(|asked| asked.makings.iter().map(number).collect());
        let order = Order::Run { number: first, documents: shapes.into_iter().zip(numbers).collect() };
        match &lent {
            // What cannot be sent was not wanted any more.
            Some(apart) if worker.process.order_with(&order, &[apart.lent()]).is_err() => {
                return Err(self.bury(group, |worker, memory| worker.process.end(memory)));
            }
            Some(_) => {}
            None => worker.process.order(&order).map_err(load)?,
        }
        let limits = self.limits;
        let turns = asked.iter().flat_map(|asked| asked.makings.iter().map(|_| asked.document.text().len()));
        let times: Vec<Duration> = turns.map(|text| limits.time(text)).collect();
        for (number, Asked { document, makings }) in (first..).zip(asked) {
            let (time, output) = (limits.time(document.text().len()), limits.output(document.text().len()));
            let most = output.saturating_mul(makings.len()).saturating_add(LONGEST_READY);
            let mut notes = Vec::new();
            let outcomes = match self.answer(group, time, &times, most, &mut notes)? {
                Answer::Said(answered, outcomes) if answered == number && outcomes.len() == makings.len() => outcomes,
                _ => return Err(self.unasked(group)),
            };
            let believed = |claim: Result<Points, Fault>| in_time(believed(claim, document, output), time);
            answers.push(Said { notes, outcomes: outcomes.into_iter().map(believed).collect() });
        }
        Ok(())
    }

    /// The next answer of a group's worker, for which there is so much time, or more where other turns are taken before:
    /// each of them has its own.
    fn answer(
        &mut self,
        group: usize,
        time: Duration,
        times: &[Duration],
        most: usize,
        notes: &mut Vec<String>,
    ) -> Result<Answer, Death> {
        let (mut late, mut weight) = (0, 0);
        let mut until = Instant::now() + time + GRACE;
        loop {
            let Some(worker) = &mut self.groups[group].worker else {
                let failure = Failure::new(FailureKind::Load, "there is no worker");
                return Err(Death { culprit: Culprit::Nobody, failure });
            };
            match worker.process.answer(until, most) {
                Ok(Answer::Note(note)) if weight < MOST_NOTES => {
                    weight += note.len() + NOTE;
                    notes.push(note);
                }
                Ok(Answer::Note(_)) => return Err(self.nonsense(group, "notes without end")),
                Ok(answer) => return Ok(answer),
                Err(NoAnswer::Late) => {
                    // The time is that of one turn: whoever began in the meantime has some of it left. What a worker is
                    // at, and since when, is what it says, and it may say much.
                    let (place, ago) = Sign::read(&worker.sign);
                    let (time, ago) = match place {
                        Place::Idle => (time, Duration::ZERO),
                        Place::Loading(turn) | Place::Making(turn) | Place::Running(turn) => {
                            (times.get(turn as usize).copied().unwrap_or(time), ago)
                        }
                    };
                    let left = (time + GRACE).saturating_sub(ago);
                    if late == times.len() || left.is_zero() {
                        return Err(self.bury(group, |worker, _| worker.process.end_late(time)));
                    }
                    (late, until) = (late + 1, Instant::now() + left);
                }
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
        let ((at, _), memory) = (Sign::read(&worker.sign), worker.memory);
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
        let printed: Vec<String> = worker.process.printed().collect();
        self.groups[group].printed.extend(printed);
        // Dropped, it is ended if it is not yet.
        self.groups[group].worker = None;
        Death { culprit: culprit.unwrap_or(Culprit::Nobody), failure }
    }

    /// Whether a group's workers printed something that nobody was told of.
    fn has_printed(&mut self, group: usize) -> bool {
        let Group { printed, worker, .. } = &mut self.groups[group];
        !printed.is_empty() || worker.as_mut().is_some_and(|worker| worker.process.prints())
    }

    /// Passes on what a group's workers printed.
    fn hear(&mut self, group: usize) {
        let group = &mut self.groups[group];
        let name = match group.libraries.as_slice() {
            [one] => one.plugin.id().to_owned(),
            _ => "a plugin".to_owned(),
        };
        let more = group.worker.iter_mut().flat_map(|worker| worker.process.printed());
        for line in group.printed.drain(..).chain(more) {
            self.listener.printed(&name, &line);
        }
    }
}

/// That a text cannot be laid where workers read it.
fn no_memory(error: &io::Error) -> Failure {
    Failure::new(FailureKind::Load, format!("there is no memory for the text: {error}"))
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

    /// Throws away what was printed.
    fn forget_printed(&mut self) {
        self.printed.clear();
        if let Some(worker) = &mut self.worker {
            worker.process.forget_printed();
        }
    }

    /// Lays a death at somebody's door: of the places that waited for an outcome when the worker was asked.
    fn blame(&mut self, death: Death, makings: &[usize], waiting: &[usize], outcomes: &mut [Option<Outcome>]) {
        let Death { culprit, failure } = death;
        let making = |at: usize| makings[at % makings.len()];
        match culprit {
            Culprit::Library(library) => {
                self.libraries[library].death = Some(failure.clone());
                self.libraries[library].broken = Some(failure);
            }
            Culprit::Making(making) => {
                self.member(making).death = Some(failure.clone());
                self.makings[making].broken = Some(failure);
            }
            Culprit::Run(turn) => {
                let unanswered = |at: &&usize| outcomes[**at].is_none();
                let at = waiting.get(turn).filter(unanswered).or_else(|| waiting.iter().find(unanswered));
                let Some(&at) = at else { return };
                // They worked, and their answers went with the worker.
                let library = self.makings[making(at)].library;
                let before = waiting.iter().filter(unanswered).take_while(|before| **before < at);
                let lost = before.filter(|before| self.makings[making(**before)].library == library).count();
                self.libraries[library].died(&failure, lost);
                outcomes[at] = Some(Err(failure));
            }
            Culprit::Nobody => waiting.iter().for_each(|at| {
                outcomes[*at].get_or_insert_with(|| Err(failure.clone()));
            }),
        }
    }

    /// The library of a summariser.
    fn member(&mut self, making: usize) -> &mut Member {
        &mut self.libraries[self.makings[making].library]
    }
}

impl Member {
    /// Counts a death, and gives the plugin up if it dies more than it works; so many times it worked in vain besides.
    fn died(&mut self, failure: &Failure, lost: usize) {
        self.runs += 1;
        self.deaths += 1;
        self.death = Some(failure.clone());
        if self.deaths > DEATHS + (self.runs + lost) / RUNS_A_DEATH {
            let message = format!(
                "it is not asked any more, since its process ended in {} of {} documents; the last time: {failure}",
                self.deaths, self.runs
            );
            self.broken = Some(Failure::new(FailureKind::Disabled, message));
        }
    }
}

impl Death {
    /// Whether it came in the turn that it is laid to: what is no answer may have been sent long before it was looked at.
    fn tells_its_time(&self) -> bool {
        self.failure.kind != FailureKind::Refused
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

    fn lodge<'a>(&mut self, text: Cow<'a, str>, analysis: Analysis) -> Lodged<'a> {
        let long = if self.runs == 0 { LONG } else { LONG_AFTER_OTHERS };
        match text {
            Cow::Owned(text) if text.len() >= long && Apart::IS_THERE => match Apart::new(text, analysis) {
                Ok(apart) => {
                    let apart = Rc::new(apart);
                    self.apart.retain(|apart| apart.strong_count() > 0);
                    self.apart.push(Rc::downgrade(&apart));
                    Lodged::Apart(apart)
                }
                Err(error) => Lodged::Lost(no_memory(&error)),
            },
            text => Lodged::Here(text, analysis),
        }
    }

    fn run(&mut self, summarisers: &[usize], documents: &[Option<Document<'_>>]) -> Vec<Vec<Outcome>> {
        let there = documents.iter().enumerate().filter_map(|(turn, document)| Some((turn, document.clone()?)));
        let mut given: Vec<(usize, Document<'_>)> = there.collect();
        let mut outcomes: Vec<Vec<Outcome>> = documents.iter().map(|_| Vec::new()).collect();
        let known: Vec<_> = summarisers.iter().filter_map(|number| self.summarisers.get(*number).copied()).collect();
        let mut runs = known.chunk_by(|(one, _), (other, _)| one == other).peekable();
        while let Some(run) = runs.next() {
            let makings: Vec<usize> = run.iter().map(|(_, making)| *making).collect();
            let said = self.run_group(run[0].0, &makings, &given);
            for ((turn, document), said) in given.iter_mut().zip(said) {
                if runs.peek().is_some() {
                    let before = u32::try_from(document.summary_words()).unwrap_or(u32::MAX);
                    let words = said.iter().map(words_said).fold(before, u32::saturating_add);
                    *document = document.clone().with_summary_words(words);
                }
                outcomes[*turn].extend(said);
            }
        }
        outcomes
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
