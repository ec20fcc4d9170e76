//! A table that passes every look at its bytes and lacks the function that summarises: only loading it shows.

#![expect(unsafe_code, reason = "exporting a table by hand is the point of it")]

use std::ffi::c_void;

use summariser_core::abi::{CallTable, MAGIC, MAJOR, MINOR, OptionTable, Plugin, Str, status};

static MANIFEST: &str = concat!(
    "\x7fSMR-MANIFEST-1\n",
    "id = \"functionless\"\nversion = \"0.1.0\"\nabout = \"Lacks a function.\"\n",
    "\0"
);

unsafe extern "C" fn create(_: *const CallTable, _: *const OptionTable, _: usize, _: *mut *mut c_void) -> i32 {
    status::OK
}

unsafe extern "C" fn destroy(_: *mut c_void) {}

#[unsafe(no_mangle)]
static SUMMARISER_PLUGIN: Plugin = Plugin {
    magic: MAGIC,
    major: MAJOR,
    minor: MINOR,
    struct_size: size_of::<Plugin>() as u32,
    needs_minor: 0,
    reserved: [0; 3],
    manifest: Str::lend(MANIFEST.split_at(16).1.split_at(MANIFEST.len() - 17).0),
    create: Some(create),
    run: None,
    destroy: Some(destroy),
};
