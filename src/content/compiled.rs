//! A whole pack with what was learned from it, as bytes: how the shipped pack gets into the binary.
//! It must not know how a pack is read or trained.

use serde::{Deserialize, Serialize};

use super::Pack;
use crate::diagnostic::Files;

/// Pack, message catalogs and, as bytes that are left where they lie, what was trained from the pack.
#[derive(Serialize, Deserialize)]
pub struct Compiled<'a> {
    pub pack: Pack,
    /// The `locales/` files.
    pub catalogs: Files,
    pub trained: &'a [u8],
}

impl<'a> Compiled<'a> {
    pub fn to_bytes(&self) -> anyhow::Result<Vec<u8>> {
        Ok(postcard::to_stdvec(self)?)
    }

    pub fn from_bytes(bytes: &'a [u8]) -> anyhow::Result<Self> {
        Ok(postcard::from_bytes(bytes)?)
    }
}
