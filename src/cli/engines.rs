//! Engines: from the pack inside the program, or from a folder with a cache of what was trained.
//! It must not know what they will be asked.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::content::compiled::Compiled;
use crate::content::load::load;
use crate::content::parse::parse;
use crate::diagnostic::{self, Files};
use crate::engine::{Engine, Trained};

static SHIPPED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack.bin"));

/// The pack that was compiled in.
pub fn shipped() -> Result<Engine> {
    let compiled = Compiled::<Trained>::from_bytes(SHIPPED).context("the pack inside this program is damaged")?;
    Ok(Engine::new(compiled.pack, &compiled.catalogs, compiled.trained))
}

/// The catalogs that were compiled in, for packs that bring none.
pub fn shipped_catalogs() -> Result<Files> {
    let compiled = Compiled::<Trained>::from_bytes(SHIPPED).context("the pack inside this program is damaged")?;
    Ok(compiled.catalogs)
}

/// From `folder` if given, else the shipped one.
pub fn engine(folder: Option<&Path>) -> Result<Engine> {
    folder.map_or_else(shipped, from_folder)
}

/// Reads and trains a pack on disk. A pack with unreadable parts is refused: half of it would
/// answer wrongly.
fn from_folder(folder: &Path) -> Result<Engine> {
    let mut files = load(folder)?;
    let (pack, mut faults) = parse(&files);
    if !faults.is_empty() {
        diagnostic::sort(&mut faults);
        let shown = diagnostic::to_text(&faults, &files);
        bail!("the pack in {} cannot be used:\n\n{shown}\nsee all faults with: kyr check {0}", folder.display());
    }
    let key = fingerprint(&files);
    if !files.keys().any(|path| path.starts_with("locales/")) {
        files.extend(shipped_catalogs()?);
    }
    let trained = cached(&key).unwrap_or_else(|| {
        let trained = Trained::train(&pack);
        keep(&key, &trained);
        trained
    });
    Ok(Engine::new(pack.without_training_data(), &files, trained))
}

/// Of everything that training reads, and of the way it is done.
fn fingerprint(files: &Files) -> String {
    let mut hash = Sha256::new();
    hash.update(env!("KYR_TRAINING"));
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".yaml")) {
        hash.update((path.len() as u64).to_le_bytes());
        hash.update(path.as_bytes());
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `kyr` in the user's cache folder; none when the system has no such folder.
fn cache_path(key: &str) -> Option<PathBuf> {
    let base = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cache")))?;
    Some(base.join("kyr").join(format!("{key}.trained")))
}

/// A damaged cache is as good as none.
fn cached(key: &str) -> Option<Trained> {
    postcard::from_bytes(&fs::read(cache_path(key)?).ok()?).ok()
}

/// Keeps the result for the next start. Failing to is no fault: the pack was trained all the same.
fn keep(key: &str, trained: &Trained) {
    let Some(path) = cache_path(key) else { return };
    let Ok(bytes) = postcard::to_stdvec(trained) else { return };
    let partial = path.with_extension(format!("{}.part", std::process::id()));
    let written = path.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok());
    if written && fs::write(&partial, bytes).is_ok() && fs::rename(&partial, &path).is_err() {
        let _ = fs::remove_file(&partial);
    }
}
