//! The time as answers need it. It must not know who asks for it.

use std::time::Instant;

use jiff::civil::Date;

/// Began when the adapter did.
pub struct Clock(Instant);

impl Clock {
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Today in UTC.
    pub fn today(&self) -> Date {
        jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
    }

    /// Seconds on a clock that does not go back.
    pub fn now(&self) -> u64 {
        self.0.elapsed().as_secs()
    }
}
