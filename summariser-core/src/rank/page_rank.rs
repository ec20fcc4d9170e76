//! PageRank (S. Brin and L. Page, 1998) over a graph that is never made: who calls it can sum, for every sentence, what
//! flows to it from its neighbours, and that is all a walk needs. Shared by the rankers that differ in the graph alone.

const DAMPING: f64 = 0.85;
/// So many rounds bring the ranks of texts of any length closer than what orders two sentences.
const ROUNDS: usize = 30;

/// The rank of each of `count` sentences. `sums` gives, for a weight on every sentence, the sum for each sentence of its
/// likeness to all others times their weights.
pub(super) fn page_rank(count: usize, sums: impl Fn(&[f64]) -> Vec<f64>) -> Vec<f64> {
    let degrees = sums(&vec![1.0; count]);
    let mut ranks = vec![1.0; count];
    for _ in 0..ROUNDS {
        let share = |(rank, degree): (&f64, &f64)| if *degree > 1e-12 { rank / degree } else { 0.0 };
        let shares: Vec<f64> = ranks.iter().zip(&degrees).map(share).collect();
        ranks = sums(&shares).into_iter().map(|sum| 1.0 - DAMPING + DAMPING * sum).collect();
    }
    ranks
}
