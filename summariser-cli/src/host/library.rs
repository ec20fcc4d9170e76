//! Loading a library: the one place that does. By absolute path, all symbols resolved at once, none lent to others,
//! and never unloaded, since threads and destructors of the library may outlive any call into it.

#![expect(unsafe_code, reason = "loading foreign code is what this file is for")]

use std::fs::File;
use std::path::Path;

use summariser_core::abi::host::Library;
use summariser_core::abi::{self, SYMBOL};

/// Loads a library whose file has been [inspected](super::inspect).
///
/// # Errors
/// What the system's loader, or a look at the table, has against it.
pub fn load(path: &Path) -> Result<Library, String> {
    let library = open(path).map_err(|error| format!("the system cannot load it: {}", cause(&error)))?;
    // SAFETY: the symbol is only taken as an address here; what is behind it is judged below.
    let symbol = unsafe { library.get::<*const abi::Plugin>(SYMBOL.as_bytes()) };
    let table = *symbol.map_err(|_| format!("it is a library, but no plugin: it does not export {SYMBOL}"))?;
    // The library stays for as long as the process.
    std::mem::forget(library);
    // SAFETY: the address is that of a symbol of a library that is never unloaded; that its functions do what the
    // boundary asks is the promise of whoever made the plugin.
    unsafe { Library::judge(table) }.map_err(|judgement| judgement.to_string())
}

/// Loads a library from memory, which only Linux can.
///
/// # Errors
/// As [`load`].
pub fn load_sealed(bytes: File) -> Result<Library, String> {
    #[cfg(unix)]
    {
        // It stays open: the system's loader knows a library by its name, and that of a descriptor would be given
        // again.
        let descriptor = std::os::fd::IntoRawFd::into_raw_fd(bytes);
        load(Path::new(&format!("/proc/self/fd/{descriptor}")))
    }
    #[cfg(not(unix))]
    Err(format!("{bytes:?} cannot be loaded here"))
}

/// A library, if the manifest that it exports is the one that was found in its file: what was listed is what is run.
///
/// # Errors
/// It is another one.
pub fn with_manifest(library: Library, manifest: &str) -> Result<Library, String> {
    if library.manifest() == Some(manifest) {
        return Ok(library);
    }
    Err("the manifest in its file is not the one that it exports; rebuild it".to_owned())
}

#[cfg(unix)]
fn open(path: &Path) -> Result<libloading::os::unix::Library, libloading::Error> {
    use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW};
    // SAFETY: loading runs the library's constructors, which is why its file was inspected first; the user chose where
    // plugins are looked for.
    unsafe { Library::open(Some(path), RTLD_NOW | RTLD_LOCAL | libc::RTLD_NODELETE) }
}

#[cfg(windows)]
fn open(path: &Path) -> Result<libloading::os::windows::Library, libloading::Error> {
    use libloading::os::windows::{LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR, LOAD_LIBRARY_SEARCH_SYSTEM32, Library};
    // SAFETY: as above.
    unsafe { Library::load_with_flags(path, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32) }
}

fn cause(error: &libloading::Error) -> String {
    std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string)
}
