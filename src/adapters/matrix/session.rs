//! Kyr's device: a store that only one process opens, and a session that outlives the process.
//! It must not know rooms.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use matrix_sdk::authentication::matrix::MatrixSession;
use matrix_sdk::config::RequestConfig;
use matrix_sdk::encryption::EncryptionSettings;
use matrix_sdk::ruma::api::client::account::whoami::v3 as whoami;
use matrix_sdk::store::RoomLoadSettings;
use matrix_sdk::{Client, SessionMeta, SessionTokens, SqliteStoreConfig};
use tokio_util::sync::CancellationToken;

use super::fault::Fault;
use super::kept::{keep, stored};
use crate::adapters::patience::Patience;
use crate::config::Matrix;
use crate::config::secret::{Secret, Source};

/// What helps when a store and its key are not together.
pub const LOST_KEY: &str = "put the right store key back; or delete the folder of the store, with the recovery key in its \
                            place, to begin as a new device";
/// Names of what Kyr keeps in the store.
const SESSION: &str = "kyr.session";
const DEVICE: &str = "kyr.device";
/// A homeserver that is just starting is waited for so long; a wrong address must not wait for ever.
const FIRST_ANSWER: Duration = Duration::from_secs(15);

/// Bytes that each connection to each of the store's databases keeps of it.
const CACHE: u32 = 128 * 1024;
/// Connections that wait for the next request; beyond these each rush would leave its buffers behind.
const IDLE_CONNECTIONS: usize = 4;

/// A signed-in client. Dropping the lock lets another process open the store.
pub struct Session {
    pub client: Client,
    pub _lock: File,
}

/// Opens the store and restores the device in it, or signs in as a new one.
pub async fn open(config: &Matrix, stop: &CancellationToken) -> Result<Session> {
    let lock = lock(&config.store)?;
    let client = client(config, &store_key(config)?).await?;
    match stored(&client, SESSION).await? {
        Some(session) => restore(&client, read(&session)?).await?,
        None => sign_in(&client, config, stop).await?,
    }
    Ok(Session { client, _lock: lock })
}

/// What the store holds.
pub enum Kept {
    /// Another process has it open.
    InUse,
    /// No device yet.
    Nothing,
    Session(MatrixSession),
}

/// Looks into a store that is there, and changes nothing of what it holds.
///
/// # Errors
/// When the key does not open it, or it is damaged.
pub async fn look(config: &Matrix) -> Result<Kept> {
    let Some(_lock) = try_lock(&config.store)? else { return Ok(Kept::InUse) };
    let secret = config.store_key.require("the store key")?;
    let client = client(config, &key(&secret, &config.store_key)?).await?;
    Ok(match stored(&client, SESSION).await? {
        Some(session) => Kept::Session(read(&session)?),
        None => Kept::Nothing,
    })
}

fn read(stored: &str) -> Result<MatrixSession> {
    serde_json::from_str(stored).context("the stored session is damaged")
}

/// Whether a store was made here before.
pub fn has_store(config: &Matrix) -> bool {
    config.store.join("matrix-sdk-state.sqlite3").exists()
}

/// A client on the store, not signed in.
async fn client(config: &Matrix, key: &[u8; 32]) -> Result<Client> {
    let store = SqliteStoreConfig::with_low_memory_config(&config.store).cache_size(CACHE).key(Some(key));
    let http = reqwest::Client::builder().user_agent("kyr").pool_max_idle_per_host(IDLE_CONNECTIONS).build();
    Client::builder()
        .homeserver_url(&config.homeserver)
        // The operator says where the homeserver is, not the homeserver's answer: there, it may be out of reach.
        .respect_login_well_known(false)
        .http_client(http.context("cannot prepare for TLS")?)
        .sqlite_store_with_config_and_cache_path(store, None::<&Path>)
        .request_config(RequestConfig::short_retry())
        .with_encryption_settings(EncryptionSettings::default())
        .build()
        .await
        .map_err(|error| unopened(error, config))
}

fn unopened(error: matrix_sdk::ClientBuildError, config: &Matrix) -> anyhow::Error {
    let store = config.store.display();
    match error {
        matrix_sdk::ClientBuildError::SqliteStore(_) => anyhow!(
            "cannot open the store in {store}: the store key in {} is not the one that it was made with, or the \
             store is damaged. Put the right key back, or delete the folder {store} to begin as a new device",
            config.store_key.place()
        ),
        matrix_sdk::ClientBuildError::Url(_) => {
            anyhow!("matrix.homeserver: {} is no address: write https://matrix.example.org", config.homeserver)
        }
        _ => anyhow!("cannot set up the connection to {}", config.homeserver),
    }
}

/// Two processes on one store would spoil the keys of both.
fn lock(folder: &Path) -> Result<File> {
    let taken = || {
        anyhow!("another Kyr uses the store in {}: stop it, or give this one another matrix.store", folder.display())
    };
    try_lock(folder)?.ok_or_else(taken)
}

/// `None` when another process has it.
fn try_lock(folder: &Path) -> Result<Option<File>> {
    let context = || format!("cannot use the folder {} (matrix.store)", folder.display());
    fs::create_dir_all(folder).with_context(context)?;
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700)).with_context(context)?;
    let lock = File::create(folder.join("lock")).with_context(context)?;
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(error).with_context(context),
    }
}

/// The key that the store is encrypted with: 32 bytes as hexadecimal digits. It is made with the store.
fn store_key(config: &Matrix) -> Result<[u8; 32]> {
    let source = &config.store_key;
    let secret = match source.read()? {
        Some(secret) => secret,
        None if has_store(config) => bail!(
            "the store key is missing: put it back into {} or {}. Without it the store in {} cannot be read; delete \
             that folder to begin as a new device",
            source.place(),
            source.variable,
            config.store.display()
        ),
        None => {
            let secret = Secret::random()?;
            source.write(&secret)?;
            tracing::info!("matrix: made a key for the store and wrote it to {}", source.place());
            secret
        }
    };
    key(&secret, source)
}

/// A secret as the key that it is.
pub fn key(secret: &Secret, source: &Source) -> Result<[u8; 32]> {
    let help = || anyhow!("the store key in {} must be 64 hexadecimal digits: openssl rand -hex 32", source.place());
    let text = secret.expose();
    if text.len() != 64 || !text.is_ascii() {
        return Err(help());
    }
    let mut key = [0; 32];
    for (at, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).map_err(|_| help())?;
    }
    Ok(key)
}

async fn sign_in(client: &Client, config: &Matrix, stop: &CancellationToken) -> Result<()> {
    if let Some(token) = config.access_token.read()? {
        return adopt(client, config, token, stop).await;
    }
    let password = config.password.require("the password of Kyr's account")?;
    // Chosen before signing in: if the process dies in between, the next start is the same device.
    let device = match stored(client, DEVICE).await? {
        Some(device) => device,
        None => {
            let device = matrix_sdk::ruma::DeviceId::new().to_string();
            keep(client, DEVICE, device.clone()).await?;
            device
        }
    };
    let mut patience = Patience::new("matrix: cannot sign in yet");
    let started = Instant::now();
    loop {
        let login = client.matrix_auth().login_username(&config.user, password.expose());
        let login = login.device_id(&device).initial_device_display_name("Kyr");
        match login.send().await.map_err(Fault::from) {
            Ok(_) => break,
            Err(fault) if fault.passing && started.elapsed() < FIRST_ANSWER => patience.wait(&fault, stop).await?,
            Err(fault) if fault.passing => {
                bail!("cannot sign in at {}: {fault}. Check matrix.homeserver, and that it answers", config.homeserver)
            }
            Err(fault) => bail!(
                "cannot sign in as matrix.user at {}: {fault}. Check matrix.user and the password in {} or {}",
                config.homeserver,
                config.password.variable,
                config.password.place()
            ),
        }
    }
    let session = client.matrix_auth().session().context("the homeserver gave no session")?;
    keep_session(client, &session).await?;
    tracing::info!("matrix: signed in as a new device");
    Ok(())
}

/// Takes over the device that an access token belongs to.
async fn adopt(client: &Client, config: &Matrix, token: Secret, stop: &CancellationToken) -> Result<()> {
    let mut patience = Patience::new("matrix: cannot sign in yet");
    let owner = loop {
        match owner(config, tokens(&token)).await {
            Ok(owner) => break owner,
            Err(fault) if fault.passing => patience.wait(&fault, stop).await?,
            Err(fault) => bail!(
                "the access token is not accepted by {}: {fault}. Write a new one to {} or {}",
                config.homeserver,
                config.access_token.variable,
                config.access_token.place()
            ),
        }
    };
    let device_id = owner.device_id.context("the access token belongs to no device: make one by signing in")?;
    let session = MatrixSession { meta: SessionMeta { user_id: owner.user_id, device_id }, tokens: tokens(&token) };
    restore(client, session.clone()).await?;
    keep_session(client, &session).await
}

pub fn tokens(access_token: &Secret) -> SessionTokens {
    SessionTokens { access_token: access_token.expose().to_owned(), refresh_token: None }
}

/// Whose tokens these are. It can only be asked with them, and a client takes a session once: another one asks.
pub async fn owner(config: &Matrix, tokens: SessionTokens) -> Result<whoami::Response, Fault> {
    let builder = Client::builder().homeserver_url(&config.homeserver).request_config(RequestConfig::short_retry());
    let scout = builder.build().await.map_err(|error| Fault::lasting(format!("{:#}", unopened(error, config))))?;
    let unknown = SessionMeta {
        user_id: matrix_sdk::ruma::user_id!("@unknown:localhost").to_owned(),
        device_id: "UNKNOWN".into(),
    };
    scout.matrix_auth().restore_session(MatrixSession { meta: unknown, tokens }, RoomLoadSettings::default()).await?;
    Ok(scout.whoami().await?)
}

async fn restore(client: &Client, session: MatrixSession) -> Result<()> {
    let restored = client.matrix_auth().restore_session(session, RoomLoadSettings::default()).await;
    restored.map_err(|error| anyhow!("cannot take up the stored session: {}", Fault::from(error)))
}

async fn keep_session(client: &Client, session: &MatrixSession) -> Result<()> {
    keep(client, SESSION, serde_json::to_string(session).context("cannot write the session")?).await
}
