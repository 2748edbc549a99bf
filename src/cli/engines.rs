//! Engines: from the pack inside the program, or from a folder with a cache of what was trained.
//! It must not know what they will be asked.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::content::Compiled;
use crate::content::compiled::Shipped;
use crate::content::fingerprint::fingerprint;
use crate::content::load::load;
use crate::content::parse::parse;
use crate::diagnostic::{self, Files};
use crate::engine::{Engine, Trained};
use crate::locale::Locale;

static SHIPPED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack.bin"));

/// The pack that was compiled in.
pub fn shipped() -> Result<Engine> {
    let Shipped { pack, catalogs, trained } = compiled()?;
    let trained = Trained::from_bytes(Cow::Borrowed(trained)).context(DAMAGED)?;
    Ok(Engine::new(pack, &catalogs, trained))
}

/// The catalogs that were compiled in, for packs that bring none.
pub fn shipped_catalogs() -> Result<Files> {
    Ok(compiled()?.catalogs)
}

fn compiled() -> Result<Shipped<'static>> {
    Shipped::from_bytes(SHIPPED).context(DAMAGED)
}

/// The served language nearest to `asked`: itself, or without its region ("es-MX" is served by "es").
pub fn served(engine: &Engine, asked: Option<Locale>) -> Result<Option<Locale>> {
    asked.map(|asked| nearest(&engine.pack().manifest.languages, asked)).transpose()
}

/// The one among `languages`: itself, or without its region.
pub fn nearest(languages: &[Locale], asked: Locale) -> Result<Locale> {
    let base = asked.as_str().split('-').next().unwrap_or_default();
    let found = languages
        .iter()
        .find(|locale| **locale == asked)
        .or_else(|| languages.iter().find(|locale| locale.as_str() == base));
    match found {
        Some(locale) => Ok(locale.clone()),
        None => {
            let known: Vec<&str> = languages.iter().map(Locale::as_str).collect();
            bail!("the pack has no language `{asked}`: choose one of {}", known.join(", "))
        }
    }
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
    faults.retain(|fault| pack.is_served(&fault.file));
    if !faults.is_empty() {
        diagnostic::sort(&mut faults);
        let shown = diagnostic::to_text(&faults, &files);
        bail!("the pack in {} cannot be used:\n\n{shown}\nsee all faults with: kyr check {0}", folder.display());
    }
    let key = fingerprint(&files, env!("KYR_TRAINING"));
    if !files.keys().any(|path| path.starts_with("locales/")) {
        files.extend(shipped_catalogs()?);
    }
    let trained = cached(&key).unwrap_or_else(|| {
        eprintln!("learning from the examples of {}; this takes some seconds, once", folder.display());
        let trained = Trained::train(&pack);
        keep(&key, &trained);
        trained
    });
    Ok(Engine::new(Compiled::new(&pack)?, &files, trained))
}

/// `kyr` in the user's cache folder; none when the system has no such folder. An empty or relative
/// setting counts as unset, as the XDG specification wants.
pub fn cache_folder() -> Option<PathBuf> {
    let set = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    Some(set("XDG_CACHE_HOME").or_else(|| Some(set("HOME")?.join(".cache")))?.join("kyr"))
}

/// What was trained before from the same files. A damaged file is as good as none: it begins with a
/// checksum of the rest.
fn cached(key: &str) -> Option<Trained> {
    let bytes = fs::read(cache_folder()?.join(key).with_extension(TRAINED)).ok()?;
    let (sum, rest) = bytes.split_at_checked(CHECKSUM)?;
    if sum != Sha256::digest(rest).as_slice() {
        return None;
    }
    Trained::from_bytes(Cow::Owned(rest.to_owned())).ok()
}

/// Keeps the result for the next start, and the few before it. Failing to is no fault: the pack was
/// trained all the same.
fn keep(key: &str, trained: &Trained) {
    let Some(folder) = cache_folder() else { return };
    let Ok(bytes) = trained.to_bytes() else { return };
    let path = folder.join(key).with_extension(TRAINED);
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

/// Removes all but the newest results; each edit of a pack makes one of some megabytes.
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

const DAMAGED: &str = "the pack inside this program is damaged";
const TRAINED: &str = "trained";
/// Bytes of a SHA-256.
const CHECKSUM: usize = 32;
/// Results kept in the cache.
const KEPT: usize = 4;
