//! Discord's calls over HTTP: each one stands for itself, so that any number of Kyrs can take them behind a load
//! balancer. What is not signed by Discord is not read. It must not know what the answers are.

use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use serenity::interactions_endpoint::Verifier;
use serenity::model::application::Interaction;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::NAME;
use super::kyr::Kyr;
use super::respond::respond;
use super::rest::Rest;
use crate::adapters::health;
use crate::config;

/// Bytes of a call; Discord's are some kilobytes.
const LARGEST: usize = 256 * 1024;
/// A call with an older or newer time stamp is somebody else's copy.
const FRESH: Duration = Duration::from_secs(5 * 60);

/// What the calls share.
#[derive(Clone)]
pub struct Endpoint {
    pub kyr: Arc<Kyr>,
    pub rest: Arc<Rest>,
    pub answering: TaskTracker,
    pub stop: CancellationToken,
}

#[derive(Clone)]
struct Shared {
    endpoint: Endpoint,
    verifier: Arc<Verifier>,
}

impl Endpoint {
    /// Listens until `stop`, and finishes what it was answering.
    ///
    /// # Errors
    /// When the address is taken or the public key is none.
    pub async fn serve(self, config: &config::discord::Endpoint) -> Result<()> {
        let verifier = verifier(config)?;
        let listener = TcpListener::bind(config.listen).await.with_context(|| {
            format!("cannot listen on {}: is another program there? Change discord.endpoint.listen", config.listen)
        })?;
        let address = listener.local_addr().context("cannot tell the address")?;
        tracing::info!("discord: listening on {address}");
        tracing::info!("discord: ready");
        let (stop, answering) = (self.stop.clone(), self.answering.clone());
        let bot = self.kyr.bot.clone();
        let _connected = bot.metrics().link(NAME).connect();
        let shared = Shared { endpoint: self, verifier: Arc::new(verifier) };
        let router = Router::new()
            .fallback(call)
            .layer(DefaultBodyLimit::max(LARGEST))
            .with_state(shared)
            .merge(health::routes(bot, stop.clone()));
        axum::serve(listener, router)
            .with_graceful_shutdown(async move { stop.cancelled().await })
            .await
            .context("the endpoint broke")?;
        answering.close();
        answering.wait().await;
        Ok(())
    }
}

/// Tells Discord's calls from others'.
///
/// # Errors
/// When the public key is none.
pub fn verifier(config: &config::discord::Endpoint) -> Result<Verifier> {
    Verifier::try_new(config.public_key)
        .context("discord.endpoint.public_key is no Ed25519 key: copy it from Discord's developer portal")
}

async fn call(State(shared): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    if !is_discords(&shared.verifier, &headers, &body) {
        return (StatusCode::UNAUTHORIZED, "invalid request signature").into_response();
    }
    let interaction = match serde_json::from_slice::<Interaction>(&body) {
        // Its form has changed over time; that it is one is enough.
        _ if is_ping(&body) => return json_response(&json!({ "type": 1 })),
        Ok(interaction) => interaction,
        Err(_) => {
            tracing::warn!("discord: an interaction could not be read");
            return StatusCode::BAD_REQUEST.into_response();
        }
    };
    let Endpoint { kyr, rest, answering, .. } = shared.endpoint;
    let (sender, receiver) = oneshot::channel();
    // Goes on when the caller hangs up: the follow-ups are Discord's to deliver.
    answering.spawn(respond(kyr, rest, interaction, |reply| async move { sender.send(reply).is_ok() }));
    match receiver.await {
        Ok(reply) => json_response(&reply),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn is_discords(verifier: &Verifier, headers: &HeaderMap, body: &[u8]) -> bool {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let (Some(signature), Some(timestamp)) = (header("x-signature-ed25519"), header("x-signature-timestamp")) else {
        return false;
    };
    is_fresh(timestamp, SystemTime::now()) && verifier.verify(signature, timestamp, body).is_ok()
}

fn is_fresh(timestamp: &str, now: SystemTime) -> bool {
    let now = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    timestamp.parse::<u64>().is_ok_and(|sent| sent.abs_diff(now) <= FRESH.as_secs())
}

fn is_ping(body: &[u8]) -> bool {
    #[derive(serde::Deserialize)]
    struct Kind {
        #[serde(rename = "type")]
        kind: u8,
    }
    serde_json::from_slice::<Kind>(body).is_ok_and(|kind| kind.kind == 1)
}

fn json_response(value: &serde_json::Value) -> Response {
    ([("content-type", "application/json")], value.to_string()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fresh_calls_count() {
        let now = UNIX_EPOCH + Duration::from_secs(10_000);
        assert!(is_fresh("10000", now) && is_fresh("9700", now) && is_fresh("10300", now));
        for old in ["9699", "10301", "", "x", "-1"] {
            assert!(!is_fresh(old, now), "{old}");
        }
    }
}
