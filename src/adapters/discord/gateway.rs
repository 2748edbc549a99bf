//! Discord's gateway: a connection that Kyr keeps, with no address of its own. Events come in order and are answered
//! beside each other. It must not know what the answers are.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use futures_util::StreamExt;
use reqwest::Method;
use serde::Deserialize;
use serde_json::value::RawValue;
use serenity::model::application::Interaction;
use tokio::time::{Duration, interval};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use twilight_gateway::queue::InMemoryQueue;
use twilight_gateway::{CloseFrame, ConfigBuilder, Intents, Message, Shard, ShardId, ShardState};

use super::NAME;
use super::kyr::Kyr;
use super::places::Places;
use super::rest::Rest;
use super::session::{Kept, Session};
use super::unanswered::Unanswered;
use super::{application, messages, respond};
use crate::adapters::patience::Patience;
use crate::config::secret::Secret;
use crate::metrics::Connected;

/// Interactions need none; these bring direct messages and mentions. Not the content of messages.
const INTENTS: Intents = Intents::GUILD_MESSAGES.union(Intents::DIRECT_MESSAGES);
/// Between two looks at the place in the stream.
const LOOK: Duration = Duration::from_millis(250);

/// Where the gateway is, as Discord says.
#[derive(Deserialize)]
struct Address {
    url: String,
    shards: u32,
    session_start_limit: Limit,
}

/// How often Kyr may begin a session.
#[derive(Deserialize)]
struct Limit {
    total: u32,
    remaining: u32,
    /// In milliseconds.
    reset_after: u64,
    max_concurrency: u16,
}

/// What else belongs to a shard's place in the stream.
struct Own {
    /// Kyr's own user.
    me: u64,
    /// How many shards there are.
    shards: u32,
    /// Where the session is taken up. The shard forgets it with the first connection that fails, and keeps the session.
    resume_url: Option<String>,
}

impl Own {
    fn place(&mut self, shard: &Shard<InMemoryQueue>) -> Option<Session> {
        if let Some(url) = shard.resume_url() {
            self.resume_url = Some(url.to_owned());
        }
        let (session, resume_url) = (shard.session()?, self.resume_url.clone()?);
        let (id, sequence) = (session.id().to_owned(), session.sequence());
        Some(Session { id, sequence, resume_url, me: self.me, shards: self.shards })
    }
}

/// What the shards share.
#[derive(Clone)]
pub struct Gateway {
    pub kyr: Arc<Kyr>,
    pub rest: Arc<Rest>,
    pub data: std::path::PathBuf,
    pub answering: TaskTracker,
    pub stop: CancellationToken,
}

impl Gateway {
    /// Serves until `stop`; an error when Discord will never take this Kyr.
    pub async fn serve(self, token: &Secret) -> Result<()> {
        let Some(address) = self.address().await? else { return Ok(()) };
        let Limit { total, remaining, reset_after, max_concurrency } = address.session_start_limit;
        let queue = InMemoryQueue::new(max_concurrency, remaining, Duration::from_millis(reset_after), total);
        let mut shards = tokio::task::JoinSet::new();
        let count = address.shards.max(1);
        self.kyr.bot.metrics().link(NAME).want(count.into());
        for number in 0..count {
            let kept = Kept::new(&self.data, number);
            let mut config = ConfigBuilder::new(token.expose().to_owned(), INTENTS)
                .proxy_url(address.url.clone())
                .queue(queue.clone());
            let mut own = Own { me: self.kyr.application, shards: count, resume_url: None };
            if let Some(session) = kept.load(count) {
                own = Own { me: session.me, resume_url: Some(session.resume_url.clone()), ..own };
                config = config
                    .session(twilight_gateway::Session::new(session.sequence, session.id))
                    .resume_url(session.resume_url);
            }
            let shard = Shard::with_config(ShardId::new(number, count), config.build());
            let gateway = self.clone();
            shards.spawn(async move { gateway.listen(shard, Places::new(kept), own).await });
        }
        let mut result = Ok(());
        while let Some(ended) = shards.join_next().await {
            if let Err(error) = ended.context("internal fault").flatten() {
                // One token, one fate: what ends a shard ends them all.
                self.stop.cancel();
                result = Err(error);
            }
        }
        result
    }

    async fn address(&self) -> Result<Option<Address>> {
        let answered = application::ask(&self.rest, Method::GET, "/gateway/bot", None, &self.stop).await?;
        let address = answered.map(serde_json::from_value).transpose();
        address.context("Discord's answer about its gateway cannot be read")
    }

    /// One shard, from its first connection to the stop.
    async fn listen(&self, mut shard: Shard<InMemoryQueue>, mut places: Places, mut own: Own) -> Result<()> {
        let unanswered = Unanswered::default();
        let mut look = interval(LOOK);
        let mut patience = Patience::new("discord: lost the gateway");
        let link = self.kyr.bot.metrics().link(NAME);
        let mut connected: Option<Connected> = None;
        loop {
            match shard.state() == ShardState::Active {
                true => drop(connected.get_or_insert_with(|| link.connect())),
                false => connected = None,
            }
            tokio::select! {
                () = self.stop.cancelled() => break,
                _ = look.tick() => {
                    if let Some(here) = own.place(&shard) {
                        places.look(here, &unanswered, Instant::now());
                    }
                },
                message = shard.next() => match message {
                    Some(Ok(Message::Text(json))) => {
                        patience.reset();
                        self.event(&json, &mut own.me, &unanswered);
                        let is_new = shard.session().is_some_and(|session| !places.are_of(session.id()));
                        if is_new && let Some(here) = own.place(&shard) {
                            places.look(here, &unanswered, Instant::now());
                        }
                    }
                    Some(Ok(Message::Close(frame))) => refused(frame)?,
                    Some(Err(error)) => {
                        if matches!(error.kind(), twilight_gateway::error::ReceiveMessageErrorType::Reconnect)
                            && patience.wait(&"Discord's gateway cannot be reached", &self.stop).await.is_err()
                        {
                            break;
                        }
                    }
                    None => bail!("Discord has ended the connection for good; start Kyr again"),
                },
            }
        }
        // Closing like this keeps the session, so that the next Kyr can go on with it.
        let last = own.place(&shard);
        shard.close(CloseFrame::RESUME);
        self.answering.close();
        self.answering.wait().await;
        places.end(last);
        Ok(())
    }

    /// One event; those that Kyr doesn't need and those that cannot be read are left alone.
    fn event(&self, json: &str, me: &mut u64, unanswered: &Unanswered) {
        #[derive(Deserialize)]
        struct Event<'a> {
            #[serde(borrow, default)]
            t: Option<Cow<'a, str>>,
            #[serde(default)]
            s: u64,
            #[serde(borrow, default)]
            d: Option<&'a RawValue>,
        }
        let Ok(Event { t: Some(kind), s: sequence, d: Some(data) }) = serde_json::from_str(json) else { return };
        let (kyr, rest) = (self.kyr.clone(), self.rest.clone());
        match &*kind {
            "READY" | "RESUMED" => {
                #[derive(Deserialize)]
                struct Ready {
                    user: User,
                }
                #[derive(Deserialize)]
                struct User {
                    id: serenity::model::id::UserId,
                }
                // Only the first of the two says it. An application is its bot's user, unless it is very old.
                if let Ok(ready) = serde_json::from_str::<Ready>(data.get()) {
                    *me = ready.user.id.get();
                }
                tracing::info!("discord: ready");
            }
            "INTERACTION_CREATE" => match serde_json::from_str::<Interaction>(data.get()) {
                Ok(interaction) => {
                    let (id, token) = (interaction.id().get(), interaction.token().to_owned());
                    let (asked, caller) = (kyr.clone(), rest.clone());
                    let first =
                        move |reply| async move { respond::call_back(&asked, &caller, id, &token, reply).await };
                    let open = unanswered.begin(sequence);
                    self.answering.spawn(async move {
                        respond::respond(kyr, rest, interaction, first).await;
                        drop(open);
                    });
                }
                Err(_) => tracing::warn!("discord: an interaction could not be read"),
            },
            "MESSAGE_CREATE" => {
                if let Ok(message) = serde_json::from_str(data.get()) {
                    let (me, open) = (*me, unanswered.begin(sequence));
                    self.answering.spawn(async move {
                        messages::respond(kyr, rest, me, message).await;
                        drop(open);
                    });
                }
            }
            _ => {}
        }
    }
}

/// Codes of Discord's that no reconnecting mends.
fn refused(frame: Option<CloseFrame<'_>>) -> Result<()> {
    match frame.map_or(0, |frame| frame.code) {
        4004 => bail!("Discord's gateway doesn't take the bot's token: make a new one in the developer portal"),
        4010 | 4011 => bail!("Discord's gateway asks for more shards: start Kyr again"),
        code @ 4012..=4014 => bail!("Discord's gateway refuses this version of Kyr ({code}): update it"),
        _ => Ok(()),
    }
}
