//! [`Plan`]: a chain, checked whole. Every plugin is there, every option is its plugin's and in range, every pipe carries
//! text. What a stage does not say comes from `--length` and `--explain`, the configuration and the plugin's defaults, in that order.

use std::collections::BTreeMap;
use std::ops::Range;

use summariser_core::Reads;
use summariser_core::abi::host::FailureKind;
use summariser_core::abi::option::OptionSetting;

use super::parse::{Chain, Section, Stage, StageOption, parse};
use crate::diagnostic::{Mistake, did_you_mean};
use crate::host::discover::{Plugin, Registry};
use crate::host::manifest::{Manifest, OptionKind, OptionRule};

/// What will run.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Its sections, in order.
    pub sections: Vec<PlannedSection>,
}

/// What a section will be.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedSection {
    /// The section as it was written.
    pub chain: String,
    /// The stages, or the plugin that cannot be run: one that is switched off, or, in the default chain, one that is
    /// missing.
    pub stages: Result<Vec<PlannedStage>, Missing>,
}

/// A plugin that is not there, or is not to be run.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// Its id.
    pub id: String,
    /// The kind of failure that this is.
    pub kind: FailureKind,
    /// Why it is missing, and where it was looked for.
    pub why: String,
}

/// A plugin with every option settled.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedStage {
    /// The plugin.
    pub plugin: Plugin,
    /// Its options, in the manifest's order.
    pub options: Vec<(String, OptionSetting)>,
}

impl PlannedStage {
    /// The columns that it reads.
    #[must_use]
    pub fn reads(&self) -> Reads {
        self.plugin.inspected.manifest.reads
    }
}

/// A value that the configuration gives to a plugin's option, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Configured {
    /// The value.
    pub value: toml::Value,
    /// Where: `summariser.toml:7:9`.
    pub place: String,
}

/// What a plan is made with, besides the chain.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// The chains that have a name, each with where it is from.
    pub chains: BTreeMap<String, (String, String)>,
    /// The plugins' options from the configuration.
    pub options: BTreeMap<String, BTreeMap<String, Configured>>,
    /// How long summaries may be, where anybody says.
    pub length: Option<General>,
    /// Whether summaries are to say why they are as they are.
    pub explain: bool,
}

/// A length that is meant for all plugins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct General {
    /// The length.
    pub text: String,
    /// Where it was said.
    pub said: Said,
}

/// Where something was said; what is nearer to the run stands above the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// In a file: below what a file says of a plugin.
    InFile,
    /// In the environment: above all files, below what the chain says of a stage.
    InEnvironment,
    /// On the command line: beside what the chain says of a stage.
    OnCommandLine,
}

/// A chain as text, and where it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The chain.
    pub text: String,
    /// Where it is from: `--chain`.
    pub source: String,
    /// Whether nobody asked for it: then a plugin that is missing is reported in its section, and the others run.
    pub is_default: bool,
}

/// Parses and checks a chain.
///
/// # Errors
/// The first mistake, shown where it stands.
pub fn plan(asked: &Asked, setting: &Setting, registry: &Registry) -> Result<Plan, String> {
    check_configuration(setting, registry)?;
    let mut planner = Planner { setting, registry, is_default: asked.is_default, within: Vec::new() };
    let mut sections = Vec::new();
    planner.chain(&asked.text, &asked.source, &mut sections)?;
    Ok(Plan { sections })
}

/// Checks what the configuration says of plugins, whether they are used or not. A plugin that is not there is passed over,
/// since a configuration may serve several machines, unless its name is nearly that of one that is.
///
/// # Errors
/// The first mistake, and where it stands.
pub fn check_configuration(setting: &Setting, registry: &Registry) -> Result<(), String> {
    for (id, options) in &setting.options {
        let Some(plugin) = registry.find(id) else {
            let near = did_you_mean(id, registry.ids());
            match options.values().next().filter(|_| !near.is_empty() && registry.refusal(id).is_none()) {
                Some(first) => return Err(format!("{}: there is no plugin `{id}`{near}", first.place)),
                None => continue,
            }
        };
        let manifest = &plugin.inspected.manifest;
        for (key, Configured { value, place }) in options {
            let rule = manifest.option(key).ok_or_else(|| format!("{place}: {}", unknown_option(manifest, key)))?;
            rule.check(value).map_err(|why| format!("{place}: the option `{key}` of `{id}` {why}"))?;
        }
    }
    Ok(())
}

fn unknown_option(manifest: &Manifest, key: &str) -> String {
    let known = || manifest.options.iter().map(|option| option.key.as_str());
    let near = did_you_mean(key, known());
    let all: Vec<&str> = known().collect();
    let all = if all.is_empty() { "it has none".to_owned() } else { format!("it has {}", all.join(", ")) };
    let help = if near.is_empty() { format!("; {all}") } else { near };
    format!("`{}` has no option `{key}`{help}", manifest.id)
}

/// The most sections that a chain may have, so that chains of chains cannot grow without bounds.
const MOST_SECTIONS: usize = 256;

struct Planner<'a> {
    setting: &'a Setting,
    registry: &'a Registry,
    is_default: bool,
    /// The named chains that this one is part of.
    within: Vec<String>,
}

/// The text that messages point into.
struct Written<'a> {
    text: &'a str,
    source: &'a str,
}

impl Written<'_> {
    fn mistake(&self, message: impl Into<String>, at: &Range<usize>) -> String {
        let (source, line) = (self.source.to_owned(), self.text.to_owned());
        Mistake { message: message.into(), source, line, at: at.clone() }.to_string()
    }
}

impl Planner<'_> {
    fn chain(&mut self, text: &str, source: &str, sections: &mut Vec<PlannedSection>) -> Result<(), String> {
        let written = Written { text, source };
        let chain: Chain = parse(text, source).map_err(|mistake| mistake.to_string())?;
        for section in &chain.sections {
            match section {
                Section::Stages(_, at) if sections.len() >= MOST_SECTIONS => {
                    return Err(written.mistake(format!("the chain has more than {MOST_SECTIONS} sections"), at));
                }
                Section::Stages(stages, at) => sections.push(self.section(stages, at, &written)?),
                Section::Named(name, at) => {
                    let Some((named, place)) = self.setting.chains.get(name) else {
                        let names = self.setting.chains.keys().map(String::as_str);
                        let near = did_you_mean(name, names);
                        let message = if near.is_empty() {
                            format!(
                                "there is no chain named `{name}`; name chains in summariser.toml, in the table [chains]"
                            )
                        } else {
                            format!("there is no chain named `{name}`{near}")
                        };
                        return Err(written.mistake(message, at));
                    };
                    if self.within.contains(name) {
                        return Err(written.mistake(format!("the chain `{name}` is part of itself"), at));
                    }
                    self.within.push(name.clone());
                    self.chain(named, place, sections)?;
                    self.within.pop();
                }
            }
        }
        Ok(())
    }

    fn section(&self, stages: &[Stage], at: &Range<usize>, written: &Written<'_>) -> Result<PlannedSection, String> {
        let chain = written.text.get(at.clone()).unwrap_or_default().to_owned();
        let mut planned: Vec<PlannedStage> = Vec::new();
        let mut off = None;
        for (place, stage) in stages.iter().enumerate() {
            let Some(plugin) = self.registry.find(&stage.id) else {
                let missing = || {
                    let near = did_you_mean(&stage.id, self.registry.ids());
                    format!("there is no plugin `{}`{near}{}", stage.id, self.registry.missing(&stage.id))
                };
                let why = self.registry.refusal(&stage.id).unwrap_or_else(missing);
                if self.is_default {
                    let missing = Missing { id: stage.id.clone(), kind: FailureKind::Load, why };
                    return Ok(PlannedSection { chain, stages: Err(missing) });
                }
                let (message, looked) = why.split_once('\n').map_or((&*why, None), |(why, rest)| (why, Some(rest)));
                let looked = looked.map(|looked| format!("\n{looked}")).unwrap_or_default();
                return Err(format!("{}{looked}", written.mistake(message, &stage.at)));
            };
            let manifest = &plugin.inspected.manifest;
            let is_last = place + 1 == stages.len();
            if !is_last && !manifest.makes_text() {
                let kinds: Vec<&str> = manifest.makes.iter().map(|kind| kind.name()).collect();
                let message = format!("`{}` says no text that could be piped on, only: {}", stage.id, kinds.join(", "));
                return Err(written.mistake(message, &stage.at));
            }
            planned
                .push(PlannedStage { plugin: plugin.clone(), options: self.options(stage, plugin, is_last, written)? });
            if let Some(why) = &plugin.off {
                let missing = Missing { id: stage.id.clone(), kind: FailureKind::Disabled, why: why.to_string() };
                off.get_or_insert(missing);
            }
        }
        Ok(PlannedSection { chain, stages: off.map_or(Ok(planned), Err) })
    }

    /// Every option of the plugin, in the manifest's order.
    fn options(
        &self,
        stage: &Stage,
        plugin: &Plugin,
        is_last: bool,
        written: &Written<'_>,
    ) -> Result<Vec<(String, OptionSetting)>, String> {
        let manifest = &plugin.inspected.manifest;
        for (place, option) in stage.options.iter().enumerate() {
            if manifest.option(&option.key).is_none() {
                return Err(written.mistake(unknown_option(manifest, &option.key), &option.key_at));
            }
            if stage.options[..place].iter().any(|earlier| earlier.key == option.key) {
                return Err(written.mistake(format!("the option `{}` stands here twice", option.key), &option.key_at));
            }
        }
        let configured = self.setting.options.get(&manifest.id);
        // Whoever says how long or how many is not held to what is said further away of the other.
        let is_size = |key: &str| key == "length" || key == "count";
        let says_size = stage.options.iter().any(|option| is_size(&option.key));
        let configures_size = configured.is_some_and(|options| options.keys().any(|key| is_size(key)));
        let general = self.setting.length.as_ref().filter(|_| manifest.makes_body());
        let needed = match (says_size, configures_size) {
            (true, _) => Said::OnCommandLine,
            (false, true) => Said::InEnvironment,
            (false, false) => Said::InFile,
        };
        let general = general.filter(|length| length.said >= needed);
        let set = |rule: &OptionRule| {
            if let Some(option) = stage.options.iter().find(|option| option.key == rule.key) {
                return written_value(rule, option, written);
            }
            // What a stage explains within a pipe would be lost.
            if self.setting.explain && is_last && rule.key == "explain" && rule.kind == OptionKind::Boolean {
                return Ok(OptionSetting::Boolean(true));
            }
            if let Some(length) = general.filter(|_| is_size(&rule.key)) {
                return if rule.key == "length" {
                    let checked = rule.check(&toml::Value::String(length.text.clone()));
                    checked.map_err(|why| format!("the length: the option `length` of `{}` {why}", manifest.id))
                } else {
                    Ok(rule.default.clone())
                };
            }
            let configured = configured.filter(|_| !(says_size && is_size(&rule.key)));
            if let Some(value) = configured.and_then(|options| options.get(&rule.key)) {
                return rule.check(&value.value);
            }
            Ok(rule.default.clone())
        };
        manifest.options.iter().map(|rule| Ok((rule.key.clone(), set(rule)?))).collect()
    }
}

fn written_value(rule: &OptionRule, option: &StageOption, written: &Written<'_>) -> Result<OptionSetting, String> {
    let checked = rule.check(&option.value);
    checked.map_err(|why| written.mistake(format!("the option `{}` {why}", rule.key), &option.value_at))
}

#[cfg(test)]
mod tests;
