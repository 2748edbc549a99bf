//! `kyr doctor`: looks at everything that serving needs, and says how to mend what is not well.
//! It must not judge anything itself; each check lies with what it is about.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use jiff::civil::Date;
use tokio::runtime::Runtime;

use super::{engines, print};
use crate::adapters::console::today;
#[cfg(feature = "discord")]
use crate::adapters::discord;
#[cfg(feature = "matrix")]
use crate::adapters::matrix;
use crate::config::Config;
use crate::content::load::load;
use crate::content::parse::parse;
use crate::doctor::{Finding, Verdict, configuration, disk, folder, pack, secret, summary, worst};
use crate::locale::Locale;

#[derive(clap::Args)]
pub struct Arguments {
    /// The configuration that is looked at
    #[arg(long, value_name = "FILE", default_value = "kyr.yaml")]
    config: PathBuf,
    /// Look at the reviews as if it were this day
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
}

impl Arguments {
    /// Exit code 1 when something is wrong; warnings alone are fine.
    pub fn run(self, content: Option<PathBuf>) -> Result<ExitCode> {
        let runtime = runtime()?;
        let found = examine(&self.config, content, self.today.unwrap_or_else(today), &runtime)?;
        Ok(ExitCode::from(u8::from(worst(&found) == Verdict::Wrong)))
    }
}

/// What waits for networks runs in it.
pub fn runtime() -> Result<Runtime> {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.enable_all().worker_threads(1).build().context("cannot start the runtime")
}

/// All checks, each printed as soon as it is done.
pub fn examine(path: &Path, content: Option<PathBuf>, today: Date, runtime: &Runtime) -> Result<Vec<Finding>> {
    let mut found = Vec::new();
    let mut note = |findings: Vec<Finding>| -> Result<()> {
        print(&findings.iter().map(Finding::to_text).collect::<String>())?;
        found.extend(findings);
        Ok(())
    };
    let (finding, config) = configuration::examine(path);
    note(vec![finding])?;
    let Some(config) = config else {
        print("The other checks need the configuration.\n")?;
        return Ok(found);
    };
    let (findings, languages) = the_pack(content.or_else(|| config.content.clone()).as_deref(), today);
    note(findings)?;
    note(languages.iter().filter_map(|languages| language(languages, &config)).collect())?;
    note(data(&config))?;
    note(runtime.block_on(platforms(&config)))?;
    print(&format!("\n{}", summary(&found)))?;
    Ok(found)
}

/// The pack, and the languages that it serves when it can be read.
pub fn the_pack(folder: Option<&Path>, today: Date) -> (Vec<Finding>, Option<Vec<Locale>>) {
    let Some(folder) = folder else {
        return match engines::shipped() {
            Ok(engine) => {
                let ok = Finding::ok("pack", "the pack inside the program is whole");
                let remedy = "get a newer Kyr: its answers have been read again since";
                let reviews = pack::reviews(&engine.pack().topics, today, remedy);
                (vec![ok, reviews], Some(engine.pack().manifest.languages.clone()))
            }
            Err(error) => (vec![Finding::wrong("pack", format!("{error:#}"), "install Kyr again")], None),
        };
    };
    let files = load(folder).and_then(|mut files| {
        if !files.keys().any(|path| path.starts_with("locales/")) {
            files.extend(engines::shipped_catalogs()?);
        }
        Ok(files)
    });
    match files {
        Ok(files) => {
            let name = folder.display().to_string();
            let (parsed, _) = parse(&files);
            let remedy =
                format!("hold these answers against their sources, then set their dates anew: kyr check {name}");
            let mut found = vec![pack::faults(&files, today, &name)];
            if !parsed.topics.is_empty() {
                found.push(pack::reviews(&parsed.topics, today, &remedy));
            }
            (found, Some(parsed.manifest.languages))
        }
        Err(error) => {
            let remedy =
                "`content.dir` must be the folder that holds pack.yaml; leave it out for the pack inside the program";
            (vec![Finding::wrong("pack", format!("{error:#}"), remedy)], None)
        }
    }
}

fn language(served: &[Locale], config: &Config) -> Option<Finding> {
    let check = "room language";
    let asked = config.locale.clone()?;
    Some(match engines::nearest(served, asked) {
        Ok(locale) => Finding::ok(check, format!("the pack has `{locale}`")),
        Err(error) => {
            Finding::wrong(check, format!("room.language: {error:#}"), "change `room.language` in the configuration")
        }
    })
}

/// What outlives the program.
fn data(config: &Config) -> Vec<Finding> {
    let key = secret::examine("data key", &config.data_key).unwrap_or_else(|| {
        if !config.data.join("preferences.sqlite").exists() {
            return Finding::ok("data key", "it will be made at the first start");
        }
        Finding::warning(
            "data key",
            format!("{} is gone, and without it the preferences beside it cannot be read", config.data_key.place()),
            "put it back from your copy; else Kyr makes a new one, and people choose their language and state again",
        )
    });
    vec![folder::examine("data folder", "data", &config.data), disk::examine("disk", &config.data), key]
}

async fn platforms(config: &Config) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(discord) = &config.discord {
        #[cfg(feature = "discord")]
        found.extend(discord::checkup::examine(discord).await);
        #[cfg(not(feature = "discord"))]
        found.push(left_out("discord", discord.application_id));
    }
    if let Some(matrix) = &config.matrix {
        #[cfg(feature = "matrix")]
        {
            found.extend(matrix::checkup::examine(matrix).await);
            found.push(disk::examine("matrix: disk", &matrix.store));
        }
        #[cfg(not(feature = "matrix"))]
        found.push(left_out("matrix", matrix));
    }
    found
}

#[cfg(not(all(feature = "discord", feature = "matrix")))]
fn left_out<T>(section: &'static str, _settings: T) -> Finding {
    let remedy = format!("take another build of Kyr, or leave out the section `{section}`");
    Finding::wrong(section, "this Kyr was built without it", remedy)
}
