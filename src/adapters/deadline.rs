//! Answers on threads of their own, with a limit of time: a stuck one holds nobody else up.
//! It must not know what is answered.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::bot::Bot;
use crate::metrics::Fault;

/// An answer takes less than a millisecond, and some more while the disk is slow.
pub const DEADLINE: Duration = Duration::from_secs(5);

/// What `work` gives; `None` when it met a fault, or takes longer than anybody waits. Its thread goes on alone then, and
/// the watchdog sees when too many do.
pub async fn within<T, W>(bot: &Arc<Bot>, work: W) -> Option<T>
where
    T: Send + 'static,
    W: FnOnce(&Bot) -> T + Send + 'static,
{
    let worker = bot.clone();
    let fault = match timeout(DEADLINE, spawn_blocking(move || work(&worker))).await {
        Ok(Ok(done)) => return Some(done),
        Ok(Err(_)) => Fault::Panic,
        Err(_) => {
            tracing::error!("error: an answer took more than {} s and was given up", DEADLINE.as_secs());
            Fault::Deadline
        }
    };
    bot.metrics().fault(fault);
    None
}

/// Whether answering works now, tried with a question of nobody's.
pub async fn answering_works(bot: &Arc<Bot>) -> bool {
    let today = super::clock::Clock::start().today();
    within(bot, move |bot| bot.rehearse(today)).await.is_some()
}
