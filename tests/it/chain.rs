//! Chains as the user writes them: options checked before anything runs, pipes that keep their spans, chains by name, and
//! the configuration that they come from.

use serde_json::Value;
use summariser_core::rank::rankers;

use crate::support::{Place, each, file_name};

const TEXT: &str = "The ferry is late again today. Nobody on the island knows when the old bridge will open. \
                    The mill burned down on Monday, and the ferry carried the firemen over. An owl saw it all.\n";

fn place() -> Place {
    let place = Place::new(&["headline", "bullets", "figures", "statistics", "faulty"]);
    place.write("a.txt", TEXT);
    place
}

#[test]
fn chains_that_run() {
    let place = place();
    each(
        [
            ("bullets", &["bullets"][..]),
            ("bullets,headline", &["bullets", "headline"]),
            ("  bullets ,  headline , ", &["bullets", "headline"]),
            ("bullets()", &["bullets()"]),
            ("bullets(count = 2,)", &["bullets(count = 2,)"]),
            ("bullets( count=2 , order=\"score\" )", &["bullets( count=2 , order=\"score\" )"]),
            ("bullets(length = \"20%\") | bullets(count = 1)", &["bullets(length = \"20%\") | bullets(count = 1)"]),
            ("bullets|bullets|headline, statistics", &["bullets|bullets|headline", "statistics"]),
            ("headline(title = false, length = \"40 chars\")", &["headline(title = false, length = \"40 chars\")"]),
            ("bullets, bullets", &["bullets", "bullets"]),
        ],
        |case| case.0.to_owned(),
        |(chain, sections)| {
            let said = place.run(&format!("a.txt --format json --chain '{chain}'"));
            let json = said.expect(0, &[]).json();
            let names: Vec<&Value> =
                json["sections"].as_array().unwrap().iter().map(|section| &section["chain"]).collect();
            assert_eq!(names, *sections);
        },
    );
}

#[test]
fn mistakes_in_chains_are_shown_where_they_are_and_nothing_is_done() {
    let place = place();
    place.write(
        "summariser.toml",
        "[chains]\nbrief = \"headline, bullets(count = 1)\"\nbad = \"bullets(cuont = 1)\"\n\
        one = \"headline, @two\"\ntwo = \"@one\"\n\
        a = \"headline, headline, headline, headline, headline, headline, headline, headline\"\n\
        b = \"@a, @a, @a, @a, @a, @a, @a, @a\"\nmany = \"@b, @b, @b, @b, @b, @b, @b, @b\"\n",
    );
    each(
        [
            ("", "the chain is empty; name a plugin, such as `bullets`", ""),
            ("bulets", "there is no plugin `bulets`; did you mean `bullets`?\n  bulets\n  ^^^^^^\n", ""),
            ("bullets(cuont = 3)", "`bullets` has no option `cuont`; did you mean `count`?\n", "          ^^^^^\n"),
            (
                "bullets(zzz = 3)",
                "`bullets` has no option `zzz`; it has count, length, order, trim, ranker, explain\n",
                "          ^^^\n",
            ),
            (
                "bullets(count = 0)",
                "the option `count` takes a whole number, 1 to 1000, not 0\n",
                "                  ^\n",
            ),
            ("bullets(count = 1001)", "1 to 1000, not 1001\n", "                  ^^^^\n"),
            ("bullets(count = 2.5)", "the option `count` takes a whole number, 1 to 1000, not 2.5\n", "^^^\n"),
            ("bullets(count = \"3\")", "1 to 1000, not the text \"3\"\n", "^^^\n"),
            ("bullets(count = [1])", "1 to 1000, not a list\n", "^^^\n"),
            ("bullets(count = {a = 1})", "this value cannot be read\n", "^"),
            ("bullets(count = 2, count = 3)", "an option stands here twice", "^"),
            ("bullets(count = 1 } # )", "the options cannot be read", "^"),
            ("bullets(count = 1 }\n[x]\na = { b = 1)", "the options cannot be read", "^"),
            ("bullets(count = )", "a value is missing here", "^"),
            ("headline(length = \"5 sentences\")", "a length in bytes, chars, words, not one in sentences", "^"),
            ("@many", "the chain has more than 256 sections", "^"),
            ("bullets(count)", "the options cannot be read", "write `key = value`, texts in quotes\n"),
            (
                "bullets(order = best)",
                "`best` is no value; texts stand in quotes: \"best\"\n",
                "                  ^^^^\n",
            ),
            (
                "bullets(order = \"best\")",
                "the option `order` takes \"source\" or \"score\", not \"best\"\n",
                "^^^^^^\n",
            ),
            ("bullets(length = \"5 pages\")", "\"5 pages\" is no length; write a whole number above 0", "^^^^^^^^^\n"),
            ("bullets(length = \"0%\")", "\"0%\" is no length", "^^^^\n"),
            ("headline(title = 1)", "the option `title` takes a true or false, not 1\n", "^\n"),
            ("bullets(count = 3", "this parenthesis is not closed\n", "         ^\n"),
            ("bullets(order = \"score)", "a quotation mark is not closed\n", "         ^\n"),
            ("bullets)", "this closes nothing\n", "         ^\n"),
            (
                "bullets bullets",
                "expected `,` (side by side), `|` (into the next) or `(` (options), not `b`\n",
                "          ^\n",
            ),
            ("bullets,,headline", "expected the name of a plugin, not `,`\n", "          ^\n"),
            ("| bullets", "expected the name of a plugin, not `|`\n", "  ^\n"),
            ("bullets |", "expected the name of a plugin here\n", "           ^\n"),
            ("bullets | @brief", "a named chain stands alone between commas; it cannot be piped into\n", "^\n"),
            (
                "statistics | bullets",
                "`statistics` says no text that could be piped on, only: figure\n",
                "  ^^^^^^^^^^\n",
            ),
            ("@breif", "there is no chain named `breif`; did you mean `brief`?\n  @breif\n", "  ^^^^^^\n"),
            ("@zebra", "there is no chain named `zebra`; name chains in summariser.toml, in the table [chains]\n", ""),
            ("bullets, @bad", "summariser.toml:3:7, chain bad: `bullets` has no option `cuont`", "          ^^^^^\n"),
            ("@one", "the chain `one` is part of itself\n  @one\n", "  ^^^^\n"),
            ("日本, bulets", "there is no plugin `日本`\n  日本, bulets\n  ^^^^\n", ""),
        ],
        |case| case.0.to_owned(),
        |(chain, message, caret)| {
            let said = place.run(&format!("a.txt none.txt --output out.txt --chain '{chain}'"));
            said.expect(2, &["stdout\n--- stderr\nsummarise: ", message, caret, "!none.txt:"]);
            assert!(!place.names().contains(&"out.txt".to_owned()), "nothing was done");
        },
    );
}

#[test]
fn a_longer_pipe_still_points_at_the_source() {
    let place = place();
    let long = place.run(r#"a.txt --format json --chain 'bullets(count = 1)'"#).json();
    for chain in [
        "bullets(count = 3) | bullets(count = 1)",
        "bullets(count = 3) | bullets(count = 2) | bullets(count = 1)",
        r#"bullets(count = 3, order = "score") | bullets(count = 3) | bullets(count = 1)"#,
    ] {
        let json = place.run(&format!("a.txt --format json --chain '{chain}'")).json();
        let blocks = json["sections"][0]["blocks"].as_array().unwrap();
        assert_eq!(blocks.len(), 1, "{chain}");
        assert_eq!((&blocks[0]["verbatim"], &json["sections"][0]["plugin"]), (&Value::Bool(true), &"bullets".into()));
        let span = |at: usize| blocks[0]["spans"][0][at].as_u64().unwrap() as usize;
        assert_eq!(&TEXT[span(0)..span(1)], blocks[0]["text"].as_str().unwrap(), "{chain}");
        assert!(long["sections"][0]["blocks"][0]["text"].is_string());
    }
    // Of a text that was made up nothing is verbatim afterwards.
    let json = place.run("a.txt --format json --chain 'faulty | bullets'").json();
    let block = &json["sections"][0]["blocks"][0];
    assert_eq!(
        (&block["text"], &block["verbatim"], &block["spans"]),
        (&"all is well".into(), &false.into(), &Value::from(Vec::<Value>::new()))
    );
    // And nothing at all is a document, too.
    let said = place.run(r#"a.txt --format json --chain 'faulty(how = "silent") | bullets | headline'"#);
    assert_eq!(said.expect(0, &[]).json()["sections"][0]["blocks"], Value::from(Vec::<Value>::new()));
}

#[test]
fn statistics_after_a_pipe_speak_of_the_summary_and_compression_of_the_original() {
    let place = place();
    let figure = |chain: &str, key: &str| {
        let json = place.run(&format!("a.txt --format json --chain '{chain}'")).json();
        let blocks = json["sections"].as_array().unwrap().last().unwrap()["blocks"].as_array().unwrap().clone();
        blocks.into_iter().find(|block| block["key"] == key).map(|block| block["value"].clone()).unwrap()
    };
    assert_eq!(figure("statistics", "words"), TEXT.split_whitespace().count());
    assert_eq!(figure("statistics", "sentences"), 4);
    assert_eq!(figure("bullets(count = 2) | statistics", "sentences"), 2);
    assert!(figure("bullets(count = 2) | statistics", "words").as_u64() < figure("statistics", "words").as_u64());
    assert!(figure("bullets(count = 2), statistics", "compression").is_number());
}

#[test]
fn the_nearer_configuration_wins_and_config_says_where_each_value_is_from() {
    let place = place();
    place.write(
        "config/summariser/config.toml",
        "format = \"markdown\"\nlength = \"3 sentences\"\n\
        [chains]\nbrief = \"headline\"\nmine = \"bullets\"\n[plugins.bullets]\ncount = 4\norder = \"score\"\n\
        [limits]\nmemory = 256\nfiles = 32\n",
    );
    place.write("deep/er/b.txt", TEXT);
    place.write(
        "summariser.toml",
        "chain = \"@brief\"\nformat = \"json\"\n[chains]\nbrief = \"bullets(count = 1)\"\n\
        [plugins.bullets]\ncount = 2\n[limits]\nseconds_per_megabyte = 0.5\nmemory = 300\n",
    );
    let said = place.run("config --time-limit 2.5");
    said.expect(
        0,
        &[
            "chain = \"@brief\"",
            "# [HERE]/summariser.toml:1:9\n",
            "format = \"json\"",
            "# [HERE]/summariser.toml:2:10\n",
            "length = \"3 sentences\"",
            "# [HERE]/config/summariser/config.toml:2:10\n",
            "color = \"auto\"",
            "# default\n",
            "brief = \"bullets(count = 1)\"",
            "mine = \"bullets\"",
            "config.toml:5:8\n",
            "count = 2",
            "# [HERE]/summariser.toml:6:9\n",
            "order = \"score\"",
            "# [HERE]/config/summariser/config.toml:8:9\n",
            "in_process = false ",
            "\n[limits]\nseconds = 2.5 ",
            "# --time-limit\nseconds_per_megabyte = 0.5 ",
            "# [HERE]/summariser.toml:8:24\nmemory = 300 ",
            "# [HERE]/summariser.toml:9:10\noutput = 16 ",
            "# default\nfiles = 32 ",
            "# [HERE]/config/summariser/config.toml:11:9\n",
            "#   user: [HERE]/config/summariser/config.toml\n",
            "#   project: [HERE]/summariser.toml\n",
            "#   [HERE]/plugins (SUMMARISER_PLUGIN_PATH)\n",
        ],
    );
    let json = place.run("config --format json").json();
    assert_eq!((&json["schema_version"], &json["chain"]["value"]), (&1.into(), &"@brief".into()));
    assert_eq!(
        (&json["in_process"]["value"], &json["limits"]["seconds"]["origin"]),
        (&false.into(), &"default".into())
    );
    assert_eq!(json["limits"]["memory"]["value"], 300.0);
    assert!(json["limits"]["memory"]["origin"].as_str().unwrap().ends_with("summariser.toml:9:10"));
    // What `config` shows is what runs: the project's format and chain.
    let blocks = |line: &str, variable: Option<(&str, &str)>| {
        let mut command = place.command(line);
        command.envs(variable);
        let said = place.done(command, b"");
        said.expect(0, &[]).json()["sections"][0]["blocks"].as_array().unwrap().len()
    };
    assert_eq!(blocks("a.txt", None), 1);
    assert_eq!(
        blocks("a.txt --chain bullets", None),
        2,
        "what a file says of a plugin stands above what one says of all"
    );
    assert_eq!(blocks("a.txt --chain 'bullets(count = 2)'", None), 2, "what stands in the chain wins");
    assert_eq!(blocks("a.txt", Some(("SUMMARISER_CHAIN", "bullets(count = 1)"))), 1);
    assert_eq!(blocks("a.txt --chain bullets", Some(("SUMMARISER_LENGTH", "1 sentence"))), 1);
    assert_eq!(blocks("a.txt --chain bullets --length '2 sentences'", Some(("SUMMARISER_LENGTH", "1 sentence"))), 2);
    assert_eq!(blocks("a.txt", Some(("SUMMARISER_FORMAT", ""))), 1, "an empty variable says nothing");
    place.run("a.txt --format text").expect(0, &["• "]);
    // The project's file is looked for above, too.
    let mut command = place.command("b.txt");
    command.current_dir(place.path("deep/er"));
    assert_eq!(place.done(command, b"").expect(0, &[]).json()["sections"][0]["chain"], "bullets(count = 1)");
}

#[test]
fn a_stage_that_says_how_many_is_not_held_to_a_files_length() {
    let place = place();
    place.write("config/summariser/config.toml", "length = \"1 sentence\"\n[plugins.bullets]\ncount = 2\n");
    let count = |line: &str| place.run(line).json()["sections"][0]["blocks"].as_array().unwrap().len();
    for (flags, expected) in [
        ("--chain bullets", 2),
        ("--chain 'bullets(count = 3)'", 3),
        (r#"--chain 'bullets(length = "3 sentences")'"#, 3),
        ("--chain bullets --length '3 sentences'", 3),
    ] {
        assert_eq!(count(&format!("a.txt --format json {flags}")), expected, "{flags}");
    }
}

#[test]
fn mistakes_in_configuration_are_shown_where_they_are() {
    let place = place();
    each(
        [
            ("chian = \"bullets\"\n", "summariser.toml:1:1: unknown key `chian`; did you mean `chain`?\n"),
            ("\n[plugns.bullets]\n", "summariser.toml:2:2: unknown key `plugns`; did you mean `plugins`?\n"),
            ("zebra = 1\n", "summariser.toml:1:1: unknown key `zebra`; the keys are chain, format, length, color, "),
            (
                "chain = 5\n",
                "summariser.toml:1:9: this is the wrong kind of value: integer `5` where a string is due; write it in quotes\n",
            ),
            ("chain = \n", "summariser.toml:1:"),
            (
                "chain = \"bulets\"\n",
                "summariser.toml:1:9: there is no plugin `bulets`; did you mean `bullets`?\n  bulets\n  ^",
            ),
            ("# ü\nformat = \"txt\"\n", "summariser.toml:2:10: `format` is one of text, markdown, json, jsonl"),
            ("color = \"blue\"\n", "summariser.toml:1:9: `color` is one of auto, always, never, not \"blue\"\n"),
            ("length = \"5 pages\"\n", "summariser.toml:1:10: \"5 pages\" is no length"),
            (
                "[plugins.bullets]\ncount = 0\n",
                "summariser.toml:2:9: the option `count` of `bullets` takes a whole number, 1 to 1000, not 0\n",
            ),
            (
                "[plugins.bullets]\ncuont = 1\n",
                "summariser.toml:2:9: `bullets` has no option `cuont`; did you mean `count`?\n",
            ),
            (
                "[plugins.bulets]\ncount = 1\n",
                "summariser.toml:2:9: there is no plugin `bulets`; did you mean `bullets`?\n",
            ),
            ("[plugins.statistics]\ncount = 1\n", "summariser.toml:2:9: `statistics` has no option `count`"),
            ("[chains]\nx = \"bullets(\"\n", "summariser.toml:2:5, chain x: this parenthesis is not closed\n"),
            (
                "[chain]\nx = \"bullets\"\n",
                "where a string is due; chains that have a name stand in the table [chains]\n",
            ),
            (
                "[limits]\n\nmemroy = 5\n",
                "summariser.toml:3:10: there is no limit `memroy`; did you mean `memory`?; the limits are seconds, ",
            ),
            ("[limits]\nmemory = 5\n", "summariser.toml:2:10: the limit `memory` is between 16 and 1000000, not 5\n"),
            (
                "[limits]\nseconds = nan\n",
                "summariser.toml:2:11: the limit `seconds` is between 0.001 and 1000000, not",
            ),
            (
                "[limits]\nseconds = 0\n",
                "summariser.toml:2:11: the limit `seconds` is between 0.001 and 1000000, not 0\n",
            ),
            (
                "[limits]\nfiles = \"many\"\n",
                "summariser.toml:2:9: this is the wrong kind of value: string \"many\" where",
            ),
            ("limits = 5\n", "summariser.toml:1:10: this is the wrong kind of value: integer `5` where a table is due"),
            (
                "\nin_process = true\n",
                "summariser.toml:2:14: a project's file cannot trust plugins; put `in_process` into",
            ),
            ("\nplugin_dirs = [\"/tmp\"]\n", "summariser.toml:2:15: a project's file cannot say where plugins are, "),
        ],
        |case| case.0.to_owned(),
        |(file, message)| {
            place.write("summariser.toml", file);
            let said = place.run("a.txt");
            said.expect(2, &["stdout\n--- stderr\nsummarise: [HERE]/", message]);
        },
    );
    place.write("summariser.toml", "chain = \"headline\"");
    for (flag, message) in [
        ("--time-limit 0", "--time-limit: the limit `seconds` is between 0.001 and 1000000, not 0\n"),
        ("--time-limit=-1", "--time-limit: the limit `seconds` is between 0.001 and 1000000, not -1\n"),
        ("--memory-limit 1", "--memory-limit: the limit `memory` is between 16 and 1000000, not 1\n"),
        ("--memory-limit much", "invalid value 'much' for '--memory-limit <MEGABYTES>'"),
    ] {
        place.run(&format!("a.txt {flag}")).expect(2, &[message, "stdout\n---"]);
    }
    for (name, value, message) in [
        (
            "SUMMARISER_CHAIN",
            "bulets",
            "environment variable SUMMARISER_CHAIN: there is no plugin `bulets`; did you mean",
        ),
        ("SUMMARISER_FORMAT", "jsn", "environment variable SUMMARISER_FORMAT: `format` is one of "),
        ("SUMMARISER_LENGTH", "many", "environment variable SUMMARISER_LENGTH: \"many\" is no length"),
        ("SUMMARISER_COLOR", "pink", "environment variable SUMMARISER_COLOR: `color` is one of "),
    ] {
        let mut command = place.command("a.txt");
        command.env(name, value);
        place.done(command, b"").expect(2, &[message, "stdout\n---"]);
    }
    // A file that cannot be read is a mistake; one that is not there is none.
    std::fs::remove_file(place.path("summariser.toml")).unwrap();
    place.write("config/summariser/config.toml", b"chain = \"\xFF\"");
    place
        .run("a.txt")
        .expect(2, &["[HERE]/config/summariser/config.toml:1:10: this is no UTF-8; save the file in that encoding"]);
}

#[test]
fn a_users_file_may_say_where_plugins_are() {
    let place = Place::new(&["bullets"]).with_own_program();
    place.write("a.txt", TEXT);
    place.write("config/summariser/config.toml", format!("plugin_dirs = ['{}']\n", place.path("plugins").display()));
    let mut command = place.command("a.txt --chain bullets");
    command.env_remove("SUMMARISER_PLUGIN_PATH");
    place.done(command, b"").expect(0, &["• "]);
}

#[test]
fn what_plugins_say_of_themselves_is_shown_without_running_them() {
    let place = Place::new(&["bullets", "faulty-create", "functionless"]);
    place
        .run("plugin list")
        .expect(0, &["bullets        0.1.0  Bullet points", "faulty-create  0.1.0  Panics when it is made"]);
    place.run("plugin info faulty-create").expect(
        0,
        &[
            "faulty-create 0.1.0\n\nPanics when it is made or unmade.\n",
            "file     [HERE]/plugins/",
            "(SUMMARISER_PLUGIN_PATH)\n",
            "ABI      1.1\n",
            "licence  MIT OR Apache-2.0\n",
            "reads    terms, salience\n",
            "makes    anything\n",
            "Options, as in `faulty-create(when = …)`:\n",
            "  when  \"create\" or \"destroy\" or \"never\" or \"abort\" or \"hang\"; default \"create\"\n",
            "\n      When to panic.\n",
        ],
    );
    place.run("plugin info functionless").expect(0, &["licence  not stated\n", "It has no options.\n"]);
    place.run("plugin info bulets").expect(1, &["did you mean `bullets`?", "it was looked for in"]);
    let file = format!("plugins/{}", file_name("bullets"));
    place.run(&format!("plugin info {file}")).expect(0, &["bullets 0.1.0\n"]);
    place.run(&format!("plugin info bullets --plugin {file}")).expect(0, &["bullets 0.1.0\n", "(--plugin)"]);
    place.write("plugins/none.so", "not a library");
    place.run("plugin info plugins/none.so").expect(1, &["plugins/none.so: it is no shared library", "stdout\n---"]);
    let json = place.run("plugin info bullets --format json").json();
    assert_eq!(
        (&json["id"], &json["options"][0]["key"], &json["options"][0]["max"]),
        (&"bullets".into(), &"count".into(), &1000.0.into())
    );
}

#[test]
fn plugins_offer_every_ranker_that_there_is() {
    let place = Place::usual();
    // The first ranker is the salience that documents come with.
    let named = rankers().into_iter().skip(1).map(|ranker| ranker.name());
    let all: Value = ["salience"].into_iter().chain(named).collect();
    each(
        ["bullets", "sentences"],
        |plugin| (*plugin).to_owned(),
        |plugin| {
            let json = place.run(&format!("plugin info {plugin} --format json")).json();
            let options = json["options"].as_array().expect("options are a list");
            let option = options.iter().find(|option| option["key"] == "ranker").expect("it lets users choose");
            assert_eq!(option["choices"], all);
        },
    );
}
