//! The operator's configuration, resolved. It must not open the pack or talk to a platform.

pub mod database;
pub mod discord;
mod file;
pub mod matrix;
pub mod secret;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ValueEnum;
use serde::Deserialize;

use crate::content::Region;
use crate::locale::Locale;
use crate::signed::Keys;
pub use database::Database;
pub use discord::Discord;
pub use matrix::Matrix;
use secret::Source;

/// What `kyr.yaml` says, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The pack's folder; `None` is the pack inside the program.
    pub content: Option<PathBuf>,
    /// Who may sign the pack; `None` takes one without a signature.
    pub trusted_keys: Option<Keys>,
    /// The room's language, for messages that do not tell theirs.
    pub locale: Option<Locale>,
    /// The room's US state.
    pub region: Option<Region>,
    /// The folder of what must outlive the program.
    pub data: PathBuf,
    /// Hides the names of people and rooms in it.
    pub data_key: Source,
    /// Where preferences are kept instead of in the folder, if several Kyrs share them.
    pub database: Option<Database>,
    /// Where counts and health can be read, if anywhere.
    pub metrics: Option<SocketAddr>,
    pub log: Lines,
    /// Where Kyr is on Discord, if it is.
    pub discord: Option<Discord>,
    /// Where Kyr is on Matrix, if it is.
    pub matrix: Option<Matrix>,
}

/// What the log is written for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Lines {
    /// People, or systemd's journal.
    #[default]
    Text,
    /// Programs: each line is an object.
    Json,
}

impl Config {
    /// Reads a file; the error names the file, the place and what to do.
    pub fn load(path: &Path) -> Result<Self> {
        file::read(path)
    }
}
