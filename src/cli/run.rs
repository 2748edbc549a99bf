//! `kyr run`: serves the platforms of a configuration until it is told to stop.
//! It must not know what a platform is like.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tokio::signal::unix::SignalKind;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use super::{engines, store};
#[cfg(feature = "discord")]
use crate::adapters::discord::Discord;
#[cfg(feature = "matrix")]
use crate::adapters::matrix::Matrix;
use crate::adapters::{Adapter, Room};
use crate::bot::Bot;
use crate::config::Config;

/// Threads for work that blocks: answers and databases. Each keeps memory of its own after a rush.
const BLOCKING_THREADS: usize = 8;
/// A database that is just starting is waited for so long; a wrong address must not wait for ever.
const DATABASE: Duration = Duration::from_secs(15);

#[derive(clap::Args)]
pub struct Arguments {
    /// The configuration; deploy/kyr.example.yaml shows every setting
    #[arg(long, value_name = "FILE", default_value = "kyr.yaml")]
    config: PathBuf,
}

impl Arguments {
    pub fn run(self, content: Option<PathBuf>) -> Result<ExitCode> {
        log();
        let mut runtime = tokio::runtime::Builder::new_multi_thread();
        let runtime = runtime.enable_all().max_blocking_threads(BLOCKING_THREADS).build();
        let runtime = runtime.context("cannot start the runtime")?;
        // Before anything else: a stop while starting must be a stop, too.
        let stop = runtime.block_on(async { stop_when_asked() });
        let config = Config::load(&self.config)?;
        let engine = engines::engine(content.or(config.content.clone()).as_deref())?;
        let locale = engines::served(&engine, config.locale.clone())?;
        let room = Room { locale, region: config.region };
        if config.discord.is_none() && config.matrix.is_none() {
            bail!("{}: there is no section `discord` or `matrix`, so there is nowhere to serve", self.config.display());
        }
        let started = Instant::now();
        let preferences = store::open(&config, || started.elapsed() < DATABASE && !stop.is_cancelled())?;
        runtime.block_on(serve(adapters(config, &room)?, Arc::new(Bot::new(engine, preferences)), stop))
    }
}

#[cfg_attr(not(all(feature = "discord", feature = "matrix")), allow(unused_variables))]
fn adapters(config: Config, room: &Room) -> Result<Vec<Box<dyn Adapter>>> {
    let mut adapters: Vec<Box<dyn Adapter>> = Vec::new();
    if let Some(discord) = config.discord {
        #[cfg(feature = "discord")]
        adapters.push(Box::new(Discord::new(discord, room.clone())));
        #[cfg(not(feature = "discord"))]
        bail!("this Kyr was built without Discord: leave out the section `discord`");
    }
    if let Some(matrix) = config.matrix {
        #[cfg(feature = "matrix")]
        adapters.push(Box::new(Matrix::new(matrix, room.clone())));
        #[cfg(not(feature = "matrix"))]
        bail!("this Kyr was built without Matrix: leave out the section `matrix`");
    }
    Ok(adapters)
}

/// Runs all adapters; one that fails is reported and leaves the others alone.
async fn serve(adapters: Vec<Box<dyn Adapter>>, bot: Arc<Bot>, stop: CancellationToken) -> Result<ExitCode> {
    let mut running = JoinSet::new();
    for adapter in adapters {
        let name = adapter.name();
        let run = adapter.run(bot.clone(), stop.clone());
        running.spawn(async move { (name, tokio::spawn(run).await) });
    }
    let mut code = ExitCode::SUCCESS;
    while let Some(ended) = running.join_next().await {
        match ended {
            Ok((_, Ok(Ok(())))) => {}
            Ok((name, Ok(Err(error)))) => {
                tracing::error!("error: {name}: {error:#}");
                code = ExitCode::from(2);
            }
            Ok((name, Err(_))) => {
                tracing::error!("error: {name}: internal fault; please report the line before this one");
                code = ExitCode::from(2);
            }
            Err(_) => code = ExitCode::from(2),
        }
    }
    Ok(code)
}

/// Cancelled by SIGINT or SIGTERM; a second signal ends the program at once. Must be called in a runtime.
fn stop_when_asked() -> CancellationToken {
    let stop = CancellationToken::new();
    let signals = [SignalKind::interrupt(), SignalKind::terminate()];
    for mut signal in signals.into_iter().filter_map(|kind| tokio::signal::unix::signal(kind).ok()) {
        let stop = stop.clone();
        tokio::spawn(async move {
            signal.recv().await;
            tracing::info!("stopping");
            stop.cancel();
            signal.recv().await;
            std::process::exit(130);
        });
    }
    stop
}

/// Kyr's own lines only: what libraries log may hold ids of people and rooms.
fn log() {
    let own = Targets::new().with_default(LevelFilter::OFF).with_target("kyr", LevelFilter::INFO);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_target(false);
    let ansi = std::io::IsTerminal::is_terminal(&std::io::stderr()) && std::env::var_os("NO_COLOR").is_none();
    tracing_subscriber::registry().with(lines.with_ansi(ansi)).with(own).init();
}
