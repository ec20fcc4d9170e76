//! What is piped, and that every span of it leads home.

use super::*;
use summariser_core::Reads;
use summariser_core::analysis::Analyser;
use summariser_core::text::Newlines;

const TEXT: &str = "The mill burnt\n  down on Friday.  Nobody was hurt.\r\nIt had stood empty. 東京は晴れ。大阪は雨。";

fn block(kind: BlockKind, spans: &[(u32, u32)], document: &Document<'_>) -> Block {
    let spans = spans.iter().map(|(start, end)| Span::new(*start, *end)).collect();
    Block { spans, ..Block::new(kind) }.complete(document).expect("a good block")
}

fn span_of(text: &str, part: &str) -> Span {
    let start = text.find(part).expect("it is there");
    Span::of_range(start..start + part.len())
}

#[test]
fn verbatim_blocks_lead_home_byte_by_byte_through_two_pipes() {
    let original = Document::parse(TEXT);
    let sentences: Vec<Span> = original.sentences().map(|sentence| sentence.span()).collect();
    assert_eq!(sentences.len(), 5, "{:?}", original.sentences().map(|s| s.text()).collect::<Vec<_>>());
    let pair = |span: &Span| (span.start, span.end);
    let said = [
        block(BlockKind::Bullet, &[pair(&sentences[0])], &original),
        block(BlockKind::Bullet, &[pair(&sentences[2]), pair(&sentences[3]), pair(&sentences[4])], &original),
    ];
    let first = Piped::new(&said, &original, None, TEXT);
    assert_eq!(first.text, "The mill burnt down on Friday.\n\nIt had stood empty. 東京は晴れ。 大阪は雨。");
    let known: Vec<usize> = first.outline.sentences.iter().map(Vec::len).collect();
    assert_eq!(known, [1, 3], "the sentences are those of the original");
    assert_eq!(first.map.origin(span_of(&first.text, "burnt down"), TEXT), [span_of(TEXT, "burnt\n  down")]);

    let analysis = Analyser::default().analyse(&first.text, &first.outline, Newlines::Auto, Reads::SENTENCES);
    let document = analysis.document(&first.text);
    let again: Vec<Block> = document
        .sentences()
        .skip(1)
        .map(|s| block(BlockKind::Bullet, &[(s.span().start, s.span().end)], &document))
        .collect();
    let second = Piped::new(&again, &document, Some(&first.map), TEXT);
    assert_eq!(second.text, "It had stood empty.\n\n東京は晴れ。\n\n大阪は雨。");
    assert_eq!(second.map.origin(span_of(&second.text, "大阪"), TEXT), [span_of(TEXT, "大阪")]);
    let analysis = Analyser::default().analyse(&second.text, &second.outline, Newlines::Auto, Reads::SENTENCES);
    let document = analysis.document(&second.text);
    let home = second.map.home(block(BlockKind::Bullet, &[(0, 19)], &document), TEXT);
    assert_eq!((home.spans.as_slice(), home.verbatim), ([span_of(TEXT, "It had stood empty.")].as_slice(), true));
}

#[test]
fn other_wording_leads_home_to_all_that_it_is_from() {
    let original = Document::parse(TEXT);
    let said = Block::new(BlockKind::Headline).text("Mill burns").span(Span::new(0, 8)).span(Span::new(9, 14));
    let said = said.complete(&original).expect("a good block");
    let piped = Piped::new(&[said], &original, None, TEXT);
    assert_eq!(piped.text, "Mill burns");
    let document = Document::parse(&piped.text);
    let home = piped.map.home(block(BlockKind::Keyword, &[(5, 10)], &document), TEXT);
    assert_eq!((home.spans.as_slice(), home.verbatim), ([Span::new(0, 14)].as_slice(), false));
}

#[test]
fn a_trimmed_text_leads_home_byte_by_byte_but_for_changed_letters() {
    let source = "However, the mill (of 1911) burnt down on Friday, he said.";
    let original = Document::parse(source);
    let mut said = Block::new(BlockKind::Bullet).text("The mill burnt down on Friday.");
    said.spans = ["the mill", "burnt down on Friday", "."].map(|part| span_of(source, part)).to_vec();
    let piped = Piped::new(&[said.complete(&original).expect("a good block")], &original, None, source);
    assert_eq!(piped.text, "The mill burnt down on Friday.");
    for (part, origin) in [
        ("mill", vec!["mill"]),
        ("mill burnt", vec!["mill", "burnt"]),
        ("The", vec!["the"]),
        ("Friday.", vec!["Friday", "."]),
    ] {
        let origin: Vec<Span> = origin.into_iter().map(|part| span_of(source, part)).collect();
        assert_eq!(piped.map.origin(span_of(&piped.text, part), source), origin, "{part}");
    }
    let document = Document::parse(&piped.text);
    let home = |part: &str| {
        let span = span_of(&piped.text, part);
        piped.map.home(block(BlockKind::Keyword, &[(span.start, span.end)], &document), source).verbatim
    };
    assert!(home("mill") && home("down on Friday") && !home("The mill"));
}

#[test]
fn figures_and_keywords_are_not_piped_and_nothing_gives_nothing() {
    let original = Document::parse(TEXT);
    let said = [Block::figure("words", 12.0, "words"), block(BlockKind::Keyword, &[(4, 8)], &original)];
    let piped = Piped::new(&said, &original, None, TEXT);
    assert_eq!((piped.text.as_str(), piped.outline.paragraphs.len()), ("", 0));
}
