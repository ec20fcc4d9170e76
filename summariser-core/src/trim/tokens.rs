//! The tokens of one sentence. A token keeps what must never be torn apart (`France's`, `71,500`, `28-year-old`,
//! `U.S.`) in one piece, so that most guards need no rule at all.

use std::char::ToLowercase;

use super::words::{self, Class, class_of, holds};
use crate::line_break::broken_word;
use crate::markup;

/// What a token is by its characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Word,
    Number,
    Comma,
    Dash,
    Open,
    Close,
    Quote,
    Stop,
    Semicolon,
    Colon,
    Other,
}

/// One token: a word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    /// Bytes from the start of the sentence.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: &'a str,
    /// In lower case, with a straight apostrophe.
    pub(super) lower: &'a str,
    pub(super) kind: Kind,
    /// What the lists know of the word; empty for marks and numbers.
    pub(super) class: Class,
    /// Between quotation marks, the marks included.
    pub(super) quoted: bool,
    /// Capitalised though it does not open the sentence.
    pub(super) name: bool,
    /// An article that headlinese leaves out; the guards still see it.
    pub(super) mute: bool,
    /// White space, and nothing else, stands between it and the token before.
    pub(super) spaced: bool,
}

impl Token<'_> {
    pub(super) const fn is(&self, class: Class) -> bool {
        self.class.meets(class)
    }

    pub(super) fn wordy(&self) -> bool {
        matches!(self.kind, Kind::Word | Kind::Number)
    }

    pub(super) fn possessive(&self) -> bool {
        self.lower.ends_with("'s") && !self.is(words::SUBJECT_PRONOUNS) || self.lower.ends_with("s'")
    }

    pub(super) fn number(&self) -> bool {
        self.kind == Kind::Number || self.is(words::NUMBERS)
    }

    pub(super) fn year(&self) -> bool {
        self.lower.len() == 4
            && self.lower.bytes().all(|b| b.is_ascii_digit())
            && matches!(&self.lower[..2], "17" | "18" | "19" | "20")
    }
}

/// A sentence in lower case, with straight apostrophes: what its tokens borrow, so that none has a string of its own.
pub(super) fn lowered(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().flat_map(lower).collect() }
}

fn lower(c: char) -> ToLowercase {
    (if c == '’' { '\'' } else { c }).to_lowercase()
}

/// The tokens of `text`, marks included, white space and what nobody reads not; `small` is the text [`lowered`].
pub(super) fn tokens<'a>(text: &'a str, small: &'a str) -> Vec<Token<'a>> {
    let mut found: Vec<Token<'_>> = Vec::with_capacity(text.len() / 5 + 4);
    let bytes = text.as_bytes();
    // White space and controls have no case; the lower case of other characters may have another length.
    let (mut at, mut small_at) = (0, 0);
    // What nobody reads is passed over.
    let mut unseen = if markup::may_be_in(text) { markup::unseen(text) } else { Vec::new() }.into_iter().peekable();
    // Where the token before ends, and whether something was passed over since.
    let (mut before, mut hidden) = (0, true);
    while let Some(&byte) = bytes.get(at) {
        if let Some(range) = unseen.next_if(|range| range.start <= at) {
            let end = range.end.max(at);
            small_at += text[at..end].chars().flat_map(lower).map(char::len_utf8).sum::<usize>();
            at = end;
            hidden = true;
            continue;
        }
        if byte == b' ' {
            at += 1;
            small_at += 1;
            continue;
        }
        // No token goes on into what is passed over.
        let text = unseen.peek().and_then(|range| text.get(..range.start)).unwrap_or(text);
        let plain = plain_word(&text.as_bytes()[at..]);
        // Program text is one word, whatever is in it.
        let program = if byte == b'`' { markup::program_text(text, at) } else { None };
        let (end, length, kind) = match (plain, program) {
            (Some(length), _) => (at + length, length, Kind::Word),
            (None, Some(end)) => {
                let length = text[at..end].chars().flat_map(lower).map(char::len_utf8).sum();
                (end, length, Kind::Word)
            }
            (None, None) => {
                let (head, rest) = text.split_at(at);
                let Some(first) = rest.chars().next() else { break };
                if first.is_whitespace() || first.is_control() {
                    at += first.len_utf8();
                    small_at += first.len_utf8();
                    continue;
                }
                let last = head.chars().next_back();
                let (piece, after) = rest.split_at(token_length(rest, last));
                let is_ascii = piece.is_ascii();
                let lower = || piece.chars().flat_map(lower).map(char::len_utf8).sum();
                let length = if is_ascii { piece.len() } else { lower() };
                (at + piece.len(), length, kind(piece, last, after.chars().next()))
            }
        };
        let lower = &small[small_at..small_at + length];
        let class = if kind == Kind::Word { class_of(lower) } else { Class::default() };
        let text = &text[at..end];
        let spaced = at > before && !hidden;
        found.push(Token { start: at, end, text, lower, kind, class, quoted: false, name: false, mute: false, spaced });
        (at, before, hidden) = (end, end, false);
        small_at += length;
    }
    found.dedup_by(|token, before| is_slip(before, token));
    mark_months(&mut found);
    mark_quotes(&mut found);
    mark_names(&mut found);
    found
}

/// Whether an English word was written twice by mistake: `at at the mill`. What may stand so is no slip: `had had`.
fn is_slip(before: &Token<'_>, token: &Token<'_>) -> bool {
    token.text.len() <= "from".len()
        && before.text == token.text
        && matches!(
            token.text,
            "a" | "an" | "and" | "at" | "by" | "for" | "from" | "of" | "the" | "to" | "was" | "were" | "with"
        )
}

/// How many bytes the word takes that `rest` begins with, where it is of ASCII alone and what follows surely ends it,
/// as nearly always.
#[inline]
fn plain_word(rest: &[u8]) -> Option<usize> {
    if !rest.first()?.is_ascii_alphabetic() {
        return None;
    }
    let inside = |byte: &u8| IN_WORDS[usize::from(*byte)];
    let length = rest.iter().position(|byte| !inside(byte)).unwrap_or(rest.len());
    let ends = match rest.get(length) {
        None | Some(b' ' | b'\n' | b'\r' | b'"' | b'(' | b')' | b';' | b'!' | b'?') => true,
        Some(b',' | b':') => !rest.get(length.wrapping_sub(1)).is_some_and(u8::is_ascii_digit),
        _ => false,
    };
    ends.then_some(length)
}

/// Whether each byte is one of a word of ASCII.
static IN_WORDS: [bool; 256] = {
    let mut inside = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        inside[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_';
        byte += 1;
    }
    inside
};

/// "May" with a number beside it is a month alone, and no verb.
fn mark_months(tokens: &mut [Token<'_>]) {
    for at in 0..tokens.len() {
        if tokens[at].text != "May" {
            continue;
        }
        let number = |i: Option<usize>| i.and_then(|i| tokens.get(i)).is_some_and(|t| t.kind == Kind::Number);
        let in_may = at > 0 && matches!(tokens[at - 1].lower, "in" | "of" | "last" | "this" | "next");
        if number(at.checked_sub(1)) || number(Some(at + 1)) || in_may {
            tokens[at].class = words::MONTHS;
        }
    }
}

/// Words before which an article stays, because the two are one expression.
const WITH_ARTICLE: &str = "bit couple day few good great hour little lot lots majority minute month most number only other \
    pair quarter same second series thousand hundred million third week while year";

/// Marks the articles that headlinese leaves out: none of a name (`The Hague`), a quotation, an expression (`a few`) or
/// a rate (`ten crowns a day`).
pub(super) fn mute_articles(tokens: &mut [Token<'_>]) {
    for at in 0..tokens.len() {
        let token = &tokens[at];
        let article = matches!(token.lower, "a" | "an" | "the") && !token.quoted;
        let named = at > 0 && token.text.starts_with(char::is_uppercase);
        let bound = tokens.get(at + 1).is_none_or(|next| {
            !next.wordy() || next.end - next.start < 2 || WITH_ARTICLE.split_ascii_whitespace().any(|w| w == next.lower)
        });
        // Behind a number or a noun it may mean "for each"; a preposition, verb or mark must stand before it.
        let rate = token.lower != "the"
            && at.checked_sub(1).is_some_and(|p| {
                let before = &tokens[p];
                before.number()
                    || before.lower.ends_with('s') && before.class == Class::default()
                    || matches!(before.lower, "such" | "what" | "half" | "many" | "quite" | "rather" | "twice" | "once")
            });
        tokens[at].mute = article && !named && !bound && !rate;
    }
}

fn kind(piece: &str, before: Option<char>, after: Option<char>) -> Kind {
    let spaced = before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace);
    match piece {
        "," | "，" | "、" | "،" => Kind::Comma,
        "-" if spaced => Kind::Dash,
        "--" | "---" | "–" | "—" => Kind::Dash,
        "(" | "[" | "{" | "（" => Kind::Open,
        ")" | "]" | "}" | "）" => Kind::Close,
        "\"" | "“" | "”" | "„" | "«" | "»" | "``" | "''" | "‘" | "'" | "’" => Kind::Quote,
        "." | "!" | "?" | "…" | "..." | "。" | "．" | "！" | "？" | "।" | "؟" => Kind::Stop,
        ";" | "；" | "؛" => Kind::Semicolon,
        ":" | "：" => Kind::Colon,
        _ if piece.starts_with(|c: char| c.is_ascii_digit() || "$€£¥#+".contains(c))
            && piece.contains(|c: char| c.is_ascii_digit()) =>
        {
            if piece.contains(|c: char| c.is_alphabetic()) && piece.contains('-') { Kind::Word } else { Kind::Number }
        }
        _ if piece.contains(char::is_alphanumeric) => Kind::Word,
        _ => Kind::Other,
    }
}

/// How many bytes the token takes that `rest` begins with.
fn token_length(rest: &str, before: Option<char>) -> usize {
    let mut chars = rest.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return 0 };
    let digit_next = |at: usize| rest[at..].starts_with(|c: char| c.is_ascii_digit());
    let sign = "$€£¥#@".contains(first) && rest[first.len_utf8()..].starts_with(char::is_alphanumeric);
    if !first.is_alphanumeric() && !sign {
        return match first {
            // A run of one mark is one token: `--`, `...`, `''`.
            '-' | '.' | '`' => rest.len() - rest.trim_start_matches(first).len(),
            '\'' if rest.starts_with("''") => 2,
            '\'' | '’'
                if before.is_none_or(|c| !c.is_alphanumeric())
                    && rest[first.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()) =>
            {
                // '90s
                first.len_utf8() + token_length(&rest[first.len_utf8()..], None)
            }
            _ => first.len_utf8(),
        };
    }
    let mut end = first.len_utf8();
    while let Some((at, c)) = chars.next() {
        if matches!(c, '-' | '\u{2010}' | '\u{AD}')
            && let Some(next) = broken_word(rest, at + c.len_utf8())
        {
            while chars.next_if(|&(at, _)| at < next).is_some() {}
            continue;
        }
        let next = chars.peek().map(|&(_, next)| next);
        let alnum_next = next.is_some_and(char::is_alphanumeric);
        let inside = match c {
            _ if c.is_alphanumeric() || c == '_' || is_mark(c) => true,
            '\'' | '’' => alnum_next,
            '-' | '‐' | '‑' | '&' | '/' | '@' => alnum_next,
            '–' => alnum_next && rest[..at].ends_with(|d: char| d.is_ascii_digit()),
            ',' | ':' => rest[..at].ends_with(|d: char| d.is_ascii_digit()) && digit_next(at + 1),
            '.' => alnum_next || keeps_point(&rest[..at]),
            '%' | '°' => rest[..at].ends_with(|d: char| d.is_ascii_digit()),
            '$' | '€' | '£' => alnum_next,
            _ => false,
        };
        if !inside {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

fn is_mark(c: char) -> bool {
    // Combining marks and viramas belong to the letter before them.
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{200c}' | '\u{200d}')
}

fn keeps_point(word: &str) -> bool {
    let mut letters = word.chars();
    let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    single
        || word.contains('.') && !word.contains(|c: char| c.is_ascii_digit()) && word.len() <= 8
        || holds(words::ABBREVIATIONS, &word.to_ascii_lowercase()) && word != "no" && word != "st" && word != "co"
        || matches!(word, "Jan" | "Feb" | "Aug" | "Sept" | "Oct" | "Nov" | "Dec")
}

fn mark_quotes(tokens: &mut [Token<'_>]) {
    let mut open: Option<usize> = None;
    for at in 0..tokens.len() {
        if tokens[at].kind != Kind::Quote {
            continue;
        }
        // A single mark after a letter that opens nothing is an apostrophe: "the players' union".
        let single = matches!(tokens[at].text, "'" | "’");
        let glued = at > 0 && tokens[at - 1].end == tokens[at].start && tokens[at - 1].wordy();
        match open {
            Some(from) if single == matches!(tokens[from].text, "'" | "‘") => {
                if single && !glued && !(at > 0 && tokens[at - 1].end == tokens[at].start) {
                    continue;
                }
                for token in &mut tokens[from..=at] {
                    token.quoted = true;
                }
                open = None;
            }
            None if single && glued => tokens[at].kind = Kind::Other,
            None => open = Some(at),
            Some(_) => {}
        }
    }
    if let Some(from) = open {
        for token in &mut tokens[from..] {
            token.quoted = true;
        }
    }
}

/// Marks names anew; to be called when another token comes to stand first.
pub(super) fn mark_names(tokens: &mut [Token<'_>]) {
    for at in 0..tokens.len() {
        let capital = |t: &Token<'_>| t.kind == Kind::Word && t.text.starts_with(char::is_uppercase);
        let named = || {
            let opens = at == 0 || matches!(tokens[at - 1].kind, Kind::Quote | Kind::Colon | Kind::Stop);
            let closed = tokens[at].is(words::DETERMINERS)
                || tokens[at].is(words::PREPOSITIONS)
                || tokens[at].is(words::SUBORDINATORS)
                || tokens[at].is(words::CONNECTIVES)
                || tokens[at].is(words::SUBJECT_PRONOUNS);
            let first_person = tokens[at].lower == "i" || tokens[at].lower.starts_with("i'");
            !first_person && (!opens || !closed && tokens.get(at + 1).is_some_and(capital))
        };
        tokens[at].name = capital(&tokens[at]) && named();
    }
}
