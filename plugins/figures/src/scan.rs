//! The rules that find figures in a sentence. At every number the first rule that fits owns its words: what is no
//! figure (a label, an address, part of a name), then dates, times, money, per cent, ages, scores, measures, durations,
//! ranks, and what is left is a count if it says of what.

use std::borrow::Cow;

use summariser_core::document::STOP_WORD;
use summariser_core::{Document, Sentence, Span};

use crate::calendar;
use crate::figure::{Amount, Figure, Kind};
use crate::lexicon::{Class, Entry, Lexicon};
use crate::number::{Number, article, integer, number};
use crate::reader::Reader;
use crate::token::{self, Kind as Is, Token};

/// What stands at a number, and the token to go on with.
pub(crate) enum Step {
    /// A figure of these tokens, before the words around it are added.
    Figure {
        start: usize,
        end: usize,
        kind: Kind,
        amount: Amount,
        unit: Cow<'static, str>,
        noun: Option<(usize, usize)>,
    },
    /// No figure up to this token.
    Pass(usize),
}

impl Step {
    /// A figure without a unit.
    pub(crate) fn plain(start: usize, end: usize, kind: Kind, amount: Amount) -> Step {
        Step::Figure { start, end, kind, amount, unit: Cow::Borrowed(""), noun: None }
    }
}

/// The tokens of a sentence, kept from one to the next so that their memory is.
#[derive(Default)]
pub(crate) struct Scratch(Vec<Token>);

/// Appends the figures of a sentence.
pub(crate) fn scan(
    document: &Document<'_>,
    sentence: Sentence<'_>,
    lexicon: &'static Lexicon,
    scratch: &mut Scratch,
    out: &mut Vec<Figure>,
) {
    let columns = document.columns();
    let range = columns.sentence_words.get(sentence.index()).copied().unwrap_or_default().range();
    let words = columns.word_spans.get(range.clone()).unwrap_or_default();
    let (text, base) = (sentence.text(), sentence.span().start);
    if !lexicon.may_hold_number(text, words.iter().map(|word| word.start.wrapping_sub(base) as usize)) {
        return;
    }
    scratch.0.clear();
    token::read(text, base, &mut scratch.0);
    let reader = Reader { text: document.text(), tokens: &scratch.0, lexicon };
    let scanner = Scanner { reader, words, flags: columns.word_flags.get(range).unwrap_or_default() };
    let (mut at, mut floor) = (0, 0);
    while let Some(token) = reader.token(at) {
        let step = match token.kind {
            Is::Digits => scanner.at_digits(at, floor),
            Is::Word | Is::Sign if lexicon.may_begin_number(token) => scanner.at_word(at, floor),
            _ => None,
        };
        at = match step {
            None => at + 1,
            Some(Step::Pass(next)) => next.max(at + 1),
            Some(Step::Figure { start, end, kind, amount, unit, noun }) => {
                let start = if kind == Kind::Date { start } else { scanner.opening(start, floor, kind, &amount) };
                let end = scanner.closing(end);
                if let (Some(first), Some(last)) = (reader.token(start), reader.token(end - 1)) {
                    let unit = noun.map_or(unit.into_owned(), |(from, to)| {
                        summariser_core::summary::single_spaced(reader.piece(from, to)).into_owned()
                    });
                    out.push(Figure { kind, amount, unit, span: Span::new(first.start, last.end) });
                }
                floor = end;
                end.max(at + 1)
            }
        };
    }
}

struct Scanner<'a> {
    reader: Reader<'a>,
    /// The words of the sentence, and their flags.
    words: &'a [Span],
    flags: &'a [u8],
}

impl Scanner<'_> {
    /// What begins with digits.
    fn at_digits(&self, at: usize, floor: usize) -> Option<Step> {
        let reader = &self.reader;
        if let Some(next) = self.no_figure(at) {
            return Some(Step::Pass(next));
        }
        if let Some(step) = calendar::date(reader, at).or_else(|| calendar::time(reader, at, floor)) {
            return Some(step);
        }
        let Some(first) = number(reader, at) else { return Some(Step::Pass(self.beyond(at))) };
        let currency = self.currency_before(at, floor);
        if currency.is_none() && self.is_label(at, &first) {
            return Some(Step::Pass(first.end));
        }
        self.figure(at, first, currency)
    }

    /// What begins with a number or an ordinal that is written out.
    fn at_word(&self, at: usize, floor: usize) -> Option<Step> {
        let reader = &self.reader;
        if reader.glued(at)
            && !reader.is(at, Is::Sign)
            && at > 0
            && !reader.mark(at - 1, &['"', '“', '„', '(', '—', '–', '«', '\'', '’', '‘', '¿', '¡'])
        {
            return None;
        }
        if let Some((entry, end)) = reader.phrase(Class::Ordinal, at) {
            return self.ordinal(at, end, entry.value, false);
        }
        let first = number(reader, at)?;
        // `Season two`
        if !first.large
            && reader.phrase_before(Class::Label, at).is_some_and(|(_, start)| start + 1 == at)
            && reader.language(&["en"])
        {
            return Some(Step::Pass(first.end));
        }
        // A bare `one` is a pronoun, an article or an idiom; not before money.
        let bare = first.value == 1.0 && !first.large;
        let mut step = self.figure(at, first, self.currency_before(at, floor));
        // `a hundred and twelve`
        if let (Some(Step::Figure { start, .. }), Some(article)) = (&mut step, article(reader, at))
            && *start == at
            && article >= floor
        {
            *start = article;
        }
        match &step {
            Some(Step::Figure { kind: Kind::Money | Kind::Percent, .. }) => step,
            Some(Step::Figure {
                amount: Amount::Range(..),
                kind: Kind::Count | Kind::Duration | Kind::Measure,
                noun,
                ..
            }) if noun.is_some() || !bare => step,
            Some(Step::Figure { .. }) if bare => None,
            _ => step,
        }
    }

    /// Where digits end that are no figure: addresses, names, telephone numbers, numbers of lists and of notes.
    fn no_figure(&self, at: usize) -> Option<usize> {
        let reader = &self.reader;
        let before = at.checked_sub(1);
        if let (true, Some(before)) = (reader.glued(at), before) {
            let name = match reader.token(before)?.kind {
                Is::Word => {
                    let word = reader.word(before);
                    let signs = reader.counts() && !word.is_ascii();
                    !signs && reader.phrase_before(Class::Money, at).is_none()
                }
                Is::Mark => match reader.word(before) {
                    "-" | "–" | "‑" | "." | "'" | "’" | ":" | "_" | "=" | "&" | "+" => {
                        let inner = before > 0
                            && reader.glued(before)
                            && matches!(reader.token(before - 1).map(|it| it.kind), Some(Is::Word | Is::Digits));
                        let elided = matches!(reader.word(before), "'" | "’") && inner;
                        let middle = reader.word(before - usize::from(before > 0)) == "mid";
                        inner && !elided && !middle
                    }
                    "/" | "#" | "§" | "©" | "@" | "[" | "\\" | "№" | "~" => true,
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
        let dated = calendar::date(reader, at).is_some();
        let version = groups >= 3 && number(reader, at).is_none_or(|number| number.end < end);
        let is =
            (zero && groups >= 2 && digits >= 7) || (international && digits >= 7) || version || (zero && digits >= 9);
        (is && !dated).then_some(end)
    }

    /// The token after all that is glued to one.
    fn beyond(&self, at: usize) -> usize {
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

    /// Whether a plain number is the name of a thing: `Chapter 3`, `Windows 11`.
    fn is_label(&self, at: usize, number: &Number) -> bool {
        let reader = &self.reader;
        if number.plain == 0 && number.large {
            return false;
        }
        let end = number.end;
        let says = reader.phrase(Class::Percent, end).is_some()
            || reader.phrase(Class::Unit, end).is_some()
            || reader.currency(end).is_some();
        let score = number.plain > 0
            && reader.mark(end, &['-', '–', ':'])
            && reader.is(end + 1, Is::Digits)
            && reader.glued(end + 1);
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
        named
            && reader.phrase_before(Class::Month, at).is_none()
            && reader.phrase_before(Class::Day, at).is_none()
            && reader.phrase_before(Class::About, at).is_none()
            && reader.phrase_before(Class::Number, at).is_none()
            && reader.phrase(Class::Duration, end).is_none()
            && !(reader.mark(end, &['-']) && reader.glued(end + 1))
            && self.noun(end, true).is_none_or(|(_, to)| !reader.word(to - 1).ends_with('s'))
    }

    /// The currency before a number, and where it begins.
    fn currency_before(&self, at: usize, floor: usize) -> Option<(&'static str, usize)> {
        let reader = &self.reader;
        let end = if reader.mark(at.checked_sub(1)?, &['.']) && reader.glued(at - 1) { at - 1 } else { at };
        let (entry, start) = reader.phrase_before(Class::Money, end)?;
        (start >= floor).then_some((entry.unit, start))
    }

    /// The figure that a number is part of.
    fn figure(&self, at: usize, first: Number, currency: Option<(&'static str, usize)>) -> Option<Step> {
        let reader = &self.reader;
        let first = self.suffixed(first, currency.is_some());
        let (amount, last) = self.range(at, first);
        let end = last.end;
        // Signs that stand before the number.
        if let Some((unit, start)) = currency {
            return Some(Step::Figure {
                start: self.sign(start),
                end: self.repeated_currency(end),
                kind: Kind::Money,
                amount: self.signed(at, amount),
                unit: unit.into(),
                noun: None,
            });
        }
        let start = self.sign(at);
        let amount = if start < at { self.signed(at, amount) } else { amount };
        let figure = |end: usize, kind: Kind, amount: Amount, unit: &'static str| {
            Some(Step::Figure { start, end, kind, amount, unit: unit.into(), noun: None })
        };
        if let Some((entry, start)) = reader.phrase_before(Class::PercentBefore, at) {
            return Some(Step::Figure { start, end, kind: Kind::Percent, amount, unit: entry.unit.into(), noun: None });
        }
        if let Some((entry, end)) = reader.phrase(Class::Percent, end) {
            return figure(end, Kind::Percent, amount, entry.unit);
        }
        let after_of = if last.large { reader.phrase(Class::Of, end).map_or(end, |(_, end)| end) } else { end };
        if let Some((entry, end)) = reader
            .currency(after_of)
            .filter(|(entry, _)| entry.key.len() > 1 || reader.is(after_of, Is::Mark) || reader.is(after_of, Is::Sign))
        {
            let (unit, divisor) = entry
                .unit
                .split_once('/')
                .map_or((entry.unit, 1.0), |(unit, divisor)| (unit, divisor.parse().unwrap_or(1.0)));
            return figure(end, Kind::Money, map(amount, |value| value / divisor), unit);
        }
        if let Some(step) = self.age(start, at, &last, &amount) {
            return Some(step);
        }
        if let Some(step) = self.score(at, &first) {
            return Some(step);
        }
        if let Some(step) = calendar::year(reader, at, &first) {
            return Some(step);
        }
        if let Some(step) = self.compound(start, &last, &amount) {
            return Some(step);
        }
        let unit = reader.phrase(Class::Unit, end);
        let duration = reader.phrase(Class::Duration, end);
        let far = |found: Option<(_, usize)>| found.map_or(0, |(_, end)| end);
        if let Some((entry, end)) = unit.filter(|_| far(unit) >= far(duration)) {
            if first.large && entry.unit == "lb" && entry.key.starts_with("pound") && last.value >= 1e6 {
                return figure(end, Kind::Money, amount, "GBP");
            }
            return figure(end, Kind::Measure, amount, entry.unit);
        }
        if let Some((entry, end)) = duration {
            return figure(end, Kind::Duration, amount, entry.unit);
        }
        if let Some((_, end)) = reader.phrase(Class::Ending, end).filter(|_| reader.glued(end) && first.plain > 0) {
            return self.ordinal(at, end, first.value, true).or(Some(Step::Pass(end)));
        }
        self.count(start, at, &first, &last, amount)
    }

    /// A number with the letter glued to it that multiplies it: `38m` after a currency, `1.2m units`.
    fn suffixed(&self, first: Number, money: bool) -> Number {
        let reader = &self.reader;
        let Some((entry, end)) = reader.phrase(Class::Suffix, first.end).filter(|_| reader.glued(first.end)) else {
            return first;
        };
        let short = matches!(entry.key, "m" | "b");
        if first.spelled || (short && !money && self.noun(end, false).is_none_or(|(_, to)| !self.is_plural(to - 1))) {
            return first;
        }
        Number { value: crate::number::tidy(first.value * entry.value), end, plain: 0, large: true, ..first }
    }

    /// The number with the one that it is the lower end to: `12–15`, `two to three`, `between 25 and 30`.
    fn range(&self, at: usize, first: Number) -> (Amount, Number) {
        let reader = &self.reader;
        let alone = (Amount::Number(first.value), first);
        let end = first.end;
        let dash = reader.mark(end, &['-', '–', '—', '~', '～', '〜', '‑']) && reader.glued(end);
        let next = if dash && (reader.glued(end + 1) || reader.is(end + 1, Is::Digits)) {
            end + 1
        } else if let Some((_, after)) = reader.phrase(Class::Range, end) {
            after
        } else if let (Some(_), Some((_, after))) =
            (reader.phrase_before(Class::Between, at), reader.phrase(Class::And, end))
        {
            after
        } else {
            return alone;
        };
        if dash && first.spelled {
            return alone;
        }
        // `$20-25` is a range, `$20 to $25` are two sums.
        let Some(second) = number(reader, next) else { return alone };
        let second = self.suffixed(second, false);
        let years = first.plain == 4 && (first.value > 1100.0 && first.value < 2100.0);
        if second.value <= first.value || years || (dash && self.is_score(&first, &second)) {
            return alone;
        }
        // `2 to 3 million`
        let factor = if second.large && !first.large && second.value >= 1e5 && first.value < 1e3 {
            self.scale_of(next, second.end)
        } else {
            1.0
        };
        (Amount::Range(first.value * factor, second.value), Number { large: first.large || second.large, ..second })
    }

    /// What the last word of a number multiplies by.
    fn scale_of(&self, start: usize, end: usize) -> f64 {
        let found = self.reader.phrase_before(Class::Scale, end).filter(|(_, at)| *at > start);
        found.map_or(1.0, |(entry, _)| entry.value)
    }

    /// Whether two plain numbers around a dash look like a score: nothing follows that they could count.
    fn is_score(&self, first: &Number, second: &Number) -> bool {
        let reader = &self.reader;
        let end = second.end;
        let counted =
            [Class::Unit, Class::Duration, Class::Percent, Class::Currency, Class::Money, Class::Counter, Class::Old]
                .iter()
                .any(|class| reader.phrase(*class, end).is_some());
        let plural = self.noun(end, false).is_some_and(|(_, to)| self.is_plural(to - 1) && !reader.capitalised(to - 1));
        let compound = reader.mark(end, &['-']) && reader.glued(end + 1);
        first.plain > 0 && second.plain > 0 && first.plain <= 3 && second.plain <= 3 && !counted && !plural && !compound
    }

    /// A score: `3-1`, `2:1`, `3比1`.
    fn score(&self, at: usize, first: &Number) -> Option<Step> {
        let reader = &self.reader;
        let mark =
            reader.mark(first.end, &['-', '–', '‑', ':']) && reader.glued(first.end) && reader.glued(first.end + 1);
        let next = if mark { first.end + 1 } else { reader.phrase(Class::ScoreWord, first.end)?.1 };
        let second = number(reader, next).filter(|_| reader.is(next, Is::Digits))?;
        if !self.is_score(first, &second) {
            return None;
        }
        // A third number makes it a code.
        if reader.mark(second.end, &['-', '/', ':'])
            && reader.is(second.end + 1, Is::Digits)
            && reader.glued(second.end + 1)
        {
            return Some(Step::Pass(self.beyond(second.end)));
        }
        let text = format!("{}-{}", first.value, second.value);
        Some(Step::plain(at, second.end, Kind::Score, Amount::Text(text)))
    }

    /// An age: `28-year-old`, `aged 43`, `Ann Orr, 43,`, `was 75.`, `43 Jahre alt`.
    fn age(&self, start: usize, at: usize, last: &Number, amount: &Amount) -> Option<Step> {
        let reader = &self.reader;
        let years = |end| {
            Some(Step::Figure { start, end, kind: Kind::Age, amount: amount.clone(), unit: "years".into(), noun: None })
        };
        let after = |end: usize| reader.phrase(Class::Old, end);
        let hyphen = last.end + usize::from(reader.mark(last.end, &['-', '‑']));
        if let Some((entry, end)) = after(last.end).or_else(|| after(hyphen)) {
            let unit = if entry.key.contains("month") || entry.key.contains("monat") { "months" } else { "years" };
            return Some(Step::Figure {
                start,
                end,
                kind: Kind::Age,
                amount: amount.clone(),
                unit: unit.into(),
                noun: None,
            });
        }
        let duration = reader.phrase(Class::Duration, last.end);
        let end = duration.map_or(last.end, |(_, end)| end);
        if duration.is_some_and(|(entry, _)| entry.unit != "years") || last.value >= 120.0 {
            return None;
        }
        if reader.phrase_before(Class::Aged, start).is_some()
            || (start >= 2
                && reader
                    .phrase_before(Class::Between, start)
                    .is_some_and(|(_, at)| reader.phrase_before(Class::Aged, at).is_some()))
        {
            return years(end);
        }
        // `, de 27 anos,`
        let of = reader.phrase_before(Class::Of, at).filter(|(_, of)| *of > 0 && reader.mark(of - 1, &[',']));
        if duration.is_some() && of.is_some() {
            return years(end);
        }
        let two = last.plain == 2 || (last.spelled && last.value >= 10.0 && last.value < 100.0);
        let closed = reader.mark(end, &[',', ')', '.', ';']) && !(reader.is(end + 1, Is::Digits));
        if !two || !closed || start != at {
            return None;
        }
        let before = at.checked_sub(1)?;
        let apposition = reader.mark(before, &[',', '('])
            && before > 0
            && reader.capitalised(before - 1)
            && reader.mark(end, &[',', ')', '.', ';']);
        let month = before > 0
            && (reader.phrase_before(Class::Month, before).is_some()
                || reader.phrase_before(Class::Day, before).is_some());
        let matches = if reader.mark(before, &['(']) { reader.mark(end, &[')']) } else { !reader.mark(end, &[')']) };
        let person = before > 1 && (reader.capitalised(before - 2) || duration.is_some());
        if apposition && matches && !month && person {
            return years(end);
        }
        let was = reader.phrase_before(Class::Was, at).is_some() && duration.is_none();
        if was { years(end) } else { None }
    }

    /// A number that is one word with what it counts: `160-foot descent`, `80,000-seat stadium`.
    fn compound(&self, start: usize, last: &Number, amount: &Amount) -> Option<Step> {
        let reader = &self.reader;
        let at = last.end + 1;
        if !(reader.mark(last.end, &['-', '‑'])
            && reader.glued(last.end)
            && reader.glued(at)
            && reader.is(at, Is::Word))
        {
            return None;
        }
        let unit = reader.phrase(Class::Unit, at).map(|found| (found, Kind::Measure));
        let found = unit.or_else(|| reader.phrase(Class::Duration, at).map(|found| (found, Kind::Duration)));
        let word = at + 1;
        let (kind, unit, noun, end) = match found {
            Some(((entry, end), kind)) => (kind, entry.unit, None, end),
            None if reader.phrase(Class::NotUnit, at).is_some()
                || reader.capitalised(at)
                || !reader.language(&["en"]) =>
            {
                return Some(Step::Pass(self.beyond(last.end)));
            }
            None => (Kind::Count, "", Some((at, word)), word),
        };
        // `5-foot-11` is more than this says.
        let end = if reader.mark(end, &['-']) && reader.glued(end) && reader.glued(end + 1) {
            let further = self.beyond(end);
            if noun.is_some() { return Some(Step::Pass(further)) } else { further }
        } else {
            end
        };
        let end = self.head(end).unwrap_or(end);
        Some(Step::Figure { start, end, kind, amount: amount.clone(), unit: unit.into(), noun })
    }

    /// The end of the noun that a compound stands before.
    fn head(&self, at: usize) -> Option<usize> {
        (self.reader.language(&["en"]) && self.is_content(at)).then_some(at + 1)
    }

    /// An ordinal that says which of several.
    fn ordinal(&self, at: usize, end: usize, value: f64, digits: bool) -> Option<Step> {
        let reader = &self.reader;
        let street =
            reader.phrase(Class::Street, end).is_some_and(|(_, after)| reader.capitalised(after - 1) || !digits);
        if street || reader.phrase(Class::Dull, end).is_some() || (!digits && reader.capitalised(at) && at > 0) {
            return None;
        }
        let ranked = reader.phrase_before(Class::Ranked, at).is_some();
        let noun = self.noun(end, true).filter(|(from, _)| !reader.capitalised(*from));
        // `third largest city`
        let noun = noun.map(|(from, _)| {
            let superlative = reader.word(from).ends_with("est") || reader.word(from) == "most";
            let end = if superlative && self.is_content(from + 1) { from + 2 } else { from + 1 };
            (from, end)
        });
        let english = reader.language(&["en"]);
        if noun.is_none() && !ranked && !(digits && english) {
            return None;
        }
        let end = noun.map_or(end, |(_, to)| to);
        Some(Step::Figure { start: at, end, kind: Kind::Rank, amount: Amount::Number(value), unit: "".into(), noun })
    }

    /// A count of what the words behind it say.
    fn count(&self, start: usize, at: usize, first: &Number, last: &Number, amount: Amount) -> Option<Step> {
        let reader = &self.reader;
        let end = last.end;
        let figure = |end: usize, noun: Option<(usize, usize)>| {
            Some(Step::Figure { start, end, kind: Kind::Count, amount: amount.clone(), unit: "".into(), noun })
        };
        // Glued to letters it is part of a name: `3D`.
        if reader.glued(end) && reader.is(end, Is::Word) {
            let signs = reader.counts();
            if !signs || reader.phrase(Class::Counter, end).is_none() {
                return Some(Step::Pass(self.beyond(at)));
            }
        }
        let ranked = reader.phrase(Class::Ranked, end).filter(|_| reader.lexicon.has(Class::Rank));
        if let Some((entry, after)) = ranked {
            let before = reader.phrase_before(Class::Rank, at);
            if before.is_some() || entry.key == "位" && reader.language(&["ja"]) {
                let start = before.map_or(start, |(_, at)| at);
                return Some(Step::Figure {
                    start,
                    end: after,
                    kind: Kind::Rank,
                    amount,
                    unit: "".into(),
                    noun: Some((end, after)),
                });
            }
        }
        let plus = end + usize::from(reader.mark(end, &['+']) && reader.glued(end));
        let whole = if reader.language(&["en"]) { self.share(plus) } else { None };
        let noun = whole.or_else(|| self.noun(self.counted(plus, last), false));
        // What is written out and no plural follows is often no count: `season two set`.
        let sure = |to: usize| !first.spelled || first.large || !reader.language(&["en"]) || self.is_plural(to - 1);
        if let Some((from, to)) = noun.filter(|(_, to)| sure(*to)) {
            return figure(to, Some((from, to)));
        }
        let bare = !first.spelled && first.plain == 0;
        if first.large
            || bare && plus > end
            || (bare && first.value.fract() != 0.0 && reader.phrase_before(Class::Of, at).is_some())
        {
            return figure(plus, None);
        }
        Some(Step::Pass(if first.spelled { at + 1 } else { end }))
    }

    /// Where the counted begins: behind `of` after a million.
    fn counted(&self, end: usize, first: &Number) -> usize {
        let of = self.reader.phrase(Class::Of, end).filter(|_| first.large && !self.reader.language(&["en"]));
        of.map_or(end, |(_, end)| end)
    }

    /// What a part is taken of: `four of the five countries`.
    fn share(&self, at: usize) -> Option<(usize, usize)> {
        let (_, of) = self.reader.phrase(Class::Of, at)?;
        let (_, det) = self.reader.phrase(Class::Det, of)?;
        let inner = number(&self.reader, det).map_or(det, |number| number.end);
        self.noun(inner, false).filter(|(_, to)| self.is_plural(to - 1))
    }

    /// Whether a word says nothing of what is counted.
    fn is_stop(&self, at: usize) -> bool {
        let Some(token) = self.reader.token(at) else { return true };
        self.word_at(token.start).and_then(|word| self.flags.get(word)).is_some_and(|flags| flags & STOP_WORD != 0)
    }

    /// The place of the word that begins at a byte among those of the sentence.
    fn word_at(&self, start: u32) -> Option<usize> {
        self.words.binary_search_by_key(&start, |span| span.start).ok()
    }

    /// Whether a token can be part of what is counted.
    fn is_content(&self, at: usize) -> bool {
        let reader = &self.reader;
        reader.is(at, Is::Word) && !reader.glued(at) && !self.is_stop(at) && reader.phrase(Class::Never, at).is_none()
    }

    /// Whether a word is a plural.
    fn is_plural(&self, at: usize) -> bool {
        let reader = &self.reader;
        let word = reader.word(at);
        let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
        match reader.lexicon.language {
            "en" => {
                reader.phrase(Class::Plural, at).is_some()
                    || (word.len() > 3 && word.ends_with('s') && !ends(&["ss", "us", "is"]))
            }
            "nl" => ends(&["en", "s"]),
            "de" => reader.capitalised(at),
            _ => true,
        }
    }

    /// The words that say what is counted, from a token on; `one` takes the first word, whatever it is.
    fn noun(&self, at: usize, one: bool) -> Option<(usize, usize)> {
        match self.reader.lexicon.language {
            "zh" | "ja" | "ko" | "th" => self.counter(at),
            "vi" => self.syllables(at),
            "en" | "nl" | "de" => self.phrase_to_plural(at, one),
            _ => self.first_noun(at),
        }
    }

    /// In Vietnamese: a word, most of which are of two syllables, as are a classifier and its noun.
    fn syllables(&self, at: usize) -> Option<(usize, usize)> {
        if self.reader.phrase(Class::Single, at).is_some() && !self.reader.glued(at) {
            return Some((at, at + 1));
        }
        let last = (at..at + 2).take_while(|at| self.is_content(*at)).last()?;
        Some((at, last + 1))
    }

    /// Where adjectives follow their noun: the first word, or the second after one of the few that do not.
    fn first_noun(&self, at: usize) -> Option<(usize, usize)> {
        let reader = &self.reader;
        // French elides: `3 millions d'habitants`.
        let elided = reader.is(at, Is::Word) && at > 0 && reader.mark(at - 1, &['\'', '’']) && !self.is_stop(at);
        // What is elided itself is an article or a preposition: `la cinquième l'année`.
        if reader.mark(at + 1, &['\'', '’']) && reader.glued(at + 1) && reader.word(at).len() <= 2 {
            return None;
        }
        if !(self.is_content(at) || elided && reader.phrase(Class::Never, at).is_none()) {
            return None;
        }
        let endings = ["ых", "их", "ые", "ие", "ого", "его", "ой"];
        let russian = reader.language(&["ru"]) && endings.iter().any(|ending| reader.word(at).ends_with(ending));
        let adjective = russian || reader.phrase(Class::Adjective, at).is_some();
        let end = if adjective && self.is_content(at + 1) { at + 2 } else { at + 1 };
        Some((at, self.hyphenated(end)))
    }

    /// Where adjectives come before their noun: the words up to the first plural, in German up to the first capital.
    fn phrase_to_plural(&self, at: usize, one: bool) -> Option<(usize, usize)> {
        /// More words than this before a plural are another phrase.
        const MOST: usize = 4;
        let reader = &self.reader;
        let mut end = at;
        for _ in 0..MOST {
            if !self.is_content(end) {
                break;
            }
            end = self.hyphenated(end + 1);
            if one || self.is_plural(end - 1) {
                // `100 Special Operations forces`
                let name = !one && reader.language(&["en"]) && reader.capitalised(end - 1) && end > at + 1;
                let more = name && self.is_content(end) && self.is_plural(end) && !reader.capitalised(end);
                return Some((at, if more { end + 1 } else { end }));
            }
        }
        if end == at || reader.language(&["de"]) {
            return None;
        }
        // No plural: the first word, unless it looks like a verb or an adverb.
        let word = reader.word(at);
        let other = ["ed", "ly", "ing"].iter().any(|ending| word.ends_with(ending)) || reader.capitalised(at);
        (!other && word.len() > 2).then_some((at, at + 1))
    }

    /// The end of a word with all that hyphens join to it.
    fn hyphenated(&self, mut end: usize) -> usize {
        let reader = &self.reader;
        let joined = |end: usize| reader.mark(end, &['-', '‑']) && reader.glued(end) && reader.glued(end + 1);
        while joined(end) && reader.is(end + 1, Is::Word) {
            end += 2;
        }
        end
    }

    /// Of Chinese and Japanese, the counter and, in Chinese, the noun behind it.
    fn counter(&self, at: usize) -> Option<(usize, usize)> {
        let reader = &self.reader;
        let (_, end) = reader.phrase(Class::Counter, at)?;
        if reader.language(&["ja"]) || reader.phrase(Class::NothingAfter, at).is_some() {
            return Some((at, end));
        }
        let Some(start) =
            reader.token(end).filter(|token| token.kind == Is::Sign && !token.spaced).map(|token| token.start)
        else {
            return Some((at, end));
        };
        let span = self.word_at(start).and_then(|word| self.words.get(word)).filter(|_| !self.is_stop(end));
        let Some(span) = span else { return Some((at, end)) };
        let to = (end..).take_while(|at| reader.token(*at).is_some_and(|token| token.end <= span.end)).last();
        Some(to.map_or((at, end), |to| (end, to + 1)))
    }

    /// The currency said once more behind an amount: `$5 US`, none so far but the code.
    fn repeated_currency(&self, end: usize) -> usize {
        let reader = &self.reader;
        let code = reader.currency(end).filter(|(entry, _)| entry.key.len() >= 3);
        code.map_or(end, |(_, end)| end)
    }

    /// Where a minus before a token begins, if there is one.
    fn sign(&self, at: usize) -> usize {
        let reader = &self.reader;
        let Some(before) = at.checked_sub(1) else { return at };
        let free = !reader.glued(before) || before > 0 && reader.mark(before - 1, &['(']);
        if reader.mark(before, &['-', '−', '–']) && reader.glued(at) && free { before } else { at }
    }

    /// An amount with the sign that stands before its number.
    fn signed(&self, at: usize, amount: Amount) -> Amount {
        if self.sign(at) < at { map(amount, |value| -value) } else { amount }
    }

    /// Where the words before a figure begin that say how sure it is: `about`, `at least`, `between` before a range.
    fn opening(&self, start: usize, floor: usize, kind: Kind, amount: &Amount) -> usize {
        let reader = &self.reader;
        let free = |found: Option<(&'static Entry, usize)>| {
            // `over six weeks` is how long, not how sure.
            let during = |key: &str| kind == Kind::Duration && matches!(key, "over" | "under" | "sur" | "über");
            found.filter(|(entry, at)| *at >= floor && !during(entry.key)).map(|(_, at)| at)
        };
        let range = matches!(amount, Amount::Range(..));
        let between = if range { free(reader.phrase_before(Class::Between, start)) } else { None };
        let start = between.unwrap_or(start);
        let Some(about) = free(reader.phrase_before(Class::About, start)) else { return start };
        free(reader.phrase_before(Class::About, about)).unwrap_or(about)
    }

    /// Where the words behind a figure end that say how sure it is: `or more`.
    fn closing(&self, end: usize) -> usize {
        self.reader.phrase(Class::After, end).map_or(end, |(_, end)| end)
    }
}

/// An amount with its numbers changed.
fn map(amount: Amount, change: impl Fn(f64) -> f64) -> Amount {
    match amount {
        Amount::Number(value) => Amount::Number(change(value)),
        Amount::Range(from, to) => Amount::Range(change(from), change(to)),
        text => text,
    }
}

/// The value of digits, for rules that look at them one by one.
pub(crate) fn value(reader: &Reader<'_>, at: usize) -> Option<f64> {
    reader.is(at, Is::Digits).then(|| integer(reader.word(at)))
}
