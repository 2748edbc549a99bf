//! Faults that are ordered, and requests that no program should make.

use std::time::{Duration, Instant};

use kyr_discord_tests::fake::{Discord, Fault, Route, send};
use serde_json::{Value, json};

use crate::client::{call, call_as, outcome, violated, violations};

const PATH: &str = "gateway/bot";

#[tokio::test]
async fn only_the_bots_token_opens_its_routes() {
    let discord = Discord::start().await;
    for wrong in ["", "Bot nonsense", &discord.token(), &format!("Bearer {}", discord.token())] {
        for path in ["applications/@me", PATH, "channels/5/messages"] {
            let answer = call_as(&discord, wrong, "GET", path, Value::Null).await.unwrap();
            assert_eq!(outcome(&answer), (401, 0), "{wrong} {path}");
        }
    }
    let me = call(&discord, "GET", "applications/@me", Value::Null).await.json();
    assert_eq!(me["id"], discord.application_id().to_string());
    assert_eq!(me["verify_key"], discord.public_key());
    let gateway = call(&discord, "GET", PATH, Value::Null).await.json();
    assert_eq!(gateway["session_start_limit"]["max_concurrency"], 1);
    let other = call(&discord, "GET", "applications/5/commands", Value::Null).await;
    assert_eq!(outcome(&other), (403, 20012));
    violations(&discord, 0);
}

#[tokio::test]
async fn ordered_faults_happen_so_many_times() {
    let discord = Discord::start().await;
    discord.fail(Route::Gateway, 2, Fault::RateLimited { retry_after: 1.5, global: true });
    for _ in 0..2 {
        let limited = call(&discord, "GET", PATH, Value::Null).await;
        assert_eq!((limited.status, limited.header("retry-after")), (429, Some("2")));
        assert_eq!(limited.header("x-ratelimit-global"), Some("true"));
        let body = limited.json();
        assert_eq!((&body["retry_after"], &body["global"]), (&json!(1.5), &json!(true)));
        assert!(body["message"].is_string());
    }
    assert_eq!(call(&discord, "GET", PATH, Value::Null).await.status, 200);
    discord.fail(Route::Gateway, 1, Fault::Banned { retry_after: 3 });
    let banned = call(&discord, "GET", PATH, Value::Null).await;
    assert_eq!((banned.status, banned.json()), (429, Value::Null));
    for status in [500, 502] {
        discord.fail(Route::Gateway, 1, Fault::Status(status));
        assert_eq!(call(&discord, "GET", PATH, Value::Null).await.status, status);
    }
    discord.fail(Route::Gateway, 1, Fault::Slow(Duration::from_millis(300)));
    let begun = Instant::now();
    assert_eq!(call(&discord, "GET", PATH, Value::Null).await.status, 200);
    assert!(begun.elapsed() >= Duration::from_millis(300));
    discord.fail_any(5, Fault::Status(500));
    discord.heal();
    assert_eq!(call(&discord, "GET", PATH, Value::Null).await.status, 200);
}

#[tokio::test]
async fn connections_are_cut_before_and_after() {
    let discord = Discord::start().await;
    let channel = discord.channel(discord.guild("en-US"), "general");
    let path = format!("channels/{}/messages", channel.0);
    let token = format!("Bot {}", discord.token());
    for (fault, made) in [(Fault::CutBefore, 0), (Fault::CutAfter, 1)] {
        discord.fail(Route::Messages, 1, fault);
        let cut = call_as(&discord, &token, "POST", &path, json!({"content": "x"})).await;
        assert!(cut.is_err());
        assert_eq!(discord.messages(channel).len(), made);
    }
    let statuses: Vec<u16> = discord.requests_of(Route::Messages).iter().map(|request| request.status).collect();
    assert_eq!(statuses, [0, 0]);
}

#[tokio::test]
async fn while_it_is_down_nothing_answers() {
    let discord = Discord::start().await;
    let token = format!("Bot {}", discord.token());
    discord.set_down(true);
    assert!(call_as(&discord, &token, "GET", PATH, Value::Null).await.is_err());
    discord.set_down(false);
    assert_eq!(call(&discord, "GET", PATH, Value::Null).await.status, 200);
}

#[tokio::test]
async fn fifty_requests_a_second() {
    let discord = Discord::start().await;
    discord.limit_rate(true);
    for _ in 0..50 {
        assert_eq!(call(&discord, "GET", PATH, Value::Null).await.status, 200);
    }
    assert_eq!(call(&discord, "GET", PATH, Value::Null).await.status, 429);
    discord.advance(Duration::from_secs(1));
    assert_eq!(call(&discord, "GET", PATH, Value::Null).await.status, 200);
}

#[tokio::test]
async fn requests_that_no_program_should_make() {
    let discord = Discord::start().await;
    assert_eq!(call(&discord, "GET", "nonsense", Value::Null).await.status, 404);
    violated(&discord, 0);
    let token = format!("Bot {}", discord.token());
    let whole = "/api/v10/users/@me";
    let agent = ("user-agent", "DiscordBot (https://example.org, 1)");
    let plain = send(discord.address(), "GET", whole, &[("authorization", &token)], "").await.unwrap();
    assert_eq!(plain.status, 200);
    violations(&discord, 1);
    let headers = [agent, ("authorization", token.as_str()), ("content-type", "application/json")];
    let path = "/api/v10/users/@me/channels";
    let broken = send(discord.address(), "POST", path, &headers, "{\"recipient_id\": ").await.unwrap();
    assert_eq!(outcome(&broken), (400, 50109));
    violated(&discord, 50109);
    let untyped = send(discord.address(), "POST", path, &headers[..2], "{}").await.unwrap();
    assert_eq!(outcome(&untyped), (400, 50035));
    violated(&discord, 50035);
}
