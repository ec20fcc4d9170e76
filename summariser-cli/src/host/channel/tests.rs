//! Frames: what comes out is what went in, and what is no frame is an error, whatever it is.

use proptest::prelude::*;

use super::*;

/// A frame in several pieces comes out once, whole, when the last piece is there.
#[test]
fn a_frame_arrives_in_pieces() {
    let answer = Answer::Note("one".to_owned());
    let mut bytes = Vec::new();
    write_frame(&answer, &mut bytes).expect("a frame");
    write_frame(&Answer::Said(7, vec![Ok(Points::default())]), &mut bytes).expect("a frame");
    let mut arrived = Arrived::default();
    let mut answers = Vec::new();
    for byte in bytes {
        let push = |room: &mut [u8]| {
            room[0] = byte;
            Ok::<_, String>(1)
        };
        assert_eq!(arrived.read(push), Ok(1));
        answers.extend(arrived.take::<Answer>(100).expect("good frames"));
    }
    assert_eq!(format!("{answers:?}"), r#"[Note("one"), Said(7, [Ok(Points([]))])]"#);
    assert_eq!(arrived.bytes(), 0);
}

#[test]
fn a_block_is_the_same_on_the_other_side() {
    let mut block = Block::new(BlockKind::Figure).text("5").span(Span::new(0, 3)).score(0.5);
    block = block.attribute("words", Value::Number(5.0), Some("words"));
    block = block.attribute("why", Value::Null { reason: "none".to_owned() }, None);
    block.clipped = true;
    let points = Points::new(&[block.clone(), block.clone()]).expect("blocks can be written");
    assert_eq!(points.blocks(&Document::parse("One."), 1000), Ok(vec![block.clone(), block]));
}

/// What a claim of a frame comes to.
fn check(bytes: &[u8], most: usize, expected: &str) {
    let taken = Arrived::from(bytes.to_vec()).take::<Answer>(most);
    let said = taken.map(|answer| format!("{answer:?}")).unwrap_or_else(|why| why);
    assert!(said.contains(expected), "`{expected}` is not in `{said}`");
}

#[test]
fn what_is_no_frame_is_an_error() {
    check(&[], 100, "None");
    check(&[1, 0], 100, "None");
    check(&[5, 0, 0, 0, 1], 100, "None");
    check(&u32::MAX.to_ne_bytes(), 100, "a frame of 4294967295 bytes, where 100 are the most");
    check(&[1, 0, 0, 0, 99], 100, "a frame that is none");
    check(&[5, 0, 0, 0, 3, 1, b'x', 0, 0], 100, "a frame with 2 bytes too many");
    // A list that claims to have more things than memory.
    check(&[12, 0, 0, 0, 4, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1], 100, "a frame that is none");
}

/// What a claim of blocks comes to, of which `most` bytes may be said.
fn check_points(bytes: Vec<u8>, most: usize, expected: &str) {
    let said = Points(bytes).blocks(&Document::parse("One two three."), most);
    let said = said.map(|blocks| format!("{} blocks", blocks.len())).unwrap_or_else(|failure| failure.message);
    assert!(said.contains(expected), "`{expected}` is not in `{said}`");
}

#[test]
fn a_small_claim_cannot_become_much() {
    // Kind, no text, one span, no score, not over length, not clipped, no attributes.
    let quote = [6, 0, 1, 0, 3, 0, 0, 0, 0];
    check_points(quote.to_vec(), 1000, "1 blocks");
    check_points(quote.repeat(20), 1000, "20 blocks");
    check_points(quote.repeat(1000), 1000, "it is beyond what a plugin may say of this document (1000 bytes)");
    // Spans that cover the same again and again weigh what they cover, before anything is copied.
    let mut wide = vec![6, 0, 100];
    wide.extend([0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F].repeat(100));
    wide.extend([0; 4]);
    check_points(wide, 1 << 20, "block 1 is refused: it is beyond");
    // Attributes without anything in them: four bytes each, and many times as much in memory.
    let mut many = vec![4, 1, 1, b'5', 0, 0, 0, 0, 0x81, 0x08];
    many.extend([0; 4 * 1025]);
    check_points(many, 1 << 20, "block 1 is refused");
    check_points(vec![99, 0, 1, 0, 3, 0, 0, 0, 0], 1000, "its kind 99 is not known");
    check_points(vec![6, 0, 1], 1000, "block 1 is refused");
    // More outcomes than there are summarisers.
    let mut outcomes = vec![0, 0, 0, 0, 4, 1, 0x81, 0x08];
    outcomes.extend([0; 2 * 1025]);
    let length = u32::try_from(outcomes.len() - 4).expect("a short frame");
    outcomes[..4].copy_from_slice(&length.to_ne_bytes());
    check(&outcomes, 10_000, "a frame that is none");
}

#[test]
fn places_survive() {
    let since = Duration::from_nanos(1_234_567_890_123_456_789);
    for place in [Place::Idle, Place::Loading(3), Place::Making(0), Place::Running(u32::MAX)] {
        assert_eq!(Place::from_bytes(place.to_bytes(since)), (place, since));
    }
    assert_eq!(Place::from_bytes([0xFF; Place::SIZE]).0, Place::Idle);
}

proptest! {
    #[test]
    fn no_bytes_are_too_much_for_it(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut arrived = Arrived::from(bytes);
        let before = arrived.bytes();
        match arrived.take::<Answer>(150) {
            Ok(Some(_)) => prop_assert!(arrived.bytes() < before),
            Ok(None) | Err(_) => prop_assert_eq!(arrived.bytes(), before),
        }
    }
}
