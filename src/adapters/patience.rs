//! Waiting for what passes by itself: longer each time, said once in a while, ended by a stop.
//! It must not know what is waited for.

use std::fmt::Display;
use std::time::Duration;

use anyhow::{Result, bail};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

const FIRST: Duration = Duration::from_millis(500);
const LONGEST: Duration = Duration::from_secs(15);

/// Counts the failures in a row.
pub struct Patience {
    what: &'static str,
    pause: Duration,
}

impl Patience {
    /// `what` is the beginning of the line in the log.
    pub fn new(what: &'static str) -> Self {
        Self { what, pause: FIRST }
    }

    /// After a success: the next failure is a first one again.
    pub fn reset(&mut self) {
        self.pause = FIRST;
    }

    /// Reports the first failure in a row and waits. An error when Kyr is told to stop meanwhile.
    pub async fn wait(&mut self, fault: &impl Display, stop: &CancellationToken) -> Result<()> {
        if self.pause == FIRST {
            tracing::warn!("{}: {fault}; trying again", self.what);
        }
        tokio::select! {
            () = stop.cancelled() => bail!("{}: told to stop before it worked", self.what),
            () = sleep(self.pause) => {}
        }
        self.pause = (self.pause * 2).min(LONGEST);
        Ok(())
    }
}
