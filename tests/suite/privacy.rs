//! The privacy invariants, tried: nothing that a person wrote may be found afterwards.
//! It looks at everything that the program leaves behind.

use std::io::Write;
use std::process::Stdio;

use kyr::engine::{Asked, ConversationId, PersonId, Query};

use crate::cli::kyr;
use crate::root;
use crate::talk::{small_pack, write};

/// A word that stands nowhere else.
const SECRET: &str = "zanahoria-violeta-4711";

#[test]
fn a_conversation_leaves_no_trace() {
    let home = tempfile::tempdir().expect("a temporary folder");
    let pack = home.path().join("pack");
    write(&pack, &small_pack());
    let mut child = kyr(home.path())
        .args(["--content", pack.to_str().expect("UTF-8"), "chat"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let said =
        format!("ice came, {SECRET}\nmy A-number is A 123 456 789 {SECRET}\nidioma español\nestado CA\nforget me\n");
    child.stdin.take().expect("piped").write_all(said.as_bytes()).expect("the program reads");
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success());
    let printed = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(!printed.contains(SECRET) && !printed.contains("456 789"), "the program repeated a message");
    let mut left = 0;
    std::fs::remove_dir_all(&pack).expect("the pack is ours");
    for file in all_files(home.path()) {
        let bytes = std::fs::read(&file).expect("a readable file");
        left += 1;
        let found = bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
        assert!(!found, "{} holds a message", file.display());
    }
    assert_eq!(left, 1, "besides the trained pack, nothing may be left");
}

#[test]
fn types_that_hold_messages_or_ids_do_not_print_them() {
    let query = Query::new(Asked::Words(SECRET.to_owned()), "2026-11-22".parse().expect("a date"), 0);
    assert!(!format!("{query:?}").contains(SECRET));
    assert!(!format!("{:?}", ConversationId::new(SECRET)).contains(SECRET));
    assert!(!format!("{:?}", PersonId::new(SECRET)).contains(SECRET));
}

#[test]
fn no_source_logs_a_message() {
    for file in crate::files_under(&root().join("src/engine"), "rs") {
        let text = std::fs::read_to_string(&file).expect("a readable source");
        for word in ["dbg!", "eprintln!", "println!", "tracing::", " log::"] {
            assert!(!text.contains(word), "{} writes somewhere: {word}", file.display());
        }
    }
}

fn all_files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            found.extend(all_files(&path));
        } else {
            found.push(path);
        }
    }
    found
}
