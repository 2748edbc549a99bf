//! Sessions of the gateway: what was sent in which order, so that a lost connection can be taken up again.
//! It must not know how a payload travels.

use std::collections::{BTreeSet, VecDeque};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::ids::{Id, token};

/// So many of the last events can be sent again.
const KEPT: usize = 5000;

/// A bot that ends so soon after READY was sent may not have read it and kept what it says. If it never comes back to the
/// session, nobody knows of it.
const UNREAD: Duration = Duration::from_millis(200);

/// What the task of a connection is told to do.
#[derive(Clone, Debug)]
pub enum Order {
    Send(Value),
    Close(u16),
    /// Ends the TCP connection without a word.
    Drop,
}

pub type Link = UnboundedSender<Order>;

pub struct Session {
    pub id: String,
    /// Counted from 1 in the order in which they began.
    pub number: usize,
    begun: Instant,
    /// Whether the bot has shown that it knows of it.
    resumed: bool,
    pub intents: u64,
    pub shard: (u64, u64),
    pub seq: u64,
    sent: VecDeque<Value>,
    link: Option<Link>,
    lost: Option<Instant>,
}

pub struct Sessions {
    list: Vec<Session>,
    /// For so long a session outlives its connection.
    pub life: Duration,
    /// How often somebody identified, resumed in vain or with success, and where.
    pub identified: usize,
    pub resumed: usize,
    pub resumed_elsewhere: usize,
    pub refused_resumes: usize,
    /// Events that came, or came again, with a resume.
    pub again: usize,
    /// Sessions of which no bot can know, by number: what was sent to them was sent to nobody.
    pub unread: BTreeSet<usize>,
    /// Sessions that bots gave up, or lost by what they did.
    pub given_up: usize,
    /// The next one that identifies is sent away with this code.
    pub refuse_with: Option<u16>,
    /// Close codes that bots have sent; 0 for connections that just ended.
    pub closed_with: Vec<u16>,
}

impl Default for Sessions {
    fn default() -> Self {
        Self {
            list: Vec::new(),
            life: Duration::from_secs(180),
            identified: 0,
            resumed: 0,
            resumed_elsewhere: 0,
            refused_resumes: 0,
            again: 0,
            unread: BTreeSet::new(),
            given_up: 0,
            refuse_with: None,
            closed_with: Vec::new(),
        }
    }
}

impl Session {
    /// Sends an event, or keeps it for the time when the bot is back.
    pub fn push(&mut self, event: &str, body: Value) {
        self.seq += 1;
        let payload = json!({"op": 0, "t": event, "s": self.seq, "d": body});
        self.send(payload.clone());
        self.sent.push_back(payload);
        if self.sent.len() > KEPT {
            self.sent.pop_front();
        }
    }

    fn send(&self, payload: Value) {
        if let Some(link) = &self.link {
            // Fails only when the connection has just ended; then the event waits for a resume.
            let _ = link.send(Order::Send(payload));
        }
    }

    fn serves(&self, guild: Option<Id>) -> bool {
        let (shard, count) = self.shard;
        guild.map_or(0, |guild| (guild >> 22) % count) == shard
    }

    fn lived(&self, now: Instant, life: Duration) -> bool {
        self.lost.is_some_and(|lost| now.saturating_duration_since(lost) > life)
    }
}

impl Sessions {
    pub fn start(&mut self, intents: u64, shard: (u64, u64), link: Link, now: Instant) -> &mut Session {
        self.identified += 1;
        let (id, number) = (token(32).to_lowercase(), self.identified);
        let (sent, link) = (VecDeque::new(), Some(link));
        self.list.push(Session {
            id,
            number,
            begun: now,
            resumed: false,
            intents,
            shard,
            seq: 0,
            sent,
            link,
            lost: None,
        });
        self.list.last_mut().expect("just added")
    }

    /// Takes up a session: sends what came after `seq`, then RESUMED. `None` when there is no such session any more;
    /// an error when it has not come so far.
    pub fn resume(&mut self, id: &str, seq: u64, link: Link, now: Instant) -> Option<Result<(), u16>> {
        let life = self.life;
        self.list.retain(|session| !session.lived(now, life));
        let session = self.list.iter_mut().find(|session| session.id == id)?;
        if seq > session.seq {
            return Some(Err(4007));
        }
        let oldest = session.sent.front().and_then(|payload| payload["s"].as_u64()).unwrap_or(session.seq + 1);
        if seq + 1 < oldest {
            return None;
        }
        self.unread.remove(&session.number);
        session.resumed = true;
        if let Some(old) = session.link.replace(link) {
            let _ = old.send(Order::Drop);
        }
        session.lost = None;
        for payload in session.sent.iter().filter(|payload| payload["s"].as_u64() > Some(seq)) {
            session.send(payload.clone());
            self.again += 1;
        }
        session.push("RESUMED", json!({"_trace": ["[\"gateway-fake\"]"]}));
        self.resumed += 1;
        Some(Ok(()))
    }

    /// The connection of a session has ended; a newer one of the same session is left alone.
    pub fn lost(&mut self, id: &str, link: &Link, now: Instant) {
        let own = |session: &&mut Session| {
            session.id == id && session.link.as_ref().is_some_and(|current| current.same_channel(link))
        };
        if let Some(session) = self.list.iter_mut().find(own) {
            session.link = None;
            session.lost = Some(now);
            if !session.resumed && now.saturating_duration_since(session.begun) < UNREAD {
                self.unread.insert(session.number);
            }
        }
    }

    /// The session is over and cannot be resumed.
    pub fn end(&mut self, id: &str) {
        let before = self.list.len();
        self.list.retain(|session| session.id != id);
        self.given_up += before - self.list.len();
    }

    pub fn end_all(&mut self) {
        self.list.clear();
    }

    /// The numbers of all sessions that events go to, connected or waiting for their bots to resume them.
    pub fn numbers(&self) -> BTreeSet<usize> {
        self.list.iter().map(|session| session.number).collect()
    }

    /// The intents of all sessions.
    pub fn intents(&self) -> Vec<u64> {
        self.list.iter().map(|session| session.intents).collect()
    }

    /// How many bots are connected and have identified.
    pub fn connected(&self) -> usize {
        self.list.iter().filter(|session| session.link.is_some()).count()
    }

    /// Gives an order to all connections.
    pub fn order(&mut self, order: &Order) {
        for link in self.list.iter().filter_map(|session| session.link.as_ref()) {
            let _ = link.send(order.clone());
        }
    }

    /// Sends an event to each session whose shard and intents it concerns; what it says may depend on the intents.
    pub fn dispatch(&mut self, event: &str, guild: Option<Id>, needed: u64, now: Instant, body: impl Fn(u64) -> Value) {
        let life = self.life;
        self.list.retain(|session| !session.lived(now, life));
        for session in &mut self.list {
            if session.serves(guild) && session.intents & needed == needed {
                session.push(event, body(session.intents));
            }
        }
    }
}
