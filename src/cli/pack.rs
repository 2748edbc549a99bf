//! `kyr pack`: keys, and packs that are signed with them. It must not know the form of signatures.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use jiff::Timestamp;

use super::{engines, print};
use crate::config::secret::Source;
use crate::content::load::{decode, load_bytes};
use crate::content::parse::parse;
use crate::diagnostic;
use crate::signed::{self, Keys, MANIFEST, Manifest, SIGNATURE, SigningKey};

#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    /// Make a key pair: FILE, which must stay secret, and FILE.pub
    Key {
        file: PathBuf,
        /// Protect the key by the file's permissions alone, for machines that sign by themselves
        #[arg(long)]
        no_password: bool,
    },
    /// Sign a pack as it is now
    Sign {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// The secret key; its password is asked for, or taken from KYR_PACK_PASSWORD
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// Must rise with each signing; left out, it is the date and time
        #[arg(long, value_name = "NUMBER")]
        serial: Option<u64>,
    },
    /// Check that a pack is just what the owner of a key signed
    Verify {
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// The public key (RW…), or its file
        #[arg(long, value_name = "PUBLICKEY")]
        key: String,
    },
}

impl Arguments {
    pub fn run(self) -> Result<ExitCode> {
        match self.command {
            Command::Key { file, no_password } => make_key(&file, no_password),
            Command::Sign { folder, key, serial } => sign(&folder, &key, serial),
            Command::Verify { folder, key } => verify(&folder, &key),
        }?;
        Ok(ExitCode::SUCCESS)
    }
}

fn make_key(file: &Path, no_password: bool) -> Result<()> {
    let password = if no_password { None } else { password()? };
    let (key, public) = signed::write_pair(file, password, !no_password)?;
    print(&format!(
        "{}: keep it secret, with a copy in a safe place\n{}: give it to everybody who uses your packs\n\n\
         In their kyr.yaml:\n\ncontent:\n  trusted_keys: [{key}]\n",
        file.display(),
        public.display()
    ))
}

fn sign(folder: &Path, key: &Path, serial: Option<u64>) -> Result<()> {
    let bytes = load_bytes(folder)?;
    let mut files = decode(bytes.clone(), folder)?;
    if !files.keys().any(|path| path.starts_with("locales/")) {
        files.extend(engines::shipped_catalogs()?);
    }
    let (pack, mut faults) = parse(&files);
    faults.retain(|fault| pack.is_served(&fault.file));
    if !faults.is_empty() {
        diagnostic::sort(&mut faults);
        bail!("a pack that nobody can use is not signed:\n\n{}", diagnostic::to_text(&faults, &files));
    }
    let now = Timestamp::now();
    let before = previous(folder)?;
    let rising = before.map_or(0, |before| before + 1).max(Manifest::serial_at(now));
    let serial = serial.unwrap_or(rising);
    if let Some(before) = before.filter(|before| serial <= *before) {
        bail!("the serial {serial} is not above {before}, which this pack was signed with before");
    }
    let manifest = Manifest::new(&pack.manifest.id, &pack.manifest.version, serial, now, &bytes)?;
    let key = SigningKey::open(key, password()?)?;
    let signature = key.sign(&manifest)?;
    // The manifest last: a running Kyr refuses what does not belong together, and takes it when it does.
    place(&folder.join(SIGNATURE), &signature)?;
    place(&folder.join(MANIFEST), &manifest.to_text())?;
    signed::verify(folder, &bytes, &key.trusting()?).context("the pack cannot be verified after signing")?;
    print(&format!("{}\npublic key {}\n", about(&manifest), key.public()?))
}

fn verify(folder: &Path, key: &str) -> Result<()> {
    let file = Path::new(key);
    let key = match file.is_file() {
        true => {
            let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
            text.lines().nth(1).unwrap_or_default().to_owned()
        }
        false => key.to_owned(),
    };
    let keys = Keys::parse(&[key]).with_context(|| format!("--key {}", file.display()))?;
    let signed = signed::verify(folder, &load_bytes(folder)?, &keys)?;
    print(&format!("{}: just as it was signed\n", about(&signed.manifest)))
}

fn about(manifest: &Manifest) -> String {
    let Manifest { pack, version, serial, created, .. } = manifest;
    format!("{pack} {version}, serial {serial}, signed at {created}, {} files", manifest.files())
}

/// The serial that the pack has now, if it is signed.
fn previous(folder: &Path) -> Result<Option<u64>> {
    let path = folder.join(MANIFEST);
    if !path.exists() {
        return Ok(None);
    }
    let context = || format!("{}: remove it, and give a --serial above the one before", path.display());
    let text = fs::read_to_string(&path).with_context(context)?;
    Ok(Some(Manifest::parse(&text).with_context(context)?.serial))
}

fn password() -> Result<Option<String>> {
    let source = Source { variable: "KYR_PACK_PASSWORD", setting: "", file: None };
    Ok(source.read()?.map(|secret| secret.expose().to_owned()))
}

/// Whole or not at all.
fn place(path: &Path, text: &str) -> Result<()> {
    let partial = path.with_extension(format!("{}.part", std::process::id()));
    let placed = fs::write(&partial, text).and_then(|()| fs::rename(&partial, path));
    if placed.is_err() {
        let _ = fs::remove_file(&partial);
    }
    placed.with_context(|| format!("cannot write {}", path.display()))
}
