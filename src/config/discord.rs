//! The `discord:` section, resolved: which application Kyr is, and how Discord reaches it.
//! It must not talk to Discord, and it reads no secret.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::secret::Source;

/// Checked settings of the Discord adapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discord {
    pub application_id: u64,
    pub token: Source,
    /// Present: Discord calls Kyr. Absent: Kyr keeps a connection to Discord.
    pub endpoint: Option<Endpoint>,
    /// The address of Discord's API, without a slash at the end.
    pub api: String,
    /// Where the place in the stream of events is kept.
    pub data: PathBuf,
}

/// Where Discord's calls arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    pub listen: SocketAddr,
    /// Verifies that a call is Discord's.
    pub public_key: [u8; 32],
}

/// As it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    application_id: Option<String>,
    token_file: Option<PathBuf>,
    endpoint: Option<RawEndpoint>,
    test_api: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawEndpoint {
    listen: String,
    public_key: String,
}

const API: &str = "https://discord.com/api/v10";
const PORTAL: &str = "copy it from the application's page in Discord's developer portal, \"General Information\"";

impl Raw {
    /// Paths are taken from `base`, the folder of the configuration.
    pub fn resolve(self, base: &Path, data: &Path) -> Result<Discord> {
        let Some(id) = self.application_id else { bail!("discord.application_id is missing: {PORTAL}") };
        let Some(application_id) = id.trim().parse().ok().filter(|id| *id > 0) else {
            bail!("discord.application_id: `{id}` is not a number in quotes: {PORTAL}")
        };
        Ok(Discord {
            application_id,
            token: token(self.token_file.map(|file| base.join(file))),
            endpoint: self.endpoint.map(RawEndpoint::resolve).transpose()?,
            api: api(self.test_api.as_deref())?,
            data: data.to_owned(),
        })
    }
}

/// Where the bot's token is.
pub fn token(file: Option<PathBuf>) -> Source {
    Source { variable: "KYR_DISCORD_TOKEN", setting: "discord.token_file", file }
}

/// Discord's own address, or another one for tests.
pub fn api(test: Option<&str>) -> Result<String> {
    test.map_or(Ok(API.to_owned()), test_api)
}

impl RawEndpoint {
    fn resolve(self) -> Result<Endpoint> {
        let listen = self.listen.parse().ok().with_context(|| {
            format!(
                "discord.endpoint.listen: `{}` is no address and port: write for example 127.0.0.1:8080",
                self.listen
            )
        })?;
        let public_key = hex(self.public_key.trim())
            .with_context(|| format!("discord.endpoint.public_key is not 64 hexadecimal digits: {PORTAL}"))?;
        Ok(Endpoint { listen, public_key })
    }
}

fn hex(digits: &str) -> Option<[u8; 32]> {
    let mut key = [0; 32];
    if digits.len() != 2 * key.len() || !digits.is_ascii() {
        return None;
    }
    for (at, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(key)
}

/// Only this machine: the token goes wherever this points.
fn test_api(address: &str) -> Result<String> {
    let address = address.trim_end_matches('/');
    let authority = address.strip_prefix("http://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    match authority.parse::<SocketAddr>() {
        Ok(socket) if socket.ip().is_loopback() => Ok(address.to_owned()),
        _ => bail!("discord.test_api is for tests and takes addresses such as http://127.0.0.1:4000/api/v10 only"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_cannot_be_sent_elsewhere() {
        assert!(test_api("http://127.0.0.1:4000/api/v10").is_ok());
        for bad in ["https://example.org/api", "http://127.0.0.1.example.org:80/", "http://127.0.0.1:1@example.org/"] {
            assert!(test_api(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_key_is_64_digits() {
        assert_eq!(hex(&"0f".repeat(32)), Some([15; 32]));
        assert_eq!(hex(&"0f".repeat(31)), None);
        assert_eq!(hex(&"0g".repeat(32)), None);
        assert_eq!(hex(&"é".repeat(32)), None);
    }
}
