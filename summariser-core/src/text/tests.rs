//! Tests of the whole module: what every step promises on any text, and small cases by the hundred.

use super::character::is_blank;
use super::*;
use crate::ParagraphKind::{self, *};
use crate::Span;
use proptest::prelude::*;

/// The sentences of a text that is one paragraph.
fn split(text: &str, language: &str) -> Vec<String> {
    let mut spans = Vec::new();
    let whole = Span::of_range(0..text.len());
    sentences(text, whole, Language::from_code(language), Newlines::Auto, &mut spans);
    spans.iter().map(|span| span.of(text).unwrap_or("?").to_owned()).collect()
}

/// The paragraphs of a text: kind, level and content.
fn structure(text: &str, newlines: Newlines) -> Vec<(ParagraphKind, u8, String)> {
    let mut found = Vec::new();
    paragraphs(text, newlines, &mut found);
    found.iter().map(|p| (p.kind, p.level, p.span.of(text).unwrap_or("?").to_owned())).collect()
}

fn word_texts(text: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    words(text, Span::of_range(0..text.len()), Language::from_code(language), &mut found);
    found.iter().map(|word| word.span.of(text).unwrap_or("?").to_owned()).collect()
}

/// Every promise about spans, on one text.
fn check_promises(text: &str) {
    let language = Language::detect(text);
    for newlines in [Newlines::Auto, Newlines::Preserve, Newlines::Sentence] {
        let mut found = Vec::new();
        paragraphs(text, newlines, &mut found);
        let mut before = 0;
        for paragraph in &found {
            check_trimmed(text, paragraph.span, before);
            before = paragraph.span.end;
            let mut pieces = Vec::new();
            sentences(text, paragraph.span, language, newlines, &mut pieces);
            assert!(!pieces.is_empty(), "no sentence in {:?}", paragraph.span.of(text));
            let mut at = paragraph.span.start;
            for piece in &pieces {
                check_trimmed(text, *piece, at);
                assert!(paragraph.span.contains(*piece));
                assert!(Span::new(at, piece.start).of(text).is_some_and(|gap| gap.chars().all(is_blank)));
                at = piece.end;
                let mut inside = Vec::new();
                words(text, *piece, language, &mut inside);
                let mut end = piece.start;
                for word in inside {
                    assert!(word.span.start >= end && !word.span.is_empty() && piece.contains(word.span));
                    assert!(word.span.of(text).is_some());
                    end = word.span.end;
                }
            }
            assert_eq!(at, paragraph.span.end);
        }
        if found.is_empty() {
            assert!(!text.chars().any(char::is_alphanumeric), "lost: {text:?}");
        }
    }
}

fn check_trimmed(text: &str, span: Span, from: u32) {
    let Some(body) = span.of(text) else { panic!("{span} cuts a character") };
    assert!(span.start >= from, "out of order");
    assert!(!body.is_empty());
    assert!(!body.starts_with(is_blank) && !body.ends_with(is_blank), "not trimmed: {body:?}");
}

proptest! {
    #[test]
    fn any_text_keeps_the_promises(text in any::<String>()) {
        check_promises(&text);
    }

    #[test]
    fn texts_of_nasty_pieces_keep_the_promises(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40)) {
        check_promises(&pieces.concat());
    }
}

const PIECES: [&str; 68] = [
    "\u{202F}",
    "\u{2028}",
    "To: Al\n",
    "From: Jo\n",
    "Subject: ",
    "Present: ",
    "Jo wrote:\n",
    "Yours sincerely,\n",
    "-- \n",
    "Berlin, 3. Mai 2021\n",
    "said.",
    "However",
    "Word",
    "word",
    " ",
    " ",
    "  ",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "    ",
    "\u{FEFF}",
    "\0",
    "\u{200B}",
    "\u{A0}",
    ".",
    "...",
    ". . .",
    "!",
    "?",
    "?!",
    "…",
    "。",
    "？",
    "।",
    "؟",
    "\"",
    "“",
    "”",
    "'",
    "’",
    "«",
    "»",
    "「",
    "」",
    "(",
    ")",
    "[1]",
    "- ",
    "* ",
    "1. ",
    "2. ",
    "a) ",
    "# ",
    "> ",
    "```",
    "|",
    "---",
    "===",
    "LONDON (Reuters) - ",
    "(AP)",
    "By Jane Doe",
    "Dr.",
    "東京",
    "e\u{301}",
];

#[test]
fn sentences_are_split_where_a_reader_would() {
    // The sentences of each case are divided by `|`; together, with a space between, they are the text.
    let cases = [
        ("en", "The ferry was late.|Nobody minded.|Why should they?"),
        ("en", "Dr. Moss met Mrs. Hale at 5 p.m.|They talked for an hour."),
        ("en", "She said \"Wait here.\"|Then she left."),
        ("en", "\"Will it rain?\" he asked.|\"It might!\" she said."),
        ("en", "The plan -- a poor one. at best -- failed."),
        ("en", "He called it \"Lanterns\", which was a joke."),
        ("en", "It cost 3.50 in 2019.|Now it costs 4."),
        ("en", "The ferry was late again.|nobody minded."),
        ("en", "She is approx. forty, they say."),
        ("en", "See www.example.org. for more.|Or write to a.b@example.org. today."),
        ("en", "Open notes.txt.|Save it."),
        ("en", "He works for Hill & Co. in Leeds.|She does not."),
        ("en", "They moved to the U.S. in May.|It was hot in the U.S.|They left."),
        ("en", "J. R. Hartley wrote it.|P. Moss did not."),
        ("en", "Yahoo! says it will pay.|Good."),
        ("en", "He stopped ... and then went on.|I wondered..."),
        ("en", "What?!|No!!|Never."),
        ("en", "The shop (it sells hats. and gloves.) is closed.|Pity."),
        ("en", "The river rose.[3]|The town was safe.[12]"),
        ("en", "The river rose.[citation needed]|The town was safe.[note 1][3]|It slept.[who?]"),
        ("en", "Use, e.g. a rope, i.e. a strong one.|Then climb."),
        ("en", "It is on p. 7 of vol. 2.|No. 5 is missing."),
        ("en", "1) Boil the water 2) Add the tea"),
        ("en", "Not all is lost;|"),
        ("de", "Am 12. August kam er an.|Am 3. Oktober ging er."),
        ("de", "Das gilt z. B. für Obst.|Für Brot gilt es nicht."),
        ("de", "Er sagte: „Komm.“|Dann ging er."),
        ("de", "Im 2. Weltkrieg stand es leer.|Das war 1943.|Danach nicht mehr."),
        ("fr", "« Viens ! » dit-il.|Elle vint."),
        ("fr", "M. Petit habite ici.|Mme Roux aussi."),
        // No-break spaces inside quotes and before marks are no words.
        (
            "fr",
            "Tout a brûlé.|«\u{A0}Rien ne reste\u{A0}», a dit Mme\u{A0}C.|«\u{A0}Mais qui paiera\u{A0}?\u{A0}»|Ils se taisent.",
        ),
        ("fr", "Il dort\u{202F}!|«\u{202F}Vraiment\u{202F}?\u{202F}» dit-elle.|Oui."),
        ("fr", "Selon Me\u{A0}R. Petit et M.\u{A0}A. Roux, p.\u{A0}ex. Lyon a tort.|Bien."),
        ("en", "He kept hens at the edge of the city. [4]|Marbles is his dog. [5] [6]|They bark."),
        ("en", "[1] The first source.|[2] The second source."),
        ("en", "1.) Boil the water.|2.) Add the tea."),
        ("en", "• 9. Boil the water.|Add the tea."),
        ("en", "The buyer, Zap! Inc., paid.|It was late."),
        ("en", "They shouted \"Stop!\" (a joke), and he stopped.|He left!|(He had to.)"),
        ("en", "Cllr. Moss spoke of hats, coats, etc.|Nobody heard."),
        ("hi", "डॉ. मीरा और आर. के. वर्मा आए।|वे गए।"),
        ("th", "เปิดเวลา 15.00 น. ถึง 18.30 น. ทุกวัน"),
        ("es", "¿Quién eres?|¡Dímelo ya!|No lo sé."),
        ("es", "El Sr. Gil vino.|La Sra. Paz no."),
        ("it", "Il dott. Neri è qui.|È tardi."),
        ("pt", "O Sr. Dias chegou.|Ele sorriu."),
        ("nl", "Dhr. Bos kwam a.s. maandag.|Hij bleef."),
        ("ru", "Он жил на ул. Мира.|Потом уехал.|— Куда? — спросил я."),
        ("pl", "Prof. Nowak mówił.|My słuchaliśmy."),
        ("tr", "Dr. Kaya geldi.|Sonra gitti."),
        ("sv", "Det var t.ex. regn.|Sedan kom solen."),
        ("vi", "TS. Nam đã đến.|Anh ấy rất vui."),
        ("id", "Dr. Budi datang.|Dia senang."),
        ("ar", "وصل القطار متأخرا.|هل كان هناك أحد؟|لا."),
        ("hi", "वह घर गया।|फिर सो गया।"),
        ("el", "Πού είναι;|Εδώ είναι."),
        ("hy", "Նա եկավ:|Ես գնացի:"),
        // A new clause behind a semicolon, and only names.
        ("fr", "Le pont fut fermé en mars ;|Les bateaux passent encore sous ses arches."),
        ("en", "They played songs of The Moss; The Quills; The Hale Boys."),
        ("en", "He was late; I was not."),
        ("de", "Er kam spät; Die Zeit stand dabei still."),
        ("it", "La strada del porto è stata chiusa ieri:|Il sindaco ha parlato a lungo con i pescatori."),
        ("it", "Ecco i tre nomi: Anna, Bruno e Carla."),
        ("it", "Si vedano le norme del porto;|12. Il molo è chiuso."),
        // Marks that were set apart.
        ("vi", "Anh hỏi : \" Ai đó ? \" .|Không ai trả lời ."),
        ("vi", "Không ai ở nhà này .|\" đi đâu hết rồi \" , anh hỏi ."),
        // Forgotten capitals.
        ("it", "Il ponte è della Moravia.|al centro c'è una torre."),
        ("en", "\"Sing!\"|And I thought of the marsh.|\"Sing!\" I said."),
        ("hi", "वे रोज़ 3 कि.मी. पैदल चलते थे।|अब नहीं।"),
        ("en", "The C. P. Moss and the P. S. Quill lay in the harbour."),
        ("en", "Univ. of Leeds and Calif. and others agreed."),
        ("en", "See chap. IV. of the book and vol. II for more."),
        ("en", "The talk is at 8 a.m. Tuesday in the hall.|At 9 p.m.|They left."),
        ("en", "\"Who is it?\" Martha asked.|\"Me!\" Tom Hale called.|\"Who?\"|Martha said she did not know."),
        ("en", "No.|I did not.|No. 5 did."),
        ("en", "He lives on Mill St.|The house is old.|St. Anne is near."),
        ("en", "The first (a long one.|The second (short) was better."),
        ("en", "The keys are here.|a. red ones|b. blue ones"),
        ("en", "(i) Boil the water.|(ii) Add the tea.|(iii) Wait."),
        ("nl", "Hij sliep slecht.|’s Avonds was hij moe.|...en toen ging hij."),
        ("tr", "Onyedi. yüzyılda yapıldı.|Kimse bilmez."),
        ("tr", "Gelmez ki o.|Sanırım gitti."),
        ("tr", "Üç kişi geldi; Biri konuştu."),
        ("pl", "W 1931 r. Jan wyjechał.|Dom stoi od 1890 r.|Jest pusty.|Mieszka tu 5 tys. Polaków."),
        ("ru", "В 1998 г. Иван уехал.|Он родился в 1960 г.|Отец умер рано."),
        ("de", "Der Ort liegt 125 m ü. NN am Fluss.|Das war im 1. -3. Jahrhundert."),
        ("ko", "회의는 2024. 5. 12. 시청에서 열렸다.|끝났다."),
        ("fi", "Kokous on 12. toukokuuta.|Tule ajoissa."),
        ("cs", "Bydlí na nám. Míru 4.|Má 5 tis. Kč."),
        ("el", "Ο κ. Νίκος ήρθε το 44 π.Χ. από τη Ρόδο.|Σήμερα λείπει."),
        ("ro", "Dl. Popa stă pe str. Mare nr. 5, sc. B.|Nu e acasă."),
        ("fa", "به نامه نگاه کرد... و رفت.|«کجا؟» مریم پرسید."),
        ("he", "\"איפה?\" שאלה מרים.|היא חיכתה."),
        ("am", "እሱ መጣ።|እሷ ሄደች።"),
    ];
    for (language, case) in cases {
        let wanted: Vec<&str> = case.split('|').filter(|piece| !piece.is_empty()).collect();
        // In-line items are divided without a mark in the case.
        let text = wanted.join(" ");
        let got = split(&text, language);
        if text.starts_with("1)") {
            assert_eq!(got, ["1) Boil the water", "2) Add the tea"]);
        } else {
            assert_eq!(got, wanted, "{language}");
        }
    }
    for (language, text, count) in [
        ("zh", "他来了。我走了！你呢？", 3),
        ("zh", "他说：“好吗？”我点头。", 1),
        ("zh", "他讲课。“我能教什么？”他笑了。", 2),
        ("ja", "「行こう。」と彼は言った。雨だった。", 2),
        ("km", "គាត់មក។ខ្ញុំទៅ។", 2),
        ("my", "သူလာသည်။ငါသွားသည်။", 2),
        ("en", "   ", 0),
        ("en", "...", 1),
    ] {
        assert_eq!(split(text, language).len(), count, "{text}");
    }
}

#[test]
fn sentences_without_a_space_between_them_are_split() {
    let glued = [
        ("en", "\"It is late, it is over,\" she said.|\"However, I stayed.\""),
        ("en", "He said \"It is over.\"|However, she stayed."),
        ("en", "The road is closed.|Police said so.|Nobody left!|Why not?|\"Because."),
        ("en", "They went to Leeds.|The shop was shut."),
        ("en", "It rained on Tuesday.|Mr. Moss stayed."),
        ("en", "It fell by 38%.|Analysts wept."),
        ("en", "He waited…|Then he left.|“So it goes,” he said."),
        ("fr", "On en voit une, la Colombo V12.|Livrée neuve, elle brille."),
        ("fr", "« On va en discuter\".|La réforme attend.|L'Europe aussi."),
        ("es", "No vino nadie.|¿Quién lo sabe?"),
        ("ru", "Он ушёл домой.|Потом пришла она."),
        ("ru", "Так жили рыбаки.|XVIII век всё изменил."),
    ];
    for (language, case) in glued {
        let wanted: Vec<&str> = case.split('|').collect();
        assert_eq!(split(&wanted.concat(), language), wanted, "{language}");
    }
    for text in [
        "Call System.Out or node.Js or asp.Net here",
        "See https://www.example.org/page.Html and example.Com today",
        "The U.S.A and Ph.D and v2.Beta and 3.Final are no ends",
        "Write to jo.Moss@example.org or open my_file.Txt or C:\\dir.Name now",
        "Use `time.Sleep` and camel.caseName and foo.BarBaz and time.Sleep(5) instead",
    ] {
        assert_eq!(split(text, "en"), [text]);
    }
}

/// The paragraphs of a text on one line.
fn kinds(text: &str) -> String {
    let found = structure(text, Newlines::Auto);
    let name = |(kind, level, body): &(ParagraphKind, u8, String)| match kind {
        Furniture => "-".to_owned(),
        Heading => format!("#{level} {body}"),
        kind => format!("{} {}", kind.name(), body.replace('\n', "/")),
    };
    found.iter().map(name).collect::<Vec<_>>().join("|")
}

#[test]
fn letters_mails_and_minutes_have_furniture() {
    let said = "The lifts are shut on Monday.";
    for (text, wanted) in [
        ("MEMO\nTo: All\nFrom: Jo Moss\nSubject: No lifts\n\nX.", "-|-|-|-|#1 No lifts|prose X."),
        ("From: Jo\n\nTo: Al,\n  Bo\n\nDate: 3 May\n\nX.", "-|-|-|prose X."),
        ("Von: Jo\nAn: Al\nBetreff: Aufzüge\nX.", "-|-|-|#1 Aufzüge|prose X."),
        ("De : Jo\nÀ : Al\nObjet : Ascenseurs\n\nX.", "-|-|-|#1 Ascenseurs|prose X."),
        ("To: Al\nRe: Lifts\n\nX.", "-|-|#1 Lifts|prose X."),
        // One alone, two of the same, or words that only look like labels.
        ("Subject: Lifts\n\nX.", "#1 Subject: Lifts|prose X."),
        ("An: ja\nAn: nein\nX.", "prose An: ja|prose An: nein/X."),
        ("Berlin, 3. Mai 2021\n\nX.", "dateline Berlin, 3. Mai 2021|prose X."),
        ("Mont-le-Vieux, le 3 février 2022\n\nX.", "dateline Mont-le-Vieux, le 3 février 2022|prose X."),
        ("14 May 2024\n\nX.", "dateline 14 May 2024|prose X."),
        ("May 14, 2024\n\nX.", "dateline May 14, 2024|prose X."),
        ("May 2024\n\nX.", "#1 May 2024|prose X."),
        ("Report of 14 May 2024\n\nX.", "#1 Report of 14 May 2024|prose X."),
        ("Present: Cllr. M. J. Moss (Chair), Mrs. P.\nHale and two members of the public.\n\nX.", "-|prose X."),
        ("Present: the board met and chose a chair.\n\nX.", "prose Present: the board met and chose a chair.|prose X."),
        ("Present: Jo Moss\nApologies: Al Hale\nX.", "-|-|prose X."),
        ("Dear all,\n\nX.", "-|prose X."),
        ("Dear Mrs. Moss\n\nX.", "-|prose X."),
        ("Dear life, how you run,\nX.", "prose Dear life, how you run,/X."),
        ("-----Original Message-----\nFrom: Jo\nTo: Al\n\nX.", "-|-|-|prose X."),
        ("X.\n\nYours sincerely,\nJo Moss\n\nHead of Lifts", "prose X.|-|-|-"),
        ("X.\nMit freundlichen Grüßen\n\nJo Moss\nAm Tor 3", "prose X.|-|-"),
        ("X.\n\nVeuillez agréer, Madame, mes salutations distinguées.\n\nJo Moss\n12, rue Haute", "prose X.|-|-"),
        ("X.\n\nBest wishes came from all over the town.", "prose X.|prose Best wishes came from all over the town."),
        ("X.\n\nJo\n\n-- \nJo Moss\nTel. 01632 960", "prose X.|-|-"),
        ("On 3 May Jo Moss wrote:\n\n> Is it open? When\n> I came it was not.\n\nIt is.", "-|-|prose It is."),
        (
            "X.\n\nOrwell wrote:\n\n> It is a cold day.\n\nX.",
            "prose X.|prose Orwell wrote:|quote It is a cold day.|prose X.",
        ),
        ("X.\n\n> a day\n> of May", "prose X.|quote a day/> of May"),
        ("To: Al\nFrom: Jo\n\nYes.\n\n> a day\n> of May", "-|-|prose Yes.|-"),
        ("To: Al\nFrom: Jo\n\n> a day\n> of May", "-|-|quote a day/> of May"),
    ] {
        assert_eq!(kinds(&text.replace("X.", said)), wanted.replace("X.", said), "{text}");
    }
    let text = "Client wants it: by Friday, 24 May (party on the 25th)\nBudget left: £3,180\nPaid: £20";
    assert_eq!(kinds(text).split('|').count(), 3);
    let text = "We were told, and told again, that the\nReason: nobody knows it was so very\nsmall.";
    assert_eq!(kinds(text).split('|').count(), 1);
}

#[test]
fn pages_of_manuals_have_headings_terms_and_what_hangs_under_them() {
    for (text, wanted) in [
        (
            "tide(1)          Mill Manual          tide(1)\n\nNAME\n       tide - show when the mill runs and when it does not\n\n\
             SYNOPSIS\n       tide [-a] [--mill=NAME] [FILE...]\n\nSEE ALSO\n       ebb(1)\n\nMill 1.2          May 2024          TIDE(1)",
            "-|#1 NAME|prose tide - show when the mill runs and when it does not|#1 SYNOPSIS|code tide [-a] [--mill=NAME] [FILE...]|\
             -|prose ebb(1)|-",
        ),
        (
            "   -a     Show all.\n   --mill=NAME\n          Show one mill, and say of it what\n          is known. It may rest.\n   \
             -q\n          Say nothing.",
            "prose -a     Show all.|prose --mill=NAME|prose Show one mill, and say of it what/          is known. It may rest.|prose -q|\
             prose Say nothing.",
        ),
        // A reference, whose first line stands out; one that is set in; verse.
        (
            "Moss, J. and Hale, A. The mills of Holm and what\n    they grind. Holm, 1987.",
            "prose Moss, J. and Hale, A. The mills of Holm and what/    they grind. Holm, 1987.",
        ),
        (
            "    The mill of Holm stands by the sea and grinds at\nnight. Nobody hears it.",
            "prose The mill of Holm stands by the sea and grinds at/night. Nobody hears it.",
        ),
    ] {
        assert_eq!(kinds(text), wanted, "{text}");
    }
}

#[test]
fn paragraphs_are_known_by_their_marks() {
    let prose = "The harbour was quiet and the boats lay still.";
    let check = |text: &str, wanted: &[(ParagraphKind, u8, &str)]| {
        let got = structure(text, Newlines::Auto);
        let got: Vec<_> = got.iter().map(|(kind, level, body)| (*kind, *level, body.as_str())).collect();
        assert_eq!(got, wanted, "{text:?}");
    };
    check("Word", &[(Prose, 0, "Word")]);
    check("One line without a stop", &[(Prose, 0, "One line without a stop")]);
    check(&format!("A quiet day\n\n{prose}"), &[(Heading, 1, "A quiet day"), (Prose, 0, prose)]);
    check(&format!("## A quiet day ##\n{prose}"), &[(Heading, 2, "A quiet day"), (Prose, 0, prose)]);
    check("<H2 id=\"a\">A mill</h2>\nx", &[(Heading, 2, "A mill"), (Prose, 0, "x")]);
    check(&format!("A quiet day\n-----------\n{prose}"), &[(Heading, 2, "A quiet day"), (Prose, 0, prose)]);
    check("- milk\n- bread\n  - brown", &[(ListItem, 1, "milk"), (ListItem, 1, "bread"), (ListItem, 2, "brown")]);
    check("1. Boil.\n2. Pour.", &[(ListItem, 1, "Boil."), (ListItem, 1, "Pour.")]);
    check(
        "1. Damp\n   a. wall\n   b. floor\n2. Noise\n3. Dust",
        &[
            (ListItem, 1, "Damp"),
            (ListItem, 2, "wall"),
            (ListItem, 2, "floor"),
            (ListItem, 1, "Noise"),
            (ListItem, 1, "Dust"),
        ],
    );
    check("- You are late, she said.", &[(Prose, 0, "- You are late, she said.")]);
    check(
        "# 1.2\n\n- You are *earlier* now.\n\n# 1.1\n* Read `a` + `b` at once.\n\nRun\n\n    mill tide\n\nto see.",
        &[
            (Heading, 1, "1.2"),
            (ListItem, 1, "You are *earlier* now."),
            (Heading, 1, "1.1"),
            (ListItem, 1, "Read `a` + `b` at once."),
            (Prose, 0, "Run"),
            (Code, 0, "mill tide"),
            (Prose, 0, "to see."),
        ],
    );
    check(
        "1. Wait.\n\n# At home\n\n- One\n\n    More of one.",
        &[(ListItem, 1, "Wait."), (Heading, 1, "At home"), (ListItem, 1, "One"), (Prose, 0, "More of one.")],
    );
    check("> It was\n> a calm day.\n> We left.", &[(Quote, 0, "It was\n> a calm day."), (Quote, 0, "We left.")]);
    check("```rust\nlet a = 1;\n```\nDone.", &[(Code, 0, "let a = 1;"), (Prose, 0, "Done.")]);
    // A fence ends at one that is as long.
    check("````\n```\na\n```\n````\nDone.", &[(Code, 0, "```\na\n```"), (Prose, 0, "Done.")]);
    check("````\nIt is.\n\n```\na;\n```\nDone.", &[(Prose, 0, "````\nIt is."), (Code, 0, "a;"), (Prose, 0, "Done.")]);
    check(
        "| a | b |\n|---|---|\n| 1 | 2 |",
        &[(TableRow, 0, "| a | b |"), (Furniture, 0, "|---|---|"), (TableRow, 0, "| 1 | 2 |")],
    );
    check("LONDON (Reuters) - Ships came in.", &[(Dateline, 0, "LONDON (Reuters) -"), (Prose, 0, "Ships came in.")]);
    check("(CNN) -- Ships came in.", &[(Dateline, 0, "(CNN) --"), (Prose, 0, "Ships came in.")]);
    check("PARIS, 12. Aug. (dpa) - Es regnet.", &[(Dateline, 0, "PARIS, 12. Aug. (dpa) -"), (Prose, 0, "Es regnet.")]);
    check("MADRID, 3 may (EFE) - Llueve.", &[(Dateline, 0, "MADRID, 3 may (EFE) -"), (Prose, 0, "Llueve.")]);
    check("Москва, 5 мая (ТАСС) — Идёт дождь.", &[(Dateline, 0, "Москва, 5 мая (ТАСС) —"), (Prose, 0, "Идёт дождь.")]);
    check("【新华社北京8月12日电】今天下雨。", &[(Dateline, 0, "【新华社北京8月12日电】"), (Prose, 0, "今天下雨。")]);
    check("(東京=共同)雨が降った。", &[(Dateline, 0, "(東京=共同)"), (Prose, 0, "雨が降った。")]);
    check("Ships came in. (Agencies)", &[(Prose, 0, "Ships came in."), (Credit, 0, "(Agencies)")]);
    check(
        "Ships came in.\n(With inputs from AFP)",
        &[(Prose, 0, "Ships came in."), (Credit, 0, "(With inputs from AFP)")],
    );
    check("Ships came in (and left).", &[(Prose, 0, "Ships came in (and left).")]);
    check("The union (UNI) said so (AP)", &[(Prose, 0, "The union (UNI) said so (AP)")]);
    check(&format!("By Jane Doe\n\n{prose}"), &[(Byline, 0, "By Jane Doe"), (Prose, 0, prose)]);
    check("By noon it rained.", &[(Prose, 0, "By noon it rained.")]);
    check("Photo: Jane Doe", &[(Credit, 0, "Photo: Jane Doe")]);
    check("Figure 3: The harbour", &[(Caption, 0, "Figure 3: The harbour")]);
    check(
        &format!("{prose}\n\nAdvertisement\n\n{prose}"),
        &[(Prose, 0, prose), (Furniture, 0, "Advertisement"), (Prose, 0, prose)],
    );
    check(
        "# Tides\n\n[![build](b.svg)](https://a.example)\n![licence](l.svg)\n\nShips came in.\n\n[Mills](m.md) grind.\n\n[b]: https://b.example",
        &[
            (Heading, 1, "Tides"),
            (Furniture, 0, "[![build](b.svg)](https://a.example)\n![licence](l.svg)"),
            (Prose, 0, "Ships came in."),
            (Prose, 0, "[Mills](m.md) grind."),
            (Furniture, 0, "[b]: https://b.example"),
        ],
    );
    check("\u{FEFF}Calm.\r\n\r\nStill.", &[(Prose, 0, "Calm."), (Prose, 0, "Still.")]);
    check("Am\n12. August\nregnete es.", &[(Prose, 0, "Am\n12. August\nregnete es.")]);
}

/// Three paragraphs of my own, with what is hard in them.
const STORY: [&str; 3] = [
    "The lighthouse keeper, a Mr. Orne, climbed all 214 steps at 6 a.m. every day for thirty years. He said \"it keeps me young\", which nobody doubted.",
    "On Sunday he climbed them for the last time -- the lamp had been automated -- and locked the door behind him. About 40 people came to watch.",
    "\"I will miss the birds,\" Orne said. \"Not the steps.\" (Reuters)",
];

fn wrapped(paragraph: &str, columns: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in paragraph.split_whitespace() {
        let len = word.chars().count();
        if column > 0 {
            out.push(if column + 1 + len > columns { '\n' } else { ' ' });
            column = if column + 1 + len > columns { 0 } else { column + 1 };
        }
        out.push_str(word);
        column += len;
    }
    out
}

#[test]
fn the_same_text_has_the_same_sentences_however_it_is_wrapped() {
    let sentences_of = |text: &str| {
        let mut found = Vec::new();
        paragraphs(text, Newlines::Auto, &mut found);
        assert_eq!(found.iter().filter(|paragraph| paragraph.kind == Credit).count(), 1, "{text:?}");
        let prose = found.iter().filter(|paragraph| paragraph.kind.has_sentences());
        let pieces = prose.flat_map(|paragraph| split(paragraph.span.of(text).unwrap_or("?"), "en"));
        pieces.map(|piece| piece.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    let wanted = sentences_of(&STORY.join("\n"));
    assert_eq!(wanted.len(), 6);
    let whole = STORY.join(" ");
    let lines = |columns| STORY.map(|paragraph| wrapped(paragraph, columns)).join("\n\n");
    for text in [
        STORY.join("\n\n"),
        whole.clone(),
        STORY.join("\r\n"),
        format!("\u{FEFF}{whole}"),
        wrapped(&whole, 72),
        wrapped(&whole, 50),
        lines(72),
        lines(60),
    ] {
        assert_eq!(sentences_of(&text), wanted, "{text:?}");
    }
}

/// Running text in which wrapped lines begin like items, tables and credits, and end early behind full stops.
const RUNNING: [&str; 4] = [
    "The council met at 7 p.m. on Monday. It had three things to decide: 1) the bridge, 2) the market and 3) the well. \
     The bridge - a wooden one - had been closed since May. \" What shall we do ? \" asked Mrs. Tolle. \" Mend it . \" \
     Nobody was against it. Cost: about 4,000 crowns. See also: the minutes of 12. May. The market will move to the \
     square in front of the town hall, where there is more room. Item 3. The well. It gave 40 litres a minute in 1962 \
     and gives 12 now.",
    "She looked up. He said no. They left. The rain had stopped. Nobody spoke. A door slammed. It was late. The dog \
     slept. Outside the wind rose again. Nobody heard it. The lamp went out. He lit it. She read on. At nine the \
     carter came. He wanted his money. They had none. He went away. Then it was quiet. Snow fell all night long.",
    "Der Verein zählt 1.200 Mitglieder. Am 3. Juni wählte er Dr. Amsel zum Vorsitzenden. \"Ich danke Ihnen!\" rief er. \
     Die Kasse - so Schatzmeisterin Huber - ist gut gefüllt. Neu ist: A. das Haus, B. der Garten und C. der Steg. Im \
     Herbst wird gefeiert, wie jedes Jahr seit 1911. Foto: eine alte Aufnahme vom Ufer. Mehr dazu steht im Heft.",
    "Le pont a été fermé mardi. « Il tient encore ! » a dit le maire. Les travaux coûteront 3,5 millions d'euros. M. \
     Duret, ingénieur, parle de six mois. - Et l'hiver ? - On verra. Photo : le pont vu du quai. Le bac passe à 7 h. 30 \
     et à 9 h. Les élèves le prennent. Leurs parents aussi. Tous attendent. L'eau monte. Il pleut depuis lundi soir.",
];

/// Wrapping is found out by the lines alone, so nothing may depend on where they end.
#[test]
fn running_text_is_the_same_at_every_width() {
    let sentences_of = |text: &str| {
        let mut found = Vec::new();
        paragraphs(text, Newlines::Auto, &mut found);
        let language = Language::detect(text);
        let mut pieces = Vec::new();
        for paragraph in &found {
            assert_eq!(paragraph.kind, Prose, "{:?} of {text:?}", paragraph.span.of(text));
            sentences(text, paragraph.span, language, Newlines::Auto, &mut pieces);
        }
        let words = |span: &Span| span.of(text).unwrap_or("?").split_whitespace().collect::<Vec<_>>().join(" ");
        pieces.iter().map(words).collect::<Vec<_>>()
    };
    for text in RUNNING {
        let wanted = sentences_of(text);
        for columns in 30..=100 {
            let lines = wrapped(text, columns);
            for end in ["\n", "\r\n", " \n"] {
                assert_eq!(sentences_of(&lines.replace('\n', end)), wanted, "{columns} columns, {end:?}");
            }
        }
    }
}

#[test]
fn words_broken_behind_a_hyphen_are_whole() {
    let mut terms = Terms::new();
    for text in ["a well-known face", "a well-\nknown face", "a well-\r\n  known face"] {
        assert_eq!(word_texts(text, "en").len(), 3, "{text:?}");
        let mut found = Vec::new();
        words(text, Span::of_range(0..text.len()), Language::ENGLISH, &mut found);
        let term = terms.intern(found[1].span.of(text).unwrap_or("?"), Language::ENGLISH);
        assert_eq!(terms.text(term), "well-known", "{text:?}");
    }
    for (text, whole) in [("渡轮将于四月恢复通航", "恢复"), ("山の茶屋は今日も開いている", "茶屋")]
    {
        let words = |text: &str| -> Vec<String> {
            word_texts(text, "und").iter().map(|word| word.replace(['\r', '\n', ' '], "")).collect()
        };
        let wanted = words(text);
        assert!(wanted.contains(&whole.to_owned()), "{wanted:?}");
        for (at, _) in text.char_indices().skip(1) {
            let (head, tail) = text.split_at(at);
            assert_eq!(words(&format!("{head}\r\n {tail}")), wanted, "{head} | {tail}");
        }
    }
    assert_eq!(word_texts("pre-\nand post-war", "en"), ["pre", "and", "post-war"]);
    assert_eq!(word_texts("he paused -\nthen left", "en").len(), 4);
}

#[test]
fn lists_and_verses_are_no_wrapped_lines() {
    for text in [
        "- apples from the garden\n- pears from the garden\n- plums from the market\n- bread from the bakery",
        "1. Wash the apples and cut them\n2. Boil the water and the sugar\n3. Put the apples in the pot\n4. Let it all stand over night",
        "The keeper climbed the stairs at six.\nThe lamp was cold and dark again now.\nNobody had come to mend it at all.\nThe ships kept away from the shore.",
    ] {
        assert_eq!(structure(text, Newlines::Auto).len(), 4, "{text:?}");
    }
}

#[test]
fn newlines_mean_what_is_asked_for() {
    let text = "a first line\nand a second";
    assert_eq!(structure(text, Newlines::Auto).len(), 1);
    assert_eq!(structure(text, Newlines::Preserve).len(), 2);
    assert_eq!(structure(text, Newlines::Sentence).len(), 1);
    let mut pieces = Vec::new();
    sentences(text, Span::of_range(0..text.len()), Language::UNKNOWN, Newlines::Sentence, &mut pieces);
    assert_eq!(pieces.len(), 2);
}

#[test]
fn words_keep_what_belongs_together() {
    for (language, text, wanted) in [
        ("en", "Don't pay 71,500 or 3.14!", "Don't|pay|71,500|or|3.14"),
        ("en", "The 80,000-seat R&B hall", "The|80,000-seat|R&B|hall"),
        ("en", "in the U.S. and U.K", "in|the|U.S.|and|U.K"),
        ("en", "one -- two... three.Four", "one|two|three|Four"),
        ("en", "see example.com, rock 'n' roll", "see|example.com|rock|n|roll"),
        ("fr", "comme d’habitude, l'eau", "comme|d’habitude|l'eau"),
        ("de", "Straßen-Café (groß)", "Straßen-Café|groß"),
        ("hi", "हिन्दी भाषा।", "हिन्दी|भाषा"),
        ("zh", "今天下雨。", "今天|下雨"),
        ("th", "สวัสดีครับ", "สวัสดี|ครับ"),
        ("und", "cafe\u{301} 😀 ok", "cafe\u{301}|ok"),
        ("en", "re‐use a co‑author of auth\u{AD}ors", "re‐use|a|co‑author|of|auth\u{AD}ors"),
        (
            "en",
            "authen‐\n  tication, ac\u{AD}\ncepted - or pre‐\nand post-war",
            "authen‐\n  tication|ac\u{AD}\ncepted|or|pre|and|post-war",
        ),
    ] {
        assert_eq!(word_texts(text, language).join("|"), wanted);
    }
    let mut found = Vec::new();
    words("The 21st Olive", Span::new(0, 14), Language::from_code("en"), &mut found);
    let flags: Vec<u8> = found.iter().map(|word| word.flags.bits()).collect();
    assert_eq!(flags, [5, 2, 4]);
}

#[test]
fn terms_are_words_made_comparable() {
    let english = Language::from_code("en");
    let mut terms = Terms::new();
    for (one, other) in [
        ("Boats", "boat"),
        ("re‐use", "re-use"),
        ("Orne's", "orne"),
        ("U.S.", "u.s"),
        ("Orne’s", "ORNE"),
        ("running", "runs"),
    ] {
        assert_eq!(terms.intern(one, english), terms.intern(other, english), "{one}");
    }
    assert_eq!(terms.len(), 5);
    assert_eq!(terms.counts(), [2, 2, 4, 2, 2]);
    assert_eq!(terms.offsets().len(), 6);
    assert_eq!(terms.pool().len(), terms.offsets()[5] as usize);
    let texts: Vec<String> = (0..5).map(|term| terms.text(term).to_owned()).collect();
    assert_eq!(texts.concat(), terms.pool());
    terms.clear();
    assert!(terms.is_empty());
    assert_eq!(terms.intern("runs", english), 0);
    assert_eq!(terms.text(0), "run");
    assert_eq!(terms.intern("Häuser", Language::from_code("de")), 1);
    assert_eq!(terms.text(9), "");
}

#[test]
fn what_is_remembered_of_words_changes_no_term() {
    let words: Vec<String> =
        (0..40_000_u32).map(|n| format!("{n:x}{}s", &"ingly-wordily"[..n as usize % 14])).collect();
    let mut terms = Terms::new();
    for language in [Language::ENGLISH, Language::GERMAN] {
        terms.clear();
        let numbers: Vec<u32> = words.iter().map(|word| terms.intern(word, language)).collect();
        for (word, number) in words.iter().zip(&numbers).step_by(9) {
            let mut new = Terms::new();
            let alone = new.intern(word, language);
            assert_eq!(terms.text(*number), new.text(alone), "{word}");
            assert_eq!(terms.intern(word, language), *number, "{word}");
        }
        terms.clear();
        let again: Vec<u32> = words.iter().map(|word| terms.intern(word, language)).collect();
        assert_eq!(again, numbers);
    }
}

#[test]
fn languages_are_detected() {
    for (text, wanted) in [
        ("", "und"),
        ("12 + 3", "und"),
        ("The keeper said that he would miss the birds, but not the steps.", "en"),
        ("Der Wärter sagte, dass er die Vögel vermissen werde, aber nicht die Stufen.", "de"),
        ("Le gardien a dit que les oiseaux lui manqueraient, mais pas les marches.", "fr"),
        ("El farero dijo que echaría de menos a los pájaros, pero no los escalones.", "es"),
        ("Latarnik powiedział, że będzie mu brakowało ptaków, ale nie schodów.", "pl"),
        ("Penjaga itu mengatakan bahwa ia akan merindukan burung, tetapi tidak tangganya.", "id"),
        ("Fyrpasseren sagde, at han ville savne fuglene, men ikke trinene, som han gik op ad hver dag.", "da"),
        ("Fyrvokteren sa at han ville savne fuglene, men ikke trappetrinnene han gikk opp hver dag.", "nb"),
        (
            "Kommunen i Fjordvik stenger den eneste broen fra 1. mars. Omveien er 62 kilometer, og 30 prosent har ikke bil.",
            "nb",
        ),
        ("Fyrvaktaren sa att han skulle sakna fåglarna, men inte trappstegen som han gick uppför varje dag.", "sv"),
        ("Paznicul farului a spus că îi va fi dor de păsări, dar nu și de treptele pe care le urca.", "ro"),
        ("O faroleiro disse que teria saudades dos pássaros, mas não dos degraus que subia todos os dias.", "pt"),
        ("Il guardiano disse che gli sarebbero mancati gli uccelli, ma non i gradini.", "it"),
        ("De wachter zei dat hij de vogels zou missen, maar niet de treden.", "nl"),
        ("Strážce řekl, že mu budou chybět ptáci, ale ne schody, po kterých chodil každý den.", "cs"),
        ("Az őr azt mondta, hogy hiányozni fognak neki a madarak, de a lépcsők nem.", "hu"),
        ("Majakanvartija sanoi, että hän kaipaisi lintuja mutta ei portaita, joita hän kiipesi joka päivä.", "fi"),
        ("Bekçi kuşları özleyeceğini ama basamakları özlemeyeceğini söyledi.", "tr"),
        ("Смотритель сказал, что будет скучать по птицам, но не по ступеням.", "ru"),
        ("Доглядач сказав, що сумуватиме за птахами, але не за сходами, які він так не любив.", "uk"),
        ("今天下雨，港口很安静。", "zh"),
        ("今日は雨が降って、港は静かだった。", "ja"),
        ("오늘은 비가 와서 항구가 조용했다.", "ko"),
        ("วันนี้ฝนตก", "th"),
        ("آج بارش ہوئی اور بندرگاہ خاموش تھی۔", "ur"),
        ("امروز باران بارید و بندر گاه آرام بود.", "fa"),
        ("هطل المطر اليوم وكان الميناء هادئا.", "ar"),
        ("Σήμερα έβρεξε.", "el"),
    ] {
        assert_eq!(Language::detect(text).code(), wanted, "{text}");
    }
    assert_eq!(Language::from_code("PT-br").code(), "pt");
    assert_eq!(Language::from_code("deu").code(), "de");
}

#[test]
fn texts_cut_anywhere_keep_the_promises() {
    let texts = [
        include_str!("../../../tests/fixtures/news-fr.txt"),
        include_str!("../../../tests/fixtures/news-th.txt"),
        include_str!("../../../tests/fixtures/nasty-unicode.txt"),
        include_str!("../../../tests/fixtures/nasty-wrapped.txt"),
        include_str!("../../../tests/fixtures/notes-en.txt"),
    ];
    for text in texts {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        for (at, from) in places.iter().enumerate().step_by(41) {
            let to = places.get(at + at % 977).unwrap_or(from);
            check_promises(&text[*from..*to]);
        }
    }
}

#[test]
fn adversarial_texts_are_read_to_the_end() {
    for piece in [
        ".",
        "\"",
        "(",
        ")",
        "(a. ",
        "「",
        "a",
        ". ",
        "' ",
        "1. a ",
        "\n",
        "x\r",
        "x\u{2028}",
        "x\u{85}",
        "said.\"However ",
        "a. [4] ",
        "To: a\n",
        "Yours,\n",
        "Present: A ",
        "Present: A\nB.\n",
        "Present: A\nB,\nB,\nB\n",
        "|\n",
        "> a\n",
        "```\n",
        "- a\n",
        "A\n\n",
        "LONDON - ",
        "a.A",
        ".\n",
        "Bo I.\n",
        "ก",
        "กขค เขา ",
        "a. ",
        "(i) x ",
        "a b c; The d ",
        "\"Oh?\" Bo said. ",
        "a . \" . ",
        "Read more: x\n",
        "Kyiv - ",
        "新华社5日",
    ] {
        check_promises(&piece.repeat(20_000));
    }
}
