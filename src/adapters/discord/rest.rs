//! Requests to Discord's API: sent again while that may help, held back when Discord says so.
//! It must not know what a request is for.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};
use reqwest::header::{AUTHORIZATION, DATE, HeaderValue, USER_AGENT};
use reqwest::{Method, Response};
use serde_json::Value;
use tokio::time::{Instant, sleep, sleep_until};

use super::fault::{EXPIRED, Fault, NO_WEBHOOK};
use crate::config::secret::Secret;

/// A request without an answer is broken after this long.
const ANSWER: Duration = Duration::from_secs(10);
/// Connections that wait for the next request.
const IDLE_CONNECTIONS: usize = 16;
const FIRST_PAUSE: Duration = Duration::from_millis(150);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
/// A follow-up may overtake the first reply on its way to Discord.
const OVERTAKEN: Duration = Duration::from_secs(5);
/// Routes held back at once; more are not remembered.
const MOST_HELD: usize = 1_000;

/// A request that failed for good, and how often it was sent.
#[derive(Debug)]
pub struct Failed {
    pub fault: Fault,
    pub sent: u32,
}

/// What came of a single request.
pub struct Look {
    pub answer: Result<Value, Fault>,
    /// The server's clock, as it wrote it.
    pub date: Option<String>,
}

pub struct Rest {
    client: reqwest::Client,
    api: String,
    bot: HeaderValue,
    /// Until when a route, or everything (the empty route), is held back.
    held: Mutex<HashMap<String, Instant>>,
}

impl Rest {
    /// # Errors
    /// When the token can't be one, or the system has no certificates to check Discord's with.
    pub fn new(api: &str, token: &Secret) -> Result<Self> {
        // Two TLS libraries are in the tree; whoever comes first chooses.
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let mut bot = HeaderValue::from_str(&format!("Bot {}", token.expose()))
            .context("the bot's token holds characters that no token has: copy it anew")?;
        bot.set_sensitive(true);
        let client = reqwest::Client::builder()
            .timeout(ANSWER)
            .pool_max_idle_per_host(IDLE_CONNECTIONS)
            .build()
            .context("cannot prepare for TLS")?;
        Ok(Self { client, api: api.to_owned(), bot, held: Mutex::default() })
    }

    /// Sends as the bot.
    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
        give_up: Instant,
    ) -> Result<Value, Failed> {
        self.until(method, path, body, true, give_up).await
    }

    /// Sends with the token of an interaction, which is in the path.
    pub async fn reply(&self, method: Method, path: &str, body: &Value, give_up: Instant) -> Result<Value, Failed> {
        self.until(method, path, Some(body), false, give_up).await
    }

    /// Asks once, as the bot.
    ///
    /// # Errors
    /// When no answer came, not even a refusal.
    pub async fn look(&self, path: &str) -> Result<Look, Fault> {
        let response = self.request(Method::GET, path, None, true).await?;
        let date = response.headers().get(DATE).and_then(|date| Some(date.to_str().ok()?.to_owned()));
        Ok(Look { answer: self.read(path, response).await, date })
    }

    async fn until(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
        as_bot: bool,
        give_up: Instant,
    ) -> Result<Value, Failed> {
        let started = Instant::now();
        let mut pause = FIRST_PAUSE;
        for sent in 1.. {
            if let Some(until) = self.held_until(path) {
                if until >= give_up {
                    return Err(Failed { fault: Fault::Refused { status: 429, code: 0 }, sent: sent - 1 });
                }
                sleep_until(until).await;
            }
            let response = self.request(method.clone(), path, body, as_bot).await;
            let fault = match response {
                Err(fault) => fault,
                Ok(response) => match self.read(path, response).await {
                    Ok(body) => return Ok(body),
                    Err(fault) => fault,
                },
            };
            let overtaken = (fault.is(NO_WEBHOOK) || fault.is(EXPIRED))
                && path.starts_with("/webhooks/")
                && started.elapsed() < OVERTAKEN;
            if !(fault.passes() || overtaken) || Instant::now() + pause >= give_up {
                return Err(Failed { fault, sent });
            }
            // A route that is held back waits for as long as Discord said.
            if !matches!(fault, Fault::Refused { status: 429, .. }) {
                sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        }
        unreachable!("the loop ends by returning")
    }

    async fn request(&self, method: Method, path: &str, body: Option<&Value>, as_bot: bool) -> Result<Response, Fault> {
        let mut request = self
            .client
            .request(method, format!("{}{path}", self.api))
            .header(USER_AGENT, concat!("DiscordBot (kyr, ", env!("CARGO_PKG_VERSION"), ")"));
        if as_bot {
            request = request.header(AUTHORIZATION, self.bot.clone());
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        Ok(request.send().await?)
    }

    async fn read(&self, path: &str, response: Response) -> Result<Value, Fault> {
        let status = response.status();
        if status.is_success() {
            // Some answers are empty.
            return Ok(response.json().await.unwrap_or_default());
        }
        let header = retry_after(&response);
        let body: Value = response.json().await.unwrap_or_default();
        if status.as_u16() == 429 {
            let seconds = body["retry_after"].as_f64().or(header).unwrap_or(1.0).clamp(0.0, 3_600.0);
            let route = if body["global"].as_bool().unwrap_or_default() { "" } else { route(path) };
            self.hold(route, Duration::from_secs_f64(seconds));
        }
        Err(Fault::Refused { status: status.as_u16(), code: body["code"].as_u64().unwrap_or_default() })
    }

    fn hold(&self, route: &str, time: Duration) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        held.retain(|_, until| *until > now);
        if held.len() < MOST_HELD {
            held.insert(route.to_owned(), now + time);
        }
    }

    fn held_until(&self, path: &str) -> Option<Instant> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        ["", route(path)].iter().filter_map(|route| held.get(*route)).filter(|until| **until > now).max().copied()
    }
}

/// What Discord counts together: the path with its first ids, without the rest.
fn route(path: &str) -> &str {
    path.match_indices('/').nth(3).map_or(path, |(end, _)| &path[..end])
}

fn retry_after(response: &Response) -> Option<f64> {
    response.headers().get("retry-after")?.to_str().ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_is_what_discord_counts_together() {
        assert_eq!(route("/channels/1/messages"), "/channels/1/messages");
        assert_eq!(route("/webhooks/1/token/messages/@original"), "/webhooks/1/token");
    }
}
