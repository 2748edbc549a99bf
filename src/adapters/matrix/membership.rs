//! Coming and going: invitations, rooms that everybody left, rooms that are replaced by others.
//! It must not know what is said in a room.

use std::time::Duration;

use matrix_sdk::ruma::UserId;
use matrix_sdk::ruma::api::client::membership::leave_room;
use matrix_sdk::{Room, RoomMemberships, RoomState};
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

use super::fault::Fault;
use super::settings;
use crate::adapters::patience::Patience;
use crate::config::matrix::Inviter;

/// The tombstone of a replaced room may arrive after the invitation to the room that replaces it.
const TOMBSTONE: Duration = Duration::from_secs(5);

/// Joins if the one who invites may, or if the room replaces one that Kyr is in; else says no to it.
pub async fn answer_invitation(room: Room, inviters: &[Inviter], stop: CancellationToken) {
    let inviter = room.invite_details().await.ok().map(|invite| invite.inviter_id);
    let allowed = inviter.is_some_and(|inviter| may_invite(inviters, &inviter)) || replaces_soon(&room).await;
    for replaced in replaced_by(&room) {
        if settings::carry(&replaced, room.room_id()).await.is_err() {
            tracing::error!("error: matrix: cannot keep a room's settings: is the disk full?");
        }
    }
    let mut patience = Patience::new("matrix: cannot answer an invitation yet");
    // Another way in may have been quicker.
    while room.state() == RoomState::Invited {
        let answered = if allowed { room.join().await.map_err(Fault::from) } else { leave(&room).await };
        let Err(fault) = answered else { break };
        if !fault.passing {
            tracing::warn!("matrix: an invitation could not be answered: {fault}");
            if room.state() == RoomState::Invited {
                // It would be tried again at each start.
                let _ = leave(&room).await;
            }
            return;
        }
        if patience.wait(&fault, &stop).await.is_err() {
            return;
        }
    }
    if !allowed {
        tracing::info!("matrix: refused an invitation from somebody who is not in matrix.invited_by");
        return;
    }
    tracing::info!("matrix: joined a room");
    for replaced in replaced_by(&room) {
        follow(replaced, stop.clone()).await;
    }
}

/// The rooms of Kyr's that `room` replaces: one, as a rule, or none.
fn replaced_by(room: &Room) -> Vec<Room> {
    let replaced = |other: &Room| other.successor_room().is_some_and(|next| next.room_id == room.room_id());
    room.client().joined_rooms().into_iter().filter(replaced).collect()
}

async fn replaces_soon(room: &Room) -> bool {
    let asked = Instant::now();
    while replaced_by(room).is_empty() {
        if asked.elapsed() >= TOMBSTONE {
            return false;
        }
        sleep(TOMBSTONE / 10).await;
    }
    true
}

fn may_invite(inviters: &[Inviter], user: &UserId) -> bool {
    inviters.iter().any(|inviter| match inviter {
        Inviter::Everybody => true,
        Inviter::Server(server) => user.server_name().as_str().eq_ignore_ascii_case(server),
        Inviter::User(named) => user.as_str() == named,
    })
}

/// Leaves this room. The SDK's own way leaves the rooms that it claims to replace as well, and anybody can claim that.
async fn leave(room: &Room) -> Result<(), Fault> {
    let request = leave_room::v3::Request::new(room.room_id().to_owned());
    room.client().send(request).await.map(drop).map_err(Fault::from)
}

/// Leaves, and tries again after what passes. What belongs to the room is forgotten when the homeserver says that
/// Kyr is out.
async fn leave_surely(room: &Room, stop: &CancellationToken) -> bool {
    let mut patience = Patience::new("matrix: cannot leave a room yet");
    loop {
        match leave(room).await {
            Ok(()) => return true,
            Err(fault) if fault.passing && patience.wait(&fault, stop).await.is_ok() => {}
            Err(_) => return false,
        }
    }
}

/// Leaves a room where nobody else is and nobody is invited.
pub async fn leave_if_alone(room: Room, stop: CancellationToken) {
    let members = room.members(RoomMemberships::ACTIVE).await;
    if members.is_ok_and(|members| members.len() <= 1) && leave_surely(&room, &stop).await {
        tracing::info!("matrix: left a room where nobody else was");
    }
}

/// Goes from a replaced room to the one that replaces it. If Kyr must be invited there first, it stays until then.
pub async fn follow(room: Room, stop: CancellationToken) {
    let Some(successor) = room.successor_room() else { return };
    let (client, successor) = (room.client(), successor.room_id);
    if client.get_room(&successor).is_none_or(|room| room.state() != RoomState::Joined) {
        let via: Vec<_> = room.route().await.unwrap_or_default();
        let carried = settings::carry(&room, &successor).await.is_ok();
        if !carried || client.join_room_by_id_or_alias((&*successor).into(), &via).await.is_err() {
            return;
        }
        tracing::info!("matrix: followed a room to the one that replaces it");
    }
    leave_surely(&room, &stop).await;
}

/// Forgets a room that Kyr is not in any more, here and on the homeserver.
pub async fn forget(room: &Room) {
    if settings::forget(room).await.is_err() {
        tracing::warn!("matrix: the settings of a room that Kyr left could not be removed: is the disk full?");
    }
    // If the homeserver does not do it now, it is asked again at the next start.
    let _ = room.forget().await;
}

#[cfg(test)]
mod tests {
    use matrix_sdk::ruma::user_id;

    use super::*;

    #[test]
    fn invitations_are_taken_from_listed_servers_and_users() {
        let list = [Inviter::Server("Home.example".into()), Inviter::User("@ana:other.example".into())];
        assert!(may_invite(&list, user_id!("@bob:home.example")));
        assert!(may_invite(&list, user_id!("@ana:other.example")));
        assert!(!may_invite(&list, user_id!("@eve:other.example")));
        assert!(!may_invite(&list, user_id!("@eve:evil.home.example")));
        assert!(may_invite(&[Inviter::Everybody], user_id!("@eve:other.example")));
        assert!(!may_invite(&[], user_id!("@bob:home.example")));
    }
}
