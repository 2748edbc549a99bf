//! # translation-of-default
//!
//! A text in the default language has a `translation` field.
//!
//! **Why.** The default language is what the others are made from. A `translation` here would tell
//! people that they read an unreviewed translation.
//!
//! **What to do.** Remove the field. Most often the file was copied from another language: check that
//! its text is in the default language.

use crate::diagnostic::{Diagnostic, Span};
use crate::lint::Subject;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for written in subject.texts().filter(|written| *written.locale == subject.pack.manifest.default_locale) {
        let Some(translation) = &written.text.translation else { continue };
        let place = match subject.key(written.file, "translation") {
            Span { line: 0, .. } => translation.of.span,
            span => span,
        };
        found.push(Diagnostic::error(
            "translation-of-default",
            written.file,
            place,
            "a text in the default language is no translation",
            "remove the field, and check that the text is in the default language",
        ));
    }
}
