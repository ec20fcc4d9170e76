//! What each kind of report looks like in each format.

use insta::assert_snapshot;
use serde_json::json;
use summariser_core::abi::host::{Failure, FailureKind};
use summariser_core::{Block, BlockKind, Span, Value};

use super::markdown::{Place, escape};
use super::*;
use crate::diagnostic::shown;
use crate::report::Section;

/// A block with a text, as the host completes it.
fn block(kind: BlockKind, text: &str) -> Block {
    Block { verbatim: true, ..Block::new(kind).text(text).span(Span::new(4, 9)) }
}

/// A section named `mine`.
fn section(blocks: impl Into<Vec<Block>>) -> Section {
    Section { plugin: "mine".to_owned(), chain: "mine(count = 3)".to_owned(), result: Ok(blocks.into()) }
}

/// A section that failed.
fn failed(message: &str) -> Section {
    Section {
        plugin: "mine".to_owned(),
        chain: "mine".to_owned(),
        result: Err(Failure::new(FailureKind::Panic, message)),
    }
}

/// A report of `ferry.txt`.
fn report(sections: impl Into<Vec<Section>>) -> Report {
    Report {
        id: json!("ferry.txt"),
        source: "ferry.txt".to_owned(),
        language: "en".to_owned(),
        encoding: None,
        sections: sections.into(),
    }
}

/// A report with something of everything.
fn full() -> Report {
    let headline = block(BlockKind::Headline, "Ferry to Oster Island stays in port until the wind drops");
    let mut long = block(
        BlockKind::Bullet,
        "The harbour office, which had hoped to sail at noon, said that waves of three metres were still running across \
         the bar.",
    );
    long.over_length = true;
    let mut clipped = block(BlockKind::Bullet, "A second boat is on its way");
    clipped.clipped = true;
    let figures = [
        Block::figure("words", 542.0, "words"),
        Block::figure("reading_time", 2.2777, "minutes"),
        Block::figure("share_of_quotations", 12.5, "%").attribute("longest", Value::Number(30.0), Some("words")),
        Block::no_figure(
            "smog_grade",
            "the formula needs 30 sentences and the text has 16, so that a grade would mean little",
        ),
    ];
    let keywords = ["ferry", "Oster Island", "harbour office", "three metres", "wind", "boat", "noon", "island school"];
    report([
        section([headline]),
        section([block(BlockKind::Bullet, "No boat sailed on Monday."), long, clipped]),
        section(figures),
        section(Vec::new()),
        section(keywords.map(|word| block(BlockKind::Keyword, word).score(0.123_456))),
        failed(
            "it divided by zero at the 3rd sentence, and what it had said before that is lost, as is everything after",
        ),
    ])
}

/// What a format makes of reports, one after the other.
fn rendered(format: Format, look: Look, reports: &[Report]) -> String {
    let mut out = Vec::new();
    let mut renderer = renderer(format, look);
    for (n, report) in reports.iter().enumerate() {
        if n > 0 {
            out.extend_from_slice(renderer.between().as_bytes());
        }
        renderer.document(report, &mut out).expect("a vector takes everything");
    }
    String::from_utf8(out).expect("UTF-8")
}

/// A terminal of 80 columns.
const PLAIN: Look = Look { width: Some(80), colour: false, many: false };

#[test]
fn text_is_wrapped_for_people() {
    assert_snapshot!(rendered(Format::Text, PLAIN, &[full()]), @r#"
    Ferry to Oster Island stays in port until the wind drops

    • No boat sailed on Monday.
    • The harbour office, which had hoped to sail at noon, said that waves of three
      metres were still running across the bar. (longer than asked)
    • A second boat is on its way…

    words                542
    reading time         2.28 minutes
    share of quotations  12.5%
    smog grade           n/a (the formula needs 30 sentences and the text has 16, so
                         that a grade would mean little)

    ferry · Oster Island · harbour office · three metres · wind · boat · noon ·
    island school

    ! mine: it divided by zero at the 3rd sentence, and what it had said before that
      is lost, as is everything after
    "#);
}

#[test]
fn text_is_not_wrapped_without_a_width() {
    assert_snapshot!(rendered(Format::Text, Look { width: None, ..PLAIN }, &[full()]), @r#"
    Ferry to Oster Island stays in port until the wind drops

    • No boat sailed on Monday.
    • The harbour office, which had hoped to sail at noon, said that waves of three metres were still running across the bar. (longer than asked)
    • A second boat is on its way…

    words                542
    reading time         2.28 minutes
    share of quotations  12.5%
    smog grade           n/a (the formula needs 30 sentences and the text has 16, so that a grade would mean little)

    ferry · Oster Island · harbour office · three metres · wind · boat · noon · island school

    ! mine: it divided by zero at the 3rd sentence, and what it had said before that is lost, as is everything after
    "#);
}

#[test]
fn many_texts_bear_their_names() {
    let mut other = report([section(Vec::new())]);
    other.id = json!(7);
    let look = Look { many: true, ..PLAIN };
    let reports = [report([section([block(BlockKind::Sentence, "It rained.")])]), other];
    assert_snapshot!(rendered(Format::Text, look, &reports), @r#"
    ==> ferry.txt <==
    It rained.

    ==> 7 <==
    (nothing to summarise)
    "#);
    assert_snapshot!(rendered(Format::Markdown, look, &reports), @r#"
    ## ferry.txt

    It rained.

    ## 7

    *(nothing to summarise)*
    "#);
}

#[test]
fn colour_changes_nothing_but_colour() {
    for width in [None, Some(24), Some(41), Some(80), Some(200)] {
        let plain = Look { width, ..PLAIN };
        let coloured = rendered(Format::Text, Look { colour: true, ..plain }, &[full(), full()]);
        let stripped = anstream::adapter::strip_str(&coloured).to_string();
        assert_eq!(stripped, rendered(Format::Text, plain, &[full(), full()]), "{width:?}");
        let styled = coloured.lines().filter(|line| line.contains('\u{1b}'));
        assert!(
            styled.into_iter().all(|line| line.ends_with("\u{1b}[0m") || line.contains("\u{1b}[0m ")),
            "{coloured}"
        );
    }
    let coloured = rendered(Format::Text, Look { colour: true, ..PLAIN }, &[full()]);
    assert_snapshot!(coloured.replace('\u{1b}', "ESC"), @r#"
    ESC[1mFerry to Oster Island stays in port until the wind dropsESC[0m

    • No boat sailed on Monday.
    • The harbour office, which had hoped to sail at noon, said that waves of three
      metres were still running across the bar. ESC[2m(longer than asked)ESC[0m
    • A second boat is on its way…

    ESC[2mwordsESC[0m                542
    ESC[2mreading timeESC[0m         2.28 minutes
    ESC[2mshare of quotationsESC[0m  12.5%
    ESC[2msmog gradeESC[0m           ESC[2mn/a (the formula needs 30 sentences and the text has 16, soESC[0m
                         ESC[2mthat a grade would mean little)ESC[0m

    ferry · Oster Island · harbour office · three metres · wind · boat · noon ·
    island school

    ESC[31m! mine: it divided by zero at the 3rd sentence, and what it had said before thatESC[0m
      ESC[31mis lost, as is everything afterESC[0m
    "#);
}

#[test]
fn no_line_is_wider_than_asked() {
    let texts = [
        "湖の上は風が強く、霧も出ているため、渡し船は二時間遅れています。",
        "The ferry to Oster Island stays in port until the wind drops.",
    ];
    for width in [24, 30, 41, 80] {
        for text in texts {
            let all =
                [BlockKind::Headline, BlockKind::Bullet, BlockKind::Sentence, BlockKind::Paragraph, BlockKind::Keyword];
            let report = report([section(all.map(|kind| block(kind, text)))]);
            let text = rendered(Format::Text, Look { width: Some(width), ..PLAIN }, &[report]);
            // A keyword is never broken.
            let lines = text.lines().filter(|line| textwrap::core::display_width(line) > width);
            assert!(lines.count() <= 1, "{width} columns:\n{text}");
        }
    }
}

/// A bullet that says why it was taken, one that says its rank alone, two notes, and a note that says nothing else.
fn explained() -> Report {
    let rank = |block: Block, rank: f64| block.attribute("rank", Value::Number(rank), None);
    let taken = rank(block(BlockKind::Bullet, "No boat sailed on Monday, and the harbour was full."), 1.0);
    let taken =
        taken.because("place", 1.26).because("key words", 0.78).because("length", -0.3).because("speech", -0.26);
    let left = |text: &str, place: f64, why: &str| {
        rank(block(BlockKind::Note, text), place).attribute("left", Value::Text(why.to_owned()), None)
    };
    report([section([
        taken,
        left("The *harbour* office, which had hoped to sail at noon, said so.", 3.0, "beyond the first 2"),
        rank(block(BlockKind::Bullet, "A second boat is on its way."), 2.0),
        left("No boat sailed.", 4.0, "repeats “No boat sailed on Monday…”"),
        block(BlockKind::Note, "Seen twice."),
    ])])
}

#[test]
fn explanations_stand_below_bullets_and_notes_among_them() {
    assert_snapshot!(rendered(Format::Text, PLAIN, &[explained()]), @r#"
    • No boat sailed on Monday, and the harbour was full.
      rank 1 · because of place +1.26, key words +0.78, in spite of length −0.30,
      speech −0.26
    · The *harbour* office, which had hoped to sail at noon, said so. (left: rank 3,
      beyond the first 2)
    • A second boat is on its way.
      rank 2
    · No boat sailed. (left: rank 4, repeats “No boat sailed on Monday…”)
    · Seen twice.
    "#);
    assert_snapshot!(rendered(Format::Markdown, PLAIN, &[explained()]), @r#"
    - No boat sailed on Monday, and the harbour was full.
      - rank 1 · because of place +1.26, key words +0.78, in spite of length −0.30, speech −0.26
    - *The \*harbour\* office, which had hoped to sail at noon, said so. (left: rank 3, beyond the first 2)*
    - A second boat is on its way.
      - rank 2
    - *No boat sailed. (left: rank 4, repeats “No boat sailed on Monday…”)*
    - *Seen twice.*
    "#);
    let coloured = rendered(Format::Text, Look { colour: true, ..PLAIN }, &[explained()]);
    assert!(coloured.contains("  \u{1b}[2mrank 1 · because of"), "{coloured:?}");
    assert!(coloured.contains("\n\u{1b}[2m· The *harbour*"), "{coloured:?}");
}

#[test]
fn units_stand_where_the_label_does_not_say_them() {
    let figure = |key: &str, text: &str, unit: &str| {
        let block = Block { text: Some(text.to_owned()), ..Block::figure(key, 1.0, unit) };
        rendered(Format::Text, PLAIN, &[report([section([block])])])
    };
    let cases = [
        ("words", "542", "words", "words  542\n"),
        ("words_per_sentence", "18.2", "words", "words per sentence  18.2\n"),
        ("reading_time", "2", "minutes", "reading time  2 minutes\n"),
        ("longest_sentence", "41", "words", "longest sentence  41 words\n"),
        ("reading_time", "2 min 17 s", "minutes", "reading time  2 min 17 s\n"),
        ("quotations", "12.5", "%", "quotations  12.5%\n"),
        ("flesch", "61.2", "", "flesch  61.2\n"),
        ("section", "██░ 62.5% Report 2024", "%", "section  ██░ 62.5% Report 2024\n"),
    ];
    for (key, text, unit, expected) in cases {
        assert_eq!(figure(key, text, unit), expected);
    }
}

#[test]
fn nothing_in_a_text_steers_a_terminal() {
    let cases = [
        ("plain", "plain"),
        ("a\tb\r\nc\nd", "a b\nc\nd"),
        ("\u{1b}[31mred\u{7f}\u{9b}\0\r", "\u{FFFD}[31mred\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
        ("\u{202B}שלום\u{202C} \u{2067}a\u{2069}", "\u{202B}שלום\u{202C} \u{2067}a\u{2069}"),
        ("\u{202E}gpj.exe", "\u{FFFD}gpj.exe"),
    ];
    for (text, expected) in cases {
        assert_eq!(shown(text), expected, "{text:?}");
    }
    let text = "bell\u{7} \u{1b}]0;title\u{7} \u{9b}2J";
    let mut figure = Block::figure(text, 1.0, text).attribute(text, Value::Text(text.to_owned()), None);
    figure.text = Some(text.to_owned());
    let missing = Block::no_figure(text, text);
    let kinds = BlockKind::ALL.into_iter().filter(|kind| *kind != BlockKind::Figure).map(|kind| block(kind, text));
    let mut foreign = report([section(kinds.collect::<Vec<_>>()), section([figure, missing]), failed(text)]);
    foreign.id = json!(text);
    for format in Format::ALL {
        let out = rendered(*format, Look { many: true, ..PLAIN }, std::slice::from_ref(&foreign));
        assert!(!out.contains(|c: char| c.is_control() && c != '\n'), "{format}: {out:?}");
    }
}

#[test]
fn markdown_is_common_mark() {
    assert_snapshot!(rendered(Format::Markdown, PLAIN, &[full()]), @r#"
    # Ferry to Oster Island stays in port until the wind drops

    - No boat sailed on Monday.
    - The harbour office, which had hoped to sail at noon, said that waves of three metres were still running across the bar. *(longer than asked)*
    - A second boat is on its way…

    | Figure | Value |
    | --- | --- |
    | words | 542 |
    | reading time | 2.28 minutes |
    | share of quotations | 12.5% |
    | smog grade | n/a (the formula needs 30 sentences and the text has 16, so that a grade would mean little) |

    ferry, Oster Island, harbour office, three metres, wind, boat, noon, island school

    > **mine failed:** it divided by zero at the 3rd sentence, and what it had said before that is lost, as is everything after
    "#);
}

#[test]
fn markdown_escapes_what_would_act_and_nothing_else() {
    let cases = [
        (Place::LineStart, "An e.g. is well-known (see p. 3) - so! #1", "An e.g. is well-known (see p. 3) - so! #1"),
        (Place::LineStart, "# one", r"\# one"),
        (Place::LineStart, "#one", "#one"),
        (Place::LineStart, "1. one", r"1\. one"),
        (Place::LineStart, "12) one", r"12\) one"),
        (Place::LineStart, "1.5 metres", "1.5 metres"),
        (Place::LineStart, "1914.", r"1914\."),
        (Place::LineStart, "- one", r"\- one"),
        (Place::LineStart, "-1 degree", "-1 degree"),
        (Place::LineStart, "---", r"\---"),
        (Place::LineStart, "===", r"\==="),
        (Place::LineStart, "_ __", r"\_ __"),
        (Place::LineStart, "_ one", "_ one"),
        (Place::LineStart, "* one", r"\* one"),
        (Place::LineStart, "+ one", r"\+ one"),
        (Place::LineStart, "> one", r"\> one"),
        (Place::LineStart, "~~~", r"\~\~\~"),
        (Place::Inline, "# 1. - > one", "# 1. - > one"),
        (Place::Inline, "a *b* c * d 2*3", r"a \*b\* c * d 2\*3"),
        (Place::Inline, "_a_ snake_case __b__ a__b", r"\_a\_ snake_case \_\_b\_\_ a__b"),
        (Place::Inline, "`code` ~~gone~~ ~10 ~20 ~30~", r"\`code\` \~\~gone\~\~ ~10 ~20 ~30\~"),
        (Place::Inline, "[a](b) ![c](d) [1]", r"\[a](b) !\[c](d) \[1]"),
        (Place::Inline, "<b> 1 < 2 <!-- </b>", r"\<b> 1 < 2 \<!-- \</b>"),
        (Place::Inline, "R&D &amp; &#39; & co; &;", r"R&D \&amp; \&#39; & co; &;"),
        (Place::Inline, r"C:\Users \* end\", r"C:\Users \\\* end\\"),
        (Place::Inline, "a | b", "a | b"),
        (Place::Cell, "a | b", r"a \| b"),
        (Place::Heading, "Learning C#", "Learning C#"),
        (Place::Heading, "Learning # #", r"Learning # \#"),
        (Place::Heading, "1. # one", "1. # one"),
    ];
    for (place, text, expected) in cases {
        assert_eq!(escape(text, place), expected, "{text}");
    }
}

#[test]
fn json_has_the_shape_that_programs_rely_on() {
    let mut bullet = block(BlockKind::Bullet, "No boat sailed on Monday").span(Span::new(20, 31)).score(0.123_456);
    (bullet.over_length, bullet.clipped) = (true, true);
    let figures = [
        Block::figure("reading_time", 2.2777, "minutes").attribute("longest", Value::Number(30.0), Some("words")),
        Block::no_figure("smog_grade", "it needs 30 sentences"),
    ];
    let sections = [section([bullet]), section(figures), section([]), failed("it divided by zero")];
    let report = Report { encoding: Some("windows-1252".to_owned()), ..report(sections) };
    assert_snapshot!(rendered(Format::Json, PLAIN, std::slice::from_ref(&report)), @r#"
    {
      "schema_version": 1,
      "id": "ferry.txt",
      "source": "ferry.txt",
      "language": "en",
      "encoding": "windows-1252",
      "sections": [
        {
          "plugin": "mine",
          "chain": "mine(count = 3)",
          "blocks": [
            {
              "kind": "bullet",
              "text": "No boat sailed on Monday",
              "spans": [[4, 9], [20, 31]],
              "verbatim": true,
              "score": 0.1235,
              "over_length": true,
              "clipped": true
            }
          ]
        },
        {
          "plugin": "mine",
          "chain": "mine(count = 3)",
          "blocks": [
            {
              "kind": "figure",
              "key": "reading_time",
              "value": 2.2777,
              "unit": "minutes",
              "text": "2.28",
              "attributes": {
                "longest": {
                  "value": 30,
                  "unit": "words"
                }
              }
            },
            {
              "kind": "figure",
              "key": "smog_grade",
              "value": null,
              "reason": "it needs 30 sentences",
              "text": "n/a"
            }
          ]
        },
        {
          "plugin": "mine",
          "chain": "mine(count = 3)",
          "blocks": []
        },
        {
          "plugin": "mine",
          "chain": "mine",
          "blocks": [],
          "error": {
            "kind": "panic",
            "message": "it divided by zero"
          }
        }
      ]
    }
    "#);
    let lines = rendered(Format::Jsonl, PLAIN, &[report.clone(), report.clone()]);
    assert_eq!(lines.lines().count(), 2);
    let indented = rendered(Format::Json, PLAIN, &[report]);
    let value: serde_json::Value = serde_json::from_str(&indented).expect("JSON");
    for line in lines.lines() {
        assert_eq!(serde_json::from_str::<serde_json::Value>(line).expect("JSON"), value);
        assert_eq!(line, value.to_string(), "the same keys in the same order, as short as can be");
    }
}

#[test]
fn numbers_and_attributes_are_as_short_as_they_can_be() {
    let check = |block: Block, expected: &str| {
        let line = rendered(Format::Jsonl, PLAIN, &[report([section([block])])]);
        let found =
            line.split_once("\"blocks\":[").and_then(|(_, rest)| rest.rsplit_once("]}]}")).map(|(block, _)| block);
        assert_eq!(found, Some(expected));
    };
    check(
        Block::figure("n", 1e15, ""),
        r#"{"kind":"figure","key":"n","value":1000000000000000,"text":"1000000000000000"}"#,
    );
    check(Block::figure("n", -0.0, ""), r#"{"kind":"figure","key":"n","value":0,"text":"0"}"#);
    check(
        Block::figure("n", 0.1 + 0.2, "m"),
        r#"{"kind":"figure","key":"n","value":0.30000000000000004,"unit":"m","text":"0.3"}"#,
    );
    check(
        Block::no_figure("n", "too short").span(Span::new(1, 2)),
        r#"{"kind":"figure","key":"n","value":null,"reason":"too short","text":"n/a","spans":[[1,2]]}"#,
    );
    check(
        Block::new(BlockKind::Keyword)
            .text("x")
            .score(1.0)
            .attribute("a", Value::Number(2.0), None)
            .attribute("a", Value::Number(3.0), None)
            .attribute("b", Value::Text("y".to_owned()), Some("m"))
            .attribute("c", Value::Null { reason: "why".to_owned() }, None),
        concat!(
            r#"{"kind":"keyword","text":"x","spans":[],"verbatim":false,"score":1,"#,
            r#""attributes":{"a":2,"b":{"value":"y","unit":"m"},"c":{"value":null,"reason":"why"}}}"#,
        ),
    );
}

#[test]
fn bad_inputs_are_told_to_programs() {
    let bad = |format, line, id| {
        let bad = BadInput { source: "corpus.jsonl".to_owned(), id, line, message: "is no JSON".to_owned() };
        let mut out = Vec::new();
        renderer(format, PLAIN).bad_input(&bad, &mut out).expect("a vector takes everything");
        String::from_utf8(out).expect("UTF-8")
    };
    assert_eq!(
        bad(Format::Jsonl, Some(7), json!(null)),
        concat!(
            r#"{"schema_version":1,"line":7,"id":null,"source":"corpus.jsonl","#,
            r#""error":{"kind":"input","message":"is no JSON"}}"#,
            "\n"
        )
    );
    assert_snapshot!(bad(Format::Json, None, json!("a")), @r#"
    {
      "schema_version": 1,
      "id": "a",
      "source": "corpus.jsonl",
      "error": {
        "kind": "input",
        "message": "is no JSON"
      }
    }
    "#);
    assert_eq!(bad(Format::Text, Some(7), json!(null)), "");
    assert_eq!(bad(Format::Markdown, Some(7), json!(null)), "");
}

#[test]
fn formats_are_known_by_name() {
    for format in Format::ALL {
        assert_eq!(format.name().parse(), Ok(*format));
        assert_eq!(serde_json::from_value::<Format>(json!(format.name())).expect("a name"), *format);
    }
    let error = "xml".parse::<Format>().expect_err("no format").to_string();
    assert_eq!(error, "`xml` is no format; formats are text, markdown, json, jsonl, html");
}

#[test]
fn html_has_every_kind_of_block_and_lets_no_text_act() {
    let report = report([
        section([
            block(BlockKind::Headline, "Fish & <chips>"),
            block(BlockKind::Bullet, "He said \"no\"."),
            block(BlockKind::Keyword, "one"),
            block(BlockKind::Paragraph, "First.\n\nSecond."),
            Block::figure("words", 3.0, "words"),
            Block::no_figure("grade", "too short"),
        ]),
        failed("1 < 2"),
    ]);
    let mut out = Vec::new();
    renderer(Format::Html, Look::default()).document(&report, &mut out).expect("memory takes it");
    let expected = "<article lang=\"en\" dir=\"auto\">\n\
        <h1 data-spans=\"4-9\">Fish &amp; &lt;chips&gt;</h1>\n\
        <ul>\n<li data-spans=\"4-9\">He said &quot;no&quot;.</li>\n</ul>\n\
        <ul>\n<li data-spans=\"4-9\">one</li>\n</ul>\n\
        <p data-spans=\"4-9\">First.</p>\n<p data-spans=\"4-9\">Second.</p>\n\
        <table>\n<tr><th class=\"quiet\">words</th><td>3</td></tr>\n\
        <tr><th class=\"quiet\">grade</th><td>n/a <small>(too short)</small></td></tr>\n</table>\n\
        <p class=\"failed\"><strong>mine failed:</strong> 1 &lt; 2</p>\n</article>\n";
    assert_eq!(String::from_utf8(out).expect("it is text"), expected);
}
