//! Small texts, and which of their sentences each ranker must put first.

use super::{
    Blend, Centroid, Edmundson, Graph, KlSum, Lead, Learned, LexRank, Lsa, Luhn, Ranker, Reduction, SumBasic, TextRank,
    rankers,
};
use crate::Document;

const BRIDGE: &str = "It was a cold morning. The old bridge over the Lind is to close in May, the council of Holm said. \
    Repairs of the bridge will cost 4 million crowns. The council of Holm has the money. Ducks were seen.";

#[track_caller]
fn check(ranker: &dyn Ranker, text: &str, first: usize) {
    let salience = ranker.rank(&Document::parse(text));
    let best = (0..salience.len()).max_by(|a, b| salience[*a].total_cmp(&salience[*b]).then(b.cmp(a)));
    assert_eq!(best, Some(first), "{}: {salience:?}", ranker.name());
}

#[test]
fn each_puts_first_what_it_looks_for() {
    check(&Lead, BRIDGE, 0);
    check(&Centroid, BRIDGE, 1);
    check(&Graph, BRIDGE, 1);
    check(&Blend, BRIDGE, 1);
    check(&Learned, BRIDGE, 1);
    check(&LexRank, BRIDGE, 1);
    check(&TextRank, BRIDGE, 1);
    check(&Reduction, BRIDGE, 1);
    check(&Luhn, BRIDGE, 1);
    check(&Luhn, "Holm closed the very old bridge in spring. A bridge of Holm it closed by day.", 1);
    check(&Lsa, BRIDGE, 1);
    check(&KlSum, BRIDGE, 1);
    check(&SumBasic, "Ships came. The bridge closed. The bridge of Holm was closed because the bridge had cracks.", 1);
    check(
        &SumBasic,
        "Ferry, ferry. The bridge over Lind carries carts. A bridge at Holm has cracks. No bridge is safe.",
        3,
    );
    let notes = "Bridges over the Lind\n\nIt was cold. Finally, the council announced important results. It rained \
                 for long. The bridge stands.\n\nSummary\n\nIt rained for an hour on Monday. The bridges are old. \
                 It rained. The rain ended.\n\nConclusions\n\nDucks swam.";
    check(&Edmundson::BEST, notes, 1);
    check(&Edmundson::CUE, notes, 1);
    check(&Edmundson::KEY, notes, 2);
    check(&Edmundson::TITLE, notes, 3);
    check(&Edmundson::LOCATION, notes, 8);
}

#[test]
fn overlaps_are_summed_as_if_every_pair_were_looked_at() {
    use super::bag::{Bags, Overlap};
    let document = Document::parse(BRIDGE);
    let bags = Bags::new(&document);
    let weights: Vec<f64> = (0..bags.len()).map(|sentence| 0.5 + sentence as f64).collect();
    let pair = |a: usize, b: usize| {
        let norm = libm::log(bags.size(a)) + libm::log(bags.size(b));
        let shared: f64 =
            bags.of(a).map(|(term, n)| n * bags.of(b).filter(|(t, _)| *t == term).map(|(_, m)| m).sum::<f64>()).sum();
        if libm::log(bags.size(a)) > 0.0 && libm::log(bags.size(b)) > 0.0 { shared / norm } else { 0.0 }
    };
    for (a, sum) in Overlap::new(&bags).sums(&weights).into_iter().enumerate() {
        let plain: f64 = (0..bags.len()).filter(|b| *b != a).map(|b| weights[b] * pair(a, b)).sum();
        assert!((sum - plain).abs() < 1e-9, "sentence {a}: {sum} and {plain}");
    }
}

#[test]
fn salience_is_a_share_for_every_sentence_of_any_text() {
    for text in ["", "One", "One. Two. Three.", "a a a. a a a. a a a.", "… ! ?", "河。海。", BRIDGE] {
        let document = Document::parse(text);
        for ranker in rankers() {
            let salience = ranker.rank(&document);
            assert_eq!(salience.len(), document.sentences().len(), "{} of {text:?}", ranker.name());
            assert!(
                salience.iter().all(|value| (0.0..=1.0).contains(value)),
                "{} of {text:?}: {salience:?}",
                ranker.name()
            );
        }
    }
}
