//! # term-clash
//!
//! The same term, as `name` or under `also`, stands in two topics of one language (warning).
//! Capitals, accents and punctuation do not count.
//!
//! **Why.** Who asks "what is an I-205?" gets the explanation of one topic. Two explanations drift
//! apart, and nobody can say which of them is shown.
//!
//! **What to do.** Leave the term in the topic that is about it, and remove it from the other.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::engine::normalize::fold;
use crate::lint::Subject;
use crate::locale::Locale;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<(&Locale, String), String> = BTreeMap::new();
    for written in subject.texts() {
        let names = written.text.terms.iter().flat_map(|term| std::iter::once(&term.name).chain(&term.also));
        for name in names.filter(|name| !name.is_empty()) {
            let key = (written.locale, fold(name));
            match first.get(&key) {
                Some(topic) if topic != written.topic => found.push(
                    Diagnostic::error(
                        "term-clash",
                        written.file,
                        name.span,
                        format!("the term “{}” stands in `{topic}` too", name.value),
                        "leave it in the topic that is about it",
                    )
                    .into_warning(),
                ),
                Some(_) => {}
                None => {
                    first.insert(key, written.topic.to_owned());
                }
            }
        }
    }
}
