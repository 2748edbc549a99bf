//! The preferences as a configuration has them: which store, and the key that hides the names in it.
//! It must not know what is kept.

use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use sha2::{Digest, Sha256};

use crate::config::secret::{Secret, Source};
use crate::config::{Config, Database};
use crate::preferences::{Address, File, Postgres, Preferences, Store, WrongKey};

/// Opens the store, makes the data key at the first start, and checks that both belong together. `patient` tells
/// whether a database that does not answer yet is still waited for.
pub fn open(config: &Config, patient: impl Fn() -> bool) -> Result<Preferences> {
    let (store, place): (Box<dyn Store>, String) = match &config.database {
        Some(database) => {
            let address = address(database)?;
            (Box::new(Postgres::open(&address, patient)?), format!("the database {address}"))
        }
        None => (Box::new(File::open(&config.data)?), File::place(&config.data).display().to_string()),
    };
    let source = &config.data_key;
    let (secret, made) = match source.read()? {
        Some(secret) => (secret, false),
        None if store.mark()?.is_some() => return Err(missing(config, &place)),
        None => make(source)?,
    };
    let kept = Preferences::kept(store, Sha256::digest(secret.expose()).into());
    kept.map_err(|error| match error.is::<WrongKey>() {
        true => wrong(config, &place, made),
        false => error,
    })
}

/// The database's address, with the password from wherever it is.
pub fn address(database: &Database) -> Result<Address> {
    let password = database.password.read()?;
    if database.password.file.as_ref().is_some_and(|file| password.is_none() && !file.exists()) {
        bail!("database_password_file: there is no file {}", database.password.place());
    }
    Address::parse(database.address.expose(), password.as_ref().map(Secret::expose)).context(database.place)
}

/// A new key, and whether it is this Kyr's: another that starts in the same folder may be quicker.
fn make(source: &Source) -> Result<(Secret, bool)> {
    let secret = Secret::random()?;
    match (source.write(&secret), source.read()?) {
        (Ok(()), _) => Ok((secret, true)),
        (Err(_), Some(others)) => Ok((others, false)),
        (Err(error), None) => Err(error),
    }
}

fn missing(config: &Config, place: &str) -> anyhow::Error {
    anyhow!(
        "the data key is missing: {place} was filled by a Kyr with a key, and without it nothing there is found. {}",
        remedy(config, place)
    )
}

fn wrong(config: &Config, place: &str, made: bool) -> anyhow::Error {
    if made && let Some(file) = &config.data_key.file {
        // Another Kyr came first to an empty database. This key is of no use to anybody.
        let _ = std::fs::remove_file(file);
    }
    let source = &config.data_key;
    anyhow!(
        "the data key in {} or {} is not the one that {place} was filled with. {}",
        source.variable,
        source.place(),
        remedy(config, place)
    )
}

fn remedy(config: &Config, place: &str) -> String {
    let source = &config.data_key;
    let (variable, file) = (source.variable, source.place());
    match config.database {
        Some(_) => format!(
            "All Kyrs that share a database need the same: copy the file {} of the other Kyr to {file}, or set {variable} to \
             what is in it. If that key is lost, empty the tables (DELETE FROM kyr_preferences; DELETE FROM kyr_mark) to \
             begin again",
            file_name(source)
        ),
        None => format!("Put the right one into {file} or {variable}; if it is lost, delete {place} to begin again"),
    }
}

fn file_name(source: &Source) -> String {
    let name = source.file.as_deref().and_then(Path::file_name);
    name.map_or_else(String::new, |name| format!("data/{}", name.display()))
}
