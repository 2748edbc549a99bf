//! Events that are still being answered, by their place in the stream of events: what a Kyr that is killed now must be
//! sent again. It must not know what the events are.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// An event holds the place back for so long. What came after it is sent again, too, and Discord knows for a few minutes
/// only which answers it has taken already.
const HELD: Duration = Duration::from_secs(60);

/// The events of one shard; clones share them.
#[derive(Clone, Default)]
pub struct Unanswered(Arc<Mutex<Events>>);

#[derive(Default)]
struct Events {
    /// Another session counts its events from one again: each has a number of its own besides.
    next: u64,
    open: HashMap<u64, (u64, Instant)>,
}

/// One event; answered, or given up, when this is dropped.
pub struct Open {
    of: Unanswered,
    number: u64,
}

impl Unanswered {
    /// An event begins to be answered.
    pub fn begin(&self, sequence: u64) -> Open {
        let mut events = self.events();
        let number = events.next;
        events.next += 1;
        events.open.insert(number, (sequence, Instant::now()));
        Open { of: self.clone(), number }
    }

    /// Whether nothing up to this place is still to be answered.
    pub fn none_until(&self, place: u64, now: Instant) -> bool {
        let held = |(sequence, begun): &(u64, Instant)| *sequence <= place && now < *begun + HELD;
        !self.events().open.values().any(held)
    }

    fn events(&self) -> MutexGuard<'_, Events> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.of.events().open.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_waits_for_what_is_before_it() {
        let unanswered = Unanswered::default();
        let (first, second) = (unanswered.begin(7), unanswered.begin(8));
        let now = Instant::now();
        assert!(unanswered.none_until(6, now));
        assert!(!unanswered.none_until(7, now) && !unanswered.none_until(8, now));
        drop(first);
        assert!(unanswered.none_until(7, now) && !unanswered.none_until(8, now));
        assert!(unanswered.none_until(8, now + HELD), "not for ever");
        drop(second);
        assert!(unanswered.events().open.is_empty());
    }

    #[test]
    fn another_session_counts_anew() {
        let unanswered = Unanswered::default();
        let (old, new) = (unanswered.begin(1), unanswered.begin(1));
        drop(old);
        assert!(!unanswered.none_until(1, Instant::now()));
        drop(new);
        assert!(unanswered.none_until(1, Instant::now()));
    }
}
