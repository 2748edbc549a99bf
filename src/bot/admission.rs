//! Who is answered now: everybody, until they ask more than anybody can read. What may save somebody is always
//! answered. It must not know any platform.

use super::{Asker, Bot};
use crate::engine::document::{Block, Document, text};
use crate::engine::{Asked, Command, Kind, Offer, PersonId, Query, Reply};
use crate::limits::Room;
use crate::locale::{Locale, Message};

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
        self.sentence(self.locale(person, query.hint.as_ref()), query, Message::TooMany)
    }

    /// What a person is told for whom nothing else is left: neither the store nor the engine is asked.
    pub fn trouble(&self, query: &Query) -> Reply {
        let engine = self.engine();
        let default = &engine.pack().manifest.default_locale;
        self.sentence(query.hint.as_ref().unwrap_or(default).clone(), query, Message::Trouble)
    }

    fn sentence(&self, locale: Locale, query: &Query, message: Message<'_>) -> Reply {
        let sentence = text(self.engine().catalog().text(&locale, message, query.manner));
        let document = Document { rtl: locale.is_rtl(), blocks: vec![Block::Paragraph(sentence)] };
        Reply::new(locale, Kind::Command, document)
    }

    /// Hotlines, and topics for when it is happening now.
    fn is_urgent(&self, asker: &Asker, query: &Query) -> bool {
        let urgent = |topic: &str| self.engine().pack().topics.get(topic).is_some_and(|topic| topic.urgent);
        match &query.asked {
            Asked::Offer(Offer::Topic(topic)) => urgent(topic),
            Asked::Offer(Offer::Section(_)) => false,
            Asked::Command { command, .. } => matches!(command, Command::Hotlines(_)),
            Asked::Words(_) => {
                let reply = self.preview(asker, query);
                match &reply.kind {
                    Kind::Answer(topic) => urgent(topic),
                    Kind::Command => self.is_hotlines(&reply, query),
                    _ => false,
                }
            }
        }
    }

    /// The list of hotlines, which has one of two headings, whatever state it is for.
    fn is_hotlines(&self, reply: &Reply, query: &Query) -> bool {
        [Message::HotlinesTitle, Message::HotlinesNationwide].into_iter().any(|message| {
            let heading = self.engine().catalog().text(&reply.locale, message, query.manner);
            reply.document.blocks.iter().any(|block| match block {
                Block::Title(words) | Block::Heading(words) => words.iter().any(|word| word.as_str() == heading),
                _ => false,
            })
        })
    }
}
