//! Damaged packs: whatever the files hold, checking them gives diagnostics and never a panic.
//! Deterministic: the same damage in the same order on every machine.

use std::time::{Duration, Instant};

use kyr::content::Compiled;
use kyr::content::parse::parse;
use kyr::diagnostic::{Diagnostic, Files, to_json, to_text};
use kyr::lint;

use crate::hostile::files::{damaged, garbage};
use crate::hostile::random::Random;
use crate::lint::{TODAY, base};

const ROUNDS: u64 = 3_000;
const MEAN_LIMIT: Duration = Duration::from_millis(50);

/// Says in which round a panic happened.
struct Round(u64);

impl Drop for Round {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the fuzz test failed in round {}", self.0);
        }
    }
}

#[test]
fn damaged_packs_never_panic() {
    let base = base();
    let mut spent = Duration::ZERO;
    for round in 1..=ROUNDS {
        let _round = Round(round);
        let mut random = Random::new(round);
        let mut files = base.clone();
        for _ in 0..=random.below(3) {
            damage(&mut files, &mut random);
        }
        let started = Instant::now();
        let found = lint::check(&files, TODAY);
        spent += started.elapsed();
        exercise(&files, &found);
    }
    let mean = spent / u32::try_from(ROUNDS).unwrap();
    assert!(mean < MEAN_LIMIT, "a damaged pack takes {mean:?} to check");
}

/// Everything else that a faulty pack goes through in `kyr check` and `kyr coverage`.
fn exercise(files: &Files, found: &[Diagnostic]) {
    assert_eq!(found.is_empty(), to_text(found, files).is_empty());
    assert_eq!(to_json(found, files).as_array().map(Vec::len), Some(found.len()));
    let (pack, _) = parse(files);
    for text in pack.texts.values().flat_map(|texts| texts.values()) {
        assert_eq!(text.fingerprint().len(), 12);
    }
    assert!(Compiled::new(&pack).is_ok());
}

/// Damages one file.
pub fn damage(files: &mut Files, random: &mut Random) {
    let paths: Vec<String> = files.keys().cloned().collect();
    let path = random.pick(&paths.iter().map(String::as_str).collect::<Vec<_>>()).to_owned();
    let text = files.get(&path).cloned().unwrap_or_default();
    match random.below(8) {
        0 => {
            files.remove(&path);
        }
        1 => {
            files.remove(&path);
            files.insert(wrong_path(&path, random), text);
        }
        _ => {
            files.insert(path, damaged(&text, random));
        }
    }
    if files.is_empty() {
        files.insert("pack.yaml".to_owned(), garbage(random));
    }
}

fn wrong_path(path: &str, random: &mut Random) -> String {
    let folders = [
        "",
        "text/",
        "topics/",
        "text/en/",
        "text/zz-ZZ-zz-zz/",
        "text//",
        "topics/a/b/",
        "locales/",
        "locales/en/",
        "../",
        "text/\u{202e}/x/",
    ];
    match random.below(3) {
        0 => format!("{}{path}", random.pick(&folders)),
        1 => format!("{}{}", random.pick(&folders), path.rsplit('/').next().unwrap_or("")),
        _ => path.replace("/en/", "/es/").replace("rights", "help"),
    }
}
