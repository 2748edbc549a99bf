//! `kyr explain`: a rule's documentation, or the list of rules. It must not know any rule.

use std::process::ExitCode;

use anyhow::{Result, bail};

use super::print;
use crate::diagnostic::did_you_mean;
use crate::lint;

#[derive(clap::Args)]
pub struct Arguments {
    /// The rule's name, as `kyr check` prints it; without one, all rules are listed
    rule: Option<String>,
}

impl Arguments {
    pub fn run(self) -> Result<ExitCode> {
        let names = || lint::RULES.iter().map(|rule| rule.id);
        let Some(rule) = self.rule else {
            print(&(names().collect::<Vec<_>>().join("\n") + "\n"))?;
            return Ok(ExitCode::SUCCESS);
        };
        let Some(text) = lint::explain(&rule) else {
            let hint = did_you_mean(&rule, names()).map(|name| format!("; did you mean `{name}`?"));
            bail!("there is no rule `{rule}`{}", hint.unwrap_or_else(|| "; `kyr explain` lists all".to_owned()));
        };
        print(&text)?;
        Ok(ExitCode::SUCCESS)
    }
}
