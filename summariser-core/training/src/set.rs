//! The sets of texts: which there are, in which genre, what may be done with each, and how one is read. The licence
//! decides: a set whose texts or summaries nobody may use commercially is read to measure an unseen genre, never to train.

use std::fs::File;
use std::io::{BufRead, BufReader, Error, ErrorKind, Result};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use serde_json::Value;

/// One set.
#[derive(Clone, Copy, Debug)]
pub struct Set {
    /// Its name in tables.
    pub name: &'static str,
    /// Its file below the folder of the data.
    pub file: &'static str,
    /// Its genre: what is left out together.
    pub genre: &'static str,
    /// Whether it is English.
    pub english: bool,
    /// Whether the forest may learn from it.
    pub trains: bool,
    /// How many of its texts are taken, from the first.
    pub limit: usize,
    /// How much its rows count.
    pub weight: f64,
    /// Which genres of a mixed file are taken; all if empty.
    pub only: &'static [&'static str],
    /// Which genres of a mixed file are not taken.
    pub never: &'static [&'static str],
}

const PLAIN: Set = Set {
    name: "",
    file: "",
    genre: "",
    english: true,
    trains: true,
    limit: usize::MAX,
    weight: 1.0,
    only: &[],
    never: &[],
};

/// The genres of GUM whose texts its licence file puts under CC BY or CC BY-SA.
const OPEN: &[&str] = &["academic", "bio", "interview", "news", "voyage"];

/// All sets, in the order of tables and training.
pub const SETS: [Set; 14] = [
    Set { name: "cnndm_train", file: "news_en/cnndm_train.jsonl.gz", genre: "news", weight: 1.5, ..PLAIN },
    Set { name: "cnndm_val", file: "news_en/cnndm_val.jsonl.gz", genre: "news", ..PLAIN },
    Set { name: "scitldr_train", file: "science_en/scitldr_train.jsonl.gz", genre: "science", ..PLAIN },
    Set { name: "gum (open genres)", file: "mixed_en/gum_genres.jsonl.gz", genre: "mixed", only: OPEN, ..PLAIN },
    Set { name: "qmsum_val", file: "dialogue_en/qmsum_val.jsonl.gz", genre: "meeting", ..PLAIN },
    Set { name: "squality_train", file: "fiction_en/squality_train.jsonl.gz", genre: "story", ..PLAIN },
    Set { name: "sosum", file: "technical_en/sosum.jsonl.gz", genre: "technical", ..PLAIN },
    Set {
        name: "orangesum_fr",
        file: "news_fr/orangesum_train.jsonl.gz",
        genre: "French",
        english: false,
        limit: 1500,
        weight: 1.5,
        ..PLAIN
    },
    Set {
        name: "vietnews",
        file: "news_vi/vietnews_train.jsonl.gz",
        genre: "Vietnamese",
        english: false,
        limit: 1500,
        weight: 1.5,
        ..PLAIN
    },
    Set {
        name: "klexikon_de",
        file: "encyclopedia_de/klexikon_train.jsonl.gz",
        genre: "German",
        english: false,
        ..PLAIN
    },
    Set {
        name: "indonesian",
        file: "news_id/indonesian_first500.jsonl.gz",
        genre: "Indonesian",
        english: false,
        ..PLAIN
    },
    Set {
        name: "dialogsum_dev",
        file: "dialogue_en/dialogsum_dev.jsonl.gz",
        genre: "dialogue",
        trains: false,
        ..PLAIN
    },
    Set { name: "ectsum_val", file: "business_en/ectsum_val.jsonl.gz", genre: "calls", trains: false, ..PLAIN },
    Set {
        name: "gum (other genres)",
        file: "mixed_en/gum_genres.jsonl.gz",
        genre: "mixed, unseen",
        trains: false,
        never: OPEN,
        ..PLAIN
    },
];

/// One text and what people made of it.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Its name.
    pub id: String,
    /// The text.
    pub text: String,
    /// One summary or more.
    pub references: Vec<String>,
}

impl Set {
    /// Reads the set from below a folder.
    ///
    /// # Errors
    /// If the file cannot be read or a line is no object with a text and a summary.
    pub fn read(&self, folder: &Path) -> Result<Vec<Sample>> {
        let lines = BufReader::new(MultiGzDecoder::new(File::open(folder.join(self.file))?)).lines();
        let mut samples = Vec::new();
        for line in lines {
            let row: Value = serde_json::from_str(&line?)?;
            let field = |name: &str| row.get(name).and_then(Value::as_str).map(str::to_owned);
            let genre = row.get("genre").and_then(Value::as_str).unwrap_or_default();
            if (!self.only.is_empty() && !self.only.contains(&genre)) || self.never.contains(&genre) {
                continue;
            }
            let (Some(text), Some(summary)) = (field("text"), field("summary")) else {
                return Err(Error::new(ErrorKind::InvalidData, format!("{}: a line lacks text or summary", self.file)));
            };
            let more = row.get("extra_refs").and_then(Value::as_array).into_iter().flatten();
            let mut references = vec![summary];
            references.extend(more.filter_map(Value::as_str).map(str::to_owned));
            references.retain(|reference| !reference.trim().is_empty());
            if !references.is_empty() && samples.len() < self.limit {
                samples.push(Sample { id: field("id").unwrap_or_default(), text, references });
            }
        }
        Ok(samples)
    }
}
