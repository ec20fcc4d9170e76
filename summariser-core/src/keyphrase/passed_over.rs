//! [`PassedOver`]: words that no phrase holds although they are no stop words: days, months, and who said what. A short
//! list for a language, of stems as documents have them.

/// The stems of each language, divided by spaces.
const LISTS: [(&str, &str); 1] = [(
    "en",
    "said say told tell ad announc report accord claim monday tuesday wednesday thursday friday saturday sunday januari \
     februari march april june juli august septemb octob novemb decemb year day week month today yesterday tomorrow \
     mr mrs ms dr think know want get got make made go went come came take took like look",
)];

/// The stems that are passed over in a language.
pub(super) struct PassedOver {
    list: &'static str,
    /// For each first byte of a stem of the list, which lengths there are: few other words get past.
    lengths: [u32; 256],
}

impl PassedOver {
    /// The list of a language; an empty one where there is none.
    pub(super) fn of(language: &str) -> PassedOver {
        let list = LISTS.iter().find(|(code, _)| *code == language).map_or("", |(_, list)| list);
        let mut lengths = [0; 256];
        for stem in list.split(' ').filter(|stem| !stem.is_empty()) {
            lengths[usize::from(stem.as_bytes()[0])] |= 1 << stem.len().min(31);
        }
        PassedOver { list, lengths }
    }

    /// Whether a stem is in it.
    pub(super) fn has(&self, stem: &str) -> bool {
        let first = stem.as_bytes().first().copied().unwrap_or_default();
        self.lengths[usize::from(first)] & 1 << stem.len().min(31) != 0 && self.list.split(' ').any(|it| it == stem)
    }
}
