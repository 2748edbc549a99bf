//! `kyr.yaml` as it is written. Unknown settings are errors: a slip of the pen must not be ignored.
//! It must not know what the settings do.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::secret::Source;
use super::{Config, Lines, database, discord, matrix};
use crate::signed::Keys;

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct File {
    // A section whose lines are all commented out is null.
    content: Option<Content>,
    data: Option<PathBuf>,
    database: Option<String>,
    database_password_file: Option<PathBuf>,
    discord: Option<discord::Raw>,
    log: Option<Lines>,
    metrics: Option<Metrics>,
    room: Option<Room>,
    matrix: Option<matrix::Raw>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Content {
    dir: Option<PathBuf>,
    trusted_keys: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Metrics {
    listen: String,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Room {
    language: Option<String>,
    state: Option<String>,
}

pub(super) fn read(path: &Path) -> Result<Config> {
    let name = path.display();
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read the configuration {name}"))?;
    let file: File = serde_saphyr::from_str(&text).with_context(|| format!("the configuration {name} is faulty"))?;
    // A relative folder is meant from where the file stands, not from where the program is started.
    let base = path.parent().unwrap_or(Path::new("."));
    let Content { dir, trusted_keys } = file.content.unwrap_or_default();
    let content = dir.map(|dir| base.join(dir));
    let trusted_keys = trusted_keys.map(|keys| Keys::parse(&keys)).transpose();
    let trusted_keys = trusted_keys.with_context(|| format!("{name}: content.trusted_keys"))?;
    if content.is_none() && trusted_keys.is_some() {
        bail!("{name}: content.trusted_keys is set, but not content.dir: the pack inside the program is not signed");
    }
    if let Some(dir) = content.as_ref().filter(|dir| !dir.is_dir()) {
        bail!("{name}: content.dir: there is no folder {}", dir.display());
    }
    let help = |setting: &str, error: String| anyhow::anyhow!("{name}: {setting}: {error}");
    let room = file.room.unwrap_or_default();
    let locale = room.language.map(|tag| tag.parse().map_err(|error| help("room.language", error))).transpose()?;
    let region = room.state.map(|code| code.parse().map_err(|error| help("room.state", error))).transpose()?;
    let matrix = file.matrix.map(|raw| raw.resolve(base).with_context(|| name.to_string())).transpose()?;
    let data = base.join(file.data.unwrap_or_else(|| PathBuf::from("data")));
    let discord = file.discord.map(|raw| raw.resolve(base, &data).with_context(|| name.to_string())).transpose()?;
    let data_key = Source { variable: "KYR_DATA_KEY", setting: "data", file: Some(data.join("key")) };
    let database = database::resolve(file.database, file.database_password_file, base)?;
    let metrics = file
        .metrics
        .map(|metrics| {
            metrics.listen.parse().map_err(|_| {
                help(
                    "metrics.listen",
                    format!("`{}` is no address and port: write for example 127.0.0.1:9464", metrics.listen),
                )
            })
        })
        .transpose()?;
    let log = file.log.unwrap_or_default();
    Ok(Config { content, trusted_keys, locale, region, data, data_key, database, metrics, log, discord, matrix })
}
