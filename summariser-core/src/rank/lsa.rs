//! LSA: a sentence matters if it has much of the text's main topics, which are the strongest singular vectors of the
//! matrix of terms and sentences (J. Steinberger and K. Ježek, "Using latent semantic analysis in text summarization and
//! summary evaluation", ISIM 2004); the matrix holds plain counts. Its salience is the length of its vector in the space
//! of the topics, each weighed by its strength.
//!
//! Only the first [`TOPICS`] are wanted, and the matrix is sparse: they come from orthogonal iteration with a fixed start,
//! at the cost of reading the words some hundred times, and not from a decomposition of the whole.

use super::bag::Bags;
use super::{Ranker, scaled};
use crate::Document;

const TOPICS: usize = 4;
const ROUNDS: usize = 12;

/// Ranks sentences by their share in the text's main topics.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lsa;

impl Ranker for Lsa {
    fn name(&self) -> &'static str {
        "lsa"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let bags = Bags::new(document);
        let sentences = bags.len();
        let topics = TOPICS.min(sentences);
        // A fixed start that is orthogonal to nothing in particular.
        let start = |topic: usize, place: usize| {
            let mixed =
                (place as u32 + 1).wrapping_mul(0x9E37_79B9).wrapping_add((topic as u32).wrapping_mul(0x85EB_CA6B));
            f64::from(mixed >> 8) / f64::from(1_u32 << 24) - 0.5
        };
        let mut space: Vec<Vec<f64>> = (0..topics).map(|t| (0..sentences).map(|s| start(t, s)).collect()).collect();
        let mut strengths = vec![0.0; topics];
        for _ in 0..ROUNDS {
            for topic in 0..topics {
                // One step of A'A, then away from the topics before this one.
                let mut terms = vec![0.0; bags.vocabulary];
                space[topic].iter().enumerate().for_each(|(s, weight)| bags.add(s, *weight, &mut terms));
                let mut next: Vec<f64> = (0..sentences).map(|s| bags.product(s, &terms)).collect();
                for earlier in &space[..topic] {
                    let share: f64 = next.iter().zip(earlier).map(|(a, b)| a * b).sum();
                    next.iter_mut().zip(earlier).for_each(|(a, b)| *a -= share * b);
                }
                let norm = next.iter().map(|value| value * value).sum::<f64>().sqrt();
                strengths[topic] = norm;
                if norm > 1e-12 {
                    next.iter_mut().for_each(|value| *value /= norm);
                }
                space[topic] = next;
            }
        }
        // The norm after a step is the eigenvalue of A'A: the square of the singular value.
        let length = |sentence: usize| {
            let parts =
                space.iter().zip(&strengths).map(|(topic, strength)| topic[sentence] * topic[sentence] * strength);
            parts.sum::<f64>().sqrt()
        };
        scaled(&(0..sentences).map(length).collect::<Vec<_>>())
    }
}
