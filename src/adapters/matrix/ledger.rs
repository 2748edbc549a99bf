//! What a room's worker remembers of events: ids only, bounded, gone with the process.
//! It must not know the network or any text.

use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::Value;

use super::event::{Event, REPLY_FIELD};
use super::outbound;
use crate::engine::document::Document;
use crate::engine::{Offer, Reply, plain};

/// Events remembered as seen; beyond it the oldest are forgotten.
const SEEN: usize = 1_024;
/// Answers remembered for when their questions are edited: more than a room gets in the two minutes that count.
const ANSWERED: usize = 64;
/// Kyr's own messages and threads remembered; about older ones the homeserver is asked.
const OWN: usize = 32;

/// A map that forgets what was put in first. It holds marks of its keys, not the keys.
#[derive(Debug)]
pub struct Recent<V> {
    values: HashMap<u64, V>,
    order: VecDeque<u64>,
    capacity: usize,
}

impl<V> Recent<V> {
    fn new(capacity: usize) -> Self {
        Self { values: HashMap::new(), order: VecDeque::new(), capacity }
    }

    pub fn get(&self, id: &str) -> Option<&V> {
        self.values.get(&mark(id))
    }

    pub fn put(&mut self, id: &str, value: V) {
        let mark = mark(id);
        if self.values.insert(mark, value).is_none() {
            self.order.push_back(mark);
        }
        while self.order.len() > self.capacity {
            self.order.pop_front().map(|oldest| self.values.remove(&oldest));
        }
    }
}

/// An event of another's that was looked at.
#[derive(Clone, Debug)]
pub struct Seen {
    sender: u64,
    /// As the event says it.
    pub sent: u64,
}

impl Seen {
    pub fn new(event: &Event) -> Self {
        Self { sender: mark(&event.sender), sent: event.sent }
    }

    pub fn is_by(&self, sender: &str) -> bool {
        self.sender == mark(sender)
    }
}

/// A message of Kyr's.
#[derive(Clone, Debug, Default)]
pub struct Own {
    pub thread: Option<String>,
    pub offers: Vec<Offer>,
    pub locale: Option<String>,
}

impl Own {
    /// From the event as it is in the room.
    pub fn read(event: &Event, json: &Value) -> Self {
        let content = &json["content"];
        Self {
            thread: event.relation.thread.clone(),
            offers: outbound::offers(content),
            locale: content[REPLY_FIELD]["locale"].as_str().map(str::to_owned),
        }
    }

    /// Of a reply that was sent.
    pub fn of(reply: Reply, thread: Option<String>) -> Self {
        Self { thread, offers: reply.offers, locale: Some(reply.locale.as_str().to_owned()) }
    }
}

/// The answer to a question, for when the question is edited.
#[derive(Clone, Debug)]
pub struct Answered {
    pub answer: String,
    pub thread: Option<String>,
}

/// All of it, for one room.
#[derive(Debug)]
pub struct Ledger {
    pub seen: Recent<Seen>,
    pub answered: Recent<Answered>,
    /// By the message's id; `None` is a message that is not Kyr's.
    pub own: Recent<Option<Own>>,
    /// By the first event's id: whether Kyr is in the thread.
    pub threads: Recent<bool>,
    /// By the first event of a thread that goes on with another one: that one's first event.
    pub talks: Recent<String>,
    /// Marks of what Kyr said lately, to know an echo.
    said: Recent<()>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self {
            seen: Recent::new(SEEN),
            answered: Recent::new(ANSWERED),
            own: Recent::new(OWN),
            threads: Recent::new(ANSWERED),
            talks: Recent::new(OWN),
            said: Recent::new(OWN),
        }
    }
}

impl Ledger {
    pub fn note_said(&mut self, document: &Document) {
        self.said.put(&words(&plain::write(document)), ());
    }

    /// Whether a text is Kyr's own: a program that repeats what it hears must not be answered.
    pub fn is_echo(&self, text: &str) -> bool {
        self.said.get(&words(text)).is_some()
    }
}

/// A text without what clients do to its spaces.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Enough of an id or a text to know it again, small, and nothing to read.
fn mark(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::document::{Block, text};

    #[test]
    fn knows_an_echo() {
        let mut ledger = Ledger::default();
        let document =
            Document { rtl: false, blocks: vec![Block::Paragraph(text("Stay calm.")), Block::Note(text("Ok"))] };
        ledger.note_said(&document);
        assert!(ledger.is_echo("Stay calm. Ok\n"));
        assert!(!ledger.is_echo("Stay calm."));
    }

    #[test]
    fn forgets_the_oldest() {
        let mut recent = Recent::new(2);
        for (id, value) in [("a", 1), ("b", 2), ("a", 3), ("c", 4)] {
            recent.put(id, value);
        }
        assert_eq!((recent.get("a"), recent.get("b"), recent.get("c")), (None, Some(&2), Some(&4)));
    }
}
