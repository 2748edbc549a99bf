//! What Kyr keeps: nothing in the log, choices under codes, and nothing once it is asked to forget.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use kyr_discord_tests::harness::questions::*;
use kyr_discord_tests::harness::{Role, Stage, button, leaks};
use serde_json::json;

use crate::{PACK, answers, says};

#[tokio::test]
async fn it_tells_what_it_keeps_and_forgets_it() {
    let mut stage = Stage::start().await;
    let (ana, bob) = (stage.person("en-US"), stage.person("en-US"));
    for person in [&ana, &bob] {
        person.command(person.direct(), "language", json!({"language": "es"})).reply().await;
        person.command(person.direct(), "hotlines", json!({"state": "CA"})).reply().await;
    }
    let privacy = ana.command(ana.direct(), "privacy", json!({})).reply().await;
    says(&privacy, "privacy-title", "es");
    let (message, custom_id) = button(&privacy, Role::Forget, &PACK).expect("a button to forget");
    let done = ana.press(message, &custom_id).reply().await;
    assert!(!done.text().is_empty());
    for _ in 0..2 {
        let reply = ana.command(stage.channel, "ask", json!({"question": EITHER})).reply().await;
        answers(&reply, EITHER_TOPIC, "en");
        assert!(!ana.tell(REGIONAL).reply().await.text().contains(IN_STATE));
        answers(&bob.tell(EITHER).reply().await, EITHER_TOPIC, "es");
        stage.kyr.restart().await;
    }
    ana.press(message, &custom_id).reply().await;
    stage.end().await;
}

#[tokio::test]
async fn forget_me_in_words() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    ana.command(stage.channel, "language", json!({"language": "es"})).reply().await;
    says(&ana.tell("olvídame").reply().await, "forgotten", "es");
    let reply = ana.command(stage.another_channel(), "ask", json!({"question": EITHER})).reply().await;
    answers(&reply, EITHER_TOPIC, "en");
    stage.end().await;
}

#[tokio::test]
async fn the_state_that_was_chosen_is_remembered() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    assert!(!ana.tell(REGIONAL).reply().await.text().contains(IN_STATE));
    ana.command(stage.channel, "hotlines", json!({"state": "CA"})).reply().await;
    assert!(ana.tell(REGIONAL).reply().await.text().contains(IN_STATE));
    stage.kyr.restart().await;
    assert!(ana.tell(REGIONAL).reply().await.text().contains(IN_STATE));
    stage.end().await;
}

#[tokio::test]
async fn it_leaves_nothing_but_its_data() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    ana.command(stage.channel, "ask", json!({"question": DOOR})).reply().await;
    ana.command(stage.channel, "language", json!({"language": "es"})).reply().await;
    ana.tell(PUERTA).reply().await;
    let entries = std::fs::read_dir(stage.kyr.folder()).unwrap();
    let mut names: Vec<String> = entries.map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["data", "discord-token", "kyr.log", "kyr.yaml"]);
    let closed = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o077 == 0;
    for entry in std::fs::read_dir(stage.kyr.data()).unwrap() {
        let path = entry.unwrap().path();
        assert!(closed(&path) || closed(&stage.kyr.data()), "others may read {}", path.display());
    }
    assert!(closed(&stage.kyr.data().join("key")));
    stage.end().await;
}

#[tokio::test]
async fn the_check_of_the_log_sees_what_it_should() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let asked = ana.command(stage.channel, "ask", json!({"question": DOOR}));
    asked.reply().await;
    assert!(!stage.kyr.log().is_empty());
    let (id, token) = (ana.id.to_string(), asked.now().token);
    for leak in [DOOR, &id, &token, &stage.discord.token(), &stage.channel.0.to_string()] {
        assert_eq!(leaks(&stage.discord, &format!("INFO answered {leak} in time")).len(), 1, "{leak}");
    }
    assert!(leaks(&stage.discord, "INFO discord: ready").is_empty());
    stage.end().await;
}

#[tokio::test]
async fn without_its_key_it_serves_nobody_until_the_operator_begins_again() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    ana.command(stage.channel, "language", json!({"language": "es"})).reply().await;
    assert_eq!(stage.kyr.stop().await, 0);
    std::fs::remove_file(stage.kyr.data().join("key")).expect("a key");
    stage.kyr.launch();
    assert_eq!(stage.kyr.ended(Duration::from_secs(20)).await, 2);
    let log = stage.kyr.new_log();
    assert!(log.contains("the data key is missing") && log.contains("to begin again"), "{log}");
    std::fs::remove_file(stage.kyr.data().join("preferences.sqlite")).expect("preferences");
    stage.kyr.start().await;
    answers(&ana.tell(EITHER).reply().await, EITHER_TOPIC, "en");
    stage.end().await;
}
