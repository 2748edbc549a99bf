//! One fast test binary over the library and the program. Each module tests one thing;
//! none may need a network or a folder outside the repository, except that `shared` ones skip loudly.

mod cli;
mod console;
#[cfg(any(feature = "discord", feature = "matrix"))]
mod doctor;
mod fuzz;
#[cfg(any(feature = "discord", feature = "matrix"))]
mod health;
mod hostile;
mod limits;
mod lint;
mod pack;
#[cfg(feature = "service")]
mod postgres;
#[cfg(feature = "service")]
mod preferences;
mod privacy;
mod readme;
mod reload;
mod renewed;
#[cfg(feature = "service")]
mod server;
mod signed;
mod talk;
mod threats;
mod tidy;
mod transcripts;

use std::path::{Path, PathBuf};

/// The repository's root.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `folder` with `extension`, sorted.
fn files_under(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            found.extend(files_under(&path, extension));
        } else if path.extension().is_some_and(|own| own == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}
