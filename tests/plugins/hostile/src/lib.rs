//! Does to its process and its surroundings whatever its option says, by unsafe code and the system's own calls: what no
//! process should have to suffer. What a sandbox refuses it says, with the system's reason, instead of failing.

#![cfg(target_os = "linux")]
#![expect(unsafe_code, reason = "breaking out is the point of it")]
#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::multiple_unsafe_ops_per_block,
    reason = "nothing here is safe, and a process of its own is what it is run in"
)]

use std::ffi::{CStr, c_void};
use std::hint::black_box;
use std::io::{self, Write};
use std::ptr::{null, null_mut, without_provenance_mut};
use std::thread;
use std::time::Duration;

use summariser_core::prelude::*;

export! {
    /// Does harm as it is told to.
    pub struct Hostile("hostile") {
        /// What to do.
        how: String = "fine" in [
            "fine", "segv", "abort", "stack", "_exit", "kill-itself", "loop", "sleep", "drip", "hog", "hog-c",
            "hog-shared", "hog-stack", "shout", "shout-on", "mutter", "close", "close-and-answer", "close-prints", "surroundings",
            "ignore-signals", "handle-faults", "threads", "leave-a-thread", "late-thread", "open", "create", "passwd", "parent-memory", "socket",
            "exec", "fork", "kill-parent", "kill-all", "trace", "limits", "forge", "forge-span", "forge-wide", "forge-number",
            "forge-length", "forge-nonsense", "forge-notes", "forge-slowly", "steal", "places", "write-text", "look"
        ],
        /// The word that a text must have for that.
        on: String = "",
    }
}

impl Summariser for Hostile {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let is_asked = document.text().contains(&self.on);
        let said = match if is_asked { self.how.as_str() } else { "fine" } {
            "segv" => touch_nothing(),
            "abort" => std::process::abort(),
            "stack" => format!("{} calls", deeper(0)),
            "_exit" => unsafe { libc::_exit(0) },
            "kill-itself" => told("raise", unsafe { libc::raise(libc::SIGKILL) }),
            "loop" => loop {
                black_box(0);
            },
            "sleep" => sleep(),
            // Says a little now and then, whatever it is answered.
            "drip" => loop {
                _ = out.push(Block::new(BlockKind::Sentence).text("x"));
                thread::sleep(Duration::from_millis(5));
            },
            "hog" => hog(),
            "hog-c" => loop {
                let pages = map(libc::MAP_PRIVATE);
                // What could not be had is touched all the same.
                unsafe { pages.cast::<u8>().write_bytes(1, HOGGED) };
            },
            "hog-shared" => told_address("mmap", map(libc::MAP_SHARED)),
            "hog-stack" => told_address("mmap", map(libc::MAP_PRIVATE | libc::MAP_GROWSDOWN)),
            "shout" | "shout-on" => {
                let line = [b'y'; 1000];
                let lines = if self.how == "shout" { 1000 } else { usize::MAX };
                (0..lines)
                    .for_each(|_| drop(io::stderr().write_all(&line).and_then(|()| io::stderr().write_all(b"\n"))));
                "shouted".to_owned()
            }
            "mutter" => {
                unsafe { libc::write(1, c"muttered\n".as_ptr().cast(), 9) };
                // The last line does not end.
                unsafe { libc::write(2, c"muttered".as_ptr().cast(), 8) };
                "muttered".to_owned()
            }
            "close" => {
                close(0);
                sleep()
            }
            "close-and-answer" => close(0),
            "close-prints" => [0, 1, 2].map(|descriptor| unsafe { libc::close(descriptor) }).len().to_string(),
            "surroundings" => {
                unsafe { libc::setlocale(libc::LC_ALL, c"tr_TR.UTF-8".as_ptr()) };
                unsafe { libc::setenv(c"LC_ALL".as_ptr(), c"tr_TR.UTF-8".as_ptr(), 1) };
                unsafe { libc::setenv(c"SUMMARISER_LENGTH".as_ptr(), c"1 word".as_ptr(), 1) };
                told("chdir", unsafe { libc::chdir(c"/usr".as_ptr()) })
            }
            "ignore-signals" => {
                (1..65).for_each(|signal| _ = unsafe { libc::signal(signal, libc::SIG_IGN) });
                loop {
                    black_box(0);
                }
            }
            // A handler that returns to what went wrong.
            "handle-faults" => {
                extern "C" fn nothing(_: i32) {}
                unsafe { libc::signal(libc::SIGSEGV, nothing as *const () as libc::sighandler_t) };
                touch_nothing()
            }
            "threads" => {
                (0..4).for_each(|_| {
                    thread::spawn(|| {
                        loop {
                            black_box(0);
                        }
                    });
                });
                "four threads are left".to_owned()
            }
            // Its first thread, which is what the system watches, is gone.
            "leave-a-thread" => {
                thread::spawn(|| {
                    loop {
                        black_box(0);
                    }
                });
                told("exit", unsafe { libc::syscall(libc::SYS_exit, 0) } as i32)
            }
            "late-thread" => {
                thread::spawn(|| {
                    thread::sleep(Duration::from_millis(20));
                    touch_nothing()
                });
                "a thread is left".to_owned()
            }
            "open" => told("open", unsafe { libc::open(c"/".as_ptr(), libc::O_RDONLY) }),
            "create" => told("open", unsafe {
                libc::open(c"/tmp/made-by-a-plugin-of-the-suite".as_ptr(), libc::O_CREAT | libc::O_WRONLY, 0o600)
            }),
            "passwd" => told("open", unsafe { libc::open(c"/etc/passwd".as_ptr(), libc::O_RDONLY) }),
            "parent-memory" => {
                let path = format!("/proc/{}/mem\0", unsafe { libc::getppid() });
                told("open", unsafe { libc::open(path.as_ptr().cast(), libc::O_RDWR) })
            }
            "socket" => told("socket", unsafe { libc::socket(libc::AF_INET, libc::SOCK_STREAM, 0) }),
            "exec" => told("execve", unsafe { libc::execve(c"/bin/true".as_ptr(), null(), null()) }),
            "fork" => told("fork", unsafe { libc::fork() }),
            "kill-parent" => told("kill", unsafe { libc::kill(libc::getppid(), libc::SIGKILL) }),
            "kill-all" => told("kill", unsafe { libc::kill(-1, libc::SIGKILL) }),
            "trace" => told("ptrace", unsafe { libc::ptrace(libc::PTRACE_ATTACH, libc::getppid(), 0, 0) } as i32),
            "limits" => {
                let most = libc::rlimit { rlim_cur: libc::RLIM_INFINITY, rlim_max: libc::RLIM_INFINITY };
                told("setrlimit", unsafe { libc::setrlimit(libc::RLIMIT_DATA, &raw const most) })
            }
            "forge" => forge(&said(2, &[6, 1, 6, b'f', b'o', b'r', b'g', b'e', b'd', 0, 0, 0, 0, 0])),
            "forge-span" => forge(&said(2, &[6, 0, 1, 0, 0xFF, 0x7F, 0, 0, 0, 0])),
            "forge-wide" => {
                let end = document.text().len() as u8;
                forge(&said(2, &[6, 0, 1, 0, end, 0, 0, 0, 0].repeat(900_000)))
            }
            "forge-number" => forge(&said(9, &[])),
            "forge-length" => forge(&[0xFF; 64]),
            "forge-nonsense" => forge(&[3, 0, 0, 0, 77, 77, 77]),
            "forge-notes" => loop {
                forge(&[3, 0, 0, 0, 3, 1, b'x'].repeat(10_000));
            },
            "forge-slowly" => {
                forge(&[0, 0, 1, 0]);
                loop {
                    forge(&[0]);
                    thread::sleep(Duration::from_millis(5));
                }
            }
            "steal" => loop {
                let mut bytes = [0; 64];
                channel().for_each(|it| _ = unsafe { libc::read(it, bytes.as_mut_ptr().cast(), bytes.len()) });
            },
            // Says by turns that it is at one thing and another.
            "places" => loop {
                for place in [[3_u32, 0], [3, 1]] {
                    (3..64).for_each(|it| _ = unsafe { libc::pwrite(it, place.as_ptr().cast(), 8, 0) });
                    thread::sleep(Duration::from_millis(1));
                }
            },
            "write-text" => {
                let text = document.text().as_ptr().map_addr(|address| address & !4095).cast_mut();
                told("mprotect", unsafe { libc::mprotect(text.cast(), 4096, libc::PROT_READ | libc::PROT_WRITE) })
            }
            "look" => {
                let open = (3..1024).filter(|it| unsafe { libc::fcntl(*it, libc::F_GETFD) } != -1);
                format!("{} variables, {} descriptors", std::env::vars_os().count(), open.count())
            }
            _ => "all is well".to_owned(),
        };
        out.push(Block::new(BlockKind::Sentence).text(said))
    }
}

fn sleep() -> String {
    thread::sleep(Duration::MAX);
    "woken".to_owned()
}

fn touch_nothing() -> String {
    unsafe { without_provenance_mut::<u8>(8).write_volatile(1) };
    "nothing was touched".to_owned()
}

#[expect(unconditional_recursion, reason = "it ends with the stack")]
fn deeper(depth: usize) -> usize {
    let much = black_box([depth; 1000]);
    deeper(depth + 1) + much[0]
}

const HOGGED: usize = 8 << 20;

fn hog() -> String {
    let mut hoard = Vec::new();
    loop {
        hoard.push(black_box(vec![1_u8; HOGGED]));
    }
}

fn map(flags: i32) -> *mut c_void {
    let access = libc::PROT_READ | libc::PROT_WRITE;
    unsafe { libc::mmap(null_mut(), HOGGED, access, flags | libc::MAP_ANONYMOUS, -1, 0) }
}

/// What the system answered to a call.
fn told(call: &str, answer: i32) -> String {
    let error = io::Error::last_os_error();
    let why = unsafe { CStr::from_ptr(libc::strerror(error.raw_os_error().unwrap_or_default())) };
    if answer == -1 { format!("{call}: {}", why.to_string_lossy()) } else { format!("{call}: {answer}") }
}

fn told_address(call: &str, answer: *mut c_void) -> String {
    told(call, if answer == libc::MAP_FAILED { -1 } else { 0 })
}

fn close(first: i32) -> String {
    (first..1024).for_each(|descriptor| _ = unsafe { libc::close(descriptor) });
    "closed".to_owned()
}

/// The sockets of this process, which is the channel alone.
fn channel() -> impl Iterator<Item = i32> {
    (3..1024).filter(|descriptor| unsafe { libc::send(*descriptor, null(), 0, 0) } == 0)
}

/// Writes to the channel what only the worker should.
fn forge(bytes: &[u8]) -> String {
    for descriptor in channel() {
        let mut rest = bytes;
        while let Ok(written @ 1..) =
            usize::try_from(unsafe { libc::write(descriptor, rest.as_ptr().cast(), rest.len()) })
        {
            rest = &rest[written..];
        }
    }
    "it was forged".to_owned()
}

/// A frame that says what one summariser said in a run.
fn said(run: u8, points: &[u8]) -> Vec<u8> {
    let mut body = vec![4, run, 1, 0];
    let mut length = points.len();
    while length >= 0x80 {
        body.push(length as u8 | 0x80);
        length >>= 7;
    }
    body.push(length as u8);
    body.extend(points);
    [(body.len() as u32).to_ne_bytes().as_slice(), &body].concat()
}
