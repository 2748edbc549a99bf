//! How far a shard has come in the stream of events, look by look, and which place is kept: one before which everything
//! has been answered, so that a Kyr that is killed is sent the rest again. It must not know what events are.

use std::collections::VecDeque;
use std::time::Instant;

use super::session::{Kept, Session};
use super::unanswered::Unanswered;

/// The places of one shard in one session.
pub struct Places {
    kept: Kept,
    list: VecDeque<Session>,
}

impl Places {
    pub fn new(kept: Kept) -> Self {
        Self { kept, list: VecDeque::new() }
    }

    /// Whether the last look was at this session.
    pub fn are_of(&self, session: &str) -> bool {
        self.list.back().is_some_and(|last| last.id == session)
    }

    /// A look. A place is kept when what came before it has been answered, or is too old to be; the sooner, the less is
    /// sent again and has to be told from what is new. The first place of a session is kept at once: nothing is sent
    /// again of the session before.
    pub fn look(&mut self, here: Session, unanswered: &Unanswered, now: Instant) {
        if !self.are_of(&here.id) {
            self.list.clear();
            self.kept.save(&here);
        }
        self.list.push_back(here);
        let mut settled = None;
        while self.list.len() > 1 && unanswered.none_until(self.list[0].sequence, now) {
            settled = self.list.pop_front();
        }
        if let Some(settled) = settled {
            self.kept.save(&settled);
        }
    }

    /// Everything has been answered up to here.
    pub fn end(mut self, here: Option<Session>) {
        if let Some(here) = here {
            self.kept.save(&here);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: u64 = 1;

    fn session(id: &str, sequence: u64) -> Session {
        Session { id: id.to_owned(), sequence, resume_url: "wss://example.org".to_owned(), me: ME, shards: 1 }
    }

    /// The place that the next Kyr finds.
    fn kept(folder: &tempfile::TempDir) -> Option<Session> {
        Kept::new(folder.path(), 0).load(1)
    }

    #[test]
    fn a_place_is_kept_when_what_came_before_it_is_answered() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut places = Places::new(Kept::new(folder.path(), 0));
        let (unanswered, now) = (Unanswered::default(), Instant::now());
        places.look(session("a", 1), &unanswered, now);
        let open = unanswered.begin(3);
        for sequence in 2..40 {
            places.look(session("a", sequence), &unanswered, now);
        }
        assert_eq!(kept(&folder), Some(session("a", 2)));
        drop(open);
        places.look(session("a", 40), &unanswered, now);
        assert_eq!(kept(&folder), Some(session("a", 39)));
    }

    #[test]
    fn another_session_is_kept_at_once_and_holds_nothing_of_the_one_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut places = Places::new(Kept::new(folder.path(), 0));
        let (unanswered, now) = (Unanswered::default(), Instant::now());
        for sequence in 5_000..5_040 {
            places.look(session("a", sequence), &unanswered, now);
        }
        places.look(session("b", 1), &unanswered, now);
        assert_eq!(kept(&folder), Some(session("b", 1)));
        // Under load something is always open.
        let _open = unanswered.begin(30);
        for sequence in 2..40 {
            places.look(session("b", sequence), &unanswered, now);
        }
        assert_eq!(kept(&folder), Some(session("b", 29)));
    }
}
