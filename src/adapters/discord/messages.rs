//! Direct messages and mentions: what is asked in free words. It must not know interactions.

use std::sync::Arc;

use reqwest::Method;
use serenity::model::channel::{Message as Sent, MessageReference, MessageType};
use tokio::time::{Duration, Instant};

use super::NAME;
use super::answer::{say, topic_of};
use super::components::{self, Offered};
use super::kyr::Kyr;
use super::outbound::{self, Page};
use super::rest::Rest;
use super::whence::Whence;
use crate::adapters::deadline;
use crate::engine::{Asked, Query};
use crate::locale::Message;
use crate::metrics::Fault;

/// An answer is of no use after this.
const GIVE_UP: Duration = Duration::from_secs(10 * 60);

/// The words that a message has for Kyr: anything in a direct chat, what mentions it elsewhere. Never what a bot, a
/// webhook or Discord itself says.
fn words(me: u64, message: &Sent) -> Option<&str> {
    let person = !message.author.bot && !message.author.system && message.webhook_id.is_none();
    let spoken = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    let addressed = message.guild_id.is_none() || message.mentions.iter().any(|user| user.id.get() == me);
    (person && spoken && addressed && message.author.id.get() != me).then_some(message.content.as_str())
}

/// The answer to a message, if it is for Kyr, who is `me`.
fn answer(kyr: &Kyr, me: u64, message: &Sent) -> Option<Vec<Page>> {
    let words = words(me, message)?;
    let guild = message.guild_id;
    let whence = Whence::of_message(kyr, message.author.id, message.channel_id, guild);
    let query = whence.query(kyr, Asked::Words(words.to_owned()));
    let room = guild.map(|_| whence.room());
    let reply = if let Err(refusal) = kyr.bot.admit(&whence.asker(), room.as_deref(), &query) {
        if refusal.said {
            return None;
        }
        refusal.reply
    } else if guild.is_some() && !whence.may_show(kyr) {
        say(kyr, &whence, Message::AnswerPrivately)
    } else if words.trim().is_empty() && !message.attachments.is_empty() {
        say(kyr, &whence, Message::OnlyText)
    } else {
        kyr.bot.handle(&whence.asker(), &query)
    };
    let topic = topic_of(&reply);
    let offered = Offered { topic: topic.as_deref(), public: guild.is_some(), ..Offered::default() };
    let rows = components::rows(&kyr.bot.engine(), &reply, offered);
    Some(outbound::pages(&reply.document, rows))
}

/// What is left to say when an answer failed or took too long; asks nothing that may fail again.
fn trouble(kyr: &Kyr, me: u64, message: &Sent) -> Option<Vec<Page>> {
    words(me, message)?;
    let nothing = Query::new(Asked::Words(String::new()), kyr.clock.today(), kyr.clock.now());
    let reply = kyr.bot.trouble(&Query { hint: kyr.home.locale.clone(), ..nothing });
    Some(outbound::pages(&reply.document, Vec::new()))
}

/// Answers a message where it was written.
pub async fn respond(kyr: Arc<Kyr>, rest: Arc<Rest>, me: u64, message: Sent) {
    let (id, channel, arrived) = (message.id, message.channel_id, Instant::now());
    let message = Arc::new(message);
    let (asked, answering) = (message.clone(), kyr.clone());
    let answered = deadline::within(&kyr.bot, move |_| answer(&answering, me, &asked)).await;
    let Some(pages) = answered.unwrap_or_else(|| trouble(&kyr, me, &message)) else { return };
    let path = format!("/channels/{channel}/messages");
    let give_up = Instant::now() + GIVE_UP;
    for (number, page) in pages.into_iter().enumerate() {
        // The question may have been deleted meanwhile: better an answer than a reference.
        let reference = (number == 0).then(|| MessageReference::from((channel, id)).fail_if_not_exists(false));
        let body = serde_json::to_value(page.message(reference, id.get(), number)).unwrap_or_default();
        if let Err(failed) = rest.send(Method::POST, &path, Some(&body), give_up).await {
            tracing::warn!("discord: an answer could not be sent: {}", failed.fault);
            kyr.bot.metrics().fault(Fault::Undelivered);
            return;
        }
        if number == 0 {
            kyr.bot.metrics().took(NAME, arrived.elapsed());
        }
    }
}
