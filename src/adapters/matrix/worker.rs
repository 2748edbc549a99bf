//! One room: takes its events in order and hands on what is to be answered; catches up on what was said
//! while Kyr was away; waits for keys. It must not know other rooms, and it keeps no message.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use matrix_sdk::Room;
use matrix_sdk::sync::Timeline;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep_until};

use super::delivery::Delivery;
use super::event::Body;
use super::ledger::{Answered, Own, Seen};
use super::look_back::{self, Past, Read};
use super::originals;
use super::outbound::Target;
use super::place::Place;
use super::settings;
use super::shared::Shared;
use crate::adapters::patience::Patience;
use crate::locale::Message;

/// How long the key to a message is waited for.
const KEYS: Duration = Duration::from_secs(60);
/// Between two looks whether a key has come.
const KEYS_EVERY: Duration = Duration::from_secs(2);
/// Messages of a room that wait for keys at once.
const MOST_UNREAD: usize = 100;

/// What a room's worker is told.
pub enum Job {
    /// Read what happened lately; `done` is dropped when that is finished.
    LookBack {
        done: Option<oneshot::Sender<()>>,
    },
    Events(Timeline),
}

/// A message whose key is not there.
struct Unread {
    read: Read,
    since: Instant,
}

pub struct Worker {
    pub(super) place: Place,
    pub(super) delivery: Delivery,
    unread: Vec<Unread>,
    /// When to look for keys again.
    look: Instant,
}

impl Worker {
    /// The worker of a room and where to send its jobs; it ends when the sender is dropped and the last
    /// answer is out.
    pub fn open(shared: Arc<Shared>, room: Room) -> (mpsc::UnboundedSender<Job>, impl Future<Output = ()> + Send) {
        let (jobs, inbox) = mpsc::unbounded_channel();
        let run = async move {
            let settings = settings::load(&room).await;
            let delivery = Delivery::new(shared.clone(), room.clone());
            let place = Place { shared, room, settings };
            Self { place, delivery, unread: Vec::new(), look: Instant::now() }.run(inbox).await;
        };
        (jobs, run)
    }

    async fn run(mut self, mut inbox: mpsc::UnboundedReceiver<Job>) {
        loop {
            tokio::select! {
                job = inbox.recv() => match job {
                    Some(job) => self.work(job).await,
                    None => break,
                },
                () = self.delivery.tend() => {}
                () = sleep_until(self.look), if !self.unread.is_empty() => self.try_unread().await,
            }
        }
        self.delivery.finish().await;
    }

    async fn work(&mut self, job: Job) {
        match job {
            Job::LookBack { done } => drop(self.look_back(done).await),
            // What the homeserver left out is read from it; that holds the rest too.
            Job::Events(timeline) if timeline.limited && self.look_back(None).await => {}
            Job::Events(timeline) => {
                for read in timeline.events.into_iter().filter_map(look_back::event) {
                    self.take(read).await;
                }
            }
        }
    }

    /// Answers what was asked while Kyr was away, and says hello in a new room. Whether the past could be read.
    async fn look_back(&mut self, done: Option<oneshot::Sender<()>>) -> bool {
        let Some(past) = self.read_past(done).await else { return false };
        let me = self.place.shared.me();
        let mut spoken = false;
        let mut answered = HashSet::new();
        for Read { event, json, .. } in past.events.iter().filter(|read| read.event.sender == me) {
            spoken |= matches!(json["type"].as_str(), Some("m.room.message" | "m.room.encrypted"));
            self.delivery.know_own(&event.id, Own::read(event, json));
            let related = &json["content"]["m.relates_to"]["rel_type"];
            if let Some(question) = event.relation.in_reply_to.clone().filter(|_| related != "m.replace") {
                let thread = event.relation.thread.clone();
                self.delivery.ledger.answered.put(&question, Answered { answer: event.id.clone(), thread });
                answered.insert(question);
            }
        }
        if let Some(joined) = past.joined.filter(|_| !spoken) {
            self.greet(&joined).await;
        }
        for read in past.events {
            if answered.contains(&read.event.id) {
                self.delivery.ledger.seen.put(&read.event.id, Seen::new(&read.event));
            } else {
                self.take(read).await;
            }
        }
        true
    }

    /// `None` when it cannot be read in a time in which it would be of use. `done` is dropped when it was read, or
    /// cannot be for now: one damaged room must not hold up the others.
    async fn read_past(&self, mut done: Option<oneshot::Sender<()>>) -> Option<Past> {
        let shared = &self.place.shared;
        let give_up = shared.give_up();
        let mut patience = Patience::new("matrix: cannot read what happened in a room yet");
        loop {
            let turn = shared.reading.acquire().await;
            let past = look_back::read(&self.place.room, shared.me(), shared.oldest).await;
            drop(turn);
            match past {
                Ok(past) => return Some(past),
                Err(fault) if fault.passing && Instant::now() < give_up => {
                    drop(done.take());
                    patience.wait(&fault, &shared.stop).await.ok()?;
                }
                Err(_) => return None,
            }
        }
    }

    /// Says once what Kyr does; not in the successor of a room where it has been.
    async fn greet(&mut self, joined: &str) {
        if settings::are_kept(&self.place.room).await {
            return;
        }
        let reply = self.place.introduction();
        self.delivery.send(joined, "greeting", Target::default(), reply).await;
    }

    /// One event, if it was not seen before.
    async fn take(&mut self, read: Read) {
        let event = &read.event;
        let shared = &self.place.shared;
        if self.delivery.ledger.seen.get(&event.id).is_some() {
            return;
        }
        self.delivery.ledger.seen.put(&event.id, Seen::new(event));
        if event.sender == shared.me() {
            self.delivery.know_own(&event.id, Own::read(event, &read.json));
        } else if event.age.is_some_and(|age| age > shared.oldest) {
            // Too old to be of use.
        } else if event.body == Body::Unreadable {
            self.wait_for_key(read);
        } else {
            self.answer(read.event).await;
        }
    }

    fn wait_for_key(&mut self, read: Read) {
        if self.unread.len() >= MOST_UNREAD {
            self.unread.remove(0);
        }
        if self.unread.is_empty() {
            self.look = Instant::now() + KEYS_EVERY;
        }
        self.unread.push(Unread { read, since: Instant::now() });
    }

    /// Looks whether the keys of unreadable messages have come; after a minute says that they have not.
    async fn try_unread(&mut self) {
        self.look = Instant::now() + KEYS_EVERY;
        for Unread { read, since } in std::mem::take(&mut self.unread) {
            if let Some(decrypted) = originals::decrypt(&self.place.room, &read.original).await {
                self.answer(decrypted).await;
            } else if since.elapsed() < KEYS {
                self.unread.push(Unread { read, since });
            } else if self.place.is_direct() || self.related(&read.event).await.is_some() {
                let event = &read.event;
                let target = self.place.target(&event.id, &event.sender, event.relation.clone());
                let Some(reply) = self.place.tell(&event.sender, Message::Unreadable).await else { continue };
                self.delivery.send(&event.id, "answer", target, reply).await;
            }
        }
    }
}
