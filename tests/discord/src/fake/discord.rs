//! The whole of it: starts the servers, makes guilds and people, orders faults, tells what has happened.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::endpoint::Signer;
use super::faults::Fault;
use super::ids::{Id, snowflake};
use super::person::Person;
use super::routes::Route;
use super::sessions::{Order, Sessions};
use super::shared::Shared;
use super::world::{GROUP_DM, Guild, Place, TEXT, World};
use super::{gateway, http};

/// A Discord on 127.0.0.1, which ends when it is dropped.
pub struct Discord {
    pub(super) shared: Arc<Shared>,
    api: SocketAddr,
    servers: [JoinHandle<()>; 3],
}

impl Drop for Discord {
    fn drop(&mut self) {
        self.shared.set_down(true);
        self.servers.iter().for_each(JoinHandle::abort);
    }
}

impl Discord {
    pub async fn start() -> Self {
        let bind = async || TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let (rest, first, second) = (bind().await, bind().await, bind().await);
        let address = |listener: &TcpListener| listener.local_addr().expect("it is bound");
        let api = address(&rest);
        let gateways = [format!("ws://{}/gateway", address(&first)), format!("ws://{}/gateway", address(&second))];
        let shared = Arc::new(Shared::new(World::new(gateways)));
        let servers = [
            tokio::spawn(http::serve(rest, shared.clone())),
            tokio::spawn(gateway::listen(first, shared.clone(), false)),
            tokio::spawn(gateway::listen(second, shared.clone(), true)),
        ];
        Self { shared, api, servers }
    }

    /// The base of the REST API.
    pub fn api(&self) -> String {
        format!("http://{}/api/v10", self.api)
    }

    pub fn address(&self) -> SocketAddr {
        self.api
    }

    pub fn application_id(&self) -> Id {
        self.shared.lock().application.id
    }

    pub fn token(&self) -> String {
        self.shared.lock().application.token.clone()
    }

    pub fn public_key(&self) -> String {
        self.shared.lock().application.public_key()
    }

    /// Signs as this Discord does.
    pub fn signer(&self) -> Signer {
        Signer { key: self.shared.lock().application.key.clone(), skew: 0 }
    }

    // ---- the scene

    /// A guild that has added the application.
    pub fn guild(&self, locale: &str) -> Id {
        let id = snowflake();
        let guild = Guild { locale: locale.to_owned() };
        self.shared.change(|world| world.guilds.insert(id, guild));
        id
    }

    pub fn channel(&self, guild: Id, name: &str) -> Place {
        self.shared.change(|world| world.new_channel(TEXT, Some(guild), name, None))
    }

    /// A chat of people without the bot, where somebody brings it along.
    pub fn group_chat(&self) -> Place {
        self.shared.change(|world| world.new_channel(GROUP_DM, None, "friends", None))
    }

    pub fn person(&self, name: &str, locale: &str) -> Person {
        Person::new(&self.shared, name, locale, false)
    }

    /// Another bot.
    pub fn bot(&self, name: &str) -> Person {
        Person::new(&self.shared, name, "en-US", true)
    }

    /// Takes or gives the bot the permission to write in a channel.
    pub fn permit(&self, place: Place, may_send: bool) {
        self.shared.change(|world| {
            world.channels.get_mut(&place.0).expect("a channel that was made").bot_may_send = may_send;
        });
    }

    /// Somebody deletes a message.
    pub fn delete(&self, message: Id) {
        self.shared.change(|world| world.messages.remove(&message));
    }

    /// Interactions go to this address from now on, or over the gateway.
    pub fn deliver_to(&self, endpoint: Option<SocketAddr>) {
        self.shared.change(|world| world.endpoint = endpoint);
    }

    /// Registers commands as if the bot had done it.
    pub fn set_commands(&self, commands: &Value) {
        let registered = self.shared.change(|world| {
            let application = world.application.id;
            world.commands.replace(commands, application)
        });
        registered.expect("commands that keep the rules");
    }

    // ---- what goes wrong

    /// The next `times` requests of this route suffer the fault.
    pub fn fail(&self, route: Route, times: usize, fault: Fault) {
        self.shared.change(|world| world.faults.order(Some(route), times, fault));
    }

    /// The next `times` requests suffer the fault.
    pub fn fail_any(&self, times: usize, fault: Fault) {
        self.shared.change(|world| world.faults.order(None, times, fault));
    }

    pub fn heal(&self) {
        self.shared.change(|world| world.faults.clear());
    }

    /// While it is down, connections end as soon as they begin, and those that are there end.
    pub fn set_down(&self, down: bool) {
        self.shared.set_down(down);
    }

    /// The header Date of its answers is ahead by this from now on.
    pub fn set_date_ahead(&self, seconds: i64) {
        self.shared.change(|world| world.date_ahead = seconds);
    }

    /// What stands in the portal as "Interactions Endpoint URL".
    pub fn set_interactions_url(&self, url: Option<&str>) {
        self.shared.change(|world| world.application.interactions_url = url.map(str::to_owned));
    }

    /// Bots may ask 50 times a second, as on the real one.
    pub fn limit_rate(&self, limited: bool) {
        self.shared.change(|world| world.limits_rate = limited);
    }

    /// Moves the clock ahead.
    pub fn advance(&self, time: Duration) {
        self.shared.change(|world| world.clock.advance(time));
    }

    // ---- the gateway

    pub fn set_heartbeat_interval(&self, interval: Duration) {
        self.shared.change(|world| world.heartbeat_interval = interval);
    }

    pub fn withhold_acks(&self, withheld: bool) {
        self.shared.change(|world| world.withholds_acks = withheld);
    }

    /// Op 7.
    pub fn ask_to_reconnect(&self) {
        self.order(Order::Send(json!({"op": 7, "s": null, "t": null, "d": null})));
    }

    /// Op 9.
    pub fn invalidate(&self, resumable: bool) {
        self.order(Order::Send(json!({"op": 9, "s": null, "t": null, "d": resumable})));
        if !resumable {
            self.sessions(Sessions::end_all);
        }
    }

    /// Op 1: asks for a heartbeat.
    pub fn ask_for_heartbeat(&self) {
        self.order(Order::Send(json!({"op": 1, "s": null, "t": null, "d": null})));
    }

    /// Closes the connections with this code.
    pub fn close(&self, code: u16) {
        self.order(Order::Close(code));
    }

    /// Ends the TCP connections without a word.
    pub fn drop_connections(&self) {
        self.order(Order::Drop);
    }

    /// The next bot that identifies is sent away with this code.
    pub fn refuse_identify(&self, code: u16) {
        self.sessions(|sessions| sessions.refuse_with = Some(code));
    }

    /// Sessions whose connection has ended live this long.
    pub fn set_session_life(&self, life: Duration) {
        self.sessions(|sessions| sessions.life = life);
    }

    /// Sends any event to all sessions.
    pub fn dispatch(&self, event: &str, body: Value) {
        self.shared.change(|world| world.tell(event, None, &body));
    }

    /// Sends any payload as it is to all connections.
    pub fn send_raw(&self, payload: Value) {
        self.order(Order::Send(payload));
    }

    fn order(&self, order: Order) {
        self.sessions(|sessions| sessions.order(&order));
    }

    /// Looks at the sessions of the gateway, or changes them.
    pub fn sessions<T>(&self, how: impl FnOnce(&mut Sessions) -> T) -> T {
        self.shared.change(|world| how(&mut world.sessions))
    }

    /// Waits until so many bots are connected.
    pub async fn connected(&self, count: usize, patience: Duration) -> bool {
        let there = |world: &World| (world.sessions.connected() == count).then_some(());
        self.shared.wait(patience, there).await.is_some()
    }

    /// Waits until the sessions look as wanted.
    pub async fn until(&self, patience: Duration, wanted: impl Fn(&Sessions) -> bool) -> bool {
        self.shared.wait(patience, |world| wanted(&world.sessions).then_some(())).await.is_some()
    }

    // ---- load

    /// Whether requests are held against the OpenAPI and the second opinion.
    pub fn set_checks(&self, checks: bool) {
        self.shared.checks.store(checks, Ordering::Relaxed);
    }

    /// Forgets what is finished, so that a long run fits in memory.
    pub fn forget(&self) {
        self.shared.change(|world| {
            world.interactions.clear();
            world.messages.clear();
            world.record.requests.clear();
            world.said.clear();
        });
    }
}
