//! `kyr health`: asks the Kyr that runs with a configuration whether it lives, for machines that cannot ask over HTTP
//! themselves, such as a container's health check. It must not judge anything itself, nor start what serving needs.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::print;
use crate::config::Config;

/// Longer than an answer may take, so that what comes is what Kyr says of itself.
const PATIENCE: Duration = Duration::from_secs(8);
/// A verdict is a few lines long.
const LONGEST: u64 = 64 * 1024;

#[derive(clap::Args)]
pub struct Arguments {
    /// The configuration that Kyr runs with
    #[arg(long, value_name = "FILE", default_value = "kyr.yaml")]
    config: PathBuf,
    /// Ask whether it is connected everywhere, not only whether it can answer
    #[arg(long)]
    ready: bool,
}

impl Arguments {
    /// Exit code 1 when Kyr is not there or not well.
    pub fn run(self) -> Result<ExitCode> {
        let address = address(&Config::load(&self.config)?)
            .with_context(|| format!("{} names no address to ask: set metrics.listen", self.config.display()))?;
        let path = if self.ready { "/readyz" } else { "/healthz" };
        let (well, words) = ask(address, path).unwrap_or_else(|error| (false, format!("{error:#}\n")));
        print(&words)?;
        Ok(ExitCode::from(u8::from(!well)))
    }
}

/// Where Kyr tells of its health.
fn address(config: &Config) -> Option<SocketAddr> {
    let endpoint = config.discord.as_ref().and_then(|discord| discord.endpoint.as_ref());
    let mut address = config.metrics.or(endpoint.map(|endpoint| endpoint.listen))?;
    match address.ip() {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    Some(address)
}

/// Whether the answer is 200, and what it says.
fn ask(address: SocketAddr, path: &str) -> Result<(bool, String)> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE)
        .with_context(|| format!("nobody listens on {address}, so Kyr does not run"))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    // The older HTTP, in which the end of the answer is the end of the connection.
    stream.write_all(format!("GET {path} HTTP/1.0\r\nHost: {address}\r\n\r\n").as_bytes())?;
    let mut answer = Vec::new();
    stream.take(LONGEST).read_to_end(&mut answer).with_context(|| format!("no answer from {address}"))?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, words) = answer.split_once("\r\n\r\n").unwrap_or_default();
    let Some(status) = head.strip_prefix("HTTP/1.").and_then(|rest| rest.split_ascii_whitespace().nth(1)) else {
        bail!("what listens on {address} is not Kyr");
    };
    Ok((status == "200", words.to_owned()))
}
