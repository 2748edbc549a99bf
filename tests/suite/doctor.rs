//! `kyr doctor` and `kyr setup` as their users start them, without any platform: nothing here reaches a network.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Stdio;

use crate::cli::kyr;
use crate::root;

/// What the doctor says of this configuration in this folder, and its exit code.
fn doctor(folder: &Path, configuration: &str, arguments: &[&str]) -> (i32, String) {
    std::fs::write(folder.join("kyr.yaml"), configuration).expect("writable");
    let output = kyr(folder).args(["doctor", "--config"]).arg(folder.join("kyr.yaml")).args(arguments).output();
    let output = output.expect("the program starts");
    let said = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
    (output.status.code().expect("it ends by itself"), said)
}

#[track_caller]
fn has(said: &str, verdict: &str, words: &[&str]) {
    let fits = |line: &str| line.starts_with(verdict) && words.iter().all(|word| line.contains(word));
    let mut lines = said.lines();
    assert!(lines.any(fits), "no {verdict} {words:?} in:\n{said}");
    let remedy = lines.next().unwrap_or_default();
    assert!(verdict == "ok" || remedy.trim_start().starts_with("-> "), "no remedy for {words:?} in:\n{said}");
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

#[test]
fn a_configuration_that_cannot_be_read() {
    let folder = folder();
    let output = kyr(folder.path()).args(["doctor", "--config", "/nowhere/kyr.yaml"]).output().expect("it starts");
    assert_eq!(output.status.code(), Some(1));
    has(&String::from_utf8_lossy(&output.stdout), "wrong", &["configuration", "there is no file /nowhere/kyr.yaml"]);
    let (code, said) = doctor(folder.path(), "room:\n  langage: es\n", &[]);
    assert_eq!(code, 1);
    has(&said, "wrong", &["configuration", "langage"]);
    let (code, said) = doctor(folder.path(), "room:\n  language: xx\n", &[]);
    assert_eq!(code, 1);
    has(&said, "wrong", &["configuration", "nowhere to serve"]);
    has(&said, "wrong", &["room language", "`xx`"]);
}

#[test]
fn reviews_and_faults_of_a_pack() {
    let folder = folder();
    let (_, said) = doctor(folder.path(), "", &["--today", "2126-01-01"]);
    has(&said, "ok", &["pack", "inside the program"]);
    has(&said, "wrong", &["reviews", "past the last date"]);
    let pack = folder.path().join("pack");
    std::fs::create_dir(&pack).expect("writable");
    let (_, said) = doctor(folder.path(), "content:\n  dir: pack\n", &[]);
    has(&said, "wrong", &["pack", "1 error"]);
    assert!(!said.contains("reviews"), "there is nothing to review:\n{said}");
    std::fs::remove_dir(&pack).expect("empty");
    let (_, said) = doctor(folder.path(), "content:\n  dir: pack\n", &[]);
    has(&said, "wrong", &["configuration", "there is no folder"]);
    std::fs::create_dir(&pack).expect("writable");
    std::fs::write(pack.join("pack.yaml"), "id: x\nverzion: 1\n").expect("writable");
    let (_, said) = doctor(folder.path(), "content:\n  dir: pack\n", &[]);
    has(&said, "wrong", &["pack", "errors"]);
    let whole = format!("content:\n  dir: {}\n", root().join("content").display());
    let (_, said) = doctor(folder.path(), &whole, &["--today", "2026-11-22"]);
    has(&said, "ok", &["pack", "no faults"]);
    has(&said, "ok", &["reviews", "none is overdue; the next is due by"]);
}

#[test]
fn the_folder_of_data() {
    let folder = folder();
    let (_, said) = doctor(folder.path(), "", &[]);
    has(&said, "ok", &["data folder", "will be made"]);
    has(&said, "ok", &["data key", "will be made"]);
    assert!(said.lines().any(|line| line.contains("disk: ") && line.contains("B are free")), "{said}");
    let data = folder.path().join("data");
    std::fs::create_dir(&data).expect("writable");
    std::fs::set_permissions(&data, std::fs::Permissions::from_mode(0o755)).expect("one's own");
    let (_, said) = doctor(folder.path(), "", &[]);
    has(&said, "warning", &["data folder", "other users"]);
    std::fs::write(data.join("preferences.sqlite"), "").expect("writable");
    let (_, said) = doctor(folder.path(), "", &[]);
    has(&said, "warning", &["data key", "is gone"]);
    let (_, said) = doctor(folder.path(), "data: kyr.yaml\n", &[]);
    has(&said, "wrong", &["data folder", "is a file"]);
}

#[cfg(feature = "discord")]
#[test]
fn a_discord_that_is_not_there() {
    let folder = folder();
    let configuration = "discord:\n  application_id: \"1\"\n  token_file: token\n  test_api: http://127.0.0.1:1/\n";
    let (code, said) = doctor(folder.path(), configuration, &[]);
    assert_eq!(code, 1);
    has(&said, "wrong", &["discord: token", "is not there"]);
    let token = format!("{}.{}.{}", "M".repeat(26), "Gabcde", "x".repeat(38));
    std::fs::write(folder.path().join("token"), &token).expect("writable");
    let (code, said) = doctor(folder.path(), configuration, &[]);
    assert_eq!(code, 1);
    has(&said, "wrong", &["discord: reached", "cannot be reached"]);
    assert!(!said.contains(&token), "{said}");
}

#[cfg(feature = "matrix")]
#[test]
fn a_homeserver_that_is_not_there() {
    let folder = folder();
    let configuration =
        "matrix:\n  homeserver: http://127.0.0.1:1\n  user: kyr\n  invited_by: []\n  password_file: password\n";
    let (code, said) = doctor(folder.path(), configuration, &[]);
    assert_eq!(code, 1);
    has(&said, "wrong", &["matrix: homeserver", "cannot be reached"]);
    has(&said, "wrong", &["matrix: password", "is not there"]);
    has(&said, "ok", &["matrix: store", "will be made"]);
    assert!(!folder.path().join("matrix-store").exists(), "looking makes nothing");
}

#[test]
fn setup_writes_nothing_before_the_last_answer() {
    let folder = folder();
    let file = folder.path().join("kyr.yaml");
    let output = kyr(folder.path()).args(["setup", "--config"]).arg(&file).stdin(Stdio::null()).output();
    let output = output.expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("question 1 of 5") && error.contains("nothing was written"), "{error}");
    assert!(!file.exists());
}
