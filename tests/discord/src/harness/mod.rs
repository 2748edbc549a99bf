//! Kyr as its operator sees it: its process, its log, its files; and what it promises whatever it is asked.
//!
//! ```text
//! let stage = Stage::start().await;
//! let ana = stage.person("en-US");
//! let reply = ana.command(stage.channel, "ask", json!({"question": DOOR})).reply().await;
//! stage.end().await;
//! ```

mod buttons;
mod conversations;
mod kyr;
mod pack;
mod privacy;
mod promises;
pub mod questions;
mod stage;
mod traces;
mod words;

pub use buttons::{Menu, Role, button, related};
pub use conversations::{Transcript, Turn, transcripts};
pub use kyr::{Kyr, READY};
pub use pack::{Pack, Text, Topic};
pub use privacy::leaks;
pub use stage::Stage;
pub use traces::{Secrets, files, words_under, writings};
pub use words::{contains, squeeze};

use std::path::{Path, PathBuf};

/// The repository's root, where the pack, the words and the transcripts are.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("two folders above").to_owned()
}

/// A folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).expect("an entry");
        match path.is_dir() {
            true => copy(&path, &to.join(name)),
            false => std::fs::copy(&path, to.join(name)).map(drop).expect("a copy"),
        }
    }
}
