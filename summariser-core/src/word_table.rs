//! [`WordTable`]: lists of English words, hashed when the program is compiled, so that starting up costs nothing and a word
//! is looked up by one comparison.

/// No word of a list has more letters.
const LONGEST: usize = 16;

/// A word of ASCII as two numbers, so that two can be compared at once: its first and its last letters. The bits that ASCII
/// leaves free in the first four bytes are the length, so that no two words are the same two numbers.
#[derive(Clone, Copy)]
struct Letters(u64, u64);

impl Letters {
    const NONE: Letters = Letters(0, 0);

    /// `None` of what cannot be in a list.
    #[inline]
    const fn of(word: &[u8]) -> Option<Letters> {
        let length = word.len();
        if length == 0 || length > LONGEST {
            return None;
        }
        let (first, last) = if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
            (u64::from_le_bytes(*first), u64::from_le_bytes(*last))
        } else if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
            (u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << 32, 0)
        } else {
            (word[0] as u64 | (word[length / 2] as u64) << 8 | (word[length - 1] as u64) << 16, 0)
        };
        if (first | last) & 0x8080_8080_8080_8080 != 0 {
            return None;
        }
        let length = length as u64 - 1;
        let spread = (length & 1) << 7 | (length & 2) << 14 | (length & 4) << 21 | (length & 8) << 28;
        Some(Letters(first | spread, last))
    }

    #[inline]
    const fn are(self, other: Letters) -> bool {
        (self.0 ^ other.0) | (self.1 ^ other.1) == 0
    }

    #[inline]
    const fn slot(self) -> usize {
        let mixed = (self.0 ^ self.1.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (mixed >> 40) as usize
    }
}

/// A word with the set of its classes, a bit each.
#[derive(Clone, Copy)]
struct Entry {
    letters: Letters,
    classes: u64,
}

/// Words with their classes, in so many slots: a power of two, about twice as many as there are words.
pub(crate) struct WordTable<const SLOTS: usize>([Entry; SLOTS]);

impl<const SLOTS: usize> WordTable<SLOTS> {
    /// The table of some lists, in which words are divided by spaces or lines, each with its class; one word may be in several.
    pub(crate) const fn of(lists: &[(u64, &str)]) -> WordTable<SLOTS> {
        let mut table = [Entry { letters: Letters::NONE, classes: 0 }; SLOTS];
        let mut at = 0;
        while at < lists.len() {
            let (class, list) = (lists[at].0, lists[at].1.as_bytes());
            let mut start = 0;
            while start < list.len() {
                let mut end = start;
                while end < list.len() && !matches!(list[end], b' ' | b'\n') {
                    end += 1;
                }
                let word = list.split_at(end).0.split_at(start).1;
                if !word.is_empty() {
                    let letters = Letters::of(word).expect("a list has short words of ASCII alone");
                    let mut slot = letters.slot() % SLOTS;
                    while !table[slot].letters.are(Letters::NONE) && !table[slot].letters.are(letters) {
                        slot = (slot + 1) % SLOTS;
                    }
                    table[slot] = Entry { letters, classes: table[slot].classes | class };
                }
                start = end + 1;
            }
            at += 1;
        }
        WordTable(table)
    }

    /// The classes of a word in lower case; 0 if it is in no list.
    #[inline]
    pub(crate) fn get(&self, word: &str) -> u64 {
        let Some(letters) = Letters::of(word.as_bytes()) else { return 0 };
        let mut slot = letters.slot() % SLOTS;
        loop {
            let Some(entry) = self.0.get(slot).filter(|entry| !entry.letters.are(Letters::NONE)) else { return 0 };
            if entry.letters.are(letters) {
                return entry.classes;
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}
