//! Handshakes, heartbeats, resumes, closes, compression, intents.

use std::time::Duration;

use kyr_discord_tests::fake::{Discord, Say};
use serde_json::{Value, json};
use twilight_model::channel::Message;
use twilight_model::gateway::payload::incoming::Ready;

use crate::client::call;
use crate::socket::{INTENTS, Socket, identify, resume};

const QUERY: &str = "v=10&encoding=json";

#[tokio::test]
async fn who_identifies_is_ready() {
    let discord = Discord::start().await;
    let (mut socket, ready) = Socket::ready(&discord).await;
    let parsed: Ready = serde_json::from_value(ready.clone()).expect("READY");
    assert_eq!(parsed.version, 10);
    assert_eq!(ready["application"]["id"], discord.application_id().to_string());
    socket.send(json!({"op": 1, "d": 1})).await;
    socket.opcode(11).await;
    assert!(discord.connected(1, Duration::from_secs(1)).await);
    let left = call(&discord, "GET", "gateway/bot", Value::Null).await.json();
    assert_eq!(left["session_start_limit"]["remaining"], 999);
}

#[tokio::test]
async fn what_is_wrong_closes_with_its_code() {
    let discord = Discord::start().await;
    let with = |key: &str, value: Value| {
        let mut payload = identify(&discord);
        payload["d"][key] = value;
        payload
    };
    let cases = [
        (with("token", "nonsense".into()), 4004),
        (with("intents", (1_u64 << 40).into()), 4013),
        (with("intents", (INTENTS | 1 << 15).into()), 4014),
        (with("shard", json!([1, 1])), 4010),
        (with("intents", Value::Null), 4002),
        (with("properties", Value::Null), 4002),
        (json!({"op": 3, "d": {}}), 4003),
        (json!({"op": 99}), 4001),
        (json!({"op": 1, "d": "x"}), 4002),
        (json!({"op": 2, "d": {"token": "x".repeat(5000)}}), 4002),
    ];
    for (payload, code) in cases {
        let mut socket = Socket::open(&discord, QUERY).await;
        socket.send(payload.clone()).await;
        assert_eq!(socket.closed().await, code, "{payload}");
    }
    for (query, code) in [("encoding=json", 4012), ("v=6&encoding=json", 4012), ("v=10&encoding=etf", 4002)] {
        let url = call(&discord, "GET", "gateway/bot", Value::Null).await.json()["url"].clone();
        let mut socket = Socket::connect(url.as_str().unwrap(), query).await;
        assert_eq!(socket.closed().await, code, "{query}");
    }
    let (mut socket, _) = Socket::ready(&discord).await;
    socket.send(identify(&discord)).await;
    assert_eq!(socket.closed().await, 4005);
    let (mut socket, _) = Socket::ready(&discord).await;
    for _ in 0..120 {
        socket.send(json!({"op": 1, "d": 1})).await;
    }
    assert_eq!(socket.closed().await, 4008);
    discord.refuse_identify(4014);
    let mut socket = Socket::open(&discord, QUERY).await;
    socket.send(identify(&discord)).await;
    assert_eq!(socket.closed().await, 4014);
}

#[tokio::test]
async fn a_silent_bot_is_sent_away() {
    let discord = Discord::start().await;
    discord.set_heartbeat_interval(Duration::from_millis(100));
    let (mut socket, _) = Socket::ready(&discord).await;
    assert_eq!(socket.closed().await, 4009);
}

#[tokio::test]
async fn acknowledgements_can_be_withheld_and_heartbeats_asked_for() {
    let discord = Discord::start().await;
    let (mut socket, _) = Socket::ready(&discord).await;
    discord.ask_for_heartbeat();
    socket.opcode(1).await;
    discord.withhold_acks(true);
    socket.send(json!({"op": 1, "d": 1})).await;
    discord.dispatch("NONSENSE", json!({}));
    assert_eq!(socket.next().await.unwrap()["t"], "NONSENSE", "no acknowledgement before it");
}

#[tokio::test]
async fn a_lost_connection_is_taken_up_where_it_was_lost() {
    let discord = Discord::start().await;
    let ana = discord.person("ana", "en-US");
    let (socket, ready) = Socket::ready(&discord).await;
    let url = ready["resume_gateway_url"].as_str().unwrap().to_owned();
    drop(socket);
    assert!(discord.connected(0, Duration::from_secs(2)).await);
    ana.tell("one");
    ana.tell("two");
    ana.mention(discord.channel(discord.guild("en-US"), "general"), "three");
    let mut socket = Socket::open_at(&url, QUERY).await;
    socket.send(resume(&discord, &ready, 2)).await;
    assert_eq!(socket.event("MESSAGE_CREATE").await["content"], "two");
    let mention = socket.event("MESSAGE_CREATE").await;
    assert!(mention["content"].as_str().unwrap().ends_with("three"));
    assert_eq!(mention["mentions"][0]["id"], discord.application_id().to_string());
    assert_eq!(socket.next().await.unwrap()["t"], "RESUMED");
    ana.tell("four");
    assert_eq!(socket.event("MESSAGE_CREATE").await["content"], "four");
    assert_eq!(discord.sessions(|sessions| (sessions.resumed, sessions.resumed_elsewhere)), (1, 0));
}

#[tokio::test]
async fn what_ends_a_session() {
    let discord = Discord::start().await;
    let resumable = async |ready: &Value, seq: u64| {
        let mut socket = Socket::open(&discord, QUERY).await;
        socket.send(resume(&discord, ready, seq)).await;
        socket.next().await.map(|payload| payload["t"] == "RESUMED")
    };
    for (code, survives) in [(1000, false), (1001, false), (4000, true), (1012, true)] {
        let (socket, ready) = Socket::ready(&discord).await;
        socket.close(code).await;
        assert_eq!(resumable(&ready, 1).await, Ok(survives), "closed by the bot with {code}");
    }
    for (code, survives) in [(4000, true), (4008, true), (4007, false), (4009, false)] {
        let (mut socket, ready) = Socket::ready(&discord).await;
        discord.close(code);
        assert_eq!(socket.closed().await, code);
        assert_eq!(resumable(&ready, 1).await, Ok(survives), "closed with {code}");
    }
    let (mut socket, ready) = Socket::ready(&discord).await;
    discord.invalidate(false);
    assert_eq!(socket.opcode(9).await["d"], false);
    assert_eq!(resumable(&ready, 1).await, Ok(false));
    let (mut socket, ready) = Socket::ready(&discord).await;
    discord.invalidate(true);
    assert_eq!(socket.opcode(9).await["d"], true);
    discord.ask_to_reconnect();
    socket.opcode(7).await;
    discord.drop_connections();
    assert_eq!(socket.closed().await, 0);
    assert_eq!(resumable(&ready, 99).await, Err(4007));
    let (socket, ready) = Socket::ready(&discord).await;
    drop(socket);
    assert!(discord.connected(0, Duration::from_secs(2)).await);
    discord.advance(Duration::from_secs(181));
    assert_eq!(resumable(&ready, 1).await, Ok(false), "too long ago");
}

#[tokio::test]
async fn a_newer_connection_takes_the_session_over() {
    let discord = Discord::start().await;
    let (mut old, ready) = Socket::ready(&discord).await;
    let mut new = Socket::open(&discord, QUERY).await;
    new.send(resume(&discord, &ready, 1)).await;
    new.event("RESUMED").await;
    old.closed().await;
    discord.person("ana", "en-US").tell("hello");
    new.event("MESSAGE_CREATE").await;
    assert!(discord.connected(1, Duration::from_secs(1)).await);
}

#[tokio::test]
async fn payloads_are_compressed_on_demand() {
    let discord = Discord::start().await;
    let ana = discord.person("ana", "en-US");
    let mut stream = Socket::open(&discord, "v=10&encoding=json&compress=zlib-stream").await;
    assert!(stream.compressed);
    stream.send(identify(&discord)).await;
    stream.event("READY").await;
    let mut each = Socket::open(&discord, QUERY).await;
    assert!(!each.compressed);
    let mut payload = identify(&discord);
    payload["d"]["compress"] = true.into();
    each.send(payload).await;
    each.event("READY").await;
    assert!(each.compressed);
    for text in ["one", "two", &"long ".repeat(300)] {
        ana.tell(text);
        assert_eq!(stream.event("MESSAGE_CREATE").await["content"], text);
        assert_eq!(each.event("MESSAGE_CREATE").await["content"], text);
    }
}

#[tokio::test]
async fn content_comes_only_to_whom_it_is_for() {
    let discord = Discord::start().await;
    let channel = discord.channel(discord.guild("en-US"), "general");
    let ana = discord.person("ana", "en-US");
    let (mut socket, _) = Socket::ready(&discord).await;
    let mut content = async || {
        let body = socket.event("MESSAGE_CREATE").await;
        let parsed = serde_json::from_value::<Message>(body.clone());
        parsed.unwrap_or_else(|error| panic!("{error}: {body:#}"));
        body["content"].as_str().unwrap().to_owned()
    };
    ana.tell("direct");
    assert_eq!(content().await, "direct");
    ana.say(channel, "among people");
    assert_eq!(content().await, "");
    ana.mention(channel, "with a mention");
    assert!(content().await.ends_with("with a mention"));
    let path = format!("channels/{}/messages", channel.0);
    call(&discord, "POST", &path, json!({"content": "its own"})).await;
    assert_eq!(content().await, "its own");
    let own = discord.messages(channel).pop().unwrap();
    ana.respond(channel, &own, "a reply");
    assert_eq!(content().await, "a reply");
    ana.write(channel, Say { text: "quiet".into(), reply_to: Some((own.id(), false)), ..Say::default() });
    assert_eq!(content().await, "");
    ana.say(discord.group_chat(), "elsewhere");
    ana.tell("direct again");
    assert_eq!(content().await, "direct again", "what happens in other chats is not told");
}

#[tokio::test]
async fn events_come_only_with_their_intents() {
    let discord = Discord::start().await;
    let channel = discord.channel(discord.guild("en-US"), "general");
    let ana = discord.person("ana", "en-US");
    let mut socket = Socket::open(&discord, QUERY).await;
    let mut payload = identify(&discord);
    payload["d"]["intents"] = (1 << 12).into();
    socket.send(payload).await;
    socket.event("READY").await;
    ana.mention(channel, "not told");
    ana.tell("told");
    assert_eq!(socket.event("MESSAGE_CREATE").await["content"], "told");
}
