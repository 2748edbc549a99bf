//! What `kyr doctor` and `kyr setup` ask of a homeserver and of Kyr's store. It signs in nowhere and makes nothing; it
//! never says a part of a secret.

use jiff::Timestamp;

pub use super::homeserver::Homeserver;
use super::homeserver::is_this_machine;
use super::session::{self, Kept};
use crate::config::Matrix;
use crate::doctor::{Finding, Verdict, clock, folder, secret};

const HOMESERVER: &str = "matrix: homeserver";
const SIGNING_IN: &str = "matrix: signing in";
const PASSWORD: &str = "matrix: password";
const TOKEN: &str = "matrix: access token";
const ACCOUNT: &str = "matrix: account";
const DEVICE: &str = "matrix: device";
const STORE: &str = "matrix: store";
const STORE_KEY: &str = "matrix: store key";
const RECOVERY_KEY: &str = "matrix: recovery key";

/// Everything about this section of the configuration.
pub async fn examine(config: &Matrix) -> Vec<Finding> {
    let (mut found, homeserver) = reach(&config.homeserver).await;
    found.extend(store(config));
    let is_sound =
        found.iter().all(|finding| ![STORE, STORE_KEY].contains(&finding.check) || finding.verdict != Verdict::Wrong);
    // A store that cannot be opened says nothing about the device.
    let device = if is_sound && session::has_store(config) { stored(config, homeserver.is_some()).await } else { None };
    let has_device = device.as_ref().is_some_and(|finding| finding.verdict == Verdict::Ok);
    found.extend(device);
    if !has_device {
        found.extend(credentials(config, homeserver.as_ref()).await);
    }
    found.push(recovery_key(config, has_device));
    found
}

/// Whether there is a homeserver at this address; and it, when there is.
pub async fn reach(address: &str) -> (Vec<Finding>, Option<Homeserver>) {
    let homeserver = match Homeserver::new(address) {
        Ok(homeserver) => homeserver,
        Err(error) => {
            let remedy = "see whether this machine has its certificates: sudo apt install ca-certificates";
            return (vec![Finding::wrong(HOMESERVER, format!("{error:#}"), remedy)], None);
        }
    };
    let mut found = Vec::new();
    if let Some(server) = address.strip_prefix("http://")
        && !is_this_machine(server.split('/').next().unwrap_or_default())
    {
        let what = format!("{address} is not encrypted: the password can be read on the way");
        found.push(Finding::warning(HOMESERVER, what, "write https:// in matrix.homeserver"));
    }
    let answers = match homeserver.answers().await {
        Ok(answers) => answers,
        Err(error) => {
            let remedy = match homeserver.says_instead().await {
                Some(other) => format!("its homeserver is at another address: set matrix.homeserver to {other}"),
                None => "matrix.homeserver must be the address that clients sign in at, such as \
                         https://matrix.example.org; open it in a browser to see whether it answers. Is this machine \
                         connected to the internet, and its clock right?"
                    .to_owned(),
            };
            found.push(Finding::wrong(HOMESERVER, format!("{error:#}"), remedy));
            return (found, None);
        }
    };
    found.push(Finding::ok(HOMESERVER, format!("{address} answers")));
    found.extend(clock::examine("matrix: clock", answers.date.as_deref(), Timestamp::now()));
    (found, Some(homeserver))
}

/// The folder and its key: both or neither.
fn store(config: &Matrix) -> Vec<Finding> {
    let mut found = vec![folder::examine(STORE, "matrix.store", &config.store)];
    let name = config.store.display();
    let key = secret::examine(STORE_KEY, &config.store_key);
    found.push(match (session::has_store(config), key) {
        (_, Some(key)) if key.verdict == Verdict::Wrong => key,
        (true, Some(key)) => match config
            .store_key
            .read()
            .and_then(|key| key.map(|key| session::key(&key, &config.store_key)).transpose())
        {
            Ok(_) => key,
            Err(error) => Finding::wrong(STORE_KEY, format!("{error:#}"), session::LOST_KEY),
        },
        (true, None) => Finding::wrong(
            STORE_KEY,
            format!("the store in {name} is there, but its key is not in {}", config.store_key.place()),
            session::LOST_KEY,
        ),
        (false, Some(_)) => Finding::warning(
            STORE_KEY,
            format!("the key is there, but there is no store in {name}: Kyr will begin as a new device"),
            "if Kyr has run before, stop it where it runs and bring the folder along; else there is nothing to do",
        ),
        (false, None) => Finding::ok(STORE_KEY, "store and key will be made at the first start"),
    });
    found
}

/// The device in the store, and whether the homeserver still knows it. `None` when it holds none yet.
async fn stored(config: &Matrix, is_reached: bool) -> Option<Finding> {
    let name = config.store.display();
    let session = match session::look(config).await {
        Ok(Kept::InUse) => return Some(Finding::ok(DEVICE, format!("a Kyr is running with the store in {name}"))),
        Ok(Kept::Nothing) => return None,
        Ok(Kept::Session(session)) => session,
        Err(_) => {
            let what = format!(
                "the key in {} does not open the store in {name}, or the store is damaged",
                config.store_key.place()
            );
            return Some(Finding::wrong(DEVICE, what, session::LOST_KEY));
        }
    };
    let what = format!("the device in {name} is signed in and will be used");
    if !is_reached {
        return Some(Finding::ok(DEVICE, format!("the device in {name} will be used")));
    }
    Some(match session::owner(config, session.tokens).await {
        Ok(_) => Finding::ok(DEVICE, what),
        Err(fault) if fault.passing => Finding::warning(DEVICE, fault.to_string(), "ask again in some minutes"),
        Err(_) => Finding::wrong(
            DEVICE,
            format!("the homeserver has signed out the device in {name}"),
            format!(
                "see that the recovery key is in its place, delete {name}, and start Kyr again: it signs in as a new \
                 device"
            ),
        ),
    })
}

/// What Kyr will sign in with, and as whom.
async fn credentials(config: &Matrix, homeserver: Option<&Homeserver>) -> Vec<Finding> {
    if let Some(token) = secret::examine(TOKEN, &config.access_token) {
        return access_token(config, token, homeserver.is_some()).await;
    }
    let mut found = Vec::new();
    found.push(secret::examine(PASSWORD, &config.password).unwrap_or_else(|| {
        let remedy = format!(
            "write the password of Kyr's account into it, or set {}: install -m 600 /dev/null FILE makes an empty file \
             that only you can read",
            config.password.variable
        );
        Finding::wrong(PASSWORD, format!("{} is not there", config.password.place()), remedy)
    }));
    let Some(homeserver) = homeserver else { return found };
    found.push(signing_in(homeserver).await);
    found.push(account(&config.user, homeserver).await);
    found
}

/// Whether a password is of any use there.
pub async fn signing_in(homeserver: &Homeserver) -> Finding {
    match homeserver.takes_passwords().await {
        Ok(true) => Finding::ok(
            SIGNING_IN,
            "the homeserver lets people in with a password; whether it is the right one shows at the first start",
        ),
        Ok(false) => Finding::wrong(
            SIGNING_IN,
            "the homeserver lets nobody in with a password",
            "sign in with a browser or another client, and give Kyr that access token: matrix.access_token_file",
        ),
        Err(error) => Finding::warning(SIGNING_IN, format!("{error:#}"), "ask again in some minutes"),
    }
}

async fn access_token(config: &Matrix, token: Finding, is_reached: bool) -> Vec<Finding> {
    let mut found = vec![token];
    let Ok(Some(token)) = config.access_token.read() else { return found };
    if !is_reached {
        return found;
    }
    found.push(match session::owner(config, session::tokens(&token)).await {
        Ok(owner) if is_named(&config.user, owner.user_id.as_str()) => {
            Finding::ok(SIGNING_IN, "the homeserver takes the access token")
        }
        Ok(_) => Finding::warning(
            SIGNING_IN,
            "the access token belongs to another account than matrix.user",
            "see which of the two is meant: Kyr will be the one of the token",
        ),
        Err(fault) if fault.passing => Finding::warning(SIGNING_IN, fault.to_string(), "ask again in some minutes"),
        Err(fault) => Finding::wrong(
            SIGNING_IN,
            format!("the access token is not accepted: {fault}"),
            format!("write a new one to {} or {}", config.access_token.place(), config.access_token.variable),
        ),
    });
    found
}

/// Whether a configured name, a localpart or a full id, is this user's.
fn is_named(configured: &str, user: &str) -> bool {
    configured == user
        || user.strip_prefix('@').and_then(|user| user.split_once(':')).is_some_and(|(name, _)| name == configured)
}

/// Whether there is an account of this name.
pub async fn account(user: &str, homeserver: &Homeserver) -> Finding {
    if !user.starts_with('@') || !user.contains(':') {
        let remedy = "write the full name into matrix.user, for example @kyr:example.org, and it can be looked up";
        return Finding::warning(
            ACCOUNT,
            format!("only signing in shows whether there is an account `{user}`"),
            remedy,
        );
    }
    match homeserver.knows(user).await {
        Some(true) => Finding::ok(ACCOUNT, "the account of matrix.user is there"),
        Some(false) => Finding::wrong(
            ACCOUNT,
            "the homeserver knows no account of the name in matrix.user",
            "look for a slip of the pen, or make the account: register_new_matrix_user --no-admin, or sign up with a client",
        ),
        None => Finding::warning(
            ACCOUNT,
            "the homeserver does not tell strangers which accounts it has",
            "nothing to do; signing in will show it",
        ),
    }
}

/// The key to Kyr's identity.
fn recovery_key(config: &Matrix, has_device: bool) -> Finding {
    match secret::examine(RECOVERY_KEY, &config.recovery_key) {
        Some(key) if key.verdict == Verdict::Ok => {
            Finding::ok(RECOVERY_KEY, format!("{}. Keep a copy somewhere else", key.what))
        }
        Some(key) => key,
        None if has_device => Finding::warning(
            RECOVERY_KEY,
            "it is not on this machine",
            format!(
                "nothing to do if you keep it somewhere else. Without it a new device cannot prove that it is Kyr's; \
                 then it belongs into {}",
                config.recovery_key.place()
            ),
        ),
        None => Finding::ok(RECOVERY_KEY, "it will be made at the first start. Keep a copy of it then"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_its_users() {
        assert!(is_named("kyr", "@kyr:example.org") && is_named("@kyr:example.org", "@kyr:example.org"));
        assert!(!is_named("kyr", "@kyra:example.org") && !is_named("@kyr:example.com", "@kyr:example.org"));
    }
}
