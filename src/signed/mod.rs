//! Signed packs: a manifest with the hash of each file, and a minisign signature of it beside it. A signature says who
//! published a pack and that nothing was changed since; a serial says which of two is newer.
//! It must not know what the files say, or what a signed pack is used for.

mod manifest;
mod serials;
mod sign;
mod trust;

pub use manifest::{Manifest, hex};
pub use serials::Serials;
pub use sign::{SigningKey, write_pair};
pub use trust::{Keys, Signed, verify};

/// The manifest's name in a pack's folder.
pub const MANIFEST: &str = "pack.manifest";
/// The name of its signature, as minisign gives it.
pub const SIGNATURE: &str = "pack.manifest.minisig";
