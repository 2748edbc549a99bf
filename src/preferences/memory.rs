//! Preferences for as long as the program runs: the console's. It must not know what is kept.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use sha2::{Digest, Sha256};

use super::{Key, Store};

#[derive(Default)]
pub struct Memory(Mutex<HashMap<Key, Vec<u8>>>);

/// Nothing is written down, so nothing needs to be hidden.
pub fn key(name: &str) -> Key {
    Sha256::digest(name).into()
}

impl Store for Memory {
    fn get(&self, key: &Key) -> anyhow::Result<Option<Vec<u8>>> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned())
    }

    fn put(&self, key: &Key, value: &[u8]) -> anyhow::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(*key, value.to_vec());
        Ok(())
    }

    fn remove(&self, key: &Key) -> anyhow::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
        Ok(())
    }
}
