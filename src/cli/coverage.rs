//! `kyr coverage`: how far each language is, section by section. It must not judge texts; the lints do.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::{Format, print};
use crate::content::Pack;
use crate::content::load::load;
use crate::content::pack::Section;
use crate::content::parse::parse;
use crate::locale::Locale;

#[derive(clap::Args)]
pub struct Arguments {
    /// The pack's folder
    #[arg(default_value = "content", value_name = "DIR")]
    folder: PathBuf,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Texts of one section in one language. A stale text may be unreviewed too and counts as stale.
#[derive(Clone, Copy, Default)]
struct Count {
    topics: usize,
    complete: usize,
    stale: usize,
    /// Complete and up to date, but translated and reviewed by nobody.
    unreviewed: usize,
    missing: usize,
}

impl Arguments {
    pub fn run(self, content: Option<PathBuf>) -> Result<ExitCode> {
        let folder: &Path = content.as_deref().unwrap_or(&self.folder);
        let (pack, faults) = parse(&load(folder)?);
        if !faults.is_empty() {
            eprintln!(
                "{} faults were left out of the count; see them with: kyr check {}",
                faults.len(),
                folder.display()
            );
        }
        let report = match self.format {
            Format::Text => table(&pack),
            Format::Json => format!("{:#}\n", to_json(&pack)),
        };
        print(&report)?;
        Ok(ExitCode::from(u8::from(!faults.is_empty())))
    }
}

fn count<'a>(pack: &Pack, locale: &Locale, sections: impl Iterator<Item = &'a Section>) -> Count {
    let mut count = Count::default();
    for topic in sections.flat_map(|section| &section.topics) {
        count.topics += 1;
        let original = pack.text(&pack.manifest.default_locale, topic);
        match pack.text(locale, topic) {
            None => count.missing += 1,
            Some(_) if *locale == pack.manifest.default_locale => count.complete += 1,
            Some(text) => {
                let translation = text.translation.as_ref();
                let made_from = translation.map(|translation| translation.of.value.clone());
                if made_from != original.map(|original| original.fingerprint()) {
                    count.stale += 1;
                } else if translation.is_some_and(|translation| translation.reviewed.is_none()) {
                    count.unreviewed += 1;
                } else {
                    count.complete += 1;
                }
            }
        }
    }
    count
}

fn table(pack: &Pack) -> String {
    let mut out = format!(
        "{:<10} {:<14} {:>7} {:>9} {:>7} {:>11} {:>8}\n",
        "language", "section", "topics", "complete", "stale", "unreviewed", "missing"
    );
    for locale in &pack.manifest.languages {
        let sections = &pack.manifest.sections;
        let rows = sections.iter().map(|section| (section.id.as_str(), count(pack, locale, [section].into_iter())));
        for (name, count) in rows.chain([("all", count(pack, locale, sections.iter()))]) {
            let Count { topics, complete, stale, unreviewed, missing } = count;
            out.push_str(&format!(
                "{:<10} {name:<14} {topics:>7} {complete:>9} {stale:>7} {unreviewed:>11} {missing:>8}\n",
                locale.as_str()
            ));
        }
    }
    out
}

/// `{language: {section or "all": {topics, complete, stale, unreviewed, missing}}}`.
fn to_json(pack: &Pack) -> Value {
    let cell = |count: Count| {
        let Count { topics, complete, stale, unreviewed, missing } = count;
        json!({ "topics": topics, "complete": complete, "stale": stale, "unreviewed": unreviewed, "missing": missing })
    };
    let mut languages = Map::new();
    for locale in &pack.manifest.languages {
        let sections = &pack.manifest.sections;
        let mut rows: Map<String, Value> = sections
            .iter()
            .map(|section| (section.id.value.clone(), cell(count(pack, locale, [section].into_iter()))))
            .collect();
        rows.insert("all".to_owned(), cell(count(pack, locale, sections.iter())));
        languages.insert(locale.to_string(), Value::Object(rows));
    }
    Value::Object(languages)
}
