//! When Kyr was away, and what could not be answered for it. It must not know who asked.

use std::cell::RefCell;
use std::time::{Duration, Instant};

/// Discord takes a first reply for so long, and then nothing.
pub const FIRST_REPLY: Duration = Duration::from_secs(3);
/// In so much of it a Kyr that is connected answers, also on a machine that has other things to do.
pub const ENOUGH: Duration = Duration::from_millis(1_500);

/// When Kyr was away, and what it took with it.
#[derive(Default)]
pub struct Away {
    times: RefCell<Vec<(Instant, Option<Instant>)>>,
    /// When Discord ended a session for good.
    sessions: RefCell<Vec<Instant>>,
    /// Since when answers could not be sent, and when Kyr was killed.
    kills: RefCell<Vec<(Instant, Instant)>>,
}

impl Away {
    pub fn begins(&self) {
        self.times.borrow_mut().push((Instant::now(), None));
    }

    pub fn ends(&self) {
        if let Some((_, end)) = self.times.borrow_mut().last_mut() {
            *end = Some(Instant::now());
        }
    }

    pub fn session_ends(&self) {
        self.sessions.borrow_mut().push(Instant::now());
    }

    pub fn killed(&self, hindered: Instant) {
        self.kills.borrow_mut().push((hindered, Instant::now()));
    }

    /// Whether this was asked in a session that Discord then ended for good, and so shortly before Kyr was hindered and
    /// killed that it was still at work: nobody sends it again.
    pub fn stranded(&self, sent: Instant) -> bool {
        let sessions = self.sessions.borrow();
        let took = |(hindered, killed): &(Instant, Instant)| {
            sent + ENOUGH >= *hindered && sessions.iter().any(|ended| (sent..*killed).contains(ended))
        };
        self.kills.borrow().iter().any(took)
    }

    /// How long Kyr was there from the call on, of Discord's three seconds.
    pub fn there_from(&self, sent: Instant) -> Duration {
        let ends = |ended: &Option<Instant>| ended.is_none_or(|ended| ended > sent);
        let away = self.times.borrow();
        let next = away.iter().find(|(_, ended)| ends(ended)).map(|(begun, _)| begun.saturating_duration_since(sent));
        next.map_or(FIRST_REPLY, |there| there.min(FIRST_REPLY))
    }

    /// The longest time within Discord's three seconds in which Kyr was there.
    pub fn longest_after(&self, sent: Instant) -> Duration {
        let (mut from, limit) = (sent, sent + FIRST_REPLY);
        let mut longest = Duration::ZERO;
        for (begun, ended) in self.times.borrow().iter() {
            let ended = ended.unwrap_or(limit).min(limit);
            if ended <= from || *begun >= limit {
                continue;
            }
            longest = longest.max(begun.saturating_duration_since(from));
            from = ended;
        }
        longest.max(limit.saturating_duration_since(from))
    }
}
