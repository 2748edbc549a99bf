//! How long something took, in steps. It must not know what took it.

use std::time::Duration;

/// The upper ends of the steps in seconds, as written: Discord gives up at three.
pub const STEPS: [(&str, Duration); 9] = [
    ("0.01", Duration::from_millis(10)),
    ("0.03", Duration::from_millis(30)),
    ("0.1", Duration::from_millis(100)),
    ("0.3", Duration::from_millis(300)),
    ("1", Duration::from_secs(1)),
    ("3", Duration::from_secs(3)),
    ("10", Duration::from_secs(10)),
    ("60", Duration::from_secs(60)),
    ("600", Duration::from_secs(600)),
];

#[derive(Clone, Default)]
pub struct Histogram {
    steps: [u64; STEPS.len()],
    pub count: u64,
    pub sum: Duration,
}

impl Histogram {
    pub fn note(&mut self, time: Duration) {
        self.count += 1;
        self.sum += time;
        if let Some(step) = STEPS.iter().position(|(_, end)| time <= *end) {
            self.steps[step] += 1;
        }
    }

    /// Each step's end and how many took at most so long.
    pub fn cumulative(&self) -> impl Iterator<Item = (&'static str, u64)> {
        STEPS.iter().zip(self.steps).scan(0, |sum, ((end, _), count)| {
            *sum += count;
            Some((*end, *sum))
        })
    }
}
