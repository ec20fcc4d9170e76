//! Luhn: a sentence matters if words that the text repeats stand close together in it (H. P. Luhn, "The automatic creation
//! of literature abstracts", IBM Journal 2(2), 1958). The best stretch of a sentence counts: the square of its repeated
//! words over its length, where no more than four other words stand between two of them.

use super::{Ranker, scaled};
use crate::Document;

/// So many words that are not repeated end a stretch.
const GAP: usize = 4;

/// Ranks sentences by their densest stretch of repeated words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Luhn;

impl Ranker for Luhn {
    fn name(&self) -> &'static str {
        "luhn"
    }

    fn rank(&self, document: &Document<'_>) -> Vec<f32> {
        let density = |sentence: crate::Sentence<'_>| {
            let mut best = 0.0_f64;
            // Where the stretch began, its last repeated word, and how many it has.
            let mut open: Option<(usize, usize, usize)> = None;
            for (place, word) in sentence.words().enumerate() {
                let repeated = !word.is_stop_word() && word.term().is_some_and(|term| document.term_count(term) > 1);
                if !repeated {
                    continue;
                }
                open = Some(match open {
                    Some((start, last, count)) if place - last <= GAP => (start, place, count + 1),
                    _ => (place, place, 1),
                });
                if let Some((start, last, count)) = open.filter(|(.., count)| *count > 1) {
                    best = best.max((count * count) as f64 / (last - start + 1) as f64);
                }
            }
            best
        };
        scaled(&document.sentences().map(density).collect::<Vec<_>>())
    }
}
