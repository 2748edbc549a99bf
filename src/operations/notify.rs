//! What systemd is told: that Kyr is ready when it is connected everywhere, what it is doing, and that it lives for as
//! long as answering works. Without systemd nobody is told anything. It must not know what is in the way of being ready.

use std::sync::Arc;
use std::time::Duration;

use sd_notify::{NotifyState, notify};
use tokio::time::{Instant, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use crate::adapters::deadline;
use crate::bot::Bot;

/// Between two looks at the connections.
const LOOK: Duration = Duration::from_millis(500);

/// Tells systemd, if it started Kyr, until the program ends.
pub async fn tell(bot: Arc<Bot>, stop: CancellationToken) {
    if std::env::var_os("NOTIFY_SOCKET").is_none_or(|socket| socket.is_empty()) {
        return;
    }
    // Alone in its container or chroot, Kyr may be told of a socket that is not there.
    let mut silent = false;
    let mut say = |states: &[NotifyState<'_>]| {
        if let Err(error) = notify(states)
            && !std::mem::replace(&mut silent, true)
        {
            tracing::warn!("cannot tell systemd how Kyr is: {error}");
        }
    };
    let watchdog = sd_notify::watchdog_enabled().map(|limit| limit / 2);
    let mut alive = Instant::now();
    let (mut ready, mut last) = (false, String::new());
    let mut looks = interval(LOOK.min(watchdog.unwrap_or(LOOK)));
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            _ = looks.tick() => {}
        }
        let platforms = bot.metrics().platforms();
        let status = status(&platforms);
        if status != last {
            say(&[NotifyState::Status(&status)]);
            last = status;
        }
        if !ready && platforms.iter().all(|(_, up)| *up) {
            ready = true;
            say(&[NotifyState::Ready]);
        }
        if let Some(every) = watchdog
            && alive.elapsed() + LOOK / 2 >= every
            && deadline::answering_works(&bot).await
        {
            alive = Instant::now();
            say(&[NotifyState::Watchdog]);
        }
    }
    say(&[NotifyState::Stopping, NotifyState::Status("finishing what is being answered")]);
}

fn status(platforms: &[(&'static str, bool)]) -> String {
    let state =
        |(platform, up): &(&str, bool)| format!("{platform}: {}", if *up { "connected" } else { "not connected" });
    platforms.iter().map(state).collect::<Vec<_>>().join(", ")
}
