//! What the rules of English syllables get wrong, learnt from a pronouncing dictionary: pieces of words, each with one
//! syllable more (`+`) or fewer (`-`). They add up, so that their order means nothing.
//!
//! `.ci/syllables` learns `correction.txt` from the CMU pronouncing dictionary (Carnegie Mellon University, BSD
//! licence)
//! and says how often the count is right. The dictionary is not in this repository, and no word of it can be read back.

/// Pieces with their sign, in order, a space or the end of a line between them. `^` is the beginning of a word and `$`
/// its end; a plural's s
/// stands behind that, so that one piece serves both numbers.
const PIECES: &[u8] = include_bytes!("correction.txt").trim_ascii();

/// Letters, `^` and `$`: what a piece can begin with.
const SYMBOLS: usize = 28;

/// Where in [`PIECES`] those begin that start with two given symbols.
const STARTS: [u16; SYMBOLS * SYMBOLS + 1] = starts();

const fn symbol(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => (byte - b'a') as usize + 2,
        b'^' => 0,
        _ => 1,
    }
}

const fn starts() -> [u16; SYMBOLS * SYMBOLS + 1] {
    let mut starts = [0; SYMBOLS * SYMBOLS + 1];
    let (mut at, mut pair) = (0, 0);
    while at < PIECES.len() {
        let of_piece = symbol(PIECES[at + 1]) * SYMBOLS + symbol(PIECES[at + 2]);
        assert!(of_piece + 1 >= pair, "the pieces are in order");
        while pair <= of_piece {
            starts[pair] = at as u16;
            pair += 1;
        }
        while at < PIECES.len() && !PIECES[at].is_ascii_whitespace() {
            at += 1;
        }
        at += 1;
    }
    assert!(at < u16::MAX as usize, "the table fits its index");
    while pair < starts.len() {
        starts[pair] = at as u16;
        pair += 1;
    }
    starts
}

/// How many syllables more or fewer a word has than the rules say: letters a to z, of which the first 64 count.
pub(crate) fn correction(word: &[u8]) -> i32 {
    let word = word.get(..64).unwrap_or(word);
    let stem = match word {
        [stem @ .., b's']
            if stem.len() > 2
                && !stem.ends_with(b"s")
                && !stem.ends_with(b"u")
                && !stem.ends_with(b"i")
                && !stem.ends_with(b"a") =>
        {
            stem
        }
        _ => word,
    };
    let mut form = [b'$'; 67];
    form[0] = b'^';
    form[1..=stem.len()].copy_from_slice(stem);
    let size = stem.len() + 2;
    let form = if stem.len() < word.len() {
        form[size] = b's';
        &form[..=size]
    } else {
        &form[..size]
    };
    let mut sum = 0;
    for (at, pair) in form.windows(2).enumerate() {
        let pair = symbol(pair[0]) * SYMBOLS + symbol(pair[1]);
        let (start, end) = (STARTS[pair] as usize, STARTS[pair + 1] as usize);
        if start < end {
            for piece in PIECES[start..end.min(PIECES.len())].split(u8::is_ascii_whitespace) {
                if let [sign, piece @ ..] = piece
                    && !piece.is_empty()
                    && form[at..].starts_with(piece)
                {
                    sum += if *sign == b'+' { 1 } else { -1 };
                }
            }
        }
    }
    sum
}
