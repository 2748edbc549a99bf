//! Single events looked up on the homeserver, and tried again when their key has come.
//! It must not decide what follows from them.

use std::time::Duration;

use matrix_sdk::Room;
use matrix_sdk::deserialized_responses::{TimelineEvent, TimelineEventKind};
use matrix_sdk::room::{IncludeRelations, RelationsOptions};
use matrix_sdk::ruma::EventId;
use matrix_sdk::ruma::events::relation::RelationType;

use tokio::time::sleep;

use super::event::Event;
use super::fault::Fault;
use super::look_back::{Read, event};

/// Events of a thread that are looked at.
const THREAD: u32 = 100;

/// Between two tries at first, growing twofold; and how many there are.
const PAUSE: Duration = Duration::from_millis(500);
const TRIES: u32 = 6;

/// An event of the room by its id; `None` when there is no such event.
pub async fn fetch(room: &Room, id: &str) -> Result<Option<Read>, Fault> {
    let Ok(id) = EventId::parse(id) else { return Ok(None) };
    let mut tried = 0;
    loop {
        match room.event(&id, None).await {
            Ok(found) => return Ok(event(found)),
            Err(error) => {
                if refused(error.into(), &mut tried).await? {
                    return Ok(None);
                }
            }
        }
    }
}

/// Whether Kyr has written lately in the thread that begins with `root`.
pub async fn is_in_thread(room: &Room, root: &str) -> Result<bool, Fault> {
    let Ok(root) = EventId::parse(root) else { return Ok(false) };
    let ours = |event: &TimelineEvent| event.sender().as_deref() == Some(room.own_user_id());
    let mut tried = 0;
    loop {
        let options = RelationsOptions {
            limit: Some(THREAD.into()),
            include_relations: IncludeRelations::RelationsOfType(RelationType::Thread),
            ..RelationsOptions::default()
        };
        match room.relations(root.clone(), options).await {
            Ok(found) => return Ok(found.chunk.iter().any(ours)),
            Err(error) => {
                if refused(error.into(), &mut tried).await? {
                    return Ok(false);
                }
            }
        }
    }
}

/// Whether the homeserver said no; waits when asking again may help, and gives up after some times.
async fn refused(fault: Fault, tried: &mut u32) -> Result<bool, Fault> {
    if !fault.passing {
        return Ok(true);
    }
    *tried += 1;
    if *tried >= TRIES {
        return Err(fault);
    }
    sleep(PAUSE * 2_u32.pow(*tried)).await;
    Ok(false)
}

/// The event in clear if its key is there now.
pub async fn decrypt(room: &Room, original: &TimelineEvent) -> Option<Event> {
    let TimelineEventKind::UnableToDecrypt { event: raw, .. } = &original.kind else { return None };
    let decrypted = room.decrypt_event(raw.cast_ref_unchecked(), None).await.ok()?;
    let readable = matches!(decrypted.kind, TimelineEventKind::Decrypted(_));
    event(decrypted).filter(|_| readable).map(|read| read.event)
}
