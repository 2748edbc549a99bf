//! The house rules, as a test: who may name whom, a header in every file, no file too long.
//! It reads source text only.

use std::path::Path;

use crate::{files_under, root};

/// Each folder or file of src, and the crate's modules that it may name besides its own.
const MAY_NAME: [(&str, &[&str]); 16] = [
    ("diagnostic", &[]),
    ("locale", &["diagnostic"]),
    ("content", &["diagnostic", "locale"]),
    ("engine", &["content", "locale", "diagnostic"]),
    ("lint", &["engine", "content", "locale", "diagnostic"]),
    ("preferences", &["engine", "locale"]),
    ("limits", &[]),
    ("metrics", &["engine", "limits"]),
    ("bot", &["engine", "content", "limits", "locale", "diagnostic", "metrics", "preferences"]),
    ("signed", &["content"]),
    ("watch", &["content"]),
    ("config", &["content", "locale", "diagnostic", "signed"]),
    ("doctor", &["config", "content", "diagnostic", "lint"]),
    ("adapters", &["bot", "engine", "content", "locale", "config", "doctor", "metrics", "preferences"]),
    ("operations", &["adapters", "bot", "config", "metrics"]),
    ("cli", CLI),
];
/// The only place where the parts are put together.
const CLI: &[&str] = &[
    "adapters",
    "bot",
    "config",
    "content",
    "diagnostic",
    "doctor",
    "engine",
    "lint",
    "locale",
    "operations",
    "preferences",
    "signed",
    "watch",
];
const LONGEST_FILE: usize = 320;

fn sources() -> Vec<(String, String)> {
    let src = root().join("src");
    let name = |path: &Path| path.strip_prefix(&src).expect("under src").to_string_lossy().into_owned();
    files_under(&src, "rs")
        .iter()
        .map(|path| (name(path), std::fs::read_to_string(path).expect("a readable source")))
        .collect()
}

#[test]
fn modules_name_only_whom_they_may() {
    let mut broken = Vec::new();
    for (file, text) in sources() {
        let module = file.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        let Some((_, allowed)) = MAY_NAME.iter().find(|(name, _)| *name == module) else { continue };
        for named in text.split("crate::").skip(1) {
            let named: String = named.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if named != module && !allowed.contains(&named.as_str()) && !named.is_empty() {
                broken.push(format!("src/{file} names crate::{named}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_engine_stays_pure() {
    let forbidden = ["std::fs", "std::env", "std::net", "std::time", "std::process", "println!", "Timestamp::now"];
    for (file, text) in sources().iter().filter(|(file, _)| file.starts_with("engine/")) {
        for word in forbidden {
            assert!(!text.contains(word), "src/{file} uses {word}");
        }
    }
}

#[test]
fn only_load_reads_files_in_content() {
    for (file, text) in sources().iter().filter(|(file, _)| file.starts_with("content/") && file != "content/load.rs") {
        assert!(!text.contains("std::fs"), "src/{file} reads files");
    }
}

#[test]
fn every_file_says_what_it_is_for_and_stays_short() {
    for (file, text) in sources() {
        assert!(text.starts_with("//! "), "src/{file} has no header");
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE, "src/{file} has {lines} lines");
        assert!(!file.contains("util"), "src/{file}: a helper lives with its noun");
    }
}
