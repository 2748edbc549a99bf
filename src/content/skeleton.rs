//! A new language's files: every field of the default language's, empty, with the text to translate as a comment
//! beside it. It must not know where the files go.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::pack::Pack;
use super::text::{Phrase, Term, Text};
use crate::diagnostic::Files;
use crate::locale::Locale;

/// Columns of a comment.
const WIDTH: usize = 96;

/// The files of `locale`, by their paths in the pack. `files` are the pack's.
pub fn files(pack: &Pack, files: &Files, locale: &Locale) -> Files {
    let default = &pack.manifest.default_locale;
    let texts = pack.texts.get(default).into_iter().flatten();
    let mut new: Files = texts.map(|(id, original)| (pack.text_path(locale, id), text(original))).collect();
    for (path, content) in files {
        let copied = [format!("locales/{default}/"), format!("text/{default}/")].into_iter().find_map(|folder| {
            let rest = path.strip_prefix(&folder)?;
            let other = folder.replace(&format!("/{default}/"), &format!("/{locale}/")) + rest;
            (!rest.contains('/') && rest != "none.yaml").then_some(other)
        });
        if let Some(path) = copied {
            new.insert(path, commented(content));
        }
    }
    new
}

/// A topic's text with empty fields.
fn text(original: &Text) -> String {
    let mut out = String::new();
    field(&mut out, "", "title", &original.title);
    field(&mut out, "", "answer", &original.answer);
    list(&mut out, "steps", original.steps.iter().map(|step| step.as_str()));
    phrases(&mut out, &original.say);
    let prose = [("law", &original.law), ("in_practice", &original.in_practice), ("details", &original.details)];
    for (key, prose) in prose {
        prose.iter().for_each(|prose| field(&mut out, "", key, prose));
    }
    let regions: BTreeMap<&str, &str> =
        original.regions.iter().map(|(region, text)| (region.code(), text.as_str())).collect();
    if !regions.is_empty() {
        out.push_str("regions:\n");
        regions.iter().for_each(|(code, text)| field(&mut out, "  ", code, text));
    }
    list(&mut out, "corrections", original.corrections.iter().map(|correction| correction.as_str()));
    terms(&mut out, &original.terms);
    // Not translated but written anew, as people really type.
    out.push_str("examples: []\n");
    let of = original.fingerprint();
    let _ = write!(out, "translation:\n  of: \"{of}\"\n  by: person\n  reviewed: null\n");
    out
}

fn phrases(out: &mut String, phrases: &[Phrase]) {
    if phrases.is_empty() {
        return;
    }
    out.push_str("say:\n");
    for english in phrases.iter().filter_map(|phrase| phrase.en.as_ref()) {
        let quoted = english.replace('\\', "\\\\").replace('"', "\\\"");
        let _ = write!(out, "  - en: \"{quoted}\"\n    # what it means\n    text: \"\"\n");
        out.push_str("    # how the English sounds; remove it where the letters are Latin\n    sounds: \"\"\n");
    }
}

fn terms(out: &mut String, terms: &[Term]) {
    if terms.is_empty() {
        return;
    }
    out.push_str("terms:\n");
    for term in terms {
        comment(out, "  ", &term.name);
        out.push_str("  - name: \"\"\n");
        let also: Vec<&str> = term.also.iter().map(|name| name.as_str()).collect();
        comment(out, "    ", &also.join(", "));
        out.push_str("    also: []\n");
        field(out, "    ", "means", &term.means);
    }
}

fn list<'a>(out: &mut String, key: &str, items: impl Iterator<Item = &'a str>) {
    for (at, item) in items.enumerate() {
        if at == 0 {
            let _ = writeln!(out, "{key}:");
        }
        comment(out, "  ", item);
        out.push_str("  - \"\"\n");
    }
}

fn field(out: &mut String, indent: &str, key: &str, original: &str) {
    comment(out, indent, original);
    let _ = writeln!(out, "{indent}{key}: \"\"");
}

/// The text to translate, wrapped.
fn comment(out: &mut String, indent: &str, text: &str) {
    for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut line = format!("{indent}#");
        for word in paragraph.split_whitespace() {
            if line.chars().count() + word.chars().count() >= WIDTH {
                out.push_str(&line);
                out.push('\n');
                line = format!("{indent}#");
            }
            line.push(' ');
            line.push_str(word);
        }
        out.push_str(&line);
        out.push('\n');
    }
}

/// A file whose entries count as missing until the marks before them are removed.
fn commented(original: &str) -> String {
    let mark =
        |line: &str| if line.is_empty() || line.starts_with('#') { line.to_owned() } else { format!("# {line}") };
    original.lines().map(|line| mark(line) + "\n").collect()
}
