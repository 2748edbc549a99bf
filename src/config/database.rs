//! The settings `database` and `database_password_file`, resolved. It must not connect, and it never shows the address,
//! which may hold a password.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::secret::{Secret, Source};

/// A PostgreSQL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Database {
    /// As it is written.
    pub address: Secret,
    /// Where it is written.
    pub place: &'static str,
    /// Used instead of one in the address when it is there.
    pub password: Source,
}

const VARIABLE: &str = "KYR_DATABASE_URL";
const SETTING: &str = "database";

/// Like other secrets, an address in the environment counts more than one in the file.
pub(super) fn resolve(line: Option<String>, password: Option<PathBuf>, base: &Path) -> Result<Option<Database>> {
    let setting = Source { variable: VARIABLE, setting: SETTING, file: None };
    let (address, place) = match (setting.read()?, line) {
        (Some(address), _) => (address, VARIABLE),
        (None, Some(line)) => (Secret::new(line.trim()), SETTING),
        (None, None) => return Ok(None),
    };
    let password = Source {
        variable: "KYR_DATABASE_PASSWORD",
        setting: "database_password_file",
        file: password.map(|file| base.join(file)),
    };
    Ok(Some(Database { address, place, password }))
}
