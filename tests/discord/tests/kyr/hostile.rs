//! Events that no honest Discord sends, and words that no honest person writes: Kyr goes on.

use std::time::{Duration, Instant};

use kyr_discord_tests::fake::{Say, snowflake};
use kyr_discord_tests::harness::Stage;
use kyr_discord_tests::harness::questions::*;
use serde_json::{Value, json};

use crate::answers;

/// After whatever has happened, questions are answered over the same connection.
async fn goes_on(stage: &mut Stage) {
    assert!(stage.kyr.running());
    let ana = stage.person("en-US");
    answers(&ana.tell(DOOR).reply().await, "home-visit", "en");
    let asked = ana.command(stage.channel, "ask", json!({"question": FILM}));
    answers(&asked.reply().await, "recording-officers", "en");
}

fn nested(depth: usize) -> Value {
    (0..depth).fold(json!("x"), |inner, _| json!([inner]))
}

#[tokio::test]
async fn malformed_events() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    let message = ana.say(ana.direct(), "hello").message().body().clone();
    let bodies = [
        Value::Null,
        json!({}),
        json!([]),
        json!("x"),
        json!(5),
        json!({"id": 5, "content": 5, "author": 5}),
        json!({"id": "x", "channel_id": "x", "content": DOOR, "author": {"id": "x"}}),
        json!({"id": "-1", "channel_id": "99999999999999999999999", "content": DOOR, "author": {}}),
    ];
    for event in ["MESSAGE_CREATE", "INTERACTION_CREATE", "MESSAGE_UPDATE", "READY", "GUILD_CREATE", "NO_SUCH_EVENT"] {
        for body in &bodies {
            if event != "READY" {
                stage.discord.dispatch(event, body.clone());
            }
        }
    }
    for key in ["id", "channel_id", "author", "content", "mentions", "type", "timestamp"] {
        for wrong in [Value::Null, json!(-1), json!("\u{0}"), json!({"a": []}), json!([[[]]])] {
            let mut broken = message.clone();
            broken["id"] = snowflake().to_string().into();
            broken[key] = wrong;
            stage.discord.dispatch("MESSAGE_CREATE", broken);
        }
    }
    goes_on(&mut stage).await;
    stage.end().await;
}

#[tokio::test]
async fn deep_and_large_payloads() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    for depth in [100, 130, 600] {
        stage.discord.dispatch("MESSAGE_CREATE", nested(depth));
        stage.discord.dispatch("NO_SUCH_EVENT", json!({"deep": nested(depth)}));
    }
    goes_on(&mut stage).await;
    stage.discord.dispatch("NO_SUCH_EVENT", json!({"large": "x".repeat(8 << 20)}));
    goes_on(&mut stage).await;
    for length in [4000, 100_000, 2_000_000] {
        assert!(!ana.tell(&"ice door ".repeat(length / 9)).reply().await.text().is_empty(), "{length}");
    }
    goes_on(&mut stage).await;
    stage.end().await;
}

#[tokio::test]
async fn strange_payloads_of_the_gateway() {
    let mut stage = Stage::start().await;
    for payload in [
        json!({"op": 99, "d": null}),
        json!({"op": 0, "t": "NO_SUCH_EVENT", "s": null, "d": {}}),
        json!({"op": 0, "t": null, "s": 5, "d": null}),
        json!({"op": 11, "d": {"x": 1}}),
        json!({"op": 1, "d": "x"}),
    ] {
        stage.discord.send_raw(payload);
        goes_on(&mut stage).await;
    }
    stage.end().await;
}

#[tokio::test]
async fn malformed_interactions() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    let changes: Vec<fn(&mut Value)> = vec![
        |it| it["type"] = 5.into(),
        |it| it["type"] = 99.into(),
        |it| it["data"] = Value::Null,
        |it| it["data"]["name"] = "no-such-command".into(),
        |it| it["data"]["type"] = 9.into(),
        |it| it["data"]["options"] = Value::Null,
        |it| it["data"]["options"] = json!([{"name": "question", "type": 4, "value": 5}]),
        |it| it["data"]["options"] = json!([{"name": "other", "type": 3, "value": "x"}]),
        |it| it["data"]["options"] = json!([{"name": "question", "type": 1, "options": []}]),
        |it| it["data"]["options"][0]["value"] = "".into(),
        |it| it["locale"] = Value::Null,
        |it| it["locale"] = "xx-XX".into(),
        |it| it["member"]["permissions"] = "nonsense".into(),
        |it| it["member"] = Value::Null,
        |it| it["channel"] = Value::Null,
        |it| it["guild_id"] = Value::Null,
        |it| it["context"] = 99.into(),
        |it| it["authorizing_integration_owners"] = json!({"7": "x"}),
        |it| it["entitlements"] = Value::Null,
        |it| it["new_field"] = json!({"of": ["tomorrow"]}),
    ];
    for change in changes {
        ana.distorted(stage.channel, "ask", json!({"question": DOOR}), change);
    }
    goes_on(&mut stage).await;
    for change in [(|it| it["locale"] = "xx-XX".into()) as fn(&mut Value), |it| it["new_field"] = json!(1)] {
        let asked = ana.distorted(stage.channel, "ask", json!({"question": DOOR}), change);
        answers(&asked.reply().await, "home-visit", "en");
    }
    stage.end().await;
}

#[tokio::test]
async fn words_that_try_to_break_out() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    let zalgo = format!("h{}i", "\u{0335}\u{0489}".repeat(500));
    for text in [
        "\u{202e}esrever",
        "\u{0}\u{1}\u{2}\u{7f}",
        "```\n@everyone\n```",
        "[x](javascript:alert(1))",
        "{{constructor}} ${7*7} %s%n",
        "\u{feff}\u{200d}\u{200d}",
        "🏳️‍🌈👩‍👩‍👧‍👦",
        &zalgo,
        "a\n".repeat(500).as_str(),
    ] {
        let reply = ana.tell(text).reply().await;
        assert!(!reply.text().contains("javascript:") && !reply.text().contains("@everyone"));
        ana.command(stage.channel, "ask", json!({"question": text})).reply().await;
    }
    goes_on(&mut stage).await;
    stage.end().await;
}

#[tokio::test]
async fn a_flood_from_one_person_does_not_starve_others() {
    let stage = Stage::start().await;
    let (flood, ana) = (stage.person("en-US"), stage.person("en-US"));
    for number in 0..300 {
        flood.tell(&format!("{BREAD} {number}"));
    }
    let asked = ana.command(stage.channel, "ask", json!({"question": DOOR}));
    answers(&asked.reply().await, "home-visit", "en");
    assert!(asked.now().took().unwrap().as_secs() < 3);
    let attachment = Say {
        change: Some(|message| {
            message["attachments"] = json!([{
                "id": "5", "filename": "a.png", "size": 5, "url": "https://cdn.example/a.png",
                "proxy_url": "https://cdn.example/a.png"
            }])
        }),
        ..Say::default()
    };
    assert!(!ana.write(ana.direct(), attachment).reply().await.text().is_empty());
    stage.end().await;
}

#[tokio::test]
async fn long_words_cost_little() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    for (command, option) in [("rights", "topic"), ("hotlines", "state"), ("language", "language")] {
        for text in ["x".repeat(6000), "ice door ".repeat(660)] {
            let begun = Instant::now();
            ana.autocomplete(stage.channel, command, json!({option: text}), option).await;
            let took = begun.elapsed();
            assert!(took < Duration::from_millis(500), "{took:?} for {} letters in /{command}", text.len());
        }
    }
    stage.end().await;
}
