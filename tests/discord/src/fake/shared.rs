//! The world behind its lock, and waiting until it looks as wanted.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::world::World;

pub struct Shared {
    world: Mutex<World>,
    changed: watch::Sender<u64>,
    down: watch::Sender<bool>,
    /// Whether requests are held against Discord's OpenAPI and a second opinion.
    pub checks: AtomicBool,
}

impl Shared {
    pub fn new(world: World) -> Self {
        Self {
            world: Mutex::new(world),
            changed: watch::Sender::new(0),
            down: watch::Sender::new(false),
            checks: AtomicBool::new(true),
        }
    }

    pub fn lock(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the world and wakes everybody who waits.
    pub fn change<T>(&self, how: impl FnOnce(&mut World) -> T) -> T {
        let result = how(&mut self.lock());
        self.changed.send_modify(|count| *count += 1);
        result
    }

    /// Waits until `look` finds something; `None` when it has not within this time.
    pub async fn wait<T>(&self, timeout: Duration, mut look: impl FnMut(&World) -> Option<T>) -> Option<T> {
        let mut changed = self.changed.subscribe();
        let limit = tokio::time::Instant::now() + timeout;
        loop {
            changed.mark_unchanged();
            if let Some(found) = look(&self.lock()) {
                return Some(found);
            }
            tokio::time::timeout_at(limit, changed.changed()).await.ok()?.ok()?;
        }
    }

    pub fn checks(&self) -> bool {
        self.checks.load(Ordering::Relaxed)
    }

    pub fn set_down(&self, down: bool) {
        self.down.send_replace(down);
    }

    pub fn is_down(&self) -> bool {
        *self.down.borrow()
    }

    /// Waits until it is down.
    pub async fn went_down(&self) {
        let mut down = self.down.subscribe();
        // The sender lives as long as this does.
        let _ = down.wait_for(|down| *down).await;
    }
}
