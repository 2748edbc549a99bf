//! The bot that Kyr's speed on Matrix is compared with: the least that matrix-sdk needs to answer every message.
//! It joins whatever it is invited to and says back what it hears. It must not be tuned: no ledger, no retries.
//!
//! `matrix-echo HOMESERVER USER PASSWORD STORE` prints `ready` once it listens.

use std::time::Duration;

use anyhow::{Context, Result};
use matrix_sdk::config::SyncSettings;
use matrix_sdk::ruma::api::client::filter::FilterDefinition;
use matrix_sdk::ruma::api::client::sync::sync_events::v3::Filter;
use matrix_sdk::ruma::events::room::member::{MembershipState, StrippedRoomMemberEvent};
use matrix_sdk::ruma::events::room::message::{
    AddMentions, ForwardThread, MessageType, OriginalSyncRoomMessageEvent, ReplyMetadata, RoomMessageEventContent,
};
use matrix_sdk::{Client, Room, RoomState};

/// Events of a room in one sync, as many as Kyr asks for.
const TIMELINE: u32 = 100;
const LONG_POLL: Duration = Duration::from_secs(30);
/// After a sync that failed.
const PAUSE: Duration = Duration::from_secs(1);

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [homeserver, user, password, store] = arguments.as_slice() else {
        anyhow::bail!("usage: matrix-echo HOMESERVER USER PASSWORD STORE");
    };
    let client = Client::builder().homeserver_url(homeserver).sqlite_store(store, None).build().await?;
    client.matrix_auth().login_username(user, password).initial_device_display_name("Echo").await?;

    client.add_event_handler(join);
    client.sync_once(settings(Duration::ZERO)).await.context("the first sync failed")?;
    // Only now, so that what was said before is not echoed.
    client.add_event_handler(hear);
    println!("ready");
    // `Client::sync` would sleep between syncs and end at the first that fails.
    loop {
        if let Err(error) = client.sync_once(settings(LONG_POLL)).await {
            eprintln!("a sync failed: {error}");
            tokio::time::sleep(PAUSE).await;
        }
    }
}

fn settings(wait: Duration) -> SyncSettings {
    let mut filter = FilterDefinition::default();
    filter.room.timeline.limit = Some(TIMELINE.into());
    SyncSettings::new().timeout(wait).filter(Filter::FilterDefinition(filter))
}

async fn join(event: StrippedRoomMemberEvent, client: Client, room: Room) {
    let me = client.user_id().is_some_and(|me| event.state_key == me);
    if !me || event.content.membership != MembershipState::Invite {
        return;
    }
    // A handler runs inside a sync, and joining may wait for the next one.
    tokio::spawn(async move {
        if let Err(error) = room.join().await {
            eprintln!("an invitation could not be accepted: {error}");
        }
    });
}

async fn hear(event: OriginalSyncRoomMessageEvent, client: Client, room: Room) {
    let MessageType::Text(text) = &event.content.msgtype else { return };
    if room.state() != RoomState::Joined || client.user_id().is_none_or(|me| event.sender == me) {
        return;
    }
    let question = ReplyMetadata::new(&event.event_id, &event.sender, None);
    let notice = RoomMessageEventContent::notice_plain(&text.body);
    let answer = notice.make_reply_to(question, ForwardThread::No, AddMentions::No);
    tokio::spawn(async move {
        if let Err(error) = room.send(answer).await {
            eprintln!("an answer could not be sent: {error}");
        }
    });
}
