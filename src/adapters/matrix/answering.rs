//! What is done with an event that can be read: is it for Kyr, and what is the answer a part of?
//! It must not know how events arrive.

use std::time::{Duration, Instant};

use super::event::{Body, Event, Relation, Said};
use super::inbound::{Address, Surroundings, address};
use super::ledger::{Answered, Own};
use super::place::Outcome;
use super::worker::Worker;
use super::{originals, outbound};
use crate::bot::Bot;
use crate::engine::Asked;
use crate::locale::{Locale, Message};

/// An edit of a question counts this long after it.
const EDITABLE: Duration = Duration::from_secs(120);

/// An edit, and the answer that the question already has.
struct Edit<'a> {
    id: &'a str,
    answered: Option<Answered>,
}

impl Worker {
    /// Answers an event that can be read, if it is for Kyr.
    pub(super) async fn answer(&mut self, event: Event) {
        self.delivery.arrived = Instant::now();
        match &event.body {
            Body::Said(said) => self.said(&event, said, None).await,
            Body::Edited { target, said } => self.edited(&event, target, said).await,
            Body::Reacted { target, key } => self.reacted(&event, target, key).await,
            Body::Media if self.place.is_direct() => {
                let target = self.place.target(&event.id, &event.sender, event.relation.clone());
                let Some(reply) = self.place.tell(&event.sender, Message::OnlyText).await else { return };
                self.delivery.send(&event.id, "answer", target, reply).await;
            }
            _ => {}
        }
    }

    /// A message in words.
    async fn said(&mut self, event: &Event, said: &Said, edit: Option<Edit<'_>>) {
        if self.delivery.ledger.is_echo(&said.text) {
            return;
        }
        let (address, text) = self.address(event, said).await;
        let answered = edit.as_ref().and_then(|edit| edit.answered.clone());
        let thread = event.relation.thread.clone();
        // A reply outside of threads begins one of its own, but goes on with the talk that it refers to.
        let replies = event.relation.reply_to.is_some() && thread.is_none() && !self.place.is_direct();
        let related = match address {
            Address::Perhaps => self.related(event).await,
            // Clients mention whom they reply to.
            Address::Surely if replies => self.related(event).await,
            _ => None,
        };
        let addressed = address == Address::Surely || related.is_some() || answered.is_some();
        let talk = match (&thread, related.flatten()) {
            (Some(root), _) => Some(self.delivery.ledger.talks.get(root).unwrap_or(root).clone()),
            (None, Some(root)) => {
                self.delivery.ledger.talks.put(&event.id, root.clone());
                Some(root)
            }
            (None, None) => None,
        };
        let asker = self.place.asker(&event.sender, self.place.thread_of(event, talk.as_deref()));
        let query = self.place.query(Asked::Words(text), None);
        if !(addressed || address == Address::Nobody && self.place.answers_unasked(&asker, &query).await) {
            return;
        }
        let reply = match self.place.configure(&event.sender, &query).await {
            Some(reply) => self.place.reply(asker, query, |_, _, _| reply).await,
            None => self.place.reply(asker, query, Bot::handle).await,
        };
        let reply = match reply {
            Outcome::Answer(reply) => reply,
            // Nobody is told who did not ask, and a good answer is not overwritten.
            Outcome::TooMany(reply) if addressed && edit.is_none() => reply,
            _ => return,
        };
        match edit {
            Some(Edit { id, answered: Some(answered) }) => {
                let relation = Relation { thread: answered.thread.clone(), ..Relation::default() };
                let target = self.place.target(id, &event.sender, relation);
                self.delivery.send_edit(id, answered, &target, reply);
            }
            _ => {
                let target = self.place.target(&event.id, &event.sender, event.relation.clone());
                self.delivery.send(&event.id, "answer", target, reply).await;
            }
        }
    }

    /// A question's new text, if the question is recent and by the same person.
    async fn edited(&mut self, event: &Event, question: &str, said: &Said) {
        let Some(seen) = self.delivery.ledger.seen.get(question).cloned() else { return };
        let late = u128::from(event.sent.saturating_sub(seen.sent)) > EDITABLE.as_millis();
        if !seen.is_by(&event.sender) || late {
            return;
        }
        self.delivery.settle().await;
        let answered = self.delivery.ledger.answered.get(question).cloned();
        let thread = answered.as_ref().and_then(|answered| answered.thread.clone()).filter(|root| root != question);
        let relation = Relation { thread, ..Relation::default() };
        let asked = Event { id: question.to_owned(), relation, ..event.clone() };
        self.said(&asked, said, Some(Edit { id: &event.id, answered })).await;
    }

    /// A reaction under a message of Kyr's that offered something.
    async fn reacted(&mut self, event: &Event, message: &str, key: &str) {
        let Some(number) = outbound::picked(key) else { return };
        let Some(own) = self.own(message).await else { return };
        let Some(offer) = own.offers.get(number).cloned() else { return };
        let asker = self.place.asker(&event.sender, own.thread.as_deref());
        let hint = own.locale.as_deref().and_then(|tag| Locale::parse(tag).ok());
        let reply = self.place.reply(asker, self.place.query(Asked::Offer(offer), hint), Bot::handle).await;
        let (Outcome::Answer(reply) | Outcome::TooMany(reply)) = reply else { return };
        let target = self.place.target(message, &event.sender, Relation { thread: own.thread, ..Relation::default() });
        self.delivery.send(&event.id, "answer", target, reply).await;
    }

    async fn address(&self, event: &Event, said: &Said) -> (Address, String) {
        let room = &self.place.room;
        let direct = self.place.is_direct();
        let me = match direct {
            true => None,
            false => room.get_member_no_sync(room.own_user_id()).await.ok().flatten(),
        };
        let engine = self.place.shared.bot.engine();
        let around = Surroundings {
            me: self.place.shared.me(),
            name: me.as_ref().and_then(|me| me.display_name()),
            direct,
            prefixes: engine.prefixes(),
        };
        address(event, said, &around)
    }

    /// Whether an event stands in a thread of Kyr's or replies to a message of Kyr's; and that one's thread.
    pub(super) async fn related(&mut self, event: &Event) -> Option<Option<String>> {
        if let Some(message) = &event.relation.reply_to
            && let Some(own) = self.own(message).await
        {
            return Some(own.thread);
        }
        let root = event.relation.thread.as_deref()?;
        let ours = match self.delivery.ledger.threads.get(root) {
            Some(ours) => *ours,
            None => {
                let room = &self.place.room;
                let ours = self.delivery.typing.during(room, originals::is_in_thread(room, root)).await.ok()?;
                self.delivery.ledger.threads.put(root, ours);
                ours
            }
        };
        ours.then_some(None)
    }

    /// A message of Kyr's, from memory or from the homeserver.
    async fn own(&mut self, message: &str) -> Option<Own> {
        if self.delivery.ledger.own.get(message).is_none() {
            // It may be on its way.
            self.delivery.settle().await;
        }
        if let Some(own) = self.delivery.ledger.own.get(message) {
            return own.clone();
        }
        let original = originals::fetch(&self.place.room, message).await.ok()?;
        let ours = original.filter(|original| original.event.sender == self.place.shared.me());
        let own = ours.map(|original| Own::read(&original.event, &original.json));
        self.delivery.ledger.own.put(message, own.clone());
        own
    }
}
