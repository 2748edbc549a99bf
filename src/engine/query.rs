//! What reaches the engine: a message, where it was said, and when. It must not know any platform.

use std::fmt;

use jiff::civil::Date;

use crate::content::Region;
use crate::locale::Locale;

/// Names a conversation to the host; the engine never looks inside.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ConversationId(String);

impl ConversationId {
    pub fn new(opaque: impl Into<String>) -> Self {
        Self(opaque.into())
    }
}

/// One message to answer.
#[derive(Clone)]
pub struct Query {
    pub text: String,
    /// The language of the room or of the person's client, if the platform tells.
    pub hint: Option<Locale>,
    /// The region that the room's moderators set.
    pub region: Option<Region>,
    pub today: Date,
    /// Seconds on any clock that does not go back; ages conversations.
    pub now: u64,
}

/// Says nothing of the text: a message must not reach a log by accident.
impl fmt::Debug for Query {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Query({} bytes)", self.text.len())
    }
}

/// Says nothing of the id: ids must not reach a log either.
impl fmt::Debug for ConversationId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ConversationId(…)")
    }
}
