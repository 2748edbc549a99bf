//! `kyr ask`: one question, or a stream of questions that know nothing of each other.
//! It must not repeat a question in its output.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use serde_json::json;

use super::{Format, engines, print};
use crate::adapters::console::{self, Style};
use crate::content::Region;
use crate::engine::{Asked, Conversation, Engine, Kind, Query, Reply, plain};
use crate::locale::Locale;

#[derive(clap::Args)]
pub struct Arguments {
    /// The question; without one, each line of the standard input is a question
    question: Vec<String>,
    /// The language to assume when the question does not tell its own
    #[arg(long, value_name = "LANG")]
    lang: Option<Locale>,
    /// The asker's US state, by its two letters
    #[arg(long, value_name = "STATE")]
    state: Option<Region>,
    /// `json` prints one object a line: kind, topics, locale, text
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

impl Arguments {
    pub fn run(mut self, content: Option<PathBuf>) -> Result<ExitCode> {
        let engine = engines::engine(content.as_deref())?;
        self.lang = engines::served(&engine, self.lang.take())?;
        if !self.question.is_empty() {
            self.answer(&engine, self.question.join(" "))?;
            return Ok(ExitCode::SUCCESS);
        }
        let mut input = std::io::stdin().lock();
        while let Some(line) = console::read_line(&mut input).context("cannot read the next question")? {
            if !line.trim().is_empty() {
                self.answer(&engine, line)?;
                if self.format == Format::Text {
                    print("\n----\n\n")?;
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }

    fn answer(&self, engine: &Engine, text: String) -> Result<()> {
        let asked = Asked::Words(text);
        let query = Query { hint: self.lang.clone(), region: self.state, ..Query::new(asked, console::today(), 0) };
        let (reply, _) = engine.reply(&query, &Conversation::default());
        match self.format {
            Format::Text => print(&format!("{}\n", console::write_document(&reply.document, Style::terminal(false)))),
            Format::Json => print(&format!("{}\n", to_json(&reply))),
        }
    }
}

fn to_json(reply: &Reply) -> serde_json::Value {
    let (kind, topics) = match &reply.kind {
        Kind::Answer(topic) => ("answer", vec![topic.as_str()]),
        Kind::Withdrawn(topic) => ("withdrawn", vec![topic.as_str()]),
        Kind::Choices(topics) => ("choices", topics.iter().map(String::as_str).collect()),
        Kind::NotCovered => ("not-covered", Vec::new()),
        Kind::Unserved(_) => ("unserved-language", Vec::new()),
        Kind::Command => ("command", Vec::new()),
    };
    json!({ "kind": kind, "topics": topics, "locale": reply.locale.as_str(), "text": plain::write(&reply.document) })
}
