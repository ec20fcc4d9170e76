//! Plugins that do harm, and what holds them: in every row the other stages say byte for byte what they say beside a
//! plugin that does none, the culprit is named with what happened, the status tells, and no process is left. The rows
//! are those of `docs/isolation.md`; what is contained without a process of its own is in `host.rs`.

#![cfg(target_os = "linux")]
#![expect(unsafe_code, reason = "asking the system who one is")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::{Place, Said, each, file_name, library};

/// A text for every shipped plugin to say something of.
const TEXT: &str = "Holm has a long lake. The lake has a slow white ferry. The ferry has a captain who sings to the passengers at night.";

/// Limits that are reached soon.
const SOON: &str = "--time-limit 0.3 --memory-limit 64";

/// A worker: its number, and that of its parent.
fn workers() -> Vec<(u32, u32)> {
    let numbers = fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    // A thread may outlive the first one, whose number is that of the process.
    let worker = |id: u32| fs::read_dir(format!("/proc/{id}/task")).ok()?.find_map(|thread| live(&thread.ok()?.path()));
    numbers.filter_map(worker).collect()
}

/// The numbers of a worker and its parent, if this folder is that of a thread of one that has not ended.
fn live(thread: &Path) -> Option<(u32, u32)> {
    let ours = fs::read(thread.join("cmdline")).ok()?.starts_with(b"summarise worker\0");
    if !ours {
        return None;
    }
    let status = fs::read_to_string(thread.join("status")).ok()?;
    let field = |name| status.lines().find_map(|line: &str| line.strip_prefix(name)).map(str::trim);
    // What has ended and waits for its parent to notice is no process any more.
    let alive = !field("State:")?.starts_with('Z');
    alive.then_some((field("Tgid:")?.parse().ok()?, field("PPid:")?.parse().ok()?))
}

/// Whether a program that starts workers has this number.
fn is_host(id: u32) -> bool {
    fs::read(format!("/proc/{id}/cmdline")).is_ok_and(|line| {
        let name = line.split(|byte| *byte == 0).next().unwrap_or_default();
        name.ends_with(b"summarise") || name.ends_with(b"summarise worker")
    })
}

/// Fails if workers outlive the program that started them; one that was just ended has a moment to go.
fn nobody_is_left() {
    let until = Instant::now() + Duration::from_secs(5);
    loop {
        let left: Vec<_> = workers().into_iter().filter(|(_, parent)| !is_host(*parent)).collect();
        if left.is_empty() {
            return;
        }
        assert!(Instant::now() < until, "workers are left: {left:?}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// A place with the plugins of the suite, one of which does what its file says while it is loaded.
fn place(way: &str) -> Place {
    let place = Place::new(&["headline", "bullets", "hostile", "faulty", "faulty-create"]);
    let mut bytes = fs::read(library("constructor")).unwrap();
    let mark = b"what to do: ";
    let at = memchr::memmem::find(&bytes, mark).expect("the library says what it does") + mark.len();
    bytes[at..at + 12].copy_from_slice(format!("{way:12}").as_bytes());
    place.write(&format!("plugins/{}", file_name("constructor")), bytes);
    place.write("text.txt", TEXT);
    place
}

/// The sections of a run with a stage between two others, and everything that was said.
fn run(place: &Place, flags: &str, stage: &str) -> (Said, Vec<Value>) {
    let said = place.run(&format!("text.txt --format json {flags} --chain 'headline, {stage}, bullets'"));
    let sections = said.json()["sections"].as_array().unwrap().clone();
    (said, sections)
}

/// A long text lies in a memory of its own: a new worker finds it there, and so does every stage of a pipe.
#[test]
fn a_long_text_is_summarised_as_a_short_one() {
    let place = place("fine");
    let line =
        |at: usize| format!("Ferry {at} of Holm was late by {} minutes, said Dr. Orr. Nobody saw it.\n\n", at % 61);
    let text: String = (0..20_000).map(line).collect();
    assert!(text.len() > 1 << 20);
    place.write("text.txt", &text);
    let chain = |stage: &str| format!("'headline, {stage}, bullets(count = 4) | bullets(count = 2), bullets'");
    let sections = |flags: &str, stage: &str| {
        let said = place.run(&format!("text.txt --format json {flags} --chain {}", chain(stage)));
        nobody_is_left();
        (said.status, said.json()["sections"].as_array().unwrap().clone())
    };
    let (status, trusted) = sections("--in-process", r#"hostile(how = "fine")"#);
    assert_eq!((status, trusted.len()), (0, 4));
    assert_eq!(sections("", r#"hostile(how = "fine")"#), (0, trusted.clone()));
    let (status, sections) = sections("", r#"hostile(how = "segv")"#);
    assert_eq!((status, &sections[1]["error"]["kind"]), (1, &Value::from("crash")));
    assert!([0, 2, 3].iter().all(|at| sections[*at] == trusted[*at]));
}

/// Checks of each row that the stage fails with this kind and message, or says this, and that nothing else suffers.
fn check(rows: &[(&str, &str, &str)]) {
    let usual = place("fine");
    let (_, good) = run(&usual, "", r#"hostile(how = "fine")"#);
    let check_row = |(row, kind, message): &(&str, &str, &str)| {
        let (plugin, way) = row.split_once(' ').unwrap();
        // What died in the rows before is not held against it.
        let _ = fs::remove_dir_all(usual.path("state"));
        let (said, sections) = match plugin {
            "constructor" => run(&place(way), SOON, plugin),
            "faulty-create" => run(&usual, SOON, &format!(r#"{plugin}(when = "{way}")"#)),
            _ => run(&usual, SOON, &format!(r#"{plugin}(how = "{way}")"#)),
        };
        let as_ever = [0, 2].map(|at| sections[at] == good[at] && !good[at]["blocks"].as_array().unwrap().is_empty());
        assert_eq!((sections.len(), as_ever), (3, [true, true]), "{}", said.all());
        nobody_is_left();
        if *kind == "ok" {
            let text = &sections[1]["blocks"][0]["text"];
            return assert_eq!((said.status, text), (0, &Value::from(*message)), "{}", said.all());
        }
        assert_eq!((said.status, &sections[1]["error"]["kind"]), (1, &Value::from(*kind)), "{}", said.all());
        let why = sections[1]["error"]["message"].as_str().unwrap();
        assert!(why.contains(message) && !why.contains('\n'), "`{message}` is not in `{why}`");
        assert!(said.stderr.contains(&format!("summarise: text.txt: {plugin} failed: {why}\n")), "{}", said.stderr);
    };
    each(rows, |row| row.0.to_owned(), |row| check_row(row));
}

const CRASH: &str = "; its author can mend that";
const LATE: &str = "it was not done after 0.3 s; --time-limit gives it longer";
const NO_ANSWER: &str = "what came over the channel of its process is no answer: ";

#[test]
fn a_plugin_that_ends_its_process_ends_nothing_else() {
    check(&[
        ("hostile segv", "crash", "its process was ended by SIGSEGV (it touched memory that is not there); its author"),
        ("hostile abort", "crash", "its process was ended by SIGABRT (it gave up); its author can mend that"),
        ("hostile stack", "crash", "; the last it said: fatal runtime error: stack overflow, aborting; its author"),
        ("faulty exit", "crash", "it ended its process with status 0 in the middle of its work; its author can"),
        ("hostile _exit", "crash", "it ended its process with status 0 in the middle of its work; its author can"),
        ("hostile kill-itself", "crash", "its process was ended by SIGKILL (from outside, perhaps because memory"),
        ("hostile close", "crash", "it closed the channel to its process, and was ended; its author can mend that"),
        ("hostile close-and-answer", "crash", CRASH),
        (
            "faulty-create abort",
            "crash",
            "while it was given its options: its process was ended by SIGABRT (it gave up)",
        ),
        ("constructor crash", "crash", "while it was loaded: its process was ended by SIGABRT (it gave up)"),
        ("constructor exit", "crash", "while it was loaded: it ended its process with status 0"),
        ("constructor idle", "crash", "its process was ended by SIGABRT"),
    ]);
}

#[test]
fn a_plugin_without_end_is_ended() {
    check(&[
        ("hostile leave-a-thread", "deadline", LATE),
        ("faulty-create hang", "deadline", "while it was given its options: it was not done after 0.3 s; --time-limit"),
        ("hostile loop", "deadline", LATE),
        ("hostile sleep", "deadline", LATE),
        ("hostile drip", "deadline", LATE),
        ("hostile ignore-signals", "deadline", LATE),
        ("hostile handle-faults", "deadline", LATE),
        ("hostile shout-on", "deadline", LATE),
        (
            "constructor hang",
            "deadline",
            "while it was loaded: it was not done after 0.3 s; --time-limit gives it longer",
        ),
    ]);
}

#[test]
fn a_plugin_has_so_much_memory_and_no_more() {
    let why = "its process ended for want of memory, of which it may have 64 MB";
    check(&[
        ("hostile hog", "memory", why),
        (
            "hostile hog",
            "memory",
            "the last it said: memory allocation of 8388608 bytes failed; --memory-limit gives it more",
        ),
        ("hostile hog-c", "memory", why),
        // What no limit counts there is none of.
        ("hostile hog-shared", "ok", "mmap: Operation not permitted"),
        ("hostile hog-stack", "ok", "mmap: Operation not permitted"),
        ("hostile limits", "ok", "setrlimit: Operation not permitted"),
    ]);
}

#[test]
fn the_system_is_out_of_reach() {
    check(&[
        ("hostile open", "ok", "open: Permission denied"),
        ("hostile create", "ok", "open: Permission denied"),
        ("hostile passwd", "ok", "open: Permission denied"),
        ("hostile parent-memory", "ok", "open: Permission denied"),
        ("hostile socket", "ok", "socket: Operation not permitted"),
        ("hostile exec", "ok", "execve: Operation not permitted"),
        ("hostile fork", "ok", "fork: Operation not permitted"),
        ("hostile kill-parent", "ok", "kill: Operation not permitted"),
        ("hostile kill-all", "ok", "kill: Operation not permitted"),
        ("hostile trace", "ok", "ptrace: Operation not permitted"),
        ("constructor passwd", "ok", "error 13"),
        ("constructor create", "ok", "error 13"),
        ("constructor socket", "ok", "error 1"),
    ]);
}

#[test]
fn what_is_done_to_a_process_is_done_to_it_alone() {
    check(&[
        ("hostile mutter", "ok", "muttered"),
        ("hostile shout", "ok", "shouted"),
        ("hostile close-prints", "ok", "3"),
        ("hostile surroundings", "ok", "chdir: Operation not permitted"),
        ("hostile threads", "ok", "four threads are left"),
        ("hostile late-thread", "ok", "a thread is left"),
        // Its environment is empty, and what is open are the channel, the text, its place and its own bytes.
        ("hostile look", "ok", "0 variables, 4 descriptors"),
        ("hostile write-text", "ok", "mprotect: Permission denied"),
        ("constructor text", "ok", "opened"),
    ]);
}

#[test]
fn nothing_is_gained_by_forging_answers() {
    check(&[
        // It could have said as much by the usual way.
        ("hostile forge", "ok", "forged"),
        ("hostile forge-span", "refused", "block 1 is refused: its span 0..16383 ends beyond the text of 116 bytes"),
        ("hostile forge-wide", "refused", "it is beyond what a plugin may say of this document (16000000 bytes)"),
        ("hostile forge-number", "refused", &format!("{NO_ANSWER}an answer to something else")),
        ("hostile forge-length", "refused", &format!("{NO_ANSWER}a frame of 4294967295 bytes, where 17048576 are the")),
        ("hostile forge-nonsense", "refused", &format!("{NO_ANSWER}a frame that is none")),
        ("hostile forge-notes", "refused", &format!("{NO_ANSWER}notes without end")),
        ("hostile forge-slowly", "deadline", LATE),
        ("hostile steal", "deadline", LATE),
        ("hostile places", "deadline", LATE),
        ("constructor forge", "refused", &format!("{NO_ANSWER}an answer to something else")),
    ]);
}

/// What came with the program shares a worker; whoever dies there takes nothing of the others along.
#[test]
fn who_shares_a_process_dies_alone_all_the_same() {
    let shared = Place::new(&[]).with_own_program();
    for plugin in ["headline", "bullets", "hostile"] {
        let name = format!("lib/summariser/plugins/{}", file_name(plugin));
        shared.write(&name, fs::read(library(plugin)).unwrap());
    }
    shared.write("text.txt", TEXT);
    let stage = |how: &str| format!(r#"hostile(how = "{how}"), headline, hostile(how = "fine")"#);
    let (said, good) = run(&shared, "", &stage("fine"));
    said.expect(0, &[]);
    let cases = [("segv", "crash"), ("_exit", "crash"), ("loop", "deadline"), ("hog", "memory"), ("close", "crash")];
    each(
        cases,
        |case| case.0.to_owned(),
        |(how, kind)| {
            let (said, sections) = run(&shared, SOON, &stage(how));
            assert_eq!((said.status, &sections[1]["error"]["kind"]), (1, &Value::from(*kind)), "{}", said.all());
            let as_ever = [0, 2, 3, 4].map(|at| sections[at] == good[at]);
            assert_eq!((sections.len(), as_ever), (5, [true; 4]), "{}", said.all());
            nobody_is_left();
        },
    );
}

#[test]
fn what_the_program_inherits_its_workers_do_not() {
    let place = place("fine");
    let said =
        place.shell(r#"exec 5<text.txt; ulimit -v 4000000; "$SUMMARISE" text.txt --chain 'hostile(how = "look")'"#);
    assert_eq!((said.status, said.stdout.as_str()), (0, "0 variables, 4 descriptors\n"), "{}", said.all());
}

#[test]
fn what_is_printed_is_told_with_a_name_to_the_last_byte() {
    let said = place("fine").run(r#"text.txt --chain 'hostile(how = "mutter")'"#);
    let told = "summarise: hostile printed: muttered\n";
    assert_eq!((said.stdout.as_str(), said.stderr.as_str()), ("muttered\n", told.repeat(2).as_str()), "{}", said.all());
    let said = place("fine").run(r#"text.txt --chain 'hostile(how = "shout")'"#);
    assert_eq!((said.status, said.stdout.as_str(), said.stderr.lines().count()), (0, "shouted\n", 101));
    assert!(said.stderr.ends_with("summarise: hostile printed: (900 more lines)\n"), "{}", said.stderr);
}

#[test]
fn what_is_enforced_is_said_once() {
    let place = place("fine");
    place.write("b.txt", TEXT);
    let said = place.run(r#"text.txt b.txt -v --chain 'headline, hostile(how = "fine"), bullets'"#);
    let note = "summarise: note: plugins run in processes of their own; no files: enforced";
    assert_eq!(
        (said.status, said.stderr.matches(note).count(), said.stderr.lines().count()),
        (0, 1, 1),
        "{}",
        said.all()
    );
    place.run("text.txt --chain headline").expect(0, &["!plugins run in"]);
    place
        .run("text.txt -v --in-process --chain headline")
        .expect(0, &["note: plugins run in this process, where nothing"]);
}

// --- many documents ---

/// A corpus in which every so manieth document makes the plugin crash.
fn corpus(documents: usize, every: usize) -> String {
    let line = |at: usize| {
        let what = if at.is_multiple_of(every) { "A crash is written here." } else { "Nothing is written here." };
        format!("{{\"id\": \"d{at}\", \"text\": \"{what} {TEXT}\"}}\n")
    };
    (0..documents).map(line).collect()
}

#[test]
fn of_a_thousand_documents_a_plugin_may_crash_on_every_tenth() {
    let place = place("fine");
    let lines = corpus(1000, 10);
    let mut command = place.command(r#"--jobs 1 --jsonl --chain 'hostile(how = "segv", on = "crash"), bullets'"#);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut stdin, mut stderr) = (child.stdin.take().unwrap(), child.stderr.take().unwrap());
    let mut stdout = BufReader::new(child.stdout.take().unwrap()).lines();
    let said = std::thread::spawn(move || {
        let mut said = String::new();
        stderr.read_to_string(&mut said).map(|_| said)
    });
    // What it holds after the first hundred it still holds at the end.
    let mut held = Vec::new();
    for (at, line) in lines.lines().enumerate() {
        writeln!(stdin, "{line}").unwrap();
        let answer: Value = serde_json::from_str(&stdout.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["id"], format!("d{at}"));
        assert_eq!(answer["sections"][0]["error"].is_object(), at % 10 == 0, "{answer}");
        assert!(!answer["sections"][1]["blocks"].as_array().unwrap().is_empty(), "{answer}");
        if at % 900 == 99 {
            held.push(holds(child.id()));
        }
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
    let failures = said.join().unwrap().unwrap();
    let named =
        (0..100).filter(|at| failures.contains(&format!("summarise: d{}: hostile failed: its process was", at * 10)));
    assert_eq!((named.count(), failures.lines().count()), (100, 100));
    let [(descriptors, workers, memory), later] = held.as_slice() else { panic!("{held:?}") };
    assert_eq!((*descriptors, *workers), (later.0, later.1));
    assert!(later.2 < memory + 8000, "{memory} kB became {} kB", later.2);
    nobody_is_left();
}

/// How many descriptors, workers and kB of memory a program holds.
fn holds(id: u32) -> (usize, usize, u64) {
    let descriptors = fs::read_dir(format!("/proc/{id}/fd")).unwrap().count();
    let workers = workers().iter().filter(|(_, parent)| *parent == id).count();
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let memory = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.trim().split(' ').next()?.parse().ok());
    (descriptors, workers, memory.unwrap())
}

/// Documents that are there together are given to a worker together, and nobody can tell.
#[test]
fn documents_that_come_together_fare_as_if_they_came_alone() {
    let place = place("fine");
    let cases = [
        // More of them than a plugin may die that works less.
        ("segv", 300, 10),
        ("_exit", 60, 7),
        ("close", 40, 19),
        ("loop", 40, 19),
        ("leave-a-thread", 40, 19),
        ("hog", 40, 19),
        // What is printed, and what is no answer, comes from none of them for certain.
        ("mutter", 60, 7),
        ("forge-nonsense", 60, 7),
    ];
    each(
        cases,
        |case| case.0.to_owned(),
        |(how, documents, every)| {
            let lines = corpus(*documents, *every);
            let line =
                format!(r#"{SOON} -v --jsonl --chain 'headline, hostile(how = "{how}", on = "crash"), bullets'"#);
            // What died in the runs before is not held against it.
            let clean = || _ = fs::remove_dir_all(place.path("state"));
            clean();
            let alone = fed_one_by_one(place.command(&format!("{line} --jobs 1")), &lines);
            let is_named = |at: &usize| alone.stderr.contains(&format!("summarise: d{at}: hostile failed: "));
            let named: Vec<usize> = (0..*documents).filter(is_named).collect();
            let prints = *how == "mutter";
            let is_harmed = |at: &usize| !prints && at.is_multiple_of(*every);
            assert_eq!(named, (0..*documents).filter(is_harmed).collect::<Vec<_>>(), "{}", alone.all());
            assert_eq!(alone.stderr.contains("hostile printed: muttered"), prints, "{}", alone.all());
            // A line that has no end goes on with what the same worker prints next.
            for jobs in if prints { 1..2 } else { 1..3 } {
                clean();
                let together = place.feed(&lines, &format!("{line} --jobs {jobs}"));
                assert!(together == alone, "{jobs} jobs:\n{}\n\none by one:\n{}", together.all(), alone.all());
            }
            nobody_is_left();
        },
    );
}

/// What is said of lines of which each is written when the one before is answered.
fn fed_one_by_one(mut command: Command, lines: &str) -> Said {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut stdin, mut stderr) = (child.stdin.take().unwrap(), child.stderr.take().unwrap());
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let told = std::thread::spawn(move || {
        let mut told = String::new();
        stderr.read_to_string(&mut told).map(|_| told)
    });
    let mut answers = String::new();
    for line in lines.lines() {
        writeln!(stdin, "{line}").unwrap();
        stdout.read_line(&mut answers).unwrap();
    }
    drop(stdin);
    let status = child.wait().unwrap().code().unwrap_or(-1);
    Said { status, stdout: answers, stderr: told.join().unwrap().unwrap() }
}

#[test]
fn a_plugin_that_always_dies_is_given_up() {
    let place = place("fine");
    let said = place.feed(corpus(40, 1), r#"--jsonl --chain 'hostile(how = "segv", on = "crash"), bullets'"#);
    let whole = said.jsonl().iter().filter(|answer| answer["sections"][1]["blocks"][0].is_object()).count();
    let crashes = said.stderr.matches("hostile failed: its process was ended by SIGSEGV").count();
    let given_up = said.stderr.matches("hostile failed: it is not asked any more").count();
    assert_eq!((said.status, whole, crashes + given_up), (1, 40, 40), "{}", said.stderr);
    assert!(crashes <= 6, "it was asked again and again: {}", said.stderr);
    // So it is when it does not even begin, and says that it is at nothing.
    let place = self::place("idle");
    let said = place.feed(corpus(40, 1), "--jsonl --chain 'constructor, bullets'");
    assert!(said.stderr.matches("constructor failed: its process was ended").count() <= 6, "{}", said.stderr);
}

// --- the end of the program ---

/// A program whose plugin is at work, and the numbers of its workers.
#[expect(clippy::zombie_processes, reason = "whoever asked for it waits for it")]
fn at_work(place: &Place, line: &str) -> (Child, Vec<u32>) {
    let mut command = place.command(line);
    // As a shell starts what is typed: so that a signal for all of them goes to no test.
    command.process_group(0).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let child = command.spawn().unwrap();
    let until = Instant::now() + Duration::from_secs(10);
    loop {
        let own: Vec<u32> =
            workers().into_iter().filter(|(_, parent)| *parent == child.id()).map(|(id, _)| id).collect();
        // Each plugin of the chain has one, or one for each job.
        if own.len() > line.matches(", ").count() {
            return (child, own);
        }
        assert!(Instant::now() < until, "its workers do not begin");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn workers_end_with_the_program() {
    let cases = [
        ("SIGINT", libc::SIGINT, "loop", ""),
        ("SIGTERM", libc::SIGTERM, "loop", ""),
        ("SIGKILL", libc::SIGKILL, "loop", ""),
        ("SIGKILL while it ignores signals", libc::SIGKILL, "ignore-signals", ""),
        ("SIGKILL while its first thread is gone", libc::SIGKILL, "leave-a-thread", ""),
        ("SIGTERM with an output file", libc::SIGTERM, "sleep", "--output out.txt"),
        ("SIGKILL with an output file", libc::SIGKILL, "sleep", "--output out.txt"),
    ];
    each(
        cases.into_iter().filter(|case| !is_ignored(case.1)),
        |case| case.0.to_owned(),
        |(_, signal, how, flags)| {
            let place = place("fine");
            let line = format!(r#"text.txt {flags} --chain 'headline, hostile(how = "{how}"), bullets'"#);
            let (mut child, own) = at_work(&place, &line);
            end(&mut child, *signal);
            gone(&own);
            assert!(!place.names().contains(&"out.txt".to_owned()));
        },
    );
}

#[test]
fn workers_end_with_a_program_that_is_writing() {
    let place = place("fine");
    place.write("lines.jsonl", corpus(4000, usize::MAX));
    for signal in [libc::SIGINT, libc::SIGKILL].into_iter().filter(|signal| !is_ignored(*signal)) {
        let (mut child, own) = at_work(&place, r#"--jsonl lines.jsonl --chain 'hostile(how = "fine"), bullets'"#);
        // Nobody reads on, so that it stands in the middle of a line.
        child.stdout.as_mut().unwrap().read_exact(&mut [0; 10]).unwrap();
        end(&mut child, signal);
        gone(&own);
    }
}

/// Whether a signal is ignored here, and so by whatever is started here, as in what a script runs in the background.
fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).unwrap().trim();
    let ignored = u64::from_str_radix(ignored, 16).unwrap() & (1 << (signal - 1)) != 0;
    if ignored {
        let _ = writeln!(std::io::stderr(), "signal {signal} is ignored where this runs: not tried");
    }
    ignored
}

fn end(child: &mut Child, signal: i32) {
    let killed = Command::new("kill").args([format!("-{signal}"), child.id().to_string()]).status().unwrap();
    assert!(killed.success());
    assert_eq!(child.wait().unwrap().signal(), Some(signal));
}

/// Fails if one of these is still there after a moment.
fn gone(ids: &[u32]) {
    let until = Instant::now() + Duration::from_secs(5);
    while workers().iter().any(|(id, _)| ids.contains(id)) {
        assert!(Instant::now() < until, "a worker lives on");
        std::thread::sleep(Duration::from_millis(10));
    }
}

// --- without privileges ---

#[test]
#[expect(clippy::print_stderr, reason = "what was not tried is said")]
fn nobody_needs_privileges() {
    // SAFETY: it is asked for a number.
    if unsafe { libc::geteuid() } != 0 {
        // Then every other test has shown it.
        return eprintln!("this suite runs without privileges already");
    }
    let folder = tempfile::tempdir().unwrap();
    let mode = |mode| std::os::unix::fs::PermissionsExt::from_mode(mode);
    fs::set_permissions(folder.path(), mode(0o755)).unwrap();
    let copy = |from: &Path, name: &str| {
        fs::copy(from, folder.path().join(name)).unwrap();
        fs::set_permissions(folder.path().join(name), mode(0o755)).unwrap();
    };
    copy(Path::new(env!("CARGO_BIN_EXE_summarise")), "summarise");
    ["headline", "hostile"].iter().for_each(|plugin| copy(&library(plugin), &file_name(plugin)));
    let run = |how: &str| {
        let mut command = Command::new(folder.path().join("summarise"));
        command.args([
            "-v",
            "--time-limit",
            "0.3",
            "--memory-limit",
            "64",
            "--chain",
            &format!(r#"headline, hostile(how = "{how}")"#),
            "-",
        ]);
        command.env_clear().env("SUMMARISER_PLUGIN_PATH", folder.path()).current_dir("/").uid(65534).gid(65534);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        child.stdin.take().unwrap().write_all(TEXT.as_bytes())?;
        child.wait_with_output()
    };
    match run("fine") {
        Err(error) => return eprintln!("SKIPPED, without privileges nothing was tried: {error}"),
        Ok(output) => {
            let (said, noted) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            assert!(output.status.success() && said.ends_with("\nall is well\n"), "{said}{noted}");
            // As much is enforced as with all privileges.
            let ours = place("fine").run(r#"text.txt -v --chain 'hostile(how = "fine")'"#);
            assert_eq!(noted, ours.stderr);
        }
    }
    for (how, status, said) in [
        ("segv", 1, "hostile failed: its process was ended by SIGSEGV"),
        ("sleep", 1, "hostile failed: it was not done after 0.3 s"),
        ("hog", 1, "hostile failed: its process ended for want of memory"),
        ("passwd", 0, "open: Permission denied"),
        ("parent-memory", 0, "open: Permission denied"),
        ("fork", 0, "fork: Operation not permitted"),
        ("threads", 0, "four threads are left"),
        ("look", 0, "0 variables, 4 descriptors"),
    ] {
        let output = run(how).unwrap();
        let all = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!((output.status.code(), all.contains(said)), (Some(status), true), "{how}: {all}");
    }
    nobody_is_left();
}
