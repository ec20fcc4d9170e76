//! Gradient boosting of oblivious trees over histograms (J. H. Friedman, "Greedy function approximation", Annals of
//! Statistics 29(5), 2001; the trees are those of A. Dorogush et al., "CatBoost", 2018): every level of a tree asks one
//! question of all rows, the one that most lowers the cross-entropy to second order. Sums are in the order of the rows.

use summariser_core::rank::familiarity::{Kind, MEASURES};
use summariser_core::rank::feature::{COUNT, OWN};
use summariser_core::rank::tree::{EDGES, MAGIC, VERSION};

use crate::example::Example;
use crate::kind::kinds;
use crate::seed::Seed;
use crate::set::SETS;

/// How a forest is grown.
#[derive(Clone, Copy, Debug)]
pub struct Growth {
    /// How many trees.
    pub trees: usize,
    /// How deep each is.
    pub depth: usize,
    /// How much each tree counts.
    pub rate: f64,
    /// What damps leaves of little evidence.
    pub damping: f64,
    /// How many rows a side of a question needs within a leaf for the question to count there.
    pub least_rows: u32,
    /// The share of features that a tree may ask for.
    pub features: f64,
    /// The share of rows that a tree learns from.
    pub rows: f64,
    /// Where chance begins.
    pub seed: u64,
}

impl Default for Growth {
    fn default() -> Growth {
        Growth {
            trees: 300,
            depth: 6,
            rate: 0.15,
            damping: 3.0,
            least_rows: 60,
            features: 0.6,
            rows: 0.8,
            seed: 20_261_122,
        }
    }
}

/// The rows to learn from, feature by feature.
struct Rows {
    edges: Vec<f32>,
    bins: Vec<Vec<u8>>,
    labels: Vec<f64>,
    weights: Vec<f64>,
}

impl Rows {
    fn new(examples: &[&Example]) -> Rows {
        let mut documents = [0.0_f64; SETS.len()];
        examples.iter().for_each(|example| documents[example.set] += 1.0);
        let (mut labels, mut weights) = (Vec::new(), Vec::new());
        for example in examples {
            let weight =
                SETS[example.set].weight / (documents[example.set].sqrt() * (example.rows.len().max(1) as f64).sqrt());
            labels.extend(example.rows.iter().map(|row| example.labels[*row]));
            weights.extend(example.rows.iter().map(|_| weight));
        }
        let mean = weights.iter().sum::<f64>() / weights.len().max(1) as f64;
        weights.iter_mut().for_each(|weight| *weight /= mean);
        let (mut edges, mut bins) = (Vec::with_capacity(COUNT * EDGES), Vec::with_capacity(COUNT));
        for feature in 0..COUNT {
            let value = |example: &&Example, row: usize| example.features.column(feature)[row];
            let values: Vec<f32> = examples.iter().flat_map(|e| e.rows.iter().map(move |row| value(e, *row))).collect();
            let own = quantiles(&values);
            bins.push(values.iter().map(|value| own.partition_point(|edge| value > edge) as u8).collect());
            edges.extend(own);
        }
        Rows { edges, bins, labels, weights }
    }
}

/// Edges that part the values into bins of like size; a value that is common has a bin of its own.
fn quantiles(values: &[f32]) -> Vec<f32> {
    let mut sorted: Vec<f32> = values.iter().step_by(values.len() / 40_000 + 1).copied().collect();
    sorted.sort_unstable_by(f32::total_cmp);
    let mut distinct = sorted.clone();
    distinct.dedup();
    let between = |values: &[f32], at: usize| values.get(at).copied().unwrap_or_default();
    let mut edges: Vec<f32> = if distinct.len() <= EDGES {
        distinct
    } else {
        (1..=EDGES).map(|part| between(&sorted, part * sorted.len() / (EDGES + 1))).collect()
    };
    edges.dedup();
    let last = edges.last().copied().unwrap_or_default();
    edges.resize(EDGES, last);
    edges
}

#[derive(Clone, Copy, Default)]
struct Sum {
    gradient: f64,
    hessian: f64,
    rows: u32,
}

impl Sum {
    fn add(&mut self, other: Sum) {
        self.gradient += other.gradient;
        self.hessian += other.hessian;
        self.rows += other.rows;
    }

    fn worth(self, damping: f64) -> f64 {
        self.gradient * self.gradient / (self.hessian + damping)
    }
}

/// The questions of a tree, a feature and a bin for each level, and what its leaves add.
struct Tree {
    splits: Vec<(u8, u8)>,
    leaves: Vec<f64>,
}

/// Grows a forest from examples: the bytes of its file.
#[must_use]
pub fn grow(examples: &[&Example], growth: &Growth) -> Vec<u8> {
    let rows = Rows::new(examples);
    let count = rows.labels.len();
    let mut seed = Seed(growth.seed);
    let mut scores = vec![0.0_f64; count];
    let mut trees = Vec::new();
    for _ in 0..growth.trees {
        let mut sums = Vec::with_capacity(count);
        for ((score, label), weight) in scores.iter().zip(&rows.labels).zip(&rows.weights) {
            let chance = 1.0 / (1.0 + libm::exp(-score));
            let taken = seed.happens(growth.rows);
            let weight = if taken { *weight } else { 0.0 };
            let hessian = weight * chance * (1.0 - chance);
            sums.push(Sum { gradient: weight * (chance - label), hessian, rows: u32::from(taken) });
        }
        let mut features: Vec<usize> = (0..COUNT).collect();
        let asked = ((COUNT as f64 * growth.features) as usize).clamp(1, COUNT);
        for at in 0..asked {
            let other = at + seed.below(COUNT - at);
            features.swap(at, other);
        }
        features.truncate(asked);
        features.sort_unstable();
        let mut leaf = vec![0_u8; count];
        let mut splits = Vec::new();
        for level in 0..growth.depth {
            let (feature, bin) = best_split(&rows, &sums, &leaf, 1 << level, &features, growth);
            for (leaf, value) in leaf.iter_mut().zip(&rows.bins[usize::from(feature)]) {
                *leaf |= u8::from(*value > bin) << level;
            }
            splits.push((feature, bin));
        }
        let mut leaves = vec![Sum::default(); 1 << growth.depth];
        leaf.iter().zip(&sums).for_each(|(leaf, sum)| leaves[usize::from(*leaf)].add(*sum));
        let values: Vec<f64> =
            leaves.iter().map(|sum| -growth.rate * sum.gradient / (sum.hessian + growth.damping)).collect();
        scores.iter_mut().zip(&leaf).for_each(|(score, leaf)| *score += values[usize::from(*leaf)]);
        trees.push(Tree { splits, leaves: values });
    }
    write(&rows.edges, growth.depth, &trees, &kinds(examples))
}

/// The question that is worth most: its feature and bin.
fn best_split(rows: &Rows, sums: &[Sum], leaf: &[u8], leaves: usize, features: &[usize], growth: &Growth) -> (u8, u8) {
    let mut best = (0_u8, 0_u8, f64::NEG_INFINITY);
    let mut histogram = vec![Sum::default(); leaves * (EDGES + 1)];
    for feature in features {
        histogram.fill(Sum::default());
        for ((sum, leaf), bin) in sums.iter().zip(leaf).zip(&rows.bins[*feature]) {
            histogram[usize::from(*leaf) * (EDGES + 1) + usize::from(*bin)].add(*sum);
        }
        let mut gains = [0.0_f64; EDGES];
        for bins in histogram.chunks_exact(EDGES + 1) {
            let mut all = Sum::default();
            bins.iter().for_each(|bin| all.add(*bin));
            let mut low = Sum::default();
            for (gain, bin) in gains.iter_mut().zip(bins) {
                low.add(*bin);
                let high = Sum {
                    gradient: all.gradient - low.gradient,
                    hessian: all.hessian - low.hessian,
                    rows: all.rows - low.rows,
                };
                if low.rows >= growth.least_rows && high.rows >= growth.least_rows {
                    *gain += low.worth(growth.damping) + high.worth(growth.damping) - all.worth(growth.damping);
                }
            }
        }
        for (bin, gain) in gains.iter().enumerate() {
            if *gain > best.2 {
                best = (*feature as u8, bin as u8, *gain);
            }
        }
    }
    (best.0, best.1)
}

impl Tree {
    /// The same tree, which asks of the sentence first and then of its document.
    fn in_order(&self) -> Tree {
        let mut order: Vec<usize> = (0..self.splits.len()).collect();
        order.sort_by_key(|level| usize::from(self.splits[*level].0) >= OWN);
        let in_order = |leaf: usize| {
            let bit = |(to, from): (usize, &usize)| (leaf >> to & 1) << from;
            self.leaves[order.iter().enumerate().map(bit).sum::<usize>()]
        };
        Tree {
            splits: order.iter().map(|level| self.splits[*level]).collect(),
            leaves: (0..self.leaves.len()).map(in_order).collect(),
        }
    }
}

/// The file, as the core's `rank::tree` describes it.
fn write(edges: &[f32], depth: usize, trees: &[Tree], kinds: &[Kind]) -> Vec<u8> {
    let most = trees.iter().flat_map(|tree| &tree.leaves).fold(1e-9_f64, |most, leaf| most.max(leaf.abs()));
    let unit = most / f64::from(i16::MAX);
    let mut bytes = MAGIC.to_vec();
    bytes.extend([VERSION, COUNT as u8, EDGES as u8, depth as u8]);
    bytes.extend((trees.len() as u16).to_le_bytes());
    bytes.extend((unit as f32).to_le_bytes());
    bytes.extend([kinds.len() as u8, MEASURES as u8]);
    edges.iter().for_each(|edge| bytes.extend(edge.to_le_bytes()));
    for Tree { splits, leaves } in trees.iter().map(Tree::in_order) {
        splits.iter().for_each(|(feature, bin)| bytes.extend([*feature, *bin]));
        leaves.iter().for_each(|leaf| bytes.extend((libm::round(leaf / unit) as i16).to_le_bytes()));
    }
    for (mean, spread) in kinds.iter().flatten() {
        bytes.extend([mean.to_le_bytes(), spread.to_le_bytes()].concat());
    }
    bytes
}
