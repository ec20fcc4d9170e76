//! A table written by hand, as one in C would be, of a later minor version than there is: bigger than this host knows, so
//! that it shows that such a plugin works, too. On request it breaks the rules of the boundary in ways that safe Rust
//! cannot.

#![expect(unsafe_code, reason = "breaking the boundary's rules is the point of it")]

use std::ffi::c_void;
use std::ptr::{dangling_mut, null};

use summariser_core::Span;
use summariser_core::abi::{BlockTable, CallTable, DocumentTable, MAGIC, MAJOR, OptionTable, Plugin, Str, status};

const MARKER: usize = 16;
static MANIFEST: &str = concat!(
    "\x7fSMR-MANIFEST-1\n",
    r#"
id = "raw"
version = "0.1.0"
about = "Breaks the boundary's rules as it is told to."
later = "a key that no host of today knows"
[[options]]
key = "how"
type = "string"
default = "fine"
choices = ["fine", "larger-block", "status", "create-status", "stopped", "no-utf-8", "no-utf-8-message", "kind",
    "small-block", "null-block", "null-attributes", "null-text", "unnamed-attribute", "too-many-spans"]
"#,
    "\0"
);

/// What the table may look like one day.
#[repr(C)]
struct Later {
    today: Plugin,
    tomorrow: [usize; 4],
}

// SAFETY: it is read-only data; nothing writes through it.
unsafe impl Sync for Later {}

#[unsafe(no_mangle)]
static SUMMARISER_PLUGIN: Later = Later {
    today: Plugin {
        magic: MAGIC,
        major: MAJOR,
        minor: 7,
        struct_size: size_of::<Later>() as u32,
        needs_minor: 0,
        reserved: [0; 3],
        manifest: Str::lend(MANIFEST.split_at(MARKER).1.split_at(MANIFEST.len() - MARKER - 1).0),
        create: Some(create),
        run: Some(run),
        destroy: Some(destroy),
    },
    tomorrow: [usize::MAX; 4],
};

/// What a block may look like one day.
#[repr(C)]
struct LaterBlock {
    today: BlockTable,
    tomorrow: [usize; 2],
}

/// The ways to go wrong, in the manifest's order; an instance is its number, plus one, as an address.
const WAYS: [&str; 14] = [
    "fine",
    "larger-block",
    "status",
    "create-status",
    "stopped",
    "no-utf-8",
    "no-utf-8-message",
    "kind",
    "small-block",
    "null-block",
    "null-attributes",
    "null-text",
    "unnamed-attribute",
    "too-many-spans",
];

unsafe extern "C" fn create(_: *const CallTable, options: *const OptionTable, _: usize, to: *mut *mut c_void) -> i32 {
    // SAFETY: the host gives every option of the manifest, and that is one.
    let how = unsafe { (*options).text };
    // SAFETY: a text option points at its bytes for the length of this call.
    let how = unsafe { std::slice::from_raw_parts(how.ptr, how.len) };
    let way = WAYS.iter().position(|way| way.as_bytes() == how).unwrap_or_default();
    if WAYS[way] == "create-status" {
        return 99;
    }
    // SAFETY: the host gives a place for the instance; this one is never looked behind.
    unsafe { *to = dangling_mut::<u8>().wrapping_add(way).cast() };
    status::OK
}

unsafe extern "C" fn destroy(_: *mut c_void) {}

unsafe extern "C" fn run(instance: *mut c_void, _: *const DocumentTable, call: *const CallTable) -> i32 {
    let way = instance.addr() - dangling_mut::<u8>().addr();
    // SAFETY: the host lends its table for the length of this call.
    let host = unsafe { &*call };
    let mut later = LaterBlock {
        today: BlockTable {
            struct_size: size_of::<BlockTable>() as u32,
            kind: 6,
            flags: 0,
            reserved: 0,
            text: Str::lend("all is well"),
            spans: null(),
            span_count: 0,
            score: 0.0,
            attributes: null(),
            attribute_count: 0,
        },
        tomorrow: [usize::MAX; 2],
    };
    let block = &mut later.today;
    let attribute = summariser_core::abi::AttributeTable {
        key: Str::NONE,
        kind: 1,
        reserved: 0,
        number: 0.0,
        text: Str::lend("a text"),
        unit: Str::NONE,
    };
    let span = Span::new(0, 1);
    match WAYS[way] {
        "larger-block" => block.struct_size = size_of::<LaterBlock>() as u32,
        "status" => return 99,
        "stopped" => return status::STOPPED,
        "no-utf-8" => block.text = Str { ptr: b"caf\xE9 noir".as_ptr(), len: 9 },
        "no-utf-8-message" => {
            let message = Str { ptr: b"caf\xE9\nnoir".as_ptr(), len: 9 };
            // SAFETY: the host's functions may be called until this call returns.
            let _ = host.fail.map(|fail| unsafe { fail(call, message) });
            return status::ERROR;
        }
        "kind" => block.kind = 77,
        "small-block" => block.struct_size = 16,
        "null-attributes" => block.attribute_count = 3,
        "null-text" => block.text = Str { ptr: null(), len: 5 },
        "unnamed-attribute" => (block.attributes, block.attribute_count) = (&raw const attribute, 1),
        "too-many-spans" => (block.spans, block.span_count) = (&raw const span, usize::MAX),
        _ => {}
    }
    let block = if WAYS[way] == "null-block" { null() } else { (&raw const later).cast() };
    // SAFETY: the host's functions may be called until this call returns, and the block lives as long. What the host
    // answers is passed over, as a careless author would.
    let _ = host.emit.map(|emit| unsafe { emit(call, block) });
    status::OK
}
