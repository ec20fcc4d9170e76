//! Panics, ends its process or never ends when it is made, or panics when it is unmade, on request: an option's type may run any code while it is read, and a
//! field's destructor any code when the instance goes.

use summariser_core::abi::option::{OptionSetting, OptionValue};
use summariser_core::prelude::*;

export! {
    /// Panics when it is made or unmade.
    pub struct FaultyCreate("faulty-create") {
        /// When to panic.
        when: Moment = "create" in ["create", "destroy", "never", "abort", "hang"],
    }
}

/// When to panic.
#[derive(Clone, Debug)]
pub struct Moment(String);

impl OptionValue for Moment {
    const TYPE: &'static str = "string";
    type Literal = &'static str;

    fn take(value: &OptionSetting) -> Option<Self> {
        let when = String::take(value)?;
        assert!(when != "create", "it was told to, when it was made");
        if when == "abort" {
            std::process::abort();
        }
        if when == "hang" {
            loop {
                std::hint::spin_loop();
            }
        }
        Some(Moment(when))
    }
}

impl Drop for Moment {
    fn drop(&mut self) {
        assert!(self.0 != "destroy", "it was told to, when it was unmade");
    }
}

impl Summariser for FaultyCreate {
    fn summarise(&self, _document: &Document, out: &mut Output) -> Result {
        out.push(Block::new(BlockKind::Sentence).text(format!("panics: {}", self.when.0)))
    }
}
