//! Mails and memos: the head (`To: …`, `Subject: …`), which is furniture but for its subject, and what a reply quotes.
//!
//! A quotation that was wrapped has `> ` inside its sentences, and the span of a sentence cannot leave that out. Cut at
//! every mark it would be fragments; kept whole, a summary would show the marks. What a reply quotes is what somebody else
//! wrote before, and the reply says what became of it: so it is furniture, with the line that says who wrote it. Quotes
//! of one line and quotes outside a mail are somebody's words in a text, and stay quotes.

use super::character::is_blank;
use super::line::{Line, Lines, is_ended};
use super::paragraph::{Paragraph, push};
use crate::ParagraphKind;

/// A head begins within so many lines.
const OPENING: usize = 6;
/// A head has at most so many lines.
const LONGEST_HEAD: usize = 40;
/// What a line of a head says is not longer than this.
const LONGEST_VALUE: usize = 400;
/// The line that says who wrote what follows is not longer than this.
const LONGEST_ATTRIBUTION: usize = 160;

/// Labels of lines of a head, in lower case.
const LABELS: [&str; 138] = [
    "to",
    "from",
    "date",
    "sent",
    "cc",
    "bcc",
    "reply-to",
    "attn",
    "attachments",
    "importance",
    "through",
    "via",
    "von",
    "an",
    "datum",
    "gesendet",
    "kopie",
    "antwort an",
    "de",
    "à",
    "envoyé",
    "pièces jointes",
    "copie",
    "para",
    "fecha",
    "enviado",
    "data",
    "enviado em",
    "da",
    "inviato",
    "van",
    "aan",
    "verzonden",
    "från",
    "till",
    "skickat",
    "fra",
    "til",
    "dato",
    "sendt",
    "od",
    "do",
    "от",
    "кому",
    "от кого",
    "дата",
    "копия",
    "kepada",
    "dari",
    "tanggal",
    "od kogo",
    "do kogo",
    "wysłano",
    "data wysłania",
    "dw",
    "předmět",
    "komu",
    "odesláno",
    "datum odeslání",
    "lähettäjä",
    "vastaanottaja",
    "päivämäärä",
    "lähetetty",
    "kopio",
    "від",
    "до",
    "від кого",
    "надіслано",
    "копія",
    "отправлено",
    "kimden",
    "kime",
    "tarih",
    "gönderildi",
    "bilgi",
    "من",
    "إلى",
    "التاريخ",
    "نسخة",
    "از",
    "به",
    "تاریخ",
    "رونوشت",
    "प्रेषक",
    "प्राप्तकर्ता",
    "दिनांक",
    "सेवा में",
    "প্রেরক",
    "প্রাপক",
    "তারিখ",
    "từ",
    "đến",
    "gửi",
    "ngày",
    "người gửi",
    "người nhận",
    "发件人",
    "收件人",
    "日期",
    "抄送",
    "发送时间",
    "寄件者",
    "收件者",
    "寄件日期",
    "副本",
    "差出人",
    "宛先",
    "日時",
    "送信日時",
    "보낸사람",
    "보낸 사람",
    "받는사람",
    "받는 사람",
    "날짜",
    "보낸 날짜",
    "참조",
    "จาก",
    "ถึง",
    "วันที่",
    "สำเนา",
    "από",
    "προς",
    "ημερομηνία",
    "κοινοποίηση",
    "מאת",
    "אל",
    "תאריך",
    "עותק",
    "de la",
    "către",
    "trimis",
    "feladó",
    "címzett",
    "dátum",
    "elküldve",
    "másolat",
    "tembusan",
    "dikirim",
];
/// Labels of the line that says what it is about.
const SUBJECTS: [&str; 37] = [
    "subject",
    "betreff",
    "betr",
    "objet",
    "asunto",
    "oggetto",
    "assunto",
    "onderwerp",
    "ämne",
    "emne",
    "temat",
    "тема",
    "perihal",
    "sujet",
    "předmět",
    "aihe",
    "konu",
    "الموضوع",
    "موضوع",
    "विषय",
    "বিষয়",
    "chủ đề",
    "tiêu đề",
    "v/v",
    "主题",
    "主旨",
    "主題",
    "件名",
    "제목",
    "เรื่อง",
    "หัวข้อ",
    "θέμα",
    "נושא",
    "subiect",
    "tárgy",
    "subjek",
    "dotyczy",
];

/// What a line of a head says.
#[derive(Clone, Copy, PartialEq)]
enum Label {
    /// Its place in the list.
    Plain(usize),
    /// `Re:`, the subject where no other line is.
    About,
    Subject,
}

/// The label that a line begins with, and where its value begins.
fn label(line: &str) -> Option<(Label, usize)> {
    let near = line.char_indices().nth(18).map_or(line, |(at, _)| line.get(..at).unwrap_or_default());
    let colon = near.find([':', '：'])?;
    let wide = near.get(colon..)?.chars().next()?.len_utf8();
    let name = line.get(..colon)?.trim_end_matches(is_blank).trim_matches('*').to_lowercase();
    let name = name.trim_end_matches('.');
    let value = line.get(colon + wide..)?;
    let gap = value.len() - value.trim_start_matches(|c: char| is_blank(c) || c == '*').len();
    // `An:der`
    if value.len() > LONGEST_VALUE || (gap == 0 && wide == 1 && !value.is_empty()) {
        return None;
    }
    let label = if SUBJECTS.contains(&name) {
        Label::Subject
    } else if name == "re" {
        Label::About
    } else {
        Label::Plain(LABELS.iter().position(|known| *known == name)?)
    };
    Some((label, colon + wide + gap))
}

/// Looks for the head of a mail where one may be: at the beginning, or behind a line that says that one follows.
pub(super) struct Heads {
    /// How many lines are still looked at.
    left: usize,
    /// Whether one was found.
    pub(super) found: bool,
}

impl Heads {
    pub(super) fn new() -> Heads {
        Heads { left: OPENING, found: false }
    }

    /// If a head begins with `line`, adds its paragraphs and returns where the text goes on.
    pub(super) fn read(&mut self, text: &str, line: &Line, out: &mut Vec<Paragraph>) -> Option<usize> {
        if line.is_blank() {
            return None;
        }
        if announces_mail(line.of(text)) {
            self.left = 2;
        }
        self.left = self.left.checked_sub(1)?;
        // Prose has begun.
        if line.end - line.start > LONGEST_VALUE {
            self.left = 0;
        }
        label(line.of(text))?;
        let next = head(text, line, out)?;
        self.found = true;
        self.left = 0;
        Some(next)
    }
}

/// `-----Original Message-----`, `Begin forwarded message:`.
pub(super) fn announces_mail(line: &str) -> bool {
    const WORDS: [&str; 8] = [
        "original message",
        "forwarded message",
        "ursprüngliche nachricht",
        "weitergeleitete nachricht",
        "message d'origine",
        "message transféré",
        "mensaje original",
        "messaggio originale",
    ];
    let drawn = line.starts_with("--") || line.starts_with("Begin ") || line.starts_with("Anfang ");
    drawn && line.len() <= 80 && {
        let lower = line.to_lowercase();
        WORDS.iter().any(|words| lower.contains(words))
    }
}

/// Reads the lines of a head, at least two with different labels; one blank line may stand between two of them.
fn head(text: &str, first: &Line, out: &mut Vec<Paragraph>) -> Option<usize> {
    let mut lines = Lines::new(text);
    lines.skip_to(first.start);
    let mut found: Vec<(Label, usize, usize, usize)> = Vec::new();
    let mut end = first.next;
    let mut blank = 0;
    for _ in 0..LONGEST_HEAD {
        let Some(line) = lines.next() else { break };
        if line.is_blank() {
            blank += 1;
            if blank > 1 {
                break;
            }
            continue;
        }
        match (label(line.of(text)), found.last_mut()) {
            (Some((label, value)), _) => found.push((label, line.start, line.start + value, line.end)),
            // What goes on in the next line is indented.
            (None, Some(last)) if line.indent > 0 && blank == 0 => last.3 = line.end,
            _ => break,
        }
        blank = 0;
        end = line.next;
    }
    let different = found.iter().any(|(label, ..)| found.first().is_some_and(|(first, ..)| first != label));
    if !different {
        return None;
    }
    let subject = |wanted: Label| found.iter().any(|(label, ..)| *label == wanted);
    let heading = if subject(Label::Subject) { Label::Subject } else { Label::About };
    for (label, start, value, end) in found {
        if label == heading && value < end {
            push(out, text, start..value, ParagraphKind::Furniture, 0);
            push(out, text, value..end, ParagraphKind::Heading, 1);
        } else {
            push(out, text, start..end, ParagraphKind::Furniture, 0);
        }
    }
    Some(end)
}

/// Makes furniture of what replies quote, in the paragraphs from `first` on.
pub(super) fn mark_replies(text: &str, first: usize, is_mail: bool, out: &mut [Paragraph]) {
    let Some(own) = out.get_mut(first..) else { return };
    let is_quote = |paragraph: &Paragraph| paragraph.kind == ParagraphKind::Quote;
    let is_text = |paragraph: &Paragraph| paragraph.kind.has_sentences() && !is_quote(paragraph);
    // A text that says nothing else is kept.
    let said = own.iter().filter(|paragraph| is_text(paragraph)).take(2).count();
    let opening = own.iter().position(is_text).unwrap_or(0);
    let closing = own.iter().rposition(is_text).unwrap_or(own.len());
    let mut at = 0;
    while at < own.len() {
        let run = own.get(at..).unwrap_or_default().iter().take_while(|paragraph| is_quote(paragraph)).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let end = at + run;
        let long = run > 1 || own.get(at).and_then(|quote| quote.span.of(text)).is_some_and(|body| body.contains('\n'));
        let before = at.checked_sub(1).and_then(|before| own.get(before));
        let attributed = before.is_some_and(|before| is_text(before) && before.span.of(text).is_some_and(attributes));
        let outer = is_mail && (end <= opening || at > closing);
        if long && ((attributed && said > 1) || (outer && said > 0)) {
            let from = at - usize::from(attributed);
            for paragraph in own.get_mut(from..end).unwrap_or_default() {
                paragraph.kind = ParagraphKind::Furniture;
                paragraph.level = 0;
            }
        }
        at = end;
    }
}

/// Whether a paragraph only says who wrote what follows: `On 3 May Jo Moss wrote:`.
fn attributes(body: &str) -> bool {
    const ENDS: [&str; 12] = [
        "wrote:",
        "writes:",
        "schrieb:",
        "a écrit :",
        "a écrit:",
        "escribió:",
        "ha scritto:",
        "escreveu:",
        "schreef:",
        "skrev:",
        "написал:",
        "пише:",
    ];
    // `Am 3. Mai schrieb Jo Moss:`
    const DATED: [(&str, &str); 2] = [("Am ", " schrieb "), ("Op ", " schreef ")];
    if body.len() > LONGEST_ATTRIBUTION || !body.ends_with(':') {
        return false;
    }
    let plain = body.replace('\u{A0}', " ");
    if DATED.iter().any(|(start, verb)| plain.starts_with(start) && plain.contains(verb)) {
        return true;
    }
    let Some(head) = ENDS.iter().find_map(|end| plain.strip_suffix(end)) else { return false };
    let dated = ["On ", "Am ", "Le ", "El ", "Il ", "Em ", "Op ", "Den "].iter().any(|start| head.starts_with(start));
    let name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || matches!(c, '<' | '"' | '(' | '['));
    // `As Orwell wrote:` belongs to a text.
    let linked = ["As ", "He ", "She ", "They ", "Then ", "Er ", "Sie ", "Wie "].iter().any(|w| head.starts_with(w));
    let short = head.split_whitespace().count() <= 4 && head.split_whitespace().all(name);
    !is_ended(head) && (dated || (short && !linked && !head.is_empty()))
}
