//! # unused-source
//!
//! `sources.yaml` has a source that no topic and no correction names (warning).
//!
//! **Why.** Somebody keeps its address and date current for nothing; or a topic was meant to cite it.
//!
//! **What to do.** Cite it in the topic that it belongs to, or remove it.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::lint::Subject;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let topics = subject.pack.topics.values();
    let cited: BTreeSet<&str> = topics
        .flat_map(|topic| topic.sources.iter().chain(topic.corrections.iter().map(|correction| &correction.source)))
        .map(|source| source.as_str())
        .collect();
    for id in subject.pack.sources.keys().filter(|id| !cited.contains(id.as_str())) {
        let message = format!("nothing cites the source `{id}`");
        let place = subject.key("sources.yaml", id);
        let help = "cite it in a topic or remove it";
        found.push(Diagnostic::error("unused-source", "sources.yaml", place, message, help).into_warning());
    }
}
