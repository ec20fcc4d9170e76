//! A comparison as people and programs read it: first what each system is worth, then how far it is from the first. An
//! interval stands beside every figure, because the question is never which mean is larger but whether that is chance.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::bootstrap::{Interval, RESAMPLES};
use super::{Basis, Comparison, Difference, Figures, Kind, Row};
use crate::diagnostic::shown;
use crate::report::SCHEMA_VERSION;

/// What the figures are, below every table.
const ABOUT: &str = "F1 in percent; in brackets 95 % intervals by bootstrap over the documents (1000 resamples).";

/// For people: aligned columns.
#[must_use]
pub fn text(comparison: &Comparison) -> String {
    let mut lines = basis(&comparison.basis);
    let cells = |row: &Row| {
        let mut cells = vec![plain(&row.name)];
        cells.extend(each(&row.figures).map(|interval| figure(interval, false)));
        cells.push(format!("{:.1}", row.words));
        cells.extend(failed(comparison).then(|| row.failures.to_string()));
        cells
    };
    lines.push(String::new());
    lines.extend(columns(&heads(comparison), comparison.rows.iter().map(cells)));
    if let Some(first) = comparison.rows.first().filter(|_| !comparison.differences.is_empty()) {
        let heads = [&format!("minus {}", plain(&first.name)), "ROUGE-1", ""].map(str::to_owned);
        let cells = |difference: &Difference| {
            let r1 = difference.figures.r1;
            vec![plain(&difference.name), figure(r1, true), judgement(r1).to_owned()]
        };
        lines.push(String::new());
        lines.extend(columns(&heads, comparison.differences.iter().map(cells)));
    }
    lines.extend([String::new(), ABOUT.to_owned(), String::new()]);
    lines.join("\n")
}

/// For pasting: CommonMark with tables.
#[must_use]
pub fn markdown(comparison: &Comparison) -> String {
    let mut lines = vec![basis(&comparison.basis).join(" "), String::new()];
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let heads = heads(comparison);
    let rule = |columns: usize| format!("|---|{}", "---:|".repeat(columns.saturating_sub(1)));
    lines.extend([row(heads.clone()), rule(heads.len())]);
    for system in &comparison.rows {
        let mut cells = vec![code(system.kind, &system.name)];
        cells.extend(each(&system.figures).map(|interval| figure(interval, false)));
        cells.push(format!("{:.1}", system.words));
        cells.extend(failed(comparison).then(|| system.failures.to_string()));
        lines.push(row(cells));
    }
    if let Some(first) = comparison.rows.first().filter(|_| !comparison.differences.is_empty()) {
        let head = vec![format!("minus {}", code(first.kind, &first.name)), "ROUGE-1".to_owned(), String::new()];
        lines.extend([String::new(), row(head), rule(3)]);
        for (difference, system) in comparison.differences.iter().zip(comparison.rows.iter().skip(1)) {
            let r1 = difference.figures.r1;
            lines.push(row(vec![code(system.kind, &system.name), figure(r1, true), judgement(r1).to_owned()]));
        }
    }
    lines.extend([String::new(), ABOUT.to_owned(), String::new()]);
    lines.join("\n")
}

/// For programs: one indented object.
#[must_use]
pub fn json(comparison: &Comparison) -> String {
    let basis = &comparison.basis;
    let systems = comparison.rows.iter().map(|row| {
        json!({
            "name": row.name,
            "kind": row.kind.name(),
            "r1": interval(row.figures.r1),
            "r2": interval(row.figures.r2),
            "rlsum": interval(row.figures.rlsum),
            "words": rounded(row.words),
            "failures": row.failures,
        })
    });
    let differences = comparison.differences.iter().map(|difference| {
        let interval = |of: Interval| {
            let mut value = interval(of);
            value["excludes_zero"] = json!(of.excludes_zero());
            value
        };
        json!({
            "name": difference.name,
            "to": comparison.rows.first().map(|row| row.name.as_str()),
            "r1": interval(difference.figures.r1),
            "r2": interval(difference.figures.r2),
            "rlsum": interval(difference.figures.rlsum),
        })
    });
    let value = json!({
        "schema_version": SCHEMA_VERSION,
        "source": basis.source,
        "documents": basis.documents,
        "bad_lines": basis.bad_lines,
        "references": {
            "words": rounded(basis.reference_words),
            "sentences": rounded(basis.reference_sentences),
        },
        "cap": basis.cap.to_string(),
        "resamples": RESAMPLES,
        "systems": systems.collect::<Vec<_>>(),
        "differences": differences.collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

/// What was compared on, in two sentences.
fn basis(basis: &Basis) -> Vec<String> {
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    let source = if basis.source == "-" { "standard input" } else { &basis.source };
    let bad = match basis.bad_lines {
        0 => String::new(),
        n => format!(" ({n} bad line{} left out)", plural(n)),
    };
    let why = if basis.cap_was_asked { "as asked" } else { "as many as the references have" };
    vec![
        format!(
            "{} document{} of {}{bad}; references of {:.1} words in {:.1} sentences on average.",
            basis.documents,
            plural(basis.documents),
            plain(source),
            basis.reference_words,
            basis.reference_sentences,
        ),
        format!("Lead and oracle: up to {}, {why}.", basis.cap),
    ]
}

fn heads(comparison: &Comparison) -> Vec<String> {
    let mut heads = vec!["system", "ROUGE-1", "ROUGE-2", "ROUGE-Lsum", "words"];
    heads.extend(failed(comparison).then_some("failed"));
    heads.into_iter().map(str::to_owned).collect()
}

fn failed(comparison: &Comparison) -> bool {
    comparison.rows.iter().any(|row| row.failures > 0)
}

fn each(figures: &Figures) -> impl Iterator<Item = Interval> {
    [figures.r1, figures.r2, figures.rlsum].into_iter()
}

/// A mean and its interval; of a difference with signs.
fn figure(interval: Interval, signed: bool) -> String {
    let Interval { mean, low, high } = interval;
    if signed { format!("{mean:+.2} [{low:+.2}, {high:+.2}]") } else { format!("{mean:.2} [{low:.2}, {high:.2}]") }
}

/// What a difference means.
fn judgement(difference: Interval) -> &'static str {
    match difference {
        Interval { low, .. } if low > 0.0 => "better",
        Interval { high, .. } if high < 0.0 => "worse",
        _ => "may be chance",
    }
}

/// Lines of columns: the first begins on the left, others end on the right; a head without a text is no column of
/// numbers.
fn columns(heads: &[String], rows: impl Iterator<Item = Vec<String>>) -> Vec<String> {
    let mut table = vec![heads.to_vec()];
    table.extend(rows);
    let width = |column: usize| table.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..heads.len()).map(|column| width(column).unwrap_or_default()).collect();
    let line = |row: &Vec<String>| {
        let mut line = String::new();
        for (place, ((cell, width), head)) in row.iter().zip(&widths).zip(heads).enumerate() {
            let padding = " ".repeat(width.saturating_sub(cell.width()));
            if place > 0 {
                line.push_str("  ");
            }
            let left = place == 0 || head.is_empty();
            line.push_str(&if left { format!("{cell}{padding}") } else { format!("{padding}{cell}") });
        }
        line.trim_end().to_owned()
    };
    table.iter().map(line).collect()
}

/// A name on one line, with nothing that steers a terminal.
fn plain(name: &str) -> String {
    shown(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name in a Markdown table: a chain as code, in which only the bar between columns has a meaning.
fn code(kind: Kind, name: &str) -> String {
    let name = plain(name).replace('|', "\\|");
    if kind == Kind::Chain && !name.contains('`') { format!("`{name}`") } else { name }
}

fn interval(of: Interval) -> Value {
    json!({ "mean": rounded(of.mean), "low": rounded(of.low), "high": rounded(of.high) })
}

/// A number to four decimals, which is more than it is sure of.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests {
    use summariser_core::Length;

    use super::super::System;
    use super::super::rouge::Scores;
    use super::*;

    fn comparison() -> Comparison {
        let basis = Basis {
            source: "refs.jsonl".to_owned(),
            documents: 2,
            bad_lines: 1,
            reference_words: 21.5,
            reference_sentences: 1.5,
            cap: Length::Sentences(2),
            cap_was_asked: false,
        };
        let scores = |r1: f64| Scores { r1, r2: r1 / 2.0, rlsum: r1 };
        let mut first = System::new("bullets(count = 3) | bullets", Kind::Chain);
        let mut lead = System::new("lead", Kind::Lead);
        for r1 in [0.5, 0.25] {
            first.made("two words", scores(r1));
            lead.made("a word more", scores(r1 + 0.125));
        }
        let mut broken = System::new("faulty", Kind::Chain);
        broken.made("one", scores(0.5));
        broken.failed();
        Comparison::new(basis, &[first, broken, lead])
    }

    #[test]
    fn a_table_for_people() {
        let due = "\
2 documents of refs.jsonl (1 bad line left out); references of 21.5 words in 1.5 sentences on average.
Lead and oracle: up to 2 sentences, as many as the references have.

system                                     ROUGE-1               ROUGE-2            ROUGE-Lsum  words  failed
bullets(count = 3) | bullets  37.50 [25.00, 50.00]  18.75 [12.50, 25.00]  37.50 [25.00, 50.00]    2.0       0
faulty                         25.00 [0.00, 50.00]   12.50 [0.00, 25.00]   25.00 [0.00, 50.00]    0.5       1
lead                          50.00 [37.50, 62.50]  25.00 [18.75, 31.25]  50.00 [37.50, 62.50]    3.0       0

minus bullets(count = 3) | bullets                  ROUGE-1
faulty                               -12.50 [-25.00, +0.00]  may be chance
lead                                +12.50 [+12.50, +12.50]  better

F1 in percent; in brackets 95 % intervals by bootstrap over the documents (1000 resamples).
";
        assert_eq!(text(&comparison()), due);
    }

    #[test]
    fn a_table_for_pasting() {
        let text = markdown(&comparison());
        for piece in [
            "| system | ROUGE-1 | ROUGE-2 | ROUGE-Lsum | words | failed |\n|---|---:|---:|---:|---:|---:|\n",
            "| `bullets(count = 3) \\| bullets` | 37.50 [25.00, 50.00] | 18.75",
            "| minus `bullets(count = 3) \\| bullets` | ROUGE-1 |  |\n|---|---:|---:|\n| `faulty` | -12.50",
            "| lead | +12.50 [+12.50, +12.50] | better |\n",
        ] {
            assert!(text.contains(piece), "{piece} is not in\n{text}");
        }
    }

    #[test]
    fn an_object_for_programs() {
        let value: Value = serde_json::from_str(&json(&comparison())).expect("it is JSON");
        for (pointer, due) in [
            ("/documents", json!(2)),
            ("/bad_lines", json!(1)),
            ("/cap", json!("2 sentences")),
            ("/resamples", json!(RESAMPLES)),
            ("/systems/0/r1", json!({"mean": 37.5, "low": 25.0, "high": 50.0})),
            ("/systems/1/failures", json!(1)),
            ("/systems/2/kind", json!("lead")),
            ("/differences/1/to", json!("bullets(count = 3) | bullets")),
            ("/differences/1/r1", json!({"mean": 12.5, "low": 12.5, "high": 12.5, "excludes_zero": true})),
        ] {
            assert_eq!(value.pointer(pointer), Some(&due), "{pointer}");
        }
    }

    #[test]
    fn the_note_has_the_number_of_resamples() {
        assert!(ABOUT.contains(&format!("({RESAMPLES} resamples)")));
    }
}
