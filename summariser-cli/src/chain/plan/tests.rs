//! Where an option's value is from, and what is refused, with plugins that are made up.

use super::*;
use crate::host::discover::{Found, Origin};
use crate::host::inspect::Inspected;
use crate::host::manifest::Manifest;

const BULLETS: &str = r#"
id = "bullets"
version = "1.0.0"
about = "Bullets."
reads = ["sentences"]
makes = ["bullet"]
options = [
  { key = "count", type = "integer", min = 1, max = 50 },
  { key = "length", type = "length" },
  { key = "order", type = "string", default = "source", choices = ["source", "score"] },
  { key = "share", type = "float", default = 0.5, min = 0.0, max = 1.0 },
]"#;
const SAYS: &str = r#"
id = "says"
version = "1.0.0"
about = "Says why."
options = [{ key = "explain", type = "boolean", default = false }, { key = "why", type = "boolean", default = false }]"#;
const TELLS: &str = r#"
id = "tells"
version = "1.0.0"
about = "Tells how."
options = [{ key = "explain", type = "string", default = "never" }]"#;
const COUNTS: &str = "id = \"counts\"\nversion = \"1.0.0\"\nabout = \"Counts.\"\nmakes = [\"figure\"]";

fn registry() -> Registry {
    let found = [BULLETS, COUNTS, SAYS, TELLS].map(|toml| {
        let manifest = Manifest::parse(toml).expect("a good manifest");
        let path = std::path::PathBuf::from(format!("/plugins/{}.so", manifest.id));
        let inspected = Inspected { abi: summariser_core::abi::VERSION, manifest, manifest_text: toml.to_owned() };
        let id = Some(inspected.manifest.id.clone());
        let plugin = Ok(Plugin { path: path.clone(), inspected, is_shipped: false, digest: None, off: None });
        Found { path, origin: Origin::UserData, plugin, id, is_locked: false, shadowed_by: None }
    });
    let mut registry = Registry::default();
    registry.found.extend(found);
    registry
}

fn setting(options: &[(&str, &str)], length: Option<&str>) -> Setting {
    let configured = |(key, value): &(&str, &str)| {
        let table: toml::Table = toml::from_str(&format!("v = {value}")).expect("a value");
        ((*key).to_owned(), Configured { value: table["v"].clone(), place: "summariser.toml:2:1".to_owned() })
    };
    Setting {
        chains: [("brief", "bullets(count = 2)"), ("loop", "@pool"), ("pool", "counts, @loop")]
            .map(|(name, chain)| (name.to_owned(), (chain.to_owned(), format!("summariser.toml:1:1, chain {name}"))))
            .into(),
        options: [("bullets".to_owned(), options.iter().map(configured).collect())].into(),
        length: length.map(|text| General { text: text.to_owned(), said: Said::OnCommandLine }),
        explain: false,
    }
}

fn asked(chain: &str) -> Asked {
    Asked { text: chain.to_owned(), source: "--chain".to_owned(), is_default: false }
}

#[track_caller]
fn check(chain: &str, setting: &Setting, options: &str) {
    let plan = plan(&asked(chain), setting, &registry()).unwrap_or_else(|message| panic!("{message}"));
    let stages = plan.sections[0].stages.as_ref().expect("nothing is missing");
    let set: Vec<String> = stages[0]
        .options
        .iter()
        .map(|(key, value)| match value {
            OptionSetting::Integer(n) => format!("{key}={n}"),
            OptionSetting::Float(n) => format!("{key}={n}"),
            OptionSetting::Length(length) => format!("{key}={length}"),
            OptionSetting::String(text) => format!("{key}={text}"),
            OptionSetting::Boolean(is) => format!("{key}={is}"),
            _ => format!("{key}=-"),
        })
        .collect();
    assert_eq!(set.join(" "), options, "{chain}");
}

#[test]
fn a_value_is_from_the_chain_then_the_flag_then_the_configuration_then_the_plugin() {
    let none = setting(&[], None);
    check("bullets", &none, "count=- length=- order=source share=0.5");
    check("bullets(share = 1)", &none, "count=- length=- order=source share=1");
    check("@brief", &none, "count=2 length=- order=source share=0.5");
    let configured = setting(&[("count", "7"), ("order", "\"score\"")], None);
    check("bullets", &configured, "count=7 length=- order=score share=0.5");
    check("bullets(count = 3, order = \"source\")", &configured, "count=3 length=- order=source share=0.5");
    check("bullets(length = \"20%\")", &configured, "count=- length=20% order=score share=0.5");
    let flagged = setting(&[("count", "7")], Some("80 words"));
    check("bullets", &flagged, "count=- length=80 words order=source share=0.5");
    check("bullets(count = 3)", &flagged, "count=3 length=80 words order=source share=0.5");
    check("counts", &flagged, "");
    let from_file = |options: &[(&str, &str)]| {
        let mut setting = setting(options, Some("80 words"));
        setting.length.iter_mut().for_each(|length| length.said = Said::InFile);
        setting
    };
    check("bullets", &from_file(&[]), "count=- length=80 words order=source share=0.5");
    check("bullets(count = 3)", &from_file(&[]), "count=3 length=- order=source share=0.5");
    check("bullets", &from_file(&[("count", "7")]), "count=7 length=- order=source share=0.5");
}

#[test]
fn mistakes_say_where_and_what_is_near() {
    let none = setting(&[], None);
    for (chain, said) in [
        ("bulets", "there is no plugin `bulets`; did you mean `bullets`?\n  bulets\n  ^^^^^^"),
        (
            "bullets(cuont = 3)",
            "`bullets` has no option `cuont`; did you mean `count`?\n  bullets(cuont = 3)\n          ^^^^^",
        ),
        ("bullets(zzz = 3)", "`bullets` has no option `zzz`; it has count, length, order, share"),
        ("counts(x = 1)", "`counts` has no option `x`; it has none"),
        (
            "bullets(count = 0)",
            "the option `count` takes a whole number, 1 to 50, not 0\n  bullets(count = 0)\n                  ^",
        ),
        ("bullets(count = \"3\")", "takes a whole number, 1 to 50, not the text \"3\""),
        ("bullets(share = nan)", "takes a number, 0 to 1"),
        ("bullets(order = \"best\")", "the option `order` takes \"source\" or \"score\", not \"best\""),
        ("bullets(length = \"3 pages\")", "\"3 pages\" is no length"),
        ("counts | bullets", "`counts` says no text that could be piped on, only: figure"),
        ("@brif", "there is no chain named `brif`; did you mean `brief`?"),
        ("@loop", "the chain `loop` is part of itself"),
    ] {
        let message = plan(&asked(chain), &none, &registry()).expect_err(chain);
        assert!(message.contains(said), "{chain}:\n{message}");
    }
    let wrong = setting(&[("count", "0")], None);
    let message = plan(&asked("bullets"), &wrong, &registry()).expect_err("0 is no count");
    assert_eq!(message, "summariser.toml:2:1: the option `count` of `bullets` takes a whole number, 1 to 50, not 0");
}

#[test]
fn the_last_stage_explains_itself_if_it_can_and_nobody_said_otherwise() {
    let mut explain = setting(&[], None);
    explain.options.insert("says".to_owned(), explain.options["bullets"].clone());
    explain.explain = true;
    check("says", &explain, "explain=true why=false");
    check("says(explain = false)", &explain, "explain=false why=false");
    check("bullets | says", &explain, "count=- length=- order=source share=0.5");
    check("says | bullets", &explain, "explain=false why=false");
    check("tells", &explain, "explain=never");
    check("says", &setting(&[], None), "explain=false why=false");
}

#[test]
fn what_the_default_chain_lacks_is_reported_in_its_section() {
    let default = Asked { is_default: true, ..asked("headline, bullets") };
    let plan = plan(&default, &setting(&[], None), &registry()).expect("the others run");
    assert_eq!(plan.sections[0].stages.as_ref().map_err(|missing| missing.id.as_str()), Err("headline"));
    assert!(plan.sections[1].stages.is_ok());
}
