//! What tells one state of a pack's files from another. It must not know what the files say.

use sha2::{Digest, Sha256};

use crate::diagnostic::Files;

/// A SHA-256, in hexadecimal, of all records of a pack and of `way`, whatever else a result depends on.
/// Message catalogs are not in it.
pub fn fingerprint(files: &Files, way: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(way);
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".yaml")) {
        for part in [path, text] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
