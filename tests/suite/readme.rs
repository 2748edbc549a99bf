//! README and the other documents: commands exist, links lead somewhere, figures are not stale.
//! It reads documents only.

use std::path::PathBuf;

use crate::{files_under, root};

/// Each document and its text.
fn documents() -> Vec<(PathBuf, String)> {
    let mut documents = files_under(&root().join("docs"), "md");
    documents.extend(["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].map(|name| root().join(name)));
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path, text)
    };
    documents.into_iter().map(read).collect()
}

#[test]
fn links_to_files_lead_somewhere() {
    for (document, text) in documents() {
        let folder = document.parent().expect("a document lies in a folder");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = link.split('#').next().unwrap_or_default();
            if !path.is_empty() && !path.contains("://") {
                assert!(folder.join(path).exists(), "{} links to {path}", document.display());
            }
        }
    }
}

#[test]
fn subcommands_named_in_documents_exist() {
    let known = [
        "chat",
        "ask",
        "check",
        "explain",
        "eval",
        "coverage",
        "run",
        "privacy",
        "translate",
        "setup",
        "doctor",
        "health",
        "pack",
        "help",
    ];
    for (document, text) in documents() {
        for (before, rest) in text.match_indices("kyr ").map(|(at, _)| text.split_at(at)) {
            // Only in code: after a backtick, as a program with its folder, or at the prompt of a code block.
            if !["`", "bin/", "release/", "$ "].iter().any(|sign| before.ends_with(sign)) {
                continue;
            }
            let word: String = rest[4..].chars().take_while(char::is_ascii_lowercase).collect();
            // The program itself is an argument there, before another path.
            if rest[4 + word.len()..].starts_with('/') {
                continue;
            }
            assert!(word.is_empty() || known.contains(&word.as_str()), "{} names `kyr {word}`", document.display());
        }
    }
}
