//! # phone-outside-directory
//!
//! Something that looks like a phone number stands in a text, a title, a directory wording or a
//! message: seven digits or more, grouped as phone numbers are. 911, 988 and 311 are fine, and so are
//! years, dates, amounts, numbers of forms and of court cases.
//!
//! **Why.** A number that has changed hands sends a frightened person to a stranger. Numbers are
//! verified in one place, `directory.yaml`.
//!
//! **What to do.** Put the number into `directory.yaml` with its evidence, and name the entry's id under
//! `contacts` in the topic. Then take it out of the text.

use crate::diagnostic::{Diagnostic, Span};
use crate::lint::Subject;
use crate::lint::phones::phones;
use crate::lint::places::span;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for written in subject.texts() {
        for sentence in written.text.sentences() {
            found.extend(phones(sentence).into_iter().map(|at| fault(written.file, subject.within(written.file, sentence, at))));
        }
    }
    for (locale, language) in &subject.pack.languages {
        let titles = language.sections.values().map(|title| ("language", title));
        let wordings = language.directory.values().flat_map(|wording| {
            [Some(&wording.purpose), wording.hours.as_ref(), wording.languages.as_ref()].into_iter().flatten()
        });
        for (name, sentence) in titles.chain(wordings.map(|sentence| ("directory", sentence))) {
            let file = format!("text/{locale}/{name}.yaml");
            found.extend(phones(sentence).into_iter().map(|at| fault(&file, subject.within(&file, sentence, at))));
        }
    }
    for (file, text) in subject.files.iter().filter(|(path, _)| path.starts_with("locales/")) {
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            let column = |at| line.get(..at).map_or(0, |before| before.chars().count());
            found.extend(phones(line).into_iter().map(|at| fault(file, span(number, column(at)))));
        }
    }
}

fn fault(file: &str, span: Span) -> Diagnostic {
    let help = "put the number into directory.yaml and name its entry under `contacts` of the topic";
    Diagnostic::error("phone-outside-directory", file, span, "a phone number stands in a text", help)
}
