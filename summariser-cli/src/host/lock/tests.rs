//! A lock is read as it was written, and nothing that a file may hold does more harm than a message.

use proptest::prelude::*;

use super::*;

fn entry(id: &str) -> Entry {
    Entry {
        id: id.to_owned(),
        version: "1.0.0".to_owned(),
        sha256: Digest::of(id.as_bytes()),
        size: 1234,
        abi: "1.1".to_owned(),
        installed_from: PathBuf::from(format!("/home/it's \"me\"/{id}.so")),
        date: "2026-03-01T09:30:00Z".to_owned(),
    }
}

fn lock() -> Lock {
    let mut lock = Lock::default();
    ["longest", "abc", "x-1"].into_iter().for_each(|id| lock.put(entry(id)));
    lock
}

#[test]
fn a_lock_is_read_as_it_was_written() {
    assert_eq!(Lock::parse(&lock().text()), Ok(lock()));
    assert_eq!(Lock::parse(&Lock::default().text()), Ok(Lock::default()));
    let ids: Vec<&str> = ["abc", "longest", "x-1"].into();
    assert_eq!(lock().entries().iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ids, "sorted");
    let mut fewer = lock();
    assert!(fewer.remove("abc") && !fewer.remove("abc"));
    assert_eq!((fewer.entry("abc"), fewer.entry("x-1")), (None, Some(&entry("x-1"))));
}

#[test]
fn what_is_no_lock_is_told() {
    let good = lock().text();
    let twice = format!(
        "{good}\n{}",
        toml::to_string(&Lock { entries: vec![entry("abc")], ..Lock::default() })
            .expect("it can be written")
            .replace("version = 1\n\n", "")
    );
    let cases = [
        (String::new(), "missing field `version`"),
        ("version = 2".to_owned(), "it is of version 2, and this program knows 1"),
        ("version = 1\nvresion = 1".to_owned(), "line 2: unknown field `vresion`"),
        (good.replace("\"abc\"", "\"a b\""), "\"a b\" is no plugin's id"),
        (good.replace(&Digest::of(b"abc").to_string(), "abc"), "64 hexadecimal digits"),
        (good.replace("size = 1234", "size = -1"), "line "),
        (good[..good.len() / 2].to_owned(), "line "),
        (twice, "it has `abc` twice"),
        ("\0\u{1}".to_owned(), "line 1: "),
    ];
    for (text, said) in cases {
        let why = Lock::parse(&text).err().unwrap_or_default();
        assert!(why.contains(said), "{text}\n{why}");
    }
}

proptest! {
    #[test]
    fn bytes_of_any_kind_are_no_panic(bytes: Vec<u8>) {
        let _ = Lock::parse(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_good_lock_with_other_bytes_in_it_is_no_panic(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<proptest::sample::Index>(),
    ) {
        let mut bytes = lock().text().into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(cut.index(bytes.len() + 1));
        if let Ok(read) = Lock::parse(&String::from_utf8_lossy(&bytes)) {
            prop_assert_eq!(Lock::parse(&read.text()), Ok(read));
        }
    }
}
