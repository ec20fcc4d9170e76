//! Chains and what they mean, and mistakes and where they are shown.

use super::*;

/// The chain in a short form: `id{key=value;…}`, stages joined by ` > `, sections by ` + `.
fn short(chain: &Chain) -> String {
    let stage = |stage: &Stage| {
        let options: Vec<String> =
            stage.options.iter().map(|option| format!("{}={}", option.key, option.value)).collect();
        format!("{}{{{}}}", stage.id, options.join(";"))
    };
    let section = |section: &Section| match section {
        Section::Named(name, _) => format!("@{name}"),
        Section::Stages(stages, _) => stages.iter().map(stage).collect::<Vec<_>>().join(" > "),
    };
    chain.sections.iter().map(section).collect::<Vec<_>>().join(" + ")
}

#[test]
fn chains_are_read() {
    for (text, meaning) in [
        ("headline", "headline{}"),
        (" headline , bullets ", "headline{} + bullets{}"),
        ("headline,bullets,", "headline{} + bullets{}"),
        ("bullets()", "bullets{}"),
        ("bullets(count = 3)", "bullets{count=3}"),
        ("bullets( length=\"20%\" ,count=5 )|bullets", "bullets{length=\"20%\";count=5} > bullets{}"),
        ("a | b | c, d", "a{} > b{} > c{} + d{}"),
        ("@brief, statistics", "@brief + statistics{}"),
        (
            "a(t = \"x, (y) | z\\\"\", l = ['p', \"q\"], b = true, f = -1.5)",
            "a{t='x, (y) | z\"';l=[\"p\", \"q\"];b=true;f=-1.5}",
        ),
        ("my-plugin_2(x = 0x1F)", "my-plugin_2{x=31}"),
    ] {
        let chain = parse(text, "--chain").unwrap_or_else(|mistake| panic!("{mistake}"));
        assert_eq!(short(&chain), meaning, "{text}");
    }
}

#[test]
fn sections_know_their_own_text() {
    let text = "a(x = \",\") | b , c";
    let chain = parse(text, "--chain").expect("a good chain");
    let texts: Vec<&str> = chain
        .sections
        .iter()
        .map(|section| match section {
            Section::Stages(_, at) | Section::Named(_, at) => &text[at.clone()],
        })
        .collect();
    assert_eq!(texts, ["a(x = \",\") | b", "c"]);
}

#[test]
fn mistakes_are_shown_where_they_are() {
    for (text, at, message) in [
        ("", 0..0, "the chain is empty"),
        ("a,,b", 2..3, "expected the name of a plugin, not `,`"),
        ("a |", 3..3, "expected the name of a plugin here"),
        ("a b", 2..3, "not `b`"),
        ("a)", 1..2, "closes nothing"),
        ("a(x = 1", 1..2, "this parenthesis is not closed"),
        ("a(x = \"1)", 1..2, "a quotation mark is not closed"),
        ("a(x = wide)", 6..10, "`wide` is no value; texts stand in quotes: \"wide\""),
        ("a(x = )", 6..6, "a value is missing here"),
        ("a(x = 1, x = 2)", 9..10, "the options cannot be read"),
        ("a(x = 1979-05-27)", 6..16, "this value cannot be read"),
        ("a | @b", 4..5, "stands alone between commas"),
        ("@", 1..1, "expected the name of a chain here"),
        ("übersicht(ö = 1)", 11..13, ""),
    ] {
        match parse(text, "--chain") {
            Ok(chain) => panic!("{text} was read as {}", short(&chain)),
            Err(mistake) => {
                assert!(mistake.message.contains(message), "{text}: {}", mistake.message);
                let found = (mistake.at.start, mistake.at.end.max(mistake.at.start));
                assert!(found.0 <= at.end && at.start <= found.1, "{text}: at {:?}, not {at:?}", mistake.at);
            }
        }
    }
}

proptest::proptest! {
    #[test]
    fn no_text_is_too_strange_to_be_judged(text in "\\PC{0,40}") {
        if let Err(mistake) = parse(&text, "--chain") {
            proptest::prop_assert!(mistake.at.end <= text.len() && mistake.at.start <= mistake.at.end);
            let _ = mistake.to_string();
        }
    }

    #[test]
    fn marks_in_any_order_are_judged(text in "[a-z(),|@ \"'=1\\\\]{0,24}") {
        let _ = parse(&text, "--chain").map_err(|mistake| mistake.to_string());
    }
}
