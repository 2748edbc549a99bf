//! First replies, follow-ups, edits, and how long they may take.

use std::time::Duration;

use kyr_discord_tests::fake::{Discord, Exchange, Person, Place};
use serde_json::{Value, json};
use twilight_model::application::interaction::Interaction;

use crate::client::{call, outcome, violated, violations};

const TEXT: &str = "an answer";

async fn scene() -> (Discord, Place, Person) {
    let discord = Discord::start().await;
    discord.set_commands(&json!([
        {"name": "ask", "description": "Ask", "options": [
            {"type": 3, "name": "question", "description": "q", "required": true, "autocomplete": true}
        ]},
        {"name": "settings", "description": "Set", "contexts": [0], "options": [
            {"type": 7, "name": "channel", "description": "c"}, {"type": 5, "name": "public", "description": "p"}
        ]},
        {"type": 3, "name": "Ask Kyr"}
    ]));
    let guild = discord.guild("en-US");
    let channel = discord.channel(guild, "general");
    let ana = discord.person("ana", "es-ES");
    (discord, channel, ana)
}

fn ask(ana: &Person, channel: Place) -> Exchange {
    ana.command(channel, "ask", json!({"question": "who?"}))
}

fn callback(exchange: &Exchange) -> String {
    format!("interactions/{}/{}/callback", exchange.id, exchange.now().token)
}

fn webhook(discord: &Discord, exchange: &Exchange) -> String {
    format!("webhooks/{}/{}", discord.application_id(), exchange.now().token)
}

fn message() -> Value {
    json!({"type": 4, "data": {"content": TEXT, "flags": 64}})
}

async fn reply(discord: &Discord, exchange: &Exchange, body: Value) -> (u16, u64) {
    outcome(&call(discord, "POST", &callback(exchange), body).await)
}

#[tokio::test]
async fn a_first_reply_comes_once_and_in_time() {
    let (discord, channel, ana) = scene().await;
    let asked = ask(&ana, channel);
    assert_eq!(reply(&discord, &asked, message()).await, (204, 0));
    assert_eq!(reply(&discord, &asked, message()).await, (400, 40060));
    let answer = asked.reply().await;
    assert_eq!(answer.text(), TEXT);
    assert!(answer.ephemeral());
    assert!(asked.now().took().unwrap() < Duration::from_secs(1));
    let late = ask(&ana, channel);
    discord.advance(Duration::from_secs(4));
    assert_eq!(reply(&discord, &late, message()).await, (404, 10062));
    let unknown = format!("interactions/{}/nonsense/callback", late.id);
    assert_eq!(outcome(&call(&discord, "POST", &unknown, message()).await), (404, 10062));
    violations(&discord, 0);
}

#[tokio::test]
async fn the_type_must_fit() {
    let (discord, channel, ana) = scene().await;
    for kind in [1, 6, 7, 8, 9, 99] {
        let asked = ask(&ana, channel);
        let body = json!({"type": kind, "data": {"content": TEXT, "choices": []}});
        assert_eq!(reply(&discord, &asked, body).await, (400, 50035), "type {kind}");
        violated(&discord, 50035);
        assert_eq!(reply(&discord, &asked, message()).await, (204, 0), "a broken reply is none");
    }
    let told = reply_with_button(&discord, &ana, channel).await;
    for kind in [8, 9] {
        let pressed = ana.press(&told, "b");
        assert_eq!(reply(&discord, &pressed, json!({"type": kind, "data": {}})).await, (400, 50035));
        violated(&discord, 50035);
    }
}

async fn reply_with_button(discord: &Discord, ana: &Person, channel: Place) -> kyr_discord_tests::fake::Message {
    let asked = ask(ana, channel);
    let body = json!({"type": 4, "data": {"content": TEXT, "components": [
        {"type": 1, "components": [{"type": 2, "style": 1, "label": "More", "custom_id": "b"}]},
        {"type": 1, "components": [{"type": 3, "custom_id": "m", "options": [{"label": "One", "value": "1"}]}]}
    ]}});
    assert_eq!(reply(discord, &asked, body).await, (204, 0));
    asked.reply().await.last().clone()
}

#[tokio::test]
async fn a_deferral_carries_one_flag() {
    let (discord, channel, ana) = scene().await;
    for data in [json!({"content": "wait"}), json!({"flags": 68}), json!({"flags": 4}), json!({"components": []})] {
        let asked = ask(&ana, channel);
        assert_eq!(reply(&discord, &asked, json!({"type": 5, "data": data})).await, (400, 50035), "{data}");
        violated(&discord, 50035);
    }
    let asked = ask(&ana, channel);
    assert_eq!(reply(&discord, &asked, json!({"type": 5, "data": {"flags": 64}})).await, (204, 0));
    let original = format!("{}/messages/@original", webhook(&discord, &asked));
    assert_eq!(call(&discord, "PATCH", &original, json!({"content": TEXT})).await.status, 200);
    assert!(asked.reply().await.ephemeral(), "the deferral decides");
    let public = ask(&ana, channel);
    assert_eq!(reply(&discord, &public, json!({"type": 5})).await, (204, 0));
    let body = json!({"content": TEXT, "flags": 64});
    assert_eq!(call(&discord, "POST", &webhook(&discord, &public), body).await.status, 200);
    assert!(!public.reply().await.ephemeral(), "the deferral decides");
    violations(&discord, 0);
}

#[tokio::test]
async fn more_messages_follow_only_the_first_and_for_fifteen_minutes() {
    let (discord, channel, ana) = scene().await;
    let asked = ask(&ana, channel);
    let more = json!({"content": "more", "flags": 64});
    assert_eq!(outcome(&call(&discord, "POST", &webhook(&discord, &asked), more.clone()).await), (404, 10015));
    reply(&discord, &asked, message()).await;
    assert_eq!(call(&discord, "POST", &webhook(&discord, &asked), more.clone()).await.status, 200);
    assert_eq!(asked.reply().await.text(), format!("{TEXT}\nmore"));
    let original = format!("{}/messages/@original", webhook(&discord, &asked));
    assert_eq!(call(&discord, "PATCH", &original, json!({"content": "new"})).await.status, 200);
    assert_eq!(call(&discord, "GET", &original, Value::Null).await.json()["content"], "new");
    assert_eq!(outcome(&call(&discord, "PATCH", &original, json!({"flags": 64})).await), (400, 50035));
    violated(&discord, 50035);
    assert_eq!(outcome(&call(&discord, "POST", &webhook(&discord, &asked), json!({})).await), (400, 50006));
    violated(&discord, 50006);
    let unknown = format!("webhooks/{}/nonsense", discord.application_id());
    assert_eq!(outcome(&call(&discord, "POST", &unknown, more.clone()).await), (404, 10015));
    let other = format!("webhooks/5/{}", asked.now().token);
    assert_eq!(outcome(&call(&discord, "POST", &other, more.clone()).await), (404, 10015));
    discord.advance(Duration::from_secs(15 * 60 + 1));
    assert_eq!(outcome(&call(&discord, "POST", &webhook(&discord, &asked), more).await), (401, 50027));
    violations(&discord, 0);
}

#[tokio::test]
async fn components_update_their_message() {
    let (discord, channel, ana) = scene().await;
    let told = reply_with_button(&discord, &ana, channel).await;
    let pressed = ana.press(&told, "b");
    assert_eq!(pressed.now().payload["message"]["id"], told.id().to_string());
    let update = json!({"type": 7, "data": {"content": "changed", "components": []}});
    assert_eq!(reply(&discord, &pressed, update).await, (204, 0));
    let changed = pressed.reply().await;
    assert_eq!((changed.last().id(), changed.text().as_str()), (told.id(), "changed"));
    let told = reply_with_button(&discord, &ana, channel).await;
    let chosen = ana.select(&told, "m", "1");
    assert_eq!(chosen.now().payload["data"]["values"], json!(["1"]));
    assert_eq!(reply(&discord, &chosen, json!({"type": 6})).await, (204, 0));
    let original = format!("{}/messages/@original", webhook(&discord, &chosen));
    assert_eq!(call(&discord, "PATCH", &original, json!({"content": "later"})).await.status, 200);
    assert_eq!(chosen.reply().await.last().id(), told.id());
    violations(&discord, 0);
}

#[tokio::test]
async fn autocompletion_offers_at_most_25_short_choices() {
    let (discord, channel, ana) = scene().await;
    let choices = |count: usize, length: usize| {
        (0..count).map(|n| json!({"name": "x".repeat(length), "value": n.to_string()})).collect::<Value>()
    };
    for (count, length, status) in [(26, 5, 400), (1, 101, 400), (1, 0, 400), (25, 100, 204)] {
        let writer = ana.clone();
        let writing = json!({"question": "wh"});
        let offered = tokio::spawn(async move { writer.autocomplete(channel, "ask", writing, "question").await });
        let open = discord.wait(Duration::from_secs(2), Discord::waiting).await.expect("an interaction");
        let path = format!("interactions/{}/{}/callback", open.id, open.token);
        let wrong = call(&discord, "POST", &path, message()).await;
        assert_eq!(outcome(&wrong), (400, 50035), "a message does not complete");
        violated(&discord, 50035);
        let body = json!({"type": 8, "data": {"choices": choices(count, length)}});
        assert_eq!(call(&discord, "POST", &path, body).await.status, status, "{count} of {length}");
        if status == 204 {
            assert_eq!(offered.await.unwrap().len(), 25);
            violations(&discord, 0);
        } else {
            violated(&discord, 50035);
            call(&discord, "POST", &path, json!({"type": 8, "data": {"choices": []}})).await;
            assert!(offered.await.unwrap().is_empty());
        }
    }
}

#[tokio::test]
async fn what_is_delivered_is_whole() {
    let (discord, channel, ana) = scene().await;
    let told = reply_with_button(&discord, &ana, channel).await;
    let pressed = ana.press(&told, "b");
    let body = json!({"type": 4, "data": {"content": TEXT, "components": told.body()["components"]}});
    assert_eq!(reply(&discord, &pressed, body).await, (204, 0));
    let under_told = pressed.reply().await.last().clone();
    let more = json!({"content": "more", "components": told.body()["components"]});
    assert_eq!(call(&discord, "POST", &webhook(&discord, &pressed), more).await.status, 200);
    let followed = pressed.reply().await.last().clone();
    let settings = json!({"channel": channel.0.to_string(), "public": true});
    let exchanges = [
        ana.press(&under_told, "b"),
        ana.press(&followed, "b"),
        ask(&ana, channel),
        ask(&ana, ana.direct()),
        ask(&ana, discord.group_chat()),
        ana.command(channel, "settings", settings),
        ana.message_command("Ask Kyr", &ana.say(channel, "what is a warrant").message()),
        ana.press(&told, "b"),
        ana.select(&told, "m", "1"),
    ];
    for exchange in exchanges {
        let payload = exchange.now().payload;
        let parsed = serde_json::from_value::<Interaction>(payload.clone());
        let parsed = parsed.unwrap_or_else(|error| panic!("{error}: {payload:#}"));
        assert_eq!(parsed.token, exchange.now().token);
        assert_eq!(parsed.locale.as_deref(), Some("es-ES"));
        assert_eq!(parsed.member.is_some(), payload["context"] == 0);
        assert_eq!(parsed.user.is_some(), payload["context"] != 0);
    }
}
