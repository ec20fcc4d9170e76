//! Openings that hang, and openings that only look like it.

use super::{LISTS, LONGEST, Openings};

/// Checks sentences of a language: those that hang, then those that stand.
#[track_caller]
fn check(language: &str, hang: &[&str], stand: &[&str]) {
    let openings = Openings::of(language);
    for sentence in hang {
        assert!(openings.hangs(sentence), "{language}: hangs: {sentence}");
    }
    for sentence in stand {
        assert!(!openings.hangs(sentence), "{language}: stands: {sentence}");
    }
}

#[test]
fn a_sentence_hangs_on_what_its_first_words_point_at() {
    check(
        "en",
        &[
            "However, he left for Holm.",
            "But it rained all day.",
            "They also closed the harbour.",
            "\"It's late,\" she said.",
            "This means that the ferry stops.",
            "As a result, the boats stayed in port.",
            "The latter was repaired in May.",
            "It was designed to carry lorries.",
            "HE SAID NO.",
        ],
        &[
            "The bridge is old.",
            "Heather Holm, however, left.",
            "It is clear that the bridge is old.",
            "It was not known whether the ferry would sail.",
            "It takes an hour to cross.",
            "It is hard to say.",
            "This year the ferry sails.",
            "In this paper we weigh sentences.",
            "That day it rained.",
            "Those who cross pay.",
            "Itinerant players came.",
            "...",
            "",
        ],
    );
    check(
        "de",
        &["Das ist neu.", "Er kam spät.", "Dies zeigt viel.", "Doch die Brücke blieb zu.", "Außerdem regnete es."],
        &["Das Haus ist alt.", "Es gibt Fähren.", "Es ist klar, dass er kommt.", "In diesem Jahr fährt sie."],
    );
    check(
        "fr",
        &["Il est parti.", "Cependant, la mairie attend.", "Mais le pont tient.", "C’est cher.", "D'autre part, non."],
        &["Il y a deux ponts.", "Il faut attendre.", "Cette année, le pont ferme.", "Il est clair que le pont ferme."],
    );
    check(
        "es",
        &["Pero llovió.", "Sin embargo, no.", "Él salió.", "Esto cuesta."],
        &["El puente.", "Este año llovió."],
    );
    check("it", &["Ma piove.", "Questo costa.", "D'altra parte no."], &["Il ponte chiude.", "Quest’anno piove."]);
    check("pt", &["No entanto, choveu.", "Isso custa."], &["A ponte fecha.", "Este ano choveu."]);
    check("nl", &["Maar hij bleef.", "Het is oud.", "Daarom regent het."], &["Het huis is oud.", "Dit jaar niet."]);
    check("sv", &["Men han stannade."], &["Bron är gammal."]);
    check("da", &["Men han blev."], &["Broen er gammel."]);
    check("ru", &["Но он остался.", "Однако дождь.", "Это дорого."], &["Мост закрыт.", "В этом году мост закрыт."]);
    check("vi", &["Tuy nhiên, trời mưa.", "Họ đi."], &["Cây cầu cũ."]);
    check("id", &["Namun hujan turun.", "Mereka pergi."], &["Jembatan itu tua."]);
    check("zh-Hant", &["但是下雨了。", "「他走了。」"], &["橋很舊。", "其他人走了。"]);
    check("ja", &["しかし雨が降った。", "これは高い。"], &["橋は古い。", "これまで橋は無料だった。"]);
    check("th", &["แต่ฝนตก"], &["แต่ละคน", "สะพาน"]);
    check("und", &[], &["But it rained.", "Но он остался."]);
}

#[test]
fn every_phrase_can_be_found() {
    for lists in LISTS {
        for phrase in [lists.leans, lists.stands].iter().flat_map(|list| list.split(',')).map(str::trim) {
            let words = phrase.split(' ').count();
            assert!(words <= LONGEST, "{}: `{phrase}` is longer than {LONGEST} words", lists.code);
            assert_eq!(phrase, phrase.to_lowercase(), "{}: phrases are in lower case", lists.code);
            assert!(!phrase.contains(['\'', '’']), "{}: `{phrase}`: an apostrophe is a space", lists.code);
        }
    }
}
