//! Which sentences are taken, and in which order.

use super::{Fate, Selection, select};
use crate::{Document, Length};

/// Checks the order in which the sentences of a text are taken.
#[track_caller]
fn check(text: &str, salience: &[f32], length: &str, order: &[usize]) -> Selection {
    let document = Document::parse(text);
    assert_eq!(document.sentences().len(), salience.len(), "{text}");
    let selection = select(&document, salience, length.parse().expect("a length"), None);
    assert_eq!(selection.sentences, order, "{length} of {text}");
    selection
}

/// Four sentences, the third and the fourth of which hang.
const BRIDGE: &str = "The council of Holm closed the old bridge. Engineers found cracks in two piers. \
    However, they want more time. It would cost four million crowns.";

#[test]
fn a_sentence_that_hangs_waits_for_the_one_before_it() {
    let all = |salience: &[f32], order: &[usize]| {
        check(BRIDGE, salience, "4 sentences", order);
    };
    all(&[0.9, 0.2, 0.1, 0.0], &[0, 1, 2, 3]);
    // Lowered below what it needs, then raised again.
    all(&[0.5, 0.78, 0.8, 0.1], &[1, 2, 0, 3]);
    all(&[0.5, 0.79, 0.8, 0.1], &[1, 2, 0, 3]);
    // So much more than the others that it is taken as it is.
    all(&[0.3, 0.2, 0.9, 0.1], &[2, 0, 1, 3]);
    // A chain is raised link by link.
    all(&[0.5, 0.85, 0.86, 0.87], &[1, 2, 3, 0]);
    // What is below zero does not rise.
    all(&[-0.1, -0.2, -0.3, -0.4], &[0, 1, 2, 3]);
    check(BRIDGE, &[0.5, 0.78, 0.8, 0.1], "2 sentences", &[1, 2]);
    // The one that it needs was left, so that it stays low.
    check(BRIDGE, &[0.58, 0.3, 0.6, 0.1], "13 words", &[0, 2]);
}

#[test]
fn a_part_of_a_quotation_waits_for_the_other() {
    let text =
        "The mayor of Holm spoke. \"The bridge of Holm is closed. Ferries carry lorries until May,\" she said in Holm.";
    let all = |salience: &[f32], order: &[usize]| {
        check(text, salience, "3 sentences", order);
    };
    all(&[0.1, 0.9, 0.2], &[1, 2, 0]);
    // Either part is raised by the other.
    all(&[0.5, 0.7, 0.6], &[0, 1, 2]);
    all(&[0.5, 0.6, 0.9], &[2, 1, 0]);
    let fates = check(text, &[0.5, 0.7, 0.3], "1 sentence", &[0]).fates;
    assert_eq!(fates, [Fate::Taken { place: 1 }, Fate::Hangs { on: 2 }, Fate::Beyond { count: 1 }]);
}

#[test]
fn the_first_sentence_never_hangs() {
    check("But it rained in Holm. The bridge was closed.", &[0.6, 0.5], "1 sentence", &[0]);
}

#[test]
fn what_is_said_twice_or_too_short_comes_last_or_never() {
    let text = "The old bridge of Holm was closed on Monday. Why so? On Monday the old bridge of Holm was closed. \
        Ferries carry lorries until May.";
    check(text, &[0.9, 0.8, 0.7, 0.1], "4 sentences", &[0, 3, 1]);
}

#[test]
fn every_sentence_learns_its_fate() {
    let cases: &[(&str, &[f32], &str, &[Fate])] = &[
        (
            BRIDGE,
            &[0.5, 0.6, 0.3, 0.1],
            "2 sentences",
            &[Fate::Taken { place: 2 }, Fate::Taken { place: 1 }, Fate::Beyond { count: 2 }, Fate::Beyond { count: 2 }],
        ),
        (
            BRIDGE,
            &[0.58, 0.4, 0.6, 0.1],
            "1 sentence",
            &[Fate::Taken { place: 1 }, Fate::Beyond { count: 1 }, Fate::Hangs { on: 1 }, Fate::Beyond { count: 1 }],
        ),
        (
            BRIDGE,
            &[0.5, 0.4, 0.1, 0.2],
            "13 words",
            &[Fate::Taken { place: 1 }, Fate::TooLong, Fate::Taken { place: 2 }, Fate::TooLong],
        ),
        (
            "Ferries carry lorries until May. Why so? Until May ferries carry lorries.",
            &[0.9, 0.8, 0.7],
            "2 sentences",
            &[Fate::Taken { place: 1 }, Fate::Taken { place: 2 }, Fate::Repeats { sentence: 0 }],
        ),
        (
            "Ferries carry lorries until May. Why so?",
            &[0.1, 0.8],
            "1 sentence",
            &[Fate::Taken { place: 1 }, Fate::TooShort],
        ),
    ];
    for (text, salience, length, fates) in cases {
        let selection = select(&Document::parse(text), salience, length.parse().expect("a length"), None);
        assert_eq!(selection.fates, *fates, "{length} of {text}");
    }
}

/// A preamble, three sections of two sentences, and one that no summary needs.
const REPORT: &str = "# Holm in 2023\n\nThe town of Holm had a good year.\n\n## Harbour\n\nCargo rose by seven per cent. \
    The crane broke down in May.\n\n## Schools\n\nTwo schools were closed in autumn. Nobody was told the reason.\n\n\
    ## References\n\nOrr, The harbours of Norland, 1987.";

#[test]
fn every_section_has_one_before_any_has_two() {
    let salience = [0.5, 0.9, 0.8, 0.2, 0.1, 0.95];
    check(REPORT, &salience, "6 sentences", &[1, 0, 3, 5, 2, 4]);
    // The most salient sections win.
    check(REPORT, &salience, "2 sentences", &[1, 0]);
    // No room for one from each: what matters most.
    check(REPORT, &salience, "12 words", &[5, 1]);
    let fates = check(REPORT, &salience, "3 sentences", &[1, 0, 3]).fates;
    assert_eq!((fates[2], fates[5]), (Fate::Served, Fate::Served));
}

#[test]
fn a_long_sentence_gives_way_to_one_that_matters_as_much() {
    let long = "The council of Holm, which met on Monday in the hall of the old school by the river because its own was \
        under water, closed the bridge to lorries, to buses, to coaches and to all that weighs more than a cart and a horse.";
    let text = format!("{long} Ferries carry lorries until May.");
    check(&text, &[0.8, 0.75], "2 sentences", &[1, 0]);
    check(&text, &[0.9, 0.75], "2 sentences", &[0, 1]);
}

#[test]
fn an_empty_text_has_nothing_to_take() {
    assert_eq!(select(&Document::parse(""), &[], Length::Sentences(3), None), Selection::default());
}
