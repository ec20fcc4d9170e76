//! How sure a mean is: the bootstrap. Documents are drawn anew with replacement, a thousand times; the middle 95 % of the
//! means so drawn are the interval. All systems are drawn with the same documents, so that a difference between two of
//! them is judged on pairs, and the draws are the same on every run.
//!
//! B. Efron, R. Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13 (percentile intervals). P. Koehn,
//! "Statistical significance tests for machine translation evaluation", EMNLP 2004 (paired resampling).

/// How many times documents are drawn anew.
pub const RESAMPLES: usize = 1000;
/// Where the sequence of draws begins.
const SEED: u64 = 1;
/// What the interval leaves out at either end.
const TAIL: f64 = 0.025;

/// A mean and the interval that it is in with 95 % confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Interval {
    /// The mean.
    pub mean: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// Whether 0 is outside, so that the sign of the mean is hardly chance.
    #[must_use]
    pub fn excludes_zero(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }
}

/// The mean of some values and the means of its resamples, all drawn alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Resampled {
    mean: f64,
    means: Vec<f64>,
}

impl Resampled {
    /// The interval of the mean.
    #[must_use]
    pub fn interval(&self) -> Interval {
        let mut means = self.means.clone();
        means.sort_by(f64::total_cmp);
        Interval { mean: self.mean, low: quantile(&means, TAIL), high: quantile(&means, 1.0 - TAIL) }
    }

    /// The interval of the mean of the paired differences to other values.
    #[must_use]
    pub fn difference(&self, to: &Resampled) -> Interval {
        let means = self.means.iter().zip(&to.means).map(|(mean, other)| mean - other);
        Resampled { mean: self.mean - to.mean, means: means.collect() }.interval()
    }
}

/// Resamples columns of values, one value a document, all columns with the same draws.
#[must_use]
pub fn resample(columns: &[Vec<f64>]) -> Vec<Resampled> {
    let documents = columns.iter().map(Vec::len).min().unwrap_or(0);
    let mean = |sum: f64| if documents == 0 { 0.0 } else { sum / documents as f64 };
    let fresh = |column: &Vec<f64>| Resampled {
        mean: mean(column.iter().take(documents).sum()),
        means: Vec::with_capacity(RESAMPLES),
    };
    let mut resampled: Vec<Resampled> = columns.iter().map(fresh).collect();
    let mut draws = SplitMix64(SEED);
    let mut drawn = vec![0; documents];
    for _ in 0..RESAMPLES {
        drawn.iter_mut().for_each(|place| *place = draws.below(documents));
        for (column, resampled) in columns.iter().zip(&mut resampled) {
            resampled.means.push(mean(drawn.iter().filter_map(|place| column.get(*place)).sum()));
        }
    }
    resampled
}

/// The value below which a share of sorted values lies, between two of them in proportion.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * sorted.len().saturating_sub(1) as f64;
    // Places are below the number of resamples.
    let below = sorted.get(place.floor() as usize).copied().unwrap_or_default();
    let above = sorted.get(place.ceil() as usize).copied().unwrap_or_default();
    below + (above - below) * place.fract()
}

/// SplitMix64, a generator of random numbers in three lines: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom
/// number generators", OOPSLA 2014.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, all as likely as a count below 2^32 can show.
    fn below(&mut self, bound: usize) -> usize {
        let wide = u128::from(self.next()) * bound as u128;
        usize::try_from(wide >> 64).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        let mut draws = SplitMix64(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| draws.next()).collect();
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn the_same_values_give_the_same_interval_around_their_mean() {
        let values: Vec<f64> = (0..200).map(|n| f64::from(n % 10)).collect();
        let one = resample(std::slice::from_ref(&values));
        assert_eq!(one, resample(std::slice::from_ref(&values)));
        // The standard error is 2.87 / sqrt(200) = 0.203, and 1.96 of it lie at either side.
        let interval = one[0].interval();
        assert_eq!(interval.mean, 4.5);
        assert!((interval.low - 4.10).abs() < 0.04 && (interval.high - 4.90).abs() < 0.04, "{interval:?}");
        assert!(interval.excludes_zero());
        // More columns change nothing for the first.
        assert_eq!(resample(&[values.clone(), vec![1.0; 200]])[0], one[0]);
    }

    #[test]
    fn differences_are_of_pairs() {
        let values: Vec<f64> = (0..50).map(|n| f64::from(n * n % 17)).collect();
        let more: Vec<f64> = values.iter().map(|value| value + 0.25).collect();
        let resampled = resample(&[values.clone(), more]);
        let Interval { mean, low, high } = resampled[1].difference(&resampled[0]);
        // Every document has the same difference, so no draw changes it, although the values scatter.
        assert!([mean, low, high].iter().all(|value| (value - 0.25).abs() < 1e-9), "{mean} {low} {high}");
        assert!(!resampled[0].difference(&resampled[0]).excludes_zero());
    }

    #[test]
    fn one_document_or_none_is_no_reason_to_fail() {
        assert_eq!(resample(&[vec![0.5]])[0].interval(), Interval { mean: 0.5, low: 0.5, high: 0.5 });
        assert_eq!(resample(&[vec![]])[0].interval(), Interval::default());
    }

    #[test]
    fn quantiles_lie_between_values() {
        for (share, due) in [(0.0, 1.0), (0.5, 2.5), (0.1, 1.3), (1.0, 4.0)] {
            assert!((quantile(&[1.0, 2.0, 3.0, 4.0], share) - due).abs() < 1e-12, "{share}");
        }
    }
}
