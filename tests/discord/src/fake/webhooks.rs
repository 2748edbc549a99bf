//! What may follow the first reply: more messages, and changes to those that are there.

use serde_json::Value;

use super::callback::{create, edit};
use super::ids::Id;
use super::interactions::{AUTOCOMPLETE, State, TOKEN_LIFE};
use super::message::Message;
use super::message_rules::{self, Kind};
use super::refusal::Refusal;
use super::world::World;

/// Where an application was not added to the guild, so many messages may follow.
const FOLLOW_UPS_OF_GUESTS: usize = 5;

/// The interaction of this token, if it has had its first reply and still lives.
fn interaction(world: &World, application: &str, token: &str) -> Result<Id, Refusal> {
    let unknown = || Refusal::of(Refusal::UNKNOWN_WEBHOOK);
    if application != world.application.id.to_string() {
        return Err(unknown());
    }
    let id = world.interactions.by_token(token).ok_or_else(unknown)?;
    let interaction = world.interactions.get(id).ok_or_else(unknown)?;
    if world.clock.now().saturating_duration_since(interaction.sent) > TOKEN_LIFE {
        return Err(Refusal::of(Refusal::INVALID_WEBHOOK_TOKEN));
    }
    if interaction.first.is_none() || interaction.kind == AUTOCOMPLETE {
        return Err(unknown());
    }
    Ok(id)
}

/// `POST /webhooks/{application}/{token}`. The first one after a deferral takes its place.
pub fn follow_up(world: &mut World, application: &str, token: &str, body: &Value) -> Result<Message, Refusal> {
    let id = interaction(world, application, token)?;
    message_rules::check(body, Kind::FollowUp, "")?;
    let interaction = world.interactions.get(id).expect("just found").clone();
    let guest = interaction.payload["authorizing_integration_owners"]["0"].is_null();
    if guest && interaction.replies.len() > FOLLOW_UPS_OF_GUESTS {
        return Err(Refusal::of(Refusal::TOO_MANY_FOLLOW_UPS));
    }
    match interaction.state {
        State::Deferred { ephemeral } => resolve(world, id, body, ephemeral),
        _ => {
            let message = create(world, &interaction, body, None)?;
            let interaction = world.interactions.get_mut(id).expect("just found");
            interaction.replies.push(message.id());
            Ok(message)
        }
    }
}

/// `PATCH /webhooks/{application}/{token}/messages/{message}`.
pub fn change(
    world: &mut World,
    application: &str,
    token: &str,
    message: &str,
    body: &Value,
) -> Result<Message, Refusal> {
    let id = interaction(world, application, token)?;
    message_rules::check(body, Kind::Edit, "")?;
    let state = world.interactions.get(id).expect("just found").state;
    if let (State::Deferred { ephemeral }, "@original") = (state, message) {
        return resolve(world, id, body, ephemeral);
    }
    let target = target(world, id, message)?;
    let message = edit(world, target, body)?;
    let interaction = world.interactions.get_mut(id).expect("just found");
    if !interaction.replies.contains(&target) {
        interaction.replies.push(target);
    }
    Ok(message)
}

/// `GET /webhooks/{application}/{token}/messages/{message}`.
pub fn show(world: &World, application: &str, token: &str, message: &str) -> Result<Message, Refusal> {
    let id = interaction(world, application, token)?;
    let target = target(world, id, message)?;
    world.messages.get(&target).cloned().ok_or_else(|| Refusal::of(Refusal::UNKNOWN_MESSAGE))
}

/// `DELETE /webhooks/{application}/{token}/messages/{message}`.
pub fn delete(world: &mut World, application: &str, token: &str, message: &str) -> Result<(), Refusal> {
    let id = interaction(world, application, token)?;
    let target = target(world, id, message)?;
    world.messages.remove(&target);
    Ok(())
}

fn target(world: &World, interaction: Id, message: &str) -> Result<Id, Refusal> {
    let interaction = world.interactions.get(interaction).expect("just found");
    let wanted = if message == "@original" { interaction.original } else { message.parse().ok() };
    let own = |id: &Id| interaction.replies.contains(id) || interaction.original == Some(*id);
    wanted.filter(own).ok_or_else(|| Refusal::of(Refusal::UNKNOWN_MESSAGE))
}

/// Puts a message in the place of a deferral.
fn resolve(world: &mut World, id: Id, body: &Value, ephemeral: bool) -> Result<Message, Refusal> {
    let interaction = world.interactions.get(id).expect("just found").clone();
    let message = create(world, &interaction, body, Some(ephemeral))?;
    let interaction = world.interactions.get_mut(id).expect("just found");
    interaction.state = State::Replied;
    interaction.original = Some(message.id());
    interaction.replies.push(message.id());
    Ok(message)
}
