//! What the bot writes in channels by itself: messages, and that it is typing.

use std::time::Duration;

use serde_json::{Value, json};

use super::callback;
use super::ids::Id;
use super::message::{Message, id};
use super::message_rules::{self, Kind};
use super::posts::{self, Post};
use super::refusal::Refusal;
use super::world::{GROUP_DM, Place, World};

/// For so long a nonce is known.
const NONCE_LIFE: Duration = Duration::from_secs(5 * 60);

/// The channel of this id, if the bot may see it.
fn place(world: &World, channel: &str) -> Result<Place, Refusal> {
    let unknown = || Refusal::of(Refusal::UNKNOWN_CHANNEL);
    let place = Place(channel.parse().map_err(|_| unknown())?);
    let channel = world.channels.get(&place.0).ok_or_else(unknown)?;
    if channel.kind == GROUP_DM { Err(Refusal::of(Refusal::MISSING_ACCESS)) } else { Ok(place) }
}

/// `POST /channels/{channel}/messages`.
pub fn post(world: &mut World, channel: &str, body: &Value) -> Result<Message, Refusal> {
    let place = place(world, channel)?;
    if !world.channel(place).bot_may_send {
        return Err(Refusal::of(Refusal::MISSING_PERMISSIONS));
    }
    message_rules::check(body, Kind::Channel, "")?;
    if message_rules::is_empty(body) {
        return Err(Refusal::of(Refusal::EMPTY_MESSAGE));
    }
    let nonce = (body["enforce_nonce"] == true).then(|| (place.0, body["nonce"].to_string()));
    let now = world.clock.now();
    if let Some(key) = &nonce
        && let Some((known, made)) = world.nonces.get(key)
        && now.saturating_duration_since(*made) < NONCE_LIFE
        && let Some(message) = world.messages.get(known)
    {
        return Ok(message.clone());
    }
    let allowed = body.get("allowed_mentions").filter(|allowed| !allowed.is_null());
    let pings = allowed.is_none_or(|allowed| allowed["replied_user"] == true);
    let post = Post {
        text: body["content"].as_str().unwrap_or_default(),
        flags: body["flags"].as_u64().unwrap_or_default(),
        reply_to: referenced(world, place, body)?.map(|id| (id, pings)),
        allowed_mentions: allowed,
    };
    let mut message = posts::compose(world, world.application.id, place, &post);
    posts::fill(&mut message, body);
    if !body["nonce"].is_null() {
        message.body_mut()["nonce"] = body["nonce"].clone();
    }
    if let Some(key) = nonce {
        world.nonces.insert(key, (message.id(), now));
    }
    message.replies_to().into_iter().for_each(|question| world.tally.answered(question));
    world.publish("MESSAGE_CREATE", message.clone());
    Ok(message)
}

/// The message that is replied to, if it is there or must be there.
fn referenced(world: &World, place: Place, body: &Value) -> Result<Option<Id>, Refusal> {
    let reference = &body["message_reference"];
    let Some(wanted) = id(&reference["message_id"]) else { return Ok(None) };
    let here = reference["channel_id"].is_null() || id(&reference["channel_id"]) == Some(place.0);
    let known = world.messages.get(&wanted).is_some_and(|message| message.channel() == place.0);
    match known && here {
        true => Ok(Some(wanted)),
        false if reference["fail_if_not_exists"] == false => Ok(None),
        // Somebody may just have deleted it.
        false => Err(Refusal {
            broken: false,
            ..Refusal::form("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
        }),
    }
}

/// `PATCH /channels/{channel}/messages/{message}`.
pub fn change(world: &mut World, channel: &str, message: &str, body: &Value) -> Result<Message, Refusal> {
    let own = own(world, channel, message)?;
    message_rules::check(body, Kind::Edit, "")?;
    callback::edit(world, own, body)
}

/// `DELETE /channels/{channel}/messages/{message}`.
pub fn delete(world: &mut World, channel: &str, message: &str) -> Result<(), Refusal> {
    let own = own(world, channel, message)?;
    world.messages.remove(&own);
    Ok(())
}

fn own(world: &World, channel: &str, message: &str) -> Result<Id, Refusal> {
    let place = place(world, channel)?;
    let unknown = || Refusal::of(Refusal::UNKNOWN_MESSAGE);
    let id = message.parse().map_err(|_| unknown())?;
    let message = world.messages.get(&id).filter(|message| message.channel() == place.0).ok_or_else(unknown)?;
    if message.author() == world.application.id { Ok(id) } else { Err(Refusal::of(Refusal::NOT_THE_AUTHOR)) }
}

/// `POST /channels/{channel}/typing`.
pub fn typing(world: &World, channel: &str) -> Result<(), Refusal> {
    let place = place(world, channel)?;
    if world.channel(place).bot_may_send { Ok(()) } else { Err(Refusal::of(Refusal::MISSING_PERMISSIONS)) }
}

/// `GET /channels/{channel}`.
pub fn show(world: &World, channel: &str) -> Result<Value, Refusal> {
    let place = place(world, channel)?;
    let channel = world.channel(place);
    let mut body = json!({"id": place.0.to_string(), "type": channel.kind, "name": channel.name, "flags": 0});
    if let Some(guild) = channel.guild {
        body["guild_id"] = guild.to_string().into();
    }
    Ok(body)
}
