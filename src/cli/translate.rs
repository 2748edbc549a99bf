//! `kyr translate`: what a language lacks, and the files of a new one. It must not judge wording; people do.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::{Format, print};
use crate::adapters::console::today;
use crate::content::load::load;
use crate::content::parse::parse;
use crate::content::{Pack, skeleton};
use crate::diagnostic::Diagnostic;
use crate::lint;
use crate::locale::Locale;

#[derive(clap::Args)]
pub struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// List what is missing or stale in a language, the oldest first
    Status {
        #[arg(value_name = "LANG")]
        locale: Locale,
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Make the files of a new language, with the text to translate beside each field
    New {
        #[arg(value_name = "LANG")]
        locale: Locale,
    },
}

/// One thing to do.
struct Task {
    /// The day from which the default language has it: the topic's last check.
    since: String,
    /// `missing` or `stale`.
    state: &'static str,
    file: String,
    what: String,
}

impl Arguments {
    pub fn run(self, content: Option<PathBuf>) -> Result<ExitCode> {
        let folder = content.unwrap_or_else(|| PathBuf::from("content"));
        match self.action {
            Action::Status { locale, format } => status(&folder, &locale, format),
            Action::New { locale } => new(&folder, &locale),
        }
    }
}

/// Exit code 1 when there is something to do.
fn status(folder: &Path, locale: &Locale, format: Format) -> Result<ExitCode> {
    let files = load(folder)?;
    let (pack, _) = parse(&files);
    let mut tasks: Vec<Task> =
        lint::of_language(&files, today(), locale).iter().map(|fault| task(&pack, locale, fault)).collect();
    // What has no day, the interface, comes last.
    tasks.sort_by(|a, b| {
        (a.since.is_empty(), &a.since, a.state, &a.file).cmp(&(b.since.is_empty(), &b.since, b.state, &b.file))
    });
    match format {
        Format::Json => {
            let row =
                |task: &Task| json!({ "since": task.since, "state": task.state, "file": task.file, "what": task.what });
            print(&format!("{:#}\n", tasks.iter().map(row).collect::<serde_json::Value>()))?;
        }
        Format::Text => {
            let row = |task: &Task| format!("{:<10}  {:<7}  {}: {}\n", task.since, task.state, task.file, task.what);
            let missing = tasks.iter().filter(|task| task.state == MISSING).count();
            let stale = tasks.len() - missing;
            print(&format!(
                "{}{locale}: {missing} missing, {stale} stale\n",
                tasks.iter().map(row).collect::<String>()
            ))?;
        }
    }
    Ok(ExitCode::from(u8::from(!tasks.is_empty())))
}

const MISSING: &str = "missing";

fn task(pack: &Pack, locale: &Locale, fault: &Diagnostic) -> Task {
    let paths: BTreeMap<String, &str> =
        pack.topics.keys().map(|id| (pack.text_path(locale, id), id.as_str())).collect();
    let topic = paths.get(&fault.file).and_then(|id| pack.topics.get(*id));
    let stale = fault.rule == "stale-translation";
    Task {
        since: topic.map_or_else(String::new, |topic| topic.reviewed.value.to_string()),
        state: if stale { "stale" } else { MISSING },
        file: fault.file.clone(),
        what: if stale { fault.help.clone() } else { fault.message.clone() },
    }
}

/// Writes what is not there yet; nothing is written over.
fn new(folder: &Path, locale: &Locale) -> Result<ExitCode> {
    let files = load(folder)?;
    let (pack, faults) = parse(&files);
    if !faults.is_empty() {
        bail!("the pack in {0} has faults; mend them first: kyr check {0}", folder.display());
    }
    let own_locales = folder.join("locales");
    let locales = if own_locales.is_dir() { own_locales } else { folder.join("../locales") };
    let (mut written, mut kept) = (0, 0);
    for (path, text) in skeleton::files(&pack, &files, locale) {
        let target = match path.strip_prefix("locales/") {
            Some(rest) => locales.join(rest),
            None => folder.join(&path),
        };
        if write_new(&target, &text)? {
            written += 1;
        } else {
            kept += 1;
        }
    }
    print(&format!(
        "{locale}: {written} files written, {kept} were there already.\n\
         Fill in the empty fields; a text without title and answer counts as not begun. In the other files, remove\n\
         the mark before what you have translated. See what is left: kyr translate status {locale}\n\
         To serve the language, add `{locale}` to pack.yaml, and `language-{locale}` to every names.ftl.\n"
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// Whether the file was written; `false` when it is there.
fn write_new(path: &Path, text: &str) -> Result<bool> {
    let context = || format!("cannot write {}", path.display());
    fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).with_context(context)?;
    match fs::File::create_new(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        file => {
            use std::io::Write;
            file.and_then(|mut file| file.write_all(text.as_bytes())).with_context(context)?;
            Ok(true)
        }
    }
}
