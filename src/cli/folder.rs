//! A pack in a folder: read whole or refused, and held against who must have signed it.
//! It must not know when it is read.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::{engines, trainings};
use crate::config::Config;
use crate::content::load::{decode, load, load_bytes};
use crate::content::parse::parse;
use crate::content::{Compiled, Pack};
use crate::diagnostic::{self, Diagnostic, Files};
use crate::engine::{Engine, Trained};
use crate::signed::{self, Keys, MANIFEST, SIGNATURE, Serials, Signed};
use crate::watch::Watch;

pub struct Folder {
    path: PathBuf,
    trust: Option<Trust>,
}

/// Who must have signed the pack, and which packs were taken before.
struct Trust {
    keys: Keys,
    serials: Serials,
    /// Whether what is read counts as taken.
    takes: bool,
}

/// What was found there.
pub struct Found {
    pub pack: Pack,
    /// Message catalogs.
    catalogs: Files,
    signed: Option<Signed>,
}

/// Why a pack cannot be used.
pub enum Refused {
    /// Faults of its files: at least one.
    Faults(Vec<Diagnostic>, Files),
    Whole(anyhow::Error),
}

/// A pack that is in use and may change.
pub struct Opened {
    pub folder: Folder,
    pub watch: Watch,
    /// Of this pack, or what the program brings while there is something to learn.
    pub trained: Trained,
    /// The pack, if its examples were never learned from.
    pub unlearned: Option<Found>,
}

impl Folder {
    /// Anybody's pack.
    pub fn new(path: PathBuf) -> Self {
        Self { path, trust: None }
    }

    /// The one of the command line, else the one of the configuration, which says who must have signed either and where
    /// the serials are that were taken. `takes` is whether a pack that is read counts as taken.
    pub fn configured(content: Option<PathBuf>, config: &Config, takes: bool) -> Option<Self> {
        let trust = config.trusted_keys.clone();
        let trust = trust.map(|keys| Trust { keys, serials: Serials::new(&config.data), takes });
        content.or(config.content.clone()).map(|path| Self { path, trust })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads it. A pack with unreadable parts is refused: half of it would answer wrongly.
    pub fn read(&self) -> Result<Found, Refused> {
        let mut signed = None;
        let mut files = match &self.trust {
            None => load(&self.path)?,
            Some(trust) => {
                let bytes = load_bytes(&self.path)?;
                signed = Some(signed::verify(&self.path, &bytes, &trust.keys)?);
                decode(bytes, &self.path)?
            }
        };
        let (pack, mut faults) = parse(&files);
        faults.retain(|fault| pack.is_served(&fault.file));
        if !faults.is_empty() {
            diagnostic::sort(&mut faults);
            return Err(Refused::Faults(faults, files));
        }
        if let (Some(trust), Some(signed)) = (&self.trust, &signed) {
            let id = &pack.manifest.id.value;
            if signed.manifest.pack != *id {
                let other = anyhow::anyhow!("{MANIFEST} is of the pack `{}`, but this is `{id}`", signed.manifest.pack);
                return Err(Refused::Whole(other));
            }
            trust.serials.check(signed)?;
        }
        files.retain(|path, _| path.starts_with("locales/"));
        if files.is_empty() {
            files = engines::shipped_catalogs()?;
        }
        Ok(Found { pack, catalogs: files, signed })
    }

    /// Must come before what was found is used.
    pub fn take(&self, found: &Found) -> Result<()> {
        match (&self.trust, &found.signed) {
            (Some(trust), Some(signed)) if trust.takes => trust.serials.take(signed),
            _ => Ok(()),
        }
    }

    /// An engine of it, and what keeps it up to date. It waits for no learning.
    pub fn open(self) -> Result<(Engine, Opened)> {
        let watch = Watch::new(&self.path, &[MANIFEST, SIGNATURE]);
        let found = match self.read() {
            Ok(found) => found,
            Err(Refused::Whole(error)) => return Err(error),
            Err(Refused::Faults(faults, files)) => {
                let shown = diagnostic::to_text(&faults, &files);
                let folder = self.path.display();
                bail!("the pack in {folder} cannot be used:\n\n{shown}\nsee all faults with: kyr check {folder}");
            }
        };
        self.take(&found)?;
        let known = trainings::known(&found.pack);
        let is_known = known.is_some();
        let trained = known.map_or_else(engines::shipped_training, Ok)?;
        let engine = found.engine(&trained)?;
        Ok((engine, Opened { folder: self, watch, trained, unlearned: (!is_known).then_some(found) }))
    }
}

impl Opened {
    /// Learns by `how` what there is to learn; another engine if there was something.
    pub fn learn(&mut self, how: fn(&Pack) -> Result<Trained>) -> Result<Option<Engine>> {
        let Some(found) = self.unlearned.take() else { return Ok(None) };
        self.trained = how(&found.pack)?;
        trainings::keep(&found.pack, &self.trained);
        found.engine(&self.trained).map(Some)
    }

    /// Whether the pack is so much another one than the program's that what is known would answer it wrongly.
    #[cfg(feature = "service")]
    pub fn is_strange(&self) -> bool {
        self.unlearned.as_ref().is_some_and(|found| !self.trained.is_near(&found.pack))
    }
}

impl Found {
    /// An engine of this pack; what is `trained` may be older.
    pub fn engine(&self, trained: &Trained) -> Result<Engine> {
        Ok(Engine::new(Compiled::new(&self.pack)?, &self.catalogs, trained.renewed(&self.pack)))
    }
}

impl fmt::Display for Found {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let manifest = &self.pack.manifest;
        write!(formatter, "{} {}", *manifest.id, *manifest.version)?;
        self.signed.as_ref().map_or(Ok(()), |signed| write!(formatter, ", serial {}", signed.manifest.serial))
    }
}

impl From<anyhow::Error> for Refused {
    fn from(error: anyhow::Error) -> Self {
        Self::Whole(error)
    }
}

impl Refused {
    /// What is wrong, a line each.
    pub fn lines(&self) -> Vec<String> {
        let lines = match self {
            Self::Whole(error) => vec![format!("{error:#}")],
            Self::Faults(faults, _) => faults.iter().map(line).collect(),
        };
        // A pack may hold escape sequences; they must not reach a terminal.
        lines.iter().map(|line| line.replace(char::is_control, "·")).collect()
    }
}

fn line(fault: &Diagnostic) -> String {
    let Diagnostic { file, span, message, help, .. } = fault;
    let place = if span.line == 0 { file.clone() } else { format!("{file}:{}:{}", span.line, span.column) };
    if help.is_empty() { format!("{place}: {message}") } else { format!("{place}: {message}: {help}") }
}
