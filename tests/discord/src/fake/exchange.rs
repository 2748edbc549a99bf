//! A question and the reply that it gets: waiting for it, and proving that there is none.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::ids::Id;
use super::interactions::Interaction;
use super::message::{Message, Reply};
use super::shared::Shared;
use super::world::{Place, World};

/// Longer than any retry that Kyr may need.
const PATIENCE: Duration = Duration::from_secs(15);
/// When no further message has come for so long, the reply is complete.
const SETTLED: Duration = Duration::from_millis(250);

/// An interaction and what comes back.
pub struct Exchange {
    shared: Arc<Shared>,
    pub id: Id,
}

/// A message and what comes back.
pub struct Said {
    shared: Arc<Shared>,
    pub id: Id,
    pub place: Place,
}

impl Exchange {
    pub(super) fn new(shared: &Arc<Shared>, id: Id) -> Self {
        Self { shared: shared.clone(), id }
    }

    /// The interaction as it stands.
    pub fn now(&self) -> Interaction {
        self.shared.lock().interactions.get(self.id).expect("it was delivered").clone()
    }

    /// All messages of the reply; fails when the interaction does.
    pub async fn reply(&self) -> Reply {
        self.reply_within(PATIENCE).await
    }

    pub async fn reply_within(&self, patience: Duration) -> Reply {
        let done = |world: &World| {
            let interaction = world.interactions.get(self.id)?;
            if let Some(why) = &interaction.failed {
                panic!("the interaction failed: {why}; its payload was {}", interaction.payload["data"]);
            }
            (interaction.replied() && !interaction.replies.is_empty()).then_some(())
        };
        if self.shared.wait(patience, done).await.is_none() {
            let state = self.now();
            panic!("no reply within {patience:?} ({:?}) to {}", state.state, state.payload["data"]);
        }
        settled(&self.shared, |world| messages(world, &world.interactions.get(self.id)?.replies)).await
    }

    /// Waits for the first reply, whatever it is, and tells how long it took.
    pub async fn acknowledged(&self) -> Duration {
        let first = |world: &World| world.interactions.get(self.id)?.took();
        self.shared.wait(PATIENCE, first).await.expect("no first reply")
    }

    /// What an autocompletion offers: names and values.
    pub async fn choices(&self) -> Vec<(String, Value)> {
        let found = |world: &World| world.interactions.get(self.id)?.choices.clone();
        let Some(choices) = self.shared.wait(PATIENCE, found).await else {
            panic!("no choices were offered for {}", self.now().payload["data"]);
        };
        let one = |choice: &Value| (choice["name"].as_str().unwrap_or_default().to_owned(), choice["value"].clone());
        choices.iter().map(one).collect()
    }

    /// Waits until the interaction has failed, and says why.
    pub async fn failure(&self) -> String {
        let failed = |world: &World| world.interactions.get(self.id)?.failed.clone();
        self.shared.wait(PATIENCE, failed).await.expect("the interaction did not fail")
    }
}

impl Said {
    pub(super) fn new(shared: &Arc<Shared>, id: Id, place: Place) -> Self {
        Self { shared: shared.clone(), id, place }
    }

    /// The message itself.
    pub fn message(&self) -> Message {
        self.shared.lock().messages[&self.id].clone()
    }

    /// All messages of the answer.
    pub async fn reply(&self) -> Reply {
        self.reply_within(PATIENCE).await
    }

    pub async fn reply_within(&self, patience: Duration) -> Reply {
        let answered = |world: &World| (!answers(world, self.place, self.id).is_empty()).then_some(());
        if self.shared.wait(patience, answered).await.is_none() {
            panic!("no answer within {patience:?} to “{}”", self.message().content());
        }
        settled(&self.shared, |world| messages(world, &answers(world, self.place, self.id))).await
    }

    /// The ids of the bot's messages that answer this one, now.
    pub fn answers(&self) -> Vec<Id> {
        answers(&self.shared.lock(), self.place, self.id)
    }

    /// How many times it has been answered, now: messages that reply to it.
    pub fn times_answered(&self) -> usize {
        let world = self.shared.lock();
        world.messages.values().filter(|message| is_answer(&world, message, self.id)).count()
    }
}

/// Waits until nothing has been added for a while.
async fn settled(shared: &Shared, look: impl Fn(&World) -> Option<Vec<Message>>) -> Reply {
    let mut messages = look(&shared.lock()).expect("there was something");
    loop {
        let grown = |world: &World| look(world).filter(|now| *now != messages);
        match shared.wait(SETTLED, grown).await {
            Some(now) => messages = now,
            None => return Reply { messages },
        }
    }
}

fn messages(world: &World, ids: &[Id]) -> Option<Vec<Message>> {
    ids.iter().map(|id| world.messages.get(id).cloned()).collect()
}

fn is_answer(world: &World, message: &Message, question: Id) -> bool {
    message.author() == world.application.id
        && message.replies_to() == Some(question)
        && message.body()["interaction_metadata"].is_null()
}

/// The messages that answer a question: those that reply to it, and those that follow without replying to anything.
fn answers(world: &World, place: Place, question: Id) -> Vec<Id> {
    let mut mine = false;
    let mut found = Vec::new();
    for (id, message) in world.messages.range(question + 1..) {
        let by_bot = message.author() == world.application.id && message.body()["interaction_metadata"].is_null();
        if message.channel() != place.0 || !by_bot {
            continue;
        }
        if message.replies_to().is_some() {
            mine = is_answer(world, message, question);
        }
        if mine {
            found.push(*id);
        }
    }
    found
}
