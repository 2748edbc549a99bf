//! What became of the last change of the pack, for whoever asks while Kyr runs: one line.
//! It must not know how it is shown.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// Shared by whoever reloads and whoever asks.
#[derive(Default)]
pub struct Status(Mutex<State>);

#[derive(Clone, Default)]
struct State {
    last: Last,
    learning: bool,
}

#[derive(Clone, Default)]
enum Last {
    /// As at the start.
    #[default]
    None,
    Reloaded(Timestamp),
    Refused {
        faults: usize,
        first: String,
    },
}

impl Status {
    pub fn reloaded(&self, at: Timestamp) {
        self.change(|state| state.last = Last::Reloaded(at));
    }

    /// The pack on the disk is faulty; an older one is in use.
    pub fn refused(&self, faults: usize, first: impl Into<String>) {
        let first = first.into();
        self.change(|state| state.last = Last::Refused { faults, first });
    }

    /// Whether new examples are being learned from.
    pub fn learning(&self, learning: bool) {
        self.change(|state| state.learning = learning);
    }

    /// Whether the pack on the disk is the one in use.
    pub fn is_current(&self) -> bool {
        !matches!(self.state().last, Last::Refused { .. })
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn state(&self) -> State {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl fmt::Display for Status {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let State { last, learning } = self.state();
        match last {
            Last::None => write!(formatter, "pack: as at the start")?,
            Last::Reloaded(at) => write!(formatter, "pack: reloaded at {at:.0}")?,
            Last::Refused { faults: 1, first } => write!(formatter, "pack: refused: 1 fault: {first}")?,
            Last::Refused { faults, first } => write!(formatter, "pack: refused: {faults} faults, first: {first}")?,
        }
        if learning { write!(formatter, "; learning from changed examples") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_became_of_the_last_change() {
        let status = Status::default();
        assert_eq!((status.to_string().as_str(), status.is_current()), ("pack: as at the start", true));
        status.refused(2, "pack.yaml:1:1: no id");
        assert_eq!(status.to_string(), "pack: refused: 2 faults, first: pack.yaml:1:1: no id");
        assert!(!status.is_current());
        status.reloaded("2026-11-22T10:15:00.7Z".parse().expect("a time"));
        status.learning(true);
        assert_eq!(status.to_string(), "pack: reloaded at 2026-11-22T10:15:00Z; learning from changed examples");
        assert!(status.is_current());
    }
}
