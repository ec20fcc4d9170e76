//! What the rules of English syllables get wrong, learnt from a pronouncing dictionary: pieces of words, each with one
//! syllable more (`+`) or fewer (`-`). They add up, so that their order means nothing.
//!
//! `.ci/syllables` learns `correction.txt` from the CMU pronouncing dictionary (Carnegie Mellon University, BSD
//! licence)
//! and says how often the count is right. The dictionary is not in this repository, and no word of it can be read back.

use crate::piece::{Piece, first_eight};

/// Pieces with their sign, in order, a space or the end of a line between them. `^` is the beginning of a word and `$`
/// its end; a plural's s
/// stands behind that, so that one piece serves both numbers.
const TEXT: &[u8] = include_bytes!("correction.txt").trim_ascii();

/// Letters, `^` and `$`: what a piece can begin with.
const SYMBOLS: usize = 28;

/// Each piece with what it adds to the syllables.
static PIECES: [(Piece, i32); count()] = pieces();

/// Where in [`PIECES`] those begin that start with two given symbols.
static STARTS: [u16; SYMBOLS * SYMBOLS + 1] = starts();

const fn symbol(byte: u8) -> usize {
    match byte {
        b'a'..=b'z' => (byte - b'a') as usize + 2,
        b'^' => 0,
        _ => 1,
    }
}

const fn count() -> usize {
    let (mut at, mut count) = (0, 1);
    while at < TEXT.len() {
        count += TEXT[at].is_ascii_whitespace() as usize;
        at += 1;
    }
    count
}

const fn pieces() -> [(Piece, i32); count()] {
    let mut pieces = [(Piece::first(b""), 0); count()];
    let (mut rest, mut number) = (TEXT, 0);
    while let [sign, piece @ ..] = rest {
        let mut size = 0;
        while size < piece.len() && !piece[size].is_ascii_whitespace() {
            size += 1;
        }
        assert!(size >= 2, "a piece has two symbols to begin with");
        let (piece, others) = piece.split_at(size);
        pieces[number] = (Piece::first(piece), if *sign == b'+' { 1 } else { -1 });
        rest = others.trim_ascii_start();
        number += 1;
    }
    pieces
}

const fn starts() -> [u16; SYMBOLS * SYMBOLS + 1] {
    let (pieces, mut starts) = (pieces(), [0; SYMBOLS * SYMBOLS + 1]);
    let (mut number, mut pair) = (0, 0);
    while number < pieces.len() {
        let bytes = pieces[number].0.bytes();
        let of_piece = symbol(bytes as u8) * SYMBOLS + symbol((bytes >> 8) as u8);
        assert!(of_piece + 1 >= pair, "the pieces are in order");
        while pair <= of_piece {
            starts[pair] = number as u16;
            pair += 1;
        }
        number += 1;
    }
    while pair < starts.len() {
        starts[pair] = number as u16;
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
    // Behind its end the form goes on with what no piece has.
    let mut form = [0; 74];
    form[0] = b'^';
    form[1..=stem.len()].copy_from_slice(stem);
    form[stem.len() + 1] = b'$';
    if stem.len() < word.len() {
        form[stem.len() + 2] = b's';
    }
    let mut sum = 0;
    let mut first = symbol(form[0]);
    for window in form.windows(8).take(word.len() + 1) {
        let second = symbol(window[1]);
        let pair = first * SYMBOLS + second;
        let (start, end) = (usize::from(STARTS[pair]), usize::from(STARTS[pair + 1]));
        if start < end {
            let eight = first_eight(window);
            let found = PIECES[start..end].iter().filter(|(piece, _)| piece.fits(eight));
            sum += found.map(|(_, more)| more).sum::<i32>();
        }
        first = second;
    }
    sum
}
