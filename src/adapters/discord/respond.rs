//! An interaction on its way through Kyr: answered in time or deferred, the rest of the pages behind. The same for both
//! transports, which differ in how the first reply goes out. It must not know what is answered.

use std::sync::Arc;

use reqwest::Method;
use serde_json::{Value, json};
use serenity::builder::{CreateInteractionResponse, CreateInteractionResponseMessage};
use serenity::model::application::{Interaction, InteractionResponseFlags};
use serenity::model::channel::MessageFlags;
use serenity::model::id::InteractionId;
use tokio::sync::OwnedSemaphorePermit;
use tokio::task::JoinHandle;
use tokio::time::{Duration, Instant, timeout};

use super::NAME;
use super::answer::{Answer, answer, trouble};
use super::fault::{ALREADY_ANSWERED, EXPIRED};
use super::kyr::Kyr;
use super::rest::{Failed, Rest};
use crate::adapters::deadline;
use crate::metrics::Fault;

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
    let deferrable = !matches!(interaction, Interaction::Autocomplete(_) | Interaction::Ping(_));
    let (arrived, answering, interaction) = (Instant::now(), kyr.clone(), Arc::new(interaction));
    let work = tokio::spawn(async move {
        let place = answering.places.clone().acquire_owned().await.ok();
        let (kyr, asked) = (answering.clone(), interaction.clone());
        let answered = deadline::within(&answering.bot, move |_| answer(&kyr, &asked)).await;
        let answer = answered.or_else(|| trouble(&answering, &interaction))?;
        Some(Ready { answer, place })
    });
    let metrics = kyr.bot.metrics();
    let first = |reply| async {
        let sent = first(reply).await;
        if sent && deferrable {
            metrics.took(NAME, arrived.elapsed());
        }
        sent
    };
    if deliver(work, deferrable, &webhook, &rest, first).await.is_err() {
        metrics.fault(Fault::Undelivered);
    }
}

/// Some of an answer was lost on its way.
#[derive(Debug)]
struct Lost;

/// An answer, and the place that it holds until its first reply is out. What follows may take long.
struct Ready {
    answer: Answer,
    place: Option<OwnedSemaphorePermit>,
}

/// Keeps Discord's time: what is not ready soon is deferred, and follows when it is.
async fn deliver<F, Sent>(
    mut work: JoinHandle<Option<Ready>>,
    deferrable: bool,
    webhook: &str,
    rest: &Rest,
    first: F,
) -> Result<(), Lost>
where
    F: FnOnce(Value) -> Sent,
    Sent: Future<Output = bool>,
{
    let give_up = Instant::now() + REST;
    if let Ok(answered) = timeout(IN_TIME, &mut work).await {
        let Ok(Some(Ready { answer: Answer { first: reply, rest: pages }, place })) = answered else { return Ok(()) };
        let wanted = first(to_value(&reply)).await;
        drop(place);
        return if wanted { follow(rest, webhook, pages, give_up).await } else { Ok(()) };
    }
    // Suggestions that come late are of no use.
    if !deferrable {
        return Ok(());
    }
    // A deferral may carry this flag and nothing else, where the builder adds an empty list.
    let flags = InteractionResponseFlags::EPHEMERAL;
    if !first(json!({ "type": 5, "data": { "flags": flags } })).await {
        return Ok(());
    }
    let Ok(Some(Ready { answer: Answer { first: reply, rest: pages }, .. })) = work.await else { return Err(Lost) };
    let mut edit = to_value(&reply)["data"].take();
    // An edit can't change who sees the message, only whether links are drawn.
    if let Some(flags) = edit.get_mut("flags") {
        *flags = json!(flags.as_u64().unwrap_or_default() & MessageFlags::SUPPRESS_EMBEDS.bits());
    }
    sent(rest.reply(Method::PATCH, &format!("{webhook}/messages/@original"), &edit, give_up).await)?;
    follow(rest, webhook, pages, give_up).await
}

/// Brings a first reply out over the API. Whether it is this Kyr's: a reply that an earlier Kyr has sent is not
/// followed by the rest of it again.
pub async fn call_back(kyr: &Kyr, rest: &Rest, id: u64, token: &str, reply: Value) -> bool {
    let path = format!("/interactions/{id}/{token}/callback");
    match rest.reply(Method::POST, &path, &reply, Instant::now() + FIRST).await {
        Ok(_) => true,
        // The answer to the first sending was lost, the reply was not.
        Err(Failed { fault, sent }) if fault.is(ALREADY_ANSWERED) => {
            sent > 1 && InteractionId::new(id).created_at().unix_timestamp() > kyr.clock.began_at().as_second()
        }
        Err(Failed { fault, .. }) => {
            if !fault.is(EXPIRED) {
                tracing::warn!("discord: an answer could not be sent: {fault}");
                kyr.bot.metrics().fault(Fault::Undelivered);
            }
            false
        }
    }
}

/// The pages after the first, one after the other, so that they stand in order.
async fn follow(
    rest: &Rest,
    webhook: &str,
    pages: Vec<CreateInteractionResponseMessage>,
    give_up: Instant,
) -> Result<(), Lost> {
    for page in pages {
        let body = serde_json::to_value(page).unwrap_or_default();
        sent(rest.reply(Method::POST, webhook, &body, give_up).await)?;
    }
    Ok(())
}

fn sent<T>(answered: Result<T, Failed>) -> Result<(), Lost> {
    let lost = |failed: Failed| {
        tracing::warn!("discord: an answer could not be sent: {}", failed.fault);
        Lost
    };
    answered.map(drop).map_err(lost)
}

/// A reply without data has none at all, where the builder writes null.
fn to_value(reply: &CreateInteractionResponse) -> Value {
    let mut value = serde_json::to_value(reply).unwrap_or_else(|_| json!({ "type": 6 }));
    if value["data"].is_null() {
        value.as_object_mut().map(|value| value.remove("data"));
    }
    value
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use axum::Router;
    use axum::extract::State;
    use axum::http::{Method, Uri};

    use super::*;
    use crate::config::secret::Secret;

    type Seen = Arc<Mutex<Vec<String>>>;

    /// A server that takes everything, and what it took.
    async fn server() -> (Rest, Seen) {
        let seen = Seen::default();
        let take = |State(seen): State<Seen>, method: Method, uri: Uri, body: String| async move {
            seen.lock().expect("no panic").push(format!("{method} {} {body}", uri.path()));
            "{}"
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let api = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(axum::serve(listener, Router::new().fallback(take).with_state(seen.clone())).into_future());
        (Rest::new(&api, &Secret::new("token")).expect("a client"), seen)
    }

    fn answered(text: &str) -> Option<Ready> {
        let page = |text: &str| {
            let flags = InteractionResponseFlags::EPHEMERAL | InteractionResponseFlags::SUPPRESS_EMBEDS;
            CreateInteractionResponseMessage::new().content(text).flags(flags)
        };
        let answer = Answer { first: CreateInteractionResponse::Message(page(text)), rest: vec![page("page 2")] };
        Some(Ready { answer, place: None })
    }

    #[tokio::test]
    async fn a_slow_answer_is_deferred_and_follows() {
        let (rest, seen) = server().await;
        let work = tokio::task::spawn_blocking(|| {
            std::thread::sleep(IN_TIME + Duration::from_millis(200));
            answered("late")
        });
        let mut first = Value::Null;
        deliver(work, true, "/webhooks/1/t", &rest, |reply| {
            first = reply;
            async { true }
        })
        .await
        .expect("nothing is lost");
        assert_eq!(first, json!({ "type": 5, "data": { "flags": 64 } }));
        let seen = seen.lock().expect("no panic").clone();
        assert_eq!(seen.len(), 2, "{seen:?}");
        assert!(seen[0].starts_with("PATCH /webhooks/1/t/messages/@original"), "{}", seen[0]);
        assert!(seen[0].contains("late") && seen[0].contains("\"flags\":4"), "{}", seen[0]);
        assert!(seen[1].starts_with("POST /webhooks/1/t ") && seen[1].contains("page 2"), "{}", seen[1]);
    }

    #[tokio::test]
    async fn what_was_answered_before_is_not_followed_again() {
        let (rest, seen) = server().await;
        deliver(tokio::spawn(async { answered("now") }), true, "/webhooks/1/t", &rest, |_| async { false })
            .await
            .expect("nothing is lost");
        assert!(seen.lock().expect("no panic").is_empty());
    }
}
