//! What was learned from packs before, kept for the next start. It must not know how learning works.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::engines;
use crate::content::Pack;
use crate::engine::Trained;
use crate::signed::hex;

const TRAINED: &str = "trained";
/// Bytes of a SHA-256.
const CHECKSUM: usize = 32;
/// Results kept in the cache.
const KEPT: usize = 4;

/// What was trained on the same lessons: with this program, or before.
pub fn known(pack: &Pack) -> Option<Trained> {
    let shipped = engines::shipped_training().ok().filter(|trained| trained.fits(pack));
    shipped.or_else(|| cached(&Trained::lessons(pack)).filter(|trained| trained.fits(pack)))
}

/// A damaged file is as good as none: it begins with a checksum of the rest.
fn cached(lessons: &str) -> Option<Trained> {
    let bytes = fs::read(place(&folder()?, lessons)).ok()?;
    let (sum, rest) = bytes.split_at_checked(CHECKSUM)?;
    if sum != Sha256::digest(rest).as_slice() {
        return None;
    }
    Trained::from_bytes(Cow::Owned(rest.to_owned())).ok()
}

/// Keeps the result for the next start, and the few before it. Failing to is no fault: the pack was
/// trained all the same.
pub fn keep(pack: &Pack, trained: &Trained) {
    let Some(folder) = folder() else { return };
    let Ok(bytes) = trained.to_bytes() else { return };
    let path = place(&folder, &Trained::lessons(pack));
    let partial = path.with_extension(format!("{}.part", std::process::id()));
    let whole = [Sha256::digest(&bytes).as_slice(), bytes.as_slice()].concat();
    if fs::create_dir_all(&folder).is_err() {
        return;
    }
    if fs::write(&partial, whole).is_err() || fs::rename(&partial, &path).is_err() {
        let _ = fs::remove_file(&partial);
    }
    prune(&folder);
}

/// `kyr` in the user's cache folder; none when the system has no such folder. An empty or relative
/// setting counts as unset, as the XDG specification wants.
pub fn folder() -> Option<PathBuf> {
    let set = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    Some(set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")))?.join("kyr"))
}

/// Another way of training makes another result of the same lessons.
fn place(folder: &Path, lessons: &str) -> PathBuf {
    let key = Sha256::new().chain_update(env!("KYR_TRAINING")).chain_update(lessons).finalize();
    folder.join(hex(&key)).with_extension(TRAINED)
}

/// Removes all but the newest results; each change of the examples makes one of some megabytes.
fn prune(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut old: Vec<(std::time::SystemTime, PathBuf)> = entries
        .filter_map(|entry| Some((entry.as_ref().ok()?.metadata().ok()?.modified().ok()?, entry.ok()?.path())))
        .filter(|(_, path)| path.extension().is_some_and(|extension| extension == TRAINED))
        .collect();
    old.sort();
    for (_, path) in old.iter().rev().skip(KEPT) {
        let _ = fs::remove_file(path);
    }
}
