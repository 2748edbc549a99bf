//! Messages as people see them: text, buttons, menus, who may see them.

use serde_json::Value;

use super::ids::Id;
use super::message_rules::EPHEMERAL;

/// A message in Discord's own JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct Message(Value);

#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    pub label: String,
    /// Empty for links.
    pub custom_id: String,
    pub url: Option<String>,
    pub disabled: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Select {
    pub custom_id: String,
    /// Labels with their values.
    pub options: Vec<(String, String)>,
}

impl Message {
    pub fn new(body: Value) -> Self {
        Self(body)
    }

    pub fn body(&self) -> &Value {
        &self.0
    }

    pub fn body_mut(&mut self) -> &mut Value {
        &mut self.0
    }

    pub fn id(&self) -> Id {
        id(&self.0["id"]).expect("every message has one")
    }

    pub fn channel(&self) -> Id {
        id(&self.0["channel_id"]).expect("every message has one")
    }

    pub fn author(&self) -> Id {
        id(&self.0["author"]["id"]).expect("every message has one")
    }

    pub fn content(&self) -> &str {
        self.0["content"].as_str().unwrap_or_default()
    }

    pub fn flags(&self) -> u64 {
        self.0["flags"].as_u64().unwrap_or_default()
    }

    pub fn ephemeral(&self) -> bool {
        self.flags() & EPHEMERAL != 0
    }

    /// The message that this one replies to.
    pub fn replies_to(&self) -> Option<Id> {
        id(&self.0["message_reference"]["message_id"])
    }

    /// Whether anybody was notified by it.
    pub fn pings(&self) -> bool {
        let listed = |key: &str| self.0[key].as_array().is_some_and(|list| !list.is_empty());
        self.0["mention_everyone"] == true || listed("mentions") || listed("mention_roles")
    }

    pub fn buttons(&self) -> Vec<Button> {
        self.parts(2).map(button).collect()
    }

    pub fn selects(&self) -> Vec<Select> {
        self.parts(3).map(select).collect()
    }

    fn parts(&self, kind: u64) -> impl Iterator<Item = &Value> {
        let rows = self.0["components"].as_array().into_iter().flatten();
        rows.filter_map(|row| row["components"].as_array()).flatten().filter(move |part| part["type"] == kind)
    }
}

/// An id in JSON.
pub fn id(value: &Value) -> Option<Id> {
    value.as_str()?.parse().ok()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn button(part: &Value) -> Button {
    Button {
        label: text(&part["label"]),
        custom_id: text(&part["custom_id"]),
        url: part["url"].as_str().map(str::to_owned),
        disabled: part["disabled"] == true,
    }
}

fn select(part: &Value) -> Select {
    let options = part["options"].as_array().into_iter().flatten();
    Select {
        custom_id: text(&part["custom_id"]),
        options: options.map(|option| (text(&option["label"]), text(&option["value"]))).collect(),
    }
}

/// All messages that answer one question, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    pub messages: Vec<Message>,
}

impl Reply {
    /// The texts of all messages, one below the other.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.messages.iter().map(Message::content).collect();
        texts.join("\n")
    }

    pub fn last(&self) -> &Message {
        self.messages.last().expect("a reply has a message")
    }

    pub fn ephemeral(&self) -> bool {
        self.messages.iter().all(Message::ephemeral)
    }

    pub fn buttons(&self) -> Vec<Button> {
        self.messages.iter().flat_map(Message::buttons).collect()
    }

    pub fn selects(&self) -> Vec<Select> {
        self.messages.iter().flat_map(Message::selects).collect()
    }

    /// The message that holds the component with this custom_id.
    pub fn holding(&self, custom_id: &str) -> Option<&Message> {
        self.messages.iter().find(|message| {
            message.buttons().iter().any(|button| button.custom_id == custom_id)
                || message.selects().iter().any(|select| select.custom_id == custom_id)
        })
    }
}
