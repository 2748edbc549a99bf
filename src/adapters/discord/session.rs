//! A place in Discord's stream of events, kept on disk: a Kyr that starts again goes on where the last one stopped, and
//! Discord sends what happened meanwhile. It must not know what events are.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Names no person and no guild.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub id: String,
    pub sequence: u64,
    pub resume_url: String,
    /// Kyr's own user: what is sent again comes before Discord says it.
    pub me: u64,
    /// Sessions of another number of shards are of no use.
    pub shards: u32,
}

/// The file of one shard.
pub struct Kept {
    path: PathBuf,
    last: Option<Session>,
}

impl Kept {
    pub fn new(data: &Path, shard: u32) -> Self {
        Self { path: data.join(format!("discord-session-{shard}.json")), last: None }
    }

    /// The session of the last run; what cannot be read is as good as none.
    pub fn load(&self, shards: u32) -> Option<Session> {
        let session: Session = serde_json::from_slice(&fs::read(&self.path).ok()?).ok()?;
        (session.shards == shards).then_some(session)
    }

    /// Keeps a session, whole or not at all. A disk that is full costs no more than what a restart would miss.
    pub fn save(&mut self, session: &Session) {
        if self.last.as_ref() == Some(session) {
            return;
        }
        let partial = self.path.with_extension("part");
        let write = || -> std::io::Result<()> {
            let mut options = fs::OpenOptions::new();
            options.write(true).create(true).truncate(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut file = options.open(&partial)?;
            file.write_all(&serde_json::to_vec(session)?)?;
            fs::rename(&partial, &self.path)
        };
        match write() {
            Ok(()) => self.last = Some(session.clone()),
            Err(error) => tracing::warn!("discord: cannot keep the session in {}: {error}", self.path.display()),
        }
    }
}
