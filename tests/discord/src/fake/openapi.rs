//! Requests held against Discord's own OpenAPI description, when DISCORD_OPENAPI names the file.

use std::collections::HashMap;
use std::sync::LazyLock;

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Value, json};

use super::routes::Route;

const DOCUMENT: &str = "urn:discord";
const COMMAND: &str = "ApplicationCommandUpdateRequest";
const SCHEMAS: [&str; 12] = [
    COMMAND,
    "ApplicationCommandAutocompleteCallbackRequest",
    "CreateMessageInteractionCallbackRequest",
    "UpdateMessageInteractionCallbackRequest",
    "IncomingWebhookRequestPartial",
    "IncomingWebhookUpdateRequestPartial",
    "MessageCreateRequest",
    "MessageEditRequestPartial",
    "ApplicationCommandResponse",
    "GatewayBotResponse",
    "MessageResponse",
    "PrivateApplicationResponse",
];

static VALIDATORS: LazyLock<HashMap<&str, Validator>> = LazyLock::new(|| {
    let Some(path) = std::env::var_os("DISCORD_OPENAPI").filter(|path| !path.is_empty()) else {
        return HashMap::new();
    };
    let place = path.display();
    let text = std::fs::read(&path).unwrap_or_else(|error| panic!("DISCORD_OPENAPI={place}: {error}"));
    let document: Value = serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{place}: {error}"));
    let registry = Registry::new().draft(Draft::Draft202012).add(DOCUMENT, &document).and_then(|new| new.prepare());
    let registry = registry.unwrap_or_else(|error| panic!("{place}: {error}"));
    let validator = |name: &'static str| {
        let schema = json!({"$ref": format!("{DOCUMENT}#/components/schemas/{name}")});
        let options = jsonschema::options().with_draft(Draft::Draft202012).with_registry(&registry);
        (name, options.build(&schema).unwrap_or_else(|error| panic!("{place}: {name}: {error}")))
    };
    SCHEMAS.into_iter().map(validator).collect()
});

/// What the description says against this body.
pub fn faults(route: Route, method: &str, body: &Value) -> Vec<String> {
    let schema = match (route, method) {
        (Route::Commands, "PUT") => {
            let commands = body.as_array().map_or(&[][..], Vec::as_slice);
            return commands.iter().flat_map(|command| against(COMMAND, &as_described(command))).collect();
        }
        (Route::Callback, "POST") => match body["type"].as_u64() {
            Some(4 | 5) => "CreateMessageInteractionCallbackRequest",
            Some(6 | 7) => "UpdateMessageInteractionCallbackRequest",
            Some(8) => "ApplicationCommandAutocompleteCallbackRequest",
            _ => return Vec::new(),
        },
        (Route::FollowUp, "POST") => "IncomingWebhookRequestPartial",
        (Route::Original, "PATCH") => "IncomingWebhookUpdateRequestPartial",
        (Route::Messages, "POST") => "MessageCreateRequest",
        (Route::Messages, "PATCH") => "MessageEditRequestPartial",
        _ => return Vec::new(),
    };
    against(schema, body)
}

/// What the description says against a body of this schema; nothing without a description.
pub fn against(name: &str, body: &Value) -> Vec<String> {
    let Some(validator) = VALIDATORS.get(name) else { return Vec::new() };
    let fault = |error: jsonschema::ValidationError| format!("OpenAPI, {name}{}: {error}", error.instance_path());
    validator.iter_errors(body).map(fault).collect()
}

/// The description has permissions as a number, where Discord takes and gives them as text.
fn as_described(command: &Value) -> Value {
    let mut command = command.clone();
    if let Some(bits) = command["default_member_permissions"].as_str().and_then(|text| text.parse::<u64>().ok()) {
        command["default_member_permissions"] = bits.into();
    }
    command
}
