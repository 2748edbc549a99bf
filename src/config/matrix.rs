//! The `matrix:` section, resolved: where Kyr signs in, and who may invite it.
//! It must not talk to a homeserver, and it reads no secret.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use serde::Deserialize;

use super::secret::Source;

/// Checked settings of the Matrix adapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// An address that begins with `https://` or `http://`.
    pub homeserver: String,
    /// A localpart or a full user id.
    pub user: String,
    pub password: Source,
    /// Used instead of the password when it is there.
    pub access_token: Source,
    /// The folder of keys and of the place in the stream of events; encrypted.
    pub store: PathBuf,
    pub store_key: Source,
    pub recovery_key: Source,
    pub invited_by: Vec<Inviter>,
    /// Questions that are older when Kyr sees them are left alone.
    pub oldest_question: Duration,
}

/// Who may invite Kyr to a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inviter {
    Everybody,
    /// Anybody of this server.
    Server(String),
    /// One person, by the full id.
    User(String),
}

/// As it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    homeserver: String,
    user: String,
    password_file: Option<PathBuf>,
    access_token_file: Option<PathBuf>,
    store: Option<PathBuf>,
    store_key_file: Option<PathBuf>,
    recovery_key_file: Option<PathBuf>,
    invited_by: Vec<String>,
    oldest_question: Option<String>,
}

const OLDEST_QUESTION: Duration = Duration::from_secs(10 * 60);

impl Raw {
    /// Paths are taken from `base`, the folder of the configuration.
    pub fn resolve(self, base: &Path) -> Result<Matrix> {
        let homeserver = self.homeserver.trim_end_matches('/').to_owned();
        if !homeserver.starts_with("https://") && !homeserver.starts_with("http://") {
            bail!("matrix.homeserver: write an address such as https://matrix.example.org");
        }
        if self.user.trim().is_empty() {
            bail!("matrix.user: write the name of Kyr's account, for example kyr or @kyr:example.org");
        }
        let source = |variable, setting, file: Option<PathBuf>| Source {
            variable,
            setting,
            file: file.map(|file| base.join(file)),
        };
        let or = |file: Option<PathBuf>, name: &str| Some(file.unwrap_or_else(|| PathBuf::from(name)));
        Ok(Matrix {
            homeserver,
            user: self.user.trim().to_owned(),
            password: password(self.password_file.map(|file| base.join(file))),
            access_token: source("KYR_MATRIX_ACCESS_TOKEN", "matrix.access_token_file", self.access_token_file),
            store: base.join(self.store.unwrap_or_else(|| PathBuf::from("matrix-store"))),
            store_key: source(
                "KYR_MATRIX_STORE_KEY",
                "matrix.store_key_file",
                or(self.store_key_file, "matrix-store-key"),
            ),
            recovery_key: source(
                "KYR_MATRIX_RECOVERY_KEY",
                "matrix.recovery_key_file",
                or(self.recovery_key_file, "matrix-recovery-key"),
            ),
            invited_by: self.invited_by.iter().map(|entry| inviter(entry)).collect::<Result<_>>()?,
            oldest_question: self.oldest_question.map_or(Ok(OLDEST_QUESTION), |text| duration(&text))?,
        })
    }
}

/// Where the account's password is.
pub fn password(file: Option<PathBuf>) -> Source {
    Source { variable: "KYR_MATRIX_PASSWORD", setting: "matrix.password_file", file }
}

fn inviter(entry: &str) -> Result<Inviter> {
    match entry.trim() {
        "*" => Ok(Inviter::Everybody),
        user if user.starts_with('@') && user.contains(':') => Ok(Inviter::User(user.to_owned())),
        server if !server.is_empty() && !server.contains(['@', '/', ' ', '*']) => {
            Ok(Inviter::Server(server.to_owned()))
        }
        other => bail!(
            "matrix.invited_by: `{other}` is neither a server (example.org) nor a user (@ana:example.org) nor \"*\""
        ),
    }
}

fn duration(text: &str) -> Result<Duration> {
    let parsed = text.parse::<jiff::SignedDuration>().ok().and_then(|parsed| Duration::try_from(parsed).ok());
    parsed.ok_or_else(|| anyhow!("matrix.oldest_question: `{text}` is no time: write for example 10m or 90s"))
}
