//! What a bot asks about itself and the gateway.

use serde_json::{Value, json};

use super::message::id;
use super::refusal::Refusal;
use super::world::World;

/// `GET /gateway/bot`.
pub fn gateway(world: &World) -> Value {
    json!({
        "url": world.gateways[0],
        "shards": 1,
        "session_start_limit": {
            "total": 1000,
            "remaining": world.application.starts_left,
            "reset_after": 86_400_000,
            "max_concurrency": 1
        }
    })
}

/// `POST /users/@me/channels`: the direct chat with somebody.
pub fn direct(world: &mut World, body: &Value) -> Result<Value, Refusal> {
    let person = id(&body["recipient_id"]).filter(|id| world.users.contains_key(id));
    let person = person.ok_or_else(|| Refusal::form("recipient_id", "BASE_TYPE_REQUIRED", "Not a user"))?;
    let place = world.direct(person);
    Ok(json!({"id": place.0.to_string(), "type": 1, "recipients": [world.users[&person]], "flags": 0}))
}
