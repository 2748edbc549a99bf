//! How messages look that people and the bot write: full bodies as Discord sends them.

use serde_json::{Value, json};

use super::ids::{Id, snowflake};
use super::message::Message;
use super::world::{Place, World};

const DEFAULT: u64 = 0;
pub const REPLY: u64 = 19;

/// What distinguishes one message from another besides its words.
#[derive(Default)]
pub struct Post<'a> {
    pub text: &'a str,
    pub flags: u64,
    /// The message that it replies to, and whether its author is mentioned thereby.
    pub reply_to: Option<(Id, bool)>,
    /// Who of those named in the text is mentioned; everybody when there is no such limit.
    pub allowed_mentions: Option<&'a Value>,
}

/// A message of any author; published nowhere yet.
pub fn compose(world: &World, author: Id, place: Place, post: &Post) -> Message {
    let (users, roles, everyone) = mentions(world, post);
    let mut body = json!({
        "id": snowflake().to_string(),
        "channel_id": place.0.to_string(),
        "type": DEFAULT,
        "author": world.users[&author],
        "content": post.text,
        "timestamp": world.clock.timestamp(),
        "edited_timestamp": null,
        "tts": false,
        "mention_everyone": everyone,
        "mentions": users,
        "mention_roles": roles,
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": false,
        "flags": post.flags
    });
    if world.channel(place).guild.is_some() && world.users[&author]["bot"].is_null() {
        body["member"] = member(world);
    }
    if let Some((id, _)) = post.reply_to {
        body["type"] = REPLY.into();
        body["message_reference"] = json!({"type": 0, "channel_id": place.0.to_string(), "message_id": id.to_string()});
        if let Some(guild) = world.channel(place).guild {
            body["message_reference"]["guild_id"] = guild.to_string().into();
        }
        let mut referenced = world.messages.get(&id).map_or(Value::Null, |message| message.body().clone());
        if let Some(fields) = referenced.as_object_mut() {
            fields.remove("referenced_message");
        }
        body["referenced_message"] = referenced;
    }
    Message::new(body)
}

/// A member without the user, as it stands in messages.
pub fn member(world: &World) -> Value {
    json!({
        "roles": [],
        "premium_since": null,
        "pending": false,
        "nick": null,
        "mute": false,
        "joined_at": world.clock.timestamp(),
        "flags": 0,
        "deaf": false,
        "communication_disabled_until": null,
        "banner": null,
        "avatar": null
    })
}

/// Puts what a request of the bot's says into its message: embeds, components with the ids that Discord gives them.
pub fn fill(message: &mut Message, request: &Value) {
    let body = message.body_mut();
    if let Some(text) = request.get("content") {
        body["content"] = text.as_str().unwrap_or_default().into();
    }
    if let Some(embeds) = request.get("embeds") {
        body["embeds"] = embeds.as_array().cloned().unwrap_or_default().into();
    }
    if let Some(components) = request.get("components") {
        let mut next = 0;
        let rows = components.as_array().map_or(&[][..], Vec::as_slice);
        body["components"] = rows.iter().map(|row| numbered(row, &mut next)).collect();
    }
}

fn numbered(component: &Value, next: &mut u64) -> Value {
    *next += 1;
    let mut numbered = component.clone();
    numbered["id"] = (*next).into();
    if component["type"] == 3 {
        for key in ["min_values", "max_values"] {
            numbered[key] = component[key].as_u64().unwrap_or(1).into();
        }
    }
    if let Some(parts) = component["components"].as_array() {
        let mut inner = Vec::new();
        for part in parts {
            inner.push(self::numbered(part, next));
        }
        numbered["components"] = inner.into();
    }
    numbered
}

/// Users, roles, and whether everybody is mentioned.
fn mentions(world: &World, post: &Post) -> (Vec<Value>, Vec<String>, bool) {
    let allowed = post.allowed_mentions;
    let may = |kind: &str, id: &str| {
        let Some(allowed) = allowed else { return true };
        let holds =
            |key: &str, wanted: &str| allowed[key].as_array().is_some_and(|list| list.iter().any(|one| one == wanted));
        holds("parse", kind) || holds(kind, id)
    };
    let mut users: Vec<Value> = Vec::new();
    for id in named(post.text, "<@").filter_map(|id| id.parse::<Id>().ok()) {
        if let Some(user) = world.users.get(&id)
            && may("users", &id.to_string())
            && !users.contains(user)
        {
            users.push(user.clone());
        }
    }
    if let Some((id, true)) = post.reply_to
        && let Some(message) = world.messages.get(&id)
        && !users.contains(&message.body()["author"])
    {
        users.push(message.body()["author"].clone());
    }
    let roles = named(post.text, "<@&").filter(|id| may("roles", id)).map(str::to_owned).collect();
    let everyone = ["@everyone", "@here"].iter().any(|word| post.text.contains(word)) && may("everyone", "");
    (users, roles, everyone)
}

/// The digits in `<@123>`, `<@!123>` or `<@&123>`.
fn named<'a>(text: &'a str, opening: &str) -> impl Iterator<Item = &'a str> {
    text.split(opening).skip(1).filter_map(|rest| {
        let rest = rest.strip_prefix('!').unwrap_or(rest);
        let id = &rest[..rest.find('>')?];
        (!id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit())).then_some(id)
    })
}
