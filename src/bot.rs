//! The host of the engine: one for everybody, conversations in memory, what a person chose among the preferences,
//! and a guard, so that a fault in one answer stops nobody else's. It must not know any platform,
//! and it must never keep or report a message.

mod admission;
mod health;

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Instant;

use serde::{Deserialize, Serialize};

use crate::content::Region;
use crate::engine::conversation::LIFETIME;
use crate::engine::{Asked, Conversation, ConversationId, Engine, Kind, Manner, PersonId, Query, Reply};
use crate::limits::Limits;
use crate::locale::{Locale, Message};
use crate::metrics::{Fault, Metrics};
use crate::preferences::Preferences;
pub use admission::Refusal;

/// Conversations held at once; beyond it those silent for longest are forgotten.
pub const CAPACITY: usize = 10_000;
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
    engine: RwLock<Arc<Engine>>,
    preferences: Preferences,
    held: Mutex<Held>,
    limits: Mutex<Limits>,
    metrics: Metrics,
    started: Instant,
    /// What the operator should know of the pack, if anything.
    remark: Mutex<Option<String>>,
}

/// All conversations, under hashes of their names whose key is made at the start and kept nowhere, and when they were
/// last swept.
#[derive(Default)]
struct Held {
    key: RandomState,
    talks: HashMap<u64, Talk>,
    swept: u64,
}

/// A conversation as bytes, which take far less than the value: there may be thousands.
struct Talk {
    touched: u64,
    bytes: Box<[u8]>,
}

/// What a person chose.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Chosen {
    locale: Option<Locale>,
    region: Option<Region>,
}

impl Bot {
    pub fn new(engine: Engine, preferences: Preferences) -> Self {
        let engine = RwLock::new(Arc::new(engine));
        let (limits, metrics) = (Mutex::default(), Metrics::default());
        let (held, remark, started) = (Mutex::default(), Mutex::default(), Instant::now());
        Self { engine, preferences, held, limits, metrics, started, remark }
    }

    /// Where adapters keep what rooms are set to.
    pub fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// The engine of now. What is answered with it stays of one piece; whoever keeps it longer answers from old texts.
    pub fn engine(&self) -> Arc<Engine> {
        self.engine.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From now on answers come from `engine`. Those that are being written are finished with the one before, which
    /// goes with the last of them.
    pub fn replace(&self, engine: Engine) {
        *self.engine.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(engine);
    }

    /// Where it is counted what Kyr does.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Answers one message of a conversation.
    pub fn handle(&self, asker: &Asker, query: &Query) -> Reply {
        self.guarded(asker, query, || {
            let reply = self.remember(asker, query);
            self.count(asker, query, &reply);
            reply
        })
    }

    fn remember(&self, asker: &Asker, query: &Query) -> Reply {
        let before = self.chosen(&asker.person);
        let (reply, mut talk) = self.answer(asker, query, before.clone());
        let chosen = Chosen { locale: talk.locale.take(), region: talk.region.take() };
        // After "forget me" nothing was said in any language. What could not be read is deleted all the same.
        let forgotten = talk.spoken.is_none();
        let saved = (chosen == before && !forgotten) || self.preferences.save(&person_key(&asker.person), &chosen);
        self.held().remember(asker, &talk, query.now);
        if forgotten && !saved { self.trouble(&Query { hint: Some(reply.locale), ..query.clone() }) } else { reply }
    }

    /// The answer that `handle` would give; nothing is remembered.
    pub fn preview(&self, asker: &Asker, query: &Query) -> Reply {
        self.guarded(asker, query, || self.answer(asker, query, self.chosen(&asker.person)).0)
    }

    /// One sentence in the person's language, else in the room's.
    pub fn say(&self, person: &PersonId, hint: Option<&Locale>, message: Message<'_>) -> Reply {
        self.engine().say(&self.locale(person, hint), message, Manner::Words)
    }

    /// The person's language, else the room's.
    pub fn locale(&self, person: &PersonId, hint: Option<&Locale>) -> Locale {
        let engine = self.engine();
        let manifest = &engine.pack().manifest;
        // What was chosen may be served no more.
        let served = |locale: &&Locale| manifest.languages.contains(locale);
        let chosen = self.chosen(person).locale;
        chosen.as_ref().filter(served).or(hint.filter(served)).unwrap_or(&manifest.default_locale).clone()
    }

    fn answer(&self, asker: &Asker, query: &Query, chosen: Chosen) -> (Reply, Conversation) {
        let Chosen { locale, region } = chosen;
        let talk = Conversation { locale, region, ..self.held().recall(asker) };
        self.engine().reply(query, &talk)
    }

    /// A fault in one answer stops nobody else's, and the conversation stays as it was.
    fn guarded(&self, asker: &Asker, query: &Query, answer: impl FnOnce() -> Reply) -> Reply {
        catch_unwind(AssertUnwindSafe(answer)).unwrap_or_else(|_| {
            self.metrics.fault(Fault::Panic);
            // What broke may be what knows the person's language.
            let locale = catch_unwind(AssertUnwindSafe(|| self.locale(&asker.person, query.hint.as_ref())));
            self.trouble(&Query { hint: locale.ok().or(query.hint.clone()), ..query.clone() })
        })
    }

    fn count(&self, asker: &Asker, query: &Query, reply: &Reply) {
        let engine = self.engine();
        let section = match (&query.asked, &reply.kind) {
            (Asked::Words(words), Kind::NotCovered) => engine.likeliest_section(words),
            _ => None,
        };
        self.metrics.replied(asker.person.as_str(), reply, section);
    }

    fn chosen(&self, person: &PersonId) -> Chosen {
        self.preferences.load(&person_key(person)).unwrap_or_default()
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn limits(&self) -> MutexGuard<'_, Limits> {
        self.limits.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn recall(&self, asker: &Asker) -> Conversation {
        let talk = self.talks.get(&self.key.hash_one(&asker.place));
        talk.and_then(|talk| postcard::from_bytes(&talk.bytes).ok()).unwrap_or_default()
    }

    /// Keeps the state, and at most once a minute drops the conversations that have been silent for too long.
    fn remember(&mut self, asker: &Asker, talk: &Conversation, now: u64) {
        if now.saturating_sub(self.swept) >= SWEEP {
            self.swept = now;
            self.talks.retain(|_, talk| now.saturating_sub(talk.touched) <= LIFETIME);
        }
        let place = self.key.hash_one(&asker.place);
        if self.talks.len() >= CAPACITY && !self.talks.contains_key(&place) {
            self.make_room();
        }
        let bytes = postcard::to_stdvec(talk).unwrap_or_default().into_boxed_slice();
        self.talks.insert(place, Talk { touched: talk.touched, bytes });
    }

    /// Forgets those that are silent for longest, some at once: to look for the one takes as long.
    fn make_room(&mut self) {
        let mut touched: Vec<(u64, u64)> = self.talks.iter().map(|(place, talk)| (talk.touched, *place)).collect();
        let (oldest, ..) = touched.select_nth_unstable(CAPACITY / 100);
        oldest.iter().for_each(|(_, place)| drop(self.talks.remove(place)));
    }
}

fn person_key(person: &PersonId) -> String {
    format!("person {}", person.as_str())
}
