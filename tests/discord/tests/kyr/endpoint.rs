//! The HTTP endpoint: proofs, limits, health, and the same answers as over the gateway.

use std::net::SocketAddr;
use std::time::Duration;

use kyr_discord_tests::fake::{Person, Reply, Route, send};
use kyr_discord_tests::harness::questions::*;
use kyr_discord_tests::harness::{Menu, Role, Stage, Text, button, related};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::{PACK, answers, says};

const PING: &str = r#"{"type": 1, "id": "1", "application_id": "2", "token": "t", "version": 1}"#;

async fn scene() -> (Stage, SocketAddr) {
    let mut stage = Stage::start_endpoint().await;
    let address = stage.kyr.address().await;
    (stage, address)
}

async fn ask(person: &Person, stage: &Stage, question: &str) -> Reply {
    person.command(stage.channel, "ask", json!({"question": question})).reply().await
}

#[tokio::test]
async fn a_ping_gets_its_pong() {
    let (stage, address) = scene().await;
    let answer = stage.discord.signer().post(address, PING).await.unwrap();
    assert_eq!((answer.status, answer.json()), (200, json!({"type": 1})));
    assert!(answer.header("content-type").unwrap().starts_with("application/json"));
    stage.end().await;
}

#[tokio::test]
async fn only_what_is_signed_now_by_discord_is_heard() {
    let (stage, address) = scene().await;
    let signer = stage.discord.signer();
    let [(name, signature), (stamp, now)] = signer.headers(PING.as_bytes());
    let (name, stamp) = (name.as_str(), stamp.as_str());
    let other = signature.replace(|digit: char| digit.is_ascii_digit(), "0");
    let later = (now.parse::<i64>().unwrap() + 1).to_string();
    type Headers<'a> = Vec<(&'a str, &'a str)>;
    let cases: [(&str, Headers, &str); 9] = [
        ("no headers", vec![], PING),
        ("no signature", vec![(stamp, &now)], PING),
        ("no timestamp", vec![(name, &signature)], PING),
        ("another signature", vec![(name, &other), (stamp, &now)], PING),
        ("not hexadecimal", vec![(name, "nonsense"), (stamp, &now)], PING),
        ("too short", vec![(name, &signature[..64]), (stamp, &now)], PING),
        ("another timestamp", vec![(name, &signature), (stamp, &later)], PING),
        ("no number", vec![(name, &signature), (stamp, "now")], PING),
        ("another body", vec![(name, &signature), (stamp, &now)], r#"{"type": 1}"#),
    ];
    for (what, headers, body) in cases {
        let answer = send(address, "POST", "/", &headers, body).await.unwrap();
        assert_eq!(answer.status, 401, "{what}");
    }
    for skew in [-600, -310, 310, 600] {
        let old = kyr_discord_tests::fake::Signer { skew, ..signer.clone() };
        assert_eq!(old.post(address, PING).await.unwrap().status, 401, "{skew} seconds");
    }
    for skew in [-60, 60] {
        let near = kyr_discord_tests::fake::Signer { skew, ..signer.clone() };
        assert_eq!(near.post(address, PING).await.unwrap().status, 200, "{skew} seconds");
    }
    let forged = kyr_discord_tests::fake::Discord::start().await.signer();
    assert_eq!(forged.post(address, PING).await.unwrap().status, 401);
    stage.end().await;
}

#[tokio::test]
async fn what_is_signed_but_senseless_does_no_harm() {
    let (stage, address) = scene().await;
    let signer = stage.discord.signer();
    let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    let bodies =
        ["", "nonsense", "{", "[]", "null", "5", "{}", r#"{"type": 2}"#, r#"{"type": 99}"#, r#"{"type": "1"}"#, &deep];
    for body in bodies {
        let answer = signer.post(address, body).await.unwrap();
        assert!((400..500).contains(&answer.status), "{}: {}", &body[..body.len().min(20)], answer.status);
    }
    let invalid = signer.post(address, vec![0xff, 0xfe, b'{']).await.unwrap();
    assert!((400..500).contains(&invalid.status));
    let large = format!("{{\"type\": 1, \"x\": \"{}\"}}", "x".repeat(2 << 20));
    match signer.post(address, large).await {
        Ok(answer) => assert_eq!(answer.status, 413),
        Err(error) => println!("cut off while it was being sent: {error}"),
    }
    answers(&ask(&stage.person("en-US"), &stage, DOOR).await, "home-visit", "en");
    stage.end().await;
}

#[tokio::test]
async fn other_methods_and_health() {
    let (mut stage, address) = scene().await;
    for (path, status) in [("/healthz", 200), ("/readyz", 200)] {
        assert_eq!(send(address, "GET", path, &[], "").await.unwrap().status, status, "{path}");
    }
    for method in ["GET", "PUT", "DELETE"] {
        let answer = send(address, method, "/", &[], "").await.unwrap();
        assert!((400..500).contains(&answer.status), "{method}: {}", answer.status);
    }
    assert_eq!(stage.kyr.stop().await, 0);
    assert!(send(address, "GET", "/healthz", &[], "").await.is_err());
    stage.end().await;
}

#[tokio::test]
async fn health_without_discord() {
    let mut stage = Stage::prepare().await;
    stage.kyr = stage.replica("alone");
    stage.discord.set_down(true);
    stage.kyr.launch();
    let address = stage.kyr.address().await;
    assert_eq!(send(address, "GET", "/healthz", &[], "").await.unwrap().status, 200);
    let ping = stage.discord.signer().post(address, PING).await.unwrap();
    assert_eq!(ping.status, 200, "what needs no API is answered");
    stage.discord.set_down(false);
    stage.kyr.logged(&["discord: ready"]).await;
    assert_eq!(send(address, "GET", "/readyz", &[], "").await.unwrap().status, 200);
    stage.end().await;
}

#[tokio::test]
async fn the_same_answers_as_over_the_gateway() {
    let (stage, _) = scene().await;
    let ana = stage.person("en-US");
    for (question, topic) in ENGLISH {
        let reply = ask(&ana, &stage, question).await;
        answers(&reply, topic, "en");
        assert!(reply.ephemeral());
    }
    let bea = stage.person("es-ES");
    let reply = ask(&bea, &stage, PUERTA).await;
    answers(&reply, "home-visit", "es");
    for role in [Role::More, Role::Sources, Role::English, Role::Show] {
        let (message, custom_id) = button(&reply, role, &PACK).unwrap_or_else(|| panic!("no button {role:?}"));
        assert!(!bea.press(message, &custom_id).reply().await.text().is_empty());
    }
    let Menu { message, custom_id, options } = related(&reply, &PACK).expect("a menu");
    answers(&bea.select(message, &custom_id, &options[0].1).reply().await, &options[0].0, "es");
    for name in ["help", "about", "privacy", "hotlines", "rights", "emergency"] {
        assert!(!ana.command(stage.channel, name, json!({})).reply().await.text().is_empty(), "/{name}");
    }
    let offered = ana.autocomplete(stage.channel, "rights", json!({"topic": "door"}), "topic").await;
    assert!(!offered.is_empty());
    let question = ana.say(stage.channel, FILM).message();
    answers(&ana.message_command("Ask Kyr", &question).reply().await, "recording-officers", "en");
    says(&ana.as_manager().command(stage.channel, "settings", json!({})).reply().await, "server-settings-title", "en");
    assert!(stage.discord.requests_of(Route::Callback).iter().all(|request| request.method == "RESPONSE"));
    stage.end().await;
}

#[tokio::test]
async fn long_answers_follow_over_rest_in_their_order() {
    let (stage, _) = scene().await;
    let bea = stage.person("es-ES");
    let reply = ask(&bea, &stage, PUERTA).await;
    let lacking = Text::lacking(&PACK.topic("home-visit").texts["es"].shown_first(), &reply.text());
    assert!(lacking.is_empty(), "{lacking:#?}");
    let hotlines = bea.command(stage.channel, "hotlines", json!({})).reply().await;
    assert!(hotlines.messages.len() >= 2, "two messages are needed: {}", hotlines.text());
    assert!(hotlines.ephemeral());
    says(&Reply { messages: vec![hotlines.messages[0].clone()] }, "hotlines-title", "es");
    stage.end().await;
}

#[tokio::test]
async fn a_call_that_comes_twice_changes_nothing_twice() {
    let (stage, address) = scene().await;
    let ana = stage.person("en-US");
    let asked = ana.command(stage.channel, "ask", json!({"question": DOOR}));
    asked.reply().await;
    let again = stage.discord.signer().post(address, asked.now().payload.to_string()).await.unwrap();
    assert!(again.status == 200 || (400..500).contains(&again.status));
    answers(&ask(&ana, &stage, FILM).await, "recording-officers", "en");
    stage.end().await;
}

#[tokio::test]
async fn slow_callers_hold_nobody_up() {
    let (stage, address) = scene().await;
    let mut idle = Vec::new();
    for _ in 0..200 {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{").await.unwrap();
        idle.push(stream);
    }
    let ana = stage.person("en-US");
    let asked = ana.command(stage.channel, "ask", json!({"question": DOOR}));
    answers(&asked.reply().await, "home-visit", "en");
    assert!(asked.now().took().unwrap() < Duration::from_secs(2));
    drop(idle);
    stage.end().await;
}

#[tokio::test]
async fn unknown_kinds_of_interactions_are_refused_politely() {
    let (stage, address) = scene().await;
    let ana = stage.person("en-US");
    let asked = ana.command(stage.channel, "help", json!({}));
    asked.reply().await;
    let signer = stage.discord.signer();
    let change = |key: &str, value: Value| {
        let mut payload = asked.now().payload;
        payload[key] = value;
        payload.to_string()
    };
    for body in [
        change("type", 5.into()),
        change("type", 77.into()),
        change("data", Value::Null),
        change("data", json!({"name": 5})),
    ] {
        let answer = signer.post(address, body).await.unwrap();
        assert!(answer.status < 500, "{}", answer.status);
    }
    answers(&ask(&ana, &stage, DOOR).await, "home-visit", "en");
    stage.end().await;
}
