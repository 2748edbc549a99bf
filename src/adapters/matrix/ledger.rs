//! What a room's worker remembers of events: ids only, bounded, gone with the process.
//! It must not know the network or any text.

use std::collections::{HashMap, VecDeque};

use serde_json::Value;

use super::event::{Event, REPLY_FIELD};
use super::outbound;
use crate::engine::{Offer, Reply};

/// Events remembered as seen; beyond it the oldest are forgotten.
const SEEN: usize = 4_096;
/// Kyr's own messages and threads remembered; about older ones the homeserver is asked.
const OWN: usize = 256;

/// A map that forgets what was put in first.
#[derive(Debug)]
pub struct Recent<V> {
    values: HashMap<String, V>,
    order: VecDeque<String>,
    capacity: usize,
}

impl<V> Recent<V> {
    fn new(capacity: usize) -> Self {
        Self { values: HashMap::new(), order: VecDeque::new(), capacity }
    }

    pub fn get(&self, id: &str) -> Option<&V> {
        self.values.get(id)
    }

    pub fn put(&mut self, id: &str, value: V) {
        if self.values.insert(id.to_owned(), value).is_none() {
            self.order.push_back(id.to_owned());
        }
        while self.order.len() > self.capacity {
            self.order.pop_front().map(|oldest| self.values.remove(&oldest));
        }
    }
}

/// An event of another's that was looked at.
#[derive(Clone, Debug)]
pub struct Seen {
    pub sender: String,
    pub sent: u64,
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
}

impl Default for Ledger {
    fn default() -> Self {
        Self { seen: Recent::new(SEEN), answered: Recent::new(OWN), own: Recent::new(OWN), threads: Recent::new(OWN) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forgets_the_oldest() {
        let mut recent = Recent::new(2);
        for (id, value) in [("a", 1), ("b", 2), ("a", 3), ("c", 4)] {
            recent.put(id, value);
        }
        assert_eq!((recent.get("a"), recent.get("b"), recent.get("c")), (None, Some(&2), Some(&4)));
    }
}
