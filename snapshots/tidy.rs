//! Keeps this folder as it should be: nothing pending, nothing left over, and every accepted output in the table of
//! cases. insta cannot see to that here, since it looks for leftovers below packages alone.

#![allow(clippy::expect_used, reason = "a test that cannot go on should stop")]

#[expect(dead_code, reason = "only the names matter here")]
#[path = "../tests/it/cases.rs"]
mod cases;

use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_snapshot_is_a_case_and_nothing_is_pending() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a repository").join("snapshots");
    let known: BTreeSet<String> =
        cases::all().map(|case| format!("{}.snap", case.snapshot().replace('/', "__"))).collect();
    let names = std::fs::read_dir(folder).expect("this folder").flatten();
    let names: BTreeSet<String> = names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let snapshots: BTreeSet<String> = names.iter().filter(|name| name.ends_with(".snap")).cloned().collect();
    let pending: Vec<&String> = names.iter().filter(|name| name.ends_with(".snap.new")).collect();
    assert!(pending.is_empty(), "not yet accepted: {pending:?}; see README.md here");
    let leftover: Vec<&String> = snapshots.difference(&known).collect();
    assert!(leftover.is_empty(), "no case of tests/it/cases.rs makes these, delete them: {leftover:?}");
    let lacking: Vec<&String> = known.difference(&snapshots).collect();
    assert!(lacking.is_empty(), "never accepted: {lacking:?}; run the suite, then see README.md here");
    let others: Vec<&String> = names.iter().filter(|name| !name.contains(".snap")).collect();
    assert_eq!(others, ["README.md", "tidy.rs"], "nothing else lives here");
}
