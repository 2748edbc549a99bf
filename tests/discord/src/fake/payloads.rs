//! Interactions as Discord delivers them: who, where, with what, and all that comes along.

use std::time::Instant;

use serde_json::{Value, json};

use super::ids::{Id, snowflake, token};
use super::interactions::{AUTOCOMPLETE, COMMAND, COMPONENT, Interaction, State};
use super::message::Message;
use super::posts;
use super::world::{DM, GROUP_DM, Place, World};

/// What the bot may do in a guild's channel, and in chats without a guild.
const BOT_IN_GUILD: &str = "2248473465835073";
const BOT_IN_CHAT: &str = "2251799814013952";

/// Somebody who uses something somewhere.
pub struct User<'a> {
    pub person: Id,
    pub locale: &'a str,
    /// What the person may do in the guild.
    pub permissions: u64,
    pub place: Place,
}

/// The body that all interactions have, and the place that holds it until it is answered.
fn interaction(world: &World, user: &User, kind: u64, data: &Value) -> Interaction {
    let id = snowflake();
    let channel = world.channel(user.place);
    let bot_chat = channel.kind == DM;
    let mut payload = json!({
        "version": 1,
        "type": kind,
        "token": token(218),
        "locale": user.locale,
        "id": id.to_string(),
        "entitlements": [],
        "entitlement_sku_ids": [],
        "data": data,
        "context": match channel.kind { DM => 1, GROUP_DM => 2, _ => 0 },
        "channel_id": user.place.0.to_string(),
        "channel": channel_body(world, user),
        "authorizing_integration_owners": {},
        "attachment_size_limit": 10_485_760,
        "application_id": world.application.id.to_string(),
        "app_permissions": if channel.guild.is_some() { BOT_IN_GUILD } else { BOT_IN_CHAT }
    });
    let person = &world.users[&user.person];
    match channel.guild {
        Some(guild) => {
            let mut member = posts::member(world);
            member["user"] = person.clone();
            member["permissions"] = user.permissions.to_string().into();
            member["unusual_dm_activity_until"] = Value::Null;
            payload["member"] = member;
            payload["guild_id"] = guild.to_string().into();
            payload["guild_locale"] = world.guilds[&guild].locale.clone().into();
            payload["guild"] = json!({
                "id": guild.to_string(), "locale": world.guilds[&guild].locale, "features": []
            });
            payload["authorizing_integration_owners"]["0"] = guild.to_string().into();
        }
        None => {
            payload["user"] = person.clone();
            let owner = if bot_chat { ("0", "0".to_owned()) } else { ("1", user.person.to_string()) };
            payload["authorizing_integration_owners"][owner.0] = owner.1.into();
        }
    }
    Interaction {
        id,
        token: payload["token"].as_str().expect("just made").to_owned(),
        kind,
        command_kind: data["type"].as_u64().filter(|_| kind == COMMAND).unwrap_or(0),
        person: user.person,
        place: user.place,
        sent: Instant::now(),
        state: State::Waiting,
        first: None,
        original: None,
        component_message: None,
        replies: Vec::new(),
        choices: None,
        failed: None,
        payload,
    }
}

fn channel_body(world: &World, user: &User) -> Value {
    let channel = world.channel(user.place);
    let id = user.place.0.to_string();
    let last = world.messages.values().rev().find(|message| message.channel() == user.place.0);
    let last = last.map(|message| message.id().to_string());
    match channel.guild {
        Some(guild) => json!({
            "id": id,
            "type": channel.kind,
            "guild_id": guild.to_string(),
            "name": channel.name,
            "parent_id": null,
            "position": 0,
            "permissions": user.permissions.to_string(),
            "topic": null,
            "nsfw": false,
            "rate_limit_per_user": 0,
            "last_message_id": last,
            "icon_emoji": null,
            "theme_color": null,
            "flags": 0
        }),
        None => json!({
            "id": id,
            "type": channel.kind,
            "recipients": [world.users[&user.person]],
            "last_message_id": last,
            "flags": 0
        }),
    }
}

/// A slash command or its autocompletion. `focused` names the option that is being written.
pub fn command(world: &World, user: &User, name: &str, given: &Value, focused: Option<&str>) -> Interaction {
    let known = world.commands.find(1, name).unwrap_or_else(|| panic!("no command /{name} is registered"));
    offered(world, user, known);
    let mut channels = json!({});
    let mut options = Vec::new();
    for (option, value) in given.as_object().expect("options by name") {
        let described = known["options"].as_array().into_iter().flatten().find(|known| known["name"] == *option);
        let described = described.unwrap_or_else(|| panic!("/{name} has no option {option}"));
        let mut filled = json!({"name": option, "type": described["type"], "value": value});
        if focused == Some(option) {
            assert!(described["autocomplete"] == true, "/{name} {option} does not autocomplete");
            filled["focused"] = true.into();
        }
        if described["type"] == 7 {
            let channel = Place(super::message::id(value).expect("a channel"));
            let place = User { place: channel, ..*user };
            channels[channel.0.to_string()] = channel_body(world, &place);
        }
        options.push(filled);
    }
    let required = known["options"].as_array().into_iter().flatten().filter(|option| option["required"] == true);
    for option in required.filter(|_| focused.is_none()) {
        assert!(given.get(option["name"].as_str().unwrap_or_default()).is_some(), "/{name} needs {}", option["name"]);
    }
    let mut data = json!({"id": known["id"], "name": name, "type": 1});
    if !options.is_empty() {
        data["options"] = options.into();
    }
    if channels.as_object().is_some_and(|channels| !channels.is_empty()) {
        data["resolved"] = json!({"channels": channels});
    }
    interaction(world, user, if focused.is_some() { AUTOCOMPLETE } else { COMMAND }, &data)
}

/// A command of a message's menu.
pub fn message_command(world: &World, user: &User, name: &str, target: &Message) -> Interaction {
    let known = world.commands.find(3, name).unwrap_or_else(|| panic!("no command {name} of messages is registered"));
    offered(world, user, known);
    let id = target.id().to_string();
    let mut messages = json!({});
    messages[&id] = target.body().clone();
    let data = json!({
        "id": known["id"], "name": name, "type": 3, "target_id": id, "resolved": {"messages": messages}
    });
    interaction(world, user, COMMAND, &data)
}

/// A button (without values) or a menu of a message, whether or not the message has it.
pub fn component(
    world: &World,
    user: &User,
    message: &Message,
    custom_id: &str,
    values: Option<&[&str]>,
) -> Interaction {
    let rows = message.body()["components"].as_array().into_iter().flatten();
    let parts = rows.filter_map(|row| row["components"].as_array()).flatten();
    let number = parts.into_iter().find(|part| part["custom_id"] == custom_id).map_or(2.into(), |it| it["id"].clone());
    let mut data = json!({
        "id": number, "custom_id": custom_id, "component_type": if values.is_some() { 3 } else { 2 }
    });
    if let Some(values) = values {
        data["values"] = values.into();
    }
    let mut interaction = interaction(world, user, COMPONENT, &data);
    interaction.payload["message"] = message.body().clone();
    interaction.component_message = Some(message.id());
    interaction
}

/// Discord does not offer a command outside its contexts.
fn offered(world: &World, user: &User, command: &Value) {
    let context = match world.channel(user.place).kind {
        DM => 1,
        GROUP_DM => 2,
        _ => 0,
    };
    let contexts = command["contexts"].as_array();
    let fits = contexts.is_none_or(|contexts| contexts.contains(&json!(context)));
    assert!(fits, "{} is not offered here: its contexts are {}", command["name"], command["contexts"]);
}
