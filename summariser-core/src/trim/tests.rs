//! Tables of sentences and the lines they make, and the properties that hold for any text at all.

use proptest::prelude::*;

use super::{Trimmed, awkwardness, headline, words};
use crate::{Length, Span};

fn line(text: &str, language: &str, limit: Length) -> Option<Trimmed> {
    headline(text, Span::of_range(0..text.len()), language, limit)
}

#[track_caller]
fn check(language: &str, limit: Length, table: &[(&str, &str)]) {
    for (sentence, expected) in table {
        let found = line(sentence, language, limit).expect("the sentence has words");
        assert_eq!(found.text, *expected, "{sentence}");
        assert!(!found.clipped, "{sentence}");
    }
}

#[test]
fn what_fits_stays_whole() {
    let table = [
        ("The bakery on the corner has closed.", "The bakery on the corner has closed"),
        ("  The   bakery has\n closed. ", "The bakery has closed"),
        ("Why did the bakery close?", "Why did the bakery close?"),
        ("What a night for the goalkeeper!", "What a night for the goalkeeper!"),
        ("OSLO (Reuters) - The bakery on the corner has closed.", "The bakery on the corner has closed"),
        ("Lille, France (AFP) -- The bakery has closed.", "The bakery has closed"),
        ("The bakery on the corner has closed. (Agencies)", "The bakery on the corner has closed"),
        ("It opens at 9 a.m.", "It opens at 9 a.m."),
        ("The owner called it \"a sad day.\"", "The owner called it \"a sad day\""),
    ];
    check("en", Length::Bytes(75), &table);
}

#[test]
fn english_lines_lose_what_hangs_loosely() {
    let table = [
        (
            "The council (which met twice) approved the new tram line between the port and the station.",
            "The council approved the new tram line between the port and the station",
        ),
        (
            "The old lighthouse -- a landmark for sailors since 1820 -- will become a small museum in May.",
            "The old lighthouse will become a small museum in May",
        ),
        (
            "However, the owners of the vineyard refused to sell their land to the railway company.",
            "The owners of the vineyard refused to sell their land to the railway company",
        ),
        (
            "After months of repairs, the oldest bridge in the valley reopened to lorries and buses.",
            "The oldest bridge in the valley reopened to lorries and buses",
        ),
        (
            "The mayor, who took office in March, cut the budget for the city's parks and swimming pools.",
            "The mayor cut the budget for the city's parks and swimming pools",
        ),
        (
            "Mira Olsen, a retired nurse from the islands, has become the national champion of chess.",
            "Mira Olsen has become the national champion of chess",
        ),
        (
            "Police said on Monday that a lorry full of oranges has spilt its load all over the main coastal motorway.",
            "A lorry full of oranges has spilt its load all over the main coastal motorway",
        ),
        (
            "The museum bought a forgotten portrait of the painter's sister as prices for his work fell.",
            "The museum bought a forgotten portrait of the painter's sister",
        ),
        (
            "The river flooded four villages in the north of the country, forcing hundreds of families to leave.",
            "The river flooded four villages in the north of the country",
        ),
        (
            "The airline cancelled forty flights to the islands, according to the airport's own statement.",
            "The airline cancelled forty flights to the islands",
        ),
    ];
    check("en", Length::Bytes(78), &table);
}

#[test]
fn the_longest_line_that_fits_wins() {
    let sentence = "The orchestra played a forgotten symphony in the cathedral on Sunday as snow fell on the city.";
    let table = [
        (
            Length::Chars(95),
            "The orchestra played a forgotten symphony in the cathedral on Sunday as snow fell on the city",
        ),
        (Length::Chars(75), "The orchestra played a forgotten symphony in the cathedral on Sunday"),
        (Length::Chars(60), "The orchestra played a forgotten symphony in the cathedral"),
        (Length::Words(6), "The orchestra played a forgotten symphony"),
    ];
    for (limit, expected) in table {
        assert_eq!(line(sentence, "en", limit).expect("words").text, expected, "{limit:?}");
    }
}

#[test]
fn denials_names_and_quotations_are_not_cut() {
    let cases = [
        ("The minister will not resign after a report about his accounts was published on Friday.", "not"),
        (
            "The singer told the crowd in \"the smallest hall in the whole of Europe tonight\" to dance.",
            "Europe tonight\"",
        ),
        ("The trains between Lyon and the small towns of the Alps stop running on Saturday at noon.", "and the small"),
    ];
    for (sentence, kept) in cases {
        let found = line(sentence, "en", Length::Bytes(70)).expect("words");
        assert!(found.clipped || found.text.contains(kept), "{}", found.text);
    }
}

#[test]
fn a_line_too_long_says_so() {
    let sentence =
        "Nine farmers from the valley have asked the court to stop the planned reservoir above their fields.";
    let found = line(sentence, "en", Length::Bytes(80)).expect("words");
    assert!(found.over_length && !found.clipped, "{found:?}");
    let found = line(sentence, "en", Length::Bytes(30)).expect("words");
    assert!(found.clipped && !found.over_length, "{found:?}");
    assert_eq!(found.text, "Nine farmers from the valley");
    let found = line(sentence, "en", Length::Bytes(0)).expect("words");
    assert!(found.clipped && found.over_length, "{found:?}");
    assert_eq!(found.text, "Nine");
}

#[test]
fn other_languages_are_cut_at_marks_alone() {
    let limit = Length::Chars(50);
    check(
        "de",
        limit,
        &[
            (
                "Nach dem Sturm vom Montag, bleibt die Brücke über den Fluss gesperrt.",
                "Bleibt die Brücke über den Fluss gesperrt",
            ),
            (
                "Die Brücke (gebaut 1920) bleibt nach dem Sturm noch gesperrt.",
                "Die Brücke bleibt nach dem Sturm noch gesperrt",
            ),
        ],
    );
    check(
        "fr",
        limit,
        &[(
            "Depuis lundi, la ville ferme ses trois piscines pour l'hiver.",
            "La ville ferme ses trois piscines pour l'hiver",
        )],
    );
    check(
        "zh",
        Length::Words(14),
        &[("市政府宣布关闭三座旧桥，因为维修费用过高而且交通很少。", "市政府宣布关闭三座旧桥")],
    );
    // The middle dot stands without spaces, though it counts as no word.
    check(
        "ja",
        Length::Chars(24),
        &[("ワールドカップ選手権 (予選) ・ブラジル大会が開幕した", "ワールドカップ選手権・ブラジル大会が開幕した")],
    );
    let clipped =
        line("La ciudad cierra las tres piscinas municipales de la costa", "es", Length::Words(7)).expect("words");
    assert_eq!((clipped.text.as_str(), clipped.clipped), ("La ciudad cierra las tres piscinas municipales", true));
    let clipped = line("東京の古い橋が大雨の影響で閉鎖された", "ja", Length::Chars(8)).expect("words");
    assert_eq!((clipped.text.as_str(), clipped.clipped), ("東京の古い橋", true));
}

#[test]
fn awkward_sentences_are_known() {
    let of = |text: &str| awkwardness(text, Span::of_range(0..text.len()), "en");
    assert_eq!(of("The ferry to the islands stops running in November."), 0.0);
    for worse in [
        "It stops running in November for the first time.",
        "But the ferry to the islands stops running again.",
        "We think the ferry to the islands will stop.",
        "Will the ferry to the islands ever stop running?",
        "The ferry stops.",
    ] {
        assert!(of(worse) > 0.0, "{worse}");
    }
}

#[test]
fn nothing_to_say_is_none() {
    for text in ["", "   ", "...", "— , ;", "\"\""] {
        assert_eq!(line(text, "en", Length::Bytes(75)), None, "{text:?}");
    }
}

#[test]
fn a_sentence_without_end_costs_no_more_than_a_line() {
    let text = "the river and the sea, in the north of it, ".repeat(120_000);
    let found = line(&text, "en", Length::Bytes(75)).expect("words");
    assert!(found.text.len() <= 117, "{}", found.text);
    let unbroken = "水".repeat(1_000_000);
    assert!(line(&unbroken, "zh", Length::Words(10)).expect("words").text.chars().count() <= 10);
}

#[test]
fn spans_outside_the_text_are_held_at_its_end() {
    assert!(headline("Öl", Span::new(1, 99), "en", Length::Bytes(9)).is_some());
    assert_eq!(headline("Öl", Span::new(50, 99), "en", Length::Bytes(9)), None);
}

#[test]
fn words_have_all_their_classes() {
    let before = words::class_of("before");
    assert!(before.meets(words::PREPOSITIONS) && before.meets(words::SUBORDINATORS) && !before.meets(words::RELATIVES));
    assert_eq!(words::class_of("lighthouse"), words::Class::default());
}

fn any_limit() -> impl Strategy<Value = Length> {
    prop_oneof![
        (1_u32..120).prop_map(Length::Bytes),
        (1_u32..120).prop_map(Length::Chars),
        (1_u32..20).prop_map(Length::Words)
    ]
}

fn languages() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["en", "en-GB", "de", "fr", "ja", "zh", "th", "ar", "und", ""])
}

/// News without sense: words and marks that the operations look for.
fn newsy() -> impl Strategy<Value = String> {
    let pieces = "The a man who which said that Police police was were in on at for with Monday 2016 , , , -- — ( ) \" “ ” ' . ? ; : and but not after as when while Oslo Peru killed opened running last year an old 34 to of is 's U.S. (AP) LONDON - however, from between";
    prop::collection::vec(prop::sample::select(pieces.split(' ').collect::<Vec<_>>()), 0..40)
        .prop_map(|words| words.join(" "))
}

fn holds(text: &str, sentence: Span, language: &str, limit: Length) {
    let _ = awkwardness(text, sentence, language);
    let Some(found) = headline(text, sentence, language, limit) else { return };
    let mut end = sentence.start.min(u32::try_from(text.len()).expect("short"));
    assert!(!found.spans.is_empty() && !found.text.trim().is_empty());
    let mut source = String::new();
    for span in &found.spans {
        let piece = span.of(text).expect("on boundaries");
        assert!(!span.is_empty() && span.end <= sentence.end);
        // A sentence that starts inside a character is read from that character's start.
        assert!(span.start + 3 >= end);
        end = span.end;
        source.extend(piece.chars().filter(|c| !c.is_whitespace() && !c.is_control()).flat_map(char::to_lowercase));
    }
    let shown: String =
        found.text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).flat_map(char::to_lowercase).collect();
    assert_eq!(shown, source);
    assert!(!found.text.ends_with('.') || found.text[..found.text.len() - 1].contains(|c: char| c.is_alphanumeric()));
    assert_eq!(found.over_length, limit.measure(&found.text) > limit.limit(0));
    assert!(!found.text.contains("  "));
}

proptest! {
    #[test]
    fn any_text_gives_a_line_of_its_own_words(text in "\\PC{0,200}", language in languages(), limit in any_limit()) {
        holds(&text, Span::of_range(0..text.len()), language, limit);
    }

    #[test]
    fn any_span_is_safe(text in any::<String>(), start in 0_u32..300, len in 0_u32..300, limit in any_limit()) {
        holds(&text, Span::new(start, start + len), "en", limit);
    }

    #[test]
    fn news_gives_a_line_of_its_own_words(text in newsy(), language in languages(), limit in any_limit()) {
        holds(&text, Span::of_range(0..text.len()), language, limit);
    }
}
