//! Of formats what no snapshot shows: failures, colours, several documents, and what plugins say that could do harm.

use crate::support::{Place, each};

const TEXT: &str = "The ferry is late again today.\n";

fn place() -> Place {
    let place = Place::new(&["headline", "bullets", "figures", "statistics", "faulty"]);
    place.write("a.txt", TEXT);
    place.write("b.txt", "The mill burned down on Monday.\n");
    place
}

#[test]
fn a_section_that_failed_says_so_in_every_format() {
    let place = place();
    each(["text", "markdown", "json", "jsonl", "html"], ToString::to_string, |format| {
        let said = place.run(&format!(r#"a.txt --format {format} --chain 'bullets, faulty(how = "error")'"#));
        said.expect(1, &["The ferry is late again today."]);
        assert!(said.stdout.contains("it was told to fail"), "{}", said.all());
    });
}

#[test]
fn several_documents_are_told_apart_in_every_format() {
    let place = place();
    for format in ["text", "markdown", "json", "jsonl", "html"] {
        let one = place.run(&format!("a.txt --format {format} --chain bullets"));
        let both = place.run(&format!("a.txt b.txt --format {format} --chain bullets"));
        both.expect(0, &["a.txt", "b.txt", "The ferry is late", "The mill burned down"]);
        assert!(format.starts_with("json") || !one.stdout.contains("a.txt"), "{}", one.all());
    }
    assert_eq!(place.run("a.txt b.txt --format jsonl").stdout.lines().count(), 2);
    assert_eq!(place.run("a.txt b.txt --format json").stdout.lines().filter(|line| *line == "{").count(), 2);
}

#[test]
fn colour_is_for_terminals_or_for_those_who_ask() {
    let place = place();
    for (flags, variable, coloured) in [
        ("", None, false),
        ("--color auto", None, false),
        ("--color always", None, true),
        ("--color always", Some(("NO_COLOR", "1")), true),
        ("--color never", Some(("CLICOLOR_FORCE", "1")), false),
        ("", Some(("SUMMARISER_COLOR", "always")), true),
        ("--color never", Some(("SUMMARISER_COLOR", "always")), false),
        ("--color always --format json", None, false),
        ("--color always --format markdown", None, false),
        ("--color always --output out.txt", None, false),
    ] {
        let mut command = place.command(&format!("a.txt --chain headline,bullets,statistics {flags}"));
        command.envs(variable);
        let said = place.done(command, b"");
        said.expect(0, &[]);
        assert_eq!(said.stdout.contains('\x1b'), coloured, "{flags} {variable:?}: {}", said.all());
    }
    // Without the colours it is the same text.
    let mut plain = String::new();
    let coloured = place.run("a.txt --color always").stdout;
    for (number, piece) in coloured.split('\x1b').enumerate() {
        plain.push_str(if number == 0 { piece } else { piece.split_once('m').unwrap().1 });
    }
    assert_eq!(plain, place.run("a.txt").stdout);
}

#[test]
fn what_a_plugin_or_a_text_says_cannot_steer_the_terminal() {
    let place = place();
    let chain = r#"--chain 'faulty(how = "control")'"#;
    for format in ["text", "markdown", "html"] {
        let said = place.run(&format!("a.txt --format {format} {chain}"));
        said.expect(0, &["!\x1b", "!\x07", "and"]);
        let said = place.feed("It is \x1b[31mred and \x07 rings \x1b]0;title\x07 here.", &format!("--format {format}"));
        said.expect(0, &["!\x1b", "!\x07"]);
    }
    // A program that reads JSON gets every character, escaped.
    place.run(&format!("a.txt --format json {chain}")).expect(0, &["!\x1b", "\\u001b", "\\u0007"]);
}

#[cfg(unix)]
#[test]
fn names_cannot_steer_the_terminal_either() {
    let place = place();
    place.write("od\x1b[31md.txt", TEXT);
    each(
        [
            ("a.txt od\x1b[31md.txt", 0),
            ("no\x1b[31mne.txt", 1),
            ("a.txt --chain bul\x1b[31mlets", 2),
            ("a.txt --plugin no\x1b[31mne.so", 2),
            ("a.txt --length \x1b[31m", 2),
            ("plugin info no\x1b[31mne", 1),
        ],
        |case| case.0.escape_debug().to_string(),
        |(line, status)| _ = place.run(line).expect(*status, &["!\x1b"]),
    );
}

#[test]
fn a_text_cannot_break_the_form_around_it() {
    let place = place();
    let text =
        "# Not a <b>heading</b> | of *this* [page](x) here. | a | b | and `code` are in the _second_ sentence here.";
    let said = place.feed(text, "--format markdown --chain bullets");
    said.expect(0, &["!<b>"]);
    assert!(said.stdout.lines().all(|line| !line.starts_with('#') || !line.contains("heading")), "{}", said.stdout);
    let said = place.feed("Where a < b & c > d, nothing of it acts.", "--format html --chain bullets");
    said.expect(0, &["Where a &lt; b &amp; c &gt; d, nothing of it acts."]);
    let said = place.feed("He said \"no\" \\ and\tleft the room.", "--format jsonl --chain bullets");
    assert_eq!(said.jsonl()[0]["sections"][0]["blocks"][0]["text"], "He said \"no\" \\ and left the room.");
}

#[test]
fn every_output_ends_its_last_line() {
    let place = place();
    for format in ["text", "markdown", "json", "jsonl", "html"] {
        let stdout = place.run(&format!("a.txt b.txt --format {format}")).stdout;
        assert!(
            stdout.ends_with('\n') && !stdout.ends_with("\n\n") && !stdout.starts_with('\n'),
            "{format}: {stdout:?}"
        );
        assert!(!stdout.lines().any(|line| line.ends_with(' ') && !line.ends_with("  ")), "{format}: {stdout:?}");
    }
}
