//! Luhn: a sentence matters if words that the text repeats stand close together in it (H. P. Luhn, "The automatic creation
//! of literature abstracts", IBM Journal 2(2), 1958). The best stretch of a sentence counts: the square of its repeated
//! words over its length, where no more than four other words stand between two of them.

use super::{Ranker, scaled};
use crate::Document;

/// No more words than these stand between two repeated ones of a stretch.
const GAP: usize = 4;

/// Ranks sentences by their densest stretch of repeated words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Luhn;

impl Ranker for Luhn {
    fn name(&self) -> &'static str {
        "luhn"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let density = |(start, last, count): (usize, usize, usize)| match count {
            0 | 1 => 0.0,
            _ => (count * count) as f64 / (last - start + 1) as f64,
        };
        let score = |sentence: crate::Sentence<'_>| {
            let mut best = 0.0_f64;
            // Where the stretch began, its last repeated word, and how many it has. Only whole stretches count: the
            // beginning of one is often denser.
            let mut open = (0, 0, 0);
            for (place, word) in sentence.words().enumerate() {
                let repeated = !word.is_stop_word() && word.term().is_some_and(|term| document.term_count(term) > 1);
                if repeated && open.2 > 0 && place - open.1 - 1 <= GAP {
                    open = (open.0, place, open.2 + 1);
                } else if repeated {
                    best = best.max(density(open));
                    open = (place, place, 1);
                }
            }
            best.max(density(open))
        };
        scaled(&document.sentences().map(score).collect::<Vec<_>>())
    }
}
