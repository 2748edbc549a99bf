//! Everything that this Discord holds: one value behind one lock.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::application::{Application, user};
use super::clock::Clock;
use super::commands::Commands;
use super::faults::Faults;
use super::ids::{Id, snowflake};
use super::intents;
use super::interactions::Interactions;
use super::message::Message;
use super::record::Record;
use super::refusal::Violation;
use super::sessions::Sessions;
use super::tally::Tally;

/// Where people write: the id of a channel, of whatever kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place(pub Id);

/// Types of channels.
pub const TEXT: u64 = 0;
pub const DM: u64 = 1;
pub const GROUP_DM: u64 = 3;

pub struct Channel {
    pub kind: u64,
    pub guild: Option<Id>,
    pub name: String,
    /// In a direct chat: the person.
    pub person: Option<Id>,
    pub bot_may_send: bool,
}

pub struct Guild {
    pub locale: String,
}

pub struct World {
    pub clock: Clock,
    pub application: Application,
    pub commands: Commands,
    pub guilds: HashMap<Id, Guild>,
    pub channels: HashMap<Id, Channel>,
    /// Users by id, with their bodies.
    pub users: HashMap<Id, Value>,
    pub messages: BTreeMap<Id, Message>,
    /// Messages by channel and nonce, and when they were made.
    pub nonces: HashMap<(Id, String), (Id, Instant)>,
    /// Messages that were made, and the answer that told it was cut off.
    pub unheard: HashSet<Id>,
    pub interactions: Interactions,
    pub tally: Tally,
    pub sessions: Sessions,
    pub faults: Faults,
    pub record: Record,
    pub violations: Vec<Violation>,
    /// Refusals that are nobody's fault, such as an expired interaction: status and code.
    pub refusals: Vec<(u16, u32)>,
    /// All texts that people have written.
    pub said: Vec<String>,
    /// Where interactions go by POST; over the gateway when there is none.
    pub endpoint: Option<SocketAddr>,
    /// Answers 429 to bots that ask more often than 50 times a second.
    pub limits_rate: bool,
    pub asked_at: VecDeque<Instant>,
    /// Addresses of the gateway: for new sessions, and to resume at.
    pub gateways: [String; 2],
    pub heartbeat_interval: Duration,
    pub withholds_acks: bool,
    /// By how many seconds the header Date is ahead of this machine's clock.
    pub date_ahead: i64,
}

impl World {
    pub fn new(gateways: [String; 2]) -> Self {
        let application = Application::register();
        let users = HashMap::from([(application.id, application.user())]);
        Self {
            clock: Clock::default(),
            application,
            commands: Commands::default(),
            guilds: HashMap::new(),
            channels: HashMap::new(),
            users,
            messages: BTreeMap::new(),
            nonces: HashMap::new(),
            unheard: HashSet::new(),
            interactions: Interactions::default(),
            tally: Tally::default(),
            sessions: Sessions::default(),
            faults: Faults::default(),
            record: Record::open(),
            violations: Vec::new(),
            refusals: Vec::new(),
            said: Vec::new(),
            endpoint: None,
            limits_rate: false,
            asked_at: VecDeque::new(),
            gateways,
            heartbeat_interval: Duration::from_millis(41_250),
            withholds_acks: false,
            date_ahead: 0,
        }
    }

    pub fn new_user(&mut self, name: &str, bot: bool) -> Id {
        let id = snowflake();
        self.users.insert(id, user(id, name, bot));
        id
    }

    pub fn new_channel(&mut self, kind: u64, guild: Option<Id>, name: &str, person: Option<Id>) -> Place {
        let id = snowflake();
        let channel = Channel { kind, guild, name: name.to_owned(), person, bot_may_send: kind != GROUP_DM };
        self.channels.insert(id, channel);
        Place(id)
    }

    /// The direct chat of this person and the bot.
    pub fn direct(&mut self, person: Id) -> Place {
        let known = self.channels.iter().find(|(_, channel)| channel.kind == DM && channel.person == Some(person));
        match known.map(|(id, _)| *id) {
            Some(id) => Place(id),
            None => self.new_channel(DM, None, "", Some(person)),
        }
    }

    pub fn channel(&self, place: Place) -> &Channel {
        self.channels.get(&place.0).expect("a channel that was made")
    }

    /// Keeps a message and tells the bot's sessions of it, as far as their intents reach.
    pub fn publish(&mut self, event: &str, message: Message) {
        let place = Place(message.channel());
        if !message.ephemeral() && self.channel(place).kind != GROUP_DM {
            self.announce(event, place, &message);
        }
        self.messages.insert(message.id(), message);
    }

    fn announce(&mut self, event: &str, place: Place, message: &Message) {
        let channel = self.channel(place);
        let (guild, direct) = (channel.guild, channel.kind == DM);
        let mut body = message.body().clone();
        body["channel_type"] = channel.kind.into();
        if let Some(guild) = guild {
            body["guild_id"] = guild.to_string().into();
        }
        let needed = if direct { intents::DIRECT_MESSAGES } else { intents::GUILD_MESSAGES };
        let bot = self.application.id;
        let now = self.clock.now();
        self.sessions.dispatch(event, guild, needed, now, |intents| {
            let full = direct || intents & intents::MESSAGE_CONTENT != 0;
            if full { body.clone() } else { intents::without_content(&body, bot) }
        });
    }

    /// Tells the bot's sessions of something that needs no intent.
    pub fn tell(&mut self, event: &str, guild: Option<Id>, body: &Value) {
        let now = self.clock.now();
        self.sessions.dispatch(event, guild, 0, now, |_| body.clone());
    }

    /// What READY says of the application's guilds.
    pub fn unavailable_guilds(&self) -> Vec<Value> {
        self.guilds.keys().map(|id| json!({"id": id.to_string(), "unavailable": true})).collect()
    }
}
