//! [`Error`]: why a summariser gave up. It is a sentence for a person, because nobody else will read it: the host shows
//! it in the summariser's section and goes on with the others.

use std::fmt;

/// What a summariser's work ends in: nothing, since what it has to say it has pushed, or the reason why it gave up.
pub type Result<T = (), E = Error> = std::result::Result<T, E>;

/// Why a summariser gave up.
///
/// Every [`std::error::Error`] converts with `?`. For that reason it is none itself (as with `anyhow::Error`).
///
/// ```
/// use summariser_core::{Error, Result};
/// fn parse(text: &str) -> Result<u32> {
///     let number = text.parse::<u32>()?;
///     if number == 0 {
///         return Err(Error::new("needs a number above 0"));
///     }
///     Ok(number)
/// }
/// assert_eq!(parse("0").unwrap_err().to_string(), "needs a number above 0");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    message: String,
    stopped: bool,
}

impl Error {
    /// An error that says `message`: lower case, no full stop, the mend last if there is one.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Error {
        Error { message: message.into(), stopped: false }
    }

    /// The host asked to stop (an interruption, a deadline, a block that it refused): the summariser passes this on.
    #[must_use]
    pub fn stopped() -> Error {
        Error { message: "the host asked to stop".to_owned(), stopped: true }
    }

    /// Whether the host asked to stop, so that nothing is wrong with the summariser itself.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stopped
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl<E: std::error::Error> From<E> for Error {
    fn from(error: E) -> Error {
        let mut message = error.to_string();
        let mut cause = error.source();
        while let Some(inner) = cause {
            message.push_str(": ");
            message.push_str(&inner.to_string());
            cause = inner.source();
        }
        Error::new(message)
    }
}
