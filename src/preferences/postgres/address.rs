//! Where a PostgreSQL is, and how it is connected to. It must not connect, and it never shows a password.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use rustls::client::danger::ServerCertVerifier;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;
use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

/// A connection that nobody uses is tried so often: routers forget silent ones.
const KEEP_ALIVE: Duration = Duration::from_secs(30);

/// A checked address.
#[derive(Clone)]
pub struct Address(pub(super) Config);

impl Address {
    /// Reads `postgres://user@host/database`; `password` is used instead of one in the address.
    ///
    /// # Errors
    /// Says what is wrong, without repeating the address.
    pub fn parse(address: &str, password: Option<&str>) -> Result<Self> {
        const EXAMPLE: &str = "write for example postgres://kyr@db.example.org/kyr";
        if !address.starts_with("postgres://") && !address.starts_with("postgresql://") {
            bail!("this is no address of a PostgreSQL database: {EXAMPLE}");
        }
        let mut config: Config = address.parse().map_err(|error: tokio_postgres::Error| {
            let cause = error.source().map_or_else(|| error.to_string(), ToString::to_string);
            anyhow!("the address of the database cannot be read ({cause}): {EXAMPLE}")
        })?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            bail!("the address of the database names no host: {EXAMPLE}");
        }
        if let Some(password) = password {
            config.password(password);
        }
        config.application_name("kyr").keepalives_idle(KEEP_ALIVE).connect_timeout(super::PATIENCE);
        Ok(Self(config))
    }

    pub(super) fn user(&self) -> &str {
        self.0.get_user().unwrap_or("(this system's user)")
    }

    pub(super) fn database(&self) -> &str {
        self.0.get_dbname().unwrap_or(self.user())
    }

    /// Host and port; several of them with commas.
    pub(super) fn server(&self) -> String {
        let ports = self.0.get_ports();
        let port = |at: usize| ports.get(at).or(ports.first()).copied().unwrap_or(5432);
        let hosts = self.0.get_hosts().iter().map(|host| match host {
            Host::Tcp(name) => name.clone(),
            #[cfg(unix)]
            Host::Unix(folder) => folder.display().to_string(),
        });
        let numbers = self.0.get_hostaddrs().iter().map(ToString::to_string);
        let mut names: Vec<String> = hosts.collect();
        if names.is_empty() {
            names = numbers.collect();
        }
        names.iter().enumerate().map(|(at, name)| format!("{name}:{}", port(at))).collect::<Vec<_>>().join(", ")
    }

    /// TLS as this machine trusts it. Without any authorities no certificate is trusted, but a server without TLS
    /// can still be used.
    pub(super) fn tls(&self) -> Result<MakeRustlsConnect> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ClientConfig::builder_with_provider(provider.clone()).with_safe_default_protocol_versions()?;
        let trusted = match self.0.get_ssl_mode() {
            SslMode::Disable => None,
            _ => Verifier::new(provider).ok().map(|verifier| Arc::new(verifier) as Arc<dyn ServerCertVerifier>),
        };
        let config = match trusted {
            Some(verifier) => config.dangerous().with_custom_certificate_verifier(verifier),
            None => config.with_root_certificates(RootCertStore::empty()),
        };
        Ok(MakeRustlsConnect::new(config.with_no_client_auth()))
    }
}

/// For operators; without the password.
impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at {}, as {}", self.database(), self.server(), self.user())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_everything_but_the_password() {
        let address = Address::parse("postgres://kyr:s3cret@db,[::1]:6432/rights", None).expect("an address");
        assert_eq!(address.to_string(), "rights at db:5432, ::1:6432, as kyr");
        let error = |text| Address::parse(text, None).map(|_| ()).expect_err("a fault").to_string();
        for bad in
            ["mysql://kyr:s3cret@db/kyr", "postgres:///kyr", "postgres://kyr:s3cret@db:x/", "postgres://a@b/c?x=y"]
        {
            assert!(error(bad).contains("postgres://kyr@db.example.org/kyr"), "{bad}");
            assert!(!error(bad).contains("s3cret"), "{bad}");
        }
        assert!(error("postgres://a@b/c?sslrootcert=y").contains("sslrootcert"));
    }

    #[test]
    fn a_password_may_come_from_elsewhere() {
        let address = Address::parse("postgres://kyr:old@db/kyr", Some("new")).expect("an address");
        assert_eq!(address.0.get_password(), Some(b"new".as_slice()));
    }
}
