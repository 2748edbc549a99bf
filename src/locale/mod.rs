//! Languages and the interface's messages in them. It must not know topics or how a reply is built.

mod catalog;
mod message;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

pub use catalog::{Catalog, MessageFault, too_deep};
pub use message::{MANNER, Manner, Message, SPECS, Spec};

/// A language as a canonical BCP 47 tag: `en`, `zh-Hans`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Locale(String);

/// Scripts and, where a tag names none, languages that are written from right to left.
const RTL: [&str; 10] = ["ar", "fa", "ps", "ur", "he", "yi", "ckb", "Arab", "Hebr", "Thaa"];

impl Locale {
    /// Canonicalizes case; the error says what a tag looks like.
    pub fn parse(tag: &str) -> Result<Self, String> {
        tag.parse::<LanguageIdentifier>()
            .map(|id| Self(id.to_string()))
            .map_err(|_| "write a language tag such as en, es or zh-Hans".to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether its script is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.0.split('-').any(|part| RTL.contains(&part))
    }

    pub(crate) fn identifier(&self) -> LanguageIdentifier {
        self.0.parse().unwrap_or_default()
    }
}

impl Default for Locale {
    fn default() -> Self {
        Self("en".to_owned())
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for Locale {
    type Err = String;

    fn from_str(tag: &str) -> Result<Self, String> {
        Self::parse(tag)
    }
}
