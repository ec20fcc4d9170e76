//! [`Phrases`]: a fixed set of phrases that lines begin with. Its list is hashed at compile time by the first two characters
//! of each, so that a line is compared with one or two phrases however many languages have some.

/// Slots of a table; a power of two, some times as many as the longest list has phrases.
const SLOTS: usize = 1024;

/// A set of phrases in lower case.
pub(super) struct Phrases {
    /// The phrases, divided by `|`.
    pub(super) list: &'static str,
    /// One more than the offset of a phrase in the list; 0 is empty. It lies apart, as that of a
    /// [`WordSet`](super::word_set::WordSet) does.
    pub(super) slots: &'static [u16; SLOTS],
}

/// The set of a list of phrases in lower case that are divided by `|`; spaces before a phrase are none of it.
macro_rules! phrases {
    ($list:expr $(,)?) => {
        $crate::text::phrase::Phrases { list: $list, slots: const { &$crate::text::phrase::Phrases::slots($list) } }
    };
}
pub(super) use phrases;

impl Phrases {
    /// The table of a list.
    pub(super) const fn slots(list: &'static str) -> [u16; SLOTS] {
        let bytes = list.as_bytes();
        let mut slots = [0u16; SLOTS];
        let mut start = 0;
        while start < bytes.len() {
            if bytes[start] == b'|' || bytes[start] == b' ' {
                start += 1;
                continue;
            }
            let first = char_end(bytes, start);
            let alone = first >= bytes.len() || bytes[first] == b'|';
            let mut slot = hash(bytes, start, if alone { first } else { char_end(bytes, first) });
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = start as u16 + 1;
            while start < bytes.len() && bytes[start] != b'|' {
                start += 1;
            }
        }
        slots
    }

    /// The length of the longest phrase that `line` begins with, in whatever case it is written.
    pub(super) fn at_start(&self, line: &str) -> Option<usize> {
        self.found(line).max()
    }

    /// Whether `line` is one of the phrases.
    pub(super) fn has(&self, line: &str) -> bool {
        self.found(line).any(|len| len == line.len())
    }

    /// The lengths of the phrases that `line` begins with.
    fn found(&self, line: &str) -> impl Iterator<Item = usize> {
        let mut buffer = [0u8; 16];
        let (mut one, mut len) = (0, 0);
        for c in line.chars().take(2).map(folded) {
            one = len;
            if let Some(room) = buffer.get_mut(len..len + c.len_utf8()) {
                len += c.encode_utf8(room).len();
            }
        }
        // Phrases of one character, none of them ASCII, are found by that.
        let single = (one > 1).then(|| hash(&buffer, 0, one));
        let slots = single.into_iter().chain((len > 0).then(|| hash(&buffer, 0, len)));
        slots.flat_map(move |slot| self.begun_from(slot, line))
    }

    /// The lengths of the phrases from a slot on that `line` begins with.
    fn begun_from(&self, slot: usize, line: &str) -> impl Iterator<Item = usize> {
        let entry = move |step| self.slots.get((slot + step) % SLOTS).copied().filter(|entry| *entry > 0);
        (0..SLOTS).map_while(entry).filter_map(move |entry| self.begun_by(usize::from(entry) - 1, line))
    }

    /// The length of what stands for the phrase at `start` at the beginning of `line`.
    fn begun_by(&self, start: usize, line: &str) -> Option<usize> {
        let mut rest = line.chars();
        let mut spaced = false;
        for c in self.list.get(start..)?.chars().take_while(|c| *c != '|') {
            let mut next = rest.next().map(folded);
            // Where a line ends there may be more than one.
            while spaced && next == Some(' ') {
                next = rest.next().map(folded);
            }
            if next != Some(c) {
                return None;
            }
            spaced = c == ' ';
        }
        Some(line.len() - rest.as_str().len())
    }
}

/// A character in small letters, with one apostrophe and one space for all.
fn folded(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\n' | '\r' => ' ',
        '\0'..='\u{7F}' => c,
        '’' => '\'',
        '\u{A0}' | '\u{202F}' => ' ',
        '：' => ':',
        '＝' => '=',
        '／' => '/',
        'İ' => 'i',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Where the character that begins at `at` ends.
const fn char_end(bytes: &[u8], at: usize) -> usize {
    if at >= bytes.len() {
        return bytes.len();
    }
    let len = match bytes[at] {
        0..=0x7F => 1,
        0x80..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => 4,
    };
    if at + len > bytes.len() { bytes.len() } else { at + len }
}

/// A slot for the bytes from `at` to `end`.
const fn hash(bytes: &[u8], at: usize, end: usize) -> usize {
    let mut key: u32 = 0x811C_9DC5;
    let mut at = at;
    while at < end && at < bytes.len() {
        key = (key ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (key.wrapping_mul(0x9E37_79B1) >> 22) as usize
}
