//! Our own gold of sentence boundaries, `boundaries/<language>.txt`, against what the program finds. What a careful editor
//! says is written down before the program is asked, and stays where the program is wrong: `boundaries/REPORT.txt` counts
//! and shows it, so that a change of the rules shows what it mends and what it breaks.
//!
//! A case is lines without a blank one between them, one sentence a line; `# ` begins a line that names what is hard. The
//! running text is its lines with a space between them: none in `zh`, `ja` and `th` (where the spaces of Thai stand at
//! the end of the line), none after a line that ends in `\`.
//!
//! What counts as a sentence: a colon, semicolon or dash ends none; words that report speech belong to the sentence
//! before or after them; sentences inside a quotation are sentences of their own, but for Chinese and Japanese, where
//! the quotation is a part of its sentence; brackets hold a sentence of their own only outside another; the number of an
//! item belongs to the item; the mark of a footnote belongs to what stands before it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use summariser_core::analysis::{Analyser, Outline};
use summariser_core::text::{Language, Newlines, Paragraph};
use summariser_core::{ParagraphKind, Reads, Span};

/// What F1, in per cent, must not fall below, unless the line in the report says why.
const FLOOR: f64 = 97.0;
const FLOOR_OF_A_LANGUAGE: f64 = 93.0;
/// What stands between the numbers of a line in the report and the reason why they may be low, written by hand.
const BECAUSE: &str = "  because ";

/// One case, and where the text is divided: the byte after each sentence but the last.
struct Case {
    name: String,
    line: usize,
    text: String,
    gold: BTreeSet<usize>,
    found: BTreeSet<usize>,
}

#[derive(Clone, Copy, Default)]
struct Score {
    cases: usize,
    exact: usize,
    right: usize,
    found: usize,
    gold: usize,
}

impl Score {
    fn add(&mut self, case: &Case) {
        self.cases += 1;
        self.exact += usize::from(case.gold == case.found);
        self.right += case.gold.intersection(&case.found).count();
        self.found += case.found.len();
        self.gold += case.gold.len();
    }

    fn f1(self) -> f64 {
        percent(2 * self.right, self.found + self.gold)
    }

    fn line(self, name: &str) -> String {
        let (precision, recall) = (percent(self.right, self.found), percent(self.right, self.gold));
        let Score { cases, exact, .. } = self;
        format!("{name:<8}  {cases:>5}  {exact:>5}  {precision:>9.1}  {recall:>6.1}  {:>5.1}", self.f1())
    }
}

/// Of nothing, everything is right.
#[allow(clippy::cast_precision_loss, reason = "counts of cases")]
fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/boundaries")
}

/// The cases of one file, and what the program says of them.
fn cases(path: &Path, language: Language) -> Vec<Case> {
    let file = fs::read_to_string(path).unwrap();
    let (spaced, thai) = (!matches!(language.code(), "zh" | "ja" | "th"), language.code() == "th");
    let mut cases = Vec::new();
    let mut lines = file.lines().enumerate().peekable();
    while lines.peek().is_some() {
        let block: Vec<(usize, &str)> = lines.by_ref().take_while(|(_, line)| !line.is_empty()).collect();
        let names: Vec<&str> = block.iter().filter_map(|(_, line)| line.strip_prefix("# ")).collect();
        let mut sentences = block.iter().filter(|(_, line)| !line.starts_with("# ")).peekable();
        let Some(line) = sentences.peek().map(|(index, _)| index + 1) else { continue };
        let (mut text, mut gold) = (String::new(), BTreeSet::new());
        while let Some((index, sentence)) = sentences.next() {
            let at = format!("{}:{}", path.display(), index + 1);
            let (sentence, joined) = sentence.strip_suffix('\\').map_or((*sentence, !spaced), |it| (it, true));
            let kept = if thai { sentence.trim_end_matches(' ') } else { sentence };
            assert!(!kept.is_empty() && kept.trim() == kept, "{at}: white space at an end of the line");
            text.push_str(kept);
            if sentences.peek().is_some() {
                gold.insert(text.len());
                text.push_str(&sentence[kept.len()..]);
                text.push_str(if joined { "" } else { " " });
            }
        }
        let found = boundaries(&text, language);
        cases.push(Case { name: names.join(" "), line, text, gold, found });
    }
    cases
}

/// Where the program divides a text that is one paragraph in a known language.
fn boundaries(text: &str, language: Language) -> BTreeSet<usize> {
    let paragraph = Paragraph { span: Span::of_range(0..text.len()), kind: ParagraphKind::Prose, level: 0 };
    let outline = Outline { paragraphs: vec![paragraph], language: Some(language), ..Outline::default() };
    let analysis = Analyser::default().analyse(text, &outline, Newlines::Auto, Reads::SENTENCES);
    let document = analysis.document(text);
    let mut ends: BTreeSet<usize> = document.sentences().map(|sentence| sentence.span().range().end).collect();
    ends.pop_last();
    ends
}

/// The text with a bar at each boundary; what cannot be seen in it, no-break spaces, as `_`.
fn divided(text: &str, ends: &BTreeSet<usize>) -> String {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let pieces = starts.zip(ends.iter().copied().chain([text.len()])).map(|(start, end)| text[start..end].trim());
    pieces.collect::<Vec<_>>().join(" | ").replace(['\u{a0}', '\u{202f}'], "_")
}

/// The reason that the accepted report gives for a line, or nothing.
fn reason<'a>(accepted: &'a str, name: &str) -> Option<&'a str> {
    let line = accepted.lines().find(|line| line.split(' ').next() == Some(name))?;
    line.split_once(BECAUSE).map(|(_, reason)| reason)
}

#[test]
fn boundaries_are_where_an_editor_sees_them() {
    let report_path = folder().join("REPORT.txt");
    let accepted = fs::read_to_string(&report_path).unwrap_or_default();
    let mut paths: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| *path != report_path);
    paths.sort();

    let (mut rows, mut wrong, mut low) = (String::new(), String::new(), Vec::new());
    let mut row = |score: Score, name: &str, floor: f64| {
        rows.push_str(&score.line(name));
        if score.f1() < floor {
            match reason(&accepted, name) {
                Some(reason) => write!(rows, "{BECAUSE}{reason}").unwrap(),
                None => low.push(format!("{name}: F1 {:.1} is below {floor}", score.f1())),
            }
        }
        rows.push('\n');
    };
    let mut all = Score::default();
    for path in paths {
        let code = path.file_stem().unwrap().to_str().unwrap();
        let language = Language::from_code(code);
        assert_eq!(language.code(), code, "{}: no language has this name", path.display());
        let mut score = Score::default();
        for case in cases(&path, language) {
            score.add(&case);
            all.add(&case);
            if case.gold != case.found {
                let (program, gold) = (divided(&case.text, &case.found), divided(&case.text, &case.gold));
                let Case { name, line, .. } = case;
                writeln!(wrong, "\n{code}.txt:{line}: {name}\n  program  {program}\n  gold     {gold}").unwrap();
            }
        }
        row(score, code, FLOOR_OF_A_LANGUAGE);
    }
    row(all, "all", FLOOR);

    let report = format!("language  cases  exact  precision  recall     F1\n{rows}{wrong}");
    if std::env::var_os("BLESS").is_some_and(|it| it == "1") {
        fs::write(&report_path, &report).unwrap();
    } else if report != accepted {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<String>>();
        let (old, new) = (lines(&accepted), lines(&report));
        let mut message = String::from("boundaries/REPORT.txt is no longer true; BLESS=1 rewrites it\n");
        old.difference(&new).for_each(|line| writeln!(message, "- {line}").unwrap());
        new.difference(&old).for_each(|line| writeln!(message, "+ {line}").unwrap());
        panic!("{message}");
    }
    assert!(low.is_empty(), "{}\nsay why at the end of the line in REPORT.txt, after `{BECAUSE}`", low.join("\n"));
}
