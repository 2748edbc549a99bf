//! The application that Kyr is: whether Discord knows it under this token, and whether its commands are up to date.
//! It must not know what the commands do.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use reqwest::Method;
use serde_json::Value;
use tokio::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

use super::commands;
use super::rest::{Failed, Rest};
use crate::adapters::patience::Patience;
use crate::config;
use crate::config::discord::Endpoint;
use crate::doctor::{Finding, Verdict};
use crate::engine::Engine;

/// What is wrong when Discord says 401, and what helps.
pub const BAD_TOKEN: &str = "Discord doesn't take the bot's token";
pub const NEW_TOKEN: &str = "make a new one in the developer portal (\"Bot\", \"Reset Token\") and set KYR_DISCORD_TOKEN or \
                             write it to the file of discord.token_file";
/// One try; the next follows after a pause.
const TRY: Duration = Duration::from_secs(2);

/// Checks the token, the application's id and its public key. `None` when Kyr is told to stop before Discord answers.
pub async fn check(rest: &Rest, config: &config::Discord, stop: &CancellationToken) -> Result<Option<()>> {
    let Some(application) = ask(rest, Method::GET, "/applications/@me", None, stop).await? else { return Ok(None) };
    let key = config.endpoint.as_ref().map(|endpoint| key("discord", &application, endpoint));
    for finding in [Some(identity(&application, config)), key].into_iter().flatten() {
        if finding.verdict == Verdict::Wrong {
            bail!("{}: {}", finding.what, finding.remedy);
        }
    }
    Ok(Some(()))
}

/// Whether the configured id is that of the token's application.
pub fn identity(application: &Value, config: &config::Discord) -> Finding {
    let check = "discord: application";
    if application["id"].as_str().unwrap_or_default() == config.application_id.to_string() {
        return Finding::ok(check, "the application id belongs to the token");
    }
    Finding::wrong(
        check,
        "discord.application_id is not the id of the application that the token belongs to",
        "copy both from the same application in Discord's developer portal",
    )
}

/// Whether the configured key is the application's.
pub fn key(check: &'static str, application: &Value, endpoint: &Endpoint) -> Finding {
    let known = application["verify_key"].as_str().unwrap_or_default();
    let ours: String = endpoint.public_key.iter().map(|byte| format!("{byte:02x}")).collect();
    match known.is_empty() || known == ours {
        true => Finding::ok(check, "the public key is the application's"),
        false => key_mismatch(check),
    }
}

/// A key that is another's, or none at all.
pub fn key_mismatch(check: &'static str) -> Finding {
    let remedy = "copy it from Discord's developer portal, \"General Information\"";
    Finding::wrong(check, "discord.endpoint.public_key is not this application's", remedy)
}

/// Registers the commands if what Discord has differs. `None` when Kyr is told to stop before.
pub async fn register(rest: &Rest, application: u64, engine: &Engine, stop: &CancellationToken) -> Result<Option<()>> {
    let wanted = serde_json::to_value(commands::all(engine))?;
    let path = format!("/applications/{application}/commands");
    let known = format!("{path}?with_localizations=true");
    let Some(known) = ask(rest, Method::GET, &known, None, stop).await? else { return Ok(None) };
    if is_registered(&wanted, &known) {
        return Ok(Some(()));
    }
    let registered = ask(rest, Method::PUT, &path, Some(&wanted), stop).await?;
    Ok(registered.map(|_| tracing::info!("discord: registered the commands")))
}

/// A request that must succeed: waits through what passes, with a line in the log; an error when it never will.
/// `None` when Kyr is told to stop before.
pub async fn ask(
    rest: &Rest,
    method: Method,
    path: &str,
    body: Option<&Value>,
    stop: &CancellationToken,
) -> Result<Option<Value>> {
    let mut patience = Patience::new("discord: cannot reach Discord yet");
    loop {
        let answered = tokio::select! {
            () = stop.cancelled() => return Ok(None),
            answered = rest.send(method.clone(), path, body, Instant::now() + TRY) => answered,
        };
        match answered {
            Ok(answered) => return Ok(Some(answered)),
            Err(Failed { fault, .. }) if fault.is_unauthorized() => bail!("{BAD_TOKEN}: {NEW_TOKEN}"),
            Err(Failed { fault, .. }) if fault.passes() => {
                if patience.wait(&fault, stop).await.is_err() {
                    return Ok(None);
                }
            }
            Err(Failed { fault, .. }) => bail!("{fault}"),
        }
    }
}

/// Whether Discord has just these commands. It adds fields of its own, and leaves out what is empty.
fn is_registered(wanted: &Value, known: &Value) -> bool {
    let by_name = |commands: &Value| -> BTreeMap<(u64, String), Value> {
        let commands = commands.as_array().into_iter().flatten();
        let key = |command: &Value| {
            (command["type"].as_u64().unwrap_or(1), command["name"].as_str().unwrap_or_default().to_owned())
        };
        commands.map(|command| (key(command), command.clone())).collect()
    };
    let (wanted, known) = (by_name(wanted), by_name(known));
    wanted.len() == known.len()
        && wanted.iter().all(|(key, command)| known.get(key).is_some_and(|known| covers(command, known)))
}

fn covers(wanted: &Value, known: &Value) -> bool {
    match (wanted, known) {
        (Value::Object(wanted), Value::Object(known)) => {
            let has = |(key, value): (&String, &Value)| {
                let other = known.get(key).unwrap_or(&Value::Null);
                // A language that is no longer served must go.
                let exact = !key.ends_with("_localizations") || same_size(value, other);
                exact && covers(value, other)
            };
            wanted.iter().all(has) && (!known.contains_key("options") || same_size(&options(wanted), &options(known)))
        }
        (Value::Array(wanted), Value::Array(known)) => {
            wanted.len() == known.len() && wanted.iter().zip(known).all(|(wanted, known)| covers(wanted, known))
        }
        (wanted, Value::Null) => is_empty(wanted),
        // Permissions are a number in words.
        (Value::Number(number), Value::String(text)) | (Value::String(text), Value::Number(number)) => {
            number.to_string() == *text
        }
        (wanted, known) => wanted == known || (is_empty(wanted) && is_empty(known)),
    }
}

fn options(object: &serde_json::Map<String, Value>) -> Value {
    object.get("options").cloned().unwrap_or_default()
}

fn same_size(one: &Value, other: &Value) -> bool {
    let size = |value: &Value| value.as_object().map(|map| map.len()).or(value.as_array().map(Vec::len)).unwrap_or(0);
    size(one) == size(other)
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::String(text) => text.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn commands_are_compared_by_what_kyr_says_of_them() {
        let wanted = json!([{ "name": "ask", "description": "a", "options": [{ "name": "q", "choices": [] }] }]);
        let known = json!([{ "id": "1", "type": 1, "name": "ask", "description": "a", "nsfw": false,
            "options": [{ "name": "q", "required": false }] }]);
        assert!(is_registered(&wanted, &known));
        let mut other = known.clone();
        other[0]["description"] = json!("b");
        assert!(!is_registered(&wanted, &other));
        let mut more = known.clone();
        more[0]["options"].as_array_mut().expect("options").push(json!({ "name": "r" }));
        assert!(!is_registered(&wanted, &more));
        assert!(!is_registered(&wanted, &json!([])));
        assert!(!is_registered(&json!([]), &known));
    }
}
