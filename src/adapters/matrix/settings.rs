//! A room's settings in the store, encrypted, under a mark of the room.
//! It must not know what they mean.

use anyhow::{Context, Result};
use matrix_sdk::Room;
use matrix_sdk::ruma::RoomId;

use super::kept::{drop_stored, keep, stored};
use crate::engine::Settings;

/// The settings of a room; none are the default.
pub async fn load(room: &Room) -> Settings {
    of(room, room.room_id()).await.unwrap_or_default()
}

pub async fn save(room: &Room, settings: &Settings) -> Result<()> {
    let written = serde_json::to_string(settings).context("cannot write settings")?;
    keep(&room.client(), &key(room.room_id()), written).await
}

/// Forgets the settings of a room that Kyr left.
pub async fn forget(room: &Room) -> Result<()> {
    drop_stored(&room.client(), &key(room.room_id())).await
}

/// Gives the room that replaces `room` its settings, before Kyr enters it.
pub async fn carry(room: &Room, successor: &RoomId) -> Result<()> {
    let written = serde_json::to_string(&load(room).await).context("cannot write settings")?;
    keep(&room.client(), &key(successor), written).await
}

/// Whether the room has settings of its own: also a new one that replaces another.
pub async fn are_kept(room: &Room) -> bool {
    of(room, room.room_id()).await.is_some()
}

async fn of(room: &Room, id: &RoomId) -> Option<Settings> {
    let written = stored(&room.client(), &key(id)).await.ok()??;
    serde_json::from_str(&written).ok()
}

fn key(room: &RoomId) -> String {
    format!("kyr.settings {room}")
}
