//! Digits that are no figure: addresses, telephone numbers, numbers of lists and notes, and labels such as `Chapter 3`.
//! They are asked for first, since almost every one of them looks like a count.

use super::{Scanner, date};
use crate::lexicon::Class;
use crate::number::{Number, number};
use crate::token::Kind as Is;

/// What stands behind a number that is a name, in English: `the 777 family`.
const MODELS: [&str; 14] = [
    "aircraft",
    "airliner",
    "area",
    "family",
    "fleet",
    "jet",
    "level",
    "model",
    "operator",
    "plane",
    "program",
    "programme",
    "series",
    "set",
];

impl Scanner<'_> {
    /// Where digits end that are no figure: addresses, names, telephone numbers, numbers of lists and of notes.
    pub(super) fn no_figure(&self, at: usize) -> Option<usize> {
        let reader = &self.reader;
        let before = at.checked_sub(1);
        if let (true, Some(before)) = (reader.glued(at), before) {
            let token = reader.token(before)?;
            let name = match token.kind {
                Is::Word => {
                    let word = reader.word(before);
                    let signs = reader.counts() && !word.is_ascii();
                    !signs && reader.phrase_before(Class::Money, at).is_none()
                }
                Is::Mark => match token.mark {
                    '-' | '–' | '‑' | '.' | '\'' | '’' | ':' | '_' | '=' | '&' | '+' => {
                        let inner = before > 0
                            && reader.glued(before)
                            && matches!(reader.token(before - 1).map(|it| it.kind), Some(Is::Word | Is::Digits));
                        let elided = matches!(token.mark, '\'' | '’');
                        inner && !elided && reader.word(before - 1) != "mid"
                    }
                    '/' | '#' | '§' | '©' | '@' | '[' | '\\' | '№' | '~' => true,
                    _ => false,
                },
                _ => false,
            };
            if name {
                return Some(self.beyond(at));
            }
        }
        if before.is_some_and(|before| reader.mark(before, &['§', '№', '#', '[', '©'])) {
            return Some(self.beyond(at));
        }
        // `[3, 4]`
        let inside = |from: usize| {
            (from.saturating_sub(6)..from)
                .rev()
                .find(|it| reader.mark(*it, &['[', ']']))
                .filter(|it| reader.mark(*it, &['[']))
        };
        if inside(at).is_some() && (at..at + 6).any(|it| reader.mark(it, &[']'])) {
            return Some(at + 1);
        }
        if at == 0 && reader.mark(1, &['.', ')']) && reader.glued(1) && !reader.glued(2) && reader.word(0).len() <= 3 {
            let date = reader.phrase(Class::Month, 2).is_some();
            return (!date).then_some(2);
        }
        self.telephone(at)
    }

    /// Where a telephone number ends: at least three groups of digits, or two of which the first begins with 0.
    fn telephone(&self, at: usize) -> Option<usize> {
        let reader = &self.reader;
        let (mut end, mut groups, mut digits) = (at + 1, 1, reader.word(at).len());
        loop {
            let joined = usize::from(reader.mark(end, &['-', '.', '/', ')']) && reader.glued(end));
            let next = end + joined;
            if !reader.is(next, Is::Digits)
                || (joined == 0 && reader.lexicon.has(Class::SpaceThousands) && reader.word(next).len() == 3)
            {
                break;
            }
            (end, groups, digits) = (next + 1, groups + 1, digits + reader.word(next).len());
        }
        let zero = reader.word(at).starts_with('0') && reader.word(at).len() > 2;
        let international = at > 0 && reader.mark(at - 1, &['+']);
        let version = || groups >= 3 && number(reader, at).is_none_or(|number| number.end < end);
        let is = (zero && groups >= 2 && digits >= 7)
            || (international && digits >= 7)
            || (zero && digits >= 9)
            || version();
        (is && date::read(reader, at).is_none()).then_some(end)
    }

    /// Whether a plain number is the name of a thing: `Chapter 3`, `Windows 11`.
    pub(super) fn is_label(&self, at: usize, number: &Number) -> bool {
        let reader = &self.reader;
        if number.plain == 0 && number.large {
            return false;
        }
        let end = number.end;
        let says = reader.phrase(Class::Percent, end).is_some()
            || reader.phrase(Class::Unit, end).is_some()
            || reader.currency(end).is_some();
        // "won 102-98", but "a Quern 777-200LR" and "50-70mm"
        let lettered = reader.is(end + 1, Is::Digits)
            && reader.glued(end + 2)
            && reader.is(end + 2, Is::Word)
            && reader.phrase(Class::Unit, end + 2).is_none()
            && reader.phrase(Class::Duration, end + 2).is_none();
        let score = number.plain > 0
            && reader.mark(end, &['-', '–', ':'])
            && reader.is(end + 1, Is::Digits)
            && reader.glued(end + 1)
            && !lettered;
        if says || score {
            return false;
        }
        // `inv. 1187`
        let stop = at > 1 && reader.mark(at - 1, &['.']) && reader.glued(at - 1) && reader.word(at - 2).len() <= 4;
        if let Some((_, start)) = reader.phrase_before(Class::Label, at - usize::from(stop)) {
            let year = number.plain == 4 && !stop && !reader.capitalised(start);
            let rank = reader.lexicon.has(Class::Rank) && reader.phrase_before(Class::Rank, at).is_some();
            return !year && !rank;
        }
        // `Chapters 3 and 4`
        if at >= 2
            && (reader.mark(at - 1, &[',', '–', '-', '&']) || reader.phrase_before(Class::And, at).is_some())
            && reader.is(at - 2, Is::Digits)
            && reader.phrase_before(Class::Label, at - 2).is_some()
        {
            return true;
        }
        let named = at >= 2
            && number.plain > 0
            && reader.capitalised(at - 1)
            && !reader.glued(at)
            && !(reader.counts() || reader.language(&["de", "hi"]));
        // "the 777 family", "the 911 operator", "the 777-200LR"
        let ranges = reader.mark(end, &['-']) && reader.glued(end + 1);
        let known = if ranges { lettered } else { MODELS.contains(&reader.word(end)) };
        let article = at > 0 && reader.word(at - 1).eq_ignore_ascii_case("the");
        if known && article && number.plain == 3 && reader.language(&["en"]) {
            return true;
        }
        named
            && reader.phrase_before(Class::Month, at).is_none()
            && reader.phrase_before(Class::Day, at).is_none()
            && reader.phrase_before(Class::About, at).is_none()
            && reader.phrase_before(Class::Number, at).is_none()
            && reader.phrase(Class::Duration, end).is_none()
            && (!ranges || lettered)
            && self.noun(end, true).is_none_or(|(_, to)| !reader.word(to - 1).ends_with('s'))
    }

    /// The token after all that is glued to one.
    pub(super) fn beyond(&self, at: usize) -> usize {
        let reader = &self.reader;
        let mut end = at + 1;
        while reader.glued(end)
            && (matches!(reader.token(end).map(|it| it.kind), Some(Is::Word | Is::Digits))
                || (reader.glued(end + 1) && !reader.is(end + 1, Is::Mark) && !reader.is(end, Is::Sign)))
        {
            end += 1;
        }
        end
    }
}
