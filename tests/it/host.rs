//! Where plugins are found and which of two is taken; what becomes of files that are no plugins, and of plugins that
//! misbehave: each is named with its reason, and nothing else suffers.

use std::env::consts::DLL_SUFFIX;
use std::fs;

use serde_json::Value;

use crate::support::{Place, each, file_name, library};

/// A text with a wide character, and something for every shipped plugin to say.
const TEXT: &str =
    "Zürich has a long lake. The lake has a slow white ferry. The ferry has a captain who sings at night.";

// --- files that are no plugins ---

/// Where a plugin's table has what, in bytes from its magic.
const MAJOR: usize = 8;
const SIZE: usize = 12;
const NEEDS: usize = 16;

/// A good library with other bytes somewhere in its table.
fn table(at: usize, bytes: &[u8]) -> Vec<u8> {
    replaced("faulty", b"SMRPLUG\0\x01\0", at, bytes)
}

/// A good library with other bytes behind the place where `sought` begins.
fn replaced(plugin: &str, sought: &[u8], at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut library = fs::read(library(plugin)).unwrap();
    let mut places = memchr::memmem::find_iter(&library, sought);
    let place = places.next().expect("it is in the library") + at;
    assert_eq!(places.next(), None, "it is in the library twice");
    drop(places);
    library[place..place + bytes.len()].copy_from_slice(bytes);
    library
}

/// The first bytes of a good library.
fn cut(bytes: impl Fn(usize) -> usize) -> Vec<u8> {
    let mut library = fs::read(library("faulty")).unwrap();
    library.truncate(bytes(library.len()));
    library
}

/// A library of the system's: this test has one loaded.
#[cfg(target_os = "linux")]
fn foreign() -> Vec<u8> {
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let path = maps.split_whitespace().find(|word| word.starts_with('/') && word.contains("/libc.so"));
    fs::read(path.expect("a C library is loaded")).unwrap()
}

/// Checks everything that can be done beside a broken file, and that it is named wherever it is asked for.
fn check_file((name, bytes, reason): &(&str, Vec<u8>, &str)) {
    let place = Place::usual();
    place.write("text.txt", TEXT);
    let file = format!("plugins/libbroken{DLL_SUFFIX}");
    place.write(&file, bytes);
    let here = format!("[HERE]/{file}");
    let listed = place.run("plugin list");
    listed.expect(0, &["\nbullets ", "headline ", "\nstatistics ", &format!("{here}: broken: {reason}")]);
    assert_eq!(listed.stdout.matches("broken").count(), 2, "{name}: one row, one reason\n{}", listed.stdout);
    place.run("text.txt").expect(0, &["• ", "!broken"]);
    place.run("text.txt --chain bullets,broken").expect(2, &["stdout\n---", &format!("{here} is there, but {reason}")]);
    let asked = place.run(&format!("text.txt --plugin {file}"));
    asked.expect(2, &["stdout\n---", &format!("--plugin {here}: {reason}")]);
}

#[test]
fn a_file_that_is_no_plugin_is_named_with_its_reason_and_harms_nobody() {
    let other_machine = if cfg!(target_arch = "x86_64") { [0xB7, 0] } else { [0x3E, 0] };
    let mut cases = vec![
        ("text", b"This is a text.\n".to_vec(), "it is no shared library, or only the beginning of one"),
        ("empty", Vec::new(), "it is empty; build or copy it again"),
        ("10 bytes", cut(|_| 10), "it is no shared library, or only the beginning of one"),
        ("64 bytes", cut(|_| 64), "it is no shared library, or only the beginning of one"),
        ("1 kB", cut(|_| 1024), "it is no shared library, or only the beginning of one"),
        ("half", cut(|all| all / 2), "it is no shared library, or only the beginning of one"),
        ("all but a bit", cut(|all| all - 100), "it is no shared library, or only the beginning of one"),
        ("magic", table(0, b"SMRPLUX\0"), "its symbol SUMMARISER_PLUGIN does not begin as a plugin's does"),
        (
            "newer major",
            table(MAJOR, &2_u16.to_ne_bytes()),
            "it is built for plugin ABI 2.1, this host speaks 1.1; update the host or rebuild the plugin",
        ),
        (
            "older major",
            table(MAJOR, &0_u16.to_ne_bytes()),
            "it is built for plugin ABI 0.1, this host speaks 1.1; rebuild the plugin",
        ),
        ("needs", table(NEEDS, &9_u16.to_ne_bytes()), "it needs plugin ABI 1.9, this host speaks 1.1; update the host"),
        ("size", table(SIZE, &40_u32.to_ne_bytes()), "its table has 40 bytes where 64 are due; rebuild the plugin"),
        (
            "no manifest",
            replaced("faulty", b"\x7fSMR-MANIFEST-1\n", 0, b"\x7fsmr"),
            "it has no manifest; build it with",
        ),
        ("id", replaced("faulty", b"id = \"faulty\"", 6, b"F"), "its id \"Faulty\" is none: a lower-case letter, then"),
        ("manifest", replaced("faulty", b"id = \"faulty\"", 3, b"~"), "its manifest cannot be read: "),
    ];
    if cfg!(target_os = "linux") {
        let bytes = replaced_machine(&other_machine);
        cases.push(("machine", bytes, "it is built for "));
    }
    #[cfg(target_os = "linux")]
    cases.push(("foreign", foreign(), "it is a library, but no plugin: it does not export SUMMARISER_PLUGIN"));
    each(&cases, |case| case.0.to_owned(), |case| check_file(case));
}

/// A good library that says it is for another machine, as ELF says it.
fn replaced_machine(machine: &[u8; 2]) -> Vec<u8> {
    let mut library = fs::read(library("faulty")).unwrap();
    library[18..20].copy_from_slice(machine);
    library
}

#[test]
fn a_plugin_of_a_later_minor_version_with_a_larger_table_works() {
    let place = Place::new(&["raw"]);
    place.run("plugin list --format json").expect(0, &["\"abi\": \"1.7\""]);
    place.feed(TEXT, "--chain raw").expect(0, &["all is well"]);
    // The same larger table, of a plugin that says nothing of a later version.
    let same_minor = replaced("raw", b"SMRPLUG\0\x01\0\x07\0", 10, &[0, 0]);
    place.remove("raw");
    place.write(&format!("plugins/{}", file_name("raw")), same_minor);
    place.run("plugin list --format json").expect(0, &["!\"abi\": \"1.7\""]);
    place.feed(TEXT, "--chain raw").expect(0, &["all is well"]);
}

// --- plugins that misbehave ---

/// Checks that a stage fails with this kind and message, or says this, and that the sections around it are whole.
fn check_stage((stage, kind, message): &(&str, &str, &str)) {
    let plugin = stage.split('(').next().unwrap();
    let place = Place::new(&["headline", "bullets", plugin]);
    place.write("text.txt", TEXT);
    let said = place.run(&format!("text.txt --format json --chain 'headline, {stage}, bullets'"));
    // A process of its own changes nothing in what is contained without one.
    let trusted = place.run(&format!("text.txt --in-process --format json --chain 'headline, {stage}, bullets'"));
    assert_eq!(trusted, said);
    let json = said.json();
    let sections = json["sections"].as_array().unwrap();
    assert_eq!(sections.len(), 3, "{}", said.all());
    for whole in [&sections[0], &sections[2]] {
        assert!(!whole["blocks"].as_array().unwrap().is_empty() && whole.get("error").is_none(), "{}", said.all());
    }
    let blocks = sections[1]["blocks"].as_array().unwrap();
    if *kind == "ok" {
        assert_eq!((said.status, said.stderr.as_str()), (0, ""), "{}", said.all());
        let texts: Vec<&str> = blocks.iter().filter_map(|block| block["text"].as_str()).collect();
        return assert_eq!(texts.join("\n"), *message);
    }
    assert_eq!((said.status, &sections[1]["error"]["kind"]), (1, &Value::from(*kind)), "{}", said.all());
    assert!(blocks.is_empty(), "what it said before it failed is dropped: {}", said.all());
    let why = sections[1]["error"]["message"].as_str().unwrap();
    assert!(why.contains(message) && !why.contains('\n'), "`{message}` is not in `{why}`");
    assert!(said.stderr.starts_with("summarise: text.txt: ") && said.stderr.contains(why), "{}", said.stderr);
    // For people, too: the others' sections, and a line that says why there is one less.
    let text = place.run(&format!("text.txt --chain 'headline, {stage}, bullets'"));
    text.expect(1, &["\n• ", why, "!said before it failed"]);
    assert_eq!(text.stderr, said.stderr, "the same on stderr whatever the format");
}

#[test]
fn a_plugin_that_ends_the_program_is_named_and_the_status_tells() {
    let place = Place::new(&["faulty"]);
    let said = place.feed(TEXT, r#"--in-process --format json --chain 'faulty(how = "exit")'"#);
    said.expect(70, &["summarise: the plugin faulty ended the program; what came after was not done"]);
}

#[test]
fn what_a_plugin_prints_does_not_get_between_the_results() {
    let place = Place::new(&["faulty", "bullets"]);
    for to in ["", "--output -", "--output out.json", "--in-process", "--in-process --output out.json"] {
        let said = place.feed(TEXT, &format!(r#"{to} --format json --chain 'faulty(how = "print"), bullets'"#));
        said.expect(0, &[]);
        let whose = if to.contains("--in-process") { "" } else { "summarise: faulty printed: " };
        assert_eq!(said.stderr, format!("{whose}printed by the plugin itself\n"), "{}", said.all());
        assert!(!said.stdout.contains("printed"), "{}", said.all());
    }
}

#[test]
fn a_plugin_fails_alone() {
    let cases = [
        (r#"faulty(how = "fine")"#, "ok", "all is well"),
        (r#"faulty(how = "silent")"#, "ok", ""),
        (r#"faulty(how = "panic")"#, "panic", "faulty/src/lib.rs:"),
        (r#"faulty(how = "panic")"#, "panic", ": it was told to"),
        (r#"faulty(how = "payload")"#, "panic", "(a value that is no text)"),
        (r#"faulty(how = "error")"#, "error", "it was told to fail"),
        (r#"faulty(how = "late-error")"#, "error", "it was told to fail late"),
        (r#"faulty(how = "late-panic")"#, "panic", "too late"),
        (
            r#"faulty(how = "swallow")"#,
            "refused",
            "block 1 is refused: its span 0..102 ends beyond the text of 101 bytes",
        ),
        (r#"faulty(how = "out-of-bounds")"#, "refused", "its span 0..102 ends beyond the text of 101 bytes"),
        (r#"faulty(how = "inside-character")"#, "refused", "its span 0..2 cuts a character in two"),
        (r#"faulty(how = "out-of-order")"#, "refused", "its span 0..2 overlaps or comes before the one before it"),
        (r#"faulty(how = "overlap")"#, "refused", "its span 3..6 overlaps or comes before the one before it"),
        (r#"faulty(how = "empty-span")"#, "refused", "its span 3..3 is empty"),
        (r#"faulty(how = "nan-score")"#, "refused", "its score is not a finite number"),
        (r#"faulty(how = "nan-figure")"#, "refused", "its attribute `ratio` is not a finite number"),
        (r#"faulty(how = "nothing")"#, "refused", "it has neither a text nor a span"),
        (r#"faulty(how = "no-attribute")"#, "refused", "it is a figure without an attribute"),
        (
            r#"faulty(how = "long-text")"#,
            "refused",
            "its text cannot be read: it is beyond what a plugin may say of this document",
        ),
        (r#"faulty-create(when = "create")"#, "panic", "it was told to, when it was made"),
        (r#"faulty-create(when = "destroy")"#, "ok", "panics: destroy"),
        (r#"faulty-create(when = "never")"#, "ok", "panics: never"),
        ("functionless", "load", "its table lacks a function; rebuild the plugin"),
        (r#"raw(how = "fine")"#, "ok", "all is well"),
        (r#"raw(how = "larger-block")"#, "ok", "all is well"),
        (r#"raw(how = "status")"#, "error", "its function run returned status 99 and no reason"),
        (r#"raw(how = "create-status")"#, "error", "its function create returned status 99 and no reason"),
        (r#"raw(how = "stopped")"#, "error", "its function run returned status 3 and no reason"),
        (r#"raw(how = "no-utf-8")"#, "refused", "its text is no UTF-8"),
        (r#"raw(how = "no-utf-8-message")"#, "error", "caf\u{FFFD} noir"),
        (r#"raw(how = "kind")"#, "refused", "its kind 77 is not known"),
        (r#"raw(how = "small-block")"#, "refused", "its table is null or too small"),
        (r#"raw(how = "null-block")"#, "refused", "its table is null or too small"),
        (r#"raw(how = "null-attributes")"#, "refused", "it counts 3 things and points at none"),
        (r#"raw(how = "null-text")"#, "refused", "it has neither a text nor a span"),
        (r#"raw(how = "unnamed-attribute")"#, "refused", "it has an attribute without a key"),
        (r#"raw(how = "too-many-spans")"#, "refused", "it is beyond what a plugin may say of this document"),
    ];
    each(cases, |case| format!("{} {}", case.0, case.2), check_stage);
}

#[test]
fn a_failing_stage_ends_its_section_wherever_it_stands_in_the_pipe() {
    let place = Place::new(&["bullets", "faulty"]);
    for chain in [r#"faulty(how = "error") | bullets"#, r#"bullets | faulty(how = "error") | bullets"#] {
        let said = place.feed(TEXT, &format!("--format json --chain '{chain}, bullets'"));
        said.expect(1, &["it was told to fail"]);
        assert_eq!(said.json()["sections"][0]["blocks"], Value::from(Vec::<Value>::new()));
        assert!(said.json()["sections"][1].get("error").is_none());
    }
}

#[test]
fn a_failure_in_one_document_leaves_the_next_one_whole() {
    let place = Place::new(&["bullets", "faulty"]);
    place.write("a.txt", "Nothing here is wide. All is plain.");
    place.write("b.txt", TEXT);
    // In the first text there is no wide character to cut, which is another failure.
    let said = place.run(r#"a.txt b.txt --format jsonl --chain 'bullets, faulty(how = "inside-character")'"#);
    said.expect(1, &["a.txt: faulty failed: needs a text", "b.txt: faulty failed: block 1 is refused"]);
    assert_eq!(said.jsonl().iter().filter(|document| document["sections"][0]["blocks"][0].is_object()).count(), 2);
}

#[cfg(unix)]
#[test]
fn a_flood_of_blocks_is_stopped_within_bounds() {
    let place = Place::new(&["bullets", "faulty"]);
    place.write("text.txt", TEXT);
    let said = place.shell(r#"ulimit -v 1500000; "$SUMMARISE" text.txt --chain 'faulty(how = "flood"), bullets'"#);
    said.expect(1, &["• ", "faulty failed: block ", "it is beyond what a plugin may say of this document"]);
}

#[test]
fn a_note_shows_only_to_those_who_watch() {
    let place = Place::new(&["faulty"]);
    place.feed(TEXT, r#"--chain 'faulty(how = "note")'"#).expect(0, &["!a note from within"]);
    place.feed(TEXT, r#"--verbose --chain 'faulty(how = "note")'"#).expect(0, &["note: a note from within"]);
}

// --- where plugins are found ---

#[test]
fn plugins_are_looked_for_in_order_and_the_first_of_an_id_wins() {
    let place = Place::new(&[]).with_own_program();
    let any = format!("any{DLL_SUFFIX}");
    let own = file_name("bullets");
    let files = [
        ("--plugin", format!("one/{any}")),
        ("--plugin-dir", format!("two/{any}")),
        ("SUMMARISER_PLUGIN_PATH", format!("plugins/{any}")),
        ("SUMMARISER_PLUGIN_PATH", format!("plugins2/{any}")),
        ("plugin_dirs in the user's configuration", format!("three/{any}")),
        ("the user's data folder", format!("data/summariser/plugins/{any}")),
        ("beside the program", format!("lib/summariser/plugins/{any}")),
        ("the program's own folder", format!("bin/{own}")),
    ];
    let bytes = fs::read(library("duplicate")).unwrap();
    for (_, file) in &files {
        place.write(file, &bytes);
    }
    place.write(&format!("bin/{any}"), &bytes); // beside a program lie libraries of all kinds
    place.write("config/summariser/config.toml", format!("plugin_dirs = ['{}']", place.path("three").display()));
    let path = std::env::join_paths([place.path("plugins"), place.path("plugins2")]).unwrap();
    for (gone, (origin, file)) in files.iter().enumerate() {
        let flag = if gone == 0 { format!("--plugin one/{any}") } else { String::new() };
        let mut command = place.command(&format!("plugin list --format json --plugin-dir two {flag}"));
        command.env("SUMMARISER_PLUGIN_PATH", &path);
        let said = place.done(command, b"");
        let json = said.expect(0, &[]).json();
        let rows: Vec<(&str, bool)> = json["plugins"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (row["origin"].as_str().unwrap(), row["shadowed_by"] == format!("[HERE]/{file}")))
            .collect();
        let expected: Vec<(&str, bool)> =
            files[gone..].iter().enumerate().map(|(place, (origin, _))| (*origin, place > 0)).collect();
        assert_eq!(rows, expected, "without the first {gone}, before {origin}");
        fs::remove_file(place.path(file)).unwrap();
    }
}

#[test]
fn a_shadowed_plugin_is_listed_with_the_one_that_comes_first() {
    let place = Place::new(&["bullets", "duplicate"]);
    place.run("plugin list").expect(
        0,
        &["Not the bullets that you are looking for.", "`bullets` is not used, because [HERE]/plugins/libduplicate"],
    );
    place.feed(TEXT, "--chain bullets").expect(0, &["a duplicate's bullet"]);
    let good = file_name("bullets");
    place.feed(TEXT, &format!("--plugin plugins/{good} --chain bullets")).expect(0, &["!a duplicate's bullet"]);
}

#[test]
fn one_file_more_is_a_plugin_more_and_one_less_leaves_the_others() {
    for gone in ["headline", "bullets", "figures", "statistics"] {
        let place = Place::usual().with_own_program();
        place.remove(gone);
        let said = place.feed(TEXT, "--format json");
        let why = format!(": {gone} failed: there is no plugin `{gone}`");
        said.expect(1, &[&why, "[HERE]/plugins (SUMMARISER_PLUGIN_PATH)"]);
        for section in said.json()["sections"].as_array().unwrap() {
            let is_gone = section["plugin"] == gone;
            // The text has no figures, and then that section is empty and well.
            let is_empty = is_gone || section["plugin"] == "figures";
            assert_eq!(section["blocks"].as_array().unwrap().is_empty(), is_empty, "{}", said.all());
            assert_eq!(section["error"]["kind"] == "load", is_gone, "{}", said.all());
        }
        // Whoever asks for it by name made a mistake, which costs nothing but its message.
        place
            .feed(TEXT, "--chain headline,bullets,figures,statistics --output out.txt")
            .expect(2, &["stdout\n---", &format!("there is no plugin `{gone}`"), "^"]);
        assert!(!place.names().contains(&"out.txt".to_owned()));
        place.stage(gone);
        place.feed(TEXT, "").expect(0, &["!failed"]);
    }
}

#[test]
fn what_is_missing_is_told_with_the_places_and_the_nearest_name() {
    let place = Place::usual().with_own_program();
    place.feed(TEXT, "--chain 'headline, bulets'").expect(2, &[
        "summarise: --chain: there is no plugin `bulets`; did you mean `bullets`?\n  headline, bulets\n            ^^^^^^\n",
        "it was looked for in\n",
        "  [HERE]/plugins (SUMMARISER_PLUGIN_PATH)\n",
        "  [HERE]/data/summariser/plugins (the user's data folder, which does not exist)\n",
        "  [HERE]/lib/summariser/plugins (beside the program, which does not exist)\n",
        "  [HERE]/bin (the program's own folder)\n",
    ]);
    place.feed(TEXT, "--chain zebra").expect(2, &["there is no plugin `zebra`\n", "!did you mean"]);
    let bare = Place::new(&[]).with_own_program();
    bare.run("plugin list")
        .expect(0, &["no plugins; they were looked for in\n  [HERE]/plugins (SUMMARISER_PLUGIN_PATH)"]);
    bare.feed(TEXT, "").expect(1, &["headline failed", "bullets failed", "statistics failed"]);
}

#[test]
fn the_current_directory_is_never_searched() {
    let place = Place::new(&[]).with_own_program();
    for name in [file_name("bullets"), file_name("faulty")] {
        place.write(&name, fs::read(library("bullets")).unwrap());
    }
    place.write("text.txt", TEXT);
    for (list, status, piece) in [
        (None, 2, "there is no plugin `bullets`"),
        (Some(""), 2, "there is no plugin `bullets`"),
        (Some("."), 2, "SUMMARISER_PLUGIN_PATH: the entry \".\" is not absolute"),
        (Some("plugins"), 2, "SUMMARISER_PLUGIN_PATH: the entry \"plugins\" is not absolute"),
        (Some("/nowhere::/nor-here"), 2, "SUMMARISER_PLUGIN_PATH: the entry \"\" is not absolute"),
    ] {
        let mut command = place.command("text.txt --chain bullets");
        command.env_remove("SUMMARISER_PLUGIN_PATH");
        command.envs(list.map(|list| ("SUMMARISER_PLUGIN_PATH", list)));
        place.done(command, b"").expect(status, &[piece, "stdout\n---"]);
    }
    place.write("config/summariser/config.toml", "plugin_dirs = ['plugins']");
    place.feed(TEXT, "--chain bullets").expect(2, &["the entry \"plugins\" is not absolute", "stdout\n---"]);
    place.run("plugin list").expect(0, &["the entry \"plugins\" is not absolute", "; it is passed over"]);
}

#[test]
fn flags_name_files_and_folders_wherever_one_is() {
    let place = Place::new(&[]).with_own_program();
    let file = file_name("bullets");
    place.write(&format!("sub/{file}"), fs::read(library("bullets")).unwrap());
    for (flags, status, piece) in [
        (format!("--plugin sub/{file}"), 0, "• "),
        (format!("--plugin {}", place.path("sub").join(&file).display()), 0, "• "),
        ("--plugin-dir sub".to_owned(), 0, "• "),
        ("--plugin-dir subb".to_owned(), 2, "--plugin-dir [HERE]/subb: the folder cannot be read: no such file"),
        (
            format!("--plugin sub/{file} --plugin sub/none.so"),
            2,
            "--plugin [HERE]/sub/none.so: it cannot be read: no such",
        ),
        (format!("--plugin sub/{file} --plugin sub"), 2, "--plugin [HERE]/sub: it "),
        ("--plugin sub/none.so".to_owned(), 2, "[HERE]/sub/none.so"),
    ] {
        place.feed(TEXT, &format!("{flags} --chain bullets")).expect(status, &[piece]);
    }
    // A folder that the environment names and that is not there is no mistake: plugins may come later.
    fs::remove_dir(place.path("plugins")).unwrap();
    place.feed(TEXT, "--plugin-dir sub --chain bullets").expect(0, &["!plugins"]);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_at_all_is_passed_over() {
    let place = Place::usual();
    fs::create_dir(place.path("plugins/folder.so")).unwrap();
    std::os::unix::fs::symlink("nowhere", place.path("plugins/dangling.so")).unwrap();
    place.shell("mkfifo plugins/pipe.so").expect(0, &[]);
    place.feed(TEXT, "").expect(0, &["• "]);
    let listed = place.run("plugin list");
    listed.expect(
        0,
        &["bullets ", "plugins/dangling.so: broken: it cannot be read: no such file", "plugins/pipe.so: broken: "],
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_several_places_hold_is_one_plugin() {
    let place = Place::new(&["bullets"]).with_own_program();
    std::os::unix::fs::symlink(place.path("plugins"), place.path("same")).unwrap();
    let said = place.run("plugin list --plugin-dir same --plugin-dir plugins");
    assert_eq!(said.stdout.matches("Bullet points").count(), 1, "{}", said.all());
    said.expect(0, &["![HERE]/same/libsummariser_bullets", "!/plugins/libsummariser_bullets"]);
}
