//! All rooms: hands each its events, starts and ends their workers, deals with invitations.
//! It must not know what is said in a room.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use matrix_sdk::ruma::{OwnedRoomId, RoomId};
use matrix_sdk::sync::RoomUpdates;
use matrix_sdk::{Client, Room};
use tokio::sync::{mpsc, oneshot};
use tokio_util::task::TaskTracker;

use super::membership;
use super::shared::Shared;
use super::worker::{Job, Worker};
use crate::config::matrix::Inviter;

pub struct Rooms {
    shared: Arc<Shared>,
    client: Client,
    inviters: Arc<Vec<Inviter>>,
    workers: HashMap<OwnedRoomId, mpsc::UnboundedSender<Job>>,
    tasks: TaskTracker,
    busy: Busy,
}

/// Rooms that Kyr is just coming to or going from.
#[derive(Clone, Default)]
struct Busy(Arc<Mutex<HashSet<OwnedRoomId>>>);

impl Busy {
    fn enter(&self, room: &RoomId) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(room.to_owned())
    }

    fn leave(&self, room: &RoomId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(room);
    }
}

impl Rooms {
    pub fn new(shared: Arc<Shared>, client: Client, inviters: Vec<Inviter>) -> Self {
        Self {
            shared,
            client,
            inviters: Arc::new(inviters),
            workers: HashMap::new(),
            tasks: TaskTracker::new(),
            busy: Busy::default(),
        }
    }

    /// After a start: looks at every room. The receivers end when a room's past has been read.
    pub fn begin(&mut self) -> Vec<oneshot::Receiver<()>> {
        for room in self.client.invited_rooms() {
            self.invited(room);
        }
        for room in self.client.left_rooms() {
            self.tasks.spawn(async move { membership::forget(&room).await });
        }
        let mut read = Vec::new();
        for room in self.client.joined_rooms() {
            let (done, waiting) = oneshot::channel();
            self.check(&room);
            self.tell(room, Job::LookBack { done: Some(done) });
            read.push(waiting);
        }
        read
    }

    /// What a sync brought.
    pub fn update(&mut self, updates: RoomUpdates) {
        for (id, update) in updates.joined {
            let Some(room) = self.client.get_room(&id) else { continue };
            self.check(&room);
            let known = self.workers.contains_key(&id);
            // A room that Kyr has just entered is read back to the moment of entering.
            self.tell(room, if known { Job::Events(update.timeline) } else { Job::LookBack { done: None } });
        }
        for id in updates.left.into_keys() {
            self.workers.remove(&id);
            if let Some(room) = self.client.get_room(&id) {
                self.tasks.spawn(async move { membership::forget(&room).await });
            }
        }
        for id in updates.invited.into_keys() {
            if let Some(room) = self.client.get_room(&id) {
                self.invited(room);
            }
        }
    }

    /// Some updates were lost: reads every room's past again.
    pub fn missed_some(&mut self) {
        drop(self.begin());
    }

    /// Waits until everything is answered that has arrived.
    pub async fn finish(&mut self) {
        self.workers.clear();
        self.tasks.close();
        self.tasks.wait().await;
    }

    fn tell(&mut self, room: Room, job: Job) {
        let id = room.room_id().to_owned();
        let job = match self.workers.get(&id) {
            None => job,
            // A worker that ended by itself has met an internal fault: the room goes on with a new one.
            Some(worker) => match worker.send(job) {
                Ok(()) => return,
                Err(mpsc::error::SendError(job)) => job,
            },
        };
        let (jobs, run) = Worker::open(self.shared.clone(), room);
        self.tasks.spawn(run);
        // The worker has just begun and holds the other end.
        let _ = jobs.send(job);
        self.workers.insert(id, jobs);
    }

    fn invited(&self, room: Room) {
        if !self.busy.enter(room.room_id()) {
            return;
        }
        let (inviters, busy, stop) = (self.inviters.clone(), self.busy.clone(), self.shared.stop.clone());
        self.tasks.spawn(async move {
            let id = room.room_id().to_owned();
            membership::answer_invitation(room, &inviters, stop).await;
            busy.leave(&id);
        });
    }

    /// Goes where a replaced room went, and out of a room where nobody else is.
    fn check(&self, room: &Room) {
        let (replaced, alone) = (room.is_tombstoned(), room.active_members_count() == 1);
        if !(replaced || alone) || !self.busy.enter(room.room_id()) {
            return;
        }
        let (room, busy, stop) = (room.clone(), self.busy.clone(), self.shared.stop.clone());
        self.tasks.spawn(async move {
            let id = room.room_id().to_owned();
            match replaced {
                true => membership::follow(room, stop).await,
                false => membership::leave_if_alone(room, stop).await,
            }
            busy.leave(&id);
        });
    }
}
