//! Kyr on Discord. The way of an interaction: `gateway` or `endpoint` receives, `respond` keeps Discord's time,
//! `answer` asks the bot, `outbound`, `markdown` and `components` write the reply, `rest` brings it out.
//! Direct messages and mentions go through `messages` instead.
//! It must not know other platforms; no other folder names the Discord libraries.
//!
//! Events are read with serenity's models and written with its builders. Its own clients are not used: they bring an
//! old TLS library with open advisories, and the HTTP endpoint has no use for a connected client.

mod answer;
mod application;
mod autocomplete;
pub mod checkup;
mod commands;
mod components;
mod configure;
mod custom_id;
mod endpoint;
mod fault;
mod gateway;
mod guild;
mod kyr;
mod limits;
mod locales;
mod markdown;
mod messages;
mod outbound;
mod places;
mod refresh;
mod respond;
mod rest;
mod session;
mod unanswered;
mod whence;

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use futures_util::future::BoxFuture;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::{Adapter, Room};
use crate::bot::Bot;
use crate::config;
use endpoint::Endpoint;
use gateway::Gateway;
use kyr::Kyr;
use rest::Rest;

/// At a stop, what was being answered is waited for so long.
const FINISH: Duration = Duration::from_secs(8);

/// The name of the section in the configuration, also used in logs and metrics.
const NAME: &str = "discord";

/// One application.
pub struct Discord {
    config: config::Discord,
    home: Room,
}

impl Discord {
    pub fn new(config: config::Discord, home: Room) -> Self {
        Self { config, home }
    }

    async fn serve(self, bot: Arc<Bot>, stop: CancellationToken) -> Result<()> {
        let config = self.config;
        let token = config.token.require("the bot's token")?;
        let rest = Arc::new(Rest::new(&config.api, &token)?);
        let kyr = Arc::new(Kyr::new(bot, self.home, config.application_id));
        // The end of this adapter must not be the end of the others.
        let stop = stop.child_token();
        let answering = TaskTracker::new();
        let introduce = introduce(rest.clone(), config.clone(), kyr.clone(), stop.clone());
        let serving = async {
            match &config.endpoint {
                Some(endpoint) => {
                    let serving = Endpoint {
                        kyr: kyr.clone(),
                        rest: rest.clone(),
                        answering: answering.clone(),
                        stop: stop.clone(),
                    };
                    // Calls can be answered while the API cannot be reached.
                    let introduced = tokio::spawn(introduce);
                    tokio::select! {
                        served = serving.serve(endpoint) => served,
                        error = failed(introduced) => Err(error),
                    }
                }
                None => {
                    if introduce.await?.is_none() {
                        return Ok(());
                    }
                    let data = config.data.clone();
                    Gateway { kyr, rest, data, answering: answering.clone(), stop: stop.clone() }.serve(&token).await
                }
            }
        };
        let stopped = async {
            stop.cancelled().await;
            tokio::time::sleep(FINISH).await;
        };
        tokio::select! {
            served = serving => served,
            () = stopped => {
                tracing::warn!("discord: stopped before everything was answered");
                Ok(())
            }
        }
    }
}

/// Checks who Kyr is and registers its commands. `None` when told to stop before.
async fn introduce(
    rest: Arc<Rest>,
    config: config::Discord,
    kyr: Arc<Kyr>,
    stop: CancellationToken,
) -> Result<Option<()>> {
    if application::check(&rest, &config, &stop).await?.is_none() {
        return Ok(None);
    }
    let engine = kyr.bot.engine();
    let registered = application::register(&rest, kyr.application, &engine, &stop).await?;
    if registered.is_some() {
        tokio::spawn(refresh::refresh(rest, kyr, engine, stop));
    }
    Ok(registered)
}

/// Waits for ever unless the task fails.
async fn failed(task: tokio::task::JoinHandle<Result<Option<()>>>) -> anyhow::Error {
    match task.await {
        Ok(Err(error)) => error,
        _ => std::future::pending().await,
    }
}

impl Adapter for Discord {
    fn name(&self) -> &'static str {
        NAME
    }

    fn run(self: Box<Self>, bot: Arc<Bot>, stop: CancellationToken) -> BoxFuture<'static, Result<()>> {
        Box::pin(self.serve(bot, stop))
    }
}
