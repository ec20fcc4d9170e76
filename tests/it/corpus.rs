//! Many texts: where they are found, that they come in their order whatever the number of jobs, and that an interrupted
//! run can go on as if nothing had been.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Place, Said, each};

/// A few sentences, another for each number.
fn text(n: usize) -> String {
    let what = ["ferry", "mill", "bridge", "school", "harbour"][n % 5];
    let day = ["Monday", "Tuesday", "Friday"][n % 3];
    format!("The {what} of ward {n} was shut on {day}. It rained. Nobody knows when the {what} will open again.\n")
}

/// Documents as lines of JSON, of quite different lengths, with a bad line now and then.
fn lines(documents: usize) -> String {
    let line = |n: usize| match n % 23 {
        7 => "not json\n".to_owned(),
        11 => format!("{}\n", json!({ "id": n })),
        _ => format!("{}\n", json!({ "id": n, "text": text(n).repeat(1 + n % 17 * (n % 3)) })),
    };
    (0..documents).map(line).collect()
}

/// The sources of what was said, in order.
fn sources(said: &Said) -> Vec<String> {
    said.jsonl().iter().map(|document| document["source"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn results_are_the_same_for_any_number_of_jobs() {
    let place = Place::new(&["headline", "bullets", "faulty"]);
    place.write("lines.jsonl", lines(300));
    for n in 0..12 {
        place.write(&format!("texts/{n:02}.txt"), text(n));
    }
    place.write("texts/03.txt", b"caf\xE9 noir. It rained on the caf\xE9.");
    place.write("texts/05.txt", b"\x89PNG\r\n\x1A\n\0\0");
    each(
        [
            "--jsonl lines.jsonl --chain headline,bullets",
            "--jsonl lines.jsonl none.jsonl lines.jsonl --format text --chain bullets",
            "--recursive texts --format markdown --chain headline,bullets",
            "--recursive texts none.txt --chain bullets",
            "--jsonl lines.jsonl --in-process --chain headline,bullets",
            r#"--recursive texts --verbose --chain 'faulty(how = "note"), faulty(how = "error"), bullets'"#,
            r#"--jsonl lines.jsonl --chain 'faulty(how = "print"), faulty(how = "panic")'"#,
        ],
        |line| (*line).to_owned(),
        |line| {
            let one = place.run(&format!("{line} --jobs 1"));
            assert_eq!(one.status, 1, "there is something to complain of in each: {}", one.all());
            for jobs in [2, 3, 8] {
                let said = place.run(&format!("{line} --jobs {jobs}"));
                assert!(said == one, "{jobs} jobs:\n{}\n\none job:\n{}", said.all(), one.all());
            }
        },
    );
}

#[test]
fn an_evaluation_is_the_same_for_any_number_of_jobs() {
    let place = Place::usual();
    place.bring("references.jsonl");
    let line = "eval references.jsonl --chain 'bullets(count = 1)' --chain headline --format json";
    let one = place.run(&format!("{line} --jobs 1"));
    for jobs in [2, 5] {
        assert_eq!(place.run(&format!("{line} --jobs {jobs}")), one, "{jobs}");
    }
    one.expect(0, &["oracle"]);
}

#[test]
fn folders_lists_and_patterns_are_gone_through_in_order() {
    let place = Place::new(&["bullets"]);
    let texts = ["b.txt", "a.md", "sub/c.TXT", "sub/deep/d.rst", "README", "b/z.txt", "ab.text", "page.html"];
    for (n, name) in texts.iter().enumerate() {
        place.write(&format!("notes/{name}"), text(n));
    }
    for name in [".hidden.txt", ".git/x.txt", "code.rs", "data.json", "ignored/i.txt", "skipped.txt", "page.css"] {
        place.write(&format!("notes/{name}"), text(3));
    }
    place.write("notes/.gitignore", "ignored/\n");
    place.write("notes/.ignore", "skipped.txt\n");
    place.write("notes/program", b"\x7FELF\x02\x01\0\0");
    place.write("notes/empty/image.png", b"\x89PNG\r\n\x1A\n\0\0");
    place.write("lines/a.jsonl", lines(2));
    place.write("lines/b.ndjson", lines(3));
    place.write("lines/c.txt", text(1));
    place.write("list", "notes/b.txt\n\nnotes/a.md\nnotes/none.txt\n[x].txt");
    place.write("null", b"notes/b.txt\0odd\nname.txt\0");
    place.write("[x].txt", text(1));
    #[cfg(unix)]
    place.write("odd\nname.txt", text(1));
    let all = ["README", "a.md", "ab.text", "b/z.txt", "b.txt", "page.html", "sub/c.TXT", "sub/deep/d.rst"];
    let all: Vec<String> = all.iter().map(|name| format!("notes/{name}")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    each(
        [
            ("--recursive notes", 0, all.as_slice(), ""),
            ("-r notes/sub notes/b.txt", 0, &["notes/sub/c.TXT", "notes/sub/deep/d.rst", "notes/b.txt"], ""),
            (
                "notes",
                1,
                &["notes"],
                "notes: is a folder; name the files in it, such as notes/*.txt, or take them all with",
            ),
            ("-r notes/empty", 1, &["notes/empty"], "notes/empty: holds no input: texts end in .txt, .text, "),
            ("-r none", 1, &["none"], "none: cannot be read: there is no such file"),
            ("-r --jsonl lines", 0, &["lines/a.jsonl", "lines/a.jsonl", "lines/b.ndjson"], ""),
            ("notes/*.txt", 0, &["notes/b.txt", "notes/skipped.txt"], ""),
            ("notes/**/*.rst", 0, &["notes/sub/deep/d.rst"], ""),
            ("notes/[ab].*", 0, &["notes/a.md", "notes/b.txt"], ""),
            ("[x].txt", 0, &["[x].txt"], ""),
            ("-r notes/su*", 0, &["notes/sub/c.TXT", "notes/sub/deep/d.rst"], ""),
            ("notes/*.none notes/b.txt", 1, &["notes/*.none", "notes/b.txt"], "notes/*.none: matches no file"),
            ("notes/[b.txt", 1, &["notes/[b.txt"], "notes/[b.txt: is no pattern: "),
            (
                "notes/ab.text --files-from list",
                1,
                &["notes/ab.text", "notes/b.txt", "notes/a.md", "notes/none.txt", "[x].txt"],
                "notes/none.txt: cannot be read",
            ),
            #[cfg(unix)]
            ("--files-from null --null", 0, &["notes/b.txt", "odd\nname.txt"], ""),
            ("--files-from no-list", 1, &[], "--files-from no-list: cannot be read: there is no such file"),
        ],
        |case| case.0.to_owned(),
        |(line, status, expected, message)| {
            let said = place.run(&format!("{line} --format jsonl --chain bullets"));
            said.expect(*status, &[message]);
            let mut found = sources(&said);
            found.truncate(if line.contains("--jsonl") { 3 } else { usize::MAX });
            assert_eq!(found, *expected, "{}", said.all());
        },
    );
    let said = place.feed("notes/b.txt\nnotes/a.md\n", "--files-from - --format jsonl --chain bullets");
    assert_eq!(sources(said.expect(0, &[])), ["notes/b.txt", "notes/a.md"]);
    // One file of a pattern is still one of many.
    place.run("notes/a*.md --chain bullets").expect(0, &["==> notes/a.md <=="]);
    for (line, piece) in [
        ("notes/b.txt --null", "--files-from"),
        ("notes/b.txt --jobs 0", "0 is not in 1.."),
        ("notes/b.txt --resume", "--output"),
        ("notes/b.txt --resume --output out.txt", "--resume: only a file of JSON lines can be gone on with"),
        ("notes/b.txt --resume --output - --format jsonl", "--resume: only a file of JSON lines can be gone on with"),
        ("notes/b.txt --resume --output notes --format jsonl", "--resume: notes is no file that could hold"),
    ] {
        place.run(line).expect(2, &[piece, "stdout\n---"]);
    }
}

#[test]
fn an_interrupted_run_goes_on_as_if_nothing_had_been() {
    let place = Place::new(&["bullets"]);
    place.write("in.jsonl", lines(60));
    for n in 0..9 {
        place.write(&format!("texts/{n}.txt"), text(n));
    }
    for (line, status) in [("--jsonl in.jsonl", 1), ("-r texts --format jsonl", 0)] {
        let line = format!("{line} --chain bullets --resume --output out.jsonl");
        let _ = fs::remove_file(place.path("out.jsonl"));
        place.run(&line).expect(status, &["stdout\n---"]);
        let whole = place.read("out.jsonl");
        let ends: Vec<usize> = whole.match_indices('\n').map(|(end, _)| end + 1).collect();
        // After the end of a line, within one, before its end, and where all is there.
        let cuts = ends.iter().step_by(4).flat_map(|end| [*end, *end + 1, *end + 40, end - 1, end - 2]);
        each(cuts.filter(|cut| *cut <= whole.len()), usize::to_string, |cut| {
            place.write("out.jsonl", &whole[..*cut]);
            let jobs = 1 + cut % 3;
            // The status is that of the whole, whoever met with the failures.
            place.run(&format!("{line} --jobs {jobs}")).expect(status, &["stdout\n---"]);
            assert!(place.read("out.jsonl") == whole, "cut after {cut} bytes");
        });
    }
}

#[test]
fn what_is_not_of_this_run_is_not_gone_on_with() {
    let place = Place::new(&["bullets", "headline"]);
    place.write("in.jsonl", lines(12));
    place.write("other.jsonl", lines(12).replace("\"id\":2,", "\"id\":\"two\","));
    place.write("short.jsonl", lines(3));
    place.write("good.jsonl", lines(12).replace("not json", "{\"text\": \"It rained.\"}"));
    let go = |line: &str| place.run(&format!("{line} --resume --output out.jsonl"));
    go("--jsonl in.jsonl --chain bullets").expect(1, &[]);
    let held = place.read("out.jsonl");
    for (line, piece) in [
        (
            "--jsonl other.jsonl --chain bullets",
            "out.jsonl, line 3: it is of the document 2, and the input has \"two\" there",
        ),
        ("--jsonl short.jsonl --chain bullets", "line 4: it is of a document that the input does not have"),
        ("--jsonl good.jsonl --chain bullets", "line 8: it is not of what the input has there"),
        ("--jsonl in.jsonl --chain headline", "line 1: it is of another chain than `headline`"),
        ("in.jsonl --chain bullets --format jsonl", "line 1: it is of the document 0, and the input has \"in.jsonl\""),
    ] {
        go(line).expect(2, &[piece, "nothing was changed"]);
        assert_eq!(place.read("out.jsonl"), held, "{line}");
    }
    place.write("out.jsonl", "My notes.\nThey are mine.\n");
    go("--jsonl in.jsonl").expect(2, &["line 1: it is none that this program wrote", "nothing was changed"]);
    assert_eq!(place.read("out.jsonl"), "My notes.\nThey are mine.\n");
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_at_any_moment_loses_nothing_and_says_nothing_twice() {
    use std::process::Stdio;
    use std::time::Duration;
    let place = Place::new(&["bullets"]);
    place.write("in.jsonl", lines(1500));
    let whole = place.run("--jsonl in.jsonl --chain bullets --jobs 1").stdout;
    let line = "--jsonl in.jsonl --chain bullets --resume --output out.jsonl --jobs 2";
    let mut kills = 0;
    // Moments without a pattern, the same each time.
    for moment in (0..8_u64).map(|n| Duration::from_millis(4 + n * 7919 % 61)) {
        let mut child = place.command(line).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(moment);
        child.kill().unwrap();
        kills += usize::from(child.wait().unwrap().code().is_none());
        let held = fs::read(place.path("out.jsonl")).unwrap_or_default();
        assert!(whole.as_bytes().starts_with(&held), "what is there is what would be there");
    }
    assert!(kills > 0, "it was always too late");
    place.run(line).expect(1, &[]);
    assert!(place.read("out.jsonl") == whole);
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_the_run_even_where_the_input_does_not() {
    use std::io::{Read, Write};
    use std::process::Stdio;
    let place = Place::new(&["bullets"]);
    let mut command = place.command("--jsonl --jobs 2 --chain bullets");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let feeder = std::thread::spawn(move || {
        // More than lies in pipes and on the way, so that something is to be written when nobody reads any more.
        let documents = (0..20_000).map(|n| format!("{}\n", json!({ "id": n, "text": text(n) })));
        let _ = stdin.write_all(documents.collect::<String>().as_bytes());
        stdin
    });
    stdout.read_exact(&mut [0; 10]).unwrap();
    drop(stdout);
    let mut stderr = String::new();
    child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(stderr, "");
    drop(feeder.join().unwrap());
}

#[test]
fn a_line_says_whose_it_is_with_any_number_of_jobs() {
    let place = Place::new(&["bullets"]);
    let said = place.feed(lines(200), "--jsonl --chain bullets --jobs 4");
    let ids: Vec<Value> = said.jsonl().iter().map(|document| document["id"].clone()).collect();
    let expected = (0..200).map(|n| if n % 23 == 7 { Value::Null } else { json!(n) });
    assert_eq!(ids, expected.collect::<Vec<_>>());
}
