//! Fuzzing on stable Rust, without instrumentation: good inputs are changed at random, and whatever an input comes to that
//! none before came to makes it a good input, too. Where a coverage-guided fuzzer looks at branches this looks at answers,
//! since every refusal here has words of its own. `.ci/fuzz SECONDS` runs each target for so long; a plain `cargo test`
//! for a moment. The seed is fixed, so that a failure is there again the next time.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]
#![allow(clippy::print_stderr, reason = "how much was tried is for whoever runs it")]
#![expect(unsafe_code, reason = "counting what is allocated")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use summariser_cli::host::channel::{Answer, Arrived, Fault, Points, write_frame};
use summariser_cli::host::inspect::inspect;
use summariser_cli::host::lock::Lock;
use summariser_cli::host::manifest::Manifest;
use summariser_cli::host::sandbox::Enforced;
use summariser_cli::read::html::{Page, page};
use summariser_core::abi::host::{Failure, FailureKind};
use summariser_core::{Block, BlockKind, Document, Span, Value};

/// The system's allocator, which remembers how much each thread holds, and the most that it held.
struct Counting;

thread_local! {
    static HELD: Cell<(isize, isize)> = const { Cell::new((0, 0)) };
}

fn count(bytes: isize) {
    // A thread that ends has nobody who asks.
    let _ = HELD.try_with(|held| {
        let (now, most) = held.get();
        held.set((now + bytes, most.max(now + bytes)));
    });
}

// SAFETY: everything is the system's; counting allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        // SAFETY: as the caller promised.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        // SAFETY: as the caller promised.
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Old and new are there at the same time.
        count(size as isize);
        count(-(layout.size() as isize));
        // SAFETY: as the caller promised.
        unsafe { System.realloc(at, layout, size) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// A generator of numbers that are random enough: xorshift64*.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// Changes an input a little.
    fn change(&mut self, input: &mut Vec<u8>, others: &[Vec<u8>]) {
        for _ in 0..=self.below(4) {
            let at = self.below(input.len());
            let end = (at + 1 + self.below(16)).min(input.len());
            let telling = [0, 1, 2, 0x7F, 0x80, 0x81, 0xFF, b'"', b'\n'][self.below(9)];
            match self.below(8) {
                0 if !input.is_empty() => input[at] ^= 1 << self.below(8),
                1 if !input.is_empty() => input[at] = telling,
                2 if !input.is_empty() => input[at] = self.next() as u8,
                3 => drop(input.drain(at.min(end)..end)),
                4 => input.insert(at, telling),
                5 => input.extend_from_within(at.min(end)..end),
                6 => input.truncate(at),
                _ => {
                    let other = &others[self.below(others.len())];
                    let from = self.below(other.len());
                    let piece = other[from..].iter().take(32).copied().collect::<Vec<_>>();
                    input.splice(at.min(end)..end, piece);
                }
            }
        }
    }
}

/// Fuzzes for a while from these inputs. What an input comes to is said in words; and it may take so many megabytes of
/// memory, besides so many times its own bytes.
fn fuzz(name: &str, seeds: Vec<Vec<u8>>, (megabytes, times): (usize, usize), comes_to: impl Fn(&[u8]) -> String) {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(0.2);
    let until = Instant::now() + Duration::from_secs_f64(seconds);
    let (mut dice, mut known, mut inputs, mut tried) = (Dice(0x5EED), HashSet::new(), seeds.clone(), 0_u64);
    let mut judge = |input: &[u8]| -> bool {
        HELD.set((0, 0));
        let came = catch_unwind(AssertUnwindSafe(|| comes_to(input)));
        let most = usize::try_from(HELD.get().1).unwrap();
        let allowed = (megabytes << 20) + input.len() * times;
        assert!(came.is_ok() && most <= allowed, "{name}: {most} bytes of memory, or a panic, for {input:?}");
        let words = came.unwrap().replace(|c: char| c.is_ascii_digit(), "");
        known.insert(words)
    };
    seeds.iter().for_each(|seed| _ = judge(seed));
    while Instant::now() < until {
        let mut input = inputs[dice.below(inputs.len())].clone();
        dice.change(&mut input, &inputs);
        if judge(&input) && inputs.len() < 10_000 {
            inputs.push(input);
        }
        tried += 1;
    }
    assert!(tried > 0 && known.len() > 1, "{name}: nothing was tried");
    eprintln!("{name}: {tried} inputs, which came to {} different things", known.len());
}

const TEXT: &str = "Zürich has a long lake. The lake has a slow white ferry. The ferry has a captain who sings.";

/// Blocks of all kinds.
fn blocks() -> Vec<Block> {
    let attribute = |block: Block| {
        let block = block.attribute("why", Value::Null { reason: "none".to_owned() }, None);
        block.attribute("of", Value::Text("words".to_owned()), Some("%")).attribute("n", Value::Number(2.5), None)
    };
    let kinds = BlockKind::ALL.into_iter();
    kinds.map(|kind| attribute(Block::new(kind).span(Span::new(0, 24)).span(Span::new(25, 57)).score(0.5))).collect()
}

/// What blocks come to.
fn judged(points: &Points) -> String {
    match points.blocks(&Document::parse(TEXT), 4000) {
        Ok(blocks) => {
            for span in blocks.iter().flat_map(|block| &block.spans) {
                assert!(TEXT.get(span.start as usize..span.end as usize).is_some_and(|text| !text.is_empty()));
            }
            let whole = blocks.iter().all(|block| block.text.is_some() && block.score.is_none_or(f64::is_finite));
            assert!(whole, "a block has no text, or a score that is no number");
            format!("kinds {:?}", blocks.iter().map(|block| block.kind).collect::<HashSet<_>>().len())
        }
        Err(failure) => failure.message,
    }
}

#[test]
fn frames() {
    let fault = || Fault::from(Failure::new(FailureKind::Panic, "it was told to"));
    let points = Points::new(&blocks()).unwrap();
    let answers = [
        Answer::Confined(Enforced::default()),
        Answer::Ready(vec![Ok(()), Err(fault())]),
        Answer::Made(Err(fault())),
        Answer::Note("a note".to_owned()),
        Answer::Said(7, vec![Ok(points), Err(fault()), Ok(Points::default())]),
    ];
    let frame = |answer: &Answer| {
        let mut bytes = Vec::new();
        write_frame(answer, &mut bytes).map(|()| bytes).unwrap()
    };
    fuzz("frames", answers.iter().map(frame).collect(), (1, 64), |bytes| {
        let (mut arrived, mut came) = (Arrived::from(bytes.to_vec()), String::new());
        loop {
            let before = arrived.bytes();
            came += &match arrived.take::<Answer>(1 << 16) {
                Ok(Some(Answer::Said(_, outcomes))) => {
                    let judge = |outcome: Result<Points, Fault>| match outcome {
                        Ok(points) => judged(&points),
                        Err(fault) => format!("{:?}", Failure::from(fault).kind),
                    };
                    outcomes.into_iter().map(judge).collect::<Vec<_>>().join("; ")
                }
                Ok(Some(answer)) => format!("{:?}", std::mem::discriminant(&answer)),
                Ok(None) => return came + "; and a piece",
                Err(why) => return came + &why,
            };
            assert!(arrived.bytes() < before, "a frame was taken and nothing of it");
        }
    });
}

#[test]
fn points() {
    // Behind the head of a frame, so that what is changed is what is said.
    let frame = |points: &Points| {
        let mut bytes = Vec::new();
        write_frame(points, &mut bytes).map(|()| bytes[4..].to_vec()).unwrap()
    };
    let each = blocks().into_iter().map(|block| frame(&Points::new(&[block]).unwrap()));
    let seeds = each.chain([frame(&Points::new(&blocks()).unwrap())]).map(|points| points[1..].to_vec()).collect();
    fuzz("points", seeds, (1, 256), |bytes| {
        // As long as it is, whatever it says.
        let mut framed = Vec::new();
        write_frame(&bytes, &mut framed).unwrap();
        Arrived::from(framed).take::<Points>(usize::MAX).unwrap().map_or_else(String::new, |points| judged(&points))
    });
}

#[test]
fn manifests() {
    let manifests =
        ["faulty", "raw", "summariser_bullets"].map(|plugin| inspect(&library(plugin)).unwrap().manifest_text);
    fuzz("manifests", manifests.map(String::into_bytes).to_vec(), (1, 256), |bytes| {
        let parsed = Manifest::parse(&String::from_utf8_lossy(bytes));
        parsed
            .map_or_else(|why| why.chars().take(60).collect(), |manifest| format!("{} options", manifest.options.len()))
    });
}

/// What is believed of a lock is what is written of it again.
#[test]
fn locks() {
    let entry = |id: &str| {
        format!(
            "[[plugin]]\nid = \"{id}\"\nversion = \"0.1.0\"\nsha256 = \"{}\"\nsize = 4711\nabi = \"1.0\"\n\
             installed_from = \"/home/ada/lib{id}.so\"\ndate = \"2026-03-01T09:30:00Z\"\n\n",
            "0a1b2c3d".repeat(8)
        )
    };
    let seeds = ["", "bullets", "bullets headline"]
        .map(|ids| format!("version = 1\n\n{}", ids.split_whitespace().map(entry).collect::<String>()).into_bytes());
    assert!(seeds.iter().all(|seed| Lock::parse(str::from_utf8(seed).unwrap()).is_ok()));
    fuzz("locks", seeds.to_vec(), (1, 256), |bytes| match Lock::parse(&String::from_utf8_lossy(bytes)) {
        Ok(lock) => {
            assert_eq!(Lock::parse(&lock.text()).as_ref(), Ok(&lock), "it is another one when it is read again");
            format!("entries {}", "i".repeat(lock.entries().len()))
        }
        Err(why) => why.chars().take(60).collect(),
    });
}

/// An input says what is written where into a good library: four bytes each, for the part of the file, the place there
/// and the byte. So nothing is spent on the machine code, at which nobody
/// looks. The longest manifest that is read has 64 kB, which may become some megabytes.
#[test]
fn libraries() {
    let whole = library("functionless");
    let at = |sought: &[u8]| memchr::memmem::find(&whole, sought).unwrap();
    let parts =
        [0, at(b"\x7fSMR-MANIFEST-1\n"), at(b"SMRPLUG\0\x01\0"), whole.len() - (1 << 12), at(b"SUMMARISER_PLUGIN\0")];
    let patched = RefCell::new(whole.clone());
    fuzz("libraries", vec![Vec::new(), vec![0; 4], vec![1, 20, 0, b'x', 4, 0, 0, b'x']], (4, 0), |bytes| {
        let mut patched = patched.borrow_mut();
        let patches = || {
            bytes.as_chunks::<4>().0.iter().map(|[part, low, high, byte]| {
                let place = usize::from(u16::from_le_bytes([*low, *high])) % (1 << 12);
                ((parts[usize::from(*part) % parts.len()] + place).min(whole.len() - 1), *byte)
            })
        };
        patches().for_each(|(place, byte)| patched[place] = byte);
        let judged = inspect(&patched);
        patches().for_each(|(place, _)| patched[place] = whole[place]);
        judged.map_or_else(|why| why.chars().take(60).collect(), |inspected| inspected.manifest.id)
    });
}

/// Whatever is on a page, what is said of it leads back to it.
#[test]
fn pages() {
    let article = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/fixtures/page-en.html")).unwrap();
    let parts = ["<p>A ferry &amp; its <b>captain</b>.<br><br>Late.", "<title>x</title><table><tr><td>1<td>2</table>"];
    let seeds = parts.iter().map(|part| part.as_bytes().to_vec()).chain([article]);
    fuzz("pages", seeds.collect(), (16, 64), |bytes| {
        let source = String::from_utf8_lossy(bytes);
        let Page { text, map } = page(&source);
        let lines = text.lines().scan(0, |start, line| {
            let at = Span::of_range(*start..*start + line.len());
            *start = at.end as usize + 1;
            Some((at, line))
        });
        let mut came = String::new();
        for (at, line) in lines {
            let origin = map.origin(at, &source);
            assert!(origin.iter().all(|span| span.of(&source).is_some()), "{line}: {origin:?} is not on the page");
            came.push(line.chars().next().filter(|c| !c.is_alphanumeric()).unwrap_or('x'));
        }
        came
    });
}

/// The library of a plugin, as cargo built it for this test.
fn library(plugin: &str) -> Vec<u8> {
    let beside = std::env::current_exe().unwrap();
    let name = format!("{}{plugin}{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let folders: [PathBuf; 2] = [beside.parent().unwrap().to_owned(), beside.ancestors().nth(2).unwrap().to_owned()];
    let found = folders.iter().find_map(|folder| fs::read(folder.join(&name)).ok());
    found.unwrap_or_else(|| panic!("cargo built no {name}"))
}
