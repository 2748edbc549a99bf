//! The operator's configuration, resolved. It must not open the pack or talk to a platform.

mod file;
pub mod matrix;
pub mod secret;

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::content::Region;
use crate::locale::Locale;
pub use matrix::Matrix;

/// What `kyr.yaml` says, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    /// The pack's folder; `None` is the pack inside the program.
    pub content: Option<PathBuf>,
    /// The room's language, for messages that do not tell theirs.
    pub locale: Option<Locale>,
    /// The room's US state.
    pub region: Option<Region>,
    /// Where Kyr is on Matrix, if it is.
    pub matrix: Option<Matrix>,
}

impl Config {
    /// Reads a file; the error names the file, the place and what to do.
    pub fn load(path: &Path) -> Result<Self> {
        file::read(path)
    }
}
