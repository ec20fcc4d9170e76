//! [`keyphrases`]: the words and phrases that a text is about, in its own words. Candidates stand between stop words and
//! punctuation; what decides is how often their terms come, in which sentences, how early, and whether they hold together.
//! Words are compared by the numbers of their terms, never by their letters, so that all of it is a few passes over columns.

mod alone;
mod candidate;
mod choice;
mod lexicon;
mod weight;

use crate::{Document, Span};

use candidate::Candidates;

/// A word or phrase that a text is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keyphrase {
    /// Where it stands, in the form that is its commonest in the text.
    pub span: Span,
    /// How much it matters, 0..=1: 1 is the best phrase of the text.
    pub score: f32,
    /// How often it stands in the text, in any form.
    pub frequency: u32,
    /// How many words it has.
    pub words: u32,
}

/// The best phrases of a document, at most `count`, each of at most `longest` words, best first.
///
/// No phrase begins or ends with a stop word or a number, crosses punctuation, or is a part or another form of one that
/// comes before it; a name is whole where the text has it whole. Reads terms and salience, and costs time in proportion
/// to the words.
///
/// ```
/// # #[cfg(feature = "analysis")] {
/// use summariser_core::Document;
/// use summariser_core::keyphrase::keyphrases;
/// let text = "The Carrick Bridge will close in March. Engineers found cracks in the Carrick Bridge last year.";
/// let best = keyphrases(&Document::parse(text), 1, 3);
/// assert_eq!(best[0].span.of(text), Some("Carrick Bridge"));
/// assert_eq!((best[0].score, best[0].frequency), (1.0, 2));
/// # }
/// ```
#[must_use]
pub fn keyphrases(document: &Document<'_>, count: usize, longest: usize) -> Vec<Keyphrase> {
    let terms = weight::terms(document);
    let longest = u32::try_from(longest.max(1)).unwrap_or(u32::MAX);
    choice::best(document, &Candidates::new(document, &terms, longest), count, longest)
}

#[cfg(test)]
mod tests;
