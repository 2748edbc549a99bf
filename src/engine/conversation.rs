//! What the engine remembers between two messages: a value, passed in and handed back.
//! It holds no message text, only topic ids and choices, and it must not know whose it is.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::content::Region;
use crate::locale::Locale;

/// Seconds after which the thread of a conversation is lost.
pub const LIFETIME: u64 = 15 * 60;

/// Bounded: at most one topic and `MAX_OFFERED` offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conversation {
    /// The person's choice of language.
    pub locale: Option<Locale>,
    /// The person's choice of region.
    pub region: Option<Region>,
    /// The language of the last reply; a number or `more` is answered in it.
    pub spoken: Option<Locale>,
    /// What a number stands for.
    pub offers: Vec<Offer>,
    /// The topic of the last answer.
    pub topic: Option<String>,
    /// `Query::now` of the last message.
    pub touched: u64,
}

/// What can be chosen by number or name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Offer {
    Section(String),
    Topic(String),
}

/// As messages carry it: `topic:id` or `section:id`.
impl fmt::Display for Offer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Section(id) => write!(formatter, "section:{id}"),
            Self::Topic(id) => write!(formatter, "topic:{id}"),
        }
    }
}

impl Offer {
    /// `None` for what is not written as one; whether the pack has it is another question.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':')? {
            ("section", id) => Some(Self::Section(id.to_owned())),
            ("topic", id) => Some(Self::Topic(id.to_owned())),
            _ => None,
        }
    }
}

/// No menu is longer.
pub const MAX_OFFERED: usize = 60;

impl Conversation {
    /// The same conversation at `now`: after its lifetime only the chosen settings are left.
    pub fn at(mut self, now: u64) -> Self {
        if now.saturating_sub(self.touched) > LIFETIME {
            self.spoken = None;
            self.offers = Vec::new();
            self.topic = None;
        }
        self.touched = now;
        self.offers.truncate(MAX_OFFERED);
        self
    }
}
