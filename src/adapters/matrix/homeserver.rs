//! A homeserver before anybody signs in: where a server's people have it, whether it answers, how it says that it lets
//! people in. It must not know Kyr's store.

use anyhow::{Context, Result, bail};
use reqwest::header::DATE;
use reqwest::{Client, Response};
use serde_json::Value;
use std::time::Duration;

/// A request without an answer is broken after this long.
const ANSWER: Duration = Duration::from_secs(10);
/// Bytes of an answer that are read; what is meant here has some hundreds.
const LARGEST: usize = 256 * 1024;

pub struct Homeserver {
    client: Client,
    /// Without a slash at the end.
    address: String,
}

/// It answered as a homeserver does.
pub struct Answers {
    /// Its clock, as it wrote it.
    pub date: Option<String>,
}

impl Homeserver {
    /// # Errors
    /// When the system has no certificates to check others with.
    pub fn new(address: &str) -> Result<Self> {
        let client = Client::builder().user_agent("kyr").timeout(ANSWER).build().context("cannot prepare for TLS")?;
        Ok(Self { client, address: address.trim_end_matches('/').to_owned() })
    }

    /// Where the people of this server have their homeserver: where it says itself, or at its own name.
    ///
    /// # Errors
    /// When the system has no certificates to check others with.
    pub async fn of(server: &str) -> Result<Self> {
        // Nobody has a certificate for this machine.
        let scheme = if is_this_machine(server) { "http" } else { "https" };
        let mut found = Self::new(&format!("{scheme}://{server}"))?;
        if let Some(address) = found.says_instead().await {
            found.address = address;
        } else if server == "localhost" {
            // Where Synapse listens when nobody says otherwise.
            found.address = "http://localhost:8008".to_owned();
        }
        Ok(found)
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// # Errors
    /// Says why it is no homeserver, as far as one can see.
    pub async fn answers(&self) -> Result<Answers> {
        let response = self.get("/_matrix/client/versions").await?;
        let date = response.headers().get(DATE).and_then(|date| Some(date.to_str().ok()?.to_owned()));
        let status = response.status();
        let versions = json(response).await.is_some_and(|said| said["versions"].is_array());
        if !versions {
            bail!("what answers at {} is no Matrix homeserver (it said {})", self.address, status.as_u16());
        }
        Ok(Answers { date })
    }

    /// The address that `.well-known` names, when it is another one.
    pub async fn says_instead(&self) -> Option<String> {
        let said = json(self.get("/.well-known/matrix/client").await.ok()?).await?;
        let address = said["m.homeserver"]["base_url"].as_str()?.trim_end_matches('/');
        let is_address = address.starts_with("https://") || address.starts_with("http://");
        (is_address && address != self.address).then(|| address.to_owned())
    }

    /// Whether one can sign in with a password.
    ///
    /// # Errors
    /// When it did not say.
    pub async fn takes_passwords(&self) -> Result<bool> {
        let said = json(self.get("/_matrix/client/v3/login").await?).await;
        let said = said.context("the homeserver does not say how one signs in")?;
        let mut flows = said["flows"].as_array().context("the homeserver does not say how one signs in")?.iter();
        Ok(flows.any(|flow| flow["type"] == "m.login.password"))
    }

    /// Whether it has this account: a full id. `None` when it does not tell strangers.
    pub async fn knows(&self, user: &str) -> Option<bool> {
        let user = user.replace('%', "%25").replace('/', "%2F").replace('?', "%3F").replace('#', "%23");
        let response = self.get(&format!("/_matrix/client/v3/profile/{user}")).await.ok()?;
        match response.status().as_u16() {
            200 => Some(true),
            // Another code than this is said of the account: M_NOT_FOUND, Synapse also M_UNKNOWN.
            404 => json(response).await?["errcode"].as_str().filter(|code| *code != "M_UNRECOGNIZED").map(|_| false),
            _ => None,
        }
    }

    async fn get(&self, path: &str) -> Result<Response> {
        self.client.get(format!("{}{path}", self.address)).send().await.map_err(|error| {
            let said = match error {
                error if error.is_timeout() => "does not answer in time",
                error if error.is_connect() => "cannot be reached",
                error if error.is_builder() => "is no address",
                _ => "does not answer as it should",
            };
            anyhow::anyhow!("{} {said}", self.address)
        })
    }
}

/// Plain HTTP to there does not leave this machine.
pub fn is_this_machine(server: &str) -> bool {
    let host = server.rsplit_once(':').filter(|(_, port)| port.parse::<u16>().is_ok()).map_or(server, |(host, _)| host);
    let is_loopback = |text: &str| text.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    host == "localhost" || is_loopback(server) || is_loopback(host.trim_matches(['[', ']']))
}

async fn json(mut response: Response) -> Option<Value> {
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.ok()? {
        body.extend_from_slice(&piece);
        if body.len() > LARGEST {
            return None;
        }
    }
    serde_json::from_slice(&body).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_is_this_machine() {
        for own in ["localhost", "localhost:8008", "127.0.0.1", "127.0.0.1:8008", "[::1]:8008", "::1"] {
            assert!(is_this_machine(own), "{own}");
        }
        for other in ["example.org", "example.org:8008", "10.0.0.1", "localhost.example.org"] {
            assert!(!is_this_machine(other), "{other}");
        }
    }
}
