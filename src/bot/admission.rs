//! Who is answered now: everybody, until they ask more than anybody can read. What may save somebody is always
//! answered. It must not know any platform.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Asker, Bot};
use crate::engine::{PersonId, Query, Reply};
use crate::limits::Room;
use crate::locale::Message;

/// There were too many questions.
pub struct Refusal {
    /// One sentence that says so.
    pub reply: Reply,
    /// Whether the person has been told already: then silence is better, where the platform allows it.
    pub said: bool,
}

impl Bot {
    /// Takes room for one question by the asker, in front of `room` if others see the answer.
    ///
    /// # Errors
    /// When the person or the room has asked too much, unless it is urgent.
    pub fn admit(&self, asker: &Asker, room: Option<&str>, query: &Query) -> Result<(), Refusal> {
        let now = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        let found = self.limits().take(asker.person.as_str(), room, now);
        match found {
            Room::Enough => Ok(()),
            Room::None { .. } if self.is_urgent(asker, query) => Ok(()),
            Room::None { of, said } => {
                self.metrics.limited(of);
                Err(Refusal { reply: self.too_many(&asker.person, query), said })
            }
        }
    }

    fn too_many(&self, person: &PersonId, query: &Query) -> Reply {
        self.engine().say(&self.locale(person, query.hint.as_ref()), Message::TooMany, query.manner)
    }

    /// What a person is told for whom nothing else is left: neither the store nor the matcher is asked.
    pub fn trouble(&self, query: &Query) -> Reply {
        let engine = self.engine();
        let default = &engine.pack().manifest.default_locale;
        engine.say(query.hint.as_ref().unwrap_or(default), Message::Trouble, query.manner)
    }

    /// A fault in finding out keeps nobody from an answer.
    fn is_urgent(&self, asker: &Asker, query: &Query) -> bool {
        let urgent = || self.engine().is_urgent(query, &self.held().recall(asker));
        catch_unwind(AssertUnwindSafe(urgent)).unwrap_or(true)
    }
}
