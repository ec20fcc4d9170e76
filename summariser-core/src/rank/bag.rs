//! Bags of terms: how often each sentence has which term, stop words left out. What counting rankers read, and the sums
//! over pairs of sentences that they need, without ever looking at the pairs.

use crate::Document;

/// The bags of all sentences, one after the other.
pub(super) struct Bags {
    terms: Vec<u32>,
    counts: Vec<f64>,
    ends: Vec<usize>,
    /// How many terms there are.
    pub(super) vocabulary: usize,
}

impl Bags {
    /// The bags of a document.
    pub(super) fn new(document: &Document<'_>) -> Bags {
        let vocabulary = document.terms();
        let mut bags = Bags { terms: Vec::new(), counts: Vec::new(), ends: Vec::new(), vocabulary };
        let mut place = vec![usize::MAX; vocabulary];
        for sentence in document.sentences() {
            let start = bags.terms.len();
            for term in sentence.words().filter(|word| !word.is_stop_word()).filter_map(|word| word.term()) {
                let Some(at) = place.get_mut(term as usize) else { continue };
                if *at != usize::MAX && *at >= start {
                    bags.counts[*at] += 1.0;
                } else {
                    *at = bags.terms.len();
                    bags.terms.push(term);
                    bags.counts.push(1.0);
                }
            }
            bags.ends.push(bags.terms.len());
        }
        bags
    }

    /// How many sentences there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The distinct terms of a sentence and how often it has each.
    pub(super) fn of(&self, sentence: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let start = if sentence == 0 { 0 } else { self.ends[sentence - 1] };
        (start..self.ends[sentence]).map(|at| (self.terms[at] as usize, self.counts[at]))
    }

    /// How many terms a sentence has, repetitions counted.
    pub(super) fn size(&self, sentence: usize) -> f64 {
        self.of(sentence).map(|(_, count)| count).sum()
    }

    /// The inner product of a sentence with a vector over all terms.
    pub(super) fn product(&self, sentence: usize, with: &[f64]) -> f64 {
        self.of(sentence).map(|(term, count)| count * with[term]).sum()
    }

    /// Adds a sentence, so many times, to a vector over all terms.
    pub(super) fn add(&self, sentence: usize, times: f64, to: &mut [f64]) {
        for (term, count) in self.of(sentence) {
            to[term] += times * count;
        }
    }

    /// How often each term occurs, and how many there are in all.
    pub(super) fn totals(&self) -> (Vec<f64>, f64) {
        let mut totals = vec![0.0; self.vocabulary];
        for (term, count) in self.terms.iter().zip(&self.counts) {
            totals[*term as usize] += count;
        }
        let all = totals.iter().sum();
        (totals, all)
    }
}

/// Sizes of more binary digits than these are rounded down to them: only their logarithms count, which are off by less
/// than 1 %, and no text has many sizes.
const DIGITS: u32 = 6;

/// A size, perhaps rounded down.
fn rounded(size: u32) -> u32 {
    let surplus = (u32::BITS - size.leading_zeros()).saturating_sub(DIGITS);
    size >> surplus << surplus
}

/// The overlap of sentences after Mihalcea and Tarau: the terms that two sentences share, counted with repetition, over
/// the sum of the logarithms of their sizes.
///
/// The norm mixes the sizes of both, so the sum over all partners is taken size by size: sentences of a size are summed
/// into one vector over terms. There are few sizes, since long ones are taken to [`DIGITS`] binary digits, and so the cost
/// is that of reading the words a few times.
pub(super) struct Overlap<'a> {
    bags: &'a Bags,
    /// The logarithm of the size of each sentence; sentences of fewer than two terms resemble nothing.
    logs: Vec<f64>,
    /// For each sentence the number of its size.
    class: Vec<usize>,
    /// The logarithm of each size.
    class_logs: Vec<f64>,
    /// For each term, where its sizes begin in `term_classes`.
    offsets: Vec<usize>,
    /// The sizes of the sentences that have a term.
    term_classes: Vec<usize>,
}

impl<'a> Overlap<'a> {
    /// The overlaps of these bags.
    pub(super) fn new(bags: &'a Bags) -> Overlap<'a> {
        let sizes: Vec<u32> = (0..bags.len()).map(|sentence| rounded(bags.size(sentence) as u32)).collect();
        let mut classes = sizes.clone();
        classes.sort_unstable();
        classes.dedup();
        let class: Vec<usize> = sizes.iter().map(|size| classes.partition_point(|other| other < size)).collect();
        let log = |size: &u32| libm::log(f64::from(*size));
        let mut pairs: Vec<(usize, usize)> =
            (0..bags.len()).flat_map(|s| bags.of(s).map(|(term, _)| (term, class[s])).collect::<Vec<_>>()).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let mut offsets = vec![0; bags.vocabulary + 1];
        for (term, _) in &pairs {
            offsets[term + 1] += 1;
        }
        for term in 0..bags.vocabulary {
            offsets[term + 1] += offsets[term];
        }
        Overlap {
            bags,
            logs: sizes.iter().map(log).collect(),
            class,
            class_logs: classes.iter().map(log).collect(),
            offsets,
            term_classes: pairs.into_iter().map(|(_, class)| class).collect(),
        }
    }

    fn slot(&self, term: usize, class: usize) -> usize {
        let classes = &self.term_classes[self.offsets[term]..self.offsets[term + 1]];
        self.offsets[term] + classes.partition_point(|other| *other < class)
    }

    /// For each sentence the sum of its overlaps with all others, each times the other's weight.
    pub(super) fn sums(&self, weights: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; self.term_classes.len()];
        for (sentence, weight) in weights.iter().enumerate().filter(|(sentence, _)| self.logs[*sentence] > 0.0) {
            for (term, count) in self.bags.of(sentence) {
                sums[self.slot(term, self.class[sentence])] += weight * count;
            }
        }
        // What a term brings to a sentence depends on the sentence's size alone: once for all of a size.
        let mut flows = vec![0.0; sums.len()];
        for slots in self.offsets.windows(2).map(|ends| ends[0]..ends[1]) {
            for at in slots.clone() {
                let log = self.class_logs[self.term_classes[at]];
                for (class, shared) in self.term_classes[slots.clone()].iter().zip(&sums[slots.clone()]) {
                    let norm = log + self.class_logs[*class];
                    flows[at] += if norm > 0.0 { shared / norm } else { 0.0 };
                }
            }
        }
        let sum = |sentence: usize| {
            if self.logs[sentence] <= 0.0 {
                return 0.0;
            }
            let flow = |(term, count)| count * flows[self.slot(term, self.class[sentence])];
            let sum: f64 = self.bags.of(sentence).map(flow).sum();
            let own: f64 = self.bags.of(sentence).map(|(_, count)| count * count).sum();
            sum - weights[sentence] * own / (2.0 * self.logs[sentence])
        };
        (0..self.bags.len()).map(sum).collect()
    }
}
