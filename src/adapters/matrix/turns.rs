//! Turns at sending: few rooms at once, but all that a room has to say together, because Synapse stores together what
//! comes together, and clients fetch together what was stored so. It must not know what is sent.

use std::sync::{Arc, Weak};

use tokio::sync::{Mutex, OwnedSemaphorePermit, Semaphore};

/// Rooms that send at once: more would not be done sooner, and each takes memory.
const ROOMS: usize = 32;
/// Messages that go out in one turn of a room; then it is another room's.
const TOGETHER: usize = 64;

/// The turns of all rooms.
pub fn all() -> Arc<Semaphore> {
    Arc::new(Semaphore::new(ROOMS))
}

/// A message's part of its room's turn; given back when dropped.
pub type Part = Arc<OwnedSemaphorePermit>;

/// The turns of one room.
pub struct Turns {
    all: Arc<Semaphore>,
    current: Mutex<Current>,
}

/// The turn that the room has now, if it is still its turn, and how many more messages may join.
#[derive(Default)]
struct Current {
    turn: Weak<OwnedSemaphorePermit>,
    left: usize,
}

impl Turns {
    pub fn new(all: Arc<Semaphore>) -> Self {
        Self { all, current: Mutex::default() }
    }

    /// Waits for a turn, or joins the room's own. `None` never comes: nobody closes the turns.
    pub async fn take(&self) -> Option<Part> {
        let mut current = self.current.lock().await;
        if current.left > 0
            && let Some(turn) = current.turn.upgrade()
        {
            current.left -= 1;
            return Some(turn);
        }
        let turn = Arc::new(self.all.clone().acquire_owned().await.ok()?);
        *current = Current { turn: Arc::downgrade(&turn), left: TOGETHER - 1 };
        Some(turn)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::timeout;

    use super::*;

    async fn soon(turns: &Turns) -> Option<Part> {
        timeout(Duration::from_millis(50), turns.take()).await.ok().flatten()
    }

    #[tokio::test]
    async fn a_room_sends_together_and_then_lets_others() {
        let all = Arc::new(Semaphore::new(1));
        let (one, other) = (Turns::new(all.clone()), Turns::new(all));
        let mut parts = Vec::new();
        for _ in 0..TOGETHER {
            parts.push(soon(&one).await.expect("its turn"));
        }
        assert!(soon(&one).await.is_none(), "the turn is full");
        assert!(soon(&other).await.is_none(), "it is the first room's turn");
        parts.pop();
        assert!(soon(&other).await.is_none(), "one part is not the turn");
        parts.clear();
        assert!(soon(&other).await.is_some());
        assert!(soon(&one).await.is_some());
    }
}
