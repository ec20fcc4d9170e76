//! The boundary's two halves joined in one process: what a host lends is what a summariser reads, and what it says comes
//! back whole or is refused.

use std::mem::{offset_of, size_of};

use super::host::{Failure, FailureKind, Library};
use super::option::{OptionSetting, Options};
use super::plugin::{Export, table};
use super::table::{BlockTable, CallTable, DocumentTable, Plugin, Str, Table, take};
use super::{HEADER, MAJOR, MINOR, judge};
use crate::document::Columns;
use crate::{Attribute, Block, BlockKind, Document, Error, Length, Output, Result, Span, Summariser, Value};

/// Says whatever the test's function says.
struct Says(String);

impl Export for Says {
    fn from_options(options: &Options) -> Result<Self> {
        let how: String = options.get(0, "how")?;
        let (length, list): (Option<Length>, Vec<String>) = (options.get(1, "length")?, options.get(2, "list")?);
        assert_ne!(how, "panic in create");
        Ok(Says(format!("{how} {length:?} {list:?}")))
    }
}

impl Summariser for Says {
    fn summarise(&self, document: &Document<'_>, out: &mut Output<'_>) -> Result {
        match self.0.split(' ').next().unwrap_or_default() {
            "options" => out.push(Block::new(BlockKind::Paragraph).text(&*self.0)),
            "echo" => {
                let sentence = document.sentence(1).ok_or_else(|| Error::new("no second sentence"))?;
                out.log("a note");
                out.push(Block {
                    over_length: true,
                    clipped: true,
                    ..Block::new(BlockKind::Bullet).span(sentence.span()).score(0.25)
                })?;
                let words: Vec<&str> = sentence.words().map(|word| word.text()).collect();
                let terms: Vec<&str> =
                    sentence.words().filter_map(|word| word.term()).map(|term| document.term(term)).collect();
                out.push(
                    Block::figure("words", words.len() as f64, "words")
                        .attribute("terms", Value::Text(terms.join(" ")), None)
                        .attribute("none", Value::Null { reason: "why not".to_owned() }, None),
                )
            }
            "panic" => panic!("it fell over"),
            "error" => Err(Error::new("it cannot")),
            "bounds" => out.push(Block::new(BlockKind::Bullet).span(Span::new(0, 9_999))),
            "character" => out.push(Block::new(BlockKind::Bullet).span(Span::new(0, 1))),
            "nan" => out.push(Block::figure("n", f64::NAN, "")),
            other => Err(Error::new(format!("what is {other}?"))),
        }
    }
}

static LIBRARY: Plugin = table::<Says>("id = \"says\"");

fn library() -> Library {
    // SAFETY: the table is a static of this very program.
    unsafe { Library::judge(&raw const LIBRARY) }.expect("a good table")
}

fn run(how: &str, document: &Document<'_>) -> Result<Vec<Block>, Failure> {
    let options = [
        ("how".to_owned(), OptionSetting::String(how.to_owned())),
        ("length".to_owned(), OptionSetting::Length(Length::Words(80))),
        ("list".to_owned(), OptionSetting::List(vec!["a".to_owned(), "b".to_owned()])),
    ];
    let mut instance = library().create(&options, &mut |_| {})?;
    instance.run(document, &|| false, &mut |_| {})
}

fn document() -> Document<'static> {
    let columns = Columns {
        sentence_spans: vec![Span::new(0, 6), Span::new(7, 17)].into(),
        sentence_paragraphs: vec![0, 0].into(),
        sentence_words: vec![Span::new(0, 1), Span::new(1, 3)].into(),
        word_spans: vec![Span::new(0, 5), Span::new(7, 11), Span::new(12, 16)].into(),
        word_terms: vec![0, 1, 0].into(),
        word_flags: vec![0, 0, 0].into(),
        term_offsets: vec![0, 4, 8].into(),
        term_counts: vec![2, 1].into(),
        term_pool: "olétree".to_owned().into(),
        ..Columns::default()
    };
    Document::new("Äpfel. Alte Äste.", columns).with_language("de")
}

#[test]
fn what_is_lent_is_read_and_what_is_said_comes_back() {
    let text = "Apfel. Alte Este!";
    let document = Document::new(text, document().columns().clone());
    let blocks = run("echo", &document).expect("it says something");
    let expected = Block {
        text: Some("Alte Este!".to_owned()),
        spans: vec![Span::new(7, 17)],
        verbatim: true,
        score: Some(0.25),
        over_length: true,
        clipped: true,
        ..Block::new(BlockKind::Bullet)
    };
    assert_eq!(blocks[0], expected);
    assert_eq!(blocks[1].text.as_deref(), Some("2"));
    let attribute = |key: &str, value: Value, unit: Option<&str>| Attribute {
        key: key.to_owned(),
        value,
        unit: unit.map(str::to_owned),
    };
    assert_eq!(
        blocks[1].attributes,
        [
            attribute("words", Value::Number(2.0), Some("words")),
            attribute("terms", Value::Text("tree olé".to_owned()), None),
            attribute("none", Value::Null { reason: "why not".to_owned() }, None),
        ]
    );
}

#[test]
fn options_cross_with_their_types() {
    let blocks = run("options", &document()).expect("it says something");
    assert_eq!(blocks[0].text.as_deref(), Some("options Some(Words(80)) [\"a\", \"b\"]"));
}

#[test]
fn every_failure_has_its_kind_and_its_reason() {
    for (how, kind, reason) in [
        ("panic", FailureKind::Panic, "it fell over"),
        ("panic in create", FailureKind::Panic, "panic in create"),
        ("error", FailureKind::Error, "it cannot"),
        ("bounds", FailureKind::Refused, "block 1 is refused: its span 0..9999 ends beyond the text of 19 bytes"),
        ("character", FailureKind::Refused, "block 1 is refused: its span 0..1 cuts a character in two"),
        ("nan", FailureKind::Refused, "block 1 is refused: its attribute `n` is not a finite number"),
    ] {
        let failure = run(how, &document()).expect_err(how);
        assert_eq!(failure.kind, kind, "{how}: {failure}");
        assert!(failure.message.contains(reason), "{how}: {failure}");
    }
}

#[test]
fn a_wrong_option_is_named() {
    let options = [("how".to_owned(), OptionSetting::Integer(1))];
    let failure = library().create(&options, &mut |_| {}).expect_err("an integer is no string");
    assert_eq!(failure.message, "option `how` is no string that it can be");
}

#[test]
fn tables_are_judged_before_anything_is_called() {
    let header = |major: u16, minor: u16, size: u32, needs: u16| {
        let mut header = [0; HEADER];
        header[..8].copy_from_slice(&super::MAGIC);
        header[8..10].copy_from_slice(&major.to_ne_bytes());
        header[10..12].copy_from_slice(&minor.to_ne_bytes());
        header[12..16].copy_from_slice(&size.to_ne_bytes());
        header[16..18].copy_from_slice(&needs.to_ne_bytes());
        header
    };
    let size = size_of::<Plugin>() as u32;
    assert!(judge(&header(MAJOR, MINOR, size, 0)).is_ok());
    assert!(judge(&header(MAJOR, MINOR + 7, size + 64, 0)).is_ok(), "a newer plugin that can live with an older host");
    for (header, said) in [
        (header(MAJOR + 1, 0, size, 0), "plugin ABI 2.0, this host speaks 1.1; update the host or rebuild the plugin"),
        (header(0, 9, size, 0), "plugin ABI 0.9, this host speaks 1.1; rebuild the plugin"),
        (header(MAJOR, MINOR + 1, size, MINOR + 1), "it needs plugin ABI 1.2, this host speaks 1.1; update the host"),
        (header(MAJOR, MINOR, 24, 0), "its table has 24 bytes"),
        ([0; HEADER], "it is something else"),
    ] {
        let judgement = judge(&header).expect_err(said).to_string();
        assert!(judgement.contains(said), "{judgement}");
    }
}

#[test]
fn older_and_newer_tables_are_copied_and_zero_filled() {
    #[repr(C)]
    struct Newer {
        block: BlockTable,
        later: [u64; 4],
    }
    let block = BlockTable {
        struct_size: size_of::<Newer>() as u32,
        kind: 3,
        flags: 7,
        reserved: 0,
        text: Str::NONE,
        spans: std::ptr::null(),
        span_count: 0,
        score: 0.5,
        attributes: std::ptr::null(),
        attribute_count: 0,
    };
    let newer = Newer { block, later: [u64::MAX; 4] };
    // SAFETY: the pointer is to a local that is as large as it says.
    let taken = unsafe { take((&raw const newer).cast::<BlockTable>()) }.expect("it is large enough");
    assert_eq!((taken.kind, taken.flags, taken.score), (3, 7, 0.5));
    for size in [0, 4, BlockTable::SINCE as u32 - 1] {
        let small = BlockTable { struct_size: size, ..block };
        // SAFETY: the pointer is to a local that is larger than it says.
        assert!(unsafe { take(&raw const small) }.is_none(), "{size} bytes are no block");
    }
    // SAFETY: null is allowed.
    assert!(unsafe { take(std::ptr::null::<CallTable>()) }.is_none());
}

/// Where every field lies. A change here is a change of the ABI: fields may be added behind the last, never moved.
#[test]
#[cfg(target_pointer_width = "64")]
fn the_layout_is_frozen() {
    macro_rules! offsets {
        ($table:ty: $($field:ident)+) => { [$(offset_of!($table, $field)),+] };
    }
    assert_eq!(
        offsets!(Plugin: magic major minor struct_size needs_minor reserved manifest create run destroy),
        [0, 8, 10, 12, 16, 18, 24, 40, 48, 56]
    );
    assert_eq!(
        offsets!(CallTable: struct_size abi_minor context emit fail log poll extension),
        [0, 4, 8, 16, 24, 32, 40, 48]
    );
    assert_eq!(
        offsets!(DocumentTable: struct_size flags text language source term_pool title origin_words summary_words
            paragraphs sentences words terms paragraph_spans paragraph_kinds paragraph_levels sentence_spans
            sentence_paragraphs sentence_words word_spans word_terms word_flags term_offsets term_counts salience),
        [0, 4, 8, 24, 40, 56, 72, 80, 84, 88, 92, 96, 100, 104, 112, 120, 128, 136, 144, 152, 160, 168, 176, 184, 192]
    );
    assert_eq!(
        offsets!(BlockTable: struct_size kind flags reserved text spans span_count score attributes attribute_count),
        [0, 4, 8, 12, 16, 32, 40, 48, 56, 64]
    );
}
