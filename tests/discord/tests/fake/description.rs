//! What the fake itself answers, held against Discord's description.

use kyr_discord_tests::fake::{Discord, against};
use serde_json::{Value, json};

use crate::client::{call, violations};

#[tokio::test]
async fn its_answers_are_as_described() {
    if std::env::var_os("DISCORD_OPENAPI").is_none() {
        eprintln!("SKIPPED: DISCORD_OPENAPI is not set, so answers are not held against it");
        return;
    }
    let discord = Discord::start().await;
    discord.set_commands(&json!([
        {"name": "ask", "description": "Ask", "default_member_permissions": "32", "options": [
            {"type": 3, "name": "question", "description": "q", "required": true, "choices": [{"name": "n", "value": "v"}]}
        ]},
        {"type": 3, "name": "Ask Kyr"}
    ]));
    let channel = discord.channel(discord.guild("en-US"), "general");
    let ana = discord.person("ana", "en-US");
    let described = |schema: &str, body: &Value| {
        let faults = against(schema, body);
        assert!(faults.is_empty(), "{}\n{body:#}", faults.join("\n"));
    };
    described("PrivateApplicationResponse", &call(&discord, "GET", "applications/@me", Value::Null).await.json());
    described("GatewayBotResponse", &call(&discord, "GET", "gateway/bot", Value::Null).await.json());
    for command in discord.commands() {
        described("ApplicationCommandResponse", &command);
    }
    let said = ana.mention(channel, "hello");
    described("MessageResponse", said.message().body());
    let body = json!({
        "content": "x", "nonce": "n", "message_reference": {"message_id": said.id.to_string()}, "components": [
            {"type": 1, "components": [{"type": 2, "style": 1, "label": "More", "custom_id": "b"}]},
            {"type": 1, "components": [{"type": 3, "custom_id": "m", "options": [{"label": "One", "value": "1"}]}]}
        ]
    });
    let path = format!("channels/{}/messages", channel.0);
    described("MessageResponse", &call(&discord, "POST", &path, body.clone()).await.json());
    let asked = ana.command(channel, "ask", json!({"question": "v"}));
    let callback = format!("interactions/{}/{}/callback", asked.id, asked.now().token);
    call(&discord, "POST", &callback, json!({"type": 4, "data": {"content": "x", "components": body["components"]}}))
        .await;
    let webhook = format!("webhooks/{}/{}", discord.application_id(), asked.now().token);
    call(&discord, "POST", &webhook, json!({"content": "y"})).await;
    let reply = asked.reply().await;
    let pressed = ana.press(&reply.messages[0], "b");
    let callback = format!("interactions/{}/{}/callback", pressed.id, pressed.now().token);
    call(&discord, "POST", &callback, json!({"type": 4, "data": {"content": "z", "flags": 64}})).await;
    for message in reply.messages.iter().chain(&pressed.reply().await.messages) {
        described("MessageResponse", message.body());
    }
    violations(&discord, 0);
}
