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

/// Letters, `^` and `$`, of which a piece is made, are 28 symbols: numbers of so many bits.
const BITS: usize = 5;
const PAIRS: usize = 1 << (2 * BITS);

/// Each piece with what it adds to the syllables.
static PIECES: [(Piece, i32); count()] = pieces();

/// Where in [`PIECES`] those begin that start with two given symbols.
static STARTS: [u16; PAIRS + 1] = starts();

/// A bit for each three symbols that a piece begins with, which seldom are in a word.
static TRIPLES: [u64; PAIRS / 2] = triples();

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

const fn starts() -> [u16; PAIRS + 1] {
    let (pieces, mut starts) = (pieces(), [0; PAIRS + 1]);
    let (mut number, mut pair) = (0, 0);
    while number < pieces.len() {
        let bytes = pieces[number].0.bytes();
        let of_piece = symbol(bytes as u8) << BITS | symbol((bytes >> 8) as u8);
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

const fn triples() -> [u64; PAIRS / 2] {
    let (pieces, mut triples, mut number) = (pieces(), [0; PAIRS / 2], 0);
    while number < pieces.len() {
        let (bytes, size) = (pieces[number].0.bytes(), pieces[number].0.size());
        let pair = symbol(bytes as u8) << BITS | symbol((bytes >> 8) as u8);
        // A piece of two is followed by anything.
        let (mut third, last) =
            if size > 2 { (symbol((bytes >> 16) as u8), symbol((bytes >> 16) as u8)) } else { (0, 31) };
        while third <= last {
            let triple = pair << BITS | third;
            triples[triple / 64] |= 1 << (triple % 64);
            third += 1;
        }
        number += 1;
    }
    triples
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
    let mut triple = symbol(form[0]) << BITS | symbol(form[1]);
    for window in form.windows(8).take(word.len() + 1) {
        triple = (triple << BITS | symbol(window[2])) & (64 * TRIPLES.len() - 1);
        if TRIPLES[triple / 64] >> (triple % 64) & 1 == 1 {
            let (pair, eight) = (triple >> BITS, first_eight(window));
            let found = PIECES[usize::from(STARTS[pair])..usize::from(STARTS[pair + 1])].iter();
            sum += found.filter(|(piece, _)| piece.fits(eight)).map(|(_, more)| more).sum::<i32>();
        }
    }
    sum
}
