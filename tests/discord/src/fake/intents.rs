//! Intents: which events a session gets, and what is left out of messages without the privileged ones.

use serde_json::{Value, json};

use super::ids::Id;

pub const GUILD_MESSAGES: u64 = 1 << 9;
pub const DIRECT_MESSAGES: u64 = 1 << 12;
pub const MESSAGE_CONTENT: u64 = 1 << 15;
const GUILD_MEMBERS: u64 = 1 << 1;
const GUILD_PRESENCES: u64 = 1 << 8;
pub const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
/// All bits that mean something.
pub const KNOWN: u64 = 0x1ffff | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;

/// A guild's message as a bot without the intent MESSAGE_CONTENT gets it: emptied unless it mentions the bot
/// or is the bot's own.
pub fn without_content(message: &Value, bot: Id) -> Value {
    let mut message = message.clone();
    hide(&mut message, bot);
    if message["referenced_message"].is_object() {
        hide(&mut message["referenced_message"], bot);
    }
    message
}

fn hide(message: &mut Value, bot: Id) {
    let bot = bot.to_string();
    let mentioned = message["mentions"].as_array().is_some_and(|users| users.iter().any(|user| user["id"] == bot));
    if mentioned || message["author"]["id"] == bot {
        return;
    }
    message["content"] = "".into();
    for key in ["embeds", "attachments", "components"] {
        message[key] = json!([]);
    }
}
