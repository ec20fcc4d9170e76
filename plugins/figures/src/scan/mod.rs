//! The rules that find figures in a sentence. At every number the first rule that fits owns its words: what is no
//! figure, then dates and times, which are more than one number, then the kinds in the order of [`RULES`].

mod age;
mod around;
mod compound;
mod count;
mod date;
mod measure;
mod money;
mod noun;
mod percent;
mod quantity;
mod rank;
mod score;
mod time;
mod trap;
mod year;

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::RangeInclusive;

use summariser_core::summary::single_spaced;
use summariser_core::{Document, Sentence, Span};

use self::quantity::Quantity;
use crate::figure::{Amount, Figure, Kind};
use crate::lexicon::{Class, Lexicon};
use crate::number::{article, integer, len, number};
use crate::reader::Reader;
use crate::token::{self, Kind as Is, Token};

/// What a quantity is, if it is of the kind that the rule knows.
type Rule = fn(&Scanner<'_>, &Quantity) -> Option<Step>;

/// The kinds of figures that are one quantity, the surest first; what is left is a count or nothing.
const RULES: [Rule; 10] = [
    money::behind_currency,
    percent::read,
    money::before_currency,
    age::read,
    score::read,
    year::read,
    compound::read,
    measure::read,
    rank::read,
    count::read,
];

/// A figure as tokens, before the words around it are added.
struct Reading {
    start: usize,
    end: usize,
    kind: Kind,
    amount: Amount,
    unit: &'static str,
    /// The tokens that say what is counted; they are the unit then.
    noun: Option<(usize, usize)>,
}

impl Reading {
    /// A figure without a unit.
    fn plain(start: usize, end: usize, kind: Kind, amount: Amount) -> Reading {
        Reading { start, end, kind, amount, unit: "", noun: None }
    }
}

/// What stands at a number.
enum Step {
    Figure(Reading),
    /// No figure up to this token.
    Pass(usize),
}

/// The tokens of a sentence, kept from one to the next so that their memory is.
#[derive(Default)]
pub(crate) struct Scratch(Vec<Token>);

thread_local! {
    static SCRATCH: RefCell<Scratch> = const { RefCell::new(Scratch(Vec::new())) };
}

impl Scratch {
    /// Lends that of this thread.
    pub(crate) fn lend(borrower: impl FnOnce(&mut Scratch)) {
        SCRATCH.with_borrow_mut(borrower);
    }
}

/// Appends the figures of a sentence.
pub(crate) fn scan<'a>(
    document: &'a Document<'_>,
    sentence: Sentence<'a>,
    lexicon: &'static Lexicon,
    scratch: &mut Scratch,
    out: &mut Vec<Figure<'a>>,
) {
    let columns = document.columns();
    let range = columns.sentence_words.get(sentence.index()).copied().unwrap_or_default().range();
    let words = columns.word_spans.get(range.clone()).unwrap_or_default();
    let span = sentence.span();
    let (text, base) = (span.of(document.text()).unwrap_or_default(), span.start);
    if !lexicon.may_hold_number(text, base, words) {
        return;
    }
    scratch.0.clear();
    token::read(text, base, &mut scratch.0);
    let reader = Reader { text: document.text(), tokens: &scratch.0, lexicon };
    let flags = columns.word_flags.get(range).unwrap_or_default();
    let scanner = Scanner { reader, words, flags };
    let (mut at, mut floor) = (0, 0);
    let may_begin =
        |token: &Token| token.kind == Is::Digits || token.kind != Is::Mark && lexicon.may_begin_number(token);
    while let Some(further) = reader.tokens.get(at..).and_then(|rest| rest.iter().position(may_begin)) {
        at += further;
        let step = if reader.is(at, Is::Digits) { scanner.at_digits(at, floor) } else { scanner.at_word(at, floor) };
        let next = match step {
            None => at,
            Some(Step::Pass(next)) => next,
            Some(Step::Figure(reading)) => {
                let end = scanner.closing(reading.end);
                out.extend(scanner.figure(document, sentence, reading, end, floor));
                floor = end;
                end
            }
        };
        at = next.max(at + 1);
    }
}

/// One sentence. Where `floor` is spoken of, the words before it belong to the figure before.
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
        if let Some(step) = date::read(reader, at).or_else(|| time::read(reader, at, floor)) {
            return Some(step);
        }
        let Some(first) = number(reader, at) else { return Some(Step::Pass(self.beyond(at))) };
        let currency = self.currency_before(at, floor);
        if currency.is_none() && self.is_label(at, &first) {
            return Some(Step::Pass(first.end));
        }
        self.decide(&self.quantity(at, first, currency))
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
        let mut reading = match self.decide(&self.quantity(at, first, self.currency_before(at, floor))) {
            Some(Step::Figure(reading)) => reading,
            other => return other,
        };
        // `a hundred and twelve`
        if let Some(article) = article(reader, at)
            && reading.start == at
            && article >= floor
        {
            reading.start = article;
        }
        let counts = matches!(reading.amount, Amount::Range(..))
            && matches!(reading.kind, Kind::Count | Kind::Duration | Kind::Measure)
            && reading.noun.is_some();
        let sure = !bare || counts || matches!(reading.kind, Kind::Money | Kind::Percent);
        sure.then_some(Step::Figure(reading))
    }

    /// What a quantity is.
    fn decide(&self, quantity: &Quantity) -> Option<Step> {
        RULES.iter().find_map(|rule| rule(self, quantity))
    }

    /// A figure with the words around it, which end at a token and begin nowhere before `floor`.
    fn figure<'d>(
        &self,
        document: &'d Document<'_>,
        sentence: Sentence<'d>,
        reading: Reading,
        end: usize,
        floor: usize,
    ) -> Option<Figure<'d>> {
        let Reading { start, kind, amount, unit, noun, .. } = reading;
        let start = if kind == Kind::Date { start } else { self.opening(start, floor, kind, &amount) };
        let span = |start: usize, end: usize| {
            let (first, last) = (self.reader.token(start)?, self.reader.token(end - 1)?);
            Some(Span::new(first.start, last.end))
        };
        let noun = noun.and_then(|(from, to)| span(from, to)?.of(document.text()));
        let unit = noun.map_or(Cow::Borrowed(unit), single_spaced);
        Some(Figure { kind, amount, unit, span: span(start, end)?, sentence })
    }
}

/// The value of digits of which there are so many, for rules that look at them one by one.
#[inline]
fn value(reader: &Reader<'_>, at: usize, length: RangeInclusive<usize>) -> Option<u32> {
    let token = reader.token(at).filter(|token| token.kind == Is::Digits)?;
    // Fewer bytes than characters there are never.
    if token.end - token.start < *length.start() as u32 {
        return None;
    }
    let digits = reader.word(at);
    length.contains(&len(digits)).then(|| integer(digits) as u32)
}
