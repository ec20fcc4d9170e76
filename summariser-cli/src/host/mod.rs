//! Finding and holding plugins. A library's file is read and judged as bytes first; only what a chain really uses is
//! loaded, so that listing plugins runs none of their code and a broken file harms nobody.
//!
//! | file | what |
//! |---|---|
//! | [`manifest`] | what a plugin says of itself |
//! | [`inspect`] | a library's file, judged without loading it |
//! | [`discover`] | where plugins are looked for, and what was found |
//! | [`library`] | the one place that loads a library |
//! | [`in_process`] | summarisers of this process; another way of running them is another sibling |
//! | [`exit_guard`] | names the plugin that ends the program |

pub mod discover;
pub mod exit_guard;
pub mod in_process;
pub mod inspect;
pub mod library;
pub mod manifest;

use summariser_core::abi::host::Failure;
use summariser_core::abi::option::OptionSetting;
use summariser_core::{Block, Document};

use discover::Plugin;

/// Where a chain's stages run. A chain knows no more of plugins than this.
pub trait Host {
    /// Makes a summariser of a plugin with these options, which are in its manifest's order, and gives it a number.
    /// Nothing fails here: what goes wrong is said when the summariser is run.
    fn prepare(&mut self, plugin: &Plugin, options: &[(String, OptionSetting)]) -> usize;

    /// Has a prepared summariser summarise a document.
    ///
    /// # Errors
    /// What went wrong in the plugin, or why it could not be loaded.
    fn run(&mut self, summariser: usize, document: &Document<'_>) -> Result<Vec<Block>, Failure>;
}
