//! A second opinion on requests: the types and checks of twilight, which share nothing with the rules here.

use serde_json::{Value, json};
use twilight_model::application::command::Command;
use twilight_model::channel::message::{AllowedMentions, Component, Embed};
use twilight_model::http::interaction::InteractionResponse;
use twilight_validate::command::CommandValidationErrorType;
use twilight_validate::{command, message};

use super::routes::Route;

/// What the second opinion says against this body.
pub fn faults(route: Route, method: &str, body: &Value) -> Vec<String> {
    let faults = match (route, method) {
        (Route::Commands, "PUT") => body.as_array().into_iter().flatten().flat_map(command_faults).collect(),
        (Route::Callback, "POST") => callback_faults(body),
        (Route::FollowUp | Route::Messages, "POST") | (Route::Original | Route::Messages, "PATCH") => {
            message_faults(body)
        }
        _ => Vec::new(),
    };
    faults.into_iter().map(|fault: String| format!("twilight: {fault}")).collect()
}

fn command_faults(request: &Value) -> Vec<String> {
    let mut full = json!({"version": "1", "type": 1, "description": "", "default_member_permissions": null});
    let given = request.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), value.clone()));
    full.as_object_mut().expect("an object").extend(given);
    let parsed = match serde_json::from_value::<Command>(full) {
        Ok(parsed) => parsed,
        Err(error) => return vec![format!("{error} in {}", request["name"])],
    };
    let whole = command::command(&parsed).err().filter(|error| {
        // Its limit is the 4000 of former years, and it does not know that names may hold an apostrophe.
        !matches!(
            error.kind(),
            CommandValidationErrorType::CommandTooLarge { .. }
                | CommandValidationErrorType::NameCharacterInvalid { character: '\'' }
        )
    });
    let options = command::options(&parsed.options).err();
    whole.into_iter().chain(options).map(|error| format!("{error} in {}", request["name"])).collect()
}

fn callback_faults(body: &Value) -> Vec<String> {
    match serde_json::from_value::<InteractionResponse>(body.clone()) {
        Err(error) => vec![error.to_string()],
        Ok(response) => {
            let data = response.data;
            let choices = data.and_then(|data| data.choices).unwrap_or_default();
            let faults = choices.iter().filter_map(|choice| command::choice(choice).err());
            faults.map(|error| error.to_string()).chain(message_faults(&body["data"])).collect()
        }
    }
}

fn message_faults(body: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    if let Some(text) = body["content"].as_str() {
        faults.extend(message::content(text).err().map(|error| error.to_string()));
    }
    match parsed::<Vec<Component>>(body, "components") {
        Ok(Some(rows)) => faults.extend(message::components(&rows, false).err().map(|error| error.to_string())),
        Ok(None) => {}
        Err(error) => faults.push(error),
    }
    match parsed::<Vec<Embed>>(body, "embeds") {
        Ok(Some(embeds)) => faults.extend(message::embeds(&embeds).err().map(|error| error.to_string())),
        Ok(None) => {}
        Err(error) => faults.push(error),
    }
    faults.extend(parsed::<AllowedMentions>(body, "allowed_mentions").err());
    faults
}

fn parsed<T: serde::de::DeserializeOwned>(body: &Value, key: &str) -> Result<Option<T>, String> {
    if body[key].is_null() {
        return Ok(None);
    }
    serde_json::from_value(body[key].clone()).map(Some).map_err(|error| format!("{key}: {error}"))
}
