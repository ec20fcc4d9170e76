//! From bytes to text. What is UTF-8 stays as it lies, so that spans are offsets into the file; everything else is
//! decoded as browsers do it, and what is no text at all is refused with the command that makes text of it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use super::LIMIT;

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 1 << 16;
/// How much the guess of a legacy encoding is based on: enough for any language, little enough for large files.
const GUESSED: usize = 1 << 18;
/// The byte-order mark of UTF-8.
pub(super) const UTF_8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A text, and how it lay in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text. A byte-order mark of UTF-8 stays in it, that of any other encoding does not.
    pub text: String,
    /// `None` where the bytes are UTF-8 as they lie; otherwise the name of the encoding (`windows-1252`, `UTF-16LE`,
    /// and `UTF-8` where malformed bytes were replaced), and then spans index the text as decoded.
    pub encoding: Option<String>,
    /// How many malformed sequences are shown as U+FFFD.
    pub replaced: usize,
}

/// Why bytes could not be made a text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A known format that is not text, and what to do.
    #[error("is {what}, not text; {mend}")]
    Binary {
        /// What it is: `a PDF`.
        what: &'static str,
        /// What to do: `extract its text first: …`.
        mend: &'static str,
    },
    /// Bytes that no text has.
    #[error("seems to be a binary file: {percent} % of its beginning are control characters; convert it to text first")]
    Controls {
        /// How many per cent of the bytes looked at are control characters.
        percent: usize,
    },
    /// A label that names no encoding.
    #[error(
        "cannot be decoded: `{0}` is no encoding known here; known are utf-8, utf-16le, windows-1252, iso-8859-15, \
         shift_jis, gb18030, koi8-r and the other names of the WHATWG encoding standard"
    )]
    UnknownLabel(String),
    /// It has 4 GiB or more.
    #[error("is too large: a text has to be smaller than 4 GiB as UTF-8; split it first")]
    TooLarge,
}

/// Makes a text of the bytes of a file.
///
/// A byte-order mark outranks `declared`, a label of the WHATWG encoding standard, which outranks every guess. Without
/// either, whatever is valid UTF-8 is UTF-8, even where it has NUL bytes.
///
/// # Errors
/// A [`DecodeError`] where the label is unknown, or the bytes are no text or too many.
pub fn decode(bytes: Vec<u8>, declared: Option<&str>) -> Result<Decoded, DecodeError> {
    let declared = match declared {
        None => None,
        Some(label) => match Encoding::for_label_no_replacement(label.trim().as_bytes()) {
            None => return Err(DecodeError::UnknownLabel(label.to_owned())),
            known => known,
        },
    };
    if bytes.len() as u64 >= LIMIT {
        return Err(DecodeError::TooLarge);
    }
    if let Some((what, mend)) = known_binary(&bytes) {
        return Err(DecodeError::Binary { what, mend });
    }
    let decoded = decode_text(bytes, declared)?;
    // Other encodings may need fewer bytes than UTF-8.
    if decoded.text.len() as u64 >= LIMIT { Err(DecodeError::TooLarge) } else { Ok(decoded) }
}

/// The same for bytes that are no known binary format.
fn decode_text(bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Result<Decoded, DecodeError> {
    if let Some(big_endian) = utf_32(&bytes) {
        return Ok(decode_utf_32(&bytes, big_endian));
    }
    if let Some((marked, length)) = Encoding::for_bom(&bytes) {
        if marked == UTF_8 {
            // A mark is proof enough that malformed bytes are slips.
            return Ok(String::from_utf8(bytes).map_or_else(|error| lossy(error.as_bytes()), as_it_lies));
        }
        return Ok(decode_as(marked, bytes.get(length..).unwrap_or_default()));
    }
    if let Some(declared) = declared {
        if declared == UTF_8 {
            return Ok(String::from_utf8(bytes).map_or_else(|error| lossy(error.as_bytes()), as_it_lies));
        }
        return Ok(decode_as(declared, &bytes));
    }
    if let Some(encoding) = utf_16(&bytes) {
        return Ok(decode_as(encoding, &bytes));
    }
    if let Some(percent) = too_many_controls(&bytes) {
        return Err(DecodeError::Controls { percent });
    }
    if memchr::memmem::find(&bytes, b"\x1B$B").is_some() && bytes.is_ascii() {
        // The one encoding of only ASCII bytes that is still met; its escape sequences are no accident.
        return Ok(decode_as(ISO_2022_JP, &bytes));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(as_it_lies(text)),
        Err(error) if almost_utf_8(error.as_bytes()) => Ok(lossy(error.as_bytes())),
        Err(error) => {
            let encoding = declared_on_page(error.as_bytes()).unwrap_or_else(|| guess(error.as_bytes()));
            Ok(decode_as(encoding, error.as_bytes()))
        }
    }
}

/// A text whose bytes are UTF-8.
fn as_it_lies(text: String) -> Decoded {
    Decoded { text, encoding: None, replaced: 0 }
}

/// UTF-8 with U+FFFD for every malformed sequence.
fn lossy(bytes: &[u8]) -> Decoded {
    let replaced = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let text = String::from_utf8_lossy(bytes).into_owned();
    Decoded { text, encoding: Some(UTF_8.name().to_owned()), replaced }
}

/// Whether the bytes are UTF-8 but for a few slips. By chance, legacy encodings form few multi-byte sequences and many
/// broken ones; every continuation byte in its place is a piece of evidence.
fn almost_utf_8(bytes: &[u8]) -> bool {
    let (mut evidence, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        evidence += chunk.valid().bytes().filter(|byte| (0x80..0xC0).contains(byte)).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    evidence >= 4 * broken
}

/// The encoding that a page of HTML names in its first kilobyte, where standards have it: `<meta charset=…>`, or
/// `encoding=` where it is XML. One that has been found wrong, UTF-8, is none.
fn declared_on_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..1024).unwrap_or(bytes).to_ascii_lowercase();
    let after = |name: &str| memchr::memmem::find(&head, name.as_bytes()).and_then(|at| head.get(at + name.len()..));
    let is_page = ["<meta", "<?xml", "<html"].iter().any(|tag| after(tag).is_some());
    let label = after("charset=").or_else(|| after("encoding=")).filter(|_| is_page)?;
    let label = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'")).unwrap_or(label);
    let end = label.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte))?;
    Encoding::for_label_no_replacement(&label[..end]).filter(|encoding| *encoding != UTF_8)
}

/// The likeliest encoding of bytes that are not UTF-8.
fn guess(bytes: &[u8]) -> &'static Encoding {
    // ASCII says nothing of an encoding, but a little before the first other byte is the word that it stands in.
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0).saturating_sub(64);
    let rest = bytes.get(start..).unwrap_or_default();
    let seen = rest.get(..GUESSED).unwrap_or(rest);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(seen, seen.len() == rest.len());
    detector.guess(None, Utf8Detection::Deny)
}

/// Decodes all of the bytes and counts what is malformed.
fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len());
    let (mut read, mut replaced) = (0, 0);
    loop {
        // Room for a piece at a time: the worst case for all of it at once would be three times the file.
        let rest = bytes.get(read..).unwrap_or_default();
        let piece = rest.get(..HEAD).unwrap_or(rest);
        let last = piece.len() == rest.len();
        text.reserve(decoder.max_utf8_buffer_length_without_replacement(piece.len()).unwrap_or(HEAD));
        let (result, taken) = decoder.decode_to_string_without_replacement(piece, &mut text, last);
        read += taken;
        match result {
            DecoderResult::Malformed(..) => {
                text.push(char::REPLACEMENT_CHARACTER);
                replaced += 1;
            }
            DecoderResult::InputEmpty if last => break,
            DecoderResult::InputEmpty | DecoderResult::OutputFull => {}
        }
    }
    Decoded { text, encoding: Some(encoding.name().to_owned()), replaced }
}

/// Whether the bytes begin with a byte-order mark of UTF-32, and if so whether it is the big-endian one. The other one
/// begins like that of UTF-16, but no text in UTF-16 begins with NUL.
fn utf_32(bytes: &[u8]) -> Option<bool> {
    if bytes.starts_with(b"\xFF\xFE\0\0") { Some(false) } else { bytes.starts_with(b"\0\0\xFE\xFF").then_some(true) }
}

/// Decodes UTF-32, which browsers no longer do, after its byte-order mark.
fn decode_utf_32(bytes: &[u8], big_endian: bool) -> Decoded {
    let mut replaced = 0;
    let mut text = String::with_capacity(bytes.len() / 4);
    for unit in bytes.chunks(4).skip(1) {
        let code = <[u8; 4]>::try_from(unit)
            .ok()
            .map(|unit| if big_endian { u32::from_be_bytes(unit) } else { u32::from_le_bytes(unit) });
        text.push(code.and_then(char::from_u32).unwrap_or_else(|| {
            replaced += 1;
            char::REPLACEMENT_CHARACTER
        }));
    }
    let name = if big_endian { "UTF-32BE" } else { "UTF-32LE" };
    Decoded { text, encoding: Some(name.to_owned()), replaced }
}

/// The beginning of the bytes, which tells what they are.
fn head(bytes: &[u8]) -> &[u8] {
    bytes.get(..HEAD).unwrap_or(bytes)
}

/// UTF-16 without a byte-order mark, told by the NULs that ASCII characters have in it: every script writes at least
/// its spaces, line breaks or digits so.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = head(bytes);
    if head.len() < 4 || !bytes.len().is_multiple_of(2) || memchr::memchr(0, head).is_none() {
        return None;
    }
    [UTF_16LE, UTF_16BE].into_iter().find(|encoding| {
        let units = head.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
        let units =
            units.map(|pair| if *encoding == UTF_16LE { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) });
        let (mut ascii, mut unlikely, mut all) = (0usize, 0usize, 0usize);
        for unit in units {
            all += 1;
            match unit {
                0x20..=0x7E | 0x09 | 0x0A | 0x0D => ascii += 1,
                // Controls, private use and non-characters.
                ..=0x1F | 0x7F..=0x9F | 0xE000..=0xF8FF | 0xFFFE.. => unlikely += 1,
                _ => {}
            }
        }
        // Mostly ASCII is plain. Less of it is believed only of bytes that are no text otherwise.
        let plain = ascii * 10 >= all * 6;
        let other = ascii >= 4 && ascii * 20 >= all && !plausible(head);
        unlikely * 100 <= all && (plain || other)
    })
}

/// Whether the bytes could be a text in UTF-8 with NULs in it, but for a character that the end cuts.
fn plausible(head: &[u8]) -> bool {
    let valid = std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true);
    let controls = head.iter().filter(|byte| **byte != 0 && is_odd_control(**byte)).count();
    valid && controls * 20 <= head.len()
}

/// Whether a byte is a control character that texts do not have: not a tab, line break, form feed or escape.
fn is_odd_control(byte: u8) -> bool {
    byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C | 0x1B)
}

/// How many per cent of the beginning are odd control characters, if that is more than any text has. A few are none: a
/// short text may well have some.
fn too_many_controls(bytes: &[u8]) -> Option<usize> {
    let head = head(bytes);
    let controls = head.iter().filter(|byte| is_odd_control(**byte)).count();
    (controls >= 8 && controls * 20 > head.len()).then(|| controls * 100 / head.len().max(1))
}

/// What a file is that is known by its first bytes, and what to do with it.
fn known_binary(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const IMAGE: &str = "read its text first, for instance `tesseract FILE - | summarise`";
    // Formats that begin with bytes that no text begins with, then those that a text could begin with: what follows
    // decides there.
    const MAGIC: &[(&[u8], &str, &str)] = &[
        (b"\x89PNG\r\n\x1A\n", "a PNG image", IMAGE),
        (b"\xFF\xD8\xFF", "a JPEG image", IMAGE),
        (b"II*\0", "a TIFF image", IMAGE),
        (b"MM\0*", "a TIFF image", IMAGE),
        (b"%PDF-", "a PDF", "extract its text first: `pdftotext FILE - | summarise`"),
        (b"{\\rtf1", "an RTF document", "convert it first, for instance `pandoc FILE -t plain | summarise`"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            "an old office document",
            "convert it first, for instance `catdoc FILE | summarise`",
        ),
        (b"\x1F\x8B", "compressed by gzip", "unpack it first: `zcat FILE | summarise`"),
        (b"BZh91AY&SY", "compressed by bzip2", "unpack it first: `bzcat FILE | summarise`"),
        (b"\xFD7zXZ\0", "compressed by xz", "unpack it first: `xzcat FILE | summarise`"),
        (b"\x28\xB5\x2F\xFD", "compressed by zstd", "unpack it first: `zstdcat FILE | summarise`"),
        (b"7z\xBC\xAF\x27\x1C", "a 7z archive", "unpack it first: `7z x -so FILE | summarise`"),
        (b"\x7FELF", "a program", "name a text instead"),
        (b"SQLite format 3\0", "a database", "export its text first"),
    ];
    let start = UTF_8_MARK.len() * usize::from(bytes.starts_with(UTF_8_MARK));
    let bytes = bytes.get(start..).unwrap_or_default();
    if let Some((_, what, mend)) = MAGIC.iter().find(|(magic, ..)| bytes.starts_with(magic)) {
        return Some((what, mend));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(archive(bytes));
    }
    // The sizes that follow have a NUL in every image that is narrower than 256 pixels or a multiple of them; other
    // images have control characters enough.
    let gif = bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a");
    let mut sizes = bytes.iter().skip(6).take(7);
    (gif && sizes.any(|byte| is_odd_control(*byte))).then_some(("a GIF image", IMAGE))
}

/// What a ZIP archive holds: office documents and books are such archives.
fn archive(bytes: &[u8]) -> (&'static str, &'static str) {
    const OFFICE: &str = "convert it first, for instance `pandoc FILE -t plain | summarise`";
    const SLIDES: &str = "convert it first, for instance by saving it as plain text";
    const INSIDE: &[(&[u8], &str, &str)] = &[
        (b"mimetypeapplication/epub+zip", "an EPUB book", OFFICE),
        (b"mimetypeapplication/vnd.oasis.opendocument.text", "an ODT document", OFFICE),
        (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file", SLIDES),
        (b"word/", "a DOCX document", OFFICE),
        (b"ppt/", "a PPTX presentation", SLIDES),
        (b"xl/", "an XLSX table", SLIDES),
    ];
    let head = head(bytes);
    // Names of files stand in the directory at the end, too.
    let tail = bytes.get(bytes.len().saturating_sub(HEAD)..).unwrap_or_default();
    let holds = |name: &[u8]| memchr::memmem::find(head, name).or_else(|| memchr::memmem::find(tail, name)).is_some();
    INSIDE
        .iter()
        .find(|(name, ..)| holds(name))
        .map_or(("a ZIP archive", "unpack it first: `unzip -p FILE | summarise`"), |(_, what, mend)| (what, mend))
}
