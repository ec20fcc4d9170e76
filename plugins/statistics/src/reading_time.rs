//! How long a text takes to read. The rates are measured ones, a language at a time: a word of Finnish says more than
//! one of English, and takes longer.

use summariser_core::prelude::*;

/// Words a minute. English: read silently, non-fiction, the mean of 190 studies (Brysbaert 2019, J. Memory and Language
/// 109, 104047). The others: the one study that had the same texts in many languages (Trauzettel-Klosinski & Dietz
/// 2012, IOVS 53, 5452). They were read aloud; English aloud is 228 there, so that the two agree within 5 %. Chinese
/// and Japanese are characters, which count as words of their own here.
#[rustfmt::skip]
const RATES: [(&str, u32); 17] = [
    ("ar", 138), ("de", 179), ("en", 238), ("es", 218), ("fi", 161), ("fr", 195), ("he", 187), ("it", 188), ("ja", 357),
    ("nl", 202), ("pl", 166), ("pt", 181), ("ru", 184), ("sl", 180), ("sv", 199), ("tr", 166), ("zh", 255),
];

/// The mean of that study, for languages that it does not have.
const RATE: u32 = 184;

/// The figure for a text of `words` words, at a given rate or that of the language (a code such as `en`).
pub(crate) fn figure(words: usize, language: &str, rate: Option<u32>) -> Block {
    let measured = RATES.iter().find(|(code, _)| *code == language).map(|(_, rate)| *rate);
    let rate = match rate.or(measured) {
        Some(rate) => rate.max(1),
        // Thai words are single characters here, too, and no rate of those is known.
        None if language == "th" => return Block::no_figure("reading_time", "no rate is known for Thai"),
        None => RATE,
    };
    let minutes = words as f64 / f64::from(rate);
    let (seconds, whole) = ((minutes * 60.0).round() as u64, minutes.round() as u64);
    let text = if seconds < 60 {
        format!("{seconds} s")
    } else if whole < 60 {
        format!("{whole} min")
    } else {
        format!("{} h {} min", whole / 60, whole % 60)
    };
    let figure = Block::figure("reading_time", crate::rounded(minutes), "minutes").text(text);
    figure.attribute("words_per_minute", Value::Number(f64::from(rate)), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_that_of_the_language_unless_a_rate_is_given() {
        for (words, language, rate, expected) in [
            (0, "en", None, "0 s"),
            (60, "en", None, "15 s"),
            (237, "en", None, "1 min"), // 59.7 s
            (476, "en", None, "2 min"),
            (28_560, "en", None, "2 h 0 min"),
            (184, "und", None, "1 min"),
            (510, "zh", None, "2 min"),
            (500, "zh", Some(1000), "30 s"),
            (500, "th", Some(1000), "30 s"),
            (500, "th", None, "n/a"),
        ] {
            let block = figure(words, language, rate);
            assert_eq!(block.text.as_deref(), Some(expected), "{words} words of {language}");
        }
    }
}
