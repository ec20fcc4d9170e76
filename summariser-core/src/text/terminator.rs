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
