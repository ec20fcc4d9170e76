//! `eval`: chains beside human references, with our own small set of them.

use serde_json::Value;

use crate::support::{Place, each};

const REFERENCES: &str = "references.jsonl";

fn place() -> Place {
    let place = Place::new(&["headline", "bullets", "figures", "statistics", "faulty"]);
    place.bring(REFERENCES);
    place
}

#[test]
fn systems_stand_side_by_side_with_intervals_and_differences() {
    let line = "eval references.jsonl --chain 'bullets(count = 2)' --chain 'bullets(count = 1)' --format json";
    let place = place();
    let said = place.run(line);
    let value = said.expect(0, &["stderr\n"]).json();
    assert_eq!((&value["documents"], &value["bad_lines"]), (&Value::from(7), &Value::from(0)));
    assert_eq!(value["cap"], "2 sentences");
    let systems = value["systems"].as_array().unwrap();
    let names: Vec<&str> = systems.iter().map(|system| system["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["bullets(count = 2)", "bullets(count = 1)", "lead", "oracle"]);
    let mean = |place: usize, measure: &str| systems[place][measure]["mean"].as_f64().unwrap();
    for measure in ["r1", "r2", "rlsum"] {
        for (place, name) in names.iter().enumerate() {
            let [low, high] = ["low", "high"].map(|end| systems[place][measure][end].as_f64().unwrap());
            assert!(low <= mean(place, measure) && mean(place, measure) <= high, "{name} {measure}");
            assert!(mean(3, measure) >= mean(place, measure), "the oracle is no better than {name}: {value:#}");
        }
    }
    for (difference, place) in value["differences"].as_array().unwrap().iter().zip(1..) {
        assert_eq!((&difference["name"], &difference["to"]), (&systems[place]["name"], &systems[0]["name"]));
        let due = mean(place, "r1") - mean(0, "r1");
        assert!((difference["r1"]["mean"].as_f64().unwrap() - due).abs() < 0.001, "{difference:#}");
    }
    // The same bytes every time, also from a pipe but for the name.
    assert_eq!(place.run(line), said);
    let piped = place.feed(place.read(REFERENCES), &line.replace(REFERENCES, "-"));
    assert_eq!(piped.expect(0, &[]).stdout, said.stdout.replace(REFERENCES, "-"));
}

#[test]
fn what_is_asked_and_what_goes_wrong() {
    let place = place();
    let lines = place.read(REFERENCES);
    place.write("bad.jsonl", format!("{{\"id\": 1, \"text\": \"It rained.\"}}\n{lines}{{\n"));
    place.write("none.jsonl", "{}\n");
    place.write("refs.jsonl.gz", b"\x1F\x8B\x08\x00");
    let failing = r#"bullets, faulty(how = "error")"#;
    each(
        [
            ("references.jsonl", 0, &["7 documents of references.jsonl; references of", "ROUGE-Lsum", "oracle"][..]),
            ("references.jsonl --length '20 words'", 0, &["Lead and oracle: up to 20 words, as asked."]),
            (
                "references.jsonl --chain headline --reference-field headline",
                0,
                &["up to 1 sentence", "minus headline"],
            ),
            ("references.jsonl --format markdown --chain 'bullets | headline'", 0, &["| `bullets \\| headline` |"]),
            // What cannot be read is told and left out.
            (
                "bad.jsonl",
                1,
                &[
                    "7 documents of bad.jsonl (2 bad lines left out)",
                    "bad.jsonl, line 1: has no field `summary`; name the field",
                    "bad.jsonl, line 9: is no JSON: EOF",
                ],
            ),
            ("none.jsonl", 1, &["none.jsonl: holds no document with a reference", "stdout\n---"]),
            ("absent.jsonl", 1, &["absent.jsonl: cannot be read: there is no such file", "stdout\n---"]),
            ("refs.jsonl.gz", 1, &["is compressed by gzip", "`zcat FILE | summarise eval -`", "stdout\n---"]),
            // A failure is worth nothing and is counted.
            (
                &format!("references.jsonl --chain bullets --chain '{failing}'"),
                1,
                &[
                    "harbour: faulty failed: it was told to fail",
                    "further failures of this chain are only counted",
                    "0.0       7\n",
                ],
            ),
            (
                "references.jsonl --chain 'bulets'",
                2,
                &["there is no plugin `bulets`; did you mean `bullets`?", "stdout\n---"],
            ),
            (
                "references.jsonl --chain statistics",
                2,
                &["`statistics` says no text that could be compared", "stdout\n---"],
            ),
            ("references.jsonl --length '9 bytes'", 2, &["--length: a summary's length is in", "stdout\n---"]),
            ("references.jsonl --format jsonl", 2, &["--format: an evaluation is written as", "stdout\n---"]),
            ("", 2, &["<REFERENCES>", "stdout\n---"]),
        ],
        |case| case.0.to_owned(),
        |(line, status, pieces)| _ = place.run(&format!("eval {line}")).expect(*status, pieces),
    );
}
