//! Which phrases are found, in which form, and which never are.

use super::keyphrases;
use crate::Document;

/// The best phrases of a text, up to `count`, of up to four words.
fn best(text: &str, count: usize) -> Vec<String> {
    let document = Document::parse(text);
    let phrases = keyphrases(&document, count, 4);
    phrases.iter().map(|it| it.span.of(text).expect("a span of the text").to_owned()).collect()
}

/// Checks that the phrases of a text hold each of these, and none of those.
#[track_caller]
fn check(text: &str, these: &[&str], none_of: &[&str]) {
    let said = best(text, 30);
    for phrase in these {
        assert!(said.iter().any(|it| it == phrase), "`{phrase}` is not among {said:?}");
    }
    for phrase in none_of {
        assert!(!said.iter().any(|it| it == phrase), "`{phrase}` is among {said:?}");
    }
}

#[test]
fn phrases_that_hold_together_are_whole() {
    check(
        "The Carrick Bridge will close in March. Cracks run through two piers of the bridge. Lorries may not use the \
         Carrick Bridge any more, and the old ferry takes the cars.",
        &["Carrick Bridge", "piers", "ferry"],
        &["bridge", "Bridge", "Carrick", "The Carrick Bridge"],
    );
    check(
        "The road is closed, writes the state transport department. The department wants to widen it. It has not enough money, \
         the department admits.",
        &["state transport department"],
        &["department", "transport department"],
    );
}

#[test]
fn names_are_whole() {
    check(
        "Nobody swam faster than Leon Marchand. Marchand won four medals. The crowd cheered when Marchand's coach wept.",
        &["Leon Marchand", "coach"],
        &["Marchand", "Leon", "Marchand's"],
    );
    check(
        "Rates will stay where they are, the Bank of Norway said. Many had expected the Bank of Norway to move.",
        &["Bank of Norway"],
        &["Norway", "Bank"],
    );
    check(
        "Nobody knew that Supreme Court Justice Ada Bell Quill collects eels. Quill keeps them in a pond. Her clerks feed them.",
        &["Supreme Court Justice", "Ada Bell Quill"],
        &["Supreme", "Court", "Ada", "Quill"],
    );
    check("They were seen in Paris with Anna Paris. Paris sleeps. It rains in Paris.", &["Paris"], &[]);
    // A part of names alone is none, and the stop of a title divides nothing.
    check(
        "The crew met Sgt. Bo Tarn in Lower East Holm. A bus goes to East Quern and back. The crew waited for the bus.",
        &["Sgt. Bo Tarn"],
        &["East", "Sgt"],
    );
    // Also where one begins the sentence, and nothing but its capital says that it is one.
    check(
        "Nora Vale built the mill. The mill stood on the river. The river drives the mill.",
        &["Nora Vale"],
        &["Nora"],
    );
}

#[test]
fn other_forms_of_a_phrase_are_no_phrases_of_their_own() {
    check(
        "Ferries leave at noon. A ferry carries forty cars. The ferries were full, and one ferry was late.",
        &["ferry"],
        &["ferries", "Ferries"],
    );
    check(
        "Solar panels pay. A solar panel is cheap, and solar panels last.",
        &["solar panel"],
        &["solar panels", "Solar panels", "panel"],
    );
}

#[test]
fn borders_are_kept() {
    check(
        "In the harbour, cranes stood still. Workers left. Cranes of the harbour were sold.",
        &["harbour", "cranes", "Workers"],
        &["harbour, cranes", "still. Workers", "Cranes of the harbour", "Workers left"],
    );
}

#[test]
fn addresses_are_no_phrases() {
    check(
        "Read the [tide tables](https://tides.example/tables/holm) before you sail. The tide tables of Holm, at \
         https://tides.example/tables/holm, are new. Sailors like the [tide tables](https://tides.example/tables).",
        &["tide tables", "Holm", "Sailors"],
        &["https", "tides.example", "example", "tables", "holm"],
    );
}

#[test]
fn what_says_nothing_is_no_phrase() {
    check(
        "The mayor said on Tuesday that 300 people came. Two million crowns were spent in January, the mayor added. \
         Last week we had to say it again.",
        &["mayor", "crowns"],
        &["Tuesday", "January", "said", "300", "300 people", "Two", "million", "week", "mayor said", "say"],
    );
    check(
        "Le maire a déclaré mardi que l’école de l'Ormeau fermerait. L'école est vieille, a déclaré le maire.",
        &["maire", "école"],
        &["mardi", "l’école", "L'école", "déclaré"],
    );
}

#[test]
fn what_is_no_noun_is_no_phrase_alone() {
    check(
        "A nuclear plant closes. The nuclear plant at Quern is old, and at least two hidden leaks were found. We could see \
         the leaks, says a keeper. The keeper was asked to provide spare valves, and kept searching.",
        &["nuclear plant", "keeper", "leaks"],
        &["least", "hidden", "see", "old", "provide spare valves", "searching"],
    );
    // Participles with an article are nouns.
    check(
        "The hearing was put off. Nobody knew of the hearing. A clerk kept waiting at the door of the court.",
        &["hearing", "clerk"],
        &["waiting"],
    );
}

#[test]
fn pieces_of_phrases_are_none() {
    check(
        "They met at Hell's Kitchen. A cook at Hell's Kitchen fries eels. The Mount Quern Water Board wrote to the cook.",
        &["cook", "eels"],
        &["Hell", "Kitchen", "Mount", "Water"],
    );
}

#[test]
fn scripts_without_spaces_have_phrases_without_spaces() {
    check(
        "柳湾镇的大桥将于三月关闭。柳湾镇的居民乘渡轮上班。大桥需要修理。",
        &["柳湾镇", "大桥", "渡轮"],
        &["月", "三月", "的"],
    );
    check("汐見市のパン工房が開業した。パン工房は駅前にある。", &["パン工房"], &["した", "ある"]);
}

#[test]
fn scores_fall_from_one_and_frequencies_count_every_form() {
    let text = "Ferries leave at noon. A ferry carries forty cars. The ferries were full of tired islanders.";
    let phrases = keyphrases(&Document::parse(text), 8, 4);
    assert_eq!((phrases[0].score, phrases[0].frequency, phrases[0].words), (1.0, 3, 1));
    assert!(phrases.is_sorted_by(|a, b| a.score >= b.score && b.score > 0.0), "{phrases:?}");
}

#[test]
fn words_of_the_title_count_for_more() {
    let text = "The whale left, but the otter stayed.";
    assert_eq!(best(text, 1), ["whale"]);
    assert_eq!(best(&format!("The Otter of Holm\n\n{text}"), 1), ["otter"]);
}

#[test]
fn few_words_and_none_are_enough() {
    for text in ["", " ", "12 34 56.", "\u{301}\u{301}", "a b c d e f", "'s 's 's", "d' d' d'"] {
        assert_eq!(best(text, 8), [""; 0], "{text:?}");
    }
    assert_eq!(best("Rain fell on Holm.", 0), [""; 0]);
    assert!(keyphrases(&Document::default(), 8, 4).is_empty());
}

#[test]
fn no_phrase_is_longer_than_asked_for() {
    let text = "The Lower Quern Valley Railway Museum opens. The Lower Quern Valley Railway Museum has no roof.";
    for longest in 0..7 {
        let document = Document::parse(text);
        let phrases = keyphrases(&document, 20, longest);
        assert!(phrases.iter().all(|it| it.words as usize <= longest.max(1)), "{longest}: {phrases:?}");
        assert!(!phrases.is_empty());
    }
}

proptest::proptest! {
    #[test]
    fn any_text_has_sound_phrases(text in "([A-Za-z]{1,6}|said|of|the|l'eau|’s|日本|กข|[0-9]{1,3}|[.,&\n# -]| ){0,60}") {
        let document = Document::parse(&text);
        let phrases = keyphrases(&document, 8, 4);
        proptest::prop_assert_eq!(&phrases, &keyphrases(&document, 8, 4));
        for phrase in phrases {
            proptest::prop_assert!(phrase.span.of(&text).is_some_and(|text| !text.trim().is_empty()));
            proptest::prop_assert!(phrase.score > 0.0 && phrase.score <= 1.0);
            proptest::prop_assert!(phrase.frequency > 0 && phrase.words > 0);
        }
    }
}

#[test]
fn korean_phrases_end_before_their_particles_and_are_no_verbs() {
    check(
        "한빛시는 낡은 시립 도서관을 헐고 새 도서관을 짓겠다고 밝혔다. 도서관은 하루 천 명이 이용한다. 시의회는 예산안을 심의한다.",
        &["도서관", "예산안", "시의회"],
        &["도서관을", "도서관은", "예산안을", "밝혔다", "짓겠다고", "심의한다"],
    );
}

#[test]
fn words_that_are_hardly_ever_nouns_are_in_no_phrase() {
    check(
        "Island ferries seldom carry enormous lorries. The lorries wait, and the enormous queue blocks the harbour. \
         Ferries seldom arrive on time, the harbour office admits.",
        &["lorries", "harbour"],
        &["enormous", "seldom", "ferries seldom carry", "Ferries seldom", "admits"],
    );
}

#[test]
fn german_nouns_come_before_what_has_no_capital() {
    let said = best(
        "Die alte Fähre verkehrt nicht mehr. Am alten Hafen wartet die neue Fähre, und am alten Kai liegt noch ein Boot. Der \
         Hafen verkehrt seine Rolle: Was alt war, verkehrt sich.",
        4,
    );
    assert!(
        said.iter().all(|phrase| phrase.rsplit(' ').next().is_some_and(|it| it.starts_with(char::is_uppercase))),
        "{said:?}"
    );
}
