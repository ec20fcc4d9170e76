//! The telling figures of a text: what each is, how much, of what, and where it stands. Nothing is inferred: a figure
//! is words of the source, read by rules and the words of its language.

mod choice;
mod figure;
mod lexicon;
mod number;
mod reader;
mod scan;
#[cfg(test)]
mod tests;
mod token;

use summariser_core::prelude::*;

use figure::{Amount, Figure, Kind};
use lexicon::Lexicon;

export! {
    /// The telling figures of a text: sums, shares, counts, measures, dates, with the words that say what they count.
    pub struct Figures("figures") reads(words, salience) makes(figure) {
        /// How many figures at most, the most telling ones first.
        count: u32 = 5 in 1..=1000,
        /// Every figure of the text instead, in its order, repeated ones and all.
        all: bool = false,
        /// Only figures of these kinds: count, money, percent, date, time, age, score, measure, duration, rank.
        kinds: Option<Vec<String>> = none,
    }
}

impl Summariser for Figures {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let kinds = self.kinds()?;
        let lexicon = Lexicon::of(primary(document.language()));
        let mut found = Vec::new();
        scan::Scratch::lend(|scratch| {
            document.sentences().for_each(|sentence| scan::scan(document, sentence, lexicon, scratch, &mut found));
        });
        if let Some(kinds) = &kinds {
            found.retain(|figure| kinds.contains(&figure.kind));
        }
        let chosen = if self.all {
            found.iter().map(|figure| (choice::weight(figure), figure)).collect()
        } else {
            choice::choose(&found, self.count as usize, kinds.is_some())
        };
        for (weight, figure) in chosen {
            out.push(block(document, figure, weight))?;
        }
        Ok(())
    }
}

impl Figures {
    /// The kinds that are asked for, if some are.
    fn kinds(&self) -> Result<Option<Vec<Kind>>> {
        let Some(names) = &self.kinds else { return Ok(None) };
        let kind = |name: &String| {
            let found = Kind::ALL.into_iter().find(|kind| kind.name() == name);
            found.ok_or_else(|| {
                let known = Kind::ALL.map(Kind::name).join(", ");
                Error::new(format!("option `kinds`: `{name}` is no kind of figure; there are {known}"))
            })
        };
        names.iter().map(kind).collect::<Result<_>>().map(Some)
    }
}

/// The language of a tag such as `en-GB`; of the three codes of Norwegian the one that has words here.
fn primary(tag: &str) -> &str {
    match tag.split('-').next().unwrap_or(tag) {
        "no" | "nn" => "nb",
        code => code,
    }
}

/// What is said of a figure: its first attribute is the figure itself, its text the words of the source.
fn block(document: &Document, figure: &Figure<'_>, weight: f64) -> Block {
    let counted = matches!(figure.kind, Kind::Count | Kind::Rank) && !figure.unit.is_empty();
    let key = if counted { &figure.unit.to_lowercase() } else { figure.kind.name() };
    let unit = (!figure.unit.is_empty()).then_some(&*figure.unit);
    let (value, to) = match figure.amount {
        Amount::Number(value) => (Value::Number(value), None),
        Amount::Range(from, to) => (Value::Number(from), Some(to)),
        other => (Value::Text(other.to_string()), None),
    };
    let mut block = Block::new(BlockKind::Figure).span(figure.span).score(weight).attribute(key, value, unit);
    if let Some(to) = to {
        block = block.attribute("to", Value::Number(to), unit);
    }
    block = block.attribute("kind", Value::Text(figure.kind.name().to_owned()), None);
    block.attribute("context", Value::Text(choice::context(document, figure.sentence, figure.span)), None)
}
