//! [`Lead`]: one sentence, cut into tokens once, of which more than one thing is asked: how it would do as a headline, and
//! the line that it makes.

use std::cell::OnceCell;

use crate::{Length, Span, length};

use super::english::Reading;
use super::joining::Line;
use super::room::Room;
use super::tokens::{self, Kind, Token};
use super::verbs::{self, Verb};
use super::{Trimmed, awkward, brackets, clip, dateline, noun_phrase, plain, presented, trimmed, window};

/// A sentence that may be the headline. [`headline`](super::headline), [`awkwardness`](super::awkwardness) and their like
/// ask one thing of one sentence; who asks more asks this.
///
/// ```
/// use summariser_core::{Length, Span, trim};
/// let text = "The mill burnt to the ground on Friday as villagers looked on.";
/// let sentence = Span::of_range(0..text.len());
/// let small = trim::lowered(text, sentence);
/// let lead = trim::Lead::new(text, sentence, "en", &small);
/// assert_eq!(lead.awkwardness(), 0.0);
/// let line = lead.headline(trim::Room::Within(Length::Chars(40))).unwrap();
/// assert_eq!(line.text, "The mill burnt to the ground on Friday");
/// ```
#[derive(Clone, Debug)]
pub struct Lead<'a> {
    /// The part of the text that is looked at, where it starts, and whether the sentence goes on behind it.
    pub(super) source: &'a str,
    start: usize,
    torn: bool,
    /// The first part of the code, in lower case.
    pub(super) language: String,
    /// The source in lower case.
    pub(super) small: &'a str,
    pub(super) tokens: Vec<Token<'a>>,
    /// Which of the tokens are neither dateline nor credit.
    body: (usize, usize),
    /// What each token is as a verb, once somebody asks.
    verbs: OnceCell<Vec<Verb>>,
    /// What may be deleted of an English one, once somebody asks.
    reading: OnceCell<Option<Reading<'a>>>,
}

/// The sentence at `sentence` of `text` in lower case: what a [`Lead`] of it borrows.
#[must_use]
pub fn lowered(text: &str, sentence: Span) -> String {
    tokens::lowered(window::window(text, sentence).1)
}

impl<'a> Lead<'a> {
    /// Reads the sentence at `sentence` of `text`, which is `small` when [`lowered`]; `language` is a BCP-47 code.
    #[must_use]
    pub fn new(text: &'a str, sentence: Span, language: &str, small: &'a str) -> Lead<'a> {
        let (start, source, torn) = window::window(text, sentence);
        let language = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let tokens = tokens::tokens(source, small);
        let body = dateline::body(source, &tokens, &language);
        Lead { source, start, torn, language, small, tokens, body, verbs: OnceCell::new(), reading: OnceCell::new() }
    }

    /// The tokens without dateline and credit.
    pub(super) fn body(&self) -> &[Token<'a>] {
        self.tokens.get(self.body.0..self.body.1).unwrap_or_default()
    }

    /// How much speaks against it as a headline; see [`awkwardness`](super::awkwardness).
    #[must_use]
    pub fn awkwardness(&self) -> f32 {
        awkward::awkwardness(self)
    }

    /// How much it hangs on what was said in the sentences `before` it; see [`hanging`](super::hanging).
    #[must_use]
    pub fn hanging(&self, before: &[&Lead<'_>]) -> f32 {
        if !self.language.starts_with("en") {
            return 0.0;
        }
        awkward::hanging(self.body(), &before.iter().map(|lead| lead.body()).collect::<Vec<_>>())
    }

    /// Whether it says what a paper presents or shows: *we propose*, *this study examines*. English alone.
    #[must_use]
    pub fn presents(&self) -> bool {
        self.language == "en" && presented::presents(&self.tokens)
    }

    /// What it says that a paper presents, as a title; see [`presented`](super::presented).
    #[must_use]
    pub fn presented(&self, room: Room) -> Option<Trimmed> {
        let is_looked_at = self.language == "en" && !self.torn;
        let line = is_looked_at.then(|| presented::line(self.source, &self.tokens, room)).flatten()?;
        Some(trimmed(line, self.start, room.length(), false))
    }

    /// Whether it says *I* or *you* in a voice of its own, as no paper does.
    #[must_use]
    pub fn converses(&self) -> bool {
        let voice = |t: &Token<'_>| matches!(t.lower, "i" | "i'm" | "my" | "you" | "your" | "you're");
        self.tokens.iter().any(|t| !t.quoted && voice(t) && t.text != "I.")
    }

    /// The noun phrase that stands around the words at `at` of the text, without its article: *hot dogs* around *dogs*.
    /// `None` where they are no noun and describe none, where `of` tells what is meant, or where they begin or end within a
    /// word. English alone.
    ///
    /// ```
    /// use summariser_core::{Span, trim};
    /// let text = "The council rejected the condo plan at the end of May.";
    /// let sentence = Span::of_range(0..text.len());
    /// let small = trim::lowered(text, sentence);
    /// let lead = trim::Lead::new(text, sentence, "en", &small);
    /// let phrase = |words: &str| lead.noun_phrase(Span::of_range(text.find(words)?..text.find(words)? + words.len()));
    /// assert_eq!(phrase("plan").and_then(|span| span.of(text)), Some("condo plan"));
    /// assert_eq!(phrase("rejected"), None);
    /// assert_eq!(phrase("end"), None);
    /// ```
    #[must_use]
    pub fn noun_phrase(&self, at: Span) -> Option<Span> {
        if self.language != "en" {
            return None;
        }
        let range = (at.range().start.checked_sub(self.start)?, at.range().end.checked_sub(self.start)?);
        let first = self.tokens.binary_search_by(|token| token.start.cmp(&range.0)).ok()?;
        let last = first + self.tokens[first..].iter().position(|token| token.end >= range.1)?;
        let token = &self.tokens[last];
        // A possessive may be left.
        let whole = token.end == range.1 || token.possessive() && token.end - range.1 <= "’s".len();
        let verbs = self.verbs.get_or_init(|| verbs::verbs(&self.tokens));
        let found = noun_phrase::around(&self.tokens, verbs, first..last + 1);
        let found = found.filter(|_| whole)?;
        let token = &self.tokens[found.end - 1];
        // "the Florida man's boat"
        let possessive = if token.possessive() { token.text.len() - token.text.rfind(['\'', '’'])? } else { 0 };
        let end = if found.end == last + 1 { range.1 } else { token.end - possessive };
        Some(Span::of_range(self.start + self.tokens[found.start].start..self.start + end))
    }

    /// The line that it makes; see [`headline`](super::headline).
    #[must_use]
    pub fn headline(&self, room: Room) -> Option<Trimmed> {
        self.shorten(self.body(), &self.reading, room)
    }

    /// The line that it makes without articles; see [`headlinese`](super::headlinese).
    #[must_use]
    pub fn headlinese(&self, room: Room) -> Option<Trimmed> {
        if self.language != "en" {
            return self.headline(room);
        }
        let mut tokens = self.tokens.clone();
        tokens::mute_articles(&mut tokens);
        self.shorten(&tokens[self.body.0..self.body.1], &OnceCell::new(), room)
    }

    fn shorten(&self, body: &[Token<'a>], reading: &OnceCell<Option<Reading<'a>>>, room: Room) -> Option<Trimmed> {
        if !self.tokens.iter().any(Token::wordy) {
            return None;
        }
        let (source, torn) = (self.source, self.torn);
        let body = if self.language == "en" { whole(body) } else { body };
        let limit = match room.length() {
            Length::Percent(_) => {
                Length::Words(u32::try_from(room.length().limit(length::words(source))).unwrap_or(u32::MAX))
            }
            limit => limit,
        };
        let whole = Line::of(source, body);
        let intact = brackets::balanced(&whole.text) || !brackets::balanced(source);
        let found = if !torn && intact && !whole.text.is_empty() && limit.measure(&whole.text) <= limit.limit(0) {
            Some(whole)
        } else if self.language == "en" {
            reading.get_or_init(|| Reading::of(body, torn)).as_ref().and_then(|it| it.shorten(source, room.with(limit)))
        } else {
            plain::shorten(source, body, &self.language, room.with(limit), torn)
        };
        let clipped = found.is_none();
        let line = found.or_else(|| clip::clip(source, body, &self.language, limit))?;
        Some(trimmed(line, self.start, limit, clipped))
    }
}

/// The tokens without last words that ask for more, as the text broke off: `about the ice because`.
fn whole<'b, 'a>(body: &'b [Token<'a>]) -> &'b [Token<'a>] {
    const ASKING: [&str; 8] = ["a", "an", "and", "because", "during", "or", "the", "whose"];
    let asks = |token: &Token<'_>| {
        token.kind == Kind::Stop && token.text == "."
            || token.kind == Kind::Word && !token.quoted && !token.name && ASKING.contains(&token.lower)
    };
    let end = body.iter().rposition(|token| !asks(token)).map_or(0, |last| last + 1);
    match body.get(..end) {
        Some(kept) if body[end..].iter().any(Token::wordy) && kept.iter().any(Token::wordy) => kept,
        _ => body,
    }
}
