//! # stale-translation
//!
//! The text that a translation was made from has changed since, or the translation does not say
//! which text it was made from.
//!
//! **Why.** The law may have changed in one language only.
//!
//! **What to do.** Compare with the text in the default language, bring the translation up to date, and
//! set `translation: {of: …}` to the fingerprint that the message names.

use crate::diagnostic::{Diagnostic, Span};
use crate::lint::Subject;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let default = &subject.pack.manifest.default_locale;
    for written in subject.texts().filter(|written| written.locale != default) {
        let Some(original) = subject.pack.text(default, written.topic) else { continue };
        let fingerprint = original.fingerprint();
        let made_from = written.text.translation.as_ref().map(|translation| &translation.of);
        if made_from.is_some_and(|of| of.value == fingerprint) {
            continue;
        }
        let message = match made_from {
            Some(_) => "the text has changed since this translation was made",
            None => "the translation does not say which text it was made from",
        };
        found.push(Diagnostic::error(
            "stale-translation",
            written.file,
            made_from.map_or(Span::default(), |of| of.span),
            message,
            format!("compare both texts, then set translation.of to {fingerprint}"),
        ));
    }
}
