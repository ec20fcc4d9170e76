//! How badly a sentence would do as a headline as it stands: it points back, asks, speaks of itself or says too little.
//! Known before trimming, so that a caller can take another sentence instead.

use super::brackets;
use super::lead::Lead;
use super::plain;
use super::tokens::{Kind, Token};
use super::tongues::{lists, tongue};
use super::unspaced::has_unspaced;
use super::verbs::{Verb, gerund, has_finite, past_or_participle, verbs};
use super::words::{self, Class};
use crate::part_of_speech::part_of;

/// Calls before a sentence that say nothing.
const CALLS: &str = "anyway hello hey hi no oh ok okay so uh um well wow yeah yes";
/// What a sentence opens on that answers one before it, sets a scene or is no clause.
const PHRASES: [(&str, &str); 15] = [
    ("after", "all"),
    ("as", "always"),
    ("as", "usual"),
    ("at", "first"),
    ("by", "contrast"),
    ("for", "example"),
    ("for", "instance"),
    ("in", "addition"),
    ("in", "contrast"),
    ("in", "fact"),
    ("in", "short"),
    ("in", "turn"),
    ("of", "course"),
    ("that", "said"),
    ("turns", "out"),
];
/// Nouns that take up what was said, if nothing tells which one is meant.
const TAKING_UP: &str = "announcement arrest arrests attack baby blog boy building case child claim claims clip company couple crash deal decision discovery donations \
    encounter event exchange film firm game girl group idea incident investigation item letter magazine man match men message move news pair partnership party plan \
    post project proposal results ruling show shooting site song story study suspect suspects team three trio two tweet victim \
    victims video village woman women";

/// Forms that are verbs of their own.
const VERBS: Class = words::BE_FORMS.or(words::HAVE_FORMS).or(words::MODALS).or(words::PASTS);

/// What speaks more against a sentence than most does: it is no sentence, or what it speaks of was said before.
const GRAVE: f32 = 0.55;

/// How much speaks against a sentence as a headline: 0 is good, higher is worse.
pub(super) fn awkwardness(lead: &Lead<'_>) -> f32 {
    let (source, small, all, body) = (lead.source, lead.small, &lead.tokens, lead.body());
    let words: Vec<&Token<'_>> = body.iter().filter(|t| t.wordy()).collect();
    let Some(first) = words.first() else { return 1.0 };
    let mut penalty = 0.0;
    match body.first().map(|t| t.kind) {
        Some(Kind::Quote) => penalty += 0.2,
        Some(Kind::Open) => penalty += 0.5,
        _ => {}
    }
    if source.trim_end_matches(|c: char| !c.is_alphanumeric() && !"?？".contains(c)).ends_with(['?', '？']) {
        penalty += 0.4;
    }
    // A heading over a list, or a field such as "To:" and "From:".
    let field = body.get(1).is_some_and(|t| t.kind == Kind::Colon) && !source.trim_end().ends_with('.');
    if field || all.last().is_some_and(|t| t.kind == Kind::Colon) {
        penalty += 0.4;
    }
    // One half of a quotation stands in another sentence.
    if !brackets::balanced(source) {
        penalty += GRAVE;
    }
    // "#mill, #quern, #bread": labels of a page.
    if all.iter().filter(|t| t.text.starts_with('#')).count() > 2 {
        penalty += GRAVE;
    }
    let spaced = !has_unspaced(source);
    let stopped = source.trim_end().ends_with(['.', '!', '?', '"', '”', '»', '…']);
    // A line that names who took the picture.
    let agency = all.last().is_some_and(|t| t.kind == Kind::Close)
        && all.iter().rev().nth(1).is_some_and(|t| t.is(words::AGENCIES));
    let signed = agency || all.iter().any(|t| t.is(words::PICTURES) || t.lower.contains("/flickr"));
    if signed && !stopped && source.len() < 110 {
        penalty += 1.0;
    }
    if spaced && words.len() < 4 {
        penalty += 0.8;
    } else if spaced && words.len() < 5 {
        penalty += 0.4;
    } else if spaced && words.len() < 8 {
        penalty += 0.2;
    }
    let language = lead.language.as_str();
    if language != "en" {
        let head = first.lower.split('\'').next().unwrap_or_default();
        let points = lists(tongue(language).pointing, first.lower)
            || language == "fr" && first.lower.contains('\'') && matches!(head, "c" | "j" | "m" | "n");
        if !plain::has_verb(body, language) {
            penalty += 0.3;
        }
        let second = words.get(1).is_some_and(|t| lists(tongue(language).pointing, t.lower));
        return penalty + if points || second { 0.4 } else { 0.0 };
    }
    // "They've", and "Which is what he meant."
    let short = first.lower.split(['\'', '’']).next().unwrap_or_default();
    let pronoun = short.len() < first.lower.len() && matches!(short, "he" | "she" | "they" | "it");
    // "This year, ..", "This past Friday, ..", but "This was a good year".
    let past = words.get(1).is_some_and(|t| matches!(t.lower, "coming" | "past"));
    let period = matches!(first.lower, "this" | "these")
        && words.get(1 + usize::from(past)).is_some_and(|t| t.is(words::PERIODS) || t.is(words::WEEKDAYS));
    // "One of the ferries sank", "One keeper fell", but "One sank".
    let counts = first.lower == "one"
        && words.get(1).is_some_and(|t| {
            !t.is(VERBS) && !past_or_participle(t) && !t.is(words::ADVERBS) && !t.lower.ends_with("ly")
        });
    let says_which = period || counts;
    let clause = matches!(first.lower, "which" | "whose") && stopped && !source.trim_end().ends_with('?');
    if pronoun
        || clause
        || first.is(words::OPENING_PRONOUNS) && !says_which
        || first.is(words::CONNECTIVES)
        || matches!(first.lower, "there" | "here")
    {
        let person = pronoun && short != "it" || matches!(first.lower, "he" | "she" | "they" | "his" | "her" | "their");
        penalty += if person { GRAVE } else { 0.4 };
    }
    if words.get(1).is_some_and(|t| t.is(words::OPENING_PRONOUNS))
        && (first.is(words::CONNECTIVES) || first.is(words::SUBORDINATORS))
    {
        // "If it were easy, anybody could do it."
        penalty += if first.is(words::CONNECTIVES) { 0.2 } else { 0.4 };
    }
    if words.iter().any(|t| !t.quoted && t.is(words::FIRST_PERSON) && !matches!(t.text, "US" | "Us")) {
        penalty += 0.3;
    }
    // A narrator whom nobody knows.
    if words.iter().any(|t| !t.quoted && matches!(t.lower, "i" | "i'm" | "i've" | "i'd" | "i'll" | "my" | "me")) {
        penalty += GRAVE - 0.3;
    }
    // "Turns out the actor moved in next door." "After all, the law forbids it."
    let second = words.get(1).map_or("", |t| t.lower);
    if PHRASES.contains(&(first.lower, second)) {
        penalty += 0.4;
    }
    // "If you're looking for the mill, you won't have to search for long."
    if matches!(first.lower, "if" | "whether") && second.starts_with("you") {
        penalty += 0.2;
    }
    // "Two other men were there", "A different kind of race", "The film of that name": beside what was said before.
    let third = words.get(2).map_or("", |t| t.lower);
    let other = second == "other" && (first.number() || first.is(words::DETERMINERS));
    let different = matches!(first.lower, "a" | "an") && (second == "different" || third == "different");
    let that = body.windows(3).any(|t| {
        t[0].lower == "of" && t[1].lower == "that" && matches!(t[2].lower, "kind" | "name" | "size" | "sort" | "title")
    });
    // "Probably not, but a ferry, perhaps": an answer.
    let answer = second == "not" && body.get(2).is_some_and(|t| t.kind == Kind::Comma);
    if other || different || that || answer {
        penalty += 0.4;
    }
    // "Both of them hope so."
    let that = words.iter().take(4).any(|t| t.lower == "that's" && !t.quoted);
    if that || first.is(words::FIRST_PERSON) && !matches!(first.text, "US" | "Us") {
        penalty += 0.1;
    }
    // "At least that's the plan", "P.S. The slacks are on the way"
    if that && matches!(first.lower, "at" | "maybe" | "perhaps") || first.lower.starts_with("p.s") {
        penalty += 0.4;
    }
    if words.last().is_some_and(|t| matches!(t.lower, "so" | "too" | "this" | "that" | "either" | "otherwise")) {
        penalty += 0.4;
    }
    // What a page says around its text: "view fullscreen close".
    if !stopped && !first.quoted && first.text.starts_with(char::is_lowercase) {
        penalty += 0.6;
    }
    // A quotation without its speaker.
    if body.first().is_some_and(|t| t.quoted) && words.iter().all(|t| t.quoted) {
        penalty += 0.3;
    }
    if !has_verb(body) {
        penalty += if stopped { GRAVE } else { 0.6 };
    }
    // "The company was founded in 1985": which one?
    let stated = body.get(2).is_some_and(|t| t.is(VERBS) || past_or_participle(t));
    if stated && body[0].lower == "the" && means_what_was_said(body, 0, &[]) {
        penalty += GRAVE;
    }
    // "Bo Tarn: He leaves tomorrow", "Bo Tarn is pictured with"
    let captioned = body.windows(2).take(8).any(|pair| {
        pair[0].kind == Kind::Colon && pair[1].is(words::OPENING_PRONOUNS) && !pair[1].quoted
            || pair[0].is(words::BE_FORMS) && matches!(pair[1].lower, "pictured" | "photographed")
    });
    if captioned {
        penalty += 0.4;
    }
    // "Organisers say this is the largest rally", "this one is not only pretty"
    let this = |pair: &[Token<'_>]| {
        !pair[0].quoted && pair[0].lower == "this" && (pair[1].is(words::BE_FORMS) || pair[1].lower == "one")
    };
    // "Bo Tarn, right, is greeted by": who is where on a picture.
    let placed = |three: &[Token<'_>]| {
        let comma = |t: &Token<'_>| t.kind == Kind::Comma;
        comma(&three[0])
            && comma(&three[2])
            && matches!(three[1].lower, "center" | "centre" | "left" | "pictured" | "right")
    };
    if first.lower != "this" && body.windows(2).any(this) || body.windows(3).any(placed) {
        penalty += 0.4;
    }
    // "According to the council, that's the toll."
    let told = first.lower == "according";
    let rest = body.iter().position(|t| t.kind == Kind::Comma).and_then(|comma| body.get(comma + 1));
    if told && rest.is_some_and(|t| t.is(words::OPENING_PRONOUNS)) {
        penalty += 0.4;
    }
    // "From roars to laughs, it can turn any voice into a monster's", "A favourite of the rich, he was", but "In Rome, it is
    // forbidden to": behind a phrase without a name a pronoun means somebody else.
    let comma = body.iter().position(|t| t.kind == Kind::Comma);
    let refers = comma.is_some_and(|comma| {
        let person = |t: &Token<'_>| {
            matches!(t.lower, "he" | "she") || matches!(t.lower, "it" | "they") && first.is(words::PREPOSITIONS)
        };
        let pronoun = body.get(comma + 1).is_some_and(|t| person(t) && !t.quoted);
        let empty = body.get(comma + 1).is_some_and(|t| t.lower == "it")
            && body.get(comma + 2).is_some_and(|t| {
                t.is(words::BE_FORMS)
                    || matches!(t.lower, "appears" | "looks" | "looked" | "seemed" | "seems" | "takes" | "took")
            });
        let opening = &body[..comma];
        let clause = first.is(words::SUBORDINATORS) && has_finite(opening);
        pronoun && !empty && !clause && !opening.iter().any(|t| t.name)
    });
    // "Now Nora Vale aims to bring it back": nothing stands before that it could mean.
    let noun = |t: &Token<'_>| {
        t.kind == Kind::Word
            && !t.name
            && t.class == words::Class::default()
            && part_of(t.lower).is_none()
            && !gerund(t)
    };
    let it = body.iter().position(|t| t.lower == "it" && !t.quoted);
    let nothing = it.is_some_and(|at| {
        let subject = body.get(at + 1).is_some_and(|t| t.is(VERBS) || t.is(words::SAYINGS) || t.is(words::PRESENTS));
        at > 1
            && !subject
            && body[at - 1].lower != "put"
            && body[at - 1].kind == Kind::Word
            && !body[..at].iter().any(noun)
    });
    // "hundreds returned there": where, was said before.
    let there = body.windows(3).any(|t| {
        let verb = t[0].is(VERBS) || past_or_participle(&t[0]) || t[0].lower == "from";
        t[1].lower == "there" && !t[1].quoted && verb && !t[0].is(words::BE_FORMS) && !t[2].is(VERBS)
    });
    if refers || nothing || there {
        penalty += GRAVE;
    }
    // "Because they crashed a wedding." is half a sentence.
    let half = matches!(first.lower, "although" | "because" | "since" | "unless" | "whereas" | "while");
    if half && !body.iter().any(|t| t.kind == Kind::Comma) {
        penalty += 0.5;
    }
    if !first.is(words::OPENING_PRONOUNS) && points_back(body) {
        penalty += 0.4;
    }
    if first.is(words::COMMANDS) {
        penalty += 0.4;
    }
    if speaks_of_page(small) {
        penalty += 0.3;
    }
    let called = body.get(1).is_some_and(|t| t.kind == Kind::Comma) || matches!(first.lower, "oh" | "wow" | "hey");
    if lists(CALLS, first.lower) && called || body.first().is_some_and(|t| t.text.starts_with('@')) {
        penalty += 0.4;
    }
    if starts_with_credit(body) {
        penalty += 0.5;
    }
    penalty
}

/// Whether who took a picture is glued to the sentence: `Photo by Ann Lee Today the bridge ..`, `Ann Lee (NYPD) Cops ..`.
fn starts_with_credit(body: &[Token<'_>]) -> bool {
    const PICTURES: &str = "aerial image photo photograph photos picture screengrab screenshot";
    let taken = body.first().is_some_and(|t| lists(PICTURES, t.lower))
        && body.get(1).is_some_and(|t| matches!(t.lower, "by" | "via" | "from"));
    let names = body.iter().take(4).take_while(|t| t.wordy() && t.text.starts_with(char::is_uppercase)).count();
    let agency = (2..4).contains(&names)
        && body.get(names..names + 4).is_some_and(|next| {
            let capitals = next[1].text.len() > 1 && next[1].text.chars().all(char::is_uppercase);
            let apart = next[3].wordy() && next[3].text.starts_with(char::is_uppercase);
            next[0].kind == Kind::Open && next[2].kind == Kind::Close && capitals && apart
        });
    taken || agency
}

/// Whether the sentence speaks of the page that it stands on. One pass by first letters, since hardly any does.
fn speaks_of_page(small: &str) -> bool {
    const PHRASES: [&[u8]; 7] = [b"sign up", b"click", b"newsletter", b"above", b"below", b"photo via", b"photo by"];
    let bytes = small.as_bytes();
    bytes.windows(2).enumerate().any(|(at, pair)| {
        matches!(pair, b"si" | b"cl" | b"ne" | b"ab" | b"be" | b"ph")
            && PHRASES.iter().any(|phrase| bytes[at..].starts_with(phrase))
    })
}

/// Whether a finite verb is in the sentence, or a word that may be one: the plural present looks like a noun.
fn has_verb(body: &[Token<'_>]) -> bool {
    let may_be = |pair: &[Token<'_>]| {
        let word = pair[1].lower;
        let form = words::holds(words::PRESENTS, word)
            || word.strip_suffix('s').is_some_and(|stem| words::holds(words::PRESENTS, stem));
        let noun = pair[0].is(words::DETERMINERS) || pair[0].is(words::PREPOSITIONS) || pair[0].possessive();
        form && pair[0].wordy() && !pair[1].name && !noun
    };
    has_finite(body) || body.windows(2).any(may_be)
}

/// Whether the first personal pronoun stands before anything that it could mean: `On his way out, he saw ..`. One in a
/// leading phrase may mean the subject behind its comma: `In his first speech, the mayor ..`.
fn points_back(body: &[Token<'_>]) -> bool {
    let personal = |t: &Token<'_>| {
        !t.quoted && (t.is(words::OPENING_PRONOUNS) || t.is(words::POSSESSIVES)) && words::PERSONAL.contains(&t.lower)
    };
    let Some(at) = body.iter().position(personal) else { return false };
    let dated = |t: &Token<'_>| t.is(words::WEEKDAYS) || t.is(words::MONTHS);
    let meant = |t: &Token<'_>| {
        t.name && !dated(t)
            || t.kind == Kind::Word && t.class == words::Class::default() && !t.lower.ends_with("ly")
            || t.is(words::SOURCES)
    };
    // Behind a leading phrase a person needs a name in it: "In a meeting in May, he said".
    let opened = body[0].is(words::PREPOSITIONS) || body[0].is(words::SUBORDINATORS);
    let person = opened
        && at > 0
        && body[at - 1].kind == Kind::Comma
        && matches!(body[at].lower, "he" | "she" | "they")
        && !body[1..at].iter().any(|t| t.name && !t.is(words::WEEKDAYS) && !t.is(words::MONTHS));
    if !person && body[..at].iter().any(meant) {
        return false;
    }
    let comma = body.iter().position(|t| t.kind == Kind::Comma).filter(|&comma| comma > at);
    let subject = comma.and_then(|comma| body.get(comma + 1));
    !subject.is_some_and(|t| t.name || t.number() || t.is(words::DETERMINERS) && !t.is(words::POSSESSIVES) || meant(t))
}

/// Whether an English line means something by a pronoun that is not in it, as what named it may have been deleted: `Sarah,
/// who owns two studios, created them` may have become `Sarah created them`.
pub(super) fn points_away(line: &[Token<'_>]) -> bool {
    let subject = |t: &Token<'_>| !t.quoted && matches!(t.lower, "he" | "she" | "they" | "it");
    // "Tired of tarts, he baked": who was tired is not said before.
    let opened =
        line.first().is_some_and(|t| t.lower == "to" || t.lower == "tired" || past_or_participle(t) || gerund(t));
    let comma = line.iter().position(|t| t.kind == Kind::Comma);
    let told_by = comma.and_then(|comma| line.get(comma + 1)).is_some_and(subject);
    // "Sarah created them"
    let object = line.iter().position(|t| !t.quoted && t.lower == "them");
    let alone = |at: usize| {
        let verbs = verbs(&line[..at]);
        let first = verbs.iter().position(|verb| *verb == Verb::Finite);
        let several = |t: &Token<'_>| t.is(words::COORDINATORS) || t.lower.ends_with('s') && !t.possessive() && !t.name;
        first.is_some_and(|verb| verb + 1 == at) && !line[..at].iter().any(several)
    };
    // "asked on this page", but "this year's survey"
    let period = |word: &str| {
        let class = words::class_of(word.trim_end_matches("'s").trim_end_matches("’s"));
        class.meets(words::PERIODS) || class.meets(words::MONTHS)
    };
    let this = |pair: &[Token<'_>]| {
        let noun = &pair[1];
        !pair[0].quoted
            && matches!(pair[0].lower, "this" | "these")
            && noun.kind == Kind::Word
            && !period(noun.lower)
            && !noun.is(words::CLOSED)
            && !noun.is(words::ADVERBS)
            && !matches!(noun.lower, "days" | "holiday" | "past" | "coming")
    };
    opened && told_by || points_back(line) || object.is_some_and(alone) || line.windows(2).any(this)
}

/// How much more speaks against an English sentence that is not the first one of its text, `before` being those that are
/// before it.
pub(super) fn hanging(body: &[Token<'_>], before: &[&[Token<'_>]]) -> f32 {
    let Some(mut at) = body.iter().position(Token::wordy) else { return 0.0 };
    // "For years, the great swimmer": what the sentence is about stands behind its leading phrase.
    if body[at].is(words::PREPOSITIONS)
        && let Some(comma) =
            body.iter().take(14).position(|t| t.kind == Kind::Comma).filter(|&comma| comma + 1 < body.len())
    {
        at = comma + 1;
    }
    let definite = matches!(body[at].lower, "the" | "this" | "these" | "those" | "both" | "another" | "all" | "other");
    // A name within the first noun phrase tells which one is meant.
    let phrase = body[at + 1..].iter().take_while(|t| t.wordy() && !t.is(VERBS)).take(6);
    // "The world's first airport for pets" is the only one there is.
    let sole = |t: &Token<'_>| {
        matches!(t.lower, "world's" | "world’s" | "nation's" | "country's" | "city's" | "first" | "only" | "last")
    };
    let subject = definite && !phrase.clone().any(|t| t.name || t.year() || sole(t));
    // "He was there all along, she said": who she is was said before.
    let told = body.iter().rev().filter(|t| t.wordy()).take(2).map(|t| t.lower).collect::<Vec<_>>();
    let teller = matches!(told[..], ["said" | "says" | "added" | "wrote" | "recalled", "he" | "she" | "they" | "it"]);
    let means = (0..body.len()).any(|at| means_what_was_said(body, at, before));
    // "is also against the bridge"
    let also = body.iter().take(8).any(|t| t.lower == "also" && !t.quoted);
    // "Most of those killed were strangers"
    let those = body.windows(2).any(|pair| pair[0].lower == "those" && past_or_participle(&pair[1]) && !pair[0].quoted);
    let pictured = before.first().is_some_and(|lead| is_caption(body, lead));
    if subject
        || teller
        || means
        || also
        || those
        || pictured
        || means_another(body)
        || goes_back(body)
        || compares(body)
    {
        return POINTING;
    }
    // Papers call people by their surnames too.
    if known_by_surname(body, before) { 0.3 } else { 0.0 }
}

/// Whether a sentence tells in the present what somebody does on a picture, `Bo Tarn leaves the mill in May`, among others
/// that tell what was.
fn is_caption(body: &[Token<'_>], lead: &[Token<'_>]) -> bool {
    let main = |tokens: &[Token<'_>]| verbs(tokens).iter().position(|verb| *verb == Verb::Finite);
    let acts =
        |t: &Token<'_>| t.lower.ends_with('s') && !t.is(VERBS) && !t.is(words::SAYINGS) && !t.is(words::THINKINGS);
    let named =
        body.first().is_some_and(|t| t.text.starts_with(char::is_uppercase)) && body.get(1).is_some_and(|t| t.name);
    let was = |t: &Token<'_>| t.is(words::PASTS) || past_or_participle(t) || matches!(t.lower, "was" | "were" | "had");
    named && main(body).is_some_and(|at| acts(&body[at])) && main(lead).is_some_and(|at| was(&lead[at]))
}

/// Whether a pronoun is the object of a sentence that has named nothing but its subject: `Katy Ma sees it differently`.
fn means_another(body: &[Token<'_>]) -> bool {
    let object = |t: &Token<'_>| !t.quoted && matches!(t.lower, "it" | "them" | "him" | "her" | "theirs" | "his");
    let Some(at) = body.iter().position(object).filter(|&at| at > 0) else { return false };
    let other = |t: &Token<'_>| {
        matches!(t.kind, Kind::Comma | Kind::Dash | Kind::Semicolon | Kind::Colon)
            || t.is(words::PREPOSITIONS)
            || t.is(words::COORDINATORS)
            || t.is(words::SUBORDINATORS)
    };
    // "her sister" is somebody's, of whom a name may have told; "made it clear" means nothing.
    let owner = matches!(body[at].lower, "her" | "his") && body.get(at + 1).is_some_and(Token::wordy);
    let empty =
        matches!(body[at - 1].lower, "make" | "makes" | "made" | "find" | "finds" | "found" | "is" | "was" | "take")
            && body[at].lower == "it";
    !owner && !empty && !body[..at].iter().any(other) && has_verb(&body[..at])
}

/// Whether it tells what had happened before, or that there is something, nobody knows where.
fn goes_back(body: &[Token<'_>]) -> bool {
    let main = body.iter().position(|t| t.is(words::HAVE_FORMS) || t.is(words::BE_FORMS) || t.is(words::PASTS));
    let Some(main) = main else { return false };
    let before = |back: usize| main.checked_sub(back).and_then(|at| body.get(at));
    let had = body[main].lower == "had"
        && body.get(main + 1).is_some_and(|t| t.is(words::PARTICIPLES) || t.lower.ends_with("ed"));
    let there = body[main].is(words::BE_FORMS) && before(1).is_some_and(|t| t.lower == "there");
    had || there
}

/// Whether it compares with what was said: `by far the most vocal critic was ..`, `the same opposition`, `another one`.
fn compares(body: &[Token<'_>]) -> bool {
    (1..body.len()).any(|at| {
        let t = &body[at];
        let of_all = |from: usize| {
            let told = |t: &Token<'_>| {
                t.name
                    || t.possessive()
                    || matches!(t.lower, "of" | "in" | "ever" | "since" | "that" | "who" | "for" | "on")
            };
            body[from..].iter().take(6).take_while(|t| t.wordy() && !t.is(words::BE_FORMS)).any(told)
        };
        let article = body[at - 1].lower == "the" && !t.quoted && (at < 2 || body[at - 2].lower != "of");
        article
            && (t.lower == "same"
                || matches!(t.lower, "most" | "least" | "other" | "latter" | "former") && !of_all(at + 1))
    })
}

/// More than what a line may have that is preferred to key phrases.
const POINTING: f32 = 0.4;

/// Whether a person has only a surname here, whose whole name stands before: `Ann Trenholm .. Trenholm told reporters`.
fn known_by_surname(body: &[Token<'_>], before: &[&[Token<'_>]]) -> bool {
    let capital = |t: &Token<'_>| t.kind == Kind::Word && t.text.starts_with(char::is_uppercase);
    // The first word has a capital anyway, and is a name if it can be nothing else.
    let named = |tokens: &[Token<'_>], at: usize| {
        let t = &tokens[at];
        capital(t) && !t.quoted && (t.name || at == 0 && t.class == words::Class::default())
    };
    let whole = |name: &str| {
        let ends = |tokens: &&[Token<'_>]| {
            (1..tokens.len()).any(|at| tokens[at].text == name && tokens[at].name && named(tokens, at - 1))
        };
        before.iter().any(ends)
    };
    (0..body.len()).any(|at| {
        let alone = (at == 0 || !capital(&body[at - 1])) && body.get(at + 1).is_none_or(|next| !capital(next));
        alone && named(body, at) && whole(body[at].text)
    })
}

/// Whether `the move` at `at` means something that was said before: nothing tells which one, and the word was there, or is
/// one of those that take up what was said.
fn means_what_was_said(body: &[Token<'_>], at: usize, before: &[&[Token<'_>]]) -> bool {
    let [article, next] = [body.get(at), body.get(at + 1)].map(|t| t.filter(|t| !t.quoted && t.kind == Kind::Word));
    let (Some(article), Some(next)) = (article, next) else { return false };
    // "the remote northeastern village", "the 24-year-old woman"
    let describes = |t: &Token<'_>| {
        t.kind == Kind::Word
            && !t.name
            && (t.lower.ends_with("-old")
                || ["ern", "ote", "al", "ous", "ive", "ed", "ful", "ic"].iter().any(|end| t.lower.ends_with(end)))
    };
    let skipped = body[at + 1..].iter().take(2).take_while(|t| describes(t)).count();
    let skipped =
        if body.get(at + 1 + skipped).is_some_and(|t| t.kind == Kind::Word && !t.quoted) { skipped } else { 0 };
    let noun = if skipped == 0 { next } else { &body[at + 1 + skipped] };
    let at = at + skipped;
    if !matches!(article.lower, "the" | "this" | "these" | "those") || noun.name {
        return false;
    }
    // "the donations of a sheikh", "the crew that", "the harbour police".
    let told = body.get(at + 2).is_some_and(|next| {
        next.kind == Kind::Word
            && (matches!(
                next.lower,
                "of" | "that"
                    | "who"
                    | "which"
                    | "where"
                    | "when"
                    | "whose"
                    | "for"
                    | "in"
                    | "at"
                    | "on"
                    | "between"
                    | "behind"
            ) || next.name
                || next.class == words::Class::default() && !next.lower.ends_with("ed"))
    });
    // "this appetizing map", but "this year".
    let pointing = matches!(article.lower, "this" | "these" | "those");
    if pointing && !noun.is(words::PERIODS) && noun.class == words::Class::default() {
        return !before.is_empty();
    }
    let again = || before.iter().any(|tokens| tokens.iter().any(|t| t.lower == noun.lower));
    // Many nouns are verbs too: "the store".
    let nominal = noun.class == words::Class::default() || noun.is(words::PRESENTS) && !noun.is(words::CLOSED);
    !told && (lists(TAKING_UP, noun.lower) || nominal && again())
}
