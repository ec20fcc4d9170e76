//! The table of snapshots, and the only list of them: a line here is a file in `snapshots/`, and no file is there without
//! its line.

/// A run whose whole output is accepted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Case {
    /// How the output is written.
    pub(crate) format: &'static str,
    /// The chain's name in the snapshot's.
    pub(crate) name: &'static str,
    /// The chain; empty is the default one.
    pub(crate) chain: &'static str,
    /// The text, in `tests/fixtures`.
    pub(crate) fixture: &'static str,
}

impl Case {
    /// The snapshot's name.
    pub(crate) fn snapshot(&self) -> String {
        format!("{}/{}@{}", self.format, self.name, self.fixture)
    }
}

/// The texts that the default chain is run over, for people.
const FIXTURES: &[&str] = &[
    "essay-es.txt",
    "fiction-en.txt",
    "howto-en.txt",
    "interview-en.txt",
    "letter-latin1.txt",
    "memo-utf16.txt",
    "minutes-en.txt",
    "nasty-abbreviations.txt",
    "nasty-unicode.txt",
    "nasty-wrapped.txt",
    "news-ar.txt",
    "news-de.txt",
    "news-en.txt",
    "news-fr.txt",
    "news-hi.txt",
    "news-ja.txt",
    "news-ru.txt",
    "news-th.txt",
    "news-zh.txt",
    "notes-en.txt",
    "page-en.html",
    "report-en.md",
    "science-en.txt",
];

/// Other formats and other chains.
const OTHERS: &[Case] = &[
    case("markdown", "default", "", "news-en.txt"),
    case("json", "default", "", "news-en.txt"),
    case("jsonl", "default", "", "news-en.txt"),
    case("markdown", "default", "", "report-en.md"),
    case("json", "default", "", "report-en.md"),
    case("json", "default", "", "letter-latin1.txt"),
    case("json", "bullets", "headline, bullets(count = 3)", "page-en.html"),
    case("html", "default", "", "news-en.txt"),
    case("html", "explain", "headline, bullets(count = 2, explain = true), keywords(count = 3)", "news-ar.txt"),
    case("text", "words", r#"bullets(length = "60 words"), statistics"#, "science-en.txt"),
    case("text", "best-first", r#"bullets(count = 3, order = "score")"#, "news-en.txt"),
    case("text", "explain", "headline, bullets(count = 4, explain = true)", "news-en.txt"),
    case("markdown", "explain", "bullets(length = \"60 words\", explain = true)", "letter-latin1.txt"),
    case("json", "explain", "bullets(count = 2, explain = true)", "letter-latin1.txt"),
    case("text", "pipe", r#"bullets(length = "30%") | bullets(count = 3), statistics"#, "report-en.md"),
    case("json", "pipe", r#"bullets(length = "30%") | bullets(count = 2) | headline"#, "news-en.txt"),
    case("json", "pipe", "bullets(count = 4) | bullets(count = 2)", "nasty-wrapped.txt"),
    case("text", "headlinese", r#"headline(style = "headlinese", title = false)"#, "news-en.txt"),
    case("json", "headline-keywords", r#"headline(style = "keywords")"#, "news-fr.txt"),
    case("json", "sentences", "sentences", "letter-latin1.txt"),
    case("text", "sentences", "sentences", "nasty-abbreviations.txt"),
    case("text", "keywords", "keywords", "news-en.txt"),
    case("text", "keywords", "keywords", "report-en.md"),
    case("text", "keywords", "keywords", "science-en.txt"),
    case("text", "keywords", "keywords", "news-de.txt"),
    case("text", "keywords", "keywords", "news-fr.txt"),
    case("text", "keywords", "keywords", "news-ja.txt"),
    case("text", "keywords", "keywords", "news-th.txt"),
    case("text", "keywords", "keywords", "news-zh.txt"),
    case("markdown", "keywords", "keywords(count = 5, longest = 2)", "howto-en.txt"),
    case("json", "keywords", r#"keywords(count = 4, order = "source")"#, "news-fr.txt"),
    case("json", "keywords-pipe", "bullets(count = 4) | keywords(count = 3)", "news-en.txt"),
    case("markdown", "pipe", "bullets(count = 4) | headline, bullets(count = 2)", "news-zh.txt"),
];

const fn case(format: &'static str, name: &'static str, chain: &'static str, fixture: &'static str) -> Case {
    Case { format, name, chain, fixture }
}

/// Every case.
pub(crate) fn all() -> impl Iterator<Item = Case> {
    FIXTURES.iter().map(|fixture| case("text", "default", "", fixture)).chain(OTHERS.iter().copied())
}
