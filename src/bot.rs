//! The host of the engine: one for everybody, each conversation's and each person's state in memory,
//! and a guard, so that a fault in one answer stops nobody else's. It must not know any platform,
//! and it must never keep or report a message.

use std::collections::HashMap;
use std::hash::Hash;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::content::Region;
use crate::engine::conversation::LIFETIME;
use crate::engine::{Conversation, ConversationId, Engine, PersonId, Query, Reply};
use crate::locale::{Locale, Message};

/// Conversations, and persons with settings, held at once; beyond it the one silent for longest is forgotten.
const CAPACITY: usize = 10_000;
/// Seconds between two sweeps.
const SWEEP: u64 = 60;

/// Who asks, and where. What a person chose follows the person; the thread of talk stays in its place.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Asker {
    pub person: PersonId,
    pub place: ConversationId,
}

/// Answers messages; safe to call from many threads.
pub struct Bot {
    engine: Engine,
    held: Mutex<Held>,
}

/// All conversations and choices, and when they were last swept.
#[derive(Default)]
struct Held {
    talks: HashMap<ConversationId, Conversation>,
    chosen: HashMap<PersonId, Chosen>,
    swept: u64,
}

/// What a person chose, and when it was last used.
#[derive(Clone, Default)]
struct Chosen {
    locale: Option<Locale>,
    region: Option<Region>,
    touched: u64,
}

impl Bot {
    pub fn new(engine: Engine) -> Self {
        Self { engine, held: Mutex::default() }
    }

    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Answers one message of a conversation.
    pub fn handle(&self, asker: &Asker, query: &Query) -> Reply {
        let (reply, talk) = self.answer(asker, query);
        if let Some(talk) = talk {
            self.held().remember(asker, talk, query.now);
        }
        reply
    }

    /// The answer that `handle` would give; nothing is remembered.
    pub fn preview(&self, asker: &Asker, query: &Query) -> Reply {
        self.answer(asker, query).0
    }

    /// One sentence in the person's language, else in the room's.
    pub fn say(&self, person: &PersonId, hint: Option<&Locale>, message: Message<'_>) -> Reply {
        let chosen = self.held().chosen.get(person).and_then(|chosen| chosen.locale.clone());
        let locale = chosen.as_ref().or(hint).unwrap_or(&self.engine.pack().manifest.default_locale);
        self.engine.say(locale, message)
    }

    fn answer(&self, asker: &Asker, query: &Query) -> (Reply, Option<Conversation>) {
        let talk = self.held().recall(asker);
        match catch_unwind(AssertUnwindSafe(|| self.engine.reply(query, &talk))) {
            Ok((reply, talk)) => (reply, Some(talk)),
            Err(_) => (self.say(&asker.person, query.hint.as_ref(), Message::Trouble), None),
        }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn recall(&self, asker: &Asker) -> Conversation {
        let mut talk = self.talks.get(&asker.place).cloned().unwrap_or_default();
        let chosen = self.chosen.get(&asker.person).cloned().unwrap_or_default();
        talk.locale = chosen.locale;
        talk.region = chosen.region;
        talk
    }

    /// Keeps the state, and at most once a minute drops the conversations that have been silent for too long.
    fn remember(&mut self, asker: &Asker, mut talk: Conversation, now: u64) {
        if now.saturating_sub(self.swept) >= SWEEP {
            self.swept = now;
            self.talks.retain(|_, talk| now.saturating_sub(talk.touched) <= LIFETIME);
        }
        let chosen = Chosen { locale: talk.locale.take(), region: talk.region.take(), touched: now };
        if chosen.locale.is_none() && chosen.region.is_none() {
            self.chosen.remove(&asker.person);
        } else {
            make_room(&mut self.chosen, &asker.person, |chosen| chosen.touched);
            self.chosen.insert(asker.person.clone(), chosen);
        }
        make_room(&mut self.talks, &asker.place, |talk| talk.touched);
        self.talks.insert(asker.place.clone(), talk);
    }
}

/// Forgets what was touched longest ago if there is no room for one more.
fn make_room<K: Clone + Eq + Hash, V>(map: &mut HashMap<K, V>, key: &K, touched: impl Fn(&V) -> u64) {
    if map.len() >= CAPACITY && !map.contains_key(key) {
        let oldest = map.iter().min_by_key(|(_, value)| touched(value)).map(|(key, _)| key.clone());
        oldest.map(|key| map.remove(&key));
    }
}
