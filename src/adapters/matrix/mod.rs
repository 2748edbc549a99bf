//! Kyr on Matrix, end-to-end encrypted. The way of a message: `sync` receives, `rooms` hands it to its
//! room's `worker`, `event` reads it, `inbound` tells whether it is for Kyr, `answering` asks the bot,
//! `outbound` and `html` write the reply, `delivery` and `send` bring it out once.
//! It must not know other platforms; no other folder names the Matrix library.

mod answering;
pub mod checkup;
mod delivery;
mod event;
mod fault;
mod homeserver;
mod html;
mod identity;
mod inbound;
mod kept;
mod ledger;
mod look_back;
mod membership;
mod originals;
mod outbound;
mod place;
mod rooms;
mod send;
mod session;
mod settings;
mod shared;
mod sync;
mod turns;
mod worker;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use futures_util::future::{BoxFuture, join_all};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use super::{Adapter, Room};
use crate::bot::Bot;
use crate::config;
use rooms::Rooms;
use shared::Shared;

/// At a stop, what was being answered is waited for so long.
const FINISH: Duration = Duration::from_secs(8);

/// The name of the section in the configuration, also used in logs and metrics.
const NAME: &str = "matrix";

/// One account on one homeserver.
pub struct Matrix {
    config: config::Matrix,
    home: Room,
}

impl Matrix {
    pub fn new(config: config::Matrix, home: Room) -> Self {
        Self { config, home }
    }

    async fn serve(self, bot: Arc<Bot>, stop: CancellationToken) -> Result<()> {
        let session = tokio::select! {
            biased;
            () = stop.cancelled() => return Ok(()),
            session = session::open(&self.config, &stop) => session?,
        };
        let client = session.client.clone();
        let link = bot.metrics().link(NAME);
        let Some(connected) = sync::first(&client, &link, &stop).await? else { return Ok(()) };
        tokio::select! {
            () = stop.cancelled() => return Ok(()),
            () = identity::establish(&client, &self.config) => {}
        }
        let me = client.user_id().context("not signed in")?.to_string();
        let shared = Arc::new(Shared::new(bot, self.home, me, self.config.oldest_question, stop.clone()));
        let mut rooms = Rooms::new(shared, client.clone(), self.config.invited_by);
        let mut updates = client.subscribe_to_all_room_updates();
        let past = rooms.begin();
        tokio::spawn(async move {
            join_all(past).await;
            tracing::info!("matrix: ready");
        });
        let mut syncing = tokio::spawn(sync::forever(client, link, connected, stop));
        let ended = loop {
            tokio::select! {
                ended = &mut syncing => break ended,
                update = updates.recv() => match update {
                    Ok(update) => rooms.update(update),
                    Err(RecvError::Lagged(_)) => rooms.missed_some(),
                    Err(RecvError::Closed) => {}
                },
            }
        };
        while let Ok(update) = updates.try_recv() {
            rooms.update(update);
        }
        if timeout(FINISH, rooms.finish()).await.is_err() {
            tracing::warn!("matrix: stopped before everything was answered; it will be at the next start");
        }
        ended.context("internal fault")?
    }
}

impl Adapter for Matrix {
    fn name(&self) -> &'static str {
        NAME
    }

    fn run(self: Box<Self>, bot: Arc<Bot>, stop: CancellationToken) -> BoxFuture<'static, Result<()>> {
        Box::pin(self.serve(bot, stop))
    }
}
