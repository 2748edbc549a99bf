//! Whether Kyr lives and whether it is ready, over HTTP, for whoever watches it. It must not know what is in the way of
//! being ready: the bot says it.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use tokio_util::sync::CancellationToken;

use super::deadline;
use crate::bot::Bot;

#[derive(Clone)]
struct Watched {
    bot: Arc<Bot>,
    stop: CancellationToken,
}

/// `/healthz`: answering works. `/readyz`: also connected everywhere, and not about to stop; else 503 and what is in the
/// way, a line each. A faulty pack is named, but in nobody's way: the one before answers.
pub fn routes(bot: Arc<Bot>, stop: CancellationToken) -> Router {
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready)).with_state(Watched { bot, stop })
}

async fn alive(State(watched): State<Watched>) -> (StatusCode, &'static str) {
    match deadline::answering_works(&watched.bot).await {
        true => (StatusCode::OK, "ok\n"),
        false => (StatusCode::SERVICE_UNAVAILABLE, "answering is stuck\n"),
    }
}

async fn ready(State(watched): State<Watched>) -> (StatusCode, String) {
    // Not ready any more when Kyr is about to stop, so that a load balancer turns to the others.
    let hindrances = match watched.stop.is_cancelled() {
        true => vec!["stopping".to_owned()],
        false => {
            let hindrances = deadline::within(&watched.bot, Bot::hindrances).await;
            hindrances.unwrap_or_else(|| vec!["answering is stuck".to_owned()])
        }
    };
    match hindrances.is_empty() {
        true => {
            let remark = watched.bot.remark().map_or_else(String::new, |remark| remark + "\n");
            (StatusCode::OK, format!("ready\n{remark}"))
        }
        false => (StatusCode::SERVICE_UNAVAILABLE, hindrances.join("\n") + "\n"),
    }
}
