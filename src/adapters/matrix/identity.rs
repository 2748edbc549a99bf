//! Kyr's cross-signing identity: it shows people that a device is Kyr's. The recovery key lets a new
//! device sign itself. It must not know rooms or sessions.

use anyhow::{Context, Result, anyhow};
use matrix_sdk::Client;
use matrix_sdk::encryption::secret_storage::SecretStorageError;
use matrix_sdk::ruma::api::client::uiaa::{AuthData, Password, UserIdentifier};

use super::fault::Fault;
use super::kept::{keep, stored};
use crate::config::Matrix;
use crate::config::secret::Secret;

/// Set when the homeserver has the identity: the SDK keeps it before it sends it.
const UPLOADED: &str = "kyr.identity-uploaded";
/// Set when the recovery key was written down; until then a new one is made.
const WRITTEN: &str = "kyr.recovery-key-written";
const NOTED: &str = "1";

/// Makes sure that Kyr's device is signed by its owner. Needs one sync. What fails is reported loudly and
/// leaves Kyr serving: an answer from an unverified device is still a true one.
pub async fn establish(client: &Client, config: &Matrix) {
    if let Err(error) = try_to(client, config).await {
        tracing::error!("error: matrix: {error:#}");
    }
}

async fn try_to(client: &Client, config: &Matrix) -> Result<()> {
    let encryption = client.encryption();
    encryption.wait_for_e2ee_initialization_tasks().await;
    let status = encryption.cross_signing_status().await.context("encryption is not available")?;
    if status.is_complete() && stored(client, UPLOADED).await?.is_none() {
        // Sends the same identity again.
        create(client, config).await?;
    }
    if !status.is_complete() {
        let me = client.user_id().context("not signed in")?;
        let known = encryption.request_user_identity(me).await;
        if known.map_err(|error| anyhow!("cannot ask for Kyr's identity: {}", Fault::from(error)))?.is_some() {
            return recover(client, config).await;
        }
        create(client, config).await?;
    }
    write_recovery_key(client, config).await
}

/// A first identity. Some homeservers want the password for it.
async fn create(client: &Client, config: &Matrix) -> Result<()> {
    upload(client, config).await?;
    keep(client, UPLOADED, NOTED.to_owned()).await
}

async fn upload(client: &Client, config: &Matrix) -> Result<()> {
    let encryption = client.encryption();
    let Err(error) = encryption.bootstrap_cross_signing(None).await else { return Ok(()) };
    let Some(challenge) = error.as_uiaa_response() else {
        return Err(anyhow!("cannot set up cross-signing: {}", Fault::from(error)));
    };
    let password = config.password.require("the homeserver wants the password to set up cross-signing, and it")?;
    let user = client.user_id().context("not signed in")?.localpart().to_owned();
    let mut proof = Password::new(
        UserIdentifier::Matrix(matrix_sdk::ruma::api::client::uiaa::MatrixUserIdentifier::new(user)),
        password.expose().to_owned(),
    );
    proof.session = challenge.session.clone();
    let signed = encryption.bootstrap_cross_signing(Some(AuthData::Password(proof))).await;
    signed.map_err(|error| anyhow!("cannot set up cross-signing: {}", Fault::from(error)))
}

/// Secret storage on the homeserver, encrypted with a key that only the operator has.
async fn write_recovery_key(client: &Client, config: &Matrix) -> Result<()> {
    if stored(client, WRITTEN).await?.is_some() {
        return Ok(());
    }
    let place = config.recovery_key.place();
    if let Some(key) = config.recovery_key.read()? {
        if client.encryption().secret_storage().open_secret_store(key.expose()).await.is_ok() {
            // The last start ended between writing the key and noting that.
            return keep(client, WRITTEN, NOTED.to_owned()).await;
        }
        tracing::warn!(
            "matrix: {place} or {} holds an older recovery key, so the new one is not written over it. Move the old \
             one away and start again",
            config.recovery_key.variable
        );
        return Ok(());
    }
    let secrets = client.encryption().secret_storage();
    let made = secrets.create_secret_store().await;
    let made = made.map_err(|_| anyhow!("cannot set up secret storage on the homeserver; start Kyr again"))?;
    config.recovery_key.write(&Secret::new(made.secret_storage_key()))?;
    keep(client, WRITTEN, NOTED.to_owned()).await?;
    tracing::warn!(
        "matrix: wrote the recovery key to {place}. Keep a copy in a safe place: with it a new device can prove that \
         it is Kyr's"
    );
    Ok(())
}

/// The identity exists: its private keys are in secret storage.
async fn recover(client: &Client, config: &Matrix) -> Result<()> {
    let (variable, place) = (config.recovery_key.variable, config.recovery_key.place());
    let help = format!(
        "People will see this device of Kyr's as unverified. Put the recovery key that was written at the first start \
         into {place} or {variable} and start again"
    );
    let Some(key) = config.recovery_key.read()? else {
        return Err(anyhow!("the recovery key is missing, so this new device cannot prove that it is Kyr's. {help}"));
    };
    let wrong = |error| match error {
        SecretStorageError::Sdk(error) => anyhow!("cannot ask for Kyr's keys: {}. {help}", Fault::from(error)),
        _ => anyhow!("the recovery key in {place} or {variable} is wrong. {help}"),
    };
    let store = client.encryption().secret_storage().open_secret_store(key.expose()).await.map_err(wrong)?;
    store.import_secrets().await.map_err(|_| anyhow!("the recovery key did not open Kyr's keys. {help}"))?;
    let status = client.encryption().cross_signing_status().await;
    if !status.is_some_and(|status| status.is_complete()) {
        return Err(anyhow!("the secret storage does not hold all of Kyr's keys. {help}"));
    }
    keep(client, UPLOADED, NOTED.to_owned()).await?;
    keep(client, WRITTEN, NOTED.to_owned()).await?;
    tracing::info!("matrix: this new device is verified with the recovery key");
    Ok(())
}
