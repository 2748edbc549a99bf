//! A minimal client of the gateway.

use std::time::Duration;

use flate2::{Decompress, FlushDecompress};
use futures_util::{SinkExt, StreamExt};
use kyr_discord_tests::fake::Discord;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_websockets::{ClientBuilder, CloseCode, MaybeTlsStream, Message, WebSocketStream};

use crate::client::call;

const PATIENCE: Duration = Duration::from_secs(5);
pub const INTENTS: u64 = 4608;

pub struct Socket {
    stream: WebSocketStream<MaybeTlsStream<TcpStream>>,
    inflate: Option<Decompress>,
    /// Whether the last payload came compressed.
    pub compressed: bool,
}

impl Socket {
    /// Connects to the address that the API names, with this query, and waits for HELLO.
    pub async fn open(discord: &Discord, query: &str) -> Self {
        let url = call(discord, "GET", "gateway/bot", Value::Null).await.json()["url"].clone();
        Self::open_at(url.as_str().expect("an address"), query).await
    }

    pub async fn open_at(url: &str, query: &str) -> Self {
        let mut socket = Self::connect(url, query).await;
        let hello = socket.next().await.expect("HELLO");
        assert_eq!(hello["op"], 10);
        assert!(hello["d"]["heartbeat_interval"].is_u64());
        socket
    }

    pub async fn connect(url: &str, query: &str) -> Self {
        let uri = format!("{url}?{query}").parse().expect("an address");
        let (stream, _) = ClientBuilder::from_uri(uri).connect().await.expect("a gateway");
        let inflate = query.contains("zlib-stream").then(|| Decompress::new(true));
        Self { stream, inflate, compressed: false }
    }

    /// Connects and identifies; returns the socket and what READY says.
    pub async fn ready(discord: &Discord) -> (Self, Value) {
        let mut socket = Self::open(discord, "v=10&encoding=json").await;
        socket.send(identify(discord)).await;
        let ready = socket.event("READY").await;
        (socket, ready)
    }

    pub async fn send(&mut self, payload: Value) {
        self.stream.send(Message::text(payload.to_string())).await.expect("the gateway listens");
    }

    /// The next payload, or the code with which the connection was closed (0: without one).
    pub async fn next(&mut self) -> Result<Value, u16> {
        let message = tokio::time::timeout(PATIENCE, self.stream.next()).await.expect("something from the gateway");
        let Some(Ok(message)) = message else { return Err(0) };
        if message.is_close() {
            return Err(message.as_close().map_or(0, |(code, _)| code.into()));
        }
        self.compressed = message.is_binary();
        let bytes = message.as_payload();
        let plain = match (&mut self.inflate, self.compressed) {
            (Some(inflate), _) => {
                assert!(bytes.ends_with(&[0, 0, 0xff, 0xff]), "no end of a piece");
                inflated(inflate, bytes)
            }
            (None, true) => inflated(&mut Decompress::new(true), bytes),
            (None, false) => bytes.to_vec(),
        };
        Ok(serde_json::from_slice(&plain).expect("JSON"))
    }

    /// Waits for an event of this name, past others; returns its data.
    pub async fn event(&mut self, name: &str) -> Value {
        loop {
            let payload = self.next().await.unwrap_or_else(|code| panic!("closed with {code} before {name}"));
            if payload["t"] == name {
                return payload["d"].clone();
            }
        }
    }

    /// Waits for a payload with this opcode.
    pub async fn opcode(&mut self, op: u64) -> Value {
        loop {
            let payload = self.next().await.unwrap_or_else(|code| panic!("closed with {code} before op {op}"));
            if payload["op"] == op {
                return payload;
            }
        }
    }

    /// Waits until the connection is closed; returns the code.
    pub async fn closed(&mut self) -> u16 {
        loop {
            if let Err(code) = self.next().await {
                return code;
            }
        }
    }

    pub async fn close(mut self, code: u16) {
        let code = CloseCode::try_from(code).expect("a code");
        self.stream.send(Message::close(Some(code), "")).await.expect("the gateway listens");
        let _ = self.stream.next().await;
    }
}

fn inflated(inflate: &mut Decompress, bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(64 * 1024);
    inflate.decompress_vec(bytes, &mut plain, FlushDecompress::Sync).expect("zlib");
    plain
}

pub fn identify(discord: &Discord) -> Value {
    json!({"op": 2, "d": {
        "token": discord.token(), "intents": INTENTS, "shard": [0, 1],
        "properties": {"os": "linux", "browser": "test", "device": "test"}
    }})
}

pub fn resume(discord: &Discord, ready: &Value, seq: u64) -> Value {
    json!({"op": 6, "d": {"token": discord.token(), "session_id": ready["session_id"], "seq": seq}})
}
