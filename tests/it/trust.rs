//! Whose plugins are used: files that others could change, locks, pins, plugins that die again and again, and the
//! commands that install, remove and judge. Whatever is wrong, it is named with its mend, and the other plugins work.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;

use serde_json::Value;
use summariser_cli::host::trust::Digest;

use crate::support::{Place, Said, each, file_name, library};

const TEXT: &str = "The ferry has a slow white hull. The lake is long. The captain sings at night.";
const CRASH: &str = r#"--chain 'faulty(how = "exit"), bullets' --format json"#;

/// Where a plugin that was installed lies.
fn installed(plugin: &str) -> String {
    format!("data/summariser/plugins/{}", file_name(plugin))
}

/// The library of the plugin that does what it is told, whose first word is another one if nobody tells it.
fn faulty(by_default: &str) -> Vec<u8> {
    let mut bytes = fs::read(library("faulty")).unwrap();
    if by_default != "fine" {
        let (sought, put) = (b"default = \"fine\"", format!("default = \"{by_default}\""));
        assert_eq!(sought.len(), put.len());
        let at = memchr::memmem::find(&bytes, sought).expect("it is in the manifest");
        bytes[at..at + put.len()].copy_from_slice(put.as_bytes());
    }
    bytes
}

/// The same plugin in other bytes.
fn rebuilt() -> Vec<u8> {
    let mut bytes = faulty("fine");
    bytes.extend(b"built again");
    bytes
}

/// The digest of a file.
fn digest(place: &Place, file: &str) -> String {
    Digest::of(&fs::read(place.path(file)).unwrap()).to_string()
}

/// A place with a program of its own that came with the usual plugins, and no others.
fn bare() -> Place {
    let place = Place::new(&[]).with_own_program();
    for plugin in ["headline", "bullets", "figures", "statistics"] {
        place.write(&format!("lib/summariser/plugins/{}", file_name(plugin)), fs::read(library(plugin)).unwrap());
    }
    place
}

fn kind(said: &Said, section: usize) -> Value {
    said.json()["sections"][section]["error"]["kind"].clone()
}

// --- who could change a file ---

/// What happens to a plugin's file by a script, and why it is refused then, if it is.
#[cfg(unix)]
fn check_file((name, script, reason): &(&str, &str, &str)) {
    let place = bare();
    let file = place.write(&format!("plugins/{}", file_name("faulty")), faulty("fine"));
    place.shell(&script.replace("FILE", &file.to_string_lossy())).expect(0, &[]);
    let good = |place: &Place| place.feed(TEXT, "--chain faulty").expect(0, &["all is well"]).clone();
    if reason.is_empty() {
        place.run("plugin list").expect(0, &["faulty ", "!refused", "!broken"]);
        good(&place);
        return;
    }
    let reason = reason.replace("FILE", &format!("[HERE]/plugins/{}", file_name("faulty")));
    let listed = place.run("plugin list");
    listed.expect(0, &["\nbullets ", &format!("refused: {reason}"), "!\nfaulty "]);
    let json = place.run("plugin list --format json").json();
    assert!(json["plugins"].as_array().unwrap().iter().any(|row| row["refused"].as_str() == Some(&reason)), "{json}");
    place.feed(TEXT, "--chain bullets,faulty").expect(2, &["stdout\n---", &reason]);
    place.feed(TEXT, "--chain bullets").expect(0, &["• "]);
    let doctor = place.run("plugin doctor");
    doctor.expect(0, &[&reason, &format!("{} (bullets): used", file_name("bullets"))]);
    // The mend is a command that can be pasted.
    let row = listed.stdout.lines().find(|line| line.contains("refused: ")).unwrap().to_owned();
    let (_, mend) = row.rsplit_once(if name.contains("another's") { ", or " } else { "; " }).unwrap();
    place.shell(&mend.replace("sudo ", "").replace("[HERE]", &place.path("").to_string_lossy())).expect(0, &[]);
    good(&place);
}

#[cfg(unix)]
#[test]
fn what_others_could_change_is_refused_with_the_mend() {
    let mut cases = vec![
        ("fine", "true", ""),
        ("file", "chmod o+w FILE", "everybody may write to it; chmod o-w FILE"),
        (
            "folder",
            "chmod o+w plugins",
            "everybody may write to the folder [HERE]/plugins above it; chmod o-w [HERE]/plugins",
        ),
        (
            "folder above",
            "mkdir -p else/deep && chmod o+w else && mv FILE else/deep/it.so && ln -s ../else/deep/it.so FILE",
            "everybody may write to the folder [HERE]/else above it; chmod o-w [HERE]/else",
        ),
        ("sticky folder", "chmod 1777 plugins", ""),
        ("read by all", "chmod 0555 FILE && chmod 755 . plugins", ""),
        ("link", "mkdir else && mv FILE else/it.so && ln -s ../else/it.so FILE", ""),
        (
            "link to where all may write",
            "mkdir else && chmod o+w else && mv FILE else/it.so && ln -s ../else/it.so FILE",
            "everybody may write to the folder [HERE]/else above it; chmod o-w [HERE]/else",
        ),
        (
            "a name for the shell",
            "d=\"it's else\"; mkdir \"$d\" && chmod o+w \"$d\" && mv FILE \"$d/it.so\" && ln -s \"../$d/it.so\" FILE",
            r"everybody may write to the folder [HERE]/it's else above it; chmod o-w '[HERE]/it'\''s else'",
        ),
    ];
    // Only root can give files away, and group 12345 to them.
    if rustix::process::geteuid().is_root() {
        cases.push((
            "another's",
            "chown 12345 FILE",
            "it belongs to user 12345, who is neither you nor root; copy the file to a folder of your own, or sudo chown \
             root FILE",
        ));
        cases.push(("group", "chgrp 12345 FILE && chmod g+w FILE", "group 12345 may write to it; chmod g-w FILE"));
        cases.push(("own group", "chmod g+w FILE plugins", ""));
    }
    each(&cases, |case| case.0.to_owned(), |case| check_file(case));
}

#[cfg(unix)]
#[test]
fn a_link_is_shown_as_what_it_leads_to() {
    let place = Place::new(&[]);
    place.write(&format!("else/{}", file_name("faulty")), faulty("fine"));
    std::os::unix::fs::symlink(place.path("else").join(file_name("faulty")), place.path("plugins/a.so")).unwrap();
    place.run("plugin info faulty").expect(0, &[&format!("file     [HERE]/else/{} (", file_name("faulty"))]);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_swapped_after_it_was_looked_at_is_not_loaded() {
    use std::os::unix::fs::PermissionsExt;

    use summariser_cli::host::discover::Plugin;
    use summariser_cli::host::inspect::inspect_file;
    use summariser_cli::host::sealed::seal;

    type Swap = fn(&std::path::Path);
    let cases: [(&str, Swap, bool, &str); 8] = [
        ("nothing", |_| {}, true, ""),
        ("nothing, and nobody knows the digest", |_| {}, false, ""),
        (
            "other bytes",
            |path| fs::write(path, rebuilt()).unwrap(),
            true,
            "it was changed since plugins were looked for",
        ),
        (
            "another plugin",
            |path| _ = fs::copy(library("duplicate"), path).unwrap(),
            false,
            "it was changed since plugins were looked for",
        ),
        (
            "half",
            |path| fs::write(path, &faulty("fine")[..5000]).unwrap(),
            false,
            "it is no shared library, or only the",
        ),
        (
            "a link",
            |path| {
                fs::rename(path, path.with_extension("moved")).unwrap();
                std::os::unix::fs::symlink(path.with_extension("moved"), path).unwrap();
            },
            true,
            "it is no plain file",
        ),
        (
            "its mode",
            |path| fs::set_permissions(path, fs::Permissions::from_mode(0o666)).unwrap(),
            true,
            "everybody may write to it; chmod o-w ",
        ),
        ("its absence", |path| fs::remove_file(path).unwrap(), true, "it cannot be read: no such file"),
    ];
    each(
        cases,
        |case| case.0.to_owned(),
        |(_, swap, knows, why)| {
            let place = Place::new(&[]);
            let path = place.write("it.so", faulty("fine")).canonicalize().unwrap();
            let inspected = inspect_file(&path).unwrap();
            let digest = knows.then(|| Digest::of(&faulty("fine")));
            let plugin = Plugin { path: path.clone(), inspected, is_shipped: false, digest, off: None };
            swap(&path);
            match seal(&plugin) {
                Ok(sealed) => {
                    assert_eq!(*why, "");
                    // What was sealed stays what it was.
                    fs::write(&path, rebuilt()).unwrap();
                    let digest = summariser_cli::host::sealed::digest(&plugin, sealed.as_ref());
                    assert!(sealed.is_none() || digest == Some(Digest::of(&faulty("fine"))));
                }
                Err(failure) => assert!(!why.is_empty() && failure.message.contains(why), "{failure}"),
            }
        },
    );
}

// --- installing and removing ---

#[test]
fn what_is_installed_is_used_from_anywhere_until_it_is_removed() {
    let place = bare();
    let from = place.write(&format!("build/any{DLL_SUFFIX}"), faulty("fine"));
    let target = installed("faulty");
    let said = place.run(&format!("plugin install {}", from.display()));
    let hash = Digest::of(&faulty("fine")).to_string();
    said.expect(
        0,
        &[
            &format!("faulty 0.1.0 is installed: [HERE]/{target}\n"),
            &format!("locked to SHA-256 {hash}"),
            "!in place of",
        ],
    );
    let lock = place.read("data/summariser/plugins.lock");
    let from = from.canonicalize().unwrap();
    for piece in
        ["id = \"faulty\"", "version = \"0.1.0\"", &hash, "abi = \"1.1\"", &*from.to_string_lossy(), "date = \"2"]
    {
        assert!(lock.contains(piece), "`{piece}` is not in\n{lock}");
    }
    assert_eq!(fs::read_dir(place.path("data/summariser/plugins")).unwrap().count(), 1, "nothing else is left there");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(place.path(&target)).unwrap().permissions().mode() & 0o777, 0o444);
    }
    place.feed(TEXT, "--chain faulty").expect(0, &["all is well"]);
    place.run("plugin list").expect(0, &["faulty "]);
    place.run("plugin doctor").expect(0, &["(faulty): used: as installed", "plugins.lock: 1 installed"]);

    let build = from.display();
    place.run(&format!("plugin install {build}")).expect(0, &["faulty 0.1.0 is installed already: [HERE]/"]);
    place.run("plugin disable faulty").expect(0, &[]);
    fs::write(&from, rebuilt()).unwrap();
    let replaced = format!("in place of faulty 0.1.0, SHA-256 {hash}");
    place.run(&format!("plugin install {build}")).expect(0, &[&replaced, "  it is switched off since 2"]);
    place.run("plugin enable faulty").expect(0, &[]);
    place.feed(TEXT, "--chain faulty").expect(0, &["all is well"]);

    place
        .run("plugin remove faulty")
        .expect(0, &[&format!("[HERE]/{target} is deleted"), "faulty is locked no longer"]);
    place.feed(TEXT, "--chain faulty").expect(2, &["there is no plugin `faulty`"]);
    assert!(!place.read("data/summariser/plugins.lock").contains("faulty"));
    place.run("plugin remove faulty").expect(1, &["there is no `faulty` in [HERE]/data/summariser/plugins"]);
    place.run("plugin remove bullets").expect(1, &["`bullets` was not installed by this command: it is [HERE]/lib/"]);
}

#[test]
fn what_cannot_be_trusted_with_a_sample_is_not_installed() {
    // The name of the case, the library, and why it is not installed.
    let cases = [
        ("text", b"This is a text.".to_vec(), "it is no shared library, or only the beginning of one"),
        ("cut", faulty("fine")[..9000].to_vec(), "it is no shared library, or only the beginning of one"),
        ("dies", faulty("exit"), "tried with a short text, it failed: it ended its process with status 0"),
        ("varies", faulty("vary"), "tried twice with a short text, it did not say the same"),
        ("bullets", fs::read(library("duplicate")).unwrap(), "`bullets` came with the program; --force installs"),
        (
            "no function",
            fs::read(library("functionless")).unwrap(),
            "tried with a short text, it failed: its table lacks a function; rebuild the plugin",
        ),
    ];
    each(
        &cases,
        |case| case.0.to_owned(),
        |(_, bytes, why)| {
            let place = bare();
            place.write("it.so", bytes);
            place.run("plugin install it.so").expect(1, &["stdout\n---", &format!("summarise: it.so: {why}")]);
            let left = fs::read_dir(place.path("data/summariser/plugins")).map_or(0, Iterator::count);
            assert_eq!((left, place.path("data/summariser/plugins.lock").exists()), (0, false), "nothing is left");
            place.feed(TEXT, "").expect(0, &["• "]);
        },
    );
    let place = bare();
    place.run("plugin install nowhere.so").expect(1, &["nowhere.so: it cannot be read: no such file"]);
    place.run("plugin install lib").expect(1, &["lib: there is no library in this folder"]);
    fs::copy(library("duplicate"), place.path("it.so")).unwrap();
    place.run("plugin install it.so --force").expect(0, &["bullets 0.1.0 is installed"]);
    place.feed(TEXT, "--chain bullets").expect(0, &["a duplicate's bullet"]);
}

#[test]
fn a_plugin_may_say_that_it_cannot_and_is_installed_all_the_same() {
    let place = bare();
    place.write("it.so", fs::read(library("raw")).unwrap());
    place.run("plugin install it.so").expect(0, &["raw 0.1.0 is installed"]);
    assert_eq!(place.names().iter().filter(|name| name.starts_with("state")).count(), 0, "nothing is to be remembered");
}

#[test]
fn of_a_folder_every_plugin_is_installed_and_each_is_reported() {
    let place = bare();
    for (name, bytes) in [("a", faulty("fine")), ("b", b"text".to_vec()), ("c", fs::read(library("raw")).unwrap())] {
        place.write(&format!("build/{name}{DLL_SUFFIX}"), bytes);
    }
    place.write("build/readme.txt", "text");
    let said = place.run("plugin install build");
    said.expect(1, &["faulty 0.1.0 is installed", "raw 0.1.0 is installed", &format!("build/b{DLL_SUFFIX}: it is no")]);
    place.feed(TEXT, "--chain faulty,raw").expect(0, &["all is well"]);
    place.run(&format!("plugin remove {}", file_name("raw"))).expect(0, &["is deleted", "raw is locked no longer"]);
}

#[test]
fn a_copy_by_hand_is_used_and_the_doctor_says_how_to_lock_it() {
    let place = bare();
    let by_hand = format!("data/summariser/plugins/mine{DLL_SUFFIX}");
    place.write(&by_hand, faulty("fine"));
    place.feed(TEXT, "--chain faulty").expect(0, &["all is well"]);
    let mend = format!("plugin install [HERE]/{by_hand}");
    place.run("plugin doctor").expect(0, &[&format!("(faulty): used: not locked; summarise {mend}")]);
    place
        .run(&format!("plugin install {by_hand}"))
        .expect(0, &[&format!("in place of [HERE]/{by_hand}, which is deleted")]);
    place.run("plugin doctor").expect(0, &["(faulty): used: as installed", "!not locked"]);
}

#[test]
fn where_another_file_comes_first_installing_says_so() {
    let place = bare();
    place.stage("faulty");
    place.write("it.so", rebuilt());
    place
        .run("plugin install it.so")
        .expect(0, &["it is not used as long as [HERE]/plugins/libfaulty", " comes first"]);
}

// --- locks and pins ---

#[test]
fn what_is_not_as_it_was_installed_is_refused_until_it_is_accepted() {
    let place = bare();
    place.write("it.so", faulty("fine"));
    place.run("plugin install it.so").expect(0, &[]);
    let target = installed("faulty");
    let before = digest(&place, &target);
    for through in ["", "--plugin-dir data/summariser/plugins", &format!("--plugin {target}")] {
        place.write(&target, rebuilt());
        let (after, here) = (digest(&place, &target), format!("[HERE]/{target}"));
        let why =
            format!("it is not what was installed: its SHA-256 is {after}, and plugins.lock says {before} since 2");
        let mend = format!("if you trust what it is now: summarise plugin install {here}");
        place.run(&format!("plugin list {through}")).expect(0, &[&format!("{here}: refused: {why}"), &mend]);
        let asked = place.feed(TEXT, &format!("--chain bullets,faulty {through}"));
        asked.expect(2, &["stdout\n---", &why, &mend]);
        place.feed(TEXT, "").expect(0, &["• "]);
        place.run("plugin info faulty").expect(1, &[&why]);
    }
    place.run(&format!("plugin install {target}")).expect(0, &[&format!("in place of faulty 0.1.0, SHA-256 {before}")]);
    place.feed(TEXT, "--chain faulty").expect(0, &["all is well"]);
}

#[test]
fn what_is_refused_is_not_replaced_by_another_of_its_name() {
    let place = bare();
    fs::copy(library("duplicate"), place.path("it.so")).unwrap();
    place.run("plugin install it.so --force").expect(0, &[]);
    let mut other = fs::read(library("duplicate")).unwrap();
    other.push(0);
    place.write(&format!("data/summariser/plugins/{DLL_PREFIX}bullets{DLL_SUFFIX}"), other);
    place.feed(TEXT, "--chain bullets").expect(2, &["the plugin `bullets` is refused: [HERE]/data/", "^^^"]);
    place.feed(TEXT, "--format json").expect(1, &["bullets failed: the plugin `bullets` is refused: "]);
    place.run("plugin remove bullets").expect(0, &[]);
    place.feed(TEXT, "--chain bullets").expect(0, &["• "]);
}

#[test]
fn a_pin_holds_for_every_place_and_nothing_lifts_it_but_its_own_file() {
    let (good, bad) = (Digest::of(&faulty("fine")).to_string(), Digest::of(b"bad").to_string());
    let pin = |digest: &str| format!("[plugins.faulty]\nhow = \"fine\"\nsha256 = {digest}\n");
    let (good_pin, bad_pin) = (pin(&format!("'{good}'")), pin(&format!("'{bad}'")));
    let told = |file: &str| format!("its SHA-256 is {good}, and {file}:3:10 asks for {bad}; use the plugin that is");
    let project = "[HERE]/summariser.toml";
    let user = "[HERE]/config/summariser/config.toml";
    // The project's file, the user's, the status, and what is said.
    let cases = [
        ("both good", good_pin.clone(), good_pin.clone(), 0, "all is well".to_owned()),
        ("upper case", pin(&format!("'{}'", good.to_uppercase())), String::new(), 0, "all is well".to_owned()),
        ("project's bad", bad_pin.clone(), String::new(), 2, told(project)),
        ("user's bad", String::new(), bad_pin.clone(), 2, told(user)),
        ("project's bad, user's good", bad_pin.clone(), good_pin.clone(), 2, told(project)),
        ("project's good, user's bad", good_pin.clone(), bad_pin.clone(), 2, told(user)),
        (
            "short",
            pin("'abc'"),
            String::new(),
            2,
            format!("{project}:3:10: `sha256`: a SHA-256 is 64 hexadecimal digits"),
        ),
        ("number", pin("5"), String::new(), 2, format!("{project}:3:10: `sha256`: a SHA-256 is a text of 64")),
    ];
    each(
        &cases,
        |case| case.0.to_owned(),
        |(_, project, user, status, said)| {
            let place = bare();
            place.write(&format!("plugins/{}", file_name("faulty")), faulty("fine"));
            place.write("summariser.toml", project);
            place.write("config/summariser/config.toml", user);
            place.feed(TEXT, "--chain faulty").expect(*status, &[said]);
            if said.contains("asks for") {
                place.run("plugin list").expect(0, &[&format!("refused: {said}"), "\nbullets "]);
                place.feed(TEXT, "--chain bullets").expect(0, &["• "]);
            }
        },
    );
    let place = bare();
    place.write("summariser.toml", &good_pin);
    place
        .run("config")
        .expect(0, &["[plugins.faulty]", &format!("sha256 = \"{good}\"  # [HERE]/summariser.toml:3:10")]);
    place.write(&format!("plugins/{}", file_name("faulty")), faulty("fine"));
    place.run("plugin doctor").expect(0, &["(faulty): used: as pinned by [HERE]/summariser.toml:3:10"]);
}

#[test]
fn what_came_with_the_program_can_be_pinned_too() {
    let place = bare();
    let bad = Digest::of(b"bad");
    place.write("summariser.toml", format!("[plugins.bullets]\nsha256 = '{bad}'"));
    place.feed(TEXT, "").expect(1, &["bullets failed: the plugin `bullets` is refused: ", &bad.to_string(), "words "]);
}

// --- what dies, and what is switched off ---

#[test]
fn what_dies_in_three_runs_in_a_row_is_asked_no_more() {
    let place = bare();
    let file = format!("plugins/{}", file_name("faulty"));
    place.write(&file, faulty("fine"));
    let crash = |place: &Place| place.feed(TEXT, CRASH);
    let why = "it ended its process with status 0 in the middle of its work";
    // A run that it survives begins anew.
    for _ in 0..2 {
        assert_eq!(kind(&crash(&place), 0), "crash");
    }
    place.feed(TEXT, "--chain faulty").expect(0, &["all is well"]);
    assert_eq!(place.read("state/summariser/state.toml").matches("[[died]]").count(), 0);
    for run in 0..3 {
        let said = crash(&place);
        said.expect(1, &[why]);
        assert_eq!(kind(&said, 0), "crash", "{}", said.all());
        assert_eq!(said.stderr.contains("faulty: it is not asked any more since 2"), run == 2, "{}", said.all());
    }
    let off = crash(&place);
    let told = format!("because its process died in 3 runs in a row: {why}");
    let mend = "; `summarise plugin enable faulty` tries it again";
    off.expect(1, &["faulty failed: it is not asked any more since 2", &told, mend]);
    assert_eq!(kind(&off, 0), "disabled");
    assert!(off.json()["sections"][1]["blocks"][0].is_object(), "the other section is whole: {}", off.all());
    place.run("plugin list").expect(0, &[&format!("[HERE]/{file}: quarantined: it is not asked"), &told, "!\nfaulty "]);
    place.run("plugin doctor").expect(0, &["(faulty): quarantined: it is", "1 that died in the last run, of which 1"]);
    // Another build is another plugin; and so is whoever says that it is none.
    place.write(&file, rebuilt());
    assert_eq!(kind(&crash(&place), 0), "crash");
    place.write(&file, faulty("fine"));
    assert_eq!(kind(&crash(&place), 0), "disabled");
    place.run("plugin enable faulty").expect(0, &["faulty is switched on"]);
    assert_eq!(kind(&crash(&place), 0), "crash");
    place.feed(TEXT, "--chain faulty").expect(0, &["all is well"]);
}

#[test]
fn what_is_given_up_within_a_run_is_quarantined_at_once() {
    let place = bare();
    place.write(&format!("plugins/{}", file_name("faulty")), faulty("fine"));
    let lines: String = (0..12).map(|id| format!("{{\"id\": {id}, \"text\": \"{TEXT}\"}}\n")).collect();
    let said = place.feed(&lines, r#"--jsonl --chain 'faulty(how = "exit"), bullets'"#);
    said.expect(1, &["faulty: it is not asked any more since 2", "because its process died too often in a run: "]);
    assert_eq!(said.jsonl().iter().filter(|line| line["sections"][1]["blocks"][0].is_object()).count(), 12);
    assert_eq!(kind(&place.feed(TEXT, CRASH), 0), "disabled");
}

#[test]
fn what_came_with_the_program_or_is_given_little_is_never_quarantined() {
    let place = bare();
    place.write(&format!("lib/summariser/plugins/{}", file_name("faulty")), faulty("fine"));
    for _ in 0..4 {
        assert_eq!(kind(&place.feed(TEXT, CRASH), 0), "crash");
    }
    let place = bare();
    place.write(&format!("plugins/{}", file_name("faulty")), faulty("fine"));
    for _ in 0..4 {
        let flood = r#"--memory-limit 16 --format json --chain 'faulty(how = "flood")'"#;
        assert_eq!(kind(&place.feed(TEXT, flood), 0), "memory");
    }
    assert!(!place.path("state").exists());
}

#[test]
fn what_is_switched_off_says_so_and_the_rest_runs() {
    let place = bare();
    place.run("plugin disable headline").expect(0, &["headline is switched off\n"]);
    place.run("plugin disable headline").expect(0, &["headline was switched off already\n"]);
    for (chain, section) in [("", 0), ("--chain headline,bullets", 0), ("--chain 'bullets | headline, bullets'", 0)] {
        let said = place.feed(TEXT, &format!("{chain} --format json"));
        said.expect(
            1,
            &["headline failed: it is switched off since 2", "`summarise plugin enable headline` switches it"],
        );
        assert_eq!(kind(&said, section), "disabled", "{}", said.all());
        assert!(said.json()["sections"][1]["blocks"][0].is_object(), "{}", said.all());
    }
    place.feed(TEXT, "--chain 'headline(nothing = 1)'").expect(2, &["`headline` has no option `nothing`"]);
    place.run("plugin list").expect(0, &["disabled: it is switched off since 2", "\nstatistics "]);
    place.run("plugin info headline").expect(0, &["disabled it is switched off since 2"]);
    place.run("plugin enable headline").expect(0, &["headline is switched on\n"]);
    place.run("plugin enable headline").expect(0, &["headline was not switched off\n"]);
    place.feed(TEXT, "").expect(0, &["!failed"]);
    place.run("plugin disable headlin").expect(1, &["there is no plugin `headlin`; did you mean `headline`?"]);
    place.run("plugin disable zebra").expect(0, &["zebra is switched off, and there is none of this name now"]);
}

// --- what is damaged ---

#[test]
fn whatever_is_damaged_plugins_can_be_looked_at_switched_off_and_removed() {
    let lock = "data/summariser/plugins.lock";
    let state = "state/summariser/state.toml";
    // A file and what is in it; whether summarising works, whether the installed plugin does, and what is told.
    let cases = [
        (
            "lock",
            lock,
            "version = 1\n[[plugin]]\nid = 5",
            true,
            false,
            "the lock [HERE]/data/summariser/plugins.lock is damaged: line 3",
        ),
        (
            "lock of bytes",
            lock,
            "\0\0\0",
            true,
            false,
            "the lock [HERE]/data/summariser/plugins.lock is damaged: line 1",
        ),
        ("later lock", lock, "version = 7", true, false, "it is of version 7, and this program knows 1; take it away"),
        ("state", state, "died = 5", true, true, "[HERE]/state/summariser/state.toml is damaged, and what it says of"),
        ("later state", state, "version = 7", true, true, "it is of version 7, and this program knows 1; take it away"),
        ("configuration", "summariser.toml", "chain = 5", false, false, "this is the wrong kind of value"),
        (
            "places",
            "config/summariser/config.toml",
            "plugin_dirs = ['here']",
            false,
            false,
            "the entry \"here\" is not absolute",
        ),
    ];
    each(
        &cases,
        |case| case.0.to_owned(),
        |(name, file, contents, runs, used, told)| {
            let place = bare();
            place.write("it.so", faulty("fine"));
            place.run("plugin install it.so").expect(0, &[]);
            place.write(file, contents);
            place.feed(TEXT, "").expect(if *runs { 0 } else { 2 }, &[]);
            place.feed(TEXT, "--chain faulty").expect(if *used { 0 } else { 2 }, &[told]);
            place.run("plugin list").expect(0, &["bullets ", told]);
            place.run("plugin doctor").expect(0, &["(bullets): used", told]);
            place.run("plugin doctor --format json").expect(0, &["\"decision\": \"used\""]);
            place.run("plugin disable bullets").expect(0, &["bullets is switched off"]);
            if *runs {
                place.feed(TEXT, "").expect(1, &["bullets failed: it is switched off"]);
            }
            assert_eq!(place.path("state/summariser/state.toml.damaged").exists(), name.contains("state"), "set aside");
            place.run("plugin remove faulty").expect(0, &["is deleted"]);
            assert!(!place.path(&installed("faulty")).exists());
        },
    );
}

#[test]
fn an_installed_plugin_that_is_broken_is_removed_by_id_or_file() {
    for name in ["faulty", &file_name("faulty")] {
        let place = bare();
        place.write("it.so", faulty("fine"));
        place.run("plugin install it.so").expect(0, &[]);
        place.write(&installed("faulty"), "broken");
        place.run("plugin list").expect(0, &["broken: it is no shared library"]);
        place.run(&format!("plugin remove {name}")).expect(0, &["is deleted", "faulty is locked no longer"]);
        place.run("plugin list").expect(0, &["!broken"]);
    }
}

#[test]
fn runs_that_fail_at_the_same_time_damage_nothing() {
    let place = bare();
    place.write(&format!("plugins/{}", file_name("faulty")), faulty("fine"));
    std::thread::scope(|scope| (0..6).for_each(|_| _ = scope.spawn(|| place.feed(TEXT, CRASH))));
    let state = place.read("state/summariser/state.toml");
    assert_eq!(state.matches("[[died]]").count(), 1, "{state}");
    place.run("plugin list").expect(0, &["quarantined: ", "!damaged"]);
}

// --- flags ---

#[test]
fn without_plugins_only_those_of_the_program_are_there() {
    let place = bare();
    place.stage("faulty");
    place.stage("duplicate");
    place.feed(TEXT, "--chain bullets").expect(0, &["a duplicate's bullet"]);
    place.feed(TEXT, "--chain bullets --no-plugins").expect(0, &["!a duplicate's bullet"]);
    place.feed(TEXT, "--chain faulty --no-plugins").expect(2, &["there is no plugin `faulty`", "![HERE]/plugins"]);
    place.run("plugin list --no-plugins").expect(0, &["bullets ", "!faulty"]);
    let told = "only plugins that came with the program are used; leave --no-plugins";
    place.feed(TEXT, "--no-plugins --plugin-dir plugins").expect(2, &[told]);
    for (value, is_there) in [("1", false), ("yes", false), ("0", true), ("", true)] {
        let mut command = place.command("plugin list");
        command.env("SUMMARISER_NO_PLUGINS", value);
        let said = place.done(command, b"");
        assert_eq!(said.stdout.contains("faulty "), is_there, "{value}: {}", said.all());
    }
}

#[test]
fn strictness_stops_at_the_first_failure_and_keeps_what_was_done() {
    let place = bare();
    place.write(&format!("plugins/{}", file_name("faulty")), faulty("fine"));
    let wide = r#"--chain 'bullets, faulty(how = "inside-character")' --strict"#;
    let lines = ["Plain.", "The café was open on Monday morning.", "Plain again."]
        .map(|text| format!("{{\"id\": \"{}\", \"text\": \"{text}\"}}\n", text.len()));
    let stopped = "summarise: stopped at the first failure, as --strict asks";
    // What is given, the documents that are written, and of which the last failed.
    for (input, line, documents) in [
        (lines.concat(), format!("--jsonl {wide}"), 1),
        (lines.concat(), format!("--jsonl {wide} --output out.jsonl"), 1),
        (lines.concat(), "--jsonl --chain bullets --strict".to_owned(), 3),
        (format!("{}x\n{}", lines[0], lines[1]), "--jsonl --chain bullets --strict".to_owned(), 2),
        (lines.concat(), format!("--jsonl {}", wide.replace(" --strict", "")), 3),
    ] {
        let said = place.feed(&input, &line);
        let written = if line.contains("--output") { place.read("out.jsonl") } else { said.stdout.clone() };
        assert_eq!(written.lines().count(), documents, "{line}\n{}", said.all());
        let fails = written.contains("\"error\"");
        assert_eq!(said.status, i32::from(fails), "{line}\n{}", said.all());
        assert_eq!(said.stderr.contains(stopped), fails && line.contains("--strict"), "{line}\n{}", said.all());
    }
    place.write("a.txt", TEXT);
    let said = place.run("a.txt none.txt a.txt --strict --chain bullets --format jsonl");
    said.expect(1, &["none.txt: ", stopped]);
    assert_eq!(said.stdout.lines().count(), 2, "{}", said.all());
}

#[test]
fn the_doctor_says_what_is_enforced_and_what_becomes_of_every_file() {
    let place = bare();
    place.stage("faulty");
    place.stage("duplicate");
    place.write(&format!("plugins/broken{DLL_SUFFIX}"), "broken");
    place.write("summariser.toml", "[limits]\nmemory = 300");
    let said = place.run("plugin doctor --time-limit 3");
    said.expect(
        0,
        &[
            "isolation\n",
            "seconds                   3 s   --time-limit",
            "memory                  300 MB  [HERE]/summariser.toml:2:10",
            "files                    64     default",
            "[HERE]/plugins (SUMMARISER_PLUGIN_PATH)\n",
            &format!("    broken{DLL_SUFFIX}: broken: it is no shared library"),
            &format!("    {} (bullets): used\n", file_name("duplicate")),
            &format!("(bullets): shadowed: [HERE]/plugins/{} comes first", file_name("duplicate")),
            "[HERE]/data/summariser/plugins (the user's data folder, not there)",
            "plugins.lock: 0 installed",
            "state.toml: 0 switched off, 0 that died",
        ],
    );
    let json = place.run("plugin doctor --format json --in-process").json();
    let decisions: Vec<&str> =
        json["files"].as_array().unwrap().iter().map(|file| file["decision"].as_str().unwrap()).collect();
    assert_eq!(decisions, ["broken", "used", "used", "shadowed", "used", "used", "used"], "{json}");
    assert_eq!((&json["in_process"], &json["limits"]["memory"]["value"]), (&Value::from(true), &Value::from(300.0)));
    if cfg!(target_os = "linux") {
        // How far is the kernel's to say; that it is said is ours.
        for what in ["files", "calls", "limits"] {
            let enforced = json["isolation"][what]["enforced"].as_str().unwrap();
            assert!(["whole", "part", "none"].contains(&enforced), "{json}");
        }
        assert_eq!(json["isolation"]["limits"]["enforced"], "whole", "{json}");
        assert_eq!(json["isolation"]["worker"], true, "{json}");
    }
    place.run("plugin doctor --format markdown").expect(2, &["--format: this is written as text or json"]);
}
