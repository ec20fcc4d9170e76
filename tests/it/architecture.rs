//! The map's promises, checked: who may depend on what, where `unsafe` is, and what core does not do. Absence cannot be
//! read off code, so it is looked for here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::support::{each, repo};

/// Every Rust file below a folder, sorted, that holds no tests alone.
fn sources(folder: &str) -> Vec<PathBuf> {
    fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())).flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, files);
            } else if path.extension().is_some_and(|it| it == "rs") && !path.ends_with("tests.rs") {
                files.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(&repo().join(folder), &mut files);
    files.sort();
    assert!(!files.is_empty(), "{folder} holds no Rust");
    files
}

/// The lines of code of a file: without comments, and without the tests at its end.
fn code(file: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(file).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    lines.map(|(number, line)| (number + 1, line.split(" // ").next().unwrap().to_owned())).collect()
}

/// Where one of these words is in the code of a folder's files, unless the file is excused.
fn find(folder: &str, words: &[&str], excused: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in sources(folder) {
        let name = file.strip_prefix(repo()).unwrap().to_string_lossy().replace('\\', "/");
        if excused.iter().any(|excused| name.starts_with(excused)) {
            continue;
        }
        for (number, line) in code(&file) {
            if words.iter().any(|word| line.contains(word)) {
                found.push(format!("{name}:{number}: {}", line.trim()));
            }
        }
    }
    found
}

#[test]
fn each_layer_keeps_to_itself() {
    let io = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::time",
        "std::thread",
        "std::io",
        "print!",
        "println!",
        "File::",
    ];
    let unsafety = ["unsafe ", "unsafe{", "unsafe(", "allow(unsafe_code", "expect(unsafe_code"];
    let cases: &[(&str, &str, &[&str], &[&str])] = &[
        ("core does no input or output", "summariser-core/src", &io, &[]),
        ("unsafe code is in core's boundary alone", "summariser-core/src", &unsafety, &["summariser-core/src/abi/"]),
        ("and in the command's host", "summariser-cli/src", &unsafety, &["summariser-cli/src/host/"]),
        ("plugins need none", "plugins", &unsafety, &[]),
        ("plugins do no input or output", "plugins", &io, &[]),
        ("results go through the output alone", "summariser-cli/src", &["println!", "print!(", "dbg!"], &[]),
        (
            "core: `text` knows nothing of what is above",
            "summariser-core/src/text",
            &[
                "crate::abi",
                "crate::rank",
                "crate::trim",
                "crate::summary",
                "crate::document",
                "crate::Document",
                "crate::analysis",
            ],
            &[],
        ),
        (
            "core: `rank` knows no plugins",
            "summariser-core/src/rank",
            &["crate::abi", "crate::trim", "crate::summariser", "crate::summary"],
            &[],
        ),
        (
            "core: `keyphrase` knows documents alone",
            "summariser-core/src/keyphrase",
            &["crate::abi", "crate::analysis", "crate::rank", "crate::trim", "crate::text", "crate::summar"],
            &[],
        ),
        (
            "core: `trim` knows no plugins",
            "summariser-core/src/trim",
            &["crate::abi", "crate::rank", "crate::summariser"],
            &[],
        ),
        (
            "command: `read` knows neither renderers, chains nor host",
            "summariser-cli/src/read",
            &["crate::render", "crate::chain", "crate::host", "crate::report", "crate::commands"],
            &[],
        ),
        (
            "command: `render` knows neither readers, chains nor host",
            "summariser-cli/src/render",
            &["crate::read", "crate::chain", "crate::host", "crate::commands"],
            &[],
        ),
        (
            "command: `host` knows no chains",
            "summariser-cli/src/host",
            &["crate::chain", "crate::read", "crate::render", "crate::commands"],
            &[],
        ),
        (
            "command: `eval` knows nothing of who makes summaries",
            "summariser-cli/src/eval",
            &["crate::chain", "crate::host", "crate::render", "crate::commands", "crate::config"],
            &[],
        ),
        (
            "command: `chain` knows no commands, readers or renderers",
            "summariser-cli/src/chain",
            &["crate::commands", "crate::read", "crate::render"],
            &[],
        ),
    ];
    each(
        cases,
        |case| case.0.to_owned(),
        |(promise, folder, words, excused)| {
            let found = find(folder, words, excused);
            assert!(found.is_empty(), "{promise}, but\n{}", found.join("\n"));
        },
    );
}

#[test]
fn rooms_have_names_of_their_own() {
    for folder in ["summariser-core/src", "summariser-cli/src", "plugins", "tests/it", "tests/plugins"] {
        for file in sources(folder) {
            let stem = file.file_stem().unwrap().to_string_lossy();
            assert!(!["utils", "util", "common", "types", "helpers", "misc"].contains(&&*stem), "{}", file.display());
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for folder in ["summariser-core/src", "summariser-cli/src", "plugins", "tests/it", "tests/plugins"] {
        for file in sources(folder) {
            let text = fs::read_to_string(&file).unwrap();
            assert!(text.starts_with("//! "), "{} opens with no paragraph about itself", file.display());
        }
    }
}

/// What cargo knows of the workspace's packages.
fn packages() -> Vec<Value> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version=1"]).current_dir(repo());
    let metadata: Value = serde_json::from_slice(&cargo.output().expect("cargo starts").stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

#[test]
fn plugins_depend_on_core_alone_and_core_on_nothing() {
    let packages = packages();
    let dependencies = |package: &Value| -> Vec<(String, bool)> {
        let all = package["dependencies"].as_array().unwrap().iter().filter(|it| it["kind"].is_null());
        all.map(|it| (it["name"].as_str().unwrap().to_owned(), it["optional"] == true)).collect()
    };
    let mut plugins = 0;
    for package in &packages {
        let path = package["manifest_path"].as_str().unwrap().replace('\\', "/");
        if path.contains("/plugins/") {
            plugins += 1;
            // What does harm in the suite calls the system by itself.
            let harmful = ["constructor", "hostile"].iter().any(|name| package["name"] == *name);
            let dependencies = dependencies(package).into_iter().filter(|(name, _)| !(harmful && name == "libc"));
            assert_eq!(dependencies.collect::<Vec<_>>(), [("summariser-core".to_owned(), false)], "{path}");
            assert_eq!(package["targets"][0]["kind"][0], "cdylib", "{path}");
        }
        if package["name"] == "summariser-core" {
            let needed: Vec<_> = dependencies(package).into_iter().filter(|(_, optional)| !optional).collect();
            assert_eq!(needed, [], "core's default build has no dependency");
            assert_eq!(package["features"]["default"], Value::from(Vec::<Value>::new()));
        }
        if package["name"] == "summariser-cli" {
            let linked = dependencies(package).into_iter().filter(|(name, _)| name.starts_with("summariser-"));
            assert_eq!(
                linked.collect::<Vec<_>>(),
                [("summariser-core".to_owned(), false)],
                "the command links no plugin"
            );
        }
    }
    assert!(plugins >= 8, "{plugins} plugins were seen");
}
