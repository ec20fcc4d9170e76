//! Every flag of the command; a flag's doc comment is its help.

use std::path::PathBuf;
use std::sync::LazyLock;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use summariser_core::text::Newlines;

use crate::render::Format;
use crate::report::SCHEMA_VERSION;

const EXAMPLES: &str = "\
Examples:
  summarise article.txt                              headline, bullets and statistics
  pdftotext report.pdf - | summarise                 whatever comes down a pipe
  summarise a.txt b.txt --chain 'bullets(count = 3)' one plugin, with an option
  summarise report.txt --chain 'bullets(length = \"20%\") | bullets(count = 5), statistics'
  summarise notes.txt --length '80 words' --format markdown
  summarise article.txt --chain bullets --explain    why each sentence was taken or left
  summarise --recursive notes --format jsonl         every text in a folder, a line for each
  summarise --jsonl < documents.jsonl > summaries.jsonl
  summarise --jsonl corpus.jsonl --output out.jsonl --resume
  summarise plugin list                              which plugins there are
  summarise eval references.jsonl --chain bullets    how like human summaries a chain's are";

const EVAL: &str = "\
Examples:
  summarise eval references.jsonl --chain 'bullets(count = 3)' --chain 'bullets(count = 5)'
  summarise eval references.jsonl --chain headline --reference-field headline
  zcat references.jsonl.gz | summarise eval - --length '60 words' --format json";

const COMPLETIONS: &str = "\
Examples:
  summarise completions bash > ~/.local/share/bash-completion/completions/summarise
  summarise completions fish > ~/.config/fish/completions/summarise.fish
  summarise completions zsh > \"${fpath[1]}/_summarise\"";

const DETAILS: &str = "\
Chains:
  `,` sets sections side by side over the same text; `|` feeds what one stage says to the next one;
  options stand in parentheses as TOML values; `@name` is a chain named in summariser.toml.
  Each plugin's options: summarise plugin info ID

Exit status:
  0    all well (also if the reader of the output closed the pipe)
  1    some input could not be read, or some plugin failed; the rest was done
  2    wrong usage, configuration or chain; nothing was done
  70   with --in-process: a plugin ended the program; what came after was not done
  130  interrupted

A file that is named like a subcommand is written with its folder: ./config, ./man, ./plugin.";

/// Summarises texts: a headline, bullet points, statistics, or whatever plugins there are.
///
/// Everything it says is selected from the text, offline, and the same on every run.
#[derive(Debug, Parser)]
#[command(name = "summarise", version = VERSION.as_str(), long_version = LONG_VERSION.as_str(), after_help = EXAMPLES, args_conflicts_with_subcommands = true,
    after_long_help = format!("{EXAMPLES}\n\n{DETAILS}"), max_term_width = 100)]
pub struct Args {
    /// What to do besides summarising.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// The texts: files, patterns such as 'notes/**/*.md', folders with --recursive; `-` is standard input, which is also
    /// read if something is piped in.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Go through folders: files that end in .txt, .text, .md, .markdown, .rst, .adoc, .asciidoc, .org, .story, .eml, .html,
    /// .htm or .xhtml, and texts without an ending (with --jsonl: .jsonl, .ndjson, .jsonlines); not what is hidden or what .gitignore or
    /// .ignore names.
    #[arg(short, long)]
    pub recursive: bool,

    /// Take more files from a list in this file, a name a line; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,

    /// Names in the list end in NUL, as `find -print0` writes them.
    #[arg(short = '0', long, requires = "files_from")]
    pub null: bool,

    /// What to make of them [default: headline, bullets, figures, statistics].
    #[arg(short, long, value_name = "CHAIN")]
    pub chain: Option<String>,

    /// How long the summary may be: "5 sentences", "80 words", "280 chars" or "20%" of the words.
    #[arg(short, long, value_name = "LENGTH")]
    pub length: Option<String>,

    /// Say why each sentence was taken or left, where a plugin can: `explain = true` for the last of every section.
    #[arg(long)]
    pub explain: bool,

    /// How to write it [default: text; with --jsonl: jsonl].
    #[arg(short, long, value_name = "FORMAT", global = true)]
    pub format: Option<Format>,

    /// Read documents as lines of JSON, each with an `id` and a `text`, and write one line for each.
    #[arg(long)]
    pub jsonl: bool,

    /// The field that holds a document's id, with --jsonl.
    #[arg(long, value_name = "NAME", default_value = "id", requires = "jsonl")]
    pub id_field: String,

    /// The field that holds a document's text, with --jsonl.
    #[arg(long, value_name = "NAME", default_value = "text", requires = "jsonl")]
    pub text_field: String,

    /// The encoding of the texts, such as windows-1252 or utf-16le [default: UTF-8, or detected].
    #[arg(long, value_name = "LABEL", conflicts_with = "jsonl")]
    pub encoding: Option<String>,

    /// What the ends of lines mean: nothing where lines are wrapped (auto), a new paragraph (preserve), or the end of a
    /// sentence.
    #[arg(long, value_name = "HOW", default_value = "auto")]
    pub newlines: LineEnds,

    /// Write to this file, which appears whole or not at all, instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Stop at the first input or plugin that fails; what was done before is written.
    #[arg(long)]
    pub strict: bool,
    /// Go on where an interrupted run with the same --output stopped: what is in the file already is passed over, and each
    /// line is written as soon as it is there. Only for JSON lines out.
    #[arg(long, requires = "output")]
    pub resume: bool,

    /// Flags that hold for subcommands, too.
    #[command(flatten)]
    pub common: Common,
}

/// Flags that hold for subcommands, too.
#[derive(Debug, ClapArgs)]
pub struct Common {
    /// Whether to colour text output [default: auto, which is on terminals].
    #[arg(long, value_name = "WHEN", global = true)]
    pub color: Option<Colour>,

    /// A plugin's library, before all others; may be repeated.
    #[arg(long, value_name = "FILE", global = true)]
    pub plugin: Vec<PathBuf>,

    /// A folder of plugins, before the usual ones; may be repeated.
    #[arg(long, value_name = "DIR", global = true)]
    pub plugin_dir: Vec<PathBuf>,

    /// Use only the plugins that came with the program; SUMMARISER_NO_PLUGINS=1 does the same.
    #[arg(long, global = true)]
    pub no_plugins: bool,

    /// Run plugins in this process: faster to start, and only for plugins that you trust.
    #[arg(long, global = true)]
    pub in_process: bool,

    /// How long a plugin may take for a text, besides a second for each megabyte [default: 10].
    #[arg(long, value_name = "SECONDS", global = true)]
    pub time_limit: Option<f64>,

    /// How much memory a plugin may have, besides eight times the text [default: 512].
    #[arg(long, value_name = "MEGABYTES", global = true)]
    pub memory_limit: Option<u64>,

    /// How many texts to work on at a time [default: as many as there are cores]; the results are the same.
    #[arg(short, long, value_name = "N", global = true, value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,

    /// Show no progress.
    #[arg(short, long, global = true)]
    pub quiet: bool,

    /// Say on standard error what is being done, and what plugins note.
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

/// What the ends of lines mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum LineEnds {
    /// Lines of a wrapped paragraph are joined; other lines are paragraphs.
    #[default]
    Auto,
    /// Every line is a paragraph.
    Preserve,
    /// Every line ends a sentence.
    Sentence,
}

impl From<LineEnds> for Newlines {
    fn from(ends: LineEnds) -> Newlines {
        match ends {
            LineEnds::Auto => Newlines::Auto,
            LineEnds::Preserve => Newlines::Preserve,
            LineEnds::Sentence => Newlines::Sentence,
        }
    }
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On terminals, unless the environment says no.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do besides summarising.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show, install and remove plugins, and say what protects from them.
    Plugin {
        /// What to do with plugins.
        #[command(subcommand)]
        command: PluginCommand,
    },
    /// Show the configuration that holds here, and where each value is from.
    Config,
    /// Compare what chains say with human summaries, by ROUGE, beside the lead and an oracle.
    #[command(after_help = EVAL)]
    Eval(EvalArgs),
    /// Write the script with which a shell completes commands and flags.
    #[command(after_help = COMPLETIONS)]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Write the manual page of the program, or of one of its commands: `summarise man plugin install | man -l -`.
    Man {
        /// The command, word by word.
        #[arg(value_name = "COMMAND")]
        names: Vec<String>,
    },
}

/// What to compare, and with what.
#[derive(Debug, ClapArgs)]
pub struct EvalArgs {
    /// Documents and references as lines of JSON, each with a `text` and a `summary`; `-` is standard input.
    #[arg(value_name = "REFERENCES")]
    pub references: PathBuf,

    /// A chain to measure; may be repeated, and all are compared with the first [default: what summarising runs].
    #[arg(short, long, value_name = "CHAIN")]
    pub chain: Vec<String>,

    /// How long summaries, lead and oracle may be [default of the last two: as many sentences as references have].
    #[arg(short, long, value_name = "LENGTH")]
    pub length: Option<String>,

    /// The field that holds a document's id.
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub id_field: String,

    /// The field that holds a document's text.
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub text_field: String,

    /// The field that holds its reference, with a line for each sentence; beside `summary`, `extra_refs` may list more.
    #[arg(long, value_name = "NAME", default_value = "summary")]
    pub reference_field: String,

    /// What the ends of lines mean: nothing where lines are wrapped (auto), a new paragraph (preserve), or the end of a
    /// sentence.
    #[arg(long, value_name = "HOW", default_value = "auto")]
    pub newlines: LineEnds,
}

/// What to do with plugins.
#[derive(Debug, Subcommand)]
pub enum PluginCommand {
    /// List the plugins that there are, and the files that are not used and why; none of their code is run.
    List,
    /// Show a plugin's options and where it is; none of its code is run.
    Info {
        /// The plugin's id, or its library's file.
        #[arg(value_name = "ID|FILE")]
        name: String,
    },
    /// Try a plugin in a confined process, copy it to your own folder of plugins, and lock it to the bytes that it has.
    ///
    /// Nothing is fetched from a network, and an installed plugin of the same id is replaced only if the bytes differ.
    Install {
        /// The plugin's library, or a folder of which every plugin is installed.
        #[arg(value_name = "FILE|DIR")]
        path: PathBuf,
        /// Install it even where it takes the place of a plugin that came with the program.
        #[arg(long)]
        force: bool,
    },
    /// Delete a plugin from your own folder of plugins, and what is remembered of it.
    Remove {
        /// The plugin's id, or, if it is broken, the name of its file.
        #[arg(value_name = "ID|FILE")]
        name: String,
    },
    /// Switch a plugin on again, whether you switched it off or it died too often.
    Enable {
        /// The plugin's id.
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Switch a plugin off: chains that ask for it say so, and run without it.
    Disable {
        /// The plugin's id.
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Say what is enforced on this system, what plugins may use, and of every file why it is used or not.
    Doctor,
}

static VERSION: LazyLock<String> =
    LazyLock::new(|| format!("{} (plugin ABI {})", env!("CARGO_PKG_VERSION"), summariser_core::abi::VERSION));

static LONG_VERSION: LazyLock<String> = LazyLock::new(|| {
    let (package, abi) = (env!("CARGO_PKG_VERSION"), summariser_core::abi::VERSION);
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    format!("{package}\nplugin ABI: {abi}\nJSON schema_version: {SCHEMA_VERSION}\nbuilt for: {arch} {os}")
});
