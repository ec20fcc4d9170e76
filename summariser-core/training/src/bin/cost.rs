//! `cost`: what analysing one text, ranking its sentences, choosing and trimming its bullets and finding its key phrases
//! take, in microseconds, over news articles of 25 to 35 sentences. With an argument only what it is part of the name of:
//! `cost analysis`; with a number behind it so many rounds.

use std::cell::RefCell;
use std::hint::black_box;
use std::io::{Result, Write, stdout};
use std::path::PathBuf;
use std::time::Instant;

use summariser_core::analysis::{Analyser, Outline};
use summariser_core::keyphrase::keyphrases;
use summariser_core::rank::feature::Features;
use summariser_core::rank::tree::Forest;
use summariser_core::rank::{Blend, Learned, Ranker};
use summariser_core::select::{Sections, select};
use summariser_core::text::{Language, Newlines};
use summariser_core::{Document, Length, Reads, Span, length, trim};
use summariser_training::set::SETS;

const ROUNDS: usize = 40;

fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::var_os("SUMMARISE_DATA").unwrap_or_else(|| "data".into()));
    let samples = SETS[0].read(&folder)?;
    let documents: Vec<Document<'_>> = samples.iter().map(|sample| Document::parse(&sample.text)).collect();
    let documents: Vec<_> = documents.iter().filter(|it| (25..=35).contains(&it.sentences().len())).collect();
    let features: Vec<Features> = documents.iter().map(|document| Features::of(document)).collect();
    let rounds = std::env::args().nth(2).and_then(|rounds| rounds.parse().ok()).unwrap_or(ROUNDS);
    let mut out = stdout();
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let mut report = |name: &str, work: &dyn Fn(usize)| {
        if !name.contains(&wanted) {
            return Ok(());
        }
        // The fastest round is the one that others disturbed least.
        let round = || {
            let start = Instant::now();
            (0..documents.len()).for_each(work);
            start.elapsed().as_secs_f64()
        };
        let least = (0..rounds).map(|_| round()).fold(f64::INFINITY, f64::min);
        writeln!(out, "{name}: {:.1} µs", 1e6 * least / documents.len().max(1) as f64)
    };
    report("key phrases", &|at| drop(black_box(keyphrases(documents[at], 8, 4))))?;
    let bytes = documents.iter().map(|document| document.text().len()).sum::<usize>() / documents.len().max(1);
    report(&format!("outline of {bytes} bytes"), &|at| {
        drop(black_box(Outline::of_plain(documents[at].text(), Newlines::Auto)));
    })?;
    report("language", &|at| _ = black_box(Language::detect(documents[at].text())))?;
    report("count of words", &|at| _ = black_box(length::words(documents[at].text())))?;
    let analyser = RefCell::new(Analyser::default());
    for (name, reads) in [
        ("analysis: paragraphs", Reads::PARAGRAPHS),
        ("analysis: sentences", Reads::SENTENCES),
        ("analysis: words", Reads::WORDS),
        ("analysis: terms", Reads::TERMS),
        ("analysis: all", Reads::ALL),
    ] {
        report(name, &|at| {
            let text = documents[at].text();
            let outline = Outline::of_plain(text, Newlines::Auto);
            drop(black_box(analyser.borrow_mut().analyse(text, &outline, Newlines::Auto, reads)));
        })?;
    }
    report("blend", &|at| drop(black_box(Blend.rank(documents[at]))))?;
    report("learned", &|at| drop(black_box(Learned.rank(documents[at]))))?;
    let limit = Length::Chars(75);
    report("headline: looking for what a paper presents", &|at| {
        let of = |lead: Span| {
            let (text, small) = (documents[at].text(), trim::lowered(documents[at].text(), lead));
            trim::Lead::new(text, lead, documents[at].language(), &small).presents()
        };
        let mut beginning = documents[at].sentences().take(12);
        black_box(beginning.any(|it| it.words().any(|word| trim::speaks(word.text())) && of(it.span())));
    })?;
    report("headline: judging the first lead", &|at| {
        let lead = documents[at].sentences().next();
        black_box(lead.map(|lead| trim::awkwardness(documents[at].text(), lead.span(), "en")));
    })?;
    report("headline: judging four leads", &|at| {
        for lead in documents[at].sentences().take(4) {
            let text = documents[at].text();
            black_box(trim::awkwardness(text, lead.span(), "en") + trim::hanging(text, lead.span(), "en"));
        }
    })?;
    report("headline: trimming one lead", &|at| {
        let lead = documents[at].sentences().next();
        black_box(lead.and_then(|lead| trim::headline(documents[at].text(), lead.span(), "en", limit)));
    })?;
    report("features alone", &|at| drop(black_box(Features::of(documents[at]))))?;
    report("forest alone", &|at| drop(black_box(Forest::shipped().scores(&features[at]))))?;
    report("five bullets, without salience", &|at| {
        let document = documents[at];
        black_box(Sections::of(document));
        let chosen = select(document, document.salience(), Length::Sentences(5), None);
        for sentence in chosen.sentences.iter().filter_map(|index| document.sentence(*index)) {
            black_box(trim::gentle(document.text(), sentence.span(), document.language()));
        }
    })
}
