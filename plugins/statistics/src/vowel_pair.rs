//! English vowels side by side: one syllable (`r-ea-d`) or two (`cr-e-a-te`), by the letters around them. The table is
//! written to be read, and made into numbers by the compiler, so that no word has to be compared with texts.

use crate::piece::{Piece, first_eight, last_eight};

/// English vowels side by side, and where they are two syllables (`+`) or one (`-`): what stands before and after them,
/// `^` and `$` being the beginning and the end of the word.
///
/// The first entry that fits decides, so that exceptions stand before their rule; where none fits they are one.
#[rustfmt::skip]
const PAIRS: [([u8; 2], &str); 19] = [
    (*b"ia", "+c_t +t_t -s_n -g_ -gin_ -forn_ -van_ -c_$ -^l_r +l_nc +bast_n -c_l -t_l -c_n -t_n -_ge -l_$ -s_$ -t_$ -l_r -l_n -l_m -n_rd +_"),
    (*b"io", "-t_n -s_n -c_n -g_n -x_n -sh_n -ll_n -n_n -c_us -t_us -g_us -x_us -n_r -v_r +_"),
    (*b"ie", "+sc_n +^cl_n +^al_n -n_nt -n_nc -l_n -s_nt -c_n -t_nt -t_nc -pr_st -^t_r -^p_r -fr_nd -ld_r +_nt +_nc +r_n +_st +_ties +_t +_r$ +_rs$"),
    (*b"ii", "+_"),
    (*b"iu", "-n_s -l_s +_s +_m"),
    (*b"ea", "+n_n +or_n +op_n +bb_n -cr_tur +cr_t +^r_ct +^r_li +ar_ +th_t +id_ +lin_ +nucl_ +r_$"),
    (*b"eu", "+^r_n +^r_s +_m"),
    (*b"ei", "+^r_n +d_ty +_ng"),
    (*b"eo", "+g_g +g_l +g_m -g_n -g_us -t_us -p_ple -l_pard +th_r +vid_ +rod_ +ster_ +n_ +t_r +l_n +_us"),
    (*b"oi", "+_c$ +_ca +c_nci +her_ +_sm +_st +_ng"),
    (*b"ai", "+_c"),
    (*b"ue", "+_n +_l"),
    (*b"ui", "+t_t +_ng +r_n +s_c +l_d +_ty"),
    (*b"ua", "-g_ -^s_ -s_d -j_ +_"),
    (*b"uo", "+_us +d_"),
    (*b"oe", "+_v +p_ +c_"),
    (*b"oo", "+^c_p +^c_rd"),
    (*b"oa", "+_sis"),
    (*b"ao", "+ch_"),
];

/// One entry of a pair.
#[derive(Clone, Copy)]
struct Place {
    before: Piece,
    after: Piece,
    is_parted: bool,
}

/// The entries of all pairs, in order.
static PLACES: [Place; STARTS[PAIRS.len()]] = places();

/// Where in [`PLACES`] those of each pair begin, and where the last ones end.
const STARTS: [usize; PAIRS.len() + 1] = starts();

const fn starts() -> [usize; PAIRS.len() + 1] {
    let (mut starts, mut pair) = ([0; PAIRS.len() + 1], 0);
    while pair < PAIRS.len() {
        let (text, mut at, mut count) = (PAIRS[pair].1.as_bytes(), 0, 0);
        while at < text.len() {
            count += (text[at] == b'_') as usize;
            at += 1;
        }
        starts[pair + 1] = starts[pair] + count;
        pair += 1;
    }
    starts
}

const fn places() -> [Place; STARTS[PAIRS.len()]] {
    let mut places =
        [Place { before: Piece::first(b""), after: Piece::first(b""), is_parted: false }; STARTS[PAIRS.len()]];
    let (mut pair, mut number) = (0, 0);
    while pair < PAIRS.len() {
        let mut rest = PAIRS[pair].1.as_bytes();
        while let [sign, entry @ ..] = rest {
            let (before, entry) = until(entry, b'_');
            let (after, others) = until(entry, b' ');
            places[number] =
                Place { before: Piece::last(before), after: Piece::first(after), is_parted: *sign == b'+' };
            rest = others;
            number += 1;
        }
        pair += 1;
    }
    places
}

/// What stands before and after a byte; all and nothing where there is none.
const fn until(text: &[u8], end: u8) -> (&[u8], &[u8]) {
    let mut at = 0;
    while at < text.len() {
        if text[at] == end {
            let (before, rest) = text.split_at(at);
            return (before, rest.split_at(1).1);
        }
        at += 1;
    }
    (text, &[])
}

/// Whether the two vowels at a place of an English word, in the letters a to z, are two syllables.
pub(crate) fn is_parted(word: &[u8], at: usize) -> bool {
    let Some((before, [one, other, after @ ..])) = word.split_at_checked(at) else { return false };
    let Some(pair) = PAIRS.iter().position(|(pair, _)| pair == &[*one, *other]) else { return false };
    // Where fewer than eight letters stand, there is room for the sign of the beginning or the end.
    let sign = |sign: u8, place: Option<usize>| place.map_or(0, |place| u64::from(sign) << (8 * place));
    let before = last_eight(before) | sign(b'^', 7_usize.checked_sub(before.len()));
    let after = first_eight(after) | sign(b'$', (after.len() < 8).then_some(after.len()));
    let fits = |place: &&Place| place.before.fits(before) && place.after.fits(after);
    PLACES[STARTS[pair]..STARTS[pair + 1]].iter().find(fits).is_some_and(|place| place.is_parted)
}

#[cfg(test)]
mod tests {
    use super::is_parted;

    #[test]
    fn the_first_entry_that_fits_decides() {
        for (word, at, expected) in [
            ("create", 2, true),
            ("creature", 2, false), // its exception
            ("bread", 2, false),    // none fits
            ("dial", 1, true),      // whatever stands around
            ("liar", 1, false),     // `^l`
            ("familiar", 5, false),
            ("science", 2, true),
            ("client", 2, true), // `^cl`
            ("radio", 3, true),
            ("nation", 3, false),
            ("stoic", 2, true), // `c$`
            ("idea", 2, true),
            ("counterreaction", 8, false), // eight letters before it, but not at the beginning
            ("go", 1, false),
            ("go", 2, false),
            ("", 3, false),
        ] {
            assert_eq!(is_parted(word.as_bytes(), at), expected, "{word}");
        }
    }
}
