//! A minimal client of the REST API.

use kyr_discord_tests::fake::{Answer, Discord, send};
use serde_json::Value;

/// Sends a request as a bot does.
pub async fn call(discord: &Discord, method: &str, path: &str, body: Value) -> Answer {
    call_as(discord, &format!("Bot {}", discord.token()), method, path, body).await.expect("an answer")
}

/// Sends a request with this header `Authorization`.
pub async fn call_as(
    discord: &Discord,
    authorization: &str,
    method: &str,
    path: &str,
    body: Value,
) -> std::io::Result<Answer> {
    let mut headers = vec![("user-agent", "DiscordBot (https://example.org, 1)"), ("authorization", authorization)];
    let text = if body.is_null() { String::new() } else { body.to_string() };
    if !text.is_empty() {
        headers.push(("content-type", "application/json"));
    }
    send(discord.address(), method, &format!("/api/v10/{path}"), &headers, text).await
}

/// Status and code of an answer.
pub fn outcome(answer: &Answer) -> (u16, u64) {
    (answer.status, answer.json()["code"].as_u64().unwrap_or_default())
}

/// The violations that are there must be these many; they are taken out.
pub fn violations(discord: &Discord, count: usize) {
    let found = discord.take_violations();
    assert_eq!(found.len(), count, "{found:#?}");
}

/// At least one violation with this code, and none that the test does not expect.
pub fn violated(discord: &Discord, code: u32) {
    let found = discord.take_violations();
    assert!(found.iter().any(|violation| violation.code == code), "no violation {code}: {found:#?}");
    assert!(found.iter().all(|violation| [code, 0].contains(&violation.code)), "{found:#?}");
}
