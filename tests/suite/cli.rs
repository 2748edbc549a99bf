//! The program as its users start it. Every test runs the real binary with a home of its own.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::{files_under, root};

/// The program, with nothing of the machine's own settings.
pub fn kyr(home: &std::path::Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kyr"));
    command.current_dir(root()).env_clear().env("HOME", home);
    command
}

fn run(arguments: &[&str], input: &str) -> Output {
    let home = tempfile::tempdir().expect("a temporary folder");
    let mut child = kyr(home.path())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    child.stdin.take().expect("piped").write_all(input.as_bytes()).expect("the program reads");
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn ask_answers_one_question() {
    let output = run(&["ask", "can", "ice", "come into my house?"], "");
    assert!(output.status.success());
    let answer = text(&output.stdout);
    for part in ["ICE is at my door", "Sources:", "Last reviewed on", "not legal advice"] {
        assert!(answer.contains(part), "no “{part}” in:\n{answer}");
    }
    assert!(answer.lines().all(|line| line.chars().count() <= 80 || line.contains("://")), "{answer}");
}

#[test]
fn ask_answers_a_stream_line_by_line() {
    let output = run(&["ask", "--format", "json"], "what is an A-number\n\n¿qué es el I-205?\nasdf qwerty zxcv\n");
    assert!(output.status.success());
    let replies: Vec<Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let topics: Vec<&Value> = replies.iter().map(|reply| &reply["topics"][0]).collect();
    assert_eq!(replies.len(), 3);
    assert_eq!(topics[..2], ["find-detained-person", "warrants"]);
    assert_eq!(replies[1]["locale"], "es");
    assert_eq!(replies[2]["kind"], "not-covered");
}

#[test]
fn chat_talks_until_the_input_ends() {
    let output = run(&["chat", "--lang", "es"], "menú\n1\nadios amigos\n");
    assert!(output.status.success());
    let said = text(&output.stdout);
    assert!(said.starts_with("Hola. Soy Kyr."), "{said}");
    assert!(said.contains("Sus derechos") || said.contains("derechos"), "{said}");
}

#[test]
fn check_reports_with_exit_codes() {
    assert_eq!(run(&["check"], "").status.code(), Some(0));
    assert_eq!(run(&["check", "--config", "deploy/kyr.example.yaml"], "").status.code(), Some(0));
    let broken = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(broken.path().join("pack.yaml"), "id: x\nverzion: 1\n").expect("writable");
    let output = run(&["check", broken.path().to_str().expect("UTF-8"), "--format", "json"], "");
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let fault =
        found.as_array().expect("an array").iter().find(|fault| fault["rule"] == "unknown-field").expect("the fault");
    assert_eq!(
        (fault["file"].as_str(), fault["line"].as_u64(), fault["column"].as_u64()),
        (Some("pack.yaml"), Some(2), Some(1))
    );
    assert_eq!(fault["excerpt"], "verzion: 1");
    assert_eq!(fault["help"], "did you mean `version`?");
}

#[test]
fn a_missing_folder_is_a_clear_error() {
    let output = run(&["--content", "/nowhere", "ask", "x"], "");
    assert_eq!(output.status.code(), Some(2));
    let error = text(&output.stderr);
    assert!(error.contains("/nowhere") && error.contains("pack.yaml"), "{error}");
}

#[test]
fn a_faulty_configuration_is_a_clear_error() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("kyr.yaml");
    for (content, wanted) in [
        ("room:\n  langage: es\n", "langage"),
        ("room:\n  state: XX\n", "room.state"),
        ("content:\n  dir: none\n", "no folder"),
        ("matrix:\n  homeserver: https://x.org\n  user: kyr\n", "invited_by"),
        ("matrix:\n  homeserver: x.org\n  user: kyr\n  invited_by: []\n", "matrix.homeserver"),
        ("matrix:\n  homeserver: https://x.org\n  user: ''\n  invited_by: []\n", "matrix.user"),
        ("matrix:\n  homeserver: https://x.org\n  user: kyr\n  invited_by: ['@ana']\n", "@ana:example.org"),
        (
            "matrix:\n  homeserver: https://x.org\n  user: kyr\n  invited_by: []\n  oldest_question: soon\n",
            "matrix.oldest_question",
        ),
        ("matrix:\n  homeserver: https://x.org\n  user: kyr\n  invited_by: []\n  password: p\n", "password_file"),
    ] {
        std::fs::write(&file, content).expect("writable");
        let output = run(&["check", "--config", file.to_str().expect("UTF-8")], "");
        assert_eq!(output.status.code(), Some(2));
        let error = text(&output.stderr);
        assert!(error.contains("kyr.yaml") && error.contains(wanted), "{error}");
    }
}

#[cfg(all(feature = "discord", feature = "matrix"))]
#[test]
fn run_says_what_is_missing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("kyr.yaml");
    for (content, wanted) in [
        ("room:\n  language: en\n", "there is no section `discord` or `matrix`"),
        ("discord:\n  application_id: 1x\n", "discord.application_id"),
        ("matrix:\n  homeserver: http://127.0.0.1:1\n  user: kyr\n  invited_by: []\n", "KYR_MATRIX_PASSWORD"),
    ] {
        std::fs::write(&file, content).expect("writable");
        let output = run(&["run", "--config", file.to_str().expect("UTF-8")], "");
        assert_eq!(output.status.code(), Some(2));
        let error = text(&output.stderr);
        assert!(error.contains(wanted), "{error}");
    }
    let key = std::fs::metadata(folder.path().join("matrix-store-key")).expect("a key for the store was made");
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&key.permissions()) & 0o777, 0o600);
}

#[test]
fn explain_knows_every_rule() {
    let rules = text(&run(&["explain"], "").stdout);
    assert!(rules.lines().count() > 20, "{rules}");
    for rule in rules.lines() {
        assert!(text(&run(&["explain", rule], "").stdout).starts_with(&format!("# {rule}\n")), "{rule}");
    }
    let error = text(&run(&["explain", "promis-word"], "").stderr);
    assert!(error.contains("did you mean `promise-word`?"), "{error}");
}

#[test]
fn eval_and_coverage_print_json_of_the_promised_shape() {
    let output = run(&["eval", "tests/eval/en.tsv", "tests/eval/es.tsv", "--lang", "auto", "--format", "json"], "");
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let es = &report["languages"]["es"];
    let count = |name: &str| es[name].as_u64().unwrap_or_else(|| panic!("no {name} in {es}"));
    assert_eq!(count("right") + count("offered") + count("wrong") + count("unanswered"), count("questions"));
    for name in ["off_topic", "off_topic_answered", "off_topic_offered", "language_right"] {
        count(name);
    }
    assert!(es["micros_p50"].is_number() && es["micros_p99"].is_number());
    assert!(report["all"]["questions"].as_u64() > es["questions"].as_u64());
    let coverage: Value = serde_json::from_slice(&run(&["coverage", "--format", "json"], "").stdout).expect("JSON");
    assert_eq!(coverage["es"]["all"]["topics"], 97);
    assert_eq!(coverage["es"]["all"]["missing"], 0);
}

#[test]
fn quality_does_not_fall() {
    let files = files_under(&root().join("tests/eval"), "tsv");
    let own = files.iter().filter(|file| file.parent().is_some_and(|folder| folder.ends_with("eval")));
    let files: Vec<&str> = own.filter_map(|file| file.to_str()).collect();
    assert!(files.len() >= 12, "only {} languages", files.len());
    let output = run(&[&["eval"], files.as_slice(), &["--format", "json"]].concat(), "");
    let report = serde_json::from_slice::<Value>(&output.stdout).expect("JSON");
    let languages = report["languages"].as_object().expect("languages");
    for (name, tally) in languages {
        assert_quality(name, tally, [0.92, 0.80, 0.05, 0.05, 0.95]);
    }
    assert_quality("all", &report["all"], [0.95, 0.85, 0.04, 0.03, 0.98]);
    let count = |name: &str| report["all"][name].as_f64().expect("a count");
    assert!(count("off_topic_offered") / count("off_topic") <= 0.20, "{}", report["all"]);
}

/// Limits: right or offered, right, wrong, off-topic answered, language right.
fn assert_quality(name: &str, tally: &Value, limits: [f64; 5]) {
    let count = |name: &str| tally[name].as_f64().expect("a count");
    let share = |name: &str| count(name) / count("questions");
    let language = count("language_right") / (count("questions") + count("off_topic"));
    assert!(share("right") + share("offered") >= limits[0], "{name}: {tally}");
    assert!(share("right") >= limits[1], "{name}: {tally}");
    assert!(share("wrong") <= limits[2], "{name}: {tally}");
    assert!(count("off_topic_answered") / count("off_topic") <= limits[3], "{name}: {tally}");
    assert!(language >= limits[4], "{name}: {tally}");
}
