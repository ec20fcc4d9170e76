//! `cargo bench`: what each piece of work takes with one text, in CPU time, and how fast that is; where a worker has a part
//! in it, the time that passes, since another process's work is waited for. With the arguments `once NAME
//! ROUNDS` it does one piece so many times with each text and times nothing, for programs that count instructions
//! (`.ci/instructions`) or look where the time goes (`benches/profile`); `once` alone lists the pieces.

use std::io::{Write, stderr, stdout};
use std::process::ExitCode;
use std::time::Duration;

use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use criterion::{Criterion, Throughput};
use rustix::time::{ClockId, clock_gettime};
use summariser_benches::texts::Texts;
use summariser_benches::{Work, works};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [summariser_cli::host::process::WORKER] => std::process::exit(summariser_cli::host::worker::run()),
        ["once"] => list(),
        ["once", name, rounds] => once(name, rounds.parse().unwrap_or(1)),
        _ => time(),
    };
    done.map_or_else(
        |why| {
            let _ = writeln!(stderr(), "work: {why}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}

fn time() -> Result<(), String> {
    let Texts { name, texts } = Texts::usual()?;
    writeln!(stderr(), "{name}").map_err(|why| why.to_string())?;
    let (ours, others): (Vec<Work>, Vec<Work>) = works(&texts)?.into_iter().partition(|work| work.is_ours);
    time_all(ours, &texts, Criterion::default().with_measurement(CpuTime));
    time_all(others, &texts, Criterion::default());
    Ok(())
}

fn time_all<M: Measurement + 'static>(works: Vec<Work>, texts: &[&str], criterion: Criterion<M>) {
    let bytes = texts.iter().map(|text| text.len() as u64).sum::<u64>() / texts.len().max(1) as u64;
    let criterion = criterion.measurement_time(Duration::from_secs(3)).warm_up_time(Duration::from_secs(1));
    let mut criterion = criterion.configure_from_args();
    for Work { name, mut run, .. } in works {
        let mut group = criterion.benchmark_group("work");
        // Where all of the text is gone through.
        if ["analysis", "document"].iter().any(|room| name.starts_with(room)) {
            group.throughput(Throughput::Bytes(bytes));
        }
        // One text after the other, so that a time is that of a text as they are on average.
        let mut texts = (0..texts.len()).cycle();
        group.bench_function(name, |bencher| bencher.iter(|| texts.next().map(&mut run)));
    }
    criterion.final_summary();
}

/// The time that this thread was at work: what else the machine does is not in it.
struct CpuTime;

impl Measurement for CpuTime {
    type Intermediate = Duration;
    type Value = Duration;

    fn start(&self) -> Duration {
        Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).unwrap_or_default()
    }

    fn end(&self, start: Duration) -> Duration {
        self.start().saturating_sub(start)
    }

    fn add(&self, one: &Duration, other: &Duration) -> Duration {
        *one + *other
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, value: &Duration) -> f64 {
        value.as_nanos() as f64
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}

fn list() -> Result<(), String> {
    let works = works(&Texts::usual()?.texts)?;
    let names = works.iter().filter(|work| work.is_ours).map(|work| format!("{}\n", work.name));
    stdout().write_all(names.collect::<String>().as_bytes()).map_err(|why| why.to_string())
}

fn once(name: &str, rounds: usize) -> Result<(), String> {
    let texts = Texts::usual()?.texts;
    let mut works = works(&texts)?;
    let work = works.iter_mut().find(|work| work.name == name).ok_or_else(|| format!("there is no work `{name}`"))?;
    // What is done once is done before anybody counts.
    (0..texts.len()).for_each(&mut work.run);
    counted(&mut *work.run, rounds, texts.len());
    Ok(())
}

/// What a counter looks for by its name.
#[inline(never)]
fn counted(run: &mut dyn FnMut(usize), rounds: usize, texts: usize) {
    (0..rounds).for_each(|_| (0..texts).for_each(&mut *run));
}
