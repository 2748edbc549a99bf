//! Whose signature counts, and whether a pack bears it. It must not know serials that came before.

use std::fmt;
use std::path::Path;

use anyhow::{Context, Result, bail};
use minisign_verify::{Error, PublicKey, Signature};
use sha2::{Digest, Sha256};

use super::manifest::{Manifest, hex};
use super::{MANIFEST, SIGNATURE};
use crate::content::load::{self, Bytes};

/// Bytes of a manifest of as many files as a pack may have.
const LARGEST_MANIFEST: u64 = 16 << 20;
const LARGEST_SIGNATURE: u64 = 4 << 10;
/// Characters of what is no key that an error repeats.
const LONGEST_SHOWN: usize = 60;

/// Public keys, of which one must have signed. There is at least one.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys(Vec<PublicKey>);

/// A pack's manifest whose signature is good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    pub manifest: Manifest,
    /// SHA-256 of the manifest, in hexadecimal.
    pub digest: String,
}

impl Keys {
    /// Keys as minisign writes them: 56 characters, the first of which are `RW`.
    ///
    /// # Errors
    /// Names the one that is none.
    pub fn parse(keys: &[impl AsRef<str>]) -> Result<Self> {
        if keys.is_empty() {
            bail!("the list is empty: name at least one key");
        }
        let keys = keys.iter().map(|key| {
            let key = key.as_ref().trim();
            PublicKey::from_base64(key).ok().with_context(|| {
                let shown: String = key.chars().take(LONGEST_SHOWN).flat_map(char::escape_debug).collect();
                format!("`{shown}` is no public key of minisign: it has 56 characters and begins with RW")
            })
        });
        Ok(Self(keys.collect::<Result<_>>()?))
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Keys({})", self.0.len())
    }
}

/// Checks that one of `keys` signed the manifest in `root`, and that `files`, which were read there, are those of it.
///
/// # Errors
/// Says what is wrong and who can mend it.
pub fn verify(root: &Path, files: &Bytes, keys: &Keys) -> Result<Signed> {
    let read = |name, most| {
        let path = root.join(name);
        if !path.exists() {
            bail!(
                "the pack in {} is not signed: there is no {name}; get the pack as its publisher signed it",
                root.display()
            );
        }
        load::read_at_most(&path, most)
    };
    let manifest = read(MANIFEST, LARGEST_MANIFEST)?;
    let signature = read(SIGNATURE, LARGEST_SIGNATURE)?;
    let malformed = || format!("{SIGNATURE} in {} is no signature of minisign", root.display());
    let signature = String::from_utf8(signature).ok().with_context(malformed)?;
    let signature = Signature::decode(&signature).ok().with_context(malformed)?;
    check(&manifest, &signature, keys)?;
    let digest = hex(&Sha256::digest(&manifest));
    let text = String::from_utf8(manifest).context("the manifest is not UTF-8")?;
    let manifest = Manifest::parse(&text).context("the manifest is signed, but malformed")?;
    if signature.trusted_comment() != manifest.comment() {
        bail!(
            "the signature's comment is not the one of this manifest: sign with `kyr pack sign`, or with the comment `{}`",
            manifest.comment()
        );
    }
    manifest.compare(files)?;
    Ok(Signed { manifest, digest })
}

fn check(manifest: &[u8], signature: &Signature, keys: &Keys) -> Result<()> {
    for key in &keys.0 {
        match key.verify(manifest, signature, false) {
            Ok(()) => return Ok(()),
            Err(Error::UnexpectedKeyId) => {}
            Err(Error::UnexpectedAlgorithm) => {
                bail!("the manifest is signed in the old form of minisign: sign it with a minisign of today")
            }
            Err(_) => bail!(
                "the signature does not belong to this manifest, or is forged: get both files anew from the publisher"
            ),
        }
    }
    bail!(
        "the manifest is signed by a key that is not trusted: if the publisher has a new key, make sure that it is \
         theirs before you trust it"
    )
}
