//! What has happened on this Discord: what a test looks at afterwards.

use std::time::Duration;

use serde_json::Value;

use super::discord::Discord;
use super::ids::Id;
use super::interactions::Interaction;
use super::message::Message;
use super::record::Request;
use super::refusal::Violation;
use super::routes::Route;
use super::world::Place;

impl Discord {
    /// Every request of the bot's, in order.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.lock().record.requests.clone()
    }

    pub fn requests_of(&self, route: Route) -> Vec<Request> {
        self.requests().into_iter().filter(|request| request.route == route).collect()
    }

    pub fn commands(&self) -> Vec<Value> {
        self.shared.lock().commands.list(true).as_array().cloned().unwrap_or_default()
    }

    /// All messages of a channel, ephemeral ones among them.
    pub fn messages(&self, place: Place) -> Vec<Message> {
        self.shared.lock().messages.values().filter(|message| message.channel() == place.0).cloned().collect()
    }

    /// All messages of the bot's.
    pub fn bot_messages(&self) -> Vec<Message> {
        let world = self.shared.lock();
        let bot = world.application.id;
        world.messages.values().filter(|message| message.author() == bot).cloned().collect()
    }

    /// Requests that broke a rule. A test that expects some takes them out.
    pub fn take_violations(&self) -> Vec<Violation> {
        self.shared.change(|world| std::mem::take(&mut world.violations))
    }

    /// Statuses and codes of refusals that are nobody's fault.
    pub fn refusals(&self) -> Vec<(u16, u32)> {
        self.shared.lock().refusals.clone()
    }

    /// An interaction that has had no reply yet.
    pub fn waiting(&self) -> Option<Interaction> {
        let world = self.shared.lock();
        world.interactions.all().find(|interaction| interaction.first.is_none()).cloned()
    }

    /// How long each first reply took.
    pub fn times(&self) -> Vec<Duration> {
        self.shared.lock().interactions.all().filter_map(Interaction::took).collect()
    }

    /// All texts that people have written, and all tokens that were given out: what no log may hold.
    pub fn secrets(&self) -> (Vec<String>, Vec<String>) {
        let world = self.shared.lock();
        let mut tokens = vec![world.application.token.clone()];
        tokens.extend(world.interactions.all().map(|interaction| interaction.token.clone()));
        (world.said.clone(), tokens)
    }

    /// The ids of all people.
    pub fn people(&self) -> Vec<Id> {
        let world = self.shared.lock();
        world.users.keys().copied().filter(|id| *id != world.application.id).collect()
    }

    /// The ids of everything that people have, are in or did: what no file may hold.
    pub fn ids(&self) -> Vec<Id> {
        let world = self.shared.lock();
        let things = world.guilds.keys().chain(world.channels.keys()).chain(world.messages.keys()).copied();
        let asked = world.interactions.all().map(|interaction| interaction.id);
        let people = world.users.keys().copied().filter(|id| *id != world.application.id);
        people.chain(things).chain(asked).collect()
    }

    /// Waits until the world looks as wanted.
    pub async fn wait<T>(&self, patience: Duration, mut look: impl FnMut(&Self) -> Option<T>) -> Option<T> {
        let limit = tokio::time::Instant::now() + patience;
        loop {
            if let Some(found) = look(self) {
                return Some(found);
            }
            if tokio::time::Instant::now() >= limit {
                return None;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}
