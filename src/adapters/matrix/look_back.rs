//! What happened in a room lately, read backwards from the homeserver: for the time that Kyr was away,
//! and for what a sync left out. It must not decide what is answered.

use matrix_sdk::Room;
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::room::MessagesOptions;
use serde_json::Value;

use super::event::{Body, Event};
use super::fault::Fault;

const PAGE: u32 = 100;
/// Pages at most; a room that says more in the time that counts is read no further.
const MOST_PAGES: usize = 60;

/// An event with the original, which is needed to try decrypting again.
pub struct Read {
    pub event: Event,
    pub json: Value,
    pub original: TimelineEvent,
}

/// The events since Kyr joined or since `oldest`, the oldest first.
pub struct Past {
    pub events: Vec<Read>,
    /// The event of Kyr's joining, if it is that recent.
    pub joined: Option<String>,
}

/// Reads pages until all of one is too old, or Kyr's own joining is reached.
pub async fn read(room: &Room, me: &str, oldest: std::time::Duration) -> Result<Past, Fault> {
    let mut events = Vec::new();
    let mut from: Option<String> = None;
    for _ in 0..MOST_PAGES {
        let mut options = MessagesOptions::backward();
        options.from = from.as_deref().map(str::to_owned);
        options.limit = PAGE.into();
        let page = room.messages(options).await?;
        let mut fresh = false;
        for original in page.chunk {
            let Some(read) = self::event(original) else { continue };
            fresh |= read.event.age.is_none_or(|age| age <= oldest);
            if read.event.sender == me && matches!(&read.event.body, Body::Joined { who } if who == me) {
                let joined = Some(read.event.id).filter(|_| read.event.age.is_none_or(|age| age <= oldest));
                return Ok(Past { events: in_order(events), joined });
            }
            events.push(read);
        }
        from = page.end;
        if from.is_none() || !fresh {
            break;
        }
    }
    Ok(Past { events: in_order(events), joined: None })
}

fn in_order(mut events: Vec<Read>) -> Vec<Read> {
    events.reverse();
    events
}

/// An event as Kyr reads it; `None` when it is too broken to have an id.
pub fn event(original: TimelineEvent) -> Option<Read> {
    let json = serde_json::from_str::<Value>(original.raw().json().get()).ok()?;
    Some(Read { event: Event::read(&json)?, json, original })
}
