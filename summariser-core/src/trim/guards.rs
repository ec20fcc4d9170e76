//! What a line must be before anybody sees it. Each guard was earned by a bad line; a line that breaks one is dropped,
//! and the next best one is tried.

use std::cell::OnceCell;

use super::complements;
use super::times::time_end;
use super::tokens::{Kind, Token};
use super::tongues::{is_one_of, lists};
use super::verbs::{Verb, clause_follows, gerund, past_or_participle};
use super::words::{self, Class};
use crate::part_of_speech::{Part, part_of};

/// A sentence as the operations and the guards see it.
pub(super) struct Scan<'s, 't> {
    pub(super) tokens: &'s [Token<'t>],
    pub(super) verbs: &'s [Verb],
    /// Whether each token opens a clause that has a verb of its own.
    opens: Vec<bool>,
    /// The first finite verb that belongs to no inner clause.
    main: Option<usize>,
    /// Where the expression of time ends that begins at each token.
    times: OnceCell<Vec<Option<usize>>>,
    /// Whether who says so has to stay, whoever that is.
    answered_for: OnceCell<bool>,
}

impl<'s, 't> Scan<'s, 't> {
    pub(super) fn new(tokens: &'s [Token<'t>], verbs: &'s [Verb]) -> Scan<'s, 't> {
        let opens = (0..tokens.len()).map(|at| opens_clause(tokens, verbs, at)).collect();
        let mut scan = Scan { tokens, verbs, opens, main: None, times: OnceCell::new(), answered_for: OnceCell::new() };
        scan.main = scan.main_verb(0..tokens.len());
        scan
    }

    pub(super) fn finite(&self, at: usize) -> bool {
        self.verbs.get(at) == Some(&Verb::Finite)
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.tokens.get(at).is_some_and(|t| t.is(class))
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|t| t.kind)
    }

    pub(super) fn lower(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.lower)
    }

    /// Whether the words of `from..to` deny something.
    pub(super) fn denies(&self, from: usize, to: usize) -> bool {
        self.tokens[from..to].iter().any(|t| t.is(words::NEGATIONS) || t.lower.ends_with("n't"))
    }

    /// Whether who says so has to stay, whoever that is: it is a quotation or a guess, or calls something a lie.
    pub(super) fn is_answered_for(&self) -> bool {
        *self.answered_for.get_or_init(|| self.asks(0, self.tokens.len()))
    }

    /// Whether something in `from..to` asks for who says so.
    pub(super) fn asks(&self, from: usize, to: usize) -> bool {
        #[rustfmt::skip]
        const LIES: [&str; 10] = [
            "fabricated", "fake", "faked", "hoax", "liar", "lie", "lied", "lies", "lying", "staged",
        ];
        let asks = |t: &Token<'_>| t.kind == Kind::Quote || t.is(words::HEDGES) || is_one_of(&LIES, t.lower);
        self.tokens[from..to].iter().any(asks)
    }

    /// Whether a cut between `at - 1` and `at` would tear a quotation.
    pub(super) fn tears_quote(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|p| self.tokens.get(p)) else { return false };
        let Some(after) = self.tokens.get(at) else { return false };
        before.quoted && after.quoted && !(before.kind == Kind::Quote && after.kind == Kind::Quote)
    }

    pub(super) fn opens_clause(&self, at: usize) -> bool {
        self.opens.get(at) == Some(&true)
    }

    /// Whether the sentence ends at `end`, or tells no more than a time behind it.
    pub(super) fn is_end(&self, end: usize) -> bool {
        end == self.tokens.len() || self.time_end(end) == Some(self.tokens.len())
    }

    /// As [`Scan::main_verb`], of the first `end` tokens.
    pub(super) fn main_verb_before(&self, end: usize) -> Option<usize> {
        self.main.filter(|&verb| verb < end)
    }

    /// Where the expression of time that begins at `at` ends; `None` if none begins there.
    pub(super) fn time_end(&self, at: usize) -> Option<usize> {
        let all = || (0..self.tokens.len()).map(|at| time_end(self.tokens, at)).collect();
        self.times.get_or_init(all).get(at).copied().flatten()
    }

    /// The first finite verb of the kept tokens that belongs to no inner clause.
    pub(super) fn main_verb(&self, kept: impl IntoIterator<Item = usize>) -> Option<usize> {
        let mut pending = 0_usize;
        let mut group = None;
        for at in kept {
            if self.opens_clause(at) {
                pending += 1;
            }
            if self.finite(at) {
                // `has been said` is one verb.
                // So is the second verb of "who fled and hid".
                let joined = at > 1 && self.is(at - 1, words::COORDINATORS);
                let same = group.is_some_and(|last: usize| at <= last + 1 || joined);
                if same || pending > 0 {
                    pending = pending.saturating_sub(usize::from(!same));
                    group = Some(at);
                } else {
                    return Some(at);
                }
                // "who says she was": a second clause opens without a word of its own.
                pending += usize::from(self.is(at, words::SAYINGS) && self.is(at + 1, words::SUBJECT_PRONOUNS));
            }
        }
        None
    }

    /// Whether a line may end before `cut`.
    pub(super) fn may_end(&self, cut: usize) -> bool {
        let Some(last) = cut.checked_sub(1).and_then(|p| self.tokens.get(p)) else { return false };
        if matches!(last.kind, Kind::Quote | Kind::Close) {
            return !self.tears_quote(cut);
        }
        let next = self.tokens.get(cut);
        let comma = next.is_none_or(|n| !n.wordy());
        if !last.wordy() || self.tears_quote(cut) || last.possessive() || dangles(last) {
            return false;
        }
        if last.is(words::DETERMINERS) && !comma {
            return false;
        }
        // "anyone who could identify [the thief]"
        let infinitive =
            cut > 1 && last.is(words::PRESENTS) && (self.is(cut - 2, words::MODALS) || self.lower(cut - 2) == "to");
        let object = |n: &Token<'_>| {
            n.is(words::DETERMINERS) || n.is(words::POSSESSIVES) || n.number() || n.name || n.kind == Kind::Dash
        };
        if infinitive && !last.name && next.is_some_and(object) {
            return false;
        }
        // "will feature a capable[, if doomed, captain]"
        let article = cut > 1 && matches!(self.lower(cut - 2), "a" | "an");
        if article && next.is_some() && ["able", "ible", "ous", "ful"].iter().any(|ending| last.lower.ends_with(ending))
        {
            return false;
        }
        // "was sentenced in a case [that shook the town]"
        if article && last.is(words::NEEDS_MORE) && next.is_some_and(|n| n.is(words::RELATIVES) || n.lower == "that") {
            return false;
        }
        // "called on the council [to]"
        let calls = |at: usize| {
            matches!(self.lower(at), "on" | "upon")
                && at > 0
                && matches!(self.lower(at - 1), "call" | "called" | "calling" | "calls")
        };
        if next.is_some_and(|n| n.lower == "to") && (cut.saturating_sub(8)..cut).any(calls) {
            return false;
        }
        // "will write and direct [two films]"
        let verbs = last.is(words::PRESENTS) && cut > 2 && self.is(cut - 3, words::PRESENTS);
        if verbs && !comma && self.is(cut - 2, words::COORDINATORS) {
            return false;
        }
        // "to their Quern[, New Holm, home]", "instead of the normal [in flight meal]", but "for the homeless of"
        // "on the lawn of a Quern[, New Holm, home]"
        let names = (0..cut).rev().take_while(|&i| self.tokens[i].name).count();
        let before = cut.checked_sub(names + 1).filter(|_| names > 0);
        let article = before.is_some_and(|at| matches!(self.lower(at), "a" | "an"));
        let owned = last.name
            && (article || cut > 1 && self.is(cut - 2, words::POSSESSIVES))
            && next.is_some_and(|n| n.kind == Kind::Comma);
        let described = cut > 1
            && self.lower(cut - 2) == "the"
            && !last.name
            && part_of(last.lower) == Some(Part::Adjective)
            && next.is_some_and(|n| n.wordy());
        let people = "dead deaf disabled elderly homeless jobless poor rich sick unemployed wealthy wounded young";
        if owned || described && !lists(people, last.lower) {
            return false;
        }
        // "was arrested last night"
        if matches!(last.lower, "last" | "next") && !comma {
            return false;
        }
        // "more than a century after it was found"
        let measures =
            last.is(words::QUANTITIES) || last.is(words::PERIODS) || matches!(last.lower, "century" | "decade");
        if measures && next.is_some_and(|n| matches!(n.lower, "after" | "before" | "ago" | "later" | "earlier")) {
            return false;
        }
        // "was shot yesterday, allegedly", "are lost, probably [because of ..]"
        let adverb = last.lower.ends_with("ly") && !last.name || last.is(words::ADVERBS);
        if adverb && cut > 1 && self.kind(cut - 2) == Some(Kind::Comma) {
            return false;
        }
        // "and then --": whatever came then is lost.
        if last.lower == "then"
            && cut > 1
            && (self.is(cut - 2, words::COORDINATORS) || self.kind(cut - 2) == Some(Kind::Comma))
        {
            return false;
        }
        if last.number() && next.is_some_and(|n| n.is(words::COORDINATORS)) {
            return false;
        }
        let subject = || self.finite(cut + 1) || self.finite(cut + 2);
        if next.is_some_and(|n| matches!(n.lower, "of" | "than") || n.lower == "that" && !subject()) {
            return false;
        }
        if last.name && next.is_some_and(|n| n.name && n.wordy()) {
            return false;
        }
        if next.is_some_and(|next| self.asks_for(cut, next)) {
            return false;
        }
        // "talks of his eleven years [on the ferry]"
        if last.is(words::QUANTITIES) && cut > 2 && self.is(cut - 3, words::POSSESSIVES) && !comma {
            return false;
        }
        // "moved his four-year[, anti-war performance]"
        if MEASURES.iter().any(|ending| last.lower.ends_with(ending)) {
            return false;
        }
        match self.verbs[cut - 1] {
            // ", officials said [on Wednesday]"
            Verb::Finite if self.ends_attribution(cut - 1) => true,
            Verb::Finite => {
                comma && !last.is(words::SAYINGS) && !last.is(words::BE_FORMS) && !last.is(words::HAVE_FORMS)
            }
            Verb::Participle => {
                let passive = (cut.saturating_sub(4)..cut - 1).any(|i| self.is(i, words::PASSIVE_HELPERS));
                let full = comma
                    || last.is(words::COMPLETED)
                    || next.is_some_and(|n| n.is(words::CLAUSE_TAILS) && n.lower != "as");
                passive && full && !last.is(words::TRANSFERS) && !last.is(words::REDUCED)
            }
            Verb::No => comma || !gerund(last),
        }
    }

    /// Whether the word before `cut` asks for the phrase that begins there, or the verb behind whose object it is.
    pub(super) fn asks_for(&self, cut: usize, next: &Token<'_>) -> bool {
        /// How far behind its verb an object may end.
        const OBJECT: usize = 6;
        let Some(phrase) = complements::opened_by(next.lower) else {
            return (next.is(words::RELATIVES) || self.is(cut + 1, words::RELATIVES))
                && complements::asks(self.lower(cut - 1), complements::NOUN);
        };
        let near = (cut.saturating_sub(OBJECT)..cut).rev().take_while(|&i| self.tokens[i].wordy());
        let relative = self.is(cut + 1, words::RELATIVES);
        complements::asks(self.lower(cut - 1), phrase.of_noun | if relative { complements::NOUN } else { 0 })
            || phrase.of_verb != 0
                && near.into_iter().any(|i| !self.tokens[i].name && complements::asks(self.lower(i), phrase.of_verb))
    }

    /// Whether the verb at `at` says who said what stands before it, `, officials said`, and only when and where follows.
    pub(super) fn ends_attribution(&self, at: usize) -> bool {
        const SUBJECT: usize = 12;
        let all = self.tokens.len();
        let phrase = || {
            let plain = |i: usize| self.tokens[i].wordy() && !self.tokens[i].quoted && !self.opens_clause(i);
            let opens = self.is(at + 1, words::PREPOSITIONS) && !matches!(self.lower(at + 1), "about" | "of" | "to");
            opens && (at + 1..all).all(|i| plain(i) && self.verbs[i] == Verb::No)
        };
        let comma = (at.saturating_sub(SUBJECT)..at).rev().find(|&i| self.kind(i) == Some(Kind::Comma));
        self.is(at, words::NEUTRAL_SAYINGS)
            && (self.time_end(at + 1) == Some(all) || phrase())
            && comma.is_some_and(|comma| {
                let plain = |i: usize| self.verbs[i] != Verb::Finite && !self.opens_clause(i);
                at > comma + 1 && self.main_verb_before(comma).is_some() && (comma + 1..at).all(plain)
            })
    }

    /// Whether the kept tokens make a line that can stand alone. `kept` is in order and not empty.
    pub(super) fn stands(&self, kept: &[usize]) -> bool {
        let (Some(&first), Some(&last)) = (kept.first(), kept.last()) else { return false };
        let words = kept.iter().filter(|&&i| self.tokens[i].wordy()).count();
        words >= self.fewest(kept)
            && self.main_verb(kept.iter().copied()).is_some()
            && self.begins_well(kept, first)
            && (last + 1 == self.tokens.len() || self.may_end(last + 1))
            && self.pairs_complete(kept)
            && self.says_something(kept)
            && self.relatives_have_verbs(kept)
            && self.clauses_end(kept)
            && self.junctions_hold(kept)
            && self.series_complete(kept, last)
            && self.colon_says(kept)
    }

    /// Whether a clause behind a colon has kept its verb: `It is a rite: the police[, as well as .., paid]`.
    fn colon_says(&self, kept: &[usize]) -> bool {
        let Some(colon) = kept.iter().position(|&i| self.kind(i) == Some(Kind::Colon)) else { return true };
        let verb = |i: usize| self.finite(i);
        // "the film Quern: Living in a Mill": a title.
        let next = kept[colon] + 1;
        if !self.is(next, words::DETERMINERS) && !self.is(next, words::SUBJECT_PRONOUNS) {
            return true;
        }
        let had = (kept[colon] + 1..self.tokens.len()).any(verb);
        !had || colon + 1 == kept.len() || kept[colon..].iter().any(|&i| verb(i))
    }

    /// How few words a line may have: of a long sentence a subject and a bare verb tell only that something happened, *A man
    /// was killed*, *The owner spoke out*.
    fn fewest(&self, kept: &[usize]) -> usize {
        let Some(&last) = kept.last() else { return 0 };
        let cut = last + 1 < self.tokens.len();
        let long = || self.tokens.iter().filter(|t| t.wordy()).count() >= 16;
        let particle = matches!(self.lower(last), "up" | "out" | "off" | "down" | "over" | "yesterday" | "today");
        if cut && (self.verbs[last] != Verb::No || particle) && long() { 8 } else { 5 }
    }

    /// Whether the line does not end within a series of clauses or verbs: `A sat down, B stood up[, and C left]`.
    fn series_complete(&self, kept: &[usize], last: usize) -> bool {
        // "went years ago but her legacy": what it did is lost.
        let but = kept.iter().rposition(|&i| self.lower(i) == "but" && i > 0 && !self.denies(0, i));
        if last + 1 < self.tokens.len()
            && but.is_some_and(|at| at > 0 && !kept[at..].iter().any(|&i| self.verbs[i] != Verb::No))
        {
            return false;
        }
        // "found her, stabbed him [in the chest, and fled]"
        let commas = || kept.iter().copied().filter(|&i| self.kind(i) == Some(Kind::Comma));
        let second = commas().next().filter(|&comma| self.finite(comma + 1) && commas().count() == 1);
        if second.is_some_and(|comma| {
            self.main_verb_before(comma).is_some()
                && last + 1 < self.tokens.len()
                && !kept.iter().any(|&i| i > comma && matches!(self.lower(i), "and" | "or"))
        }) {
            return false;
        }
        let next = last + 1 + usize::from(self.kind(last + 1) == Some(Kind::Comma));
        if !matches!(self.lower(next), "and" | "or") {
            return true;
        }
        let Some(main) = self.main_verb(kept.iter().copied()) else { return true };
        let Some(&comma) = kept.iter().rfind(|&&i| self.kind(i) == Some(Kind::Comma)) else { return true };
        // "A mob that beat her, burned her[, and fled]": what looks like the verb may be one of the series.
        if comma + 1 < main {
            return true;
        }
        let inside = || kept.iter().copied().filter(|&i| i > comma);
        let clause = self.opens_clause(comma + 1) || self.is(comma + 1, words::PREPOSITIONS);
        let verb = inside().take(4).any(|i| self.finite(i) || past_or_participle(&self.tokens[i]));
        clause || !verb || inside().any(|i| matches!(self.lower(i), "and" | "or"))
    }

    fn begins_well(&self, kept: &[usize], first: usize) -> bool {
        let token = &self.tokens[first];
        if token.is(words::COORDINATORS)
            || token.is(words::RELATIVES)
            || matches!(token.lower, "of" | "that" | "than") && first > 0
        {
            return false;
        }
        // "By the time she read it": a clause opens there.
        // "Just when nobody hoped any more"
        let closely = matches!(token.lower, "especially" | "even" | "just" | "only");
        let subordinate = token.is(words::SUBORDINATORS)
            || closely && self.is(first + 1, words::SUBORDINATORS)
            || matches!(token.lower, "by" | "at") && self.lower(first + 1) == "the" && self.lower(first + 2) == "time"
            || matches!(token.lower, "each" | "every") && self.lower(first + 1) == "time";
        let opener = subordinate || token.is(words::PREPOSITIONS) || gerund(token);
        if !opener {
            return true;
        }
        // "When Ina Holm, the keeper, took over": the verb is that of the clause.
        let mut verbs = kept.iter().filter(|&&i| self.finite(i));
        let (earliest, latest) = (verbs.next(), verbs.next_back());
        let apart = earliest.zip(latest).is_some_and(|(one, other)| one + 1 < *other);
        if !apart && matches!(token.lower, "although" | "because" | "though" | "when" | "whenever") {
            return false;
        }
        // An opening phrase needs its comma and a verb after it.
        let comma = kept.iter().position(|&i| self.tokens[i].kind == Kind::Comma);
        match comma {
            Some(at) if kept[at..].iter().any(|&i| self.finite(i)) => true,
            // "In Rome a crowd gathered": no comma was there to lose.
            _ => {
                !subordinate
                    && self.main_verb(kept.iter().copied()).is_some_and(|verb| {
                        // A form in -ed before a lost comma may be a participle: "In a place used to storms, ..".
                        let lost = (verb..self.tokens.len().min(verb + 14))
                            .any(|i| self.kind(i) == Some(Kind::Comma) && kept.binary_search(&i).is_err());
                        let unsure = lost && past_or_participle(&self.tokens[verb]);
                        !unsure
                            && !self.tokens[first..verb].iter().any(|t| t.kind == Kind::Comma)
                            && kept.iter().take_while(|&&i| i < verb).count() == verb - first
                    })
            }
        }
    }

    fn pairs_complete(&self, kept: &[usize]) -> bool {
        let quotes = kept.iter().filter(|&&i| self.tokens[i].kind == Kind::Quote).count();
        let dashes = kept.iter().filter(|&&i| self.tokens[i].kind == Kind::Dash).count();
        let all_dashes = self.tokens.iter().filter(|t| t.kind == Kind::Dash).count();
        let torn = kept.last().is_some_and(|&last| last + 1 < self.tokens.len());
        if quotes % 2 == 1 || (dashes % 2 == 1 && (all_dashes != dashes || torn)) {
            return false;
        }
        let holds = |i: usize| kept.binary_search(&i).is_ok();
        kept.iter().all(|&i| {
            let partner: &[&str] = match self.lower(i) {
                "between" | "both" => &["and"],
                "either" | "whether" => &["or"],
                "neither" => &["nor"],
                "more" | "less" | "fewer" | "rather" | "better" | "worse" | "higher" | "lower" | "larger"
                | "greater" | "other" => &["than"],
                "such" | "so" => &["that", "as"],
                "from" => &["to"],
                "same" | "as" => &["as"],
                "only" => &["but"],
                "charged" => &["with"],
                "linked" => &["to"],
                "accuse" | "accused" | "accuses" | "accusing" | "convicted" => &["of"],
                _ => return true,
            };
            let stop = self.tokens.len().min(i + 10);
            (i + 1..stop)
                .find(|&j| partner.contains(&self.lower(j)))
                .is_none_or(|j| holds(j) && (holds(j + 1) || j + 1 == self.tokens.len()))
        })
    }

    fn says_something(&self, kept: &[usize]) -> bool {
        let Some(at) = kept.iter().rposition(|&i| self.finite(i)) else { return false };
        let verb = &self.tokens[kept[at]];
        let Some(&next) = kept.get(at + 1) else {
            return !verb.is(words::SAYINGS) || kept[at] + 1 == self.tokens.len() || self.ends_attribution(kept[at]);
        };
        let cut = kept.last().is_some_and(|&last| last + 1 < self.tokens.len());
        // "is, as the paper puts it[, a feast]"
        let aside = |i: usize| self.is(i, words::BE_FORMS) && self.kind(i + 1) == Some(Kind::Comma);
        if let Some(at) = kept.iter().position(|&i| aside(i)) {
            let commas = kept[at..].iter().filter(|&&i| self.kind(i) == Some(Kind::Comma)).count();
            if commas == 1 && kept.contains(&(kept[at] + 1)) {
                return false;
            }
        }
        // A copula keeps what it says of its subject.
        let light = |i: &usize| {
            self.is(*i, words::ADVERBS) || self.lower(*i).ends_with("ly") || matches!(self.lower(*i), "of" | "course")
        };
        if verb.is(words::BE_FORMS) && kept[at + 1..].iter().all(light) {
            return false;
        }
        // "assured the president": of what?
        const TELL: &str =
            "assure assured assures convinced inform informed persuaded remind reminded tell tells told warn warned";
        let hearer = lists(TELL, verb.lower)
            && kept[at + 1..].iter().all(|&i| self.tokens[i].wordy() && !self.is(i, words::PREPOSITIONS));
        if cut
            && hearer
            && kept.last().is_some_and(|&last| {
                matches!(self.lower(last + 1), "that" | "to" | "of" | "about" | "during" | "on" | "in")
            })
        {
            return false;
        }
        let empty =
            self.is(next, words::PREPOSITIONS) || self.is(next, words::WEEKDAYS) || self.is(next, words::DEICTIC_DAYS);
        !(cut && verb.is(words::SAYINGS) && empty)
    }

    fn relatives_have_verbs(&self, kept: &[usize]) -> bool {
        let verbs_from = |at: usize| kept[at..].iter().filter(|&&j| self.finite(j)).count();
        kept.iter().enumerate().all(|(at, &i)| {
            // "and while .." opens two clauses at once.
            let double = self.opens_clause(i)
                && self.lower(i) != "that"
                && at > 0
                && matches!(self.lower(kept[at - 1]), "and" | "but" | "that");
            !self.opens_clause(i) || verbs_from(at) > usize::from(double && !self.is(i, words::RELATIVES))
        })
    }

    /// Whether a clause that was begun has kept its verb, `because, unlike him[, she ..]`, `of how mills[ .. work]`, and a list
    /// its end: `, from bread[ .. to cake]`.
    fn clauses_end(&self, kept: &[usize]) -> bool {
        let opener =
            |i: usize| self.is(i, words::SUBORDINATORS) || self.is(i, words::RELATIVES) || self.lower(i) == "how";
        let begun = |i: usize| {
            opener(i)
                && matches!(self.lower(i), "although" | "because" | "how" | "though" | "whereas" | "whether" | "why")
                && !matches!(self.lower(i + 1), "of" | "to")
        };
        let begun = kept.iter().rposition(|&i| begun(i)).unwrap_or(kept.len());
        let verb = |i: usize| self.finite(i);
        let lost = |at: usize| (kept[at]..self.tokens.len()).any(verb) && !kept[at..].iter().any(|&i| verb(i));
        let listed =
            kept.windows(2).rposition(|pair| self.kind(pair[0]) == Some(Kind::Comma) && self.lower(pair[1]) == "from");
        let last = kept.last().map_or(0, |last| last + 1);
        let open = |at: usize| {
            let mut rest = (last..self.tokens.len()).take_while(|&i| !verb(i) && self.kind(i) != Some(Kind::Comma));
            let ends = rest.any(|i| self.lower(i) == "to");
            ends && !kept[at..].iter().any(|&i| self.lower(i) == "to")
        };
        (begun == kept.len() || !lost(begun)) && !listed.is_some_and(open)
    }

    fn junctions_hold(&self, kept: &[usize]) -> bool {
        kept.windows(2).all(|pair| {
            let (before, after) = (pair[0], pair[1]);
            if before + 1 == after {
                return true;
            }
            let (left, right) = (&self.tokens[before], &self.tokens[after]);
            let article = match left.lower {
                "a" => !right.lower.starts_with(['a', 'e', 'i', 'o', 'u']),
                "an" => right.lower.starts_with(['a', 'e', 'i', 'o', 'u', 'h']),
                _ => true,
            };
            let noun_lost = left.is(words::DETERMINERS) && !right.wordy();
            let object_lost = left.is(words::PREPOSITIONS)
                && (right.is(words::PREPOSITIONS) || self.finite(after) || !right.wordy() && right.kind != Kind::Quote);
            let second_subject = left.wordy()
                && right.is(words::SUBJECT_PRONOUNS)
                && !right.is(words::RELATIVES)
                && !self.finite(before);
            let name_torn = left.name && right.name && left.wordy() && right.wordy();
            let number_torn =
                left.wordy() && left.number() && right.wordy() && !right.is(words::PREPOSITIONS) && !self.finite(after);
            article && !noun_lost && !object_lost && !second_subject && !name_torn && !number_torn
        })
    }
}

/// How words end that say how much of the noun behind them there is.
const MEASURES: [&str; 7] = ["-day", "-foot", "-hour", "-mile", "-month", "-week", "-year"];

fn dangles(last: &Token<'_>) -> bool {
    last.is(words::DANGLERS)
        || last.is(words::DETERMINERS)
            && !matches!(last.lower, "all" | "both" | "some" | "each" | "few" | "many" | "her")
        || last.is(words::PREPOSITIONS)
            && !matches!(last.lower, "up" | "out" | "off" | "down" | "over" | "inside" | "outside" | "around")
        || last.is(words::COORDINATORS)
        || last.is(words::SUBORDINATORS)
        || last.is(words::RELATIVES)
        || last.is(words::MODALS)
        || last.is(words::POSSESSIVES) && last.lower != "her"
        || last.is(words::SUBJECT_PRONOUNS) && !matches!(last.lower, "it" | "you" | "everyone" | "someone")
}

fn opens_clause(tokens: &[Token<'_>], verbs: &[Verb], at: usize) -> bool {
    let token = &tokens[at];
    if token.is(words::RELATIVES) {
        return true;
    }
    if token.lower == "that" {
        return at > 0 && !tokens[at - 1].is(words::PREPOSITIONS);
    }
    token.is(words::SUBORDINATORS) && clause_follows(tokens, verbs, at)
}
