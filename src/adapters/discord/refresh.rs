//! Keeps the commands that Discord shows as the pack has them, when it changes while Kyr runs: its languages, its
//! sections, its words. It must not know how a pack changes.

use std::sync::{Arc, Weak};
use std::time::Duration;

use serde_json::Value;
use tokio_util::sync::CancellationToken;

use super::kyr::Kyr;
use super::rest::Rest;
use super::{application, commands};
use crate::engine::Engine;

/// Between two looks at which pack is in use.
const EVERY: Duration = Duration::from_secs(2);

/// Registers the commands again whenever they are not those of `engine` any more, whose are registered.
pub async fn refresh(rest: Arc<Rest>, kyr: Arc<Kyr>, engine: Arc<Engine>, stop: CancellationToken) {
    let mut registered = wanted(&engine);
    let mut seen = Arc::downgrade(&engine);
    // Or its memory would stay.
    drop(engine);
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
        let engine = kyr.bot.engine();
        let now = Arc::downgrade(&engine);
        if Weak::ptr_eq(&seen, &now) {
            continue;
        }
        seen = now;
        let wanted = wanted(&engine);
        if wanted == registered {
            continue;
        }
        match application::register(&rest, kyr.application, &engine, &stop).await {
            Ok(Some(())) => registered = wanted,
            Ok(None) => return,
            Err(error) => tracing::error!("error: discord: the commands stay as they were: {error:#}"),
        }
    }
}

fn wanted(engine: &Engine) -> Value {
    serde_json::to_value(commands::all(engine)).unwrap_or_default()
}
