//! What `kyr doctor` and `kyr setup` ask of Discord: whether it takes the token, what it knows of the application, how
//! its calls get here. It must not change anything there, and it never says a part of the token.

use std::io::ErrorKind;
use std::net::SocketAddr;

use jiff::Timestamp;
use serde_json::Value;
use tokio::net::TcpListener;

use super::application::{self, BAD_TOKEN, NEW_TOKEN};
use super::endpoint;
use super::fault::Fault;
use super::rest::{Look, Rest};
use crate::config;
use crate::config::discord::Endpoint;
use crate::config::secret::Secret;
use crate::doctor::{Finding, Verdict, clock, secret};

const TOKEN: &str = "discord: token";
const REACHED: &str = "discord: reached";
const CLOCK: &str = "discord: clock";
const LISTEN: &str = "discord: listen";
const DELIVERY: &str = "discord: delivery";
const KEY: &str = "discord: public key";
const UNREACHED: &str = "is this machine connected to the internet, and its clock right? Try: curl -I https://discord.com. \
                         A firewall must let out connections to discord.com and gateway.discord.gg, port 443. Kyr itself \
                         goes on trying until it works";

/// Everything about this section of the configuration.
pub async fn examine(config: &config::Discord) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(endpoint) = &config.endpoint {
        found.push(listen(endpoint.listen).await);
        found.extend(endpoint::verifier(endpoint).err().map(|_| application::key_mismatch(KEY)));
    }
    match secret::examine(TOKEN, &config.token) {
        None => {
            let what = format!("{} is not there", config.token.place());
            let remedy = format!("write the bot's token into it; if you have none, {NEW_TOKEN}");
            found.push(Finding::wrong(TOKEN, what, remedy));
            return found;
        }
        Some(finding) => found.push(finding),
    }
    let Ok(Some(token)) = config.token.read() else { return found };
    let (answered, application) = introduce(&config.api, &token).await;
    found.extend(answered);
    let Some(application) = application else { return found };
    found.push(application::identity(&application, config));
    if let Some(endpoint) = &config.endpoint
        && found.iter().all(|finding| finding.check != KEY)
    {
        found.push(application::key(KEY, &application, endpoint));
    }
    found.push(delivery(&application, config.endpoint.as_ref()));
    found
}

/// Shows Discord the token: what comes of it, and the application that it belongs to.
pub async fn introduce(api: &str, token: &Secret) -> (Vec<Finding>, Option<Value>) {
    if let Some(misshapen) = misshapen(token.expose()) {
        return (vec![misshapen], None);
    }
    let looked = match Rest::new(api, token) {
        Ok(rest) => rest.look("/applications/@me").await,
        Err(error) => {
            return (
                vec![Finding::wrong(
                    REACHED,
                    format!("{error:#}"),
                    "see whether this machine has its certificates: sudo apt install ca-certificates",
                )],
                None,
            );
        }
    };
    let Look { answer, date } = match looked {
        Ok(look) => look,
        Err(fault) => return (vec![Finding::wrong(REACHED, fault.to_string(), UNREACHED)], None),
    };
    let clock = clock::examine(CLOCK, date.as_deref(), Timestamp::now());
    let (finding, application) = match answer {
        Ok(application) if application["id"].is_string() => {
            (Finding::ok(REACHED, "Discord answers, and takes the token"), Some(application))
        }
        // Something between here and there answers for Discord.
        Ok(_) => (Finding::wrong(REACHED, "what answers is not Discord", UNREACHED), None),
        Err(fault) if fault.is_unauthorized() => (Finding::wrong(TOKEN, BAD_TOKEN, NEW_TOKEN), None),
        Err(fault @ Fault::Refused { status: 429, .. }) => {
            (Finding::warning(REACHED, fault.to_string(), "ask again in some minutes"), None)
        }
        Err(fault) if fault.passes() => {
            (Finding::wrong(REACHED, fault.to_string(), "wait; https://discordstatus.com says how Discord is"), None)
        }
        Err(fault) => (Finding::wrong(REACHED, fault.to_string(), NEW_TOKEN), None),
    };
    (std::iter::once(finding).chain(clock).collect(), application)
}

/// What is plainly no token, without showing it to Discord: it may be a secret of another kind.
fn misshapen(token: &str) -> Option<Finding> {
    let all = |fits: fn(char) -> bool| token.chars().all(fits);
    let what = if token.starts_with("Bot ") {
        "the word `Bot` does not belong before the token"
    } else if all(|c| c.is_ascii_digit()) {
        "this is an application ID, not a token"
    } else if token.len() == 64 && all(|c| c.is_ascii_hexdigit()) {
        "this looks like the public key, not like a token"
    } else if !token.contains('.') && token.len() == 32 {
        "this looks like the client secret of \"OAuth2\", not like the token of \"Bot\""
    } else if token.split('.').count() != 3
        || token.split('.').any(str::is_empty)
        || !all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
    {
        "this is no bot's token: a token is three parts of letters and digits with dots between them"
    } else {
        return None;
    };
    Some(Finding::wrong(TOKEN, what, NEW_TOKEN))
}

/// Whether Discord's calls could arrive at this address.
async fn listen(address: SocketAddr) -> Finding {
    let error = match TcpListener::bind(address).await {
        Ok(_) => return Finding::ok(LISTEN, format!("{address} is free")),
        Err(error) => error,
    };
    let what = format!("cannot listen on {address}: {error}");
    let remedy = match error.kind() {
        ErrorKind::AddrInUse if is_kyr(address).await => {
            return Finding::ok(LISTEN, format!("a Kyr is listening on {address} already"));
        }
        ErrorKind::AddrInUse => {
            format!(
                "another program is there (which: sudo ss -ltnp 'sport = :{}'). Stop it, or change \
                 discord.endpoint.listen and your proxy to another port",
                address.port()
            )
        }
        ErrorKind::PermissionDenied => {
            "ports below 1024 are not for everybody: let discord.endpoint.listen be 127.0.0.1:8080, and the proxy lead there"
                .to_owned()
        }
        _ => "discord.endpoint.listen must be an address of this machine: behind a proxy here it is 127.0.0.1:8080"
            .to_owned(),
    };
    Finding::wrong(LISTEN, what, remedy)
}

/// Whether what listens there is a Kyr; it says so without being asked who asks.
async fn is_kyr(address: SocketAddr) -> bool {
    let Ok(answer) = reqwest::get(format!("http://{address}/healthz")).await else { return false };
    answer.text().await.is_ok_and(|said| said.trim() == "ok")
}

/// Whether Discord brings people's commands to where Kyr waits for them.
fn delivery(application: &Value, endpoint: Option<&Endpoint>) -> Finding {
    let url = application["interactions_endpoint_url"].as_str().filter(|url| !url.is_empty());
    match (endpoint, url) {
        (None, None) => Finding::ok(DELIVERY, "commands come over the connection that Kyr keeps"),
        (Some(_), Some(url)) => Finding::ok(DELIVERY, format!("Discord calls {url}")),
        (None, Some(url)) => Finding::wrong(
            DELIVERY,
            format!("Discord brings commands to {url}, and this Kyr does not listen for calls: it gets none"),
            "empty the field \"Interactions Endpoint URL\" of \"General Information\" in the developer portal; or, if Kyr \
             shall be called there, add discord.endpoint (docs/discord.md, step 3)",
        ),
        (Some(_), None) => Finding::warning(
            DELIVERY,
            "Discord has no address to call yet, so no command gets here",
            "start Kyr, then enter its public https address as \"Interactions Endpoint URL\" in \"General Information\" of \
             the developer portal",
        ),
    }
}

/// Whether setup may go on with this token: Discord took it, or could not be asked.
pub fn is_usable(found: &[Finding]) -> bool {
    found.iter().all(|finding| finding.check != TOKEN || finding.verdict != Verdict::Wrong)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_no_token_is_told_by_its_form() {
        let real = format!("{}.{}.{}", "M".repeat(26), "G_a-bc", "x".repeat(38));
        assert_eq!(misshapen(&real), None);
        for (text, wanted) in [
            (format!("Bot {real}"), "`Bot`"),
            ("1234567890123456789".to_owned(), "application ID"),
            ("ab".repeat(32), "public key"),
            ("x".repeat(32), "client secret"),
            ("a.b".to_owned(), "no bot's token"),
            ("a..c".to_owned(), "no bot's token"),
            ("a.b c.d".to_owned(), "no bot's token"),
        ] {
            let found = misshapen(&text).expect("a finding");
            assert!(found.what.contains(wanted), "{}", found.what);
            assert!(!found.to_text().contains(&text), "{}", found.to_text());
        }
    }

    #[test]
    fn calls_must_go_where_kyr_waits() {
        let endpoint = Endpoint { listen: "127.0.0.1:8080".parse().expect("an address"), public_key: [0; 32] };
        let (with, without) = (json!({"interactions_endpoint_url": "https://x.org/"}), json!({}));
        let verdict = |application, endpoint| delivery(application, endpoint).verdict;
        assert_eq!(verdict(&without, None), Verdict::Ok);
        assert_eq!(verdict(&with, Some(&endpoint)), Verdict::Ok);
        assert_eq!(verdict(&with, None), Verdict::Wrong);
        assert_eq!(verdict(&without, Some(&endpoint)), Verdict::Warning);
    }

    #[tokio::test]
    async fn an_address_is_free_or_taken() {
        let taken = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = taken.local_addr().expect("bound");
        let stranger = tokio::spawn(async move {
            // Answers nobody.
            while let Ok((stream, _)) = taken.accept().await {
                drop(stream);
            }
        });
        let found = listen(address).await;
        assert_eq!(found.verdict, Verdict::Wrong, "{}", found.what);
        assert!(found.remedy.contains("another program"), "{}", found.remedy);
        stranger.abort();
        let _ = stranger.await;
        assert_eq!(listen(address).await.verdict, Verdict::Ok);
        let foreign = listen("192.0.2.1:8080".parse().expect("an address")).await;
        assert!(foreign.remedy.contains("an address of this machine"), "{}", foreign.remedy);
    }
}
