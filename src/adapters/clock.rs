//! The time as answers need it. It must not know who asks for it.

use std::time::Instant;

use jiff::Timestamp;
use jiff::civil::Date;

/// Began when the adapter did.
pub struct Clock {
    began: Instant,
    /// By the system's clock.
    began_at: Timestamp,
}

impl Clock {
    pub fn start() -> Self {
        Self { began: Instant::now(), began_at: Timestamp::now() }
    }

    /// Today in UTC.
    pub fn today(&self) -> Date {
        Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
    }

    /// When the adapter began.
    pub fn began_at(&self) -> Timestamp {
        self.began_at
    }

    /// Seconds on a clock that does not go back.
    pub fn now(&self) -> u64 {
        self.began.elapsed().as_secs()
    }
}
