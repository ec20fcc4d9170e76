//! What news agencies put around their text: datelines before it, credits after it, bylines above it. They may stand
//! on the line of a sentence and are cut off there; each needs a sign that no sentence has.

use super::character::{is_blank, is_complex};
use super::furniture;
use super::furniture_tables as tables;
use super::line::{is_ended, on_one_line, width};
use super::page_top::{page_line, page_top};
use super::paragraph::{GUESSED, Paragraph};
use super::stamp::{glued_byline, stamp};
use crate::{ParagraphKind, Span};

/// A line that begins with a small letter and is longer than this goes on with the line before.
const SHORT_LINE: usize = 40;
/// Longer lines are no byline, credit or caption.
const LONGEST_LINE: usize = 140;
/// No line of any kind has more bytes.
const LONGEST_ANY: usize = 400;
/// A dateline ends within so many bytes.
const LONGEST_DATELINE: usize = 120;
/// A text opens with its first prose, which comes within so many paragraphs.
const OPENING: usize = 8;
/// An agency that is not known has at most so many words.
const AGENCY_WORDS: usize = 4;
/// A credit on the line of a sentence is not longer than this.
const LONGEST_CREDIT: usize = 80;
/// The longest list of those who contributed, in bytes.
const LONGEST_CONTRIBUTORS: usize = 240;

/// The kind of a line that stands for itself, if it is neither prose nor heading.
pub(super) fn own_line(line: &str) -> Option<ParagraphKind> {
    if furniture::is_manual_edge(line) {
        return Some(ParagraphKind::Furniture);
    }
    // Most lines of a wrapped paragraph begin with a small letter.
    let wrapped = line.len() > SHORT_LINE && line.starts_with(|c: char| c.is_ascii_lowercase());
    if wrapped || line.len() > LONGEST_ANY {
        return None;
    }
    if furniture::is_furniture(line) || stamp(line) == Some(line.len()) {
        return Some(ParagraphKind::Furniture);
    }
    if line.len() > LONGEST_LINE && line.chars().count() > LONGEST_LINE {
        return None;
    }
    if is_credit_line(line) {
        return Some(ParagraphKind::Credit);
    }
    if is_byline(line) {
        return Some(ParagraphKind::Byline);
    }
    is_caption(line).then_some(ParagraphKind::Caption).or_else(|| page_line(line))
}

/// Cuts datelines and credits off the paragraphs from `first` on.
pub(super) fn mark(text: &str, first: usize, out: &mut Vec<Paragraph>) {
    let mut cuts: Vec<(usize, Span, ParagraphKind)> = Vec::new();
    for at in first..out.len() {
        // Whether a text opens here shows in a few paragraphs; looking at all would make long texts slow.
        let (before, from_here) = out.split_at_mut(at);
        let before = &before[..before.len().min(OPENING)];
        let Some(paragraph) = from_here.first_mut() else { break };
        let prose = paragraph.kind == ParagraphKind::Prose || paragraph.level == GUESSED;
        let Some(body) = paragraph.span.of(text).filter(|_| prose) else { continue };
        let mut span = paragraph.span;
        let opens = !before.iter().any(|earlier| earlier.kind == ParagraphKind::Prose && earlier.level != GUESSED);
        // What a page has at its top may stand on the line of the first sentence.
        let mut body = body;
        loop {
            if !opens {
                break;
            }
            let byline = glued_byline(body).map(|len| (len, ParagraphKind::Byline));
            let top = byline.or_else(|| stamp(body).map(|len| (len, ParagraphKind::Furniture)));
            let top = top.or_else(|| page_top(body).filter(|_| dateline(body, opens).is_none()));
            let Some((len, kind)) = top.filter(|(len, _)| body.len() > *len) else { break };
            let len = body.get(..len).map_or(len, |head| head.trim_end_matches(is_blank).len());
            let rest = body.get(len..).unwrap_or_default().trim_start_matches(is_blank);
            let end = span.start.saturating_add(Span::of_range(0..len).end);
            cuts.push((at, Span::new(span.start, end), kind));
            span = Span::new(span.end - Span::of_range(0..rest.len()).end, span.end);
            body = rest;
        }
        if let Some(len) = dateline(body, opens) {
            let rest = body.get(len..).unwrap_or_default();
            let gap = rest.len() - rest.trim_start_matches(is_blank).len();
            let at_byte = |len: usize| span.start.saturating_add(Span::of_range(0..len).end);
            let (end, start) = (at_byte(len), at_byte(len + gap));
            if start < span.end {
                cuts.push((at, Span::new(span.start, end), ParagraphKind::Dateline));
                span = Span::new(start, span.end);
            }
        }
        let body = span.of(text).unwrap_or_default();
        if let Some(len) = credit(body) {
            let kept = body.get(..body.len() - len).unwrap_or_default().trim_end_matches(is_blank).len();
            let credit = Span::new(span.end - Span::of_range(0..len).end, span.end);
            if kept == 0 {
                paragraph.kind = ParagraphKind::Credit;
                paragraph.level = 0;
            } else {
                span = Span::new(span.start, span.start + Span::of_range(0..kept).end);
                // Sorted by place: a credit comes after its paragraph.
                cuts.push((at + 1, credit, ParagraphKind::Credit));
            }
        }
        paragraph.span = span;
    }
    if cuts.is_empty() {
        return;
    }
    let old = out.split_off(first);
    let mut cuts = cuts.into_iter().peekable();
    for (at, paragraph) in old.into_iter().enumerate() {
        while let Some((_, span, kind)) = cuts.next_if(|(place, ..)| *place <= first + at) {
            out.push(Paragraph { span, kind, level: 0 });
        }
        out.push(paragraph);
    }
    out.extend(cuts.map(|(_, span, kind)| Paragraph { span, kind, level: 0 }));
}

/// Agencies, in lower case.
const AGENCIES: [&str; 135] = [
    "agencies",
    "agency",
    "reuters",
    "ap",
    "afp",
    "upi",
    "cnn",
    "bbc",
    "pti",
    "ani",
    "ians",
    "uni",
    "aap",
    "pa",
    "pa media",
    "dpa",
    "apa",
    "sda",
    "ats",
    "efe",
    "ansa",
    "lusa",
    "tass",
    "itar-tass",
    "тасс",
    "риа новости",
    "ria novosti",
    "interfax",
    "интерфакс",
    "xinhua",
    "kyodo",
    "jiji",
    "yonhap",
    "bernama",
    "antara",
    "vna",
    "ttxvn",
    "aa",
    "iha",
    "dha",
    "anadolu",
    "bloomberg",
    "associated press",
    "the associated press",
    "agence france-presse",
    "press association",
    "news agencies",
    "wire services",
    "staff",
    "dpa-afx",
    "sid",
    "epd",
    "kna",
    "afp/reuters",
    "reuters/afp",
    "ap/reuters",
    "tt",
    "ntb",
    "ritzau",
    "stt",
    "pap",
    "čtk",
    "mti",
    "belga",
    "anp",
    "unb",
    "رويترز",
    "وكالات",
    "أ ف ب",
    "د ب أ",
    "أ ش أ",
    "واس",
    "وام",
    "سانا",
    "ایسنا",
    "ایرنا",
    "فارس",
    "مهر",
    "تسنیم",
    "भाषा",
    "एजेंसी",
    "एजेंसियां",
    "पीटीआई",
    "एएनआई",
    "रॉयटर्स",
    "वार्ता",
    "आईएएनएस",
    "বাসস",
    "ইউএনবি",
    "রয়টার্স",
    "এএফপি",
    "укрінформ",
    "уніан",
    "ріа новини",
    "απε-μπε",
    "απε",
    "רויטרס",
    "agerpres",
    "mediafax",
    "tasr",
    "sita",
    "бта",
    "bta",
    "hina",
    "tanjug",
    "танјуг",
    "fonet",
    "共同",
    "時事",
    "ロイター",
    "新华社",
    "新華社",
    "中新社",
    "中央社",
    "路透社",
    "法新社",
    "美联社",
    "연합뉴스",
    "뉴시스",
    "뉴스1",
    "รอยเตอร์",
    "เอเอฟพี",
    "dân trí",
    "vietnam+",
    "tto",
    "cnn indonesia",
    "kompas",
    "europa press",
    "adnkronos",
    "agi",
    "keystone-sda",
    "ukrinform",
    "unian",
    "риа",
    "тасс/интерфакс",
];

fn is_agency(name: &str) -> bool {
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    AGENCIES.contains(&name.as_str())
        || (name.contains(['/', ',', ';']) && name.split(['/', ',', ';']).all(|part| AGENCIES.contains(&part.trim())))
}

/// The length of the dateline that a paragraph begins with, if one; `(ANSA) - ROMA, 3 MAG -` is two.
fn dateline(body: &str, opens: bool) -> Option<usize> {
    let len = one_dateline(body, opens)?;
    let rest = body.get(len..)?;
    let gap = rest.len() - rest.trim_start_matches(is_blank).len();
    let bare = body.starts_with('(');
    let more = rest.get(gap..).filter(|_| bare).and_then(|rest| one_dateline(rest, false));
    Some(more.map_or(len, |more| len + gap + more))
}

/// The length of the dateline that a paragraph begins with. Where a text `opens`, whatever stands in brackets between a
/// place and a dash is taken for an agency.
fn one_dateline(body: &str, opens: bool) -> Option<usize> {
    let first = body.chars().next()?;
    match first {
        '【' | '（' | '(' | '〔' => {
            if let Some(len) = eastern_dateline(body, first) {
                return Some(len);
            }
        }
        '新' | '中' | '本' | '路' | '法' | '共' if wire_dateline(body).is_some() => return wire_dateline(body),
        _ if is_capital(first) => {}
        _ => return None,
    }
    let mut window = body.len().min(LONGEST_DATELINE);
    while !body.is_char_boundary(window) {
        window -= 1;
    }
    let head = &*on_one_line(body.get(..window)?);
    let (open, close) = (head.find('('), head.find(')'));
    // With an agency in brackets: what stands before it is a place and a date.
    if let (Some(open), Some(close)) = (open, close) {
        let place = head.get(..open)?;
        let agency = head.get(open + 1..close)?;
        if open < close && is_agency(agency) && is_place(place, false) {
            let after = head.get(close + 1..)?;
            if let Some(dash) = dash_at(after) {
                return Some(close + 1 + dash);
            }
            // `(CNN)Text`, `London (CNN)Text` and `(CNN) Text`, but `The (AP) reporter`.
            let next = after.chars().next()?;
            let begins = after.trim_start().chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '"' | '“'));
            let glued = next.is_uppercase();
            // `नई दिल्ली, 3 मई (भाषा) …`
            let letter = after.trim_start().chars().next().unwrap_or(' ');
            let caseless = letter.is_alphabetic() && !is_cased(letter) && !is_complex(letter);
            if caseless && opens && place.bytes().any(|byte| byte.is_ascii_digit()) {
                return Some(close + 1);
            }
            return (begins && (glued || (place.is_empty() && next == ' '))).then_some(close + 1);
        }
    }
    // With brackets around what is not known, before a dash, at the beginning of a text.
    if let (true, Some(open), Some(close)) = (opens, open, close)
        && open < close
    {
        let (place, agency) = (head.get(..open)?, head.get(open + 1..close)?);
        let short = (1..=AGENCY_WORDS).contains(&agency.split_whitespace().count());
        if short && !place.trim().is_empty() && is_place(place, false) {
            let after = head.get(close + 1..)?;
            if let Some(dash) = dash_at(after).or_else(|| after.starts_with('।').then_some('।'.len_utf8())) {
                let next = after.get(dash..)?.trim_start().chars().next();
                return next.is_some_and(|c| !c.is_lowercase()).then_some(close + 1 + dash);
            }
        }
    }
    // `Kyiv – Ukrinform. Text`, `تهران - ایرنا - …`
    let dashed = head.as_bytes().windows(4).any(|four| {
        // An en dash and an em dash begin like quotation marks.
        matches!(four, [b' ', b'-' | b'/', ..] | [b' ', 0xE2, 0x80, 0x93 | 0x94])
    });
    let divided = || [" - ", " – ", " — ", " / "].iter().find_map(|dash| head.split_once(dash));
    if let Some((place, rest)) = dashed.then(divided).flatten() {
        let end = rest.find(['.', ':', '-', '–', '—']).unwrap_or(rest.len());
        let after = rest.get(end..).unwrap_or_default();
        let stop: usize =
            after.chars().take_while(|c| matches!(c, '.' | ':' | '-' | '–' | '—' | ' ')).map(char::len_utf8).sum();
        let begins = after.get(stop..).and_then(|next| next.chars().next()).is_some_and(|c| !c.is_lowercase());
        let named =
            rest.get(..end).is_some_and(|name| is_agency(name) && name.split_whitespace().count() <= AGENCY_WORDS);
        if stop > 0 && begins && named && is_place(place, false) {
            let dash = head.len() - place.len() - rest.len();
            return Some(place.len() + dash + end + after.get(..stop)?.trim_end().len());
        }
    }
    // `МОСКВА, 5 мая. /ТАСС/.`
    if let Some(slash) = head.find('/') {
        let rest = head.get(slash + 1..)?;
        let end = rest.find('/').filter(|end| rest.get(..*end).is_some_and(is_agency));
        if let Some(end) = end.filter(|_| head.get(..slash).is_some_and(|place| is_place(place, false))) {
            let after = rest.get(end + 1..)?;
            let stop = after.len() - after.trim_start_matches(['.', ' ', '—', '–', '-']).len();
            return Some(slash + 1 + end + 1 + after.get(..stop)?.trim_end().len());
        }
    }
    // Without an agency only a place in capitals is believed.
    if !dashed || !head.chars().nth(1).is_some_and(char::is_uppercase) {
        return None;
    }
    let (at, dash) =
        [" -- ", " — ", " – ", " - "].iter().find_map(|dash| head.find(dash).map(|at| (at, dash.len() - 2)))?;
    let place = head.get(..at)?;
    let begins = head.get(at + dash + 2..)?.chars().next().is_some_and(|c| !c.is_lowercase());
    (begins && at <= 60 && is_place(place, true)).then_some(at + 1 + dash)
}

fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// Whether a name may begin with this: a capital, or a letter of a script that has none.
fn is_capital(c: char) -> bool {
    c.is_alphabetic() && !c.is_lowercase()
}

/// The length of a dash after white space, with that; text must follow.
fn dash_at(after: &str) -> Option<usize> {
    let bare = after.trim_start();
    let gap = after.len() - bare.len();
    let len = ["--", "—", "–", "-", "―", ":", ".-", ". -", ".–"]
        .iter()
        .find(|dash| bare.starts_with(**dash))
        .map(|dash| dash.len())?;
    Some(gap + len)
}

/// Whether `place` is a place, perhaps with a date: its words have capitals or are short or numbers. If `capitals`,
/// the first name is in capitals throughout.
fn is_place(place: &str, capitals: bool) -> bool {
    let place = place.trim();
    if place.is_empty() {
        return !capitals;
    }
    if place.contains(['"', '“', '?', '!', '«']) || place.split_whitespace().count() > 9 {
        return false;
    }
    let name = place.split(',').next().unwrap_or_default();
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    if capitals {
        // `UN -` and `I -` are too short, `NASA - the agency` has no place after it; a date or region helps.
        let loud = letters().count() >= 4 && letters().all(|c| !c.is_lowercase());
        return loud && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '/'));
    }
    let known = |word: &str| {
        let first = word.chars().next().unwrap_or(' ');
        is_capital(first) || first.is_numeric() || first == '/' || word.chars().count() <= 3
    };
    let month = place.contains(|c: char| c.is_ascii_digit());
    letters().next().is_some_and(is_capital)
        && name.split_whitespace().all(known)
        && (month || place.split_whitespace().all(known))
}

/// `【新华社北京8月12日电】`, `(東京=共同)`.
fn eastern_dateline(body: &str, open: char) -> Option<usize> {
    let close = match open {
        '【' => '】',
        '（' => '）',
        '〔' => '〕',
        _ => ')',
    };
    let head: usize = body.chars().take(40).map(char::len_utf8).sum();
    let at = body.get(..head)?.find(close)?;
    let inside = body.get(open.len_utf8()..at)?;
    let wire = inside.ends_with(['电', '電', '讯', '訊', '报', '報']) || inside.contains(['=', '＝']);
    let east = inside.chars().any(|c| is_complex(c) || is_hangul(c)) && !inside.contains(['。', '，', '、']);
    if !(wire && east) {
        return None;
    }
    let len = at + close.len_utf8();
    // `(서울=연합뉴스) 홍길동 기자 = …`
    let after = body.get(len..)?;
    let reporter =
        after.find(" = ").filter(|end| *end <= 60 && after.get(..*end).is_some_and(|who| who.contains("기자")));
    Some(reporter.map_or(len, |end| len + end + 2))
}

/// The length of `新华社北京8月12日电 （记者…）`, a dateline without brackets.
fn wire_dateline(body: &str) -> Option<usize> {
    let head: usize = body.chars().take(24).map(char::len_utf8).sum();
    let at = body.get(..head)?.find(['电', '電', '讯', '訊'])?;
    let inside = body.get(..at)?;
    let len = at + '电'.len_utf8();
    let after = body.get(len..)?;
    let dated = inside.contains('日') && inside.bytes().any(|byte| byte.is_ascii_digit());
    let named = inside.contains('社') || inside.starts_with("本报") || inside.starts_with("本報");
    if !dated || !named || inside.contains(['，', '。', '、']) {
        return None;
    }
    let bare = after.trim_start();
    let gap = after.len() - bare.len();
    // The reporter's name: `（记者张三）`.
    let close = bare.find(['）', ')']).filter(|end| *end <= 90 && bare.starts_with(['（', '(']));
    match close.and_then(|end| Some(end + bare.get(end..)?.chars().next()?.len_utf8())) {
        Some(end) => Some(len + gap + end),
        None => (gap > 0).then_some(len),
    }
}

fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣')
}

/// The length of the credit that a paragraph ends with; all of it if it is nothing else.
fn credit(body: &str) -> Option<usize> {
    bracketed_credit(body).or_else(|| contributors(body))
}

/// `A. Reporter and B. Reporter contributed to this report.`: its length, from the end of the sentence before.
fn contributors(body: &str) -> Option<usize> {
    let mut from = body.len().saturating_sub(LONGEST_CONTRIBUTORS);
    while !body.is_char_boundary(from) {
        from += 1;
    }
    let said = body.get(from..)?.strip_suffix('.')?;
    // However far its words are apart.
    let behind_names = |what: &&str| {
        let words = |rest: &'_ str, word| rest.trim_end_matches(is_blank).strip_suffix(word).map(str::len);
        what.rsplit(' ').try_fold(said.len(), |end, word| words(said.get(..end)?, word))
    };
    let names = said.get(..tables::CONTRIBUTIONS.iter().find_map(behind_names)?)?;
    // The last end of a sentence before the names; the stop of an initial or of `Jr.` is none.
    let ends = |at: &usize| {
        let head = names.get(..*at).unwrap_or_default();
        let word = head.trim_end_matches(['"', '\'', '”', '’', ')']);
        let last = word.trim_end_matches(|c| is_blank(c) || matches!(c, '.' | '!' | '?'));
        let last = last.rsplit(|c| is_blank(c) || c == '.').next().unwrap_or_default();
        let next = names.get(*at..).unwrap_or_default().trim_start_matches(is_blank);
        is_ended(word) && last.chars().count() > 2 && !next.starts_with(char::is_lowercase)
    };
    let start = names.char_indices().filter(|(_, c)| is_blank(*c)).map(|(at, _)| at).rfind(ends);
    match start {
        Some(at) => Some(body.len() - from - at - 1),
        None if from == 0 => Some(body.len()),
        None => None,
    }
}

/// `(Agencies)`, `[Editing by A. Nother]`.
fn bracketed_credit(body: &str) -> Option<usize> {
    let (open, close) = match body.chars().next_back()? {
        ')' => ('(', ')'),
        ']' => ('[', ']'),
        '）' => ('（', '）'),
        _ => return None,
    };
    let mut from = body.len().saturating_sub(LONGEST_CREDIT);
    while !body.is_char_boundary(from) {
        from += 1;
    }
    let at = from + body.get(from..)?.rfind(open)?;
    let inside = body.get(at + open.len_utf8()..body.len() - close.len_utf8())?;
    let before = body.get(..at)?.trim_end_matches(is_blank);
    let after_sentence = before.is_empty() || is_ended(before);
    (after_sentence && is_credit(inside)).then_some(body.len() - at)
}

fn is_credit(inside: &str) -> bool {
    let lower = inside.trim().to_lowercase();
    is_agency(&lower) || tables::CREDITS.at_start(&lower).is_some()
}

/// Whether a line alone is a credit: `Photo: Jane Doe`, `Image: Jane Doe / Getty`, `(AP)`.
fn is_credit_line(line: &str) -> bool {
    if line.starts_with(['(', '[', '（']) {
        return credit(line) == Some(line.len());
    }
    // A whole sentence after `Photo:` is a caption or text.
    let sentence = is_ended(line) && width(line) > LONGEST_CREDIT;
    tables::CREDITS.at_start(line).is_some() && !sentence
}

/// `By Jane Doe`: a few names after a word that says so, without a full stop.
fn is_byline(line: &str) -> bool {
    // `기자` behind a name is a reporter, before whose mail address it may stand.
    let reporter = if line.starts_with(is_hangul) { line.find(" 기자") } else { None };
    if let Some(at) = reporter {
        let (name, rest) = (line.get(..at).unwrap_or_default(), line.get(at + " 기자".len()..).unwrap_or_default());
        return name.chars().count() <= 8 && (rest.is_empty() || rest.contains('@'));
    }
    let Some(start) = tables::BYLINES.at_start(line).filter(|_| !line.starts_with(char::is_lowercase)) else {
        return false;
    };
    let names = line.get(start..).unwrap_or_default().trim_start_matches([' ', ':', '：']);
    if names.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()) {
        let words = names.split([' ', ',', '،', '、', '/', '|']).filter(|word| !word.is_empty()).count();
        let limit = if names.starts_with(is_complex) { 24 } else { 48 };
        return words <= 6 && names.chars().count() <= limit && !is_ended(line) && !names.ends_with([':', '：']);
    }
    let words: Vec<&str> = names.split([' ', ',', '|', '/']).filter(|word| !word.is_empty()).collect();
    let known = |word: &&str| {
        let first = word.chars().next().unwrap_or(' ');
        let joins = [
            "and", "und", "et", "y", "e", "en", "och", "og", "of", "for", "the", "in", "de", "van", "von", "der", "da",
            "di", "&", "with",
        ];
        (first.is_uppercase() && !word.contains(|c: char| c.is_ascii_digit())) || joins.contains(word)
    };
    let name = words.first().is_some_and(|word| word.chars().next().is_some_and(char::is_uppercase));
    (2..=10).contains(&words.len())
        && name
        && words.iter().all(known)
        && !line.ends_with(['.', ':', '!', '?', ',', ';'])
}

/// `Figure 3: …`, `Pictured: …`.
fn is_caption(line: &str) -> bool {
    if let Some(len) = tables::CAPTIONS.at_start(line).filter(|_| !line.starts_with(char::is_lowercase)) {
        let (head, rest) = (line.get(..len).unwrap_or_default(), line.get(len..).unwrap_or_default());
        let label =
            head.ends_with([':', '：', '-', '为', '為']) || rest.trim_start().starts_with([':', '：', '|', '-', '–']);
        return label || !is_ended(line);
    }
    // `3. ábra: …`
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(name) = line.get(digits..).and_then(|rest| rest.strip_prefix(". ")).filter(|_| digits > 0) {
        let after = ["ábra", "táblázat", "kép"].iter().find_map(|word| name.strip_prefix(word));
        return after.is_some_and(|after| after.starts_with([':', '.']));
    }
    let Some(start) = tables::NUMBERED_CAPTIONS.at_start(line).filter(|_| !line.starts_with(char::is_lowercase)) else {
        return false;
    };
    let rest = line.get(start..).unwrap_or_default();
    let number = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let head = rest.get(..number).unwrap_or_default();
    let after = rest.get(number..).unwrap_or_default();
    let after = after.strip_prefix([' ', '\u{A0}', '\u{202F}']).filter(|after| after.starts_with(':')).unwrap_or(after);
    number > 0 && (after.starts_with([':', '：', '　']) || (head.ends_with('.') && after.starts_with(' ')))
}
