//! What a worker does: confines itself, loads the libraries it is given, makes summarisers, and answers. It is the same
//! program, run again, and everything that a plugin could do to a process it can do to this one alone.

#![expect(unsafe_code, reason = "closing descriptors that nobody here has opened")]

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, IoSliceMut, Write};
use std::mem::MaybeUninit;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Instant;

use rustix::net::{RecvAncillaryBuffer, RecvAncillaryMessage, RecvFlags, recvmsg};
use rustix::process::{Resource, Rlimit, Signal, getrlimit, setrlimit};
use summariser_core::Document;
use summariser_core::abi::host::{Failure, FailureKind, Instance, Library};
use summariser_core::abi::option::OptionSetting;

use super::channel::{Answer, Arrived, Fault, Order, Place, Points, Shape, write_frame};
use super::library;
use super::limits::{Limits, MEGABYTE};
use super::region::{Sign, View};
use super::sandbox::{self, Enforced, Guard};
use super::{Outcome, in_turn};

/// The exit status of a worker that cannot go on.
pub const BROKEN: i32 = 70;
/// How many bytes of addresses it may have besides its memory: those of stacks and of shared memory.
pub const ADDRESSES: u64 = 8 << 30;
/// Where its descriptors begin, out of the way of those that a plugin opens.
const DESCRIPTORS: i32 = 40;
/// How many bytes its stack may have, whatever it inherits: what the system bounds besides memory.
const STACK: u64 = 8 << 20;

/// Works until the channel at standard input ends; the exit status is for the program that started it.
#[must_use]
pub fn run() -> i32 {
    match begin().and_then(|mut worker| worker.work()) {
        Ok(()) => 0,
        Err(why) => {
            // Heard as the last that a worker said.
            let _ = writeln!(io::stderr(), "the worker cannot go on: {why}");
            BROKEN
        }
    }
}

struct Worker {
    inbox: Inbox,
    limits: Limits,
    /// Where it is written down what is being done.
    sign: Sign,
    view: View,
    libraries: Vec<Result<Library, Failure>>,
    /// The bytes of the libraries. They stay open, since the system's loader knows a library by the name it was loaded
    /// from, and that of a descriptor would be given again.
    bytes: Vec<OwnedFd>,
    instances: Vec<Result<Instance, Failure>>,
    outbox: Vec<u8>,
}

fn begin() -> Result<Worker, String> {
    let why = |error: rustix::io::Errno| error.to_string();
    let channel = rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdin(), DESCRIPTORS).map_err(why)?;
    close_inherited(channel.as_raw_fd());
    // Standard input leads nowhere, and so does the current folder.
    let nothing = File::open("/dev/null").map_err(|error| error.to_string())?;
    rustix::stdio::dup2_stdin(&nothing).map_err(why)?;
    std::env::set_current_dir("/").map_err(|error| error.to_string())?;
    let mut inbox =
        Inbox { channel: UnixStream::from(channel), arrived: Arrived::default(), descriptors: VecDeque::new() };
    let Some(Order::Begin { parent, limits }) = inbox.next()? else {
        return Err("this is started by the program alone".to_owned());
    };
    die_with(parent)?;
    let (region, place) = (inbox.descriptor()?, inbox.descriptor()?);
    let unmapped = |error: io::Error| format!("the shared memory cannot be mapped: {error}");
    let (view, sign) = (View::new(region).map_err(unmapped)?, Sign::new(place.into()).map_err(unmapped)?);
    // Before anything of a plugin is touched, for its constructors run when it is loaded.
    let bounds = bound(&limits);
    let (files, calls) = sandbox::confine();
    let mut worker = Worker {
        inbox,
        limits,
        sign,
        view,
        libraries: Vec::new(),
        bytes: Vec::new(),
        instances: Vec::new(),
        outbox: Vec::new(),
    };
    worker.answer(&Answer::Confined(Enforced { files, calls, limits: bounds }))?;
    Ok(worker)
}

/// Closes whatever was open when the program itself was started, such as files of the shell, and is open here for that.
fn close_inherited(channel: i32) {
    // What lies between standard error and the channel, and what lies beyond.
    for (first, last) in [(3, channel - 1), (channel + 1, i32::MAX)] {
        #[cfg(target_os = "linux")]
        // SAFETY: nothing in this process has opened any of them; it has begun with this.
        if unsafe { libc::syscall(libc::SYS_close_range, first, last, 0) } == 0 {
            continue;
        }
        for descriptor in first..=last.min(LIKELY) {
            // SAFETY: as above.
            let _ = unsafe { libc::close(descriptor) };
        }
    }
}

/// Where the system cannot close them all at once, the last number that is looked at.
const LIKELY: i32 = 1 << 10;

/// Has the system end this process with the thread that started it.
#[cfg(target_os = "linux")]
fn die_with(parent: u32) -> Result<(), String> {
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL)).map_err(|error| error.to_string())?;
    let now = rustix::process::getppid().map(|id| id.as_raw_nonzero().get().unsigned_abs());
    if now == Some(parent) { Ok(()) } else { Err("the program that started it is gone".to_owned()) }
}

/// Here it ends when it finds the channel closed.
#[cfg(not(target_os = "linux"))]
fn die_with(_: u32) -> Result<(), String> {
    let _ = Signal::KILL;
    Ok(())
}

/// Bounds what this process may use of the system.
fn bound(limits: &Limits) -> Guard {
    let set = |resource, most| {
        let most = at_most(resource, most).current;
        setrlimit(resource, Rlimit { current: most, maximum: most })
    };
    // The program raises these two for a long text; a plugin cannot, where its calls are filtered.
    let set_soft = |resource, most| setrlimit(resource, at_most(resource, most));
    let mut missing = Vec::new();
    let memory = limits.memory(0);
    for (name, done) in [
        ("core dumps", set(Resource::Core, 0)),
        ("sizes of files", set(Resource::Fsize, 1 << 12)),
        ("open files", set(Resource::Nofile, limits.files)),
        ("the stack", set(Resource::Stack, STACK)),
        ("memory", set_soft(Resource::Data, memory)),
        ("addresses", set_soft(Resource::As, memory.saturating_add(ADDRESSES))),
    ] {
        if let Err(error) = done {
            missing.push(format!("{name}: {error}"));
        }
    }
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable) {
        missing.push(format!("debuggers: {error}"));
    }
    if missing.is_empty() { Guard::Whole("rlimits".to_owned()) } else { Guard::Part(missing.join(", ")) }
}

/// A limit of a resource that leaves what is above it as it is, which may be less.
pub(super) fn at_most(resource: Resource, most: u64) -> Rlimit {
    let maximum = getrlimit(resource).maximum;
    Rlimit { current: Some(maximum.map_or(most, |maximum| maximum.min(most))), maximum }
}

impl Worker {
    fn work(&mut self) -> Result<(), String> {
        while let Some(order) = self.inbox.next()? {
            match order {
                Order::Begin { .. } => return Err("it was begun twice".to_owned()),
                Order::Load { path, manifest, sealed } => {
                    let bytes = if sealed { Some(self.inbox.descriptor()?) } else { None };
                    self.sign.write(Place::Loading(place(self.libraries.len())));
                    self.libraries.push(load(&path, bytes.as_ref(), &manifest));
                    self.bytes.extend(bytes);
                    self.sign.write(Place::Idle);
                }
                Order::Seal => {
                    // Where this fails the system's libraries stay readable, which are no secret.
                    let _ = sandbox::close();
                    let judged = self
                        .libraries
                        .iter()
                        .map(|library| library.as_ref().map(drop).map_err(|failure| Fault::from(failure.clone())));
                    let ready = Answer::Ready(judged.collect());
                    self.answer(&ready)?;
                }
                Order::Make { library, options } => {
                    self.sign.write(Place::Making(place(self.instances.len())));
                    let made = self.make(library, options);
                    let answer = Answer::Made(made.as_ref().map(drop).map_err(|failure| Fault::from(failure.clone())));
                    self.instances.push(made);
                    self.sign.write(Place::Idle);
                    self.answer(&answer)?;
                }
                Order::Run { number, documents } => self.run(number, &documents)?,
            }
        }
        Ok(())
    }

    fn make(&mut self, library: usize, options: Vec<(String, super::channel::Setting)>) -> Result<Instance, Failure> {
        let missing = || Failure::new(FailureKind::Load, format!("there is no library {library}"));
        let library = self.libraries.get(library).ok_or_else(missing)?.as_ref().map_err(Clone::clone)?;
        let options: Vec<(String, OptionSetting)> =
            options.into_iter().map(|(key, value)| (key, value.into())).collect();
        let outbox = &mut self.outbox;
        library.create(&options, &mut |note| keep(note, outbox, MOST_NOTES))
    }

    /// Has documents summarised, and answers to one after the other. Answers go together, for waking whoever waits for them
    /// costs as much as a short document.
    fn run(&mut self, first: u64, documents: &[(Shape, Vec<usize>)]) -> Result<(), String> {
        let why = |error: io::Error| error.to_string();
        let mut apart = Vec::new();
        for (shape, _) in documents {
            match shape.apart {
                true => {
                    let mut view = View::new(self.inbox.descriptor()?).map_err(why)?;
                    view.reach(shape).map_err(why)?;
                    apart.push(view);
                }
                false => self.view.reach(shape).map_err(why)?,
            }
        }
        let mut apart = apart.iter();
        let mut lies_in = |shape: &Shape| if shape.apart { apart.next() } else { Some(&self.view) };
        let mut read =
            |shape| lies_in(shape).ok_or_else(|| "there is no such memory".to_owned())?.read(shape).map_err(why);
        let texts = documents.iter().map(|(shape, _)| read(shape)).collect::<Result<Vec<Document<'_>>, String>>()?;
        let asked: Vec<_> = texts.iter().zip(documents).map(|(text, (_, makings))| (text, makings.len())).collect();
        // Of each document the place of its first turn, as if one document came after the other.
        let turns = asked.iter().scan(0, |next, (_, most)| Some(std::mem::replace(next, *next + most)));
        let turns: Vec<usize> = turns.collect();
        let mut notes: Vec<Vec<u8>> = vec![Vec::new(); documents.len()];
        let (instances, sign, limits) = (&mut self.instances, &mut self.sign, self.limits);
        let said = in_turn(&asked, |number, at, document| {
            sign.write(Place::Running(place(turns[number] + at)));
            let missing = || Failure::new(FailureKind::Load, "there is no such summariser");
            let instance = instances.get_mut(documents[number].1[at]).ok_or_else(missing)?;
            let instance = instance.as_mut().map_err(|failure| failure.clone())?;
            let (start, time) = (Instant::now(), limits.time(document.text().len()));
            let kept = &mut notes[number];
            instance.run(document, &|| start.elapsed() >= time, &mut |note| keep(note, kept, MOST_NOTES))
        });
        for (number, (said, (notes, text))) in (first..).zip(said.into_iter().zip(notes.into_iter().zip(&texts))) {
            let most = limits.output(text.text().len());
            let told = |outcome: Outcome| Ok(within(Points::new(&outcome?).map_err(refused)?, most)?);
            self.outbox.extend(notes);
            write_frame(&Answer::Said(number, said.into_iter().map(told).collect()), &mut self.outbox)?;
        }
        self.sign.write(Place::Idle);
        self.send()
    }

    fn answer(&mut self, answer: &Answer) -> Result<(), String> {
        write_frame(answer, &mut self.outbox)?;
        self.send()
    }

    fn send(&mut self) -> Result<(), String> {
        self.inbox.channel.write_all(&self.outbox).map_err(|error| error.to_string())?;
        self.outbox.clear();
        Ok(())
    }
}

fn refused(why: String) -> Failure {
    Failure::new(FailureKind::Refused, why)
}

/// What was said, if it is not more than may be.
fn within(points: Points, most: usize) -> Result<Points, Failure> {
    let bytes = points.bytes();
    if bytes <= most {
        return Ok(points);
    }
    let (bytes, most) = (bytes as f64 / MEGABYTE as f64, most as f64 / MEGABYTE as f64);
    Err(refused(format!(
        "it said {bytes:.0} MB of this document, where {most:.0} MB are the most; `output` under [limits] allows more"
    )))
}

/// The most that notes may hold until the next answer.
const MOST_NOTES: usize = 1 << 16;

/// Keeps a note for the next answer, if the answers have at most so many bytes then.
fn keep(note: &str, outbox: &mut Vec<u8>, most: usize) {
    if outbox.len() < most {
        // A note that cannot be written is one that nobody reads.
        let _ = write_frame(&Answer::Note(note.to_owned()), outbox);
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Loads a library, from the bytes that were judged where there is a descriptor of them.
fn load(path: &str, bytes: Option<&OwnedFd>, manifest: &str) -> Result<Library, Failure> {
    let failure = |why: String| Failure::new(FailureKind::Load, format!("{path}: {why}"));
    let library = match bytes {
        Some(bytes) => library::load(Path::new(&format!("/proc/self/fd/{}", bytes.as_raw_fd()))),
        None => library::load(Path::new(path)),
    };
    library::with_manifest(library.map_err(failure)?, manifest).map_err(failure)
}

/// The orders, and the descriptors that came with them.
struct Inbox {
    channel: UnixStream,
    arrived: Arrived,
    descriptors: VecDeque<OwnedFd>,
}

impl Inbox {
    /// The next order; nothing when there will be none.
    fn next(&mut self) -> Result<Option<Order>, String> {
        loop {
            if let Some(order) = self.arrived.take(usize::MAX)? {
                return Ok(Some(order));
            }
            if self.receive()? == 0 {
                return Ok(None);
            }
        }
    }

    fn receive(&mut self) -> Result<usize, String> {
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(2))];
        let mut beside = RecvAncillaryBuffer::new(&mut space);
        let received = self.arrived.read(|room| {
            loop {
                let into = &mut [IoSliceMut::new(room)];
                match recvmsg(&self.channel, into, &mut beside, RecvFlags::CMSG_CLOEXEC) {
                    Err(rustix::io::Errno::INTR) => {}
                    received => break received.map(|received| received.bytes).map_err(|error| error.to_string()),
                }
            }
        })?;
        for message in beside.drain() {
            if let RecvAncillaryMessage::ScmRights(descriptors) = message {
                self.descriptors.extend(descriptors);
            }
        }
        Ok(received)
    }

    fn descriptor(&mut self) -> Result<OwnedFd, String> {
        self.descriptors.pop_front().ok_or_else(|| "a descriptor did not come with its order".to_owned())
    }
}
