//! The conversations of tests/transcripts, which the terminal and all rooms share.

use std::path::{Path, PathBuf};

use super::repository;

/// One message, what is expected of the reply, and where it stands.
pub struct Turn {
    pub line: usize,
    pub message: String,
    pub expectations: Vec<String>,
}

pub struct Transcript {
    /// Below tests/transcripts.
    pub name: String,
    pub turns: Vec<Turn>,
}

impl Transcript {
    /// Whether it needs another day or a pause of minutes, which no real clock gives.
    pub fn needs_another_clock(&self) -> bool {
        self.expectations().any(|expectation| expectation.starts_with("on ") || expectation.starts_with("after "))
    }

    /// The languages that rooms have in it.
    pub fn rooms(&self) -> Vec<&str> {
        let mut rooms: Vec<&str> =
            self.expectations().filter_map(|expectation| expectation.strip_prefix("room ")).collect();
        rooms.dedup();
        rooms
    }

    fn expectations(&self) -> impl Iterator<Item = &str> {
        self.turns.iter().flat_map(|turn| &turn.expectations).map(String::as_str)
    }
}

/// All transcripts, sorted by name.
pub fn transcripts() -> Vec<Transcript> {
    let root = repository().join("tests/transcripts");
    let mut paths = markdown(&root);
    paths.sort();
    let name = |path: &Path| path.strip_prefix(&root).expect("below it").display().to_string();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a readable transcript");
        Transcript { name: name(&path), turns: turns(&text) }
    };
    paths.into_iter().map(read).collect()
}

fn markdown(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the transcripts");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    paths
        .flat_map(|path| if path.is_dir() { markdown(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|own| own == "md") && !path.ends_with("README.md"))
        .collect()
}

fn turns(text: &str) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(message) = line.strip_prefix("> ") {
            turns.push(Turn { line: number + 1, message: message.to_owned(), expectations: Vec::new() });
        } else if let (Some(expectation), Some(turn)) = (line.strip_prefix("- "), turns.last_mut()) {
            turn.expectations.push(expectation.to_owned());
        }
    }
    turns
}
