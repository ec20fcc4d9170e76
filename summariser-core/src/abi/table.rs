//! The tables that cross, as C sees them. Laid out by hand without hidden padding, so that a field appended later can
//! never lie where an older reader already looked.

use std::ffi::c_void;
use std::mem::{MaybeUninit, offset_of, size_of};

use crate::Span;

/// A text in UTF-8, not ended by NUL. A null pointer is no text.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Str {
    /// Its first byte.
    pub ptr: *const u8,
    /// How many bytes.
    pub len: usize,
}

impl Str {
    /// No text.
    pub const NONE: Str = Str { ptr: std::ptr::null(), len: 0 };

    /// Lends a text; valid as long as the text is.
    #[must_use]
    pub const fn lend(text: &str) -> Str {
        Str { ptr: text.as_ptr(), len: text.len() }
    }

    /// Lends a text, if there is one.
    #[must_use]
    pub fn lend_option(text: Option<&str>) -> Str {
        text.map_or(Str::NONE, Str::lend)
    }
}

/// What a library exports under the name [`SYMBOL`](super::SYMBOL).
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Plugin {
    /// [`MAGIC`](super::MAGIC).
    pub magic: [u8; 8],
    /// The major version that it was compiled for.
    pub major: u16,
    /// The minor version that it was compiled for.
    pub minor: u16,
    /// The size of this table.
    pub struct_size: u32,
    /// The oldest minor version of a host that it can live with.
    pub needs_minor: u16,
    /// Zero.
    pub reserved: [u16; 3],
    /// The manifest, as TOML; the same text stands in the file after [`MANIFEST_MARKER`](super::MANIFEST_MARKER).
    pub manifest: Str,
    /// Makes an instance: the host's side, the options in the manifest's order, how many, where to put the instance.
    pub create: Option<unsafe extern "C" fn(*const CallTable, *const OptionTable, usize, *mut *mut c_void) -> i32>,
    /// Makes a summary of a document.
    pub run: Option<unsafe extern "C" fn(*mut c_void, *const DocumentTable, *const CallTable) -> i32>,
    /// Unmakes an instance.
    pub destroy: Option<unsafe extern "C" fn(*mut c_void)>,
}

// SAFETY: the table is read-only data and addresses of functions and of read-only data; nothing writes through it.
unsafe impl Sync for Plugin {}
// SAFETY: as above; no part of it belongs to a thread.
unsafe impl Send for Plugin {}

/// The host's side of one call of `create` or `run`.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct CallTable {
    /// The size of this table.
    pub struct_size: u32,
    /// The minor version that the host speaks.
    pub abi_minor: u32,
    /// The host's own; only handed back.
    pub context: *mut c_void,
    /// Takes a block; anything but 0 means: return now.
    pub emit: Option<unsafe extern "C" fn(*const CallTable, *const BlockTable) -> i32>,
    /// Takes the reason why `create` or `run` is about to return something else than 0.
    pub fail: Option<unsafe extern "C" fn(*const CallTable, Str)>,
    /// Takes a note for whoever watches.
    pub log: Option<unsafe extern "C" fn(*const CallTable, Str)>,
    /// Says whether to go on (0) or to return (anything else).
    pub poll: Option<unsafe extern "C" fn(*const CallTable) -> i32>,
    /// Finds what not every host has, by name; null where this one does not.
    pub extension: Option<unsafe extern "C" fn(*const CallTable, Str) -> *const c_void>,
}

/// A document, lent for the length of one `run`.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct DocumentTable {
    /// The size of this table.
    pub struct_size: u32,
    /// Zero.
    pub flags: u32,
    /// The text that all spans index.
    pub text: Str,
    /// Its language, a BCP-47 code.
    pub language: Str,
    /// Where it is from.
    pub source: Str,
    /// The terms' texts.
    pub term_pool: Str,
    /// Where the text's title stands; empty is none.
    pub title: Span,
    /// How many words the text at the beginning of the pipe has.
    pub origin_words: u32,
    /// How many words the sections before this one have said.
    pub summary_words: u32,
    /// How many paragraphs.
    pub paragraphs: u32,
    /// How many sentences.
    pub sentences: u32,
    /// How many words.
    pub words: u32,
    /// How many terms.
    pub terms: u32,
    /// One for each paragraph.
    pub paragraph_spans: *const Span,
    /// One for each paragraph.
    pub paragraph_kinds: *const u8,
    /// One for each paragraph.
    pub paragraph_levels: *const u8,
    /// One for each sentence.
    pub sentence_spans: *const Span,
    /// One for each sentence: the index of its paragraph.
    pub sentence_paragraphs: *const u32,
    /// One for each sentence: a range of indices of words. Null where words were not asked for.
    pub sentence_words: *const Span,
    /// One for each word.
    pub word_spans: *const Span,
    /// One for each word: the index of its term. Null where terms were not asked for.
    pub word_terms: *const u32,
    /// One for each word: stop word 1, number 2, capitalised 4.
    pub word_flags: *const u8,
    /// Where each term begins in the pool, and where the last one ends: one more than there are terms, or null.
    pub term_offsets: *const u32,
    /// One for each term: how often it occurs.
    pub term_counts: *const u32,
    /// One for each sentence, 0..=1. Null where salience was not asked for.
    pub salience: *const f32,
}

/// A block, lent for the length of one `emit`.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct BlockTable {
    /// The size of this table.
    pub struct_size: u32,
    /// A [`BlockKind`](crate::BlockKind), by number.
    pub kind: u32,
    /// [`BlockTable::OVER_LENGTH`], [`BlockTable::CLIPPED`], [`BlockTable::HAS_SCORE`].
    pub flags: u32,
    /// Zero.
    pub reserved: u32,
    /// Its own text; none is the text at the spans.
    pub text: Str,
    /// Where it comes from, in the order of the source.
    pub spans: *const Span,
    /// How many spans.
    pub span_count: usize,
    /// How much it matters, if the flag says that there is a score.
    pub score: f64,
    /// What else is to be known.
    pub attributes: *const AttributeTable,
    /// How many attributes.
    pub attribute_count: usize,
}

impl BlockTable {
    /// Flag: longer than asked for.
    pub const OVER_LENGTH: u32 = 1;
    /// Flag: words were cut off.
    pub const CLIPPED: u32 = 2;
    /// Flag: `score` is to be read.
    pub const HAS_SCORE: u32 = 4;
}

/// An attribute of a block. Frozen: its size is the stride of an array.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct AttributeTable {
    /// Its name.
    pub key: Str,
    /// [`AttributeTable::TEXT`], [`AttributeTable::NUMBER`] or [`AttributeTable::NULL`].
    pub kind: u32,
    /// Zero.
    pub reserved: u32,
    /// The number.
    pub number: f64,
    /// The text, or the reason why there is none.
    pub text: Str,
    /// What the number counts.
    pub unit: Str,
}

impl AttributeTable {
    /// It is a text.
    pub const TEXT: u32 = 1;
    /// It is a number.
    pub const NUMBER: u32 = 2;
    /// There is none, and `text` says why.
    pub const NULL: u32 = 3;
}

/// The value of an option: typed, in range, in the manifest's order. Frozen: its size is the stride of an array.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct OptionTable {
    /// Its name.
    pub key: Str,
    /// [`OptionTable::ABSENT`] and so on.
    pub kind: u32,
    /// Zero.
    pub reserved: u32,
    /// The integer, or the boolean as 0 or 1.
    pub integer: i64,
    /// The float.
    pub float: f64,
    /// The string, or the length as people write it.
    pub text: Str,
    /// The strings of a list.
    pub list: *const Str,
    /// How many strings.
    pub list_count: usize,
}

impl OptionTable {
    /// Not given, and without a default.
    pub const ABSENT: u32 = 0;
    /// A whole number.
    pub const INTEGER: u32 = 1;
    /// A number.
    pub const FLOAT: u32 = 2;
    /// True or false.
    pub const BOOLEAN: u32 = 3;
    /// A text.
    pub const STRING: u32 = 4;
    /// A list of texts.
    pub const LIST: u32 = 5;
    /// A length, as a text such as `80 words`.
    pub const LENGTH: u32 = 6;
}

/// The sizes that the tables had in 1.0: up to the end of what was their last field. A smaller one is none.
pub(crate) const PLUGIN_1_0: usize = offset_of!(Plugin, destroy) + size_of::<usize>();
const CALL_1_0: usize = offset_of!(CallTable, extension) + size_of::<usize>();
const DOCUMENT_1_0: usize = offset_of!(DocumentTable, salience) + size_of::<usize>();
const BLOCK_1_0: usize = offset_of!(BlockTable, attribute_count) + size_of::<usize>();
// No padding behind the last field, in which a later one could hide from a reader that believes the size.
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<Plugin>() == PLUGIN_1_0 && PLUGIN_1_0 == 64);
    assert!(size_of::<CallTable>() == CALL_1_0 && CALL_1_0 == 56);
    assert!(size_of::<DocumentTable>() == DOCUMENT_1_0 && DOCUMENT_1_0 == 200);
    assert!(size_of::<BlockTable>() == BLOCK_1_0 && BLOCK_1_0 == 72);
    assert!(size_of::<AttributeTable>() == 64);
    assert!(size_of::<OptionTable>() == 72);
};

/// A table that begins, or nearly begins, with its own size and that may be all zeroes.
///
/// # Safety
/// Every bit pattern of zeroes must be a value of the type, `SIZE_AT` must be the offset of its `struct_size: u32`, and
/// the type must be `repr(C)` without padding.
pub unsafe trait Table: Copy {
    /// Where `struct_size` stands.
    const SIZE_AT: usize;
    /// The size that the table had in 1.0.
    const SINCE: usize;
}

// SAFETY: integers, addresses and optional functions only; the size is the fourth field, after 8 + 2 + 2 bytes.
unsafe impl Table for Plugin {
    const SIZE_AT: usize = 12;
    const SINCE: usize = PLUGIN_1_0;
}
// SAFETY: integers, addresses and optional functions only; the size comes first.
unsafe impl Table for CallTable {
    const SIZE_AT: usize = 0;
    const SINCE: usize = CALL_1_0;
}
// SAFETY: integers and addresses only; the size comes first.
unsafe impl Table for DocumentTable {
    const SIZE_AT: usize = 0;
    const SINCE: usize = DOCUMENT_1_0;
}
// SAFETY: integers, addresses and a float only; the size comes first.
unsafe impl Table for BlockTable {
    const SIZE_AT: usize = 0;
    const SINCE: usize = BLOCK_1_0;
}

/// Copies a foreign table, of an older or newer version, into one of ours: what it lacks is zero, what we do not know is
/// left out. `None` if the pointer is null or the table is smaller than it was in 1.0.
///
/// # Safety
/// `foreign` is null, or points at as many readable bytes as the table's own `struct_size` says, and at least at that.
pub unsafe fn take<T: Table>(foreign: *const T) -> Option<T> {
    if foreign.is_null() {
        return None;
    }
    let bytes = foreign.cast::<u8>();
    // SAFETY: the caller promises that the table reaches at least to the end of its `struct_size`.
    let size_at = unsafe { bytes.add(T::SIZE_AT) };
    // SAFETY: as above; the field may lie unaligned in a table that somebody else laid out.
    let size = unsafe { size_at.cast::<u32>().read_unaligned() } as usize;
    if size < T::SINCE {
        return None;
    }
    let mut ours = MaybeUninit::<T>::zeroed();
    // SAFETY: the caller promises `size` readable bytes; ours has `size_of::<T>()` of its own; they cannot overlap.
    unsafe { std::ptr::copy_nonoverlapping(bytes, ours.as_mut_ptr().cast::<u8>(), size.min(size_of::<T>())) };
    // SAFETY: `Table` promises that zeroes are a value; integers, floats, addresses and optional functions are valid
    // whatever their bits, and what a function address is worth its caller must answer for.
    Some(unsafe { ours.assume_init() })
}
