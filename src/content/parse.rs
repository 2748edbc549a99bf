//! Files to a pack, with every fault on the way. Pure: it gets texts and never touches a disk,
//! and it never refuses; whoever asked decides whether the faults matter.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread::{self, available_parallelism};

use super::directory::Contact;
use super::fields::{Faults, Fields};
use super::language::Unserved;
use super::node::{self, Kind, Node};
use super::pack::{Manifest, Pack};
use super::source::Source;
use super::text::Text;
use super::topic::Topic;
use crate::diagnostic::{Diagnostic, Files, Span};
use crate::locale::Locale;

const MANIFEST: &str = "pack.yaml";

/// Reads all files of a pack. Faulty records are left out; the diagnostics say which.
pub fn parse(files: &Files) -> (Pack, Vec<Diagnostic>) {
    let mut pack = Pack::default();
    let mut found = Vec::new();
    if !files.contains_key(MANIFEST) {
        let help = "a pack's folder holds pack.yaml, sources.yaml, directory.yaml, topics/ and text/";
        found.push(Diagnostic::error("missing-file", MANIFEST, Span::default(), "there is no pack.yaml", help));
    }
    for (path, root) in read_all(files) {
        let mut faults = Faults::new(path);
        match root {
            Ok(root) => place(&mut pack, path, root, &mut faults),
            Err(fault) => faults.found.push(fault),
        }
        found.append(&mut faults.found);
    }
    (pack, found)
}

/// A file's path and its YAML.
type Root<'a> = (&'a str, Result<Node, Diagnostic>);

/// In order; by all processors, because most of a pack's reading goes there, and people wait for a change.
fn read_all(files: &Files) -> Vec<Root<'_>> {
    let texts = files.iter().filter(|(path, text)| path.ends_with(".yaml") && !is_comment(path, text));
    let texts: Vec<(&String, &String)> = texts.collect();
    let share = texts.len().div_ceil(available_parallelism().map_or(1, NonZero::get)).max(1);
    let mut roots = Vec::with_capacity(texts.len());
    thread::scope(|scope| {
        let read = |(path, text): &(&'_ String, &'_ String)| node::read(path, text);
        let shares = texts.chunks(share).map(|share| scope.spawn(move || share.iter().map(read).collect::<Vec<_>>()));
        for read in shares.collect::<Vec<_>>() {
            roots.extend(read.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
    });
    texts.into_iter().map(|(path, _)| path.as_str()).zip(roots).collect()
}

/// Whether a language's file says nothing yet.
fn is_comment(path: &str, text: &str) -> bool {
    path.starts_with("text/") && text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

/// Puts one file's records where they belong; its path says what it is.
fn place(pack: &mut Pack, path: &str, root: Node, faults: &mut Faults) {
    let parts: Vec<&str> = path.trim_end_matches(".yaml").split('/').collect();
    if parts == ["directory"] {
        pack.directory = read_contacts(root, faults);
        return;
    }
    let Some(fields) = Fields::of(root, "the file", faults) else { return };
    match parts.as_slice() {
        ["pack"] => pack.manifest = Manifest::read(fields, faults),
        ["sources"] => read_sources(pack, fields, faults),
        ["unserved"] => {
            pack.unserved = fields
                .into_entries()
                .into_iter()
                .filter_map(|(tag, node)| Unserved::read(&tag, node, faults))
                .collect();
        }
        ["topics", section, id] => {
            pack.topics.insert((*id).to_owned(), Topic::read(section, id, fields, faults));
        }
        ["text", tag, rest @ ..] => match Locale::parse(tag) {
            Ok(locale) => place_text(pack, locale, rest, fields, faults),
            Err(help) => faults.error("unknown-file", Span::default(), format!("unknown language tag `{tag}`"), help),
        },
        _ => unknown_file(faults),
    }
}

fn place_text(pack: &mut Pack, locale: Locale, rest: &[&str], fields: Fields, faults: &mut Faults) {
    match rest {
        ["language"] => pack.languages.entry(locale).or_default().read_titles(fields, faults),
        ["directory"] => pack.languages.entry(locale).or_default().read_directory(fields, faults),
        ["none"] => pack.languages.entry(locale).or_default().read_none(fields, faults),
        // A text that nobody has begun: `kyr translate new` makes such files.
        [_, _] if fields.is_blank("title") && fields.is_blank("answer") => {}
        [_section, id] => {
            let text = Text::read(fields, faults);
            pack.texts.entry(locale).or_default().insert((*id).to_owned(), text);
        }
        _ => unknown_file(faults),
    }
}

fn unknown_file(faults: &mut Faults) {
    faults.error(
        "unknown-file",
        Span::default(),
        "no part of a pack stands at this path",
        "topics are topics/<section>/<id>.yaml, texts text/<lang>/<section>/<id>.yaml; move or remove the file",
    );
}

fn read_sources(pack: &mut Pack, fields: Fields, faults: &mut Faults) {
    for (id, node) in fields.into_entries() {
        if let Some(record) = Fields::of(node, &id, faults) {
            pack.sources.insert(id.value, Source::read(record, faults));
        }
    }
}

fn read_contacts(root: Node, faults: &mut Faults) -> Vec<Contact> {
    let Kind::List(items) = root.kind else {
        let help = "begin each entry with `- id: …`";
        faults.error(
            "invalid-value",
            root.span,
            format!("the directory is {}, but should be a list", root.kind.noun()),
            help,
        );
        return Vec::new();
    };
    let records: Vec<Fields> = items.into_iter().filter_map(|node| Fields::of(node, "entry", faults)).collect();
    records.into_iter().map(|fields| Contact::read(fields, faults)).collect()
}
