//! What holds for every text: the fixtures, and texts that nobody would write. First through core, then through the
//! program with its plugins.

use std::fs;

use proptest::prelude::*;
use serde_json::Value;
use summariser_core::length::words;
use summariser_core::select::select;
use summariser_core::summary::quote;
use summariser_core::{Document, Length, Span};

use crate::support::{Place, each, fixtures, texts};

/// A fixture as text; some are in other encodings.
fn text(fixture: &str) -> String {
    String::from_utf8_lossy(&fs::read(fixtures().join(fixture)).unwrap()).into_owned()
}

/// Spans are on characters' boundaries, not empty, in order and disjoint.
fn ordered(text: &str, spans: &[Span], what: &str) {
    let mut end = 0;
    for span in spans {
        assert!(span.of(text).is_some_and(|piece| !piece.is_empty()), "{what} {span} of {text:?}");
        assert!(span.start >= end, "{what} {span} begins before {end} in {text:?}");
        end = span.end;
    }
}

/// Whether nobody would see that a piece of text is not there: white space, controls, marks without width.
fn is_blank(piece: &str) -> bool {
    let format = |c| matches!(c, '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    piece.chars().all(|c| c.is_whitespace() || c.is_control() || format(c))
}

/// What core promises of any text.
fn check_document(text: &str) {
    let document = Document::parse(text);
    let columns = document.columns();
    ordered(text, &columns.paragraph_spans, "paragraph");
    ordered(text, &columns.sentence_spans, "sentence");
    ordered(text, &columns.word_spans, "word");
    assert_eq!(columns.salience.len(), columns.sentence_spans.len());
    assert!(
        columns.salience.iter().all(|salience| (0.0..=1.0).contains(salience)),
        "{:?} of {text:?}",
        columns.salience
    );
    for paragraph in document.paragraphs().filter(|paragraph| paragraph.kind().has_sentences()) {
        let mut at = paragraph.span().start;
        for sentence in paragraph.sentences() {
            let gap = Span::new(at, sentence.span().start).of(text).unwrap();
            assert!(is_blank(gap), "{gap:?} is between sentences of {text:?}");
            assert!(paragraph.span().contains(sentence.span()));
            at = sentence.span().end;
        }
        assert_eq!(at, paragraph.span().end, "sentences tile {:?}", paragraph.text());
    }
    for sentence in document.sentences() {
        assert!(sentence.words().all(|word| sentence.span().contains(word.span())), "{text:?}");
    }
    assert_eq!(Document::parse(text), document, "the same of the same text");
    check_lengths(&document);
}

/// What selection promises of any document.
fn check_lengths(document: &Document<'_>) {
    let chosen = |length| select(document, document.salience(), length, None);
    let all = document.sentences().len();
    let mut shorter: Vec<usize> = Vec::new();
    for count in 1..=all.min(12) {
        let longer = chosen(Length::Sentences(count as u32)).sentences;
        assert!(longer.starts_with(&shorter) && longer.len() <= count, "{count}: {shorter:?}, then {longer:?}");
        shorter = longer;
    }
    let total: usize = document.sentences().map(|sentence| words(sentence.text())).sum();
    let lengths = [
        Length::Words(1),
        Length::Words(20),
        Length::Words(80),
        Length::Chars(140),
        Length::Percent(20.0),
        Length::Percent(100.0),
    ];
    for length in lengths {
        let selection = chosen(length);
        let mut order = selection.sentences.clone();
        order.sort_unstable();
        let spans: Vec<Span> = order.iter().map(|index| document.sentence(*index).unwrap().span()).collect();
        let weight = length.measure(&quote(document.text(), &spans));
        let fits = weight <= length.limit(total);
        assert!(fits || selection.over_length && spans.len() == 1, "{length}: {weight} in {:?}", document.text());
        assert_eq!(spans.is_empty(), all == 0, "nothing is never the answer");
    }
}

#[test]
fn fixtures_keep_cores_promises() {
    each(texts(), Clone::clone, |fixture| check_document(&text(fixture)));
}

/// Texts of the pieces that texts are made of, good and bad.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "The ferry is late",
        "However, it rained all day. ",
        "They also closed the harbour of Holm. ",
        "Dr. Orr",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        ".",
        "?!",
        "…",
        "。",
        "、",
        "\"",
        "”",
        "(",
        ")",
        "U.S.",
        "5 p.m.",
        "3.14",
        "#",
        "# ",
        "- ",
        "* ",
        "1. ",
        "> ",
        "```\n",
        "| a | b |\n",
        "---\n",
        "https://example.org/a?b=c",
        "Zürich",
        "橄榄树很老",
        "オリーブ",
        "ภาษาไทย",
        "العربية",
        "हिन्दी।",
        "e\u{301}",
        "👩‍👩‍👧",
        "\u{FEFF}",
        "\0",
        "\u{2028}",
        "\u{a0}",
        "\u{ad}",
        "LONDON (Reuters) - ",
        "By Jane Doe\n",
        "Q: ",
        "word ",
        "Word ",
        "WORD ",
    ]);
    prop_oneof![
        4 => prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat()),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_cores_promises(text in any_text()) {
        check_document(&text);
    }
}

/// The chains that are run over every text.
const CHAINS: &[&str] = &[
    "headline, bullets, figures, statistics",
    "figures(all = true), figures(kinds = [\"date\", \"money\"])",
    r#"headline(length = "40 chars"), headline(title = false, length = "6 words")"#,
    r#"bullets(length = "50%") | bullets(count = 3), bullets(length = "40 words")"#,
    r#"bullets(count = 8) | bullets(count = 4, order = "score") | headline"#,
    r#"bullets(count = 8, explain = true) | bullets(length = "40 words", explain = true), sentences"#,
    r#"keywords(count = 20), bullets(count = 6) | keywords(longest = 1, order = "source")"#,
    "headline | bullets, bullets(count = 4) | headline(length = \"30 chars\") | bullets | headline",
];

/// The text that a document's spans index.
fn decoded(bytes: &[u8], document: &Value) -> String {
    match document["encoding"].as_str() {
        Some(label) => encoding_rs::Encoding::for_label(label.as_bytes()).unwrap().decode(bytes).0.into_owned(),
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

/// The letters and digits of a text, in lower case.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// What the program promises of every document that it was given: a block that claims to be verbatim is, and one that
/// does not comes of deleting alone.
fn check_blocks(bytes: &[u8], document: &Value) {
    let text = decoded(bytes, document);
    assert!(document.get("error").is_none(), "{document:#}");
    for section in document["sections"].as_array().unwrap() {
        assert!(section.get("error").is_none(), "{section:#}");
        for block in section["blocks"].as_array().unwrap().iter().filter(|block| block["kind"] != "figure") {
            let number = |value: &Value| u32::try_from(value.as_u64().unwrap()).unwrap();
            let spans = block["spans"].as_array().unwrap().iter();
            let spans: Vec<Span> = spans.map(|at| Span { start: number(&at[0]), end: number(&at[1]) }).collect();
            assert!(!spans.is_empty(), "it is from somewhere: {block:#}");
            ordered(&text, &spans, "span");
            let (said, quoted) = (block["text"].as_str().unwrap(), quote(&text, &spans));
            if block["verbatim"] == true {
                assert_eq!(said, quoted, "{block:#}");
            } else {
                let trims =
                    ["headline", "bullets"].iter().any(|plugin| section["chain"].as_str().unwrap().contains(plugin));
                // Of a page the tags inside are left out.
                let is_page = document["source"].as_str().unwrap().ends_with(".html");
                assert!(trims || is_page, "only headlines and bullets trim: {block:#}");
                let mut source = letters(&quoted);
                assert!(letters(said).all(|c| source.any(|other| other == c)), "{block:#} is of {quoted:?}");
            }
        }
    }
}

/// Texts that are one thing over and over: what nests, grows or never ends.
fn endless() -> Vec<(&'static str, String)> {
    let unit = [
        ("quotes", "> "),
        ("heading marks", "#"),
        ("brackets", "("),
        ("quotation marks", "\""),
        ("fences", "```\n"),
        ("stops", "."),
        ("ellipses", "… "),
        ("lines", "\n"),
        ("one word", "a"),
        ("initials", "J. "),
        ("abbreviations", "U.S. Dr. e.g. "),
        ("marks", "e\u{301}"),
        ("marks alone", "\u{301}"),
        ("joiners", "👩\u{200d}"),
        ("Han", "橄榄"),
        ("Thai", "ภาษาไทย"),
        ("spaces", " \u{a0}\t"),
        ("invisible", "\u{200b}\u{2060}"),
        ("cells", "| a "),
        ("items", "- x\n"),
        ("nested items", "  - x\n"),
        ("rules", "---\n"),
        ("digits", "1234567890"),
        ("dates", "3.14.15. "),
        ("one sentence", "The ferry is late. "),
        ("NUL", "\0"),
        ("carriage returns", "\r"),
        ("links", "[a](b)"),
        ("tags", "<b>"),
        ("bylines", "By Jane Doe\n\n"),
        ("datelines", "LONDON (Reuters) - "),
    ];
    unit.into_iter().map(|(name, unit)| (name, unit.repeat(60_000 / unit.len()))).collect()
}

#[test]
fn texts_that_go_on_and_on_keep_all_promises() {
    let texts = endless();
    each(&texts, |case| case.0.to_owned(), |(_, text)| check_document(text));
    let input: String =
        texts.iter().map(|(id, text)| serde_json::json!({ "id": id, "text": text }).to_string() + "\n").collect();
    let place = Place::usual();
    for chain in CHAINS {
        let documents = place.feed(&input, &format!("--jsonl --chain '{chain}'")).expect(0, &[]).jsonl();
        assert_eq!(documents.len(), texts.len());
        each(
            texts.iter().zip(&documents),
            |case| case.0.0.to_owned(),
            |(text, document)| check_blocks(text.1.as_bytes(), document),
        );
    }
}

#[test]
fn fixtures_keep_the_programs_promises() {
    let place = Place::usual();
    texts().iter().for_each(|fixture| place.bring(fixture));
    for chain in CHAINS {
        let line = format!("{} --format jsonl --chain '{chain}'", texts().join(" "));
        let said = place.run(&line);
        said.expect(0, &[]);
        assert_eq!(place.run(&line), said, "the same bytes on two runs");
        for (fixture, document) in texts().iter().zip(said.jsonl()) {
            check_blocks(&fs::read(fixtures().join(fixture)).unwrap(), &document);
        }
    }
}

/// A paragraph in lines of so many bytes at most, broken at spaces and behind hyphens within words; on one line where every
/// other one would end with a sentence, since then nobody knows whether lines are paragraphs.
fn wrapped(paragraph: &str, width: usize, end: &str) -> String {
    let (mut lines, mut line, mut goes_on) = (String::new(), String::new(), false);
    for part in paragraph.split_inclusive([' ', '-']) {
        // A dash between spaces is no hyphen.
        let inside = line.trim_end_matches('-').ends_with(char::is_alphanumeric) || line.ends_with(' ');
        if line.len() + part.trim_end().len() > width && inside {
            goes_on |= !line.trim_end().ends_with(['.', '!', '?', ':', '"', '”']);
            lines += line.trim_end();
            lines += end;
            line.clear();
        }
        line += part;
    }
    if goes_on { lines + line.trim_end() } else { paragraph.to_owned() }
}

#[test]
fn the_same_is_said_however_the_lines_of_a_text_end() {
    const CHAIN: &str = r#"headline, headline(style = "keywords"), bullets, figures, keywords"#;
    let place = Place::usual();
    // Prose alone: lines of notes and of sums are what they are.
    let prose = "essay-es fiction-en howto-en interview-en news-ar news-de news-en news-fr news-hi news-ja news-ru news-zh \
                 science-en";
    let flat: Vec<(String, Vec<String>)> = prose
        .split_whitespace()
        .map(|name| format!("{name}.txt"))
        .map(|fixture| {
            let text = text(&fixture);
            let document = Document::parse(&text);
            let prose = document.paragraphs().filter(|it| it.kind() == summariser_core::ParagraphKind::Prose);
            (fixture, prose.map(|it| it.text().split_whitespace().collect::<Vec<_>>().join(" ")).collect())
        })
        .collect();
    let ways = [(40, "\n"), (60, "\n    "), (72, "\r\n"), (100, " \n"), (120, "\r\n\t")];
    let line = |id: &str, text: String| serde_json::json!({ "id": id, "text": text }).to_string() + "\n";
    let input: String = flat
        .iter()
        .flat_map(|(fixture, prose)| {
            let as_wrapped = |(width, end): &(usize, &str)| {
                prose.iter().map(|it| wrapped(it, *width, end)).collect::<Vec<_>>().join("\n\n")
            };
            std::iter::once(prose.join("\n\n"))
                .chain(ways.iter().map(as_wrapped))
                .map(|text| line(fixture, text))
                .collect::<Vec<_>>()
        })
        .collect();
    let documents = place.feed(&input, &format!("--jsonl --chain '{CHAIN}'")).expect(0, &[]).jsonl();
    let said = |document: &Value| -> Vec<(String, Value)> {
        let blocks = document["sections"].as_array().unwrap().iter().flat_map(|it| it["blocks"].as_array().unwrap());
        blocks.map(|it| (it["text"].as_str().unwrap().to_owned(), it["attributes"]["value"].clone())).collect()
    };
    assert!(flat.len() > 10 && documents.len() == flat.len() * (1 + ways.len()));
    for ((fixture, _), documents) in flat.iter().zip(documents.chunks(1 + ways.len())) {
        for (way, document) in ways.iter().zip(&documents[1..]) {
            assert_eq!(said(document), said(&documents[0]), "{fixture} in lines of {way:?}");
        }
    }
}

#[test]
fn any_texts_keep_the_programs_promises() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    // One process for all of them: a line of JSON each.
    let mut runner = TestRunner::deterministic();
    let texts: Vec<String> =
        (0..ProptestConfig::default().cases).map(|_| any_text().new_tree(&mut runner).unwrap().current()).collect();
    let line = |(id, text): (usize, &String)| serde_json::json!({ "id": id, "text": text }).to_string() + "\n";
    let input: String = texts.iter().enumerate().map(line).collect();
    let place = Place::usual();
    for chain in CHAINS {
        let said = place.feed(&input, &format!("--jsonl --chain '{chain}'"));
        said.expect(0, &[]);
        let documents = said.jsonl();
        assert_eq!(documents.len(), texts.len());
        for (id, (text, document)) in texts.iter().zip(&documents).enumerate() {
            assert_eq!(document["id"], id);
            check_blocks(text.as_bytes(), document);
        }
    }
}

/// One run over all fixtures: the documents, each with its fixture's name.
fn run_all(chain: &str) -> Vec<(String, Value)> {
    let place = Place::usual();
    texts().iter().for_each(|fixture| place.bring(fixture));
    let said = place.run(&format!("{} --format jsonl --chain '{chain}'", texts().join(" ")));
    texts().into_iter().zip(said.expect(0, &[]).jsonl()).collect()
}

#[test]
fn a_longer_summary_contains_the_shorter_one() {
    let stages: Vec<String> = (1..=8).map(|count| format!("bullets(count = {count})")).collect();
    each(
        run_all(&stages.join(", ")),
        |case| case.0.clone(),
        |(_, document)| {
            let bullets = |section: &Value| -> Vec<Value> {
                section["blocks"].as_array().unwrap().iter().map(|block| block["spans"].clone()).collect()
            };
            let sections: Vec<Vec<Value>> = document["sections"].as_array().unwrap().iter().map(bullets).collect();
            for (count, pair) in sections.windows(2).enumerate() {
                assert!(pair[0].iter().all(|span| pair[1].contains(span)), "{}, and one more", count + 1);
                assert!(pair[0].len() <= count + 1 && pair[1].len() <= count + 2, "at most {}", count + 1);
            }
        },
    );
}

#[test]
fn lengths_are_kept() {
    let of_bullets = ["3 sentences", "30 words", "80 words", "140 chars", "280 chars", "20%"];
    let of_headlines = ["75 bytes", "40 chars", "120 chars", "8 words"];
    let mut stages: Vec<String> = of_bullets.iter().map(|length| format!("bullets(length = \"{length}\")")).collect();
    stages.extend(of_headlines.iter().map(|length| format!("headline(length = \"{length}\")")));
    stages.push("statistics".to_owned());
    let lengths = of_bullets.iter().chain(&of_headlines).map(|length| length.parse::<Length>().unwrap());
    let lengths: Vec<Length> = lengths.collect();
    each(
        run_all(&stages.join(", ")),
        |case| case.0.clone(),
        |(fixture, document)| {
            let sections = document["sections"].as_array().unwrap();
            let figures = sections.last().unwrap()["blocks"].as_array().unwrap();
            let all = figures.iter().find(|block| block["key"] == "words").unwrap()["value"].as_u64().unwrap();
            for (length, section) in lengths.iter().zip(sections) {
                let blocks = section["blocks"].as_array().unwrap();
                let texts: Vec<&str> = blocks.iter().map(|block| block["text"].as_str().unwrap()).collect();
                let is_count = matches!(length, Length::Sentences(_));
                let weight = if is_count { texts.len() } else { length.measure(&texts.join(" ")) };
                let limit = length.limit(all as usize);
                let over = blocks.len() == 1 && blocks[0]["over_length"] == true;
                assert!(weight <= limit || over, "{fixture}: {length}: {weight} is above {limit} in {section:#}");
                assert!(!blocks.is_empty(), "{fixture}: nothing is never the answer");
            }
        },
    );
}
