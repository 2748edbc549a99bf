//! Ten thousand hostile inputs: messages, packs, catalogs, configurations, signatures. Nothing may break or be slow,
//! what is refused must say what and where, and the memory must not grow. The other half stands in `tests/discord` and
//! `tests/matrix`. It must not know how anything is answered.
//!
//! Deterministic: `KYR_SEED=7` gives other inputs, the same on every machine. Not optimized, a tenth is tried and a
//! limit of 50 ms is 1 s, unless `KYR_HOSTILE=all` asks for everything.

mod configs;
pub mod files;
mod messages;
mod packs;
pub mod random;
mod signatures;
mod words;

use std::process::Command;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use random::Random;

/// Nothing that somebody waits for may take longer.
const LIMIT: Duration = Duration::from_millis(if cfg!(debug_assertions) { 1_000 } else { 50 });
/// Bytes by which the memory may grow when everything is done once more.
const GROWTH: u64 = 4 << 20;

/// One kind of input: how many were tried, and how long the slowest took.
struct Kind {
    name: &'static str,
    seed: u64,
    wanted: usize,
    tried: usize,
    refused: usize,
    slowest: Duration,
}

impl Kind {
    fn new(name: &'static str, wanted: usize) -> Self {
        let all = !cfg!(debug_assertions) || std::env::var_os("KYR_HOSTILE").is_some_and(|value| value == "all");
        let seed = std::env::var("KYR_SEED").map_or(1, |seed| seed.parse().expect("KYR_SEED is a number"));
        let wanted = if all { wanted } else { wanted / 10 };
        Self { name, seed, wanted, tried: 0, refused: 0, slowest: Duration::ZERO }
    }

    /// Gives each input's own random numbers to `run`.
    fn each(&mut self, mut run: impl FnMut(&mut Self, &mut Random)) {
        for number in 0..self.wanted as u64 {
            let round = Round(self.name, number);
            self.tried += 1;
            run(self, &mut Random::new(self.seed << 32 | number));
            drop(round);
        }
        let Self { name, tried, refused, slowest, .. } = self;
        println!("{name:<16}{tried:>6} tried, {refused:>6} refused, the slowest in {slowest:.1?}");
    }

    /// Does something that must be done in time.
    fn timed<T>(&mut self, limit: Duration, what: impl FnOnce() -> T) -> T {
        let begun = clock();
        let done = what();
        let took = clock().saturating_sub(begun);
        self.slowest = self.slowest.max(took);
        assert!(took <= limit, "{}: it took {took:?}", self.name);
        done
    }

    /// What is refused says so in words that fit a screen and cannot change a terminal.
    fn refuse(&mut self, said: &str, names: &str) {
        self.refused += 1;
        assert!(said.contains(names), "{}: no “{names}” in: {said}", self.name);
        assert!(said.chars().count() < 2_000, "{}: {} characters: {said:.200}", self.name, said.chars().count());
        assert!(!said.contains(|c: char| c.is_control() && c != '\n'), "{}: {said:?}", self.name);
    }
}

/// Says which input something failed at.
struct Round(&'static str, u64);

impl Drop for Round {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("failed: number {} of the {}", self.1, self.0);
        }
    }
}

/// In a process of its own, because a broken stack ends it, and because only so its memory can be told.
#[test]
fn nothing_hostile_breaks_slows_or_grows_kyr() {
    let set = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "hostile::the_set", "--ignored", "--nocapture", "--test-threads", "1"])
        .output()
        .expect("this program starts");
    let said = String::from_utf8_lossy(&set.stdout);
    println!("{said}");
    assert!(set.status.success(), "{}:\n{said}{}", set.status, String::from_utf8_lossy(&set.stderr));
}

#[test]
#[ignore = "nothing_hostile_breaks_slows_or_grows_kyr runs it"]
fn the_set() {
    let answering = messages::Answering::new();
    let signing = signatures::Signing::new();
    let mut sizes = Vec::new();
    for _ in 0..3 {
        let kinds = [
            answering.messages(),
            answering.choices(),
            packs::packs(),
            packs::folders(),
            packs::catalogs(),
            configs::configs(),
            signing.signatures(),
            signing.keys(),
            signing.serials(),
        ];
        let tried: usize = kinds.iter().map(|kind| kind.tried).sum();
        sizes.push(resident().unwrap_or_default());
        println!("{tried} in all; resident memory {:.1} MiB", *sizes.last().expect("one") as f64 / f64::from(1 << 20));
        let wanted: usize = kinds.iter().map(|kind| kind.wanted).sum();
        assert!(tried == wanted && (cfg!(debug_assertions) || tried >= 10_000), "only {tried}");
    }
    // The first time fills what is kept for good.
    assert!(sizes[2] <= sizes[1] + GROWTH, "it grows: {sizes:?}");
}

/// How long this thread has worked: what others do on the machine does not count. The time of day where the system does
/// not tell.
fn clock() -> Duration {
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let worked = told.and_then(|told| told.split(' ').next()?.parse().ok());
    worked.map_or_else(|| BEGUN.elapsed(), Duration::from_nanos)
}

/// In bytes; `None` where the system has no `/proc`.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1024)
}
