//! [`Figure`]: one figure of a text. What it says is kept as numbers, and written out only where it is chosen.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};

use summariser_core::{Sentence, Span};

/// What kind of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// How many of something.
    Count,
    /// An amount of a currency.
    Money,
    /// A share or a change in per cent, per mille or points.
    Percent,
    /// A day, a month of a year, a year, a decade.
    Date,
    /// A time of day.
    Time,
    /// How old somebody is.
    Age,
    /// The outcome of a game or vote.
    Score,
    /// A length, area, weight, volume, temperature, speed, power, amount of data.
    Measure,
    /// How long something takes.
    Duration,
    /// A place in an order.
    Rank,
}

impl Kind {
    pub(crate) const ALL: [Kind; 10] = [
        Kind::Count,
        Kind::Money,
        Kind::Percent,
        Kind::Date,
        Kind::Time,
        Kind::Age,
        Kind::Score,
        Kind::Measure,
        Kind::Duration,
        Kind::Rank,
    ];

    /// Its name in options and output.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Kind::Count => "count",
            Kind::Money => "money",
            Kind::Percent => "percent",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Age => "age",
            Kind::Score => "score",
            Kind::Measure => "measure",
            Kind::Duration => "duration",
            Kind::Rank => "rank",
        }
    }
}

/// What a figure says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Amount {
    /// A number.
    Number(f64),
    /// From a number to another.
    Range(f64, f64),
    /// A date, or from one to another.
    Date(Date, Option<Date>),
    /// The years that begin like this one.
    Decade(u16),
    /// An hour and a minute.
    Time(u8, u8),
    /// One side's and the other's.
    Score(f64, f64),
}

/// As much of a date as a text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub(crate) year: Option<u16>,
    pub(crate) month: Option<u8>,
    pub(crate) day: Option<u8>,
}

impl Display for Amount {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Amount::Number(value) => write!(f, "{value}"),
            Amount::Range(from, to) => write!(f, "{from}..{to}"),
            Amount::Date(date, None) => write!(f, "{date}"),
            Amount::Date(from, Some(to)) => write!(f, "{from}/{to}"),
            Amount::Decade(year) => write!(f, "{year:04}s"),
            Amount::Time(hour, minute) => write!(f, "{hour:02}:{minute:02}"),
            Amount::Score(one, other) => write!(f, "{one}-{other}"),
        }
    }
}

/// As ISO 8601 writes it, save for days without a year: `2028-07-24`, `2028-07`, `2028`, `--07`, `07-24`.
impl Display for Date {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.year, self.month, self.day) {
            (Some(year), None, _) => write!(f, "{year:04}"),
            (Some(year), Some(month), None) => write!(f, "{year:04}-{month:02}"),
            (Some(year), Some(month), Some(day)) => write!(f, "{year:04}-{month:02}-{day:02}"),
            (None, Some(month), Some(day)) => write!(f, "{month:02}-{day:02}"),
            (None, month, _) => write!(f, "--{:02}", month.unwrap_or_default()),
        }
    }
}

/// One figure.
#[derive(Clone, Debug)]
pub(crate) struct Figure<'a> {
    pub(crate) kind: Kind,
    pub(crate) amount: Amount,
    /// The unit: `USD`, `%`, `km`, `years`; of counts and ranks the words that say what is counted. May be empty.
    pub(crate) unit: Cow<'a, str>,
    /// The words that it is made of, with `about` and what it counts.
    pub(crate) span: Span,
    /// The sentence that it is in.
    pub(crate) sentence: Sentence<'a>,
}
