//! `kyr run`: serves the platforms of a configuration until it is told to stop.
//! It must not know what a platform is like.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};
use tokio::signal::unix::SignalKind;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use super::engines;
use super::folder::Folder;
use super::reload::{self, Said};
#[cfg(feature = "discord")]
use crate::adapters::discord::Discord;
#[cfg(feature = "matrix")]
use crate::adapters::matrix::Matrix;
use crate::adapters::{Adapter, Room};
use crate::bot::Bot;
use crate::config::Config;
use crate::config::secret::{Secret, Source};
use crate::preferences::{File, Preferences};

/// Threads for work that blocks: answers and databases. Each keeps memory of its own after a rush.
const BLOCKING_THREADS: usize = 8;

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
        let (engine, opened) = engines::open(Folder::configured(content, &config, true))?;
        let locale = engines::served(&engine, config.locale.clone())?;
        let room = Room { locale, region: config.region };
        if config.discord.is_none() && config.matrix.is_none() {
            bail!("{}: there is no section `discord` or `matrix`, so there is nowhere to serve", self.config.display());
        }
        let store = File::open(&config.data)?;
        let preferences = Preferences::kept(Box::new(store), data_key(&config.data_key)?);
        let bot = Arc::new(Bot::new(engine, preferences));
        let _status = opened.map(|opened| reload::begin(opened, bot.clone(), tell)).transpose()?;
        runtime.block_on(serve(adapters(config, &room)?, bot, stop))
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

/// What became of a changed pack.
fn tell(said: Said) {
    match said {
        Said::Done(line) => tracing::info!("{line}"),
        Said::Refused(line) => tracing::error!("{line}"),
    }
}

/// The key that hides names in the preferences; made at the first start.
fn data_key(source: &Source) -> Result<[u8; 32]> {
    let secret = match source.read()? {
        Some(secret) => secret,
        None => {
            let secret = Secret::random()?;
            source.write(&secret)?;
            secret
        }
    };
    Ok(Sha256::digest(secret.expose()).into())
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
