//! A page of HTML as the text that one reads on it: the article without menus, footers and scripts, its structure written
//! as Markdown, since that is what texts are read as. Of every byte it is known where on the page it comes from.
//!
//! `names` and `tree` say what is on the page and inside what, `content` which of it is the article, `write` what becomes of that.

mod content;
mod names;
mod tree;
mod write;

#[cfg(test)]
mod tests;

use std::path::Path;

use crate::source_map::SourceMap;

/// The text of a page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The text, with headings, items, quotations, rows and program text as Markdown has them.
    pub text: String,
    /// The way back to the page.
    pub map: SourceMap,
}

/// The text of a page; empty if there is none on it, as where a script makes it.
#[must_use]
pub fn page(source: &str) -> Page {
    let tree = tree::Tree::of(source);
    let chosen = content::choose(&tree);
    write::write(&tree, &chosen)
}

/// Whether a text is a page of HTML or XHTML, by the file's name or by how it begins.
#[must_use]
pub fn is_page(path: &Path, text: &str) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    matches!(ending.as_str(), "html" | "htm" | "xhtml") || begins_as_page(text)
}

/// Whether a text begins as a page does.
fn begins_as_page(text: &str) -> bool {
    let begins = |text: &str, head: &str| text.get(..head.len()).is_some_and(|it| it.eq_ignore_ascii_case(head));
    let mut rest = text.trim_start_matches('\u{FEFF}').trim_start();
    // What may stand before.
    while let Some((_, close)) = [("<?xml", "?>"), ("<!--", "-->")].into_iter().find(|(open, _)| begins(rest, open)) {
        rest = rest.split_once(close).map_or("", |(_, rest)| rest.trim_start());
    }
    ["<!doctype html", "<html", "<head>", "<body"].iter().any(|head| begins(rest, head))
}
