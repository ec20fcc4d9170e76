//! A boosted forest: many small trees, each adding a little to a sentence's score. Every tree asks the same question of
//! all sentences on a level ("oblivious" trees), so that a leaf is found by as many comparisons as the tree is deep, with
//! no branch and for many sentences at once; and leaves are whole numbers, so that a sum is the same in any order.
//!
//! The file, little-endian, without padding:
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `SALIENCE` |
//! | 1 | version: 1 |
//! | 1 | `F`, the number of features: [`feature::COUNT`](super::feature::COUNT) |
//! | 1 | `E`, edges a feature: 62 |
//! | 1 | `D`, the depth of every tree: 1..=6 |
//! | 2 | `T`, the number of trees |
//! | 4 | what one unit of a leaf stands for, f32 (of no consequence for an order) |
//! | 4·F·E | the edges of each feature, f32, finite, none below the one before |
//! | T·(2·D + 2·2^D) | each tree: for each level the feature (u8) and the bin (u8); the leaves (i16) |
//!
//! A sentence goes to the leaf whose bit `l` says whether its feature of level `l` is above that bin's edge.

use std::sync::LazyLock;

use super::feature::{COUNT, Features};

/// The edges between the 63 bins of a feature.
pub const EDGES: usize = 62;
/// The deepest tree that a file may hold.
pub const DEEPEST: usize = 6;
/// What a file begins with.
pub const MAGIC: [u8; 8] = *b"SALIENCE";
/// The version of the format.
pub const VERSION: u8 = 1;

const HEADER: usize = 18;
const SHIPPED: &[u8] = include_bytes!("model/salience.bin");
const _: () = assert!(is_well_formed(SHIPPED), "model/salience.bin is damaged; the package training makes it anew");

static FOREST: LazyLock<Forest> = LazyLock::new(|| Forest::parse(SHIPPED).unwrap_or_default());

/// A forest, ready to score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forest {
    depth: usize,
    /// The feature and the edge of each level of each tree.
    splits: Vec<(usize, f32)>,
    leaves: Vec<i16>,
}

/// The number of bytes that a file's header asks for, or none if the header is wrong.
const fn size(bytes: &[u8]) -> Option<usize> {
    if bytes.len() < HEADER {
        return None;
    }
    let mut at = 0;
    while at < MAGIC.len() {
        if bytes[at] != MAGIC[at] {
            return None;
        }
        at += 1;
    }
    let depth = bytes[11] as usize;
    if bytes[8] != VERSION || bytes[9] as usize != COUNT || bytes[10] as usize != EDGES || depth == 0 || depth > DEEPEST
    {
        return None;
    }
    let trees = u16::from_le_bytes([bytes[12], bytes[13]]) as usize;
    Some(HEADER + 4 * COUNT * EDGES + trees * (2 * depth + (2 << depth)))
}

/// Whether a file is whole: its header, its length, its edges in order and all that its trees ask for there.
#[must_use]
pub const fn is_well_formed(bytes: &[u8]) -> bool {
    match size(bytes) {
        Some(size) if size == bytes.len() => {}
        _ => return false,
    }
    let mut edge = 0;
    while edge < COUNT * EDGES {
        let value = edge_at(bytes, edge);
        if !value.is_finite() || (edge % EDGES > 0 && value < edge_at(bytes, edge - 1)) {
            return false;
        }
        edge += 1;
    }
    let depth = bytes[11] as usize;
    let mut tree = HEADER + 4 * COUNT * EDGES;
    while tree < bytes.len() {
        let mut level = 0;
        while level < depth {
            if bytes[tree + 2 * level] as usize >= COUNT || bytes[tree + 2 * level + 1] as usize >= EDGES {
                return false;
            }
            level += 1;
        }
        tree += 2 * depth + (2 << depth);
    }
    true
}

const fn edge_at(bytes: &[u8], edge: usize) -> f32 {
    let at = HEADER + 4 * edge;
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
        let mut forest = Forest { depth, ..Forest::default() };
        for tree in bytes[HEADER + 4 * COUNT * EDGES..].chunks_exact(2 * depth + (2 << depth)) {
            let (splits, leaves) = tree.split_at(2 * depth);
            let split = |pair: &[u8]| {
                let (feature, bin) = (usize::from(pair[0]), usize::from(pair[1]));
                (feature, edge_at(bytes, feature * EDGES + bin))
            };
            forest.splits.extend(splits.chunks_exact(2).map(split));
            forest.leaves.extend(leaves.chunks_exact(2).map(|leaf| i16::from_le_bytes([leaf[0], leaf[1]])));
        }
        Some(forest)
    }

    /// How many trees it has.
    #[must_use]
    pub fn trees(&self) -> usize {
        self.leaves.len() >> self.depth
    }

    /// The score of each sentence, in units of a leaf: the higher, the likelier it belongs into a summary.
    #[must_use]
    pub fn scores(&self, features: &Features) -> Vec<i32> {
        let mut scores = vec![0_i32; features.sentences()];
        if self.depth == 0 {
            return scores;
        }
        let mut places = vec![0_u32; features.sentences()];
        for (splits, leaves) in self.splits.chunks_exact(self.depth).zip(self.leaves.chunks_exact(1 << self.depth)) {
            places.fill(0);
            for (level, (feature, edge)) in splits.iter().enumerate() {
                for (place, value) in places.iter_mut().zip(features.column(*feature)) {
                    *place |= u32::from(value > edge) << level;
                }
            }
            for (score, place) in scores.iter_mut().zip(&places) {
                *score += i32::from(leaves[*place as usize & (leaves.len() - 1)]);
            }
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::{COUNT, EDGES, Forest, HEADER, SHIPPED, is_well_formed};
    use crate::Document;
    use crate::rank::feature::Features;

    /// A file of one tree of one level: the feature `place` against 0.5.
    fn stump() -> Vec<u8> {
        let mut bytes = b"SALIENCE".to_vec();
        bytes.extend([1, COUNT as u8, EDGES as u8, 1, 1, 0]);
        bytes.extend(1.0_f32.to_le_bytes());
        (0..COUNT * EDGES).for_each(|_| bytes.extend(0.5_f32.to_le_bytes()));
        bytes.extend([0, 7]);
        bytes.extend([(-3_i16).to_le_bytes(), 8_i16.to_le_bytes()].concat());
        bytes
    }

    #[test]
    fn a_tree_sends_each_sentence_to_its_leaf() {
        let forest = Forest::parse(&stump()).expect("it is whole");
        let features = Features::of(&Document::parse("One came. Two came. Three went."));
        assert_eq!(forest.scores(&features), [-3, 8, 8]);
    }

    #[test]
    fn a_damaged_file_is_refused() {
        type Damage = fn(&mut Vec<u8>);
        let damage: [(&str, Damage); 6] = [
            ("another magic", |file| file[0] = b's'),
            ("a version that is not known", |file| file[8] = 9),
            ("too short", |file| file.truncate(HEADER + 3)),
            ("too long", |file| file.push(0)),
            ("an edge that is no number", |file| file[HEADER..HEADER + 4].copy_from_slice(&f32::NAN.to_le_bytes())),
            ("a feature that does not exist", |file| {
                let at = file.len() - 6;
                file[at] = COUNT as u8;
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
