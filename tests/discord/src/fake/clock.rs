//! Time, which tests may move ahead so that nobody waits for a token to expire.

use std::time::{Duration, Instant};

#[derive(Default)]
pub struct Clock {
    ahead: Duration,
}

impl Clock {
    pub fn now(&self) -> Instant {
        Instant::now() + self.ahead
    }

    pub fn advance(&mut self, by: Duration) {
        self.ahead += by;
    }

    /// The moment as Discord writes it.
    pub fn timestamp(&self) -> String {
        let ahead = jiff::SignedDuration::try_from(self.ahead).unwrap_or_default();
        (jiff::Timestamp::now() + ahead).strftime("%Y-%m-%dT%H:%M:%S%.6f+00:00").to_string()
    }
}
