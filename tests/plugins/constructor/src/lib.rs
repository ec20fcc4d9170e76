//! Does harm while it is loaded, before anybody has called it: in a constructor of the library. No option is known then,
//! so that what it does is written into its file, by whoever tests with it. What became of it, it says when it is run.

#![cfg(target_os = "linux")]
#![expect(unsafe_code, reason = "breaking out is the point of it")]
#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::multiple_unsafe_ops_per_block,
    reason = "nothing here is safe, and a process of its own is what it is run in"
)]

use std::sync::Mutex;

use summariser_core::prelude::*;

export! {
    /// Does harm while it is loaded.
    pub struct Constructor("constructor") {}
}

/// What to do; a test writes its own word over the last one.
#[unsafe(no_mangle)]
static WAY: [u8; 24] = *b"what to do: fine        ";

/// What was opened then, to be written to later.
static OPENED: Mutex<Vec<i32>> = Mutex::new(Vec::new());
static SAID: Mutex<String> = Mutex::new(String::new());

#[used]
#[unsafe(link_section = ".init_array")]
static AT_LOADING: extern "C" fn() = at_loading;

extern "C" fn at_loading() {
    let way = unsafe { (&raw const WAY).read_volatile() };
    let way = String::from_utf8_lossy(&way[12..]);
    let said = match way.trim_end() {
        "hang" => loop {
            std::thread::sleep(std::time::Duration::from_secs(1));
        },
        "crash" => std::process::abort(),
        "exit" => std::process::exit(0),
        "passwd" => told(unsafe { libc::open(c"/etc/passwd".as_ptr(), libc::O_RDONLY) }),
        "create" => told(unsafe {
            libc::open(c"/tmp/made-by-a-plugin-of-the-suite".as_ptr(), libc::O_CREAT | libc::O_WRONLY, 0o600)
        }),
        "socket" => told(unsafe { libc::socket(libc::AF_UNIX, libc::SOCK_STREAM, 0) }),
        "parent" => {
            let path = format!("/proc/{}/fd/0\0", unsafe { libc::getppid() });
            told(unsafe { libc::open(path.as_ptr().cast(), libc::O_RDWR) })
        }
        // The text of all plugins, by the names that this process has for its descriptors.
        "text" => {
            let open = |descriptor| unsafe {
                libc::open(format!("/proc/self/fd/{descriptor}\0").as_ptr().cast(), libc::O_RDWR)
            };
            OPENED
                .lock()
                .map(|mut opened| opened.extend((3..10).map(open)))
                .map_or_else(|_| String::new(), |()| "opened".to_owned())
        }
        // Says that it is at nothing, and goes.
        "idle" => {
            (3..64).for_each(|it| _ = unsafe { libc::pwrite(it, [0_u8; 8].as_ptr().cast(), 8, 0) });
            std::process::abort()
        }
        // Answers in the worker's place: that its library is fine, and its summariser made.
        "forge" => {
            for descriptor in 3..64 {
                let frames = [3_u8, 0, 0, 0, 1, 1, 0, 2, 0, 0, 0, 2, 0];
                unsafe { libc::send(descriptor, frames.as_ptr().cast(), frames.len(), 0) };
            }
            "forged".to_owned()
        }
        _ => "nothing was done".to_owned(),
    };
    if let Ok(mut place) = SAID.lock() {
        *place = said;
    }
}

fn told(answer: i32) -> String {
    let error = std::io::Error::last_os_error();
    if answer == -1 { format!("error {}", error.raw_os_error().unwrap_or_default()) } else { "it is done".to_owned() }
}

impl Summariser for Constructor {
    fn summarise(&self, _document: &Document, out: &mut Output) -> Result {
        for descriptor in OPENED.lock().map(|opened| opened.clone()).unwrap_or_default() {
            unsafe { libc::pwrite(descriptor, [b'x'; 64].as_ptr().cast(), 64, 0) };
        }
        let said = SAID.lock().map(|said| said.clone()).unwrap_or_default();
        out.push(Block::new(BlockKind::Sentence).text(said))
    }
}
