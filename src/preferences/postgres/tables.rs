//! The tables and what is asked of them. It must not know how the connection is kept.

use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Error};

use crate::preferences::Key;

/// Taken while the tables are made: of replicas that start at once, one makes them. Any number does.
const LOCK: i64 = 0x6b79_7200;

/// Makes the tables where they are missing. Where they are there, no right to make any is needed.
pub async fn make(client: &Client) -> Result<(), Error> {
    let missing = "SELECT to_regclass('kyr_preferences') IS NULL OR to_regclass('kyr_mark') IS NULL";
    let row = client.query_typed(missing, &[]).await?;
    if !row.first().is_none_or(|row| row.get(0)) {
        return Ok(());
    }
    let make = format!(
        "BEGIN;
        SELECT pg_advisory_xact_lock({LOCK});
        CREATE TABLE IF NOT EXISTS kyr_preferences (key bytea PRIMARY KEY, value bytea NOT NULL);
        CREATE TABLE IF NOT EXISTS kyr_mark (one boolean PRIMARY KEY CHECK (one), mark bytea NOT NULL);
        COMMIT;"
    );
    client.batch_execute(&make).await
}

pub async fn get(client: &Client, key: &Key) -> Result<Option<Vec<u8>>, Error> {
    let row =
        client.query_typed_opt("SELECT value FROM kyr_preferences WHERE key = $1", &[bytes(&key.as_slice())]).await?;
    Ok(row.map(|row| row.get(0)))
}

pub async fn put(client: &Client, key: &Key, value: &[u8]) -> Result<(), Error> {
    let put = "INSERT INTO kyr_preferences VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value";
    client.execute_typed(put, &[bytes(&key.as_slice()), bytes(&value)]).await.map(drop)
}

pub async fn remove(client: &Client, key: &Key) -> Result<(), Error> {
    client.execute_typed("DELETE FROM kyr_preferences WHERE key = $1", &[bytes(&key.as_slice())]).await.map(drop)
}

pub async fn count(client: &Client) -> Result<i64, Error> {
    Ok(client.query_typed_one("SELECT count(*) FROM kyr_preferences", &[]).await?.get(0))
}

pub async fn mark(client: &Client) -> Result<Option<Vec<u8>>, Error> {
    Ok(client.query_typed_opt("SELECT mark FROM kyr_mark", &[]).await?.map(|row| row.get(0)))
}

pub async fn claim(client: &Client, mark: &Key) -> Result<(), Error> {
    let claim = "INSERT INTO kyr_mark VALUES (true, $1) ON CONFLICT DO NOTHING";
    client.execute_typed(claim, &[bytes(&mark.as_slice())]).await.map(drop)
}

fn bytes(value: &(dyn ToSql + Sync)) -> (&(dyn ToSql + Sync), Type) {
    (value, Type::BYTEA)
}
