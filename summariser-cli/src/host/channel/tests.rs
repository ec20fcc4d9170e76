//! Frames: what comes out is what went in, and what is no frame is an error, whatever it is.

use proptest::prelude::*;

use super::*;

/// A frame in several pieces comes out once, whole, when the last piece is there.
#[test]
fn a_frame_arrives_in_pieces() {
    let answer = Answer::Note("one".to_owned());
    let mut bytes = Vec::new();
    write_frame(&answer, &mut bytes).expect("a frame");
    write_frame(&Answer::Said(7, vec![Ok(Vec::new())]), &mut bytes).expect("a frame");
    let mut arrived = Vec::new();
    let mut answers = Vec::new();
    for byte in bytes {
        arrived.push(byte);
        answers.extend(take_frame::<Answer>(&mut arrived, 100).expect("good frames"));
    }
    assert_eq!(format!("{answers:?}"), r#"[Note("one"), Said(7, [Ok([])])]"#);
    assert!(arrived.is_empty());
}

#[test]
fn a_block_is_the_same_on_the_other_side() {
    let mut block = Block::new(BlockKind::Figure).text("5").span(Span::new(3, 9)).score(0.5);
    block = block.attribute("words", Value::Number(5.0), Some("words"));
    block = block.attribute("why", Value::Null { reason: "none".to_owned() }, None);
    block.clipped = true;
    assert_eq!(Point::from(block.clone()).block(), Ok(block));
}

/// What a claim of a frame comes to.
fn check(bytes: &[u8], most: usize, expected: &str) {
    let taken = take_frame::<Answer>(&mut bytes.to_vec(), most);
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
    check(&[5, 0, 0, 0, 2, 1, b'x', 0, 0], 100, "a frame with 2 bytes too many");
    // A list that claims to have more things than memory.
    check(&[12, 0, 0, 0, 3, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1], 100, "a frame that is none");
}

#[test]
fn places_survive() {
    for place in [Place::Idle, Place::Loading(3), Place::Making(0), Place::Running(u32::MAX)] {
        assert_eq!(Place::from_bytes(place.to_bytes()), place);
    }
    assert_eq!(Place::from_bytes([0xFF; 8]), Place::Idle);
}

proptest! {
    #[test]
    fn no_bytes_are_too_much_for_it(mut bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let before = bytes.len();
        match take_frame::<Answer>(&mut bytes, 150) {
            Ok(Some(_)) => prop_assert!(bytes.len() < before),
            Ok(None) | Err(_) => prop_assert_eq!(bytes.len(), before),
        }
    }
}
