//! A boosted forest: many small trees, each adding a little to a sentence's score. Every tree asks the same question of
//! all sentences on a level ("oblivious" trees), so that a leaf is found by as many comparisons as the tree is deep, with
//! no branch and for many sentences at once; and leaves are whole numbers, so that a sum is the same in any order. What a
//! tree asks of the whole document is asked once.
//!
//! The file, little-endian, without padding:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `SALIENCE` |
//! | 1 | version: 2 |
//! | 1 | `F`, the number of features: [`feature::COUNT`](super::feature::COUNT) |
//! | 1 | `E`, edges a feature: 62 |
//! | 1 | `D`, the depth of every tree: 1..=6 |
//! | 2 | `T`, the number of trees |
//! | 4 | what one unit of a leaf stands for, f32 (of no consequence for an order) |
//! | 1 | `K`, the number of kinds of text that it has learnt from |
//! | 1 | `M`, the measures of a kind: [`familiarity::MEASURES`](super::familiarity::MEASURES) |
//! | 4·F·E | the edges of each feature, f32, finite, none below the one before |
//! | T·(2·D + 2·2^D) | each tree: for each level the feature (u8) and the bin (u8), those of the document last; the leaves (i16) |
//! | K·M·8 | each kind: for each measure the mean (f32, finite) and the spread (f32, finite, above 0) |
//!
//! A sentence goes to the leaf whose bit `l` says whether its feature of level `l` is above that bin's edge.

use std::sync::LazyLock;

use super::familiarity::{Kind, MEASURES, familiarity, is_strange};
use super::feature::{COUNT, Features, OWN};

/// The edges between the 63 bins of a feature.
pub const EDGES: usize = 62;
/// The deepest tree that a file may hold.
pub const DEEPEST: usize = 6;
/// What a file begins with.
pub const MAGIC: [u8; 8] = *b"SALIENCE";
/// The version of the format.
pub const VERSION: u8 = 2;

const HEADER: usize = 20;
const SHIPPED: &[u8] = include_bytes!("model/salience.bin");

/// A file that does not fit the features would leave the word to the blend; a test sees to it that it fits, and not the
/// compiler, so that whoever changes the features can still run what makes the file anew.
static FOREST: LazyLock<Forest> = LazyLock::new(|| Forest::parse(SHIPPED).unwrap_or_default());

/// A forest, ready to score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forest {
    /// The edges of each feature, none below the one before.
    edges: Vec<[f32; EDGES]>,
    trees: Vec<Tree>,
    kinds: Vec<Kind>,
}

/// A tree; one that is not so deep asks, on the levels that it does not have, what no document answers with yes.
#[derive(Clone, Debug, PartialEq)]
struct Tree {
    /// The feature and the bin of each level: first what it asks of each sentence, then what it asks of the document.
    splits: [(u8, i8); DEEPEST],
    /// How many levels ask of the sentence.
    own: usize,
    /// Bit `l` of a leaf's number says whether the feature of level `l` is above that bin's edge.
    leaves: [i16; 1 << DEEPEST],
}

/// A feature of the document, where a tree asks for none.
const ANY: u8 = OWN as u8;

/// How many sentences are scored at a time: their bins are bytes, of which the processor compares many at once.
const LANES: usize = 32;

/// The number of bytes that a file's header asks for, or none if the header is wrong.
fn size(bytes: &[u8]) -> Option<usize> {
    if bytes.len() < HEADER {
        return None;
    }
    let depth = bytes[11] as usize;
    let fits =
        bytes.starts_with(&MAGIC) && bytes[8] == VERSION && bytes[9] as usize == COUNT && bytes[10] as usize == EDGES;
    if !fits || depth == 0 || depth > DEEPEST || bytes[19] as usize != MEASURES {
        return None;
    }
    Some(kinds_at(bytes) + 8 * MEASURES * bytes[18] as usize)
}

/// Where the kinds begin.
fn kinds_at(bytes: &[u8]) -> usize {
    let depth = bytes[11] as usize;
    let trees = u16::from_le_bytes([bytes[12], bytes[13]]) as usize;
    HEADER + 4 * COUNT * EDGES + trees * (2 * depth + (2 << depth))
}

/// Whether a file is whole: its header, its length, its edges in order and all that its trees ask for there.
#[must_use]
pub fn is_well_formed(bytes: &[u8]) -> bool {
    match size(bytes) {
        Some(size) if size == bytes.len() => {}
        _ => return false,
    }
    let (trees, kinds) = bytes.split_at(kinds_at(bytes));
    let (edges, trees) = trees[HEADER..].split_at(4 * COUNT * EDGES);
    let floats = |bytes: &[u8]| -> Vec<f32> { bytes.chunks_exact(4).map(|it| float_at(it, 0)).collect() };
    let rises = |edges: &[f32]| edges.iter().all(|edge| edge.is_finite()) && edges.is_sorted();
    let depth = usize::from(bytes[11]);
    let asks = |pair: &[u8]| usize::from(pair[0]) < COUNT && usize::from(pair[1]) < EDGES;
    let is_tree = |tree: &[u8]| {
        let levels = tree[..2 * depth].chunks_exact(2);
        levels.clone().all(asks) && levels.is_sorted_by_key(|pair| pair[0] >= ANY)
    };
    let is_measure = |measure: &[f32]| measure.iter().all(|it| it.is_finite()) && measure[1] > 0.0;
    floats(edges).chunks_exact(EDGES).all(rises)
        && trees.chunks_exact(2 * depth + (2 << depth)).all(is_tree)
        && floats(kinds).chunks_exact(2).all(is_measure)
}

fn float_at(bytes: &[u8], at: usize) -> f32 {
    f32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

impl Forest {
    /// The forest that is shipped; what it is and what it was learnt from is in `docs/salience.md`.
    #[must_use]
    pub fn shipped() -> &'static Forest {
        &FOREST
    }

    /// The forest of a file; none if the file [is not well formed](is_well_formed).
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Forest> {
        if !is_well_formed(bytes) {
            return None;
        }
        let depth = usize::from(bytes[11]);
        let (trees, kinds) = bytes.split_at(kinds_at(bytes));
        let (edges, trees) = trees[HEADER..].split_at(4 * COUNT * EDGES);
        let kind = |kind: &[u8]| std::array::from_fn(|at| (float_at(kind, 8 * at), float_at(kind, 8 * at + 4)));
        Some(Forest {
            edges: edges.chunks_exact(4 * EDGES).map(|of| std::array::from_fn(|at| float_at(of, 4 * at))).collect(),
            trees: trees.chunks_exact(2 * depth + (2 << depth)).map(|bytes| Tree::parse(bytes, depth)).collect(),
            kinds: kinds.chunks_exact(8 * MEASURES).map(kind).collect(),
        })
    }

    /// How many trees it has.
    #[must_use]
    pub fn trees(&self) -> usize {
        self.trees.len()
    }

    /// How familiar a document is to whoever has learnt from what this forest has learnt from, 0..=1.
    #[must_use]
    pub fn familiarity(&self, features: &Features) -> f32 {
        familiarity(&self.kinds, features)
    }

    /// Whether a text of so many sentences is unlike all that this forest has learnt from, whatever else it is.
    pub(super) fn knows_nothing_of(&self, sentences: usize) -> bool {
        self.kinds.iter().all(|kind| is_strange(kind, sentences))
    }

    /// The score of each sentence, in units of a leaf: the higher, the likelier it belongs into a summary.
    #[must_use]
    pub fn scores(&self, features: &Features) -> Vec<i32> {
        let mut scores = vec![0_i32; features.sentences()];
        if scores.is_empty() {
            return scores;
        }
        let mut bins = Bins::default();
        let document = self.bins_of_document(features);
        let said: Vec<u8> = self.trees.iter().map(|tree| tree.said_of(&document)).collect();
        let (groups, rest) = self.trees.as_chunks::<TOGETHER>();
        let (said_of_groups, said_of_rest) = said.as_chunks::<TOGETHER>();
        for (block, scores) in scores.chunks_mut(LANES).enumerate() {
            self.fill(&mut bins, features, block * LANES);
            for (trees, said) in groups.iter().zip(said_of_groups) {
                add(trees, said, &bins, scores);
            }
            for (tree, said) in rest.iter().zip(said_of_rest) {
                add(std::array::from_ref(tree), std::array::from_ref(said), &bins, scores);
            }
        }
        scores
    }

    /// The bins of the features of the document.
    fn bins_of_document(&self, features: &Features) -> [i8; COUNT] {
        let mut bins = [0; COUNT];
        for ((bins, value), edges) in bins.iter_mut().zip(features.row(0)).zip(&self.edges).skip(OWN) {
            *bins = bin(value, edges);
        }
        bins
    }

    /// The bins of the sentences from one on.
    fn fill(&self, bins: &mut Bins, features: &Features, from: usize) {
        for (lane, sentence) in (from..features.sentences()).take(LANES).enumerate() {
            let row = features.row(sentence);
            for ((bins, value), edges) in bins.iter_mut().zip(row).zip(&self.edges) {
                bins[lane] = bin(value, edges);
            }
        }
    }
}

/// Of each feature of its own the bin of some sentences.
type Bins = [[i8; LANES]; OWN];

/// The bin of a value: how many edges it is above.
fn bin(value: f32, edges: &[f32; EDGES]) -> i8 {
    edges.partition_point(|edge| value > *edge) as i8
}

/// How many trees have their leaves added up before the sum is added to a sentence's score.
const TOGETHER: usize = 4;

/// Adds what some trees say of some sentences.
#[inline]
fn add<const N: usize>(trees: &[Tree; N], said: &[u8; N], bins: &Bins, scores: &mut [i32]) {
    let places: [[u8; LANES]; N] = std::array::from_fn(|at| trees[at].places(said[at], bins));
    for (lane, score) in scores.iter_mut().enumerate().take(LANES) {
        *score += (0..N).map(|at| trees[at].leaf(places[at][lane])).sum::<i32>();
    }
}

impl Tree {
    /// A tree of a file, of so many levels.
    fn parse(bytes: &[u8], depth: usize) -> Tree {
        let (splits, leaves) = bytes.split_at(2 * depth);
        let mut tree = Tree { splits: [(ANY, i8::MAX); DEEPEST], own: 0, leaves: [0; 1 << DEEPEST] };
        for (split, pair) in tree.splits.iter_mut().zip(splits.chunks_exact(2)) {
            *split = (pair[0], pair[1] as i8);
            tree.own += usize::from(pair[0] < ANY);
        }
        for (leaf, pair) in tree.leaves.iter_mut().zip(leaves.chunks_exact(2)) {
            *leaf = i16::from_le_bytes([pair[0], pair[1]]);
        }
        tree
    }

    /// The bits of a leaf's number that the document says.
    #[inline]
    fn said_of(&self, document: &[i8; COUNT]) -> u8 {
        let mut said = 0;
        for level in self.own..DEEPEST {
            let (feature, bin) = self.splits[level];
            said |= u8::from(document[usize::from(feature)] > bin) << level;
        }
        said
    }

    /// The number of the leaf of each sentence, where the document says these bits of it.
    #[inline]
    fn places(&self, said: u8, bins: &Bins) -> [u8; LANES] {
        let mut places = [said; LANES];
        for (level, (feature, bin)) in self.splits.iter().enumerate().take(self.own) {
            for (place, of_sentence) in places.iter_mut().zip(&bins[usize::from(*feature)]) {
                *place |= u8::from(of_sentence > bin) << level;
            }
        }
        places
    }

    #[inline]
    fn leaf(&self, place: u8) -> i32 {
        i32::from(self.leaves[usize::from(place) % self.leaves.len()])
    }
}

#[cfg(test)]
mod tests {
    use super::{ANY, COUNT, EDGES, Forest, HEADER, MEASURES, SHIPPED, is_well_formed};
    use crate::Document;
    use crate::rank::feature::Features;

    /// A file of one tree of one level: the feature `place` against 0.5.
    fn stump() -> Vec<u8> {
        let mut bytes = b"SALIENCE".to_vec();
        bytes.extend([2, COUNT as u8, EDGES as u8, 1, 1, 0]);
        bytes.extend(1.0_f32.to_le_bytes());
        bytes.extend([1, MEASURES as u8]);
        (0..COUNT * EDGES).for_each(|_| bytes.extend(0.5_f32.to_le_bytes()));
        bytes.extend([0, 7]);
        bytes.extend([(-3_i16).to_le_bytes(), 8_i16.to_le_bytes()].concat());
        (0..MEASURES).for_each(|_| bytes.extend([0.0_f32.to_le_bytes(), 1.0_f32.to_le_bytes()].concat()));
        bytes
    }

    #[test]
    fn a_tree_sends_each_sentence_to_its_leaf() {
        let forest = Forest::parse(&stump()).expect("it is whole");
        let features = Features::of(&Document::parse("One came. Two came. Three went."));
        assert_eq!(forest.scores(&features), [-3, 8, 8]);
    }

    #[test]
    fn a_tree_asks_of_the_document_last() {
        let file = |levels: [[u8; 2]; 2]| {
            let mut bytes = stump();
            bytes[11] = 2;
            let (level, leaves) = (HEADER + 4 * COUNT * EDGES, [1_i16, 2, 30, 40]);
            bytes.splice(level..level + 6, levels.concat().into_iter().chain(leaves.map(i16::to_le_bytes).concat()));
            bytes
        };
        let of_sentences = |text: &str| {
            let forest = Forest::parse(&file([[0, 7], [ANY, 7]])).expect("it is whole");
            forest.scores(&Features::of(&Document::parse(text)))
        };
        // Whether it is not the first sentence, and whether there is one at all.
        assert_eq!(of_sentences("One came. Two came."), [30, 40]);
        assert_eq!(Forest::parse(&file([[ANY, 7], [0, 7]])), None);
    }

    #[test]
    fn a_damaged_file_is_refused() {
        type Damage = fn(&mut Vec<u8>);
        let damage: [(&str, Damage); 7] = [
            ("another magic", |file| file[0] = b's'),
            ("a version that is not known", |file| file[8] = 9),
            ("too short", |file| file.truncate(HEADER + 3)),
            ("too long", |file| file.push(0)),
            ("an edge that is no number", |file| file[HEADER..HEADER + 4].copy_from_slice(&f32::NAN.to_le_bytes())),
            ("a feature that does not exist", |file| {
                let at = file.len() - 6 - 8 * MEASURES;
                file[at] = COUNT as u8;
            }),
            ("a kind without spread", |file| {
                let at = file.len() - 4;
                file[at..].copy_from_slice(&0.0_f32.to_le_bytes());
            }),
        ];
        for (what, damage) in damage {
            let mut file = stump();
            damage(&mut file);
            assert!(!is_well_formed(&file), "{what}");
            assert_eq!(Forest::parse(&file), None, "{what}");
        }
    }

    #[test]
    fn the_shipped_forest_is_whole_and_tells_sentences_apart() {
        assert!(is_well_formed(SHIPPED));
        assert!(Forest::shipped().trees() > 0);
        let document =
            Document::parse("The council of Holm closed the bridge over the Lind on Monday. Yes. It rained.");
        let scores = Forest::shipped().scores(&Features::of(&document));
        assert!(scores[0] > scores[1], "{scores:?}");
    }
}
