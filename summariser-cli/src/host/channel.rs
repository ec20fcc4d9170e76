//! What passes between the program and a worker, and how: frames of a length and so many bytes. The worker believes what
//! it is told; the program believes nothing. A frame is no larger than it may be, grows as it arrives and not as it
//! claims, and whatever cannot be read as an answer ends the worker that sent it.

use std::fmt;
use std::marker::PhantomData;
use std::mem::size_of;
use std::time::Duration;

use serde::de::{DeserializeOwned, Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use summariser_core::abi::host::{Failure, FailureKind};
use summariser_core::abi::option::OptionSetting;
use summariser_core::{Attribute, Block, BlockKind, Document, Length, Span, Value};

use super::limits::Limits;
use super::sandbox::Enforced;

/// What a worker is told.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Order {
    /// First of all, with two descriptors: the memory where documents lie, and the file for its [`Place`].
    Begin {
        /// The process that started it.
        parent: u32,
        /// How much it may use.
        limits: Limits,
    },
    /// Load a library, with a descriptor of its bytes where the system can load from one.
    Load {
        /// Its file, for messages and where there is no descriptor.
        path: String,
        /// The manifest that was found in its bytes.
        manifest: String,
        /// Whether a descriptor comes with this.
        sealed: bool,
    },
    /// Every library has been named.
    Seal,
    /// Make a summariser.
    Make {
        /// Which library, in the order in which they were named.
        library: usize,
        /// Its options, in the manifest's order.
        options: Vec<(String, Setting)>,
    },
    /// Summarise documents that lie in the memory, and answer to each.
    Run {
        /// The number of the first, which the answer repeats; the others count on.
        number: u64,
        /// How each lies there, with its summarisers, by the numbers in the order in which they were made.
        documents: Vec<(Shape, Vec<usize>)>,
    },
}

/// How a document lies in the memory, or in one of its own: from where on, and so many bytes or things in each column, one column behind the
/// other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// Whether it lies in a memory of its own, of which a descriptor comes with the order.
    pub apart: bool,
    /// Where it begins and ends.
    pub place: (usize, usize),
    /// How many things each column has.
    pub counts: Vec<usize>,
    /// The document's language.
    pub language: String,
    /// Where the document is from.
    pub source: String,
    /// Where its title begins and ends.
    pub title: (u32, u32),
    /// How many words the text at the beginning of the pipe has.
    pub origin_words: u32,
    /// How many words were said of it before.
    pub summary_words: u32,
}

/// What a worker is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Getting ready, or waiting.
    Idle,
    /// Loading the library of this number.
    Loading(u32),
    /// Making the summariser of this number.
    Making(u32),
    /// Running the summariser at this place of the order, where those of all documents count on.
    Running(u32),
}

impl Place {
    /// How many bytes it is.
    pub const SIZE: usize = 16;

    /// As bytes, with when that began.
    #[must_use]
    pub fn to_bytes(self, since: Duration) -> [u8; Place::SIZE] {
        let (what, which) = match self {
            Place::Idle => (0, 0),
            Place::Loading(which) => (1, which),
            Place::Making(which) => (2, which),
            Place::Running(which) => (3_u32, which),
        };
        let since = u64::try_from(since.as_nanos()).unwrap_or(u64::MAX);
        let mut bytes = [0; Place::SIZE];
        bytes[..4].copy_from_slice(&what.to_ne_bytes());
        bytes[4..8].copy_from_slice(&which.to_ne_bytes());
        bytes[8..].copy_from_slice(&since.to_ne_bytes());
        bytes
    }

    /// From bytes; whatever is none of these is idle.
    #[must_use]
    pub fn from_bytes(bytes: [u8; Place::SIZE]) -> (Place, Duration) {
        let [a, b, c, d, e, f, g, h, since @ ..] = bytes;
        let which = u32::from_ne_bytes([e, f, g, h]);
        let place = match u32::from_ne_bytes([a, b, c, d]) {
            1 => Place::Loading(which),
            2 => Place::Making(which),
            3 => Place::Running(which),
            _ => Place::Idle,
        };
        (place, Duration::from_nanos(u64::from_ne_bytes(since)))
    }
}

/// What a worker answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Order::Begin`]: what is enforced, said before any library is there that could say something else.
    Confined(Enforced),
    /// To [`Order::Seal`]: for each library why it cannot be used, if it cannot.
    Ready(#[serde(deserialize_with = "few")] Vec<Result<(), Fault>>),
    /// To [`Order::Make`].
    Made(Result<(), Fault>),
    /// A plugin's note, at any time.
    Note(String),
    /// To each document of [`Order::Run`], with its number.
    Said(u64, #[serde(deserialize_with = "few")] Vec<Result<Points, Fault>>),
}

/// A [`Failure`] on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    kind: String,
    message: String,
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Fault {
        Fault { kind: failure.kind.name().to_owned(), message: failure.message }
    }
}

/// The most characters of a fault's message that are passed on.
const LONGEST_MESSAGE: usize = 16 << 10;

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Failure {
        let kind = FailureKind::ALL.into_iter().find(|kind| kind.name() == fault.kind);
        let one_line = fault.message.chars().map(|c| if c.is_control() { ' ' } else { c });
        let message: String = one_line.take(LONGEST_MESSAGE).collect();
        Failure::new(kind.unwrap_or(FailureKind::Error), message)
    }
}

/// The value of an option on its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Setting {
    /// Not given.
    Absent,
    /// A whole number.
    Integer(i64),
    /// A number.
    Float(f64),
    /// True or false.
    Boolean(bool),
    /// A text.
    String(String),
    /// A list of texts.
    List(Vec<String>),
    /// A length, as people write it.
    Length(String),
}

impl From<&OptionSetting> for Setting {
    fn from(setting: &OptionSetting) -> Setting {
        match setting {
            OptionSetting::Absent => Setting::Absent,
            OptionSetting::Integer(integer) => Setting::Integer(*integer),
            OptionSetting::Float(float) => Setting::Float(*float),
            OptionSetting::Boolean(boolean) => Setting::Boolean(*boolean),
            OptionSetting::String(text) => Setting::String(text.clone()),
            OptionSetting::List(texts) => Setting::List(texts.clone()),
            OptionSetting::Length(length) => Setting::Length(length.to_string()),
        }
    }
}

impl From<Setting> for OptionSetting {
    fn from(setting: Setting) -> OptionSetting {
        match setting {
            Setting::Absent => OptionSetting::Absent,
            Setting::Integer(integer) => OptionSetting::Integer(integer),
            Setting::Float(float) => OptionSetting::Float(float),
            Setting::Boolean(boolean) => OptionSetting::Boolean(boolean),
            Setting::String(text) => OptionSetting::String(text),
            Setting::List(texts) => OptionSetting::List(texts),
            Setting::Length(text) => text.parse::<Length>().map_or(OptionSetting::Absent, OptionSetting::Length),
        }
    }
}

/// What a summariser said, [`Block`] after block. They stay bytes until each is checked in its turn, so that a frame
/// that claims to hold millions of them takes no more memory than it has bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Points(Vec<u8>);

/// As one run of bytes, and not byte after byte.
impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Points, D::Error> {
        <&[u8]>::deserialize(deserializer).map(|bytes| Points(bytes.to_vec()))
    }
}

/// How many bytes of memory may be taken by each byte that a plugin may say.
const MEMORY_PER_OUTPUT: usize = 4;

impl Points {
    /// Blocks as bytes.
    ///
    /// # Errors
    /// There is no writing them.
    pub fn new(blocks: &[Block]) -> Result<Points, String> {
        let write = |bytes, block| postcard::to_extend(&Sent::from(block), bytes);
        let bytes = blocks.iter().try_fold(Vec::new(), write);
        bytes.map(Points).map_err(|error| format!("what it said cannot be written: {error}"))
    }

    /// How many bytes they are.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.len()
    }

    /// The blocks, each checked against the document; together they take at most a few times `most` bytes.
    ///
    /// # Errors
    /// The first that is none, or is refused, or is too much.
    pub fn blocks(&self, document: &Document<'_>, most: usize) -> Result<Vec<Block>, Failure> {
        let mut left = most.saturating_mul(MEMORY_PER_OUTPUT);
        let (mut blocks, mut rest) = (Vec::new(), self.0.as_slice());
        while !rest.is_empty() {
            let mut next = || -> Result<Block, String> {
                let (point, after) = postcard::take_from_bytes::<Point>(rest).map_err(|error| error.to_string())?;
                rest = after;
                let beyond = || format!("it is beyond what a plugin may say of this document ({most} bytes)");
                left = left.checked_sub(point.weight()).ok_or_else(beyond)?;
                point.block()?.complete(document).map_err(|refusal| refusal.to_string())
            };
            let block = next();
            let number = blocks.len() + 1;
            let refused = |why| Failure::new(FailureKind::Refused, format!("block {number} is refused: {why}"));
            blocks.push(block.map_err(refused)?);
        }
        Ok(blocks)
    }
}

/// A [`Block`] on its way: what the plugin said, and nothing that the host says of it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Point {
    kind: u32,
    text: Option<String>,
    spans: Vec<(u32, u32)>,
    score: Option<f64>,
    over_length: bool,
    clipped: bool,
    #[serde(deserialize_with = "few")]
    attributes: Vec<(String, Datum, Option<String>)>,
}

/// The value of an attribute on its way.
#[derive(Clone, Debug, PartialEq, Deserialize)]
enum Datum {
    Text(String),
    Number(f64),
    Null(String),
}

/// A [`Block`] about to go on its way: written as a [`Point`] is read, without a copy of it.
#[derive(Serialize)]
struct Sent<'a> {
    kind: u32,
    text: Option<&'a str>,
    #[serde(serialize_with = "pairs")]
    spans: &'a [Span],
    score: Option<f64>,
    over_length: bool,
    clipped: bool,
    #[serde(serialize_with = "data")]
    attributes: &'a [Attribute],
}

/// A [`Datum`] about to go on its way.
#[derive(Serialize)]
enum SentDatum<'a> {
    Text(&'a str),
    Number(f64),
    Null(&'a str),
}

fn pairs<S: Serializer>(spans: &[Span], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(spans.iter().map(|span| (span.start, span.end)))
}

fn data<S: Serializer>(attributes: &[Attribute], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(attributes.iter().map(|attribute| {
        let value = match &attribute.value {
            Value::Text(text) => SentDatum::Text(text),
            Value::Number(number) => SentDatum::Number(*number),
            Value::Null { reason } => SentDatum::Null(reason),
        };
        (&attribute.key, value, attribute.unit.as_ref())
    }))
}

impl<'a> From<&'a Block> for Sent<'a> {
    fn from(block: &'a Block) -> Sent<'a> {
        Sent {
            kind: block.kind as u32,
            // What was made from the spans is made from them again.
            text: block.text.as_deref().filter(|_| !block.verbatim),
            spans: &block.spans,
            score: block.score,
            over_length: block.over_length,
            clipped: block.clipped,
            attributes: &block.attributes,
        }
    }
}

impl Point {
    /// How much memory its block takes, the text included that is made from its spans.
    fn weight(&self) -> usize {
        let covered = || self.spans.iter().map(|(start, end)| end.saturating_sub(*start) as usize);
        let text = self.text.as_ref().map_or_else(|| covered().fold(0, usize::saturating_add), String::len);
        let attribute = |(key, datum, unit): &(String, Datum, Option<String>)| {
            let said = if let Datum::Text(said) | Datum::Null(said) = datum { said.len() } else { 0 };
            size_of::<Attribute>() + key.len() + said + unit.as_ref().map_or(0, String::len)
        };
        let attributes: usize = self.attributes.iter().map(attribute).sum();
        let spans = self.spans.len() * size_of::<Span>();
        (size_of::<Block>() + spans + attributes).saturating_add(text)
    }

    /// The block, still to be checked against its document.
    fn block(self) -> Result<Block, String> {
        let kind = BlockKind::from_code(self.kind).ok_or_else(|| format!("its kind {} is not known", self.kind))?;
        let attribute = |(key, value, unit)| {
            let value = match value {
                Datum::Text(text) => Value::Text(text),
                Datum::Number(number) => Value::Number(number),
                Datum::Null(reason) => Value::Null { reason },
            };
            Attribute { key, value, unit }
        };
        let mut block = Block::new(kind);
        block.text = self.text;
        // Not `Span::new`, which has an opinion on spans that end before they begin.
        block.spans = self.spans.into_iter().map(|(start, end)| Span { start, end }).collect();
        block.score = self.score;
        block.over_length = self.over_length;
        block.clipped = self.clipped;
        block.attributes = self.attributes.into_iter().map(attribute).collect();
        Ok(block)
    }
}

/// A list of things that take much more memory than bytes of a frame, of which an honest worker sends few.
fn few<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    struct Few<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Few<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a list of at most {MOST} things")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let mut things = Vec::new();
            while let Some(thing) = list.next_element()? {
                if things.len() == MOST {
                    return Err(A::Error::custom("a list is too long"));
                }
                things.push(thing);
            }
            Ok(things)
        }
    }

    deserializer.deserialize_seq(Few(PhantomData))
}

/// The most of [`few`]: as many as a block may have attributes.
const MOST: usize = 1 << 10;

/// Appends a frame.
///
/// # Errors
/// It would be longer than a frame can be.
pub fn write_frame(frame: &impl Serialize, to: &mut Vec<u8>) -> Result<(), String> {
    let start = to.len();
    to.extend_from_slice(&[0; HEAD]);
    let whole = postcard::to_extend(frame, std::mem::take(to))
        .map_err(|error| format!("a frame cannot be written: {error}"))?;
    *to = whole;
    let length = u32::try_from(to.len() - start - HEAD).map_err(|_| "a frame is longer than any may be".to_owned())?;
    to[start..start + HEAD].copy_from_slice(&length.to_ne_bytes());
    Ok(())
}

/// The bytes of a frame's length.
const HEAD: usize = 4;

/// What has arrived, frame after frame. The room for it is used again and again.
#[derive(Debug, Default)]
pub struct Arrived {
    room: Vec<u8>,
    /// What has not been taken yet lies between the two.
    start: usize,
    end: usize,
}

/// How much is read at once.
const READ: usize = 1 << 16;
/// No more room than this is kept when nothing is in it.
const MOST_KEPT: usize = 16 * READ;

impl Arrived {
    /// Has more bytes written behind those that are here, by what says how many it wrote.
    ///
    /// # Errors
    /// That of `read`.
    pub fn read<E>(&mut self, read: impl FnOnce(&mut [u8]) -> Result<usize, E>) -> Result<usize, E> {
        if self.start == self.end {
            (self.start, self.end) = (0, 0);
            if self.room.len() > MOST_KEPT {
                self.room = Vec::new();
            }
        }
        if self.room.len() - self.end < READ {
            self.room.copy_within(self.start..self.end, 0);
            (self.start, self.end) = (0, self.end - self.start);
            self.room.resize(self.room.len().max(self.end + READ), 0);
        }
        let read = read(&mut self.room[self.end..])?;
        self.end += read;
        Ok(read)
    }

    /// How many bytes are here that were not taken.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.end - self.start
    }

    /// Takes the first frame; nothing if it is not all there yet.
    ///
    /// # Errors
    /// It claims to be longer than `most`, or is no such frame.
    pub fn take<T: DeserializeOwned>(&mut self, most: usize) -> Result<Option<T>, String> {
        let arrived = self.room.get(self.start..self.end).unwrap_or_default();
        let Some(head) = arrived.first_chunk::<HEAD>() else { return Ok(None) };
        let length = u32::from_ne_bytes(*head) as usize;
        if length > most {
            return Err(format!("a frame of {length} bytes, where {most} are the most"));
        }
        let Some(body) = arrived.get(HEAD..HEAD + length) else { return Ok(None) };
        let (frame, rest) =
            postcard::take_from_bytes(body).map_err(|error| format!("a frame that is none: {error}"))?;
        if !rest.is_empty() {
            return Err(format!("a frame with {} bytes too many", rest.len()));
        }
        self.start += HEAD + length;
        Ok(Some(frame))
    }
}

/// As if they had just arrived.
impl From<Vec<u8>> for Arrived {
    fn from(bytes: Vec<u8>) -> Arrived {
        Arrived { start: 0, end: bytes.len(), room: bytes }
    }
}

#[cfg(test)]
mod tests;
