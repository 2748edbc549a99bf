//! Coming and going: invitations, rooms that everybody left, rooms that are replaced by others.
//! It must not know what is said in a room.

use matrix_sdk::ruma::{OwnedRoomId, UserId};
use matrix_sdk::{Client, Room, RoomMemberships, RoomState};
use tokio_util::sync::CancellationToken;

use super::fault::Fault;
use super::patience::Patience;
use super::settings;
use crate::config::matrix::Inviter;

/// Joins if the one who invites may, or if Kyr `expects` the invitation; else says no to it.
pub async fn answer_invitation(room: Room, inviters: &[Inviter], expected: bool, stop: CancellationToken) {
    let inviter = room.invite_details().await.ok().and_then(|invite| invite.inviter);
    let allowed = expected || inviter.is_some_and(|inviter| may_invite(inviters, inviter.user_id()));
    let mut patience = Patience::new("matrix: cannot answer an invitation yet");
    loop {
        let answered = if allowed { room.join().await } else { room.leave().await };
        let Err(error) = answered else { break };
        let fault = Fault::from(error);
        if !fault.passing {
            tracing::warn!("matrix: an invitation could not be answered: {fault}");
            // It would be tried again at each start.
            let _ = room.leave().await;
            break;
        }
        if room.state() != RoomState::Invited || patience.wait(&fault, &stop).await.is_err() {
            return;
        }
    }
    if allowed {
        tracing::info!("matrix: joined a room");
    } else {
        tracing::info!("matrix: refused an invitation from somebody who is not in matrix.invited_by");
        forget(&room).await;
    }
}

fn may_invite(inviters: &[Inviter], user: &UserId) -> bool {
    inviters.iter().any(|inviter| match inviter {
        Inviter::Everybody => true,
        Inviter::Server(server) => user.server_name().as_str().eq_ignore_ascii_case(server),
        Inviter::User(named) => user.as_str() == named,
    })
}

/// Leaves a room where nobody else is and nobody is invited.
pub async fn leave_if_alone(room: Room) {
    let members = room.members(RoomMemberships::ACTIVE).await;
    if !members.is_ok_and(|members| members.len() <= 1) {
        return;
    }
    if room.leave().await.is_ok() {
        tracing::info!("matrix: left a room where nobody else was");
        forget(&room).await;
    }
}

/// Goes from a replaced room to the one that replaces it. Gives that one's id if Kyr must be invited first.
pub async fn follow(room: Room) -> Option<OwnedRoomId> {
    let successor = room.successor_room()?.room_id;
    let client = room.client();
    let there = |client: &Client| client.get_room(&successor).is_some_and(|room| room.state() == RoomState::Joined);
    if !there(&client) {
        settings::carry(&room, &successor).await.ok()?;
        let via: Vec<_> = room.route().await.unwrap_or_default();
        if client.join_room_by_id_or_alias((&*successor).into(), &via).await.is_err() {
            return Some(successor);
        }
        tracing::info!("matrix: followed a room to the one that replaces it");
    }
    if room.leave().await.is_ok() {
        forget(&room).await;
    }
    None
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
