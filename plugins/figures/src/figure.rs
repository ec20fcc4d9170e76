//! [`Figure`]: one figure of a text.

use std::borrow::Cow;

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
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Amount {
    /// A number.
    Number(f64),
    /// From a number to another.
    Range(f64, f64),
    /// What is no single number: a date, a time, a score.
    Text(String),
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
