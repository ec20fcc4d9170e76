//! The plugin's half: rebuilds the document from the columns, calls the summariser, catches its panic, pushes its
//! blocks. [`export!`](crate::export) names these functions in the library's table; nobody else calls them.

use std::any::Any;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::ffi::c_void;
use std::mem::size_of;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use super::option::Options;
use super::table::{AttributeTable, BlockTable, CallTable, DocumentTable, OptionTable, Plugin, Str, take};
use super::{MAGIC, MAJOR, MINOR, status};
use crate::document::Columns;
use crate::summariser::Sink;
use crate::{Block, Document, Error, Output, Result, Span, Summariser, Value};

/// What [`export!`](crate::export) makes of a struct: a summariser that knows its manifest and can be made from options.
pub trait Export: Summariser + Sized + 'static {
    /// Makes an instance from the values of its options, in the manifest's order.
    ///
    /// # Errors
    /// An option is missing or is not of its type.
    fn from_options(options: &Options) -> Result<Self>;
}

/// The table of a library whose summariser is `P`.
#[must_use]
pub const fn table<P: Export>(manifest: &'static str) -> Plugin {
    Plugin {
        magic: MAGIC,
        major: MAJOR,
        minor: MINOR,
        struct_size: size_of::<Plugin>() as u32,
        needs_minor: 0,
        reserved: [0; 3],
        manifest: Str::lend(manifest),
        create: Some(create::<P>),
        run: Some(run::<P>),
        destroy: Some(destroy::<P>),
    }
}

unsafe extern "C" fn create<P: Export>(
    call: *const CallTable,
    options: *const OptionTable,
    count: usize,
    instance: *mut *mut c_void,
) -> i32 {
    // SAFETY: the host promises a call table that is valid for the length of this call.
    let Some(call_table) = (unsafe { take(call) }) else { return status::ERROR };
    let host = Host { call, table: call_table };
    let made = guarded(|| {
        // SAFETY: the host promises `count` options for the length of this call.
        let tables = unsafe { column(options, count) };
        // SAFETY: what they point at is the host's for the length of this call, too.
        P::from_options(&unsafe { Options::read(tables) }?)
    });
    match made {
        Ok(Ok(summariser)) => {
            let pointer = Box::into_raw(Box::new(summariser)).cast::<c_void>();
            // SAFETY: the host promises a place for the instance.
            unsafe { instance.write(pointer) };
            status::OK
        }
        Ok(Err(error)) => {
            host.fail(&error.to_string());
            status::BAD_OPTION
        }
        Err(message) => {
            host.fail(&message);
            status::PANIC
        }
    }
}

unsafe extern "C" fn run<P: Export>(
    instance: *mut c_void,
    document: *const DocumentTable,
    call: *const CallTable,
) -> i32 {
    // SAFETY: the host promises a call table that is valid for the length of this call.
    let Some(call_table) = (unsafe { take(call) }) else { return status::ERROR };
    let mut host = Host { call, table: call_table };
    // SAFETY: the host promises a document table that is valid for the length of this call.
    let Some(table) = (unsafe { take(document) }) else {
        host.fail("the host lent a document table that is smaller than any of this ABI");
        return status::ERROR;
    };
    // SAFETY: the host hands back what `create` of this same type made, to one call at a time.
    let Some(summariser) = (unsafe { instance.cast::<P>().as_ref() }) else { return status::ERROR };
    let said = guarded(|| {
        // SAFETY: the host promises that text and columns live, unchanged, until this call returns.
        let document = unsafe { borrow(&table) };
        summariser.summarise(&document, &mut Output::new(&mut host))
    });
    match said {
        Ok(Ok(())) => status::OK,
        Ok(Err(error)) if error.is_stopped() => status::STOPPED,
        Ok(Err(error)) => {
            host.fail(&error.to_string());
            status::ERROR
        }
        Err(message) => {
            host.fail(&message);
            status::PANIC
        }
    }
}

unsafe extern "C" fn destroy<P: Export>(instance: *mut c_void) {
    if !instance.is_null() {
        // SAFETY: the host hands back, once and last, what `create` of this same type made.
        let summariser = unsafe { Box::from_raw(instance.cast::<P>()) };
        // A panic in a destructor has nobody left to be told; it must only not cross.
        let _ = guarded(|| drop(summariser));
    }
}

/// The document as the host lends it.
///
/// # Safety
/// Text, pool and columns must be valid for as long as the document lives: the text and the pool UTF-8, each column as
/// long as its count says or null.
unsafe fn borrow<'a>(table: &DocumentTable) -> Document<'a> {
    let (paragraphs, sentences) = (table.paragraphs as usize, table.sentences as usize);
    let (words, terms) = (table.words as usize, table.terms as usize);
    macro_rules! lent {
        ($field:ident, $count:expr) => {
            // SAFETY: the caller promises a column of that many, or null.
            Cow::Borrowed(unsafe { column(table.$field, $count) })
        };
    }
    macro_rules! text {
        ($field:ident) => {
            // SAFETY: the caller promises UTF-8 for as long as the document lives.
            unsafe { borrow_str(table.$field) }.unwrap_or_default()
        };
    }
    let columns = Columns {
        paragraph_spans: lent!(paragraph_spans, paragraphs),
        paragraph_kinds: lent!(paragraph_kinds, paragraphs),
        paragraph_levels: lent!(paragraph_levels, paragraphs),
        sentence_spans: lent!(sentence_spans, sentences),
        sentence_paragraphs: lent!(sentence_paragraphs, sentences),
        sentence_words: lent!(sentence_words, sentences),
        word_spans: lent!(word_spans, words),
        word_terms: lent!(word_terms, words),
        word_flags: lent!(word_flags, words),
        term_offsets: lent!(term_offsets, terms + 1),
        term_counts: lent!(term_counts, terms),
        term_pool: Cow::Borrowed(text!(term_pool)),
        salience: lent!(salience, sentences),
    };
    Document::new(text!(text), columns)
        .with_language(text!(language))
        .with_source(text!(source))
        .with_title(table.title)
        .with_origin_words(table.origin_words)
        .with_summary_words(table.summary_words)
}

/// A column as a slice; null is an empty one.
///
/// # Safety
/// `first` is null or points at `count` values that stay as they are for as long as the slice lives.
pub(super) unsafe fn column<'a, T>(first: *const T, count: usize) -> &'a [T] {
    if first.is_null() || count == 0 {
        return &[];
    }
    // SAFETY: the caller promises as much.
    unsafe { std::slice::from_raw_parts(first, count) }
}

/// A text of the host's that lives as long as the document.
///
/// # Safety
/// `text` is none, or UTF-8 that stays as it is for as long as the result lives.
unsafe fn borrow_str<'a>(text: Str) -> Option<&'a str> {
    // SAFETY: the caller promises `len` bytes.
    let bytes = (!text.ptr.is_null()).then(|| unsafe { column(text.ptr, text.len) })?;
    // SAFETY: the host made it from a `str`; checking again would read the whole document once more.
    Some(unsafe { std::str::from_utf8_unchecked(bytes) })
}

/// The host, as the summariser's output sees it.
struct Host {
    call: *const CallTable,
    table: CallTable,
}

impl Host {
    fn fail(&self, message: &str) {
        if let Some(fail) = self.table.fail {
            // SAFETY: the host promises that its functions may be called until this call returns.
            unsafe { fail(self.call, Str::lend(message)) };
        }
    }
}

impl Sink for Host {
    fn push(&mut self, block: Block) -> Result {
        let Some(emit) = self.table.emit else { return Err(Error::new("the host takes no blocks")) };
        let attributes: Vec<AttributeTable> = block.attributes.iter().map(lend_attribute).collect();
        let mut flags = 0;
        for (set, flag) in [
            (block.over_length, BlockTable::OVER_LENGTH),
            (block.clipped, BlockTable::CLIPPED),
            (block.score.is_some(), BlockTable::HAS_SCORE),
        ] {
            flags |= if set { flag } else { 0 };
        }
        let table = BlockTable {
            struct_size: size_of::<BlockTable>() as u32,
            kind: block.kind as u32,
            flags,
            reserved: 0,
            text: Str::lend_option(block.text.as_deref()),
            spans: block.spans.as_ptr().cast::<Span>(),
            span_count: block.spans.len(),
            score: block.score.unwrap_or_default(),
            attributes: attributes.as_ptr(),
            attribute_count: attributes.len(),
        };
        // SAFETY: the host promises that its functions may be called until this call returns; the block outlives it.
        let answer = unsafe { emit(self.call, &raw const table) };
        if answer == status::OK { Ok(()) } else { Err(Error::stopped()) }
    }

    fn log(&mut self, note: &str) {
        if let Some(log) = self.table.log {
            // SAFETY: the host promises that its functions may be called until this call returns.
            unsafe { log(self.call, Str::lend(note)) };
        }
    }

    fn wants_stop(&mut self) -> bool {
        // SAFETY: the host promises that its functions may be called until this call returns.
        self.table.poll.is_some_and(|poll| unsafe { poll(self.call) } != status::OK)
    }
}

fn lend_attribute(attribute: &crate::Attribute) -> AttributeTable {
    let (kind, number, text) = match &attribute.value {
        Value::Text(text) => (AttributeTable::TEXT, 0.0, Str::lend(text)),
        Value::Number(number) => (AttributeTable::NUMBER, *number, Str::NONE),
        Value::Null { reason } => (AttributeTable::NULL, 0.0, Str::lend(reason)),
    };
    AttributeTable {
        key: Str::lend(&attribute.key),
        kind,
        reserved: 0,
        number,
        text,
        unit: Str::lend_option(attribute.unit.as_deref()),
    }
}

thread_local! {
    static INSIDE: Cell<bool> = const { Cell::new(false) };
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Calls a summariser's code; a panic comes back as what it said and where, instead of on stderr.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    // A library carries its own copy of std, so this hook is this library's and not the host's.
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if INSIDE.get() {
                let place = info.location().map(|at| format!(" at {}:{}", at.file(), at.line())).unwrap_or_default();
                PANIC.set(Some(format!("it panicked{place}: {}", payload_text(info.payload()))));
            } else {
                before(info);
            }
        }));
    });
    let outer = INSIDE.replace(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    let done = done.map_err(|payload| {
        let message = PANIC.take().unwrap_or_else(|| format!("it panicked: {}", payload_text(&*payload)));
        // The payload is the panicking code's own, and dropping it may panic again.
        if let Err(second) = panic::catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            std::mem::forget(second);
        }
        message
    });
    INSIDE.set(outer);
    done
}

fn payload_text(payload: &(dyn Any + Send)) -> &str {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("(a value that is no text)")
}
