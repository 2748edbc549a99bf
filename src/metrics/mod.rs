//! What is counted of Kyr's work, for everybody together: no count has a name, a place or a word of a question in it.
//! It must not know how counts reach whoever reads them, and it reads no disk.

mod crowd;
mod histogram;
mod link;
mod text;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::engine::{Kind, Reply};
use crate::limits::Of;
use crowd::Crowd;
use histogram::Histogram;
pub use link::{Connected, Link};
pub use text::About;

/// What went wrong inside of Kyr.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// An answer met a fault of the program.
    Panic,
    /// An answer took longer than anybody waits.
    Deadline,
    /// An answer could not be brought to where it was asked for.
    Undelivered,
}

/// All counts since the start.
pub struct Metrics {
    started: Instant,
    counts: Mutex<Counts>,
    links: Mutex<BTreeMap<&'static str, Arc<Link>>>,
}

#[derive(Default)]
struct Counts {
    /// By kind.
    replies: BTreeMap<&'static str, u64>,
    /// By kind and language.
    languages: Crowd<[String; 2]>,
    /// Questions without an answer, by language and section.
    unanswered: Crowd<[String; 2]>,
    /// From a question's arrival to its answer's delivery, by platform.
    times: BTreeMap<&'static str, Histogram>,
    limited: BTreeMap<Of, u64>,
    faults: BTreeMap<Fault, u64>,
}

impl Default for Metrics {
    fn default() -> Self {
        Self { started: Instant::now(), counts: Mutex::default(), links: Mutex::default() }
    }
}

impl Metrics {
    /// Counts a reply to `person`; `section` is the one that a question without an answer seems to belong to.
    pub fn replied(&self, person: &str, reply: &Reply, section: Option<&str>) {
        let (kind, now) = (name(&reply.kind), self.started.elapsed());
        let language = match &reply.kind {
            Kind::Unserved(language) => language.to_string(),
            _ => reply.locale.to_string(),
        };
        let mut counts = self.counts();
        *counts.replies.entry(kind).or_default() += 1;
        if let Some(section) = section {
            counts.unanswered.count([language.clone(), section.to_owned()], person, now);
        }
        counts.languages.count([kind.to_owned(), language], person, now);
    }

    /// Notes how long it took from a question's arrival until its answer was delivered.
    pub fn took(&self, platform: &'static str, time: Duration) {
        self.counts().times.entry(platform).or_default().note(time);
    }

    pub fn limited(&self, of: Of) {
        *self.counts().limited.entry(of).or_default() += 1;
    }

    pub fn fault(&self, fault: Fault) {
        *self.counts().faults.entry(fault).or_default() += 1;
    }

    /// The connection to a platform. It counts as wanted from the first time that it is asked for.
    pub fn link(&self, platform: &'static str) -> Arc<Link> {
        self.links().entry(platform).or_default().clone()
    }

    /// Every platform that Kyr should be connected to, and whether it is.
    pub fn platforms(&self) -> Vec<(&'static str, bool)> {
        self.links().iter().map(|(platform, link)| (*platform, link.is_up())).collect()
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn links(&self) -> MutexGuard<'_, BTreeMap<&'static str, Arc<Link>>> {
        self.links.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Kinds without what they hold.
fn name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Answer(_) => "answer",
        Kind::Choices(_) => "choices",
        Kind::Withdrawn(_) => "withdrawn",
        Kind::NotCovered => "not_covered",
        Kind::Unserved(_) => "unserved",
        Kind::Command => "command",
    }
}
