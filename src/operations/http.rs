//! Counts and health over HTTP, on an address of the operator's. It must not know what is counted.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use axum::{Router, serve};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::adapters::health;
use crate::bot::Bot;
use crate::metrics::About;

/// Takes the address; it is told in the log, for whoever asked for any free port.
///
/// # Errors
/// When it is taken.
pub async fn bind(listen: SocketAddr) -> Result<TcpListener> {
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("cannot listen on {listen}: is another program there? Change metrics.listen"))?;
    tracing::info!("metrics: listening on {}", listener.local_addr().context("cannot tell the address")?);
    Ok(listener)
}

/// Serves `/metrics`, `/healthz` and `/readyz` for as long as the program runs.
pub async fn answer(listener: TcpListener, bot: Arc<Bot>, stop: CancellationToken) {
    let counts = Router::new().route("/metrics", get(counts)).with_state(bot.clone());
    if let Err(error) = serve(listener, counts.merge(health::routes(bot, stop))).await {
        tracing::error!("error: metrics: {error}");
    }
}

async fn counts(State(bot): State<Arc<Bot>>) -> impl IntoResponse {
    let engine = bot.engine();
    let manifest = &engine.pack().manifest;
    let about = About { pack: &manifest.id, pack_version: &manifest.version, resident_memory: resident_memory() };
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], bot.metrics().write(&about))
}

/// In bytes; `None` where the system has no `/proc`.
fn resident_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1024)
}
