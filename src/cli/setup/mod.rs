//! `kyr setup`: five questions make a first configuration, and the doctor looks at it. It must not judge an answer by
//! itself: the platforms' own checks do. Nothing is written before the last answer.

mod dialogue;
#[cfg(feature = "discord")]
mod discord;
mod draft;
#[cfg(feature = "matrix")]
mod matrix;

use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use tokio::runtime::Runtime;

use super::{doctor, engines, print};
use crate::adapters::console::today;
use crate::content::Region;
use crate::doctor::{Finding, Verdict, worst};
use crate::locale::Locale;
use dialogue::{Dialogue, Judged, QUESTIONS, Question};
use draft::{Draft, Section};

#[derive(clap::Args)]
pub struct Arguments {
    /// The configuration that is written
    #[arg(long, value_name = "FILE", default_value = "kyr.yaml")]
    config: PathBuf,
    /// Another Discord, for tests: an address of this machine
    #[cfg(feature = "discord")]
    #[arg(long, value_name = "URL", hide = true)]
    discord_test_api: Option<String>,
}

/// What all questions need.
struct Setup<R> {
    dialogue: Dialogue<R>,
    runtime: Runtime,
    config: PathBuf,
    #[cfg(feature = "discord")]
    discord_test_api: Option<String>,
}

impl Arguments {
    /// Exit code 1 when nothing was written, or the doctor finds something wrong.
    pub fn run(self, content: Option<PathBuf>) -> Result<ExitCode> {
        let name = self.config.display().to_string();
        let mut setup = Setup {
            dialogue: Dialogue::on_stdin(),
            runtime: doctor::runtime()?,
            config: self.config,
            #[cfg(feature = "discord")]
            discord_test_api: self.discord_test_api,
        };
        print(&format!(
            "{QUESTIONS} questions, and Kyr has a configuration: {name}. Nothing is written before the last answer.\n"
        ))?;
        let content =
            content.as_deref().map(std::path::absolute).transpose().context("cannot tell the pack's folder")?;
        if !setup.answered(content.as_deref())? {
            print("Nothing was changed.\n")?;
            return Ok(ExitCode::FAILURE);
        }
        print("\nNow the doctor looks at all of it.\n\n")?;
        let found = doctor::examine(&setup.config, None, today(), &setup.runtime)?;
        Ok(match worst(&found) {
            Verdict::Wrong => {
                print(&format!(
                    "Mend what is wrong, and look again: kyr doctor --config {name}\nThen start Kyr: kyr run --config {name}\n"
                ))?;
                ExitCode::FAILURE
            }
            _ => {
                print(&format!("Start Kyr now: kyr run --config {name}\n"))?;
                ExitCode::SUCCESS
            }
        })
    }
}

impl<R: BufRead> Setup<R> {
    /// Whether the questions were answered and the files are written.
    fn answered(&mut self, content: Option<&Path>) -> Result<bool> {
        let replace = self.config.exists();
        let name = self.config.display().to_string();
        if replace && !self.dialogue.confirm(&format!("{name} is there already. Shall it be replaced at the end?"))? {
            return Ok(false);
        }
        let section = self.platform()?;
        let locale = self.language(content)?;
        let region = self.state()?;
        let file = self.config.with_file_name(section.file);
        let replace_secret = section.secret.is_some() && file.exists();
        if replace_secret
            && !self.dialogue.confirm(&format!("{} is there already. Shall it be replaced?", file.display()))?
        {
            return Ok(false);
        }
        let draft = Draft { content, locale: &locale, region, section: &section };
        draft.write(&self.config, replace || replace_secret)?;
        let secret = section.secret.as_ref().map_or_else(String::new, |_| format!(" and {}", file.display()));
        print(&format!("\nWritten: {name}{secret}\n"))?;
        Ok(true)
    }

    fn platform(&mut self) -> Result<Section> {
        let known: &[&str] = &[
            #[cfg(feature = "discord")]
            "discord",
            #[cfg(feature = "matrix")]
            "matrix",
        ];
        let text = format!("Where do people write to Kyr: {}?", known.join(" or "));
        let last = known[known.len() - 1];
        let question = Question { text: &text, example: last, default: Some(known[0]), hidden: false };
        let chosen = self.dialogue.ask(&question, |answer| {
            let answer = answer.unwrap_or(known[0]).to_lowercase();
            match known.iter().find(|platform| **platform == answer) {
                Some(platform) => (Some(*platform), Vec::new()),
                None => refused(
                    "platform",
                    format!("`{answer}` is none that this Kyr knows"),
                    format!("write {}", known.join(" or ")),
                ),
            }
        })?;
        match chosen {
            #[cfg(feature = "discord")]
            "discord" => discord::ask(self),
            #[cfg(feature = "matrix")]
            "matrix" => matrix::ask(self),
            _ => unreachable!("one of those above"),
        }
    }

    fn language(&mut self, content: Option<&Path>) -> Result<Locale> {
        let (found, served) = doctor::the_pack(content, today());
        let broken = || found.first().map_or_else(String::new, |finding| finding.what.clone());
        let served = served.with_context(broken)?;
        let codes: Vec<&str> = served.iter().map(Locale::as_str).collect();
        let text =
            format!("In which language does Kyr speak first? It follows people to theirs. One of {}", codes.join(", "));
        let question = Question { text: &text, example: "es", default: Some("en"), hidden: false };
        self.dialogue.ask(&question, |answer| {
            let asked = answer.unwrap_or("en").parse::<Locale>().map_err(anyhow::Error::msg);
            match asked.and_then(|asked| engines::nearest(&served, asked)) {
                Ok(locale) => (Some(locale), Vec::new()),
                Err(error) => refused("language", format!("{error:#}"), "write one of the codes above"),
            }
        })
    }

    fn state(&mut self) -> Result<Option<Region>> {
        let text =
            "In which US state are most people? Its rules and hotlines are added to answers. Two letters, or none";
        let question = Question { text, example: "CA", default: Some("none"), hidden: false };
        self.dialogue.ask(&question, |answer| match answer.unwrap_or("none") {
            none if none.eq_ignore_ascii_case("none") => (Some(None), Vec::new()),
            code => match code.parse() {
                Ok(region) => (Some(Some(region)), Vec::new()),
                Err(error) => refused("state", format!("`{code}` is no state"), error),
            },
        })
    }
}

/// An answer that is not taken.
fn refused<T>(check: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Judged<T> {
    (None, vec![Finding::wrong(check, what, remedy)])
}
