//! The README, taken at its word: its commands run, its examples are what the program says, and what stands under "Write
//! a plugin" is a whole plugin, which is made a crate far from this workspace, built, and run.

use std::fs;
use std::path::{Component, Path};
use std::process::Command;

use crate::support::{Place, repo};

/// What stands in README.md from a heading on.
fn section(heading: &str) -> String {
    let readme = fs::read_to_string(repo().join("README.md")).expect("README.md is there");
    let is_heading = |line: &&str| line.starts_with('#') && line.trim_start_matches('#').trim() == heading;
    let line = readme.lines().find(is_heading).unwrap_or_else(|| panic!("README.md has no heading \"{heading}\""));
    readme[readme.find(line).unwrap()..].to_owned()
}

/// The text of the first fenced block of a language.
fn block<'a>(text: &'a str, language: &str) -> &'a str {
    let fence = format!("```{language}\n");
    let start = text.find(&fence).unwrap_or_else(|| panic!("README.md has no {fence} where it should"));
    let body = &text[start + fence.len()..];
    &body[..body.find("\n```").expect("the block is closed") + 1]
}

#[test]
fn the_first_example_is_what_the_program_says() {
    let example = section("summarise");
    let place = Place::usual();
    place.bring("news-en.txt");
    let stdout = place.run("news-en.txt").expect(0, &[]).stdout.clone();
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    // The README wraps its lines as a terminal would, and leaves some out.
    for line in block(&example, "text").replace("\n  ", " ").lines().filter(|line| *line != "…") {
        assert!(spaced(&stdout).contains(&spaced(line)), "{line}\nis not in\n{stdout}");
    }
}

#[cfg(unix)]
#[test]
fn the_commands_of_the_readme_run() {
    let example = section("Use");
    let place = Place::usual();
    let text = fs::read_to_string(crate::support::fixtures().join("news-en.txt")).unwrap();
    for name in ["article.txt", "notes.txt", "report.md", "notes/monday.md"] {
        place.write(name, &text);
    }
    place.bring("references.jsonl");
    place.write("documents.jsonl", serde_json::json!({ "id": 1, "text": text }).to_string());
    let commands = block(&example, "sh").replace("pdftotext report.pdf -", "cat article.txt");
    assert!(commands.lines().count() > 5, "{commands}");
    for command in commands.lines() {
        let said = place.shell(&format!("summarise() {{ \"$SUMMARISE\" \"$@\"; }}\n{command}"));
        assert_eq!((said.status, said.stderr.as_str()), (0, ""), "{command}\n{}", said.all());
    }
    place.write("summariser.toml", block(&example, "toml"));
    place.run("article.txt").expect(0, &["• ", "!words"]);
    let mistake = block(&example, "text");
    let chain = mistake.lines().nth(1).unwrap().trim();
    assert_eq!(place.run(&format!("article.txt --chain '{chain}'")).stderr, mistake);
}

#[cfg(unix)]
#[test]
fn the_plugin_of_the_readme_builds_and_runs() {
    let section = section("Write a plugin");
    let (manifest, source) = (block(&section, "toml"), block(&section, "rust"));

    let lines = source.lines().filter(|line| !line.trim().is_empty()).count();
    assert!(lines <= 15, "the README promises fifteen lines of Rust, and there are {lines}");
    assert!(!source.contains("unsafe"), "a plugin needs none of that");

    // Beside a checkout of this repository, wherever the manifest says that is.
    let away = tempfile::tempdir().unwrap();
    let folder = away.path().join("around").join("plugin");
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("src").join("lib.rs"), source).unwrap();
    fs::copy(repo().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let path = manifest.split("path = \"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let path =
        path.into_iter().find(|path| path.ends_with("summariser-core")).expect("it names summariser-core's path");
    let checkout = Path::new(path).parent().unwrap();
    let is_named = matches!(checkout.components().next_back(), Some(Component::Normal(_)));
    assert!(is_named, "`{path}`: the checkout is a folder beside the plugin, as in ../summariser/summariser-core");
    std::os::unix::fs::symlink(repo(), folder.join(checkout)).unwrap();

    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readme");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--offline", "--message-format=json", "--target-dir"]).arg(&target).current_dir(&folder);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CARGO_PKG_") || name == "CARGO_TARGET_DIR") {
        cargo.env_remove(name);
    }
    let built = cargo.output().expect("cargo starts");
    let stderr = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success(), "{stderr}");
    assert!(!stderr.contains("warning"), "{stderr}");
    let messages = String::from_utf8_lossy(&built.stdout);
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let artifacts = messages.filter(|message| message["target"]["kind"][0] == "cdylib");
    let files: Vec<String> = artifacts.filter_map(|it| it["filenames"][0].as_str().map(str::to_owned)).collect();
    let [library] = files.as_slice() else { panic!("one cdylib: {files:?}") };

    let place = Place::new(&[]).with_own_program();
    place.write("a.txt", "It rained. The old bridge over the Lind was closed to lorries on Monday. Nobody minded.\n");
    let said = place.run(&format!("a.txt --plugin {library} --chain longest"));
    said.expect(
        0,
        &["The old bridge over the Lind was closed to lorries on Monday.", "!It rained.", "!Nobody minded."],
    );
    place.run(&format!("plugin list --plugin {library}")).expect(0, &["longest  0.1.0  Keeps the longest sentences."]);
}
