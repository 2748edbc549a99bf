//! Single events looked up on the homeserver, and tried again when their key has come.
//! It must not decide what follows from them.

use matrix_sdk::Room;
use matrix_sdk::deserialized_responses::{TimelineEvent, TimelineEventKind};
use matrix_sdk::room::{IncludeRelations, RelationsOptions};
use matrix_sdk::ruma::EventId;
use matrix_sdk::ruma::events::relation::RelationType;

use super::event::Event;
use super::look_back::{Read, event};

/// Events of a thread that are looked at.
const THREAD: u32 = 100;

/// An event of the room by its id.
pub async fn fetch(room: &Room, id: &str) -> Option<Read> {
    let id = EventId::parse(id).ok()?;
    event(room.event(&id, None).await.ok()?)
}

/// Whether Kyr has written lately in the thread that begins with `root`.
pub async fn is_in_thread(room: &Room, root: &str) -> bool {
    let Ok(root) = EventId::parse(root) else { return false };
    let options = RelationsOptions {
        limit: Some(THREAD.into()),
        include_relations: IncludeRelations::RelationsOfType(RelationType::Thread),
        ..RelationsOptions::default()
    };
    let relations = room.relations(root, options).await;
    relations.is_ok_and(|found| found.chunk.iter().any(|event| event.sender().as_deref() == Some(room.own_user_id())))
}

/// The event in clear if its key is there now.
pub async fn decrypt(room: &Room, original: &TimelineEvent) -> Option<Event> {
    let TimelineEventKind::UnableToDecrypt { event: raw, .. } = &original.kind else { return None };
    let decrypted = room.decrypt_event(raw.cast_ref_unchecked(), None).await.ok()?;
    let readable = matches!(decrypted.kind, TimelineEventKind::Decrypted(_));
    event(decrypted).filter(|_| readable).map(|read| read.event)
}
