//! The first reply to an interaction, whether it came by REST or as the answer to a POST.

use serde_json::{Value, json};

use super::form::{Form, join};
use super::ids::Id;
use super::interactions::{AUTOCOMPLETE, COMMAND, COMPONENT, FIRST_REPLY, Interaction, State};
use super::message::Message;
use super::message_rules::{self, EPHEMERAL, Kind};
use super::posts::{self, Post};
use super::refusal::Refusal;
use super::world::World;

/// Types of callbacks.
const MESSAGE: u64 = 4;
const DEFERRED_MESSAGE: u64 = 5;
const DEFERRED_UPDATE: u64 = 6;
const UPDATE: u64 = 7;
const CHOICES: u64 = 8;

/// Types of the messages that reply to a slash command and to one of a message.
const CHAT_INPUT: u64 = 20;
const CONTEXT_MENU: u64 = 23;

/// Takes the first reply; returns the message that it made or changed.
pub fn first_reply(world: &mut World, id: Id, body: &Value) -> Result<Option<Message>, Refusal> {
    let now = world.clock.now();
    let interaction = world.interactions.get(id).ok_or_else(|| Refusal::of(Refusal::UNKNOWN_INTERACTION))?;
    if interaction.first.is_some() {
        return Err(Refusal::of(Refusal::ACKNOWLEDGED));
    }
    if interaction.failed.is_some() || now.saturating_duration_since(interaction.sent) > FIRST_REPLY {
        return Err(Refusal::of(Refusal::UNKNOWN_INTERACTION));
    }
    let kind = fitting_type(interaction.kind, body)?;
    let data = &body["data"];
    let component = interaction.component_message;
    let interaction = interaction.clone();
    let mut state = State::Replied;
    let mut choices = None;
    let mut message = None;
    match kind {
        MESSAGE => {
            message_rules::check(data, Kind::Reply, "data")?;
            message = Some(create(world, &interaction, data, None)?);
        }
        DEFERRED_MESSAGE => {
            message_rules::check_deferral(data)?;
            state = State::Deferred { ephemeral: data["flags"].as_u64().unwrap_or_default() & EPHEMERAL != 0 };
        }
        DEFERRED_UPDATE if data.as_object().is_none_or(serde_json::Map::is_empty) => {}
        DEFERRED_UPDATE => return Err(Refusal::form("data", "UNEXPECTED_FIELD", "A deferred update has no data")),
        UPDATE => {
            message_rules::check(data, Kind::Update, "data")?;
            message = Some(edit(world, component.expect("only components are updated"), data)?);
        }
        _ => choices = Some(checked_choices(data)?),
    }
    let made = message.as_ref().map(Message::id);
    let interaction = world.interactions.get_mut(id).expect("it was there");
    interaction.first = Some((kind, now));
    interaction.state = state;
    interaction.choices = choices;
    interaction.original = made.or(if kind == DEFERRED_UPDATE { component } else { None });
    interaction.replies.extend(made);
    Ok(message)
}

/// The type of the callback, if the interaction may be answered so.
fn fitting_type(interaction: u64, body: &Value) -> Result<u64, Refusal> {
    let fits = |kind: u64| match interaction {
        COMMAND => matches!(kind, MESSAGE | DEFERRED_MESSAGE),
        COMPONENT => matches!(kind, MESSAGE | DEFERRED_MESSAGE | DEFERRED_UPDATE | UPDATE),
        AUTOCOMPLETE => kind == CHOICES,
        _ => false,
    };
    body["type"].as_u64().filter(|kind| fits(*kind)).ok_or_else(|| {
        let message = format!("{} does not answer an interaction of type {interaction}", body["type"]);
        Refusal::form("type", "INTERACTION_CALLBACK_TYPE_INVALID", message)
    })
}

fn checked_choices(data: &Value) -> Result<Vec<Value>, Refusal> {
    let mut form = Form::default();
    if !data["choices"].is_array() {
        form.refuse("data.choices", "BASE_TYPE_REQUIRED", "This field is required");
    }
    let choices = form.list(data, "data", "choices", 0..=25);
    for (number, choice) in choices.iter().enumerate() {
        let at = join("data.choices", number);
        form.text(choice, &at, "name", 1..=100, true);
        if !choice["value"].is_number() {
            form.text(choice, &at, "value", 1..=100, true);
        }
    }
    form.finish().map(|()| choices.to_vec())
}

/// Makes a message that replies to an interaction. `ephemeral` is set where a deferral has decided it.
pub fn create(
    world: &mut World,
    interaction: &Interaction,
    request: &Value,
    ephemeral: Option<bool>,
) -> Result<Message, Refusal> {
    if message_rules::is_empty(request) {
        return Err(Refusal::of(Refusal::EMPTY_MESSAGE));
    }
    let mut flags = request["flags"].as_u64().unwrap_or_default();
    if let Some(ephemeral) = ephemeral {
        flags = flags & !EPHEMERAL | if ephemeral { EPHEMERAL } else { 0 };
    }
    let bot = world.application.id;
    let post = Post {
        text: request["content"].as_str().unwrap_or_default(),
        flags,
        reply_to: interaction.original.map(|id| (id, false)),
        allowed_mentions: request.get("allowed_mentions").filter(|allowed| !allowed.is_null()),
    };
    let mut message = posts::compose(world, bot, interaction.place, &post);
    posts::fill(&mut message, request);
    let body = message.body_mut();
    if interaction.original.is_none() && interaction.kind == COMMAND {
        body["type"] = if interaction.command_kind == 1 { CHAT_INPUT } else { CONTEXT_MENU }.into();
    }
    body["application_id"] = bot.to_string().into();
    body["webhook_id"] = bot.to_string().into();
    body["interaction_metadata"] = metadata(world, interaction);
    world.publish("MESSAGE_CREATE", message.clone());
    Ok(message)
}

/// What a message tells of the interaction that it replies to.
fn metadata(world: &World, interaction: &Interaction) -> Value {
    let mut metadata = json!({
        "id": interaction.id.to_string(),
        "type": interaction.kind,
        "user": world.users[&interaction.person],
        "authorizing_integration_owners": interaction.payload["authorizing_integration_owners"]
    });
    let target = &interaction.payload["data"]["target_id"];
    if !target.is_null() {
        metadata["target_message_id"] = target.clone();
    }
    if let Some(id) = interaction.original {
        metadata["original_response_message_id"] = id.to_string().into();
    }
    if let Some(id) = interaction.component_message {
        metadata["interacted_message_id"] = id.to_string().into();
    }
    metadata
}

/// Changes a message of the bot's.
pub fn edit(world: &mut World, id: Id, request: &Value) -> Result<Message, Refusal> {
    let mut message = world.messages.get(&id).ok_or_else(|| Refusal::of(Refusal::UNKNOWN_MESSAGE))?.clone();
    posts::fill(&mut message, request);
    if message_rules::is_empty(message.body()) {
        return Err(Refusal::of(Refusal::EMPTY_MESSAGE));
    }
    message.body_mut()["edited_timestamp"] = world.clock.timestamp().into();
    world.publish("MESSAGE_UPDATE", message.clone());
    Ok(message)
}
