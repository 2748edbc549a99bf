//! What can be told of a question without writing its answer: whether it must not wait, and what it seems to be about.
//! It must not know who asks or why.

use super::intent::Wish;
use super::normalize::{fold, strip};
use super::query::Query;
use super::{Command, Conversation, Engine, sensitive};

impl Engine {
    /// Whether the answer may save somebody now: hotlines, and topics for when it is happening.
    pub fn is_urgent(&self, query: &Query, conversation: &Conversation) -> bool {
        let mut talk = conversation.clone().at(query.now);
        let (_, words) = sensitive::find(query.words(), &self.published);
        match self.read(query, &words, &mut talk).wish {
            Wish::Topic(topic, _) => self.pack.topics.get(&topic).is_some_and(|topic| topic.urgent),
            Wish::Command(command) => matches!(command, Command::Hotlines(_)),
            _ => false,
        }
    }

    /// The section that a question without an answer seems to belong to.
    pub fn likeliest_section(&self, words: &str) -> Option<&str> {
        let likeliest = self.matcher.likeliest(&fold(&strip(words)));
        let topic = likeliest.into_iter().find_map(|class| self.topic(class))?;
        Some(&self.pack.topics.get(topic)?.section)
    }
}
