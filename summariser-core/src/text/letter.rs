//! What letters and minutes have around their text: place and date on a line, who was present, the formula at the end and
//! the signature under it. Only lines that are nothing else are judged.

use super::character::{is_blank, is_mark};
use super::furniture::begins_with;
use super::furniture_tables as tables;
use super::line::{is_ended, width};
use super::paragraph::{GUESSED, Paragraph};
use crate::ParagraphKind;

/// A line that is only place and date has at most so many words.
const MOST_WORDS: usize = 9;
/// Lines of a signature are not wider than this, and there are at most so many paragraphs of them.
const WIDEST_SIGNATURE: usize = 60;
const MOST_SIGNATURES: usize = 4;
/// A signature has at most so many lines.
const LONGEST_SIGNATURE: usize = 12;
/// The last sentence of a letter, `Veuillez agréer …`, is not longer than this.
const LONGEST_FORMULA: usize = 320;

const MONTHS: &str = " january february march april may june july august september october november december jan feb mar apr \
    jun jul aug sep sept oct nov dec januar jänner februar märz mai juni juli oktober dezember janvier février mars avril \
    juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre \
    octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro \
    março maio junho julho setembro outubro novembro dezembro januari februari maart mei augustus oktober \
    maj juni juli marts tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta \
    lokakuuta marraskuuta joulukuuta stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października \
    listopada grudnia ledna února března dubna května června července srpna září října listopadu prosince января февраля \
    марта апреля мая июня июля августа сентября октября ноября декабря січня лютого березня квітня травня червня липня \
    серпня вересня жовтня листопада грудня ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık \
    ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie január február március április \
    május június július augusztus szeptember október november december ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου \
    ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου agustus mei juni juli desember ";
const WEEKDAYS: &str = " monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag \
    samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado \
    domingo lunedì martedì mercoledì giovedì venerdì sabato domenica ";
const JOINERS: &str = " le den the of de del el il am a à on der die dem do ";

fn is_listed(word: &str, list: &str) -> bool {
    list.match_indices(word).any(|(at, _)| {
        let bytes = list.as_bytes();
        at > 0 && bytes.get(at - 1) == Some(&b' ') && bytes.get(at + word.len()) == Some(&b' ')
    })
}

/// Whether a word may be part of a date: it has a digit, names a month or a day, or joins those.
pub(super) fn is_date_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    let listed = |list| !lower.is_empty() && is_listed(&lower, list);
    lower.bytes().any(|byte| byte.is_ascii_digit())
        || listed(MONTHS)
        || listed(WEEKDAYS)
        || (listed(JOINERS) && word.starts_with(char::is_lowercase))
}

/// Whether a line is only a day, perhaps with a place before it: `Berlin, 3. Mai 2021`.
pub(super) fn is_place_and_date(line: &str) -> bool {
    if line.len() > 80 || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let words = || line.split([' ', '\u{A0}', '\u{202F}']).filter(|word| !word.is_empty());
    if words().count() > MOST_WORDS {
        return false;
    }
    let (mut day, mut month, mut year, mut place, mut comma) = (0, 0, 0, 0, true);
    for word in words() {
        let bare = word.trim_matches([',', '.']).to_lowercase();
        let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
        let rest = bare.get(digits..).unwrap_or_default();
        let date = |mark: char| {
            bare.split(mark).count() == 3
                && bare
                    .split(mark)
                    .all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
        };
        if date('/') || date('-') || date('.') {
            (day, month, year) = (day + 1, month + 1, year + 1);
        } else if (1..=2).contains(&digits) && matches!(rest, "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "°" | "ª")
        {
            day += 1;
        } else if digits == 4 && rest.is_empty() {
            year += 1;
        } else if is_listed(&bare, MONTHS) && !bare.is_empty() {
            month += 1;
        } else if is_listed(&bare, WEEKDAYS) || is_listed(&bare, JOINERS) {
            comma |= word.ends_with(',');
            continue;
        } else {
            // A place comes first, and a comma behind it.
            if day + month + year > 0 || !word.starts_with(char::is_uppercase) || !is_name(&bare) {
                return false;
            }
            place += 1;
            comma = word.ends_with(',');
        }
    }
    (day, month, year) == (1, 1, 1) && comma && place <= 5
}

fn is_name(word: &str) -> bool {
    word.chars().all(|c| c.is_alphabetic() || is_mark(c) || matches!(c, '-' | '\'' | '’' | '(' | ')' | '/'))
}

/// Labels of the lists of those who came to a meeting, in lower case.
const ATTENDANCE: [&str; 26] = [
    "present:",
    "also present:",
    "members present:",
    "in attendance:",
    "apologies:",
    "apologies for absence:",
    "absent:",
    "attendees:",
    "attending:",
    "participants:",
    "regrets:",
    "anwesend:",
    "entschuldigt:",
    "abwesend:",
    "teilnehmer:",
    "teilnehmende:",
    "présents:",
    "présents :",
    "étaient présents :",
    "excusés:",
    "excusés :",
    "absents :",
    "presentes:",
    "asistentes:",
    "presenti:",
    "aanwezig:",
];
/// What such lists say between the names.
const BETWEEN: &str = " and und et y e en plus with of for from the members member public staff observers observer in attendance \
    absence apologies present one two three four five six seven eight nine ten eleven twelve several other others by \
    von van de der la le du des until also via zoom online ";

/// Whether a line begins a list of those who came.
pub(super) fn begins_attendance(line: &str) -> bool {
    ATTENDANCE.iter().any(|label| begins_with(line, label))
}

/// Whether a paragraph says who came, and nothing else.
pub(super) fn is_attendance(body: &str) -> bool {
    begins_attendance(body) && lists_names(body)
}

/// Whether a text is only names, with what stands in brackets and the words that join them.
pub(super) fn lists_names(body: &str) -> bool {
    // A bracket may have been opened on the line before.
    let close = body.find(')');
    let mut depth = u32::from(close.is_some_and(|close| body.get(..close).is_some_and(|head| !head.contains('('))));
    let mut names = 0;
    for word in body.split_whitespace() {
        let inside = depth > 0 || word.starts_with(['(', '[']);
        depth += u32::from(word.contains(['(', '[']));
        depth = depth.saturating_sub(u32::from(word.contains([')', ']'])));
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if inside || word.ends_with(':') || bare.is_empty() {
            continue;
        }
        if bare.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) {
            names += 1;
        } else if !is_listed(&bare.to_lowercase(), BETWEEN) {
            return false;
        }
    }
    names >= 1
}

/// Whether a line only ends a letter.
pub(super) fn is_formula(line: &str) -> bool {
    if line.len() > 4 * 60 || line.chars().count() > 60 || line.starts_with(char::is_lowercase) {
        return false;
    }
    let bare = line.trim_end_matches([',', '.', '!', ' ', '-', '–', '،', '，', '！', '。']).to_lowercase();
    tables::FORMULAS.has(&bare)
}

/// Whether a line only addresses the reader: `Dear all,`.
pub(super) fn is_salutation(line: &str) -> bool {
    const LONGEST: usize = 80;
    if line.len() > 4 * LONGEST || line.starts_with(char::is_lowercase) || line.ends_with(['.', '?']) {
        return false;
    }
    // Without a comma only a name follows.
    let words = || line.split_whitespace();
    let named = || words().count() <= 4 && words().all(|word| word.starts_with(char::is_uppercase));
    (line.ends_with([',', '，', '،', '!', '：', ':']) || (line.starts_with("Dear ") && named()))
        && line.chars().count() <= LONGEST
        && words().count() <= 8
        && tables::SALUTATIONS.at_start(line).is_some()
}

/// Whether a paragraph is the sentence that ends a letter: `Veuillez agréer, Madame, …`.
fn is_formula_sentence(body: &str) -> bool {
    const BEGINNINGS: [&str; 6] = [
        "veuillez agréer",
        "veuillez recevoir",
        "je vous prie d'agréer",
        "je vous prie d’agréer",
        "nous vous prions d'agréer",
        "nous vous prions d’agréer",
    ];
    const NOUNS: [&str; 5] = ["salutations", "sentiments", "considération", "respects", "hommages"];
    body.len() <= LONGEST_FORMULA
        && (BEGINNINGS.iter().any(|start| begins_with(body, start)) || begins_with(body, "dans l'attente"))
        && NOUNS.iter().any(|noun| body.contains(noun))
}

/// Makes furniture of the formulas that end letters in the paragraphs from `first` on, and of the signatures below.
pub(super) fn mark_endings(text: &str, first: usize, out: &mut [Paragraph]) {
    let Some(own) = out.get_mut(first..) else { return };
    let mut left = 0;
    for at in 0..own.len() {
        let Some((paragraph, rest)) = own.get_mut(at..).and_then(<[Paragraph]>::split_first_mut) else { break };
        let Some(body) = paragraph.span.of(text) else { continue };
        let open =
            matches!(paragraph.kind, ParagraphKind::Prose | ParagraphKind::Furniture) || paragraph.level == GUESSED;
        let top = body.split('\n').next().unwrap_or_default().trim_end_matches(is_blank);
        let delimiter = rest.first().and_then(|next| next.span.of(text)).is_some_and(is_signature_block);
        let ends = is_formula_sentence(body) || (is_formula(top) && (top.len() == body.len() || is_signature(body)));
        if open && ends {
            left = MOST_SIGNATURES;
        } else if open && (left > 0 && is_signature(body) || delimiter && is_signature(body) && names_only(body)) {
            left = left.saturating_sub(1);
        } else {
            left = 0;
            continue;
        }
        paragraph.kind = ParagraphKind::Furniture;
        paragraph.level = 0;
    }
}

/// Whether the lines of a paragraph may stand under a letter: short, and no sentences.
fn is_signature(body: &str) -> bool {
    body.lines().count() <= LONGEST_SIGNATURE
        && body.lines().all(|line| {
            let line = line.trim();
            let short = width(line) <= WIDEST_SIGNATURE && line.split_whitespace().count() <= 8;
            let sentence = (is_ended(line) && line.split_whitespace().count() > 4) || line.ends_with(['?', '!', ':']);
            let begins = line.starts_with(|c: char| !c.is_lowercase());
            short && !sentence && begins && !begins_with(line, "p.s") && !begins_with(line, "ps")
        })
}

/// Whether a paragraph is one line of a few names.
fn names_only(body: &str) -> bool {
    body.split_whitespace().count() <= 3 && body.split([' ', '\u{A0}']).all(|word| word.starts_with(char::is_uppercase))
}

/// Whether the line `--`, under which mail programs write the signature, begins a paragraph.
pub(super) fn is_signature_block(body: &str) -> bool {
    let mut lines = body.lines();
    let short = |line: &str| width(line.trim()) <= 80;
    lines.next().is_some_and(|line| line.trim_end_matches(is_blank) == "--")
        && lines.clone().count() <= LONGEST_SIGNATURE
        && lines.all(short)
}
