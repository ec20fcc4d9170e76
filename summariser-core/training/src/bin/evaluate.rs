//! `evaluate`: how good the learned ranker is on texts that it has not learnt from, as two Markdown tables. In the first,
//! each half of every set is judged by a forest of the other halves; in the second, each genre by a forest of all others.
//! Sentences are chosen under a budget of words, for at a count of sentences the longer ones win. `trees=`,
//! `depth=`, `rate=` and `damping=` grow other forests.

use std::io::{Result, Write, stdout};
use std::path::PathBuf;

use summariser_core::rank::tree::Forest;
use summariser_core::rank::{Blend, Centroid, Graph, Lead, Learned, LexRank, Ranker, SumBasic};
use summariser_core::select::select;
use summariser_core::{Document, Length};
use summariser_training::boost::{Growth, grow};
use summariser_training::example::Example;
use summariser_training::seed::Seed;
use summariser_training::set::{SETS, Sample};

/// How many texts of a set are measured, and how often they are drawn anew for an interval.
const MEASURED: usize = 500;
const DRAWS: usize = 1000;
/// The classical rankers, lead first.
const CLASSICAL: [&dyn Ranker; 6] = [&Lead, &Graph, &Centroid, &LexRank, &SumBasic, &Blend];
fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::var_os("SUMMARISE_DATA").unwrap_or_else(|| "data".into()));
    let mut growth = Growth::default();
    for argument in std::env::args() {
        let value = |name: &str| argument.strip_prefix(name).and_then(|value| value.parse::<f64>().ok());
        value("trees=").into_iter().for_each(|value| growth.trees = value as usize);
        value("depth=").into_iter().for_each(|value| growth.depth = value as usize);
        value("rate=").into_iter().for_each(|value| growth.rate = value);
        value("damping=").into_iter().for_each(|value| growth.damping = value);
    }
    let mut all: Vec<(Sample, Example)> = Vec::new();
    for (number, set) in SETS.iter().enumerate() {
        let samples = set.read(&folder)?;
        all.extend(samples.into_iter().map(|sample| {
            let example = Example::new(&sample, number, set);
            (sample, example)
        }));
    }
    let trained = |take: &dyn Fn(&Example) -> bool| {
        let rows: Vec<&Example> = all.iter().map(|(_, example)| example).collect();
        let rows: Vec<&Example> =
            rows.into_iter().filter(|example| SETS[example.set].trains && take(example)).collect();
        Forest::parse(&grow(&rows, &growth)).unwrap_or_default()
    };
    let halves = [trained(&|example| example.fold == 1), trained(&|example| example.fold == 0)];
    let mut genres: Vec<(&str, Forest)> = Vec::new();
    for set in SETS.iter().filter(|set| set.trains) {
        if !genres.iter().any(|(genre, _)| *genre == set.genre) {
            genres.push((set.genre, trained(&|example| SETS[example.set].genre != set.genre)));
        }
    }
    let whole = trained(&|_| true);
    let left_out =
        |set: usize| genres.iter().find(|(genre, _)| *genre == SETS[set].genre).map_or(&whole, |(_, forest)| forest);

    // For each set, for each way, the scores of its texts: the classical ones, then the learned one of either table.
    let ways = CLASSICAL.len() + 2;
    let mut scores: Vec<Vec<Vec<f64>>> = vec![vec![Vec::new(); ways]; SETS.len()];
    let mut budgets = Vec::new();
    for (set, scores) in scores.iter_mut().enumerate() {
        let of: Vec<&(Sample, Example)> = all.iter().filter(|(_, example)| example.set == set).collect();
        let mean = of.iter().map(|(_, example)| example.reference_words).sum::<f64>() / of.len().max(1) as f64;
        let budget = (1.1 * mean) as u32;
        budgets.push(budget);
        for (sample, example) in of.into_iter().take(MEASURED) {
            let document = Document::parse(&sample.text);
            let score = |salience: &[f32]| {
                example.rouge(&select(&document, salience, Length::Words(budget.max(1)), None).sentences)
            };
            for (way, ranker) in CLASSICAL.iter().enumerate() {
                scores[way].push(score(&ranker.rank(&document)));
            }
            let half = if SETS[set].trains { &halves[example.fold] } else { &whole };
            for (part, forest) in [half, left_out(set)].into_iter().enumerate() {
                scores[CLASSICAL.len() + part].push(score(&Learned::salience(forest, &example.features)));
            }
        }
    }
    let mut out = stdout().lock();
    write_tables(&mut out, &scores, &budgets, [0, 1].map(|part| CLASSICAL.len() + part))
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// The mean over sets of the mean over texts.
fn over(scores: &[Vec<Vec<f64>>], way: usize, sets: &dyn Fn(usize) -> bool) -> f64 {
    mean(&(0..SETS.len()).filter(|set| sets(*set)).map(|set| mean(&scores[set][way])).collect::<Vec<_>>())
}

fn write_tables(out: &mut impl Write, scores: &[Vec<Vec<f64>>], budgets: &[u32], ways: [usize; 2]) -> Result<()> {
    let parts = [("Cross-validated", ways[0]), ("Its genre left out", ways[1])];
    for (title, learned) in parts {
        writeln!(out, "{title}:\n")?;
        write!(out, "| set | texts | words |")?;
        CLASSICAL.iter().try_for_each(|ranker| write!(out, " {} |", ranker.name()))?;
        writeln!(out, " learned | − lead | − blend |")?;
        writeln!(out, "|---|---|---|{}---|---|---|", "---|".repeat(CLASSICAL.len()))?;
        for (set, scores) in scores.iter().enumerate() {
            if title == parts[0].0 && !SETS[set].trains {
                continue;
            }
            write!(out, "| {} | {} | {} |", SETS[set].name, scores[0].len(), budgets[set])?;
            (0..CLASSICAL.len()).try_for_each(|way| write!(out, " {:.1} |", mean(&scores[way])))?;
            let (against_lead, against_blend) =
                (interval(&scores[learned], &scores[0]), interval(&scores[learned], &scores[CLASSICAL.len() - 1]));
            writeln!(out, " {:.1} | {against_lead} | {against_blend} |", mean(&scores[learned]))?;
        }
        let groups: [(&str, &dyn Fn(usize) -> bool); 3] = [
            ("English", &|set| SETS[set].english && SETS[set].trains),
            ("other languages", &|set| !SETS[set].english),
            ("never trained on", &|set| !SETS[set].trains),
        ];
        for (name, sets) in groups.into_iter().take(if title == parts[0].0 { 2 } else { 3 }) {
            write!(out, "| **mean, {name}** | | |")?;
            (0..CLASSICAL.len()).try_for_each(|way| write!(out, " {:.1} |", over(scores, way, sets)))?;
            let own = over(scores, learned, sets);
            let [lead, blend] = [0, CLASSICAL.len() - 1].map(|way| own - over(scores, way, sets));
            writeln!(out, " **{own:.1}** | {lead:+.1} | {blend:+.1} |")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The mean difference of pairs and its 95 % bootstrap interval.
fn interval(a: &[f64], b: &[f64]) -> String {
    let differences: Vec<f64> = a.iter().zip(b).map(|(a, b)| a - b).collect();
    let mut seed = Seed(7);
    let draw = |seed: &mut Seed| {
        let count = differences.len().max(1);
        (0..count).filter_map(|_| differences.get(seed.below(count))).sum::<f64>() / count as f64
    };
    let mut draws: Vec<f64> = (0..DRAWS).map(|_| draw(&mut seed)).collect();
    draws.sort_unstable_by(f64::total_cmp);
    format!("{:+.1} [{:+.1}, {:+.1}]", mean(&differences), draws[DRAWS / 40], draws[DRAWS - 1 - DRAWS / 40])
}
