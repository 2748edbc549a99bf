//! `kyr eval`: how well questions with known topics are answered. It must not touch the matcher:
//! it asks as a person would.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::{Format, engines, print};
use crate::adapters::console::today;
use crate::engine::{Asked, Conversation, Engine, Kind, Query};
use crate::locale::Locale;

#[derive(clap::Args)]
pub struct Arguments {
    /// Tab-separated rows `query, topic ids separated by commas or NONE, kind`; named after the language (es.tsv)
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// `auto`: detect the language from each question; LANG: the room's language, as a hint
    #[arg(long, default_value = "auto", value_name = "auto|LANG")]
    lang: String,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Also list the questions that were not answered right
    #[arg(long)]
    misses: bool,
}

/// One row of a file.
struct Row {
    query: String,
    /// Empty: off topic.
    expected: Vec<String>,
    kind: String,
}

#[derive(Clone, Default)]
struct Tally {
    questions: usize,
    right: usize,
    offered: usize,
    wrong: usize,
    unanswered: usize,
    off_topic: usize,
    off_topic_answered: usize,
    off_topic_offered: usize,
    language_right: usize,
    micros: Vec<f64>,
}

impl Arguments {
    pub fn run(self, content: Option<PathBuf>) -> Result<ExitCode> {
        let engine = engines::engine(content.as_deref())?;
        let hint = match self.lang.as_str() {
            "auto" => None,
            tag => Some(Locale::parse(tag).map_err(anyhow::Error::msg).context("--lang")?),
        };
        let mut languages: BTreeMap<String, Tally> = BTreeMap::new();
        let mut misses = String::new();
        for file in &self.files {
            let language = language_of(file)?;
            let tally = languages.entry(language.to_string()).or_default();
            for row in read(&engine, file)? {
                tally.ask(&engine, &language, hint.clone(), &row, &mut misses);
            }
        }
        let mut all = Tally::default();
        languages.values().for_each(|tally| all.add(tally));
        let report = match self.format {
            Format::Json => {
                let languages: BTreeMap<_, _> = languages.iter().map(|(name, tally)| (name, tally.to_json())).collect();
                format!("{}\n", json!({ "languages": languages, "all": all.to_json() }))
            }
            Format::Text => table(&languages, &all),
        };
        if self.misses {
            print(&misses)?;
        }
        print(&report)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// `tests/eval/es.tsv` → es.
fn language_of(file: &Path) -> Result<Locale> {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    Locale::parse(stem)
        .map_err(anyhow::Error::msg)
        .with_context(|| format!("{}: the file must be named after its language", file.display()))
}

fn read(engine: &Engine, file: &Path) -> Result<Vec<Row>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let place = || format!("{}:{}", file.display(), number + 1);
        let [query, expected, kind] = line.split('\t').collect::<Vec<_>>()[..] else {
            bail!("{}: a row has three fields separated by tabs: query, topic ids or NONE, kind", place());
        };
        let expected: Vec<String> = match expected {
            "NONE" => Vec::new(),
            ids => ids.split(',').map(|id| id.trim().to_owned()).collect(),
        };
        if let Some(unknown) = expected.iter().find(|id| !engine.pack().topics.contains_key(*id)) {
            bail!("{}: the pack has no topic `{unknown}`", place());
        }
        rows.push(Row { query: query.to_owned(), expected, kind: kind.to_owned() });
    }
    Ok(rows)
}

impl Tally {
    fn ask(&mut self, engine: &Engine, language: &Locale, hint: Option<Locale>, row: &Row, misses: &mut String) {
        let query = Query { hint, ..Query::new(Asked::Words(row.query.clone()), today(), 0) };
        let started = Instant::now();
        let (reply, _) = engine.reply(&query, &Conversation::default());
        self.micros.push(started.elapsed().as_secs_f64() * 1e6);
        let spoken = match &reply.kind {
            Kind::Unserved(other) => other,
            _ => &reply.locale,
        };
        self.language_right += usize::from(spoken == language);
        let verdict =
            if row.expected.is_empty() { self.judge_off_topic(&reply.kind) } else { self.judge(&reply.kind, row) };
        if !matches!(verdict, "right" | "silent") || spoken != language {
            let got = match &reply.kind {
                Kind::Answer(topic) | Kind::Withdrawn(topic) => topic.clone(),
                Kind::Choices(topics) => topics.join(","),
                other => format!("{other:?}"),
            };
            let expected = if row.expected.is_empty() { "NONE".to_owned() } else { row.expected.join(",") };
            misses.push_str(&format!("{verdict}\t{spoken}\t{}\t{expected}\t{got}\t{}\n", row.kind, row.query));
        }
    }

    fn judge(&mut self, kind: &Kind, row: &Row) -> &'static str {
        self.questions += 1;
        match kind {
            Kind::Answer(topic) | Kind::Withdrawn(topic) if row.expected.contains(topic) => {
                self.right += 1;
                "right"
            }
            Kind::Answer(_) | Kind::Withdrawn(_) => {
                self.wrong += 1;
                "wrong"
            }
            Kind::Choices(topics) if topics.iter().any(|topic| row.expected.contains(topic)) => {
                self.offered += 1;
                "offered"
            }
            _ => {
                self.unanswered += 1;
                "unanswered"
            }
        }
    }

    fn judge_off_topic(&mut self, kind: &Kind) -> &'static str {
        self.off_topic += 1;
        match kind {
            Kind::Answer(_) | Kind::Withdrawn(_) => {
                self.off_topic_answered += 1;
                "off-topic answered"
            }
            Kind::Choices(_) => {
                self.off_topic_offered += 1;
                "off-topic offered"
            }
            _ => "silent",
        }
    }

    fn add(&mut self, other: &Self) {
        self.questions += other.questions;
        self.right += other.right;
        self.offered += other.offered;
        self.wrong += other.wrong;
        self.unanswered += other.unanswered;
        self.off_topic += other.off_topic;
        self.off_topic_answered += other.off_topic_answered;
        self.off_topic_offered += other.off_topic_offered;
        self.language_right += other.language_right;
        self.micros.extend(&other.micros);
    }

    /// Microseconds of the question at `share` of the sorted times.
    fn percentile(&self, share: f64) -> f64 {
        let mut sorted = self.micros.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let at = ((sorted.len() as f64 * share).ceil() as usize).clamp(1, sorted.len().max(1)) - 1;
        (sorted.get(at).copied().unwrap_or(0.0) * 10.0).round() / 10.0
    }

    fn to_json(&self) -> Value {
        json!({
            "rows": self.questions + self.off_topic,
            "questions": self.questions,
            "right": self.right,
            "offered": self.offered,
            "wrong": self.wrong,
            "unanswered": self.unanswered,
            "off_topic": self.off_topic,
            "off_topic_answered": self.off_topic_answered,
            "off_topic_offered": self.off_topic_offered,
            "language_right": self.language_right,
            "micros_p50": self.percentile(0.5),
            "micros_p99": self.percentile(0.99),
        })
    }
}

fn table(languages: &BTreeMap<String, Tally>, all: &Tally) -> String {
    let mut out = format!(
        "{:<8} {:>5} {:>13} {:>13} {:>13} {:>13} {:>13} {:>13} {:>13} {:>7} {:>7}\n",
        "language",
        "rows",
        "right",
        "offered",
        "wrong",
        "unanswered",
        "off answered",
        "off offered",
        "language",
        "µs p50",
        "µs p99"
    );
    let named = languages.iter().map(|(name, tally)| (name.as_str(), tally));
    for (name, tally) in named.chain([("all", all)]) {
        let rows = tally.questions + tally.off_topic;
        let cells = [
            share(tally.right, tally.questions),
            share(tally.offered, tally.questions),
            share(tally.wrong, tally.questions),
            share(tally.unanswered, tally.questions),
            share(tally.off_topic_answered, tally.off_topic),
            share(tally.off_topic_offered, tally.off_topic),
            share(tally.language_right, rows),
        ];
        let cells = cells.map(|cell| format!("{cell:>13}")).join(" ");
        let (p50, p99) = (tally.percentile(0.5), tally.percentile(0.99));
        out.push_str(&format!("{name:<8} {rows:>5} {cells} {p50:>7} {p99:>7}\n"));
    }
    out
}

/// A count and its share in percent.
fn share(count: usize, of: usize) -> String {
    format!("{count} ({:.1} %)", 100.0 * count as f64 / of.max(1) as f64)
}
