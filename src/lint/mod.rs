//! The lints of a pack: what would mislead a reader, break a promise or stop a translator.
//! It must not know adapters, and it never changes a pack.

mod link;
mod messages;
mod phones;
mod places;
mod reading;
mod rules;

use jiff::civil::Date;

use crate::content::Pack;
use crate::content::parse::parse;
use crate::diagnostic::{self, Diagnostic, Files};
use crate::locale::Locale;
use messages::Messages;
use places::Places;

/// What a rule may look at.
pub struct Subject<'a> {
    pub pack: &'a Pack,
    pub files: &'a Files,
    pub today: Date,
    messages: Messages<'a>,
    places: Places<'a>,
}

/// One rule. Its file's header is its documentation.
pub struct Rule {
    pub id: &'static str,
    /// The rule's own source file; `explain` shows the header.
    source: &'static str,
    /// `None`: reading the pack reports it.
    check: Option<fn(&Subject<'_>, &mut Vec<Diagnostic>)>,
}

/// All rules, in alphabetical order.
pub use rules::RULES;

/// All faults of a pack, sorted by place.
pub fn check(files: &Files, today: Date) -> Vec<Diagnostic> {
    let (pack, mut found) = parse(files);
    let places = Places::new(files, &found);
    let subject = Subject { pack: &pack, files, today, messages: Messages::new(files), places };
    for rule in RULES {
        if let Some(check) = rule.check {
            check(&subject, &mut found);
        }
    }
    diagnostic::sort(&mut found);
    found
}

/// What a language lacks, whether it is served yet or not: texts and messages that are missing or stale.
pub fn of_language(files: &Files, today: Date, locale: &Locale) -> Vec<Diagnostic> {
    let (mut pack, faults) = parse(files);
    let mut found = Vec::new();
    if !pack.manifest.languages.contains(locale) {
        pack.manifest.languages.push(locale.clone());
    }
    let places = Places::new(files, &faults);
    found.extend(faults);
    let subject = Subject { pack: &pack, files, today, messages: Messages::new(files), places };
    for rule in RULES.iter().filter(|rule| OF_TRANSLATIONS.contains(&rule.id)) {
        rule.check.iter().for_each(|check| check(&subject, &mut found));
    }
    let own = [format!("text/{locale}/"), format!("locales/{locale}/")];
    found.retain(|fault| own.iter().any(|folder| fault.file.starts_with(folder)));
    found
}

/// The rules that say what a translator has to do.
const OF_TRANSLATIONS: [&str; 3] = ["missing-message", "missing-translation", "stale-translation"];

/// A rule's documentation as Markdown.
pub fn explain(id: &str) -> Option<String> {
    let rule = RULES.iter().find(|rule| rule.id == id)?;
    let header = rule.source.lines().map_while(|line| line.strip_prefix("//!"));
    Some(header.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n") + "\n")
}
