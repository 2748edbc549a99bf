//! `kyr run`: serves the platforms of a configuration until it is told to stop.
//! It must not know what a platform is like.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use tokio::runtime::Runtime;
use tokio::signal::unix::SignalKind;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::folder::{Folder, Opened};
use super::reload::{self, Said};
use super::{engines, learning, store};
#[cfg(feature = "discord")]
use crate::adapters::discord::Discord;
#[cfg(feature = "matrix")]
use crate::adapters::matrix::Matrix;
use crate::adapters::{Adapter, Room};
use crate::bot::Bot;
use crate::config::{Config, Lines};
use crate::engine::Engine;
use crate::operations::{arena, dumps, http, log, notify};

/// Threads for work that blocks: answers and databases. Each keeps memory of its own after a rush.
const BLOCKING_THREADS: usize = 4;
/// A database that is just starting is waited for so long; a wrong address must not wait for ever.
const DATABASE: Duration = Duration::from_secs(15);
/// At the end, work that blocks is waited for so long.
const LAST_WAIT: Duration = Duration::from_secs(2);

#[derive(clap::Args)]
pub struct Arguments {
    /// The configuration; deploy/kyr.example.yaml shows every setting
    #[arg(long, value_name = "FILE", default_value = "kyr.yaml")]
    config: PathBuf,
    /// Write the log for people or as JSON for programs, whatever the configuration says
    #[arg(long, value_name = "LINES")]
    log: Option<Lines>,
}

impl Arguments {
    pub fn run(self, content: Option<PathBuf>) -> Result<ExitCode> {
        arena::share();
        dumps::forbid()?;
        let config = Config::load(&self.config);
        let lines = config.as_ref().map(|config| config.log).unwrap_or_default();
        let for_programs = log::start(self.log.unwrap_or(lines));
        if for_programs {
            super::silence_panics(|line| tracing::error!("{line}"));
        }
        match config.and_then(|config| self.serve(config, content)) {
            Err(error) if for_programs => {
                tracing::error!("error: {error:#}");
                Ok(ExitCode::from(2))
            }
            ended => ended,
        }
    }

    fn serve(self, config: Config, content: Option<PathBuf>) -> Result<ExitCode> {
        let mut runtime = tokio::runtime::Builder::new_multi_thread();
        let runtime = runtime.enable_all().max_blocking_threads(BLOCKING_THREADS).build();
        let runtime = runtime.context("cannot start the runtime")?;
        // Before anything else: a stop while starting must be a stop, too.
        let stop = runtime.block_on(async { stop_when_asked() });
        let (mut engine, mut opened) = engines::open(Folder::configured(content, &config, true))?;
        let locale = engines::served(&engine, config.locale.clone())?;
        let room = Room { locale, region: config.region };
        if config.discord.is_none() && config.matrix.is_none() {
            bail!("{}: there is no section `discord` or `matrix`, so there is nowhere to serve", self.config.display());
        }
        if let Some(strange) = opened.take_if(|opened| opened.is_strange()) {
            let Some((learned, strange)) = learn_first(&runtime, &stop, strange)? else {
                runtime.shutdown_background();
                return Ok(ExitCode::SUCCESS);
            };
            (engine, opened) = (learned.unwrap_or(engine), Some(strange));
        }
        let started = Instant::now();
        let preferences = store::open(&config, || started.elapsed() < DATABASE && !stop.is_cancelled())?;
        let bot = Arc::new(Bot::new(engine, preferences));
        if let Some(opened) = opened {
            reload::begin(opened, bot.clone(), tell)?;
        }
        let metrics = config.metrics;
        let adapters = adapters(config, &room)?;
        let code = runtime.block_on(async {
            if let Some(listen) = metrics {
                let listener = http::bind(listen).await?;
                tokio::spawn(http::answer(listener, bot.clone(), stop.clone()));
            }
            serve(adapters, bot, stop).await
        });
        // A stuck answer must not keep the program from ending.
        runtime.shutdown_timeout(LAST_WAIT);
        code
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

/// Learns from a pack that would be answered wrongly before; nothing if Kyr is told to stop meanwhile.
fn learn_first(
    runtime: &Runtime,
    stop: &CancellationToken,
    mut strange: Opened,
) -> Result<Option<(Option<Engine>, Opened)>> {
    tracing::info!("pack: learning from its examples before the first answer, which may take minutes");
    let learning = runtime.spawn_blocking(move || strange.learn(learning::learn).map(|engine| (engine, strange)));
    let learned = runtime.block_on(async {
        tokio::select! {
            () = stop.cancelled() => None,
            learned = learning => Some(learned),
        }
    });
    let learned = learned.map(|learned| learned.context("internal fault").flatten()).transpose();
    learned.context("pack: cannot learn from its examples")
}

/// What became of a changed pack.
fn tell(said: Said) {
    match said {
        Said::Done(line) => tracing::info!("{line}"),
        Said::Refused(line) => tracing::error!("{line}"),
    }
}

/// Runs all adapters; one that fails is reported and leaves the others alone.
async fn serve(adapters: Vec<Box<dyn Adapter>>, bot: Arc<Bot>, stop: CancellationToken) -> Result<ExitCode> {
    let mut running = JoinSet::new();
    adapters.iter().for_each(|adapter| drop(bot.metrics().link(adapter.name())));
    let telling = tokio::spawn(notify::tell(bot.clone(), stop.clone()));
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
    stop.cancel();
    let _ = telling.await;
    Ok(code)
}

/// Cancelled by SIGINT or SIGTERM; a second signal ends the program at once. Must be called in a runtime.
fn stop_when_asked() -> CancellationToken {
    let stop = CancellationToken::new();
    let signals = [SignalKind::interrupt(), SignalKind::terminate()];
    for mut signal in signals.into_iter().filter_map(|kind| tokio::signal::unix::signal(kind).ok()) {
        let stop = stop.clone();
        tokio::spawn(async move {
            while signal.recv().await.is_some() {
                if stop.is_cancelled() {
                    std::process::exit(130);
                }
                tracing::info!("stopping");
                stop.cancel();
            }
        });
    }
    stop
}
