//! Whole outputs, as accepted in `snapshots/`: what a person or a program reads, for every fixture and format. The cases
//! are in `cases.rs`.

use insta::Settings;

use crate::cases::{Case, all};
use crate::support::{Place, each, repo, texts};

fn check(case: &Case) {
    let place = Place::usual();
    place.bring(case.fixture);
    let mut line = format!("{} --format {}", case.fixture, case.format);
    if !case.chain.is_empty() {
        line.push_str(&format!(" --chain '{}'", case.chain));
    }
    let said = place.run(&line);
    assert_eq!(said.status, 0, "{}", said.all());
    let stderr = if said.stderr.is_empty() { String::new() } else { format!("--- stderr\n{}", said.stderr) };
    let mut settings = Settings::new();
    settings.set_snapshot_path(repo().join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(format!("summarise {line}"));
    settings.bind(|| insta::assert_snapshot!(case.snapshot(), said.stdout + &stderr));
}

#[test]
fn outputs_are_as_accepted() {
    each(all(), Case::snapshot, check);
}

#[test]
fn every_fixture_is_a_case() {
    let known: Vec<&str> = all().map(|case| case.fixture).collect();
    for fixture in texts() {
        assert!(known.contains(&fixture.as_str()), "{fixture} has no line in cases.rs");
    }
}
