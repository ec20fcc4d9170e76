//! The host's half: lends the document, and checks and copies every block that comes back. Nothing that a plugin returns
//! is believed: kinds are numbers until they are known, texts are bytes until they are UTF-8, spans are checked against
//! the text.

use std::ffi::c_void;
use std::fmt;
use std::mem::size_of;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::null;

use super::option::OptionSetting;
use super::table::{AttributeTable, BlockTable, CallTable, DocumentTable, OptionTable, Plugin, Str, take};
use super::{HEADER, Judgement, MINOR, judge, status};
use crate::{Attribute, Block, BlockKind, Document, Span, Value};

/// How much a plugin may say of one document, all that its blocks hold counted in bytes: so much, and so many times the
/// text. What is beyond is refused before it is copied.
const MAX_BYTES: usize = 64 << 20;
const MAX_TIMES_TEXT: usize = 16;
/// How many attributes a block may have.
const MAX_ATTRIBUTES: usize = 1 << 10;
/// The longest message that a plugin may leave.
const MAX_MESSAGE: usize = 4 << 10;

/// What went wrong in a plugin, and how bad it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What kind of failure.
    pub kind: FailureKind,
    /// What it said, or what was found; lower case, no full stop.
    pub message: String,
}

impl Failure {
    /// A failure of a kind that says `message`.
    #[must_use]
    pub fn new(kind: FailureKind, message: impl Into<String>) -> Failure {
        Failure { kind, message: message.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

/// The kinds of failure, as JSON output names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FailureKind {
    /// The plugin said that it cannot.
    Error,
    /// It panicked.
    Panic,
    /// It said something that was refused, or broke the rules of the boundary.
    Refused,
    /// It could not be found or loaded.
    Load,
    /// It stopped before it was done, because it was asked to.
    Stopped,
    /// It took its process down with it: a signal ended it, or it ended itself.
    Crash,
    /// It was not done in time, and was ended.
    Deadline,
    /// It wanted more memory than it may have, and its process ended.
    Memory,
    /// It is not run at all: it was switched off, or it went wrong too often.
    Disabled,
}

impl FailureKind {
    /// Every kind.
    pub const ALL: [FailureKind; 9] = [
        FailureKind::Error,
        FailureKind::Panic,
        FailureKind::Refused,
        FailureKind::Load,
        FailureKind::Stopped,
        FailureKind::Crash,
        FailureKind::Deadline,
        FailureKind::Memory,
        FailureKind::Disabled,
    ];

    /// Its name in JSON output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            FailureKind::Error => "error",
            FailureKind::Panic => "panic",
            FailureKind::Refused => "refused",
            FailureKind::Load => "load",
            FailureKind::Stopped => "stopped",
            FailureKind::Crash => "crash",
            FailureKind::Deadline => "deadline",
            FailureKind::Memory => "memory",
            FailureKind::Disabled => "disabled",
        }
    }
}

/// A library's table, judged and copied.
#[derive(Clone, Copy, Debug)]
pub struct Library {
    table: Plugin,
}

impl Library {
    /// Judges and copies the table that a library exports.
    ///
    /// # Errors
    /// A [`Judgement`] that says what is wrong with it and what to do.
    ///
    /// # Safety
    /// `table` points at the data of the symbol [`SYMBOL`](super::SYMBOL) of a library that stays loaded for as long as
    /// the result, and whatever is made with it, lives; the functions named there do what the boundary asks of them.
    pub unsafe fn judge(table: *const Plugin) -> Result<Library, Judgement> {
        if table.is_null() {
            return Err(Judgement("its table is nowhere; rebuild the plugin".to_owned()));
        }
        // SAFETY: the caller promises a symbol's data; every version of the table has these bytes.
        let header = unsafe { table.cast::<[u8; HEADER]>().read_unaligned() };
        judge(&header)?;
        // SAFETY: magic and version say that this is a table of our kind, which says its own size.
        let table = unsafe { take(table) };
        let table = table.ok_or_else(|| Judgement("its table is too small; rebuild the plugin".to_owned()))?;
        if table.create.is_none() || table.run.is_none() || table.destroy.is_none() {
            return Err(Judgement("its table lacks a function; rebuild the plugin".to_owned()));
        }
        Ok(Library { table })
    }

    /// The manifest that the loaded library claims, if it is text.
    #[must_use]
    pub fn manifest(&self) -> Option<&str> {
        let mut budget = Budget { whole: MAX_BYTES, left: MAX_BYTES };
        // SAFETY: whoever judged the library promised that its data is there as long as it is.
        let bytes = unsafe { bytes(self.table.manifest, &mut budget) }.ok()??;
        std::str::from_utf8(bytes).ok()
    }

    /// Makes an instance with these options, which are in the manifest's order.
    ///
    /// # Errors
    /// What the plugin said against it.
    pub fn create(&self, options: &[(String, OptionSetting)], log: &mut dyn FnMut(&str)) -> Result<Instance, Failure> {
        let Some(create) = self.table.create else { return Err(lacking("create")) };
        let lent = Lent::new(options);
        let values = lent.tables();
        let nothing = Document::default();
        let mut collector = Collector::new(&nothing, &|| false, log);
        let call = collector.call();
        let mut instance = std::ptr::null_mut();
        // SAFETY: the boundary's own promise: the tables live until the call returns, and nothing else uses the
        // collector meanwhile.
        let answer = unsafe { create(&raw const call, values.as_ptr(), values.len(), &raw mut instance) };
        collector.verdict(answer, "create")?;
        Ok(Instance { table: self.table, instance })
    }
}

fn lacking(function: &str) -> Failure {
    Failure::new(FailureKind::Load, format!("its table lacks the function {function}"))
}

/// A summariser of a plugin, made with its options. Used by one thread at a time.
#[derive(Debug)]
pub struct Instance {
    table: Plugin,
    instance: *mut c_void,
}

// SAFETY: the boundary says that an instance may be called on another thread than the one that made it.
unsafe impl Send for Instance {}

impl Instance {
    /// Makes a summary of a document. `stop` is asked now and then whether the work should end; `log` takes notes.
    ///
    /// # Errors
    /// What the plugin said, or what it did wrong; whatever it pushed before is dropped.
    pub fn run(
        &mut self,
        document: &Document<'_>,
        stop: &dyn Fn() -> bool,
        log: &mut dyn FnMut(&str),
    ) -> Result<Vec<Block>, Failure> {
        let Some(run) = self.table.run else { return Err(lacking("run")) };
        let table = lend_document(document);
        let mut collector = Collector::new(document, stop, log);
        let call = collector.call();
        // SAFETY: the boundary's own promise: document and call live until the call returns, the instance is the
        // plugin's own, and nothing else uses the collector meanwhile.
        let answer = unsafe { run(self.instance, &raw const table, &raw const call) };
        collector.verdict(answer, "run")?;
        Ok(collector.blocks)
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        if let Some(destroy) = self.table.destroy {
            // SAFETY: the instance is handed back once, to the library that made it, which is never unloaded.
            unsafe { destroy(self.instance) };
        }
    }
}

/// Options as tables, and the texts that the tables point at.
struct Lent<'a> {
    options: &'a [(String, OptionSetting)],
    lengths: Vec<String>,
    lists: Vec<Vec<Str>>,
}

impl<'a> Lent<'a> {
    fn new(options: &'a [(String, OptionSetting)]) -> Lent<'a> {
        let lengths = options.iter().map(|(_, value)| match value {
            OptionSetting::Length(length) => length.to_string(),
            _ => String::new(),
        });
        let lists = options.iter().map(|(_, value)| match value {
            OptionSetting::List(texts) => texts.iter().map(|text| Str::lend(text)).collect(),
            _ => Vec::new(),
        });
        Lent { options, lengths: lengths.collect(), lists: lists.collect() }
    }

    fn tables(&self) -> Vec<OptionTable> {
        let lent = self.options.iter().zip(&self.lengths).zip(&self.lists);
        lent.map(|(((key, value), length), list)| {
            let mut table = OptionTable {
                key: Str::lend(key),
                kind: OptionTable::ABSENT,
                reserved: 0,
                integer: 0,
                float: 0.0,
                text: Str::NONE,
                list: list.as_ptr(),
                list_count: list.len(),
            };
            match value {
                OptionSetting::Absent => {}
                OptionSetting::Integer(integer) => (table.kind, table.integer) = (OptionTable::INTEGER, *integer),
                OptionSetting::Float(float) => (table.kind, table.float) = (OptionTable::FLOAT, *float),
                OptionSetting::Boolean(b) => (table.kind, table.integer) = (OptionTable::BOOLEAN, i64::from(*b)),
                OptionSetting::String(text) => (table.kind, table.text) = (OptionTable::STRING, Str::lend(text)),
                OptionSetting::List(_) => table.kind = OptionTable::LIST,
                OptionSetting::Length(_) => (table.kind, table.text) = (OptionTable::LENGTH, Str::lend(length)),
            }
            table
        })
        .collect()
    }
}

/// The document as it crosses: addresses of the same columns.
fn lend_document(document: &Document<'_>) -> DocumentTable {
    fn lent<T>(column: &[T]) -> *const T {
        if column.is_empty() { null() } else { column.as_ptr() }
    }
    let columns = document.columns();
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    DocumentTable {
        struct_size: size_of::<DocumentTable>() as u32,
        flags: 0,
        text: Str::lend(document.text()),
        language: Str::lend(document.language()),
        source: Str::lend(document.source()),
        term_pool: Str::lend(&columns.term_pool),
        title: document.title().unwrap_or_default(),
        origin_words: count(document.origin_words()),
        summary_words: count(document.summary_words()),
        paragraphs: count(columns.paragraph_spans.len()),
        sentences: count(columns.sentence_spans.len()),
        words: count(columns.word_spans.len()),
        terms: count(document.terms()),
        paragraph_spans: lent(&columns.paragraph_spans),
        paragraph_kinds: lent(&columns.paragraph_kinds),
        paragraph_levels: lent(&columns.paragraph_levels),
        sentence_spans: lent(&columns.sentence_spans),
        sentence_paragraphs: lent(&columns.sentence_paragraphs),
        sentence_words: lent(&columns.sentence_words),
        word_spans: lent(&columns.word_spans),
        word_terms: lent(&columns.word_terms),
        word_flags: lent(&columns.word_flags),
        term_offsets: lent(&columns.term_offsets),
        term_counts: lent(&columns.term_counts),
        salience: lent(&columns.salience),
    }
}

/// What a call leaves behind: the blocks that passed, or why one did not.
struct Collector<'a> {
    document: &'a Document<'a>,
    stop: &'a dyn Fn() -> bool,
    log: &'a mut dyn FnMut(&str),
    blocks: Vec<Block>,
    budget: Budget,
    refusal: Option<String>,
    message: Option<String>,
}

impl<'a> Collector<'a> {
    fn new(document: &'a Document<'a>, stop: &'a dyn Fn() -> bool, log: &'a mut dyn FnMut(&str)) -> Collector<'a> {
        Collector {
            document,
            stop,
            log,
            blocks: Vec::new(),
            budget: Budget::new(document),
            refusal: None,
            message: None,
        }
    }

    fn call(&mut self) -> CallTable {
        CallTable {
            struct_size: size_of::<CallTable>() as u32,
            abi_minor: u32::from(MINOR),
            context: (&raw mut *self).cast::<c_void>(),
            emit: Some(emit),
            fail: Some(fail),
            log: Some(log),
            poll: Some(poll),
            extension: Some(extension),
        }
    }

    /// Takes one block, or remembers why not.
    fn take(&mut self, block: Option<BlockTable>) -> i32 {
        let taken = block
            .ok_or_else(|| "its table is null or too small".to_owned())
            // SAFETY: the plugin promises that what the block points at is valid for the length of `emit`.
            .and_then(|table| unsafe { copy_block(&table, &mut self.budget) })
            .and_then(|block| block.complete(self.document).map_err(|refusal| refusal.to_string()));
        match taken {
            Ok(block) => {
                self.blocks.push(block);
                if (self.stop)() { status::STOPPED } else { status::OK }
            }
            Err(why) => {
                let position = self.blocks.len() + 1;
                self.refusal.get_or_insert_with(|| format!("block {position} is refused: {why}"));
                status::ERROR
            }
        }
    }

    fn verdict(&mut self, answer: i32, function: &str) -> Result<(), Failure> {
        if let Some(refusal) = self.refusal.take() {
            return Err(Failure::new(FailureKind::Refused, refusal));
        }
        let said = self.message.take();
        let kind = match answer {
            status::OK => return Ok(()),
            status::PANIC => FailureKind::Panic,
            status::STOPPED if (self.stop)() => FailureKind::Stopped,
            _ => FailureKind::Error,
        };
        let silent = || format!("its function {function} returned status {answer} and no reason");
        Err(Failure::new(kind, said.unwrap_or_else(silent)))
    }
}

/// What a plugin may still say, in bytes.
struct Budget {
    whole: usize,
    left: usize,
}

impl Budget {
    fn new(document: &Document<'_>) -> Budget {
        let whole = MAX_BYTES.max(document.text().len().saturating_mul(MAX_TIMES_TEXT));
        Budget { whole, left: whole }
    }

    fn spend(&mut self, bytes: usize) -> Result<(), String> {
        let whole = self.whole;
        let beyond = || format!("it is beyond what a plugin may say of this document ({whole} bytes)");
        self.left = self.left.checked_sub(bytes).ok_or_else(beyond)?;
        Ok(())
    }
}

/// Calls into the host must not panic across; if one does, the plugin is told to stop.
fn on_host<T>(call: *const CallTable, otherwise: T, work: impl FnOnce(&mut Collector<'_>) -> T) -> T {
    // SAFETY: the plugin hands back the table that the host lent it, which is alive until the call returns.
    let Some(table) = (unsafe { call.as_ref() }) else { return otherwise };
    // SAFETY: `context` is the collector that lent the table; the boundary allows calls on this thread only, one at a
    // time, so that nothing else holds it.
    let Some(collector) = (unsafe { table.context.cast::<Collector<'_>>().as_mut() }) else { return otherwise };
    catch_unwind(AssertUnwindSafe(|| work(collector))).unwrap_or(otherwise)
}

unsafe extern "C" fn emit(call: *const CallTable, block: *const BlockTable) -> i32 {
    // SAFETY: the plugin promises a table that is valid for the length of this call.
    let block = unsafe { take(block) };
    on_host(call, status::ERROR, |collector| collector.take(block))
}

unsafe extern "C" fn fail(call: *const CallTable, message: Str) {
    // SAFETY: the plugin promises a text that is valid for the length of this call.
    let message = unsafe { lossy(message) };
    on_host(call, (), |collector| collector.message = Some(message));
}

unsafe extern "C" fn log(call: *const CallTable, note: Str) {
    // SAFETY: the plugin promises a text that is valid for the length of this call.
    let note = unsafe { lossy(note) };
    on_host(call, (), |collector| (collector.log)(&note));
}

unsafe extern "C" fn poll(call: *const CallTable) -> i32 {
    on_host(call, status::STOPPED, |collector| if (collector.stop)() { status::STOPPED } else { status::OK })
}

unsafe extern "C" fn extension(_call: *const CallTable, _name: Str) -> *const c_void {
    null()
}

/// A message of a plugin's: cut to a sane length, whatever is no UTF-8 replaced, on one line.
///
/// # Safety
/// `text` is none or `len` readable bytes.
unsafe fn lossy(text: Str) -> String {
    let cut = Str { ptr: text.ptr, len: text.len.min(MAX_MESSAGE) };
    // SAFETY: the caller promises at least as many bytes.
    let bytes = unsafe { bytes(cut, &mut Budget { whole: MAX_MESSAGE, left: MAX_MESSAGE }) };
    let bytes = bytes.ok().flatten().unwrap_or_default();
    // A character that the cut went through is left out.
    let whole = std::str::from_utf8(bytes).err().filter(|error| error.error_len().is_none());
    let bytes = &bytes[..whole.map_or(bytes.len(), |error| error.valid_up_to())];
    String::from_utf8_lossy(bytes).chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The bytes of a text that crossed; `None` where there is none.
///
/// # Safety
/// `text` is none or `len` bytes that are valid for as long as the result is used.
unsafe fn bytes<'a>(text: Str, budget: &mut Budget) -> Result<Option<&'a [u8]>, String> {
    if text.ptr.is_null() {
        return Ok(None);
    }
    // SAFETY: the caller promises as much.
    Ok(Some(unsafe { array(text.ptr, text.len, budget) }?))
}

/// An array that crossed; an error where it cannot be one, or is larger than what the plugin may still say.
///
/// # Safety
/// `first` is null or points at `count` values that are valid for as long as the result is used.
unsafe fn array<'a, T>(first: *const T, count: usize, budget: &mut Budget) -> Result<&'a [T], String> {
    if count == 0 {
        return Ok(&[]);
    }
    if first.is_null() {
        return Err(format!("it counts {count} things and points at none"));
    }
    if !first.is_aligned() {
        return Err(format!("it points at {count} things where they cannot lie (the address is not aligned)"));
    }
    // The budget is far below what an array can have at most.
    budget.spend(count.saturating_mul(size_of::<T>()))?;
    // SAFETY: the caller promises `count` values; address and size were just found possible.
    Ok(unsafe { std::slice::from_raw_parts(first, count) })
}

/// A text that crossed, copied once it is known to be UTF-8.
///
/// # Safety
/// As [`bytes`].
unsafe fn text(text: Str, what: &str, budget: &mut Budget) -> Result<Option<String>, String> {
    // SAFETY: the caller promises as much.
    let bytes = unsafe { bytes(text, budget) }.map_err(|why| format!("its {what} cannot be read: {why}"))?;
    let checked = bytes.map(std::str::from_utf8).transpose();
    checked.map(|text| text.map(str::to_owned)).map_err(|error| format!("its {what} is no UTF-8: {error}"))
}

/// A block that crossed, copied.
///
/// # Safety
/// What the table points at is valid for the length of the call.
unsafe fn copy_block(table: &BlockTable, budget: &mut Budget) -> Result<Block, String> {
    let kind = BlockKind::from_code(table.kind).ok_or_else(|| format!("its kind {} is not known", table.kind))?;
    budget.spend(size_of::<BlockTable>())?;
    if table.attribute_count > MAX_ATTRIBUTES {
        return Err(format!("it has {} attributes; at most {MAX_ATTRIBUTES} may be", table.attribute_count));
    }
    // SAFETY: the caller promises as much.
    let spans: &[Span] = unsafe { array(table.spans, table.span_count, budget) }?;
    // A text that is made from the spans weighs what they cover.
    if table.text.ptr.is_null() {
        budget.spend(spans.iter().fold(0, |sum: usize, span| sum.saturating_add(span.len())))?;
    }
    // SAFETY: the caller promises as much.
    let attributes: &[AttributeTable] = unsafe { array(table.attributes, table.attribute_count, budget) }?;
    let mut block = Block::new(kind);
    // SAFETY: the caller promises as much.
    block.text = unsafe { text(table.text, "text", budget) }?;
    block.spans = spans.to_vec();
    block.score = (table.flags & BlockTable::HAS_SCORE != 0).then_some(table.score);
    block.over_length = table.flags & BlockTable::OVER_LENGTH != 0;
    block.clipped = table.flags & BlockTable::CLIPPED != 0;
    for attribute in attributes {
        // SAFETY: the caller promises as much.
        block.attributes.push(unsafe { copy_attribute(attribute, budget) }?);
    }
    Ok(block)
}

/// An attribute that crossed, copied.
///
/// # Safety
/// As [`copy_block`].
unsafe fn copy_attribute(table: &AttributeTable, budget: &mut Budget) -> Result<Attribute, String> {
    // SAFETY: the caller promises as much.
    let key = unsafe { text(table.key, "attribute's key", budget) }?.filter(|key| !key.is_empty());
    let key = key.ok_or("it has an attribute without a key")?;
    // SAFETY: the caller promises as much.
    let said = unsafe { text(table.text, "attribute's text", budget) }?.unwrap_or_default();
    let value = match table.kind {
        AttributeTable::TEXT => Value::Text(said),
        AttributeTable::NUMBER => Value::Number(table.number),
        AttributeTable::NULL => Value::Null { reason: said },
        kind => return Err(format!("its attribute `{key}` has the kind {kind}, which is not known")),
    };
    // SAFETY: the caller promises as much.
    let unit = unsafe { text(table.unit, "attribute's unit", budget) }?.filter(|unit| !unit.is_empty());
    Ok(Attribute { key, value, unit })
}
