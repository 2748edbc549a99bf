//! `kyr chat`: a room in the terminal. It must not know how replies are written.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;

use super::engines;
use super::folder::Folder;
use super::reload::{self, Said};
use crate::adapters::console::{self, Room, Style};
use crate::bot::Bot;
use crate::config::Config;
use crate::content::Region;
use crate::locale::Locale;
use crate::preferences::Preferences;

#[derive(clap::Args)]
pub struct Arguments {
    /// Take the pack's folder and the room's settings from this configuration
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The room's language, for messages that do not tell theirs
    #[arg(long, value_name = "LANG")]
    lang: Option<Locale>,
    /// The room's US state, by its two letters
    #[arg(long, value_name = "STATE")]
    state: Option<Region>,
}

impl Arguments {
    pub fn run(self, content: Option<PathBuf>) -> Result<ExitCode> {
        let config = self.config.as_deref().map(Config::load).transpose()?;
        let folder = match &config {
            Some(config) => Folder::configured(content, config, false),
            None => content.map(Folder::new),
        };
        let (locale, region) = config.map(|config| (config.locale, config.region)).unwrap_or_default();
        let (engine, opened) = engines::learned(folder)?;
        let locale = engines::served(&engine, self.lang.or(locale))?;
        let bot = Arc::new(Bot::new(engine, Preferences::in_memory()));
        if let Some(opened) = opened {
            reload::begin(opened, bot.clone(), tell)?;
        }
        let bold = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let room = Room { locale, region: self.state.or(region) };
        console::run(&bot, &room, std::io::stdin().lock(), std::io::stdout().lock(), Style::terminal(bold))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Beside the conversation.
fn tell(said: Said) {
    let (Said::Done(line) | Said::Refused(line)) = said;
    eprintln!("{line}");
}
