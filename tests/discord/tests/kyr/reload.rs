//! The pack changes while Kyr serves: the next answer is new, and Discord shows the commands of the new pack.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use kyr_discord_tests::fake::{Discord, Person, Place};
use kyr_discord_tests::harness::questions::ENGLISH;
use kyr_discord_tests::harness::{Stage, contains, copy, repository};
use serde_json::{Value, json};

use crate::{answers, get, metrics_address};

const DOOR: &str = "ICE is at my door";
const ANSWER: &str = "You do not have to open the door.";
const TEXT: &str = "text/en/rights/home-visit.yaml";

/// A stage whose Kyr is to answer from a small pack of its own.
async fn prepare() -> Stage {
    let mut stage = Stage::prepare().await;
    copy(&repository().join("tests/fixtures/lint/base"), &stage.kyr.folder().join("pack"));
    stage.kyr.settings["content"] = json!({"dir": "pack"});
    stage
}

async fn start() -> Stage {
    let mut stage = prepare().await;
    stage.kyr.start().await;
    stage
}

fn edit(stage: &Stage, path: &str, from: &str, to: &str) {
    let path = stage.kyr.folder().join("pack").join(path);
    let text = std::fs::read_to_string(&path).expect("a text");
    assert!(text.contains(from), "no “{from}” in {text}");
    std::fs::write(path, text.replace(from, to)).expect("writable");
}

async fn asked(person: &Person, place: Place) -> String {
    person.command(place, "ask", json!({"question": DOOR})).reply().await.text()
}

#[tokio::test]
async fn a_changed_text_is_the_next_answer() {
    let mut stage = start().await;
    let ana = stage.person("en-US");
    assert!(contains(&asked(&ana, stage.channel).await, ANSWER));
    edit(&stage, TEXT, ANSWER, "Keep it shut.");
    let saved = Instant::now();
    while !contains(&asked(&ana, stage.channel).await, "Keep it shut.") {
        assert!(saved.elapsed() < Duration::from_secs(20), "the answer stays old");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    eprintln!("from save to answer on Discord: {:?}", saved.elapsed());
    edit(&stage, TEXT, "title:", "titel:");
    stage.kyr.logged(&["error: pack: refused for", "the one before stays in use"]).await;
    stage.kyr.logged(&["error: pack: text/en/rights/home-visit.yaml:1:1:"]).await;
    assert!(contains(&asked(&ana, stage.channel).await, "Keep it shut."));
    stage.end().await;
}

#[tokio::test]
async fn a_refused_pack_is_named_where_readiness_is_asked() {
    let mut stage = prepare().await;
    stage.kyr.settings["metrics"] = json!({"listen": "127.0.0.1:0"});
    stage.kyr.start().await;
    let address = metrics_address(&mut stage).await;
    stage.kyr.logged(&["pack: what its examples teach is in use"]).await;
    assert_eq!(get(address, "/readyz").await, (200, "ready\n".to_owned()));
    edit(&stage, TEXT, "title:", "titel:");
    stage.kyr.logged(&["error: pack: refused for", "the one before stays in use"]).await;
    let (status, said) = get(address, "/readyz").await;
    assert_eq!(status, 200, "the pack before answers: {said}");
    assert!(said.starts_with("ready\npack: refused: ") && said.contains("home-visit.yaml:1:1"), "{said}");
    edit(&stage, TEXT, "titel:", "title:");
    stage.kyr.logged(&["pack: new texts are in use"]).await;
    assert_eq!(get(address, "/readyz").await, (200, "ready\n".to_owned()));
    stage.end().await;
}

#[tokio::test]
async fn commands_follow_the_pack() {
    let mut stage = start().await;
    let registrations = |discord: &Discord| {
        discord
            .requests_of(kyr_discord_tests::fake::Route::Commands)
            .iter()
            .filter(|request| request.method == "PUT")
            .count()
    };
    let sections = |discord: &Discord| -> Vec<Value> {
        let commands = discord.commands();
        let rights = commands.iter().find(|command| command["name"] == "rights").cloned().unwrap_or_default();
        let choices = rights["options"][0]["choices"].as_array().cloned().unwrap_or_default();
        choices.iter().map(|choice| choice["name"].clone()).collect()
    };
    let before = sections(&stage.discord);
    let title = before[0].as_str().expect("a title").to_owned();
    // A sentence of an answer is nothing that Discord shows.
    edit(&stage, TEXT, ANSWER, "Keep it shut.");
    stage.kyr.logged(&["pack: new texts are in use"]).await;
    edit(&stage, "text/en/language.yaml", &title, "Other rights");
    let renamed = |discord: &Discord| sections(discord).contains(&"Other rights".into()).then_some(());
    assert!(stage.discord.wait(Duration::from_secs(20), renamed).await.is_some(), "{:?}", sections(&stage.discord));
    assert_eq!(registrations(&stage.discord), 2, "once at the start, once for the change");
    stage.end().await;
}

/// An example that was never learned from.
const NEW: &str = "examples:\n  - \"zubzub frobnicate wakka quux\"\n";

/// Kyr with a pack as large as its own, but for an example and a sentence, and where its readiness is.
async fn start_unlearned() -> (Stage, SocketAddr) {
    let mut stage = Stage::prepare().await;
    copy(&repository().join("content"), &stage.kyr.folder().join("pack"));
    stage.kyr.settings["content"] = json!({"dir": "pack"});
    stage.kyr.settings["metrics"] = json!({"listen": "127.0.0.1:0"});
    edit(&stage, TEXT, "examples:\n", NEW);
    edit(&stage, TEXT, "You do not have to open the door", "Keep it shut. You do not have to open the door");
    stage.kyr.start().await;
    let address = metrics_address(&mut stage).await;
    (stage, address)
}

/// A question that is no title and no word of the glossary.
async fn answers_free_words(stage: &Stage) {
    let (question, topic) = ENGLISH[8];
    let asked = stage.person("en-US").command(stage.channel, "ask", json!({"question": question}));
    answers(&asked.reply().await, topic, "en");
}

/// To learn from a pack as large as Kyr's own takes a minute of a processor and more. Nobody has to wait for it, and
/// nobody's system manager takes it for a start that failed.
#[tokio::test]
async fn it_answers_before_it_has_learned_from_a_pack_of_ones_own() {
    let (mut stage, address) = start_unlearned().await;
    assert!(contains(&asked(&stage.person("en-US"), stage.channel).await, "Keep it shut."));
    answers_free_words(&stage).await;
    stage.kyr.logged(&["pack: in use (kyr ", "; learning from its changed examples"]).await;
    assert_eq!(get(address, "/readyz").await, (200, "ready\npack: learning from its examples\n".to_owned()));
    assert!(!stage.kyr.log().contains("what its examples teach is in use"), "this was to take longer");
    stage.end().await;
}

/// With another pack's topics and languages Kyr would answer wrongly, or say that it does not speak what it speaks.
#[tokio::test]
async fn a_pack_of_other_topics_is_learned_from_first() {
    let mut stage = prepare().await;
    for folder in ["text/en/rights", "text/es/rights", "topics/rights"] {
        let folder = stage.kyr.folder().join("pack").join(folder);
        std::fs::rename(folder.join("home-visit.yaml"), folder.join("door.yaml")).expect("renamed");
    }
    edit(&stage, "pack.yaml", "home-visit", "door");
    stage.kyr.start().await;
    assert!(contains(&asked(&stage.person("en-US"), stage.channel).await, ANSWER));
    stage.kyr.logged(&["pack: learning from its examples before the first answer"]).await;
    assert!(!stage.kyr.log().contains("pack: in use"), "nothing is left to learn");
    stage.end().await;
}

/// The learner is ended, as when memory runs out; then the examples become what is known.
#[tokio::test]
async fn it_goes_on_when_it_cannot_learn() {
    let (mut stage, address) = start_unlearned().await;
    let [learner] = stage.kyr.children()[..] else { panic!("nobody learns") };
    let ended = std::process::Command::new("kill").args(["-s", "KILL", &learner.to_string()]).status();
    assert!(ended.expect("kill").success(), "the learner has ended already");
    stage.kyr.logged(&["error: pack: cannot learn from its examples", "is there enough memory?"]).await;
    let (status, said) = get(address, "/readyz").await;
    assert!(status == 200 && said.starts_with("ready\npack: not learned from: "), "{status} {said}");
    answers_free_words(&stage).await;
    edit(&stage, TEXT, NEW, "examples:\n");
    stage.kyr.logged(&["pack: new texts are in use"]).await;
    assert_eq!(get(address, "/readyz").await, (200, "ready\n".to_owned()));
    stage.end().await;
}
