//! What all rooms' workers share. It must not know any one room.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::turns;
use crate::adapters::Room;
use crate::adapters::clock::Clock;
use crate::bot::Bot;

/// Rooms whose past is read at once.
const READING: usize = 4;

pub struct Shared {
    pub bot: Arc<Bot>,
    /// As the operator set rooms to be.
    pub home: Room,
    /// Older questions are left alone.
    pub oldest: Duration,
    pub stop: CancellationToken,
    pub clock: Clock,
    pub reading: Semaphore,
    /// The turns of all rooms at sending.
    pub sending: Arc<Semaphore>,
    me: String,
}

impl Shared {
    pub fn new(bot: Arc<Bot>, home: Room, me: String, oldest: Duration, stop: CancellationToken) -> Self {
        let (reading, sending) = (Semaphore::new(READING), turns::all());
        Self { bot, home, oldest, stop, clock: Clock::start(), reading, sending, me }
    }

    /// Kyr's user id.
    pub fn me(&self) -> &str {
        &self.me
    }

    /// When an answer that cannot be sent is of no use any more.
    pub fn give_up(&self) -> Instant {
        Instant::now() + self.oldest
    }
}
