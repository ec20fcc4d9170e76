//! What is counted, what is forgotten, and that nothing in the file is more than a message.

use proptest::prelude::*;
use summariser_core::abi::host::FailureKind;

use super::*;
use crate::host::inspect::Inspected;
use crate::host::manifest::Manifest;

/// How a plugin fared: `d` died, `g` was given up, `.` lived; its bytes are a digit, or `?` where nobody needed to
/// know.
fn fate(id: &str, bytes: &str, fared: char) -> Fate {
    let manifest_text = format!("id = \"{id}\"\nversion = \"1.0.0\"\nabout = \"It.\"");
    let manifest = Manifest::parse(&manifest_text).expect("a good manifest");
    let inspected = Inspected { abi: summariser_core::abi::VERSION, manifest, manifest_text };
    let path = PathBuf::from(format!("/plugins/{id}.so"));
    Fate {
        plugin: Plugin { path, inspected, is_shipped: false, digest: None, off: None },
        digest: (bytes != "?").then(|| Digest::of(bytes.as_bytes())),
        death: (fared != '.').then(|| Failure::new(FailureKind::Crash, "it ended")),
        given_up: fared == 'g',
    }
}

#[test]
fn three_runs_in_a_row_are_too_many_and_a_good_one_begins_anew() {
    // Runs as bytes and fate, and whether the bytes `1` are off at the end.
    for (runs, is_off) in [
        ("1d", false),
        ("1d 1d", false),
        ("1d 1d 1d", true),
        ("1d 1d 1. 1d 1d", false),
        ("1d 1d 1. 1d 1d 1d", true),
        ("1g", true),
        ("1g 2d", true),
        ("2g 1d", false),
        ("1d 2d 1d 2d 1d", true),
        ("1d 1d ?. 1d", true),
        ("?d ?d ?d", false),
    ] {
        let mut state = State::default();
        let mut told = 0;
        for run in runs.split(' ') {
            let (bytes, fared) = run.split_at(1);
            told += state.remember(&[fate("a", bytes, fared.chars().next().unwrap_or('.'))]).len();
        }
        let off = state.off("a", Some(Digest::of(b"1")));
        assert_eq!(off.is_some(), is_off, "{runs}: {state:?}");
        assert!(off.is_none_or(|off| off.is_quarantine && off.why.contains("plugin enable a")), "{runs}");
        assert_eq!(state.off("b", Some(Digest::of(b"1"))), None, "{runs}");
        assert_eq!(state.off("a", None), None, "{runs}");
        assert!(!is_off || told > 0, "{runs}: it is told when it happens");
        assert_eq!(State::parse(&state.text()), Ok(state.clone()), "{runs}");
        assert_eq!((state.enable("a"), state.off("a", Some(Digest::of(b"1")))), (is_off || told > 0, None), "{runs}");
    }
}

#[test]
fn only_what_changes_something_is_written() {
    let mut state = State::default();
    assert!(!state.is_changed_by(&[fate("a", "?", '.'), fate("b", "1", '.')]));
    assert!(state.is_changed_by(&[fate("a", "?", '.'), fate("b", "1", 'd')]));
    state.remember(&[fate("b", "1", 'd')]);
    assert!(state.knows("b") && !state.knows("a"));
    assert!(state.is_changed_by(&[fate("b", "1", '.')]) && !state.is_changed_by(&[fate("b", "2", '.')]));
}

#[test]
fn the_oldest_deaths_are_forgotten() {
    let mut state = State::default();
    for number in 0..MOST + 10 {
        state.remember(&[fate(&format!("p{number}"), &number.to_string(), 'd')]);
    }
    assert!(!state.knows("p9") && state.knows("p10"));
}

#[test]
fn what_is_switched_off_is_off_until_it_is_switched_on() {
    let mut state = State::default();
    assert_eq!((state.disable("a"), state.disable("a")), (true, false));
    let off = state.off("a", None).expect("it is off");
    assert!(!off.is_quarantine && off.why.contains("`summarise plugin enable a`"), "{off}");
    assert_eq!((state.enable("a"), state.enable("a"), state.off("a", None)), (true, false, None));
}

proptest! {
    #[test]
    fn bytes_of_any_kind_are_no_panic(bytes: Vec<u8>, at in any::<proptest::sample::Index>(), byte: u8) {
        let _ = State::parse(&String::from_utf8_lossy(&bytes));
        let mut state = State::default();
        state.disable("abc");
        state.remember(&[fate("b", "1", 'd')]);
        let mut good = state.text().into_bytes();
        let at = at.index(good.len());
        good[at] = byte;
        let _ = State::parse(&String::from_utf8_lossy(&good));
    }
}
