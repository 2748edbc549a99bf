//! The regions of the United States that texts and hotlines may be bound to.
//! It must not know their names in any language; the catalog has them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Two-letter postal codes, in alphabetical order.
const CODES: [&str; 52] = [
    "AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA",
    "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR",
    "PA", "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY",
];

/// A US state, the District of Columbia or Puerto Rico.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Region(u8);

impl Region {
    pub fn all() -> impl Iterator<Item = Self> {
        (0..52).map(Self)
    }

    /// The postal code in capitals.
    pub fn code(self) -> &'static str {
        CODES.get(usize::from(self.0)).copied().unwrap_or("DC")
    }
}

impl fmt::Display for Region {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

impl FromStr for Region {
    type Err = String;

    /// Takes the postal code in any case.
    fn from_str(text: &str) -> Result<Self, String> {
        CODES
            .binary_search(&text.to_ascii_uppercase().as_str())
            .map(|at| Self(at as u8))
            .map_err(|_| "write a two-letter US state code, for example CA".to_owned())
    }
}
