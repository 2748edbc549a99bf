//! What went wrong with a request to Discord, in words that hold no id, no token and no message.
//! It must not know what the request was for.

use std::fmt;

/// Why a request failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It did not reach Discord, or no answer came back.
    Unreachable(&'static str),
    /// Discord said no. `code` is Discord's own, 0 when it gave none.
    Refused { status: u16, code: u64 },
}

/// The interaction has had its first reply.
pub const ALREADY_ANSWERED: u64 = 40060;
/// The interaction is older than Discord takes replies for, or unknown.
pub const EXPIRED: u64 = 10062;
/// The webhook of an interaction is not there, or not yet.
pub const NO_WEBHOOK: u64 = 10015;

impl Fault {
    /// Whether the same request may work later.
    pub fn passes(&self) -> bool {
        match self {
            Self::Unreachable(_) => true,
            Self::Refused { status, .. } => *status == 429 || *status >= 500,
        }
    }

    /// Whether Discord refused with this code.
    pub fn is(&self, wanted: u64) -> bool {
        matches!(self, Self::Refused { code, .. } if *code == wanted)
    }

    /// Whether Discord doesn't take the bot's token.
    pub fn is_unauthorized(&self) -> bool {
        matches!(self, Self::Refused { status: 401, .. })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable(said) => formatter.write_str(said),
            Self::Refused { status: 429, .. } => formatter.write_str("Discord asks for patience (429)"),
            Self::Refused { status, .. } if *status >= 500 => write!(formatter, "Discord has a fault ({status})"),
            Self::Refused { status, code } => write!(formatter, "Discord refused a request ({status}, code {code})"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<reqwest::Error> for Fault {
    fn from(error: reqwest::Error) -> Self {
        Self::Unreachable(match error {
            error if error.is_timeout() => "Discord does not answer in time",
            error if error.is_connect() => "Discord cannot be reached",
            _ => "the connection to Discord broke",
        })
    }
}
