//! [`Report`]: what a run has to say of one document. Chains make it, renderers write it; neither knows the other.

use serde_json::Value;
use summariser_core::Block;
use summariser_core::abi::host::Failure;

/// The version of the shape of all JSON that the command writes; it grows when that changes otherwise than by new keys.
pub const SCHEMA_VERSION: u32 = 1;

/// What a run has to say of one document.
#[derive(Clone, Debug)]
pub struct Report {
    /// The document's id: of a line of JSON its own, of a file its name.
    pub id: Value,
    /// Where it is from: a file name as it was given, or `-`.
    pub source: String,
    /// Its language, a BCP-47 code.
    pub language: String,
    /// Its encoding, where that is not UTF-8; then spans index the text as decoded to UTF-8.
    pub encoding: Option<String>,
    /// One for each section of the chain, in order.
    pub sections: Vec<Section>,
}

/// What one section of a chain said.
#[derive(Clone, Debug)]
pub struct Section {
    /// The plugin of its last stage, which made the blocks.
    pub plugin: String,
    /// The section as the chain has it: `bullets(count = 3)`.
    pub chain: String,
    /// Its blocks, or what went wrong.
    pub result: Result<Vec<Block>, Failure>,
}

/// An input of which nothing can be said, and why.
#[derive(Clone, Debug)]
pub struct BadInput {
    /// Where it is from: a file name as it was given, or `-`.
    pub source: String,
    /// Its id, if that much was read.
    pub id: Value,
    /// Its line, where inputs are lines; from 1.
    pub line: Option<u64>,
    /// Why: lower case, no full stop.
    pub message: String,
}
