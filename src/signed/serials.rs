//! The highest serial that was taken of each pack, so that nobody can bring back an older one, signed as it may be:
//! with a number that has changed hands, or an answer that was withdrawn. It must not know how packs are read.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, anyhow, bail};
use serde::{Deserialize, Serialize};

use super::trust::Signed;

/// The file's name in the folder of data.
const NAME: &str = "pack-serials.json";

/// The serials, in a file.
pub struct Serials {
    path: PathBuf,
    /// As they were last seen: a file that is lost while the program runs loses nothing.
    known: Mutex<Known>,
}

type Known = BTreeMap<String, Taken>;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Taken {
    serial: u64,
    /// SHA-256 of the manifest.
    manifest: String,
}

/// The file as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    packs: Known,
}

impl Serials {
    /// In the folder `data`; without the file, no pack was taken yet.
    pub fn new(data: &Path) -> Self {
        Self { path: Self::place(data), known: Mutex::default() }
    }

    /// Where the file of the folder `data` is.
    pub fn place(data: &Path) -> PathBuf {
        data.join(NAME)
    }

    /// Whether the pack may be taken.
    ///
    /// # Errors
    /// When it is older than one that was taken, or when that cannot be known.
    pub fn check(&self, signed: &Signed) -> Result<()> {
        self.admit(&self.all()?, signed)
    }

    /// Takes the pack: from now on no older one is.
    ///
    /// # Errors
    /// As `check`, and when the file cannot be written.
    pub fn take(&self, signed: &Signed) -> Result<()> {
        let mut known = self.all()?;
        self.admit(&known, signed)?;
        let taken = Taken { serial: signed.manifest.serial, manifest: signed.digest.clone() };
        let before = known.insert(signed.manifest.pack.clone(), taken.clone());
        if before.as_ref() != Some(&taken) || !self.path.exists() {
            self.write(&known).with_context(|| format!("cannot keep the pack's serial in {}", self.path.display()))?;
        }
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = known;
        Ok(())
    }

    fn admit(&self, known: &Known, signed: &Signed) -> Result<()> {
        let Some(before) = known.get(&signed.manifest.pack) else { return Ok(()) };
        let (pack, serial) = (&signed.manifest.pack, signed.manifest.serial);
        if serial < before.serial {
            bail!(
                "the pack `{pack}` is older than the one before: its serial is {serial}, but {} was taken already \
                 (noted in {}); get the newest from its publisher",
                before.serial,
                self.path.display()
            );
        }
        if serial == before.serial && signed.digest != before.manifest {
            bail!(
                "there are two different packs `{pack}` with the serial {serial}: its publisher must sign one of them \
                 with a higher serial"
            );
        }
        Ok(())
    }

    /// From the file, and what another process may have written to it; the highest of each.
    fn all(&self) -> Result<Known> {
        let mut all = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for (pack, taken) in self.read()? {
            let known = all.entry(pack).or_insert_with(|| taken.clone());
            if taken.serial > known.serial {
                *known = taken;
            }
        }
        Ok(all)
    }

    fn read(&self) -> Result<Known> {
        let path = self.path.display();
        match fs::read(&self.path) {
            // What stands there is not quoted: it may be anything.
            Ok(bytes) => serde_json::from_slice::<Written>(&bytes).map(|written| written.packs).map_err(|error| {
                anyhow!(
                    "{path} is damaged (line {}, column {}), so that nobody can tell whether this pack is older than \
                     the one before: bring the file back from a copy; or, when you are sure that the pack is its \
                     publisher's newest, delete the file, and this pack counts as the first",
                    error.line(),
                    error.column()
                )
            }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Known::new()),
            Err(error) => Err(error).with_context(|| format!("cannot read {path}")),
        }
    }

    /// Whole or not at all.
    fn write(&self, known: &Known) -> Result<()> {
        let folder = self.path.parent().context("the file has no folder")?;
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        // As all of the folder's files are, it is nobody else's.
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
        let partial = self.path.with_extension(format!("{}.part", std::process::id()));
        let text = serde_json::to_string_pretty(&Written { packs: known.clone() })?;
        let written = File::create(&partial).and_then(|mut file| {
            writeln!(file, "{text}")?;
            file.sync_all()
        });
        let placed = written.and_then(|()| fs::rename(&partial, &self.path));
        if placed.is_err() {
            let _ = fs::remove_file(&partial);
        }
        placed?;
        // The new name must outlive a loss of power, too; not every system lets a folder be synced.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::manifest::Manifest;
    use super::*;

    fn signed(pack: &str, serial: u64, digest: &str) -> Signed {
        let created = "2026-11-22T10:15:00Z".parse().expect("a time");
        let manifest = Manifest::new(pack, "1", serial, created, &BTreeMap::new()).expect("a manifest");
        Signed { manifest, digest: digest.to_owned() }
    }

    #[test]
    fn there_is_no_way_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        let serials = Serials::new(&data);
        serials.take(&signed("net", 7, "a")).expect("the first");
        serials.take(&signed("net", 9, "b")).expect("a newer one");
        serials.take(&signed("net", 9, "b")).expect("the same again");
        serials.take(&signed("other", 1, "c")).expect("another pack has serials of its own");
        // Also after a restart, and when the file is lost while Kyr runs.
        let restarted = Serials::new(&data);
        for serials in [&serials, &restarted] {
            let error = serials.take(&signed("net", 8, "x")).expect_err("an older one").to_string();
            assert!(error.contains("its serial is 8, but 9 was taken"), "{error}");
            let error = serials.check(&signed("net", 9, "x")).expect_err("another with the same").to_string();
            assert!(error.contains("two different packs"), "{error}");
        }
        fs::remove_file(data.join(NAME)).expect("removed");
        assert!(serials.check(&signed("net", 8, "x")).is_err());
        serials.take(&signed("net", 9, "b")).expect("the same again");
        assert!(Serials::new(&data).check(&signed("net", 8, "x")).is_err(), "the file is there again");
        assert_eq!(fs::read_dir(&data).expect("a folder").count(), 1, "nothing else is left");
    }

    #[test]
    fn a_damaged_file_takes_nothing_and_says_what_to_do() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(NAME);
        let serials = Serials::new(folder.path());
        serials.take(&signed("net", 7, "a")).expect("the first");
        let whole = fs::read(&file).expect("a file");
        for damaged in [&b""[..], &whole[..whole.len() / 2], b"{\"packs\": {}, \"more\": 1}", b"\xff"] {
            fs::write(&file, damaged).expect("written");
            let error = format!("{:#}", Serials::new(folder.path()).take(&signed("net", 9, "b")).expect_err("damaged"));
            assert!(error.contains(NAME) && error.contains("is damaged") && error.contains("delete"), "{error}");
            assert_eq!(fs::read(&file).expect("a file"), damaged, "it is left for the operator");
        }
    }

    #[test]
    fn a_pack_is_not_taken_when_its_serial_cannot_be_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        fs::write(&file, "").expect("written");
        let error =
            format!("{:#}", Serials::new(&file.join("data")).take(&signed("net", 7, "a")).expect_err("no folder"));
        assert!(error.contains("cannot"), "{error}");
    }
}
