//! The gold, and what holds of any text.

use proptest::prelude::*;

use super::gentle;
use crate::Span;
use crate::summary::quote;

/// Lines of the gold that the program leaves as they stand although something may go: a verb that it does not know.
const LEFT: &[&str] = &["spilt"];

/// The text with what may go taken out, as the program would write it.
fn trimmed(marked: &str) -> String {
    let mut text = String::new();
    let mut at = marked;
    while let Some((before, rest)) = at.split_once('<') {
        text.push_str(before);
        at = rest.split_once('>').expect("a mark closes").1;
    }
    text.push_str(at);
    let first = text.chars().next().expect("it is not empty");
    text.replacen(first, &first.to_uppercase().to_string(), 1)
}

/// What the program makes of a line of the gold.
fn of(language: &str, marked: &str) -> String {
    let plain = marked.replace(['<', '>'], "");
    gentle(&plain, Span::of_range(0..plain.len()), language).map_or(plain, |line| line.text)
}

#[test]
fn what_may_go_goes_and_the_rest_stays() {
    let cases = include_str!("gold.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut wrong = Vec::new();
    for case in cases {
        let (language, marked) = case.split_once(": ").expect("a language");
        let expected = if LEFT.iter().any(|left| marked.contains(left)) {
            marked.replace(['<', '>'], "")
        } else {
            trimmed(marked)
        };
        let found = of(language, marked);
        if found != expected {
            wrong.push(format!("{marked}\n    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn links_keep_what_a_reader_sees_of_them() {
    for (text, expected) in [
        ("See [the guide](docs/guide.md#mills), which is new.", Some("See the guide, which is new.")),
        ("The **mill** of _Holm_ <b>burnt</b> last night.", Some("The mill of Holm burnt last night.")),
        ("A `#![no_mill(now)]` mill [of old] (`&[u8]`) is slow.", None),
        ("`mill` is **now** faster.", Some("`mill` is now faster.")),
        ("The `mill_a*b*c` and 3 * 4 * 5 of 2_000_000 stay.", None),
        ("![A mill](mill.png) The mill of [Holm][holm] burnt.", Some("The mill of Holm burnt.")),
        ("Siehe [Mühlen](https://a.example/M%C3%BChle) und [Fähren](b.md).", Some("Siehe Mühlen und Fähren.")),
        ("It [the mill] was told to stop at once.", None),
        ("A note on mills[12][13] was found, as in [14].", Some("A note on mills was found, as in [14].")),
    ] {
        let line = gentle(text, Span::of_range(0..text.len()), if text.starts_with('S') { "de" } else { "en" });
        assert_eq!(line.as_ref().map(|line| line.text.as_str()), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn only_deletes(
        text in "(However, |But |Police said |OSLO \\(AP\\) - |\\[|\\]\\(a\\.é/b\\)|!|[a-z]{1,5} |\\(|\\) |-- |, |\"|但，|é|\n|[.?]){0,40}",
    ) {
        for language in ["en", "fr", "zh", "und"] {
            let Some(line) = gentle(&text, Span::of_range(0..text.len()), language) else { continue };
            let pieces: Vec<&str> = line.spans.iter().map(|span| span.of(&text).expect("a piece")).collect();
            prop_assert!(line.spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
            prop_assert!(pieces.iter().all(|piece| !piece.is_empty()));
            let letters = |text: &str| text.to_lowercase().split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&line.text), letters(&quote(&text, &line.spans)));
            prop_assert!(!line.clipped && !line.over_length);
        }
    }
}
