//! What people chose and rooms are set to: small values under names that nobody can read back. A name is kept as its
//! HMAC under the operator's key, so that whoever has the file learns no id from it.
//! It must not know what the values mean, and it never keeps a message.

#[cfg(feature = "service")]
mod file;
mod memory;
#[cfg(feature = "service")]
mod postgres;

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;
use serde::de::DeserializeOwned;

#[cfg(feature = "service")]
pub use file::File;
pub use memory::Memory;
#[cfg(feature = "service")]
pub use postgres::{Address, Postgres};

/// A name as it is kept.
pub type Key = [u8; 32];

/// The name whose kept form tells keys apart; no person or guild is called so.
#[cfg(feature = "service")]
const OF_THE_KEY: &str = "data key";

/// Where values are kept; all replicas that share one see the same.
pub trait Store: Send + Sync {
    /// # Errors
    /// Says why the store cannot be read.
    fn get(&self, key: &Key) -> anyhow::Result<Option<Vec<u8>>>;

    /// # Errors
    /// Says why the store cannot be written; what stood there before stays.
    fn put(&self, key: &Key, value: &[u8]) -> anyhow::Result<()>;

    /// Nothing of the value is left in the store's own files, where the store can see to that.
    ///
    /// # Errors
    /// Says why the store cannot be written. The value may then still be there.
    fn remove(&self, key: &Key) -> anyhow::Result<()>;

    /// How many values are kept.
    ///
    /// # Errors
    /// Says why the store cannot be read.
    fn count(&self) -> anyhow::Result<u64>;

    /// What tells the key apart under which names are kept; `None` as long as no key was used.
    ///
    /// # Errors
    /// Says why the store cannot be read.
    fn mark(&self) -> anyhow::Result<Option<Key>>;

    /// Gives the store this mark unless it has one. The one that it has: of several who try at once, one wins.
    ///
    /// # Errors
    /// Says why the store cannot be written.
    fn claim(&self, mark: &Key) -> anyhow::Result<Key>;
}

/// The store was filled under another key: under this one nothing in it would be found.
#[derive(Debug)]
pub struct WrongKey;

impl fmt::Display for WrongKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the preferences were kept under another data key")
    }
}

impl std::error::Error for WrongKey {}

/// A store and the key that hides the names in it.
pub struct Preferences {
    store: Box<dyn Store>,
    hide: Box<dyn Fn(&str) -> Key + Send + Sync>,
    /// Whether the last use of the store failed: an outage is reported once.
    failing: AtomicBool,
}

impl Preferences {
    /// For as long as the program runs.
    pub fn in_memory() -> Self {
        Self::new(Box::new(Memory::default()), Box::new(memory::key))
    }

    /// In a store that outlives the program, under `key`.
    ///
    /// # Errors
    /// [`WrongKey`], or why the store cannot be used.
    #[cfg(feature = "service")]
    pub fn kept(store: Box<dyn Store>, key: [u8; 32]) -> anyhow::Result<Self> {
        let preferences = Self::new(store, Box::new(move |name| file::key(&key, name)));
        let mark = (preferences.hide)(OF_THE_KEY);
        if preferences.store.claim(&mark)? != mark {
            return Err(WrongKey.into());
        }
        Ok(preferences)
    }

    fn new(store: Box<dyn Store>, hide: Box<dyn Fn(&str) -> Key + Send + Sync>) -> Self {
        Self { store, hide, failing: AtomicBool::new(false) }
    }

    /// Stands for `name` inside of values, where the name itself must not stand.
    pub fn mark(&self, name: &str) -> String {
        (self.hide)(name).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// What is kept under `name`. A store that cannot be read answers nothing: an answer in the wrong language is
    /// better than none.
    pub fn load<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let value = self.noted(self.store.get(&(self.hide)(name)))?;
        serde_json::from_slice(&value?).ok()
    }

    /// Whether the store can be read at all.
    pub fn is_readable(&self) -> bool {
        self.store.get(&Key::default()).is_ok()
    }

    /// Keeps `value`; a value that is as if nothing had been chosen is removed. Whether that worked.
    pub fn save<T: Serialize + Default + PartialEq>(&self, name: &str, value: &T) -> bool {
        let key = (self.hide)(name);
        let saved = match serde_json::to_vec(value) {
            Ok(_) if *value == T::default() => self.store.remove(&key),
            Ok(json) => self.store.put(&key, &json),
            Err(error) => Err(error.into()),
        };
        self.noted(saved).is_some()
    }

    /// Reports the first failure in a row and the first success after it.
    fn noted<T>(&self, result: anyhow::Result<T>) -> Option<T> {
        let failed = self.failing.swap(result.is_err(), Ordering::Relaxed);
        match &result {
            Ok(_) if failed => report(None),
            Err(error) if !failed => report(Some(error)),
            _ => {}
        }
        result.ok()
    }
}

#[cfg(feature = "service")]
fn report(fault: Option<&anyhow::Error>) {
    match fault {
        Some(error) => {
            tracing::error!("error: preferences: {error:#}. Meanwhile, what people chose is not known and not kept");
        }
        None => tracing::info!("preferences: known again"),
    }
}

/// In memory nothing fails.
#[cfg(not(feature = "service"))]
fn report(_: Option<&anyhow::Error>) {}
