//! Goes wrong in whatever way its option says, by safe code alone: what every author of a plugin could do by mistake. The
//! host must name what happened, and nothing else may suffer.

use std::panic::panic_any;
use std::sync::atomic::{AtomicUsize, Ordering};

use summariser_core::prelude::*;

export! {
    /// Goes wrong as it is told to.
    pub struct Faulty("faulty") {
        /// What to do.
        how: String = "fine" in [
            "fine", "silent", "note", "panic", "payload", "error", "late-error", "late-panic", "swallow", "out-of-bounds",
            "inside-character", "out-of-order", "overlap", "empty-span", "nan-score", "nan-figure", "nothing",
            "no-attribute", "flood", "long-text", "control", "exit", "print", "vary"
        ],
    }
}

/// A panic's payload whose destructor panics in turn.
struct Payload;

impl Drop for Payload {
    fn drop(&mut self) {
        panic!("the payload panicked, too");
    }
}

/// How often it said what it does not say twice.
static TIMES: AtomicUsize = AtomicUsize::new(0);

/// A sentence's block with these spans.
fn at(spans: &[(u32, u32)]) -> Block {
    let mut block = Block::new(BlockKind::Sentence);
    block.spans = spans.iter().map(|(start, end)| Span { start: *start, end: *end }).collect();
    block
}

impl Summariser for Faulty {
    fn summarise(&self, document: &Document, out: &mut Output) -> Result {
        let end = u32::try_from(document.text().len())?;
        match self.how.as_str() {
            "silent" => {}
            "note" => out.log("a note from within"),
            "panic" => panic!("it was told to"),
            "payload" => panic_any(Payload),
            "error" => return Err(Error::new("it was told to fail")),
            "late-error" | "late-panic" => {
                out.push(Block::new(BlockKind::Sentence).text("said before it failed"))?;
                assert!(self.how == "late-error", "too late");
                return Err(Error::new("it was told to fail late"));
            }
            // Goes on after a refusal, as if nothing had happened.
            "swallow" => {
                let _ = out.push(at(&[(0, end + 1)]));
                out.push(Block::new(BlockKind::Sentence).text("said after a refusal"))?;
            }
            "out-of-bounds" => out.push(at(&[(0, end + 1)]))?,
            "inside-character" => {
                let wide = document.text().char_indices().find(|(_, c)| c.len_utf8() > 1);
                let (place, _) = wide.ok_or_else(|| Error::new("needs a text with a wide character"))?;
                out.push(at(&[(0, u32::try_from(place)? + 1)]))?;
            }
            "out-of-order" => out.push(at(&[(4, 6), (0, 2)]))?,
            "overlap" => out.push(at(&[(0, 4), (3, 6)]))?,
            "empty-span" => out.push(at(&[(3, 3)]))?,
            "nan-score" => out.push(at(&[(0, end)]).score(f64::NAN))?,
            "nan-figure" => out.figure("ratio", f64::INFINITY, "")?,
            "nothing" => out.push(Block::new(BlockKind::Bullet))?,
            "no-attribute" => out.push(Block::new(BlockKind::Figure).text("5"))?,
            "flood" => {
                for _ in 0..2_000_000 {
                    out.push(Block::new(BlockKind::Bullet).text("x"))?;
                }
            }
            "long-text" => out.push(Block::new(BlockKind::Paragraph).text("x".repeat(65 << 20)))?,
            "control" => out.push(Block::new(BlockKind::Sentence).text("red \u{1b}[31m and \u{7} a bell"))?,
            "exit" => std::process::exit(0),
            #[expect(clippy::print_stdout, reason = "this is what it is told to do wrong")]
            "print" => println!("printed by the plugin itself"),
            "vary" => {
                let times = TIMES.fetch_add(1, Ordering::Relaxed);
                out.push(Block::new(BlockKind::Sentence).text(format!("said {times} times before")))?;
            }
            _ => out.push(Block::new(BlockKind::Sentence).text("all is well"))?,
        }
        Ok(())
    }
}
