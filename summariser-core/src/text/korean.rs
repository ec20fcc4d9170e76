//! [`stem`]: Korean words without the particles and endings that are written onto them: 도서관을 and 도서관은 are the
//! same library. By a list, held to the rule that some particles follow a consonant and others a vowel; at least two
//! syllables stay, since shorter words too often only look as if they had an ending. No Snowball stemmer knows Korean.

/// What must stand before an ending.
#[derive(Clone, Copy)]
enum After {
    Any,
    Consonant,
    Vowel,
    /// A vowel, or ㄹ.
    Open,
}
use After::{Any, Consonant, Open, Vowel};

/// The endings, divided by spaces; of two that fit the longer one is taken off.
const ENDINGS: [(After, &str); 4] = [
    (
        Any,
        "에서는 에서도 에서의 에게서 에게는 에서 에게 에는 에도 에만 까지 까지는 부터 부터는 처럼 보다 마다 조차 밖에 한테 께서 의 에 도 만 \
         했다고 했다 했고 했으며 했던 했지만 했는데 했습니다 하였다 한다고 한다 하겠다고 하겠다 하고 하며 하는 하기 하지 하던 하도록 해야 해서 \
         합니다 할 한 하게 하면 됐다고 됐다 됐고 됐으며 됐습니다 되었다 된다고 된다 되는 되고 되며 되면 됩니다 된 될 이다 이며 이고 이었다 \
         이라고 이라는 이라며 입니다 였다 라고 라는 라며 적인 적으로",
    ),
    (Consonant, "은 을 이 과 으로 으로는 으로도 으로서 으로써 으로부터 이나 이란"),
    (Vowel, "는 를 가 와 나 란"),
    (Open, "로 로는 로도 로서 로써 로부터"),
];

/// Words that end like these end in no particle: 고속도로, 민주주의, 국무회의, 경기도.
const WHOLE: [&str; 12] =
    ["도로", "주의", "회의", "합의", "경기도", "강원도", "충청도", "제주도", "경상도", "전라도", "전문가", "작가"];

/// The longest ending has so many syllables.
const LONGEST: usize = 4;
/// So many syllables stay.
const SHORTEST: usize = 2;
/// How many bytes a syllable has.
const SYLLABLE: usize = 3;

/// The word without its ending and without the plural's 들.
pub(super) fn stem(word: &str) -> &str {
    if word.len() <= SHORTEST * SYLLABLE || !word.chars().all(is_syllable) {
        return word;
    }
    let stem = without_ending(word);
    stem.strip_suffix('들').filter(|stem| stem.len() >= SHORTEST * SYLLABLE).unwrap_or(stem)
}

fn without_ending(word: &str) -> &str {
    let fits = |len: usize| {
        let (head, ending) = word.split_at_checked(word.len().checked_sub(len * SYLLABLE)?)?;
        let last = head.chars().next_back().filter(|_| head.len() >= SHORTEST * SYLLABLE)?;
        // What the first syllable of the ending completes is a word.
        let longer = word.get(..head.len() + SYLLABLE)?;
        if WHOLE.iter().any(|whole| longer.ends_with(whole)) {
            return None;
        }
        let is_listed = |(after, list): &(After, &str)| {
            let consonant = consonant(last);
            let follows = match after {
                Any => true,
                Consonant => consonant != 0,
                Vowel => consonant == 0,
                Open => consonant == 0 || consonant == RIEUL,
            };
            follows && list.split(' ').any(|listed| listed == ending)
        };
        ENDINGS.iter().any(is_listed).then_some(head)
    };
    (1..=LONGEST).rev().find_map(fits).unwrap_or(word)
}

fn is_syllable(c: char) -> bool {
    matches!(c, '가'..='힣')
}

/// The consonant that a syllable ends in, by its number in Unicode's order of syllables; 0 is none.
fn consonant(syllable: char) -> u32 {
    (u32::from(syllable) - u32::from('가')) % 28
}
const RIEUL: u32 = 8;

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn particles_and_endings_go_and_words_stay() {
        let cases = [
            ("도서관을", "도서관"),
            ("도서관은", "도서관"),
            ("도서관에서는", "도서관"),
            ("한빛시는", "한빛시"),
            ("시민들이", "시민"),
            ("시민들", "시민"),
            ("설명했다", "설명"),
            ("반발하고", "반발"),
            ("예산안으로", "예산안"),
            ("서울로", "서울"),
            // No particle: it does not fit what stands before, too little would stay, or the word ends so.
            ("도서관를", "도서관를"),
            ("전문가", "전문가"),
            ("고속도로", "고속도로"),
            ("고속도로는", "고속도로"),
            ("민주주의", "민주주의"),
            ("국가", "국가"),
            ("나라", "나라"),
            ("제도", "제도"),
            // Other scripts.
            ("KBS는", "KBS는"),
            ("", ""),
        ];
        for (word, expected) in cases {
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
