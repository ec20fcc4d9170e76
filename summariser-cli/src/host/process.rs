//! A worker as a process: started from the program itself, spoken to over a private channel with a deadline, ended with
//! all that it holds, and asked what it died of. Nothing of the environment, no open file and no terminal is passed on.

#![expect(unsafe_code, reason = "the system says how much memory a process used by a function of C")]

use std::collections::VecDeque;
use std::io::{self, IoSlice, Read, Write};
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::net::{SendAncillaryBuffer, SendAncillaryMessage, SendFlags, sendmsg};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};
use summariser_core::abi::host::{Failure, FailureKind};

use super::channel::{Answer, Arrived, Order, write_frame};
use super::late;

/// The argument that makes the program a worker.
pub const WORKER: &str = "__worker";

/// The most of a line that a plugin prints that is passed on, and the most lines between two answers.
const LONGEST_LINE: usize = 1 << 12;
const MOST_LINES: usize = 100;
/// How much is read at once.
const READ: usize = 1 << 16;

/// A worker's process.
#[derive(Debug)]
pub struct Process {
    id: u32,
    channel: UnixStream,
    /// What it prints.
    prints: io::PipeReader,
    arrived: Arrived,
    /// What it printed and nobody has heard yet.
    printed: Printed,
    orders: Vec<u8>,
    /// The most bytes of memory that this process had when it started that one, which the system counts as the other's.
    lent: u64,
    /// Whether it has been waited for.
    gone: bool,
}

/// Why there is no answer.
#[derive(Debug)]
pub enum NoAnswer {
    /// It died, or closed the channel, which comes to the same.
    Gone,
    /// It is not there in time.
    Late,
    /// What it sent is no answer.
    Nonsense(String),
}

impl Process {
    /// Starts a worker: `program` run again.
    ///
    /// # Errors
    /// The system cannot start one.
    pub fn start(program: &Path) -> io::Result<Process> {
        let (channel, theirs) = UnixStream::pair()?;
        let (prints, stdout) = io::pipe()?;
        let mut command = Command::new(program);
        command.arg0("summarise worker").arg(WORKER).env_clear();
        command.stdin(Stdio::from(OwnedFd::from(theirs)));
        command.stdout(stdout.try_clone()?).stderr(stdout);
        // What is typed at a terminal is meant for the program, which ends its workers itself.
        command.process_group(0);
        let child = command.spawn()?;
        channel.set_nonblocking(true)?;
        Ok(Process {
            id: child.id(),
            channel,
            prints,
            arrived: Arrived::default(),
            printed: Printed::default(),
            orders: Vec::new(),
            lent: own_peak(),
            gone: false,
        })
    }

    /// Its number.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.id
    }

    /// Gives an order, to be sent with the next one or when an answer is awaited.
    ///
    /// # Errors
    /// The order is longer than any may be.
    pub fn order(&mut self, order: &Order) -> Result<(), String> {
        write_frame(order, &mut self.orders)
    }

    /// Gives an order that comes with descriptors, and sends it with all before.
    ///
    /// # Errors
    /// The order is too long, or cannot be sent.
    pub fn order_with(&mut self, order: &Order, descriptors: &[BorrowedFd<'_>]) -> Result<(), String> {
        self.order(order)?;
        let orders = std::mem::take(&mut self.orders);
        let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmRights(2))];
        let mut beside = SendAncillaryBuffer::new(&mut space);
        if !beside.push(SendAncillaryMessage::ScmRights(descriptors)) {
            return Err("more descriptors than an order can have".to_owned());
        }
        // The first byte carries the descriptors; a worker reads them before the order's last byte.
        let sent = sendmsg(&self.channel, &[IoSlice::new(&orders)], &mut beside, SendFlags::NOSIGNAL);
        let sent = sent.map_err(|error| error.to_string())?;
        self.orders = orders.get(sent..).unwrap_or_default().to_vec();
        Ok(())
    }

    /// Sends what was ordered, as far as it can be sent at once; what remains goes with the next.
    pub fn send(&mut self) {
        // Whether it is gone shows when an answer is awaited.
        if let Ok(sent) = self.channel.write(&self.orders) {
            self.orders.drain(..sent);
        }
    }

    /// Sends what was ordered and waits for an answer of at most so many bytes.
    ///
    /// # Errors
    /// There is none.
    pub fn answer(&mut self, until: Instant, most: usize) -> Result<Answer, NoAnswer> {
        if !self.orders.is_empty() {
            self.send();
        }
        loop {
            match self.arrived.take(most) {
                Ok(Some(answer)) => return Ok(answer),
                Ok(None) => {}
                Err(why) => return Err(NoAnswer::Nonsense(why)),
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(NoAnswer::Late);
            }
            self.exchange(left).map_err(|_| NoAnswer::Gone)?;
        }
    }

    /// Waits until something can be sent or read, and does it.
    fn exchange(&mut self, time: Duration) -> io::Result<()> {
        let mut on_channel = PollFlags::IN;
        if !self.orders.is_empty() {
            on_channel |= PollFlags::OUT;
        }
        let timeout = Timespec::try_from(time.min(Duration::from_secs(1 << 30))).ok();
        let mut polled = [
            PollFd::from_borrowed_fd(self.channel.as_fd(), on_channel),
            PollFd::from_borrowed_fd(self.prints.as_fd(), PollFlags::IN),
        ];
        let watched = if self.printed.ended { &mut polled[..1] } else { &mut polled[..] };
        match poll(watched, timeout.as_ref()) {
            Err(rustix::io::Errno::INTR) | Ok(0) => return Ok(()),
            Err(error) => return Err(error.into()),
            Ok(_) => {}
        }
        let (on_channel, on_prints) = (polled[0].revents(), polled[1].revents());
        if !on_prints.is_empty() {
            self.printed.take(&mut self.prints);
        }
        if on_channel.contains(PollFlags::OUT) {
            match self.channel.write(&self.orders) {
                Ok(sent) => drop(self.orders.drain(..sent)),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
        if on_channel.intersects(PollFlags::IN | PollFlags::HUP | PollFlags::ERR) {
            match self.arrived.read(|room| self.channel.read(room)) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Err(error) if error.kind() != io::ErrorKind::WouldBlock => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether anything was printed since the lines were asked for, be it no whole line.
    pub fn prints(&mut self) -> bool {
        if !self.printed.ended && readable(self.prints.as_fd()) {
            self.printed.take(&mut self.prints);
        }
        !(self.printed.lines.is_empty() && self.printed.unfinished.is_empty())
    }

    /// Throws away what was printed since the lines were asked for.
    pub fn forget_printed(&mut self) {
        self.printed = Printed { ended: self.printed.ended, ..Printed::default() };
    }

    /// The lines that were printed since this was asked last.
    pub fn printed(&mut self) -> impl Iterator<Item = String> + use<> {
        self.printed.lines()
    }

    /// Lets it have more memory, if it has less.
    #[cfg(target_os = "linux")]
    pub fn allow_memory(&self, bytes: u64) {
        use rustix::process::{Resource, prlimit};
        let id = Pid::from_raw(self.id as i32);
        for (resource, most) in
            [(Resource::Data, bytes), (Resource::As, bytes.saturating_add(super::worker::ADDRESSES))]
        {
            // Where this is not done the plugin has less memory than it might, and says so by failing. The worker has
            // the bounds of this process, which a user may have set.
            let _ = prlimit(id, resource, super::worker::at_most(resource, most));
        }
    }

    /// Other systems keep the bound that the worker begins with.
    #[cfg(not(target_os = "linux"))]
    pub fn allow_memory(&self, _: u64) {}

    /// Ends it and whatever it started, since it was not done in the time that it had.
    pub fn end_late(&mut self, time: Duration) -> Failure {
        self.kill();
        self.reap();
        late(time)
    }

    /// Ends it, whose work is done, and takes what it printed to the last.
    pub fn finish(&mut self) {
        self.kill();
        self.reap();
        self.printed.take_rest(&mut self.prints);
    }

    /// Says what it died of, and ends it if it lives; `memory` is how much it could have.
    pub fn end(&mut self, memory: u64) -> Failure {
        // Whoever closed the channel may live on.
        let lives = !self.ends_within(Duration::from_millis(500));
        // What it left behind, too, if it could; as long as it has not been waited for, its number is nobody else's.
        self.kill();
        let died = self.reap();
        self.printed.take_rest(&mut self.prints);
        let (status, used) = match died {
            Some(died) if !lives => died,
            _ => {
                return Failure::new(
                    FailureKind::Crash,
                    "it closed the channel to its process, and was ended; its author can mend that",
                );
            }
        };
        let last = self.printed.last();
        let asked_in_vain = last.as_ref().is_some_and(|line| line.starts_with(OUT_OF_MEMORY));
        let last = last.map(|line| format!("; the last it said: {line}")).unwrap_or_default();
        let died = match (status.signal(), status.code()) {
            _ if asked_in_vain || (used >= memory / 2 && used > self.lent) => {
                let memory = memory / 1_000_000;
                let message = format!(
                    "its process ended for want of memory, of which it may have {memory} MB{last}; --memory-limit gives \
                     it more"
                );
                return Failure::new(FailureKind::Memory, message);
            }
            (Some(signal), _) => format!("its process was ended by {}", signal_name(signal)),
            (None, Some(super::worker::BROKEN)) => "its process could not go on".to_owned(),
            (None, code) => format!("it ended its process with status {} in the middle of its work", code.unwrap_or(0)),
        };
        // What came from outside is nobody's mistake.
        let outside = matches!(status.signal(), Some(libc::SIGKILL | libc::SIGTERM));
        let mend = if outside { "" } else { "; its author can mend that" };
        Failure::new(FailureKind::Crash, format!("{died}{last}{mend}"))
    }

    fn kill(&self) {
        // Once it has been waited for, its number may be somebody else's.
        if let Some(group) = Pid::from_raw(self.id as i32).filter(|_| !self.gone) {
            // It may be gone already.
            let _ = kill_process_group(group, Signal::KILL);
        }
    }

    /// Whether it ends by itself in this time; it is not waited for.
    fn ends_within(&self, time: Duration) -> bool {
        let Some(id) = Pid::from_raw(self.id as i32).filter(|_| !self.gone) else { return true };
        let until = Instant::now() + time;
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        loop {
            match waitid(WaitId::Pid(id), look) {
                Ok(None) | Err(rustix::io::Errno::INTR) if Instant::now() < until => {
                    std::thread::sleep(Duration::from_millis(1));
                }
                ended => return !matches!(ended, Ok(None)),
            }
        }
    }

    /// Waits for its end: how it ended, and the most bytes of memory it had.
    fn reap(&mut self) -> Option<(ExitStatus, u64)> {
        if self.gone {
            return None;
        }
        let mut status = 0;
        let mut usage = MaybeUninit::<libc::rusage>::zeroed();
        let id = loop {
            // SAFETY: the process is this one's child and was not waited for; both places live until the call returns.
            let id = unsafe { libc::wait4(self.id as libc::pid_t, &raw mut status, 0, usage.as_mut_ptr()) };
            if id != -1 || io::Error::last_os_error().kind() != io::ErrorKind::Interrupted {
                break id;
            }
        };
        if id != self.id as libc::pid_t {
            return None;
        }
        self.gone = true;
        // SAFETY: it was all zeroes, which is a value of this type, and the system has written over it.
        let usage = unsafe { usage.assume_init() };
        let unit = if cfg!(target_os = "macos") { 1 } else { 1024 };
        Some((ExitStatus::from_raw(status), u64::try_from(usage.ru_maxrss).unwrap_or(0) * unit))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
        self.reap();
    }
}

/// What Rust says where there is no memory left.
const OUT_OF_MEMORY: &str = "memory allocation of ";

/// The most bytes of memory that this process had at once, where the system counts them as those of whatever it starts.
fn own_peak() -> u64 {
    // Linux does; what it says of this process's own resources holds what was lent in turn by the one that started it.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().split(' ').next()?.parse::<u64>().ok());
    peak.unwrap_or(0) * 1024
}

/// What a worker prints, line by line, so much of it as anybody wants to read.
#[derive(Debug, Default)]
struct Printed {
    lines: VecDeque<String>,
    unfinished: Vec<u8>,
    left_out: usize,
    ended: bool,
}

impl Printed {
    fn take(&mut self, prints: &mut impl Read) {
        let mut bytes = [0; READ];
        match prints.read(&mut bytes) {
            Ok(0) | Err(_) => self.ended = true,
            Ok(read) => self.add(&bytes[..read]),
        }
    }

    /// Everything that a process which is gone has printed.
    fn take_rest(&mut self, prints: &mut io::PipeReader) {
        // Something that it started may still hold the other end.
        while !self.ended && readable(prints.as_fd()) {
            self.take(prints);
        }
        if !self.unfinished.is_empty() {
            self.add(b"\n");
        }
    }

    fn add(&mut self, bytes: &[u8]) {
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            let room = LONGEST_LINE.saturating_sub(self.unfinished.len());
            self.unfinished.extend_from_slice(&piece[..piece.len().min(room)]);
            if piece.ends_with(b"\n") {
                self.finish_line();
            }
        }
    }

    fn finish_line(&mut self) {
        let line = String::from_utf8_lossy(&self.unfinished).trim_end().to_owned();
        self.unfinished.clear();
        // What follows the message of Rust's panics is a hint for their author, which leads nowhere here.
        if line.is_empty() || line.starts_with("note: run with `RUST_BACKTRACE") {
            return;
        }
        if self.lines.len() < MOST_LINES { self.lines.push_back(line) } else { self.left_out += 1 }
    }

    fn lines(&mut self) -> impl Iterator<Item = String> + use<> {
        let left_out = std::mem::take(&mut self.left_out);
        let note = (left_out > 0).then(|| format!("({left_out} more lines)"));
        std::mem::take(&mut self.lines).into_iter().chain(note)
    }

    /// Takes the last line.
    fn last(&mut self) -> Option<String> {
        self.lines.pop_back()
    }
}

fn readable(descriptor: BorrowedFd<'_>) -> bool {
    let mut polled = [PollFd::from_borrowed_fd(descriptor, PollFlags::IN)];
    poll(&mut polled, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
}

/// A signal as people know it.
fn signal_name(signal: i32) -> String {
    let what = match signal {
        libc::SIGSEGV => "SIGSEGV (it touched memory that is not there)",
        libc::SIGBUS => "SIGBUS (it touched memory that is not there)",
        libc::SIGABRT => "SIGABRT (it gave up)",
        libc::SIGILL => "SIGILL (it ran what is no instruction)",
        libc::SIGFPE => "SIGFPE (it computed what cannot be, such as a division by 0)",
        libc::SIGSYS => "SIGSYS (it asked the system for what it may not)",
        libc::SIGKILL => "SIGKILL (from outside, perhaps because memory ran out)",
        libc::SIGTERM => "SIGTERM",
        libc::SIGPIPE => "SIGPIPE",
        libc::SIGTRAP => "SIGTRAP",
        libc::SIGXCPU => "SIGXCPU",
        libc::SIGXFSZ => "SIGXFSZ",
        _ => return format!("signal {signal}"),
    };
    what.to_owned()
}
