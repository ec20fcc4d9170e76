//! What shows that a sentence goes on behind a stop where no small letter can show it: whoever spoke the quotation before
//! it, a conjunction behind a pause. Only the words right behind the stop are looked at, because each tells by itself.

use super::character::{is_blank, is_mark};
use super::language::Language;

/// No word is looked for behind so many.
const NEAR: usize = 4;

/// Words of a language that report what was said.
struct Speech {
    words: &'static [&'static str],
    /// Where they stand: right behind the quotation, behind a name, or at the end of a short clause.
    place: Place,
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    First,
    AfterName,
    Last,
}

fn speech(language: Language) -> Option<Speech> {
    let (place, words): (Place, &[&str]) = match language {
        Language::ENGLISH => (
            Place::AfterName,
            &[
                "said",
                "says",
                "asked",
                "asks",
                "replied",
                "replies",
                "cried",
                "called",
                "shouted",
                "yelled",
                "screamed",
                "whispered",
                "murmured",
                "muttered",
                "added",
                "answered",
                "exclaimed",
                "wondered",
                "demanded",
                "enquired",
                "inquired",
                "snapped",
                "joked",
                "laughed",
                "sighed",
                "wrote",
                "recalled",
                "insisted",
                "interrupted",
                "continued",
                "suggested",
                "thought",
                "announced",
                "warned",
                "begged",
                "growled",
            ],
        ),
        Language::ARABIC => (
            Place::First,
            &[
                "قال",
                "قالت",
                "قالوا",
                "سأل",
                "سألت",
                "سألته",
                "تساءل",
                "تساءلت",
                "أجاب",
                "أجابت",
                "صاح",
                "صاحت",
                "هتف",
                "هتفت",
                "صرخ",
                "صرخت",
                "همس",
                "همست",
                "رد",
                "ردت",
                "أضاف",
                "أضافت",
                "يقول",
                "تقول",
            ],
        ),
        Language::HEBREW => (
            Place::First,
            &[
                "אמר",
                "אמרה",
                "אמרו",
                "שאל",
                "שאלה",
                "שאלו",
                "ענה",
                "ענתה",
                "השיב",
                "השיבה",
                "קרא",
                "קראה",
                "צעק",
                "צעקה",
                "לחש",
                "לחשה",
                "הוסיף",
                "הוסיפה",
            ],
        ),
        Language::PERSIAN => (Place::Last, &["گفت", "گفتند", "پرسید", "پرسیدند", "نوشت", "افزود", "زد", "کرد"]),
        Language::URDU => (Place::Last, &["کہا", "پوچھا", "بولا", "بولی", "چلایا"]),
        Language::HINDI | Language::NEPALI => (
            Place::Last,
            &[
                "पूछा",
                "पूछी",
                "कहा",
                "बोला",
                "बोली",
                "बोले",
                "चिल्लाया",
                "चिल्लाई",
                "पुकारा",
                "लिखा",
                "सोचा",
                "भन्यो",
                "सोध्यो",
            ],
        ),
        Language::BENGALI => (Place::Last, &["বলল", "বললেন", "বলেন", "বলেছেন", "করল", "করলেন", "চেঁচাল", "লিখলেন"]),
        _ => return None,
    };
    Some(Speech { words, place })
}

/// Whether `rest`, behind a quotation that asks or exclaims, says who spoke it: `"Where?" Martha asked.`
pub(super) fn names_speaker(rest: &str, language: Language) -> bool {
    let Some(speech) = speech(language) else { return false };
    let mut words = words(rest);
    match speech.place {
        Place::First => words.next().is_some_and(|(word, _)| speech.words.contains(&word)),
        // The last word of its clause: a stop or comma stands behind it.
        Place::Last => words.take(NEAR).find(|(_, ends)| *ends).is_some_and(|(word, _)| speech.words.contains(&word)),
        Place::AfterName => {
            let is_name = |word: &str| word.starts_with(char::is_uppercase);
            let Some((first, false)) = words.next() else { return false };
            if !is_name(first) {
                return false;
            }
            // `Martha said she did not know` is a sentence of its own.
            let own = |next: Option<(&str, bool)>| {
                next.is_some_and(|(word, _)| ["that", "she", "he", "they", "it", "we", "there", "the"].contains(&word))
            };
            let Some((second, ends)) = words.next() else { return false };
            let third = words.next();
            if speech.words.contains(&second) {
                return ends || !own(third);
            }
            let spoken =
                third.is_some_and(|(third, ends)| speech.words.contains(&third) && (ends || !own(words.next())));
            !ends && is_name(second) && spoken
        }
    }
}

/// Whether `word`, behind an ellipsis in a script without capitals, goes on with the sentence.
pub(super) fn is_conjunction(word: &str, language: Language) -> bool {
    let words: &[&str] = match language {
        Language::ARABIC => &["ثم", "أو", "لكن", "بل", "أم", "و", "إلى", "حتى"],
        Language::PERSIAN => &["و", "یا", "اما", "که", "تا", "ولی", "سپس"],
        Language::URDU => &["اور", "یا", "کہ", "مگر", "لیکن"],
        Language::HINDI | Language::NEPALI => &["और", "या", "कि", "पर", "मगर", "लेकिन", "एवं", "र"],
        Language::BENGALI => &["এবং", "আর", "বা", "কিন্তু", "যে"],
        Language::HEBREW => &["או", "אבל", "אך", "כי", "ואז"],
        _ => return false,
    };
    words.contains(&word)
}

/// The words that `text` begins with, and whether a mark stands behind each.
fn words(text: &str) -> impl Iterator<Item = (&str, bool)> {
    text.split(is_blank).filter(|word| !word.is_empty()).take(NEAR).map(|word| {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_mark(c));
        (bare, bare.len() < word.len())
    })
}
