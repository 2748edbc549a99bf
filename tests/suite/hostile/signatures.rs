//! Hostile manifests, signatures, keys and serials of packs: nothing is taken that was not signed as it is.

use std::fs;
use std::path::Path;

use kyr::content::load::{Bytes, load_bytes};
use kyr::signed::{Keys, MANIFEST, Manifest, SIGNATURE, Serials, Signed, SigningKey, verify, write_pair};
use tempfile::TempDir;

use super::files::{damaged, garbage};
use super::random::Random;
use super::words::{flipped, horror};
use super::{Kind, LIMIT};
use crate::talk::{small_pack, write};

/// A pack that was signed, and what belongs to it.
pub struct Signing {
    home: TempDir,
    files: Bytes,
    public: String,
    keys: Keys,
    manifest: String,
    signature: String,
    /// As `signature`, by the same key, of another manifest.
    other: String,
    signed: Signed,
}

impl Signing {
    pub fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        write(home.path(), &small_pack());
        let files = load_bytes(home.path()).expect("a pack");
        let secret = home.path().join("pack.key");
        let (public, _) = write_pair(&secret, None, false).expect("a pair of keys");
        let key = SigningKey::open(&secret, None).expect("a key");
        let manifest = |serial| {
            let created = "2026-11-22T10:15:00Z".parse().expect("a time");
            Manifest::new("base", "1", serial, created, &files).expect("a manifest")
        };
        let sign = |manifest: &Manifest| key.sign(manifest).expect("a signature");
        let (own, other) = (manifest(7), manifest(9));
        let (text, signature, other) = (own.to_text(), sign(&own), sign(&other));
        let keys = key.trusting().expect("keys");
        put(home.path(), &text, &signature);
        let signed = verify(home.path(), &files, &keys).expect("it is signed");
        Self { home, files, public, keys, manifest: text, signature, other, signed }
    }

    pub fn signatures(&self) -> Kind {
        let mut kind = Kind::new("signatures", 800);
        kind.each(|kind, random| {
            let (mut manifest, mut signature) = (self.manifest.clone(), self.signature.clone());
            match random.below(4) {
                0 => manifest = damaged(&manifest, random),
                1 => signature = self.line(&signature, random),
                2 => signature = damaged(&signature, random),
                _ => (manifest, signature) = (flipped(&manifest, random), self.other.clone()),
            }
            put(self.home.path(), &manifest, &signature);
            let found = kind.timed(LIMIT, || verify(self.home.path(), &self.files, &self.keys));
            // The first line is nobody's; all others are signed.
            let said = |signature: &str| signature.lines().skip(1).take(3).map(str::to_owned).collect::<Vec<_>>();
            let same = manifest == self.manifest && said(&signature) == said(&self.signature);
            match found {
                Ok(_) => assert!(same, "taken: {manifest:?} {signature:?}"),
                Err(error) => {
                    let named = ["signature", "manifest", "signed"];
                    let error = format!("{error:#}");
                    assert!(named.iter().any(|word| error.contains(word)), "{error}");
                    kind.refuse(&error, "");
                }
            }
        });
        kind
    }

    /// Another in place of one line, or of a part of it.
    fn line(&self, signature: &str, random: &mut Random) -> String {
        let mut lines: Vec<String> = signature.lines().map(str::to_owned).collect();
        let at = random.below(lines.len());
        lines[at] = match random.below(5) {
            0 => garbage(random),
            1 => flipped(&lines[at], random),
            2 => lines[at].chars().take(random.below(lines[at].len())).collect(),
            3 => lines[at].repeat(2 + random.below(30)),
            _ => self.other.lines().nth(at).unwrap_or("").to_owned(),
        };
        lines.join("\n") + "\n"
    }

    pub fn keys(&self) -> Kind {
        let mut kind = Kind::new("keys", 300);
        kind.each(|kind, random| {
            let key = match random.below(3) {
                0 => horror(random),
                1 => self.public.chars().take(random.below(56)).collect(),
                _ => flipped(&self.public, random),
            };
            match kind.timed(LIMIT, || Keys::parse(&[&key])) {
                Ok(keys) => assert!(keys != self.keys || key.trim() == self.public, "another key counts: {key}"),
                Err(error) => kind.refuse(&format!("{error:#}"), "is no public key"),
            }
        });
        kind
    }

    /// The note of the serials that were taken: damaged, it lets nothing through that is older.
    pub fn serials(&self) -> Kind {
        let mut kind = Kind::new("serials", 300);
        let data = self.home.path().join("data");
        let serials = Serials::new(&data);
        serials.take(&self.signed).expect("the first");
        let file = data.join("pack-serials.json");
        let noted = fs::read_to_string(&file).expect("a note");
        kind.each(|kind, random| {
            fs::write(&file, damaged(&noted, random)).expect("writable");
            if let Err(error) = kind.timed(LIMIT, || Serials::new(&data).check(&self.signed)) {
                kind.refuse(&format!("{error:#}"), "");
            }
            // Who has seen it goes on from what it has seen.
            let mut older = self.signed.clone();
            older.manifest.serial = 6;
            assert!(serials.check(&older).is_err(), "there is a way back");
        });
        fs::remove_dir_all(data).expect("ours");
        kind
    }
}

fn put(home: &Path, manifest: &str, signature: &str) {
    fs::write(home.join(MANIFEST), manifest).expect("writable");
    fs::write(home.join(SIGNATURE), signature).expect("writable");
}
