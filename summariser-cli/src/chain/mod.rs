//! Chains: what the user asks for. A chain is parsed, then checked whole against the plugins that there are, and only
//! then run, so that a mistake costs nothing but its message.
//!
//! | file | what |
//! |---|---|
//! | [`parse`] | the language: `,` side by side, `\|` into the next, options in parentheses |
//! | [`plan`] | names, options and ranges checked; what will run |
//! | [`run`] | a plan over one document |
//! | [`pipe`] | what one stage said as the next one's document, with the way back to the source |

pub mod parse;
pub mod pipe;
pub mod plan;
pub mod run;

pub use plan::Plan;
