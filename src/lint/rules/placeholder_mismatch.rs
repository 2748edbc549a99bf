//! # placeholder-mismatch
//!
//! A message uses a `{ $name }` that Kyr does not fill in here, or leaves out one that the default
//! language uses.
//!
//! **Why.** People would see `{$name}` as it stands, or would miss the date, the state or the language
//! that the sentence is about.
//!
//! **What to do.** Copy the parts in `{ }` from the message in the default language, letter by letter.
//! They may stand anywhere in the sentence.

use crate::diagnostic::{Diagnostic, Located, Span};
use crate::lint::Subject;
use crate::lint::messages::{Entry, asked_for};
use crate::locale::{MANNER, SPECS};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let wanted = asked_for(subject.pack);
    let default = subject.messages.of.get(&subject.pack.manifest.default_locale);
    for known in subject.messages.of.values() {
        for (key, entry) in known.iter().filter(|(key, entry)| entry.has_text && wanted.contains(*key)) {
            unfilled(key, entry, found);
            if let Some(original) = default.and_then(|known| known.get(key)) {
                left_out(key, entry, original, found);
            }
        }
    }
}

fn unfilled(key: &str, entry: &Entry<'_>, found: &mut Vec<Diagnostic>) {
    let filled = SPECS.iter().find(|spec| spec.key == key).map_or(&[][..], |spec| spec.args);
    let unknown = |variable: &&Located<&str>| !filled.contains(&variable.value) && variable.value != MANNER;
    for variable in entry.variables.iter().filter(unknown) {
        let help = match filled {
            [] => "this message has none: say it without".to_owned(),
            _ => format!("this message has: ${}", filled.join(", $")),
        };
        let message = format!("nothing fills in `${}` in the message `{key}`", variable.value);
        found.push(fault(entry, variable.span, message, help));
    }
}

fn left_out(key: &str, entry: &Entry<'_>, original: &Entry<'_>, found: &mut Vec<Diagnostic>) {
    let has = |name: &str| entry.variables.iter().any(|variable| variable.value == name);
    let mut lacking: Vec<&str> = original.variables.iter().map(|variable| variable.value).filter(|name| !has(name)).collect();
    lacking.sort_unstable();
    lacking.dedup();
    for name in lacking {
        let message = format!("the message `{key}` leaves out `${name}`");
        found.push(fault(entry, entry.span, message, format!("put `{{ ${name} }}` where it belongs in the sentence")));
    }
}

fn fault(entry: &Entry<'_>, span: Span, message: String, help: String) -> Diagnostic {
    Diagnostic::error("placeholder-mismatch", entry.file, span, message, help)
}
