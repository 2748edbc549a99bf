//! What the answers come to: a configuration and, where one was typed, a secret beside it. Written whole or not at all.
//! It must not know what was asked.

use std::fs::Permissions;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::{Context, Result};

use crate::config::Config;
use crate::config::secret::Secret;
use crate::content::Region;
use crate::locale::Locale;

/// One platform's part.
pub struct Section {
    /// The lines of its section.
    pub yaml: String,
    /// The file of its secret, beside the configuration.
    pub file: &'static str,
    /// To be written there; nothing when the secret that is there already will do.
    pub secret: Option<Secret>,
}

pub struct Draft<'a> {
    pub content: Option<&'a Path>,
    pub locale: &'a Locale,
    pub region: Option<Region>,
    pub section: &'a Section,
}

impl Draft<'_> {
    fn yaml(&self) -> String {
        let content = self.content.map_or_else(String::new, |folder| {
            format!("content:\n  dir: {}\n\n", quoted(&folder.display().to_string()))
        });
        let state = self.region.map_or_else(String::new, |region| {
            format!("  # The US state whose rules and hotlines are added to answers.\n  state: {region}\n")
        });
        format!(
            "# Kyr's configuration, written by kyr setup. deploy/kyr.example.yaml shows every setting.\n\
             # See whether all is well: kyr doctor --config FILE\n\n\
             {content}room:\n  # The language for messages that do not tell theirs.\n  language: {}\n{state}\n{}",
            self.locale, self.section.yaml
        )
    }

    /// Writes both files; `replace` says whether those that are there may go.
    ///
    /// # Errors
    /// Names the file that cannot be written, or is there already.
    pub fn write(&self, config: &Path, replace: bool) -> Result<()> {
        let folder = folder(config);
        let text = self.yaml();
        let drafted = partial(folder, &text, 0o644)?;
        Config::load(drafted.path())
            .context("these answers give no configuration that can be read; please report this")?;
        if let Some(secret) = &self.section.secret {
            let file = config.with_file_name(self.section.file);
            persist(partial(folder, &format!("{}\n", secret.expose()), 0o600)?, &file, replace)?;
        }
        persist(drafted, config, replace)
    }
}

/// The folder of a file.
fn folder(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Text as YAML reads it back.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A file that goes away by itself unless it is given its name.
fn partial(folder: &Path, text: &str, mode: u32) -> Result<tempfile::NamedTempFile> {
    let context = || format!("cannot write to the folder {}", folder.display());
    let mut file =
        tempfile::Builder::new().permissions(Permissions::from_mode(mode)).tempfile_in(folder).with_context(context)?;
    file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all()).with_context(context)?;
    Ok(file)
}

fn persist(file: tempfile::NamedTempFile, path: &Path, replace: bool) -> Result<()> {
    let placed = if replace { file.persist(path) } else { file.persist_noclobber(path) };
    placed.map(drop).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(secret: Option<&str>) -> Section {
        let yaml = format!("discord:\n  application_id: {}\n  token_file: discord-token\n", quoted("123"));
        Section { yaml, file: "discord-token", secret: secret.map(Secret::new) }
    }

    fn draft(section: &Section) -> Draft<'_> {
        static LOCALE: std::sync::LazyLock<Locale> = std::sync::LazyLock::new(|| "es".parse().expect("a language"));
        Draft { content: None, locale: &LOCALE, region: "ca".parse().ok(), section }
    }

    #[test]
    fn a_draft_is_read_back_as_it_was_meant() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("kyr.yaml");
        draft(&section(Some("horse"))).write(&file, false).expect("writable");
        let config = Config::load(&file).expect("a configuration");
        assert_eq!(config.locale.map(|locale| locale.to_string()).as_deref(), Some("es"));
        assert_eq!(config.region.map(Region::code), Some("CA"));
        let discord = config.discord.expect("the section");
        assert_eq!(discord.application_id, 123);
        let token = folder.path().join("discord-token");
        assert_eq!(discord.token.file.as_ref(), Some(&token));
        assert_eq!(std::fs::read_to_string(&token).expect("written"), "horse\n");
        assert_eq!(token.metadata().expect("written").permissions().mode() & 0o777, 0o600);
        assert_eq!(folder.path().read_dir().expect("readable").count(), 2, "nothing else is left");
    }

    #[test]
    fn nothing_is_written_over_unasked() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("kyr.yaml");
        std::fs::write(&file, "room:\n").expect("writable");
        draft(&section(None)).write(&file, false).expect_err("it is there");
        assert_eq!(std::fs::read_to_string(&file).expect("there"), "room:\n");
        assert_eq!(folder.path().read_dir().expect("readable").count(), 1);
        draft(&section(None)).write(&file, true).expect("it may go");
        assert!(Config::load(&file).expect("a configuration").discord.is_some());
    }
}
