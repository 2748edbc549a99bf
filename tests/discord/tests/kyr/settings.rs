//! A server's settings: who may change them, what they do, and that they stay.

use kyr_discord_tests::fake::{Message, Person, Place, Reply};
use kyr_discord_tests::harness::questions::*;
use kyr_discord_tests::harness::{Role, Stage, button, contains};
use serde_json::{Value, json};

use crate::{PACK, answers, says};

async fn set(person: &Person, place: Place, options: Value) -> Reply {
    person.command(place, "settings", options).reply().await
}

/// The language in which somebody new is answered.
async fn language(stage: &Stage, place: Place) -> String {
    let reply = stage.person("en-US").mention(place, EITHER).reply().await;
    PACK.answered(&reply).expect("an answer").1.to_owned()
}

async fn regional(person: &Person, place: Place) -> bool {
    person.mention(place, REGIONAL).reply().await.text().contains(IN_STATE)
}

#[tokio::test]
async fn language_and_state_of_a_server() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    let manager = stage.person("en-US").as_manager();
    let shown = set(&manager, stage.channel, json!({})).await;
    says(&shown, "server-settings-title", "en");
    assert!(shown.ephemeral());
    assert!(!contains(&shown.text(), "California"));
    assert_eq!(language(&stage, stage.channel).await, "en");
    assert!(!regional(&ana, stage.channel).await);
    set(&manager, stage.channel, json!({"language": "es", "state": "CA"})).await;
    assert!(contains(&set(&manager, stage.channel, json!({})).await.text(), "California"));
    let elsewhere = stage.discord.channel(stage.discord.guild("en-US"), "elsewhere");
    for _ in 0..2 {
        assert_eq!(language(&stage, stage.channel).await, "es");
        assert!(regional(&ana, stage.channel).await);
        assert_eq!(language(&stage, elsewhere).await, "en", "another server");
        stage.kyr.restart().await;
    }
    answers(&ana.mention(stage.channel, DOOR).reply().await, "home-visit", "en");
    stage.end().await;
}

#[tokio::test]
async fn only_managers_change_them() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    for options in [
        json!({"language": "es"}),
        json!({"state": "CA"}),
        json!({"channel": stage.channel.0.to_string(), "public": false}),
    ] {
        let refused = set(&ana, stage.channel, options).await;
        says(&refused, "server-settings-refused", "en");
        assert!(refused.ephemeral());
    }
    assert_eq!(language(&stage, stage.channel).await, "en");
    assert!(!regional(&ana, stage.channel).await);
    stage.end().await;
}

#[tokio::test]
async fn channels_where_answers_may_be_seen() {
    let stage = Stage::start().await;
    let (open, closed) = (stage.channel, stage.another_channel());
    let ana = stage.person("en-US");
    let manager = stage.person("en-US").as_manager();
    let ask = async |place: Place| ana.command(place, "ask", json!({"question": DOOR})).reply().await;
    let before = ask(closed).await;
    let (old, custom_id) = button(&before, Role::Show, &PACK).expect("everywhere at first");
    set(&manager, open, json!({"channel": open.0.to_string(), "public": true})).await;
    assert!(button(&ask(open).await, Role::Show, &PACK).is_some());
    assert!(button(&ask(closed).await, Role::Show, &PACK).is_none());
    let refused = ana.press(old, &custom_id).reply().await;
    says(&refused, "show-refused", "en");
    let public = |place: Place| stage.discord.messages(place).iter().filter(|it| !it.ephemeral()).count();
    assert_eq!(public(closed), 0);
    let mentioned = ana.mention(closed, DOOR).reply().await;
    says(&mentioned, "answer-privately", "en");
    assert_eq!(PACK.answered(&mentioned), None);
    answers(&ana.mention(open, DOOR).reply().await, "home-visit", "en");
    set(&manager, open, json!({"channel": open.0.to_string(), "public": false})).await;
    stage.end().await;
}

#[tokio::test]
async fn half_a_setting_and_nonsense_change_nothing() {
    let stage = Stage::start().await;
    let manager = stage.person("en-US").as_manager();
    for half in [json!({"channel": stage.channel.0.to_string()}), json!({"public": true})] {
        says(&set(&manager, stage.channel, half).await, "server-settings-channel", "en");
    }
    for nonsense in [json!({"language": "klingon"}), json!({"state": "Narnia"}), json!({"language": ""})] {
        assert!(!set(&manager, stage.channel, nonsense).await.text().is_empty());
    }
    assert_eq!(language(&stage, stage.channel).await, "en");
    assert!(!regional(&manager, stage.channel).await);
    stage.end().await;
}

#[tokio::test]
async fn they_are_offered_while_one_writes() {
    let stage = Stage::start().await;
    let manager = stage.person("es-ES").as_manager();
    let states = manager.autocomplete(stage.channel, "settings", json!({"state": "nueva"}), "state").await;
    assert!(states.iter().any(|(name, value)| value == "NY" && name.contains("Nueva York")), "{states:?}");
    let languages = manager.autocomplete(stage.channel, "settings", json!({"language": ""}), "language").await;
    assert!(languages.len() >= PACK.languages.len());
    stage.end().await;
}

#[tokio::test]
async fn a_persons_own_choice_comes_first() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let manager = stage.person("en-US").as_manager();
    set(&manager, stage.channel, json!({"language": "es"})).await;
    ana.command(stage.channel, "language", json!({"language": "en"})).reply().await;
    answers(&ana.mention(stage.channel, EITHER).reply().await, EITHER_TOPIC, "en");
    assert_eq!(language(&stage, stage.channel).await, "es");
    stage.end().await;
}

#[tokio::test]
async fn settings_are_no_announcement() {
    let stage = Stage::start().await;
    let manager = stage.person("en-US").as_manager();
    set(&manager, stage.channel, json!({"state": "CA"})).await;
    assert!(stage.discord.messages(stage.channel).iter().all(Message::ephemeral));
    stage.end().await;
}
