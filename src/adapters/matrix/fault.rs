//! What went wrong with a request, in words that hold no id, no address of a room and no message:
//! errors of the SDK may quote all of these. It must not know what the request was for.

use std::fmt;

use matrix_sdk::HttpError;
use matrix_sdk::ruma::api::error::ErrorKind;

/// Why a request failed, and whether trying again may help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub passing: bool,
    /// The homeserver doesn't know Kyr's session any more.
    pub signed_out: bool,
    said: String,
}

impl Fault {
    /// One that no waiting mends.
    pub fn lasting(said: impl Into<String>) -> Self {
        Self { passing: false, signed_out: false, said: said.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.said)
    }
}

impl std::error::Error for Fault {}

impl From<matrix_sdk::Error> for Fault {
    fn from(error: matrix_sdk::Error) -> Self {
        match error {
            matrix_sdk::Error::Http(error) => (*error).into(),
            matrix_sdk::Error::WrongRoomState(_) => Self::lasting("Kyr is not in the room any more"),
            matrix_sdk::Error::StateStore(_) | matrix_sdk::Error::CryptoStoreError(_) => {
                Self { passing: true, ..Self::lasting("the store could not be read or written: is the disk full?") }
            }
            matrix_sdk::Error::OlmError(_) | matrix_sdk::Error::MegolmError(_) => Self::lasting("encrypting failed"),
            _ => Self::lasting("an unexpected fault in the Matrix library"),
        }
    }
}

impl From<HttpError> for Fault {
    fn from(error: HttpError) -> Self {
        if let HttpError::Reqwest(error) = &error {
            let said = match error {
                error if error.is_timeout() => "the homeserver does not answer in time",
                error if error.is_connect() => "the homeserver cannot be reached",
                _ => "the connection to the homeserver broke",
            };
            return Self { passing: true, signed_out: false, said: said.to_owned() };
        }
        let Some(api) = error.as_client_api_error() else {
            // A proxy's page instead of an answer.
            return Self {
                passing: true,
                signed_out: false,
                said: "the homeserver's answer cannot be read".to_owned(),
            };
        };
        let status = api.status_code.as_u16();
        let kind = api.error_kind();
        let code = kind.map_or_else(|| "no code".to_owned(), |kind| kind.errcode().to_string());
        Self {
            passing: status >= 500 || status == 429,
            signed_out: matches!(kind, Some(ErrorKind::UnknownToken(_))),
            said: format!("the homeserver refused with {status} {code}"),
        }
    }
}
