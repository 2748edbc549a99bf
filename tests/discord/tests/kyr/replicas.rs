//! Several Kyrs behind one address, with one folder of data.

use kyr_discord_tests::fake::{Person, Reply, forward};
use kyr_discord_tests::harness::questions::*;
use kyr_discord_tests::harness::{Kyr, Role, Stage, button};
use serde_json::json;

use crate::{PACK, answers};

const REPLICAS: usize = 3;

async fn scene() -> (Stage, Vec<Kyr>) {
    let mut stage = Stage::start_endpoint().await;
    let mut addresses = vec![stage.kyr.address().await];
    let mut others = Vec::new();
    for number in 1..REPLICAS {
        let mut kyr = stage.replica(&format!("replica{number}"));
        kyr.start().await;
        addresses.push(kyr.address().await);
        others.push(kyr);
    }
    stage.discord.deliver_to(Some(forward(addresses).await));
    (stage, others)
}

async fn ask(person: &Person, stage: &Stage, question: &str) -> Reply {
    person.command(stage.channel, "ask", json!({"question": question})).reply().await
}

#[tokio::test]
async fn each_answers_and_knows_what_people_chose() {
    let (stage, others) = scene().await;
    let (ana, bob) = (stage.person("en-US"), stage.person("en-US"));
    for _ in 0..REPLICAS {
        answers(&ask(&ana, &stage, EITHER).await, EITHER_TOPIC, "en");
    }
    for (language, elsewhere) in [("es", "en"), ("en", "es"), ("es", "en")] {
        ana.command(stage.channel, "language", json!({"language": language})).reply().await;
        bob.command(stage.channel, "language", json!({"language": elsewhere})).reply().await;
        for _ in 0..REPLICAS {
            answers(&ask(&ana, &stage, EITHER).await, EITHER_TOPIC, language);
            answers(&ask(&bob, &stage, EITHER).await, EITHER_TOPIC, elsewhere);
        }
    }
    let privacy = ana.command(ana.direct(), "privacy", json!({})).reply().await;
    let (message, custom_id) = button(&privacy, Role::Forget, &PACK).expect("a button to forget");
    ana.press(message, &custom_id).reply().await;
    let another = stage.another_channel();
    for _ in 0..REPLICAS {
        let reply = ana.command(another, "ask", json!({"question": EITHER})).reply().await;
        answers(&reply, EITHER_TOPIC, "en");
    }
    stage.end_with(others).await;
}

#[tokio::test]
async fn buttons_and_settings_work_at_each() {
    let (stage, others) = scene().await;
    let ana = stage.person("es-ES");
    let reply = ask(&ana, &stage, PUERTA).await;
    for _ in 0..REPLICAS {
        let (message, custom_id) = button(&reply, Role::Sources, &PACK).expect("a button");
        assert!(ana.press(message, &custom_id).reply().await.text().contains("https://"));
    }
    let manager = stage.person("en-US").as_manager();
    manager.command(stage.channel, "settings", json!({"state": "CA"})).reply().await;
    for _ in 0..REPLICAS {
        assert!(ask(&manager, &stage, REGIONAL).await.text().contains(IN_STATE));
    }
    stage.end_with(others).await;
}

#[tokio::test]
async fn many_choose_at_the_same_time() {
    let (stage, others) = scene().await;
    let people: Vec<Person> = (0..40).map(|_| stage.person("en-US")).collect();
    let choices: Vec<_> =
        people.iter().map(|person| person.command(stage.channel, "language", json!({"language": "es"}))).collect();
    for choice in &choices {
        choice.reply().await;
    }
    let asked: Vec<_> =
        people.iter().map(|person| person.command(stage.channel, "ask", json!({"question": EITHER}))).collect();
    for question in &asked {
        answers(&question.reply().await, EITHER_TOPIC, "es");
    }
    stage.end_with(others).await;
}

#[tokio::test]
async fn one_starts_again_while_the_others_serve() {
    let (stage, mut others) = scene().await;
    let ana = stage.person("en-US");
    ana.command(stage.channel, "language", json!({"language": "es"})).reply().await;
    others[0].kill().await;
    others[0].start().await;
    let address = others[0].address().await;
    stage.discord.deliver_to(Some(address));
    answers(&ask(&ana, &stage, EITHER).await, EITHER_TOPIC, "es");
    stage.end_with(others).await;
}
