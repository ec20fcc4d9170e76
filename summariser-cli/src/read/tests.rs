//! What each kind of bytes is read as.

use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;

use encoding_rs::Encoding;

use super::*;

/// Decodes bytes and compares the text, the encoding and the number of replacements.
fn check(name: &str, bytes: &[u8], declared: Option<&str>, expected: (&str, Option<&str>, usize)) {
    match decode(bytes.to_vec(), declared) {
        Ok(decoded) => {
            let found = (decoded.text.as_str(), decoded.encoding.as_deref(), decoded.replaced);
            assert_eq!(found, expected, "{name}");
        }
        Err(error) => panic!("{name}: {error}"),
    }
}

/// The bytes of a text in an encoding.
fn encoded(label: &str, text: &str) -> Vec<u8> {
    Encoding::for_label(label.as_bytes()).expect("a known label").encode(text).0.into_owned()
}

/// The bytes of a text in UTF-16, little-endian or big-endian.
fn utf_16(text: &str, big_endian: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn utf_8_stays_as_it_lies() {
    check("nothing", b"", None, ("", None, 0));
    check("ascii", b"The ferry is late.", None, ("The ferry is late.", None, 0));
    check("mark", "\u{FEFF}Fähre".as_bytes(), None, ("\u{FEFF}Fähre", None, 0));
    check("mark outranks a label", "\u{FEFF}Fähre".as_bytes(), Some("latin1"), ("\u{FEFF}Fähre", None, 0));
    check("one NUL", b"one\0two", None, ("one\0two", None, 0));
    check("records with NULs", b"one\0two\n", None, ("one\0two\n", None, 0));
    check("colours", b"\x1b[31mred\x1b[0m", None, ("\x1b[31mred\x1b[0m", None, 0));
    check("it talks of GIF89a", b"GIF89a is a format.", None, ("GIF89a is a format.", None, 0));
    check("a label of its own", "Fähre".as_bytes(), Some("utf8"), ("Fähre", None, 0));
    let bytes = "grün".repeat(1000).into_bytes();
    let place = bytes.as_ptr();
    assert_eq!(decode(bytes, None).expect("it is UTF-8").text.as_ptr(), place, "nothing is copied");
}

#[test]
fn slips_in_utf_8_are_replaced() {
    check(
        "mostly well",
        "Zürich, Köln, Näfels, Brüssel \u{1}".replace('\u{1}', "x").as_bytes(),
        None,
        ("Zürich, Köln, Näfels, Brüssel x", None, 0),
    );
    let mut bytes = "Zürich, Köln, Näfels, Brüssel: ".as_bytes().to_vec();
    bytes.extend_from_slice(b"\xFF!");
    check("one slip", &bytes, None, ("Zürich, Köln, Näfels, Brüssel: \u{FFFD}!", Some("UTF-8"), 1));
    check("a mark", b"\xEF\xBB\xBFcaf\xE9", None, ("\u{FEFF}caf\u{FFFD}", Some("UTF-8"), 1));
    check("declared", b"caf\xE9", Some("utf-8"), ("caf\u{FFFD}", Some("UTF-8"), 1));
}

#[test]
fn a_page_may_name_its_encoding() {
    for (label, head) in [
        ("ISO-8859-2", "<html><META http-equiv=Content-Type content='text/html; charset=iso-8859-2'>"),
        ("windows-1250", "<!doctype html><meta charset=\"windows-1250\">"),
        ("KOI8-R", "<?xml version='1.0' encoding='koi8-r'?><html>"),
    ] {
        // Too little to guess from.
        let text = format!("{head}<p>{}", if label == "KOI8-R" { "Да" } else { "Ž" });
        check(label, &encoded(label, &text), None, (&text, Some(label), 0));
    }
    // One that is wrong, unknown or no page's says nothing.
    for head in ["<meta charset=utf-8>", "<meta charset=klingon>", "charset=koi8-r ", "<meta charset="] {
        let text = format!("{head} Le café était fermé, mais la gare restait ouverte.");
        check(head, &encoded("windows-1252", &text), None, (&text, Some("windows-1252"), 0));
    }
}

#[test]
fn legacy_encodings_are_guessed() {
    let texts = [
        ("windows-1252", "Le café était fermé, mais la gare restait ouverte jusqu’à la fin de l’été."),
        ("windows-1251", "Паром опаздывает на два часа, потому что на озере сильный ветер и туман."),
        ("Shift_JIS", "渡し船は二時間遅れています。湖の上は風が強く、霧も出ているためです。"),
        ("EUC-JP", "渡し船は二時間遅れています。湖の上は風が強く、霧も出ているためです。"),
        ("GBK", "渡轮晚点两个小时，因为湖面上风很大，而且有雾。居民们仍在码头等候。"),
        ("Big5", "渡輪晚點兩個小時，因為湖面上風很大，而且有霧。居民們仍在碼頭等候。"),
        ("EUC-KR", "호수에 바람이 강하고 안개가 끼어 나룻배가 두 시간 늦어지고 있습니다."),
        ("windows-1253", "Το πλοίο έχει καθυστέρηση δύο ωρών, επειδή στη λίμνη φυσάει δυνατός άνεμος."),
        ("ISO-2022-JP", "渡し船は二時間遅れています。湖の上は風が強く、霧も出ているためです。"),
    ];
    for (name, text) in texts {
        check(name, &encoded(name, text), None, (text, Some(name), 0));
        check(name, &encoded(name, text), Some(name), (text, Some(name), 0));
    }
    check("a single letter", b"The caf\xE9 is shut.", None, ("The café is shut.", Some("windows-1252"), 0));
    // Longer than one piece of the decoder's work.
    let long = "Привет, мир! ".repeat(20_000);
    check("long", &encoded("windows-1251", &long), None, (&long, Some("windows-1251"), 0));
}

#[test]
fn utf_16_and_utf_32_are_told_with_and_without_a_mark() {
    let texts = [
        "The ferry is late again.\n",
        "Паром опаздывает на два часа, потому что ветер и туман.\n",
        "渡し船は二時間遅れ。\r\nBus 12, 8:30.\r\n湖の上は風が強い。\r\n",
        "Fähre 🛳 über den See",
    ];
    for text in texts {
        for (big, name) in [(false, "UTF-16LE"), (true, "UTF-16BE")] {
            check(name, &utf_16(text, big), None, (text, Some(name), 0));
            check(name, &utf_16(&format!("\u{FEFF}{text}"), big), None, (text, Some(name), 0));
        }
        let marked = format!("\u{FEFF}{text}");
        let little: Vec<u8> = marked.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        check("UTF-32LE", &little, None, (text, Some("UTF-32LE"), 0));
        let big: Vec<u8> = marked.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
        check("UTF-32BE", &big, None, (text, Some("UTF-32BE"), 0));
    }
    check("half a pair", b"\xFF\xFEa\0\x00\xD8b\0", None, ("a\u{FFFD}b", Some("UTF-16LE"), 1));
    check("half a unit", b"\xFF\xFEa\0b", None, ("a\u{FFFD}", Some("UTF-16LE"), 1));
    check("half of UTF-32", b"\xFF\xFE\0\0a\0\0\0b\0", None, ("a\u{FFFD}", Some("UTF-32LE"), 1));
}

#[test]
fn what_is_no_text_is_refused_with_the_mend() {
    let cases: &[(&[u8], Option<&str>, &str)] = &[
        (b"%PDF-1.7\n", None, "is a PDF, not text; extract its text first: `pdftotext FILE - | summarise`"),
        (b"\xEF\xBB\xBF%PDF-1.7\n", Some("utf-8"), "is a PDF, not text"),
        (b"\x89PNG\r\n\x1A\n\0\0", None, "is a PNG image, not text"),
        (b"\xFF\xD8\xFF\xE0", None, "is a JPEG image"),
        (b"GIF89a\x10\0\x10\0\xF0", None, "is a GIF image"),
        (
            b"PK\x03\x04....word/document.xml",
            None,
            "is a DOCX document, not text; convert it first, for instance `pandoc",
        ),
        (b"PK\x03\x04....mimetypeapplication/epub+zip", None, "is an EPUB book"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.textPK", None, "is an ODT document"),
        (b"PK\x03\x04....notes.txt", None, "is a ZIP archive, not text; unpack it first: `unzip -p FILE | summarise`"),
        (b"\x1F\x8B\x08", None, "is compressed by gzip, not text; unpack it first: `zcat FILE | summarise`"),
        (b"\x7FELF\x02", None, "is a program"),
        (
            b"\x01\x02\x03\x04\x05\x06\x07\x08 and so on",
            None,
            "seems to be a binary file: 44 % of its beginning are control",
        ),
        (b"text", Some("klingon"), "cannot be decoded: `klingon` is no encoding known here; known are utf-8,"),
        (b"text", Some("replacement"), "cannot be decoded: `replacement` is no encoding"),
    ];
    for (bytes, declared, expected) in cases {
        let message = decode(bytes.to_vec(), *declared).map_or_else(|error| error.to_string(), |it| format!("{it:?}"));
        assert!(message.starts_with(expected), "{message}\nbegins otherwise than\n{expected}");
    }
    let noise: Vec<u8> = (0..40_000u64).map(|n| (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33) as u8).collect();
    assert!(matches!(decode(noise, None), Err(DecodeError::Controls { .. })));
}

#[test]
fn files_that_cannot_be_read_say_why() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let message = |name: &str| read_file(&path(name)).map_or_else(|error| error.to_string(), |_| "was read".to_owned());
    std::fs::write(path("article.txt"), "It rained.").expect("a file");
    std::fs::write(path("b.txt"), "It rained.").expect("a file");
    assert_eq!(read_file(&path("article.txt")).expect("it is there"), b"It rained.");
    let nearest = path("article.txt");
    let hint = format!("cannot be read: there is no such file; did you mean `{}`?", nearest.display());
    for name in ["artcile.txt", "Articel.txt", "article.md", "article.text"] {
        assert_eq!(message(name), hint, "{name}");
    }
    assert_eq!(message("report.txt"), "cannot be read: there is no such file");
    let inner = path("inner");
    assert_eq!(message("inner/x.txt"), format!("cannot be read: there is no folder `{}`", inner.display()));
    let folder_message = read_file(folder.path()).expect_err("a folder").to_string();
    assert!(folder_message.starts_with("is a folder; name the files in it, such as "), "{folder_message}");
    assert!(folder_message.contains("/*.txt, or take"), "{folder_message}");
    assert!(matches!(read_file(Path::new("surely-not-here-at-all")), Err(ReadError::Missing { nearest: None })));
}

#[cfg(unix)]
#[test]
fn named_pipes_are_streams() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let writer = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::write(pipe, "It rained.".repeat(10_000))
    });
    assert_eq!(read_file(&pipe).expect("a stream").len(), 100_000);
    writer.join().expect("no panic").expect("it wrote");
}

/// Every line as `number id text` or `number id ! message`.
fn lines(input: &[u8], names: FieldNames, longest: usize) -> Vec<String> {
    // A buffer smaller than most lines, so that they come in pieces.
    JsonLines::new(BufReader::with_capacity(7, Cursor::new(input)))
        .longest(longest)
        .map(|line| match line.expect("no error of the input").record(&names) {
            Ok(record) => format!("{} {} {:?}", record.line, record.id, record.text),
            Err(bad) => format!("{} {} ! {}", bad.line, bad.id, bad.message),
        })
        .collect()
}

#[test]
fn lines_of_json_are_read_one_by_one() {
    let cases: &[(&[u8], &[&str])] = &[
        (b"", &[]),
        (b"\n \r\n\t\n", &[]),
        (br#"{"id": "a", "text": "It rained."}"#, &[r#"1 "a" "It rained.""#]),
        (b"\xEF\xBB\xBF{\"text\":\"x\"}\r\n\r\n{\"id\":7,\"text\":\"y\"}\r\n", &[r#"1 null "x""#, r#"3 7 "y""#]),
        (br#"{"more":{"text":[1,{}]},"text":"a\nb\u00e9","id":null,"tail":[[[]]]}"#, &["1 null \"a\\nbé\""]),
        (br#"{"te\u0078t":"x","id":-1.5}"#, &[r#"1 -1.5 "x""#]),
        (br#"{"text":"x","text":"y","id":18446744073709551615}"#, &[r#"1 18446744073709551615 "y""#]),
        (b"nope\n{\"text\":\"x\"}", &["1 null ! is no JSON: expected ident at column 2", r#"2 null "x""#]),
        (br#"{"id":"a"}"#, &[r#"1 "a" ! has no field `text`; name the field that holds the text with --text-field"#]),
        (br#"{"id":"a","text":5}"#, &[r#"1 "a" ! its field `text` is a number, not a string"#]),
        (br#"{"id":"a","text":null}"#, &[r#"1 "a" ! its field `text` is null, not a string"#]),
        (br#"{"id":"a","text":["x"]}"#, &[r#"1 "a" ! its field `text` is a list, not a string"#]),
        (br#"{"id":{"a":1},"text":"x"}"#, &["1 null ! its field `id` is an object, not a string or a number"]),
        (br#"{"id":true,"text":"x"}"#, &["1 null ! its field `id` is true or false, not a string or a number"]),
        (
            b"[1, 2]\n\"x\"\n5",
            &[
                "1 null ! is JSON, but no object with fields",
                "2 null ! is JSON, but no object with fields",
                "3 null ! is JSON, but no object with fields",
            ],
        ),
        (br#"{"id":"a","text":"x"#, &[r#"1 "a" ! is no JSON: EOF while parsing a string at column 19"#]),
        (br#"{"text":"x"} {"#, &["1 null ! is no JSON: trailing characters at column 14"]),
        (
            b"{\"other\":\"\xFF\",\"text\":\"x\"}\n{\"text\":\"y\"}",
            &["1 null ! is no UTF-8: malformed byte at column 11", r#"2 null "y""#],
        ),
        (
            b"{\"text\":\"far too long, that is, longer than the cap of fifty bytes\"}\n{\"text\":\"y\"}\n",
            &["1 null ! is longer than 50 bytes; make a file of its text", r#"2 null "y""#],
        ),
    ];
    for (input, expected) in cases {
        let longest = if input.starts_with(b"{\"text\":\"far") { 50 } else { 1 << 20 };
        assert_eq!(lines(input, FieldNames::default(), longest), *expected, "{}", input.escape_ascii());
    }
    let names = FieldNames { id: "key".to_owned(), text: "body".to_owned() };
    assert_eq!(lines(br#"{"key":1,"body":"x","text":2,"id":[]}"#, names, 100), [r#"1 1 "x""#]);
}

#[test]
fn an_error_of_the_input_ends_the_lines() {
    /// Fails after the first line.
    struct Broken(bool);
    impl Read for Broken {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if std::mem::replace(&mut self.0, true) {
                return Err(io::Error::other("the disk is gone"));
            }
            let line = b"{\"text\":\"x\"}\n";
            buffer[..line.len()].copy_from_slice(line);
            Ok(line.len())
        }
    }
    let mut lines = JsonLines::new(BufReader::new(Broken(false)));
    assert!(matches!(lines.next(), Some(Ok(_))));
    assert!(matches!(lines.next(), Some(Err(_))));
    assert!(lines.next().is_none());
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_a_text_or_an_error(bytes: Vec<u8>, mark in 0usize..5, longest in 0usize..9) {
        let marks: [&[u8]; 5] = [b"", b"\xFF\xFE", b"\xFE\xFF", b"\xFF\xFE\0\0", b"\xEF\xBB\xBF"];
        let bytes = [marks[mark], &bytes].concat();
        for label in [None, Some("utf-8"), Some("utf-16"), Some("shift_jis"), Some("iso-2022-jp")] {
            if let Ok(decoded) = decode(bytes.clone(), label) {
                let lies = decoded.encoding.is_none();
                proptest::prop_assert!(!lies || (decoded.text.as_bytes() == bytes && decoded.replaced == 0));
            }
        }
        lines(&bytes, FieldNames::default(), longest);
    }

    #[test]
    fn any_text_is_read_as_it_is(text in "[\\PC\n\t]{0,200}") {
        let decoded = decode(text.clone().into_bytes(), None).expect("a text");
        proptest::prop_assert_eq!(&decoded.text, &text);
        proptest::prop_assert_eq!(decoded.encoding, None);
        let line = serde_json::json!({"id": "a", "text": text}).to_string();
        let expected = format!("1 \"a\" {text:?}");
        proptest::prop_assert_eq!(lines(line.as_bytes(), FieldNames::default(), 10_000), [expected]);
    }
}
