//! How often each of very many questions was answered, counted as the answers come, so that a long run can forget the
//! messages themselves. It must not know what an answer says.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use super::discord::Discord;
use super::ids::{Id, of_age};
use super::world::World;

/// The first messages of answers, by the message that they reply to.
#[derive(Default)]
pub struct Tally(HashMap<Id, usize>);

impl Tally {
    pub fn answered(&mut self, question: Id) {
        *self.0.entry(question).or_default() += 1;
    }
}

impl Discord {
    /// How often each of these messages and interactions was answered, now. An interaction takes one first reply; it is
    /// answered twice when a page of the reply came twice. One that is only deferred is not answered.
    pub fn times_answered(&self, questions: &[Id]) -> Vec<usize> {
        let world = self.shared.lock();
        questions.iter().map(|question| times(&world, *question)).collect()
    }

    /// Forgets what is older than this, so that a long run fits in memory; not how often messages were answered.
    pub fn forget_older(&self, age: Duration) {
        self.shared.change(|world| {
            let now = world.clock.now();
            world.interactions.retain(|interaction| now.saturating_duration_since(interaction.sent) < age);
            world.messages = world.messages.split_off(&of_age(age));
            world.nonces.retain(|_, (_, made)| now.saturating_duration_since(*made) < age);
            world.record.requests.clear();
            world.said.clear();
        });
    }

    /// Whether there is a session that events go to, connected or waiting for its bot to resume it.
    pub fn has_session(&self) -> bool {
        !self.shared.lock().sessions.intents().is_empty()
    }
}

fn times(world: &World, question: Id) -> usize {
    let Some(interaction) = world.interactions.get(question) else {
        return world.tally.0.get(&question).copied().unwrap_or_default();
    };
    if !interaction.replied() {
        return 0;
    }
    let pages = interaction.replies.iter().filter_map(|id| world.messages.get(id));
    let mut seen = HashSet::new();
    if pages.map(|page| page.content()).all(|text| seen.insert(text)) { 1 } else { 2 }
}
