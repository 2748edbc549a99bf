//! Compiles the shipped pack: reads content/ and locales/, trains the matcher once, and leaves the
//! result for `cli::shipped` to embed. It uses the crate's own modules, so that a pack means the same
//! at build time and at run time; it must not know commands or adapters.

#![allow(dead_code, unused_imports)]

#[path = "src/content/mod.rs"]
mod content;
#[path = "src/diagnostic/mod.rs"]
mod diagnostic;
#[path = "src/engine/mod.rs"]
mod engine;
#[path = "src/locale/mod.rs"]
mod locale;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

fn main() -> Result<()> {
    for input in ["build.rs", "content", "locales", "src/content", "src/diagnostic", "src/engine", "src/locale"] {
        println!("cargo::rerun-if-changed={input}");
    }
    let files = content::load::load(Path::new("content"))?;
    let (pack, mut faults) = content::parse::parse(&files);
    faults.retain(|fault| pack.is_served(&fault.file));
    if !faults.is_empty() {
        bail!("the shipped pack cannot be read:\n\n{}", diagnostic::to_text(&faults, &files));
    }
    let way = way_of_training()?;
    let out = PathBuf::from(std::env::var("OUT_DIR").context("cargo sets OUT_DIR")?);
    let trained = trained(&pack, &fingerprint(&files, &way), &out)?;
    let catalogs = files.into_iter().filter(|(path, _)| pack.has_catalog(path)).collect();
    let compiled = content::compiled::Shipped { pack: content::Compiled::new(&pack)?, catalogs, trained: &trained };
    let out = out.join("pack.bin");
    println!("cargo::rustc-env=KYR_TRAINING={way}");
    // Tests read the trained part from there instead of training again.
    println!("cargo::rustc-env=KYR_PACK={}", out.display());
    std::fs::write(&out, compiled.to_bytes()?).with_context(|| format!("cannot write {}", out.display()))
}

/// Learns from the pack, unless another profile's build has: it takes a minute and is the same for all of them.
/// What was learned lies beside the profiles' folders, so that `cargo clean` takes it away.
fn trained(pack: &content::Pack, key: &str, out: &Path) -> Result<Vec<u8>> {
    // target/<profile>/build/<package>/out
    let kept = out.ancestors().nth(4).context("cargo's folders are laid out in another way")?.join("kyr-trained");
    let path = kept.join(key);
    if let Ok(bytes) = std::fs::read(&path)
        && engine::Trained::from_bytes(bytes.clone().into()).is_ok()
    {
        return Ok(bytes);
    }
    let bytes = engine::Trained::train(pack).to_bytes()?;
    std::fs::create_dir_all(&kept).with_context(|| format!("cannot make the folder {}", kept.display()))?;
    for old in std::fs::read_dir(&kept)?.flatten().filter(|old| !old.file_name().to_string_lossy().starts_with(key)) {
        let _ = std::fs::remove_file(old.path());
    }
    // Profiles may be built at the same time.
    let partial = path.with_extension(std::process::id().to_string());
    std::fs::write(&partial, &bytes).with_context(|| format!("cannot write {}", partial.display()))?;
    std::fs::rename(&partial, &path).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(bytes)
}

/// Changes with every source that training depends on, so that no cache outlives a change of them.
fn way_of_training() -> Result<String> {
    let mut hash = Sha256::new();
    let engine = Path::new("src/engine");
    let others =
        ["language.rs", "normalize.rs", "script.rs", "trained.rs", "glossary.rs"].map(|file| engine.join(file));
    let mut files = others.to_vec();
    for entry in std::fs::read_dir(engine.join("matcher"))? {
        files.push(entry?.path());
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "rs"));
    files.sort();
    for file in &files {
        hash.update(std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?);
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// What the training depends on, as a SHA-256 in hexadecimal: its way, and all records of the pack. Message catalogs are
/// not learned from.
fn fingerprint(files: &diagnostic::Files, way: &str) -> String {
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
