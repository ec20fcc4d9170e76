//! A word as a number: most words have up to 15 bytes, and are compared and looked up without reading them byte by byte.

/// A word of up to [`WHOLE`] bytes, the first of them the lowest, with their number in the highest; equal to no other's. Of
/// a longer word, a sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Key(u128);

/// How many bytes there are room for.
pub(crate) const WHOLE: usize = 15;

/// Of sixteen bytes those of a word of a size.
const OWN: [u128; WHOLE + 1] = {
    let (mut own, mut size) = ([0; WHOLE + 1], 0);
    while size <= WHOLE {
        own[size] = !(u128::MAX << (8 * size));
        size += 1;
    }
    own
};

/// Where the number of bytes stands.
const SIZE: usize = 8 * WHOLE;

impl Key {
    /// That of the word at a place of a text, unless it is too long.
    #[inline]
    pub(crate) fn whole(text: &[u8], start: usize, size: usize) -> Option<Key> {
        if size > WHOLE {
            return None;
        }
        let rest = text.get(start..)?;
        let bytes = match rest.first_chunk() {
            Some(sixteen) => u128::from_le_bytes(*sixteen) & OWN[size],
            None => rest.get(..size)?.iter().rev().fold(0, |sum, byte| sum << 8 | u128::from(*byte)),
        };
        Some(Key(bytes | (size as u128) << SIZE))
    }

    /// That of any word.
    pub(crate) fn of(word: &str) -> Key {
        Key::whole(word.as_bytes(), 0, word.len()).unwrap_or_else(|| {
            let (eights, rest) = word.as_bytes().as_chunks::<8>();
            let rest = rest.iter().fold(1, |sum, byte| sum << 8 | u64::from(*byte));
            let sum = eights.iter().fold(rest, |sum, eight| fold(sum ^ u64::from_le_bytes(*eight), ODD));
            Key(u128::from(sum) | u128::MAX << SIZE)
        })
    }

    /// The key of the word with a small first letter, and whether it had a capital of ASCII.
    #[inline]
    pub(crate) fn uncapitalised(self) -> (Key, bool) {
        let capital = (self.0 as u8).is_ascii_uppercase();
        (Key(self.0 | u128::from(capital) << 5), capital)
    }

    /// Where its search begins in a table of a size that is a power of two, or 0.
    #[inline]
    pub(crate) fn place(self, size: usize) -> usize {
        fold(self.0 as u64 ^ ODD, (self.0 >> 64) as u64 ^ 0xD1B5_4A32_D192_ED03) as usize & size.wrapping_sub(1)
    }
}

const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

/// The two halves of a product.
#[inline]
fn fold(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other);
    (product as u64) ^ ((product >> 64) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_have_keys_that_differ_wherever_they_stand() {
        let words = ["", "a", "A", "ab", "ba", "a\0", "é", "abcdefghijklmno", "abcdefghijklmnO", "abcdefghijklmnop"];
        let words: Vec<&str> =
            words.into_iter().chain(["abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyZ"]).collect();
        for (at, word) in words.iter().enumerate() {
            let key = Key::of(word);
            assert_eq!(words.iter().position(|other| Key::of(other) == key), Some(at), "{word}");
            for text in [format!("xyz{word}"), format!("xyz{word}ABCDEFGHIJKLMNOP")] {
                let whole = Key::whole(text.as_bytes(), 3, word.len());
                assert_eq!(whole, (word.len() <= WHOLE).then_some(key), "{text}");
            }
        }
        for (word, small, capital) in
            [("The", "the", true), ("the", "the", false), ("THE", "tHE", true), ("É", "É", false)]
        {
            assert_eq!(Key::of(word).uncapitalised(), (Key::of(small), capital), "{word}");
        }
    }
}
