//! Engines: from the pack inside the program, or from a folder.
//! It must not know what they will be asked.

use std::borrow::Cow;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::folder::{Folder, Opened};
use crate::content::Pack;
use crate::content::compiled::Shipped;
use crate::diagnostic::Files;
use crate::engine::{Engine, Trained};
use crate::locale::Locale;

static SHIPPED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack.bin"));

/// The pack that was compiled in.
pub fn shipped() -> Result<Engine> {
    let Shipped { pack, catalogs, trained } = compiled()?;
    Ok(Engine::new(pack, &catalogs, training(trained)?))
}

/// What was learned from the pack that was compiled in.
pub fn shipped_training() -> Result<Trained> {
    training(compiled()?.trained)
}

fn training(bytes: &'static [u8]) -> Result<Trained> {
    Trained::from_bytes(Cow::Borrowed(bytes)).context(DAMAGED)
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

/// From `folder` if given, else the shipped one; for one answer after another, none of which waits for a change.
pub fn engine(folder: Option<&Path>) -> Result<Engine> {
    Ok(learned(folder.map(|path| Folder::new(path.to_owned())))?.0)
}

/// From `folder` if given, together with what keeps it up to date, else the shipped one. What the folder's examples
/// teach may still have to be learned.
pub fn open(folder: Option<Folder>) -> Result<(Engine, Option<Opened>)> {
    let Some(folder) = folder else { return Ok((shipped()?, None)) };
    let (engine, opened) = folder.open()?;
    Ok((engine, Some(opened)))
}

/// The same when all has been learned.
pub fn learned(folder: Option<Folder>) -> Result<(Engine, Option<Opened>)> {
    let (mut engine, mut opened) = open(folder)?;
    let learn = |pack: &Pack| {
        eprintln!("learning from the examples of the pack; this takes some minutes, once");
        Ok(Trained::train(pack))
    };
    if let Some(learned) = opened.as_mut().map_or(Ok(None), |opened| opened.learn(learn))? {
        engine = learned;
    }
    Ok((engine, opened))
}

const DAMAGED: &str = "the pack inside this program is damaged";
