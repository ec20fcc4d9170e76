//! [`Summariser`]: the one thing a plugin implements, and [`Output`], into which it speaks. A summariser pushes blocks
//! instead of returning them, so that the host can check each at once, count what it takes, and say stop.

use crate::{Block, BlockKind, Document, Error, Result, Sentence, Summary};

/// Makes a summary of a document.
///
/// One instance works on one document at a time, but not always on the same thread. It should say the same of the same
/// document whenever it is asked.
pub trait Summariser: Send {
    /// Reads the document and pushes what it has to say into `out`.
    ///
    /// # Errors
    /// Any error ends the work and is shown in this summariser's section; what was pushed before is dropped.
    fn summarise(&self, document: &Document<'_>, out: &mut Output<'_>) -> Result;
}

/// Where blocks go: the host's side of [`Output`].
pub trait Sink {
    /// Takes a block.
    ///
    /// # Errors
    /// The block was refused, or the host wants no more: the summariser should return the error.
    fn push(&mut self, block: Block) -> Result;

    /// Takes a note for whoever runs the host with `--verbose`.
    fn log(&mut self, note: &str);

    /// Whether the host wants the work to end.
    fn wants_stop(&mut self) -> bool;
}

/// Into which a summariser speaks.
pub struct Output<'a> {
    sink: &'a mut dyn Sink,
}

impl<'a> Output<'a> {
    /// An output that pushes into `sink`.
    pub fn new(sink: &'a mut dyn Sink) -> Output<'a> {
        Output { sink }
    }

    /// Says a block.
    ///
    /// # Errors
    /// The host refused the block or wants no more: return the error.
    pub fn push(&mut self, block: Block) -> Result {
        self.sink.push(block)
    }

    /// Says a sentence as it stands.
    ///
    /// # Errors
    /// As [`push`](Output::push).
    pub fn sentence(&mut self, sentence: &Sentence<'_>) -> Result {
        self.push(Block::new(BlockKind::Sentence).span(sentence.span()))
    }

    /// Says a sentence as a point of a list.
    ///
    /// # Errors
    /// As [`push`](Output::push).
    pub fn bullet(&mut self, sentence: &Sentence<'_>) -> Result {
        self.push(Block::new(BlockKind::Bullet).span(sentence.span()))
    }

    /// Says a figure: a key, a finite number, and what it counts (or an empty string).
    ///
    /// # Errors
    /// As [`push`](Output::push).
    pub fn figure(&mut self, key: &str, value: f64, unit: &str) -> Result {
        self.push(Block::figure(key, value, unit))
    }

    /// Leaves a note for whoever runs the host with `--verbose`.
    pub fn log(&mut self, note: &str) {
        self.sink.log(note);
    }

    /// Ends long work where the host wants it to end: call it now and then in a loop that pushes nothing.
    ///
    /// # Errors
    /// The host wants the work to end: return the error.
    pub fn check(&mut self) -> Result {
        if self.sink.wants_stop() { Err(Error::stopped()) } else { Ok(()) }
    }
}

impl Summary {
    /// What `summariser` says of `document`, checked as a host checks it. This is how a plugin is tested, without a host.
    ///
    /// # Errors
    /// The summariser's own error, or the reason why a block of it was refused.
    pub fn of(summariser: &dyn Summariser, document: &Document<'_>) -> Result<Summary> {
        struct Collect<'a> {
            document: &'a Document<'a>,
            summary: Summary,
        }
        impl Sink for Collect<'_> {
            fn push(&mut self, block: Block) -> Result {
                let position = self.summary.blocks.len() + 1;
                let kind = block.kind.name();
                let complete = block
                    .complete(self.document)
                    .map_err(|refusal| Error::new(format!("block {position} ({kind}) is refused: {refusal}")))?;
                self.summary.blocks.push(complete);
                Ok(())
            }
            fn log(&mut self, _note: &str) {}
            fn wants_stop(&mut self) -> bool {
                false
            }
        }
        let mut collect = Collect { document, summary: Summary::default() };
        summariser.summarise(document, &mut Output::new(&mut collect))?;
        Ok(collect.summary)
    }
}
