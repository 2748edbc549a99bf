//! How often each of very many questions was answered, counted as the answers come, so that a long run can forget the
//! messages themselves. It must not know what an answer says.

use std::collections::HashMap;
use std::time::Duration;

use super::discord::Discord;
use super::ids::{Id, of_age};
use super::interactions::{FIRST_REPLY, State};
use super::world::World;

/// The first messages of answers, by the message that they reply to.
#[derive(Default)]
pub struct Tally(HashMap<Id, usize>);

/// What has become of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It can still be answered.
    Open,
    /// An interaction that got no first reply in time: Discord takes none any more.
    Expired,
    Once,
    /// A page that follows came twice: Discord took it, its answer was lost on the way, and such a page has no mark by
    /// which Discord could know it again.
    Again,
    /// More than one answer to a message, or a page of a reply that came twice for another reason.
    Twice,
}

impl Tally {
    pub fn answered(&mut self, question: Id) {
        *self.0.entry(question).or_default() += 1;
    }
}

impl Discord {
    /// What has become of each of these messages and interactions, now.
    pub fn fates(&self, questions: &[Id]) -> Vec<Fate> {
        let world = self.shared.lock();
        questions.iter().map(|question| fate(&world, *question)).collect()
    }

    /// Forgets what is older than this, so that a long run fits in memory; not how often messages were answered.
    pub fn forget_older(&self, age: Duration) {
        self.shared.change(|world| {
            let now = world.clock.now();
            world.interactions.retain(|interaction| now.saturating_duration_since(interaction.sent) < age);
            world.messages = world.messages.split_off(&of_age(age));
            world.unheard.retain(|id| *id > of_age(age));
            world.nonces.retain(|_, (_, made)| now.saturating_duration_since(*made) < age);
            world.record.requests.clear();
            world.said.clear();
        });
    }
}

fn fate(world: &World, question: Id) -> Fate {
    let Some(interaction) = world.interactions.get(question) else {
        return match world.tally.0.get(&question).copied().unwrap_or_default() {
            0 => Fate::Open,
            1 => Fate::Once,
            _ => Fate::Twice,
        };
    };
    let age = world.clock.now().saturating_duration_since(interaction.sent);
    match interaction.state {
        State::Waiting if age > FIRST_REPLY => return Fate::Expired,
        State::Waiting | State::Deferred { .. } => return Fate::Open,
        State::Replied => {}
    }
    let pages = interaction.replies.iter().filter_map(|id| Some((*id, world.messages.get(id)?.content())));
    let mut seen = HashMap::new();
    pages.fold(Fate::Once, |fate, (id, text)| match seen.insert(text, id) {
        None => fate,
        Some(before) if world.unheard.contains(&before) && fate != Fate::Twice => Fate::Again,
        Some(_) => Fate::Twice,
    })
}
