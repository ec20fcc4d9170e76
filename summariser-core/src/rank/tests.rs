//! Small texts, and which of their sentences each ranker must put first.

use super::{Blend, Centroid, Graph, Position, Ranker, rankers};
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
    check(&Position, BRIDGE, 0);
    check(&Centroid, BRIDGE, 1);
    check(&Graph, BRIDGE, 1);
    check(&Blend, BRIDGE, 1);
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
