//! Tables of sentences and the lines they make, and the properties that hold for any text at all.

use proptest::prelude::*;

use super::{Lead, Room, Trimmed, awkwardness, brackets, headline, lowered, presented, words};
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
            "The council said the [tram line] will be built by the [port authority] (which met twice) in the month of May.",
            "The [tram line] will be built by the [port authority] in the month of May",
        ),
        (
            "`tram(line)` is a crate for `#![no_std]` timetables (with tests) of fast and [night-safe] trams.",
            "`tram(line)` is a crate for `#![no_std]` timetables of fast and [night-safe] trams",
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
                "Der alte Turm ist seit gestern wieder offen, weil die Stadt ihn renoviert hat.",
                "Der alte Turm ist seit gestern wieder offen",
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
        line("La ciudad cierra las tres piscinas municipales de la costa", "es", Length::Words(6)).expect("words");
    assert_eq!((clipped.text.as_str(), clipped.clipped), ("La ciudad cierra las tres piscinas", true));
    let clipped = line("東京の古い橋が大雨の影響で閉鎖された", "ja", Length::Chars(8)).expect("words");
    assert_eq!((clipped.text.as_str(), clipped.clipped), ("東京の古い橋", true));
}

#[test]
fn brackets_and_quotations_close() {
    let table = [
        (
            "Lena Marie Brandt (born March 3, 1979 [1] [2]), better known by her stage name, sings in the old harbour hall.",
            "Lena Marie Brandt, better known by her stage name, sings in the old harbour hall",
        ),
        (
            "In a letter the chairman wrote (as I noted [see 3]) that the reservoir above the village was half empty.",
            "In a letter the chairman wrote that the reservoir above the village was half empty",
        ),
    ];
    check("en", Length::Bytes(85), &table);
    let clipped = line(
        "« Nous allons rouvrir (un peu) les écluses fermées du vieux canal de la ville »",
        "fr",
        Length::Chars(30),
    );
    assert_eq!(clipped.expect("words").text, "Nous allons rouvrir (un peu)");
}

#[test]
fn purposes_hearers_and_second_verbs_may_go() {
    let table = [
        (
            "The road crews cut a narrow channel through the meadow to drain the old quarry lake before winter.",
            "The road crews cut a narrow channel through the meadow",
        ),
        (
            "The footbridge over the gorge is safe again for walkers, the chief engineer told reporters Saturday.",
            "The footbridge over the gorge is safe again for walkers",
        ),
        (
            "The story of the ferry is a monument to patience and stands in contrast to the haste of the railway.",
            "The story of the ferry is a monument to patience",
        ),
    ];
    check("en", Length::Bytes(60), &table);
}

#[test]
fn papers_that_report_roles_and_clauses_with_titles_may_go() {
    let table = [
        (
            "Keeper Bo Tarn, who plays the drowned captain in the popular radio play \"Old Men,\" has sold his lighthouse, the Pell \
             Mirror reports.",
            "Keeper Bo Tarn has sold his lighthouse",
        ),
        (
            "The council of Pell brings back wooden carts as a cheap way to take the eels of the harbour to the market.",
            "The council of Pell brings back wooden carts",
        ),
        (
            "The council of Pell sees the old wooden carts as a danger to the harbour.",
            "The council of Pell sees the old wooden carts \
          as a danger to the harbour",
        ),
        (
            "The council of Pell will pay the keeper $335,000 to end a long quarrel about the lighthouse of the town.",
            "The council of Pell will pay the keeper $335,000",
        ),
    ];
    check("en", Length::Bytes(60), &table);
}

#[test]
fn openings_places_second_objects_and_clauses_of_new_things_may_go() {
    let table = [
        (
            "Due to the flood of last May, the railway of Pell has begun to repair the tunnel under the Lind.",
            "The railway of Pell has begun to repair the tunnel under the Lind",
        ),
        (
            "To celebrate the birthday of its founder, the brewery of Holm gives away four thousand old bottles.",
            "The brewery of Holm gives away four thousand old bottles",
        ),
        (
            "The railway of Pell has begun to repair the tunnel under the river Lind and the old pier of Quern harbour.",
            "The railway of Pell has begun to repair the tunnel under the river Lind",
        ),
        (
            "A passenger on the night ferry from Holm to Quern, North Pell, had to be carried off when a mast fell.",
            "A passenger on the night ferry from Holm to Quern had to be carried off when a mast fell",
        ),
        (
            "Two hotels in Quern have stopped paying a small company that had earlier sold them oysters out of a bay that was closed to all boats.",
            "Two hotels in Quern have stopped paying a small company",
        ),
        (
            "A keeper from Holm was struck by a falling lantern while walking along the harbour wall of Quern on Friday.",
            "A keeper from Holm was struck by a falling lantern",
        ),
        (
            "The harbour of Pell has dismissed Bo Tarn, following \"a quarrel about herrings,\" the council said in a statement.",
            "The harbour of Pell has dismissed Bo Tarn",
        ),
    ];
    check("en", Length::Bytes(72), &table);
}

#[test]
fn what_is_said_of_new_things_stays_where_nothing_is_said_without_it() {
    let table = [
        (
            "The keeper had a nickname that summed him up better than any book.",
            "The keeper had a nickname that summed him up better than any book",
        ),
        (
            "The judge in Holm sent the keeper of the lighthouse to two years in prison on Friday in spite of his age.",
            "The judge sent the keeper of the lighthouse to two years in prison",
        ),
    ];
    check("en", Length::Bytes(70), &table);
}

#[test]
fn verbs_are_found_behind_pronouns_clauses_and_nouns() {
    let table = [
        (
            "One keeper died and another was badly hurt after a cliff fell on the coast road north of the town, the harbour police said.",
            "One keeper died and another was badly hurt",
        ),
        (
            "Nestled in a quiet hillside above the Lind, the newest monastery of Pell features bulletproof rooms of white oak.",
            "The newest monastery of Pell features bulletproof rooms of white oak",
        ),
        (
            "The crew of the ferry that skidded into a pier at Quern harbour cited a broken rudder in its report on the night.",
            "The crew of the ferry that skidded into a pier at Quern harbour cited a broken rudder in its report on the night",
        ),
        (
            "On May 3rd, a keeper, pushed along the quay of Quern in a wooden cart by his two sons, was hit when a mast fell.",
            "On May 3rd, a keeper was hit when a mast fell",
        ),
    ];
    check("en", Length::Bytes(75), &table);
}

#[test]
fn captions_before_a_sentence_are_no_part_of_it() {
    let table = [
        (
            "Bo Tarn (left) at the opening of the lighthouse (Getty Images) A keeper with one arm was robbed on a ferry.",
            "A keeper with one arm was robbed on a ferry",
        ),
        (
            "Photograph by Ina Holm on Flickr A judge may have stopped the sale of the lighthouse of Quern.",
            "A judge may have stopped the sale of the lighthouse of Quern",
        ),
        (
            "Letters in a sock (Quern Harbour Office) A warden of the harbour was arrested for theft on the pier.",
            "A warden of the harbour was arrested for theft on the pier",
        ),
        (
            "Ina Holm An Inner Harbour keeper has stopped the sale of the lighthouse of Quern.",
            "An Inner Harbour keeper has stopped the sale of the lighthouse of Quern",
        ),
        (
            "Ina Holm and Bo Tarn A ferryman who was hit by a mast has been speaking to the council.",
            "A ferryman who was hit by a mast has been speaking to the council",
        ),
        (
            "A drawing of Ina Holm The keeper who found the mast has sold it to the council of Quern.",
            "The keeper who found the mast has sold it to the council of Quern",
        ),
        (
            "Bo Tarn on the pier of Quern last year The heir to the mill, Bo Tarn, has sold the lighthouse of Quern.",
            "The heir to the mill, Bo Tarn, has sold the lighthouse of Quern",
        ),
        (
            "Photographs of Bo Tarn by Ann Lee/Lower Quern The Lower Quern school has sold the lighthouse of Quern.",
            "The Lower Quern school has sold the lighthouse of Quern",
        ),
        (
            "Eels on the pier of Quern An RNLI officer was arrested for theft at the lighthouse on the pier.",
            "An RNLI officer was arrested for theft at the lighthouse on the pier",
        ),
        (
            "Bo Tarn, a brother of Ann Lee The Quern Post has moved to the old lighthouse at the end of the pier.",
            "The Quern Post has moved to the old lighthouse at the end of the pier",
        ),
        (
            "Flickr, via Ann Lee On Sunday, a keeper was found in the old lighthouse at the end of the pier.",
            "On Sunday, a keeper was found in the old lighthouse at the end of the pier",
        ),
        (
            "Eels concealed in a sock (Pell Office) An ice cream keeper was arrested for theft at the lighthouse.",
            "An ice cream keeper was arrested for theft at the lighthouse",
        ),
        (
            "Ina Holm (QTV 2) So, the keeper of the old lighthouse was at the mill and asked for bread.",
            "So, the keeper of the old lighthouse was at the mill and asked for bread",
        ),
        (
            "The winners of Serie A have bought the old lighthouse on the pier of Quern.",
            "The winners of Serie A have bought the old lighthouse on the pier of Quern",
        ),
        (
            "• Ina Holm: The keeper of the harbour found a boat without a crew on the rocks.",
            "Ina Holm: The keeper of the harbour found a boat without a crew on the rocks",
        ),
        (
            "Ina Holm Early Sunday morning, keepers found a boat without a crew on the rocks below the lighthouse.",
            "Keepers found a boat without a crew on the rocks below the lighthouse",
        ),
    ];
    check("en", Length::Bytes(75), &table);
}

#[test]
fn near_a_length_a_line_keeps_what_is_worth_more() {
    let check = |sentence: &str, expected: &str| {
        let span = Span::of_range(0..sentence.len());
        let small = lowered(sentence, span);
        let line = Lead::new(sentence, span, "en", &small).headline(Room::Near(Length::Chars(75))).expect("words");
        assert_eq!((line.text.as_str(), line.clipped), (expected, false));
    };
    // What a bill would do, and where; 160 characters at most.
    check(
        "The council on Tuesday passed a rule that would make the mooring of a houseboat, barge, or other vessel at the old fish \
         market a petty crime.",
        "The council passed a rule that would make the mooring of a houseboat, barge, or other vessel at the old fish market a \
         petty crime",
    );
    // Who said so stays behind a line that ends before, but takes nothing's place.
    check(
        "All ferries of the valley were stopped on Friday after a storm from the north, tearing at masts, ropes, sails and the \
         timber of the pier itself, the council of Quern said on Sunday.",
        "All ferries of the valley were stopped on Friday after a storm from the north, the council of Quern said",
    );
    // Also where no line could end before it.
    check(
        "Bandits robbed a ferry in eastern Quern on Sunday, setting off two flares that hurt at least 14 people and scared \
         dozens more, while the ferry was waiting for the lock to be opened by its keepers, officials say.",
        "Bandits robbed a ferry in eastern Quern on Sunday, setting off two flares, officials say",
    );
    // No clause ends before its verb.
    check(
        "When Bo was very young, his grandmother was his favourite miller in the world because, unlike the ferrymen, who believed \
         that bread is bread, she would sing and dance at the mill of Pell with all of her friends from the islands of the north.",
        "When Bo was very young, his grandmother was his favourite miller",
    );
    // Who said so, but neither when nor in what.
    check(
        "Seven divers were hurt in a late-night collision off Pell, the coroner's office said in a press release on Friday.",
        "Seven divers were hurt in a late-night collision off Pell, the coroner's office said",
    );
    check(
        "Ina Holm must stay away from the harbour after she sank a ferry, a judge said Wednesday.",
        "Ina Holm must stay away from the harbour after she sank a ferry, a judge said",
    );
    // A time that is all there is, and what begins the sentence.
    check(
        "In the report released Tuesday, the harbour office says the number of boats at Pell fell by a half within ten years.",
        "In the report released Tuesday, the harbour office says the number of boats at Pell fell by a half within ten years",
    );
    check(
        "Starting this month, the University of Pell will no longer ask its students what they paid for their boats.",
        "Starting this month, the University of Pell will no longer ask its students what they paid for their boats",
    );
    check(
        "Earlier this month, Ina Holm, the head of the harbour office, led a delegation to the islands north of Quern.",
        "Ina Holm, the head of the harbour office, led a delegation to the islands north of Quern",
    );
}

#[test]
fn lists_pairs_and_clauses_are_not_torn() {
    let cases = [
        ("The owner says her mother, aunt, and grandmother all had sung it at the old village harbour.", "grandmother"),
        ("The guide showed the guests a lovely but sparsely furnished house on the ridge above the lake.", "house"),
        ("Whoever carved the stone, found in the lake on Friday, before it sank, had a steady hand and time.", "hand"),
        ("Rosa Lind, who says she was kept for months in a tower because of a letter, is on her way home now.", "home"),
        ("The host rings the bell at dawn and the cooks -- all in white -- make a slow round of the hall.", "round"),
        ("You would be pressed to find a clockmaker in the valley who has not heard of the frozen bells.", "heard"),
    ];
    for (sentence, kept) in cases {
        let found = line(sentence, "en", Length::Bytes(66)).expect("words");
        assert!(found.clipped || found.text.contains(kept), "{}", found.text);
    }
}

#[test]
fn german_and_french_lines_are_not_torn() {
    let cases = [
        (
            "de",
            "Die Mühle ist eine hundert Jahre alte, vom Wind getriebene und ganz aus Holz gebaute Anlage im Moor.",
            "Anlage",
        ),
        (
            "de",
            "Anlass können dabei alte Briefe, etwa aus dem Haus der Großeltern, oder ganz neue Bilder sein.",
            "sein",
        ),
        (
            "fr",
            "Aujourd'hui, c'est une petite chorale du port, \"Les Mouettes\", qui ouvre la grande fête du quai.",
            "qui ouvre",
        ),
    ];
    for (language, sentence, kept) in cases {
        let found = line(sentence, language, Length::Chars(60)).expect("words");
        assert!(found.clipped || found.text.contains(kept), "{}", found.text);
    }
    check(
        "fr",
        Length::Chars(60),
        &[(
            "Le vieux phare, longtemps oublié par la petite ville, a rouvert aux visiteurs du dimanche.",
            "Le vieux phare a rouvert aux visiteurs du dimanche",
        )],
    );
}

#[test]
fn a_predicate_keeps_its_complement() {
    let table = [
        ("The old weaving song has been taught at the village school since the autumn of 1961.", "taught at"),
        ("The baker is of course as proud and happy as the mayor of the whole town this week.", "as proud"),
        (
            "A man who was seen in the harbour by a guard has no links to the missing ferry boat at all.",
            "in the harbour",
        ),
    ];
    for (sentence, kept) in table {
        let found = line(sentence, "en", Length::Bytes(62)).expect("words");
        assert!(found.clipped || found.text.contains(kept), "{}", found.text);
    }
}

#[test]
fn lines_of_other_languages_end_at_clauses_and_loose_phrases() {
    let table = [
        (
            "de",
            "Der Hafen von Altstadt ist ein kleiner Hafen am Fluss, in dem seit hundert Jahren nur Fischer anlegen.",
            "Der Hafen von Altstadt ist ein kleiner Hafen am Fluss",
        ),
        (
            "fr",
            "La mairie a fermé les trois piscines du quartier parce que les réparations coûtent trop cher cette année.",
            "La mairie a fermé les trois piscines du quartier",
        ),
        (
            "es",
            "El alcalde cerró las tres piscinas del barrio porque las obras cuestan demasiado dinero este año.",
            "El alcalde cerró las tres piscinas del barrio",
        ),
        (
            "it",
            "Il comune ha chiuso le tre piscine del quartiere perché i lavori costano troppo per la piccola città.",
            "Il comune ha chiuso le tre piscine del quartiere",
        ),
        (
            "pt",
            "A cidade fechou as três piscinas do bairro porque as obras custam demasiado dinheiro este ano.",
            "A cidade fechou as três piscinas do bairro",
        ),
        (
            "nl",
            "De gemeente heeft de drie zwembaden van de wijk gesloten omdat de reparaties dit jaar te duur zijn.",
            "De gemeente heeft de drie zwembaden van de wijk gesloten",
        ),
        (
            "ru",
            "Музей открыл новый зал старинных часов, хотя ремонт крыши продлится до конца года.",
            "Музей открыл новый зал старинных часов",
        ),
    ];
    for (language, sentence, expected) in table {
        check(language, Length::Chars(60), &[(sentence, expected)]);
    }
}

#[test]
fn what_is_clipped_ends_at_a_border_and_says_so() {
    let table = [
        ("fr", "La gare rouvrira aux voyageurs le 1er mai", 31, "La gare rouvrira aux voyageurs"),
        ("ru", "Мост откроется после ремонта на полгода раньше обещанного", 39, "Мост откроется после ремонта"),
        (
            "de",
            "Der Turm bleibt nach dem Sturm noch bis 12 Uhr am Montag zu",
            42,
            "Der Turm bleibt nach dem Sturm noch",
        ),
        (
            "en",
            "Nine of the carved stones from the abbey garden lying under eighty feet of silt",
            41,
            "Nine of the carved stones",
        ),
    ];
    for (language, sentence, most, expected) in table {
        let sentence = format!("{sentence} {}", "weiter ".repeat(9));
        let found = line(&sentence, language, Length::Chars(most)).expect("words");
        assert_eq!((found.text.as_str(), found.clipped), (expected, true), "{sentence}");
    }
}

/// However many lines a word is broken over, and it is one.
#[test]
fn a_word_of_many_lines_is_no_deep_one() {
    let text = format!("The ferry is a {}boat. It sank.", "well-\n".repeat(200_000));
    let found = line(&text, "en", Length::Chars(75)).expect("words");
    assert!(found.text.starts_with("The ferry"), "{}", found.text);
}

#[test]
fn later_sentences_may_hang_on_what_was_said() {
    let before = "The owner of the ferry, Ann Trenholm, has taken donations from a bank in Pell.";
    let of = |text: &str| {
        let [small, said] = [text, before].map(|text| lowered(text, Span::of_range(0..text.len())));
        let lead = |text: &'static str, small| Lead::new(text, Span::of_range(0..text.len()), "en", small);
        let before = lead(before, &said);
        Lead::new(text, Span::of_range(0..text.len()), "en", &small).hanging(&[&before])
    };
    let table = [
        ("The harbour of Pell will be dredged again next spring.", 0.0),
        ("A lawyer for the bank of Pell called the ferry's books open to all.", 0.0),
        ("The world's oldest pier will be torn down next spring.", 0.0),
        ("Ann Trenholm told reporters of her plans for a longer pier.", 0.0),
        ("Trenholm told reporters of her plans for a longer pier.", 0.3),
        ("In March, Trenholm told reporters of her plans for a longer pier.", 0.3),
        ("The harbour will be dredged again next spring.", 0.4),
        ("A lawyer in Holm defended the donations as a gift to everybody.", 0.4),
        ("In these crowded waters, a ferry needs a pilot from Pell.", 0.4),
        ("Sources in Holm confirmed the move to reporters.", 0.4),
        ("Trees were felled on both banks all winter long, she said.", 0.4),
        ("Keeper Nora Vale sees it in a different light.", 0.4),
        ("Keeper Nora Vale of Holm says it was different.", 0.0),
        ("Last year there were 25 accidents and eight this year.", 0.4),
        ("Pell had suffered a bitter defeat in winter.", 0.4),
        ("By far the most vocal critic was Nora Vale.", 0.4),
        ("Nora Vale is the most vocal critic of ferries in Holm.", 0.0),
        ("Inspectors served the owner a notice in spring.", 0.4),
    ];
    for (text, expected) in table {
        assert!((of(text) - expected).abs() < 0.01, "{text} {}", of(text));
    }
}

#[test]
fn papers_present_one_thing_first_and_by_its_name() {
    let of = |text: &str| presented(text, Span::of_range(0..text.len()), "en", Length::Chars(75)).map(|line| line.text);
    let table = [
        ("We present a method, Bounded Eel Counting, that needs no nets.", Some("Bounded Eel Counting")),
        ("We propose a simple approach that finds eels under ice.", Some("Simple approach that finds eels under ice")),
        ("We propose a cheap net to filter out the mud.", Some("Cheap net to filter out the mud")),
        ("We propose Bounded Eel Counting, a method that needs no nets.", Some("Bounded Eel Counting")),
        ("We also propose a cheap method for counting eels under ice.", None),
        ("Third, we propose a cheap method for counting eels under ice.", None),
        ("We propose a cheap method for counting eels under ice.", Some("Cheap method for counting eels under ice")),
    ];
    for (text, expected) in table {
        assert_eq!(of(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn no_line_ends_where_something_is_still_to_come() {
    let limit = Length::Chars(75);
    let table = [
        (
            "By the time the keeper of the old lighthouse read about the new ferry, a small boat with a red sail and forty \
             people on board, she had already sold the tower.",
            "a small boat",
        ),
        (
            "Nora Vale has written plays with the poet Ada Quill of Pell, painted scenery for the opera house in Holm, and was \
             the voice of the radio for years.",
            "opera house in Holm",
        ),
        (
            "Constables, who say that Ada Quill, 43, was selling eels without a licence, attempted to lock her up at noon near the \
             harbour of Pell on Monday.",
            "was selling eels without a licence",
        ),
        (
            "Nora Vale says that none of her oldest friends in the harbour town of Pell were surprised when she and her husband \
             bought a lighthouse instead of a house.",
            "were surprised",
        ),
        (
            "The boat of the keeper went to the island of Orrin for the last time years ago but her bell is still heard there on \
             windy nights in March.",
            "her bell",
        ),
        (
            "The actor Bo Tarn of Lower Quern has moved his beloved four-year, seven-act play about the old lighthouse to a barn \
             in Holm.",
            "four-year",
        ),
        (
            "A 59-year-old man was killed on Friday after he fell into a well that had been left open behind the house of his \
             neighbours on the island of Orrin.",
            "was killed",
        ),
    ];
    for (sentence, end) in table {
        let found = line(sentence, "en", limit).expect("the sentence has words");
        assert!(found.clipped || !found.text.ends_with(end), "{}", found.text);
    }
}

#[test]
fn awkward_sentences_are_known() {
    let of = |text: &str| awkwardness(text, Span::of_range(0..text.len()), "en");
    assert_eq!(of("The ferry to the islands stops running in November."), 0.0);
    for good in [
        "This year, the ferry to the islands stops running in November.",
        "This past Saturday the council of Quern closed the bridge over the Lind.",
        "One of the ferries of Quern has sunk in the harbour, the keeper said.",
        "One keeper fell and another was hurt on the pier of Quern.",
        "Thousands filled the square of Quern in the winter.",
        "The bakery of Quern's is closed for the winter and the spring.",
        "Us Weekly magazine has retracted a story on the ferry of Quern.",
    ] {
        assert_eq!(of(good), 0.0, "{good}");
    }
    // A question is better than half a sentence.
    assert!(of("Will the ferry to the islands ever stop running?") < of("She says the ferry to the islands has sunk."));
    for worse in [
        "It stops running in November for the first time.",
        "But the ferry to the islands stops running again.",
        "We think the ferry to the islands will stop.",
        "Will the ferry to the islands ever stop running?",
        "The ferry stops.",
        "Think back to the old ferry and its brass bell.",
        "[Last updated on Monday at nine in the morning]",
        "Ferry at dawn (Photo via the harbour office of the town)",
        "The ferry has \"never been as late as today, said the owner.",
        "Anyway, the ferry to the islands stops running in November.",
        "After all, the ferry to the islands stops running in November.",
        "Turns out the ferry to the islands stops running in November.",
        "At first glance the ferry to the islands seems like any other ferry.",
        "If you're looking for a ferry to the islands, you won't have to search for long.",
        "Oh what an adventure the ferry to the islands had!",
        "@harbourmaster apparently the ferry to the islands stops running in November.",
        "Which is exactly what the owner of the ferry loved about the islands.",
        "They've launched a website about the ferry to the islands and its crew.",
        "If it were easy, any ferry to the islands could do it.",
        "Screengrab from Pell Television The ferry to the islands runs for the last time.",
        "Photo by Ann Lee Today the ferry to the islands runs for the last time.",
        "Ann Lee (NOAA) Ferries to the islands run for the last time today.",
        "Ann Lee: She will sail to the islands with the ferry for a year.",
        "Old friends: Ann Lee is pictured on the ferry to the islands.",
        "#ferry, #islands, #quern, #november",
        "As of March 2019, her ferry has carried almost three million people.",
    ] {
        assert!(of(worse) > 0.0, "{worse}");
    }
    let french = |text: &str| awkwardness(text, Span::of_range(0..text.len()), "fr");
    assert_eq!(french("Le bac du village a repris ses voyages vers les îles."), 0.0);
    assert!(french("Il a repris ses voyages quotidiens vers les îles du nord.") > 0.0);
    assert!(french("Un bac qui a repris ses voyages vers les îles du nord.") > 0.0);
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
    let pieces = "The a man who which said that [ ] « » Police police was were in on at for with Monday 2016 , , , -- — ( ) \" “ ” ' . ? ; : and but not after as when while Oslo Peru killed opened running last year an old 34 to of is 's U.S. (AP) LONDON - however, from between";
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
    assert!(brackets::balanced(&found.text) || !brackets::balanced(sentence.of(text).unwrap_or(")")), "{}", found.text);
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

#[test]
fn a_noun_has_its_whole_phrase_and_what_is_none_has_nothing() {
    let check = |text: &str, words: &str, expected: Option<&str>| {
        let at = text.find(words).expect("the text has the words");
        let sentence = Span::of_range(0..text.len());
        let small = lowered(text, sentence);
        let found = Lead::new(text, sentence, "en", &small).noun_phrase(Span::of_range(at..at + words.len()));
        assert_eq!(found.and_then(|span| span.of(text)), expected, "{words} in {text}");
    };
    for (text, words, expected) in [
        ("Three sharks ate hot dogs at the fair.", "dogs", Some("hot dogs")),
        ("The council rejected a developer's condo plan.", "plan", Some("condo plan")),
        ("He missed Tuesday's Harbour Cup clash with Pell.", "clash", Some("Harbour Cup clash")),
        ("The mayor showed a mini tablet to the school.", "mini", Some("mini tablet")),
        ("A new mill burnt down.", "mill", Some("mill")),
        ("The mill's owner was away.", "mill", Some("mill")),
        ("Thieves sold an abandoned station to Ann Lee.", "station", Some("abandoned station")),
        ("They removed property from the mill.", "property", Some("property")),
        ("The owner wants to race a horse.", "race", None),
        ("Pell is larger than Quern.", "larger", None),
        ("The victim opens the door.", "victim", None),
        ("The actor Bo Tarn left.", "actor", None),
        ("It is mutually beneficial.", "mutually beneficial", None),
        ("They left the bird altogether.", "bird altogether", None),
        ("They specify scalable models.", "specify scalable models", None),
        ("He was illegally converting mills.", "illegally converting mills", None),
        ("They saw a person lugging a pram.", "person lugging", None),
        ("They mourned after the school shooting.", "school", Some("school shooting")),
        ("A dating site was shut.", "dating", Some("dating site")),
        ("The council would provide support for it.", "provide support", None),
    ] {
        check(text, words, expected);
    }
}

#[test]
fn what_a_verb_asks_for_and_who_claims_it_stays() {
    let table = [
        (
            "Ann Lee and Bo Tarn were one of five couples in the boat race on the river Lind.",
            "Ann Lee and Bo Tarn were one of five couples in the boat race on the river Lind",
        ),
        (
            "The mayor of Pell sold the old ferry to a stranger from Quern, it was announced on Monday.",
            "The mayor of Pell sold the old ferry to a stranger from Quern",
        ),
        (
            "The mayor of Pell sold the old ferry to strangers from Quern, it was claimed on Monday.",
            "The mayor of Pell sold the old ferry to strangers from Quern, it was claimed on Monday",
        ),
        (
            "Police charged Bo Tarn, the nephew of the ferryman of Pell, with theft after a search of the two mills.",
            "Police charged Bo Tarn, the nephew of the ferryman of Pell, with theft",
        ),
        (
            "The museum of bread builds on a tradition of introducing its guests to old ovens, the council said on Monday.",
            "The museum of bread builds on a tradition of introducing its guests to old ovens",
        ),
    ];
    check("en", Length::Chars(80), &table);
}

#[test]
fn a_name_behind_a_caption_begins_the_sentence() {
    let text =
        "A photograph of Ina Holm from 1930 Ina Holm is back in the news as her mill has been sold to a stranger.";
    check("en", Length::Chars(60), &[(text, "Ina Holm is back in the news")]);
    let text = "AP After some delay, the mill at Pell has opened.";
    check("en", Length::Chars(60), &[(text, "After some delay, the mill at Pell has opened")]);
    let text = "AP Mayor Quill was at the mill at Pell this morning, and bought bread and two large cakes for all.";
    check("en", Length::Chars(60), &[(text, "Mayor Quill was at the mill at Pell this morning")]);
}

#[test]
fn who_has_no_name_is_not_named() {
    for text in ["#Person1#: The mill at Pell has a big sale.", "[Speaker]: The mill at Pell has a big sale."] {
        check("en", Length::Chars(60), &[(text, "The mill at Pell has a big sale")]);
    }
}

#[test]
fn a_pronoun_of_a_line_means_something_in_it() {
    for (line, expected) in [
        ("Nora Vale painted them", true),
        ("Nora Vale sold the horses and painted them", false),
        ("Tired of tarts, he baked bread", true),
        ("The police hope that the public can help them", false),
        ("On her way out, Nora Vale fell", false),
        ("Nora Vale is named on this page", true),
        ("Nora Vale opened this year's fair", false),
    ] {
        assert_eq!(super::points_away(line), expected, "{line}");
    }
}

#[test]
fn a_time_stays_where_it_is_asked_for() {
    let table = [
        (
            "Two masked men opened the bakery of Upper Quern last Friday night because the baker was ill.",
            "Two masked men opened the bakery of Upper Quern because the baker was ill",
        ),
        (
            "On May 3, 1976 the museum of clocks in the old town of Quern opened its doors to the children of the valley.",
            "On May 3, 1976 the museum of clocks opened its doors to the children of the valley",
        ),
        (
            "There has been a surge of accidents on the northern road so far in 2014, including one with a mail coach.",
            "There has been a surge of accidents on the northern road so far in 2014",
        ),
    ];
    check("en", Length::Chars(80), &table);
}

#[test]
fn a_list_before_the_subject_and_a_span_of_days_are_whole() {
    let table = [
        (
            "After years of doubt, debate and delay, the council of Quern has voted to repeal the old law on the eels.",
            "The council of Quern has voted to repeal the old law on the eels",
        ),
        (
            "The keepers start a hunt for eels in the lock at midnight Tuesday through Wednesday.",
            "The keepers start a hunt for eels in the lock at midnight Tuesday through Wednesday",
        ),
        (
            "Quern (once Cwern, Querna), is the largest town of the valley of the Lind, with a lock and two old mills.",
            "Quern is the largest town of the valley of the Lind, with a lock and two old mills",
        ),
    ];
    check("en", Length::Chars(90), &table);
}

#[test]
fn no_line_ends_before_the_noun_that_is_described() {
    for (sentence, end) in [
        (
            "Two keepers of the lock started to quarrel over the price of eels after they returned to their Quern, New Holm, home.",
            "their Quern",
        ),
        (
            "The ferrymen of the valley offer their guests a box of salted eels instead of the normal in harbour meal of the mills.",
            "the normal",
        ),
    ] {
        let line = line(sentence, "en", Length::Chars(110)).expect("words");
        assert!(line.clipped || !line.text.ends_with(end), "{}", line.text);
    }
    let text = "Every time a storm bears down on the harbour of Quern -- which has happened a lot -- the keepers ask for bread and for \
                eels, and the council of the valley refuses.";
    let line = line(text, "en", Length::Chars(75)).expect("words");
    assert!(line.clipped || !line.text.ends_with("harbour of Quern"), "{}", line.text);
}

#[test]
fn what_is_ordered_and_what_something_is_called_stays() {
    let table = [
        (
            "The judges of the valley on Friday ordered the mill, Hale & Sons, to pay the ferrymen for the eels after a long trial.",
            "The judges of the valley ordered the mill, Hale & Sons, to pay the ferrymen for the eels",
        ),
        (
            "The keeper of the mill has described the laws of the valley as \"plain folly\", saying they are bad for the eels.",
            "The keeper of the mill has described the laws of the valley as \"plain folly\"",
        ),
    ];
    check("en", Length::Chars(90), &table);
}

#[test]
fn a_sentence_that_breaks_off_is_not_whole() {
    let text = "The keepers of the lock warned the ferrymen of Quern about the ice because";
    check("en", Length::Chars(90), &[(text, "The keepers of the lock warned the ferrymen of Quern about the ice")]);
}

#[test]
fn a_whole_line_may_have_two_hundred_characters() {
    let text = "Divers of the harbour of Quern have found below the ice of the northern lock of the river Lind and on the sand of \
                its oldest arm the bell of the mail coach that sank with nine sacks of letters";
    let (sentence, small) = (Span::of_range(0..text.len()), text.to_lowercase());
    let lead = Lead::new(text, sentence, "en", &small);
    let line = lead.headline(Room::Near(Length::Chars(75))).expect("a line");
    assert_eq!((line.text.as_str(), line.clipped), (text, false));
}

#[test]
fn a_line_may_be_longer_where_it_would_lack_what_is_meant() {
    let near = |text: &str| {
        let (sentence, small) = (Span::of_range(0..text.len()), text.to_lowercase());
        Lead::new(text, sentence, "en", &small).headline(Room::Near(Length::Chars(75))).expect("a line").text
    };
    for (sentence, expected) in [
        // What tells which thing, or who somebody is.
        (
            "Heavy losses have led the ferrymen of three towns to call for a summit on Friday on the fees of the lock.",
            "Heavy losses have led the ferrymen of three towns to call for a summit on the fees of the lock",
        ),
        (
            "Ada Quill, a keeper of the harbour of Holm, has crossed the strait of Lind in a bathtub on Friday evening.",
            "Ada Quill, a keeper of the harbour of Holm, has crossed the strait of Lind in a bathtub",
        ),
        (
            "Twelve ferrymen have sued the harbour of Holm after the keeper of the lock poured a bucket of eels on them.",
            "Twelve ferrymen have sued the harbour of Holm after the keeper of the lock poured a bucket of eels on them",
        ),
        (
            "The council unveiled a proposal to move the harbour of Holm to the other bank of the river Lind by spring.",
            "The council unveiled a proposal to move the harbour of Holm to the other bank of the river Lind by spring",
        ),
        // Times, sources, asides and scenery do not.
        (
            "At a meeting of the council, the owner of the mill said on Monday that corn from the valley and all bread of it would be free.",
            "The owner of the mill said that corn from the valley and all bread of it would be free",
        ),
        (
            "The council, which had been asked twice, will close the old bridge over the Lind to lorries in the spring.",
            "The council will close the old bridge over the Lind to lorries in the spring",
        ),
    ] {
        assert_eq!(near(sentence), expected);
    }
}

#[test]
fn a_word_that_was_written_twice_is_said_once() {
    let text = "Every year at at the mill of Pell the the miller bakes bread.";
    check("en", Length::Chars(75), &[(text, "Every year at the mill of Pell the miller bakes bread")]);
    let text = "The bread that the miller had had was old.";
    check("en", Length::Chars(75), &[(text, "The bread that the miller had had was old")]);
}

#[test]
fn a_list_before_a_sentence_goes_whole_or_stays() {
    let text = "Thanks to a piece in the Quern Post, the mill at Pell, and letters from both of the millers, a quarrel over the price \
                of bread has reached the council of the valley, which met on Friday.";
    check(
        "en",
        Length::Chars(100),
        &[(text, "A quarrel over the price of bread has reached the council of the valley, which met on Friday")],
    );
}

#[test]
fn commands_of_tex_are_no_part_of_a_line() {
    let text = "The mill rests on the theory of \\emph{slow grain} and on {\\em old} stones~\\cite{holm}.";
    check("en", Length::Chars(75), &[(text, "The mill rests on the theory of slow grain and on old stones")]);
    let line = super::gentle(text, Span::of_range(0..text.len()), "en").expect("something goes");
    assert_eq!(line.text, "The mill rests on the theory of slow grain and on old stones.");
}

#[test]
fn what_a_noun_or_a_verb_asks_for_stays() {
    let table = [
        (
            "The coast of Quern has in these years become a magnet for divers from the islands, who come each summer with boats.",
            "The coast of Quern has in these years become a magnet for divers",
        ),
        (
            "The keepers of the lock will replace the old gates with gates of steel in the spring, when the river is low.",
            "The keepers of the lock will replace the old gates with gates of steel in the spring",
        ),
        ("The mill was supposed to open in March.", "The mill was supposed to open in March"),
        (
            "The miller of Pell looks as if he could bake before he could walk.",
            "The miller of Pell looks as if he could bake before he could walk",
        ),
        (
            "Normally, the mill of Quern would grind no corn before the month of May.",
            "Normally, the mill of Quern would grind no corn",
        ),
        (
            "The mill(s) at Pell had a hard(ish) day (as mills do).",
            "The mill(s) at Pell had a hard(ish) day (as mills do)",
        ),
        (
            "After a long hunt, Bo Tarn, who the council believes was behind the fires on the pier, was found at the mill of Pell.",
            "After a long hunt, Bo Tarn was found at the mill of Pell",
        ),
        (
            "The year was rather bad, from a fire at the mill of Pell across the lock to a flood in the old lighthouse.",
            "The year was rather bad",
        ),
        (
            "The keepers found a rocket on the lawn of a Quern, New Holm, home, where a child had lost it in the night.",
            "The keepers found a rocket on the lawn of a Quern, New Holm, home",
        ),
        (
            "When Ina Holm, the keeper of Pell, took over as head of the harbour in 1997 she changed the valley.",
            "When Ina Holm, the keeper of Pell, took over as head of the harbour in 1997 she changed the valley",
        ),
    ];
    check("en", Length::Chars(65), &table);
}
