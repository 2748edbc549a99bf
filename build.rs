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
    let trained = engine::Trained::train(&pack).to_bytes()?;
    let catalogs = files.into_iter().filter(|(path, _)| pack.has_catalog(path)).collect();
    let compiled = content::compiled::Compiled { pack: pack.for_answering(), catalogs, trained: &trained };
    let out = PathBuf::from(std::env::var("OUT_DIR").context("cargo sets OUT_DIR")?).join("pack.bin");
    println!("cargo::rustc-env=KYR_TRAINING={}", way_of_training()?);
    // Tests read the trained part from there instead of training again.
    println!("cargo::rustc-env=KYR_PACK={}", out.display());
    std::fs::write(&out, compiled.to_bytes()?).with_context(|| format!("cannot write {}", out.display()))
}

/// Changes with every source that training depends on, so that no cache outlives a change of them.
fn way_of_training() -> Result<String> {
    use sha2::Digest;
    let mut hash = sha2::Sha256::new();
    let engine = Path::new("src/engine");
    let matcher = ["features.rs", "linear.rs", "train.rs", "mod.rs"].map(|file| engine.join("matcher").join(file));
    let others = ["language.rs", "normalize.rs", "script.rs", "trained.rs"].map(|file| engine.join(file));
    for file in matcher.iter().chain(&others) {
        hash.update(std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?);
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}
