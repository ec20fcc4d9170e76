//! The memory in which documents lie before the program and its workers: the program copies the columns there, once for
//! all workers, and they read them where they lie. The program never reads what lies there, and a worker can neither
//! shrink it nor, once it is confined, write to it.

#![expect(unsafe_code, reason = "mapping shared memory, and seeing columns in its bytes")]

use std::borrow::Cow;
use std::fs::File;
use std::io;
use std::mem::size_of;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::FileExt;
use std::time::Duration;

use memmap2::{Mmap, MmapMut, MmapOptions};
use summariser_core::analysis::Analysis;
use summariser_core::document::Columns;
use summariser_core::{Document, Span};

use super::channel::{Place, Shape};

/// What the memory begins with.
const FIRST: usize = 1 << 16;
/// Where a column may begin.
const ALIGNMENT: usize = 8;

/// The memory, as the program writes it.
#[derive(Debug)]
pub struct Region {
    file: File,
    /// The same file, for reading alone.
    lent: OwnedFd,
    map: MmapMut,
}

impl Region {
    /// A memory with nothing in it.
    ///
    /// # Errors
    /// The system has none.
    pub fn new() -> io::Result<Region> {
        let file = shared_file()?;
        file.set_len(FIRST as u64)?;
        forbid_shrinking(&file)?;
        let lent = for_reading(&file)?;
        let map = map(&file)?;
        forbid_writing(&file);
        Ok(Region { file, lent, map })
    }

    /// What a worker is given.
    #[must_use]
    pub fn lent(&self) -> BorrowedFd<'_> {
        self.lent.as_fd()
    }

    /// Copies documents there, in place of those before.
    ///
    /// # Errors
    /// There is not enough memory.
    pub fn write<'a>(&mut self, documents: impl Iterator<Item = &'a Document<'a>>) -> io::Result<Vec<Shape>> {
        let mut end = 0;
        documents.map(|document| self.add(document, &mut end)).collect()
    }

    /// Copies a document there behind what ends at `end`.
    fn add(&mut self, document: &Document<'_>, end: &mut usize) -> io::Result<Shape> {
        let start = end.next_multiple_of(ALIGNMENT);
        let mut shape = Shape::of(document);
        let columns = columns(document);
        *end = columns.iter().fold(start, |at, (_, bytes)| at.next_multiple_of(ALIGNMENT) + bytes.len());
        shape.place = (start, *end);
        if *end > self.map.len() {
            let length = end.next_power_of_two();
            self.file.set_len(length as u64)?;
            grow(&mut self.map, &self.file, length)?;
        }
        let mut at = start;
        for (count, bytes) in columns {
            shape.counts.push(count);
            at = at.next_multiple_of(ALIGNMENT);
            self.map[at..at + bytes.len()].copy_from_slice(bytes);
            at += bytes.len();
        }
        Ok(shape)
    }
}

impl Shape {
    /// That of a document, but for where it lies and what its columns have.
    fn of(document: &Document<'_>) -> Shape {
        Shape {
            language: document.language().to_owned(),
            source: document.source().to_owned(),
            title: document.title().map_or((0, 0), |span| (span.start, span.end)),
            origin_words: u32::try_from(document.origin_words()).unwrap_or(u32::MAX),
            summary_words: u32::try_from(document.summary_words()).unwrap_or(u32::MAX),
            ..Shape::default()
        }
    }
}

/// A long document in a memory of its own, which nobody can write to any more: there it lies once, for the program and
/// the workers.
#[derive(Debug)]
pub struct Apart {
    lent: OwnedFd,
    map: Mmap,
    shape: Shape,
}

impl Apart {
    /// Whether there is such memory on this system.
    pub const IS_THERE: bool = cfg!(target_os = "linux");

    /// Moves a document there, bit by bit, so that no part of it is ever there twice.
    ///
    /// # Errors
    /// There is not enough memory; then the document is lost.
    pub fn new(text: String, analysis: Analysis) -> io::Result<Apart> {
        let mut shape = Shape::of(&analysis.document(&text));
        shape.apart = true;
        let columns = analysis.into_columns();
        let mut moving = Moving { file: shared_file()?, end: 0, counts: &mut shape.counts };
        // In the order in which `View::read` takes them.
        moving.column(text.into_bytes())?;
        moving.column(columns.paragraph_spans.into_owned())?;
        moving.column(columns.paragraph_kinds.into_owned())?;
        moving.column(columns.paragraph_levels.into_owned())?;
        moving.column(columns.sentence_spans.into_owned())?;
        moving.column(columns.sentence_paragraphs.into_owned())?;
        moving.column(columns.sentence_words.into_owned())?;
        moving.column(columns.word_spans.into_owned())?;
        moving.column(columns.word_terms.into_owned())?;
        moving.column(columns.word_flags.into_owned())?;
        moving.column(columns.term_offsets.into_owned())?;
        moving.column(columns.term_counts.into_owned())?;
        moving.column(columns.salience.into_owned())?;
        moving.column(columns.term_pool.into_owned().into_bytes())?;
        let Moving { file, end, .. } = moving;
        shape.place = (0, end);
        file.set_len(end as u64)?;
        seal(&file)?;
        let lent = for_reading(&file)?;
        // Of the file that is open for reading alone: older kernels map no other one that is sealed.
        let map = map_for_reading(&File::from(lent.try_clone()?), end)?;
        read(&map, &shape)?;
        Ok(Apart { lent, map, shape })
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> Document<'_> {
        // It was read when it was written.
        read(&self.map, &self.shape).unwrap_or_default()
    }

    /// What a worker is given.
    #[must_use]
    pub fn lent(&self) -> BorrowedFd<'_> {
        self.lent.as_fd()
    }

    /// How a document lies there, if it is this one, wherever it says that it is from and whatever was said of it.
    #[must_use]
    pub fn shape(&self, document: &Document<'_>) -> Option<Shape> {
        let mut at = 0;
        let lies_here = |((count, bytes), known): ((usize, &[u8]), &usize)| {
            let start = usize::next_multiple_of(at, ALIGNMENT);
            at = start + bytes.len();
            count == *known && (count == 0 || self.map.get(start..at).is_some_and(|here| std::ptr::eq(here, bytes)))
        };
        columns(document).into_iter().zip(&self.shape.counts).all(lies_here).then(|| Shape {
            place: self.shape.place,
            counts: self.shape.counts.clone(),
            apart: true,
            ..Shape::of(document)
        })
    }
}

/// The way of columns to a file.
struct Moving<'a> {
    file: File,
    end: usize,
    counts: &'a mut Vec<usize>,
}

/// How much is there twice while columns are moved.
const PIECE: usize = 1 << 22;

impl Moving<'_> {
    /// Moves a column behind those before, from its end on, so that what was written is given back.
    fn column<T: Plain>(&mut self, mut column: Vec<T>) -> io::Result<()> {
        let start = self.end.next_multiple_of(ALIGNMENT);
        self.counts.push(column.len());
        self.end = start + size_of::<T>() * column.len();
        while !column.is_empty() {
            let kept = column.len().saturating_sub(PIECE / size_of::<T>());
            self.file.write_all_at(bytes_of(&column[kept..]), (start + size_of::<T>() * kept) as u64)?;
            column.truncate(kept);
            column.shrink_to_fit();
        }
        Ok(())
    }
}

/// The memory, as a worker reads it.
#[derive(Debug)]
pub struct View {
    file: File,
    map: Mmap,
}

impl View {
    /// The memory of a descriptor.
    ///
    /// # Errors
    /// It cannot be mapped.
    pub fn new(lent: OwnedFd) -> io::Result<View> {
        let file = File::from(lent);
        let map = map_for_reading(&file, FIRST)?;
        Ok(View { file, map })
    }

    /// Makes it readable as far as a document lies there.
    ///
    /// # Errors
    /// The memory cannot be mapped.
    pub fn reach(&mut self, shape: &Shape) -> io::Result<()> {
        let (_, end) = shape.place;
        if end > self.map.len() {
            self.map = map_for_reading(&self.file, end.next_power_of_two())?;
        }
        Ok(())
    }

    /// A document that lies there, which was [reached](View::reach).
    ///
    /// # Errors
    /// What lies there is no document, or it was not reached.
    pub fn read<'a>(&'a self, shape: &'a Shape) -> io::Result<Document<'a>> {
        read(&self.map, shape)
    }
}

/// The document that lies in bytes.
fn read<'a>(bytes: &'a [u8], shape: &'a Shape) -> io::Result<Document<'a>> {
    let mut rest = Rest { bytes, at: shape.place.0, counts: shape.counts.iter() };
    let text = rest.text()?;
    let columns = Columns {
        paragraph_spans: rest.column()?,
        paragraph_kinds: rest.column()?,
        paragraph_levels: rest.column()?,
        sentence_spans: rest.column()?,
        sentence_paragraphs: rest.column()?,
        sentence_words: rest.column()?,
        word_spans: rest.column()?,
        word_terms: rest.column()?,
        word_flags: rest.column()?,
        term_offsets: rest.column()?,
        term_counts: rest.column()?,
        salience: rest.column()?,
        term_pool: rest.text()?,
    };
    let (start, end) = shape.title;
    Ok(Document::new(text, columns)
        .with_language(shape.language.as_str())
        .with_source(shape.source.as_str())
        .with_title(Span::new(start, end))
        .with_origin_words(shape.origin_words)
        .with_summary_words(shape.summary_words))
}

/// What a worker is at, in memory that survives it.
#[derive(Debug)]
pub struct Sign {
    #[expect(dead_code, reason = "a plugin can write there either way, and one of the suite's does so by this")]
    file: File,
    /// Written to instead of the file, which would be a call of the system for each summariser and document.
    map: MmapMut,
}

impl Sign {
    /// The file for it.
    ///
    /// # Errors
    /// The system has none.
    pub fn file() -> io::Result<File> {
        let file = shared_file()?;
        file.set_len(Place::SIZE as u64)?;
        forbid_shrinking(&file)?;
        Ok(file)
    }

    /// That of a worker, which has been given the file.
    ///
    /// # Errors
    /// It cannot be mapped.
    pub fn new(file: File) -> io::Result<Sign> {
        let map = map(&file)?;
        Ok(Sign { file, map })
    }

    /// Writes down what is being done from now on, for whoever has to say what it died of.
    pub fn write(&mut self, place: Place) {
        self.map.copy_from_slice(&place.to_bytes(now()));
    }

    /// What is written in the file, and how long ago that began.
    pub fn read(file: &File) -> (Place, Duration) {
        let mut bytes = [0; Place::SIZE];
        // A worker that has not written anything yet has not begun.
        let read = file.read_exact_at(&mut bytes, 0);
        let (place, since) = read.map_or((Place::Idle, Duration::ZERO), |()| Place::from_bytes(bytes));
        (place, now().saturating_sub(since))
    }
}

/// The time, by a clock that is the same for all processes.
fn now() -> Duration {
    let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // Not by `rustix`, which makes a call of the system of it, and the sandbox has each of those looked at.
    // SAFETY: the place for the time lives until the call returns.
    let _ = unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &raw mut now) };
    Duration::new(now.tv_sec.unsigned_abs(), now.tv_nsec.unsigned_abs() as u32)
}

/// The columns of a document, each with how many things it has and the bytes that they are, in the order in which
/// [`View::read`] takes them.
fn columns<'a>(document: &'a Document<'_>) -> [(usize, &'a [u8]); 14] {
    fn column<T: Plain>(column: &[T]) -> (usize, &[u8]) {
        (column.len(), bytes_of(column))
    }
    let columns = document.columns();
    [
        column(document.text().as_bytes()),
        column(&columns.paragraph_spans),
        column(&columns.paragraph_kinds),
        column(&columns.paragraph_levels),
        column(&columns.sentence_spans),
        column(&columns.sentence_paragraphs),
        column(&columns.sentence_words),
        column(&columns.word_spans),
        column(&columns.word_terms),
        column(&columns.word_flags),
        column(&columns.term_offsets),
        column(&columns.term_counts),
        column(&columns.salience),
        column(columns.term_pool.as_bytes()),
    ]
}

/// What has not been taken yet of the bytes of a document.
struct Rest<'a> {
    bytes: &'a [u8],
    at: usize,
    counts: std::slice::Iter<'a, usize>,
}

impl<'a> Rest<'a> {
    fn column<T: Plain>(&mut self) -> io::Result<Cow<'a, [T]>> {
        let wrong = || io::Error::new(io::ErrorKind::InvalidData, "what lies in the shared memory is no document");
        let count = *self.counts.next().ok_or_else(wrong)?;
        let start = self.at.next_multiple_of(ALIGNMENT);
        let end = count.checked_mul(size_of::<T>()).and_then(|size| start.checked_add(size)).ok_or_else(wrong)?;
        self.at = end;
        let things = things_of(self.bytes.get(start..end).ok_or_else(wrong)?);
        if things.len() == count { Ok(Cow::Borrowed(things)) } else { Err(wrong()) }
    }

    fn text(&mut self) -> io::Result<Cow<'a, str>> {
        let Cow::Borrowed(bytes) = self.column::<u8>()? else { return Ok(Cow::default()) };
        // SAFETY: the program has written a text there, whole, and nobody else can write to that memory.
        Ok(Cow::Borrowed(unsafe { std::str::from_utf8_unchecked(bytes) }))
    }
}

/// What may be seen as bytes, and made of any bytes.
///
/// # Safety
/// The type has no padding, and whatever its bits are, it is a value.
unsafe trait Plain: Copy {}
// SAFETY: an integer.
unsafe impl Plain for u8 {}
// SAFETY: an integer.
unsafe impl Plain for u32 {}
// SAFETY: a number, every pattern of which is one.
unsafe impl Plain for f32 {}
// SAFETY: two integers of the same size in the layout of C.
unsafe impl Plain for Span {}

fn bytes_of<T: Plain>(things: &[T]) -> &[u8] {
    // SAFETY: `Plain` promises that there is no padding; the slice is as long as the things are.
    unsafe { std::slice::from_raw_parts(things.as_ptr().cast::<u8>(), std::mem::size_of_val(things)) }
}

/// The things that aligned bytes are; fewer where they are not aligned.
fn things_of<T: Plain>(bytes: &[u8]) -> &[T] {
    // SAFETY: `Plain` promises that any bits are a value.
    let (_, things, _) = unsafe { bytes.align_to::<T>() };
    things
}

fn map(file: &File) -> io::Result<MmapMut> {
    // SAFETY: nobody can shrink the file, and nothing is ever read through this mapping.
    unsafe { MmapMut::map_mut(file) }
}

/// The length is given, since a confined worker cannot ask for that of a file.
fn map_for_reading(file: &File, length: usize) -> io::Result<Mmap> {
    // SAFETY: nobody can shrink the file; the program writes to it only while this worker waits for an order, and to one
    // that is sealed not at all.
    unsafe { MmapOptions::new().len(length).map(file) }
}

/// A file that has no name and lies in memory.
#[cfg(target_os = "linux")]
pub(super) fn shared_file() -> io::Result<File> {
    use rustix::fs::{MemfdFlags, memfd_create};
    Ok(File::from(memfd_create("summarise document", MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING)?))
}

/// A file that has no name.
#[cfg(not(target_os = "linux"))]
pub(super) fn shared_file() -> io::Result<File> {
    tempfile::tempfile()
}

#[cfg(target_os = "linux")]
fn forbid_shrinking(file: &File) -> io::Result<()> {
    use rustix::fs::{SealFlags, fcntl_add_seals};
    Ok(fcntl_add_seals(file, SealFlags::SHRINK)?)
}

#[cfg(not(target_os = "linux"))]
fn forbid_shrinking(_: &File) -> io::Result<()> {
    Ok(())
}

/// Nobody else can write to it from now on, not even who opens it anew: a constructor of a library could, through the
/// names that a process has for its descriptors. What is mapped already stays as it is.
#[cfg(target_os = "linux")]
fn forbid_writing(file: &File) {
    use rustix::fs::{SealFlags, fcntl_add_seals};
    // Kernels before 5.1 do not know it, and none of them has landlock either, which is said.
    let _ = fcntl_add_seals(file, SealFlags::FUTURE_WRITE);
}

#[cfg(not(target_os = "linux"))]
fn forbid_writing(_: &File) {}

/// Nobody can change it from now on.
#[cfg(target_os = "linux")]
fn seal(file: &File) -> io::Result<()> {
    use rustix::fs::{SealFlags, fcntl_add_seals};
    Ok(fcntl_add_seals(file, SealFlags::WRITE | SealFlags::SHRINK | SealFlags::GROW | SealFlags::SEAL)?)
}

#[cfg(not(target_os = "linux"))]
fn seal(_: &File) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// The mapping of a file that has grown.
#[cfg(target_os = "linux")]
fn grow(map: &mut MmapMut, _: &File, length: usize) -> io::Result<()> {
    // SAFETY: nothing borrows from the mapping, and nobody can shrink the file.
    unsafe { map.remap(length, memmap2::RemapOptions::new().may_move(true)) }
}

#[cfg(not(target_os = "linux"))]
fn grow(map: &mut MmapMut, file: &File, _: usize) -> io::Result<()> {
    *map = self::map(file)?;
    Ok(())
}

/// The same file, opened anew for reading alone.
#[cfg(target_os = "linux")]
fn for_reading(file: &File) -> io::Result<OwnedFd> {
    use std::os::fd::AsRawFd;
    Ok(File::open(format!("/proc/self/fd/{}", file.as_raw_fd()))?.into())
}

#[cfg(not(target_os = "linux"))]
fn for_reading(file: &File) -> io::Result<OwnedFd> {
    Ok(file.try_clone()?.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_the_same_on_the_other_side() {
        let mut region = Region::new().expect("memory");
        let mut view = View::new(region.lent().try_clone_to_owned().expect("a descriptor")).expect("memory");
        let long = "Every ferry of Holm was late on Friday, said Dr. Orr. ".repeat(4000);
        let texts = ["", "One.", "# Das Boot\n\nZürich hat einen See. Es gibt eine Fähre.", &long, "Short again."];
        let document = |text| Document::parse(text).with_source("a.txt").with_origin_words(7).with_summary_words(3);
        let documents = texts.map(document);
        for together in [1, 2, 3, 5] {
            for documents in documents.chunks(together) {
                let shapes = region.write(documents.iter()).expect("memory");
                assert_eq!(shapes.len(), documents.len());
                shapes.iter().for_each(|shape| view.reach(shape).expect("memory"));
                for (shape, document) in shapes.iter().zip(documents) {
                    assert_eq!(view.read(shape).expect("a document"), *document);
                }
            }
        }
    }

    #[test]
    fn what_is_no_document_is_an_error() {
        let mut region = Region::new().expect("memory");
        let mut view = View::new(region.lent().try_clone_to_owned().expect("a descriptor")).expect("memory");
        let shape = region.write([&Document::parse("One. Two.")].into_iter()).expect("memory").remove(0);
        let check = |view: &mut View, shape: Shape| {
            assert!(view.reach(&shape).and_then(|()| view.read(&shape).map(drop)).is_err(), "{shape:?}");
        };
        check(&mut view, Shape { counts: Vec::new(), ..shape.clone() });
        check(&mut view, Shape { counts: vec![usize::MAX; 14], ..shape.clone() });
        check(&mut view, Shape { counts: vec![1 << 40; 14], ..shape });
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_document_that_lies_apart_is_the_same_and_stays_it() {
        use summariser_core::analysis::{Analyser, Outline};
        use summariser_core::text::Newlines;
        let text = "Every ferry of Holm was late on Friday, said Dr. Orr.\n\n".repeat(40_000);
        let outline = Outline::of_plain(&text, Newlines::Auto);
        let analysis = Analyser::default().analyse(&text, &outline, Newlines::Auto, summariser_core::Reads::ALL);
        let wanted = analysis.clone();
        let wanted = wanted.document(&text).with_source("a.txt");
        let apart = Apart::new(text.clone(), analysis).expect("memory");
        let document = apart.document().with_source("a.txt");
        assert_eq!(document, wanted);
        assert!(apart.shape(&wanted).is_none() && apart.shape(&Document::default()).is_none());
        let shape = apart.shape(&document.clone().with_summary_words(3)).expect("it lies there");
        let mut view = View::new(apart.lent().try_clone_to_owned().expect("a descriptor")).expect("memory");
        view.reach(&shape).expect("memory");
        assert_eq!(view.read(&shape).expect("a document"), wanted.with_summary_words(3));
        let name = format!("/proc/self/fd/{}", std::os::fd::AsRawFd::as_raw_fd(&apart.lent()));
        let again = File::options().read(true).write(true).open(name).expect("it is one's own");
        assert!(io::Write::write(&mut &again, b"x").is_err() && again.set_len(0).is_err());
        // SAFETY: nothing is done with it, since there is none.
        assert!(unsafe { MmapMut::map_mut(&again) }.is_err());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_worker_can_neither_shrink_nor_write_it() {
        let region = Region::new().expect("memory");
        assert!(region.file.set_len(0).is_err());
        let lent = File::from(region.lent().try_clone_to_owned().expect("a descriptor"));
        assert!(lent.set_len(0).is_err() && io::Write::write(&mut &lent, b"x").is_err());
        // SAFETY: nothing is done with it, since there is none.
        assert!(unsafe { MmapMut::map_mut(&lent) }.is_err());
        // Nor by opening it anew, as a library that is being loaded could.
        let name = format!("/proc/self/fd/{}", std::os::fd::AsRawFd::as_raw_fd(&lent));
        let again = File::options().read(true).write(true).open(name).expect("it is one's own");
        assert!(io::Write::write(&mut &again, b"x").is_err());
        // SAFETY: as above.
        assert!(unsafe { MmapMut::map_mut(&again) }.is_err());
    }
}
