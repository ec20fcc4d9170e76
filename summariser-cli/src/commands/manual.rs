//! What others show of the command line: shells, which complete it, and `man`. Both are made from what it is parsed by, so
//! that neither can say anything else.

use clap::CommandFactory;
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::OK;
use super::plugin::write;
use crate::args::Args;
use crate::diagnostic::io_reason;

/// The name of the program, and what stands at the foot of a page.
const NAME: &str = "summarise";
const SOURCE: &str = concat!("summarise ", env!("CARGO_PKG_VERSION"));

/// Writes the script with which a shell completes what is typed.
pub(super) fn completions(shell: Shell) -> Result<u8, String> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), NAME, &mut script);
    write(&String::from_utf8_lossy(&script))?;
    Ok(OK)
}

/// Writes the page of the program, or of one of its commands: `plugin install`.
pub(super) fn page(names: &[String]) -> Result<u8, String> {
    let mut command = Args::command();
    // Only a built command knows what its parts are called and what they inherit.
    command.build();
    let mut title = NAME.to_owned();
    for name in names {
        let known: Vec<String> = command.get_subcommands().map(|it| it.get_name().to_owned()).collect();
        let Some(found) = command.find_subcommand(name) else {
            let known = if known.is_empty() { "no more".to_owned() } else { known.join(", ") };
            let title = title.replace('-', " ");
            return Err(format!("man: `{title}` has no command `{name}`; it has {known}"));
        };
        title = format!("{title}-{name}");
        command = found.clone();
    }
    let more = command.get_after_long_help().or(command.get_after_help()).map(ToString::to_string);
    // What stands there in columns is not to be filled.
    let command = command.after_help(None::<&str>).after_long_help(None::<&str>);
    let mut page = Vec::new();
    let rendered = Man::new(command)
        .title(title)
        .source(SOURCE)
        .render(&mut page)
        .and_then(|()| as_it_is(&more.unwrap_or_default()).to_writer(&mut page));
    rendered.map_err(|error| format!("man: the page cannot be made: {}", io_reason(&error)))?;
    write(&String::from_utf8_lossy(&page))?;
    Ok(OK)
}

/// Sections whose lines stay as they are. A line that is not set in and ends in a colon is a section's title.
fn as_it_is(text: &str) -> Roff {
    let mut page = Roff::new();
    for line in text.lines() {
        match line.strip_suffix(':').filter(|title| !title.starts_with(' ')) {
            Some(title) => page.control("fi", []).control("SH", [title.to_uppercase().as_str()]).control("nf", []),
            None => page.text([roman(line)]),
        };
    }
    page.control("fi", []);
    page
}
