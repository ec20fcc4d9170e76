//! ROUGE of small cases: some counted by hand, some as Google's `rouge-score` 0.1.2 with its stemmer has them.

use super::*;

#[track_caller]
fn check(references: &[&str], summary: &str, cut: Cut, due: [f64; 3]) {
    let mut rouge = Rouge::default();
    let targets = rouge.targets(references.iter().copied(), cut);
    let Scores { r1, r2, rlsum } = rouge.score(&targets, summary);
    for (given, due) in [r1, r2, rlsum].into_iter().zip(due) {
        assert!((given - due).abs() < 1e-6, "{references:?} {summary:?}: {r1} {r2} {rlsum}");
    }
}

#[test]
fn english_as_google_has_it() {
    for (reference, summary, due) in [
        ("The bridge is closed.", "The bridge is closed.", [1.000000, 1.000000, 1.000000]),
        ("The bridge is closed.", "The ferry sails at noon.", [0.222222, 0.000000, 0.222222]),
        ("The bridge is closed.", "", [0.000000, 0.000000, 0.000000]),
        (
            "The council closed the old bridge to lorries.\nA ferry will carry them until May.",
            "A ferry carries lorries.\nThe old bridge was closed by the council.",
            [0.740741, 0.320000, 0.518519],
        ),
        ("the the the cat", "the cat the cat the cat", [0.800000, 0.250000, 0.800000]),
        (
            "Engineers found cracks in two of its six main piers.\nRepairs will cost $212.5 million.",
            "Repairing two cracked piers costs 212.5 million dollars, engineers said on Tuesday.",
            [0.620690, 0.222222, 0.482759],
        ),
        ("a b c d e f g", "g f e d c b a", [1.000000, 0.000000, 0.142857]),
        (
            "one two three four\nfive six seven eight",
            "one five two six\nthree seven four eight\none two five six",
            [0.800000, 0.222222, 0.800000],
        ),
        (
            "He said it's “done” — naïve café owners weren't told.",
            "The owners of the cafe were not told it is done.",
            [0.347826, 0.000000, 0.173913],
        ),
        (
            "Dying skies: the news of the innings succeeded theology.",
            "The innings' news: sky dies, theological success.",
            [0.750000, 0.142857, 0.375000],
        ),
        (
            "A mill burned.\n\nNobody was hurt.\n",
            "Nobody was hurt when a mill burned on Monday.\nThe mill had stood since 1911.",
            [0.571429, 0.421053, 0.571429],
        ),
        ("w1 w2 w3 w4 w5", "w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5", [0.533333, 0.153846, 0.533333]),
    ] {
        check(&[reference], summary, Cut::English, due);
    }
}

#[test]
fn other_languages_are_counted_as_they_are_written() {
    for (reference, summary, due) in [
        // No stemming: 1 of 2 words; 東京 is two tokens, of which one is shared.
        ("ponts fermés", "pont fermés", [0.5, 0.0, 0.5]),
        ("東京", "京都", [0.5, 0.0, 0.5]),
        // All words, and 1 of 2 pairs; the subsequences with both sentences are the reference together.
        ("le pont fermé", "pont fermé. Le", [1.0, 0.5, 1.0]),
    ] {
        check(&[reference], summary, Cut::Unicode, due);
    }
}

#[test]
fn of_several_references_the_one_most_alike_by_single_words_counts() {
    let (one, other) = ("the old bridge is closed", "bridge closed the is old now");
    // 4 of 4 and 5 words with 3 and 4 pairs of which 2 are shared; 4 of 4 and 6 words without a pair.
    check(&[other, one], "the old bridge closed", Cut::English, [8.0 / 9.0, 4.0 / 7.0, 8.0 / 9.0]);
    check(&[one, other], "the old bridge closed", Cut::English, [8.0 / 9.0, 4.0 / 7.0, 8.0 / 9.0]);
    check(&[], "the old bridge closed", Cut::English, [0.0; 3]);
}

#[test]
fn a_block_of_several_sentences_is_measured_as_several() {
    let reference = "The ferry sails.\nThe bridge is closed.";
    check(&[reference], "The bridge is closed. The ferry sails.", Cut::English, [1.0, 10.0 / 12.0, 1.0]);
}
