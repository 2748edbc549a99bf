//! Preferences in an embedded database, one file; several processes of one machine may share it.
//! It must not know what is kept.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension};
use sha2::Sha256;

use super::{Key, Store};

/// The file's name in the folder of data.
const NAME: &str = "preferences.sqlite";
/// Another process may be writing.
const PATIENCE: Duration = Duration::from_secs(2);

pub struct File {
    path: PathBuf,
    connection: Mutex<Connection>,
}

impl File {
    /// Where the database of `folder` is.
    pub fn place(folder: &Path) -> PathBuf {
        folder.join(NAME)
    }

    /// Opens or makes the database in `folder`.
    ///
    /// # Errors
    /// Names the file that cannot be opened.
    pub fn open(folder: &Path) -> Result<Self> {
        let path = Self::place(folder);
        let context = || format!("cannot open {}", path.display());
        create_private(folder, &path).with_context(context)?;
        let connection = Connection::open(&path).with_context(context)?;
        connection.busy_timeout(PATIENCE).with_context(context)?;
        // What is forgotten must not be left in free pages, nor in a temporary file.
        let setup = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY; PRAGMA cache_size = -256;
            CREATE TABLE IF NOT EXISTS preferences (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS mark (one INTEGER PRIMARY KEY CHECK (one = 1), mark BLOB NOT NULL);";
        connection.execute_batch(setup).with_context(context)?;
        Ok(Self { path, connection: Mutex::new(connection) })
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes what was deleted out of the files as well. Deleted rows are overwritten, but the log beside the database
    /// still has them, and where rows were moved from one page to another, SQLite leaves copies behind; rarely, so
    /// they are looked for, and the database is written anew only if there is one.
    fn scrub(&self, connection: &Connection, key: &Key) -> Result<()> {
        let empty_log = || connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        empty_log()?;
        if !self.holds(key)? {
            return Ok(());
        }
        connection.execute_batch("VACUUM")?;
        empty_log()?;
        if self.holds(key)? {
            bail!("a trace of what was deleted is left in {}: another process is reading it", self.path.display());
        }
        Ok(())
    }

    /// Whether the files hold a part of the key.
    fn holds(&self, key: &Key) -> Result<bool> {
        let mut log = self.path.clone().into_os_string();
        log.push("-wal");
        for path in [&self.path, Path::new(&log)] {
            let file = match fs::File::open(path) {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                opened => opened,
            };
            if file.and_then(|file| contains(file, key)).with_context(|| format!("cannot read {}", path.display()))? {
                return Ok(true);
            }
        }
        Ok(false)
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
        let connection = self.connection();
        connection.execute("DELETE FROM preferences WHERE key = ?1", [key])?;
        self.scrub(&connection, key)
    }

    fn count(&self) -> Result<u64> {
        Ok(self.connection().query_row("SELECT count(*) FROM preferences", [], |row| row.get(0))?)
    }

    fn mark(&self) -> Result<Option<Key>> {
        Ok(self.connection().query_row("SELECT mark FROM mark", [], |row| row.get(0)).optional()?)
    }

    fn claim(&self, mark: &Key) -> Result<Key> {
        let connection = self.connection();
        connection.execute("INSERT OR IGNORE INTO mark VALUES (1, ?1)", [mark])?;
        Ok(connection.query_row("SELECT mark FROM mark", [], |row| row.get(0))?)
    }
}

/// Whether any quarter of the key stands in a file: a copy may have been overwritten in part.
fn contains(mut file: impl Read, key: &Key) -> std::io::Result<bool> {
    const QUARTER: usize = 8;
    let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    let quarters: Vec<u64> = key.chunks(QUARTER).map(number).collect();
    let mut buffer = vec![0; 1 << 16];
    // The last eight bytes that were read.
    let mut last = 0_u64;
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(false);
        }
        for byte in &buffer[..read] {
            last = last << 8 | u64::from(*byte);
            if quarters.contains(&last) {
                return Ok(true);
            }
        }
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
