//! Interactions and how far they have come. It knows nothing of how they were delivered.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::ids::Id;
use super::world::Place;

/// A first reply must come within this time.
pub const FIRST_REPLY: Duration = Duration::from_secs(3);
/// For so long replies can be added and edited.
pub const TOKEN_LIFE: Duration = Duration::from_secs(15 * 60);

/// Kinds of interactions.
pub const COMMAND: u64 = 2;
pub const COMPONENT: u64 = 3;
pub const AUTOCOMPLETE: u64 = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No reply yet.
    Waiting,
    /// A message was promised.
    Deferred { ephemeral: bool },
    /// Replied, or acknowledged where nothing more is due.
    Replied,
}

#[derive(Clone, Debug)]
pub struct Interaction {
    pub id: Id,
    pub token: String,
    pub kind: u64,
    /// 1 for slash commands, 3 for those of messages.
    pub command_kind: u64,
    pub person: Id,
    pub place: Place,
    pub sent: Instant,
    pub state: State,
    /// The type of the first reply, and when it came.
    pub first: Option<(u64, Instant)>,
    /// What `@original` means: the first reply, or the message of the component.
    pub original: Option<Id>,
    /// The message whose component was used.
    pub component_message: Option<Id>,
    /// All messages that came as replies, in their order.
    pub replies: Vec<Id>,
    /// The choices that an autocomplete got.
    pub choices: Option<Vec<Value>>,
    /// Why the person saw that the interaction failed.
    pub failed: Option<String>,
    /// What was delivered.
    pub payload: Value,
}

impl Interaction {
    /// How long the first reply took.
    pub fn took(&self) -> Option<Duration> {
        self.first.map(|(_, at)| at.saturating_duration_since(self.sent))
    }

    pub fn replied(&self) -> bool {
        self.state == State::Replied
    }
}

#[derive(Default)]
pub struct Interactions {
    by_id: HashMap<Id, Interaction>,
    by_token: HashMap<String, Id>,
}

impl Interactions {
    pub fn add(&mut self, interaction: Interaction) {
        self.by_token.insert(interaction.token.clone(), interaction.id);
        self.by_id.insert(interaction.id, interaction);
    }

    pub fn get(&self, id: Id) -> Option<&Interaction> {
        self.by_id.get(&id)
    }

    pub fn get_mut(&mut self, id: Id) -> Option<&mut Interaction> {
        self.by_id.get_mut(&id)
    }

    pub fn by_token(&self, token: &str) -> Option<Id> {
        self.by_token.get(token).copied()
    }

    pub fn all(&self) -> impl Iterator<Item = &Interaction> {
        self.by_id.values()
    }

    pub fn retain(&mut self, wanted: impl Fn(&Interaction) -> bool) {
        self.by_id.retain(|_, interaction| wanted(interaction));
        self.by_token.retain(|_, id| self.by_id.contains_key(id));
    }

    pub fn clear(&mut self) {
        self.by_id.clear();
        self.by_token.clear();
    }
}
