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

/// What `kyr privacy` says of a configuration in `folder`, on one line.
#[cfg(feature = "service")]
fn told(folder: &std::path::Path, configuration: &str) -> String {
    let file = folder.join("kyr.yaml");
    std::fs::write(&file, configuration).expect("writable");
    let output = kyr(folder).args(["privacy", "--config"]).arg(&file).output().expect("the program starts");
    let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100 || line.contains('/')), "{text}");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(feature = "service")]
#[test]
fn what_is_kept_is_told_with_its_places_and_changed_by_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let bare = told(folder.path(), "room:\n  language: es\n");
    assert!(
        bare.contains(&format!("The file {}. 0 entries are there now.", path("data/preferences.sqlite"))),
        "{bare}"
    );
    assert!(!folder.path().join("data").exists(), "asking makes nothing");
    for absent in ["Discord", "Matrix", "Your own texts"] {
        assert!(!bare.contains(absent), "{absent}: {bare}");
    }
    let store = kyr::preferences::File::open(&folder.path().join("data")).expect("a store");
    for key in [[1; 32], [2; 32]] {
        kyr::preferences::Store::put(&store, &key, b"{}").expect("writable");
    }
    std::fs::write(folder.path().join("data/discord-session-0.json"), "{}").expect("writable");
    std::fs::create_dir(folder.path().join("keys")).expect("writable");
    let all = told(
        folder.path(),
        "discord:\n  application_id: '1'\nmatrix:\n  homeserver: https://x.org\n  user: kyr\n  invited_by: []\n  \
         store: keys\ncontent:\n  dir: keys\n",
    );
    for wanted in [
        "2 entries are there now.".to_owned(),
        format!("The key is in the file {}, or in KYR_DATA_KEY", path("data/key")),
        format!("stop Kyr, then delete {0}, {0}-wal and {0}-shm.", path("data/preferences.sqlite")),
        "\"forget me\"".to_owned(),
        "15 minutes".to_owned(),
        format!("{}. 1 file of 1 KiB is there now.", path("data/discord-session-*.json")),
        format!("The folder {}. No file is there now.", path("keys")),
        format!("The recovery key is in the file {}", path("matrix-recovery-key")),
        format!("The folder {}.", path(".cache/kyr")),
    ] {
        assert!(all.contains(&wanted), "{wanted}: {all}");
    }
    assert_eq!(kyr::preferences::Store::count(&store).expect("readable"), 2);
    assert!(!all.contains("pack-serials"), "no pack is signed: {all}");
    let signed = "content:\n  dir: keys\n  trusted_keys: [RWQdwO04O65Y4hBDcB8tZLyQvv9sGLoCVSMlNIWwlP3FLNO9TJZ1QKPL]\n";
    assert!(told(folder.path(), signed).contains(&format!("The file {}.", path("data/pack-serials.json"))));
    // What an earlier configuration left is told, too.
    std::fs::create_dir_all(folder.path().join(".cache/kyr")).expect("writable");
    assert!(told(folder.path(), "room:\n  language: es\n").contains(&format!("The folder {}.", path(".cache/kyr"))));
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
