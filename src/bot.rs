//! The host of the engine: one for everybody, each conversation's state in memory,
//! and a guard, so that a fault in one answer stops nobody else's. It must not know any platform,
//! and it must never keep or report a message.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use crate::engine::conversation::LIFETIME;
use crate::engine::document::{Block, Document, text};
use crate::engine::{Conversation, ConversationId, Engine, Kind, Query, Reply};
use crate::locale::Message;

/// Conversations held at once; beyond it the one silent for longest is forgotten.
const CAPACITY: usize = 10_000;
/// Seconds between two sweeps.
const SWEEP: u64 = 60;

/// Answers messages; safe to call from many threads.
pub struct Bot {
    engine: Engine,
    conversations: Mutex<Held>,
}

/// All conversations, and when they were last swept.
#[derive(Default)]
struct Held {
    by_id: HashMap<ConversationId, Conversation>,
    swept: u64,
}

impl Bot {
    pub fn new(engine: Engine) -> Self {
        Self { engine, conversations: Mutex::default() }
    }

    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Answers one message of a conversation.
    pub fn handle(&self, id: &ConversationId, query: &Query) -> Reply {
        let talk = self.recall(id);
        match catch_unwind(AssertUnwindSafe(|| self.engine.reply(query, &talk))) {
            Ok((reply, talk)) => {
                self.remember(id, talk, query.now);
                reply
            }
            Err(_) => trouble(&self.engine, query),
        }
    }

    fn recall(&self, id: &ConversationId) -> Conversation {
        let held = self.conversations.lock().unwrap_or_else(PoisonError::into_inner);
        held.by_id.get(id).cloned().unwrap_or_default()
    }

    /// Keeps the state, and at most once a minute drops what has been silent for too long.
    fn remember(&self, id: &ConversationId, talk: Conversation, now: u64) {
        let mut held = self.conversations.lock().unwrap_or_else(PoisonError::into_inner);
        if now.saturating_sub(held.swept) >= SWEEP || held.by_id.len() >= CAPACITY {
            held.swept = now;
            held.by_id.retain(|_, talk| now.saturating_sub(talk.touched) <= LIFETIME || talk.has_settings());
        }
        if held.by_id.len() >= CAPACITY && !held.by_id.contains_key(id) {
            let oldest = held.by_id.iter().min_by_key(|(_, talk)| talk.touched).map(|(id, _)| id.clone());
            oldest.map(|id| held.by_id.remove(&id));
        }
        held.by_id.insert(id.clone(), talk);
    }
}

/// What a person sees when answering failed.
fn trouble(engine: &Engine, query: &Query) -> Reply {
    let locale = query.hint.clone().unwrap_or_else(|| engine.pack().manifest.default_locale.clone());
    let said = engine.catalog().text(&locale, Message::Trouble);
    let document = Document { rtl: locale.is_rtl(), blocks: vec![Block::Warning(text(said))] };
    Reply { locale, kind: Kind::NotCovered, document }
}
