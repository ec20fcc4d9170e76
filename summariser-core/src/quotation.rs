//! [`torn`]: which sentences hold only a part of a quotation, so that they cannot be quoted alone: *"It was late.* and
//! *I went home."* Decided by the marks and what stands beside them, a paragraph at a time, so that a mark too many
//! spoils one paragraph at most.

use crate::{Document, Sentence};

/// The part of a quotation that a sentence has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// It begins one that the next sentence goes on with.
    First,
    /// It goes on with one that a sentence before it began.
    Later,
}

/// What a mark does.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Opens,
    Closes,
    /// Whatever was not done last.
    Either,
    /// It closes what is open, and is otherwise no mark: `"in 2019"` and `10" wide`.
    Ends,
}

/// The part of a quotation that each sentence of the document has, in the order of the text.
///
/// The time is that of looking at each byte of prose once. Needs the columns of paragraphs and of sentences.
pub(crate) fn torn(document: &Document<'_>) -> Vec<Option<Part>> {
    let mut parts = vec![None; document.sentences().len()];
    for paragraph in document.paragraphs() {
        // The sentence that opened the quotation which is not closed yet.
        let mut opener: Option<usize> = None;
        for sentence in paragraph.sentences() {
            let index = sentence.index();
            let begins_within = opener.is_some();
            let mut closes_more = false;
            for mark in marks(&sentence) {
                let opens = match mark {
                    Mark::Opens => true,
                    Mark::Closes => false,
                    Mark::Either => opener.is_none(),
                    Mark::Ends if opener.is_none() => continue,
                    Mark::Ends => false,
                };
                closes_more |= !opens && opener.is_none();
                opener = opens.then_some(index);
            }
            let part = if begins_within || closes_more { Some(Part::Later) } else { opener.map(|_| Part::First) };
            if let Some(slot) = parts.get_mut(index) {
                *slot = part;
            }
        }
    }
    parts
}

/// The quotation marks of a sentence.
fn marks<'a>(sentence: &Sentence<'a>) -> impl Iterator<Item = Mark> + use<'a> {
    let text = sentence.text();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(rest) = text.as_bytes().get(at..) {
            let from = at + next_lead(rest)?;
            let c = text.get(from..).and_then(|rest| rest.chars().next())?;
            at = from + c.len_utf8();
            let before = text.get(..from).and_then(|head| head.chars().next_back());
            let after = text.get(at..).and_then(|rest| rest.chars().next());
            if let Some(mark) = read(c, before, after) {
                return Some(mark);
            }
        }
        None
    })
}

/// Where the next mark may begin.
fn next_lead(bytes: &[u8]) -> Option<usize> {
    let (eights, rest) = bytes.as_chunks();
    let within = |bytes: &[u8]| bytes.iter().position(|byte| is_lead(*byte));
    let in_eights = eights.iter().enumerate().filter(|(_, eight)| may_hold_lead(**eight));
    let first = in_eights.filter_map(|(at, eight)| Some(8 * at + within(eight)?)).next();
    first.or_else(|| Some(8 * eights.len() + within(rest)?))
}

/// Whether one of eight bytes is `"` or beyond ASCII: few are.
fn may_hold_lead(eight: [u8; 8]) -> bool {
    const EACH: u64 = u64::from_le_bytes([1; 8]);
    let eight = u64::from_le_bytes(eight);
    // Zero where a byte is `"`; only zeros, and what is above them, borrow from the next byte.
    let differs = eight ^ (EACH * b'"' as u64);
    (eight | differs.wrapping_sub(EACH) & !differs) & (EACH << 7) != 0
}

/// Whether it is `"`, or what « » “ ” „ 「 」 『 』 begin with.
fn is_lead(byte: u8) -> bool {
    matches!(byte, b'"' | 0xC2 | 0xE2 | 0xE3)
}

/// What a character does to a quotation, between its neighbours: opening marks lean on the word behind them, closing
/// ones on the word before, whatever their shape, since languages use the same shapes for either.
fn read(c: char, before: Option<char>, after: Option<char>) -> Option<Mark> {
    let by_shape = match c {
        '「' | '『' | '„' => return Some(Mark::Opens),
        '」' | '』' => return Some(Mark::Closes),
        '"' => Mark::Either,
        '“' | '«' => Mark::Opens,
        '”' | '»' => Mark::Closes,
        _ => return None,
    };
    if c == '"' && before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(char::is_whitespace) {
        return Some(Mark::Ends);
    }
    let free_before =
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | ':' | '¿' | '¡'));
    let free_after = after.is_none_or(|c| {
        !c.is_alphanumeric() && !matches!(c, '¿' | '¡' | '(' | '[' | '$' | '€' | '£' | '#' | '@' | '\'' | '‘')
    });
    Some(match (free_before, free_after) {
        (true, false) => Mark::Opens,
        (false, true) => Mark::Closes,
        _ => by_shape,
    })
}

#[cfg(all(test, feature = "analysis"))]
mod tests {
    use super::{Part, torn};
    use crate::Document;

    /// Checks which sentences have a part of a quotation: `-` none, `F` the first, `L` a later one.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let document = Document::parse(text);
        let letter = |part| match part {
            None => '-',
            Some(Part::First) => 'F',
            Some(Part::Later) => 'L',
        };
        let sentences: Vec<&str> = document.sentences().map(|sentence| sentence.text()).collect();
        assert_eq!(torn(&document).into_iter().map(letter).collect::<String>(), expected, "{sentences:#?}");
    }

    #[test]
    fn a_quotation_of_one_sentence_is_whole() {
        check("\"The bridge is closed,\" the mayor said. She smiled.", "--");
        check("The mayor spoke of \"a long winter\" and of “great hopes”. She smiled.", "--");
        check("He called the plan \"a joke.\" Nobody laughed. \"Really?\" he asked.", "---");
        check("Le maire a parlé d'un « long hiver » hier. Il a souri.", "--");
        check("Der Rat sprach von einem „langen Winter“ in Holm. Er lächelte.", "--");
        check("Der Rat sprach von einem »langen Winter« in Holm. Er lächelte.", "--");
        check("Rådet talade om en ”lång vinter” i Holm. Det log.", "--");
        check("市長は「橋は閉まる」と述べた。雨が降った。", "--");
        check("The beam is 10\" wide and 12\" high. It fell.", "--");
        check("She spoke of \"the best night since 2019\" and left. He stayed.", "--");
    }

    #[test]
    fn what_several_sentences_quote_is_torn() {
        check("He spoke. \"The bridge is closed. Take the ferry,\" the mayor said. She smiled.", "-FL-");
        check("\"The bridge is closed. Nobody knows why. Take the ferry.\" She smiled.", "FLL-");
        check("“The bridge is closed. Take the ferry,” she said. “Or swim.”", "FL-");
        check("« Le pont est fermé. Prenez le bac », a dit le maire. Il a souri.", "FL-");
        check("„Die Brücke ist zu. Nehmen Sie die Fähre“, sagte sie. Sie lächelte.", "FL-");
    }

    #[test]
    fn a_paragraph_forgets_the_one_before_it() {
        // Each paragraph of a long quotation opens it anew, the last one closes it.
        check("“The bridge is closed.\n\n“Take the ferry.”\n\nShe smiled.", "F--");
        check("The \"bridge is closed.\n\nTake the ferry.", "F-");
        check("Take the ferry.\" She smiled.", "L-");
    }
}
