//! What people chose and rooms are set to: small values under names that nobody can read back. A name is kept as its
//! HMAC under the operator's key, so that whoever has the file learns no id from it.
//! It must not know what the values mean, and it never keeps a message.

#[cfg(feature = "service")]
mod file;
mod memory;

use serde::Serialize;
use serde::de::DeserializeOwned;

#[cfg(feature = "service")]
pub use file::File;
pub use memory::Memory;

/// A name as it is kept.
pub type Key = [u8; 32];

/// Where values are kept; all replicas that share one see the same.
pub trait Store: Send + Sync {
    /// # Errors
    /// Says why the store cannot be read.
    fn get(&self, key: &Key) -> anyhow::Result<Option<Vec<u8>>>;

    /// # Errors
    /// Says why the store cannot be written; what stood there before stays.
    fn put(&self, key: &Key, value: &[u8]) -> anyhow::Result<()>;

    /// # Errors
    /// Says why the store cannot be written; what stood there before stays.
    fn remove(&self, key: &Key) -> anyhow::Result<()>;
}

/// A store and the key that hides the names in it.
pub struct Preferences {
    store: Box<dyn Store>,
    hide: Box<dyn Fn(&str) -> Key + Send + Sync>,
}

impl Preferences {
    /// For as long as the program runs.
    pub fn in_memory() -> Self {
        Self { store: Box::new(Memory::default()), hide: Box::new(memory::key) }
    }

    /// In a store that outlives the program, under `key`.
    #[cfg(feature = "service")]
    pub fn kept(store: Box<dyn Store>, key: [u8; 32]) -> Self {
        Self { store, hide: Box::new(move |name| file::key(&key, name)) }
    }

    /// Stands for `name` inside of values, where the name itself must not stand.
    pub fn mark(&self, name: &str) -> String {
        (self.hide)(name).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// What is kept under `name`. A store that cannot be read answers nothing: an answer in the wrong language is
    /// better than none.
    pub fn load<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        match self.store.get(&(self.hide)(name)) {
            Ok(value) => serde_json::from_slice(&value?).ok(),
            Err(error) => {
                report(&error);
                None
            }
        }
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
        saved.inspect_err(report).is_ok()
    }
}

#[cfg(feature = "service")]
fn report(error: &anyhow::Error) {
    tracing::error!("error: preferences: {error:#}");
}

/// In memory nothing fails.
#[cfg(not(feature = "service"))]
fn report(_: &anyhow::Error) {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Settings;
    use crate::locale::Locale;

    fn settings() -> Settings {
        Settings { locale: Some(Locale::parse("es").expect("a tag")), ..Settings::default() }
    }

    fn keeps_and_forgets(preferences: &Preferences) {
        assert_eq!(preferences.load::<Settings>("room 1"), None);
        assert!(preferences.save("room 1", &settings()));
        assert_eq!(preferences.load("room 1"), Some(settings()));
        assert_eq!(preferences.load::<Settings>("room 2"), None);
        assert!(preferences.save("room 1", &Settings::default()));
        assert_eq!(preferences.load::<Settings>("room 1"), None);
    }

    #[test]
    fn memory_keeps_and_forgets() {
        keeps_and_forgets(&Preferences::in_memory());
    }

    #[cfg(feature = "service")]
    #[test]
    fn a_file_keeps_and_forgets_and_shows_no_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let open = |key| Preferences::kept(Box::new(File::open(folder.path()).expect("a store")), key);
        keeps_and_forgets(&open([1; 32]));
        assert!(open([1; 32]).save("room 4711", &settings()));
        assert_eq!(open([1; 32]).load("room 4711"), Some(settings()), "it outlives the program");
        assert_eq!(open([2; 32]).load::<Settings>("room 4711"), None, "another key finds nothing");
        for entry in std::fs::read_dir(folder.path()).expect("the folder") {
            let bytes = std::fs::read(entry.expect("an entry").path()).expect("a file");
            assert!(!bytes.windows(4).any(|part| part == b"4711"));
        }
    }
}
