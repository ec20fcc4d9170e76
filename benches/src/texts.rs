//! The texts: our own English ones, or, where `SUMMARISE_DATA` names the folder of the evaluation data, news articles.

use std::io::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use summariser_core::Document;

/// Where the evaluation data are, if they are.
pub const DATA: &str = "SUMMARISE_DATA";
const OWN: [&str; 7] = ["fiction-en", "howto-en", "interview-en", "minutes-en", "news-en", "notes-en", "science-en"];
const NEWS: &str = "news_en/cnndm_val.jsonl.gz";
/// The articles are about as long as articles are, and so many that no cache holds what was learnt of all.
const SENTENCES: std::ops::RangeInclusive<usize> = 25..=35;
const MOST: usize = 200;

/// Texts, and what they are.
#[derive(Debug)]
pub struct Texts {
    /// A few words for whoever reads the figures.
    pub name: String,
    /// The texts, which stay for as long as the program runs.
    pub texts: Vec<&'static str>,
}

impl Texts {
    /// The news articles, or our own texts where there are no evaluation data.
    ///
    /// # Errors
    /// What cannot be read, and why.
    pub fn usual() -> Result<Texts, String> {
        match std::env::var_os(DATA) {
            Some(folder) => Texts::news(&PathBuf::from(folder)),
            None => Texts::own(),
        }
    }

    /// Our own English texts.
    ///
    /// # Errors
    /// What cannot be read, and why.
    pub fn own() -> Result<Texts, String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures");
        let read = |name: &&str| {
            let path = folder.join(name).with_extension("txt");
            std::fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))
        };
        let texts = OWN.iter().map(read).collect::<Result<Vec<String>, String>>()?;
        Ok(Texts::new(&format!("our own texts; set {DATA} for news articles"), texts))
    }

    fn news(folder: &Path) -> Result<Texts, String> {
        let path = folder.join(NEWS);
        let wrong = |why: &dyn std::fmt::Display| format!("{DATA}: {}: {why}", path.display());
        std::fs::metadata(&path).map_err(|why| wrong(&why))?;
        let gzip = Command::new("gzip").arg("-dc").arg(&path).output();
        let gzip = gzip.and_then(|it| if it.status.success() { Ok(it.stdout) } else { Err(Error::other("no gzip")) });
        let bytes = gzip.map_err(|why| wrong(&why))?;
        let lines = bytes.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok());
        let texts = lines.filter_map(|line: Value| line["text"].as_str().map(str::to_owned));
        let is_usual = |text: &String| SENTENCES.contains(&Document::parse(text).sentences().len());
        let texts: Vec<String> = texts.filter(is_usual).take(MOST).collect();
        if texts.is_empty() { Err(wrong(&"it holds no articles")) } else { Ok(Texts::new(NEWS, texts)) }
    }

    fn new(name: &str, texts: Vec<String>) -> Texts {
        let bytes = texts.iter().map(String::len).sum::<usize>() / texts.len().max(1);
        let name = format!("{} texts of {bytes} bytes on average: {name}", texts.len());
        Texts { name, texts: texts.into_iter().map(|text| &*text.leak()).collect() }
    }
}
