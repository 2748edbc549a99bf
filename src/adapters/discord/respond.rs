//! An interaction on its way through Kyr: answered in time or deferred, the rest of the pages behind. The same for both
//! transports, which differ in how the first reply goes out. It must not know what is answered.

use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};
use serenity::builder::{CreateInteractionResponse, CreateInteractionResponseMessage};
use serenity::model::application::{Interaction, InteractionResponseFlags};
use tokio::time::{Duration, Instant, timeout};

use super::answer::{Answer, answer};
use super::fault::{ALREADY_ANSWERED, EXPIRED};
use super::kyr::Kyr;
use super::rest::{Failed, Rest};

/// What takes longer is deferred; Discord waits for three seconds.
const IN_TIME: Duration = Duration::from_secs(2);
/// A first reply is of no use after this.
const FIRST: Duration = Duration::from_millis(2_900);
/// The token of an interaction lives for fifteen minutes.
const REST: Duration = Duration::from_secs(14 * 60);

/// Answers an interaction; `first` brings the first reply out and says whether the rest is still wanted.
pub async fn respond<F, Sent>(kyr: Arc<Kyr>, rest: Arc<Rest>, interaction: Interaction, first: F)
where
    F: FnOnce(Value) -> Sent,
    Sent: Future<Output = bool>,
{
    let webhook = format!("/webhooks/{}/{}", interaction.application_id(), interaction.token());
    let give_up = Instant::now() + REST;
    let deferrable = !matches!(interaction, Interaction::Autocomplete(_) | Interaction::Ping(_));
    let mut work = tokio::task::spawn_blocking(move || answer(&kyr, &interaction));
    let answered = match timeout(IN_TIME, &mut work).await {
        Ok(answered) => answered.ok(),
        Err(_) if deferrable => {
            let flags = InteractionResponseFlags::EPHEMERAL;
            let defer = CreateInteractionResponse::Defer(CreateInteractionResponseMessage::new().flags(flags));
            if !first(to_value(&defer)).await {
                return;
            }
            let Some(Answer { first, rest: pages }) = work.await.ok() else { return };
            let original = format!("{webhook}/messages/@original");
            let mut edit = to_value(&first)["data"].take();
            // An edit can't change who sees the message.
            edit.as_object_mut().map(|edit| edit.remove("flags"));
            if sent(rest.reply(Method::PATCH, &original, &edit, give_up).await) {
                follow(&rest, &webhook, pages, give_up).await;
            }
            return;
        }
        Err(_) => None,
    };
    let Some(Answer { first: reply, rest: pages }) = answered else { return };
    if first(to_value(&reply)).await {
        follow(&rest, &webhook, pages, give_up).await;
    }
}

/// Brings a first reply out over the API. Whether it is this Kyr's: a reply that an earlier Kyr has sent is not
/// followed by the rest of it again.
pub async fn call_back(rest: &Rest, id: u64, token: &str, reply: Value) -> bool {
    let path = format!("/interactions/{id}/{token}/callback");
    match rest.reply(Method::POST, &path, &reply, Instant::now() + FIRST).await {
        Ok(_) => true,
        // The answer to the first sending was lost, the reply was not.
        Err(Failed { fault, sent }) if fault.is(ALREADY_ANSWERED) => sent > 1,
        Err(Failed { fault, .. }) => {
            if !fault.is(EXPIRED) {
                tracing::warn!("discord: an answer could not be sent: {fault}");
            }
            false
        }
    }
}

/// The pages after the first, one after the other, so that they stand in order.
async fn follow(rest: &Rest, webhook: &str, pages: Vec<CreateInteractionResponseMessage>, give_up: Instant) {
    for page in pages {
        let body = serde_json::to_value(page).unwrap_or_default();
        if !sent(rest.reply(Method::POST, webhook, &body, give_up).await) {
            return;
        }
    }
}

fn sent<T>(answered: Result<T, Failed>) -> bool {
    answered.inspect_err(|failed| tracing::warn!("discord: an answer could not be sent: {}", failed.fault)).is_ok()
}

/// A reply without data has none at all, where the builder writes null.
fn to_value(reply: &CreateInteractionResponse) -> Value {
    let mut value = serde_json::to_value(reply).unwrap_or_else(|_| json!({ "type": 6 }));
    if value["data"].is_null() {
        value.as_object_mut().map(|value| value.remove("data"));
    }
    value
}
