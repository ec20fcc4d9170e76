//! Many things at once, answered in their order. One thread reads, each job has a thread and whatever it works with to
//! itself, and whoever asked takes the answers one after the other. What lies between the two ends is bounded, so that a
//! slow taker stops the reader; small things travel together, for a lock and a wake-up cost as much as a short text.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How many bytes may lie between reading and taking; a single thing may have more.
const MOST_BYTES: usize = 64 << 20;
/// How many batches for each job may, so that others go on while one takes long.
const AHEAD: usize = 16;
/// How many bytes travel together, where nobody waits for them.
const BATCH: usize = 192 << 10;
/// How many things a worker is given at once, at most, and how soon it has to be done with them to be given more.
const MOST_TOGETHER: usize = 64;
const QUICK: Duration = Duration::from_millis(20);
/// What a thing weighs besides its bytes.
const OVERHEAD: usize = 512;

/// What is worked on.
pub(super) trait Thing: Send + 'static {
    /// How much memory it takes.
    fn bytes(&self) -> usize;
}

/// What the taker sees.
pub(super) enum Event<A> {
    /// The answer to the next thing.
    Answer(A),
    /// The next answer is not there yet.
    Pause,
}

/// Has every thing worked on, at most so many at a time, and takes the answers in the order of the things until the taker
/// has enough. A worker is made by the thread that uses it, when it has something to do; it is given several things where
/// they are there and none takes long, and gives an answer to each. Without jobs no thread is started, and things are
/// worked on one by one.
///
/// # Errors
/// The system has no thread to start with.
pub(super) fn in_order<S, W, A>(
    source: S,
    jobs: usize,
    make: impl Fn() -> W + Send + Sync + 'static,
    mut take: impl FnMut(Event<A>) -> ControlFlow<()>,
) -> io::Result<()>
where
    S: Iterator<Item: Thing> + Send + 'static,
    W: FnMut(Vec<S::Item>) -> Vec<A> + 'static,
    A: Send + 'static,
{
    if jobs == 0 {
        let answers = source.map(|thing| vec![thing]).flat_map(make());
        _ = answers.map(Event::Answer).try_for_each(take);
        return Ok(());
    }
    let belt = Arc::new(Belt::new(jobs));
    let reading = Arc::clone(&belt);
    let make: Arc<Make<W>> = Arc::new(make);
    // It is not waited for at the end, because it may wait for an input of which nobody wants to know any more.
    thread::Builder::new().name("reader".to_owned()).spawn(move || reading.read(source, &make))?;
    let outcome = belt.hand_over(&mut take);
    belt.stop();
    outcome
}

type Make<W> = dyn Fn() -> W + Send + Sync;

/// What lies between the ends.
struct Belt<T, A> {
    state: Mutex<State<T, A>>,
    /// Nothing is wanted any more.
    over: AtomicBool,
    /// There is room for more.
    room: Condvar,
    /// There is work.
    work: Condvar,
    /// There is an answer, or there will be none.
    answer: Condvar,
    /// How many jobs there may be.
    most: usize,
}

struct State<T, A> {
    waiting: VecDeque<Batch<T>>,
    /// What was answered, by number.
    answered: BTreeMap<u64, Batch<A>>,
    /// How many batches were begun, and how many were taken and done with.
    begun: u64,
    taken: u64,
    /// How much they weigh that were not.
    bytes: usize,
    jobs: Vec<JoinHandle<()>>,
    idle: usize,
    ended: bool,
    broken: Option<io::Error>,
}

/// Things that travel together.
struct Batch<T> {
    number: u64,
    things: Vec<T>,
    bytes: usize,
}

impl<T: Thing, A: Send + 'static> Belt<T, A> {
    fn new(most: usize) -> Belt<T, A> {
        let state = State {
            waiting: VecDeque::new(),
            answered: BTreeMap::new(),
            begun: 0,
            taken: 0,
            bytes: 0,
            jobs: Vec::new(),
            idle: 0,
            ended: false,
            broken: None,
        };
        let over = AtomicBool::new(false);
        let (room, work, answer) = (Condvar::new(), Condvar::new(), Condvar::new());
        Belt { state: Mutex::new(state), over, room, work, answer, most }
    }

    fn lock(&self) -> MutexGuard<'_, State<T, A>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    /// The reader: puts things on the belt, and starts jobs while there is more to do than those that there are can take.
    fn read<W: FnMut(Vec<T>) -> Vec<A> + 'static>(
        self: &Arc<Self>,
        source: impl Iterator<Item = T>,
        make: &Arc<Make<W>>,
    ) {
        let _end = AtEnd(self, |belt| {
            belt.lock().ended = true;
            belt.judge();
        });
        for thing in source {
            let Some(mut state) = self.put(thing) else { return };
            if state.waiting.len() <= state.idle {
                self.work.notify_one();
            } else if state.jobs.len() < self.most {
                let (belt, make) = (Arc::clone(self), Arc::clone(make));
                let job = thread::Builder::new().name("job".to_owned()).spawn(move || belt.job(&*make));
                match job {
                    Ok(job) => state.jobs.push(job),
                    // Fewer will do, but none will not.
                    Err(error) if state.jobs.is_empty() => {
                        state.broken = Some(error);
                        return;
                    }
                    Err(_) => {}
                }
            }
        }
    }

    /// Puts a thing on the belt when there is room: into a batch of its own, unless all jobs have enough to do.
    fn put(&self, thing: T) -> Option<MutexGuard<'_, State<T, A>>> {
        let bytes = thing.bytes() + OVERHEAD;
        let mut state = self.lock();
        while !self.is_over() {
            let are_busy = state.waiting.len() >= self.most;
            let last = state.waiting.back_mut().filter(|last| are_busy && last.bytes + bytes <= BATCH);
            if let Some(last) = last {
                last.things.push(thing);
                last.bytes += bytes;
                state.bytes += bytes;
                return Some(state);
            }
            let under_way = state.begun - state.taken;
            if under_way == 0 || (under_way < (self.most * AHEAD) as u64 && state.bytes + bytes <= MOST_BYTES) {
                let number = state.begun;
                state.waiting.push_back(Batch { number, things: vec![thing], bytes });
                state.begun += 1;
                state.bytes += bytes;
                return Some(state);
            }
            state = self.room.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        None
    }

    /// A job: works on batches until there are no more.
    fn job<W: FnMut(Vec<T>) -> Vec<A>>(&self, make: &Make<W>) {
        let _end = AtEnd(self, Belt::judge);
        let mut work = make();
        // How many are worked on at once: more while that is quick, so that whoever takes long is not waited for twice.
        let mut together = 1;
        while let Some(batch) = self.next_batch() {
            let (mut things, mut answers) = (batch.things.into_iter().peekable(), Vec::new());
            while things.peek().is_some() && !self.is_over() {
                let start = Instant::now();
                answers.extend(work(things.by_ref().take(together).collect()));
                together =
                    if start.elapsed() < QUICK { together * 2 } else { (together / 2).max(1) }.min(MOST_TOGETHER);
            }
            let mut state = self.lock();
            state.answered.insert(batch.number, Batch { number: batch.number, things: answers, bytes: batch.bytes });
            if state.taken == batch.number {
                self.answer.notify_one();
            }
        }
    }

    /// Where a thread goes down, the taker is not to wait for what it would have done.
    fn judge(&self) {
        if thread::panicking() {
            self.lock().broken = Some(io::Error::other("a thread went down"));
        }
    }

    fn next_batch(&self) -> Option<Batch<T>> {
        let mut state = self.lock();
        loop {
            if self.is_over() {
                return None;
            }
            if let Some(batch) = state.waiting.pop_front() {
                return Some(batch);
            }
            if state.ended {
                return None;
            }
            state.idle += 1;
            state = self.work.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.idle -= 1;
        }
    }

    /// Gives the taker one answer after the other, until there are no more or it has enough.
    fn hand_over(&self, take: &mut impl FnMut(Event<A>) -> ControlFlow<()>) -> io::Result<()> {
        let mut has_paused = false;
        loop {
            let batch = {
                let mut state = self.lock();
                loop {
                    let next = state.taken;
                    if let Some(batch) = state.answered.remove(&next) {
                        break batch;
                    }
                    if let Some(error) = state.broken.take() {
                        return Err(error);
                    }
                    if state.ended && state.begun == state.taken {
                        return Ok(());
                    }
                    if !has_paused {
                        drop(state);
                        has_paused = true;
                        if take(Event::Pause).is_break() {
                            return Ok(());
                        }
                        state = self.lock();
                        continue;
                    }
                    state = self.answer.wait(state).unwrap_or_else(PoisonError::into_inner);
                }
            };
            has_paused = false;
            for answer in batch.things {
                if take(Event::Answer(answer)).is_break() {
                    return Ok(());
                }
            }
            let mut state = self.lock();
            state.taken += 1;
            state.bytes -= batch.bytes;
            self.room.notify_one();
        }
    }

    /// Ends everything, and waits for the jobs: what they hold is theirs to put down.
    fn stop(&self) {
        self.over.store(true, Ordering::Relaxed);
        let jobs = std::mem::take(&mut self.lock().jobs);
        self.room.notify_all();
        self.work.notify_all();
        for job in jobs {
            if let Err(panic) = job.join() {
                std::panic::resume_unwind(panic);
            }
        }
    }
}

/// Does something at the end of a thread, however it ends, and wakes everybody.
struct AtEnd<'a, T: Thing, A: Send + 'static>(&'a Belt<T, A>, fn(&Belt<T, A>));

impl<T: Thing, A: Send + 'static> Drop for AtEnd<'_, T, A> {
    fn drop(&mut self) {
        self.1(self.0);
        self.0.work.notify_all();
        self.0.answer.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicUsize;

    use super::*;

    impl Thing for usize {
        fn bytes(&self) -> usize {
            100
        }
    }

    /// How many things were worked on at once, at most, where each batch takes so long.
    fn together(jobs: usize, time: Duration) -> usize {
        let most = Arc::new(AtomicUsize::new(0));
        let (seen, mut taken) = (Arc::clone(&most), Vec::new());
        let make = move || {
            let seen = Arc::clone(&seen);
            move |things: Vec<usize>| {
                seen.fetch_max(things.len(), Ordering::Relaxed);
                thread::sleep(time);
                things.into_iter().map(|thing| thing * 2).collect()
            }
        };
        let done = in_order(0..100, jobs, make, |event| {
            if let Event::Answer(answer) = event {
                taken.push(answer);
            }
            ControlFlow::Continue(())
        });
        assert!(done.is_ok() && taken.into_iter().eq((0..100).map(|thing| thing * 2)));
        most.load(Ordering::Relaxed)
    }

    #[test]
    fn things_go_together_while_that_is_quick() {
        assert_eq!(together(0, Duration::ZERO), 1);
        for jobs in [1, 2] {
            assert!((2..=MOST_TOGETHER).contains(&together(jobs, Duration::from_millis(1))), "{jobs}");
            assert_eq!(together(jobs, QUICK + Duration::from_millis(1)), 1, "{jobs}");
        }
    }
}
