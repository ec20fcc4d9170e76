//! The name that some words with capitals are, with what belongs to it before and behind; none where they are torn from a
//! title or say of what people something is.

use super::words::{PLACES, Words};
use summariser_core::document::{CAPITALISED, NUMBER, STOP_WORD};
use summariser_core::prelude::*;
use summariser_core::trim::may_be_noun;

/// A name may be completed up to so many words.
const NAME_WORDS: usize = 5;
/// How adjectives of peoples end: `Cuban`, `Israeli`.
const PEOPLES: [&str; 21] = [
    "ayan", "ntine", "aeli", "aqi", "audi", "bbean", "elsh", "ench", "erman", "ese", "ghan", "ian", "ican", "ish",
    "istani", "opean", "orean", "reek", "uban", "utch", "wiss",
];
/// Whose names may go on behind `for` and `of`.
const OFFICES: [&str; 22] = [
    "Academy",
    "Agency",
    "Association",
    "Authority",
    "Board",
    "Bureau",
    "Campaign",
    "Center",
    "Centre",
    "Coalition",
    "College",
    "Committee",
    "Council",
    "Department",
    "Federation",
    "Fund",
    "Institute",
    "Ministry",
    "Museum",
    "Office",
    "Society",
    "University",
];
/// What begins sentences before names, and is none of them.
const OPENERS: [&str; 19] = [
    "Ask",
    "Given",
    "Last",
    "Let",
    "Like",
    "Meet",
    "Meanwhile",
    "Mention",
    "Next",
    "Now",
    "Sadly",
    "See",
    "Tell",
    "Thank",
    "Today",
    "Tomorrow",
    "Tonight",
    "Watch",
    "Yesterday",
];
/// What is cut short before a full stop and no name: titles and months.
const ABBREVIATED: [&str; 31] = [
    "Apr", "Aug", "Capt", "Cmdr", "Col", "Cpl", "Dec", "Det", "Dr", "Feb", "Gen", "Gov", "Jan", "Jul", "Jun", "Lt",
    "Maj", "Mar", "Mr", "Mrs", "Nov", "Oct", "Prof", "Rep", "Rev", "Sen", "Sep", "Sept", "Sgt", "Supt", "Tues",
];
/// What names whom or what only with what stands behind its `of`.
const OF_WHAT: [&str; 27] = [
    "Archbishop",
    "Bank",
    "Battle",
    "Bay",
    "Bishop",
    "Church",
    "City",
    "Countess",
    "County",
    "Court",
    "Duchess",
    "Duke",
    "Earl",
    "Gulf",
    "Hall",
    "House",
    "Isle",
    "King",
    "Lord",
    "Prince",
    "Princess",
    "Queen",
    "Republic",
    "State",
    "Statue",
    "Strait",
    "Tower",
];
/// How names of agencies end whose own `and` divides them: `Customs and Border Protection`.
const AGENCY_ENDS: [&str; 8] =
    ["Administration", "Commission", "Control", "Enforcement", "Preservation", "Protection", "Rescue", "Safety"];
/// Names that end as verbs do.
const NAMES_IN_ED: [&str; 6] = ["Ahmed", "Allied", "Limited", "Mohamed", "Mohammed", "United"];
/// Whose departments and affairs are named behind `of`: `Chief of Patrol Bo Tarn`.
const OFFICERS: [&str; 6] = ["Chief", "Commissioner", "Director", "Head", "Minister", "Secretary"];
/// Forenames that other words look like.
const FORENAMES: [&str; 2] = ["May", "Will"];
/// What stands within names.
const LINKS: [&str; 12] = ["al", "bin", "da", "de", "del", "della", "di", "du", "el", "le", "van", "von"];

impl Words<'_, '_> {
    /// The name that the words `first..=last` are, with what belongs to it before and behind.
    pub(super) fn name(&self, first: usize, last: usize, span: Span) -> Option<Span> {
        // "a charity called Saris"
        if !self.is(first, CAPITALISED) && self.word(first).len() > 3 && !is_brand(self.word(first)) {
            return None;
        }
        let open = self.tail(last, span) == Some("");
        let from = self.first_of_name(first, last);
        if self.opens(from) || self.word(from) == "Yesterday" {
            return None;
        }
        let to = if open { self.last_of_name(from, last) } else { last };
        // "St. Mark's Place"
        let saint = self.word(from) == "St" && !open;
        if saint && self.is(last + 1, CAPITALISED) && self.gap(last) == " " {
            return Some(Span::new(self.span(from).start, self.span(last + 1).end));
        }
        // "Sam's Bakery": halves of its name.
        let owner = |word: usize| self.is_capital(word) && !self.is_plain(word) && self.gap(word) == " ";
        let owns = !open && from == last && owner(last) && self.is_capital(last + 1);
        if owns || from == to && from > 0 && owner(from - 1) {
            return None;
        }
        // "Bo Tarn of GG's": half of what he is of.
        if !open && (from..to).any(|word| self.word(word) == "of") {
            return None;
        }
        let (from, to) = self.allied(from, to, open)?;
        if self.is_half_of_name(from, to) || self.is_of_title(from, to) || self.is_no_name(from, to, open) {
            return None;
        }
        if (from, to) != (first, last) {
            let whole = self.bytes(from, to);
            let divided = (from..to).any(|word| self.word(word) == "and");
            let most = NAME_WORDS + 2 * usize::from(divided);
            return (to - from < most && self.is_plain(to)).then_some(whole);
        }
        Some(span)
    }

    /// The first word of the name that `first..=last` are part of.
    fn first_of_name(&self, first: usize, last: usize) -> usize {
        // "14th Street", "50 Shades of Grey"
        let counts = |word: &str| word.len() < 3 || is_ordinal(word);
        // "18 NSA specialists"
        let short = |word: usize| {
            self.word(word).bytes().all(|byte| byte.is_ascii_uppercase())
                && self.joined(word)
                && !self.is(word + 1, CAPITALISED | STOP_WORD)
        };
        // "I Love Lucy", "iPad Mini"
        let leads = |word: usize| {
            (self.belongs(word) && self.is(word, CAPITALISED) || is_brand(self.word(word))) && !self.opens(word)
                || FORENAMES.contains(&self.word(word)) && !self.begins(self.span(word).start)
                || self.is(word, NUMBER) && counts(self.word(word)) && !short(word + 1)
                || self.word(word) == "I"
        };
        let link = |word: usize| self.joined(word) && LINKS.contains(&self.word(word));
        // "Taraji P. Holm"
        let initial = |word: usize| {
            self.word(word).len() == 1
                && self.is(word, CAPITALISED)
                && self.gap(word) == ". "
                && word > 0
                && self.joined(word - 1)
                && leads(word - 1)
        };
        let mut from = first;
        if from > 0 && initial(from - 1) {
            from -= 2;
        }
        while from > 0 && self.joined(from - 1) {
            // "Vincent van Vilsteren"
            let linked = from > 1 && (link(from - 1) || link(from) && from == first) && self.joined(from - 2);
            from -= match from - 1 {
                before if leads(before) => 1,
                before if linked && link(before) && leads(before - 1) => 2,
                _ => break,
            };
        }
        // "The Independent"
        if from == last && from > 0 && self.word(from - 1) == "The" && self.joined(from - 1) {
            let article = self.span(from - 1).start;
            from -= usize::from(!self.begins(article) && !self.joined(last));
        }
        from
    }

    /// The last word of the name of which `first..=last` are the beginning.
    fn last_of_name(&self, first: usize, last: usize) -> usize {
        // "Tour de France"
        let linked = |word: usize| self.joined(word) && LINKS.contains(&self.word(word)) && self.belongs(word + 1);
        // "Board for Historic Preservation"
        let office = |word: usize| {
            let before = self.word(word - 1);
            (OFFICES.contains(&before) && matches!(self.word(word), "for" | "of" | "on")
                || OF_WHAT.contains(&before) && self.word(word) == "of")
                && self.joined(word)
                && self.belongs(word + 1)
        };
        // "Customs and Border Protection"
        let partner = |word: usize| {
            AGENCY_ENDS.iter().any(|end| self.word(word + 1).ends_with(end) || self.word(word + 2).ends_with(end))
                && self.word(word) == "and"
                && self.joined(word)
                && self.belongs(word + 1)
        };
        // "Cinnamon Snail ORDER": a heading.
        let loud = |word: usize| {
            self.word(word).len() > 3
                && self.word(word).contains(char::is_uppercase)
                && !self.word(word).contains(char::is_lowercase)
        };
        // "Fruits and Vegetables", never one without the other
        let inseparable = |word: usize| {
            self.word(word) == "and"
                && self.joined(word)
                && self.is_capital(word + 1)
                && !self.is_capital(word + 2)
                && last > first
                && self.comes_again(first, word + 1)
                && self.times(first, last) == self.times(first, word + 1)
        };
        // "Flight of the Conchords"
        let of_the = |word: usize| self.joined(word) && self.word(word) == "of" && self.word(word + 1) == "the";
        let mut to = last;
        while self.joined(to) {
            to += match to + 1 {
                next if self.belongs(next) && loud(next) && !loud(to) => break,
                next if self.is_letter(next) => return to + 1,
                next if self.belongs(next) => 1,
                next if linked(next) || office(next) || partner(next) || inseparable(next) => 2,
                next if of_the(next) && self.joined(next + 1) && self.belongs(next + 2) => 3,
                _ => break,
            };
        }
        to
    }

    /// A name with its partner, `Barnes & Noble`; `None` where there are more than two of them.
    fn allied(&self, from: usize, to: usize, open: bool) -> Option<(usize, usize)> {
        let allied = |word: usize| self.is_plain(word) && self.gap(word) == " & " && self.is(word + 1, CAPITALISED);
        let last = if open && allied(to) { to + 1 } else { to };
        let first = from - usize::from(from > 0 && allied(from - 1) && self.is(from - 1, CAPITALISED));
        // "Marsh & Moor Partners"
        let more = last > to && self.joined(last) && self.is_capital(last + 1)
            || first < from && first > 0 && self.joined(first - 1) && self.is_capital(first - 1);
        (!more).then_some((first, last))
    }

    /// Whether what stands beside a name shows that it is half of one.
    fn is_half_of_name(&self, from: usize, to: usize) -> bool {
        let single = from == to;
        let before = from.checked_sub(1);
        let said = |word: Option<usize>| word.map_or("", |word| self.word(word));
        // "Heidi and Ina Holm"
        let paired = single
            && self.joined(to)
            && self.word(to + 1) == "and"
            && self.is_capital(to + 2)
            && self.is_capital(to + 3)
            && self.joined(to + 2);
        // "Mr. Bones"
        let addressed =
            single && before.is_some_and(|it| matches!(self.word(it), "Mr" | "Mrs" | "Ms") && self.gap(it) == ". ");
        // `Gordon "Matt" Holm`
        let called = single
            && before.is_some_and(|it| self.gap(it) == " \"")
            && self.gap(to) == "\" "
            && self.is_capital(to + 1);
        // "pre-World War II"
        let hyphened = before
            .filter(|it| self.joined(*it))
            .and_then(|it| self.word(it).split_once('-'))
            .is_some_and(|(_, end)| end.starts_with(char::is_uppercase));
        // "between 6th and 7th Avenues"
        let shared = is_ordinal(self.word(from)) && matches!(said(before), "and" | "or");
        // "Bo Tarn A tipster", "George W. Bush", but "Serie A title"
        let lettered = self.joined(to) && self.word(to + 1) == "A" || self.word(to).len() == 1 && !self.is_letter(to);
        // "Secretary of State Bo Tarn"
        let of_office = said(before) == "of" && OFFICERS.contains(&said(from.checked_sub(2)));
        // "Circle of Animals/Zodiac Heads"
        let divided = self.gap(to) == "/";
        paired
            || addressed
            || called
            || hyphened
            || shared
            || lettered
            || of_office
            || divided
            || self.is_beside_title(from, to)
    }

    /// Whether words with capitals name nobody and nothing: `Sept`, `Pearl Jam Tweeted`, `1 p.m. EST`, `a Cuban prison`.
    fn is_no_name(&self, from: usize, to: usize, open: bool) -> bool {
        let text = self.word(to);
        let verb = to > from && text.len() > 5 && text.ends_with("ed") && !NAMES_IN_ED.contains(&text);
        let zone = ["CET", "CST", "EDT", "EST", "GMT", "PDT", "PST"].contains(&text);
        // Of a people and not its name; "Sumatran", "Olympic" where a noun follows.
        let ends = |endings: &[&str]| endings.iter().any(|ending| text.ends_with(ending));
        let describes = open && self.joined(to) && !self.is(to + 1, STOP_WORD);
        let adjective = (from == to || describes) && ends(&PEOPLES) || describes && ends(&["an", "ic"]);
        // "ILLEGAL"
        let shouted = from == to && text.len() > 4 && !text.contains(char::is_lowercase) && {
            let small = text.to_lowercase();
            !may_be_noun(&small) || ["al", "ous", "ful", "ly"].iter().any(|ending| small.ends_with(ending))
        };
        verb || zone || adjective || shouted || from == to && text.ends_with("ern") || ABBREVIATED.contains(&text)
    }

    /// Whether a word may be one of a name.
    fn belongs(&self, word: usize) -> bool {
        // "Flight 370" and "Park 51", which comes again, but "Thailand 20 years ago"
        let number =
            || self.is(word, NUMBER) && (self.word(word).len() > 2 || word > 0 && self.comes_again(word - 1, word));
        (self.is(word, CAPITALISED) || number())
            && !self.is(word, STOP_WORD)
            && !matches!(self.word(word), "Hey" | "Oh")
    }

    /// How often some words stand in the text.
    fn times(&self, from: usize, to: usize) -> usize {
        let words = self.bytes(from, to).of(self.text).unwrap_or_default();
        self.text.matches(words).take(PLACES).count()
    }

    /// Whether some words come in the same row again.
    fn comes_again(&self, from: usize, to: usize) -> bool {
        self.times(from, to) > 1
    }

    fn is_capital(&self, word: usize) -> bool {
        self.is(word, CAPITALISED) && !self.is(word, STOP_WORD)
    }

    /// Whether a letter ends a name: `Serie A`, but `George W. Bush`.
    fn is_letter(&self, word: usize) -> bool {
        let text = self.word(word);
        text.len() == 1
            && text.starts_with(|c: char| c.is_ascii_uppercase() && c != 'I')
            && !self.gap(word).starts_with('.')
            && !(text == "A" && self.joined(word))
    }

    /// Whether a capital only begins a sentence: `Citing Quern police, the council ..`, `Yesterday Bo Tarn ..`.
    fn opens(&self, word: usize) -> bool {
        // "North Carolina"
        const PLACED: [&str; 9] = ["East", "Great", "Lower", "New", "North", "Saint", "South", "Upper", "West"];
        let text = self.word(word);
        let placed = PLACED.contains(&text) && self.joined(word) && self.is_capital(word + 1);
        !placed
            && (text.ends_with("ing") || OPENERS.contains(&text) || !may_be_noun(text))
            && self.begins(self.span(word).start)
    }

    /// Whether a word is what an office is called, of which nobody knows which.
    pub(super) fn is_office(&self, word: Span) -> bool {
        OFFICES.contains(&word.of(self.text).unwrap_or_default())
    }

    /// Whether some bytes are within a quotation that is a title, `Guess` of `"Guess Who's Coming to Dinner"`, and not all of
    /// it.
    fn is_quoted_title(&self, span: Span) -> bool {
        const FAR: usize = 80;
        const MARKS: [char; 3] = ['"', '“', '”'];
        let range = span.range();
        // Near alone, so that a long text without a mark is not looked through.
        let (mut from, mut to) = (range.start.saturating_sub(FAR), self.text.len().min(range.end + FAR));
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        while !self.text.is_char_boundary(to) {
            to -= 1;
        }
        let (before, behind) = (self.text.get(from..range.start), self.text.get(range.end..to));
        let (Some(before), Some(behind)) = (before, behind) else { return false };
        let line = self.paragraph(span.start).start as usize;
        let open = before.rfind(MARKS).map(|at| from + at).filter(|at| *at >= line);
        let (Some(open), Some(close)) = (open, behind.find(MARKS)) else { return false };
        let inside = self.text.get(open..range.end + close).unwrap_or_default().trim_start_matches(MARKS);
        // An opening mark has no space behind it, and a closing one none before it.
        let is_quotation = !inside.starts_with(char::is_whitespace) && !inside.ends_with(char::is_whitespace);
        let words = inside.split_whitespace().filter(|word| word.len() > 3);
        let capitals = words.clone().filter(|word| word.starts_with(char::is_uppercase)).count();
        let bare = inside.trim_end_matches([',', '.', '!', '?']);
        is_quotation && bare.len() > range.len() && capitals == words.count() && !bare.contains(['.', ';'])
    }

    /// Whether a name may be half of one that holds `on the` or its like: `Kids` and `Block` of `Kids on the Block`.
    fn is_beside_title(&self, from: usize, to: usize) -> bool {
        const WITHIN: [&str; 7] = ["against", "for", "from", "in", "of", "on", "with"];
        let link = |word: usize| {
            self.joined(word)
                && self.joined(word + 1)
                && WITHIN.contains(&self.word(word))
                && self.word(word + 1) == "the"
        };
        let name = |word: usize| self.is(word, CAPITALISED) && !self.is(word, STOP_WORD);
        let behind = self.joined(to) && link(to + 1) && name(to + 3);
        let before = from > 2 && link(from - 2) && self.joined(from - 3) && name(from - 3);
        behind || before
    }

    /// Whether some words with capitals are part of a title in which others have them too: `Aim` of `My Aim Is True`.
    fn is_of_title(&self, from: usize, to: usize) -> bool {
        let small = |word: usize| self.is(word, CAPITALISED) && self.is(word, STOP_WORD) && self.word(word).len() > 1;
        let article = |word: usize| matches!(self.word(word), "A" | "An" | "The");
        let before = from > 0 && self.joined(from - 1) && small(from - 1) && !article(from - 1);
        let opens = || from > 0 && self.begins(self.span(from - 1).start);
        let behind = self.joined(to) && small(to + 1);
        // "Centre for Constitutional Rights"
        let link = |word: usize| matches!(self.word(word), "for" | "of" | "on") && self.joined(word);
        let of_office = from > 1 && link(from - 1) && self.joined(from - 2) && OFFICES.contains(&self.word(from - 2));
        // "Beatles Revolver-era"
        let made =
            ["-based", "-born", "-created", "-era", "-esque", "-led", "-like", "-owned", "-run", "-style", "-type"];
        let describes = made.iter().any(|ending| self.word(to).ends_with(ending));
        before && !opens() || behind || of_office || describes || self.is_quoted_title(self.bytes(from, to))
    }
}

/// Whether a word is a name without a capital where others have it: `iPad`, `eBay`.
fn is_brand(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_lowercase) && letters.next().is_some_and(char::is_uppercase)
}

/// Whether a word is a number of a row: `14th`.
fn is_ordinal(word: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending))
}
