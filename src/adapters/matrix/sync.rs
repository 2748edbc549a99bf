//! The stream of events from the homeserver, through all its absences. It must not know what the events are.
//!
//! The SDK's own loop ends at the first broken connection and sleeps between syncs; this one does neither.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, bail};
use matrix_sdk::Client;
use matrix_sdk::config::SyncSettings;
use matrix_sdk::ruma::api::client::filter::{Filter, FilterDefinition, LazyLoadOptions, RoomEventFilter, RoomFilter};
use matrix_sdk::ruma::api::client::sync::sync_events::v3::Filter as SyncFilter;
use tokio_util::sync::CancellationToken;

use super::fault::Fault;
use crate::adapters::patience::Patience;
use crate::metrics::{Connected, Link};

/// How long the homeserver may wait for something to happen.
const LONG_POLL: Duration = Duration::from_secs(30);
/// Events of a room in one sync; the homeserver's own default drops most of a busy minute.
const TIMELINE: u32 = 100;

/// The first sync after a start. `None` when Kyr is told to stop before it works.
pub async fn first(client: &Client, link: &Arc<Link>, stop: &CancellationToken) -> Result<Option<Connected>> {
    let mut patience = Patience::new("matrix: cannot reach the homeserver yet");
    let synced = once(client, Duration::ZERO, &mut patience, &mut None, stop).await?;
    Ok(synced.map(|()| link.connect()))
}

/// Syncs until `stop`.
pub async fn forever(client: Client, link: Arc<Link>, connected: Connected, stop: CancellationToken) -> Result<()> {
    let mut patience = Patience::new("matrix: lost the homeserver");
    let mut connected = Some(connected);
    while once(&client, LONG_POLL, &mut patience, &mut connected, &stop).await?.is_some() {
        patience.reset();
        connected.get_or_insert_with(|| link.connect());
    }
    Ok(())
}

/// One sync that works; an error when none ever will. At the first that doesn't, the connection is lost.
async fn once(
    client: &Client,
    wait: Duration,
    patience: &mut Patience,
    connected: &mut Option<Connected>,
    stop: &CancellationToken,
) -> Result<Option<()>> {
    loop {
        let settings = SyncSettings::new().timeout(wait).filter(SyncFilter::FilterDefinition(filter()));
        let synced = tokio::select! {
            () = stop.cancelled() => return Ok(None),
            synced = client.sync_once(settings) => synced,
        };
        let fault = match synced {
            Ok(_) => return Ok(Some(())),
            Err(error) => Fault::from(error),
        };
        if fault.signed_out {
            bail!(
                "the homeserver has signed Kyr's device out: delete the folder of matrix.store and start again. The \
                 recovery key will verify the new device"
            );
        }
        *connected = None;
        // Whatever else a homeserver says to a sync, it may not say tomorrow.
        if patience.wait(&fault, stop).await.is_err() {
            return Ok(None);
        }
    }
}

/// Only what Kyr reads.
fn filter() -> FilterDefinition {
    let mut timeline = RoomEventFilter::default();
    timeline.limit = Some(TIMELINE.into());
    let mut state = RoomEventFilter::default();
    state.lazy_load_options = LazyLoadOptions::Enabled { include_redundant_members: false };
    let mut room = RoomFilter::default();
    room.timeline = timeline;
    room.state = state;
    room.ephemeral = RoomEventFilter::ignore_all();
    let mut filter = FilterDefinition::default();
    filter.room = room;
    filter.presence = Filter::ignore_all();
    filter
}
