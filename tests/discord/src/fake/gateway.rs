//! The gateway: connections, their handshake, heartbeats and resumes.
//! It must not know what events mean.

use std::sync::Arc;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::{Instant, sleep_until};
use tokio_websockets::{CloseCode, Message, ServerBuilder, WebSocketStream};

use super::frames::Frames;
use super::intents;
use super::sessions::{Link, Order};
use super::shared::Shared;

/// Close codes.
const UNKNOWN_OPCODE: u16 = 4001;
const DECODE: u16 = 4002;
const NOT_AUTHENTICATED: u16 = 4003;
const AUTHENTICATION_FAILED: u16 = 4004;
const ALREADY_AUTHENTICATED: u16 = 4005;
const RATE_LIMITED: u16 = 4008;
const TIMED_OUT: u16 = 4009;
const INVALID_SHARD: u16 = 4010;
const INVALID_VERSION: u16 = 4012;
const INVALID_INTENTS: u16 = 4013;
const DISALLOWED_INTENTS: u16 = 4014;

/// Larger payloads are refused.
const LARGEST: usize = 4096;
/// So many payloads a minute may come from a bot.
const A_MINUTE: usize = 120;

/// Accepts connections for ever; `resuming` is the address that READY names.
pub async fn listen(listener: TcpListener, shared: Arc<Shared>, resuming: bool) {
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        if shared.is_down() {
            continue;
        }
        let shared = shared.clone();
        tokio::spawn(async move { serve(stream, &shared, resuming).await });
    }
}

/// One connection and what it is.
struct Connection<'a> {
    shared: &'a Shared,
    socket: WebSocketStream<TcpStream>,
    frames: Frames,
    link: Link,
    session: Option<String>,
    resuming: bool,
    beaten: Instant,
    received: Vec<Instant>,
}

async fn serve(stream: TcpStream, shared: &Shared, resuming: bool) {
    let _ = stream.set_nodelay(true);
    let Ok((request, socket)) = ServerBuilder::new().accept(stream).await else { return };
    let query = request.uri().query().unwrap_or_default().to_owned();
    let asked = |wanted: &str| query.split('&').any(|part| part == wanted);
    let (link, orders) = unbounded_channel();
    let mut connection = Connection {
        shared,
        socket,
        frames: Frames::new(asked("compress=zlib-stream")),
        link,
        session: None,
        resuming,
        beaten: Instant::now(),
        received: Vec::new(),
    };
    if !asked("v=10") {
        return connection.close(INVALID_VERSION).await;
    }
    if !asked("encoding=json") || asked("compress=zstd-stream") {
        return connection.close(DECODE).await;
    }
    connection.run(orders).await;
    // What ended without a close frame can be resumed; `close` and `leave` have taken the session out.
    if let Some(session) = connection.session.take() {
        shared.change(|world| world.sessions.lost(&session, &connection.link, world.clock.now()));
    }
}

impl Connection<'_> {
    async fn run(&mut self, mut orders: UnboundedReceiver<Order>) {
        let interval = self.shared.lock().heartbeat_interval;
        let hello = json!({"op": 10, "s": null, "t": null, "d": {
            "heartbeat_interval": interval.as_millis() as u64, "_trace": ["[\"gateway-fake\"]"]
        }});
        if !self.send(&hello).await {
            return;
        }
        loop {
            let deadline = self.beaten + interval * 2 + Duration::from_millis(500);
            tokio::select! {
                biased;
                message = self.socket.next() => match message {
                    Some(Ok(message)) if message.is_close() => return self.leave(&message),
                    Some(Ok(message)) if message.is_text() || message.is_binary() => {
                        match self.receive(message.as_payload()) {
                            Ok(answer) => if let Some(answer) = answer && !self.send(&answer).await { return },
                            Err(code) => return self.close(code).await,
                        }
                    }
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => {
                        self.shared.change(|world| world.sessions.closed_with.push(0));
                        return;
                    }
                },
                order = orders.recv() => match order {
                    Some(Order::Send(payload)) => if !self.send(&payload).await { return },
                    Some(Order::Close(code)) => return self.close(code).await,
                    Some(Order::Drop) | None => return,
                },
                () = self.shared.went_down() => return,
                () = sleep_until(deadline) => return self.close(TIMED_OUT).await,
            }
        }
    }

    async fn send(&mut self, payload: &Value) -> bool {
        self.socket.send(self.frames.of(payload)).await.is_ok()
    }

    /// Closes from this side. Some codes end the session.
    async fn close(&mut self, code: u16) {
        if matches!(code, 4004 | 4007 | 4009..=4014)
            && let Some(session) = self.session.take()
        {
            self.shared.change(|world| world.sessions.end(&session));
        }
        let code = CloseCode::try_from(code).expect("a close code");
        if self.socket.send(Message::close(Some(code), "")).await.is_ok() {
            let _ = tokio::time::timeout(Duration::from_secs(2), self.socket.next()).await;
        }
    }

    /// The bot has closed: with 1000 and 1001 it gives its session up.
    fn leave(&mut self, message: &Message) {
        let code = message.as_close().map_or(1005, |(code, _)| u16::from(code));
        let given_up = matches!(code, 1000 | 1001).then(|| self.session.take()).flatten();
        self.shared.change(|world| {
            world.sessions.closed_with.push(code);
            if let Some(session) = given_up {
                world.sessions.end(&session);
            }
        });
    }

    /// What a payload of the bot's leads to: an answer, or the end.
    fn receive(&mut self, payload: &[u8]) -> Result<Option<Value>, u16> {
        let now = Instant::now();
        self.received.retain(|at| now - *at < Duration::from_secs(60));
        self.received.push(now);
        if self.received.len() > A_MINUTE {
            return Err(RATE_LIMITED);
        }
        if payload.len() > LARGEST {
            return Err(DECODE);
        }
        let payload: Value = serde_json::from_slice(payload).map_err(|_| DECODE)?;
        let data = &payload["d"];
        match payload["op"].as_u64() {
            Some(1) => self.heartbeat(data),
            Some(2) if self.session.is_some() => Err(ALREADY_AUTHENTICATED),
            Some(2) => self.identify(data).map(|()| None),
            Some(6) if self.session.is_some() => Err(ALREADY_AUTHENTICATED),
            Some(6) => self.resume(data),
            Some(3 | 4 | 8 | 31) if self.session.is_some() => Ok(None),
            Some(3 | 4 | 8 | 31) => Err(NOT_AUTHENTICATED),
            _ => Err(UNKNOWN_OPCODE),
        }
    }

    fn heartbeat(&mut self, data: &Value) -> Result<Option<Value>, u16> {
        if !data.is_null() && !data.is_u64() {
            return Err(DECODE);
        }
        self.beaten = Instant::now();
        let withheld = self.shared.change(|world| world.withholds_acks);
        Ok((!withheld).then(|| json!({"op": 11, "s": null, "t": null, "d": null})))
    }

    fn identify(&mut self, data: &Value) -> Result<(), u16> {
        let (Some(token), Some(intents)) = (data["token"].as_str(), data["intents"].as_u64()) else {
            return Err(DECODE);
        };
        if !data["properties"].is_object() {
            return Err(DECODE);
        }
        let shard = match data["shard"].as_array().map(Vec::as_slice) {
            None => (0, 1),
            Some([shard, count]) => (shard.as_u64().ok_or(DECODE)?, count.as_u64().ok_or(DECODE)?),
            Some(_) => return Err(INVALID_SHARD),
        };
        self.frames.compresses_payloads = data["compress"] == true;
        let (link, gateways) = (self.link.clone(), self.shared.lock().gateways.clone());
        self.session = self.shared.change(|world| {
            world.application.starts_left = world.application.starts_left.saturating_sub(1);
            if let Some(code) = world.sessions.refuse_with.take() {
                return Err(code);
            }
            if !is_token(token, &world.application.token) {
                return Err(AUTHENTICATION_FAILED);
            }
            if intents & !intents::KNOWN != 0 {
                return Err(INVALID_INTENTS);
            }
            if intents & intents::PRIVILEGED & !world.application.privileged != 0 {
                return Err(DISALLOWED_INTENTS);
            }
            if shard.0 >= shard.1 {
                return Err(INVALID_SHARD);
            }
            let mut user = world.application.user();
            user["mfa_enabled"] = true.into();
            user["verified"] = true.into();
            user["email"] = Value::Null;
            let guilds = world.unavailable_guilds();
            let application = json!({"id": world.application.id.to_string(), "flags": 0});
            let session = world.sessions.start(intents, shard, link, world.clock.now());
            let ready = json!({
                "v": 10,
                "user_settings": {},
                "user": user,
                "shard": [shard.0, shard.1],
                "session_type": "normal",
                "session_id": session.id,
                "resume_gateway_url": gateways[1],
                "relationships": [],
                "private_channels": [],
                "presences": [],
                "guilds": guilds,
                "guild_join_requests": [],
                "geo_ordered_rtc_regions": [],
                "game_relationships": [],
                "auth": {},
                "application": application,
                "_trace": ["[\"gateway-fake\"]"]
            });
            session.push("READY", ready);
            Ok(Some(session.id.clone()))
        })?;
        Ok(())
    }

    fn resume(&mut self, data: &Value) -> Result<Option<Value>, u16> {
        let (Some(token), Some(id), Some(seq)) =
            (data["token"].as_str(), data["session_id"].as_str(), data["seq"].as_u64())
        else {
            return Err(DECODE);
        };
        let (link, resuming) = (self.link.clone(), self.resuming);
        let resumed = self.shared.change(|world| {
            if !is_token(token, &world.application.token) {
                return Err(AUTHENTICATION_FAILED);
            }
            let resumed = world.sessions.resume(id, seq, link, world.clock.now()).transpose()?;
            match resumed {
                Some(()) if !resuming => world.sessions.resumed_elsewhere += 1,
                Some(()) => {}
                None => world.sessions.refused_resumes += 1,
            }
            Ok(resumed.is_some())
        })?;
        if resumed {
            self.session = Some(id.to_owned());
            return Ok(None);
        }
        Ok(Some(json!({"op": 9, "s": null, "t": null, "d": false})))
    }
}

/// Discord takes the token with and without the word before it.
fn is_token(given: &str, token: &str) -> bool {
    given.strip_prefix("Bot ").unwrap_or(given) == token
}
