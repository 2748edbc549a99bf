//! Preferences for as long as the program runs: the console's. It must not know what is kept.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sha2::{Digest, Sha256};

use super::{Key, Store};

#[derive(Default)]
pub struct Memory(Mutex<Held>);

#[derive(Default)]
struct Held {
    values: HashMap<Key, Vec<u8>>,
    mark: Option<Key>,
}

impl Memory {
    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Nothing is written down, so nothing needs to be hidden.
pub fn key(name: &str) -> Key {
    Sha256::digest(name).into()
}

impl Store for Memory {
    fn get(&self, key: &Key) -> anyhow::Result<Option<Vec<u8>>> {
        Ok(self.held().values.get(key).cloned())
    }

    fn put(&self, key: &Key, value: &[u8]) -> anyhow::Result<()> {
        self.held().values.insert(*key, value.to_vec());
        Ok(())
    }

    fn remove(&self, key: &Key) -> anyhow::Result<()> {
        self.held().values.remove(key);
        Ok(())
    }

    fn count(&self) -> anyhow::Result<u64> {
        Ok(self.held().values.len() as u64)
    }

    fn mark(&self) -> anyhow::Result<Option<Key>> {
        Ok(self.held().mark)
    }

    fn claim(&self, mark: &Key) -> anyhow::Result<Key> {
        Ok(*self.held().mark.get_or_insert(*mark))
    }
}
