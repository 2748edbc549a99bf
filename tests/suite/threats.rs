//! docs/threats.md and SECURITY.md may name only tests that exist, and every threat says what is tried and what remains.
//! It reads documents and test sources only.

use std::collections::BTreeSet;
use std::fs;

use crate::root;

const THREATS: &str = "docs/threats.md";

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What stands between backticks, outside of code blocks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// Whether `source` has a test of this name: an attribute above it in Rust, the name itself in Python.
fn has_test(path: &str, source: &str, name: &str) -> bool {
    let mut above: Vec<&str> = Vec::new();
    for line in source.lines().map(str::trim) {
        let rest = line.trim_start_matches("async ");
        let rest = rest.strip_prefix(if path.ends_with(".py") { "def " } else { "fn " });
        if rest.and_then(|rest| rest.strip_prefix(name)).is_some_and(|rest| rest.starts_with('(')) {
            return path.ends_with(".py") && name.starts_with("test_")
                || above.iter().any(|line| ["#[test]", "#[tokio::test]"].contains(line));
        }
        if line.starts_with("#[") {
            above.push(line);
        } else {
            above.clear();
        }
    }
    false
}

#[test]
fn every_test_that_is_named_exists() {
    let mut named = BTreeSet::new();
    for document in [THREATS, "SECURITY.md"] {
        let text = read(document);
        for (path, name) in quoted(&text).filter_map(|quoted| quoted.split_once("::")) {
            if path.contains('/') {
                assert!(has_test(path, &read(path), name), "{document} names {path}::{name}, which is no test");
                named.insert((path.to_owned(), name.to_owned()));
            }
        }
    }
    assert!(named.len() > 60, "only {} tests were found in the documents", named.len());
}

#[test]
fn every_file_that_is_named_exists() {
    let text = read(THREATS);
    let folders = ["src/", "tests/", "deploy/", "docs/"];
    for path in quoted(&text).filter(|quoted| folders.iter().any(|folder| quoted.starts_with(folder))) {
        let path = path.split("::").next().unwrap_or_default();
        assert!(root().join(path).exists(), "{THREATS} names {path}");
    }
}

#[test]
fn every_threat_is_in_the_table_and_says_what_is_tried_and_what_remains() {
    let text = read(THREATS);
    let (table, threats) = text.split_once("\n## ").expect("threats after the table");
    let threats: Vec<&str> = threats.split("\n## ").collect();
    for threat in &threats {
        let title = threat.lines().next().unwrap_or_default();
        let anchor: String =
            title.to_lowercase().replace(' ', "-").replace(|c: char| c != '-' && !c.is_alphanumeric(), "");
        assert!(table.contains(&format!("](#{anchor})")), "“{title}” is not in the table");
        for part in ["**Who:**", "**Against it:**", "**Shown by:**", "**Remains:**"] {
            assert!(threat.contains(part), "“{title}” has no {part}");
        }
    }
    assert_eq!(table.matches("](#").count(), threats.len(), "the table and the threats differ");
}

#[test]
fn what_is_no_test_is_seen() {
    let source = "#[test]\nfn one() {}\nfn two() {}\n#[cfg(unix)]\n#[tokio::test]\nasync fn three() {}\n";
    let seen = |name| has_test("x.rs", source, name);
    assert!(seen("one") && seen("three") && !seen("two") && !seen("on") && !seen("four"));
    assert!(has_test("x.py", "async def test_it(ana):\n", "test_it") && !has_test("x.py", "def it():\n", "it"));
}
