//! # missing-source
//!
//! A topic names no source. (A correction without one is a `missing-field`.)
//!
//! **Why.** Every answer can be checked: that is the promise. An answer without a source is an opinion.
//!
//! **What to do.** List under `sources` the ids of one to five sources, the most telling first. A source
//! that `sources.yaml` does not have yet is added there first.

use crate::diagnostic::Diagnostic;
use crate::lint::Subject;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for topic in subject.pack.topics.values().filter(|topic| topic.sources.is_empty()) {
        let file = topic.path();
        found.push(Diagnostic::error(
            "missing-source",
            file.clone(),
            subject.key(&file, "sources"),
            format!("the topic `{}` has no source", topic.id),
            "list under `sources` the ids of one to five sources of sources.yaml",
        ));
    }
}
