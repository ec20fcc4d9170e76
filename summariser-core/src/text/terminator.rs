//! What ends a sentence in the world's scripts: stops, and in those that have none the words around a space.

/// Characters that may end a sentence.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…') || (!c.is_ascii() && (is_wide(c) || matches!(c, '‼' | '⁇' | '⁈' | '⁉' | '‽')))
}

pub(super) fn is_strong(c: char) -> bool {
    matches!(c, '!' | '?' | '！' | '？' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '؟' | '፧' | '՞' | '՜')
}

/// Stops of scripts without capitals or without spaces.
pub(super) fn is_wide(c: char) -> bool {
    matches!(
        c,
        '。' | '．'
            | '｡'
            | '！'
            | '？'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '።'
            | '፧'
            | '፨'
            | '។'
            | '៕'
            | '။'
            | '։'
            | '།'
            | '༎'
            | '\u{37E}'
            | '᠃'
            | '꓿'
    )
}

/// Words that like to begin a sentence in Thai and Lao.
pub(super) const THAI_STARTERS: [&str; 22] = [
    "แต่",
    "โดย",
    "ทั้งนี้",
    "นอกจาก",
    "อย่างไรก็",
    "ขณะ",
    "ส่วน",
    "ดังนั้น",
    "เนื่องจาก",
    "ซึ่ง",
    "สำหรับ",
    "ต่อมา",
    "เมื่อ",
    "หลังจาก",
    "ด้าน",
    "ล่าสุด",
    "จากนั้น",
    "แม้",
    "พร้อม",
    "แล้ว",
    "ແຕ່",
    "ນອກຈາກ",
];
/// Particles that end one.
pub(super) const THAI_ENDERS: [&str; 5] = ["ครับ", "ค่ะ", "คะ", "นะ", "แล้ว"];
/// After `that` what was said follows.
pub(super) const THAI_THAT: &str = "ว่า";
/// Words that begin a sentence whatever its length: pronouns as its subject, what there is not, what links it.
const THAI_SUBJECTS: [&str; 22] = [
    "เขา",
    "เธอ",
    "พวกเขา",
    "พวกเรา",
    "เรา",
    "ผม",
    "ฉัน",
    "ดิฉัน",
    "มัน",
    "ท่าน",
    "ไม่มี",
    "อย่างไรก็ตาม",
    "นอกจากนี้",
    "ดังนั้น",
    "จากนั้น",
    "ต่อมา",
    "ทั้งนี้",
    "ขณะนี้",
    "หลังจากนั้น",
    "เพราะฉะนั้น",
    "แต่ทว่า",
    "หาก",
];
/// Who spoke the quotation before.
pub(super) const THAI_SPEECH: [&str; 9] =
    ["เขากล่าว", "เธอกล่าว", "เขาบอก", "เธอบอก", "เขาตอบ", "เธอตอบ", "เขาพูด", "เธอพูด", "กล่าว"];
/// A subject is not longer than this.
const THAI_SUBJECT: usize = 60;

/// Whether a sentence begins here in Thai, as far as its first words tell: with a subject, `this …` or `… therefore`.
pub(super) fn begins_thai(rest: &str) -> bool {
    if THAI_SUBJECTS.iter().any(|subject| rest.starts_with(subject)) {
        return true;
    }
    let mut near = rest.len().min(THAI_SUBJECT);
    while !rest.is_char_boundary(near) {
        near -= 1;
    }
    let chunk = rest.get(..near).and_then(|near| near.split(' ').next()).unwrap_or_default();
    // `from this` and `and this` go on.
    let linked =
        ["และ", "หรือ", "ที่", "ซึ่ง", "ใน", "จาก", "กับ", "ของ", "ให้", "เพื่อ", "จน", "ตั้งแต่", "เมื่อ", "โดย", "ตาม", "ว่า", "จึง"];
    let later = |word: &str| chunk.find(word).is_some_and(|at| at > 0);
    (later("นี้") || later("จึง")) && !linked.iter().any(|word| chunk.starts_with(word))
}
