//! Whether Kyr could answer now, and what is in the way. It must not know who wants to know.

use std::sync::PoisonError;

use super::{Asker, Bot};
use crate::engine::{Asked, Command, ConversationId, PersonId, Query};

impl Bot {
    /// What keeps Kyr from answering everywhere, in words for the operator; nothing when it is ready. Reads the store,
    /// which may block.
    pub fn hindrances(&self) -> Vec<String> {
        let links = self.metrics.platforms().into_iter();
        let mut hindrances: Vec<String> =
            links.filter(|(_, up)| !up).map(|(platform, _)| format!("{platform}: not connected")).collect();
        if self.engine().pack().topics.is_empty() {
            hindrances.push("pack: no topics".to_owned());
        }
        if !self.preferences.is_readable() {
            hindrances.push("data: the store of preferences cannot be read".to_owned());
        }
        hindrances
    }

    /// What the operator should know although Kyr is ready.
    pub fn remark(&self) -> Option<String> {
        self.remark.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// From now on the operator should know this, or nothing.
    pub fn set_remark(&self, remark: Option<String>) {
        *self.remark.lock().unwrap_or_else(PoisonError::into_inner) = remark;
    }

    /// Answers a question of nobody's, all the way and with nothing remembered; returns if answering works.
    pub fn rehearse(&self, today: jiff::civil::Date) {
        let nobody = Asker { person: PersonId::new("nobody"), place: ConversationId::new("nowhere") };
        let asked = Asked::Command { command: Command::Hotlines(None), about: None };
        self.preview(&nobody, &Query::new(asked, today, 0));
    }
}
