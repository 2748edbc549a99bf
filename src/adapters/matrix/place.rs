//! The room as answers need it: what kind of room it is, its settings, who may change them.
//! It must not know how events arrive or leave.

use std::sync::Arc;

use matrix_sdk::Room;
use matrix_sdk::ruma::{Int, UserId};

use super::event::{Event, Relation};
use super::outbound::Target;
use super::settings;
use super::shared::Shared;
use crate::adapters::deadline;
use crate::bot::{Asker, Bot};
use crate::engine::settings::Listening;
use crate::engine::{Asked, ConversationId, Kind, PersonId, Query, Reply, Settings};
use crate::locale::{Locale, Message};

/// A person with this power in the room may change its settings.
const MODERATOR: i32 = 50;

/// What becomes of a question.
pub enum Outcome {
    Answer(Reply),
    /// Too much was asked; this says so.
    TooMany(Reply),
    /// The same, and it has been said.
    Silence,
}

pub struct Place {
    pub shared: Arc<Shared>,
    pub room: Room,
    pub settings: Settings,
}

impl Place {
    /// Kyr and one other person, in a room that was not made to be a group.
    pub fn is_direct(&self) -> bool {
        let unnamed = || self.room.name().is_none() && self.room.canonical_alias().is_none();
        self.room.active_members_count() <= 2 && (self.room.direct_targets_length() > 0 || unnamed())
    }

    /// Where the answer to an event belongs; in a group it mentions the asker and begins a thread if there is none and
    /// one can begin.
    pub fn target(&self, event: &str, sender: &str, relation: Relation) -> Target {
        let Relation { thread, refers, .. } = relation;
        let event = Some(event.to_owned());
        if self.is_direct() {
            return Target { thread, mention: None, event };
        }
        let begun = event.clone().filter(|_| !refers);
        Target { thread: thread.or(begun), mention: Some(sender.to_owned()), event }
    }

    /// The thread of talk that a message belongs to: in a group each question begins one.
    pub fn thread_of<'a>(&self, event: &'a Event, thread: Option<&'a str>) -> Option<&'a str> {
        if self.is_direct() { thread } else { Some(thread.unwrap_or(&event.id)) }
    }

    pub fn asker(&self, sender: &str, thread: Option<&str>) -> Asker {
        let place = format!("matrix {} {}", self.room.room_id(), thread.unwrap_or_default());
        Asker { person: person(sender), place: ConversationId::new(place) }
    }

    pub fn query(&self, asked: Asked, hint: Option<Locale>) -> Query {
        Query {
            hint: hint.or_else(|| self.locale()),
            region: self.settings.region.or(self.shared.home.region),
            ..Query::new(asked, self.shared.clock.today(), self.shared.clock.now())
        }
    }

    /// What `answer` gives, unless the person or the room asks too much.
    pub async fn reply<F>(&self, asker: Asker, query: Query, answer: F) -> Outcome
    where
        F: FnOnce(&Bot, &Asker, &Query) -> Reply + Send + 'static,
    {
        let room = (!self.is_direct()).then(|| format!("matrix {}", self.room.room_id()));
        let nothing = self.query(Asked::Words(String::new()), None);
        let answered =
            deadline::within(&self.shared.bot, move |bot| match bot.admit(&asker, room.as_deref(), &query) {
                Ok(()) => Outcome::Answer(answer(bot, &asker, &query)),
                Err(refusal) if refusal.said => Outcome::Silence,
                Err(refusal) => Outcome::TooMany(refusal.reply),
            });
        answered.await.unwrap_or_else(|| Outcome::Answer(self.shared.bot.trouble(&nothing)))
    }

    /// One sentence of the interface to somebody whose message cannot be answered, if they don't send too many.
    pub async fn tell(&self, sender: &str, message: Message<'static>) -> Option<Reply> {
        let (asker, query) = (self.asker(sender, None), self.query(Asked::Words(String::new()), None));
        let say = move |bot: &Bot, asker: &Asker, query: &Query| bot.say(&asker.person, query.hint.as_ref(), message);
        match self.reply(asker, query, say).await {
            Outcome::Answer(reply) | Outcome::TooMany(reply) => Some(reply),
            Outcome::Silence => None,
        }
    }

    /// One sentence of the interface in the person's language.
    pub fn say(&self, sender: &str, message: Message<'_>) -> Reply {
        self.shared.bot.say(&person(sender), self.locale().as_ref(), message)
    }

    /// What Kyr says of itself in a new room.
    pub fn introduction(&self) -> Reply {
        let engine = self.shared.bot.engine();
        let prefix = engine.prefixes().first().filter(|_| !self.is_direct());
        let locale = self.locale().unwrap_or_else(|| engine.pack().manifest.default_locale.clone());
        engine.introduction(&locale, self.shared.clock.today(), prefix.map(String::as_str))
    }

    /// Whether a question that is for nobody in particular is answered: if the room wants that, it is
    /// plainly a question, and the answer is sure.
    pub async fn answers_unasked(&self, asker: &Asker, query: &Query) -> bool {
        if self.settings.listening != Listening::ClearQuestions
            || !self.shared.bot.engine().is_plain_question(query.words())
        {
            return false;
        }
        let (asker, query) = (asker.clone(), query.clone());
        let previewed = deadline::within(&self.shared.bot, move |bot| bot.preview(&asker, &query).kind).await;
        matches!(previewed, Some(Kind::Answer(_)))
    }

    /// `settings …` shows and changes the room's settings, if the person may.
    pub async fn configure(&mut self, sender: &str, query: &Query) -> Option<Reply> {
        let engine = self.shared.bot.engine();
        engine.configure(query, &self.settings, false)?;
        let user = UserId::parse(sender).ok()?;
        let power = self.room.get_user_power_level(&user).await;
        let may = power.is_ok_and(|power| power >= Int::from(MODERATOR));
        let (reply, changed) = engine.configure(query, &self.settings, may)?;
        if changed != self.settings {
            if settings::save(&self.room, &changed).await.is_err() {
                tracing::error!("error: matrix: cannot keep a room's settings: is the disk full?");
                return Some(self.say(sender, Message::Trouble));
            }
            self.settings = changed;
        }
        Some(reply)
    }

    /// The room's language, as set by its moderators or by the operator.
    fn locale(&self) -> Option<Locale> {
        self.settings.locale.clone().or_else(|| self.shared.home.locale.clone())
    }
}

fn person(sender: &str) -> PersonId {
    PersonId::new(format!("matrix {sender}"))
}
