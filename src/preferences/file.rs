//! Preferences in an embedded database, one file; several processes of one machine may share it.
//! It must not know what is kept.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension};
use sha2::Sha256;

use super::{Key, Store};

/// The file's name in the folder of data.
const NAME: &str = "preferences.sqlite";
/// Another process may be writing.
const PATIENCE: Duration = Duration::from_secs(2);

pub struct File(Mutex<Connection>);

impl File {
    /// Opens or makes the database in `folder`.
    ///
    /// # Errors
    /// Names the file that cannot be opened.
    pub fn open(folder: &Path) -> Result<Self> {
        let path = folder.join(NAME);
        let context = || format!("cannot open {}", path.display());
        create_private(folder, &path).with_context(context)?;
        let connection = Connection::open(&path).with_context(context)?;
        connection.busy_timeout(PATIENCE).with_context(context)?;
        // What is forgotten must not be left in free pages.
        let setup = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;
            PRAGMA cache_size = -256;
            CREATE TABLE IF NOT EXISTS preferences (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;";
        connection.execute_batch(setup).with_context(context)?;
        Ok(Self(Mutex::new(connection)))
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for File {
    fn get(&self, key: &Key) -> Result<Option<Vec<u8>>> {
        let connection = self.connection();
        let mut query = connection.prepare_cached("SELECT value FROM preferences WHERE key = ?1")?;
        Ok(query.query_row([key], |row| row.get(0)).optional()?)
    }

    fn put(&self, key: &Key, value: &[u8]) -> Result<()> {
        self.connection().execute("REPLACE INTO preferences VALUES (?1, ?2)", rusqlite::params![key, value])?;
        Ok(())
    }

    fn remove(&self, key: &Key) -> Result<()> {
        self.connection().execute("DELETE FROM preferences WHERE key = ?1", [key])?;
        Ok(())
    }
}

/// A folder and a file in it that only their owner can look into; what is there stays as it is. SQLite makes the
/// files beside it alike.
fn create_private(folder: &Path, file: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    builder.create(folder)?;
    options.open(file).map(drop)
}

/// What a name is kept as.
pub fn key(operators: &[u8; 32], name: &str) -> Key {
    let mut mac = Hmac::<Sha256>::new_from_slice(operators).expect("an HMAC takes keys of any length");
    mac.update(name.as_bytes());
    mac.finalize().into_bytes().into()
}
