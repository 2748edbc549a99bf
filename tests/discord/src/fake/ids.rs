//! Ids and tokens in Discord's own form, never the same twice. It knows nothing of what they stand for.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A snowflake.
pub type Id = u64;

/// The first moment of 2015, in milliseconds, from which snowflakes count.
const EPOCH: u64 = 1_420_070_400_000;
static COUNTER: AtomicU64 = AtomicU64::new(1);
static SEED: LazyLock<u64> = LazyLock::new(|| since_1970().as_nanos() as u64 ^ u64::from(std::process::id()) << 40);

/// A new id; later ones are larger.
pub fn snowflake() -> Id {
    let count = COUNTER.fetch_add(1, Ordering::Relaxed) & 0x3f_ffff;
    ((since_1970().as_millis() as u64 - EPOCH) << 22) | count
}

/// The first id of so long ago.
pub fn of_age(age: Duration) -> Id {
    (since_1970().saturating_sub(age).as_millis() as u64).saturating_sub(EPOCH) << 22
}

/// A new token of this many letters.
pub fn token(length: usize) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut state = *SEED ^ COUNTER.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut letter = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        char::from(LETTERS[(mixed >> 58) as usize])
    };
    (0..length).map(|_| letter()).collect()
}

fn since_1970() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970")
}
