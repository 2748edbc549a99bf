//! What every answer on Discord needs. It must not know any one interaction.

use std::sync::Arc;

use tokio::time::Instant;

use crate::adapters::Room;
use crate::bot::Bot;

pub struct Kyr {
    pub bot: Arc<Bot>,
    /// As the operator set rooms to be.
    pub home: Room,
    pub application: u64,
    started: Instant,
}

impl Kyr {
    pub fn new(bot: Arc<Bot>, home: Room, application: u64) -> Self {
        Self { bot, home, application, started: Instant::now() }
    }

    /// Today in UTC.
    pub fn today(&self) -> jiff::civil::Date {
        jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
    }

    /// Seconds on a clock that does not go back.
    pub fn now(&self) -> u64 {
        self.started.elapsed().as_secs()
    }
}
