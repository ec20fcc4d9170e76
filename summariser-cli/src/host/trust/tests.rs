//! Who may write to what is loaded, digests, and paths as a shell takes them.

use super::*;

#[cfg(unix)]
#[test]
fn what_others_may_write_to_is_refused_with_its_mend() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    let root = tempfile::tempdir().expect("a folder");
    let root = root.path().canonicalize().expect("it is there");
    let (folder, file) = (root.join("a"), root.join("a/lib.so"));
    fs::create_dir(&folder).expect("a folder");
    fs::write(&file, "x").expect("a file");
    let own = fs::metadata(&file).expect("it is there");
    let trusted = |users: &[u32], groups: &[u32]| unix::Trusted { users: users.to_vec(), groups: groups.to_vec() };
    let me = trusted(&[0, own.uid()], &[own.gid()]);
    let stranger = trusted(&[0, own.uid()], &[]);
    let nobody = trusted(&[], &[]);
    // Mode of the folder, mode of the file, who is trusted, and what is said; `A` is the folder.
    for (above, mode, trusted, said) in [
        (0o755, 0o644, &me, ""),
        (0o700, 0o444, &me, ""),
        (0o775, 0o664, &me, ""),
        (0o775, 0o644, &stranger, "may write to the folder A above it; chmod g-w A"),
        (0o755, 0o664, &stranger, "may write to it; chmod g-w A/lib.so"),
        (0o777, 0o644, &me, "everybody may write to the folder A above it; chmod o-w A"),
        (0o777, 0o644, &stranger, "everybody may write to the folder A above it; chmod go-w A"),
        (0o1777, 0o644, &me, ""),
        (0o1777, 0o644, &stranger, ""),
        (0o1777, 0o666, &me, "everybody may write to it; chmod o-w A/lib.so"),
        (0o755, 0o1666, &me, "everybody may write to it; chmod o-w A/lib.so"),
        (0o755, 0o644, &nobody, "who is neither you nor root; copy the file to a folder of your own"),
    ] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).expect("it is ours");
        fs::set_permissions(&folder, fs::Permissions::from_mode(above)).expect("it is ours");
        let metadata = fs::metadata(&file).expect("it is there");
        // Above the test's own folder lies what the system has.
        let judged = unix::judge_by(&file, &metadata, trusted).err().unwrap_or_default();
        let judged = judged.replace(&*folder.to_string_lossy(), "A");
        let about_ours = judged.is_empty() || judged.contains('A') || judged.starts_with("it ");
        let judged = if about_ours { judged } else { String::new() };
        match said {
            "" => assert_eq!(judged, "", "{above:o} {mode:o}"),
            said => assert!(judged.contains(said), "{above:o} {mode:o}: {judged}"),
        }
    }
}

#[cfg(unix)]
#[test]
fn a_link_a_pipe_and_a_folder_are_not_read() {
    let root = tempfile::tempdir().expect("a folder");
    let (file, link) = (root.path().join("file"), root.path().join("link"));
    fs::write(&file, "x").expect("a file");
    std::os::unix::fs::symlink(&file, &link).expect("a link");
    assert_eq!(open(&file).and_then(|opened| opened.bytes()), Ok(b"x".to_vec()));
    for path in [link.as_path(), root.path(), Path::new("/dev/null")] {
        assert_eq!(open(path).map(drop), Err("it is no plain file".to_owned()), "{}", path.display());
    }
    assert!(open(&link).is_err(), "not even where it became a link after it was looked at");
}

#[test]
fn a_digest_is_64_hexadecimal_digits() {
    // FIPS 180-4's own example.
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(Digest::of(b"abc").to_string(), abc);
    assert_eq!(abc.parse(), Ok(Digest::of(b"abc")));
    assert_eq!(abc.to_uppercase().parse(), Ok(Digest::of(b"abc")));
    for wrong in ["", "ba78", &abc[1..], &format!("{abc}0"), &abc.replace('b', "g"), &abc.replace("ba", "é")] {
        assert!(wrong.parse::<Digest>().is_err_and(|why| why.contains("64 hexadecimal digits")), "{wrong}");
    }
}

#[test]
fn a_path_in_a_message_can_be_pasted() {
    for (path, shown) in
        [("/a/b-1.so", "/a/b-1.so"), ("/a b", "'/a b'"), ("/it's", r"'/it'\''s'"), ("/$(x)", "'/$(x)'"), ("", "''")]
    {
        assert_eq!(in_shell(Path::new(path)), shown);
    }
}
