//! From kept tokens to a line of text and the pieces of the source it is made of. The text is a function of the pieces
//! alone: what a reader sees can be found again in the source, byte for byte, but for white space and one capital.

use std::ops::Range;

use super::tokens::{Kind, Token};
use super::unspaced::unspaced;
use crate::line_break::joins_unspaced;
use crate::summary::single_spaced;

/// A line and where it comes from, in bytes from the start of the sentence.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) pieces: Vec<Range<usize>>,
    pub(super) text: String,
}

impl Line {
    /// The line that the kept tokens make; marks that lost their neighbours at either end are left out.
    pub(super) fn of<'a, 't: 'a>(source: &str, kept: impl IntoIterator<Item = &'a Token<'t>>) -> Line {
        let kept = kept.into_iter();
        let mut tokens: Vec<&Token<'_>> = Vec::with_capacity(kept.size_hint().1.unwrap_or_default());
        for token in kept {
            let orphan = matches!(
                token.kind,
                Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Stop | Kind::Close
            );
            if token.mute || tokens.is_empty() && orphan {
                continue;
            }
            if token.kind == Kind::Comma
                && tokens.last().is_some_and(|last| matches!(last.kind, Kind::Comma | Kind::Open | Kind::Dash))
            {
                continue;
            }
            tokens.push(token);
        }
        strip_end(&mut tokens);
        Line::of_all(source, tokens)
    }

    /// The line that the kept tokens make, every mark included.
    pub(super) fn of_all<'a, 't: 'a>(source: &str, kept: impl IntoIterator<Item = &'a Token<'t>>) -> Line {
        let mut line = Line { pieces: Vec::new(), text: String::with_capacity(source.len()) };
        let mut previous = None;
        for token in kept {
            line.push(source, previous, token);
            previous = Some(token);
        }
        capitalise(&mut line.text);
        line
    }

    /// Appends a token, whole if it was broken at the end of a line.
    fn write(&mut self, token: &str) {
        if token.bytes().any(|byte| matches!(byte, b'\n' | b'\r')) {
            self.text.push_str(&single_spaced(token));
        } else {
            self.text.push_str(token);
        }
    }

    fn push(&mut self, source: &str, previous: Option<&Token<'_>>, token: &Token<'_>) {
        let Some(previous) = previous else {
            self.pieces.push(token.start..token.end);
            self.write(token.text);
            return;
        };
        let gap = &source[previous.end..token.start];
        let touching = gap.chars().all(|c| c.is_whitespace() || c.is_control());
        // Marks lean on the word before them, unless the source itself sets them apart.
        let leans = matches!(token.kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Stop | Kind::Close)
            || previous.kind == Kind::Open;
        // Where a piece was cut out of a script without spaces, none is put in.
        let both = previous.text.ends_with(unspaced) && token.text.starts_with(unspaced);
        let broken = touching && gap.contains(['\n', '\r']) && joins_unspaced(previous.text, token.text);
        if gap.contains(|c: char| c.is_whitespace()) && (touching && !broken || !touching && !leans && !both) {
            self.text.push(' ');
        }
        self.write(token.text);
        match self.pieces.last_mut() {
            Some(last) if touching => last.end = token.end,
            _ => self.pieces.push(token.start..token.end),
        }
    }
}

fn strip_end(tokens: &mut Vec<&Token<'_>>) {
    while let Some(last) = tokens.last() {
        let question = last.text.starts_with(['?', '!', '？', '！']);
        let dangling = matches!(last.kind, Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Open)
            || last.kind == Kind::Stop && !question;
        if !dangling {
            break;
        }
        tokens.pop();
    }
    // A full stop just inside the closing quotation mark goes too.
    if let [.., before, last] = tokens.as_slice()
        && last.kind == Kind::Quote
        && (matches!(before.text, "." | "。") || before.kind == Kind::Comma)
    {
        let at = tokens.len() - 2;
        tokens.remove(at);
    }
}

fn capitalise(text: &mut String) {
    // Program text is what it is.
    let Some(at) = text.find(|c: char| c.is_alphanumeric() || c == '`').filter(|at| !text[*at..].starts_with('`'))
    else {
        return;
    };
    let Some(first) = text[at..].chars().next() else { return };
    // Names such as iPhone keep their shape.
    let shaped = text[at..].chars().skip(1).take_while(|c| c.is_alphanumeric()).any(char::is_uppercase);
    if !first.is_lowercase() || shaped {
        return;
    }
    // A letter without a capital of its own (ß) stays as it is.
    let mut capitals = first.to_uppercase();
    let (Some(upper), None) = (capitals.next(), capitals.next()) else { return };
    if !upper.to_lowercase().eq([first]) {
        return;
    }
    let upper = upper.to_string();
    text.replace_range(at..at + first.len_utf8(), &upper);
}
