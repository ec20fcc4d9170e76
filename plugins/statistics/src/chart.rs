//! What is drawn: how long the sentences are, and what part of the text stands under each heading. A drawing is a
//! figure
//! whose text is characters of a terminal; the numbers behind it are its attributes, so that nobody has to read bars.

use summariser_core::Span;
use summariser_core::prelude::*;

/// Bars from low to high.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// How many lengths of sentences are told apart; the last one is open.
const BINS: usize = 9;
/// Beyond this a row of bars would be broken, and nobody reads a line for each.
const MOST_BARS: usize = 40;
/// Cells that the greatest share is drawn with.
const CELLS: usize = 10;

/// Numbers as a row of bars, the greatest in full height. A bar that is there is more than nothing.
fn bars(numbers: &[usize]) -> String {
    let most = numbers.iter().copied().max().unwrap_or(0).max(1);
    let bar = |number: &usize| match number {
        0 => ' ',
        number => BARS[(number * BARS.len()).div_ceil(most).clamp(1, BARS.len()) - 1],
    };
    numbers.iter().map(bar).map(|bar| if bar == ' ' { '·' } else { bar }).collect()
}

/// How many words wide a bar is, and what the bars are called. Where characters are the words, sentences have more of them.
#[rustfmt::skip]
const SCALES: [(usize, [&str; BINS]); 3] = [
    (5, ["1_to_5", "6_to_10", "11_to_15", "16_to_20", "21_to_25", "26_to_30", "31_to_35", "36_to_40", "41_or_more"]),
    (10, ["1_to_10", "11_to_20", "21_to_30", "31_to_40", "41_to_50", "51_to_60", "61_to_70", "71_to_80", "81_or_more"]),
    (20, ["1_to_20", "21_to_40", "41_to_60", "61_to_80", "81_to_100", "101_to_120", "121_to_140", "141_to_160",
        "161_or_more"]),
];

/// How many sentences there are of which length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lengths {
    /// Which of the scales it is.
    scale: usize,
    often: [usize; BINS],
}

impl Lengths {
    /// Nothing counted yet.
    pub(crate) fn for_language(language: &str) -> Lengths {
        let scale = match crate::primary(language) {
            "zh" | "ja" => 1,
            "th" => 2,
            _ => 0,
        };
        Lengths { scale, often: [0; BINS] }
    }

    /// Counts a sentence.
    pub(crate) fn add(&mut self, words: usize) {
        let bin = (words.max(1) - 1) / SCALES[self.scale].0;
        self.often[bin.min(BINS - 1)] += 1;
    }

    /// The figure `sentence_lengths`: bars from the shortest sentences to the longest there are.
    pub(crate) fn figure(&self) -> Block {
        let (Some(first), Some(last)) =
            (self.often.iter().position(|often| *often > 0), self.often.iter().rposition(|often| *often > 0))
        else {
            return Block::no_figure("sentence_lengths", crate::NO_SENTENCES);
        };
        let (step, keys) = &SCALES[self.scale];
        let bars = bars(&self.often[first..=last]);
        let name = |bin: usize| {
            let from = bin * step + 1;
            if bin + 1 == BINS { format!("{from}+") } else { format!("{from}–{}", from + step - 1) }
        };
        let ends = if first == last { String::new() } else { format!(" {}", name(last)) };
        let mut figure = Block::new(BlockKind::Figure).text(format!("{} {bars}{ends} words", name(first))).attribute(
            "sentence_lengths",
            Value::Text(bars),
            Some("words"),
        );
        for (key, often) in keys.iter().zip(self.often) {
            figure = figure.attribute(key, Value::Number(often as f64), None);
        }
        figure
    }
}

/// What stands under one heading, or before the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Section {
    /// Where its heading stands.
    pub(crate) heading: Option<Span>,
    /// Its words, those of the heading among them.
    pub(crate) words: usize,
    /// Whether there is more to it than a heading.
    pub(crate) has_sentences: bool,
}

/// The figure `sections`, where there are at least two; with `each`, a figure for each of them, too.
pub(crate) fn sections(sections: &[Section], document: &Document<'_>, each: bool) -> Vec<Block> {
    if sections.iter().filter(|section| section.heading.is_some()).count() < 2 {
        return Vec::new();
    }
    let words: Vec<usize> = sections.iter().map(|section| section.words).collect();
    let all: usize = words.iter().sum();
    let percent = |words: usize| 100.0 * words as f64 / all.max(1) as f64;
    let of = |words: Option<&usize>| percent(words.copied().unwrap_or(0)).round();
    let (least, most) = (of(words.iter().min()), of(words.iter().max()));
    let drawn = if words.len() <= MOST_BARS { format!(" {}", bars(&words)) } else { String::new() };
    let text = format!("{}{drawn} {least}–{most}% of the words each", words.len());
    let mut figure = Block::figure("sections", words.len() as f64, "sections").text(text);
    for (number, words) in words.iter().take(MOST_BARS).enumerate() {
        figure = figure.attribute(&format!("section_{}", number + 1), Value::Number(*words as f64), Some("words"));
    }
    let mut figures = vec![figure];
    let longest = words.iter().copied().max().unwrap_or(0).max(1);
    let each = if each { sections.get(..MOST_BARS).unwrap_or(sections) } else { &[] };
    for section in each {
        let share = percent(section.words);
        // The longest fills the row, so that short sections can be told apart.
        let full = (section.words * CELLS).div_ceil(longest).min(CELLS);
        let heading = section.heading.and_then(|span| span.of(document.text()));
        let title = heading.map_or_else(|| "(before the first heading)".to_owned(), plain);
        let text = format!("{}{} {}% {title}", "█".repeat(full), "░".repeat(CELLS - full), share.round());
        let mut figure = Block::figure("section", crate::rounded(share), "%").text(text);
        if let Some(span) = section.heading {
            figure = figure.span(span);
        }
        figure = figure.attribute("title", Value::Text(title), None);
        figures.push(figure.attribute("words", Value::Number(section.words as f64), Some("words")));
    }
    figures
}

/// A heading on one line.
fn plain(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentence_lengths_are_drawn_with_their_scale() {
        for (language, lengths, expected) in [
            ("en", &[1, 5, 5, 5, 6, 11, 40][..], "1–5 █▂▂····▂ 36–40 words"),
            ("en", &[21, 25], "21–25 █ words"),
            ("en", &[500, 12], "11–15 █·····█ 41+ words"),
            ("en", &[500], "41+ █ words"),
            ("en-GB", &[0], "1–5 █ words"),
            ("zh", &[10, 11, 12], "1–10 ▄█ 11–20 words"),
            ("en", &[], "n/a"),
        ] {
            let mut found = Lengths::for_language(language);
            lengths.iter().for_each(|words| found.add(*words));
            assert_eq!(found.figure().text.as_deref(), Some(expected), "{language} {lengths:?}");
        }
        let mut found = Lengths::for_language("en");
        [7, 8, 44].into_iter().for_each(|words| found.add(words));
        let said = |key: &str| found.figure().attributes.into_iter().find(|it| it.key == key).map(|it| it.value);
        assert_eq!(said("6_to_10"), Some(Value::Number(2.0)));
        assert_eq!(said("41_or_more"), Some(Value::Number(1.0)));
        assert_eq!(said("1_to_5"), Some(Value::Number(0.0)));
    }

    #[test]
    fn sections_are_drawn_where_there_are_two_with_headings() {
        const TEXT: &str = "0 Introduction Nets and ropes 1";
        let document = Document::new(TEXT, Default::default());
        let section = |heading: Option<(u32, u32)>, words| Section {
            heading: heading.map(|(start, end)| Span::new(start, end)),
            words,
            has_sentences: true,
        };
        let (lead, nets, ropes) = (section(None, 10), section(Some((15, 19)), 60), section(Some((24, 29)), 30));
        for (given, each, expected) in [
            (&[lead, nets, ropes][..], false, "3 ▂█▄ 10–60% of the words each"),
            (
                &[lead, nets, ropes],
                true,
                "3 ▂█▄ 10–60% of the words each\n██░░░░░░░░ 10% (before the first heading)\n██████████ 60% Nets\n\
                 █████░░░░░ 30% ropes",
            ),
            (&[lead, nets], true, ""),
            (&[lead], true, ""),
            (&[], true, ""),
            (&[nets; 41], false, "41 2–2% of the words each"),
        ] {
            let said = sections(given, &document, each);
            let said: Vec<String> = said.into_iter().filter_map(|figure| figure.text).collect();
            assert_eq!(said.join("\n"), expected);
        }
    }
}
