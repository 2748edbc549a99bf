//! What reaches the engine: a message, where it was said, and when. It must not know any platform.

use std::fmt;

use jiff::civil::Date;

use super::command::Command;
use super::conversation::Offer;
use crate::content::Region;
use crate::locale::{Locale, Manner};

/// Names a conversation to the host; the engine never looks inside.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ConversationId(String);

impl ConversationId {
    pub fn new(opaque: impl Into<String>) -> Self {
        Self(opaque.into())
    }
}

/// Names a person to the host; the engine never sees it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PersonId(String);

impl PersonId {
    pub fn new(opaque: impl Into<String>) -> Self {
        Self(opaque.into())
    }

    /// For the host, which keeps what a person chose under a keyed hash of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What was asked: in words, by choosing something that was offered (a reaction, a button), or by a command
/// of the platform's own.
#[derive(Clone, PartialEq, Eq)]
pub enum Asked {
    Words(String),
    Offer(Offer),
    /// `about` is the topic that `More` and `Sources` are about, if the platform knows it.
    Command {
        command: Command,
        about: Option<String>,
    },
}

/// One message to answer.
#[derive(Clone)]
pub struct Query {
    pub asked: Asked,
    /// The language of the room or of the person's client, if the platform tells.
    pub hint: Option<Locale>,
    /// The language to answer a choice or a command in, whatever else is known: the one of the message that it
    /// was made in.
    pub reading: Option<Locale>,
    pub manner: Manner,
    /// The region that the room's moderators set.
    pub region: Option<Region>,
    pub today: Date,
    /// Seconds on any clock that does not go back; ages conversations.
    pub now: u64,
}

impl Query {
    /// A query of which no more is known.
    pub fn new(asked: Asked, today: Date, now: u64) -> Self {
        Self { asked, hint: None, reading: None, manner: Manner::default(), region: None, today, now }
    }

    /// The words of the message; a choice has none.
    pub fn words(&self) -> &str {
        match &self.asked {
            Asked::Words(words) => words,
            Asked::Offer(_) | Asked::Command { .. } => "",
        }
    }
}

/// Says nothing of the text: a message must not reach a log by accident.
impl fmt::Debug for Query {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Query({} bytes)", self.words().len())
    }
}

impl fmt::Debug for PersonId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PersonId(…)")
    }
}

/// Says nothing of the id: ids must not reach a log either.
impl fmt::Debug for ConversationId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ConversationId(…)")
    }
}
