//! What Kyr itself keeps in the SDK's store, encrypted like the rest of it. It must not know what it means.
//!
//! The SDK encrypts values of its own kinds only; what it calls custom values stands in the file as it is. Of its kinds,
//! the id of a filter is the one that is any text under any name.

use anyhow::{Context, Error, Result, anyhow};
use matrix_sdk::Client;
use matrix_sdk::store::{StateStoreDataKey, StateStoreDataValue};

/// A value that Kyr keeps in the store.
pub async fn stored(client: &Client, key: &str) -> Result<Option<String>> {
    let unread = |_| anyhow!("cannot read the store");
    let kept = client.state_store().get_kv_data(StateStoreDataKey::Filter(key)).await.map_err(unread)?;
    if let Some(StateStoreDataValue::Filter(value)) = kept {
        return Ok(Some(value));
    }
    // Earlier Kyrs kept it as a custom value. It is encrypted now, and no copy is left in free pages.
    let Some(plain) = client.state_store().get_custom_value(key.as_bytes()).await.map_err(unread)? else {
        return Ok(None);
    };
    let value = String::from_utf8(plain).context("a value in the store is damaged")?;
    keep(client, key, value.clone()).await?;
    client.state_store().remove_custom_value(key.as_bytes()).await.map_err(unwritten)?;
    client.state_store().optimize().await.map_err(unwritten)?;
    Ok(Some(value))
}

/// Keeps a value in the store.
pub async fn keep(client: &Client, key: &str, value: String) -> Result<()> {
    let value = StateStoreDataValue::Filter(value);
    client.state_store().set_kv_data(StateStoreDataKey::Filter(key), value).await.map_err(unwritten)
}

/// Removes a value from the store.
pub async fn drop_stored(client: &Client, key: &str) -> Result<()> {
    client.state_store().remove_custom_value(key.as_bytes()).await.map_err(unwritten)?;
    client.state_store().remove_kv_data(StateStoreDataKey::Filter(key)).await.map_err(unwritten)
}

fn unwritten(_: matrix_sdk::StoreError) -> Error {
    anyhow!("cannot write to the store: is the disk full?")
}
