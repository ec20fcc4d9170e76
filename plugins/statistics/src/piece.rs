//! A few letters as a number, so that one comparison tells whether a word begins or ends with them: English syllables
//! ask that of every word, of lists of pieces.

/// Up to eight bytes, at the beginning or at the end of eight.
#[derive(Clone, Copy)]
pub(crate) struct Piece {
    bytes: u64,
    /// Which of the eight bytes are its own.
    mask: u64,
}

impl Piece {
    /// One that eight bytes may begin with.
    pub(crate) const fn first(piece: &[u8]) -> Piece {
        assert!(piece.len() <= 8, "a piece has up to eight bytes");
        let (mut bytes, mut at) = (0, piece.len());
        while at > 0 {
            at -= 1;
            bytes = bytes << 8 | piece[at] as u64;
        }
        let mask = if piece.is_empty() { 0 } else { u64::MAX >> (64 - 8 * piece.len()) };
        Piece { bytes, mask }
    }

    /// One that eight bytes may end with.
    pub(crate) const fn last(piece: &[u8]) -> Piece {
        let (first, free) = (Piece::first(piece), 64 - 8 * piece.len() as u32);
        if free == 64 { first } else { Piece { bytes: first.bytes << free, mask: first.mask << free } }
    }

    /// Several to begin with.
    pub(crate) const fn firsts<const N: usize>(pieces: [&str; N]) -> [Piece; N] {
        let (mut firsts, mut at) = ([Piece::first(b""); N], 0);
        while at < N {
            firsts[at] = Piece::first(pieces[at].as_bytes());
            at += 1;
        }
        firsts
    }

    /// Several to end with.
    pub(crate) const fn lasts<const N: usize>(pieces: [&str; N]) -> [Piece; N] {
        let (mut lasts, mut at) = ([Piece::first(b""); N], 0);
        while at < N {
            lasts[at] = Piece::last(pieces[at].as_bytes());
            at += 1;
        }
        lasts
    }

    /// Whether eight bytes, the first of them the lowest, begin or end with it.
    pub(crate) const fn fits(self, eight: u64) -> bool {
        eight & self.mask == self.bytes
    }

    /// Its bytes, and zeros.
    pub(crate) const fn bytes(self) -> u64 {
        self.bytes
    }

    /// How many bytes it has.
    pub(crate) const fn size(self) -> usize {
        self.mask.count_ones() as usize / 8
    }
}

/// The first eight bytes of a word, or all that it has and then zeros.
pub(crate) fn first_eight(word: &[u8]) -> u64 {
    let whole = |eight: &[u8; 8]| u64::from_le_bytes(*eight);
    word.first_chunk().map_or_else(|| word.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)), whole)
}

/// The last eight bytes of a word, or zeros and then all that it has.
pub(crate) fn last_eight(word: &[u8]) -> u64 {
    let whole = |eight: &[u8; 8]| u64::from_le_bytes(*eight);
    word.last_chunk().map_or_else(|| word.iter().fold(0, |sum, byte| sum >> 8 | u64::from(*byte) << 56), whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_found_where_strings_find_it() {
        const PIECES: [&str; 7] = ["", "a", "at", "late", "ately", "abcdefgh", "h"];
        for word in ["", "a", "at", "late", "lately", "abcdefgh", "abcdefghat", "xabcdefgh", "plate-h"] {
            for (piece, (first, last)) in PIECES.iter().zip(Piece::firsts(PIECES).into_iter().zip(Piece::lasts(PIECES)))
            {
                assert_eq!(first.fits(first_eight(word.as_bytes())), word.starts_with(piece), "{word} {piece}");
                assert_eq!(last.fits(last_eight(word.as_bytes())), word.ends_with(piece), "{word} {piece}");
                assert_eq!((first.size(), last.size()), (piece.len(), piece.len()));
            }
        }
    }
}
