//! The registered commands: what is there, what is put in its place, and what a person finds by name.

use serde_json::{Value, json};

use super::command_rules;
use super::ids::{Id, snowflake};
use super::refusal::Refusal;

#[derive(Default)]
pub struct Commands {
    registered: Vec<Value>,
}

impl Commands {
    /// What `GET …/commands` answers.
    pub fn list(&self, with_localizations: bool) -> Value {
        let mut list = self.registered.clone();
        if !with_localizations {
            list.iter_mut().for_each(without_localizations);
        }
        list.into()
    }

    /// Puts these in the place of all; a command that keeps its type and name keeps its id.
    pub fn replace(&mut self, commands: &Value, application: Id) -> Result<Value, Refusal> {
        command_rules::check(commands)?;
        let commands = commands.as_array().map_or(&[][..], Vec::as_slice);
        self.registered = commands.iter().map(|command| self.stored(command, application)).collect();
        Ok(self.list(true))
    }

    /// The command of this type and name.
    pub fn find(&self, kind: u64, name: &str) -> Option<&Value> {
        self.registered.iter().find(|command| command["type"] == kind && command["name"] == name)
    }

    fn stored(&self, command: &Value, application: Id) -> Value {
        let kind = command["type"].as_u64().unwrap_or(1);
        let name = command["name"].as_str().unwrap_or_default();
        let id = self.find(kind, name).map_or_else(|| json!(snowflake().to_string()), |known| known["id"].clone());
        let mut stored = json!({
            "id": id,
            "application_id": application.to_string(),
            "version": snowflake().to_string(),
            "default_member_permissions": null,
            "type": kind,
            "name": name,
            "name_localizations": null,
            "description": "",
            "description_localizations": null,
            "dm_permission": true,
            "contexts": null,
            "integration_types": [0],
            "nsfw": false
        });
        let given = ["default_member_permissions", "name_localizations", "description", "description_localizations"];
        for key in given.into_iter().chain(["contexts", "integration_types", "nsfw"]) {
            if !command[key].is_null() {
                stored[key] = command[key].clone();
            }
        }
        if let Some(contexts) = command["contexts"].as_array() {
            stored["dm_permission"] = contexts.contains(&json!(1)).into();
        }
        if let Some(options) = command["options"].as_array().filter(|options| !options.is_empty()) {
            stored["options"] = options.iter().map(stored_option).collect();
        }
        stored
    }
}

/// Discord leaves out what says nothing: `false`, and empty lists.
fn stored_option(option: &Value) -> Value {
    let mut stored = option.clone();
    let fields = stored.as_object_mut().expect("checked before");
    fields.retain(|key, value| match value {
        Value::Null => key.ends_with("_localizations"),
        Value::Bool(said) => *said,
        Value::Array(items) => !items.is_empty(),
        _ => true,
    });
    if let Some(nested) = option["options"].as_array() {
        stored["options"] = nested.iter().map(stored_option).collect();
    }
    stored
}

fn without_localizations(of: &mut Value) {
    let Some(fields) = of.as_object_mut() else { return };
    fields.retain(|key, _| !key.ends_with("_localizations"));
    for key in ["options", "choices"] {
        fields.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten().for_each(without_localizations);
    }
}
