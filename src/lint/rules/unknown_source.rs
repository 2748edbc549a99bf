//! # unknown-source
//!
//! A topic or a correction names a source that `sources.yaml` does not have.
//!
//! **Why.** The reply would have nothing to show where the reader wants to check.
//!
//! **What to do.** Correct the id, or add the source to `sources.yaml` with its publisher, title, date
//! and address.

use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::lint::Subject;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let known = &subject.pack.sources;
    if subject.is_unread("sources.yaml") {
        return;
    }
    for topic in subject.pack.topics.values() {
        let cited = topic.sources.iter().chain(topic.corrections.iter().map(|correction| &correction.source));
        for source in cited.filter(|source| !source.is_empty() && !known.contains_key(&source.value)) {
            let help = match did_you_mean(source, known.keys().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "add it to sources.yaml".to_owned(),
            };
            let message = format!("there is no source `{}`", source.value);
            found.push(Diagnostic::error("unknown-source", topic.path(), source.span, message, help));
        }
    }
}
