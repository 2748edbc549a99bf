//! What every answer on Discord needs. It must not know any one interaction.

use std::sync::Arc;

use tokio::sync::Semaphore;

use crate::adapters::Room;
use crate::adapters::clock::Clock;
use crate::bot::Bot;

/// Interactions answered at once: more would not be answered sooner, and each takes memory and a connection.
const PLACES: usize = 64;

pub struct Kyr {
    pub bot: Arc<Bot>,
    /// As the operator set rooms to be.
    pub home: Room,
    pub application: u64,
    /// A place for each interaction that is being answered.
    pub places: Arc<Semaphore>,
    pub clock: Clock,
}

impl Kyr {
    pub fn new(bot: Arc<Bot>, home: Room, application: u64) -> Self {
        Self { bot, home, application, places: Arc::new(Semaphore::new(PLACES)), clock: Clock::start() }
    }
}
