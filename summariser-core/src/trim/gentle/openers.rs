//! Empty openings: words that only say that a sentence comes after another one. A word goes alone only where the order
//! of what follows does not hang on it, which is why German and Dutch have so few.

use crate::trim::tokens::{Kind, Token};

/// How many words the longest opening has.
const LONGEST: usize = 4;

/// The empty openings of one language, in lower case.
struct Openers {
    code: &'static str,
    /// Those that go with or without a comma behind them.
    bare: &'static [&'static str],
    /// Those that go only with their comma.
    with_comma: &'static [&'static str],
    /// Words before which the bare ones stay, because they make another phrase with them.
    before: &'static [&'static str],
}

/// Where the sentence goes on behind an empty opening that begins at `from`.
pub(super) fn end(tokens: &[Token<'_>], from: usize, language: &str) -> Option<usize> {
    let openers = of(language)?;
    let words = tokens.get(from..)?.iter().take_while(|token| token.wordy() && !token.quoted).count().min(LONGEST);
    (1..=words).rev().find_map(|count| {
        let next = from + count;
        let phrase = tokens[from..next].iter().map(|token| token.lower).collect::<Vec<_>>().join(" ");
        let follows = tokens.get(next)?;
        let bare = openers.bare.contains(&phrase.as_str());
        if follows.kind == Kind::Comma {
            return (bare || openers.with_comma.contains(&phrase.as_str())).then_some(next + 1);
        }
        // Of `d'ajouter` the elided word decides.
        let word = follows.lower.split('\'').next().unwrap_or_default();
        (bare && follows.wordy() && !openers.before.contains(&word)).then_some(next)
    })
}

/// Whether the first word of a sentence may be an empty opening, by a look at its bytes.
pub(super) fn may_open(source: &str, language: &str) -> bool {
    let Some(openers) = of(language) else { return false };
    let start = source.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = start.find(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、')).unwrap_or(start.len());
    let word = start.get(..end).unwrap_or_default().to_lowercase();
    let begins =
        |phrase: &&str| phrase.strip_prefix(&word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let opens = |list: &[&str]| list.iter().any(begins);
    opens(openers.bare) || opens(openers.with_comma)
}

fn of(language: &str) -> Option<&'static Openers> {
    OPENERS.iter().find(|openers| openers.code == language)
}

#[rustfmt::skip]
const OPENERS: &[Openers] = &[
    Openers {
        code: "en",
        bare: &["and", "but", "yet"],
        with_comma: &[
            "however", "meanwhile", "moreover", "furthermore", "additionally", "in addition", "as a result",
            "consequently", "nevertheless", "nonetheless", "therefore", "thus", "hence", "accordingly", "besides",
            "also", "likewise", "similarly", "indeed", "in fact", "at the same time", "on the other hand",
            "by contrast", "in contrast", "even so", "that said", "what's more", "what is more", "plus",
            "in other words", "in the meantime", "in turn",
        ],
        before: &[
            "again", "also", "alike", "another", "for", "if", "more", "nor", "not", "or", "rather", "so", "that",
            "then", "to", "vice", "yet",
        ],
    },
    Openers {
        code: "de",
        bare: &["und", "aber"],
        with_comma: &[],
        before: &[
            "auch", "das", "dann", "das", "doch", "nicht", "ob", "selbst", "so", "sonst", "trotzdem", "wie", "zwar",
        ],
    },
    Openers {
        code: "fr",
        bare: &["et", "mais"],
        with_comma: &[
            "cependant", "toutefois", "pourtant", "néanmoins", "en outre", "de plus", "par ailleurs", "or",
            "en effet", "d'ailleurs", "en revanche", "par conséquent", "en conséquence", "de son côté",
            "dans le même temps", "pendant ce temps", "d'autre part", "de même", "du coup",
        ],
        before: &[
            "alors", "aussi", "bien", "ce", "d", "de", "donc", "encore", "maintenant", "même", "non", "pas", "plus",
            "pour", "pourtant", "puis", "quid", "si", "surtout",
        ],
    },
    Openers {
        code: "es",
        bare: &["pero", "y"],
        with_comma: &[
            "sin embargo", "no obstante", "además", "asimismo", "por otra parte", "por otro lado", "mientras tanto",
            "en cambio", "de hecho", "por lo tanto", "por tanto", "en consecuencia", "por su parte", "a su vez",
            "del mismo modo", "igualmente", "con todo",
        ],
        before: &[
            "así", "aún", "aun", "de", "es", "hasta", "incluso", "luego", "más", "ni", "no", "si", "sobre", "también",
            "todavía", "todo", "ya",
        ],
    },
    Openers {
        code: "pt",
        bare: &["mas", "e"],
        with_comma: &[
            "no entanto", "entretanto", "porém", "contudo", "todavia", "além disso", "por outro lado",
            "enquanto isso", "portanto", "de facto", "de fato", "por sua vez", "ao mesmo tempo", "da mesma forma",
            "do mesmo modo",
        ],
        before: &["ainda", "assim", "até", "de", "depois", "é", "então", "mais", "não", "nem", "se", "sim", "também"],
    },
    Openers {
        code: "it",
        bare: &["ma", "e", "ed"],
        with_comma: &[
            "tuttavia", "inoltre", "infatti", "intanto", "nel frattempo", "d'altra parte", "d'altronde", "però",
            "pertanto", "dunque", "di conseguenza", "allo stesso tempo", "allo stesso modo", "del resto",
        ],
        before: &[
            "allora", "ancora", "anche", "così", "di", "è", "infatti", "invece", "neanche", "non", "nemmeno", "più",
            "poi", "proprio", "pure", "se", "sia",
        ],
    },
    Openers {
        code: "nl",
        bare: &["en", "maar"],
        with_comma: &["echter"],
        before: &["dan", "dat", "niet", "of", "ook", "toch", "wel", "zo"],
    },
    Openers {
        code: "sv",
        bare: &["och", "men"],
        with_comma: &[],
        before: &["att", "ej", "inte", "så", "även"],
    },
    Openers {
        code: "da",
        bare: &["og", "men"],
        with_comma: &[],
        before: &["at", "ikke", "også", "så"],
    },
    Openers {
        code: "no",
        bare: &["og", "men"],
        with_comma: &[],
        before: &["at", "ikke", "også", "så"],
    },
    Openers {
        code: "ru",
        bare: &["но", "однако"],
        with_comma: &[
            "кроме того", "более того", "тем не менее", "между тем", "в то же время", "с другой стороны",
            "таким образом", "вместе с тем", "помимо этого",
        ],
        before: &["ведь", "если", "же", "и", "не", "потом", "тогда"],
    },
    Openers {
        code: "uk",
        bare: &["але", "однак"],
        with_comma: &["крім того", "більше того", "тим не менш", "водночас", "з іншого боку", "таким чином"],
        before: &["ж", "і", "й", "не", "потім", "тоді", "якщо"],
    },
    Openers {
        code: "pl",
        bare: &["ale", "jednak"],
        with_comma: &["co więcej", "z drugiej strony", "poza tym"],
        before: &["i", "jeśli", "mi", "nie", "się", "to", "że"],
    },
    Openers {
        code: "tr",
        bare: &["ama", "fakat"],
        with_comma: &[
            "ancak", "ayrıca", "bununla birlikte", "öte yandan", "bu arada", "üstelik", "oysa", "dolayısıyla",
        ],
        before: &["yine"],
    },
    Openers {
        code: "id",
        bare: &["namun", "tetapi", "tapi"],
        with_comma: &[
            "selain itu", "sementara itu", "meski demikian", "meskipun demikian", "oleh karena itu", "di sisi lain",
            "dengan demikian", "dan",
        ],
        before: &["bukan", "demikian", "juga", "tidak"],
    },
    Openers {
        code: "vi",
        bare: &["nhưng"],
        with_comma: &[
            "tuy nhiên", "tuy vậy", "ngoài ra", "bên cạnh đó", "hơn nữa", "trong khi đó", "mặt khác", "đồng thời",
        ],
        before: &["không", "mà", "rồi"],
    },
    Openers {
        code: "hi",
        bare: &["लेकिन", "मगर"],
        with_comma: &["हालांकि", "इसके अलावा", "दूसरी ओर"],
        before: &["अगर", "नहीं", "यदि"],
    },
    Openers {
        code: "zh",
        bare: &[],
        with_comma: &[
            "但", "但是", "不过", "不過", "然而", "可是", "此外", "另外", "同时", "同時", "与此同时", "與此同時",
            "而且", "因此", "所以",
        ],
        before: &[],
    },
    Openers {
        code: "ja",
        bare: &[],
        with_comma: &[
            "しかし", "だが", "ただ", "ただし", "また", "一方", "さらに", "なお", "そして", "このため", "そのため", "ところが",
            "しかしながら", "他方",
        ],
        before: &[],
    },
];
