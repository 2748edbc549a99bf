//! Makes keys and signatures, in the files of minisign. It must not know what was signed before.
//!
//! The crate that signs is not used to check: it takes signatures for well-formed that are not.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use minisign::{ErrorKind, KeyPair, PublicKey, SecretKey, SecretKeyBox};

use super::manifest::Manifest;
use super::trust::Keys;

/// Signs. It must never be printed: its own `Debug` would show the secret.
pub struct SigningKey(SecretKey);

impl SigningKey {
    /// Opens the file of a secret key. A password that is needed and not given is asked for in the terminal.
    ///
    /// # Errors
    /// Names the file, and says whether the password is wrong.
    pub fn open(file: &Path, password: Option<String>) -> Result<Self> {
        let name = file.display();
        let text = fs::read_to_string(file).with_context(|| format!("cannot read the key {name}"))?;
        let sealed = SecretKeyBox::from(text);
        let key = match sealed.clone().into_unencrypted_secret_key() {
            Ok(key) => key,
            // minisign itself leaves the checksum of such keys out.
            Err(error) if matches!(error.kind(), ErrorKind::Verify) => {
                bail!("the key in {name} is damaged, or minisign made it without a password: use one of `kyr pack key`")
            }
            Err(_) => {
                sealed.into_secret_key(password).map_err(|error| anyhow!("cannot use the key in {name}: {error}"))?
            }
        };
        Ok(Self(key))
    }

    /// The public key, as an operator writes it into `content.trusted_keys`.
    pub fn public(&self) -> Result<String> {
        let key = PublicKey::from_secret_key(&self.0).map_err(|error| anyhow!("the key is damaged: {error}"))?;
        Ok(key.to_base64())
    }

    /// Those who trust this key alone.
    pub fn trusting(&self) -> Result<Keys> {
        Keys::parse(&[self.public()?])
    }

    /// The content of the signature's file.
    pub fn sign(&self, manifest: &Manifest) -> Result<String> {
        let comment = manifest.comment();
        let about = "signature of a Kyr pack: check it with kyr pack verify, or with minisign -V";
        let signed = minisign::sign(None, &self.0, manifest.to_text().as_bytes(), Some(&comment), Some(about));
        Ok(signed.map_err(|error| anyhow!("cannot sign: {error}"))?.into_string())
    }
}

/// Makes a key pair: the secret key in `file`, readable by its owner only, the public one beside it with `.pub` at its
/// end. Returns the public key and its path. Without a password it is asked for, unless it shall have none.
///
/// # Errors
/// Also when one of the files is there: no key is ever overwritten.
pub fn write_pair(file: &Path, password: Option<String>, sealed: bool) -> Result<(String, PathBuf)> {
    let mut public = file.as_os_str().to_owned();
    public.push(".pub");
    let public = PathBuf::from(public);
    for file in [file, &public] {
        if file.exists() {
            bail!("{} is there already: a key is never overwritten", file.display());
        }
    }
    let pair = match sealed {
        true => KeyPair::generate_encrypted_keypair(password),
        false => KeyPair::generate_unencrypted_keypair(),
    };
    let failed = |error| anyhow!("cannot make a key: {error}");
    let pair = pair.map_err(failed)?;
    let secret = pair.sk.to_box(Some("Kyr's key for signing packs: keep it secret")).map_err(failed)?;
    create(file, 0o600, &secret.into_string())?;
    create(&public, 0o644, &pair.pk.to_box().map_err(failed)?.into_string())?;
    Ok((pair.pk.to_base64(), public))
}

fn create(file: &Path, mode: u32, text: &str) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    #[cfg(not(unix))]
    let _ = mode;
    let written = options.open(file).and_then(|mut out| {
        out.write_all(text.as_bytes())?;
        out.sync_all()
    });
    written.with_context(|| format!("cannot write {}", file.display()))
}
