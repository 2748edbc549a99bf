//! Direct messages and mentions: what is asked in free words. It must not know interactions.

use std::sync::Arc;

use reqwest::Method;
use serenity::model::channel::{Message as Sent, MessageReference, MessageType};
use tokio::time::{Duration, Instant};

use super::answer::{say, topic_of};
use super::components::{self, Offered};
use super::kyr::Kyr;
use super::outbound::{self, Page};
use super::rest::Rest;
use super::whence::Whence;
use crate::engine::Asked;
use crate::locale::Message;

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
    let reply = if guild.is_some() && !whence.may_show(kyr) {
        say(kyr, &whence, Message::AnswerPrivately)
    } else if words.trim().is_empty() && !message.attachments.is_empty() {
        say(kyr, &whence, Message::OnlyText)
    } else {
        kyr.bot.handle(&whence.asker(), &whence.query(kyr, Asked::Words(words.to_owned())))
    };
    let topic = topic_of(&reply);
    let offered = Offered { topic: topic.as_deref(), public: guild.is_some(), ..Offered::default() };
    let rows = components::rows(&kyr.bot.engine(), &reply, offered);
    Some(outbound::pages(&reply.document, rows))
}

/// Answers a message where it was written.
pub async fn respond(kyr: Arc<Kyr>, rest: Arc<Rest>, me: u64, message: Sent) {
    let (id, channel) = (message.id, message.channel_id);
    let answered = tokio::task::spawn_blocking(move || answer(&kyr, me, &message)).await;
    let Ok(Some(pages)) = answered else { return };
    let path = format!("/channels/{channel}/messages");
    let give_up = Instant::now() + GIVE_UP;
    for (number, page) in pages.into_iter().enumerate() {
        // The question may have been deleted meanwhile: better an answer than a reference.
        let reference = (number == 0).then(|| MessageReference::from((channel, id)).fail_if_not_exists(false));
        let body = serde_json::to_value(page.message(reference, id.get(), number)).unwrap_or_default();
        if let Err(failed) = rest.send(Method::POST, &path, Some(&body), give_up).await {
            tracing::warn!("discord: an answer could not be sent: {}", failed.fault);
            return;
        }
    }
}
