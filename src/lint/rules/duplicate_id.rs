//! # duplicate-id
//!
//! One name is given twice: a topic or a section twice in `pack.yaml`, two directory entries with one
//! id, one topic or text in two folders, or one message twice in a `.ftl` file.
//!
//! **Why.** Only one of the two can be shown, and nobody sees which one is dropped.
//!
//! **What to do.** Remove the one that is not needed, or give it another id. Rename the files too, and
//! everything that names the id.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Located, Span};
use crate::lint::Subject;
use crate::lint::places::text_parts;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let manifest = &subject.pack.manifest;
    repeated("section", "pack.yaml", manifest.sections.iter().map(|section| &section.id), found);
    repeated("topic", "pack.yaml", manifest.topics(), found);
    repeated("entry", "directory.yaml", subject.pack.directory.iter().map(|contact| &contact.id), found);
    two_files(subject, found);
    for (key, file, span) in &subject.messages.repeated {
        found.push(fault(file, *span, format!("the message `{key}` stands twice in this file")));
    }
}

fn repeated<'a>(
    what: &str,
    file: &str,
    ids: impl Iterator<Item = &'a Located<String>>,
    found: &mut Vec<Diagnostic>,
) {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for id in ids.filter(|id| !id.is_empty()) {
        match first.get(id.as_str()) {
            Some(before) => {
                let message = format!("the {what} `{}` stands on line {} already", id.value, before.line);
                found.push(fault(file, id.span, message));
            }
            None => {
                first.insert(id, id.span);
            }
        }
    }
}

/// The folder of a section is no part of a topic's id.
fn two_files(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for path in subject.files.keys() {
        let topic = path.strip_prefix("topics/").and_then(|rest| rest.strip_suffix(".yaml")?.split_once('/'));
        let (tag, id) = match (topic, text_parts(path)) {
            (Some((_, id)), _) => ("", id),
            (None, Some((tag, _, id))) => (tag, id),
            (None, None) => continue,
        };
        if let Some(before) = first.insert((tag, id), path) {
            found.push(fault(path, Span::default(), format!("`{id}` stands in {before} already")));
        }
    }
}

fn fault(file: &str, span: Span, message: String) -> Diagnostic {
    Diagnostic::error("duplicate-id", file, span, message, "remove one of the two, or give it another id")
}
