//! English: the operations inside of a sentence, and the search over all of them. The search is small and
//! exhaustive instead of greedy, because a greedy order often sticks on a line that the guards refuse.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::brackets;
use super::guards::Scan;
use super::heads::{self, subject_like};
use super::joining::Line;
use super::room::Room;
use super::tails;
use super::times::loose;
use super::tokens::{Kind, Token, mark_names};
use super::verbs::{Verb, gerund, regular_past, verbs};
use super::words;
use crate::Length;

/// Operations inside the sentence that are tried in every combination.
const INNER: usize = 6;
/// Combinations that are looked at in one sentence.
const TRIES: usize = 20_000;
/// Lines that are built and judged.
const JUDGED: usize = 600;

/// A span that may go, and what that costs in bytes of text.
#[derive(Clone, Debug)]
struct Cut {
    from: usize,
    to: usize,
    cost: f32,
}

/// A sentence, and what may be deleted of it whatever the limit is.
#[derive(Clone, Debug)]
pub(super) struct Reading<'t> {
    live: Vec<Token<'t>>,
    verbs: Vec<Verb>,
    cuts: Vec<Cut>,
    /// Where a line may begin and end, and what that costs.
    heads: Vec<(usize, f32)>,
    ends: Vec<(usize, f32)>,
    /// Who said so, at its end.
    said: Option<Range<usize>>,
    /// Whether the sentence goes on behind its tokens.
    torn: bool,
}

impl<'t> Reading<'t> {
    /// Reads a sentence; `None` if it is too short for any line.
    pub(super) fn of(tokens: &[Token<'t>], torn: bool) -> Option<Reading<'t>> {
        let live = live(tokens);
        if live.len() < 3 {
            return None;
        }
        let verbs = verbs(&live);
        let scan = Scan::new(&live, &verbs);
        let (cuts, heads, mut ends) = (inner(&scan), heads::heads(&scan), tails::ends(&scan));
        let said = tails::source(&scan, &ends).filter(|_| !torn);
        if torn {
            ends.retain(|&(end, _)| end < live.len());
        }
        Some(Reading { live, verbs, cuts, heads, ends, said, torn })
    }

    /// The best whole line for which there is room.
    pub(super) fn shorten(&self, source: &str, room: Room) -> Option<Line> {
        let Reading { live, verbs, cuts, torn, .. } = self;
        let scan = Scan::new(live, verbs);
        let candidates = self.candidates(room);
        let sound = brackets::balanced(source);
        // One of the best mostly stands, so that the rest need no order.
        let mut candidates = BinaryHeap::from(candidates);
        for _ in 0..JUDGED {
            let candidate = candidates.pop()?;
            let kept = candidate.kept(cuts);
            // A sentence of which nothing goes is whole as it is.
            let untouched = !*torn && kept.len() == live.len();
            if !untouched && !scan.stands(&kept) {
                continue;
            }
            let line = Line::of(source, kept.iter().map(|&i| &live[i]));
            if sound && !brackets::balanced(&line.text) {
                continue;
            }
            // It may have been taken for shorter than it is, by what joins its pieces.
            let weight = room.length().measure(&line.text);
            let Some(tier) = room.tier(weight) else { continue };
            if tier <= candidate.tier {
                return Some(self.sourced(source, room, &kept).unwrap_or(line));
            }
            candidates.push(Candidate { tier, value: room.worth(tier, weight, 0.0), ..candidate });
        }
        None
    }

    /// The line of some tokens with who said so behind it, where that was cut with what stands before it and there is room: `All
    /// ferries were stopped[ after a storm from the north], officials said`.
    fn sourced(&self, source: &str, room: Room, kept: &[usize]) -> Option<Line> {
        let said = self.said.clone().filter(|said| kept.last().is_some_and(|last| *last < said.start))?;
        let line = Line::of(source, kept.iter().copied().chain(said).map(|at| &self.live[at]));
        room.has_source(room.length().measure(&line.text)).then_some(line)
    }

    fn candidates(&self, room: Room) -> Vec<Candidate> {
        let Reading { live, cuts, heads, ends, .. } = self;
        let weights: Vec<usize> = weights(live, room.length());
        let weigh = |from: usize, to: usize| weights[to.max(from)] - weights[from];
        let mut found = Vec::new();
        for &(start, head_cost) in heads {
            for &(end, end_cost) in ends {
                if end <= start + 2 {
                    continue;
                }
                let mut usable: Gone = [NO_CUT; INNER];
                let inside = |c: &Cut| c.from >= start && c.to <= end && !(c.to == end && end < live.len());
                let places = cuts.iter().enumerate().filter(|(_, cut)| inside(cut)).map(|(at, _)| at);
                let mut count = 0;
                for (slot, at) in usable.iter_mut().zip(places) {
                    *slot = at;
                    count += 1;
                }
                for mask in 0_usize..1 << count {
                    let mut gone: Gone = [NO_CUT; INNER];
                    let chosen = (0..count).filter(|i| mask >> i & 1 == 1).map(|i| usable[i]);
                    gone.iter_mut().zip(chosen).for_each(|(slot, at)| *slot = at);
                    let chosen = || gone.iter().filter_map(|at| cuts.get(*at));
                    if chosen().zip(chosen().skip(1)).any(|(cut, next)| cut.to > next.from) {
                        continue;
                    }
                    let weight = weigh(start, end).saturating_sub(chosen().map(|c| weigh(c.from, c.to)).sum());
                    let Some(tier) = room.tier(weight.saturating_sub(1)) else { continue };
                    let cost: f32 = head_cost + end_cost + chosen().map(|c| c.cost).sum::<f32>();
                    let value = room.worth(tier, weight, cost);
                    found.push(Candidate { start, end, gone, tier, value, number: found.len() });
                    if found.len() >= TRIES {
                        return found;
                    }
                }
            }
        }
        found
    }
}

/// The tokens without what always goes: brackets outside quotations, final stops, an opening connective.
fn live<'t>(tokens: &[Token<'t>]) -> Vec<Token<'t>> {
    let keep = brackets::outside(tokens);
    let mut live: Vec<Token<'t>> = tokens.iter().zip(&keep).filter(|(_, keep)| **keep).map(|(t, _)| *t).collect();
    // "Athens (Athína), is": the comma closed the bracket's aside.
    let dropped = |at: usize| at > 0 && !keep[at - 1] && keep[at] && tokens[at].kind == Kind::Comma;
    let lone = (0..tokens.len()).find(|&at| dropped(at)).filter(|&at| {
        tokens.get(at + 1).is_some_and(|t| t.is(words::BE_FORMS) || t.is(words::MODALS))
            && !tokens[..at].iter().zip(&keep).any(|(t, keep)| *keep && t.kind == Kind::Comma)
    });
    if let Some(comma) = lone.map(|at| tokens[at].start) {
        live.retain(|t| t.start != comma);
    }
    while live.last().is_some_and(|t| t.kind == Kind::Stop && !t.text.starts_with(['?', '!'])) {
        live.pop();
    }
    if let [.., stop, quote] = live.as_slice()
        && quote.kind == Kind::Quote
        && stop.text == "."
    {
        let at = live.len() - 2;
        live.remove(at);
    }
    let connective = live.first().is_some_and(|t| t.is(words::DROPPED_CONNECTIVES) && !t.quoted);
    if connective && live.get(1).is_some_and(|t| t.kind == Kind::Comma) {
        live.drain(..2);
    } else if live.first().is_some_and(|t| matches!(t.lower, "but" | "and") && !t.quoted) {
        live.drain(..1);
    }
    mark_names(&mut live);
    live
}

struct Candidate {
    start: usize,
    end: usize,
    /// Which of the cuts are made.
    gone: Gone,
    tier: usize,
    value: f32,
    number: usize,
}

/// The places of some cuts, in order; what is behind them is [`NO_CUT`].
type Gone = [usize; INNER];

/// No place of a cut.
const NO_CUT: usize = usize::MAX;

impl Candidate {
    fn kept(&self, cuts: &[Cut]) -> Vec<usize> {
        let mut kept: Vec<usize> = (self.start..self.end).collect();
        for cut in self.gone.iter().filter_map(|at| cuts.get(*at)) {
            kept.retain(|at| !(cut.from..cut.to).contains(at));
        }
        kept
    }
}

/// The greatest is the best: of the lowest tier, then of the highest value, then the first.
impl Ord for Candidate {
    fn cmp(&self, other: &Candidate) -> Ordering {
        let by_value = || self.value.total_cmp(&other.value);
        other.tier.cmp(&self.tier).then_with(by_value).then_with(|| other.number.cmp(&self.number))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Candidate) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Candidate) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

/// What the tokens before each place weigh, white space included.
fn weights(tokens: &[Token<'_>], limit: Length) -> Vec<usize> {
    let mut sums = vec![0];
    let mut sum = 0;
    for (at, token) in tokens.iter().enumerate() {
        let spaced = at > 0 && tokens[at - 1].end < token.start;
        sum += match limit {
            _ if token.mute => 0,
            Length::Bytes(_) => token.text.len() + usize::from(spaced),
            Length::Chars(_) => token.text.chars().count() + usize::from(spaced),
            _ => usize::from(token.wordy()),
        };
        sums.push(sum);
    }
    sums
}

/// What may go inside the sentence, sorted by place.
fn inner(scan: &Scan<'_, '_>) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let tokens = scan.tokens;
    for (at, token) in tokens.iter().enumerate().skip(1) {
        if token.quoted {
            continue;
        }
        let found = match token.kind {
            Kind::Comma => pair(scan, at),
            Kind::Dash => dashes(scan, at),
            _ => time(scan, at).or_else(|| phrase(scan, at)),
        };
        if let Some(cut) = found
            && !scan.denies(cut.from, cut.to)
            && !scan.tears_quote(cut.from)
            && !scan.tears_quote(cut.to)
            && !cuts.iter().any(|c: &Cut| c.from == cut.from && c.to == cut.to)
        {
            cuts.push(cut);
        }
    }
    cuts
}

fn time(scan: &Scan<'_, '_>, at: usize) -> Option<Cut> {
    let to = scan.time_end(at)?;
    // "Back in July": the word before is part of it.
    if at == 1 && matches!(scan.lower(0), "back" | "early" | "late" | "only" | "just") {
        return None;
    }
    // "a feast, to be held next month, is": the form asks for its time.
    if at > 2 && scan.lower(at - 2) == "be" && scan.lower(at - 3) == "to" && scan.kind(to) == Some(Kind::Comma) {
        return None;
    }
    // "from midnight Tuesday through Wednesday"
    if matches!(scan.lower(to), "through" | "till" | "until") {
        return None;
    }
    let glued = scan.tokens[at].name && !scan.is(at, words::WEEKDAYS) && !scan.is(at, words::MONTHS);
    // "on Saturday, May 25": half of a date says less than none.
    let dated = scan.kind(to) == Some(Kind::Comma)
        && (scan.is(to + 1, words::MONTHS) || scan.kind(to + 1) == Some(Kind::Number));
    if glued || dated {
        return None;
    }
    let paired = scan.kind(at - 1) == Some(Kind::Comma);
    if paired {
        // Between two commas both go, unless the line before is a phrase that needs its comma.
        let both = scan.kind(to) == Some(Kind::Comma) && scan.main_verb_before(at).is_some();
        return both.then_some(Cut { from: at - 1, to: to + 1, cost: 0.5 });
    }
    // "met the cast back in September"
    let from = at - usize::from(scan.lower(at - 1) == "back" && scan.is(at, words::PREPOSITIONS));
    (loose(scan.tokens, scan.verbs, at, to) && (to < scan.tokens.len() || scan.may_end(from))).then_some(Cut {
        from,
        to,
        cost: 0.5,
    })
}

/// A short phrase of place right before the verb: "A school [in the north of Wales] has closed".
fn phrase(scan: &Scan<'_, '_>, at: usize) -> Option<Cut> {
    // In a clause that tells which one is meant, the phrase does so too.
    let restricts = scan.tokens[..at].iter().any(|t| t.is(words::RELATIVES) || t.lower == "that");
    if restricts || !matches!(scan.lower(at), "in" | "at" | "near" | "during") || !tails::phrase_may_go(scan, at) {
        return None;
    }
    let end = (at + 2..scan.tokens.len().min(at + 8)).find(|&i| scan.finite(i))?;
    let simple = (at + 1..end).all(|i| {
        let token = &scan.tokens[i];
        let inner = token.is(words::PREPOSITIONS) && token.lower != "of";
        token.wordy()
            && scan.verbs[i] == Verb::No
            && !inner
            && !token.is(words::SUBORDINATORS)
            && !token.is(words::RELATIVES)
            && !token.is(words::COORDINATORS)
            && !token.is(words::SUBJECT_PRONOUNS)
            && token.lower != "that"
            && !gerund(token)
            && !token.lower.ends_with("ly")
            && !token.is(words::ADVERBS)
    });
    // The verb must be the sentence's own, or the phrase is its subject's last word.
    let own = scan.main_verb_before(scan.tokens.len()) == Some(end);
    (simple && own && scan.may_end(at)).then_some(Cut { from: at, to: end, cost: 7.0 })
}

fn dashes(scan: &Scan<'_, '_>, at: usize) -> Option<Cut> {
    let dash = |i: &usize| scan.kind(*i) == Some(Kind::Dash);
    let total = (0..scan.tokens.len()).filter(dash).count();
    let other = (at + 2..scan.tokens.len()).find(dash)?;
    (total == 2 && other + 1 < scan.tokens.len() && other - at < 30).then_some(Cut {
        from: at,
        to: other + 1,
        cost: 3.0,
    })
}

/// `, who .. ,`, `, a 34-year-old man,` and `, 34,`.
fn pair(scan: &Scan<'_, '_>, at: usize) -> Option<Cut> {
    let tokens = scan.tokens;
    let noun = tokens[at - 1].wordy() && scan.verbs[at - 1] == Verb::No || tokens[at - 1].kind == Kind::Quote;
    // "Earlier this month, Ina Holm, the keeper, led": the subject comes behind the time.
    let noun = noun && !(0..at.min(2)).any(|first| scan.time_end(first) == Some(at));
    let first = tokens.get(at + 1)?;
    if !noun {
        return None;
    }
    if first.kind == Kind::Number
        && first.lower.len() <= 2
        && scan.kind(at + 2) == Some(Kind::Comma)
        && tokens[at - 1].name
    {
        return Some(Cut { from: at, to: at + 3, cost: 1.0 });
    }
    let follows = |comma: usize| {
        // `.. "Mad Men," has`: the comma stands within the quotation marks.
        let comma = comma + usize::from(scan.kind(comma + 1) == Some(Kind::Quote) && tokens[comma].quoted);
        scan.finite(comma + 1)
            || (scan.is(comma + 1, words::ADVERBS) || scan.lower(comma + 1).ends_with("ly")) && scan.finite(comma + 2)
    };
    let relative = (at + 1..tokens.len().min(at + 5)).any(|i| scan.is(i, words::RELATIVES))
        && (first.is(words::RELATIVES) || first.is(words::PREPOSITIONS) || scan.lower(at + 2) == "of");
    let mut verbs = 0;
    for other in at + 1..tokens.len().min(at + 40) {
        verbs += usize::from(scan.finite(other));
        if tokens[other].kind != Kind::Comma || !follows(other) {
            continue;
        }
        if relative {
            // An apposition before it still needs the closing comma: "Tie, the terrier[, who ..], was".
            // "After a hunt, Tie[, who ..,] was": that comma only ends what opens the sentence.
            let begin = heads::opening(scan).filter(|begin| *begin < at).unwrap_or(0);
            let open = tokens[begin..at].iter().any(|t| t.kind == Kind::Comma) && scan.main_verb_before(at).is_none();
            let quote = usize::from(tokens[other].quoted && scan.kind(other + 1) == Some(Kind::Quote));
            let to = if open { other } else { other + 1 + quote };
            // "Police, who say that a man, 43, was selling ..": a clause within has a verb of its own.
            let clauses = (at + 1..other).filter(|&i| scan.opens_clause(i)).count();
            if verbs < clauses.max(1) {
                continue;
            }
            // `annoyed her mother, who shouted, Bo Tarn, her butler, told`: the verb behind is another clause's.
            let stray = scan.is(other + 1, words::SAYINGS)
                && scan.main_verb_before(at).is_some()
                && tokens[at + 1..other].iter().any(|t| t.kind == Kind::Comma);
            if stray {
                return None;
            }
            return Some(Cut { from: at, to, cost: 0.5 });
        }
        // "a flight to Charlotte, North Carolina, had to": in which part of the country it is.
        let place = tokens[at - 1].name && other - at <= 3 && tokens[at + 1..other].iter().all(|t| t.name);
        if place && scan.is(at.saturating_sub(2), words::PREPOSITIONS) && scan.main_verb_before(at).is_none() {
            return Some(Cut { from: at, to: other + 1, cost: 2.0 });
        }
        let opens = first.is(words::DETERMINERS) && !matches!(first.lower, "this" | "these")
            || first.number()
            || first.name && !tokens[at - 1].name
            || first.is(words::CUTTABLE)
            || first.lower == "including"
            || scan.verbs[at + 1] == Verb::Participle
            || first.lower == "who";
        // "Bo Tarn, 37[, a keeper of the harbour], is": the age keeps its comma.
        let aged = tokens[at - 1].number() && at > 1 && tokens[at - 2].kind == Kind::Comma;
        let inner_clause = scan.main_verb(at + 1..other).is_some();
        // "ruled that Durst, the heir charged with murder, will": a clause of its own has no verb yet.
        let begun =
            (0..at).rev().take_while(|&i| !scan.finite(i)).any(|i| scan.lower(i) == "that" && scan.opens_clause(i));
        let verbless = scan.main_verb_before(at).is_none() || begun;
        // "Bo Tarn, pictured here with his wife, says": there is no picture.
        let pictured = matches!(first.lower, "pictured" | "photographed");
        let cost = if pictured { -60.0 } else { 3.0 };
        return (opens && !inner_clause && heads_clause(scan, at) && verbless).then_some(Cut {
            from: at,
            to: other + usize::from(!aged),
            cost,
        });
    }
    None
}

/// Whether the words before the comma at `at` hold the subject, and are no leading phrase.
fn heads_clause(scan: &Scan<'_, '_>, at: usize) -> bool {
    let begin = (0..at).rev().find(|&i| scan.kind(i) == Some(Kind::Comma)).map_or(0, |i| i + 1);
    subject_like(scan, begin) || begin == 0 && !opens_phrase(&scan.tokens[0])
}

fn opens_phrase(token: &Token<'_>) -> bool {
    token.is(words::PREPOSITIONS)
        || token.is(words::SUBORDINATORS)
        || token.is(words::ADVERBS)
        || token.lower.ends_with("ly")
        || token.lower.ends_with("ing")
        || regular_past(token.lower)
}
