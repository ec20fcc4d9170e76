//! The command line: what is read, where it goes, and what the exit status remembers.

use std::fs;

use serde_json::{Value, json};

use crate::support::{Place, Said, each};

/// One sentence, so that it is the one that is said.
const TEXT: &str = "The ferry is late again.\n";

/// How long a test waits for what should come at once, before it says that it does not.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);

/// A place with a text and a folder.
fn place() -> Place {
    let place = Place::usual();
    place.write("a.txt", TEXT);
    place.write("folder/b.txt", "The mill burned down on Monday.\n");
    place
}

#[test]
fn explanations_are_remarks_and_change_nothing_else() {
    let place = place();
    let text = "The bridge of Holm was closed on Monday. It rained. The bridge of Holm has cracks in two piers.\n";
    place.write("bridge.txt", text);
    let chain = "--chain 'bullets(count = 1), statistics'";
    let plain = place.run(&format!("bridge.txt --format jsonl {chain}"));
    let explained = place.run(&format!("bridge.txt --format jsonl --explain {chain}"));
    assert_eq!(blocks(&explained, "bullet"), blocks(&plain, "bullet"));
    assert_eq!(blocks(&explained, "figure"), blocks(&plain, "figure"), "notes are no words of a summary");
    assert_eq!((blocks(&explained, "note").len(), blocks(&plain, "note").len()), (2, 0));
    each(
        [
            ("--explain --chain 'bullets(count = 1)'", &["• ", "\n  rank 1", "\n· It rained. (left: rank "][..]),
            ("--explain --chain 'bullets(count = 1, explain = false)'", &["• ", "!rank", "!· "]),
            // What is left by a stage within a pipe is not there for the next one to leave.
            ("--explain --chain 'bullets(count = 1) | bullets'", &["• ", "\n  rank 1", "!· "]),
            ("--chain 'bullets(count = 1, explain = true) | bullets'", &["• ", "!rank", "!· "]),
            (
                "--explain --chain 'bullets(count = 1)' --format markdown",
                &["- ", "\n  - rank 1", "\n- *It rained. (left: "],
            ),
            ("--explain --chain statistics", &["words"]),
        ],
        |case| case.0.to_owned(),
        |(line, pieces)| _ = place.run(&format!("bridge.txt {line}")).expect(0, pieces),
    );
    // Measuring compares texts, and has no use for reasons.
    place.run("eval bridge.txt --explain").expect(2, &["stdout\n---"]);
}

/// The texts of the blocks of a kind, over all documents.
fn blocks(said: &Said, kind: &str) -> Vec<String> {
    let documents = said.jsonl();
    let sections = documents.iter().flat_map(|document| document["sections"].as_array().into_iter().flatten());
    let blocks = sections.flat_map(|section| section["blocks"].as_array().into_iter().flatten());
    blocks.filter(|block| block["kind"] == kind).map(|block| block["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn usage() {
    let place = place();
    each(
        [
            ("a.txt", 0, &["• The ferry is late again."][..]),
            ("--version", 0, &["summarise 0.1.0\nplugin ABI: 1.1\nJSON schema_version: 1\n"]),
            ("-V", 0, &["summarise 0.1.0 (plugin ABI 1.1)\n"]),
            ("--help", 0, &["Exit status:", "130  interrupted", "Usage: summarise", "stderr\n"]),
            ("-h", 0, &["Usage: summarise", "!Exit status:"]),
            ("--bogus", 2, &["unexpected argument '--bogus'", "stdout\n---"]),
            ("a.txt --format xml", 2, &["invalid value 'xml'", "text, markdown, json, jsonl", "stdout\n---"]),
            ("a.txt --length 5", 2, &["--length: \"5\" is no length; write", "stdout\n---"]),
            ("a.txt --length '10 bytes'", 2, &["--length: a summary's length is in", "stdout\n---"]),
            ("a.txt --id-field x", 2, &["--jsonl", "stdout\n---"]),
            ("a.txt --encoding klingon", 2, &["--encoding: ", "`klingon` is no encoding", "stdout\n---"]),
            ("a.txt --chain ''", 2, &["--chain: the chain is empty", "stdout\n---"]),
            ("plugin", 2, &["Usage: summarise plugin", "stdout\n---"]),
            ("plugin list extra", 2, &["unexpected argument 'extra'"]),
            ("completions bash", 0, &["_summarise()", "--chain"]),
            ("completions tcsh", 2, &["invalid value 'tcsh'", "bash, elvish, fish, powershell, zsh"]),
            ("man", 0, &[".TH summarise 1", "EXIT STATUS", "130  interrupted"]),
            ("man plugin install", 0, &[".TH summarise-plugin-install 1", "\\-\\-force"]),
            ("man plugin nix", 2, &["`summarise plugin` has no command `nix`; it has list, info, install"]),
            ("man config nix", 2, &["`summarise config` has no command `nix`; it has no more"]),
            ("plugin list --format markdown", 2, &["--format: this is written as text or json"]),
            ("config --format markdown", 2, &["text or json"]),
            ("plugin info", 2, &["<ID|FILE>"]),
        ],
        |case| case.0.to_owned(),
        |(line, status, pieces)| _ = place.run(line).expect(*status, pieces),
    );
    // A file that is named like a subcommand.
    place.write("plugin", TEXT);
    place.run("./plugin").expect(0, &["• The ferry is late again."]);
}

#[test]
fn inputs_that_cannot_be_read_are_told_and_the_rest_is_done_in_order() {
    let place = place();
    place.write("image.png", b"\x89PNG\r\n\x1A\n\0\0");
    place.write("app.html", "<!doctype html><title>App</title><script>load('<p>Text.</p>')</script><div id=app></div>");
    place.write("noise.bin", (0..4000_u32).map(|n| (n % 8) as u8).collect::<Vec<u8>>());
    each(
        [
            ("none.txt", 1, "summarise: none.txt: cannot be read: there is no such file\n"),
            ("aa.txt", 1, "summarise: aa.txt: cannot be read: there is no such file; did you mean `a.txt`?\n"),
            ("no/where.txt", 1, "summarise: no/where.txt: cannot be read: there is no folder `no`\n"),
            (
                "folder",
                1,
                "summarise: folder: is a folder; name the files in it, such as folder/*.txt, or take them all with --recursive\n",
            ),
            ("image.png", 1, "summarise: image.png: is a PNG image, not text; "),
            (
                "app.html",
                1,
                "summarise: app.html: is a page of HTML without a text, as where a script loads it; save it ",
            ),
            ("noise.bin", 1, "summarise: noise.bin: seems to be a binary file: "),
        ],
        |case| case.0.to_owned(),
        |(file, status, message)| {
            place.run(file).expect(*status, &[message]);
            // Between two good ones, in every format.
            let said = place.run(&format!("a.txt {file} folder/b.txt --format jsonl"));
            said.expect(1, &[message]);
            let documents = said.jsonl();
            let sources: Vec<&Value> = documents.iter().map(|document| &document["source"]).collect();
            assert_eq!(sources, ["a.txt", *file, "folder/b.txt"]);
            assert_eq!(documents[1]["error"]["kind"], "input");
            for format in ["text", "markdown", "html"] {
                let said = place.run(&format!("a.txt {file} folder/b.txt --format {format}"));
                said.expect(1, &[message]);
                let at = |text: &str| said.stdout.find(text).unwrap_or_else(|| panic!("{text}: {}", said.stdout));
                assert!(at("The ferry is late again.") < at("The mill burned down"));
            }
        },
    );
}

#[test]
fn standard_input_is_read_where_no_file_is_named_or_where_it_is() {
    let place = place();
    place.feed(TEXT, "").expect(0, &["• The ferry is late again."]);
    place.feed(TEXT, "-").expect(0, &["• The ferry is late again."]);
    let said = place.feed("The owl slept all day long. It hunted at night.", "a.txt - folder/b.txt --format jsonl");
    let documents = said.expect(0, &[]).jsonl();
    let sources: Vec<&Value> = documents.iter().map(|document| &document["source"]).collect();
    assert_eq!(sources, ["a.txt", "-", "folder/b.txt"]);
    assert!(documents[1].to_string().contains("The owl slept"));
    // A pipe that is named is a stream like any other.
    #[cfg(unix)]
    place.shell(r#"mkfifo p; cat a.txt > p & "$SUMMARISE" p"#).expect(0, &["• The ferry is late again."]);
    #[cfg(unix)]
    place.shell(r#"cat a.txt | "$SUMMARISE" /dev/stdin"#).expect(0, &["• The ferry is late again."]);
}

#[test]
fn any_bytes_make_a_summary() {
    let place = place();
    let long = "word ".repeat(1_000_000);
    let utf_16 = |mark: &[u8], unit: fn(u16) -> [u8; 2]| {
        [mark, &*TEXT.encode_utf16().flat_map(unit).collect::<Vec<u8>>()].concat()
    };
    let cases: Vec<(&str, Vec<u8>, &[&str], &str)> = vec![
        ("nothing", vec![], &[], ""),
        ("white space", b" \n\t \r\n".to_vec(), &[], ""),
        ("only a mark", b"\xEF\xBB\xBF".to_vec(), &[], ""),
        ("one word", b"Ferry".to_vec(), &["Ferry"], ""),
        ("no full stop", b"the ferry is late again".to_vec(), &["the ferry is late again"], ""),
        ("one line", [TEXT.trim().as_bytes(), b" ", long.as_bytes()].concat(), &[], ""),
        ("NUL", b"The ferry\0is late again today.".to_vec(), &["The ferry\0is late again today."], ""),
        ("mark", [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(), &["The ferry is late again."], ""),
        ("CRLF", TEXT.replace(' ', "\r\n").into_bytes(), &["The ferry is late again."], ""),
        ("CR", b"The ferry\ris late again.\r".to_vec(), &["The ferry is late again."], ""),
        ("UTF-16LE", utf_16(b"\xFF\xFE", u16::to_le_bytes), &["The ferry is late again."], ": read as UTF-16LE\n"),
        ("UTF-16BE", utf_16(b"\xFE\xFF", u16::to_be_bytes), &["The ferry is late again."], ": read as UTF-16BE\n"),
        (
            "Latin-1",
            b"The caf\xE9 on the quay is shut.".to_vec(),
            &["The café on the quay is shut."],
            ": read as windows-1252\n",
        ),
        (
            "HTML",
            b"<!doctype html>\n<script>menu()</script><p>The <b>ferry</b> is&nbsp;late again today.".to_vec(),
            &["The ferry is late again today."],
            "",
        ),
        (
            "slips",
            ["Zürich, Köln, Brüssel and Näfels ".as_bytes(), b"\xFF", " are towns by the water.".as_bytes()].concat(),
            &["Zürich, Köln, Brüssel and Näfels \u{FFFD} are towns by the water."],
            ": read as UTF-8; 1 place could not be decoded and shows as U+FFFD\n",
        ),
    ];
    each(
        &cases,
        |case| case.0.to_owned(),
        |(_, bytes, bullets, stderr)| {
            let said = place.feed(bytes, "--format jsonl --chain headline,bullets,statistics");
            said.expect(0, &[stderr]);
            assert!(stderr.is_empty() == said.stderr.is_empty(), "{}", said.stderr);
            let found = blocks(&said, "bullet");
            for bullet in *bullets {
                assert!(found.contains(&(*bullet).to_owned()), "{bullet:?} is not in {:.400?}", found);
            }
            let is_empty = String::from_utf8_lossy(bytes).trim_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']).is_empty();
            assert_eq!(found.is_empty(), is_empty, "nothing is never the answer, unless there is nothing");
            // For people it is as well.
            place.feed(bytes, "").expect(0, &[]);
            place.feed(bytes, "--format markdown").expect(0, &[]);
        },
    );
    // A label outranks a guess, and a mark a label.
    let said = place.feed(b"caf\xE9 noir here", "--encoding utf-8 --format json");
    assert_eq!(said.expect(0, &["caf\u{FFFD} noir here"]).json()["encoding"], "UTF-8");
    place.feed(TEXT, "--encoding latin1 --format json").expect(0, &["\"encoding\": \"windows-1252\""]);
}

#[test]
fn length_holds_for_whatever_makes_a_body() {
    let place = Place::usual();
    place.write("a.txt", "The ferry is late again. Nobody on the island knows when the bridge will open.\n");
    for (length, words) in
        [("1 sentence", 14), ("5 words", 5), ("40%", 5), ("28 chars", 5), ("3 words", 5), ("100%", 15)]
    {
        let said = place.run(&format!("a.txt --format jsonl --chain bullets --length '{length}'"));
        let found = blocks(said.expect(0, &[]), "bullet").join(" ");
        let over = said.stdout.contains("\"over_length\":true") || said.stdout.contains("\"over_length\": true");
        assert!(found.split_whitespace().count() <= words || over, "{length}: {found}");
        assert!(!found.is_empty(), "{length}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_seen_enough_ends_the_run_quietly() {
    let place = place();
    place.write("many.jsonl", "{\"id\": 1, \"text\": \"The ferry is late again. It rains.\"}\n".repeat(3000));
    for (arguments, end) in [
        ("--jsonl many.jsonl", "head -n 1"),
        ("a.txt folder/b.txt", "true"),
        ("--help", "true"),
        ("plugin list", "true"),
    ] {
        let script = format!("( \"$SUMMARISE\" {arguments}; echo $? > status ) | {end}");
        let said = place.shell(&script);
        assert_eq!((said.stderr.as_str(), place.read("status").trim()), ("", "0"), "{arguments}");
    }
    // A disk that is full is an error, and no panic.
    if fs::metadata("/dev/full").is_ok() {
        let said = place.shell(r#""$SUMMARISE" a.txt > /dev/full"#);
        said.expect(1, &["the output cannot be written: no space left on device", "!panicked"]);
    }
}

#[test]
fn an_output_file_appears_whole_or_not_at_all() {
    let place = place();
    place.run("a.txt --output out.txt").expect(0, &["stdout\n---"]);
    assert_eq!(place.read("out.txt"), place.run("a.txt").stdout);
    // What was there stays until all is done, and stays for good where nothing can be.
    place.run("a.txt --chain nonsense --output out.txt").expect(2, &[]);
    assert_eq!(place.read("out.txt"), place.run("a.txt").stdout);
    place.run("folder/b.txt none.txt --output out.txt --format jsonl").expect(1, &["none.txt: cannot be read"]);
    assert!(place.read("out.txt").contains("The mill burned down") && !place.read("out.txt").contains("ferry"));
    let names = place.names();
    assert!(!names.iter().any(|name| name.starts_with(".summarise")), "nothing is left behind: {names:?}");
    for (path, piece) in [
        ("folder", "--output folder: it is a folder; name a file in it"),
        ("no/such/out.txt", "--output no/such/out.txt: nothing can be written there: no such file or directory"),
    ] {
        place.run(&format!("a.txt --output {path}")).expect(2, &[piece, "stdout\n---"]);
    }
    place.run("a.txt --output -").expect(0, &["• "]);
    // Where all went wrong there is nothing to put in its place.
    place.run("none.txt --output out.txt").expect(1, &["none.txt: cannot be read"]);
    assert!(place.read("out.txt").contains("The mill burned down"));
    #[cfg(unix)]
    place.run("a.txt --output /dev/null").expect(0, &[]);
    #[cfg(target_os = "linux")]
    place.run("a.txt --output /dev/full").expect(1, &["the output cannot be written: no space left on device"]);
}

#[test]
fn what_the_ends_of_lines_mean_can_be_said() {
    let place = place();
    let text = "The ferry is late\ntoday. The mill\nburned down.\n";
    for (how, expected) in [
        ("auto", "• The ferry is late today.\n• The mill burned down.\n"),
        ("sentence", "• The ferry is late\n• today.\n• The mill\n• burned down.\n"),
        ("preserve", "• The ferry is late\n• today.\n• The mill\n• burned down.\n"),
    ] {
        let said = place.feed(text, &format!("--newlines {how} --chain 'bullets(count = 9)'"));
        assert_eq!(said.expect(0, &[]).stdout, expected, "{how}");
    }
}

#[cfg(unix)]
#[test]
fn an_output_file_is_like_any_file_of_the_user() {
    use std::os::unix::fs::PermissionsExt;
    let place = place();
    let mode = |name: &str| fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777;
    place
        .shell(
            r#"umask 027; "$SUMMARISE" a.txt --output new.txt; : > old.txt; chmod 604 old.txt
        "$SUMMARISE" a.txt --output old.txt"#,
        )
        .expect(0, &[]);
    assert_eq!((mode("new.txt"), mode("old.txt")), (0o640, 0o604));
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_says_so_and_leaves_nothing_behind() {
    use std::os::unix::process::ExitStatusExt;
    use std::process::{Command, Stdio};
    let place = place();
    let mut command = place.command("--jsonl --output out.txt");
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    // Held until it has ended, for waiting would close it and so end the input.
    let input = child.stdin.take();
    // It has begun once its temporary file is there; its input never ends.
    while !place.names().iter().any(|name| name.starts_with(".summarise")) {
        assert!(child.try_wait().unwrap().is_none(), "it waits for more");
        std::thread::yield_now();
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let status = child.wait().unwrap();
    drop(input);
    assert!(status.code() == Some(130) || status.signal() == Some(2), "a shell shows 130 for both: {status}");
    assert_eq!(place.names(), ["a.txt", "folder", "plugins"], "neither a half file nor a temporary one");
}

#[test]
fn lines_of_json_are_answered_line_by_line() {
    let place = place();
    let input = concat!(
        "{\"id\": \"a\", \"text\": \"The ferry is late again today.\"}\n",
        "\n",
        "not json\n",
        "{\"id\": 7, \"text\": \"The mill burned down on Monday.\"}\n",
        "{\"id\": \"c\"}\n",
        "{\"text\": \"\", \"extra\": [1, {}]}\n",
        "{\"id\": \"d\", \"text\": 5}\n",
        "{\"id\": \"e\", \"text\": \"<!doctype html><nav>Menu</nav><p>The <b>ferry</b> is late again today, said the owner.\"}",
    );
    let said = place.feed(input, "--jsonl");
    said.expect(1, &["summarise: standard input, line 3: is no JSON: ", "line 5: has no field `text`; name the field"]);
    let documents = said.jsonl();
    let ids: Vec<(Value, Value, bool)> = documents
        .iter()
        .map(|document| (document["id"].clone(), document["line"].clone(), document["error"]["kind"] == "input"))
        .collect();
    assert_eq!(
        ids,
        [
            (json!("a"), Value::Null, false),
            (Value::Null, json!(3), true),
            (json!(7), Value::Null, false),
            (json!("c"), json!(5), true),
            (Value::Null, Value::Null, false),
            (json!("d"), json!(7), true),
            (json!("e"), Value::Null, false),
        ]
    );
    // Of a page the article, with its places in the line's text.
    let bullet = &documents[6]["sections"][1]["blocks"][0];
    assert_eq!(bullet["text"], "The ferry is late again today, said the owner.");
    assert_eq!(bullet["spans"], json!([[33, 36], [40, 45], [50, 86]]));
    assert!(documents.iter().all(|document| document["schema_version"] == 1));
    // Other names for the fields, and other formats.
    let other = "{\"key\": 1, \"body\": \"The mill burned down on Monday.\", \"text\": 2}\n";
    let said = place.feed(other, "--jsonl --id-field key --text-field body");
    assert_eq!(said.expect(0, &["The mill burned down"]).jsonl()[0]["id"], 1);
    let said = place.feed(input, "--jsonl --format text");
    said.expect(1, &["The ferry is late again today.", "The mill burned down on Monday."]);
    // From a file, from several, and from what is none.
    place.write("in.jsonl", input);
    assert_eq!(place.run("--jsonl in.jsonl in.jsonl").expect(1, &["in.jsonl, line 3"]).jsonl().len(), 14);
    let said = place.run("--jsonl none.jsonl in.jsonl");
    assert_eq!(said.expect(1, &["none.jsonl: cannot be read: there is no such file"]).jsonl().len(), 8);
    place.run("--jsonl folder").expect(1, &["folder: is a folder"]);
    place.feed("", "--jsonl").expect(0, &["stdout\n---"]);
}

#[test]
fn awkward_lines_of_json_are_lines_like_any_other() {
    let place = place();
    let deep =
        format!("{{\"more\": {}1{}, \"text\": \"The ferry is late.\"}}", "[".repeat(100_000), "]".repeat(100_000));
    let wide = format!("{{\"more\": [{}1], \"text\": \"The ferry is late.\"}}", "1, ".repeat(100_000));
    each(
        [
            (r#"{"text": "The ferry is late."}"#, true),
            (wide.as_str(), true),
            (deep.as_str(), true),
            (r#"{"text": "The ferry is \ud83d\udef3 late."}"#, true),
            (r#"{"text": "The ferry is \ud83d late."}"#, false),
            (r#"{"text": "The ferry", "text": "The ferry is late."}"#, true),
            (r#"{"id": 1e400, "text": "The ferry is late."}"#, false),
            (r#"{"id": 12345678901234567890123, "text": "The ferry is late."}"#, true),
            (r#"{"id": "", "text": "The ferry is late."}"#, true),
            (r#"{"id": [1], "text": "The ferry is late."}"#, false),
            (r#"{"text": "The ferry is late."} {}"#, false),
            ("[\"The ferry is late.\"]", false),
            ("\u{1b}[31m", false),
        ],
        |case| case.0.chars().take(60).collect(),
        |(line, is_good)| {
            let said =
                place.feed(format!("{line}\r\n{{\"id\": 2, \"text\": \"It rains.\"}}"), "--jsonl --chain bullets");
            said.expect(i32::from(!*is_good), &["!\x1b"]);
            let documents = said.jsonl();
            assert_eq!((documents.len(), &documents[1]["id"]), (2, &json!(2)));
            assert_eq!(documents[0]["error"]["kind"] == "input", !*is_good, "{}", said.stdout);
        },
    );
}

#[cfg(unix)]
#[test]
fn a_folder_on_standard_input_is_told_as_one() {
    place().shell(r#""$SUMMARISE" < folder"#).expect(1, &["standard input: is a folder", "!os error"]);
}

#[cfg(target_os = "linux")]
#[test]
fn awkward_names_and_streams_are_inputs_like_any_other() {
    let place = place();
    let said =
        place.shell("printf 'The ferry is late.' > \"$(printf 'caf\\351.txt')\"; \"$SUMMARISE\" *.txt --format jsonl");
    assert_eq!(
        said.expect(0, &["The ferry is late again.", "The ferry is late."]).jsonl()[1]["source"],
        "caf\u{FFFD}.txt"
    );
    place.shell(r#""$SUMMARISE" <&-"#).expect(0, &["!panicked"]);
    place.shell(r#""$SUMMARISE" a.txt >&-; "$SUMMARISE" none.txt 2>&-"#).expect(1, &["!panicked"]);
    // A file may be read and replaced in one go.
    place.run("a.txt --chain bullets --output a.txt").expect(0, &[]);
    assert_eq!(place.read("a.txt"), "• The ferry is late again.\n");
    place.shell(r#"mv -- a.txt -dash.txt; "$SUMMARISE" -- -dash.txt"#).expect(0, &["The ferry is late again."]);
}

#[test]
fn lines_of_json_are_answered_before_the_input_ends() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::Stdio;
    let place = place();
    let mut command = place.command("--jsonl --chain bullets");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let answers = BufReader::new(child.stdout.take().unwrap()).lines();
    // Read aside, so that an answer that does not come is a failure and no wait for ever.
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || answers.map_while(Result::ok).try_for_each(|answer| sender.send(answer)));
    for id in 0..3 {
        writeln!(stdin, "{{\"id\": {id}, \"text\": \"The ferry is late again today.\"}}").unwrap();
        stdin.flush().unwrap();
        let answer: Value = serde_json::from_str(&receiver.recv_timeout(PATIENCE).expect("it answers")).unwrap();
        assert_eq!(answer["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn the_surroundings_change_no_byte() {
    let place = Place::usual();
    place.bring("news-en.txt");
    let plain = place.run("news-en.txt --format json");
    plain.expect(0, &[]);
    for (name, value) in
        [("LANG", "tr_TR.UTF-8"), ("LC_ALL", "C"), ("TZ", "Asia/Tokyo"), ("COLUMNS", "30"), ("NO_COLOR", "1")]
    {
        let mut command = place.command("news-en.txt --format json");
        command.env(name, value);
        assert_eq!(place.done(command, b""), plain, "{name}");
    }
    let piped = place.feed(fs::read(place.path("news-en.txt")).unwrap(), "--format json");
    assert_eq!(piped.stdout.replace("\"-\"", "\"news-en.txt\""), plain.stdout);
}
