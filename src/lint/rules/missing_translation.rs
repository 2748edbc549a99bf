//! # missing-translation
//!
//! A served language lacks the text of a topic, the title of a section, or the wording of a directory
//! entry. In the default language it is an error, in the others a warning.
//!
//! **Why.** Without the default text there is no answer at all. Without a translation people get the
//! default language, and are told so.
//!
//! **What to do.** Write the file or the entry that the message names, with the one of the default
//! language beside it.

use crate::content::language::Language;
use crate::diagnostic::{Diagnostic, Span};
use crate::lint::Subject;
use crate::locale::Locale;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let none = Language::default();
    for locale in &subject.pack.manifest.languages {
        let language = subject.pack.languages.get(locale).unwrap_or(&none);
        let start = found.len();
        texts(subject, locale, found);
        titles(subject, locale, language, found);
        wordings(subject, locale, language, found);
        if *locale != subject.pack.manifest.default_locale {
            found[start..].iter_mut().for_each(|fault| *fault = fault.clone().into_warning());
        }
    }
}

fn texts(subject: &Subject<'_>, locale: &Locale, found: &mut Vec<Diagnostic>) {
    for topic in subject.pack.topics.values() {
        if subject.text_file(locale, &topic.id).is_none() {
            let message = format!("the topic `{}` has no text in `{locale}`", topic.id);
            found.push(missing(subject.pack.text_path(locale, &topic.id), Span::default(), message, "write this file"));
        }
    }
}

fn titles(subject: &Subject<'_>, locale: &Locale, language: &Language, found: &mut Vec<Diagnostic>) {
    let file = format!("text/{locale}/language.yaml");
    for section in subject.pack.manifest.sections.iter().filter(|_| !subject.is_unread(&file)) {
        if !section.id.is_empty() && !language.sections.contains_key(&section.id.value) {
            let message = format!("the section `{}` has no title in `{locale}`", section.id.value);
            let help = format!("add `{}: …` under `sections`", section.id.value);
            found.push(missing(file.clone(), subject.key(&file, "sections"), message, &help));
        }
    }
}

fn wordings(subject: &Subject<'_>, locale: &Locale, language: &Language, found: &mut Vec<Diagnostic>) {
    let file = format!("text/{locale}/directory.yaml");
    for contact in subject.pack.directory.iter().filter(|_| !subject.is_unread(&file)) {
        if !contact.id.is_empty() && !language.directory.contains_key(&contact.id.value) {
            let message = format!("the directory entry `{}` has no wording in `{locale}`", contact.id.value);
            let help = format!("add `{}:` with a `purpose`", contact.id.value);
            found.push(missing(file.clone(), Span::default(), message, &help));
        }
    }
}

fn missing(file: String, span: Span, message: String, help: &str) -> Diagnostic {
    Diagnostic::error("missing-translation", file, span, message, help)
}
