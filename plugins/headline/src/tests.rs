//! The headlines of small texts, and our own gold of headlines, `tests/headlines.txt`.

use super::*;

fn usual() -> Headline {
    Headline { length: None, style: "sentence".to_owned(), title: true }
}

#[track_caller]
fn check(headline: &Headline, text: &str, expected: &str) -> Block {
    let summary = Summary::of(headline, &Document::parse(text)).expect("it says something");
    assert_eq!(summary.text(), expected);
    summary.blocks.into_iter().next().unwrap_or_else(|| Block::new(BlockKind::Headline))
}

#[test]
fn a_good_title_is_the_headline_and_a_label_is_not() {
    const BODY: &str = "The mill at Lower Quern burnt down on Friday. Nobody was hurt.";
    check(&usual(), &format!("# Mill burns down at Quern\n\n{BODY}"), "Mill burns down at Quern");
    check(&usual(), &format!("# NEWS\n\n{BODY}"), "The mill at Lower Quern burnt down on Friday");
    let without = Headline { title: false, ..usual() };
    check(&without, &format!("# Mill burns down at Quern\n\n{BODY}"), "The mill at Lower Quern burnt down on Friday");
}

#[test]
fn the_date_of_a_page_is_no_part_of_its_title() {
    const BODY: &str = "The mill at Lower Quern burnt down on Friday. Nobody was hurt.";
    for (title, expected) in [
        ("Mill burns down at Quern Saturday, October 19, 2013", "Mill burns down at Quern"),
        ("Mill burns down at Quern May 2, 2013", "Mill burns down at Quern"),
        ("The mills of Quern in May, 2013", "The mills of Quern in May, 2013"),
    ] {
        check(&usual(), &format!("# {title}\n\n{BODY}"), expected);
    }
}

#[test]
fn what_stands_over_a_picture_is_no_lead() {
    let text = "The mill at Lower Quern on a day in spring\n\
                The council of Quern bought the mill on Monday, it said. The mill will be a museum of bread. Nobody has \
                milled there since 1931. The council paid 90,000 crowns for the mill.";
    check(&usual(), text, "The council of Quern bought the mill on Monday, it said");
    let signed = text.replace("spring\n", "spring (Ann Lee).\n");
    check(&usual(), &signed, "The council of Quern bought the mill on Monday, it said");
}

#[test]
fn a_lead_that_is_taken_back_is_none() {
    let text = "Nora Vale always was a pessimist. But the owner of the mill at Quern has begun to repair the wheel of \
                the mill. The wheel of the mill stood still for forty years. The repair of the wheel takes all summer. \
                The mill will grind corn for Quern again.";
    let block = Summary::of(&usual(), &Document::parse(text)).expect("it says something").blocks.remove(0);
    assert_eq!(attribute(&block, "style"), Some("keywords"), "{block:?}");
}

#[test]
fn a_long_lead_loses_what_can_be_spared() {
    let text = "The council of Holm, which met on Monday, closed the old bridge over the Lind to lorries as engineers \
                had found cracks in two of its five piers. Repairs begin in May.";
    let block = check(&usual(), text, "The council of Holm closed the old bridge over the Lind to lorries");
    assert!(!block.clipped && !block.over_length);
    let short = Headline { length: Some(Length::Chars(12)), ..usual() };
    let block = Summary::of(&short, &Document::parse(text)).expect("it says something").blocks.remove(0);
    assert!(block.clipped || block.over_length, "a line that cannot be had says so: {block:?}");
}

#[test]
fn a_line_that_would_lose_most_has_more_room() {
    let text = "A cyclist from Quern is in critical condition after being struck by the mail coach, the constable of the \
                village of Upper Quern told the council.";
    let expected = "A cyclist from Quern is in critical condition after being struck by the mail coach, the constable of the \
                    village of Upper Quern told the council";
    check(&usual(), text, expected);
    let bytes = Headline { length: Some(Length::Bytes(75)), ..usual() };
    check(&bytes, text, "A cyclist from Quern is in critical condition");
}

#[test]
fn nothing_has_no_headline() {
    check(&usual(), "", "");
    check(&usual(), " \n\n ", "");
}

#[test]
fn styles_are_kept() {
    let text = "The council of Holm closed a bridge over the Lind. Engineers found cracks in the old bridge. The bridge is \
                from 1931. Lorries cross the bridge at night. The council of Holm meets again in May.";
    let headlinese = Headline { style: "headlinese".to_owned(), ..usual() };
    check(&headlinese, text, "Council of Holm closed bridge over Lind");
    let keywords = Headline { style: "keywords".to_owned(), ..usual() };
    let block = Summary::of(&keywords, &Document::parse(text)).expect("it says something").blocks.remove(0);
    assert!(block.text.as_deref().is_some_and(|line| line.contains("Holm") && line.contains(", ")), "{block:?}");
    assert!(attribute(&block, "style") == Some("keywords") && attribute(&block, "reason").is_none());
}

fn attribute<'a>(block: &'a Block, key: &str) -> Option<&'a str> {
    block.attributes.iter().find(|attribute| attribute.key == key).and_then(|found| match &found.value {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    })
}

#[test]
fn where_no_sentence_stands_alone_key_phrases_do_and_say_so() {
    let text = "I never liked it here, to be honest with you. You know how my brother talks of the salt mine? He would. \
                We went down to the salt mine. I saw the white horses of the salt mine. My brother fed the white horses. \
                I never went down again.";
    let block = Summary::of(&usual(), &Document::parse(text)).expect("it says something").blocks.remove(0);
    assert_eq!(attribute(&block, "style"), Some("keywords"), "{block:?}");
    assert!(attribute(&block, "reason").is_some() && !block.clipped);
    assert!(block.text.as_deref().is_some_and(|line| line.contains("salt mine")));
}

#[test]
fn a_first_sentence_with_one_fault_is_preferred_to_key_phrases() {
    let text = "Will the salt mine of Quern ever close its doors? I never liked it here. You know how he talks of it? He would. \
                They fed them there.";
    check(&usual(), text, "Will the salt mine of Quern ever close its doors?");
    let text = "My brother will close the salt mine of Quern? I never liked it here. You know how he talks of it? He would. \
                We went down to the salt mine of Quern. They fed the white horses of Quern. I never went down again.";
    let block = Summary::of(&usual(), &Document::parse(text)).expect("it says something").blocks.remove(0);
    assert_eq!(attribute(&block, "style"), Some("keywords"), "{block:?}");
}

/// Whether the key phrases of a text are these among others, and none of those.
fn check_phrases(text: &str, are: &[&str], are_not: &[&str]) {
    let headline = Headline { style: "keywords".to_owned(), ..usual() };
    let summary = Summary::of(&headline, &Document::parse(text)).expect("it says something");
    let line = summary.blocks.first().and_then(|block| block.text.clone()).unwrap_or_default();
    let phrases: Vec<&str> = line.split(", ").collect();
    are.iter().for_each(|phrase| assert!(phrases.contains(phrase), "{phrase} not in {line}"));
    are_not.iter().for_each(|torn| assert!(!phrases.contains(torn), "{torn} in {line}"));
}

#[test]
fn key_phrases_are_whole_names_and_nouns() {
    check_phrases(
        "The keeper of the lighthouse is Bo Tarn. Tarn lives on West 16th Street in Quern. Tarn called the Cuban consul, \
         and Tarn bought brake parts. He had to provide oil. On West 16th Street the lighthouse has a door.",
        &["Bo Tarn", "West 16th Street"],
        &["Tarn", "Bo", "Street", "Cuban", "brake", "provide oil"],
    );
    check_phrases(
        "The keeper opened the lock at Eel Bay with his iPad Mini. Real estate is dear at Eel Bay. The iPad Mini rang at the \
         World's Fair. The World's Fair has real estate. The Chief of Patrol Ada Holm saw the iPad Mini. He has an iPad Mini.",
        &["iPad Mini", "real estate"],
        &["Mini", "estate", "Fair", "Patrol Ada Holm"],
    );
}

#[test]
fn what_stands_behind_of_and_within_an_agency_belongs_to_a_name() {
    check_phrases(
        "The Duchess of Quern opened the lock. Citing Pell, the keeper thanked the Duchess of Quern. The office of \
         Locks and River Protection paid. In Sept. 2013 Locks and River Protection had no money. Pell paid in Sept. 2014.",
        &["Duchess of Quern", "Locks and River Protection"],
        &["Duchess", "Locks", "River Protection", "Sept", "Citing Pell"],
    );
}

#[test]
fn half_of_a_measure_or_of_a_shop_is_no_key_phrase() {
    check_phrases(
        "The keeper of Quern bought a 91 acre island. A 91 acre island has no door. Tarn's Bakery sells eels on the \
         island. The less salty eels of Ann Lee are from Tarn's Bakery. In Quern 18 TRK guards eat the less salty eels of Ann Lee. \
         Quern has a lock.",
        &["Ann Lee"],
        &["acre island", "Tarn", "salty eels", "18 TRK"],
    );
    check_phrases(
        "Ada and Ina Holm have a ferry. Ada and Ina Holm met Mr. Bones at Tom Cat bakery. The ring of bells/lock gates hangs in \
         Lower Quern. Lower Quern is fond of the ferry.",
        &["Lower Quern", "Tom Cat bakery"],
        &["Ada", "Bones", "Tom Cat"],
    );
}

#[test]
fn a_firm_is_named_whole_and_once() {
    check_phrases(
        "The Quern Lock Agency (QLA) sells eels. The QLA sells eels at Marsh & Moor. The QLA asked Tarrel's for fast food. \
         At Tarrel's they sell fast food. Marsh & Moor is shut.",
        &["Quern Lock Agency", "Marsh & Moor"],
        &["QLA", "Marsh", "Moor", "Tarrel", "food"],
    );
    check_phrases(
        "Random eel counters (RECs) count eels. A random eel counter is a net. RECs are cheap, and RECs are slow. Ann Lee built a net.",
        &["random eel counter"],
        &["RECs", "REC"],
    );
}

#[test]
fn a_name_is_given_with_the_number_the_forename_or_the_partner_that_it_always_has() {
    check_phrases(
        "The keepers of Lock 51 met Will Holm in the rain. They retired from Tarrel's before. In Pell 20 guards saw Lock 51. \
         Quern Fruits and Eels sells eels to Will Holm. Quern Fruits and Eels had Holm's eels. An Ann-born guard ate.",
        &["Lock 51", "Will Holm", "Quern Fruits and Eels"],
        &["Lock", "Holm", "Tarrel", "Pell 20", "Quern Fruits", "Ann"],
    );
    check_phrases(
        "Norman P. Quill met the guards at Keeper Thom's on Monday, as an artist full time. Quill lost his head open on the \
         lock. On Mar 25 the guards fed the eels of Quill at the lock of Pell. Oh Barb, the eels of Pell are fat.",
        &["Norman P. Quill", "Pell"],
        &["Quill", "Keeper Thom", "artist full time", "head open", "Mar", "Mar 25", "Oh Barb"],
    );
}

#[test]
fn what_is_cut_from_a_title_or_names_nobody_is_not_said() {
    check_phrases(
        "At Quern they sang My Lock Is Deep for the keeper. Cmdr. Bo Tarn hummed My Lock Is Deep. The keeper of Quern \
         wept. The song was old. Ann Lee has a gold-plated cup worth nothing. Yesterday Una Moss heard the song.",
        &["Una Moss", "Ann Lee"],
        &["Lock", "Deep", "Cmdr", "gold-plated cup worth", "Yesterday Una Moss"],
    );
}

#[test]
fn program_text_references_dates_scores_and_verbs_are_no_key_phrases() {
    check_phrases(
        "As Figure 2.1 shows, the eel trap has a cost. Holm et al. found in Lower Quern that it is $\\tilde{O}(\\frac{SA}{T})$. The eel \
         trap scales poorly with the depth. On October 11th Tarn beat Lind 28-21 by dropping oak anchors. Last year club members \
         could lift anchors. You don't scoop your bagel. Us kids are gonna cheer. Lower Quern has an eel trap.",
        &["eel trap", "Lower Quern"],
        &[
            "Figure 2.1",
            "Holm et al",
            "SA",
            "eel trap scales",
            "October 11th Tarn",
            "Lind 28-21",
            "dropping oak anchors",
            "year club members",
            "lift anchors",
            "scoop",
            "Us kids",
        ],
    );
}

#[test]
fn a_line_without_what_happened_is_no_headline() {
    let text = "As the nine eel fishers of Quern lay in the ice of the river Lind, the keepers revealed plans to send a boat. The \
                fishers of Quern have no bread left. The ice of the Lind is thick. Nobody in Quern owns a sledge. The fishers \
                sing. The ice of the river Lind sings, too.";
    let block = Summary::of(&usual(), &Document::parse(text)).expect("it says something").blocks.remove(0);
    assert_ne!(block.text.as_deref(), Some("The keepers revealed plans to send a boat"));
}

#[test]
fn another_lead_says_what_the_text_is_about_or_key_phrases_do() {
    let text = "Engineers of the railway of Pell, who measured the tunnel under the river Lind for a year with lamps and with \
                lines, warned the council about water, sand, salt and rats in the tunnel and about what the tunnel under the \
                river will cost. Ann Lee sold tea. The tunnel under the river Lind was dug by hand. The railway runs twelve \
                trains through the tunnel. The council of Pell pays for the tunnel. The tunnel is wet. The water comes from \
                the river. Engineers pump the water out of the tunnel.";
    let block = Summary::of(&usual(), &Document::parse(text)).expect("it says something").blocks.remove(0);
    assert_ne!(block.text.as_deref(), Some("Ann Lee sold tea"));
}

#[test]
fn a_sentence_over_its_credit_is_a_caption() {
    let text = "The mill at Lower Quern became a sight in 2011. (Ann Lee / Quern Post)\n\nQuern's council bought two stone ovens on \
                Monday. The mill will be a museum of bread. Nobody has milled at the mill since 1931.";
    check(&usual(), text, "Quern's council bought two stone ovens on Monday");
}

#[test]
fn a_paper_is_headed_by_what_it_presents() {
    let text = "Eels under ice are hard to count. In this paper, we present a cheap method for counting eels under ice, \
                which needs no nets. We show that the method is as good as nets. It was tried in nine lakes.";
    let block = check(&usual(), text, "Cheap method for counting eels under ice");
    assert_eq!(attribute(&block, "style"), Some("phrase"));
}

/// A case of `tests/headlines.txt`: its name, the text, what the line has to hold and what it must not, and why the
/// program is known to fail it.
struct Case {
    name: &'static str,
    text: String,
    needed: Vec<&'static str>,
    spared: Vec<&'static str>,
    wrong: bool,
}

fn cases() -> Vec<Case> {
    let blocks = include_str!("../tests/headlines.txt").split("\n\n");
    let case = |block: &'static str| {
        let mut lines = block.trim().lines();
        let list = |sign: char| {
            let lines = block.lines().skip(2).filter_map(move |line| line.strip_prefix(sign));
            lines.flat_map(|line| line.split(" | ")).map(str::trim).collect::<Vec<_>>()
        };
        Case {
            name: lines.next().unwrap_or_default().trim_start_matches("== "),
            text: lines.next().unwrap_or_default().replace('¶', "\n\n"),
            needed: list('+'),
            spared: list('-'),
            wrong: !list('!').is_empty(),
        }
    };
    blocks.map(case).collect()
}

#[test]
fn our_own_gold_of_headlines_holds() {
    let cases = cases();
    assert_eq!(cases.len(), 60);
    let mut different = Vec::new();
    for case in &cases {
        let summary = Summary::of(&usual(), &Document::parse(&case.text)).expect("it says something");
        let block = &summary.blocks[0];
        let line = block.text.clone().unwrap_or_default();
        let small = line.to_lowercase();
        let has = |words: &&&str| small.contains(&words.to_lowercase());
        let right = !block.clipped
            && line.chars().count() <= 75 * 267 / 100
            && case.needed.iter().all(|words| has(&words))
            && !case.spared.iter().any(|words| has(&words));
        if right == case.wrong {
            different.push(format!("{}: {line}", case.name));
        }
    }
    assert!(different.is_empty(), "mend, or mark with `!` (or take the mark away):\n{}", different.join("\n"));
}

#[test]
fn a_sentence_that_says_what_the_title_is_heads_the_text() {
    let text = "# Quern Lighthouse\n\nThe Quern Lighthouse is a lighthouse on the north coast of the Isle of \
                Lind.[1][2] It was built in 1871 by the engineer Ada Holm,[3] and has been automatic since \
                1984.[citation needed] The tower is 31 metres (102 ft) tall and stands on a rock that is cut off \
                from the shore at high tide.[4]\n\n## History\n\nA first light, a coal fire on an iron pole, was lit \
                on the rock in 1796 after the brig Constance ran aground with the loss of 41 lives.[5] The council \
                of Pell asked for a tower in 1802, but war with the mainland delayed the work for almost seventy \
                years.[6][7] Holm's plans were approved in March 1868. Stone was quarried at Upper Lind and brought \
                across the strait by barge; four men drowned in the winter of 1869 when a barge capsized.[8] The \
                light was first shown on 12 May 1871.\n\nDuring the Second World War the lantern was painted black \
                and the keepers kept watch for submarines.[note 1] The last keeper, Bo Tarn, left on 3 October \
                1984.[9]\n\n## Present use\n\nSince 2011 the tower has been let to visitors by a trust,[10] which \
                spends what it earns on the upkeep of the rock's stone steps. About 2,400 people stayed there in \
                2022.[11] Bird watchers come in April, when gannets nest on the west face.";
    check(&usual(), text, "The Quern Lighthouse is a lighthouse on the north coast of the Isle of Lind");
}
