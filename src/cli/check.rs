//! `kyr check`: all faults of a pack at once. It must not know any rule.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use jiff::civil::Date;

use super::folder::Folder;
use super::{Format, engines, print};
use crate::adapters::console::today;
use crate::content::load::load;
use crate::diagnostic::{Severity, to_json, to_text};
use crate::lint;

#[derive(clap::Args)]
pub struct Arguments {
    /// The pack's folder
    #[arg(default_value = "content", value_name = "DIR")]
    folder: PathBuf,
    /// Check this configuration file instead of a pack
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Check as if it were this day, to see what will be overdue
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
}

impl Arguments {
    /// Exit code 1 when there is an error; warnings alone are fine.
    pub fn run(self, content: Option<PathBuf>) -> Result<ExitCode> {
        if let Some(file) = &self.config {
            return check_config(file);
        }
        let folder = content.unwrap_or(self.folder);
        let mut files = load(&folder)?;
        if !files.keys().any(|path| path.starts_with("locales/")) {
            files.extend(engines::shipped_catalogs()?);
        }
        let found = lint::check(&files, self.today.unwrap_or_else(today));
        let errors = found.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
        match self.format {
            Format::Json => print(&format!("{:#}\n", to_json(&found, &files)))?,
            Format::Text => {
                let summary = match found.len() {
                    0 => format!("{}: no faults\n", folder.display()),
                    _ => format!("\n{}: {errors} errors, {} warnings\n", folder.display(), found.len() - errors),
                };
                print(&format!("{}{summary}", to_text(&found, &files)))?;
            }
        }
        Ok(ExitCode::from(u8::from(errors > 0)))
    }
}

fn check_config(file: &Path) -> Result<ExitCode> {
    let config = crate::config::Config::load(file)?;
    let (engine, _) = engines::open(Folder::configured(None, &config, false))?;
    engines::served(&engine, config.locale).with_context(|| format!("{}: room.language", file.display()))?;
    #[cfg(feature = "service")]
    if let Some(database) = &config.database {
        super::store::address(database).with_context(|| file.display().to_string())?;
    }
    print(&format!("{}: no faults\n", file.display()))?;
    Ok(ExitCode::SUCCESS)
}
