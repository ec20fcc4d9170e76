//! [`WordSet`]: a fixed set of words. Its list is hashed at compile time into a table of 1,024 slots, so that asking costs
//! a few nanoseconds and starting up nothing.

/// Slots of a table; a power of two, several times as many as the longest list has words.
const SLOTS: usize = 1024;
/// No word of a set has more bytes than this.
const LONGEST: usize = 32;

/// A set of words in lower case.
pub(super) struct WordSet {
    /// The words, each followed by one space.
    pub(super) list: &'static [u8],
    /// One more than the offset of a word in the list; 0 is empty. It lies apart, since memory that holds addresses is
    /// written to whenever a program starts, and this need not be.
    pub(super) slots: &'static [u16; SLOTS],
}

/// The set of a list of words in lower case that are divided by single spaces.
macro_rules! word_set {
    ($list:expr $(,)?) => {
        $crate::text::word_set::WordSet {
            list: $list.as_bytes(),
            slots: const { &$crate::text::word_set::WordSet::slots($list) },
        }
    };
}
pub(super) use word_set;

impl WordSet {
    /// The table of a list.
    pub(super) const fn slots(list: &'static str) -> [u16; SLOTS] {
        let list = list.as_bytes();
        let mut slots = [0u16; SLOTS];
        let mut start = 0;
        while start < list.len() {
            let mut end = start;
            while end < list.len() && list[end] != b' ' {
                end += 1;
            }
            if end > start {
                let mut slot = hash(list[start], list[start + (end - start) / 2], list[end - 1], end - start);
                while slots[slot] != 0 {
                    slot = (slot + 1) % SLOTS;
                }
                slots[slot] = start as u16 + 1;
            }
            start = end + 1;
        }
        slots
    }

    /// Whether the set has a word, whose ASCII letters may be capitals.
    #[inline]
    fn contains(&self, word: &[u8]) -> bool {
        let (Some(first), Some(last)) = (word.first(), word.last()) else { return false };
        let middle = word.get(word.len() / 2).unwrap_or(last);
        let lower = u8::to_ascii_lowercase;
        let mut slot = hash(lower(first), lower(middle), lower(last), word.len());
        // Most words find an empty slot at once.
        let Some(1..) = self.slots.get(slot) else { return false };
        let folded = Folded::of(word);
        loop {
            let Some(&entry @ 1..) = self.slots.get(slot) else { return false };
            let start = usize::from(entry) - 1;
            let end = start + word.len();
            if matches!(self.list.get(end), None | Some(b' '))
                && self.list.get(start..end).is_some_and(|have| {
                    Folded::of(have) == folded && (have.len() <= WHOLE || have.eq_ignore_ascii_case(word))
                })
            {
                return true;
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// A word of up to so many bytes can be compared as two numbers.
const WHOLE: usize = 16;

/// The first and the last eight bytes of a word in small letters; of a shorter one, bytes that say as much.
#[derive(PartialEq)]
struct Folded(u64, u64);

impl Folded {
    #[inline]
    fn of(word: &[u8]) -> Folded {
        if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
            Folded(small(u64::from_le_bytes(*first)), small(u64::from_le_bytes(*last)))
        } else if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
            let both = u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32;
            Folded(small(both), 0)
        } else {
            Folded(small(word.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte))), 0)
        }
    }
}

/// Eight bytes with the capitals of ASCII made small. No sum overflows its byte.
#[inline]
fn small(eight: u64) -> u64 {
    const fn all(byte: u8) -> u64 {
        0x0101_0101_0101_0101 * byte as u64
    }
    let bytes = eight & all(0x7F);
    let capitals = (bytes + all(0x80 - b'A')) & !(bytes + all(0x7F - b'Z')) & !eight & all(0x80);
    eight | capitals >> 2
}

/// A slot for a word, from four things about it that are at hand.
const fn hash(first: u8, middle: u8, last: u8, len: usize) -> usize {
    let key = first as u32 | (middle as u32) << 8 | (last as u32) << 16 | (len as u32) << 24;
    (key.wrapping_mul(0x9E37_79B1) >> 22) as usize
}

/// Whether a set in lower case has `word`, in whatever case that is written.
#[inline]
pub(super) fn is_in(word: &str, set: &WordSet) -> bool {
    if word.len() > LONGEST {
        return false;
    }
    if word.is_ascii() { set.contains(word.as_bytes()) } else { is_in_unicode(word, set) }
}

fn is_in_unicode(word: &str, set: &WordSet) -> bool {
    let mut lower = [0u8; LONGEST];
    let mut len = 0;
    for c in word.chars() {
        let c = if c == '’' { '\'' } else { c };
        for c in c.to_lowercase() {
            let Some(room) = lower.get_mut(len..len + c.len_utf8()) else { return false };
            len += c.encode_utf8(room).len();
        }
    }
    lower.get(..len).is_some_and(|word| set.contains(word))
}
