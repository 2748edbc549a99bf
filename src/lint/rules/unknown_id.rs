//! # unknown-id
//!
//! Something names what the pack does not have: a listed topic without a file; a related topic, a
//! contact, a wording or a section title that belongs to nothing; a text of an unknown topic. Or
//! something is not where its name says: a topic file that `pack.yaml` does not list, or lists under
//! another section; a text in another section's folder than its topic.
//!
//! **Why.** Nobody can reach what is not listed, and a link to nothing helps nobody.
//!
//! **What to do.** Correct the id. If the id is right, add what it names: list the topic in `pack.yaml`,
//! write the topic file, or move the file to the right folder.

use std::collections::BTreeSet;

use crate::content::Topic;
use crate::diagnostic::{Diagnostic, Located, Span, did_you_mean};
use crate::lint::Subject;
use crate::lint::places::text_parts;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let topics = subject.files.keys().filter_map(|path| path.strip_prefix("topics/")?.strip_suffix(".yaml")?.split_once('/'));
    let topics: BTreeSet<&str> = topics.map(|(_, id)| id).collect();
    let sections = subject.pack.manifest.sections.iter().map(|section| section.id.as_str()).collect();
    let entries = subject.pack.directory.iter().map(|contact| contact.id.as_str()).collect();
    compare(topic_names(subject), "topic", &topics, "write its topic file", found);
    if !subject.is_unread("pack.yaml") {
        compare(section_names(subject), "section", &sections, "list it in pack.yaml", found);
        subject.pack.topics.values().for_each(|topic| listing(subject, topic, found));
    }
    if !subject.is_unread("directory.yaml") {
        compare(entry_names(subject), "directory entry", &entries, "add it to directory.yaml", found);
    }
    text_folders(subject, found);
}

/// A file and an id that it names.
type Name = (String, Located<String>);

fn topic_names(subject: &Subject<'_>) -> Vec<Name> {
    let listed = subject.pack.manifest.topics().map(|id| ("pack.yaml".to_owned(), id.clone()));
    let topics = subject.pack.topics.values();
    let related = topics.flat_map(|topic| topic.related.iter().map(|id| (topic.path(), id.clone())));
    let texts = subject.files.keys().filter_map(|path| {
        let (_, _, id) = text_parts(path)?;
        Some((path.clone(), Located::new(id.to_owned(), Span::default())))
    });
    listed.chain(related).chain(texts).collect()
}

fn section_names(subject: &Subject<'_>) -> Vec<Name> {
    let keys = subject.pack.languages.iter().map(|(locale, language)| (locale, "language", language.sections.keys()));
    keys.flat_map(|(locale, name, keys)| located(subject, format!("text/{locale}/{name}.yaml"), keys)).collect()
}

fn entry_names(subject: &Subject<'_>) -> Vec<Name> {
    let topics = subject.pack.topics.values();
    let contacts = topics.flat_map(|topic| topic.contacts.iter().map(|id| (topic.path(), id.clone())));
    let wordings = subject.pack.languages.iter().flat_map(|(locale, language)| {
        located(subject, format!("text/{locale}/directory.yaml"), language.directory.keys())
    });
    contacts.chain(wordings).collect()
}

fn located<'a>(subject: &Subject<'_>, file: String, keys: impl Iterator<Item = &'a String>) -> Vec<Name> {
    keys.map(|key| (file.clone(), Located::new(key.clone(), subject.key(&file, key)))).collect()
}

fn compare(names: Vec<Name>, what: &str, known: &BTreeSet<&str>, otherwise: &str, found: &mut Vec<Diagnostic>) {
    for (file, id) in names.iter().filter(|(_, id)| !id.is_empty() && !known.contains(id.as_str())) {
        let near = did_you_mean(id, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
        let message = format!("there is no {what} `{}`", id.value);
        found.push(Diagnostic::error("unknown-id", file, id.span, message, near.unwrap_or_else(|| otherwise.to_owned())));
    }
}

fn listing(subject: &Subject<'_>, topic: &Topic, found: &mut Vec<Diagnostic>) {
    let listing = subject.pack.manifest.sections.iter().filter(|section| section.topics.iter().any(|id| id.value == topic.id));
    let sections: Vec<&str> = listing.map(|section| section.id.as_str()).collect();
    if sections.contains(&topic.section.as_str()) {
        return;
    }
    let message = match sections.first() {
        None => format!("pack.yaml does not list the topic `{}`", topic.id),
        Some(section) => format!("pack.yaml lists the topic `{}` under `{section}`", topic.id),
    };
    let help = format!("list it in pack.yaml under `{}`, or move the file", topic.section);
    found.push(Diagnostic::error("unknown-id", topic.path(), Span::default(), message, help));
}

fn text_folders(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (file, (_, section, id)) in subject.files.keys().filter_map(|file| Some((file, text_parts(file)?))) {
        let Some(topic) = subject.pack.topics.get(id).filter(|topic| topic.section != section) else { continue };
        let message = format!("the topic `{id}` stands in the section `{}`", topic.section);
        let help = format!("move the file to the folder `{}`", topic.section);
        found.push(Diagnostic::error("unknown-id", file, Span::default(), message, help));
    }
}
