//! A room's settings in the SDK's store, which encrypts them and the room's name for them.
//! It must not know what they mean.

use anyhow::{Context, Result};
use matrix_sdk::Room;
use matrix_sdk::ruma::RoomId;

use super::session::{drop_stored, keep, stored};
use crate::engine::Settings;

/// The settings of a room; none are the default.
pub async fn load(room: &Room) -> Settings {
    of(room, room.room_id()).await.unwrap_or_default()
}

pub async fn save(room: &Room, settings: &Settings) -> Result<()> {
    let bytes = serde_json::to_vec(settings).context("cannot write settings")?;
    keep(&room.client(), &key(room.room_id()), bytes).await
}

/// Forgets the settings of a room that Kyr left.
pub async fn forget(room: &Room) -> Result<()> {
    drop_stored(&room.client(), &key(room.room_id())).await
}

/// Gives the room that replaces `room` its settings, before Kyr enters it.
pub async fn carry(room: &Room, successor: &RoomId) -> Result<()> {
    let bytes = serde_json::to_vec(&load(room).await).context("cannot write settings")?;
    keep(&room.client(), &key(successor), bytes).await
}

/// Whether the room has settings of its own: also a new one that replaces another.
pub async fn are_kept(room: &Room) -> bool {
    of(room, room.room_id()).await.is_some()
}

async fn of(room: &Room, id: &RoomId) -> Option<Settings> {
    let bytes = stored(&room.client(), &key(id)).await.ok()??;
    serde_json::from_slice(&bytes).ok()
}

fn key(room: &RoomId) -> Vec<u8> {
    format!("kyr.settings {room}").into_bytes()
}
