//! Whether Kyr is connected to a platform, and how often a connection was lost.
//! It must not know what a connection is.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// The connections to one platform.
pub struct Link {
    wanted: AtomicU64,
    up: AtomicU64,
    lost: AtomicU64,
}

impl Default for Link {
    fn default() -> Self {
        Self { wanted: AtomicU64::new(1), up: AtomicU64::new(0), lost: AtomicU64::new(0) }
    }
}

/// A connection that is there; dropped, it is lost.
pub struct Connected(Arc<Link>);

impl Link {
    /// How many connections make it complete; one unless this is called.
    pub fn want(&self, connections: u64) {
        self.wanted.store(connections, Relaxed);
    }

    /// A connection is made.
    #[must_use = "the connection is lost when this is dropped"]
    pub fn connect(self: &Arc<Self>) -> Connected {
        self.up.fetch_add(1, Relaxed);
        Connected(self.clone())
    }

    pub fn is_up(&self) -> bool {
        self.up.load(Relaxed) >= self.wanted.load(Relaxed)
    }

    pub fn lost(&self) -> u64 {
        self.lost.load(Relaxed)
    }
}

impl Drop for Connected {
    fn drop(&mut self) {
        self.0.up.fetch_sub(1, Relaxed);
        self.0.lost.fetch_add(1, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_wanted_connections_make_it_up() {
        let link = Arc::new(Link::default());
        assert!(!link.is_up());
        link.want(2);
        let one = link.connect();
        assert!(!link.is_up());
        let _other = link.connect();
        assert!(link.is_up());
        drop(one);
        assert!(!link.is_up());
        assert_eq!(link.lost(), 1);
    }
}
